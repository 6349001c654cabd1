/** The way of the arrow keys through the state diagram. */
import type { Page } from 'playwright';
import { neighbour, type Direction, DIRECTIONS } from '#components/state-diagram/places.ts';
import { STATES, type State } from '#game/tcp/vocabulary.ts';

export async function focusedState(page: Page): Promise<State> {
  const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const state = STATES.find((one) => one === label.split(',')[0]);
  if (!state) throw new Error(`the focus is not on a state but on "${label}"`);
  return state;
}

/** The fewest arrows from one state of the diagram to another. */
export function wayTo(from: State, to: State): readonly Direction[] {
  const ways = new Map<State, readonly Direction[]>([[from, []]]);
  for (const [state, way] of ways)
    for (const direction of Object.keys(DIRECTIONS) as Direction[]) {
      const next = neighbour(state, direction);
      if (!ways.has(next)) ways.set(next, [...way, direction]);
    }
  const way = ways.get(to);
  if (!way) throw new Error(`the arrows do not lead from ${from} to ${to}`);
  return way;
}
