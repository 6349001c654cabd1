import type { Times } from '#game/match/turn.ts';
import type { HostSettings } from './settings.ts';

/** What a deadline gives for the way to the host, at most. */
const ALLOWANCE_MS = 500;
export const DAY_MS = 24 * 60 * 60 * 1_000;
const ABANDON_MS = DAY_MS;

export function timesOf(settings: HostSettings): Times {
  const { verdictMs: verdict, graceMs: grace, leaveGraceMs: leaveGrace, idleMs: idle } = settings;
  return { verdict, grace, leaveGrace, idle, allowance: ALLOWANCE_MS, abandon: ABANDON_MS };
}

/**
 * Milliseconds since 1970 by a clock that runs evenly as long as the host does, whatever becomes of the machine's: for all that lasts, as turns and
 * graces do. Where the machine slept, or its clock was set, it is not the time of day any more.
 */
export function now(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/** Milliseconds since 1970 by the machine's clock, which may be set at any moment: for all that has a date, as homework and results do. */
export function date(): number {
  return Date.now();
}
