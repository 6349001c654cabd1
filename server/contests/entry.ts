/** Who gets into a session by its six digits, as a newcomer or as who one is already, and how often that may be guessed. */
import { MOST_ENTRANTS } from '#protocol/contest.ts';
import type { Fault } from '#protocol/faults.ts';
import type { Contest } from '#db/contest-rows.ts';
import type { ContestStore } from '#db/contests.ts';
import type { Guesser, Guesses } from '../guesses.ts';
import type { Refusable } from '../meeting.ts';
import { checkName } from '../names.ts';
import { nameKeyOf } from './codes.ts';

export type JoinWish = { readonly code: string; readonly name: string; readonly personal: string | null };

export type Entry = {
  join(comer: Guesser, wish: JoinWish): Promise<Refusable<{ contestId: string }>>;
  /** The player as whom the student with that personal code is in the session. */
  playerOfStudent(comer: Guesser, wish: { code: string; personal: string }): Refusable<{ contestId: string; playerId: string }>;
};

export type EntryNeeds = {
  readonly store: ContestStore;
  readonly guesses: Guesses;
  /** The student of the class whose personal code it is. */
  readonly studentOf: (classId: string, personal: string) => string | null;
  /** The student has come as that player. */
  readonly linkStudent: (studentId: string, playerId: string) => Promise<void>;
  /** Somebody has come into that session. */
  readonly came: (contestId: string) => void;
  readonly now: () => number;
};

const refused = (fault: Fault) => ({ ok: false, fault }) as const;

export function createEntry({ store, guesses, studentOf, linkStudent, came, now }: EntryNeeds): Entry {
  /** Who is in already may come back by a code that has expired. */
  function find(comer: Guesser, code: string): Refusable<{ contest: Contest }> {
    if (guesses.areSpent(comer.playerId)) return refused('too-many-tries');
    const contest = store.byCode(code);
    if (!contest) return guesses.wrong(comer, 'no-such-session');
    if (contest.codeUntil < now() && !store.entrantOf(contest.id, comer.playerId)) return guesses.wrong(comer, 'no-such-session');
    return contest.phase === 'over' ? refused('session-over') : { ok: true, contest };
  }

  function studentWith({ classId }: Contest, personal: string): string | null {
    return classId === null ? null : studentOf(classId, personal);
  }

  async function join(comer: Guesser, { code, name, personal }: JoinWish): Promise<Refusable<{ contestId: string }>> {
    const found = find(comer, code);
    if (!found.ok) return found;
    const { contest } = found;
    const studentId = personal === null ? null : studentWith(contest, personal);
    if (personal !== null && studentId === null) return guesses.wrong(comer, 'bad-personal-code');
    const checked = checkName(store.entrantOf(contest.id, comer.playerId)?.name ?? name);
    if (!checked.ok) return checked;
    const newcomer = { playerId: comer.playerId, name: checked.name, nameKey: nameKeyOf(checked.name), studentId };
    const joined = await store.join(contest.id, newcomer, MOST_ENTRANTS);
    if (!joined.ok) return joined;
    if (studentId !== null) await linkStudent(studentId, comer.playerId);
    came(contest.id);
    return { ok: true, contestId: contest.id };
  }

  return {
    join,
    playerOfStudent(comer, { code, personal }) {
      const found = find(comer, code);
      if (!found.ok) return found;
      const studentId = studentWith(found.contest, personal);
      if (studentId === null) return guesses.wrong(comer, 'bad-personal-code');
      const playerId = store.entrantOfStudent(found.contest.id, studentId)?.playerId;
      return playerId ? { ok: true, contestId: found.contest.id, playerId } : refused('no-such-entrant');
    },
  };
}
