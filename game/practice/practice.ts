/** A practice: one plays an end, a bot the other. It is its settings, its leg and its steps; everything else is a fold over them. */
import { botProposal } from '../match/bot-proposal.ts';
import { NO_POINTS, pointsForMove, pointsForPrediction } from '../match/scoring.ts';
import { isRightVerdict } from '../match/verdict.ts';
import type { BotStrength, Level, Points, Proposal, Verdict } from '../match/vocabulary.ts';
import type { Leg } from '../scenarios/script.ts';
import type { Role } from '../tcp/vocabulary.ts';
import { DEEPEST_HINT, streakOf, type Judged } from './judged.ts';
import { askIn, chanceIn, firstTurn, isIllegal, keyOf, rulesOf, turnAfter, withMove, worthOfMove, type Turn } from './turns.ts';

export type PracticeSettings = {
  readonly level: Level;
  /** One's own end. */
  readonly role: Role;
  readonly strength: BotStrength;
  /** What the bot's luck is drawn from; a whole number. */
  readonly seed: number;
};

export type PracticeStep =
  | { readonly type: 'answer'; readonly proposal: Proposal }
  /** A hint, or one that goes deeper. */
  | { readonly type: 'hint' }
  /** A verdict has been read, or the bot's move is let pass. */
  | { readonly type: 'go-on' }
  /** "That is illegal", of the bot's move. */
  | { readonly type: 'object' }
  /** Back to a turn in which one has answered, to answer anew. */
  | { readonly type: 'take-back'; readonly turn: number };

/** What came of what one said of the bot's move. `missed`: an illegal one was let pass. */
export type Call = 'caught' | 'false-alarm' | 'missed';

export type Practice = {
  readonly settings: PracticeSettings;
  /** The last one is open, or has ended the leg. */
  readonly turns: readonly Turn[];
  readonly phase: 'asked' | 'verdict' | 'bots-move' | 'called' | 'over';
  /** How deep the hints to each question have gone, 1 to 3; they are not forgotten when one goes back. */
  readonly hinted: Readonly<Record<string, number>>;
  readonly call: Call | null;
  /** What has been judged, each thing once: the first answer counts. */
  readonly judged: readonly (Judged & { readonly key: string })[];
};

export function beginPractice(settings: PracticeSettings, leg: Leg): Practice {
  const begun: Practice = { settings, turns: [], phase: 'over', hinted: {}, call: null, judged: [] };
  return withTurn(begun, firstTurn(leg, settings.role));
}

/** A step that does not fit the phase changes nothing: it was stored for another version, or pressed twice. */
export function takeStep(practice: Practice, step: PracticeStep): Practice {
  switch (step.type) {
    case 'answer':
      return practice.phase === 'asked' ? answer(practice, step.proposal) : practice;
    case 'hint':
      return practice.phase === 'asked' ? deeper(practice) : practice;
    case 'go-on':
      return goOn(practice);
    case 'object':
      return practice.phase === 'bots-move' ? callMove(practice, botErrs(practice) ? 'caught' : 'false-alarm') : practice;
    case 'take-back':
      return canTakeBack(practice, step.turn) ? takeBack(practice, step.turn) : practice;
    default:
      return step satisfies never;
  }
}

/** The turn that is open, or was last. */
export function openIn({ turns }: Practice): Turn {
  const turn = turns.at(-1);
  if (!turn) throw new Error('a practice without turns');
  return turn;
}

/** One's own verdict in a turn; undefined where one was not asked, or has not answered. */
export function ownVerdict({ settings }: Practice, { verdicts }: Turn): Verdict | undefined {
  return verdicts.find(({ at }) => at === settings.role);
}

export function canTakeBack(practice: Practice, number: number): boolean {
  const turn = practice.turns[number];
  return turn !== undefined && ownVerdict(practice, turn) !== undefined;
}

function withTurn(practice: Practice, turn: Turn | null): Practice {
  if (!turn) return { ...practice, phase: 'over', call: null };
  return toNextMove({ ...practice, turns: [...practice.turns, turn] });
}

