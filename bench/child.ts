/** A process that is measured: started by the one that drives it, kept to one core, and asked by IPC (`answering.ts`). */
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

export type Child<Ready> = {
  /** What it said when it was ready. */
  readonly ready: Ready;
  ask<T>(question: string): Promise<T>;
  /** Resolves once it is gone. */
  stop(): Promise<void>;
  /** As the power cord would, but for what the kernel has yet to write. */
  kill(): Promise<void>;
  /** From the start of the process until it was ready. */
  readonly startMs: number;
};

/** The host has a core of its own and the driver another one, where there are two and Linux can pin them. */
let cores = canPin() ? { host: 0, driver: 1 } : null;
const ALL_CORES = `0-${availableParallelism() - 1}`;

function canPin(): boolean {
  return availableParallelism() > 1 && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;
}

/** Pins this process, with all its threads. Says how it is. */
export function pinDriver(): string {
  if (cores === null) return 'not pinned';
  pinSelf(String(cores.driver));
  return 'the host pinned to one core, the driver to another';
}

/** For what nothing drives meanwhile: this process and all that it starts from now on. */
export function unpin(): void {
  if (cores === null) return;
  pinSelf(ALL_CORES);
  cores = null;
}

function pinSelf(to: string): void {
  spawnSync('taskset', ['-a', '-c', '-p', to, String(process.pid)]);
}

/** `file`: a bundle beside this one. When the child ends by itself with a fault, so does this process. */
export async function startChild<Ready>(
  file: string,
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Child<Ready>> {
  const node = [process.execPath, ...flags, new URL(file, import.meta.url).pathname];
  const [command = '', ...args] = cores === null ? node : ['taskset', '-c', String(cores.host), ...node];
  const began = performance.now();
  let isWanted = true;
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  child.once('exit', (code) => isWanted && code !== 0 && process.exit(1));

  function said<T>(type: string): Promise<T> {
    return new Promise((resolve) => {
      const hear = (message: { readonly type: string }) => {
        if (message.type !== type) return;
        child.off('message', hear);
        resolve(message as T);
      };
      child.on('message', hear);
    });
  }

  const ready = await said<Ready>('ready');
  const startMs = performance.now() - began;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ready,
    startMs,
    ask: (question) => {
      child.send(question);
      return said(question);
    },
    stop: () => {
      child.send('stop');
      return gone;
    },
    kill: () => {
      isWanted = false;
      child.kill('SIGKILL');
      return gone;
    },
  };
}
