import { useTranslations } from 'next-intl';
import { CALL_TEXT, flagsText } from '#components/segment-text.ts';
import { Button } from '#components/button.tsx';
import { Code } from '#components/code.tsx';
import { ROLE_STYLE } from '#components/role-style.ts';
import type { Item } from '#game/scenarios/script.ts';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import type { Role } from '#game/tcp/vocabulary.ts';

type EndCardProps = {
  readonly at: Role;
  readonly end: Endpoint;
  /** Whether anything would come of it. */
  readonly isPossible: (item: Item) => boolean;
  readonly onDo: (item: Item) => void;
};

const OCTETS = 100;
/** There are many of them; a finger still needs its 44 pixels. */
const SMALL = 'px-2 text-xs pointer-fine:min-h-8 pointer-fine:py-1';

/** One end: its state and variables, the calls of its application, and what its machine can do. */
export function EndCard({ at, end, isPossible, onDo }: EndCardProps) {
  const t = useTranslations('machine');
  const calls: readonly (readonly [string, Item])[] = [
    [CALL_TEXT['open-passive'], { do: 'call', at, call: 'open-passive' }],
    [CALL_TEXT['open-active'], { do: 'call', at, call: 'open-active' }],
    [`send(${OCTETS})`, { do: 'send', at, len: OCTETS }],
    [CALL_TEXT.close, { do: 'call', at, call: 'close' }],
    [CALL_TEXT.abort, { do: 'call', at, call: 'abort' }],
  ];
  const others: readonly (readonly ['retransmission' | '2msl' | 'crash', Item])[] = [
    ['retransmission', { do: 'timeout', at, timer: 'retransmission' }],
    ['2msl', { do: 'timeout', at, timer: '2msl' }],
    ['crash', { do: 'crash', at }],
  ];
  return (
    <section aria-labelledby={`end-${at}`} className={`min-w-0 rounded-xl border-t-4 bg-sunken p-3 ${ROLE_STYLE[at].edge}`}>
      <h2 id={`end-${at}`} className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className={`font-bold ${ROLE_STYLE[at].text}`}>{t(`ends.${at}`)}</span>
        <Code className="text-base">{end.state}</Code>
      </h2>
      <Variables end={end} />
      <fieldset className="mt-2 flex flex-wrap gap-1.5">
        <legend className="sr-only">{t('calls')}</legend>
        {calls.map(([text, item]) => (
          <Button key={text} look="quiet" className={`font-mono ${SMALL}`} onClick={() => onDo(item)}>
            {text}
          </Button>
        ))}
        {others.map(([name, item]) => (
          <Button
            key={name}
            look="quiet"
            className={`disabled:opacity-40 ${SMALL}`}
            disabled={!isPossible(item)}
            onClick={() => onDo(item)}
          >
            {t(`others.${name}`)}
          </Button>
        ))}
      </fieldset>
    </section>
  );
}

/** The variables of §3.3.1, where the end has them, and what waits in it. */
function Variables({ end }: { readonly end: Endpoint }) {
  const t = useTranslations('machine');
  if (end.state === 'CLOSED' || end.state === 'LISTEN') return <p className="mt-1 text-sm text-muted">{t('noVariables')}</p>;
  const { iss, sndUna, sndNxt, rcvNxt, unacked, queuedSends, queuedClose, held } = end;
  const numbers = { ISS: iss, 'SND.UNA': sndUna, 'SND.NXT': sndNxt, 'RCV.NXT': end.state === 'SYN_SENT' ? '–' : rcvNxt };
  const waiting = [
    unacked.length > 0 && t('unacked', { segments: unacked.map(({ flags }) => flagsText(flags)).join(', ') }),
    queuedSends.length > 0 && t('queued', { octets: queuedSends.reduce((sum, len) => sum + len, 0) }),
    queuedClose && t('queuedClose'),
    held.length > 0 && t('held', { count: held.length }),
  ].filter((line) => line !== false);
  return (
    <>
      <dl className="mt-1 grid grid-cols-2 gap-x-3 font-mono text-xs sm:grid-cols-[auto_1fr_auto_1fr]">
        {Object.entries(numbers).map(([name, value]) => (
          <div key={name} className="contents max-sm:flex max-sm:justify-between">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {waiting.map((line) => (
        <p key={line} className="text-xs text-muted">
          {line}
        </p>
      ))}
    </>
  );
}
