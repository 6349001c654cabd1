/** What a page of practice is made with: the leg, and the words around it. The catalogue stays on the host. */
import { drawScenario, scenarioOf, SCENARIOS } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import type { Leg } from '#game/scenarios/script.ts';
import { fromAddress } from '#game/scenarios/text/address.ts';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import type { KnownScenario } from '#components/practice/scenario-choice.tsx';
import { ruleNames, ruleTexts } from '../rule-texts.ts';
import { scenarioNames, scenarioStories } from '../scenario-names.ts';
import type { Start } from './address.ts';

export type PlayedLeg = {
  readonly leg: Leg;
  /** In the reader's language. */
  readonly scenarioName: string;
};

export async function legOf({ scenario, own, level, seed }: Pick<Start, 'scenario' | 'own' | 'level' | 'seed'>): Promise<PlayedLeg> {
  const script = own && fromAddress(own.script);
  if (own && script) return { leg: expand({ id: 'own', level, siblings: [script, script] }, level, seed)[0], scenarioName: own.name };
  const played = (scenario && scenarioOf(scenario)) || drawScenario(level, randomFrom(seed));
  const names = await scenarioNames();
  return { leg: expand(played, level, seed)[0], scenarioName: names[played.id] ?? played.id };
}

/** To choose from. */
export async function knownScenarios(): Promise<readonly KnownScenario[]> {
  const [names, stories] = [await scenarioNames(), await scenarioStories()];
  return SCENARIOS.map(({ id, level }) => ({ id, level, name: names[id] ?? id, story: stories[id] ?? '' }));
}

/** Arrows and rules, for the board and what explains. */
export async function boardTexts() {
  return { edges: DIAGRAM.map(({ from, to }) => ({ from, to })), texts: await ruleTexts(), names: await ruleNames() };
}
export type BoardTexts = Awaited<ReturnType<typeof boardTexts>>;
