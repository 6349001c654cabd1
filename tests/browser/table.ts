/** People at one match, and the store that knows what is right. */
import { openTurnOf } from '#game/match/match.ts';
import type { Side } from '#game/match/vocabulary.ts';
import type { TurnView } from '#game/match/view.ts';
import type { Player } from './people.ts';
import { answerTo, type How, type Store } from './store.ts';
import { until } from './until.ts';

/** The players by side; beside one alone sits a bot. */
export type Table<Players extends readonly Player[] = readonly Player[]> = {
  readonly store: Store;
  readonly matchId: string;
  readonly players: Players;
};
export type TableForTwo = Table<readonly [Player, Player]>;

/** One turn, from the question to the verdict. Whoever is given no answer gives the right one; who misses it lets the time run out. */
export async function playTurn({ store, matchId, players }: Table, hows: readonly How[] = []): Promise<TurnView> {
  await Promise.all(players.map((player) => player.asked()));
  const match = store.match(matchId);
  const answers = players.map(async (player, side) => {
    const how = hows[side] ?? 'right';
    if (how !== 'missed') await player.answer(answerTo(match, side as Side, how));
  });
  await Promise.all(answers);
  await Promise.all(players.map((player) => player.verdict.waitFor()));
  return openTurnOf(store.match(matchId));
}

/** All have read the verdict: the next turn is open, or the match is over. */
export async function goOn({ store, matchId, players }: Table): Promise<void> {
  const { turn } = openTurnOf(store.match(matchId));
  await Promise.all(players.map((player) => player.ready()));
  const isGoneOn = () => {
    const { view } = store.match(matchId);
    return view.ended !== null || view.turns.length > turn + 1;
  };
  await until(isGoneOn, 'the match goes on');
}

type Play = {
  /** For each turn of the match, counted from 0, how each side answers it. */
  readonly hows?: readonly (readonly How[])[];
  /** Called while each verdict stands. */
  readonly look?: (turn: TurnView) => Promise<void>;
};

/** Turn by turn to the end. */
export async function playToTheEnd(table: Table, { hows = [], look }: Play = {}): Promise<void> {
  const view = () => table.store.match(table.matchId).view;
  while (!view().ended) {
    const turn = await playTurn(table, hows[view().turns.length - 1]);
    await look?.(turn);
    await goOn(table);
  }
  await Promise.all(table.players.map((player) => player.over()));
}
