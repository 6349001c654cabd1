/** The instructor, who is also the projector: makes the session, watches it over two links, and starts the round. */
import { io, type Socket } from 'socket.io-client';
import type { BrowserEvents, HostEvents } from '#protocol/commands.ts';
import type { ContestDeed, ContestSettings, ContestView, ContestViewer } from '#protocol/contest.ts';
import { countPackets, newTally, type Tally } from './tally.ts';

const SETTINGS: ContestSettings = {
  title: 'Measured',
  level: 1,
  rounds: [null],
  turnSeconds: null,
  speedPoints: false,
  pairing: 'lot',
  locale: 'en',
};

export type Desk = {
  readonly code: string;
  act(deed: ContestDeed): Promise<void>;
  until(isSo: (view: ContestView) => boolean): Promise<void>;
  counts(): { readonly instructor: Tally; readonly projector: Tally };
  close(): void;
};

type Link = Socket<HostEvents, BrowserEvents>;

/** `setUp`: the path of the link that makes the first account. */
export async function createDesk(url: string, setUp: string): Promise<Desk> {
  const account = { email: 'bench@example.org', name: 'Bench', password: 'correct horse battery' };
  const signedIn = await ask('POST', `account-links/${setUp.split('/').at(-1)}`, account, '');
  const guest = await ask('POST', 'session', undefined, '');
  const cookie = [signedIn.cookie, guest.cookie].join('; ');
  const { contestId } = (await ask('POST', 'contests', { settings: SETTINGS, classId: null, rehearsal: null }, cookie)).body as {
    contestId: string;
  };

  async function ask(method: string, path: string, body: unknown, cookies: string) {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: { cookie: cookies, 'content-type': 'application/json' },
      ...json,
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return { body: (await response.json()) as unknown, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  }

  const instructor = await open(url, cookie, { viewer: 'instructor', contestId });
  const { view } = instructor;
  if (view.viewer !== 'instructor' || view.code === null) throw new Error('no code');
  const projector = await open(url, guest.cookie, { viewer: 'projector', key: view.projectorKey });
  let actions = 0;

  return {
    code: view.code,
    async act(deed) {
      actions += 1;
      await ask('POST', `contests/${contestId}/actions`, { ...deed, id: `bench-action-${actions}` }, cookie);
    },
    until: (isSo) => new Promise((resolve) => instructor.link.on('contest', (message) => (isSo(message.view) ? resolve() : undefined))),
    counts: () => ({ instructor: instructor.tally, projector: projector.tally }),
    close: () => [instructor, projector].forEach(({ link }) => void link.close()),
  };
}

async function open(url: string, cookie: string, as: ContestViewer): Promise<{ link: Link; tally: Tally; view: ContestView }> {
  const tally = newTally();
  const link: Link = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
  countPackets(link, { now: tally });
  const answer = await link.emitWithAck('command', { type: 'contest-watch', id: 'bench-watch-1', as });
  if (!answer.ok || !('view' in answer)) throw new Error('the session was refused');
  return { link, tally, view: answer.view as ContestView };
}
