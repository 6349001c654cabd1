/** What a match is made from, whoever asked for it. */
import { legTurnsOf } from '#game/match/match.ts';
import type { Party, Settings } from '#game/match/vocabulary.ts';
import type { Scenario } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import type { MatchRecord } from '#db/match-store.ts';

/** Of the rules in `game/tcp`: raised when a canonical answer changes. */
const RULES_VERSION = '1';

export type MatchWanted = {
  readonly matchId: string;
  readonly settings: Settings;
  readonly scenario: Scenario;
  readonly parties: readonly [Party, Party];
  /** Whole numbers: what happens is drawn from `seed`, sequence numbers and lengths from `numbers`, or from `seed` as well. */
  readonly seed: number;
  readonly numbers: number | null;
  readonly startedAt: number;
};

/** A tutorial has one leg. */
export function makeMatchRecord({ matchId, settings, scenario, parties, seed, numbers, startedAt }: MatchWanted): MatchRecord {
  const both = expand(scenario, settings.level, seed, numbers);
  const legs = settings.kind === 'tutorial' ? both.slice(0, 1) : both;
  return { matchId, rulesVersion: RULES_VERSION, settings, legs, legTurns: legTurnsOf(legs), parties, startedAt };
}
