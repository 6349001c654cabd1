/** Situations in which a rule fires, out of played scenarios: every one of them could have happened. */
import type { Happening, Play } from '../scenarios/play.ts';
import { drawOne, shuffle, type Random } from '../scenarios/random.ts';
import type { Script } from '../scenarios/script.ts';
import { movesTo, type Answer } from '../tcp/answers.ts';
import { isRefusal, ruleOf, type RuleId } from '../tcp/rules.ts';
import { extraPlaces, firesIn, happeningAt, type Course, type Place } from './places.ts';
import { sceneBefore } from './scene.ts';
import { courseThrough, drawLife, legWith, SCRIPTS, type Unread } from './scripts.ts';
import type { Scene } from './vocabulary.ts';
import { walk } from './walk.ts';

/** Something that happens at one end of a connection. */
export type Situation = Happening & {
  /** What came before it, as far as it matters. */
  readonly scene: Scene;
  /** As it finds the two ends. */
  readonly play: Play;
  /** All that stand, the canonical one first. */
  readonly answers: readonly Answer[];
  readonly canonical: Answer;
  /** The one that the rule gives: the canonical one, but for a reading. */
  readonly answer: Answer;
};

/** A situation in which the rule is among those of the canonical answer; or, where it is another reading, gives one of the other right ones. */
export function situationOf(rule: RuleId, random: Random): Situation {
  const scripts = drawScripts(random);
  let long: Situation | null = null;
  for (const search of isPassedOver(rule) || rule in UNUSUAL ? [THOROUGH] : [QUICK, THOROUGH]) {
    for (const read of scripts) {
      const script = read();
      const place = drawPlace(courseThrough(script), rule, search, random);
      const situation = place && situationAt(script, place, rule, random);
      if (situation && situation.scene.moments.length <= MOST_MOMENTS) return situation;
      long ??= situation;
    }
  }
  if (long) return long;
  throw new Error(`no situation for ${rule}`);
}

/** How often, 0 to 1, a script in which the rule does not fire by itself is made to: by something added, by an unusual answer. */
type Search = { readonly additions: number; readonly detours: number };
const QUICK: Search = { additions: 0.25, detours: 0 };
const THOROUGH: Search = { additions: 1, detours: 1 };
/** And one in which it does. */
const FOR_A_CHANGE: Search = { additions: 0.5, detours: 0.25 };

/** No script has calls that come to nothing. */
function isPassedOver(rule: RuleId): boolean {
  const { on } = ruleOf(rule);
  return on === 'receive' || on === 'status' || isRefusal(rule);
}

/** A past that is longer is taken only where there is no other. */
const MOST_MOMENTS = 8;

/** How often a life is looked through first, 0 to 1. */
const LIVES = 0.1;

function drawScripts(random: Random): readonly Unread[] {
  const life = random() < LIVES ? drawLife(random) : [];
  return [...life, ...shuffle(random, SCRIPTS)];
}

/** What `situationOf` plays first when it begins with the same numbers. */
export function playFirst(random: Random): void {
  const [first] = drawScripts(random);
  if (first) courseThrough(first());
}

/** What fires only after another reading has been taken: that one. All scripts would have to be searched for it. */
const UNUSUAL: Partial<Record<RuleId, RuleId>> = { 'queued-close': 'listen-send-on-syn' };

/** Each state in which the rule fires there is as likely as any other. */
function drawPlace(course: Course, rule: RuleId, search: Search, random: Random): Place | null {
  const reading = UNUSUAL[rule];
  if (reading && !course.scripted.has(reading)) return null;
  const scripted = course.scripted.get(rule) ?? [];
  const { additions, detours } = scripted.length > 0 ? FOR_A_CHANGE : search;
  const places =
    (random() < additions && anyOf(extraPlaces(course, rule))) ||
    (random() < detours && anyOf(course.detoured().get(rule))) ||
    anyOf(scripted);
  if (!places) return null;
  const state = drawOne(random, [...new Set(places.map((place) => place.state))]);
  return drawOne(
    random,
    places.filter((place) => place.state === state),
  );
}

function anyOf(places: readonly Place[] | undefined): readonly Place[] | null {
  return places && places.length > 0 ? places : null;
}

/** Null where the rule does not fire with the numbers that are drawn now. */
function situationAt(script: Script, place: Place, rule: RuleId, random: Random): Situation | null {
  const { detour, turn, at } = place;
  const turns = walk(legWith(script, random), detour, turn + 1);
  const happening = happeningAt(turns, place, random);
  const play = turns[turn]?.play;
  if (!happening || !play) return null;
  const answers = movesTo(play.endpoints[at], happening.event);
  const [canonical] = answers;
  if (!canonical || !firesIn(answers, rule)) return null;
  const answer = ruleOf(rule).insteadOf ? answers.find(({ rules }) => rules.includes(rule)) : canonical;
  return { ...happening, scene: sceneBefore(turns, turn, at), play, answers, canonical, answer: answer ?? canonical };
}
