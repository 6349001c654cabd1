/** Legs of the catalogue, and practices played along them. */
import { asProposal } from '#game/match/typical-mistakes.ts';
import type { Level } from '#game/match/vocabulary.ts';
import { beginPractice, openIn, takeStep, type Practice, type PracticeSettings, type PracticeStep } from '#game/practice/practice.ts';
import { askIn, claimOf } from '#game/practice/turns.ts';
import type { Turn } from '#game/practice/turns.ts';
import type { Outcome, Proposal, Verdict } from '#game/match/vocabulary.ts';
import { SCENARIOS, scenarioOf, type Scenario } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { answersAt } from '#game/scenarios/play.ts';
import { sameSegment, type Segment } from '#game/tcp/vocabulary.ts';

export { SCENARIOS };

export function legOf(scenario: Scenario | string, level: Level = 2, seed = 1) {
  const found = typeof scenario === 'string' ? scenarioOf(scenario) : scenario;
  if (!found) throw new Error(`no scenario ${scenario}`);
  return expand(found, level, seed)[0];
}

export const USUAL: PracticeSettings = { level: 2, role: 'client', strength: 'perfect', seed: 1 };

export function practise(scenario: Scenario | string, settings: Partial<PracticeSettings>, steps: readonly PracticeStep[] = []): Practice {
  const all = { ...USUAL, ...settings };
  return steps.reduce(takeStep, beginPractice(all, legOf(scenario, all.level, all.seed)));
}

/** What is right at the open question. */
export function rightMove(practice: Practice): Proposal {
  const turn = openIn(practice);
  const ask = askIn(turn);
  const [canonical] = ask ? answersAt(turn.play, ask) : [];
  if (!canonical) throw new Error('nothing is asked');
  return asProposal(canonical, practice.settings.level);
}

/** Answers rightly and goes on until the phase comes, or the end. */
export function playOn(practice: Practice, until: Practice['phase'] = 'over'): Practice {
  let now = practice;
  do {
    now = takeStep(now, now.phase === 'asked' ? { type: 'answer', proposal: rightMove(now) } : { type: 'go-on' });
  } while (now.phase !== until && now.phase !== 'over');
  return now;
}

/** Whether a move, as it is drawn, is one of the answers that stand. */
export function stands(turn: Turn, verdict: Verdict, isSame: (a: Segment | null, b: Segment | null) => boolean = sameSegment): boolean {
  const claim = claimed(turn, verdict);
  const ask = turn.asks.find(({ at }) => at === verdict.at);
  if (!ask) throw new Error('nobody asked');
  return answersAt(turn.play, ask).some(({ segment, state }) => state === claim.state && isSame(segment, claim.segment));
}

export function claimed(turn: Turn, verdict: Verdict): Outcome {
  const claim = claimOf(turn, verdict);
  if (!claim) throw new Error('a move without a claim');
  return claim;
}
