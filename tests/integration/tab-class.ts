/** A class at simulated tabs: an instructor and the wall, and students who answer what they are told to. */
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { roleOf, type View } from '#game/match/view.ts';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';
import { calledMatchOf } from '#components/session/situation.ts';
import type { Store } from '#app/store.ts';
import type { ContestDeed, ContestSettings, ContestView, ContestViewer } from '#protocol/contest.ts';
import type { StudentRow } from '#protocol/classes.ts';
import { change } from '../faulty-wire/player.ts';
import type { Tab } from '../faulty-wire/tab.ts';
import { answerTo, type How, type Store as StoredRows } from '../browser/store.ts';

type Viewed<A extends ContestViewer> = Extract<ContestView, { viewer: A['viewer'] }>;
/** What a page shows, from when it is looked for to the end. */
export type Shown<T> = { now(): T; until(isSo: (shown: T) => boolean): Promise<T> };

export type Student = {
  readonly name: string;
  readonly number: number;
  readonly room: Shown<Extract<ContestView, { viewer: 'student' }>>;
  /** The match to which the session calls, as the page goes there by itself. */
  called(): Promise<SeatedStudent>;
};
export type SeatedStudent = {
  readonly matchId: string;
  readonly seen: Shown<View>;
  /** Answers the open turn; resolves when the host has acknowledged it and the page shows it. */
  answer(how: Exclude<How, 'missed'>): Promise<Proposal | Prediction>;
  /** Answers rightly and reads on, until `isDone` or to the end. */
  playOn(isDone?: (view: View) => boolean): Promise<View>;
};
export type Desk = {
  readonly view: Shown<Extract<ContestView, { viewer: 'instructor' }>>;
  readonly wall: Shown<Extract<ContestView, { viewer: 'projector' }>>;
  act(deed: ContestDeed): Promise<void>;
  get<T>(path: string): Promise<T>;
};

/** Whoever waits for longer is stuck. */
const tooLate = () => AbortSignal.timeout(60_000);

function showing<T>(store: Pick<Store<{ readonly view: unknown }>, 'get' | 'subscribe'>): Shown<T> {
  const now = () => store.get().view as T | null;
  return {
    now: () => {
      const shown = now();
      if (shown === null) throw new Error('nothing is shown');
      return shown;
    },
    async until(isSo) {
      const signal = tooLate();
      for (let shown = now(); ; shown = now()) {
        if (shown !== null && isSo(shown)) return shown;
        await change(store.subscribe, signal);
      }
    },
  };
}

function watchSession<A extends ContestViewer>(tab: Tab, as: A): Shown<Viewed<A>> {
  const { store, hold } = tab.watchOf(as);
  hold();
  return showing<Viewed<A>>(store);
}

async function did<T>(
  reply: Promise<{ readonly ok: true; readonly data: T } | { readonly ok: false; readonly trouble: string }>,
): Promise<T> {
  const got = await reply;
  if (!got.ok) throw new Error(`refused: ${got.trouble}`);
  return got.data;
}

/** `setUp`: the path of the link for the first account. `names`: of the class's roster. */
export async function openDesk(newTab: (name: string) => Tab, setUp: string, names: readonly string[], settings: ContestSettings) {
  const tab = newTab('instructor');
  const ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => did(tab.ask<T>(method, path, body));
  await tab.me();
  await ask('POST', `account-links/${setUp.split('/').at(-1)}`, {
    email: 'ada@example.org',
    name: 'Ada',
    password: 'correct horse battery',
  });
  const { class: made } = await ask<{ class: { classId: string } }>('POST', 'classes', { name: 'Networks', term: '' });
  const { classId } = made;
  const roster = await Promise.all(
    names.map(
      async (name) =>
        (await ask<{ student: StudentRow }>('POST', `classes/${classId}/students`, { name: `Real ${name}`, email: '', number: '' }))
          .student,
    ),
  );
  const { contestId } = await ask<{ contestId: string }>('POST', 'contests', { settings, classId, rehearsal: null });
  const view = watchSession(tab, { viewer: 'instructor', contestId });
  const { projectorKey, code } = await view.until(() => true);
  const wall = watchSession(newTab('wall'), { viewer: 'projector', key: projectorKey });
  let deeds = 0;
  const desk: Desk = {
    view,
    wall,
    async act(deed) {
      deeds += 1;
      await ask('POST', `contests/${contestId}/actions`, { ...deed, id: `deed-${String(deeds).padStart(6, '0')}` });
    },
    get: (path) => ask('GET', path),
  };
  return { desk, classId, contestId, code: code ?? '', codes: roster.map((student) => student.code) };
}

