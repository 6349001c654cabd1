/** The application at one end: a process in its namespace that makes the calls it is told to. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { otherRole, type Role } from '#game/tcp/vocabulary.ts';
import { ADDRESSES, BROADCAST } from './wire.ts';

const PROGRAM = join(import.meta.dirname, 'socket.mjs');

export type Ports = Readonly<Record<Role, number>>;

export type Application = {
  /** A new connection, on these ports. What there was before is let go of. */
  readonly begin: (ports: Ports) => Promise<void>;
  readonly listen: () => Promise<void>;
  readonly unlisten: () => Promise<void>;
  /** From the port of this end to that of the other. */
  readonly connect: () => Promise<void>;
  readonly send: (octets: number) => Promise<void>;
  readonly shutdown: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abort: () => Promise<void>;
  /** Puts something other than TCP on the wire. */
  readonly mark: () => Promise<void>;
  readonly leave: () => void;
};

export function startApplication(role: Role, namespace: string): Application {
  const child = spawn('ip', ['netns', 'exec', namespace, process.execPath, PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const call = async (...words: readonly (string | number)[]) => {
    child.stdin.write(`${words.join(' ')}\n`);
    const { done } = await answers.next();
    if (done) throw new Error(`the ${role}'s application ended at "${words.join(' ')}"`);
  };
  const peer = otherRole(role);
  let ports: Ports = { client: 0, server: 0 };
  return {
    begin(own) {
      ports = own;
      return call('begin');
    },
    listen: () => call('listen', ADDRESSES[role], ports[role]),
    unlisten: () => call('unlisten'),
    connect: () => call('connect', ADDRESSES[role], ports[role], ADDRESSES[peer], ports[peer]),
    send: (octets) => call('send', octets),
    shutdown: () => call('shutdown'),
    close: () => call('close'),
    abort: () => call('abort'),
    mark: () => call('mark', BROADCAST),
    leave: () => void child.kill(),
  };
}
