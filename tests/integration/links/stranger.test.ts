/**
 * A client by somebody who has read docs/protocol.md and nothing else: it imports no line of the project but the host that
 * it plays at. What it knows of TCP is below, and is enough for a handshake with some data.
 */
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { startHost } from './host.ts';

/** JSON as it comes. */
// biome-ignore lint/suspicious/noExplicitAny: a stranger has no types of ours
type Json = any;

/** "A session": one request gives the cookie. */
async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, { method: 'POST' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** "The link" and "Commands": one event with an acknowledgement, an id of one's own for each, and patience. */
async function open(url: string, cookie: string) {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { cookie } });
  onTestFinished(() => void socket.close());
  let count = 0;

  async function say(command: Json): Promise<Json> {
    count += 1;
    return sayNamed({ id: `stranger-${count}`, ...command });
  }
  async function sayNamed(command: Json): Promise<Json> {
    const answer: Json = await socket.emitWithAck('command', command);
    if (answer.fault !== 'too-many-messages') return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return sayNamed(command);
  }
  return { socket, say };
}

/** "Packed events", as far as it is needed here. */
const FLAGS = ['SYN', 'FIN', 'RST', 'ACK'];
const STATES = 'CLOSED LISTEN SYN_SENT SYN_RCVD ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 CLOSE_WAIT CLOSING LAST_ACK TIME_WAIT'.split(' ');

function unpack(event: Json): Json {
  if (!Array.isArray(event)) return event;
  const [type, turn, ...rest] = event;
  if (type === 'opened') return { type, turn, leg: rest[0], asks: rest[3].map(unpackAsk) };
  if (type === 'closed') return { type, turn, outcomes: rest[1].map(([at, state]: Json) => ({ at, state: STATES[state] })) };
  return { type, turn };
}

function unpackAsk([at, [type, segment]]: Json): Json {
  if (!segment) return { at, event: { type } };
  const [bits, seq, ack, len] = segment;
  return { at, event: { type, segment: { flags: FLAGS.filter((_, n) => bits & (1 << n)), seq, ack, len } } };
}

type Turn = { readonly turn: number; readonly leg: number; readonly asks: readonly Json[] };

/** "Sides and seats" */
const roleOf = (side: number, leg: number) => (side === leg ? 'client' : 'server');

/** What a student has learnt: the reply and the next state, from what happened. */
function replyTo(event: Json, state: string): readonly [flags: readonly string[] | null, data: boolean, next: string] {
  const flags = event.type === 'segment' ? event.segment.flags.join() : event.type;
  switch (flags) {
    case 'open-passive':
      return [null, false, 'LISTEN'];
    case 'open-active':
      return [['SYN'], false, 'SYN_SENT'];
    case 'SYN':
      return [['SYN', 'ACK'], false, 'SYN_RCVD'];
    case 'SYN,ACK':
      return [['ACK'], false, 'ESTABLISHED'];
    case 'send':
      return [['ACK'], true, state];
    default:
      return event.segment.len > 0 ? [['ACK'], false, 'ESTABLISHED'] : [null, false, 'ESTABLISHED'];
  }
}

test('a stranger’s client plays a match against a bot, and is right throughout', async () => {
  const { url } = await startHost();
  const { socket, say } = await open(url, await signIn(url));
  const start = { type: 'bot-start', level: 1, strength: 'novice', scenario: 'three-way-handshake', turnSeconds: 60 };
  const { matchId } = await say(start);
  const states: Record<string, string> = {};

  const ended = new Promise<Json>((resolve) => {
    socket.on('events', ([, , , events]: Json) => {
      for (const event of events.map(unpack)) void react(event).then(() => event.type === 'ended' && resolve(event));
    });
  });

  async function react(event: Json): Promise<void> {
    if (event.type === 'opened') await answer(event);
    if (event.type !== 'closed') return;
    for (const { at, state } of event.outcomes) states[at] = state;
    await say({ type: 'ready', matchId, turn: event.turn });
  }

  async function answer({ turn, leg, asks }: Turn): Promise<void> {
    if (turn === 0 || asks.some(({ event }) => event.type === 'open-passive')) states.client = states.server = 'CLOSED';
    const seat = roleOf(0, leg);
    const own = asks.find(({ at }) => at === seat);
    const asked = own ?? asks[0];
    const [flags, data, state] = replyTo(asked?.event, states[asked?.at] ?? 'CLOSED');
    const segment = flags && { flags, data, seq: null, ack: null };
    const what = own ? { type: 'propose', proposal: { segment, state } } : { type: 'predict', prediction: { flags, state } };
    expect(await say({ ...what, matchId, turn, seat })).toEqual({ ok: true, sealed: true });
  }

  const { view } = await say({ type: 'watch', matchId });
  await answer(view.turns.at(-1));
  expect(await ended).toMatchObject({ reason: 'played', winner: 0, scenario: 'three-way-handshake' });
  const { scores } = (await say({ type: 'watch', matchId })).view;
  expect(scores[0].rightMoves).toBe(scores[0].moves);
  expect(scores[0].rightPredictions).toBe(scores[0].predictions);
  expect(scores[0].moves + scores[0].predictions).toBe(22);
});
