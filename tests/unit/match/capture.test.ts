/** A finished match as a capture: what is in it, and what `npm run annotate` reads off it. */
import { describe, expect, test } from 'vitest';
import { dissect } from '#game/capture/dissect.ts';
import { createReader } from '#game/capture/reader.ts';
import type { CapturedSegment, ConnectionLine, EndLine } from '#game/capture/vocabulary.ts';
import { captureOf } from '#game/match/capture.ts';
import type { Match } from '#game/match/match.ts';
import type { TurnView } from '#game/match/view.ts';
import { LIFE, SCENARIOS, WRITTEN } from '#game/scenarios/catalogue.ts';
import { ROLES, type Role, type State } from '#game/tcp/vocabulary.ts';
import { annotate, textOf } from '../capture/ladder.ts';
import { matchOfBots } from './bot-matches.ts';
import { begin, playOn, resigns, does } from './games.ts';
import { tellingOf } from './capture-differences.ts';

const STARTED = Date.parse('2026-11-22T12:00:00Z');

const captured = ({ view }: Match) => captureOf(view.turns, STARTED);
const played = (scenario: string) => playOn(begin({ scenario, level: 2 })).match;
const rowsOf = (match: Match) => annotate(captured(match)).segments.map(textOf);

function read(file: Uint8Array): CapturedSegment[] {
  const found: CapturedSegment[] = [];
  createReader().push(file, (frame) => {
    const seen = dissect(frame, BigInt(STARTED) * 1_000_000n);
    if (typeof seen === 'string') throw new Error(seen);
    found.push(seen);
  });
  return found;
}

describe('the capture of a match', () => {
  test('holds what both ends sent, in their order, with the numbers and lengths of the match', () => {
    const match = played('three-way-handshake');
    const sent = match.view.turns.flatMap((turn) => turn.closed?.outcomes ?? []).flatMap(({ segment }) => segment ?? []);
    expect(read(captured(match)).map(({ segment }) => segment)).toEqual(sent);
    expect(rowsOf(match).slice(0, 3)).toEqual([
      '1 client SYN 0 | SYN_SENT SYN_RCVD',
      '2 server SYN,ACK 0 1 | ESTABLISHED SYN_RCVD',
      '3 client ACK 1 1 | ESTABLISHED ESTABLISHED',
    ]);
  });

  test('each connection of both legs is a connection of its own, a turn a second', () => {
    const match = played('connection-refused');
    const names = new Set(match.view.turns.map(({ leg, connection }) => `${leg} ${connection}`));
    const file = read(captured(match));
    const ports = new Set(file.map(({ source, destination }) => Math.max(source.port, destination.port)));
    expect([...ports]).toEqual([...names].map((_, index) => 40_001 + index));
    const times = file.map(({ time }) => Number(time) / 1e9);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.floor(times[0] ?? 0)).toBe(match.view.turns.findIndex(({ closed }) => closed?.outcomes.some(({ segment }) => segment)));
  });

  test('what the wire lost is in it, and what was sent again', () => {
    expect(
      rowsOf(played('lost-syn'))
        .filter((row) => /client SYN 0/.test(row))
        .slice(0, 2),
    ).toEqual(['1 client SYN 0 | SYN_SENT LISTEN | lost', '2 client SYN 0 | SYN_SENT SYN_RCVD | retransmission']);
  });

  test('what the wire delivers twice is in it twice', () => {
    const { view } = played('duplicate-data');
    const data = read(captureOf(view.turns, STARTED)).filter(({ segment }) => segment.len > 0);
    const sent = view.turns.flatMap((turn) => turn.closed?.outcomes ?? []).filter(({ segment }) => segment && segment.len > 0);
    expect(data.length).toBeGreaterThan(sent.length);
    expect(new Set(data.map(({ segment }) => JSON.stringify(segment))).size).toBe(sent.length);
  });

  test('what nobody sent is in it, as if the other end had', () => {
    const forged = played('forged-acks')
      .view.turns.flatMap(({ asks }) => asks)
      .filter(({ event }) => event.type === 'segment' && event.segment.flags.join() === 'FIN');
    expect(rowsOf(played('forged-acks')).filter((row) => /client FIN /.test(row))).toHaveLength(forged.length);
  });

  test('what arrived out of order is in it in the order in which it was sent', () => {
    const data = read(captured(played('out-of-order-data'))).filter(({ segment }) => segment.len > 0 && segment.flags.join() === 'ACK');
    const [first, second] = data;
    expect(second?.segment.seq).toBe(((first?.segment.seq ?? 0) + (first?.segment.len ?? 0)) % 2 ** 32);
  });

  test('a window is the one that was offered', () => {
    const windows = read(captured(played('zero-window'))).map(({ window }) => window);
    expect(windows).toContain(0);
    expect(windows).toContain(65_535);
  });

  test('a match that was given up has what went out until then', () => {
    const given = playOn(begin({ scenario: 'three-way-handshake' }), ({ view }) => view.turns.length === 4);
    expect(rowsOf(does(given, resigns(0)).match)).toHaveLength(2);
    expect(read(captured(does(begin(), resigns(0)).match))).toEqual([]);
  });
});

