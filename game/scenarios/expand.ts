/** From a scenario and a seed to the legs of a match: who begins, how long the data is and which numbers are used. */
import { drawBetween, randomFrom, type Random } from './random.ts';
import { siblingsOf, type Leg, type Numbers, type Scenario, type Script } from './script.ts';

export const MAX_DATA = 1_460;

/**
 * Two legs that are siblings; which of the two scripts comes first is drawn. Level 3 has numbers of the whole sequence space.
 * With the same `seed` and other `numbers` the same things happen with other numbers and lengths.
 */
export function expand(scenario: Scenario, level: 1 | 2 | 3, seed: number, numbers: number | null = null): readonly [Leg, Leg] {
  const random = randomFrom(seed);
  const [a, b] = siblingsOf(scenario, level, seed);
  const [first, second] = random() < 0.5 ? [a, b] : [b, a];
  const drawn = numbers === null ? random : randomFrom(numbers);
  const leg = expandScript(first, level, drawn, []);
  return [leg, expandScript(second, level, drawn, leg.numbers)];
}

/** `taken`: numbers of the leg before, which nobody is to answer from memory. */
function expandScript(script: Script, level: 1 | 2 | 3, random: Random, taken: readonly Numbers[]): Leg {
  const connections = 1 + script.filter((item) => item.do === 'new-connection').length;
  const numbers: Numbers[] = [];
  const expanded = withLengths(script, random);
  // An ISS is not used again soon (§3.4.1): not by the next connection of the leg either.
  while (numbers.length < connections) numbers.push(drawOthers(level, random, [...taken, ...numbers]));
  return { script: expanded, numbers };
}

function drawOthers(level: 1 | 2 | 3, random: Random, taken: readonly Numbers[]): Numbers {
  const drawn = drawNumbers(level, random);
  const isTaken = taken.some(({ client, server }) => client === drawn.client || server === drawn.server);
  return isTaken ? drawOthers(level, random, taken) : drawn;
}

/** Every SEND hands over so many octets as it says, or some that are drawn. */
export function withLengths(script: Script, random: Random): Script {
  return script.map((item) =>
    item.do === 'send' && item.len === undefined ? { ...item, len: 10 * drawBetween(random, 1, MAX_DATA / 10) } : item,
  );
}

/** Far enough apart to be told apart at a glance: hundreds that a person can add in the head, or anything at level 3. */
function drawNumbers(level: 1 | 2 | 3, random: Random): Numbers {
  if (level === 3) return { client: drawBetween(random, 0, 2 ** 32 - 1), server: drawBetween(random, 0, 2 ** 32 - 1) };
  const client = 100 * drawBetween(random, 1, 9);
  return { client, server: client + 1_000 * drawBetween(random, 1, 8) };
}
