/** What a player puts together, and when it can be sealed. */
import { describe, expect, test } from 'vitest';
import { predictionSchema, proposalSchema } from '#protocol/commands.ts';
import {
  type Draft,
  EMPTY_DRAFT,
  flagOfKey,
  missingOf,
  toggleData,
  toggleFlag,
  toggleNothing,
  toPrediction,
  toProposal,
  typeNumber,
} from '#components/composer/draft.ts';

const inState = (draft: Draft): Draft => ({ ...draft, state: 'CLOSING' });
const ack = toggleFlag(EMPTY_DRAFT, 'ACK');
const withNumbers = typeNumber(typeNumber(ack, 'seq', '302'), 'ack', '802');

describe('a draft', () => {
  test('asks for the segment, its numbers, then the state', () => {
    expect(missingOf(EMPTY_DRAFT, true)).toBe('segment');
    expect(missingOf(toggleData(EMPTY_DRAFT), true)).toBe('flags');
    expect(missingOf(ack, true)).toBe('seq');
    expect(missingOf(typeNumber(ack, 'seq', '0'), true)).toBe('ack');
    expect(missingOf(withNumbers, true)).toBe('state');
    expect(missingOf(inState(withNumbers), true)).toBeNull();
  });

  test('asks for no ack where ACK is not among the flags, and for no number at level 1 or with "nothing"', () => {
    expect(missingOf(typeNumber(toggleFlag(EMPTY_DRAFT, 'SYN'), 'seq', '1'), true)).toBe('state');
    expect(missingOf(ack, false)).toBe('state');
    expect(missingOf(toggleNothing(EMPTY_DRAFT), true)).toBe('state');
  });

  test('keeps "nothing" and flags apart', () => {
    expect(toggleNothing(toggleData(ack))).toMatchObject({ isNothing: true, flags: [], data: false });
    expect(toggleFlag(toggleNothing(EMPTY_DRAFT), 'FIN')).toMatchObject({ isNothing: false, flags: ['FIN'] });
    expect(toggleNothing(toggleNothing(EMPTY_DRAFT))).toEqual(EMPTY_DRAFT);
  });

  test('writes flags in their order, each once', () => {
    expect(toggleFlag(toggleFlag(ack, 'SYN'), 'FIN').flags).toEqual(['SYN', 'FIN', 'ACK']);
    expect(toggleFlag(ack, 'ACK').flags).toEqual([]);
  });

  test.each([
    ['4294967295', 4_294_967_295],
    [' 4,294,967,295 ', 4_294_967_295],
    ['4294967296', undefined],
    ['', undefined],
  ])('takes %j as the number %s', (text, seq) => {
    expect(toProposal(inState(typeNumber(toggleFlag(EMPTY_DRAFT, 'RST'), 'seq', text)), true)?.segment?.seq).toBe(seq);
  });

  test('becomes what the host takes', () => {
    const drafts = [inState(withNumbers), inState(toggleNothing(withNumbers)), inState(toggleData(withNumbers))];
    for (const draft of drafts) {
      for (const hasNumbers of [true, false]) expect(proposalSchema.safeParse(toProposal(draft, hasNumbers)).success).toBe(true);
      expect(predictionSchema.safeParse(toPrediction(draft)).success).toBe(true);
    }
  });

  test('leaves out the numbers that are not asked for', () => {
    expect(toProposal(inState(withNumbers), false)?.segment).toEqual({ flags: ['ACK'], data: false, seq: null, ack: null });
    expect(toProposal(inState(toggleFlag(toggleFlag(withNumbers, 'ACK'), 'RST')), true)?.segment?.ack).toBeNull();
  });
});

test('each flag has its letter, and no other key is one', () => {
  expect(['s', 'A', 'f', 'R'].map(flagOfKey)).toEqual(['SYN', 'ACK', 'FIN', 'RST']);
  expect(['n', 'd', 'F1', 'Shift', 'ArrowUp', ' '].map(flagOfKey)).toEqual([null, null, null, null, null, null]);
});
