/** What a terminal on Linux shows of one connection in that state. */
import { netstatLines, type Socket, ssLines } from '#game/quiz/kinds/terminal.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';

/** At which end the state is met most. */
type Shown = readonly [at: Role, received: number, sent: number];

/**
 * A SYN or FIN of ours that is not acknowledged counts as one in Send-Q, a FIN that the application has not read as one in Recv-Q
 * (Linux, net/ipv4/tcp_diag.c, tcp_diag_get_info). Null where no line stands for the state.
 */
const SHOWN: Readonly<Record<State, Shown | null>> = {
  CLOSED: null,
  LISTEN: ['server', 0, 511],
  SYN_SENT: ['client', 0, 1],
  SYN_RCVD: ['server', 0, 0],
  ESTABLISHED: ['server', 0, 0],
  FIN_WAIT_1: ['client', 0, 1],
  FIN_WAIT_2: ['client', 0, 0],
  CLOSE_WAIT: ['server', 1, 0],
  CLOSING: ['client', 1, 1],
  LAST_ACK: ['server', 0, 1],
  TIME_WAIT: ['client', 0, 0],
};

/** The same addresses for every state, and port 443. */
const undrawn = () => 0.3;

/** One text for each tool: the command, the head and the line. Without options, netstat leaves out those that listen. */
export function socketTexts(state: State): readonly string[] {
  const shown = SHOWN[state];
  if (shown === null) return [];
  const [at, received, sent] = shown;
  const socket: Socket = { at, state, received, sent };
  const tools = state === 'LISTEN' ? [ssLines] : [ssLines, netstatLines];
  return tools.map((linesOf) => linesOf(socket, undrawn).join('\n'));
}
