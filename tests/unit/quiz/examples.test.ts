/** An example for each rule: it could have happened, and its last move is one that the rule makes. */
import { describe, expect, test } from 'vitest';
import { scenarioOf } from '#game/scenarios/catalogue.ts';
import { exampleOf } from '#game/quiz/examples.ts';
import type { SceneAct } from '#game/quiz/vocabulary.ts';
import { movesTo } from '#game/tcp/answers.ts';
import { DIAGRAM, rulesOn, statesOf } from '#game/tcp/diagram.ts';
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import { isRefusal, ruleOf, RULES, type RuleId } from '#game/tcp/rules.ts';
import { sameSegment, type Role, type State } from '#game/tcp/vocabulary.ts';

const IDS = RULES.map(({ id }) => id);

/** Null where it does not begin with two ends that are CLOSED: then their numbers are not known. */
function replay(rule: RuleId): readonly (readonly RuleId[])[] | null {
  const { scene, at } = exampleOf(rule);
  if (scene.before.client !== 'CLOSED' || scene.before.server !== 'CLOSED') return null;
  const ends: Record<Role, Endpoint> = { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT };
  const fired: (readonly RuleId[])[] = [];
  for (const act of scene.moments.flat()) {
    const answer = answerIn(ends[act.at], act);
    ends[act.at] = answer.endpoint;
    if (act.at === at) fired.push(answer.rules);
  }
  return fired;
}

function answerIn(endpoint: Endpoint, { event, outcome }: SceneAct) {
  if (event.type === 'crash') return { endpoint: CLOSED_ENDPOINT, rules: [] };
  const found = movesTo(endpoint, event).find(
    ({ state, segment }) => state === outcome?.state && sameSegment(segment, outcome?.segment ?? null),
  );
  if (!found) throw new Error(`${event.type} in ${endpoint.state} does not come to ${outcome?.state}`);
  return found;
}

/** The state in which an end is before the last moment. */
function stateBefore(rule: RuleId): State {
  const { scene, at } = exampleOf(rule);
  const own = scene.moments.slice(0, -1).flatMap((acts) => acts.filter((act) => act.at === at));
  return own.at(-1)?.outcome?.state ?? scene.before[at];
}

describe.each(IDS)('the example of %s', (id) => {
  const { scenario, scene, at } = exampleOf(id);
  const last = scene.moments.at(-1) ?? [];

  test('ends with something that happens at its end, of the kind that the rule is for', () => {
    expect(last.map((act) => [act.at, act.event.type])).toEqual([[at, ruleOf(id).on]]);
  });

  test('comes from a scenario that there is, but for calls that no scenario makes', () => {
    if (scenario !== null) expect(scenarioOf(scenario)?.id).toBe(scenario);
    const isCalledNowhere = isRefusal(id) || ['receive', 'status'].includes(ruleOf(id).on);
    expect(scenario === null).toBe(isCalledNowhere);
  });

  test('is short enough to be read', () => {
    expect(scene.moments.length).toBeLessThanOrEqual(8);
  });
});

test('played again from two ends that are CLOSED, each example ends with its rule', () => {
  const replayed = IDS.flatMap((id) => {
    const fired = replay(id);
    return fired ? [{ id, fired: fired.at(-1) ?? [] }] : [];
  });
  expect(replayed.filter(({ id, fired }) => !fired.includes(id))).toEqual([]);
  expect(replayed.length).toBeGreaterThan(IDS.length / 2);
});

describe.each(DIAGRAM.map((arrow) => ({ name: `${arrow.from} to ${arrow.to}`, arrow })))('the arrow from $name', ({ arrow }) => {
  test('is taken by the canonical answer of the example of its plainest rule', () => {
    const [plainest] = rulesOn(arrow);
    if (!plainest) throw new Error('an arrow without a rule');
    const { scene } = exampleOf(plainest.id);
    expect(plainest.insteadOf).toBeUndefined();
    expect([stateBefore(plainest.id), scene.moments.at(-1)?.[0]?.outcome?.state]).toEqual([arrow.from, arrow.to]);
  });

  test('has no rule whose move begins elsewhere', () => {
    for (const rule of rulesOn(arrow)) expect(statesOf(rule)).toContain(arrow.from);
  });
});
