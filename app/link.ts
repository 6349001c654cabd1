/** The only module that opens the socket.io link. One link serves every page of a tab and stays open between them. */
import { useEffect } from 'react';
import { io, type Socket } from 'socket.io-client';
import type { BrowserEvents, HostEvents } from '#protocol/commands.ts';
import type { LinkState } from '#components/pages/link-notice.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { isFault } from './api.ts';
import { createOutbox } from './outbox.ts';
import { ensureGuest, forgetGuest } from './session.ts';
import { createStore, useStore } from './store.ts';

const ANSWER_WITHIN_MS = 5_000;
const RETRY_AFTER_MS = [1_000, 2_000, 5_000, 15_000];

const state = createStore<LinkState>({ is: 'connecting' });
/** A match that has begun while its player was on some page. */
export const matchThatWaits = createStore<string | null>(null);
const outbox = createOutbox({
  isLive: () => socket?.connected ?? false,
  post: (command) =>
    link()
      .timeout(ANSWER_WITHIN_MS)
      .emitWithAck('command', command)
      .catch(() => null),
});
let socket: Socket<HostEvents, BrowserEvents> | null = null;
let isGoingDown = false;
let refusals = 0;
let retry: ReturnType<typeof setTimeout> | undefined;

export const send = outbox.send;

/** The link, opened by the first who asks. */
function link(): Socket<HostEvents, BrowserEvents> {
  if (socket) return socket;
  const transports = ['websocket', 'polling'];
  socket = io({
    path: '/socket.io/',
    transports,
    tryAllTransports: true,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
  });
  socket.on('connect', onLive);
  socket.on('disconnect', (reason, details) => onLost(reason, details));
  socket.on('connect_error', (error) => onRefused(refusalIn(error)));
  socket.on('matched', ({ matchId }) => matchThatWaits.set(matchId));
  socket.on('shutting-down', () => {
    isGoingDown = true;
  });
  void enter();
  return socket;
}

async function enter(): Promise<void> {
  clearTimeout(retry);
  const guest = await ensureGuest();
  if (guest.ok) socket?.connect();
  else onRefused(guest.trouble);
}

function onLive(): void {
  refusals = 0;
  isGoingDown = false;
  state.set({ is: 'live' });
  outbox.sendAgain();
}

function onLost(reason: Socket.DisconnectReason, details: unknown): void {
  const isTooLarge = wasTooLarge(details);
  if (isTooLarge) outbox.refuseAll('bad-message');
  state.set({ is: 'lost', why: isTooLarge ? 'message-too-large' : isGoingDown ? 'shutting-down' : 'network' });
  if (reason === 'io server disconnect') enterLater();
}

/** socket.io tries again by itself where the host was not reached, but not where the host said no. */
function onRefused(trouble: TroubleCode): void {
  if (trouble === 'not-signed-in') forgetGuest();
  if (trouble !== 'unreachable' || state.get().is !== 'lost') state.set({ is: 'refused', trouble });
  if (!socket?.active) enterLater();
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

export function useLink(): LinkState {
  useEffect(() => void link(), []);
  return useStore(state);
}

/** Calls back when the link is live: at once where it is already, and after every reconnection. */
export function onEachConnection(callback: () => void): () => void {
  const opened = link();
  opened.on('connect', callback);
  if (opened.connected) callback();
  return () => opened.off('connect', callback);
}

export function onHostEvent<E extends keyof HostEvents>(event: E, callback: HostEvents[E]): () => void {
  const opened = link() as Socket;
  const name: string = event;
  opened.on(name, callback);
  return () => opened.off(name, callback);
}

/** The host refuses a handshake by the message of an error, or, before there is a link at all, in the body of an HTTP answer. */
function refusalIn(error: Error & { readonly context?: unknown }): TroubleCode {
  if (isFault(error.message)) return error.message;
  const { context } = error;
  const body = typeof context === 'object' && context !== null && 'responseText' in context ? String(context.responseText) : '';
  const code = /"message":"([a-z-]+)"/.exec(body)?.[1];
  return isFault(code) ? code : 'unreachable';
}

/** WebSocket close code 1009 (RFC 6455 §7.4.1), or HTTP 413 by long polling. */
function wasTooLarge(details: unknown): boolean {
  if (typeof details !== 'object' || details === null) return false;
  const { context, description } = details as { readonly context?: { readonly code?: number }; readonly description?: unknown };
  return context?.code === 1009 || description === 413;
}
