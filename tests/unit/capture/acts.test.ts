/** What happened at the ends of captured connections, in order: events, what went out, states; and which of it can be asked. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Act, ToldAct } from '#game/capture/acts.ts';
import { ROLES, type Role, type Segment, type State } from '#game/tcp/vocabulary.ts';
import { connectionsIn } from './connections.ts';
import { annotate, captureOf, textOf } from './ladder.ts';

const FOLDER = 'tests/captures';
const CAPTURES = readdirSync(FOLDER).filter((name) => /\.pcap(ng)?$/.test(name));

const capture = (name: string) => readFileSync(`${FOLDER}/${name}`);
const actsOf = (octets: Uint8Array) => connectionsIn(octets)[0]?.acts ?? [];

function segmentText(segment: Segment | null): string {
  if (!segment) return 'nothing';
  const { flags, seq, ack, len } = segment;
  return `${flags.join(',')} ${seq}${ack === null ? '' : ` ${ack}`}${len > 0 ? ` +${len}` : ''}`;
}

function eventText({ event }: Act): string {
  if (!event) return '-';
  switch (event.type) {
    case 'segment':
      return `${segmentText(event.segment)}${event.joined ? ' then close' : ''}`;
    case 'timeout':
      return `${event.timer} timeout`;
    case 'send':
      return `send ${event.len}`;
    default:
      return event.type;
  }
}

/** "?" before what can be asked. */
function told(acts: readonly ToldAct[]): string[] {
  return acts.map((act) => {
    const asked = act.question ? '?' : ' ';
    return `${asked} ${act.at}: ${eventText(act)} | ${segmentText(act.sent)} > ${act.after.state}${act.note ? ` | ${act.note}` : ''}`;
  });
}

const of = (ladder: string) => told(actsOf(captureOf(ladder)));

describe('a captured connection, told', () => {
  test('three segments close it: the reply to the FIN goes with the FIN of who is closed at once', () => {
    expect(told(actsOf(capture('three-segment-close.pcap')))).toEqual([
      '  server: open-passive | nothing > LISTEN',
      '? client: open-active | SYN 0 > SYN_SENT',
      '? server: SYN 0 | SYN,ACK 0 1 > SYN_RCVD',
      '? client: SYN,ACK 0 1 | ACK 1 1 > ESTABLISHED',
      '? server: ACK 1 1 | nothing > ESTABLISHED',
      '? client: send 4 | ACK 1 1 +4 > ESTABLISHED',
      '? server: ACK 1 1 +4 | ACK 1 5 > ESTABLISHED',
      '? client: ACK 1 5 | nothing > ESTABLISHED',
      '? server: send 4 | ACK 1 5 +4 > ESTABLISHED',
      '? client: ACK 1 5 +4 | ACK 5 5 > ESTABLISHED',
      '? server: ACK 5 5 | nothing > ESTABLISHED',
      '? client: close | FIN,ACK 5 5 > FIN_WAIT_1',
      '? server: FIN,ACK 5 5 then close | FIN,ACK 5 6 > LAST_ACK',
      '? client: FIN,ACK 5 6 | ACK 6 6 > TIME_WAIT',
      '? server: ACK 6 6 | nothing > CLOSED',
    ]);
  });

  test('FINs that cross arrive after both were sent', () => {
    expect(told(actsOf(capture('simultaneous-close.pcap'))).slice(5)).toEqual([
      '? client: close | FIN,ACK 1 1 > FIN_WAIT_1',
      '? server: close | FIN,ACK 1 1 > FIN_WAIT_1 | simultaneous close',
      '? client: FIN,ACK 1 1 | ACK 2 2 > CLOSING',
      '? server: FIN,ACK 1 1 | ACK 2 2 > CLOSING',
      '? server: ACK 2 2 | nothing > TIME_WAIT',
      '? client: ACK 2 2 | nothing > TIME_WAIT',
    ]);
  });

  test('a FIN that is sent again because its ACK was lost is the timer’s', () => {
    expect(told(actsOf(capture('lost-last-ack.pcap'))).slice(-4)).toEqual([
      '? client: FIN,ACK 1 2 | ACK 2 2 > TIME_WAIT | lost',
      '? server: retransmission timeout | FIN,ACK 1 2 > LAST_ACK | retransmission',
      '? client: FIN,ACK 1 2 | ACK 2 2 > TIME_WAIT | duplicate ACK',
      '? server: ACK 2 2 | nothing > CLOSED',
    ]);
  });

  test('data ahead of a gap is answered by the ACK that repeats a number; what duplicate ACKs bring about is told', () => {
    expect(
      of(`
        client ACK 1 1 +100
        server ACK 1 101
        client ACK 101 1 +100
        client ACK 201 1 +100
        server ACK 1 101
        client ACK 101 1 +100
        server ACK 1 301
      `),
    ).toEqual([
      '? client: send 100 | ACK 0 0 +100 > ESTABLISHED',
      '? server: ACK 0 0 +100 | ACK 0 100 > ESTABLISHED',
      '? client: ACK 0 100 | nothing > ESTABLISHED',
      '? client: send 100 | ACK 100 0 +100 > ESTABLISHED | lost',
      '? client: send 100 | ACK 200 0 +100 > ESTABLISHED',
      '? server: ACK 200 0 +100 | ACK 0 100 > ESTABLISHED | duplicate ACK',
      '? client: ACK 0 100 | nothing > ESTABLISHED',
      '  client: - | ACK 100 0 +100 > ESTABLISHED | retransmission',
      '? server: ACK 100 0 +100 | ACK 0 300 > ESTABLISHED',
      '? client: ACK 0 300 | nothing > ESTABLISHED',
    ]);
  });

  test('data that nothing has answered goes out again when the timer runs out', () => {
    expect(
      of(`
        client ACK 1 1 +100
        client ACK 1 1 +100 at=900
        server ACK 1 101 at=910
      `)[1],
    ).toBe('? client: retransmission timeout | ACK 0 0 +100 > ESTABLISHED | retransmission');
  });

  test('an ACK that waits for the next data is told, not asked', () => {
    expect(
      of(`
        client ACK 1 1 +100
        client ACK 101 1 +100
        server ACK 1 201
      `).slice(1),
    ).toEqual([
      '  server: ACK 0 0 +100 | nothing > ESTABLISHED',
      '? client: send 100 | ACK 100 0 +100 > ESTABLISHED',
      '? server: ACK 100 0 +100 | ACK 0 200 > ESTABLISHED',
      '? client: ACK 0 200 | nothing > ESTABLISHED',
    ]);
  });

  test('keep-alives, window probes and window updates are told: the rules have no event for them', () => {
    const unasked = [...told(actsOf(capture('keep-alive.pcap'))), ...told(actsOf(capture('zero-window.pcap')))].filter((line) =>
      line.includes(': - |'),
    );
    expect(unasked.map((line) => line.split(' | ').at(-1))).toEqual([
      'keep-alive',
      'keep-alive',
      'window probe',
      'window probe',
      'window update',
      'window update',
    ]);
  });

  test('what was not captured is not asked', () => {
    const acts = of(`
      client SYN 0
      client ACK 1 1
      client FIN,ACK 1 1
    `);
    expect(acts).toContain('  server: SYN 0 | SYN,ACK 0 1 > SYN_RCVD');
    expect(acts.filter((line) => line.includes('SYN,ACK') && line.startsWith('?'))).toEqual([]);
  });

  test('a packet that was captured twice is told once', () => {
    const acts = actsOf(capture('loopback.pcapng'));
    expect(new Set(told(acts).filter((line) => line.includes('SYN_RCVD'))).size).toBe(1);
  });
});

