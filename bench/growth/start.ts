/** How long the host takes from the start of its process until it takes links and all open matches go on, after it was killed in mid-play. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { startChild, unpin } from '../child.ts';
import { gatherGame } from '../play/game.ts';
import { play } from '../play/pace.ts';
import { newTally } from '../play/tally.ts';

const PLAYED_MS = 5_000;
const TIMES = 3;

export async function startWithOpenMatches(dataDir: string, open: number): Promise<readonly string[]> {
  await leaveOpen(dataDir, open);
  unpin();
  const starts: string[] = [];
  for (let n = 0; n < TIMES; n += 1) starts.push(`| the host alone | ${await startAlone(dataDir)} |`);
  if (existsSync('.next/BUILD_ID'))
    for (let n = 0; n < TIMES; n += 1) starts.push(`| with its pages, as \`npm start\` does | ${await startWhole(dataDir)} |`);
  return [`\n| start with ${open.toLocaleString('en')} open matches | s | s of CPU |\n| --- | --: | --: |`, ...starts];
}

async function leaveOpen(dataDir: string, open: number): Promise<void> {
  const child = await startChild<{ url: string }>('../host.js', [], { DATA_DIR: dataDir });
  const wish = { url: child.ready.url, players: 2 * open, pairs: open };
  const crowd = await gatherGame(wish, { now: newTally() });
  const stop = play(crowd.pairs, { words: '', players: wish.players, pairs: open, perSecond: 2 * open });
  await new Promise((resolve) => setTimeout(resolve, PLAYED_MS));
  stop();
  await child.kill();
  crowd.close();
}

async function startAlone(dataDir: string): Promise<string> {
  const child = await startChild<{ cpuMs: number }>('../host.js', [], { DATA_DIR: dataDir });
  await child.kill();
  return `${(child.startMs / 1_000).toFixed(2)} | ${(child.ready.cpuMs / 1_000).toFixed(2)}`;
}

/** What the host prints when it has started is what is waited for. */
async function startWhole(dataDir: string): Promise<string> {
  const began = performance.now();
  const env = { ...process.env, NODE_ENV: 'production' as const, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  const host = spawn(process.execPath, ['.build/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => host.stdout.once('data', resolve).once('end', reject));
  const took = performance.now() - began;
  const gone = new Promise((resolve) => host.once('exit', resolve));
  host.kill('SIGKILL');
  await gone;
  return `${(took / 1_000).toFixed(2)} | `;
}
