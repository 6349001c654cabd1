/** Everything about instructors' accounts, put together in one place. */
import { createAccountLinkStore } from '#db/account-links.ts';
import { createAllowanceStore } from '#db/allowances.ts';
import { createInstructorStore, type InstructorStore } from '#db/instructors.ts';
import type { Database } from '#db/open.ts';
import { type AccountLinks, createAccountLinks } from './account-links.ts';
import { createAuth } from './auth.ts';
import { readKey } from './key.ts';
import { createKnownDevices, type KnownDevices } from './known-device.ts';
import { createSessions, type InstructorSessions } from './sessions.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { createFollowAccountLink, type FollowAccountLink } from './follow-account-link.ts';

export type Instruction = {
  readonly instructors: InstructorSessions;
  readonly entrance: SignIn;
  readonly devices: KnownDevices;
  readonly accounts: InstructorStore;
  readonly accountLinks: AccountLinks;
  readonly followAccountLink: FollowAccountLink;
  /** Sessions are over: their links have to go. */
  readonly ended: (sessionIds: readonly string[]) => void;
};

export type InstructionNeeds = {
  readonly database: Database;
  /** Where the key lies that signs sessions. */
  readonly dataDir: string;
  readonly ended: Instruction['ended'];
  readonly now: () => number;
  readonly date: () => number;
  readonly log: (error: unknown, what: string) => void;
};

export function createInstruction({ database, dataDir, ended, now, date, log }: InstructionNeeds): Instruction {
  const accounts = createInstructorStore(database, date);
  const key = readKey(dataDir);
  const auth = createAuth(database, key, log);
  const devices = createKnownDevices(key);
  const instructors = createSessions(auth, accounts, ended);
  const store = createAccountLinkStore(database, date);
  const hash = async (password: string) => (await auth.$context).password.hash(password);
  const entrance = createSignIn(instructors, devices, createAllowanceStore(database, now), now);
  return {
    instructors,
    entrance,
    devices,
    accounts,
    accountLinks: createAccountLinks(store, date),
    followAccountLink: createFollowAccountLink({ store, begin: instructors.begin, hash, ended }),
    ended,
  };
}