/** One is asked, or the bot moves at once; what it has moved waits for a word. */
function toNextMove(practice: Practice): Practice {
  const { settings } = practice;
  const turn = openIn(practice);
  const ask = askIn(turn);
  const moving = { ...practice, call: null };
  if (!ask) return withTurn(moving, turnAfter(turn, settings.role));
  if (ask.at === settings.role) return { ...moving, phase: 'asked' };
  const proposal = botProposal(turn.play, ask, settings.level, settings.strength, chanceIn(settings.seed, turn));
  return { ...withOpen(moving, withMove(turn, proposal, settings.level)), phase: 'bots-move' };
}

function withOpen(practice: Practice, turn: Turn): Practice {
  return { ...practice, turns: [...practice.turns.slice(0, -1), turn] };
}

function goOn(practice: Practice): Practice {
  switch (practice.phase) {
    case 'verdict':
    case 'called':
      return toNextMove(practice);
    case 'bots-move':
      return botErrs(practice) ? callMove(practice, 'missed') : toNextMove(practice);
    case 'asked':
    case 'over':
      return practice;
    default:
      return practice.phase satisfies never;
  }
}

function botErrs(practice: Practice): boolean {
  const moved = openIn(practice).verdicts.at(-1);
  return moved !== undefined && isIllegal(moved);
}

function answer(practice: Practice, proposal: Proposal): Practice {
  const open = openIn(practice);
  const turn = withMove(open, proposal, practice.settings.level);
  const key = openKey(practice);
  const [verdict] = turn.verdicts;
  if (!verdict) throw new Error('a move without a verdict');
  const points = isFirst(practice, key) ? pointsForAnswer(practice, turn, verdict) : NO_POINTS;
  const judged: Judged = {
    kind: 'move',
    rules: rulesOf(verdict),
    right: isRightVerdict(verdict),
    hints: hintsIn(practice),
    misconception: verdict.misconception,
    points: points.total,
  };
  return count({ ...withOpen(practice, { ...turn, verdicts: [{ ...verdict, points }] }), phase: 'verdict' }, key, judged);
}

/** A hint costs a third of the move, and the streak. */
function pointsForAnswer(practice: Practice, turn: Turn, verdict: Verdict): Points {
  const hints = hintsIn(practice);
  const worth = Math.round(worthOfMove(turn, verdict) * (1 - hints / DEEPEST_HINT));
  const { segmentRight, stateRight } = verdict;
  return pointsForMove({ segmentRight, stateRight, worth, streak: hints > 0 ? 0 : streakOf(practice.judged), timeLeft: null });
}

/** A catch is worth what a right prediction is; a false alarm, nothing. */
function callMove(practice: Practice, call: Call): Practice {
  const turn = openIn(practice);
  const verdict = turn.verdicts.at(-1);
  if (!verdict) throw new Error('nothing that could be illegal');
  const right = call === 'caught';
  const key = keyAt(turn, turn.verdicts.length - 1);
  const { total } = pointsForPrediction(right, worthOfMove(turn, verdict));
  const judged: Judged = { kind: 'call', rules: rulesOf(verdict), right, hints: 0, misconception: null, points: total };
  return count({ ...practice, phase: 'called', call }, key, judged);
}

/** How deep the hints to the open question have gone, 0 to 3. */
export function hintsIn(practice: Practice): number {
  return practice.phase === 'asked' ? (practice.hinted[openKey(practice)] ?? 0) : 0;
}

function deeper(practice: Practice): Practice {
  const hints = Math.min(hintsIn(practice) + 1, DEEPEST_HINT);
  return { ...practice, hinted: { ...practice.hinted, [openKey(practice)]: hints } };
}

/** Of what is to be answered now. */
function openKey(practice: Practice): string {
  const turn = openIn(practice);
  return keyAt(turn, turn.verdicts.length);
}

function keyAt(turn: Turn, move: number): string {
  const ask = turn.asks[move];
  if (!ask) throw new Error(`no move ${move}`);
  return keyOf(turn, ask);
}

function isFirst({ judged }: Practice, key: string): boolean {
  return judged.every((one) => one.key !== key);
}

function count(practice: Practice, key: string, judged: Judged): Practice {
  return isFirst(practice, key) ? { ...practice, judged: [...practice.judged, { ...judged, key }] } : practice;
}

/** The practice stands where it stood when that turn was asked; what was judged stays judged. */
function takeBack(practice: Practice, number: number): Practice {
  const turns = practice.turns.slice(0, number + 1);
  return toNextMove({ ...practice, turns: turns.map((turn) => (turn.number === number ? { ...turn, verdicts: [] } : turn)) });
}
