/** Invitations by their codes, and how often those may be guessed. */
import type { Invitation, InvitationStore } from '#db/invitations.ts';
import type { Guesser, Guesses } from './guesses.ts';
import type { Refusable } from './meeting.ts';

export type InvitationCodes = {
  /** Faults: `no-such-invitation`, also where it is not one that `isMeant`, and `too-many-tries`. */
  find(asker: Guesser, code: string, isMeant?: (invitation: Invitation) => boolean): Promise<Refusable<{ invitation: Invitation }>>;
};

/** `guesses`: others than those of sessions, or a link that leads nowhere any more would keep its player out of the class. */
export function createInvitationCodes(store: Pick<InvitationStore, 'find'>, guesses: Guesses): InvitationCodes {
  return {
    async find(asker, code, isMeant = () => true) {
      if (guesses.areSpent(asker.playerId)) return { ok: false, fault: 'too-many-tries' };
      const invitation = await store.find(code);
      return invitation && isMeant(invitation) ? { ok: true, invitation } : guesses.wrong(asker, 'no-such-invitation');
    },
  };
}
