/** The only module that opens the socket.io link. One link serves every page of a tab and stays open between them. */
import { useEffect } from 'react';
import type { Socket } from 'socket.io-client';
import type { LinkState } from '#components/pages/link-notice.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { Answer, BrowserEvents, CommandType, HostEvents } from '#protocol/commands.ts';
import { type EventsMessage, unpackEvents } from '#protocol/packed-events.ts';
import { forgetHostClock, hearHostClock } from './clock.ts';
import { type Body, createOutbox } from './outbox.ts';
import { refusalIn, wasTooLarge } from './refusal.ts';
import { noteReport } from './reports.ts';
import { ensureGuest, forgetGuest } from './session.ts';
import { createStore, useStore } from './store.ts';

type Link = Socket<HostEvents, BrowserEvents>;
type Heard = Pick<HostEvents, 'matched' | 'contest'> & { readonly events: (message: EventsMessage) => void };

const ANSWER_WITHIN_MS = 5_000;
/** From the first octets of a link until the host has let it in. */
const WELCOME_WITHIN_MS = 10_000;
const RETRY_AFTER_MS = [1_000, 2_000, 5_000, 15_000];

const state = createStore<LinkState>({ is: 'connecting' });
const outbox = createOutbox({
  isLive: () => link?.connected ?? false,
  post: async (command) =>
    (await link
      ?.timeout(ANSWER_WITHIN_MS)
      .emitWithAck('command', command)
      .catch(() => null)) ?? null,
  renew: () => renew(),
});
const listeners: { readonly [E in keyof Heard]: Set<Heard[E]> } = { events: new Set(), matched: new Set(), contest: new Set() };
/** A match that has begun while its player was on some page. */
export const matchThatWaits = createStore<string | null>(null);

let link: Link | null = null;
let isEntering = false;
let isGoingDown = false;
let refusals = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let welcome: ReturnType<typeof setTimeout> | undefined;
/** A message may come twice, and late. */
const toldMatches = new Set<string>();

/** Opens the link where it is not open: as a guest who is known, for the handshake tells the host who comes. */
async function enter(): Promise<void> {
  if (isEntering) return;
  isEntering = true;
  clearTimeout(retry);
  const [guest, made] = await Promise.all([ensureGuest(), link ?? make()]);
  link = made;
  isEntering = false;
  if (!guest.ok || !link) onRefused(guest.ok ? 'unreachable' : guest.trouble);
  else if (!link.active) link.connect();
}

/** The client is fetched beside the session, so that no page waits for it. */
async function make(): Promise<Link | null> {
  const client = await import('socket.io-client').catch(() => null);
  if (!client) return null;
  const transports = ['websocket', 'polling'];
  const made: Link = client.io({
    transports,
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
    timeout: WELCOME_WITHIN_MS,
  });
  made.io.on('open', () => {
    clearTimeout(welcome);
    welcome = setTimeout(renew, WELCOME_WITHIN_MS);
  });
  made.on('connect', onLive);
  made.on('disconnect', onLost);
  made.on('connect_error', (error) => onRefused(refusalIn(error)));
  made.on('events', (packed) => {
    const message = unpackEvents(packed);
    hearHostClock(message.now);
    for (const listener of listeners.events) listener(message);
  });
  made.on('matched', (message) => {
    if (toldMatches.has(message.matchId)) return;
    toldMatches.add(message.matchId);
    matchThatWaits.set(message.matchId);
    for (const listener of listeners.matched) listener(message);
  });
  made.on('contest', (message) => {
    hearHostClock(message.now);
    for (const listener of listeners.contest) listener(message);
  });
  made.on('shutting-down', () => {
    isGoingDown = true;
  });
  return made;
}

function onLive(): void {
  clearTimeout(welcome);
  refusals = 0;
  isGoingDown = false;
  forgetHostClock();
  // What waits goes first: whoever hears that the link is live sends more.
  outbox.sendAgain();
  state.set({ is: 'live' });
}

function onLost(reason: Socket.DisconnectReason, details: unknown): void {
  const isTooLarge = wasTooLarge(details);
  if (isTooLarge) outbox.refuseAll('bad-message');
  state.set({ is: 'lost', why: isTooLarge ? 'message-too-large' : isGoingDown ? 'shutting-down' : 'network' });
  if (reason !== 'io server disconnect') return;
  // This browser may be another player by now, or none.
  forgetGuest();
  enterLater();
}

/** socket.io takes a link for open until its pings stay away, which takes most of a minute; and one that was never let in, for ever. */
function renew(): void {
  link?.disconnect();
  enterLater();
}

/** socket.io tries again by itself where the host was not reached, but not where the host said no. */
function onRefused(trouble: TroubleCode): void {
  clearTimeout(welcome);
  if (trouble === 'not-signed-in') forgetGuest();
  if (trouble !== 'unreachable' || state.get().is !== 'lost') state.set({ is: 'refused', trouble });
  if (!link?.active) enterLater();
}

function enterLater(): void {
  clearTimeout(retry);
  retry = setTimeout(enter, RETRY_AFTER_MS[Math.min(refusals, RETRY_AFTER_MS.length - 1)]);
  refusals += 1;
}

/** For the button beside a refusal. */
export function retryNow(): void {
  refusals = 0;
  void enter();
}

function openOnce(): void {
  if (!link) void enter();
}

export function send<T extends CommandType>(body: Body<T>): Promise<Answer<T>> {
  openOnce();
  const answer = outbox.send(body);
  void answer.then(noteReport);
  return answer;
}

export function useLink(): LinkState {
  useEffect(openOnce, []);
  return useStore(state);
}

export function isLinkLive(): boolean {
  return state.get().is === 'live';
}

/** Calls back when the link is live: at once where it is already, and after every reconnection. */
export function onEachConnection(callback: () => void): () => void {
  const whenLive = () => isLinkLive() && callback();
  openOnce();
  whenLive();
  return state.subscribe(whenLive);
}

export function onHostEvent<E extends keyof Heard>(event: E, callback: Heard[E]): () => void {
  openOnce();
  listeners[event].add(callback);
  return () => listeners[event].delete(callback);
}
