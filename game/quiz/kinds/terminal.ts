/** What a terminal on Linux shows of a socket: `ss` (iproute2) or `netstat` (net-tools). */
import { drawBetween, drawOne, type Random } from '../../scenarios/random.ts';
import { SPELLINGS } from '../../tcp/spellings.ts';
import type { Role, State } from '../../tcp/vocabulary.ts';

export type Socket = { readonly at: Role; readonly state: State; readonly received: number; readonly sent: number };

export function ssLines(socket: Socket, random: Random): readonly string[] {
  const { local, peer } = drawAddresses(socket, random);
  return table('$ ss -tan', [
    ['State', 'Recv-Q', 'Send-Q', 'Local Address:Port', 'Peer Address:Port'],
    [SPELLINGS[socket.state].ss, String(socket.received), String(socket.sent), local, peer],
  ]);
}

/** Of those that do not listen. */
export function netstatLines(socket: Socket, random: Random): readonly string[] {
  const { local, peer } = drawAddresses(socket, random);
  return table('$ netstat -tn', [
    ['Proto', 'Recv-Q', 'Send-Q', 'Local Address', 'Foreign Address', 'State'],
    ['tcp', String(socket.received), String(socket.sent), local, peer, SPELLINGS[socket.state].netstat],
  ]);
}

/** So many sockets are in that state. */
export function countLines(state: State, count: number): readonly string[] {
  return ["$ ss -tan | awk 'NR > 1 {print $1}' | sort | uniq -c", `${String(count).padStart(7)} ${SPELLINGS[state].ss}`];
}

function table(command: string, rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return [
    command,
    ...rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(' ')
        .trimEnd(),
    ),
  ];
}

/** RFC 5737: for documentation. */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'] as const;
const SERVICES = [22, 80, 443, 3_306, 5_432, 6_379, 8_080] as const;
/** Those that Linux gives to who calls (net.ipv4.ip_local_port_range). */
const EPHEMERAL = [32_768, 60_999] as const;

function drawAddresses({ at, state }: Socket, random: Random): { readonly local: string; readonly peer: string } {
  const service = drawOne(random, SERVICES);
  if (state === 'LISTEN') return { local: `0.0.0.0:${service}`, peer: '0.0.0.0:*' };
  const server = `${drawOne(random, NETWORKS)}.${drawBetween(random, 1, 99)}:${service}`;
  const client = `${drawOne(random, NETWORKS)}.${drawBetween(random, 100, 254)}:${drawBetween(random, ...EPHEMERAL)}`;
  return at === 'server' ? { local: server, peer: client } : { local: client, peer: server };
}
