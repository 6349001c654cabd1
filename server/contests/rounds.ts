/** What a round is made of: who meets whom, and the match of each pair. */
import { randomInt } from 'node:crypto';
import { pairAsBefore, pairByLot, pairByStanding } from '#game/contest/pairing.ts';
import { standingsAfter } from '#game/contest/standings.ts';
import type { Pair } from '#game/contest/vocabulary.ts';
import { BOT_STRENGTHS, type Party, type Settings } from '#game/match/vocabulary.ts';
import { drawFreshScenario, scenarioOf, type Scenario } from '#game/scenarios/catalogue.ts';
import type { Pairing } from '#protocol/contest.ts';
import type { Contest, Entrant, Loaded, NewPair, PairOf, Round } from '#db/contest-rows.ts';
import type { MatchRecord } from '#db/match-store.ts';
import { makeMatchRecord } from '../match-record.ts';
import { makeKey, random } from '../chance.ts';

/** The round after the last, and its pairs: of the entrants who may play. */
export function drawRound(loaded: Loaded, mayPlay: (entrant: Entrant) => boolean, startedAt: number): { round: Round; pairs: NewPair[] } {
  const { contest, entrants } = loaded;
  const number = contest.round + 1;
  const scenario = chooseScenario(loaded, number);
  const round: Round = { contestId: contest.id, round: number, scenario, seed: randomInt(2 ** 31), startedAt, endedAt: null };
  const players = entrants.filter(mayPlay).map((entrant) => entrant.number);
  return { round, pairs: drawPairs(loaded, players).map((pair, place) => toRow(contest.id, number, place, pair)) };
}

function chooseScenario({ contest, rounds }: Loaded, number: number): string {
  const chosen = contest.settings.rounds[number - 1];
  if (chosen) return chosen;
  const had = rounds.map(({ scenario }) => scenario);
  return drawFreshScenario(contest.settings.level, had, random).id;
}

function drawPairs({ contest, pairs, played }: Loaded, players: readonly number[]): readonly Pair[] {
  const past = Array.from({ length: contest.round }, (_, n) => pairs.filter(({ round }) => round === n + 1));
  const byStanding = standingsAfter(played, players).map(({ number }) => number);
  const pairings: Readonly<Record<Pairing, () => readonly Pair[]>> = {
    lot: () => pairByLot(players, past, random),
    standing: () => pairByStanding(byStanding, past, random),
    fixed: () => pairAsBefore(players, past, random),
  };
  return pairings[contest.settings.pairing]();
}

/** The id of a match is nothing that other students could work out: siblings of their own turns are answered there. */
function toRow(contestId: string, round: number, place: number, { one, other }: Pair): NewPair {
  return { contestId, round, place, matchId: makeKey(), one, other };
}

export function matchOfPair(contest: Contest, entrants: readonly Entrant[], round: Round, pair: PairOf, owner: string): MatchRecord {
  const { level, turnSeconds, speedPoints } = contest.settings;
  const settings: Settings = { level, turnSeconds, scenario: round.scenario, kind: 'class', speedPoints };
  const one = partyOf(entrants[pair.one]);
  const other = pair.other === null ? oddSeat(contest, owner) : partyOf(entrants[pair.other]);
  return makeMatchRecord({
    matchId: pair.matchId,
    settings,
    scenario: knownScenario(round.scenario),
    parties: [one, other],
    seed: round.seed,
    numbers: (round.seed + 7_919 * (pair.place + 1)) % 2 ** 31,
    startedAt: round.startedAt,
  });
}

function knownScenario(id: string): Scenario {
  const scenario = scenarioOf(id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
}

function partyOf(entrant: Entrant | undefined): Party {
  if (!entrant) throw new Error('a pair without an entrant');
  const { number, playerId, name, isBot } = entrant;
  return isBot ? { playerId: null, name, bot: BOT_STRENGTHS[number % BOT_STRENGTHS.length] ?? 'skilled' } : { playerId, name, bot: null };
}

/** Beside the odd one out sits a bot, or the instructor. */
function oddSeat({ standIn }: Contest, owner: string): Party {
  return standIn === null ? { playerId: null, name: 'Bot', bot: 'skilled' } : { playerId: standIn, name: owner, bot: null };
}
