/** What is chosen on the diagram; the address of the page says it. */
import { DIAGRAM, type Arrow } from '#game/tcp/diagram.ts';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';

export type Selection = { readonly type: 'state'; readonly state: State } | { readonly type: 'arrow'; readonly arrow: Arrow };

export type Query = { readonly [name: string]: string | readonly string[] | undefined };

/** Null where the address names nothing that there is. */
export function selectionIn({ state, from, to }: Query): Selection | null {
  const known = STATES.find((one) => one === state);
  if (known) return { type: 'state', state: known };
  const arrow = DIAGRAM.find((one) => one.from === from && one.to === to);
  return arrow ? { type: 'arrow', arrow } : null;
}

export function hrefOfState(state: State): string {
  return `/learn?state=${state}`;
}

export function hrefOfArrow({ from, to }: Edge): string {
  return `/learn?from=${from}&to=${to}`;
}

/** Unlike for any other. */
export function keyOf(chosen: Selection | null): string {
  if (chosen === null) return '';
  return chosen.type === 'state' ? chosen.state : `${chosen.arrow.from}-${chosen.arrow.to}`;
}

/** Whether the arrow belongs to what is chosen: a state lights those that lead to it and from it. */
export function isChosenArrow({ from, to }: Edge, chosen: Selection | null): boolean {
  if (chosen === null) return false;
  if (chosen.type === 'state') return chosen.state === from || chosen.state === to;
  return chosen.arrow.from === from && chosen.arrow.to === to;
}

export function isChosenState(state: State, chosen: Selection | null): boolean {
  return chosen?.type === 'state' && chosen.state === state;
}

/** Whether the state is at an end of the chosen arrow. */
export function isTouched(state: State, chosen: Selection | null): boolean {
  return chosen?.type === 'arrow' && (chosen.arrow.from === state || chosen.arrow.to === state);
}
