/** How much may be said: over a link, and by a player over all links together. */
import { createAllowance } from './allowance.ts';

/** Of a link: at once, and then each second. */
export type LinkLimits = { readonly messages: number; readonly messagesPerSecond: number };
/** A person in a match needs a few messages a turn. */
export const LINK_LIMITS: LinkLimits = { messages: 40, messagesPerSecond: 10 };
/** A player speaks in as many tabs at once. */
const TABS = 3;
/** Whoever goes on in spite of so many refusals is no page of ours. */
const REFUSALS = 1_000;

export type Credits = {
  take(linkId: string, playerId: string): boolean;
  /** To be asked at each refusal: whether the link has to end. */
  areAbused(linkId: string): boolean;
};

export function createCredits({ messages, messagesPerSecond }: LinkLimits, now: () => number): Credits {
  const ofLink = createAllowance(messages, messagesPerSecond, now);
  const ofPlayer = createAllowance(TABS * messages, TABS * messagesPerSecond, now);
  const refusals = createAllowance(REFUSALS, messagesPerSecond, now);
  return {
    take: (linkId, playerId) => ofLink.take(linkId) && ofPlayer.take(playerId),
    areAbused: (linkId) => !refusals.take(linkId),
  };
}
