/** What a measured process says of itself: its parent asks by IPC (`child.ts`). */
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Since the report before, of all threads of the process. */
export type Report = {
  readonly cpuMs: number;
  /** The most since the report before. */
  readonly rssMiB: number;
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
};

/** Octets, after what nobody needs was thrown away. `live`: heap and what hangs on it. */
export type Memory = { readonly rss: number; readonly live: number };

type Answers = Readonly<Record<string, () => object | Promise<object>>>;

/** Answers `report`, `memory`, and what else is given; ends by `stop`, also when the parent is gone. */
export function answerParent(ready: object, more: Answers, stop: () => Promise<void>): void {
  const answers: Answers = { report: createReport(), memory: memoryNow, ...more };
  const end = () => void stop().then(() => process.exit(0));
  process.on('message', async (question: string) => {
    if (question === 'stop') return end();
    process.send?.({ ...(await answers[question]?.()), type: question });
  });
  process.once('disconnect', end);
  const { user, system } = process.cpuUsage();
  process.send?.({ ...ready, type: 'ready', cpuMs: (user + system) / 1_000 });
}

function createReport(): () => Report {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 250);
  watch.unref();
  let cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const report = {
      cpuMs: (user + system) / 1_000,
      rssMiB: Math.max(most, process.memoryUsage.rss()) / 2 ** 20,
      loopP99Ms: delay.percentile(99) / 1e6,
      loopMaxMs: delay.max / 1e6,
    };
    cpu = process.cpuUsage();
    most = 0;
    delay.reset();
    return report;
  };
}

/** Needs `--expose-gc`. */
function memoryNow(): Memory {
  for (let times = 0; times < 3; times += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, live: heapUsed + external };
}