describe('what is read off it is what the ends were in', () => {
  test.each(WRITTEN.map(({ id }, index) => [id, index] as const))('%s', (scenario, index) => {
    for (const level of [0, 1, 2]) {
      for (const { role, inMatch, told } of statesOf(matchOfBots(index + level * SCENARIOS.length)))
        expect(told.join(' '), role).toBe(tellingOf(scenario, role, inMatch.join(' ')));
    }
  });

  test('of lives that are drawn without faults on the wire; a capture tells momentary states besides', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      for (const { inMatch, told } of statesOf(playOn(begin({ scenario: LIFE.id, level: 1, seed })).match)) {
        const besides = told.filter((state) => !inMatch.includes(state));
        expect(told.filter((state) => !besides.includes(state))).toEqual(inMatch);
        expect(['ESTABLISHED', 'CLOSE_WAIT']).toEqual(expect.arrayContaining(besides));
      }
    }
  });
});

/** The states of each end of each connection, in the match and as the capture tells them. */
function statesOf(match: Match) {
  const { connections, ends, summary } = annotate(captured(match));
  expect(summary).toMatchObject({ skipped: {}, damage: null });
  const endOf = (line: ConnectionLine) => ends.find(({ connection }) => connection === line.connection);
  return connectionsOf(match).flatMap(({ turns, port }) =>
    ROLES.map((role) => ({
      role,
      inMatch: statesPlayed(turns, role),
      told: connections.flatMap((line) => statesTold(line, endOf(line), role, `10.0.0.1:${port}`)),
    })),
  );
}

/** Those to which nobody sent a forged segment: a capture cannot tell that its sender is not its sender. */
function connectionsOf({ view, record }: Match) {
  const names = [...new Set(view.turns.map(({ leg, connection }) => `${leg} ${connection}`))];
  const all = names.map((name, index) => ({
    turns: view.turns.filter(({ leg, connection }) => `${leg} ${connection}` === name),
    port: 40_001 + index,
  }));
  return all.filter(({ turns: [first] }) => first && !record.legs[first.leg]?.script.some((item) => item.do === 'inject'));
}

/** Of the end that is the client of the match, or of the other one: a capture calls the one client that sends the first SYN. */
function statesTold(line: ConnectionLine, end: EndLine | undefined, role: Role, client: string): readonly State[] {
  if (![line.client, line.server].includes(client)) return [];
  return ((line.client === client) === (role === 'client') ? end?.clientStates : end?.serverStates) ?? [];
}

/** But for what a capture cannot show: that the user timeout ran out, or 2MSL. */
function statesPlayed(turns: readonly TurnView[], role: Role): readonly State[] {
  const acts = turns.flatMap(({ told, asks, closed }) => [
    ...told.map(({ at, event, outcome }) => ({ at, event, state: outcome.state })),
    ...asks.flatMap(({ at, event }) => (closed?.outcomes ?? []).filter((one) => one.at === at).map(({ state }) => ({ at, event, state }))),
  ]);
  const seen = acts.filter(({ at, event }) => at === role && !(event.type === 'timeout' && event.timer !== 'retransmission'));
  const states: readonly State[] = ['CLOSED', ...seen.map(({ state }) => state)];
  return states.filter((state, index) => state !== states[index - 1]);
}
