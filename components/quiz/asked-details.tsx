import { useTranslations } from 'next-intl';
import { otherRole } from '#game/tcp/vocabulary.ts';
import { Code, CODE_TAG } from '#components/code.tsx';
import { useEventWords } from '#components/match/event-words.ts';
import { flagsText } from '#components/segment-text.ts';
import { MoveText } from './move-text.tsx';
import type { ShownQuestion } from './shown-question.ts';

type Asked = ShownQuestion['asked'];

const TERMINAL = 'overflow-x-auto rounded-card bg-ink px-4 py-3 font-mono text-xs leading-relaxed text-card';
/** Paper neither scrolls nor has a dark ground. */
const ON_PAPER = 'print:border print:border-line-strong print:bg-card print:whitespace-pre-wrap print:text-ink';

/** Everything that an answer hangs on and that the ladder does not show. */
export function AskedDetails({ question: { kind, asked, scene } }: { readonly question: ShownQuestion }) {
  return (
    <>
      {asked.event && !scene && <Happened asked={asked} event={asked.event} />}
      {asked.event?.iss !== undefined && mayNeedOwnNumber(asked.event) && <OwnNumber iss={asked.event.iss} />}
      {asked.moves.length > 0 && <Moves moves={asked.moves} isAnswer={kind === 'event'} />}
      {asked.lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        <pre tabIndex={0} className={`${TERMINAL} ${ON_PAPER}`}>
          {asked.lines.join('\n')}
        </pre>
      )}
      {asked.blank && <Blank blank={asked.blank} />}
    </>
  );
}

const EDGE = { client: 'border-client bg-client-soft', server: 'border-server bg-server-soft' } as const;

/** A segment has the colour of who sent it. */
function Happened({ asked, event }: { readonly asked: Asked; readonly event: NonNullable<Asked['event']> }) {
  const t = useTranslations('quiz');
  const { title, code } = useEventWords()(event);
  const at = asked.at ?? 'client';
  return (
    <div className={`rounded-lg border-l-4 px-3 py-2 text-sm ${EDGE[event.type === 'segment' ? otherRole(at) : at]}`}>
      <p>
        <span className="text-muted">{t('happensAt', { at })}</span> {title}
        {code && <Code className="block break-words">{code}</Code>}
      </p>
    </div>
  );
}

/** A segment without SYN begins no connection, whatever it is answered with. */
function mayNeedOwnNumber(event: NonNullable<Asked['event']>): boolean {
  return event.type !== 'segment' || event.segment.flags.includes('SYN');
}

function OwnNumber({ iss }: { readonly iss: number }) {
  const t = useTranslations('quiz');
  return <p className="text-sm">{t.rich('iss', { iss: String(iss), ...CODE_TAG })}</p>;
}

type MovesProps = {
  readonly moves: Asked['moves'];
  /** Whether it is what the end did at what is asked. */
  readonly isAnswer: boolean;
};

/** By letter, where there are two. */
function Moves({ moves, isAnswer }: MovesProps) {
  const t = useTranslations('quiz');
  return (
    <div className="flex flex-col gap-2">
      {isAnswer && <p className="text-sm text-muted">{t('itsAnswer')}</p>}
      <ol className="flex flex-col gap-2">
        {moves.map((move, index) => (
          <li key={JSON.stringify(move)} className="card flex min-h-11 items-center gap-3 px-4 py-2">
            {moves.length > 1 && <strong className="text-muted">{letterOf(index)}</strong>}
            <MoveText move={move} hasNumbers />
          </li>
        ))}
      </ol>
    </div>
  );
}

export function letterOf(index: number): string {
  return 'AB'.charAt(index);
}

function Blank({ blank: { flags, len, ack } }: { readonly blank: NonNullable<Asked['blank']> }) {
  const fields = [flagsText(flags), 'seq=?', ack ? 'ack=?' : '', len > 0 ? `len=${len}` : ''];
  return <Code className="card self-start px-3 py-2">{fields.filter(Boolean).join(' ')}</Code>;
}
