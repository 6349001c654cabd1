/** Invitations: open until a match answers them (`MatchStore.create`) or their author takes them back. */
import { and, eq } from 'drizzle-orm';
import type { Database } from './open.ts';
import { invitations, matches, players, type InvitationSettings } from './schema.ts';
import { sqliteCodeOf } from './store-error.ts';

export type Invitation = {
  readonly code: string;
  readonly by: string;
  /** The author's name as it is now. */
  readonly from: string;
  readonly settings: InvitationSettings;
  readonly state: 'open' | 'used' | 'cancelled';
  /** The match that came of it, and who plays it. */
  readonly matchId: string | null;
  readonly players: readonly (string | null)[];
};

export type InvitationStore = {
  /** False where the code is taken: draw another. Throws where the player is unknown. */
  add(invitation: { readonly code: string; readonly by: string; readonly settings: InvitationSettings }): Promise<boolean>;
  find(code: string): Promise<Invitation | null>;
  /** False where there is no open one of this author. */
  cancel(code: string, by: string): Promise<boolean>;
};

export function createInvitationStore({ orm, write }: Database, now: () => number = Date.now): InvitationStore {
  function find(code: string): Invitation | null {
    const all = { invitation: invitations, from: players.name, player0: matches.player0, player1: matches.player1 };
    const joined = orm.select(all).from(invitations).innerJoin(players, eq(players.id, invitations.by));
    const row = joined.leftJoin(matches, eq(matches.id, invitations.matchId)).where(eq(invitations.code, code)).get();
    if (!row) return null;
    const { by, settings, state, matchId } = row.invitation;
    return { code, by, from: row.from, settings, state, matchId, players: [row.player0, row.player1] };
  }

  function cancel(code: string, by: string): boolean {
    const isOpen = and(eq(invitations.code, code), eq(invitations.by, by), eq(invitations.state, 'open'));
    return orm.update(invitations).set({ state: 'cancelled' }).where(isOpen).run().changes > 0;
  }

  return {
    add: (invitation) =>
      untaken(
        write(
          () =>
            void orm
              .insert(invitations)
              .values({ ...invitation, state: 'open', createdAt: now() })
              .run(),
        ),
      ),
    find: async (code) => find(code),
    cancel: (code, by) => write(() => cancel(code, by)),
  };
}

async function untaken(added: Promise<void>): Promise<boolean> {
  try {
    await added;
    return true;
  } catch (error) {
    if (sqliteCodeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY') return false;
    throw error;
  }
}
