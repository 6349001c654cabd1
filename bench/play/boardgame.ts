/** Players of boardgame.io: they take turns, and a move is acknowledged by the next state. */
import { BOARDGAME } from './boardgame-rules.ts';
import { openLink } from './link.ts';
import { addressOf, forEach, type Crowd, type CrowdWish, type Seat } from './seat.ts';
import type { Counted } from './tally.ts';

type State = { readonly _stateID: number; readonly ctx: { readonly currentPlayer: string; readonly gameover?: object } };

export async function gatherBoardgame({ url, players, pairs }: CrowdWish, counted: Counted): Promise<Crowd> {
  const seats: Seat[] = [];
  const closes = await forEach(Array.from({ length: players }), async (_, n) => {
    const { seat, close } = await createPlayer(url, n, counted);
    seats[n] = seat;
    return close;
  });
  return {
    pairs: Array.from({ length: pairs }, (_, n) => [seats[2 * n], seats[2 * n + 1]] as [Seat, Seat]),
    prepare: async () => {},
    finished: () => 0,
    close: () => closes.forEach((close) => void close()),
  };
}

/** Sits down to the next match where one is over. */
async function createPlayer(url: string, n: number, counted: Counted) {
  const side = String(n % 2);
  let match = 0;
  let state: State | null = null;
  let isDue = false;
  let saidAt: number | null = null;
  let begun = () => {};
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const matchId = () => `match-${Math.floor(n / 2)}-${match}`;
  const seat: Seat = { onDue: () => {}, answer };
  const link = await openLink({ url, namespace: `/${BOARDGAME}`, cookie: '', from: addressOf(n), received: counted, hear });
  link.emit('sync', matchId(), side, undefined, 2);
  await first;

  function hear(name: string, [id, content]: readonly unknown[]): void {
    if (id !== matchId()) return;
    if (name === 'sync') take((content as { state: State }).state);
    if (name === 'update') take(content as State);
  }

  function take(next: State): void {
    if (state && next._stateID <= state._stateID) return;
    state = next;
    if (saidAt !== null) acknowledge(saidAt);
    begun();
    if (next.ctx.gameover) return void sitDown();
    isDue = next.ctx.currentPlayer === side;
    if (isDue) seat.onDue();
  }

  function acknowledge(began: number): void {
    saidAt = null;
    counted.now.latencies.push(performance.now() - began);
    counted.now.answers += 1;
    counted.now.commands += 1;
  }

  function sitDown(): void {
    match += 1;
    state = null;
    link.emit('sync', matchId(), side, undefined, 2);
  }

  function answer(): boolean {
    if (!isDue || !state) return false;
    isDue = false;
    saidAt = performance.now();
    const said = { flags: ['SYN', 'ACK'], data: false, state: 'SYN_RCVD' };
    const action = { type: 'MAKE_MOVE', payload: { type: 'propose', args: [said], playerID: side } };
    link.emit('update', action, state._stateID, matchId(), side);
    return true;
  }
  return { seat, close: link.close };
}
