/** How each scenario of a session went. */
import { groupBy } from '#game/contest/group-by.ts';
import type { ExportedScenario, ExportedTurn } from '#protocol/exports.ts';
import { type Column, toCsv } from './csv.ts';

const COLUMNS: readonly Column<ExportedScenario>[] = [
  ['scenario', ({ scenario }) => scenario],
  ['asked', ({ asked }) => asked],
  ['right', ({ right }) => right],
  ['share_right', ({ share }) => share],
  ['mean_milliseconds', ({ meanMilliseconds }) => meanMilliseconds],
  ['wrong_rule', ({ wrong }) => wrong?.rule ?? null],
  ['wrong_segment', ({ wrong }) => wrong?.segment ?? null],
  ['wrong_state', ({ wrong }) => wrong?.state ?? null],
  ['wrong_count', ({ wrong }) => wrong?.count ?? null],
];

export function scenariosCsv(scenarios: readonly ExportedScenario[]): string {
  return toCsv(COLUMNS, scenarios);
}

/** In the order in which they were played. */
export function summariseScenarios(turns: readonly ExportedTurn[]): readonly ExportedScenario[] {
  const counted = turns.filter(({ voided }) => !voided);
  return [...groupBy(counted, ({ scenario }) => scenario)].map(([scenario, played]) => summarise(scenario, played));
}

function summarise(scenario: string, turns: readonly ExportedTurn[]): ExportedScenario {
  const right = turns.filter(isRight).length;
  const times = turns.flatMap(({ milliseconds }) => milliseconds ?? []);
  return {
    scenario,
    asked: turns.length,
    right,
    share: rounded(right / turns.length),
    meanMilliseconds: times.length > 0 ? Math.round(times.reduce((sum, ms) => sum + ms, 0) / times.length) : null,
    wrong: mostFrequentlyWrong(turns),
  };
}

export function isRight({ segmentRight, stateRight }: Pick<ExportedTurn, 'segmentRight' | 'stateRight'>): boolean {
  return segmentRight && stateRight;
}

/** Of equally frequent ones, the one that was given first. */
function mostFrequentlyWrong(turns: readonly ExportedTurn[]): ExportedScenario['wrong'] {
  const wrong = turns.filter((turn) => !isRight(turn)).flatMap(toWrong);
  const [most] = [...groupBy(wrong, (answer) => Object.values(answer).join()).values()].sort((a, b) => b.length - a.length);
  const [answer] = most ?? [];
  return most && answer ? { ...answer, count: most.length } : null;
}

/** Numbers differ from pair to pair: "ACK seq=101 ack=301" is an ACK. Nothing where time ran out. */
function toWrong({ rules, chosenSegment, chosenState }: ExportedTurn) {
  const [segment] = chosenSegment?.split(' ') ?? [];
  return segment && chosenState ? [{ rule: rules.at(-1) ?? null, segment, state: chosenState }] : [];
}

/** To four places. */
export function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
