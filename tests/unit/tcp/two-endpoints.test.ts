/** What holds for two endpoints and a wire that loses, doubles and reorders: their exchanges die out, and CLOSE leads to CLOSED. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES, STATES, type Event, type Role } from '#game/tcp/vocabulary.ts';
import { abort, arrives, close, openActive, openPassive, send, timeout } from './endpoints.ts';
import { apply, BEGINNING, happen, histories, quieten, type Move, type World } from './world.ts';

const RETRANSMISSION = timeout('retransmission');
const GRACEFUL: readonly Event[] = [openActive, openPassive, send(10), close, RETRANSMISSION];
const RARE: readonly Event[] = [timeout('2msl'), abort, timeout('user')];
const RUNS = { numRuns: 3_000 };

/** No segment draws more than a few others, each weaker than itself. */
const enoughFor = ({ wire }: World) => 10 * (wire.client.length + wire.server.length) + 50;

/** Each end opens once: whatever the wire doubles or replays is of this connection. */
function openingOnce(moves: readonly Move[]): readonly Move[] {
  const isOpen = (move: Move, at: Role) => move.do === 'event' && move.at === at && move.event.type.startsWith('open-');
  const first = ROLES.map((role) => moves.find((move) => isOpen(move, role)));
  return moves.filter((move) => !ROLES.some((role) => isOpen(move, role)) || first.includes(move));
}

describe('one incarnation', () => {
  const moves = histories(GRACEFUL, RARE).map(openingOnce);

  test('two endpoints never answer each other for ever, whatever happened and whatever arrives once more', () => {
    const diesOut = (history: readonly Move[]) => {
      const world = history.reduce(apply, BEGINNING);
      return quieten(world, enoughFor(world)) !== null;
    };
    fc.assert(fc.property(moves, diesOut), RUNS);
  });

  test('nothing leaves the eleven states', () => {
    const staysWithin = (world: World) => ROLES.every((role) => STATES.includes(world.ends[role].state));
    fc.assert(
      fc.property(moves, (history) => {
        let world = BEGINNING;
        return history.every((move) => {
          world = apply(world, move);
          return staysWithin(world);
        });
      }),
      RUNS,
    );
  });

  test('with CLOSE alone, and a wire that loses nothing from some time on, both ends reach CLOSED', () => {
    const graceful = histories(GRACEFUL, [timeout('2msl')]).map(openingOnce);
    const bothClose = (history: readonly Move[]) => {
      const { ends } = wentDown(history.reduce(apply, BEGINNING));
      return ROLES.every((role) => ends[role].state === 'CLOSED');
    };
    fc.assert(fc.property(graceful, bothClose), RUNS);
  });
});

const MOST_ROUNDS = 60;

/** Both applications call CLOSE, everything arrives, and timers run out only where nothing else happens any more. */
function wentDown(begun: World): World {
  let world = begun;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const quiet = quieten(
      ROLES.reduce((now, at) => happen(now, at, close), world),
      enoughFor(world) + 50,
    );
    if (!quiet) throw new Error('an exchange without end');
    const waiting = ROLES.filter((at) => quiet.ends[at].unacked.length > 0);
    const due: readonly Role[] = waiting.length > 0 ? waiting : ROLES;
    const timer = waiting.length > 0 ? RETRANSMISSION : timeout('2msl');
    world = due.reduce((now, at) => happen(now, at, timer), quiet);
  }
  return world;
}

describe('several incarnations, with segments of the ones before under way', () => {
  /** The end has taken a SYN that the other one no longer stands by. */
  const isMistaken = ({ ends }: World, at: Role, peer: Role) => ends[at].irs !== ends[peer].iss;

  test('only two ends that have both taken an old SYN answer each other for ever', () => {
    fc.assert(
      fc.property(histories(GRACEFUL, RARE), (history) => {
        const world = history.reduce(apply, BEGINNING);
        if (quieten(world, enoughFor(world))) return true;
        const later = deliver(world, enoughFor(world));
        return isMistaken(later, 'client', 'server') && isMistaken(later, 'server', 'client');
      }),
      RUNS,
    );
  });
});

/** The oldest segment each way, so many times. */
function deliver(begun: World, times: number): World {
  let world = begun;
  for (let count = 0; count < times; count += 1) {
    const at = ROLES.find((role) => world.wire[role].length > 0);
    if (at) world = apply(world, { do: 'deliver', at, index: 0 });
  }
  return world;
}

/**
 * By the letter of §3.10.7.4 what is not acceptable draws an ACK, also where it is a bare ACK itself. Two ends that each find the other's
 * SND.NXT outside of their window therefore never stop; RFC 5961 §7 throttles that, which needs a clock. These are the ways there.
 */
describe('the exchanges without end that the RFC has', () => {
  const play = (...moves: readonly (readonly [Role, Event])[]) => moves.reduce((world, [at, event]) => happen(world, at, event), BEGINNING);
  const established = deliver(play(['server', openPassive], ['client', openActive]), 10);
  const isEndless = (world: World) => quieten(world, 1_000) === null;
  const lost = (world: World): World => ({ ...world, wire: BEGINNING.wire });

  test('two SYNs that were given up meet two new attempts', () => {
    const first: readonly (readonly [Role, Event])[] = ROLES.map((at) => [at, openActive]);
    const given = first.map(([at]): readonly [Role, Event] => [at, close]);
    const both = play(...first, ...given, ...first);
    expect(ROLES.map((role) => both.wire[role].length)).toEqual([2, 2]);
    const { ends } = deliver(both, 20);
    expect([isEndless(both), ends.client.state, ends.server.state]).toEqual([true, 'SYN_RCVD', 'SYN_RCVD']);
    // The user timeout of either ends it: CLOSED answers with a RST.
    expect(isEndless(happen(deliver(both, 20), 'client', timeout('user')))).toBe(false);
  });

  test('data that the peer never sent has moved RCV.NXT on', () => {
    const { sndNxt, rcvNxt } = established.ends.client;
    const forged = happen(established, 'client', arrives('ACK', rcvNxt, sndNxt, 10));
    expect(isEndless(happen(forged, 'server', send(5)))).toBe(true);
  });

  test('both have lost a whole window, until a timer runs out', () => {
    const old = arrives('ACK', established.ends.client.rcvNxt - 1, established.ends.client.sndNxt);
    const full = lost(ROLES.reduce((world, at) => happen(world, at, send(65_535)), established));
    const answered = happen(full, 'client', old);
    expect(isEndless(answered)).toBe(true);
    expect(isEndless(happen(deliver(answered, 10), 'client', RETRANSMISSION))).toBe(false);
  });
});
