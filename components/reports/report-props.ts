import type { MisconceptionId } from '#game/match/misconceptions.ts';
import type { MasteryTurnsQuery } from '#protocol/reports.ts';

export type { RuleName } from '#components/console/console-props.ts';
export type MisconceptionName = (id: MisconceptionId) => string;

/** Some turns, and what they have in common in the reader's words. */
export type Behind = { readonly label: string; readonly query: MasteryTurnsQuery };
export type OnBehind = (behind: Behind) => void;
