/** What can befall the database while pairs play, other than the end of its host: a disk without room, and another process that holds it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkDatabase, type Found } from './check.ts';
import { createHostProcess, type HostProcess } from './host-process.ts';
import { createJournal, type Journal } from './journal.ts';
import { startPairs } from './pairs.ts';
import type { SmallDisk } from './small-disk.ts';
import { within } from './within.ts';

export type Trouble = {
  /** Resolves once no write succeeds. */
  begin(host: HostProcess): Promise<void>;
  /** Called now and then while it lasts. */
  keepUp(): void;
  end(): Promise<void>;
};

export type TroubleWanted = {
  readonly dataDir: string;
  readonly port: number;
  readonly pairs: number;
  readonly seed: number;
  readonly thinkMs: number;
  /** How often the trouble comes, and how long it lasts at least. */
  readonly times: number;
  readonly lastMs: number;
};

export type TroubleDone = {
  readonly journal: Journal;
  /** Answers `not-saved` to commands of players. */
  readonly told: number;
  /** Moves acknowledged between the first `not-saved` and the end of the trouble. */
  readonly acknowledged: number;
  /** Requests that only read, while it lasted: asked, and answered. */
  readonly reads: { readonly asked: number; readonly answered: number };
  /** What other writes were answered while it lasted: status and fault, by what was asked. */
  readonly others: Readonly<Record<string, string>>;
  readonly last: Found;
  readonly violations: readonly string[];
};

const ENTER_MS = 60_000;
const TOLD_MS = 60_000;
const FINISH_MS = 180_000;
const PLAY_MS = 1_500;

export async function runTrouble(wanted: TroubleWanted, trouble: Trouble): Promise<TroubleDone> {
  const { pairs: count, times, lastMs } = wanted;
  const journal = createJournal();
  const violations: string[] = [];
  const reads = { asked: 0, answered: 0 };
  const others: Record<string, string> = {};
  let acknowledged = 0;
  const host = createHostProcess(wanted.dataDir, wanted.port, { VERDICT_SECONDS: '8' });
  await host.start();
  const pairs = startPairs({ ...wanted, url: host.url, journal });
  await within(ENTER_MS, pairs.here, 'somebody has no link');
  const told = () => journal.faults.get('not-saved') ?? 0;

  for (let n = 0; n < times; n += 1) {
    await pause(PLAY_MS);
    const before = told();
    await trouble.begin(host);
    await within(TOLD_MS, toldTo(before + count), 'players are not told that nothing is saved');
    const since = journal.moves.length;
    const began = performance.now();
    Object.assign(others, await tryOthers(host));
    while (performance.now() - began < lastMs) await look();
    acknowledged += journal.moves.length - since;
    await trouble.end();
  }

  async function toldTo(number: number): Promise<void> {
    while (told() < number) await look();
  }

  async function look(): Promise<void> {
    trouble.keepUp();
    reads.asked += 1;
    const read = await fetch(`${host.url}/api/class-boards`).catch(() => null);
    reads.answered += read === null ? 0 : 1;
    await pause(100);
  }

  await within(FINISH_MS, pairs.finish(), 'a match could not be played to its end');
  pairs.close();
  const { code } = await host.kill('SIGTERM');
  if (code !== 0) violations.push(`the host has ended with ${code}`);
  if (told() === 0) violations.push('nobody was told');
  if (reads.answered < reads.asked) violations.push(`${reads.asked - reads.answered} requests that only read were not answered`);
  for (const [what, answer] of Object.entries(others)) if (answer !== NOT_SAVED) violations.push(`${what}: ${answer}`);
  const last = await checkDatabase(host.database, journal);
  if (last.openMatches > 0) violations.push(`${last.openMatches} matches are open still`);
  return { journal, told: told(), acknowledged, reads, others, last, violations: [...violations, ...last.violations] };
}

const NOT_SAVED = '503 {"fault":"not-saved"}';

/** Doors other than a match: a guest who comes, an instructor who follows the link that makes the first account. */
async function tryOthers({ url, said }: HostProcess): Promise<Record<string, string>> {
  const setUp = /\/account-link\/(\S+)/.exec(said())?.[1];
  const account = JSON.stringify({ email: 'torture@example.org', name: 'Torture', password: 'correct horse battery' });
  const headers = { 'content-type': 'application/json' };
  return {
    'a new guest': await answerOf(fetch(`${url}/api/session`, { method: 'POST' })),
    'a new account': await answerOf(fetch(`${url}/api/account-links/${setUp}`, { method: 'POST', headers, body: account })),
  };
}

async function answerOf(asked: Promise<Response>): Promise<string> {
  const response = await asked.catch((error: unknown) => String(error));
  return typeof response === 'string' ? response : `${response.status} ${await response.text()}`;
}

export function fullDisk(disk: SmallDisk): Trouble {
  return { begin: async () => disk.fill(), keepUp: disk.fill, end: async () => disk.empty() };
}

export function lockedDatabase(): Trouble {
  let end: () => Promise<void> = async () => {};
  return {
    async begin({ database }) {
      const holder = spawn(process.execPath, [join(import.meta.dirname, 'lock-holder.js'), database], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const gone = once(holder, 'close');
      await once(holder.stdout, 'data');
      end = async () => {
        holder.stdin.end();
        await gone;
      };
    },
    keepUp: () => {},
    end: () => end(),
  };
}
