/** A class in a session of its own: an instructor who watches the overview, and students who have come by the code. */
import { temporaryFolder } from '../temporary.ts';
import { acts, newContest, watchContest } from './contest-room.ts';
import { playSeat } from './duel.ts';
import { type Environment, startHost, type TestHost } from './host.ts';
import { newAdmin } from './instructor.ts';
import { newGuest, newPlayer, openLink, type Link } from './player.ts';

/** What must be there. */
export function the<T>(one: T | null | undefined): T {
  if (one === null || one === undefined) throw new Error('it is not there');
  return one;
}

export async function begin(students: number, folder = temporaryFolder(), errors: string[] | null = null, environment: Environment = {}) {
  const host = await startHost(environment, folder, errors);
  const guest = await newGuest(host);
  const admin = await newAdmin(host);
  const instructor = { cookie: `${admin.cookie()}; ${guest.cookie}` };
  const contestId = await newContest(host, instructor);
  const desk = await openLink(host, { ...guest, cookie: instructor.cookie });
  const overview = await watchContest(desk, { viewer: 'instructor', contestId });
  const { code, projectorKey } = overview.view();
  if (!code) throw new Error('no code');
  const room = await Promise.all(Array.from({ length: students }, (_, n) => comes(host, code, `Student ${n + 1}`)));
  await overview.until(({ entrants }) => entrants.length === students);
  const act = (action: Parameters<typeof acts>[3]) => acts(host, instructor, contestId, action);
  return { host, admin, instructor, contestId, overview, code, projectorKey, room, act };
}

export async function comes(host: TestHost, code: string, name: string): Promise<Link> {
  const link = await newPlayer(host);
  await link.get({ type: 'contest-join', code, name, personal: null });
  return link;
}

export async function playsKnown(host: TestHost, link: Link, matchId: string, isRight?: (turn: number) => boolean): Promise<void> {
  const live = await link.watch(matchId);
  const side = live.view().viewer;
  if (side === 'spectator') throw new Error('not seated');
  await playSeat(host, { side, link, seen: live }, undefined, isRight);
}

/** Plays the match that the host says has been made, to its end. */
export async function playsMatch(host: TestHost, link: Link): Promise<void> {
  await playsKnown(host, link, await link.matched());
}
