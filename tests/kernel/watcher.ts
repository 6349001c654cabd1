/** The states of both ends as `ss` has them, whenever a script waits for one. */
import { setTimeout as pause } from 'node:timers/promises';
import { ROLES, type Role, type State } from '#game/tcp/vocabulary.ts';
import { run } from './command.ts';
import { stateOfSs } from './mapping.ts';
import type { Ports } from './application.ts';
import { ADDRESSES } from './wire.ts';

const EVERY_MS = 5;
const LONGEST_MS = 30_000;

export type States = Readonly<Record<Role, State>>;

export type Watcher = {
  /** The states that were seen, in order. */
  readonly seen: Readonly<Record<Role, readonly State[]>>;
  readonly until: (wanted: Partial<States>) => Promise<void>;
};

export function watch(namespaces: Readonly<Record<Role, string>>, ports: Ports): Watcher {
  const seen: Record<Role, State[]> = { client: ['CLOSED'], server: ['CLOSED'] };
  const look = () => {
    for (const role of ROLES) {
      const state = stateOf(socketsAt(ADDRESSES[role], ports[role], run('ss', '-N', namespaces[role], '-tanH')), seen[role]);
      if (seen[role].at(-1) !== state) seen[role].push(state);
    }
  };
  const isSo = (wanted: Partial<States>) => {
    look();
    return ROLES.every((role) => wanted[role] === undefined || seen[role].at(-1) === wanted[role]);
  };
  const describe = (wanted: Partial<States>) => `${JSON.stringify(wanted)}; ss saw ${JSON.stringify(seen)}`;
  return {
    seen,
    until: (wanted) =>
      until(
        () => isSo(wanted),
        () => describe(wanted),
      ),
  };
}

/** Asks again until it is so. */
export async function until(isSo: () => boolean, what: () => string): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`it never came to be so: ${what()}`);
    await pause(EVERY_MS);
  }
}

type Socket = { readonly name: string; readonly isConnection: boolean };

function socketsAt(address: string, port: number, rows: string): Socket[] {
  return [...rows.matchAll(/^(\S+) +\d+ +\d+ +(\S+) +(\S+)/gm)]
    .filter(([, , local]) => local === `${address}:${port}`)
    .map(([, name = '', , peer]) => ({ name, isConnection: !peer?.endsWith('*') }));
}

/** A listener stays where it is when a connection comes of it: what the connection says comes first. */
function stateOf(sockets: readonly Socket[], seen: readonly State[]): State {
  const connection = sockets.find((socket) => socket.isConnection);
  if (connection) return stateOfSs(connection.name);
  const hasStood = seen.some((state) => !BEFORE_ESTABLISHED.includes(state));
  return sockets.length > 0 && !hasStood ? 'LISTEN' : 'CLOSED';
}

/** Whose connection goes from here without having stood leads back to the listener (RFC 9293 §3.10.7.4); later ones end in CLOSED. */
const BEFORE_ESTABLISHED: readonly State[] = ['CLOSED', 'LISTEN', 'SYN_RCVD'];
