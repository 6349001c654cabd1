/** A match that was played without a host, as a host finds it in its store. */
import type { Database } from '#db/open.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { judgedMovesOf } from '#game/match/judged-moves.ts';
import type { Party } from '#game/match/vocabulary.ts';
import type { Game } from '../unit/match/games.ts';

export const STARTED = Date.parse('2026-11-22T12:00:00Z');

/** People whom this host does not know. */
export function strangers(first: string, second: string): readonly [Party, Party] {
  return [
    { playerId: null, name: first, bot: null },
    { playerId: null, name: second, bot: null },
  ];
}

export async function storeMatch(database: Database, { match, stored }: Game): Promise<void> {
  const store = createMatchStore(database, () => STARTED);
  const { record, view } = match;
  await store.create({ ...record, rulesVersion: '1', startedAt: STARTED });
  const entries = stored.map(({ entry }) => ({ entry, commandId: null }));
  const judged = judgedMovesOf(
    match,
    stored.map(({ entry }) => entry),
  );
  const finish = view.ended && ({ kind: 'finish', endedAt: STARTED, scores: view.scores, winner: view.ended.winner, judged } as const);
  await store.append(record.matchId, 0, entries, finish ?? undefined);
}
