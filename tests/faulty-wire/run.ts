/** Simulated players at tabs with the browser's own link code, a wire with every fault, clocks that jump, and what came of it. */
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { count } from 'drizzle-orm';
import { studyAnswers } from '#db/study-schema.ts';
import type { StudentView } from '#protocol/contest.ts';
import { calledMatchOf } from '#components/session/situation.ts';
import { createDesk } from '../../bench/class/desk.ts';
import { createChance, type Chance } from './chance.ts';
import { differencesOf } from './compare.ts';
import { allFaults, FAITHFUL, type Tally } from './faults.ts';
import { type RunningHost, startHost } from './host.ts';
import { change, orTooLate, type Played, playMatch } from './player.ts';
import { createShiftedDate } from './shifted-date.ts';
import { type NewTab, prepareTabs, type Tab } from './tab.ts';
import { openWire } from './wire.ts';

export type RunOptions = {
  readonly pairs: number;
  /** Whose match is over before then begins another one. */
  readonly playMs: number;
  /** From then on nobody begins another match; who is not through after so long is stuck. */
  readonly patienceMs: number;
  readonly seed: number;
  /** How many times as fast as in earnest: faults, the tabs' timers and sleeps. */
  readonly hurry: number;
  readonly scenario: string | null;
};

export type RunReport = {
  readonly wire: Tally;
  readonly jumps: number;
  readonly sleeps: number;
  readonly matches: number;
  readonly acknowledged: number;
  readonly studied: number;
  readonly differences: readonly string[];
};

const HOUR = 3_600_000;
const SLEEP_MS = 60_000;
const ANSWERS_EACH = 6;
const ALONE_MS = 120_000;
const STUDY_WITHIN_MS = 120_000;

export async function runLinks({ pairs, playMs, patienceMs, seed, hurry, scenario }: RunOptions): Promise<RunReport> {
  const chance = createChance(seed);
  const hostDate = createShiftedDate();
  const RealDate = Date;
  globalThis.Date = hostDate.Date;
  const host = await startHost({ VERDICT_SECONDS: (8 / hurry).toFixed(3), GRACE_SECONDS: (60 / hurry).toFixed(3), BOT_THINK_MS: '50' });
  const wire = await openWire(host.url, chance, FAITHFUL);
  const newTab = await prepareTabs(hurry);
  const tabs: Tab[] = [];
  const open: NewTab = (url) => {
    const tab = newTab(url);
    tabs.push(tab);
    return tab;
  };
  const calm = new AbortController();
  const weather = disturb({ tabs, chance, hurry, shiftHost: hostDate.shift, until: calm.signal });
  const endsAt = performance.now() + playMs;
  const tooLate = AbortSignal.timeout(playMs + patienceMs);
  setMaxListeners(0, tooLate);
  const run: Run = { host, url: wire.url, open, chance, hurry, scenario, tooLate, isOver: () => performance.now() > endsAt };
  try {
    wire.setFaults(allFaults(hurry));
    const all = await Promise.all(groupsOf(pairs).map((group) => group(run)));
    const played = all.flat();
    const studied = await studyAll(tabs, AbortSignal.timeout(STUDY_WITHIN_MS));
    const compared = await Promise.all(played.map((one) => differencesOf(one, host)));
    const kept = host.database.orm.select({ n: count() }).from(studyAnswers).all()[0]?.n ?? 0;
    return {
      wire: wire.tally,
      ...weather,
      matches: new Set(played.map(({ matchId }) => matchId)).size,
      acknowledged: played.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
      studied,
      differences: [
        ...new Set(compared.flat()),
        ...(kept === studied && studied === tabs.length * ANSWERS_EACH
          ? []
          : [`${studied} answers of study were told, ${kept} are stored`]),
        ...host.errors.map((line) => `the host logged ${line.trim()}`),
      ],
    };
  } finally {
    calm.abort();
    for (const tab of tabs) tab.close();
    await wire.close();
    await host.stop();
    globalThis.Date = RealDate;
  }
}

