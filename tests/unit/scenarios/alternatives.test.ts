/** A player may choose any answer that stands, and the story goes on from there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCENARIOS, TUTORIAL } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { isRefusal, RULES } from '#game/tcp/rules.ts';
import { everyPath, MOST_TURNS, playAtRandom, type Path } from './every-path.ts';
import { ALL_WRITTEN, legOf } from './ladders.ts';

const paths = new Map<string, readonly Path[]>(
  ALL_WRITTEN.map(({ id, siblings }) => [id, siblings.flatMap((script) => everyPath(legOf(script)))]),
);

/** Half-open connections (§3.5.1): note 3 of Figure 5 leaves the aborting end in TIME_WAIT, where the peer's challenge ACK is not answered. */
const ENDS_MAY_PART = ['abort-in-fin-wait-1'];

describe('every way through every scenario', () => {
  test.each(ALL_WRITTEN)('$id ends: the script is over and nothing is under way', ({ id }) => {
    for (const { end, cutShort } of paths.get(id) ?? []) {
      expect(cutShort).toBe(false);
      expect(end.cursor).toBe(end.leg.script.length);
      expect(end.wire).toEqual({ client: [], server: [] });
    }
  });

  test('the two ends never part: where one is ESTABLISHED at the end, so is the other', () => {
    const parting = [...paths].filter(([, ways]) => ways.some(({ end }) => isEstablished(end, 'client') !== isEstablished(end, 'server')));
    expect(parting.map(([id]) => id)).toEqual(ENDS_MAY_PART);
  });

  test('random numbers and random choices end too, at every level', () => {
    const levels = fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>;
    fc.assert(
      fc.property(fc.constantFrom(...SCENARIOS, TUTORIAL), levels, fc.integer(), (scenario, level, seed) =>
        expand(scenario, level, seed).every((leg) => {
          const { end, turns, cutShort } = playAtRandom(leg, seed);
          return turns <= MOST_TURNS && !cutShort && end.cursor === leg.script.length;
        }),
      ),
      { numRuns: 500 },
    );
  });
});

function isEstablished({ endpoints }: Path['end'], role: 'client' | 'server'): boolean {
  return endpoints[role].state === 'ESTABLISHED';
}

/** How many scenarios reach each rule, on whichever way. */
const REACHED_BY = new Map(
  RULES.map(({ id }) => [id, [...paths.values()].filter((ways) => ways.some(({ rules }) => rules.includes(id))).length]),
);

/** RECEIVE and STATUS change nothing and send nothing, so a script does not know them. */
const WITHOUT_SCENARIO = ['opening-receive', 'receive', 'status'];

test('every rule is reached by a scenario, but for errors that a call is answered with', () => {
  const unreached = RULES.filter(({ id }) => REACHED_BY.get(id) === 0 && !isRefusal(id)).map(({ id }) => id);
  expect(unreached).toEqual(WITHOUT_SCENARIO);
});

test('how many scenarios reach each rule', () => {
  const reached = [...REACHED_BY].filter(([, count]) => count > 0).map(([id, count]) => `${id} ${count}`);
  expect(reached).toEqual(COUNTS);
});

// biome-ignore format: a table
const COUNTS: readonly string[] = [
  'closed-open-active 59', 'closed-open-passive 59', 'listen-open-active 1', 'listen-send 2', 'listen-send-on-syn 2', 'opening-send 4',
  'send-waits 2', 'send 24', 'listen-close 1', 'syn-sent-close 1', 'syn-rcvd-close-queued 4', 'syn-rcvd-close 1',
  'established-close-queued 1', 'established-close 25', 'close-wait-close-queued 1', 'close-wait-close 18', 'early-abort 1', 'abort 6',
  'abort-rst-ack 6', 'abort-time-wait 6', 'abort-rst-ack-time-wait 6', 'late-abort 2', 'closed-rst 2', 'closed-segment 16',
  'listen-rst 2', 'listen-ack 2', 'listen-syn 58', 'listen-other 1', 'syn-sent-bad-ack-rst 1', 'syn-sent-bad-ack 4', 'syn-sent-rst 7',
  'syn-sent-rst-without-ack 2', 'syn-sent-syn-ack 56', 'syn-sent-syn 3', 'syn-sent-other 3', 'syn-rcvd-crossed-syn-ack 1',
  'syn-rcvd-crossed-syn-ack-acked 1', 'syn-rcvd-same-syn 1', 'syn-rcvd-same-syn-again 1', 'time-wait-new-syn 2',
  'time-wait-new-syn-challenged 2', 'time-wait-fin 1', 'time-wait-ack 3', 'old-fin 1', 'unacceptable-rst 2',
  'syn-rcvd-unacceptable-ack 1', 'syn-rcvd-unacceptable-ack-reset 1', 'unacceptable 7', 'rst-in-window 2', 'syn-rcvd-rst-reopened 1',
  'syn-rcvd-rst-passive 5', 'syn-rcvd-rst-active 1', 'rst 9', 'late-rst 1', 'time-wait-rst 5', 'time-wait-rst-ignored 5',
  'syn-rcvd-new-syn 1', 'challenge-syn 3', 'no-ack 2', 'syn-rcvd-ack 52', 'syn-rcvd-bad-ack 1', 'syn-rcvd-bad-ack-challenged 1',
  'ack-of-unsent 1', 'fin-wait-1-fin-acked 27', 'closing-fin-acked 4', 'last-ack-fin-acked 18', 'time-wait-segment 2', 'ack 22',
  'window-update 3', 'duplicate-ack 12', 'closing-ignored 1', 'data 27', 'ahead-of-gap 4', 'ahead-of-gap-unacked 4', 'data-after-fin 1',
  'established-fin 25', 'fin-wait-1-fin 4', 'fin-wait-1-fin-ack 4', 'fin-wait-2-fin 18', 'fin-after-fin 1', 'queued-data 6',
  'queued-close 1', 'queued-close-on-data 2', 'queued-close-behind-data 1', 'queued-close-after-fin 1',
  'queued-close-after-fin-on-data 1', 'queued-fin 1', 'queued-fin-on-data 1', 'retransmit-syn 4', 'retransmit-syn-ack 4',
  'retransmit-syn-alone 1', 'retransmit-fin 4', 'retransmit-data 5', 'zero-window-probe 2', 'two-msl 25', 'user-timeout 1',
];
