/** A guest with a link, as a page has it: commands with answers, and the view of a match kept up to date by its events. */
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { advanceView, type View, type ViewEvent } from '#game/match/view.ts';
import type { MeAnswer } from '#protocol/api.ts';
import type { Answer, BrowserEvents, CommandType, HostEvents, Results } from '#protocol/commands.ts';
import { type EventsMessage, unpackEvents } from '#protocol/packed-events.ts';
import type { TestHost } from './host.ts';

export type Guest = { readonly playerId: string; readonly name: string; readonly cookie: string };
/** One event of those that come together. */
export type Heard = Pick<EventsMessage, 'now'> & { readonly version: number; readonly event: ViewEvent };
export type Body = { readonly type: CommandType; readonly id?: string; readonly [field: string]: unknown };

export async function newGuest(host: TestHost): Promise<Guest> {
  const response = await fetch(`${host.url}/api/session`, { method: 'POST' });
  const { player } = (await response.json()) as MeAnswer;
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!player || !cookie) throw new Error(`no session: ${response.status}`);
  return { ...player, cookie };
}

export type Link = {
  readonly guest: Guest;
  readonly socket: Socket<HostEvents, BrowserEvents>;
  /** The answer to a command, which gets an id where it has none. */
  say(command: Body): Promise<Answer>;
  /** What the command brings, where it is not refused. */
  get<T extends CommandType>(command: Body & { readonly type: T }): Promise<Results[T]>;
  /** Sends whatever it is given. */
  sayRaw(message: unknown): Promise<Answer>;
  /** The next match that the host says has been made. */
  matched(): Promise<string>;
  watch(matchId: string): Promise<Seen>;
  close(): void;
};

/** A match as the link sees it. */
export type Seen = {
  readonly matchId: string;
  view(): View;
  /** Events that came after the first view. */
  readonly messages: readonly Heard[];
  until(isSo: (view: View) => boolean): Promise<View>;
};

type Options = Parameters<typeof io>[1];

export async function openLink(host: TestHost, guest: Guest, options: Options = {}): Promise<Link> {
  const socket = connect(host, guest.cookie, options);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return asLink(guest, socket);
}

export function connect(host: TestHost, cookie: string, options: Options = {}): Socket<HostEvents, BrowserEvents> {
  const socket: Socket<HostEvents, BrowserEvents> = io(host.url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    ...options,
    extraHeaders: { cookie, ...options.extraHeaders },
  });
  onTestFinished(() => void socket.close());
  return socket;
}

/** A guest with a link. */
export async function newPlayer(host: TestHost): Promise<Link> {
  return openLink(host, await newGuest(host));
}

const CREDIT_MS = 100;

function asLink(guest: Guest, socket: Socket<HostEvents, BrowserEvents>): Link {
  const matches: string[] = [];
  const waiting: ((matchId: string) => void)[] = [];
  socket.on('matched', ({ matchId }) => {
    const first = waiting.shift();
    if (first) first(matchId);
    else matches.push(matchId);
  });

  const sayRaw = (message: unknown) => socket.emitWithAck('command', message);

  async function say(command: Body): Promise<Answer> {
    const named = { id: newId(), ...command };
    const answer = await sayRaw(named);
    if (answer.ok || answer.fault !== 'too-many-messages') return answer;
    await new Promise((resolve) => setTimeout(resolve, CREDIT_MS));
    return say(named);
  }

  async function get<T extends CommandType>(command: Body & { readonly type: T }): Promise<Results[T]> {
    const answer = await say(command);
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.fault}`);
    return answer as unknown as Results[T];
  }

  return {
    guest,
    socket,
    sayRaw,
    say,
    get,
    matched: () => {
      const known = matches.shift();
      return known === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(known);
    },
    watch: (matchId) => see(socket, matchId, () => get({ type: 'watch', matchId })),
    close: () => void socket.close(),
  };
}

let ids = 0;
export function newId(): string {
  ids += 1;
  return `command-${process.pid}-${ids}`;
}

/** Each with the version that the match has with it. */
export function eventsOf({ events, version, now }: EventsMessage): readonly Heard[] {
  return events.map((event, n) => ({ version: version - events.length + n + 1, event, now }));
}

async function see(socket: Socket<HostEvents, BrowserEvents>, matchId: string, ask: () => Promise<Results['watch']>): Promise<Seen> {
  const messages: Heard[] = [];
  const waiting = new Set<() => void>();
  let view: View | null = null;

  function take(message: EventsMessage): void {
    if (!view || message.version <= view.version) return;
    const next = advanceView(view, message);
    if (next === null) throw new Error(`version ${message.version} after ${view.version}`);
    messages.push(...eventsOf(message).slice(view.version - message.version));
    view = next;
    for (const look of [...waiting]) look();
  }

  const early: EventsMessage[] = [];
  socket.on('events', (packed) => {
    const message = unpackEvents(packed);
    if (message.matchId !== matchId) return;
    if (view) take(message);
    else early.push(message);
  });
  view = (await ask()).view;
  early.forEach(take);

  return {
    matchId,
    messages,
    view: () => view as View,
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!view || !isSo(view)) return;
          waiting.delete(look);
          resolve(view);
        };
        waiting.add(look);
        look();
      }),
  };
}