export type Coming = { readonly code: string; readonly contestId: string; readonly personal: string };

/** From nothing to a place in the lobby. */
export async function comeIn(tab: Tab, name: string, { code, contestId, personal }: Coming, stored: StoredRows): Promise<Student> {
  const joined = await tab.send({ type: 'contest-join', code, name, personal });
  if (!joined.ok) throw new Error(`${name} was refused: ${joined.fault}`);
  const room = watchSession(tab, { viewer: 'student', contestId });
  const { me } = await room.until(() => true);
  const played = new Set<string>();
  return {
    name,
    number: me.number,
    room,
    async called() {
      const isNew = (matchId: string | null) => matchId !== null && !played.has(matchId);
      const matchId = calledMatchOf(await room.until((view) => isNew(calledMatchOf(view)))) ?? '';
      played.add(matchId);
      return sitDown(tab, matchId, stored);
    },
  };
}

/** Nobody here stops to think: a link has ten messages a second in the long run. */
const CREDIT_MS = 100;

async function sitDown(tab: Tab, matchId: string, stored: StoredRows): Promise<SeatedStudent> {
  const { store, hold } = tab.watchOfMatch(matchId);
  hold();
  const seen = showing<View>(store);
  await seen.until(() => true);

  /** The acknowledgement and the event that tells everybody come in any order. */
  async function does(command: Parameters<Tab['send']>[0]): Promise<void> {
    const asked = openTurn(seen.now());
    let answer = await tab.send(command);
    for (; !answer.ok && answer.fault === 'too-many-messages'; answer = await tab.send(command)) await pause(CREDIT_MS);
    if (!answer.ok) throw new Error(`turn ${asked.turn}: ${answer.fault}`);
    await seen.until((view) => view.ended !== null || !isAskedOf(view) || !isDeepStrictEqual(openTurn(view), asked));
  }

  async function answer(how: Exclude<How, 'missed'>): Promise<Proposal | Prediction> {
    const { turn, leg, side } = openTurn(seen.now());
    const given = answerTo(stored.match(matchId), side, how);
    const forTurn = { matchId, turn, seat: roleOf(side, leg) };
    await does('segment' in given ? { type: 'propose', ...forTurn, proposal: given } : { type: 'predict', ...forTurn, prediction: given });
    return given;
  }

  async function playOn(isDone: (view: View) => boolean = () => false): Promise<View> {
    for (;;) {
      const view = await seen.until((one) => one.ended !== null || isDone(one) || isAskedOf(one));
      if (view.ended || isDone(view)) return view;
      if (openTurn(view).isClosed) await does({ type: 'ready', matchId, turn: openTurn(view).turn });
      else await answer('right');
    }
  }

  return { matchId, seen, answer, playOn };
}

function openTurn({ turns, viewer }: View) {
  const turn = turns.at(-1);
  if (!turn || viewer === 'spectator') throw new Error('not asked');
  return { turn: turn.turn, leg: turn.leg, side: viewer, isClosed: turn.closed !== null };
}

function isAskedOf({ turns, viewer }: View): boolean {
  const turn = turns.at(-1);
  return turn !== undefined && viewer !== 'spectator' && !(turn.closed ? turn.ready : turn.sealed)[viewer];
}
