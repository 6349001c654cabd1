/** How long the host takes for what a leaderboard page and a page of one's own matches ask of it, over HTTP. */
import { PERIODS } from '#protocol/api.ts';
import { startChild } from '../child.ts';
import { quantile } from '../play/tally.ts';

const TIMES = 600;

export async function readPages(dataDir: string, cookies: readonly string[]): Promise<readonly string[]> {
  const child = await startChild<{ url: string }>('../host.js', [], { DATA_DIR: dataDir });
  const { scenarios } = (await (await fetch(`${child.ready.url}/api/scenarios`)).json()) as { scenarios: readonly { id: string }[] };
  const ofScenario = ['', ...scenarios.map(({ id }) => `&scenario=${id}`)];
  const boards = PERIODS.flatMap((period) => ofScenario.map((scenario) => `leaderboard?period=${period}${scenario}`));
  const lines = [
    '\n| page | p50 ms | p95 ms | most |\n| --- | --: | --: | --: |',
    await timed(child.ready.url, 'leaderboard, by all periods and scenarios in turn', boards, cookies),
    await timed(child.ready.url, 'leaderboard of all times', ['leaderboard?period=all'], cookies),
    await timed(child.ready.url, 'own matches', ['matches'], cookies),
  ];
  await child.stop();
  return lines;
}

async function timed(url: string, words: string, paths: readonly string[], cookies: readonly string[]): Promise<string> {
  const took: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const began = performance.now();
    const response = await fetch(`${url}/api/${paths[n % paths.length]}`, { headers: { cookie: cookies[n % cookies.length] ?? '' } });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    await response.text();
    took.push(performance.now() - began);
  }
  return `| ${words} | ${[0.5, 0.95, 1].map((share) => quantile(took, share).toFixed(1)).join(' | ')} |`;
}
