/** What a player has put together so far, and what is still missing before it can be sealed. */
import { FLAGS, orderFlags, type Flag, type State } from '#game/tcp/vocabulary.ts';
import { MAX_SEQ } from '#game/tcp/sequence.ts';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';

export type Draft = {
  /** Excludes everything else of a segment. */
  readonly isNothing: boolean;
  readonly flags: readonly Flag[];
  readonly data: boolean;
  /** As typed: digits only. */
  readonly seq: string;
  readonly ack: string;
  readonly state: State | null;
};

export type Missing = 'segment' | 'flags' | 'seq' | 'ack' | 'state';

export const EMPTY_DRAFT: Draft = { isNothing: false, flags: [], data: false, seq: '', ack: '', state: null };

export function toggleFlag(draft: Draft, flag: Flag): Draft {
  const flags = draft.flags.includes(flag) ? draft.flags.filter((one) => one !== flag) : orderFlags([...draft.flags, flag]);
  return { ...draft, isNothing: false, flags };
}

export function toggleNothing(draft: Draft): Draft {
  return { ...draft, isNothing: !draft.isNothing, flags: [], data: false };
}

export function toggleData(draft: Draft): Draft {
  return { ...draft, isNothing: false, data: !draft.data };
}

export function typeNumber(draft: Draft, field: 'seq' | 'ack', text: string): Draft {
  return { ...draft, [field]: text.replace(/\D/g, '').slice(0, 10) };
}

/** Null where it is no sequence number. */
export function parseNumber(text: string): number | null {
  const value = Number(text);
  return text !== '' && value <= MAX_SEQ ? value : null;
}

/** What has to be filled in next; null where the draft can be sealed. */
export function missingOf(draft: Draft, hasNumbers: boolean): Missing | null {
  if (!draft.isNothing && draft.flags.length === 0) return draft.data ? 'flags' : 'segment';
  if (hasNumbers && needsSeq(draft) && parseNumber(draft.seq) === null) return 'seq';
  if (hasNumbers && needsAck(draft) && parseNumber(draft.ack) === null) return 'ack';
  return draft.state === null ? 'state' : null;
}

export function needsSeq({ isNothing }: Draft): boolean {
  return !isNothing;
}

export function needsAck({ flags }: Draft): boolean {
  return flags.includes('ACK');
}

/** Null as long as something is missing. */
export function toProposal(draft: Draft, hasNumbers: boolean): Proposal | null {
  if (missingOf(draft, hasNumbers) !== null || draft.state === null) return null;
  return { segment: draft.isNothing ? null : segmentOf(draft, hasNumbers), state: draft.state };
}

function segmentOf(draft: Draft, hasNumbers: boolean): Proposal['segment'] {
  const seq = hasNumbers ? parseNumber(draft.seq) : null;
  const ack = hasNumbers && needsAck(draft) ? parseNumber(draft.ack) : null;
  return { flags: draft.flags, data: draft.data, seq, ack };
}

export function toPrediction(draft: Draft): Prediction | null {
  if (missingOf(draft, false) !== null || draft.state === null) return null;
  return { flags: draft.isNothing ? null : draft.flags, state: draft.state };
}

/** The letter of each flag is its first; no two begin alike. */
export function flagOfKey(key: string): Flag | null {
  return FLAGS.find((flag) => flag.startsWith(key.toUpperCase())) ?? null;
}
