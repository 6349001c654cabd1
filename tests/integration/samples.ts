/** Rows that tests begin with. */
import type { BotStrength, Entry, Party, Settings } from '#game/match/vocabulary.ts';
import { NO_SCORE, type Score } from '#game/match/scoring.ts';
import type { Finish, MatchRecord, NewEntry } from '#db/match-store.ts';
import type { Database } from '#db/open.ts';
import { players } from '#db/schema.ts';

export const SETTINGS: Settings = { level: 1, turnSeconds: 30, speedPoints: true, scenario: 'handshake', kind: 'quick' };

export function person(playerId: string): Party {
  return { playerId, name: playerId, bot: null };
}

export function bot(strength: BotStrength): Party {
  return { playerId: null, name: 'Bot', bot: strength };
}

export function record(matchId: string, changes: Partial<MatchRecord> = {}): MatchRecord {
  const legs = [{ script: [], numbers: [{ client: 100, server: 5_100 }] }];
  return {
    matchId,
    rulesVersion: '1',
    settings: SETTINGS,
    legs,
    legTurns: [0],
    parties: [person('ada'), person('bob')],
    startedAt: 1_000,
    ...changes,
  };
}

export function ready(turn: number, commandId: string | null = null): NewEntry {
  const entry: Entry = { type: 'ready', turn, side: 0 };
  return { entry, commandId };
}

export function score(changes: Partial<Score> = {}): Score {
  return { ...NO_SCORE, points: 90, moves: 10, rightMoves: 5, ...changes };
}

export function finished(changes: Partial<Extract<Finish, { kind: 'finish' }>> = {}): Finish {
  return { kind: 'finish', endedAt: 9_000, scores: [score(), score()], winner: 0, judged: [], ...changes };
}

export async function addPlayers(database: Database, ...ids: readonly string[]): Promise<void> {
  await database.write(() => {
    for (const id of ids) database.orm.insert(players).values({ id, name: id, createdAt: 1, lastSeenAt: 1 }).run();
  });
}
