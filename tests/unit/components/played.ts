/** Matches played to their end, for what is drawn of them. */
import type { TurnView, View } from '#game/match/view.ts';
import type { Script } from '#game/scenarios/script.ts';
import { answers, begin, does, isReady, type Game } from '../match/games.ts';

function beginOf(scenario: string): Game {
  return begin({ scenario, level: 2, seed: 3, turnSeconds: null });
}

/** The script of each leg of that match. */
export function scriptsPlayed(scenario: string): readonly Script[] {
  return beginOf(scenario).match.record.legs.map(({ script }) => script);
}

/** The complete view of a match in which everybody was right. */
export function playedToTheEnd(scenario: string): View {
  let game = beginOf(scenario);
  while (!game.match.view.ended) game = playTurn(game);
  return game.match.view;
}

export function playedRight(scenario: string): readonly (readonly TurnView[])[] {
  const { turns } = playedToTheEnd(scenario);
  return ([0, 1] as const).map((leg) => turns.filter((turn) => turn.leg === leg));
}

function playTurn(game: Game): Game {
  const answered = does(game, answers(0), answers(1));
  const turn = answered.match.view.turns.length - 1;
  return answered.match.view.ended ? answered : does(answered, isReady(0, turn), isReady(1, turn));
}
