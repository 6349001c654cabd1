/** Players and the browsers they come from. Of secrets it is given hashes only. */
import { eq, sql } from 'drizzle-orm';
import { carryOver } from './carry-over.ts';
import type { Database } from './open.ts';
import { players, sessions } from './schema.ts';

export type Player = { readonly playerId: string; readonly name: string };
export type SeenPlayer = Player & { readonly lastSeenAt: number };

export type PlayerStore = {
  /** A player with a first session. */
  add(player: Player, tokenHash: string): Promise<void>;
  /** One more session of a player, and the end of the one that the browser had before, which may leave a guest behind. */
  addSession(playerId: string, tokenHash: string, replaced: string | null): Promise<void>;
  bySession(tokenHash: string): Promise<SeenPlayer | null>;
  byRecovery(recoveryHash: string): Promise<Player | null>;
  nameOf(playerId: string): Promise<string | null>;
  rename(playerId: string, name: string): Promise<void>;
  setRecovery(playerId: string, recoveryHash: string): Promise<void>;
  seen(playerId: string): Promise<void>;
};

export function createPlayerStore({ orm, write }: Database, now: () => number = Date.now): PlayerStore {
  const player = { playerId: players.id, name: players.name };
  const joined = orm
    .select({ ...player, lastSeenAt: players.lastSeenAt })
    .from(sessions)
    .innerJoin(players, eq(players.id, sessions.playerId));
  const bySession = joined.where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))).prepare();

  function change(playerId: string, values: Partial<typeof players.$inferInsert>): Promise<void> {
    return write(() => void orm.update(players).set(values).where(eq(players.id, playerId)).run());
  }

  function addSession(playerId: string, tokenHash: string, replaced: string | null): void {
    orm.insert(sessions).values({ tokenHash, playerId, createdAt: now() }).run();
    if (replaced === null) return;
    const before = orm.delete(sessions).where(eq(sessions.tokenHash, replaced)).returning().get();
    if (before) carryOver(orm, before.playerId, playerId);
  }

  return {
    add: ({ playerId, name }, tokenHash) =>
      write(() => {
        orm.insert(players).values({ id: playerId, name, createdAt: now(), lastSeenAt: now() }).run();
        addSession(playerId, tokenHash, null);
      }),
    addSession: (playerId, tokenHash, replaced) => write(() => addSession(playerId, tokenHash, replaced)),
    bySession: async (tokenHash) => bySession.get({ tokenHash }) ?? null,
    byRecovery: async (recoveryHash) => orm.select(player).from(players).where(eq(players.recoveryHash, recoveryHash)).get() ?? null,
    nameOf: async (playerId) => orm.select(player).from(players).where(eq(players.id, playerId)).get()?.name ?? null,
    rename: (playerId, name) => change(playerId, { name }),
    setRecovery: (playerId, recoveryHash) => change(playerId, { recoveryHash }),
    seen: (playerId) => change(playerId, { lastSeenAt: now() }),
  };
}
