/** Whole matches between two bots, and whether their second legs are siblings of the first. */
import { botAnswer } from '#game/match/bot.ts';
import { answer } from '#game/match/decide.ts';
import { roleOf, type TurnView } from '#game/match/view.ts';
import { BOT_STRENGTHS, LEVELS, SIDES, type BotStrength } from '#game/match/vocabulary.ts';
import type { Match } from '#game/match/match.ts';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { drawOne, randomFrom } from '#game/scenarios/random.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { begin, does, readOn, type Command } from './games.ts';

/** The n-th match: scenarios and levels by turns, strengths, numbers and mistakes by its seed. */
export function matchOfBots(n: number): Match {
  const random = randomFrom(n);
  const scenario = SCENARIOS[n % SCENARIOS.length]?.id;
  const level = LEVELS[Math.floor(n / SCENARIOS.length) % LEVELS.length];
  const strengths = SIDES.map(() => drawOne(random, BOT_STRENGTHS));
  let game = begin({ scenario, level, seed: n });
  while (!game.match.view.ended)
    game = readOn(does(game, ...SIDES.map((side) => answersLikeABot(side, strengths[side] ?? 'perfect', random))));
  return game.match;
}

function answersLikeABot(side: 0 | 1, strength: BotStrength, random: () => number): Command {
  return (given) => answer(given, { ...botAnswer(given.match, side, strength, random), by: 'player' });
}

/** The rules that each decision of a role rested on, in one leg as it was played. */
export function decisionsPlayed({ view }: Match, leg: 0 | 1, role: Role): readonly string[] {
  return view.turns.filter((turn) => turn.leg === leg).flatMap((turn) => rulesOfMoves(turn, role));
}

function rulesOfMoves({ closed }: TurnView, role: Role): readonly string[] {
  const moves = closed?.verdicts.filter((verdict) => verdict.kind === 'move') ?? [];
  return moves.filter(({ at }) => at === role).map(({ answers, took }) => answers[took]?.rules.join(' ') ?? '');
}

export type Siblings = {
  readonly decisions: number;
  /** What is not as it should be; empty for siblings. */
  readonly differences: readonly string[];
};

export function compareLegs(match: Match): Siblings {
  const played = ROLES.map((role) => ({ role, legs: ([0, 1] as const).map((leg) => decisionsPlayed(match, leg, role)) }));
  const decisions = played.flatMap(({ legs }) => legs.flat()).length;
  const sorted = (rules: readonly string[] = []) => [...rules].sort().join('\n');
  return {
    decisions,
    differences: [
      ...played.filter(({ legs: [first, second] }) => sorted(first) !== sorted(second)).map(({ role }) => `other rules for the ${role}`),
      ...(decisions < 16 || decisions > 24 ? [`${decisions} decisions`] : []),
      ...(sharesNumbers(match) ? ['numbers of the first leg in the second'] : []),
      ...(areRolesSwapped(match) ? [] : ['roles are not swapped']),
    ],
  };
}

function sharesNumbers({ record }: Match): boolean {
  const [first, second] = record.legs;
  return ROLES.some((role) => first?.numbers.some((one) => second?.numbers.some((other) => one[role] === other[role])));
}

/** Each player has moved for the client in one leg and for the server in the other. */
function areRolesSwapped({ view }: Match): boolean {
  const holds = (side: 0 | 1, leg: 0 | 1) => {
    const turns = view.turns.filter((turn) => turn.leg === leg);
    const moves = turns.flatMap(({ closed }) => closed?.verdicts[side] ?? []).filter((verdict) => verdict.kind === 'move');
    return [...new Set(moves.map(({ at }) => at))].join();
  };
  return SIDES.every((side) => ([0, 1] as const).every((leg) => holds(side, leg) === roleOf(side, leg)));
}
