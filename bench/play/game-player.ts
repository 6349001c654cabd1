/** One player of Last ACK. What it keeps of a match is the turn that is open and nothing else: the driver has to be cheaper than the host. */
import { roleOf, type View } from '#game/match/view.ts';
import type { Ask, Side } from '#game/match/vocabulary.ts';
import type { Answer } from '#protocol/commands.ts';
import type { EventsMessage } from '#protocol/packed-events.ts';
import { learn, proposalFor, questionOf } from './answers.ts';
import type { Link } from './link.ts';
import type { Seat } from './seat.ts';
import { countFault, type Counted } from './tally.ts';

type Turn = { readonly turn: number; readonly leg: 0 | 1; readonly asks: readonly Ask[] };
type Prepared = { readonly matchId: string; readonly side: Side; readonly scenario: string; version: number; turn: Turn; isDue: boolean };

export type Player = {
  readonly seat: Seat;
  /** Throws where the command is refused. */
  say<T>(command: object): Promise<T>;
  hear(message: EventsMessage): void;
  /** The match is one of those to be played; they are played in that order. */
  expect(matchId: string, view: View): void;
  /** Nothing is left to be played. */
  isThrough(): boolean;
  close(): void;
};

/** How many answers are right where the player has learnt them. */
const RIGHT = 0.75;

export function createPlayer(link: Link, n: number, counted: Counted): Player {
  const prepared = new Map<string, Prepared>();
  const order: Prepared[] = [];
  let ids = 0;
  const seat: Seat = { onDue: () => {}, answer };

  function ask(command: object, answered: (answer: Answer) => void): void {
    ids += 1;
    link.ask('command', { id: `player-${n}-${ids}`, ...command }, answered);
  }

  function say<T>(command: object): Promise<T> {
    return new Promise((resolve, reject) =>
      ask(command, (answer) => (answer.ok ? resolve(answer as T) : reject(new Error(`refused: ${answer.fault}`)))),
    );
  }

  function expect(matchId: string, view: View): void {
    const turn = view.turns.at(-1);
    if (!turn || view.viewer === 'spectator') throw new Error('no seat');
    const one = { matchId, side: view.viewer, scenario: view.settings.scenario ?? '', version: view.version, turn, isDue: true };
    prepared.set(matchId, one);
    order.push(one);
  }

  function hear({ matchId, version, events }: EventsMessage): void {
    const match = prepared.get(matchId);
    if (!match) return;
    if (version !== match.version + events.length) throw new Error(`version ${version} came after ${match.version}`);
    match.version = version;
    for (const event of events) take(match, event);
  }

  function take(match: Prepared, event: EventsMessage['events'][number]): void {
    if (event.type === 'opened') open(match, event);
    if (event.type === 'closed') {
      learn(questionsOf(match), event.verdicts);
      act({ type: 'ready', matchId: match.matchId, turn: event.turn }, () => {});
    }
    if (event.type === 'ended') end(match);
  }

  function open(match: Prepared, turn: Turn): void {
    match.turn = turn;
    match.isDue = true;
    if (order[0] === match) seat.onDue();
  }

  function end(match: Prepared): void {
    order.splice(order.indexOf(match), 1);
    prepared.delete(match.matchId);
    link.ask('command', { id: `player-${n}-end-${match.matchId}`, type: 'unwatch', matchId: match.matchId }, () => {});
    if (order.length > 0) seat.onDue();
  }

  /** A command that brings the match further. */
  function act(command: object, acknowledged: () => void): void {
    ask(command, (answer) => {
      counted.now.commands += 1;
      if (answer.ok) acknowledged();
      else countFault(counted, answer.fault);
    });
  }

  function answer(): boolean {
    const [match] = order;
    if (!match?.isDue) return false;
    match.isDue = false;
    const began = performance.now();
    act(commandOf(match), () => {
      counted.now.answers += 1;
      counted.now.latencies.push(performance.now() - began);
    });
    return true;
  }

  return { seat, say, hear, expect, isThrough: () => order.length === 0, close: link.close };
}

function questionsOf({ scenario, turn }: Prepared) {
  return Object.fromEntries(turn.asks.map((ask) => [ask.at, questionOf(scenario, ask, turn.turn)]));
}

function commandOf({ matchId, side, scenario, turn }: Prepared): object {
  const seat = roleOf(side, turn.leg);
  const asked = turn.asks.find(({ at }) => at === seat) ?? turn.asks[0];
  if (!asked) throw new Error('nobody is asked');
  const proposal = proposalFor(questionOf(scenario, asked, turn.turn), RIGHT);
  const about = { matchId, turn: turn.turn, seat };
  if (asked.at === seat) return { type: 'propose', ...about, proposal };
  return { type: 'predict', ...about, prediction: { flags: proposal.segment?.flags ?? null, state: proposal.state } };
}
