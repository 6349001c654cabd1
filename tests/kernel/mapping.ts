/**
 * What the kernel calls the states, and what it does not tell. docs/kernel.md has the same in words.
 *
 * `ss` misses what lasts less than the time between two looks. The event misses what is no full socket: a connection in SYN_RCVD of a listener is
 * a small entry that becomes a socket with the third ACK, so SYN_RCVD is told late, or never; TIME_WAIT, and FIN_WAIT_2 after close(), are small
 * entries too, and the socket that they replace is told as closed.
 */
import type { State } from '#game/tcp/vocabulary.ts';

const OF_SS: Readonly<Record<string, State>> = {
  UNCONN: 'CLOSED',
  LISTEN: 'LISTEN',
  'SYN-SENT': 'SYN_SENT',
  'SYN-RECV': 'SYN_RCVD',
  ESTAB: 'ESTABLISHED',
  'FIN-WAIT-1': 'FIN_WAIT_1',
  'FIN-WAIT-2': 'FIN_WAIT_2',
  'CLOSE-WAIT': 'CLOSE_WAIT',
  CLOSING: 'CLOSING',
  'LAST-ACK': 'LAST_ACK',
  'TIME-WAIT': 'TIME_WAIT',
};

const OF_EVENT: Readonly<Record<string, State>> = {
  CLOSE: 'CLOSED',
  LISTEN: 'LISTEN',
  SYN_SENT: 'SYN_SENT',
  SYN_RECV: 'SYN_RCVD',
  ESTABLISHED: 'ESTABLISHED',
  FIN_WAIT1: 'FIN_WAIT_1',
  FIN_WAIT2: 'FIN_WAIT_2',
  CLOSE_WAIT: 'CLOSE_WAIT',
  CLOSING: 'CLOSING',
  LAST_ACK: 'LAST_ACK',
};

/** The states from which a socket that is told as closed may live on as a small entry. */
const MAY_LIVE_ON: readonly (State | undefined)[] = ['FIN_WAIT_2', 'CLOSING'];

export function stateOfSs(name: string): State {
  return known(OF_SS[name], name);
}

/** `last` is where `ss` saw the end last: it knows whether a closed socket lives on. The same state twice in a row is once. */
export function statesOfEvents(names: readonly string[], last: State | undefined): State[] {
  const states: State[] = [];
  for (const name of names) {
    const told = known(OF_EVENT[name], name);
    const state = told === 'CLOSED' && MAY_LIVE_ON.includes(states.at(-1)) ? (last ?? told) : told;
    if (states.at(-1) !== state) states.push(state);
  }
  return states;
}

function known(state: State | undefined, name: string): State {
  if (state === undefined) throw new Error(`The kernel has a state that is not known: ${name}.`);
  return state;
}
