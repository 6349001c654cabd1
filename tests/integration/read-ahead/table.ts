/** A match at a table with onlookers: two players and a spectator by link, strangers by HTTP; everything that they are sent is kept. */
import type { MatchRecord } from '#db/match-store.ts';
import { type View, VIEWERS, type Viewer } from '#game/match/view.ts';
import { SIDES, type Side } from '#game/match/vocabulary.ts';
import { answerFor } from '../../unit/match/games.ts';
import { openRawLink, type RawLink } from '../../fuzz/link.ts';
import { commandFor, openTurn, storedMatch } from '../links/duel.ts';
import type { TestHost } from '../links/host.ts';
import { type PackedEvents, unpackEvents } from '#protocol/packed-events.ts';
import { eventsOf, type Guest, newId } from '../links/player.ts';

export type Told = { readonly viewer: Viewer | 'stranger'; readonly kind: 'event' | 'answer' | 'page'; readonly value: unknown };
export type People = { readonly players: readonly [Guest, Guest]; readonly spectator: Guest; readonly stranger: Guest };

/** Whether the side answers the turn rightly, and which of the two answers first. */
export type Play = { readonly isRight: (turn: number, side: Side) => boolean; readonly first: (turn: number) => Side };
type Hooks = {
  /** What was sent, in the order in which each viewer got it. */
  readonly told: (told: Told) => void;
  /** The first of the two has answered the turn: nothing of it may be known yet. */
  readonly half: (turn: number) => Promise<void>;
  readonly sealed: (side: Side, turn: number, answer: object) => object;
};

const CREDIT_MS = 120;

/** Plays to the end, or until that turn is open and its first answer is given. */
export async function playAt(
  host: TestHost,
  record: MatchRecord,
  people: People,
  play: Play,
  hooks: Hooks,
  until: number | null,
): Promise<void> {
  await host.store.create(record);
  const { matchId } = record;
  const views = new Map<Viewer, { version: number; waits: (() => void)[] }>(VIEWERS.map((viewer) => [viewer, { version: 0, waits: [] }]));
  const links = new Map<Viewer, RawLink>();
  const guests = new Map<Viewer, Guest>([
    [0, people.players[0]],
    [1, people.players[1]],
    ['spectator', people.spectator],
  ]);

  function hear(viewer: Viewer, message: unknown): void {
    const [name, packed] = message as [string, PackedEvents];
    if (name !== 'events') return;
    const said = unpackEvents(packed);
    if (said.matchId !== matchId) return;
    for (const value of eventsOf(said)) hooks.told({ viewer, kind: 'event', value });
    const seen = views.get(viewer);
    if (!seen) return;
    seen.version = said.version;
    for (const look of seen.waits.splice(0)) look();
  }

  async function say(viewer: Viewer, command: object): Promise<{ readonly ok: boolean; readonly view?: View; readonly fault?: string }> {
    const text = (await links.get(viewer)?.command(JSON.stringify({ id: newId(), ...command }))) ?? '';
    const answer = JSON.parse(text) as { ok: boolean; fault?: string };
    if (answer.fault !== 'too-many-messages') {
      hooks.told({ viewer, kind: 'answer', value: answer });
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, CREDIT_MS));
    return say(viewer, command);
  }

  /** Until every link has been sent what is stored by now. */
  async function allSee(version: number): Promise<void> {
    for (const seen of views.values()) while (seen.version < version) await new Promise<void>((resolve) => void seen.waits.push(resolve));
  }

  const waits = (side: Side) => record.parties[side].bot === null;
  const current = () => storedMatch(host, matchId);

  async function answer(side: Side, turn: number): Promise<void> {
    const match = await current();
    const given = hooks.sealed(side, turn, answerFor(match, side, play.isRight(turn, side))) as Parameters<typeof commandFor>[3];
    const answered = await say(side, commandFor(matchId, match.view, side, given));
    if (!answered.ok && answered.fault !== 'turn-over') throw new Error(`side ${side}, turn ${turn}: ${answered.fault}`);
  }

  async function turns(): Promise<void> {
    for (;;) {
      const { view } = await current();
      await allSee(view.version);
      const turn = openTurn(view);
      if (view.ended || !turn) return;
      if (turn.closed) {
        for (const side of SIDES.filter(waits)) await say(side, { type: 'ready', matchId, turn: turn.turn });
        continue;
      }
      const first = play.first(turn.turn);
      const order = ([first, first === 0 ? 1 : 0] as const).filter(waits);
      await answer(order[0] ?? 0, turn.turn);
      const half = await current();
      await allSee(half.view.version);
      if (order.length === 2) await hooks.half(turn.turn);
      if (turn.turn === until) return;
      if (order[1] !== undefined) await answer(order[1], turn.turn);
      else await closes(turn.turn);
    }
  }

  /** The bot answers when it has thought. */
  async function closes(turn: number): Promise<void> {
    while (!(await current()).view.turns[turn]?.closed)
      await new Promise<void>((resolve) => void views.get('spectator')?.waits.push(resolve));
  }

  for (const viewer of VIEWERS) {
    const guest = guests.get(viewer);
    const link = guest && (await openRawLink(portOf(host), guest.cookie, 7, { event: (message) => hear(viewer, message) }));
    if (typeof link !== 'object') throw new Error(`no link: ${link}`);
    links.set(viewer, link);
  }
  for (const viewer of VIEWERS.filter((one) => one === 'spectator' || waits(one))) {
    const { view } = await say(viewer, { type: 'watch', matchId });
    const seen = views.get(viewer);
    if (seen) seen.version = Math.max(seen.version, view?.version ?? 0);
  }
  for (const side of SIDES) if (!waits(side)) views.delete(side);
  await turns();
  for (const link of links.values()) link.close();
}

export const portOf = ({ url }: TestHost) => Number(new URL(url).port);
