/** The scenarios. Titles and stories are in `messages`, "scenarios". A leg has 8 to 12 decisions. */
import { ABORTING, RESETS } from './catalogue/aborting.ts';
import { CLOSING } from './catalogue/closing.ts';
import { DATA } from './catalogue/data.ts';
import { OLD_SEGMENTS } from './catalogue/old-segments.ts';
import { OPENING } from './catalogue/opening.ts';
import { LISTENING, writtenOne } from './catalogue/written.ts';
import { generate } from './generate.ts';
import { drawOne, type Random } from './random.ts';
import type { DrawnScenario, Scenario, ScenarioLevel, WrittenScenario } from './script.ts';

export type { Scenario } from './script.ts';

export const WRITTEN: readonly [WrittenScenario, ...WrittenScenario[]] = [
  ...OPENING,
  ...DATA,
  ...CLOSING,
  ...ABORTING,
  ...RESETS,
  ...OLD_SEGMENTS,
];

/** Another life for every match. */
export const LIFE: DrawnScenario = { id: 'whole-life-with-faults', level: 2, draw: (level, seed) => generate(level, seed) };

export const SCENARIOS: readonly [Scenario, ...Scenario[]] = [...WRITTEN, LIFE];

/** One leg, four decisions: a handshake against a bot. */
export const TUTORIAL = writtenOne(`
scenario tutorial
level 1
leg ${LISTENING}
  client opens
`);

/** The scenario of that name; undefined where there is none. */
export function scenarioOf(id: string): Scenario | undefined {
  return [...SCENARIOS, TUTORIAL].find((scenario) => scenario.id === id);
}

/** The scenarios that the host draws from: nothing unusual at level 1, no deep corners at level 2, nothing usual at level 3. */
export function scenariosAt(level: ScenarioLevel): readonly Scenario[] {
  return SCENARIOS.filter((scenario) => (level === 3 ? scenario.level > 1 : scenario.level <= level));
}

/** How often a match of nobody's choice is another life: never at level 1, whose lives differ little; every other time at level 3. */
const LIVES: Readonly<Record<ScenarioLevel, number>> = { 1: 0, 2: 0.25, 3: 0.5 };

/** What a match is about where nobody has chosen. */
export function drawScenario(level: ScenarioLevel, random: Random): Scenario {
  return random() < LIVES[level] ? LIFE : drawOne(random, scenariosAt(level));
}

/** As often one is drawn that has not been had; then any will do. */
const DRAWS = 20;

/** The same, but rather one that is not among `had`, by id. */
export function drawFreshScenario(level: ScenarioLevel, had: readonly string[], random: Random): Scenario {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = drawScenario(level, random);
    if (!had.includes(drawn.id)) return drawn;
  }
  return drawScenario(level, random);
}