describe.each(CAPTURES)('%s', (name) => {
  const connections = connectionsIn(capture(name));

  test('tells every segment once', () => {
    for (const { lines, acts } of connections) {
      const sent = acts.flatMap(({ sent, frame }) => (sent && frame !== null ? [frame] : []));
      expect(sent.sort((one, other) => one - other)).toEqual(lines.map(({ frame }) => frame));
    }
  });

  test('passes through the states that were reviewed', () => {
    const reviewed = readFileSync(`${FOLDER}/${name.replace(/\.pcap(ng)?$/, '.txt')}`, 'utf8');
    for (const { acts, lines } of connections) {
      for (const role of ROLES) expect(reviewed).toContain(`\n${role}: ${statesPassed(acts, role).join(' ')}\n`);
      for (const line of lines) expect(reviewed).toContain(textOf(line));
    }
  });

  test('tells nothing of a time before what it follows from', () => {
    for (const { acts } of connections) expect(firstOutOfTime(acts)).toBeNull();
  });

  test('an endpoint goes on from where it was', () => {
    for (const { acts } of connections)
      for (const role of ROLES) {
        const own = acts.filter(({ at }) => at === role);
        expect(own.slice(1).map(({ before }) => before.state)).toEqual(own.slice(0, -1).map(({ after }) => after.state));
      }
  });
});

/** A FIN that is answered with a FIN at once passes CLOSE_WAIT by. */
function statesPassed(acts: readonly Act[], role: Role): readonly State[] {
  const own = acts.filter(({ at }) => at === role);
  const entered = own.flatMap(({ event, after }): State[] => {
    const passesBy = event?.type === 'segment' && event.joined === 'close' && after.state === 'LAST_ACK';
    return passesBy ? ['CLOSE_WAIT', after.state] : [after.state];
  });
  return [own[0]?.before.state ?? 'CLOSED', ...entered].filter((state, index, all) => state !== all[index - 1]);
}

/** A segment that arrives before it was sent. */
function firstOutOfTime(acts: readonly Act[]): string | null {
  const sent = new Set<string>();
  for (const { at, event, sent: segment } of acts) {
    const arrives = event?.type === 'segment' ? `${at === 'client' ? 'server' : 'client'} ${segmentText(event.segment)}` : null;
    if (arrives && !sent.has(arrives) && !isSupplied(arrives)) return arrives;
    if (segment) sent.add(`${at} ${segmentText(segment)}`);
  }
  return null;
}

/** Data that was acknowledged and not captured: frame 19 of lossy-transfer. */
function isSupplied(text: string): boolean {
  return text === 'client ACK 2401 1 +800';
}

test('the annotator says the same whether it is asked for traces or not', () => {
  for (const name of CAPTURES) {
    const traced = connectionsIn(capture(name)).flatMap(({ lines }) => lines);
    const plain = annotate(capture(name)).segments;
    expect(traced.sort((a, b) => a.frame - b.frame)).toEqual([...plain].sort((a, b) => a.frame - b.frame));
  }
});
