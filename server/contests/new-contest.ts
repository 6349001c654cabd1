/** A session as it is set up, and the bots that rehearse it. */
import type { NewContest } from '#protocol/contest.ts';
import type { Contest, Entrant } from '#db/contest-rows.ts';
import { friendlyName } from '../names/friendly.ts';
import { CODE_GOOD_MS, nameKeyOf } from './codes.ts';
import { makeKey } from '../chance.ts';

export type SetUp = { readonly contest: Omit<Contest, 'code'>; readonly bots: readonly Entrant[] };

export function setUp(ownerId: string, { settings, classId, rehearsal }: NewContest, now: number): SetUp {
  const isRehearsal = rehearsal !== null;
  const contest: SetUp['contest'] = {
    id: makeKey(),
    ownerId,
    classId: isRehearsal ? null : classId,
    // Bots do not wait for a clock.
    settings: isRehearsal ? { ...settings, turnSeconds: null } : settings,
    phase: 'lobby',
    round: 0,
    codeUntil: now + CODE_GOOD_MS,
    projectorKey: makeKey(),
    isLocked: isRehearsal,
    isPaused: false,
    isRehearsal,
    standIn: null,
    shown: null,
    createdAt: now,
    endedAt: null,
  };
  return { contest, bots: Array.from({ length: rehearsal ?? 0 }, (_, number) => botEntrant(contest, number)) };
}

function botEntrant({ id, settings, createdAt }: SetUp['contest'], number: number): Entrant {
  const name = `${friendlyName(settings.locale)} ${number + 1}`;
  return {
    contestId: id,
    number,
    playerId: null,
    studentId: null,
    name,
    nameKey: nameKeyOf(name),
    state: 'in',
    isBot: true,
    joinedAt: createdAt,
  };
}
