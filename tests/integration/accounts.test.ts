import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SESSION_COOKIE } from '#protocol/api.ts';
import { createPlayerStore } from '#db/players.ts';
import { players, sessions } from '#db/schema.ts';
import { createAccounts } from '#server/accounts.ts';
import { temporaryDatabase, temporaryFolder } from './temporary.ts';

const path = () => join(temporaryFolder(), 'last-ack.db');
const cookie = (token: string) => `other=1; ${SESSION_COOKIE}=${token}`;

function accountsIn(database = temporaryDatabase(), now: () => number = Date.now) {
  return createAccounts(createPlayerStore(database, now), now);
}

test('a guest is known again by the cookie, and by nothing else', async () => {
  const accounts = accountsIn();
  const { player, token } = await accounts.enter('en');
  expect(await accounts.playerOf(cookie(token))).toEqual(player);
  expect(await accounts.nameOf(player.playerId)).toBe(player.name);
  for (const wrong of [
    undefined,
    '',
    'nonsense',
    cookie(''),
    cookie('x'),
    cookie(`${token}x`),
    cookie('A'.repeat(43)),
    cookie(token.toLowerCase()),
  ])
    expect(await accounts.playerOf(wrong)).toBeNull();
  expect(await accounts.nameOf('nobody')).toBeNull();
});

test('neither a token nor a recovery code is in the file', async () => {
  const file = path();
  const accounts = accountsIn(temporaryDatabase(file));
  const { player, token } = await accounts.enter('en');
  const code = await accounts.replaceRecovery(player);
  const stored = readFileSync(`${file}-wal`, 'latin1');
  expect(stored).toContain(player.name);
  for (const secret of [token, code, code.replaceAll('-', '')]) expect(stored).not.toContain(secret);
});

test('a recovery code carries the player to another browser, again and again, until it is replaced', async () => {
  const accounts = accountsIn();
  const { player } = await accounts.enter('en');
  const code = await accounts.replaceRecovery(player);
  for (const typed of [code, code.toLowerCase().replaceAll('-', ' ')]) {
    const entered = await accounts.recover(typed, undefined);
    expect(entered?.player).toEqual(player);
    expect(await accounts.playerOf(cookie(entered?.token ?? ''))).toEqual(player);
  }
  const newer = await accounts.replaceRecovery(player);
  expect(await accounts.recover(code, undefined)).toBeNull();
  expect((await accounts.recover(newer, undefined))?.player).toEqual(player);
  expect(await accounts.recover('', undefined)).toBeNull();
});

test('recovering ends the session that the browser had, and no other', async () => {
  const accounts = accountsIn();
  const [phone, laptop] = [await accounts.enter('en'), await accounts.enter('en')];
  const code = await accounts.replaceRecovery(phone.player);
  const entered = await accounts.recover(code, cookie(laptop.token));
  expect(await accounts.playerOf(cookie(laptop.token))).toBeNull();
  expect(await accounts.playerOf(cookie(phone.token))).toEqual(phone.player);
  expect(await accounts.playerOf(cookie(entered?.token ?? ''))).toEqual(phone.player);
});

test('a name is checked and kept as it was put right', async () => {
  const accounts = accountsIn();
  const { player, token } = await accounts.enter('zh-CN');
  expect(player.name).toMatch(/^\p{Script=Han}+的\p{Script=Han}+$/u);
  expect(await accounts.rename(player, '  Ada   L. ')).toEqual({ ok: true, player: { ...player, name: 'Ada L.' } });
  expect(await accounts.rename(player, 'A')).toEqual({ ok: false, fault: 'bad-name' });
  expect(await accounts.rename(player, '傻逼')).toEqual({ ok: false, fault: 'rude-name' });
  expect((await accounts.playerOf(cookie(token)))?.name).toBe('Ada L.');
});

test('"last seen" is written once an hour', async () => {
  const database = temporaryDatabase();
  let now = 1_000;
  const accounts = accountsIn(database, () => now);
  const { token } = await accounts.enter('en');
  const lastSeen = () => database.orm.select().from(players).get()?.lastSeenAt;
  const visit = async () => {
    await accounts.playerOf(cookie(token));
    await database.write(() => {});
  };
  now += 3_600_000;
  await visit();
  expect(lastSeen()).toBe(1_000);
  now += 1;
  await visit();
  expect(lastSeen()).toBe(now);
  expect(database.orm.select().from(sessions).all()).toHaveLength(1);
});
