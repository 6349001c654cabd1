/** The machine that is driven by hand. ISS: client 100, server 300. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveItems, MOST_ITEMS, playByHand, toLegScript, tryItem } from '#game/scenarios/by-hand.ts';
import { playCanonically } from '#game/scenarios/proof.ts';
import type { Item, Script } from '#game/scenarios/script.ts';
import { fromAddress, toAddress } from '#game/scenarios/text/address.ts';
import { parseScenario, printScenario } from '#game/scenarios/text/scenario.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';

const LISTEN: Item = { do: 'call', at: 'server', call: 'open-passive' };
const OPEN: Item = { do: 'call', at: 'client', call: 'open-active' };
const CLOSE: Item = { do: 'call', at: 'client', call: 'close' };
const toServer: Item = { do: 'deliver', to: 'server', nth: 1 };
const toClient: Item = { do: 'deliver', to: 'client', nth: 1 };
const HANDSHAKE: Script = [LISTEN, OPEN, toServer, toClient, toServer];

function statesAfter(...script: Script): string {
  const { client, server } = playByHand(script).play.endpoints;
  return `${client.state} ${server.state}`;
}

function underWay(...script: Script): string[] {
  const { wire } = playByHand(script).play;
  return ROLES.flatMap((to) => wire[to].map(({ segment }) => `to ${to}: ${segment.flags.join(',')} seq=${segment.seq}`));
}

describe('by hand', () => {
  test('a segment arrives when it is delivered and no sooner', () => {
    expect(statesAfter(LISTEN, OPEN)).toBe('SYN_SENT LISTEN');
    expect(underWay(LISTEN, OPEN)).toEqual(['to server: SYN seq=100']);
    expect(statesAfter(...HANDSHAKE)).toBe('ESTABLISHED ESTABLISHED');
    expect(underWay(...HANDSHAKE)).toEqual([]);
  });

  test('a dropped one never arrives, a copy arrives as well, and the second one overtakes the first', () => {
    expect(underWay(LISTEN, OPEN, { do: 'drop', to: 'server', nth: 1 })).toEqual([]);
    expect(underWay(LISTEN, OPEN, { do: 'copy', to: 'server', nth: 1 })).toEqual(['to server: SYN seq=100', 'to server: SYN seq=100']);
    const sent: Script = [...HANDSHAKE, { do: 'send', at: 'client', len: 10 }, CLOSE];
    expect(underWay(...sent)).toEqual(['to server: ACK seq=101', 'to server: FIN,ACK seq=111']);
    // The FIN is ahead of a gap: it is acknowledged with what is expected and waits (SHLD-31).
    expect(statesAfter(...sent, { do: 'deliver', to: 'server', nth: 2 })).toBe('FIN_WAIT_1 ESTABLISHED');
    expect(statesAfter(...sent, { do: 'deliver', to: 'server', nth: 2 }, toServer)).toBe('FIN_WAIT_1 CLOSE_WAIT');
  });

  test('a step knows what happened in it, and what both ends were after it', () => {
    const { steps } = playByHand([LISTEN, OPEN, toServer]);
    expect(steps.map(({ happened, play }) => [happened[0]?.at, happened[0]?.done.answer.rules, play.endpoints.server.state])).toEqual([
      ['server', ['closed-open-passive'], 'LISTEN'],
      ['client', ['closed-open-active'], 'LISTEN'],
      ['server', ['listen-syn'], 'SYN_RCVD'],
    ]);
  });
});

describe('an item that comes to nothing is refused', () => {
  test('with the rules that say why', () => {
    expect(tryItem([], { do: 'send', at: 'client', len: 10 })).toEqual({ ok: false, reason: 'no-effect', rules: ['closed-send'] });
    expect(tryItem(HANDSHAKE, OPEN)).toEqual({ ok: false, reason: 'no-effect', rules: ['open-active-again'] });
  });

  test('a segment that is not there, a timer that does not run, a crash of what is CLOSED', () => {
    for (const item of [toClient, { do: 'timeout', at: 'client', timer: '2msl' }, { do: 'crash', at: 'client' }] as const)
      expect(tryItem([LISTEN], item)).toMatchObject({ ok: false, reason: 'no-effect' });
  });

  test('and one that makes an end send several segments at once (house rule N), and one too many', () => {
    const queued: Script = [LISTEN, OPEN, { do: 'send', at: 'client', len: 10 }, { do: 'send', at: 'client', len: 10 }, toServer];
    expect(tryItem(queued, toClient)).toMatchObject({ ok: false, reason: 'several-segments' });
    const copies = Array.from({ length: MOST_ITEMS - 2 }, (): Item => ({ do: 'copy', to: 'server', nth: 1 }));
    expect(tryItem([LISTEN, OPEN, ...copies], toServer)).toMatchObject({ ok: false, reason: 'too-many' });
  });
});

const at = fc.constantFrom(...ROLES);
const anyHandItem: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ do: fc.constant('call' as const), at, call: fc.constantFrom('open-active', 'open-passive', 'close', 'abort') }),
  fc.record({ do: fc.constant('send' as const), at, len: fc.constant(10) }),
  fc.record({ do: fc.constant('timeout' as const), at, timer: fc.constantFrom('retransmission', '2msl') }),
  fc.record({ do: fc.constant('crash' as const), at }),
  ...Array.from({ length: 4 }, () =>
    fc.record({ do: fc.constantFrom('deliver', 'drop', 'copy'), to: at, nth: fc.integer({ min: 1, max: 2 }) }),
  ),
) as fc.Arbitrary<Item>;

/** What somebody comes to who tries all that. */
function driven(items: readonly Item[]): Script {
  return items.reduce<Script>((script, item) => {
    const tried = tryItem(script, item);
    return tried.ok ? tried.script : script;
  }, []);
}

