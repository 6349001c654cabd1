/** What the wire can do to segments, and what a script can do to an end. ISS: client 100, server 300; data is ten octets. */
import { describe, expect, test } from 'vitest';
import { playCanonically } from '#game/scenarios/proof.ts';
import type { Item, Script } from '#game/scenarios/script.ts';
import { legOf, linesOf } from './ladders.ts';

const listen: Item = { do: 'call', at: 'server', call: 'open-passive' };
const open: Item = { do: 'call', at: 'client', call: 'open-active' };
const clientSends: Item = { do: 'send', at: 'client' };
const sendsOn: Item = { do: 'send', at: 'client', early: true };
const serverSends: Item = { do: 'send', at: 'server' };
const established: Script = [{ do: 'tell' }, listen, open, { do: 'ask' }];

/** What is asked from the point on where both ends are ESTABLISHED. */
function asked(...script: Script): string[] {
  return linesOf(legOf([...established, ...script])).filter((line) => !line.startsWith('('));
}

const RETRANSMITS: Item = { do: 'timeout', at: 'client', timer: 'retransmission' };

describe('a segment is', () => {
  test('lost, and sent again', () => {
    expect(asked({ do: 'lose', from: 'client' }, clientSends, RETRANSMITS)).toEqual([
      'client: ACK seq=101 ack=301 len=10, lost → ESTABLISHED',
      'client: ACK seq=101 ack=301 len=10 → ESTABLISHED',
      'server: ACK seq=301 ack=111 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
    ]);
  });

  test('held back until it is released', () => {
    expect(asked({ do: 'delay', from: 'client' }, clientSends, serverSends, { do: 'release', from: 'client' })).toEqual([
      'client: ACK seq=101 ack=301 len=10, held back → ESTABLISHED',
      'server: ACK seq=301 ack=101 len=10 → ESTABLISHED',
      'client: ACK seq=111 ack=311 → ESTABLISHED',
      'server: nothing → ESTABLISHED',
      'server: ACK seq=311 ack=111 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
    ]);
  });

  test('held back no longer than the script lasts', () => {
    expect(asked({ do: 'delay', from: 'client' }, clientSends)).toEqual([
      'client: ACK seq=101 ack=301 len=10, held back → ESTABLISHED',
      'server: ACK seq=301 ack=111 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
    ]);
  });

  test('delivered twice', () => {
    expect(asked({ do: 'duplicate', from: 'client' }, clientSends)).toEqual([
      'client: ACK seq=101 ack=301 len=10, twice → ESTABLISHED',
      'server: ACK seq=301 ack=111 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
      'server: ACK seq=301 ack=111 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
    ]);
  });

  test('overtaken by the next one', () => {
    expect(asked({ do: 'reorder', from: 'client' }, clientSends, sendsOn)).toEqual([
      'client: ACK seq=101 ack=301 len=10, overtaken → ESTABLISHED',
      'client: ACK seq=111 ack=301 len=10 → ESTABLISHED',
      'server: ACK seq=301 ack=101 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
      'server: ACK seq=301 ack=121 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
    ]);
  });

  test('overtaken by nothing where nothing follows', () => {
    expect(asked({ do: 'reorder', from: 'client' }, clientSends)).toEqual([
      'client: ACK seq=101 ack=301 len=10, overtaken → ESTABLISHED',
      'server: ACK seq=301 ack=111 → ESTABLISHED',
      'client: nothing → ESTABLISHED',
    ]);
  });
});

test('several faults are planned one segment each', () => {
  const lose: Item = { do: 'lose', from: 'client' };
  expect(asked(lose, lose, clientSends, sendsOn, RETRANSMITS).slice(0, 3)).toEqual([
    'client: ACK seq=101 ack=301 len=10, lost → ESTABLISHED',
    'client: ACK seq=111 ack=301 len=10, lost → ESTABLISHED',
    'client: ACK seq=101 ack=301 len=10 → ESTABLISHED',
  ]);
});

test('a fault is for what comes of the next statement, and for nothing after that', () => {
  const loseReply: Item = { do: 'lose', from: 'server' };
  expect(asked(loseReply, serverSends, clientSends)).toEqual([
    'server: ACK seq=301 ack=101 len=10, lost → ESTABLISHED',
    'client: ACK seq=101 ack=301 len=10 → ESTABLISHED',
    'server: ACK seq=311 ack=111 → ESTABLISHED',
    'client: nothing → ESTABLISHED',
  ]);
  expect(asked(loseReply, { do: 'timeout', at: 'client', timer: 'retransmission' }, clientSends)[1]).toBe(
    'server: ACK seq=301 ack=111 → ESTABLISHED',
  );
});

