/** A simulated student: comes by the code, is called to a match, thinks, answers anything, reads the verdict, and goes on to the end. */
import { io, type Socket } from 'socket.io-client';
import { advanceView, isAsked, roleOf, type View } from '#game/match/view.ts';
import type { Level, Proposal } from '#game/match/vocabulary.ts';
import { STATES, type Flag } from '#game/tcp/vocabulary.ts';
import type { BrowserEvents, HostEvents } from '#protocol/commands.ts';
import { type EventsMessage, unpackEvents } from '#protocol/packed-events.ts';
import { countPackets, type Tally } from './tally.ts';

type Link = Socket<HostEvents, BrowserEvents>;

export type Student = {
  /** From nothing to a place in the lobby. */
  join(code: string, name: string): Promise<void>;
  /** Plays the next match that the host says has been made. */
  play(): Promise<void>;
  close(): void;
};

const FLAGS: readonly (readonly Flag[] | null)[] = [null, ['SYN'], ['SYN', 'ACK'], ['ACK'], ['FIN', 'ACK'], ['RST']];
let ids = 0;

/** `counted.now`: where everything is counted. `thinkMs`: how long a student thinks on average, and reads half as long. */
export function createStudent(url: string, counted: { readonly now: Tally }, thinkMs: number): Student {
  let link: Link | null = null;
  /** Matches that were made and not played yet, or who waits for one. */
  const made: string[] = [];
  let called = waitFor<void>();

  async function join(code: string, name: string): Promise<void> {
    const began = performance.now();
    const session = await fetch(`${url}/api/session`, { method: 'POST' });
    const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    link = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
    countPackets(link, counted);
    link.on('matched', ({ matchId }) => {
      made.push(matchId);
      called.resolve();
    });
    const answer = await say({ type: 'contest-join', code, name, personal: null });
    if (!answer.ok || !('contestId' in answer)) throw new Error(`${name} was refused: ${answer.ok || answer.fault}`);
    await say({ type: 'contest-watch', as: { viewer: 'student', contestId: answer.contestId } });
    counted.now.joins.push(performance.now() - began);
  }

  async function say(command: object) {
    if (!link) throw new Error('not joined');
    ids += 1;
    const answer = await link.emitWithAck('command', { id: `bench-${String(ids).padStart(8, '0')}`, ...command });
    const { faults } = counted.now;
    if (!answer.ok) faults.set(answer.fault, (faults.get(answer.fault) ?? 0) + 1);
    return answer;
  }

  async function play(): Promise<void> {
    const matchId = await nextMatch();
    const seen = await watch(matchId);
    for (let view = seen.view(); !view.ended; view = await seen.after(view.version)) await act(matchId, view);
    await say({ type: 'unwatch', matchId });
  }

  async function nextMatch(): Promise<string> {
    for (;;) {
      const matchId = made.shift();
      if (matchId !== undefined) return matchId;
      await called.value;
      called = waitFor<void>();
    }
  }

  async function watch(matchId: string) {
    let changed = waitFor<void>();
    let view: View | null = null;
    const early: EventsMessage[] = [];
    const take = (message: EventsMessage) => {
      if (message.matchId !== matchId) return;
      if (!view) return void early.push(message);
      const next = advanceView(view, message);
      if (next === null) throw new Error('an event is missing');
      if (next === view) return;
      view = next;
      changed.resolve();
      changed = waitFor<void>();
    };
    link?.on('events', (packed) => take(unpackEvents(packed)));
    const answer = await say({ type: 'watch', matchId });
    if (!answer.ok || !('view' in answer)) throw new Error('the match was refused');
    view = answer.view as View;
    early.forEach(take);
    const current = () => {
      if (!view) throw new Error('nothing seen');
      return view;
    };
    async function after(version: number): Promise<View> {
      if (current().version === version) await changed.value;
      return current();
    }
    return { view: current, after };
  }

  /** What the view waits for from this seat, if anything. */
  async function act(matchId: string, view: View): Promise<void> {
    const turn = view.turns.at(-1);
    const { viewer } = view;
    if (!turn || viewer === 'spectator') return;
    if (turn.closed) return turn.ready[viewer] ? undefined : void (await readOn(matchId, turn.turn));
    if (turn.sealed[viewer]) return;
    await pause(thinkMs);
    const seat = roleOf(viewer, turn.leg);
    const answer = anyAnswer();
    const move = isAsked(turn, viewer)
      ? { type: 'propose', proposal: answer }
      : { type: 'predict', prediction: { flags: answer.segment?.flags ?? null, state: answer.state } };
    const began = performance.now();
    const { ok } = await say({ matchId, turn: turn.turn, seat, ...move });
    counted.now.moves.push(performance.now() - began);
    if (ok) counted.now.answers += 1;
  }

  async function readOn(matchId: string, turn: number): Promise<void> {
    await pause(thinkMs / 2);
    await say({ type: 'ready', matchId, turn });
  }

  return { join, play, close: () => void link?.close() };
}

function waitFor<T>() {
  let resolve: (value: T) => void = () => {};
  const value = new Promise<T>((done) => {
    resolve = done;
  });
  return { value, resolve };
}

/** Rightly formed for the level, and seldom right. */
export function anyAnswer(random: () => number = Math.random, level: Level = 1): Proposal {
  const flags = FLAGS[Math.floor(random() * FLAGS.length)] ?? null;
  const state = STATES[Math.floor(random() * STATES.length)] ?? 'CLOSED';
  const number = () => (level === 1 ? null : Math.floor(random() * 2 ** 32));
  return { segment: flags && { flags, data: false, seq: number(), ack: flags.includes('ACK') ? number() : null }, state };
}

/** Half to one and a half times as long. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds * (0.5 + Math.random())));
}
