/** What is wrong with a scenario that reads well: seen by playing it. */
import { differencesOf, playCanonically } from '../proof.ts';
import { DEEDS, FATES, type Item, type Leg, type Script } from '../script.ts';
import { mistake, START, type Mistake } from './mistakes.ts';
import { printItem } from './print.ts';
import type { LegText, ScenarioText } from './scenario.ts';

/** In the order of the legs; none where the scenario can be played. */
export function checkScenario({ level, legs }: ScenarioText): readonly Mistake[] {
  return [...legs.flatMap((leg) => [...(level === 1 ? checkLevel(leg) : []), ...checkLeg(leg)]), ...checkSiblings(legs)];
}

/** What level 1 does without: faults, and what is simultaneous or forged. */
const UNUSUAL: readonly Item['do'][] = [...FATES, ...DEEDS, 'by-hand', 'both', 'inject', 'crash'];

function checkLevel({ script, places }: LegText): readonly Mistake[] {
  const isUnusual = (item: Item) => UNUSUAL.includes(item.do) || (item.do === 'timeout' && item.timer !== '2msl');
  return script.flatMap((item, index) => (isUnusual(item) ? [mistake('level-too-low', places[index] ?? START, printItem(item))] : []));
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
  if (!first || !second) return [];
  const differences = differencesOf(plainLeg(first.script), plainLeg(second.script));
  return differences.length === 0 ? [] : [mistake('not-siblings', second.places[0] ?? START, differences.join('; '))];
}
