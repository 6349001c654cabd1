/** What a round found hard. Only first-try answers of people count: not what a bot or nobody answered, and no voided turn. */
import { orderFlags, STATES, type Event } from '../tcp/vocabulary.ts';
import type { Proposal } from '../match/vocabulary.ts';
import { groupBy } from './group-by.ts';
import type { AnsweredMove, HardestTurn, HardRule, HeatState, Tally } from './vocabulary.ts';

/** Hardest first; rules that nobody got wrong are left out. */
export function hardestRules(moves: readonly AnsweredMove[]): readonly HardRule[] {
  const groups = groupBy(moves.filter(counts), ({ rules, state }) => `${rules.at(-1)} ${state}`);
  return [...groups.values()]
    .flatMap(([first, ...others]) => {
      const rule = first?.rules.at(-1);
      return first && rule ? [{ rule, state: first.state, ...tallyOf([first, ...others]) }] : [];
    })
    .filter(({ asked, right }) => right < asked)
    .sort((a, b) => hardness(b) - hardness(a) || b.asked - a.asked || compareText(a.rule, b.rule) || compareText(a.state, b.state));
}

/** The states in which somebody was asked, in the order of the RFC. */
export function heatOf(moves: readonly AnsweredMove[]): readonly HeatState[] {
  const groups = groupBy(moves.filter(counts), ({ state }) => state);
  return STATES.flatMap((state) => {
    const group = groups.get(state);
    return group ? [{ state, ...tallyOf(group) }] : [];
  });
}

/**
 * The turn that most got wrong, of all pairs of a round together; null where nobody got any wrong. Pairs play siblings: a turn is the
 * same one where the leg, the state, what happened and the rules are, whatever its numbers. The legs are apart, because in the second
 * one everybody has seen the answers of the first.
 */
export function hardestTurn(moves: readonly AnsweredMove[]): HardestTurn | null {
  const turns = [...groupBy(moves.filter(counts), turnKey).values()].map((group) => ({ group, tally: tallyOf(group) }));
  const [hardest] = turns.sort((a, b) => wrongOf(b.tally) - wrongOf(a.tally) || a.tally.asked - b.tally.asked || byPlace(a.group, b.group));
  return hardest && wrongOf(hardest.tally) > 0 ? { ...hardest.tally, ...mostFrequentMistake(hardest.group) } : null;
}

/** An answer that was given goes before turns that were missed, which leave nothing to look at. */
function mostFrequentMistake(group: readonly AnsweredMove[]): Pick<HardestTurn, 'matchId' | 'turn' | 'side' | 'wrong'> {
  const mistakes = [...groupBy(group.filter((move) => !isRight(move)).sort(comparePlace), mistakeKey).values()];
  const [most] = mistakes.sort((a, b) => Number(isGiven(b)) - Number(isGiven(a)) || b.length - a.length || byPlace(a, b));
  const shown = most?.[0];
  if (!shown) throw new Error('a turn that nobody got wrong');
  return { matchId: shown.matchId, turn: shown.turn, side: shown.side, wrong: { proposal: shown.chosen, count: most.length } };
}

function counts({ by, voided }: AnsweredMove): boolean {
  return by === 'player' && !voided;
}

function isRight({ segmentRight, stateRight }: AnsweredMove): boolean {
  return segmentRight && stateRight;
}

function isGiven([first]: readonly AnsweredMove[]): boolean {
  return first !== undefined && first.chosen !== null;
}

function tallyOf(moves: readonly AnsweredMove[]): Tally {
  return { asked: moves.length, right: moves.filter(isRight).length };
}

function wrongOf({ asked, right }: Tally): number {
  return asked - right;
}

/** The share of wrong answers, as if two more people had been right: what one person was asked does not lead the list. */
function hardness(tally: Tally): number {
  return wrongOf(tally) / (tally.asked + 2);
}

function turnKey({ leg, state, event, rules }: AnsweredMove): string {
  return [leg, state, eventKey(event), ...rules].join(' ');
}

function eventKey(event: Event): string {
  switch (event.type) {
    case 'segment': {
      const { flags, len } = event.segment;
      return ['segment', flags, len > 0 ? 'data' : '', event.joined ?? ''].join();
    }
    case 'timeout':
      return `timeout,${event.timer}`;
    default:
      return event.type;
  }
}

/** Numbers differ from pair to pair; the mistake that they show does not. */
function mistakeKey({ chosen, segmentRight, stateRight, misconception }: AnsweredMove): string {
  return [chosen && proposalKey(chosen), segmentRight, stateRight, misconception].join();
}

function proposalKey({ segment, state }: Proposal): string {
  return segment ? [orderFlags(segment.flags).join('+'), segment.data, state].join() : `nothing,${state}`;
}

function byPlace(a: readonly AnsweredMove[], b: readonly AnsweredMove[]): number {
  const [first, second] = [a, b].map((group) => group.toSorted(comparePlace)[0]);
  return first && second ? comparePlace(first, second) : 0;
}

function comparePlace(a: AnsweredMove, b: AnsweredMove): number {
  return a.turn - b.turn || compareText(a.matchId, b.matchId) || a.side - b.side;
}

/** The same in every language of the host. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