type Run = {
  readonly host: RunningHost;
  readonly url: string;
  readonly open: NewTab;
  readonly chance: Chance;
  readonly hurry: number;
  readonly scenario: string | null;
  readonly tooLate: AbortSignal;
  readonly isOver: () => boolean;
};
type Group = (run: Run) => Promise<readonly Played[]>;

/** A quarter each: by invitation timed and untimed, from the queue, in a class session. */
function groupsOf(pairs: number): readonly Group[] {
  const each = Math.ceil(pairs / 4);
  const invited = (turnSeconds: number | null) => (run: Run) => together(each, () => playInvited(run, turnSeconds));
  return [invited(30), invited(null), (run) => together(2 * each, () => playQuick(run)), (run) => playClass(run, 2 * each)];
}

async function together(many: number, play: () => Promise<readonly Played[]>): Promise<readonly Played[]> {
  return (await Promise.all(Array.from({ length: many }, play))).flat();
}

/** Who was stuck before, between or after matches. */
function stuckAt(where: string, { tooLate }: Run): (error: unknown) => Played {
  return (error) => {
    if (!tooLate.aborted) throw error;
    return { matchId: where, view: null, acknowledged: [] };
  };
}

function player(run: Run, tab: Tab) {
  const { host, chance, tooLate, hurry } = run;
  return (matchId: string) => playMatch(matchId, { tab, store: host.store, chance, tooLate, thinkMs: 1_500 / hurry });
}

async function playInvited(run: Run, turnSeconds: number | null): Promise<readonly Played[]> {
  const [one, other] = [run.open(run.url), run.open(run.url)];
  const played: Played[] = [];
  do {
    const matchId = await orTooLate(inviteAndAccept(one, other, run.scenario, turnSeconds), run.tooLate).catch(
      stuckAt('by invitation', run),
    );
    if (typeof matchId !== 'string') return [...played, matchId];
    played.push(...(await Promise.all([one, other].map((tab) => player(run, tab)(matchId)))));
  } while (!run.isOver());
  return played;
}

async function inviteAndAccept(one: Tab, other: Tab, scenario: string | null, turnSeconds: number | null): Promise<string> {
  const invited = await one.send({ type: 'invite', level: 1, scenario, turnSeconds });
  if (!invited.ok) throw new Error(`no invitation: ${invited.fault}`);
  const accepted = await other.send({ type: 'invite-accept', code: invited.code });
  if (!accepted.ok) throw new Error(`not accepted: ${accepted.fault}`);
  return accepted.matchId;
}

/** Whoever waits when time is over goes home, or plays a bot where there was nobody yet: the others may have paired up without one. */
async function playQuick(run: Run): Promise<readonly Played[]> {
  const tab = run.open(run.url);
  const played: Played[] = [];
  do {
    const queue = tab.QUEUES[1];
    const release = queue.hold();
    const known = new Set(played.map(({ matchId }) => matchId));
    const found = () => queue.store.get().matchId;
    const isFound = () => found() !== null && !known.has(found() as string);
    const aloneAt = performance.now() + ALONE_MS / run.hurry;
    const isAlone = () => run.isOver() && (played.length > 0 || performance.now() > aloneAt);
    while (!isFound() && !isAlone() && !run.tooLate.aborted)
      await Promise.race([change(queue.store.subscribe, run.tooLate), wait(200)]).catch(() => {});
    const isLeft = !isFound() && played.length === 0;
    const matchId = isLeft ? await withBot(tab, run).catch(() => null) : found();
    release();
    if (matchId === null || known.has(matchId)) break;
    played.push(await player(run, tab)(matchId));
  } while (!run.isOver());
  return played.length > 0 ? played : [{ matchId: 'in the queue', view: null, acknowledged: [] }];
}

async function withBot(tab: Tab, { scenario, tooLate }: Run): Promise<string | null> {
  const wish = { type: 'bot-start', level: 1, strength: 'skilled', scenario, turnSeconds: 30 } as const;
  const made = await orTooLate(tab.send(wish), tooLate);
  return made.ok ? made.matchId : null;
}

