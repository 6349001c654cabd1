/** Which misconception does this move show? */
import { judge, toRightAnswer } from '../../match/judge.ts';
import { PATTERNS } from '../../match/misconception-patterns.ts';
import { MISCONCEPTIONS, misconceptionsLike, type MisconceptionId } from '../../match/misconceptions.ts';
import { mistakesAt, type Mistake } from '../../match/mistakes.ts';
import { typicalMistakes } from '../../match/typical-mistakes.ts';
import type { Proposal } from '../../match/vocabulary.ts';
import { drawOne, shuffle, type Random } from '../../scenarios/random.ts';
import { RULES, type RuleId } from '../../tcp/rules.ts';
import { sameFlags } from '../../tcp/vocabulary.ts';
import { answeredScene, askedOf, drawChoices, openScene, questionOf, type WrongChoice } from '../asking.ts';
import type { Maker } from '../maker.ts';
import { situationOf, type Situation } from '../situations.ts';
import type { Made } from '../vocabulary.ts';
import { wrongMove } from '../wrong-moves.ts';

export const MISCONCEPTION: Maker = {
  kind: 'misconception',
  rules: RULES.map(({ id }) => id).filter((rule) => MISCONCEPTIONS.some((id) => isAbout(id, rule))),
  make,
};

/** At which numbers count, and FIN without ACK is a mistake. */
const LEVEL = 2;

function make(rule: RuleId, random: Random): Made {
  const { situation, mistake } = drawMistake(rule, random);
  const [id] = mistake.shows;
  const move = wrongMove(situation, mistake.proposal, LEVEL)?.move;
  if (!move) throw new Error('a mistake that is none');
  const { form, right, reasons } = drawChoices({ type: 'misconception', id }, wrongChoices(situation, mistake, random), random);
  return {
    question: { ...questionOf('misconception', rule, openScene(situation)), asked: { ...askedOf(situation), moves: [move] }, form },
    key: { right, rules: situation.answer.rules, reasons, scene: answeredScene(situation) },
  };
}

/** A mistake is about the rules that its patterns name. */
function isAbout(id: MisconceptionId, rule: RuleId): boolean {
  return PATTERNS.some((row) => row.id === id && row.patterns.some(({ where }) => where?.includes(rule)));
}

/** Not every situation of a rule invites each of its mistakes. */
const MOST_DRAWS = 50;

function drawMistake(rule: RuleId, random: Random): { readonly situation: Situation; readonly mistake: Mistake } {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const situation = situationOf(rule, random);
    const mistakes = mistakesAt(situation.play, situation, LEVEL).filter(({ shows: [id] }) => isAbout(id, rule));
    if (mistakes.length === 0) continue;
    const shown = drawOne(random, [...new Set(mistakes.map(({ shows: [id] }) => id))]);
    const showing = mistakes.filter(({ shows: [id] }) => id === shown);
    return { situation, mistake: drawOne(random, likeliest(situation, showing)) };
  }
  throw new Error(`no mistake about ${rule}`);
}

/** Those that people make most; where none of them does, those whose segment could at least go out. */
function likeliest({ play, at, answer }: Situation, mistakes: readonly Mistake[]): readonly Mistake[] {
  const typical = typicalMistakes(answer, play.endpoints[at], LEVEL).map((proposal) => JSON.stringify(proposal));
  const usual = mistakes.filter(({ proposal }) => typical.includes(JSON.stringify(proposal)));
  const possible = mistakes.filter(({ proposal }) => couldGoOut(proposal));
  return [usual, possible, mistakes].find((some) => some.length > 0) ?? [];
}

/** Data goes with ACK, and an acknowledgement names a number of the peer. */
function couldGoOut({ segment }: Proposal): boolean {
  if (!segment) return true;
  return segment.ack !== 0 && (!segment.data || sameFlags(segment.flags, ['ACK']));
}

/** Three that this move does not show: rather what others show here, then what stands beside the right one in the list of all. */
function wrongChoices(situation: Situation, mistake: Mistake, random: Random): readonly WrongChoice[] {
  const here = mistakesAt(situation.play, situation, LEVEL).map(({ shows: [id] }) => id);
  const like = likeIt(situation, mistake);
  const near = nearest(mistake.shows[0]).filter((id) => !like.includes(id));
  const ids = [...shuffle(random, [...new Set(here)]), ...near].filter((id) => !mistake.shows.includes(id));
  return [...new Set(ids)].slice(0, 3).map((id) => ({ choice: { type: 'misconception', id }, reason: { type: 'misconception', id } }));
}

function likeIt({ play, at, event }: Situation, { proposal }: Mistake): readonly MisconceptionId[] {
  const judgement = judge(play, { at, event }, proposal, LEVEL);
  return misconceptionsLike({ ...judgement, answers: judgement.answers.map(toRightAnswer), endpoint: play.endpoints[at], event, proposal });
}

function nearest(id: MisconceptionId): readonly MisconceptionId[] {
  const distance = (one: MisconceptionId) => Math.abs(MISCONCEPTIONS.indexOf(one) - MISCONCEPTIONS.indexOf(id));
  return MISCONCEPTIONS.toSorted((a, b) => distance(a) - distance(b));
}
