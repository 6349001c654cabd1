/**
 * What has been answered and not been told to the host yet. It waits in the browser, under the player who answered, and is sent for that
 * player alone: where somebody else has taken the browser over, it goes on waiting for the one it belongs to. The host counts an id once.
 */
import type { CardState } from '#game/quiz/schedule.ts';
import type { MeAnswer } from '#protocol/api.ts';
import type { StudyAnswer, StudyAnswersReply } from '#protocol/study.ts';
import { ask } from '../api.ts';
import { keep, readKept } from './kept.ts';

/** Within the host's limit, `MOST_ANSWERS`. */
const AT_ONCE = 100;
const NAME = 'answers';

export function untoldAnswers(playerId: string): readonly StudyAnswer[] {
  return readKept<readonly StudyAnswer[]>(NAME, playerId) ?? [];
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

/** What the host cannot read is told apart from what it can, and dropped: it must not hold up the rest for ever. */
async function tell(playerId: string, answers: readonly StudyAnswer[]): Promise<Told> {
  const reply = await ask<StudyAnswersReply>('POST', 'study/answers', { answers });
  const isUnreadable = !reply.ok && reply.trouble === 'bad-message';
  if (isUnreadable && answers.length > 1) return tellOneByOne(playerId, answers);
  if (!reply.ok && !isUnreadable) return { isDone: false, changed: [] };
  forget(playerId, answers);
  return { isDone: true, changed: reply.ok ? reply.data.cards : [] };
}

async function tellOneByOne(playerId: string, answers: readonly StudyAnswer[]): Promise<Told> {
  const changed: CardState[] = [];
  for (const answer of answers) {
    const told = await tell(playerId, [answer]);
    changed.push(...told.changed);
    if (!told.isDone) return { isDone: false, changed };
  }
  return { isDone: true, changed };
}

function forget(playerId: string, answers: readonly StudyAnswer[]): void {
  const told = new Set(answers.map(({ id }) => id));
  const left = untoldAnswers(playerId).filter(({ id }) => !told.has(id));
  keep(NAME, playerId, left.length > 0 ? left : null);
}
