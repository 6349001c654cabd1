/**
 * Two network namespaces, joined by a wire that holds segments and loses them. Both need no more than the table of neighbours: a segment for a
 * neighbour whose address is still asked for waits in the kernel, and one for an address that nobody has arrives nowhere.
 */
import { otherRole, ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { run, runs } from './command.ts';

/** The same name in both namespaces. */
export const DEVICE = 'wire';
/** Two runs at once share the events of the kernel, so each has addresses of its own. */
const NETWORK = `10.${(process.pid >> 8) & 255}.${process.pid & 255}`;
export const ADDRESSES: Readonly<Record<Role, string>> = { client: `${NETWORK}.1`, server: `${NETWORK}.2` };
export const BROADCAST = `${NETWORK}.255`;

/** Locally administered, so nobody else's. */
const LINK_ADDRESSES: Readonly<Record<Role | 'nobody', string>> = {
  client: '02:00:00:00:00:01',
  server: '02:00:00:00:00:02',
  nobody: '02:00:00:00:00:99',
};

/**
 * A slow machine must not see segments sent again while they are held: the smallest retransmission timeout is a second. The handshake's is
 * one anyway (RFC 6298 §2.1). Loss probes (RFC 8985 §7) come earlier and are switched off.
 */
const ROUTE = ['rto_min', '1s'];
const SYSCTLS: Readonly<Record<string, number>> = {
  'net/ipv4/tcp_early_retrans': 0,
  // Nobody answers who has which address: the wire is the one that tells.
  [`net/ipv4/conf/${DEVICE}/arp_ignore`]: 8,
  // A held segment is given up after as many unanswered questions, one a second.
  [`net/ipv4/neigh/${DEVICE}/mcast_solicit`]: 1000,
  'net/ipv6/conf/all/disable_ipv6': 1,
};

const PREFIX = 'last-ack';

export type Wire = {
  readonly namespaces: Readonly<Record<Role, string>>;
  /** From now on, what the end sends waits. What waited before is thrown away. */
  readonly hold: (from: Role) => void;
  /** From now on, what the end sends is captured and arrives nowhere. */
  readonly lose: (from: Role) => void;
  /** What was held arrives, and so does what comes after. Of two that were held, the answer to the first may be answered before the second leaves: hold the other end too. */
  readonly pass: (from: Role) => void;
  readonly remove: () => void;
};

export function layWire(): Wire {
  const namespaces = { client: nameOf('client'), server: nameOf('server') };
  const remove = () => ROLES.forEach((role) => void runs('ip', 'netns', 'del', namespaces[role]));
  const neighbour = (from: Role, whose: Role | 'nobody') =>
    run(
      'ip',
      '-n',
      namespaces[from],
      'neigh',
      'replace',
      ADDRESSES[otherRole(from)],
      'lladdr',
      LINK_ADDRESSES[whose],
      'dev',
      DEVICE,
      'nud',
      'permanent',
    );
  const wire: Wire = {
    namespaces,
    // Where there is no entry, it is held already and nothing waits.
    hold: (from) => void runs('ip', '-n', namespaces[from], 'neigh', 'del', ADDRESSES[otherRole(from)], 'dev', DEVICE),
    lose: (from) => void neighbour(from, 'nobody'),
    pass: (from) => void neighbour(from, otherRole(from)),
    remove,
  };
  try {
    joinNamespaces(namespaces);
    for (const role of ROLES) wire.pass(role);
    return wire;
  } catch (error) {
    remove();
    throw error;
  }
}

function nameOf(role: Role): string {
  return `${PREFIX}-${process.pid}-${role}`;
}

function joinNamespaces(namespaces: Wire['namespaces']): void {
  const { client, server } = namespaces;
  for (const name of [client, server]) run('ip', 'netns', 'add', name);
  run('ip', 'link', 'add', DEVICE, 'netns', client, 'type', 'veth', 'peer', 'name', DEVICE, 'netns', server);
  for (const role of ROLES) setUp(role, namespaces[role]);
}

function setUp(role: Role, namespace: string): void {
  const ip = (...args: readonly string[]) => run('ip', '-n', namespace, ...args);
  ip('link', 'set', DEVICE, 'address', LINK_ADDRESSES[role]);
  for (const [key, value] of Object.entries(SYSCTLS))
    run('ip', 'netns', 'exec', namespace, 'sh', '-c', `[ ! -e /proc/sys/${key} ] || echo ${value} > /proc/sys/${key}`);
  ip('addr', 'add', `${ADDRESSES[role]}/24`, 'broadcast', BROADCAST, 'dev', DEVICE);
  ip('link', 'set', DEVICE, 'up');
  ip('route', 'replace', `${NETWORK}.0/24`, 'dev', DEVICE, 'src', ADDRESSES[role], ...ROUTE);
}

/** Namespaces that outlived their process, which was killed before it could remove them. */
export function removeLeftovers(): void {
  for (const [name, pid] of run('ip', 'netns', 'list').matchAll(new RegExp(`^${PREFIX}-(\\d+)-\\S+`, 'gm')))
    if (!isRunning(Number(pid))) runs('ip', 'netns', 'del', name);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