async function playClass(run: Run, many: number): Promise<readonly Played[]> {
  const desk = await createDesk(run.host.url, (await run.host.setUpPath()) ?? '');
  const students = Array.from({ length: many }, (_, n) => comeIn(run, desk.code, `Student ${n + 1}`));
  const all = Promise.all(students.map((student) => student.then(playRound(run))));
  // Whoever comes later has an opponent too, or a bot.
  const room = await Promise.all(students);
  if (room.some((student) => 'watch' in student)) await desk.act({ do: 'start-round', round: 1 });
  return all.finally(() => desk.close());
}

type Student = { readonly tab: Tab; readonly watch: ReturnType<Tab['watchOf']> };

async function comeIn(run: Run, code: string, name: string): Promise<Student | Played> {
  const tab = run.open(run.url);
  try {
    const joined = await orTooLate(tab.send({ type: 'contest-join', code, name, personal: null }), run.tooLate);
    if (!joined.ok) throw new Error(`not let in: ${joined.fault}`);
    return { tab, watch: tab.watchOf({ viewer: 'student', contestId: joined.contestId }) };
  } catch (error) {
    return stuckAt('on the way into a session', run)(error);
  }
}

/** Goes to the match to which the session calls, and waits for the end of the round. */
function playRound(run: Run): (student: Student | Played) => Promise<Played> {
  return async (student) => {
    if (!('watch' in student)) return student;
    const { store, hold } = student.watch;
    const release = hold();
    async function until<T>(look: (view: StudentView) => T | null): Promise<T> {
      for (;;) {
        const { view } = store.get();
        const found = view?.viewer === 'student' ? look(view) : null;
        if (found !== null) return found;
        await change(store.subscribe, run.tooLate);
      }
    }
    try {
      const played = await player(run, student.tab)(await until(calledMatchOf));
      if (!played.view?.ended) return played;
      await until(({ phase }) => (phase === 'between' ? phase : null));
      return played;
    } catch (error) {
      const { view } = store.get();
      return stuckAt(`in a session, which to the page is at "${view?.phase ?? 'nothing'}"`, run)(error);
    } finally {
      release();
    }
  };
}

/** What is learnt alone is told over HTTP: each answer is kept once, whatever became of the answer to it. */
async function studyAll(tabs: readonly Tab[], tooLate: AbortSignal): Promise<number> {
  const told = tabs.map(async (tab): Promise<number> => {
    const playerId = await tab.me();
    for (let n = 0; n < ANSWERS_EACH; n += 1) {
      const id = `${playerId}-${n}`;
      tab.addAnswer(playerId, { id, card: 'rule:data', kind: 'answer', mode: 'learn', grade: 3, at: Date.now() - HOUR, ms: null });
      await tab.tellAnswers(playerId);
    }
    while (!tooLate.aborted) if ((await tab.tellAnswers(playerId)).isDone) return ANSWERS_EACH;
    return 0;
  });
  return (await Promise.all(told)).reduce((sum, n) => sum + n, 0);
}

type Weather = {
  readonly tabs: readonly Tab[];
  readonly chance: Chance;
  readonly hurry: number;
  readonly shiftHost: (ms: number) => void;
  readonly until: AbortSignal;
};

/** Clocks that are set by minutes and hours, the host's by one; tabs that sleep for a minute. Counts both. */
function disturb({ tabs, chance, hurry, shiftHost, until }: Weather): { jumps: number; sleeps: number } {
  const counted = { jumps: 0, sleeps: 0 };
  const asleep = new Set<Tab>();

  function shiftSome(): void {
    shiftHost(chance.between(-HOUR, HOUR));
    for (const tab of tabs.filter(() => chance.hits(0.3)))
      tab.shiftDate(chance.between(-1, 1) * (chance.hits(0.5) ? 5 * 60_000 : 48 * HOUR));
    counted.jumps += 1;
  }

  function freezeSome(): void {
    for (const tab of tabs.filter((one) => !asleep.has(one) && chance.hits(0.03))) {
      counted.sleeps += 1;
      asleep.add(tab);
      tab.freeze();
      const wake = () => {
        asleep.delete(tab);
        tab.wake();
      };
      setTimeout(wake, SLEEP_MS / hurry);
    }
  }

  const timer = setInterval(() => {
    shiftSome();
    freezeSome();
  }, 5_000 / hurry);
  until.addEventListener('abort', () => clearInterval(timer));
  return counted;
}
