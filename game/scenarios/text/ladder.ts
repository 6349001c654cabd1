/** A leg as it looks on the board, in plain text: turns down, client left, server right. */
import { otherRole, type Segment } from '../../tcp/vocabulary.ts';
import { playCanonically } from '../proof.ts';
import type { Done, ToldHappening } from '../play.ts';
import type { Fate, Leg } from '../script.ts';

type Row = { readonly turn: string; readonly client: string; readonly wire: string; readonly server: string; readonly rules: string };
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
  return { turn: '', client: `client, ISS ${client}`, wire: '', server: `server, ISS ${server}`, rules: '' };
}

/** `sent`: what either end has sent so far; what this one sends is added. */
function rowOf(turn: string, { at, event, done }: Happened, sent: Set<string>): Row {
  const { answer, fate } = done;
  const isInjected = event.type === 'segment' && !sent.has(`${otherRole(at)} ${fieldsOf(event.segment)}`);
  if (answer.segment) sent.add(`${at} ${fieldsOf(answer.segment)}`);
  const cell = `${causeOf(event, isInjected)} -> ${answer.state}`;
  const arrow = answer.segment ? arrowOf(at, answer.segment, fate) : '';
  return { turn, client: at === 'client' ? cell : '', wire: arrow, server: at === 'server' ? cell : '', rules: answer.rules.join(' ') };
}

function causeOf(event: ToldHappening['event'], isInjected: boolean): string {
  switch (event.type) {
    case 'segment':
      return `gets ${isInjected ? `[${fieldsOf(event.segment)}]` : flagsOf(event.segment)}${event.joined ? ', closes' : ''}`;
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

const WIRE_WIDTH = 46;

function flagsOf({ flags, len }: Segment): string {
  return `${flags.join(',')}${len > 0 ? '+data' : ''}`;
}

function fieldsOf({ flags, seq, ack, len, wnd }: Segment): string {
  const numbers = { seq, ack, len: len > 0 ? len : null, wnd: wnd ?? null };
  return [flags.join(','), ...Object.entries(numbers).flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))].join(' ');
}

function arrowOf(from: 'client' | 'server', segment: Segment, fate: Fate | null): string {
  const text = fieldsOf(segment);
  const head = fate ? HEADS[fate] : '>';
  const shaft = '-'.repeat(Math.max(2, WIRE_WIDTH - text.length - head.length - 1));
  return from === 'client' ? `${text} ${shaft}${head}` : `${head.replaceAll('>', '<')}${shaft} ${text}`;
}

function aligned(rows: readonly Row[]): readonly string[] {
  const width = (of: (row: Row) => string) => Math.max(...rows.map((row) => of(row).length));
  const [turn, client, wire, server] = [
    width((row) => row.turn),
    width((row) => row.client),
    width((row) => row.wire),
    width((row) => row.server),
  ];
  return rows.map((row) =>
    [row.turn.padStart(turn), row.client.padEnd(client), row.wire.padEnd(wire), row.server.padEnd(server), row.rules].join('  ').trimEnd(),
  );
}
