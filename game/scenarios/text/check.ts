/** What is wrong with a scenario that reads well: seen by playing it. */
import { areSiblings, playCanonically } from '../proof.ts';
import type { Leg, Script } from '../script.ts';
import { mistake, START, type Mistake } from './mistakes.ts';
import { printItem } from './print.ts';
import type { LegText, ScenarioText } from './scenario.ts';

/** In the order of the legs; none where the scenario can be played. */
export function checkScenario({ legs }: ScenarioText): readonly Mistake[] {
  return [...legs.flatMap(checkLeg), ...checkSiblings(legs)];
}

function checkLeg({ script, places }: LegText): readonly Mistake[] {
  const { turns, end, cutShort } = playCanonically(plainLeg(script));
  if (cutShort) return [mistake(cutShort, places[end.cursor - 1] ?? START)];
  const trace = traceOf(script);
  const idle = script.flatMap((item, index) => (isWithoutEffect(script, index, trace) ? [{ item, place: places[index] ?? START }] : []));
  return [
    ...(turns.length > 0 ? [] : [mistake('nothing-asked', places[0] ?? START)]),
    ...idle.map(({ item, place }) => mistake('no-effect', place, printItem(item))),
  ];
}

/** The same happens without it. To wait and to settle is for answers that lead elsewhere. */
function isWithoutEffect(script: Script, index: number, trace: string): boolean {
  const { do: name } = script[index] ?? { do: 'settle' };
  return name !== 'settle' && name !== 'wait' && traceOf(script.toSpliced(index, 1)) === trace;
}

/**
 * All that happens, to whom, and whether it is asked; not what the wire does where nothing comes of it, and without the settling that
 * would make up for a statement that is missing.
 */
function traceOf(script: Script): string {
  const { turns, told } = playCanonically(plainLeg(script.filter((item) => item.do !== 'settle')));
  return JSON.stringify([turns, told], (key, value: unknown) => (key === 'fate' ? undefined : value));
}

/** Every length is the same, so that two scripts can be compared. */
function plainLeg(script: Script): Leg {
  const connections = 1 + script.filter((item) => item.do === 'new-connection').length;
  return {
    script: script.map((item) => (item.do === 'send' ? { len: 100, ...item } : item)),
    numbers: Array.from({ length: connections }, (_, n) => ({ client: 1_000_000 * n + 100, server: 1_000_000 * n + 300 })),
  };
}

function checkSiblings([first, second]: readonly LegText[]): readonly Mistake[] {
  if (!first || !second || areSiblings(plainLeg(first.script), plainLeg(second.script))) return [];
  return [mistake('not-siblings', second.places[0] ?? START)];
}
