/** Matches in which anything may happen, in any order, for fast-check. */
import fc from 'fast-check';
import { resume, start } from '#game/match/decide.ts';
import { beginMatch, openTurnOf, type Match, type MatchRecord } from '#game/match/match.ts';
import { roleOf } from '#game/match/view.ts';
import { LEVELS, SIDES, type Prediction, type Proposal, type Side } from '#game/match/vocabulary.ts';
import { SCENARIOS, TUTORIAL } from '#game/scenarios/catalogue.ts';
import { FLAGS, STATES, type Role } from '#game/tcp/vocabulary.ts';
import {
  ADA,
  answers,
  BEGAN,
  BOB,
  BOT,
  comesBack,
  disputes,
  does,
  extendsBy,
  goesOn,
  halts,
  isReady,
  leaves,
  losesLink,
  offersRematch,
  pass,
  recordOf,
  replaces,
  resigns,
  stops,
  TIMES,
  voids,
  type Command,
  type Game,
} from './games.ts';

/** What the host must not tell above level 1. */
export const SECRET_NAME = 'name-of-the-scenario';

/** Every endpoint has numbers of its own: no script sends as much as 100,000 octets, and no instant of these games has ten digits. */
function markerOf(leg: number, connection: number, role: Role): string {
  return `31${leg}${connection}${role === 'client' ? 7 : 8}`;
}

/** Whether the text tells a number of that endpoint: its ISS, or one that follows from it. */
export function tellsNumber(text: string, leg: number, connection: number, role: Role): boolean {
  return new RegExp(`\\b${markerOf(leg, connection, role)}\\d{5}\\b`).test(text);
}

function marked(record: MatchRecord): MatchRecord {
  const number = (leg: number, connection: number, role: Role) => Number(`${markerOf(leg, connection, role)}10000`);
  const legs = record.legs.map((leg, n) => ({
    ...leg,
    numbers: leg.numbers.map((_, c) => ({ client: number(n, c, 'client'), server: number(n, c, 'server') })),
  }));
  return { ...record, legs, settings: { ...record.settings, scenario: SECRET_NAME } };
}

const side = fc.constantFrom(...SIDES);
const flags = fc.subarray([...FLAGS], { minLength: 1 });
const seq = fc.option(fc.integer({ min: 0, max: 20_000 }));
const state = fc.constantFrom(...STATES);
const anyProposal: fc.Arbitrary<Proposal> = fc.record({
  segment: fc.option(fc.record({ flags, data: fc.boolean(), seq, ack: seq })),
  state,
});
const anyPrediction: fc.Arbitrary<Prediction> = fc.record({ flags: fc.option(flags), state });
const anyAnswer = fc.oneof(
  { weight: 4, arbitrary: fc.constant('right' as const) },
  { weight: 2, arbitrary: fc.constant('wrong' as const) },
  anyProposal,
  anyPrediction,
);

const answering = fc.record({
  does: fc.constant('answer' as const),
  who: side,
  what: anyAnswer,
  by: fc.constantFrom('player' as const, 'player' as const, 'bot' as const),
  /** For the open turn, for the one before or for the one after. */
  shift: fc.constantFrom(0, 0, 0, 0, 0, 0, -1, 1),
});
const disputing = fc.record({ does: fc.constant('dispute' as const), who: side, turn: fc.nat(20) });
const SIMPLE = {
  ready: isReady,
  lose: losesLink,
  leave: leaves,
  back: comesBack,
  replace: replaces,
  rematch: offersRematch,
  resign: resigns,
} satisfies Record<string, (who: Side) => Command>;
const simply = (does: keyof typeof SIMPLE) => fc.record({ does: fc.constant(does), who: side });
const INSTRUCTING = { halt: halts, 'go-on': goesOn, stop: stops } satisfies Record<string, Command>;
const instructing = (does: keyof typeof INSTRUCTING) => fc.record({ does: fc.constant(does) });
const extending = fc.record({ does: fc.constant('extend' as const), ms: fc.integer({ min: 1, max: 60_000 }) });
const voiding = fc.record({ does: fc.constant('void' as const), turn: fc.nat(12) });
const waiting = fc.record({
  does: fc.constant('wait' as const),
  ms: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 100_000 }), fc.constant(TIMES.idle)),
});
const step = fc.oneof(
  { weight: 24, arbitrary: answering },
  { weight: 12, arbitrary: simply('ready') },
  { weight: 8, arbitrary: waiting },
  { weight: 2, arbitrary: simply('lose') },
  { weight: 2, arbitrary: simply('leave') },
  { weight: 3, arbitrary: simply('back') },
  { weight: 1, arbitrary: simply('replace') },
  { weight: 1, arbitrary: simply('rematch') },
  { weight: 1, arbitrary: disputing },
  { weight: 1, arbitrary: instructing('halt') },
  { weight: 4, arbitrary: instructing('go-on') },
  { weight: 1, arbitrary: extending },
  { weight: 2, arbitrary: voiding },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const) }) },
);
const ending = fc.oneof(simply('resign'), instructing('stop'));
type Step = (typeof step | typeof ending extends fc.Arbitrary<infer T> ? T : never) & object;

function commandOf(one: Exclude<Step, { does: 'wait' }>): Command {
  switch (one.does) {
    case 'answer':
      return (at) => answers(one.who, one.what, { by: one.by, turn: openTurnOf(at.match).turn + one.shift })(at);
    case 'dispute':
      return disputes(one.who, one.turn);
    case 'restart':
      return resume;
    case 'halt':
    case 'go-on':
    case 'stop':
      return INSTRUCTING[one.does];
    case 'extend':
      return extendsBy(one.ms);
    case 'void':
      return voids(one.turn);
    default:
      return SIMPLE[one.does](one.who);
  }
}

export const anyRecord: fc.Arbitrary<MatchRecord> = fc
  .record({
    scenario: fc.constantFrom(...SCENARIOS, TUTORIAL),
    level: fc.constantFrom(...LEVELS),
    seed: fc.integer(),
    turnSeconds: fc.constantFrom(null, 30),
    parties: fc.constantFrom<[typeof ADA, typeof BOB]>([ADA, BOB], [ADA, BOB], [ADA, BOT], [BOT, ADA]),
  })
  .map(({ scenario, ...rest }) =>
    marked(recordOf({ ...rest, scenario: scenario.id, kind: scenario.id === 'tutorial' ? 'tutorial' : 'quick' })),
  );

/** Some play, then perhaps a resignation or the instructor's end, then what may come after the end. */
export const anyGame: fc.Arbitrary<Game> = fc
  .record({ record: anyRecord, steps: fc.array(step, { size: 'large', maxLength: 160 }), ending: fc.option(ending, { freq: 2 }) })
  .map(({ record, steps, ending: end }) => {
    const played = steps.reduce(doStep, begun(record));
    return end === null ? played : [end, ...steps.slice(0, 10)].reduce(doStep, played);
  });

export function begun(record: MatchRecord): Game {
  return does({ match: beginMatch(record), now: BEGAN, times: TIMES, stored: [] }, start);
}

/** What is refused changes nothing. */
export function doStep(game: Game, one: Step): Game {
  if (one.does === 'wait') return pass(game, one.ms);
  const command = commandOf(one);
  return command(game).ok ? pass(does(game, command), 0) : game;
}

export function isOver({ view }: Match): boolean {
  return view.ended !== null;
}

export function rolesOf(viewer: Side | 'spectator', leg: 0 | 1): readonly string[] {
  return viewer === 'spectator' ? [] : [roleOf(viewer, leg)];
}
