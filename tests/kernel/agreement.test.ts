/** When the kernel and the annotator agree. Needs no kernel to watch. */
import { describe, expect, test } from 'vitest';
import type { State } from '#game/tcp/vocabulary.ts';
import { judge, merge } from './compare.ts';
import { stateOfSs, statesOfEvents } from './mapping.ts';

function states(text: string): State[] {
  return text.split(' ') as State[];
}

const OPENED = 'CLOSED SYN_SENT ESTABLISHED';

describe('what the event tells', () => {
  test('a socket that becomes TIME_WAIT is told as closed: ss knows better', () => {
    const told = ['CLOSE', 'SYN_SENT', 'ESTABLISHED', 'FIN_WAIT1', 'FIN_WAIT2', 'CLOSE'];
    expect(statesOfEvents(told, 'TIME_WAIT')).toEqual(states(`${OPENED} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT`));
    expect(statesOfEvents(told, 'CLOSED')).toEqual(states(`${OPENED} FIN_WAIT_1 FIN_WAIT_2 CLOSED`));
  });

  test('LAST_ACK is followed by nothing but CLOSED, and the same state twice is once', () => {
    expect(statesOfEvents(['CLOSE_WAIT', 'LAST_ACK', 'LAST_ACK', 'CLOSE'], 'TIME_WAIT')).toEqual(states('CLOSE_WAIT LAST_ACK CLOSED'));
  });

  test('a name that is not known is an error, not a state', () => {
    expect(() => statesOfEvents(['BOUND'], 'CLOSED')).toThrow('BOUND');
    expect(() => stateOfSs('ESTABLISHED')).toThrow('ESTABLISHED');
  });
});

describe('the kernel and the annotator', () => {
  const whole = states(`${OPENED} CLOSE_WAIT LAST_ACK CLOSED`);

  test('agree where ss and event together saw every state', () => {
    const kernel = merge(states(`${OPENED} LAST_ACK CLOSED`), states(`${OPENED} CLOSE_WAIT LAST_ACK CLOSED`));
    expect(kernel.map(({ by }) => by)).toEqual(['both', 'both', 'both', 'event', 'both', 'both']);
    expect(judge(kernel, whole, true, null)).toBe('agree');
  });

  test('differ where either has a state that the other has not', () => {
    const kernel = merge(whole, whole);
    expect(judge(kernel, states(`${OPENED} CLOSE_WAIT CLOSED`), true, null)).toBe('differ');
    expect(judge(kernel, states(`${OPENED} FIN_WAIT_1 CLOSE_WAIT LAST_ACK CLOSED`), true, null)).toBe('differ');
    expect(judge(kernel, [], true, null)).toBe('differ');
  });

  test('FIN_WAIT_2 between the ACK and the FIN of one segment is passed over, one that ss saw is not', () => {
    const direct = states(`${OPENED} FIN_WAIT_1 TIME_WAIT`);
    const told = states(`${OPENED} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT`);
    expect(judge(merge(direct, told), direct, true, null)).toBe('agree');
    expect(judge(merge(told, told), direct, true, null)).toBe('differ');
  });

  test('without the event, ss may have missed a state, but not the last, and none that it saw may be missing', () => {
    expect(judge(merge(states(`${OPENED} CLOSED`), []), whole, false, null)).toBe('agree');
    expect(judge(merge(states(`${OPENED} CLOSE_WAIT`), []), whole, false, null)).toBe('differ');
    expect(judge(merge(states(`${OPENED} FIN_WAIT_1 CLOSED`), []), whole, false, null)).toBe('differ');
  });

  test('a difference that a script names is no other difference', () => {
    const named = { end: 'client', only: 'kernel', state: 'CLOSED', why: '' } as const;
    const kernel = merge(states('CLOSED SYN_SENT CLOSED'), []);
    expect(judge(kernel, states('CLOSED SYN_SENT'), true, named)).toBe('named');
    expect(judge(kernel, states('CLOSED'), true, named)).toBe('differ');
    expect(judge(merge(states(`${OPENED} CLOSED`), []), states(`${OPENED} CLOSE_WAIT`), false, named)).toBe('named');
  });
});
