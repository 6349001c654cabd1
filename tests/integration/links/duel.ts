/** Two players in one match over links, and how they play it. */
import { beginMatch, evolveAll, type Match } from '#game/match/match.ts';
import { roleOf, type View } from '#game/match/view.ts';
import { SIDES, type Prediction, type Proposal, type Side } from '#game/match/vocabulary.ts';
import type { Answer } from '#protocol/commands.ts';
import { answerFor } from '../../unit/match/games.ts';
import type { TestHost } from './host.ts';
import { newPlayer, type Body, type Link, type Seen } from './player.ts';

export type Seat = { readonly side: Side; readonly link: Link; readonly seen: Seen };
export type Duel = { readonly matchId: string; readonly seats: readonly [Seat, Seat] };

export type Wish = { readonly level?: 1 | 2 | 3; readonly scenario?: string | null; readonly turnSeconds?: number | null };

/** One invites, the other accepts, both watch. */
export async function newDuel(host: TestHost, wish: Wish = {}): Promise<Duel> {
  const [one, other] = [await newPlayer(host), await newPlayer(host)];
  const { code } = await one.get({ type: 'invite', level: 1, scenario: 'three-way-handshake', turnSeconds: 300, ...wish });
  const { matchId } = await other.get({ type: 'invite-accept', code });
  return { matchId, seats: [await sit(0, one, matchId), await sit(1, other, matchId)] };
}

export async function sit(side: Side, link: Link, matchId: string): Promise<Seat> {
  return { side, link, seen: await link.watch(matchId) };
}

export const openTurn = (view: View) => view.turns.at(-1);

/** The match as the host's store has it. */
export async function storedMatch(host: TestHost, matchId: string): Promise<Match> {
  const found = await host.store.load(matchId);
  if (!found) throw new Error(`no match ${matchId}`);
  return evolveAll(
    beginMatch(found.record),
    found.entries.map((entry) => ({ entry, at: 0 })),
  );
}

/** What that seat could say to the open turn, as a command. */
export async function answerCommand(host: TestHost, { side, seen }: Seat, isRight = true): Promise<Body> {
  const match = await storedMatch(host, seen.matchId);
  return commandFor(seen.matchId, match.view, side, answerFor(match, side, isRight));
}

export function commandFor(matchId: string, view: View, side: Side, answer: Proposal | Prediction): Body {
  const turn = openTurn(view);
  if (!turn) throw new Error('no turn is open');
  const forTurn = { matchId, turn: turn.turn, seat: roleOf(side, turn.leg) };
  return 'segment' in answer ? { type: 'propose', ...forTurn, proposal: answer } : { type: 'predict', ...forTurn, prediction: answer };
}

export async function answers(host: TestHost, seat: Seat, isRight = true): Promise<Answer> {
  return seat.link.say(await answerCommand(host, seat, isRight));
}

export function readsOn({ link, seen }: Seat): Promise<Answer> {
  return link.say({ type: 'ready', matchId: seen.matchId, turn: openTurn(seen.view())?.turn });
}

/** Plays the seat until `isDone`, or to the end. `isRight(turn)`: whether to answer that turn rightly. */
export async function playSeat(
  host: TestHost,
  seat: Seat,
  isDone: (view: View) => boolean = () => false,
  isRight: (turn: number) => boolean = () => true,
): Promise<View> {
  for (;;) {
    const view = await seat.seen.until((one) => one.ended !== null || isDone(one) || waitsFor(one, seat.side));
    const turn = openTurn(view);
    if (view.ended || isDone(view) || !turn) return view;
    const answer = turn.closed ? await readsOn(seat) : await answers(host, seat, isRight(turn.turn));
    if (!answer.ok) throw new Error(`side ${seat.side} was refused at turn ${turn.turn}: ${answer.fault}`);
  }
}

function waitsFor(view: View, side: Side): boolean {
  const turn = openTurn(view);
  return turn !== undefined && !(turn.closed ? turn.ready[side] : turn.sealed[side]);
}

export function playBoth(host: TestHost, { seats }: Duel, isDone?: (view: View) => boolean, isRight?: (turn: number) => boolean) {
  return Promise.all(SIDES.map((side) => playSeat(host, seats[side], isDone, isRight)));
}
