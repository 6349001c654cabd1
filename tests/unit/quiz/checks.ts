/** What holds for every question, judged anew from its picture: which of its choices are right. */
import { judge, toRightAnswer } from '#game/match/judge.ts';
import { misconceptionsIn } from '#game/match/misconceptions.ts';
import { asProposal } from '#game/match/typical-mistakes.ts';
import { CONCEPTS } from '#game/quiz/concepts.ts';
import { makeQuestion } from '#game/quiz/question.ts';
import { STORIES } from '#game/quiz/stories.ts';
import type { Choice, Made, Move, Question, QuestionKind, QuestionSource } from '#game/quiz/vocabulary.ts';
import { movesTo, type Answer } from '#game/tcp/answers.ts';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import { ROLES, type Event, type Flag, type Role, type Segment, type State } from '#game/tcp/vocabulary.ts';
import { readEndpoint, readStates } from './reader.ts';
import { isTrueOf, readSocket } from './socket-reader.ts';

/** A paper of a hundred questions stays below half a megabyte. */
const MOST_BYTES = 4_096;

/** What is wrong with what was made of the source; null where nothing is. */
export function faultOf(source: QuestionSource, made: Made): string | null {
  const text = JSON.stringify(made);
  if (JSON.stringify(makeQuestion(source)) !== text) return 'is another one the second time';
  if (JSON.stringify(JSON.parse(text)) !== text) return 'does not survive JSON';
  const bytes = bytesOf(made.question);
  if (bytes >= MOST_BYTES) return `has ${bytes} bytes`;
  return faultOfForm(made) ?? faultOfChoices(made) ?? faultBesides(made);
}

export function bytesOf(question: Question): number {
  return new TextEncoder().encode(JSON.stringify(question)).length;
}

function faultOfForm({ question: { form }, key: { right, reasons } }: Made): string | null {
  if (form.type !== 'choose') return form.type === right.type ? null : `asks for ${form.type} and wants ${right.type}`;
  const looks = form.choices.map(lookOf);
  if (new Set(looks).size < looks.length) return `shows two choices alike: ${looks.join(' | ')}`;
  if (right.type !== 'choice' || looks[right.index] === undefined) return 'has no right choice';
  return reasons.length === looks.length && reasons[right.index] === null ? null : 'says why the right one is wrong';
}

/** As it is shown: a move by its flags, its data and its state. */
function lookOf(choice: Choice): string {
  return choice.type === 'move' ? lookOfMove(choice.move) : JSON.stringify(choice, (name, value) => (name === 'iss' ? undefined : value));
}

function lookOfMove({ segment, state }: Move): string {
  return `${segment?.flags.join(',') ?? 'nothing'}${segment?.len ? '+data' : ''} > ${state}`;
}

/** How many choices are right, and whether the key names that one. Kinds that are not here have a test of their own. */
function faultOfChoices(made: Made): string | null {
  const { question, key } = made;
  const isRight = RIGHT[question.kind]?.(question);
  if (isRight === undefined || question.form.type !== 'choose' || key.right.type !== 'choice') return null;
  if (isRight === null) return 'does not show what decides it';
  const { choices } = question.form;
  if (choices.length < (question.kind === 'concept' ? 3 : 4)) return `has ${choices.length} choices`;
  const right = choices.flatMap((choice, index) => (isRight(choice) ? [index] : []));
  if (right.length !== 1) return `has ${right.length} right choices: ${choices.map(lookOf).join(' | ')}`;
  if (right[0] !== key.right.index) return `takes ${choices.map(lookOf)[key.right.index]} for right`;
  const unexplained = choices.findIndex((_, index) => index !== right[0] && key.reasons[index] === null);
  return unexplained < 0 ? null : `does not say why this is wrong: ${choices.map(lookOf)[unexplained]}`;
}

type Judge = (question: Question) => ((choice: Choice) => boolean) | null;

const RIGHT: Partial<Record<QuestionKind, Judge>> = {
  answer: (question) => {
    const answers = answersIn(question);
    return answers && ((choice) => choice.type === 'move' && stands(choice.move, answers));
  },
  event: (question) => {
    const endpoint = endpointIn(question);
    const [shown] = question.asked.moves;
    return endpoint && shown ? (choice) => choice.type === 'event' && stands(shown, movesTo(endpoint, choice.event)) : null;
  },
  'missing-segment': (question) => {
    const answers = answersIn(question);
    return answers && ((choice) => choice.type === 'segment' && choice.from === question.asked.at && isSent(choice.segment, answers));
  },
  illegal: (question) => {
    const endpoint = endpointIn(question);
    const { event } = question.asked;
    return endpoint && event ? (choice) => choice.type === 'illegal' && isTrue(choice, question.asked.moves, endpoint, event) : null;
  },
  misconception: (question) => {
    const endpoint = endpointIn(question);
    const { event, moves } = question.asked;
    const [shown] = moves;
    return endpoint && event && shown
      ? (choice) => choice.type === 'misconception' && showing(shown, endpoint, event, 2).includes(choice.id)
      : null;
  },
  'time-wait': ({ scene }) => {
    const states = scene && ROLES.map((role) => readStates(scene, role));
    if (!states?.every((some) => some.length > 0 && (some.length === 1 || !some.includes('TIME_WAIT')))) return null;
    const waiting = ROLES.filter((_, n) => states[n]?.includes('TIME_WAIT'));
    const who = waiting.length === 2 ? 'both' : (waiting[0] ?? 'neither');
    return (choice) => choice.type === 'ends' && choice.who === who;
  },
  socket: ({ asked: { lines } }) => {
    const line = readSocket(lines);
    return line && ((choice) => choice.type === 'story' && STORIES.some((story) => story.id === choice.id && isTrueOf(story, line)));
  },
  concept: ({ card }) => {
    const concept = CONCEPTS.find(({ id }) => card === `concept:${id}`);
    return concept ? (choice) => choice.type === 'concept' && choice.key === concept.right : null;
  },
};

