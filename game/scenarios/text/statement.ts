/** One statement: a line of a leg as the item of a script that it means. The grammar is in `docs/scenarios.md`. */
import { FLAGS, orderFlags, ROLES, type Flag, type Role, type Timer } from '../../tcp/vocabulary.ts';
import {
  BASES,
  DEEDS,
  FATES,
  type Base,
  type CallItem,
  type Count,
  type Fate,
  type HandItem,
  type InjectItem,
  type Item,
} from '../script.ts';
import { done, finish, number, oneOf, optional, phrase, andThen, wrong, type Line, type Read } from './words.ts';

export const MOST_OCTETS = 1_460;
/** To one end. */
const MOST_UNDER_WAY = 99;
const MOST_PLUS = 2 ** 32 - 1;

type Reader = (rest: Line) => Read<Item>;

/** By the first word of a statement. */
const STATEMENTS: Readonly<Record<string, Reader>> = {
  client: (rest) => ofRole('client', rest),
  server: (rest) => ofRole('server', rest),
  both: (rest) =>
    andThen(oneOf(rest, ['open', 'close']), (call, left) => done({ do: 'both', call: call === 'open' ? 'open-active' : 'close' }, left)),
  ...Object.fromEntries(FATES.map((fate) => [fate, (rest: Line) => fated(fate, rest)])),
  release: (rest) =>
    andThen(phrase(rest, 'all from'), (_, left) => andThen(oneOf(left, ROLES), (from, end) => done({ do: 'release', from }, end))),
  inject,
  wire: (rest) => andThen(phrase(rest, 'by hand'), (_, left) => done({ do: 'by-hand' }, left)),
  ...Object.fromEntries(DEEDS.map((deed) => [deed, (rest: Line) => dealt(deed, rest)])),
  settle: (rest) => done({ do: 'settle' }, rest),
  wait: (rest) => done({ do: 'wait' }, rest),
  tell: (rest) => done({ do: 'tell' }, rest),
  ask: (rest) => done({ do: 'ask' }, rest),
  new: (rest) => andThen(phrase(rest, 'connection'), (_, left) => done({ do: 'new-connection' }, left)),
};

export function readStatement(line: Line): Read<Item> {
  return andThen(oneOf(line, Object.keys(STATEMENTS), 'unknown-statement'), (first, rest) => {
    const read = STATEMENTS[first]?.(rest) ?? wrong('unknown-statement', line.end, first);
    return andThen(read, finish);
  });
}

const VERBS = ['listens', 'opens', 'sends', 'closes', 'aborts', 'retransmits', 'waits', 'gives', 'crashes'] as const;
const CALLS = { listens: 'open-passive', opens: 'open-active', closes: 'close', aborts: 'abort' } as const;

function ofRole(at: Role, line: Line): Read<Item> {
  return andThen(oneOf(line, VERBS), (verb, rest) => {
    switch (verb) {
      case 'listens':
      case 'opens':
      case 'aborts':
        return calls(at, CALLS[verb], rest);
      case 'closes':
        return rest.words[0]?.text === 'at'
          ? andThen(phrase(rest, 'at FIN'), (_, left) => done({ do: 'close-at-fin', at }, left))
          : calls(at, 'close', rest);
      case 'sends':
        return sends(at, rest);
      case 'retransmits':
        return runsOut(at, 'retransmission', rest);
      case 'waits':
        return andThen(phrase(rest, '2msl'), (_, left) => runsOut(at, '2msl', left));
      case 'gives':
        return andThen(phrase(rest, 'up'), (_, left) => runsOut(at, 'user', left));
      case 'crashes':
        return done({ do: 'crash', at }, rest);
      default:
        return verb satisfies never;
    }
  });
}

function early<I extends Item>(item: I, line: Line): Read<I> {
  const { isThere, rest } = optional(line, 'early');
  return done(isThere ? { ...item, early: true } : item, rest);
}

function calls(at: Role, call: CallItem['call'], rest: Line): Read<Item> {
  return early({ do: 'call', at, call }, rest);
}

function sends(at: Role, line: Line): Read<Item> {
  const [next] = line.words;
  if (!next || next.text === 'early') return early({ do: 'send', at }, line);
  return andThen(number(line, 1, MOST_OCTETS), (len, rest) => early({ do: 'send', at, len }, rest));
}

