/** Errors of the host's, over the link or over HTTP: the id under which its log has the last one. */
import { createStore } from './store.ts';

export const lastReport = createStore<string | null>(null);

/** Takes the id out of an answer, where there is one. */
export function noteReport(answer: unknown): void {
  const report = typeof answer === 'object' && answer !== null && 'report' in answer ? answer.report : null;
  if (typeof report === 'string') lastReport.set(report);
}
