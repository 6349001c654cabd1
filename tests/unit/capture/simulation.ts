/** Two endpoints and a wire that loses, delays and keeps the order: what is sent is captured, and what happens is known. */
import { CLOSED_ENDPOINT, segmentLength, type Endpoint } from '#game/tcp/endpoint.ts';
import { ruleOf } from '#game/tcp/rules.ts';
import { step } from '#game/tcp/step.ts';
import { otherRole, ROLES, type Event, type Role, type Segment, type State } from '#game/tcp/vocabulary.ts';
import type { Sent } from '#game/capture/write.ts';
import { ISS } from './ladder.ts';

export const DOINGS = ['deliver', 'lose', 'send', 'close', 'abort', 'join', 'send-again'] as const;
export type Doing = { readonly at: Role; readonly does: (typeof DOINGS)[number] };

export type Outcome = { readonly sent: readonly Sent[]; readonly passed: Readonly<Record<Role, readonly State[]>> };

type World = {
  readonly endpoints: Record<Role, Endpoint>;
  readonly passed: Record<Role, State[]>;
  /** Under way to each end, oldest first. */
  readonly wire: Record<Role, Segment[]>;
  readonly sent: Sent[];
  losses: number;
};

const MAX_LOSSES = 4;

/** Plays the doings, then lets everything arrive and every timer of retransmission run out until all is quiet. */
export function simulate(doings: readonly Doing[], opensBoth: boolean): Outcome {
  const world: World = {
    endpoints: { client: CLOSED_ENDPOINT, server: CLOSED_ENDPOINT },
    passed: { client: ['CLOSED'], server: ['CLOSED'] },
    wire: { client: [], server: [] },
    sent: [],
    losses: MAX_LOSSES,
  };
  happen(world, 'client', { type: 'open-active' });
  happen(world, 'server', { type: opensBoth ? 'open-active' : 'open-passive' });
  for (const { at, does } of doings) ACTS[does](world, at);
  for (let isQuiet = false; !isQuiet; ) isQuiet = quieten(world);
  return { sent: world.sent, passed: world.passed };
}

const ACTS: Readonly<Record<Doing['does'], (world: World, at: Role) => void>> = {
  deliver: (world, at) => deliver(world, at),
  join: (world, at) => deliver(world, at, isOpening(world, at) ? undefined : 'close'),
  lose,
  send: (world, at) => call(world, at, { type: 'send', len: 100 }),
  close: (world, at) => (isOpening(world, at) ? deliver(world, at) : call(world, at, { type: 'close' })),
  abort,
  'send-again': sendAgain,
};

/** Whether the ACK of the SYN came before or after a call, or any ACK before or after ABORT, is not to be seen. */
const OPENING: readonly State[] = ['LISTEN', 'SYN_SENT', 'SYN_RCVD'];

function isOpening({ endpoints }: World, at: Role): boolean {
  return OPENING.includes(endpoints[at].state);
}

/** Sent again too early, it makes what is still under way seem to be lost. */
function sendAgain(world: World, at: Role): void {
  if (ROLES.every((role) => world.wire[role].length === 0)) happen(world, at, { type: 'timeout', timer: 'retransmission' });
}

/** What was lost before is never sent again, so that nothing shows the loss: then there is no ABORT, and no loss after it. */
function abort(world: World, at: Role): void {
  const isSeen = world.wire[at].every(({ flags, len }) => len > 0 && !flags.includes('SYN'));
  if (!isSeen || isOpening(world, at) || world.losses < MAX_LOSSES) return;
  world.losses = 0;
  call(world, at, { type: 'abort' });
}

/** What an application does in these states is not to be seen: it changes the state and sends nothing, or the other way round. */
const UNSEEN: readonly State[] = ['CLOSED', 'LISTEN', 'SYN_SENT', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'];

function call(world: World, at: Role, event: Event): void {
  if (!UNSEEN.includes(world.endpoints[at].state)) happen(world, at, event);
}

/** What takes numbers is sent again; the loss of another segment may never show. */
function lose(world: World, at: Role): void {
  const [next] = world.wire[at];
  if (!next || segmentLength(next) === 0 || world.losses <= 0) return;
  world.losses -= 1;
  world.wire[at].shift();
}

function deliver(world: World, at: Role, joined?: 'close'): void {
  const segment = world.wire[at].shift();
  if (segment) happen(world, at, { type: 'segment', segment, ...(joined ? { joined } : {}) });
}

/** False while something was under way, or had to be sent again. */
function quieten(world: World): boolean {
  const [arriving] = ROLES.filter((role) => world.wire[role].length > 0);
  const waiting = ROLES.filter((role) => world.endpoints[role].unacked.length > 0);
  if (arriving) deliver(world, arriving);
  else for (const role of waiting) happen(world, role, { type: 'timeout', timer: 'retransmission' });
  return !arriving && waiting.length === 0;
}

function happen(world: World, at: Role, event: Event): void {
  const { endpoint, segments, rules } = step(
    world.endpoints[at],
    { ...event, iss: ISS[at] },
    event.type === 'abort' ? 'abort-rst-ack' : null,
  );
  world.endpoints[at] = endpoint;
  const entered = rules.map((id) => ruleOf(id).next).filter((next) => next !== 'same');
  // Figure 5, note 2.
  const isDirect = rules.includes('fin-wait-1-fin-ack');
  world.passed[at].push(...entered.filter((state) => !(isDirect && state === 'FIN_WAIT_2')));
  for (const segment of segments) {
    world.wire[otherRole(at)].push(segment);
    world.sent.push({ from: at, segment, time: 1_700_000_000_000_000 + 10_000 * world.sent.length });
  }
}