describe('an injected segment', () => {
  const resets = (plus: number, of: 'RCV.NXT' | 'RCV.END' = 'RCV.NXT'): Item => ({
    do: 'inject',
    at: 'server',
    flags: ['RST'],
    seq: { of, plus },
    ack: null,
    len: 0,
  });

  test('has the numbers that its target has by then', () => {
    expect(asked(clientSends, resets(0)).at(-1)).toBe('server: nothing → CLOSED');
    expect(asked(clientSends, resets(1)).at(-2)).toBe('server: ACK seq=301 ack=111 → ESTABLISHED');
    expect(asked(clientSends, resets(-1)).at(-1)).toBe('server: nothing → ESTABLISHED');
    expect(asked(clientSends, resets(-1, 'RCV.END')).at(-2)).toBe('server: ACK seq=301 ack=111 → ESTABLISHED');
    expect(asked(clientSends, resets(0, 'RCV.END')).at(-1)).toBe('server: nothing → ESTABLISHED');
  });

  test('may be of before the connection, as in Figure 8: whoever chooses an ISS again chooses a larger one', () => {
    const oldSyn: Item = { do: 'inject', at: 'server', flags: ['SYN'], seq: { of: 'PEER.ISS', plus: -10 }, ack: null, len: 0 };
    expect(linesOf(legOf([listen, { do: 'delay', from: 'client' }, open, oldSyn, { do: 'release', from: 'client' }]))).toEqual([
      'server: nothing → LISTEN',
      'client: SYN seq=100, held back → SYN_SENT',
      'server: SYN,ACK seq=300 ack=91 → SYN_RCVD',
      'client: RST seq=91 → SYN_SENT',
      'server: nothing → LISTEN',
      'server: SYN,ACK seq=10300 ack=101 → SYN_RCVD',
      'client: ACK seq=101 ack=10301 → ESTABLISHED',
      'server: nothing → ESTABLISHED',
    ]);
  });
});

test('an end that crashes forgets everything, and discovers it as in Figure 9', () => {
  expect(linesOf(legOf([...established, { do: 'crash', at: 'client' }, open, RETRANSMITS])).slice(-8)).toEqual([
    '(client: nothing → CLOSED)',
    'client: SYN seq=10100 → SYN_SENT',
    'server: ACK seq=301 ack=101 → ESTABLISHED',
    'client: RST seq=101 → SYN_SENT',
    'server: nothing → CLOSED',
    'client: SYN seq=10100 → SYN_SENT',
    'server: RST,ACK seq=0 ack=10101 → CLOSED',
    'client: nothing → CLOSED',
  ]);
});

test('where the script lets the ends settle, timers run out until none runs', () => {
  const lose: Item = { do: 'lose', from: 'client' };
  const close = (at: 'client' | 'server'): Item => ({ do: 'call', at, call: 'close' });
  expect(asked(lose, close('client'), { do: 'settle' }, lose, close('server'), { do: 'settle' })).toEqual([
    'client: FIN,ACK seq=101 ack=301, lost → FIN_WAIT_1',
    'client: FIN,ACK seq=101 ack=301 → FIN_WAIT_1',
    'server: ACK seq=301 ack=102 → CLOSE_WAIT',
    'client: nothing → FIN_WAIT_2',
    'server: FIN,ACK seq=301 ack=102 → LAST_ACK',
    'client: ACK seq=102 ack=302, lost → TIME_WAIT',
    'server: FIN,ACK seq=301 ack=102 → LAST_ACK',
    'client: ACK seq=102 ack=302 → TIME_WAIT',
    'server: nothing → CLOSED',
    'client: nothing → CLOSED',
  ]);
});

test('ends that cannot settle do not go on for ever', () => {
  const lost: Item[] = Array.from({ length: 30 }, () => ({ do: 'lose', from: 'client' }));
  const { turns, end } = playCanonically(legOf([...lost, open, { do: 'settle' }]));
  expect(turns).toHaveLength(9);
  expect(end.endpoints.client.state).toBe('SYN_SENT');
});
