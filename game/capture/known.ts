/** What is known about a connection so far, and what will be if everything arrives. */
import { ROLES } from '#game/tcp/vocabulary.ts';
import type { Connection } from './connection.ts';
import { isGone, type Passage } from './end.ts';
import { foreseenState, settle } from './settle.ts';

/** An end that stays silent leaves no more than this waiting: then what was sent to it counts as received. */
const MAX_UNTOLD = 1024;

/** The passages whose two states and fate are known, in order, as far as one that was captured; they are forgotten. */
export function takeKnown(connection: Connection): readonly Passage[] {
  if (connection.untold.length > MAX_UNTOLD) settleAll(connection);
  const { untold } = connection;
  const unknown = untold.findIndex(({ states, fate }) => !states.client || !states.server || fate === 'under way');
  const known = unknown < 0 ? untold.length : unknown;
  const count = untold.slice(0, known).findLastIndex(({ line }) => line !== null) + 1;
  if (count > 0) connection.untold = untold.slice(count);
  return untold.slice(0, count);
}

/** What is under way counts as received. */
export function settleAll({ ends }: Connection): void {
  for (const role of ROLES) settle(ends[role], role, null);
}

/** Both ends are done with it, if all that was sent arrives. */
export function isOver({ ends }: Connection): boolean {
  return ROLES.every((role) => {
    const state = foreseenState(ends[role], role);
    return isGone(state) || state === 'TIME_WAIT';
  });
}
