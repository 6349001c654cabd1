/** The host process, as its parent has it. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Report, Said } from './host.ts';
import { later } from './later.ts';

type Ready = Extract<Said, { type: 'ready' }>;
export type Child = {
  readonly ready: Ready;
  /** What it logged at level error, as it comes. */
  readonly errors: readonly string[];
  readonly exited: () => boolean;
  report(): Promise<Report>;
  stop(): Promise<number | null>;
};

export async function startChild(dataDir: string): Promise<Child> {
  const settings = {
    DATA_DIR: dataDir,
    PORT: process.env.FUZZ_PORT ?? '0',
    VERDICT_SECONDS: '1',
    GRACE_SECONDS: '2',
    LEAVE_GRACE_SECONDS: '1',
    BOT_THINK_MS: '20',
  };
  const child = fork(new URL('./host.js', import.meta.url), {
    execArgv: ['--expose-gc', '--enable-source-maps'],
    env: { ...process.env, ...settings },
  });
  const errors: string[] = [];
  let code: number | null | undefined;
  const gone = later<number | null>();
  child.once('exit', (status) => {
    code = status;
    gone.resolve(status);
  });
  child.on('message', (said: Said) => void (said.type === 'error' && errors.push(said.line)));
  const ready = await Promise.race([next(child, 'ready'), gone.promise]);
  if (ready === null || typeof ready === 'number') throw new Error('the host did not start');
  return {
    ready,
    errors,
    exited: () => code !== undefined,
    report: async () => {
      const said = next(child, 'report');
      child.send('report');
      return said;
    },
    stop: () => {
      if (code === undefined) child.send('stop');
      return gone.promise;
    },
  };
}

function next<T extends Said['type']>(child: ChildProcess, type: T): Promise<Extract<Said, { type: T }>> {
  const { promise, resolve } = later<Extract<Said, { type: T }>>();
  const hear = (said: Said) => {
    if (said.type !== type) return;
    child.off('message', hear);
    resolve(said as Extract<Said, { type: T }>);
  };
  child.on('message', hear);
  return promise;
}