function endpointIn({ scene, asked: { at, state } }: Question): Endpoint | null {
  const endpoint = scene && at && readEndpoint(scene, at);
  return endpoint && endpoint.state === state ? endpoint : null;
}

function answersIn(question: Question): readonly Answer[] | null {
  const endpoint = endpointIn(question);
  const { event } = question.asked;
  const answers = endpoint && event ? movesTo(endpoint, event) : [];
  return answers.length > 0 ? answers : null;
}

/** FIN and FIN,ACK, RST and RST,ACK are two spellings of one thing (house rules M and M2). */
function spelled(flags: readonly Flag[]): string {
  const some = flags.includes('FIN') || flags.includes('RST') ? flags.filter((flag) => flag !== 'ACK') : flags;
  return some.toSorted().join();
}

function stands({ segment, state }: Move, answers: readonly Answer[]): boolean {
  const form = (one: Segment | null) => (one ? `${spelled(one.flags)} ${one.len > 0}` : 'nothing');
  return answers.some((answer) => answer.state === state && form(answer.segment) === form(segment));
}

function isSent({ flags, seq, ack, len }: Segment, answers: readonly Answer[]): boolean {
  return answers.some(({ segment: right }) => {
    if (!right || spelled(flags) !== spelled(right.flags) || seq !== right.seq || len !== right.len) return false;
    return ack === null || right.ack === null || ack === right.ack;
  });
}

/** The move is illegal; and it shows that mistake, or that rule decides here. */
function isTrue({ move, why }: Extract<Choice, { type: 'illegal' }>, moves: readonly Move[], endpoint: Endpoint, event: Event): boolean {
  const said = moves[move];
  const answers = movesTo(endpoint, event);
  if (!said || stands(said, answers)) return false;
  return showing(said, endpoint, event, 1).includes(why) || answers.some(({ rules }) => rules.some((id) => id === why));
}

function showing(move: Move, endpoint: Endpoint, event: Event, level: 1 | 2): readonly string[] {
  const at: Role = 'client';
  const proposal = asProposal(move, level);
  const judgement = judge({ endpoints: { client: endpoint, server: CLOSED_ENDPOINT } }, { at, event }, proposal, level);
  return misconceptionsIn({ ...judgement, answers: judgement.answers.map(toRightAnswer), endpoint, event, proposal });
}

function faultBesides({ question, key }: Made): string | null {
  switch (question.kind) {
    case 'illegal':
      return faultOfMoves(question);
    case 'numbers':
      return faultOfNumbers(question, key.right);
    case 'order':
      return faultOfOrder(question, key.right);
    default:
      return null;
  }
}

/** Of all orders from the first state on, one alone goes along the arrows of the diagram. */
function faultOfOrder({ form, asked: { state } }: Question, right: Made['key']['right']): string | null {
  if (form.type !== 'order' || right.type !== 'order' || !state) return 'is no order';
  const ways = waysFrom(
    state,
    form.states.filter((one) => one !== state),
  );
  return ways.length === 1 && ways[0]?.join() === right.states.join() ? null : `has ${ways.length} orders: ${ways.join(' or ')}`;
}

function waysFrom(from: State, others: readonly State[]): readonly (readonly State[])[] {
  if (others.length === 0) return [[from]];
  const nexts = others.filter((next) => DIAGRAM.some((arrow) => arrow.from === from && arrow.to === next));
  return nexts.flatMap((next) =>
    waysFrom(
      next,
      others.filter((one) => one !== next),
    ).map((way) => [from, ...way]),
  );
}

/** One of the two is legal, and the same is said against both. */
function faultOfMoves({ asked: { at, event, moves, state }, scene, form }: Question): string | null {
  const endpoint = scene && at && readEndpoint(scene, at);
  if (!endpoint || !event || endpoint.state !== state) return 'does not show what decides it';
  const legal = moves.filter((move) => stands(move, movesTo(endpoint, event)));
  if (moves.length !== 2 || legal.length !== 1) return `has ${legal.length} legal moves of ${moves.length}`;
  const against = [0, 1].map((move) =>
    form.type === 'choose' ? form.choices.flatMap((one) => (one.type === 'illegal' && one.move === move ? [one.why] : [])).toSorted() : [],
  );
  return against[0]?.join() === against[1]?.join() ? null : `says ${against[0]} against one and ${against[1]} against the other`;
}

/** Every answer of that form has these numbers, and there is one. */
function faultOfNumbers(question: Question, right: Made['key']['right']): string | null {
  const answers = answersIn(question);
  const { blank } = question.asked;
  if (!answers || !blank || right.type !== 'numbers') return 'does not show what decides it';
  const alike = answers.flatMap(({ segment }) =>
    segment && segment.flags.join() === blank.flags.join() && segment.len === blank.len ? [segment] : [],
  );
  const isMet = alike.every(({ seq, ack }) => seq === right.seq && ack === right.ack);
  return alike.length > 0 && isMet && blank.ack === (right.ack !== null) ? null : `wants seq ${right.seq} ack ${right.ack}`;
}
