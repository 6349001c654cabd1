import { expect, test } from 'vitest';
import { createInvitationStore } from '#db/invitations.ts';
import { reportName } from '#db/name-reports.ts';
import { nameReports } from '#db/schema.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { addPlayers, record } from './samples.ts';
import { temporaryDatabase } from './temporary.ts';

const INVITATION = { code: 'ABC234', by: 'ada', settings: { level: 2, scenario: null, turnSeconds: null } } as const;

async function stores() {
  const database = temporaryDatabase();
  await addPlayers(database, 'ada', 'bob');
  const invitations = createInvitationStore(database);
  expect(await invitations.add(INVITATION)).toBe(true);
  return { database, invitations, matches: createMatchStore(database) };
}

test('an invitation is open until a match answers it', async () => {
  const { invitations, matches } = await stores();
  const open = { ...INVITATION, from: 'ada', state: 'open', matchId: null, players: [null, null] };
  expect(await invitations.find('ABC234')).toEqual(open);
  await matches.create(record('m1'), 'ABC234');
  expect(await invitations.find('ABC234')).toEqual({ ...open, state: 'used', matchId: 'm1', players: ['ada', 'bob'] });
  expect(await invitations.cancel('ABC234', 'ada')).toBe(false);
});

test('only its author cancels it, once, and no match comes of it then', async () => {
  const { invitations, matches } = await stores();
  expect(await invitations.cancel('ABC234', 'bob')).toBe(false);
  expect(await invitations.cancel('ABC234', 'ada')).toBe(true);
  expect(await invitations.cancel('ABC234', 'ada')).toBe(false);
  expect(await matches.create(record('m1'), 'ABC234')).toBe('conflict');
});

test('a code that is taken is not given twice, and an unknown one is not found', async () => {
  const { invitations } = await stores();
  expect(await invitations.add({ ...INVITATION, by: 'bob' })).toBe(false);
  expect(await invitations.find('ZZZZZZ')).toBeNull();
  await expect(invitations.add({ ...INVITATION, code: 'ABC235', by: 'nobody' })).rejects.toThrow('FOREIGN KEY');
});

test('a name is reported once for each match and reporter', async () => {
  const { database, matches } = await stores();
  await matches.create(record('m1'));
  const report = { matchId: 'm1', bySide: 0, about: 'bob', name: 'Bob' } as const;
  await reportName(database, report, 5);
  await reportName(database, report, 6);
  expect(database.orm.select().from(nameReports).all()).toEqual([{ ...report, at: 5 }]);
});