describe('what was done by hand', () => {
  test('plays as a leg to the same ends: the handshake without a hand, an overtaking with one', () => {
    expect(toLegScript(HANDSHAKE)).toEqual([LISTEN, OPEN]);
    const overtaken: Script = [
      ...HANDSHAKE,
      { do: 'send', at: 'client', len: 10 },
      CLOSE,
      { do: 'deliver', to: 'server', nth: 2 },
      toServer,
    ];
    expect(toLegScript(overtaken)[0]).toEqual({ do: 'by-hand' });
  });

  test('is the text of a scenario, whatever was done, and takes the same rules in the same order', () => {
    fc.assert(
      fc.property(fc.array(anyHandItem, { maxLength: 25 }), (items) => {
        const script = driven(items);
        const { steps } = playByHand(script);
        expect(steps).toHaveLength(script.length);
        fc.pre(steps.some(({ happened }) => happened.length > 0));
        const parsed = parseScenario(printScenario({ id: 'own', level: 3, title: {}, story: {}, legs: [{ script: toLegScript(script) }] }));
        if (!parsed.ok) throw new Error(parsed.mistakes.map(({ code }) => code).join(' '));
        const rules = steps.flatMap(({ happened }) => happened.map(({ done }) => done.answer.rules.join(' ')));
        const legScript = parsed.scenario.legs[0]?.script ?? [];
        const played = playCanonically({ script: legScript, numbers: [{ client: 100, server: 300 }] });
        const met = played.turns.flatMap(({ done }) => done.map(({ answer }) => answer.rules.join(' ')));
        expect(met.slice(0, rules.length)).toEqual(rules);
      }),
      { numRuns: 150 },
    );
  });
});

test('what somebody has written is played without what comes to nothing, however much that is', () => {
  const written = fromAddress('client_crashes;server_listens;client_opens;deliver_2_to_server;deliver_to_server;client_opens') ?? [];
  expect(toAddress(effectiveItems(written))).toBe('server_listens;client_opens;deliver_to_server');
  const longer: Script = Array.from({ length: 300 }, (_, n) =>
    n === 0 ? { do: 'call', at: 'client', call: 'open-active' } : { do: 'copy', to: 'server', nth: 1 },
  );
  expect(effectiveItems(longer)).toHaveLength(MOST_ITEMS);
});
