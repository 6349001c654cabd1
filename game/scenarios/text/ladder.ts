/** A leg as it looks on the board, in plain text: turns down, client left, server right. */
import { otherRole, type Role, type Segment } from '../../tcp/vocabulary.ts';
import { playCanonically } from '../proof.ts';
import type { Done, ToldHappening } from '../play.ts';
import type { Fate, Leg } from '../script.ts';

/** A segment on the wire, what it is and how its arrow ends. */
type Arrow = { readonly from: Role; readonly text: string; readonly head: string };
type Row = { readonly turn: string; readonly client: string; readonly wire: Arrow | null; readonly server: string; readonly rules: string };
type Happened = Pick<ToldHappening, 'at' | 'event'> & { readonly done: Done };

const HEADS: Readonly<Record<Fate, string>> = { lose: 'x', delay: '|', duplicate: '>>', reorder: '~' };
/** What the heads of the arrows mean. */
export const FATE_LEGEND = 'x lost   | held back   >> arrives twice   ~ overtaken';

/** Lines without line breaks; a number stands before what is asked, a dot before what is only told. Brackets hold what nobody sent. */
export function ladderOf(leg: Leg): readonly string[] {
  const { turns, told } = playCanonically(leg);
  const sent = new Set<string>();
  const rows = turns.flatMap((turn, index) => [
    ...(turn.connection === (turns[index - 1]?.connection ?? -1) ? [] : [connectionRow(leg, turn.connection)]),
    ...turn.told.map((one) => rowOf('.', one, sent)),
    ...turn.happenings.map(({ at, event }, n) => rowOf(String(index + 1), { at, event, done: doneOf(turn.done, n) }, sent)),
  ]);
  return aligned([...rows, ...told.map((one) => rowOf('.', one, sent))]);
}

function doneOf(done: readonly Done[], n: number): Done {
  const one = done[n];
  if (!one) throw new Error('a happening without an answer');
  return one;
}

function connectionRow({ numbers }: Leg, connection: number): Row {
  const { client, server } = numbers[connection] ?? numbers.at(-1) ?? { client: 0, server: 0 };
  return { turn: '', client: `client, ISS ${client}`, wire: null, server: `server, ISS ${server}`, rules: '' };
}

/** `sent`: what either end has sent so far; what this one sends is added. */
function rowOf(turn: string, { at, event, done }: Happened, sent: Set<string>): Row {
  const { answer, fate } = done;
  const isInjected = event.type === 'segment' && !sent.has(`${otherRole(at)} ${fieldsOf(event.segment)}`);
  if (answer.segment) sent.add(`${at} ${fieldsOf(answer.segment)}`);
  const cell = `${causeOf(event, isInjected ? (segment) => `[${fieldsOf(segment)}]` : flagsOf)} -> ${answer.state}`;
  const wire = answer.segment && { from: at, text: fieldsOf(answer.segment), head: fate ? HEADS[fate] : '>' };
  return { turn, client: at === 'client' ? cell : '', wire, server: at === 'server' ? cell : '', rules: answer.rules.join(' ') };
}

/** What happened to an end, in a word or two; `textOf` writes the segment that arrived. */
export function causeOf(event: ToldHappening['event'], textOf: (segment: Segment) => string): string {
  switch (event.type) {
    case 'segment':
      return `gets ${textOf(event.segment)}${event.joined ? ', closes' : ''}`;
    case 'timeout':
      return event.timer === 'user' ? 'gives up' : event.timer === '2msl' ? '2MSL' : 'RTO';
    case 'open-passive':
      return 'listens';
    case 'open-active':
      return 'opens';
    case 'send':
      return `sends ${event.len}`;
    case 'close':
      return 'closes';
    case 'abort':
      return 'aborts';
    case 'receive':
      return 'reads';
    case 'status':
      return 'asks';
    case 'crash':
      return 'crashes';
    default:
      return event satisfies never;
  }
}

export function flagsOf({ flags, len }: Segment): string {
  return `${flags.join(',')}${len > 0 ? '+data' : ''}`;
}

export function fieldsOf({ flags, seq, ack, len, wnd }: Segment): string {
  const numbers = { seq, ack, len: len > 0 ? len : null, wnd: wnd ?? null };
  return [flags.join(','), ...Object.entries(numbers).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))].join(' ');
}

/** The longest text has a shaft of this many dashes, a head included. */
const SHORTEST_SHAFT = 6;

function drawArrow({ from, text, head }: Arrow, width: number): string {
  const shaft = '-'.repeat(width - text.length - head.length - 1);
  return from === 'client' ? `${text} ${shaft}${head}` : `${head.replaceAll('>', '<')}${shaft} ${text}`;
}

function aligned(rows: readonly Row[]): readonly string[] {
  const width = (of: (row: Row) => string) => Math.max(...rows.map((row) => of(row).length));
  const [turn, client, text, server] = [
    width((row) => row.turn),
    width((row) => row.client),
    width((row) => row.wire?.text ?? ''),
    width((row) => row.server),
  ];
  const wire = text + 1 + SHORTEST_SHAFT;
  const arrowOf = (row: Row) => (row.wire ? drawArrow(row.wire, wire) : '').padEnd(wire);
  return rows.map((row) =>
    [row.turn.padStart(turn), row.client.padEnd(client), arrowOf(row), row.server.padEnd(server), row.rules].join('  ').trimEnd(),
  );
}
