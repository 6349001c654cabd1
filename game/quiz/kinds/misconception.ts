/** Which misconception does this move show? */
import { PATTERNS } from '../../match/misconception-patterns.ts';
import { MISCONCEPTIONS, type MisconceptionId } from '../../match/misconceptions.ts';
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
import { mistakesLike, wrongMove } from '../wrong-moves.ts';

/** A mistake is about the rules that its patterns name. Looked up once: to look for each rule at each mistake holds up a page that begins. */
const ABOUT = new Map(PATTERNS.map(({ id, patterns }) => [id, new Set(patterns.flatMap(({ where = [] }) => where))]));
const NAMED = new Set([...ABOUT.values()].flatMap((rules) => [...rules]));

export const MISCONCEPTION: Maker = {
  kind: 'misconception',
  rules: RULES.map(({ id }) => id).filter((rule) => NAMED.has(rule)),
  make,
};

/** At which numbers count, and FIN without ACK is a mistake. */
const LEVEL = 2;

function make(rule: RuleId, random: Random): Made {
  const drawn = drawMistake(rule, random);
  const { situation, mistake } = drawn;
  const [id] = mistake.shows;
  const move = wrongMove(situation, mistake.proposal, LEVEL)?.move;
  if (!move) throw new Error('a mistake that is none');
  const { form, right, reasons } = drawChoices({ type: 'misconception', id }, wrongChoices(drawn, random), random);
  return {
    question: { ...questionOf('misconception', rule, openScene(situation)), asked: { ...askedOf(situation), moves: [move] }, form },
    key: { right, rules: situation.answer.rules, reasons, scene: answeredScene(situation) },
  };
}

/** Not every situation of a rule invites each of its mistakes. */
const MOST_DRAWS = 50;

/** `shown`: what illegal moves show in that situation. */
type Drawn = { readonly situation: Situation; readonly mistake: Mistake; readonly shown: readonly MisconceptionId[] };

function drawMistake(rule: RuleId, random: Random): Drawn {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const situation = situationOf(rule, random);
    const mistakes = mistakesAt(situation.play, situation, LEVEL);
    const shown = [...new Set(mistakes.map(({ shows: [id] }) => id))];
    const fitting = shown.filter((id) => ABOUT.get(id)?.has(rule));
    if (fitting.length === 0) continue;
    const drawn = drawOne(random, fitting);
    const showing = mistakes.filter(({ shows: [id] }) => id === drawn);
    return { situation, mistake: drawOne(random, likeliest(situation, showing)), shown };
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
function wrongChoices({ situation, mistake, shown }: Drawn, random: Random): readonly WrongChoice[] {
  const like = mistakesLike(situation, mistake.proposal, LEVEL);
  const near = nearest(mistake.shows[0]).filter((id) => !like.includes(id));
  const ids = [...shuffle(random, shown), ...near].filter((id) => !mistake.shows.includes(id));
  return [...new Set(ids)].slice(0, 3).map((id) => ({ choice: { type: 'misconception', id }, reason: { type: 'misconception', id } }));
}

function nearest(id: MisconceptionId): readonly MisconceptionId[] {
  const distance = (one: MisconceptionId) => Math.abs(MISCONCEPTIONS.indexOf(one) - MISCONCEPTIONS.indexOf(id));
  return MISCONCEPTIONS.toSorted((a, b) => distance(a) - distance(b));
}
