/** Order these states. */
import { DIAGRAM } from '../../tcp/diagram.ts';
import { shuffle, type Random } from '../../scenarios/random.ts';
import { RULES, STAGES, type Rule, type RuleId } from '../../tcp/rules.ts';
import { ROLES, type Role, type State } from '../../tcp/vocabulary.ts';
import { NOTHING_ASKED, questionOf } from '../asking.ts';
import { drawFrom } from '../courses.ts';
import type { Maker } from '../maker.ts';
import { sceneOf } from '../scene.ts';
import type { Made, Scene } from '../vocabulary.ts';
import type { Turn } from '../walk.ts';

/** They give up what was begun, or fire within a longer step: no four states lie along their arrows. */
const OFF_THE_WAY: readonly RuleId[] = [
  'listen-close',
  'syn-sent-close',
  'syn-rcvd-rst-passive',
  'syn-rcvd-new-syn',
  'queued-close',
  'queued-close-behind-data',
];

export const ORDER: Maker = {
  kind: 'order',
  rules: [...new Set(DIAGRAM.flatMap(({ rules }) => rules))].filter((rule) => !OFF_THE_WAY.includes(rule)),
  make,
};

function make(rule: RuleId, random: Random): Made {
  const { at, states, rules, scene } = drawFrom(rule, random, (turns) => passagesOf(turns).filter((one) => one.rules.includes(rule)));
  return {
    question: {
      ...questionOf('order', rule, null),
      asked: { ...NOTHING_ASKED, at, state: states[0] ?? null },
      form: { type: 'order', states: shuffled(states, random) },
    },
    key: { right: { type: 'order', states }, rules, reasons: [], scene },
  };
}

/** In another order. */
function shuffled(states: readonly State[], random: Random): readonly State[] {
  const drawn = shuffle(random, states);
  return drawn.join() === states.join() ? drawn.toReversed() : drawn;
}

/** States that an end goes through one after the other; the rules are those that lead from each to the next. */
type Passage = { readonly at: Role; readonly states: readonly State[]; readonly rules: readonly RuleId[]; readonly scene: Scene };

const LENGTHS = [4, 5, 6] as const;

function passagesOf(turns: readonly Turn[]): readonly Passage[] {
  return ROLES.flatMap((at) => {
    const changes = changesOf(turns, at);
    return changes.flatMap((_, first) =>
      LENGTHS.flatMap((length) => passageOf(turns, at, changes.slice(first, first + length - 1), length) ?? []),
    );
  });
}

/** By which rule, and in which turn, the end has taken an arrow of the diagram. */
type Change = { readonly turn: number; readonly connection: number; readonly from: State; readonly to: State; readonly rule: RuleId };

function changesOf(turns: readonly Turn[], at: Role): readonly Change[] {
  return turns.flatMap(({ play, done }, turn) => {
    const from = play.endpoints[at].state;
    return done.flatMap(({ at: other, answer: { state: to, rules } }) => {
      const arrow = other === at ? DIAGRAM.find((one) => one.from === from && one.to === to) : undefined;
      const rule = rules.findLast((id) => arrow?.rules.includes(id));
      return rule ? [{ turn, connection: play.connection, from, to, rule }] : [];
    });
  });
}

/** Null where a state comes twice or another connection begins, where the end has left the diagram in between, and where they could have come in another order. */
function passageOf(turns: readonly Turn[], at: Role, changes: readonly Change[], length: number): Passage | null {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last || changes.length !== length - 1) return null;
  const states = [first.from, ...changes.map(({ to }) => to)];
  const isJoined = changes.every(({ from, connection }, n) => from === states[n] && connection === first.connection);
  if (!isJoined || states.slice(1, -1).includes('CLOSED') || new Set(states).size < length || ordersOf(states).length !== 1) return null;
  return { at, states, rules: changes.map(({ rule }) => rule), scene: sceneOf(turns, first.turn, last.turn + 1) };
}

/** All orders in which they can be gone through, from the first one on. */
function ordersOf([first, ...others]: readonly State[]): readonly (readonly State[])[] {
  if (first === undefined) return [];
  if (others.length === 0) return [[first]];
  const nexts = others.filter((state) => leadsTo(first).includes(state));
  return nexts.flatMap((next) => ordersOf([next, ...others.filter((state) => state !== next)]).map((rest) => [first, ...rest]));
}

const LEADS_TO = new Map<State, readonly State[]>();

/** Where one event can lead from the state, by any reading; also two rules at once, and an ABORT or a RST, which the diagram leaves out. */
function leadsTo(from: State): readonly State[] {
  const known = LEADS_TO.get(from) ?? findWhere(from);
  LEADS_TO.set(from, known);
  return known;
}

function findWhere(from: State): readonly State[] {
  const first = RULES.filter(({ states, next }) => states.includes(from) && next !== 'same');
  const then = first.flatMap((one) =>
    RULES.filter((other) => one.next !== 'same' && other.states.includes(one.next) && followsAtOnce(one, other)),
  );
  return [...new Set([...first, ...then].flatMap(({ next }) => (next === 'same' ? [] : [next])))];
}

/** In the same event: a later stage of it, or the CLOSE that joins the reply to a FIN (house rule K). */
function followsAtOnce(one: Rule, other: Rule): boolean {
  if (one.stage === 'fin' && other.on === 'close') return true;
  return one.goesOn !== undefined && other.on === one.on && STAGES.indexOf(other.stage) >= STAGES.indexOf(one.goesOn);
}
