/**
 * How others write the states: RFC 9293 §3.3.2, and on Linux the State columns of `ss` (iproute2, misc/ss.c, sstate_name) and of `netstat`
 * (net-tools, netstat.c, tcp_state).
 */
import type { State } from './vocabulary.ts';

export const SPELLINGS: Readonly<Record<State, { readonly rfc: string; readonly ss: string; readonly netstat: string }>> = {
  CLOSED: { rfc: 'CLOSED', ss: 'UNCONN', netstat: 'CLOSE' },
  LISTEN: { rfc: 'LISTEN', ss: 'LISTEN', netstat: 'LISTEN' },
  SYN_SENT: { rfc: 'SYN-SENT', ss: 'SYN-SENT', netstat: 'SYN_SENT' },
  SYN_RCVD: { rfc: 'SYN-RECEIVED', ss: 'SYN-RECV', netstat: 'SYN_RECV' },
  ESTABLISHED: { rfc: 'ESTABLISHED', ss: 'ESTAB', netstat: 'ESTABLISHED' },
  FIN_WAIT_1: { rfc: 'FIN-WAIT-1', ss: 'FIN-WAIT-1', netstat: 'FIN_WAIT1' },
  FIN_WAIT_2: { rfc: 'FIN-WAIT-2', ss: 'FIN-WAIT-2', netstat: 'FIN_WAIT2' },
  CLOSE_WAIT: { rfc: 'CLOSE-WAIT', ss: 'CLOSE-WAIT', netstat: 'CLOSE_WAIT' },
  CLOSING: { rfc: 'CLOSING', ss: 'CLOSING', netstat: 'CLOSING' },
  LAST_ACK: { rfc: 'LAST-ACK', ss: 'LAST-ACK', netstat: 'LAST_ACK' },
  TIME_WAIT: { rfc: 'TIME-WAIT', ss: 'TIME-WAIT', netstat: 'TIME_WAIT' },
};
