/** A class session over the real host: an instructor by HTTP, students and projectors by their links. */
import type { ContestDeed, ContestSettings, ContestView, ContestViewer } from '#protocol/contest.ts';
import type { TestHost } from './host.ts';
import type { Link } from './player.ts';

export const SETTINGS: ContestSettings = {
  title: 'CS 341',
  level: 1,
  rounds: ['three-way-handshake', null],
  turnSeconds: null,
  speedPoints: false,
  pairing: 'lot',
  locale: 'en',
};

/** One who is signed in: the cookie of the account, and of a guest. */
export type Instructor = { readonly cookie: string };
type Reply<T = Record<string, unknown>> = { readonly status: number; readonly body: T & { readonly fault?: string } };

export async function askAs<T>(host: TestHost, { cookie }: Instructor, method: string, path: string, body?: unknown): Promise<Reply<T>> {
  const response = await fetch(`${host.url}/api/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T & { fault?: string } };
}

export async function newContest(
  host: TestHost,
  instructor: Instructor,
  settings: Partial<ContestSettings> = {},
  classId: string | null = null,
): Promise<string> {
  const wish = { settings: { ...SETTINGS, ...settings }, classId, rehearsal: null };
  const { body } = await askAs<{ contestId: string }>(host, instructor, 'POST', 'contests', wish);
  if (!body.contestId) throw new Error(`no session: ${body.fault}`);
  return body.contestId;
}

let actions = 0;

/** The fault, or null where it was done. */
export async function acts(host: TestHost, instructor: Instructor, contestId: string, action: ContestDeed): Promise<string | null> {
  actions += 1;
  const id = `action-${String(actions).padStart(6, '0')}`;
  const { body } = await askAs(host, instructor, 'POST', `contests/${contestId}/actions`, { ...action, id });
  return body.fault ?? null;
}

type Viewed<V extends ContestViewer['viewer']> = Extract<ContestView, { viewer: V }>;
/** A session as a link sees it. */
export type SeenContest<V extends ContestViewer['viewer']> = {
  view(): Viewed<V>;
  until(isSo: (view: Viewed<V>) => boolean): Promise<Viewed<V>>;
};

export async function watchContest<A extends ContestViewer>(link: Link, as: A): Promise<SeenContest<A['viewer']>> {
  type V = Viewed<A['viewer']>;
  const waiting = new Set<() => void>();
  let seen: V | null = null;
  const take = (view: ContestView) => {
    if (view.viewer !== as.viewer) return;
    seen = view as V;
    for (const look of [...waiting]) look();
  };
  link.socket.on('contest', ({ view }) => take(view));
  const { view } = await link.get({ type: 'contest-watch', as });
  take(view);
  const current = () => {
    if (!seen) throw new Error('nothing seen');
    return seen;
  };
  return {
    view: current,
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSo(current())) return;
          waiting.delete(look);
          resolve(current());
        };
        waiting.add(look);
        look();
      }),
  };
}
