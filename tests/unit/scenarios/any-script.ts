/** Scripts of any items, for fast-check: they read and print, but need not make sense. */
import fc from 'fast-check';
import { BASES, DEEDS, FATES, type Count, type Item } from '#game/scenarios/script.ts';
import { FLAGS, ROLES, TIMERS } from '#game/tcp/vocabulary.ts';

const at = fc.constantFrom(...ROLES);
const early = fc.constantFrom({}, { early: true as const });
const plus = fc.oneof(fc.integer({ min: -70_000, max: 70_000 }), fc.integer({ min: -(2 ** 32) + 1, max: 2 ** 32 - 1 }));
const count: fc.Arbitrary<Count> = fc
  .record({ of: fc.constantFrom(...BASES), plus })
  .map((one) => (one.of === '0' ? { ...one, plus: Math.abs(one.plus) } : one));

const call = fc.record({
  do: fc.constant('call' as const),
  at,
  call: fc.constantFrom('open-active' as const, 'open-passive' as const, 'close' as const, 'abort' as const),
});
const send = fc.record({ do: fc.constant('send' as const), at, len: fc.integer({ min: 1, max: 1_460 }) }, { requiredKeys: ['do', 'at'] });
const timeout = fc.record({ do: fc.constant('timeout' as const), at, timer: fc.constantFrom(...TIMERS) });
const inject = fc
  .record({
    flags: fc.subarray([...FLAGS], { minLength: 1 }),
    at,
    seq: count,
    ack: count,
    len: fc.nat(1_460),
    wnd: fc.option(fc.nat(65_535)),
  })
  .map(({ ack, wnd, ...rest }) => ({
    do: 'inject' as const,
    ...rest,
    ack: rest.flags.includes('ACK') ? ack : null,
    ...(wnd !== null && { wnd }),
  }));

export const anyItem: fc.Arbitrary<Item> = fc.oneof(
  fc.tuple(fc.oneof(call, send, timeout, inject), early).map(([item, when]) => ({ ...item, ...when })),
  fc.record({ do: fc.constant('both' as const), call: fc.constantFrom('open-active' as const, 'close' as const) }),
  fc.record({ do: fc.constantFrom(...FATES), from: at }),
  fc.record({ do: fc.constant('release' as const), from: at }),
  fc.record({ do: fc.constantFrom(...DEEDS), to: at, nth: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ do: fc.constant('by-hand' as const) }),
  fc.record({ do: fc.constantFrom('crash' as const, 'close-at-fin' as const), at }),
  fc.record({ do: fc.constantFrom('settle' as const, 'wait' as const, 'tell' as const, 'ask' as const, 'new-connection' as const) }),
);

export const anyScript = fc.array(anyItem, { minLength: 1, maxLength: 20 });
