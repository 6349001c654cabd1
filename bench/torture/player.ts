/**
 * A player who plays on whatever happens to the host: the browser's own outbox sends what was not answered once more, under the same id;
 * a link that is lost comes back; a view is asked for on each connection.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { advanceView, isAsked, roleOf, type TurnView, type View } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';
import type { Random } from '#game/scenarios/random.ts';
import type { MeAnswer } from '#protocol/api.ts';
import type { BrowserEvents, CommandType, HostEvents, Results } from '#protocol/commands.ts';
import { type EventsMessage, unpackEvents } from '#protocol/packed-events.ts';
import type { Fault } from '#protocol/faults.ts';
import { type Body, createOutbox } from '../../app/outbox.ts';
import { anyAnswer } from '../class/student.ts';
import type { Journal } from './journal.ts';

type Link = Socket<HostEvents, BrowserEvents>;

export type TorturedPlayer = {
  /** From nothing to a link. */
  enter(): Promise<void>;
  /** What a command brings. Tries again while the refusal is of the moment; null where it is not. */
  ask<T extends CommandType>(body: Body<T>): Promise<Results[T] | null>;
  /** Plays a match to its end. */
  play(matchId: string): Promise<View>;
  close(): void;
};

export type PlayerNeeds = {
  readonly url: string;
  readonly journal: Journal;
  /** On average, before each answer and each verdict that is read. */
  readonly thinkMs: number;
  readonly random: Random;
};

/** As `app/link.ts`, but sooner: a host that is killed every other second is to be found again. */
const RECONNECTION = { reconnectionDelay: 50, reconnectionDelayMax: 300 };
const ANSWER_WITHIN_MS = 5_000;
const AGAIN_MS = 200;
/** `docs/protocol.md`: the same command is good later. */
const PASSING: readonly Fault[] = ['not-saved', 'too-many-messages', 'shutting-down'];

export function createTorturedPlayer({ url, journal, thinkMs, random }: PlayerNeeds): TorturedPlayer {
  let link: Link | null = null;
  let playerId = '';
  let matchId: string | null = null;
  let view: View | null = null;
  let change = newChange();
  const outbox = createOutbox({
    isLive: () => link?.connected ?? false,
    async post(command) {
      journal.sent(command);
      const answer =
        (await link
          ?.timeout(ANSWER_WITHIN_MS)
          .emitWithAck('command', command)
          .catch(() => null)) ?? null;
      if (answer) journal.heard(playerId, command, answer);
      return answer;
    },
    renew: () => void link?.disconnect().connect(),
  });

  async function enter(): Promise<void> {
    const { me, cookie } = await newSession(url);
    playerId = me;
    const made: Link = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie }, ...RECONNECTION });
    link = made;
    made.on('events', (packed) => take(unpackEvents(packed)));
    made.on('connect', () => {
      outbox.sendAgain();
      void look();
    });
    // A host that says no is not asked again by socket.io itself.
    made.on('connect_error', () => made.active || setTimeout(() => made.connect(), AGAIN_MS));
    if (!made.connected) await new Promise<void>((resolve) => made.once('connect', resolve));
  }

  async function ask<T extends CommandType>(body: Body<T>): Promise<Results[T] | null> {
    for (;;) {
      const answer = await outbox.send(body);
      if (answer.ok) return answer as unknown as Results[T];
      if (!PASSING.includes(answer.fault)) return null;
      await pause(AGAIN_MS * (0.5 + random()));
    }
  }

  async function look(): Promise<void> {
    if (matchId === null) return;
    const watched = matchId;
    const seen = await ask({ type: 'watch', matchId: watched });
    if (seen && matchId === watched) show(seen.view);
  }

  function take(message: EventsMessage): void {
    if (message.matchId !== matchId || !view) return;
    const next = advanceView(view, message);
    if (next === null) void look();
    else if (next !== view) show(next);
  }

  /** A view that was asked for may be older than what has come since. */
  function show(newer: View): void {
    if (view && newer.version < view.version) return;
    view = newer;
    change.happens();
    change = newChange();
  }

  async function play(of: string): Promise<View> {
    matchId = of;
    view = null;
    let next = change.happened;
    await look();
    for (;;) {
      const now: View | null = view;
      if (now && (now as View).ended) break;
      if (!now || !(await act(of, now)) || view === now) await next;
      next = change.happened;
    }
    const last = view as unknown as View;
    journal.ended({ matchId: of, scores: last.scores });
    matchId = null;
    await ask({ type: 'unwatch', matchId: of });
    return last;
  }

  /** What the view waits for from this seat; false where that is nothing. */
  async function act(of: string, { viewer, turns, settings }: View): Promise<boolean> {
    const turn = turns.at(-1);
    if (!turn || viewer === 'spectator' || isDone(turn, viewer)) return false;
    await pause(2 * thinkMs * random());
    if (turn.closed) await ask({ type: 'ready', matchId: of, turn: turn.turn });
    else await answer(of, turn, viewer, settings.level);
    return true;
  }

  async function answer(of: string, turn: TurnView, side: Side, level: View['settings']['level']): Promise<void> {
    const at = { matchId: of, turn: turn.turn, seat: roleOf(side, turn.leg) };
    const given = anyAnswer(random, level);
    if (isAsked(turn, side)) await ask({ type: 'propose', ...at, proposal: given });
    else await ask({ type: 'predict', ...at, prediction: { flags: given.segment?.flags ?? null, state: given.state } });
  }

  return { enter, ask, play, close: () => void link?.close() };
}

function isDone(turn: TurnView, side: Side): boolean {
  return turn.closed ? turn.ready[side] : turn.sealed[side];
}

async function newSession(url: string): Promise<{ readonly me: string; readonly cookie: string }> {
  for (;;) {
    const response = await fetch(`${url}/api/session`, { method: 'POST' }).catch(() => null);
    const cookie = response?.headers.getSetCookie()[0]?.split(';')[0];
    const { player = null } = response?.ok ? ((await response.json().catch(() => ({}))) as Partial<MeAnswer>) : {};
    if (player && cookie) return { me: player.playerId, cookie };
    await pause(AGAIN_MS);
  }
}

function newChange() {
  let happens: () => void = () => {};
  const happened = new Promise<void>((resolve) => {
    happens = resolve;
  });
  return { happens: () => happens(), happened };
}
