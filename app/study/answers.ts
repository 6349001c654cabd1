/**
 * What has been answered and not been told to the host yet. It waits in the browser, under the player who answered, and is sent for that
 * player alone: where somebody else has taken the browser over, it goes on waiting for the one it belongs to. The host counts an id once.
 */
import { type CardState, GRADES } from '#game/quiz/schedule.ts';
import type { MeAnswer } from '#protocol/api.ts';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { StudyAnswer, StudyAnswersReply } from '#protocol/study.ts';
import { ask } from '../api.ts';
import { keep, readKept } from './kept.ts';

/** Within the host's limit, `MOST_ANSWERS`. */
const AT_ONCE = 100;
const NAME = 'answers';

export function untoldAnswers(playerId: string): readonly StudyAnswer[] {
  const kept = readKept<unknown>(NAME, playerId);
  return Array.isArray(kept) ? kept.filter(isAnswer) : [];
}

/** Another build, or somebody's hand, may have left something else there. What a card needs is looked at; the rest the host does. */
function isAnswer(kept: Partial<StudyAnswer> | null): kept is StudyAnswer {
  const { id, card, grade, at } = kept ?? {};
  return typeof id === 'string' && typeof card === 'string' && GRADES.some((one) => one === grade) && Number.isSafeInteger(at);
}

/** One with the same id is there once. */
export function addAnswer(playerId: string, answer: StudyAnswer): void {
  const before = untoldAnswers(playerId);
  if (!before.some(({ id }) => id === answer.id)) keep(NAME, playerId, [...before, answer]);
}

/** `isDone`: whether the host has them all. `changed`: the cards that they are about, as the host has them now. */
export type Told = { readonly isDone: boolean; readonly changed: readonly CardState[] };

/** Before the browser becomes another player: as the one who answered it can tell them now or, perhaps, never. */
export async function tellAllAnswers(): Promise<void> {
  const reply = await ask<MeAnswer>('GET', 'me');
  if (reply.ok && reply.data.player) await tellAnswers(reply.data.player.playerId);
}

export async function tellAnswers(playerId: string): Promise<Told> {
  const first = untoldAnswers(playerId).slice(0, AT_ONCE);
  if (first.length === 0) return { isDone: true, changed: [] };
  if (!(await isPlayer(playerId))) return { isDone: false, changed: [] };
  const { isDone, changed } = await tell(playerId, first);
  if (!isDone) return { isDone, changed };
  const rest = await tellAnswers(playerId);
  return { isDone: rest.isDone, changed: [...changed, ...rest.changed] };
}

/** Asked each time: another tab may have become another player. */
async function isPlayer(playerId: string): Promise<boolean> {
  const reply = await ask<MeAnswer>('GET', 'me');
  return reply.ok && reply.data.player?.playerId === playerId;
}

/** They are about the answer itself: it will not do another time either. */
const FOR_GOOD: readonly TroubleCode[] = ['bad-message', 'no-such-card'];

/** What the host refuses for good is looked for by halves and dropped: it must not hold up the rest for ever. */
async function tell(playerId: string, answers: readonly StudyAnswer[]): Promise<Told> {
  const reply = await ask<StudyAnswersReply>('POST', 'study/answers', { answers });
  const isForGood = !reply.ok && FOR_GOOD.includes(reply.trouble);
  if (isForGood && answers.length > 1) return tellHalves(playerId, answers);
  if (!reply.ok && !isForGood) return { isDone: false, changed: [] };
  forget(playerId, answers);
  return { isDone: true, changed: reply.ok ? reply.data.cards : [] };
}

async function tellHalves(playerId: string, answers: readonly StudyAnswer[]): Promise<Told> {
  const middle = Math.ceil(answers.length / 2);
  const first = await tell(playerId, answers.slice(0, middle));
  if (!first.isDone) return first;
  const second = await tell(playerId, answers.slice(middle));
  return { isDone: second.isDone, changed: [...first.changed, ...second.changed] };
}

function forget(playerId: string, answers: readonly StudyAnswer[]): void {
  const told = new Set(answers.map(({ id }) => id));
  const left = untoldAnswers(playerId).filter(({ id }) => !told.has(id));
  keep(NAME, playerId, left.length > 0 ? left : null);
}
