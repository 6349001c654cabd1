/** What of the browser's own code a simulated tab runs: all that stands between a page and the host. */
export { ask } from '#app/api.ts';
export { watchOf } from '#app/contest.ts';
export { hostNow } from '#app/clock.ts';
export { isLinkLive, onHostEvent, send } from '#app/link.ts';
export { addAnswer, tellAnswers, untoldAnswers } from '#app/study/answers.ts';
export { QUEUES } from '#app/waiting/queue.ts';
export { watchOfMatch } from '#app/watch.ts';

import { ensureGuest } from '#app/session.ts';

/** The player whom the host takes the tab for. */
export async function me(): Promise<string> {
  const reply = await ensureGuest();
  return reply.ok ? reply.data.playerId : me();
}
