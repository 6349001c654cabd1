/** How others write the states: RFC 9293 §3.3.2, and the State column of `ss` on Linux (iproute2, misc/ss.c, sstate_name). */
import type { State } from '#game/tcp/vocabulary.ts';

export const SPELLINGS: Readonly<Record<State, { readonly rfc: string; readonly ss: string }>> = {
  CLOSED: { rfc: 'CLOSED', ss: 'UNCONN' },
  LISTEN: { rfc: 'LISTEN', ss: 'LISTEN' },
  SYN_SENT: { rfc: 'SYN-SENT', ss: 'SYN-SENT' },
  SYN_RCVD: { rfc: 'SYN-RECEIVED', ss: 'SYN-RECV' },
  ESTABLISHED: { rfc: 'ESTABLISHED', ss: 'ESTAB' },
  FIN_WAIT_1: { rfc: 'FIN-WAIT-1', ss: 'FIN-WAIT-1' },
  FIN_WAIT_2: { rfc: 'FIN-WAIT-2', ss: 'FIN-WAIT-2' },
  CLOSE_WAIT: { rfc: 'CLOSE-WAIT', ss: 'CLOSE-WAIT' },
  CLOSING: { rfc: 'CLOSING', ss: 'CLOSING' },
  LAST_ACK: { rfc: 'LAST-ACK', ss: 'LAST-ACK' },
  TIME_WAIT: { rfc: 'TIME-WAIT', ss: 'TIME-WAIT' },
};
