/** A real built host in a process of its own, on a free port and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The short waits that tests want; a test may ask for others. */
const QUICK = { VERDICT_SECONDS: '1', GRACE_SECONDS: '2', LEAVE_GRACE_SECONDS: '1', BOT_THINK_MS: '50', LOG_LEVEL: 'warn' };
const READY = /ready at http:\/\/127\.0\.0\.1:(\d+)/;

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly said: string };
export type Host = {
  readonly url: string;
  readonly dataDir: string;
  /** Everything that the host has printed since it was last started. */
  readonly said: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<Exit>;
  /** After `kill`: the same port, the same data. `project`: the folder of another build. */
  readonly restart: (project?: string) => Promise<void>;
  /** Ends it where it runs, and removes its data. */
  readonly dispose: () => Promise<void>;
};

type Run = { readonly child: ChildProcess; readonly exit: Promise<Exit>; readonly said: () => string };

export async function startHost(environment: Readonly<Record<string, string>> = {}): Promise<Host> {
  const dataDir = mkdtempSync(join(tmpdir(), 'last-ack-'));
  let run = spawnHost({ DATA_DIR: dataDir, ...environment });
  const port = await readyPort(run);
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    said: () => run.said(),
    kill: (signal) => killed(run, signal),
    restart: async (project) => {
      run = spawnHost({ DATA_DIR: dataDir, ...environment, PORT: port }, project);
      await readyPort(run);
    },
    dispose: async () => {
      await killed(run, 'SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** For a start that is expected to fail. */
export function runHost(environment: Readonly<Record<string, string>>): Promise<Exit> {
  return spawnHost(environment).exit;
}

function spawnHost(environment: Readonly<Record<string, string>>, project = '.'): Run {
  const env = { ...process.env, ...QUICK, HOST: '127.0.0.1', PORT: '0', ...environment, NODE_ENV: 'production' as const };
  const child = spawn(process.execPath, ['--enable-source-maps', '.build/main.js'], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exit = once(child, 'close').then(([code, signal]): Exit => ({ code, signal, said }));
  return { child, exit, said: () => said };
}

async function readyPort(run: Run): Promise<string> {
  const ready = new Promise<string>((resolve) => {
    run.child.stdout?.on('data', () => {
      const port = READY.exec(run.said())?.[1];
      if (port) resolve(port);
    });
  });
  const first = await Promise.race([ready, run.exit]);
  if (typeof first === 'string') return first;
  throw new Error(`The host did not start:\n${first.said}`);
}

async function killed(run: Run, signal: NodeJS.Signals): Promise<Exit> {
  run.child.kill(signal);
  return run.exit;
}
