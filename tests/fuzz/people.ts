/** Who speaks: people whose accounts may be lost on the way, for then others come in their place. */
import { drawOne, type Random } from '#game/scenarios/random.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { openRawLink, type RawLink } from './link.ts';
import { newInstructor, newPlayer, type Person, type Player } from './ask.ts';

export const KINDS = ['nobody', 'forged', 'erased', 'player', 'instructor', 'admin'] as const;
export type Kind = (typeof KINDS)[number];
export type Actor = { readonly kind: Kind; readonly cookie: string };

export type People = {
  /** One of that kind; null: of any. */
  draw(random: Random, wanted?: Kind | null): Actor;
  /** Replaces everybody whose session is over. */
  renew(): Promise<void>;
  /** Ends the matches and the class sessions of all of them. */
  endAll(port: number): Promise<void>;
};

/** Each may say thirty things a second. */
const PLAYERS = 40;
const USUAL = ['player', 'player', 'player', 'player', 'instructor', 'instructor', 'admin', 'erased', 'forged', 'nobody'] as const;
const FORGED = [
  'last_ack_session=x',
  'last_ack_session=%00; last_ack_instructor=%ff.x',
  'last_ack_session=""; a',
  '=; ;;',
  'last_ack_instructor=a.b.c',
];

type Listed = { readonly matchId: string; readonly startedAt: number; readonly result: string };

/** By as many links as that takes. */
async function resignAll(port: number, player: Person): Promise<void> {
  const open = await openMatchesOf(player);
  for (let at = 0; at < open.length; at += RESIGNED_PER_LINK) {
    const link = await openRawLink(port, player.cookie, at, { event: () => {} });
    if (typeof link === 'string') throw new Error(`no link: ${link}`);
    await Promise.all(open.slice(at, at + RESIGNED_PER_LINK).map((matchId) => resign(link, matchId)));
    link.close();
  }
}

const RESIGNED_PER_LINK = 40;
const AGAIN_MS = 1_000;

/** A player with hundreds of matches is told to slow down. */
async function resign(link: RawLink, matchId: string): Promise<void> {
  const command = JSON.stringify({ type: 'resign', id: `end-${matchId}`, matchId });
  while ((await link.command(command)).includes('too-many-messages')) await pause(AGAIN_MS);
}

async function openMatchesOf(player: Person): Promise<readonly string[]> {
  const open: string[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const { matches } = await player.ask<{ matches: readonly Listed[] }>('GET', `matches?before=${before}`);
    open.push(...matches.filter(({ result }) => result === 'open').map(({ matchId }) => matchId));
    const last = matches.at(-1);
    if (!last) return open;
    before = last.startedAt;
  }
}

/** `keeper`: an administrator who is not among them. */
export async function gather(url: string, keeper: Person): Promise<People> {
  const guests = await Promise.all(Array.from({ length: PLAYERS }, () => newPlayer(url)));
  const instructors = [await newInstructor(url, keeper, 'instructor'), await newInstructor(url, keeper, 'instructor')];
  const admins = [await newInstructor(url, keeper, 'admin')];
  const erased: string[] = [];
  const gone: Player[] = [];

  const kinds = { nobody: () => '', forged: (random: Random) => drawOne(random, FORGED), erased: lost, player, instructor, admin };
  function lost(random: Random): string {
    return erased.length > 0 ? drawOne(random, erased) : '';
  }
  function player(random: Random): string {
    return drawOne(random, guests).cookie;
  }
  function instructor(random: Random): string {
    return drawOne(random, instructors).cookie;
  }
  function admin(random: Random): string {
    return drawOne(random, admins).cookie;
  }

  /** In place, so that those who are drawn from now on are the new ones. */
  async function renewList<P extends Player>(list: P[], isThere: (one: P) => Promise<boolean>, come: () => Promise<P>): Promise<void> {
    for (const [n, one] of list.entries()) {
      if (await isThere(one)) continue;
      erased.push(one.cookie);
      gone.push(one);
      list[n] = await come();
    }
    erased.splice(0, Math.max(0, erased.length - 20));
  }

  const isPlayer = async (one: Person) => (await one.ask<{ player: unknown }>('GET', 'me')).player !== null;
  const teaches = (one: Person) =>
    one.ask('GET', 'instructor').then(
      () => true,
      () => false,
    );
  const administers = (one: Person) =>
    one.ask('GET', 'admin/accounts').then(
      () => true,
      () => false,
    );

  async function endContests(teacher: Person): Promise<void> {
    const { contests } = await teacher.ask<{ contests: { contestId: string; phase: string }[] }>('GET', 'contests');
    for (const { contestId, phase } of contests)
      if (phase !== 'over') await teacher.ask('POST', `contests/${contestId}/actions`, { id: `end-${contestId}`, do: 'end' });
  }

  return {
    draw(random, wanted = null) {
      const kind = wanted ?? drawOne(random, USUAL);
      return { kind, cookie: kinds[kind](random) };
    },
    async renew() {
      await renewList(guests, isPlayer, () => newPlayer(url));
      await renewList(
        instructors,
        async (one) => (await teaches(one)) && isPlayer(one),
        () => newInstructor(url, keeper, 'instructor'),
      );
      await renewList(
        admins,
        async (one) => (await administers(one)) && isPlayer(one),
        () => newInstructor(url, keeper, 'admin'),
      );
    },
    async endAll(port) {
      for (const one of [...instructors, ...admins]) await endContests(one);
      for (const { spare } of [...gone.splice(0), ...guests, ...instructors, ...admins]) await resignAll(port, spare);
    },
  };
}
