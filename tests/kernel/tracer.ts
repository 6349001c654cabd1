/** The trace event sock:inet_sock_set_state: each change of state of each socket, as the kernel makes it. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { run, runs } from './command.ts';
import type { Ports } from './application.ts';
import { ADDRESSES } from './wire.ts';

const EVENT = 'events/sock/inet_sock_set_state';
const CHANGE = /sport=(\d+) .*saddr=(\S+) .*oldstate=TCP_(\w+) newstate=TCP_(\w+)/g;

export type Tracer = {
  /** The kernel's names of the states of each end, the one before the first change included. */
  readonly told: (ports: Ports) => Readonly<Record<Role, readonly string[]>>;
  readonly stop: () => void;
};

/**
 * Null where the kernel does not let it be had. `first` and `last`: the ports of the scripts. What other programs do on a busy machine would
 * push the scripts' events out of the kernel's buffer.
 */
export function startTracer(first: number, last: number): Tracer | null {
  const folder = mkdtempSync(join(tmpdir(), 'last-ack-tracing-'));
  const instance = join(folder, 'instances', `last-ack-${process.pid}`);
  const stop = () => {
    for (const [command, ...args] of [
      ['rmdir', instance],
      ['umount', folder],
      ['rmdir', folder],
    ] as const)
      runs(command, ...args);
  };
  try {
    run('mount', '-t', 'tracefs', 'tracefs', folder);
    mkdirSync(instance);
    writeFileSync(join(instance, EVENT, 'filter'), `sport >= ${first} && sport <= ${last}`);
    writeFileSync(join(instance, EVENT, 'enable'), '1');
  } catch {
    stop();
    return null;
  }
  return {
    told: (ports) => changesIn(readFileSync(join(instance, 'trace'), 'utf8'), ports),
    stop,
  };
}

function changesIn(trace: string, ports: Ports): Record<Role, readonly string[]> {
  const told: Record<Role, string[]> = { client: [], server: [] };
  for (const [, port, address, before = '', after = ''] of trace.matchAll(CHANGE)) {
    const role = ROLES.find((one) => ADDRESSES[one] === address && ports[one] === Number(port));
    if (role) told[role].push(...(told[role].length === 0 ? [before] : []), after);
  }
  return told;
}
