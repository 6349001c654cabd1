/** The host in a process of its own, which is ended without warning and started again on the same data and the same port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type HostProcess = {
  readonly url: string;
  readonly database: string;
  /** Whether it takes links. */
  isUp(): boolean;
  /** Everything that it has said since it was last started. */
  said(): string;
  /** Resolves when it takes links; rejects when it ends before. */
  start(): Promise<void>;
  /** Resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<Exit>;
};

const HOST = '.build/torture/host.js';
const READY = /Last ACK is ready at http:\/\/127\.0\.0\.1:(\d+)/;

/**
 * `wish`: a port, which it keeps; 0 takes a free one. `environment`: settings besides that and the folder of its data. `bundle`: in the folder
 * `project`, which it takes for the project's.
 */
export function createHostProcess(
  dataDir: string,
  wish: number,
  environment: Readonly<Record<string, string>> = {},
  bundle = HOST,
  project = '.',
): HostProcess {
  let child: ChildProcess | null = null;
  let gone: Promise<Exit> = Promise.resolve({ code: null, signal: null });
  let said = '';
  let port = wish;
  let isUp = false;

  async function start(): Promise<void> {
    const settings = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'info', ...environment };
    const env = { ...process.env, NODE_ENV: 'production' as const, ...settings };
    const started = spawn(process.execPath, ['--enable-source-maps', bundle], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    said = '';
    gone = once(started, 'close').then(([code, signal]) => ({ code, signal }));
    const ready = new Promise<void>((resolve) => {
      for (const stream of [started.stdout, started.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          const taken = READY.exec(said)?.[1];
          if (taken === undefined) return;
          port = Number(taken);
          resolve();
        });
    });
    const ended = await Promise.race([ready, gone]);
    isUp = !ended && child === started;
    if (ended) throw new EndedEarly(`the host has ended, ${ended.signal ?? ended.code}: ${said}`);
  }

  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    database: join(dataDir, 'last-ack.db'),
    isUp: () => isUp,
    said: () => said,
    start,
    kill: (signal) => {
      isUp = false;
      child?.kill(signal);
      return gone;
    },
  };
}

export class EndedEarly extends Error {}
