/** What holds for every scenario that is drawn; null, or what does not hold. */
import { expand } from '#game/scenarios/expand.ts';
import { generate, type Length } from '#game/scenarios/generate.ts';
import { areSiblings, decisionsOf, playCanonically } from '#game/scenarios/proof.ts';
import type { Leg, ScenarioLevel } from '#game/scenarios/script.ts';
import { checkScenario } from '#game/scenarios/text/check.ts';
import type { Mistake } from '#game/scenarios/text/mistakes.ts';
import { parseScenario, printScenario } from '#game/scenarios/text/scenario.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { playAtRandom, type Path } from './every-path.ts';

/** How many ways through each leg are drawn beside the canonical one. */
const WAYS = 4;

export function faultOf(level: ScenarioLevel, seed: number, length: Length): string | null {
  const [first, second] = expand({ id: 'drawn', level, draw: () => generate(level, seed, length) }, level, seed);
  if (!areSiblings(first, second)) return 'the legs are no siblings';
  const [mistake] = mistakesIn(level, [first, second]);
  if (mistake) return `as a text it has a mistake: ${mistake.code} in line ${mistake.line}`;
  return [first, second].map((leg) => faultOfLeg(leg, length, seed)).find((fault) => fault !== null) ?? null;
}

/** What an instructor would be told who had written it: no statement without effect, above all. */
function mistakesIn(level: ScenarioLevel, legs: readonly Leg[]): readonly Mistake[] {
  const parsed = parseScenario(printScenario({ id: 'drawn', level, title: {}, story: {}, legs }));
  return parsed.ok ? checkScenario(parsed.scenario) : parsed.mistakes;
}

function faultOfLeg(leg: Leg, { least, most }: Length, seed: number): string | null {
  const decisions = ROLES.flatMap((role) => decisionsOf(leg, role)).length;
  if (decisions < least || decisions > most) return `${decisions} decisions`;
  const { end, cutShort } = playCanonically(leg);
  if (cutShort) return `a turn that is none: ${cutShort}`;
  if (!isOver(end)) return 'both are not CLOSED at the end';
  const ways = Array.from({ length: WAYS }, (_, n) => playAtRandom(leg, WAYS * seed + n));
  if (ways.some((way) => way.cutShort)) return 'a right answer leads to a turn that is none';
  return ways.every((way) => isOver(way.end)) ? null : 'a right answer leads elsewhere than to CLOSED';
}

function isOver({ cursor, leg, endpoints, wire }: Path['end']): boolean {
  const isQuiet = ROLES.every((role) => wire[role].length === 0);
  return cursor === leg.script.length && isQuiet && ROLES.every((role) => endpoints[role].state === 'CLOSED');
}
