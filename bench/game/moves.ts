/** What the host does about a move, without storing and sending it: decide, judge, fold, and say what each viewer may see. */
import { answer, ready, start, type AnswerCommand, type Decision } from '#game/match/decide.ts';
import { botAnswer } from '#game/match/bot.ts';
import { beginMatch, evolve, openTurnOf, phaseOf, type Match, type MatchRecord } from '#game/match/match.ts';
import type { Times } from '#game/match/turn.ts';
import { redact, VIEWERS } from '#game/match/view.ts';
import { SIDES, type Party, type Side } from '#game/match/vocabulary.ts';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { randomFrom, type Random } from '#game/scenarios/random.ts';
import { measure, type Rate } from './measure.ts';

const TIMES: Times = { verdict: 8_000, grace: 60_000, leaveGrace: 10_000, idle: 300_000, allowance: 500, abandon: 86_400_000 };
const NAMES = ['Ada', 'Bob'] as const;

type Asked = { readonly match: Match; readonly commands: readonly [AnswerCommand, AnswerCommand] };

export function moveRates(): readonly Rate[] {
  const turns = SCENARIOS.flatMap((_, n) => turnsOf(recordOf(n), n));
  const answered = turns.map(({ match, commands: [first, second] }) => ({ match: answeredBy(match, first), last: second }));
  const rateOf = (name: string, does: () => void) =>
    measure(name, () => {
      does();
      return turns.length;
    });
  return [
    rateOf('judged move', () => {
      for (const { match, last } of answered) answeredBy(neverJudged(match), last);
    }),
    rateOf('whole turn', () => {
      for (const { match, commands } of turns) playTurn({ match: neverJudged(match), commands });
    }),
  ];
}

/** What stands as an answer is worked out once for a happening, and each of them is judged once. */
function neverJudged(match: Match): Match {
  return { ...match, happenings: match.happenings.map((one) => ({ ...one })) };
}

function answeredBy(match: Match, command: AnswerCommand): Match {
  return told(match, answer({ match, now: 2, times: TIMES }, command));
}

/** Both answers, the verdict, both have read it, the next turn. */
function playTurn({ match, commands }: Asked): Match {
  const closed = commands.reduce(answeredBy, match);
  const { turn } = openTurnOf(match);
  return SIDES.reduce((before, side) => told(before, ready({ match: before, now: 3, times: TIMES }, side, turn)), closed);
}

function told(match: Match, decision: Decision): Match {
  if (!decision.ok) throw new Error(decision.fault);
  return decision.entries.reduce((before, entry) => {
    for (const viewer of VIEWERS) redact(entry, viewer, match.record.settings);
    return evolve(before, entry, 2);
  }, match);
}

function turnsOf(record: MatchRecord, seed: number): readonly Asked[] {
  const random = randomFrom(seed);
  const turns: Asked[] = [];
  for (let match = told(beginMatch(record), start({ match: beginMatch(record), now: 1, times: TIMES })); phaseOf(match) !== 'over'; ) {
    const turn: Asked = { match, commands: [answerOf(match, 0, random), answerOf(match, 1, random)] };
    turns.push(turn);
    match = playTurn(turn);
  }
  return turns;
}

function answerOf(match: Match, side: Side, random: Random): AnswerCommand {
  return { ...botAnswer(match, side, 'skilled', random), by: 'player' };
}

function recordOf(n: number): MatchRecord {
  const scenario = SCENARIOS[n];
  if (!scenario) throw new Error(`no scenario ${n}`);
  const level = scenario.level === 1 ? 2 : scenario.level;
  const parties = NAMES.map((name): Party => ({ playerId: name, name, bot: null })) as [Party, Party];
  return {
    matchId: 'match',
    settings: { level, turnSeconds: 30, speedPoints: true, scenario: scenario.id, kind: 'quick' },
    legs: expand(scenario, level, n),
    legTurns: null,
    parties,
  };
}