function runsOut(at: Role, timer: Timer, rest: Line): Read<Item> {
  return early({ do: 'timeout', at, timer }, rest);
}

function fated(fate: Fate, line: Line): Read<Item> {
  return andThen(phrase(line, 'next from'), (_, rest) => andThen(oneOf(rest, ROLES), (from, left) => done({ do: fate, from }, left)));
}

/** "2 to server"; without a number the oldest. */
function dealt(deed: HandItem['do'], line: Line): Read<Item> {
  const isOldest = line.words[0]?.text === 'to';
  return andThen(isOldest ? done(1, line) : number(line, 1, MOST_UNDER_WAY), (nth, rest) =>
    andThen(phrase(rest, 'to'), (_, left) => andThen(oneOf(left, ROLES), (to, end) => done({ do: deed, to, nth }, end))),
  );
}

function inject(line: Line): Read<Item> {
  return andThen(flags(line), (given, rest) =>
    andThen(phrase(rest, 'to'), (_, to) =>
      andThen(oneOf(to, ROLES), (at, seq) => andThen(named(seq, 'seq'), (first, left) => injected({ at, flags: given, seq: first }, left))),
    ),
  );
}

function injected(begun: Pick<InjectItem, 'at' | 'flags' | 'seq'>, line: Line): Read<Item> {
  const needsAck = begun.flags.includes('ACK');
  const [next] = line.words;
  if (needsAck && next?.text !== 'ack') return wrong('flag-without-ack', next ?? line.end, next?.text, ['ack']);
  if (!needsAck && next?.text === 'ack') return wrong('ack-without-flag', next, next.text);
  const ack: Read<Count | null> = needsAck ? named(line, 'ack') : done(null, line);
  return andThen(ack, (value, rest) =>
    andThen(optionalNumber(rest, 'len', MOST_OCTETS), (len, left) =>
      andThen(optionalNumber(left, 'window', 65_535), (wnd, end) =>
        early({ do: 'inject', ...begun, ack: value, len: len ?? 0, ...(wnd !== null && { wnd }) }, end),
      ),
    ),
  );
}

function optionalNumber(line: Line, name: string, most: number): Read<number | null> {
  const { isThere, rest } = optional(line, name);
  return isThere ? number(rest, 0, most) : done(null, line);
}

/** "SYN,ACK" */
function flags(line: Line): Read<readonly Flag[]> {
  const [word, ...words] = line.words;
  if (!word) return wrong('missing-word', line.end, '', FLAGS);
  const given = word.text.split(',');
  const known = orderFlags(FLAGS.filter((flag) => given.includes(flag)));
  return known.length === given.length ? done(known, { ...line, words }) : wrong('bad-flags', word, word.text, FLAGS);
}

/** "seq RCV.NXT+1", "ack 0" */
function named(line: Line, name: string): Read<Count> {
  return andThen(phrase(line, name), (_, rest) => {
    const [word, ...words] = rest.words;
    if (!word) return wrong('missing-word', rest.end, '', COUNTS);
    const value = count(word.text);
    if (!value) return wrong('unexpected-word', word, word.text, COUNTS);
    return Math.abs(value.plus) <= MOST_PLUS
      ? done(value, { ...rest, words })
      : wrong('number-out-of-range', word, word.text, [`0–${MOST_PLUS}`]);
  });
}

/** What a number can be written as. */
const COUNTS = [`0–${MOST_PLUS}`, ...BASES.filter((base) => base !== '0')];

function count(text: string): Count | null {
  const [, name, figures] = /^(?:([A-Z]+(?:\.[A-Z]+)?)(?=$|[+-]))?([+-]?\d+)?$/.exec(text) ?? [];
  const of: Base | undefined = name === undefined ? '0' : BASES.find((base) => base === name);
  const isSigned = figures !== undefined && /^[+-]/.test(figures);
  const isWritten = name === undefined ? figures !== undefined && !isSigned : figures === undefined || isSigned;
  const plus = Number(figures ?? 0);
  return of !== undefined && isWritten ? { of, plus } : null;
}
