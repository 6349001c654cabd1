import { useTranslations } from 'next-intl';
import type { Ask } from '#game/match/vocabulary.ts';
import { otherRole, type State } from '#game/tcp/vocabulary.ts';
import { Code, CODE_TAG } from '#components/code.tsx';
import { useEventWords } from './event-words.ts';

const EDGE = { client: 'border-client bg-client-soft', server: 'border-server bg-server-soft' } as const;

type EventCardProps = {
  readonly ask: Ask;
  /** Whose end it is; null where it is the viewer's own. */
  readonly name: string | null;
  /** Null where the viewer may not know it. */
  readonly state: State | null;
};

/** What happened at an end, with everything that the answer hangs on. A segment has the colour of who sent it. */
export function EventCard({ ask, name, state }: EventCardProps) {
  const t = useTranslations('events');
  const { event } = ask;
  const { title, code } = useEventWords()(event);
  const { iss } = event;
  return (
    <div
      className={`rounded-xl border-l-4 px-4 py-2.5 text-[0.95rem] leading-relaxed ${EDGE[event.type === 'segment' ? otherRole(ask.at) : ask.at]}`}
    >
      <p className="text-xs font-bold tracking-wide text-muted">{name === null ? t('atYou') : t('at', { name })}</p>
      <p>
        <strong>{title}</strong>
        {event.type === 'segment' && <Code className="block break-words">{code}</Code>}
      </p>
      {name === null && state && <p>{t.rich('youAreIn', { state, ...CODE_TAG })}</p>}
      {name === null && iss !== undefined && <p>{t.rich('iss', { iss, ...CODE_TAG })}</p>}
    </div>
  );
}
