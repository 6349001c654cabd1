import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { MatchesAnswer, Me } from '#protocol/api.ts';
import { ROSTER_OCTETS_MAX } from '#protocol/classes.ts';
import { FAULTS } from '#protocol/faults.ts';
import { createInvitationStore } from '#db/invitations.ts';
import { StoreError } from '#db/match-store.ts';
import { createPlayerStore } from '#db/players.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import type { MatchRecord } from '#db/match-store.ts';
import { createAccounts } from '#server/accounts.ts';
import { type ApiNeeds, makeApi } from '#server/api.ts';
import { createCallers, type TrustProxy } from '#server/caller.ts';
import { bot, finished, person, record, score, SETTINGS } from './samples.ts';
import { temporaryDatabase, temporaryFolder } from './temporary.ts';
import { createGuesses } from '#server/guesses.ts';
import { createInvitationCodes } from '#server/invitation-codes.ts';
import { createRosters } from '#server/classes/rosters.ts';
import { createInstruction } from '#server/instructors/instruction.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

function host(changes: Partial<ApiNeeds> = {}) {
  const database = temporaryDatabase();
  const logged: unknown[] = [];
  const log = (error: unknown) => {
    logged.push(error);
    return null;
  };
  const api = makeApi({
    database,
    accounts: createAccounts(createPlayerStore(database)),
    instruction: createInstruction({ database, dataDir: temporaryFolder(), ended: () => {}, now: () => NOW, date: () => NOW, log }),
    administration: [],
    classroom: [],
    homework: new Hono(),
    study: [],
    playerOfStudent: () => ({ ok: false, fault: 'no-such-session' }),
    rosters: createRosters(database, () => NOW),
    forgetPlayer: async () => {},
    codes: createInvitationCodes(
      createInvitationStore(database),
      createGuesses(() => NOW),
    ),
    scenarios: [{ id: 'handshake', level: 1 }],
    callerOf: createCallers(0).callerOf,
    viewFor: async () => 'no-such-match',
    captureFor: async () => 'no-such-match',
    now: () => NOW,
    date: () => NOW,
    allowedOrigins: ['https://allowed.example'],
    log,
    ...changes,
  });
  return { api, database, logged, visit: () => browser(api) };
}

type Api = ReturnType<typeof makeApi>;

type Answer = { readonly player?: Me; readonly fault?: string; readonly code?: string; readonly name?: string };

function nobody(): never {
  throw new Error('there is no player in the answer');
}

/** Keeps its cookie, as a browser does. */
function browser(api: Api) {
  let cookie = '';
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const response = await api.request(`http://host.example/api/${path}`, {
      method,
      body: text,
      headers: { cookie, host: 'host.example', ...headers },
    });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return { status: response.status, set, headers: response.headers, body: (await response.json()) as Answer };
  }
  return { ask, enter: async () => (await ask('POST', 'session')).body.player ?? nobody() };
}

const refused = (fault: keyof typeof FAULTS) => ({ status: FAULTS[fault], body: { fault } });

describe('the session', () => {
  test('a guest is made once and kept by a cookie that no script reads', async () => {
    const { ask, enter } = host().visit();
    expect((await ask('GET', 'me')).body).toEqual({ player: null });
    const first = await ask('POST', 'session');
    expect(first.set).toMatch(/^last_ack_session=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
    const again = await ask('POST', 'session');
    expect(again.set).toBe(first.set);
    expect(await enter()).toEqual(first.body.player);
    expect((await ask('GET', 'me')).body).toEqual(first.body);
  });

  test('the cookie is Secure where a proxy that is believed says that the browser came by https', async () => {
    const setBy = async (trust: TrustProxy) => {
      const visit = host({ callerOf: createCallers(trust).callerOf }).visit();
      return (await visit.ask('POST', 'session', undefined, { 'x-forwarded-proto': 'https' })).set;
    };
    expect(await setBy(1)).toContain('; Secure');
    expect(await setBy(0)).not.toContain('Secure');
  });

  test.each([
    [{}, /^[A-Z][a-z]+ [A-Z][a-z]+$/],
    [{ 'accept-language': 'zh-TW,zh;q=0.9,en;q=0.8' }, /的/],
    [{ 'accept-language': 'fr-FR, en;q=0.5, zh;q=0.4' }, /^[A-Z]/],
    [{ 'accept-language': 'zh', cookie: 'last_ack_locale=en' }, /^[A-Z]/],
  ] as const)('the name is in the language of the browser: %o', async (headers, name) => {
    const { body } = await host().visit().ask('POST', 'session', undefined, headers);
    expect(body.player?.name).toMatch(name);
  });

  test('an idea for a name comes in the language that is asked for', async () => {
    const { ask } = host().visit();
    expect((await ask('GET', 'name-idea?locale=zh-CN')).body.name).toContain('的');
    expect((await ask('GET', 'name-idea?locale=en')).body.name).toMatch(/^[A-Z][a-z]+ [A-Z]/);
    expect((await ask('GET', 'name-idea?locale=xx')).status).toBe(200);
  });

  test('a name is changed, or refused with its reason', async () => {
    const { ask, enter } = host().visit();
    expect(await ask('PATCH', 'me', { name: 'Ada' })).toMatchObject(refused('not-signed-in'));
    const { playerId } = await enter();
    expect((await ask('PATCH', 'me', { name: ' Ada ' })).body).toEqual({ player: { playerId, name: 'Ada' } });
    expect(await ask('PATCH', 'me', { name: 'A' })).toMatchObject(refused('bad-name'));
    expect(await ask('PATCH', 'me', { name: 'fuck' })).toMatchObject(refused('rude-name'));
    expect((await ask('GET', 'me')).body).toEqual({ player: { playerId, name: 'Ada' } });
  });

  test('a recovery code makes another browser the same player', async () => {
    const { visit } = host();
    const [phone, laptop] = [visit(), visit()];
    expect(await phone.ask('POST', 'me/recovery')).toMatchObject(refused('not-signed-in'));
    const player = await phone.enter();
    const { code } = (await phone.ask('POST', 'me/recovery')).body;
    await laptop.enter();
    expect((await laptop.ask('POST', 'recover', { code })).body).toEqual({ player });
    expect((await laptop.ask('GET', 'me')).body).toEqual({ player });
  });

  test('who guesses codes is slowed down; a right code goes through all the same', async () => {
    const { visit } = host({ now: () => NOW });
    const { ask, enter } = visit();
    const player = await enter();
    const { code } = (await ask('POST', 'me/recovery')).body;
    const guesses = [];
    for (let n = 0; n < 31; n += 1) guesses.push((await ask('POST', 'recover', { code: '00000-00000-00000-00000' })).body.fault);
    expect(new Set(guesses.slice(0, 30))).toEqual(new Set(['bad-recovery-code']));
    expect(guesses[30]).toBe('too-many-messages');
    expect((await visit().ask('POST', 'recover', { code })).body).toEqual({ player });
  });

  test('a whole school may come at once, a flood of guests may not', async () => {
    const { visit } = host({ now: () => NOW });
    const answers = await Promise.all(Array.from({ length: 1_001 }, () => visit().ask('POST', 'session')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1_000);
    expect(answers.at(-1)).toMatchObject(refused('too-many-messages'));
  });
});

describe('what is not from a page of this host', () => {
  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://host.example.evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('%o is refused and changes nothing', async (headers) => {
    const { ask, enter } = host().visit();
    const player = await enter();
    expect(await ask('PATCH', 'me', { name: 'Mallory' }, headers)).toMatchObject(refused('bad-origin'));
    expect((await ask('GET', 'me', undefined, headers)).body).toEqual({ player });
  });

  test.each([
    [{ origin: 'http://host.example' }],
    [{ origin: 'https://allowed.example', 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{}],
  ])('%o is let in', async (headers) => {
    const { ask, enter } = host().visit();
    await enter();
    expect(await ask('PATCH', 'me', { name: 'Ada' }, headers)).toMatchObject({ status: 200 });
  });

  test('no other page may read an answer', async () => {
    const { headers } = await host().visit().ask('GET', 'me', undefined, { origin: 'https://evil.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a refusal is a code and a status', () => {
  test.each([
    ['POST', 'recover', '{"code":'],
    ['POST', 'recover', undefined],
    ['POST', 'recover', { code: 7 }],
    ['POST', 'recover', { code: 'x'.repeat(101) }],
    ['POST', 'recover', {}],
    ['PATCH', 'me', { name: ['Ada'] }],
    ['PATCH', 'me', { name: 'Ada', admin: true }],
    ['PATCH', 'me', 'null'],
    ['GET', 'matches?before=yesterday', undefined],
    ['GET', 'matches?before=-1', undefined],
    ['GET', 'leaderboard?period=century', undefined],
    ['GET', 'leaderboard?scenario=%27%20OR%201', undefined],
  ])('%s %s %j: bad-message', async (method, path, body) => {
    const { ask, enter } = host().visit();
    await enter();
    expect(await ask(method, path, body)).toMatchObject(refused('bad-message'));
  });

  test.each([
    ['GET', 'nothing'],
    ['GET', ''],
    ['DELETE', 'me'],
    ['POST', 'leaderboard'],
    ['GET', 'me/../../etc/passwd'],
    ['GET', 'matches/x/y'],
  ])('%s %s: not-found', async (method, path) => expect(await host().visit().ask(method, path)).toMatchObject(refused('not-found')));

  test('a body that is too large is refused unread', async () => {
    const large = { code: 'x'.repeat(5_000) };
    expect(await host().visit().ask('POST', 'recover', large)).toMatchObject({ status: 413, body: { fault: 'bad-message' } });
  });

  test('a roster may be larger than other bodies, up to its own limit', async () => {
    const { ask } = host().visit();
    const path = 'classes/one/students/import';
    expect(await ask('POST', path, 'x'.repeat(ROSTER_OCTETS_MAX + 1))).toMatchObject(refused('roster-too-large'));
    expect(await ask('POST', path, 'x'.repeat(ROSTER_OCTETS_MAX))).toMatchObject(refused('not-an-instructor'));
  });

  test('a bug and a broken disk are logged, and tell nothing about themselves', async () => {
    for (const error of [new RangeError('secret'), new StoreError('not-saved', 'SQLITE_FULL')]) {
      const { visit, logged } = host({ viewFor: () => Promise.reject(error) });
      expect(await visit().ask('GET', 'matches/m1')).toMatchObject(refused('not-saved'));
      expect(logged).toEqual([error]);
    }
  });
});

describe('reading', () => {
  test('scenarios', async () => {
    expect((await host().visit().ask('GET', 'scenarios')).body).toEqual({ scenarios: [{ id: 'handshake', level: 1 }] });
  });

  test('a match is seen as the one who asks may see it', async () => {
    const asked: unknown[] = [];
    const viewFor: ApiNeeds['viewFor'] = async (...who) => {
      asked.push(who);
      return who[1] === null ? 'match-not-over' : ({ matchId: who[0] } as never);
    };
    const { visit } = host({ viewFor });
    const { ask, enter } = visit();
    expect(await ask('GET', 'matches/m1')).toMatchObject(refused('match-not-over'));
    const { playerId } = await enter();
    expect((await ask('GET', 'matches/m1')).body).toEqual({ view: { matchId: 'm1' }, now: NOW });
    expect(asked).toEqual([
      ['m1', null],
      ['m1', playerId],
    ]);
  });

  test('an invitation, with the match for its two players alone', async () => {
    const { database, visit } = host();
    const [ada, bob, eve] = [visit(), visit(), visit()];
    const [a, b] = [await ada.enter(), await bob.enter(), await eve.enter()];
    await createInvitationStore(database).add({ code: 'ABC234', by: a.playerId, settings: { level: 2, scenario: null, turnSeconds: 60 } });
    const open = { code: 'ABC234', from: a.name, mine: false, level: 2, scenario: null, turnSeconds: 60, state: 'open', matchId: null };
    expect((await bob.ask('GET', 'invitations/abc234')).body).toEqual(open);
    expect((await ada.ask('GET', 'invitations/ABC234')).body).toEqual({ ...open, mine: true });
    expect(await bob.ask('GET', 'invitations/ZZZZZZ')).toMatchObject(refused('no-such-invitation'));
    expect(await visit().ask('GET', 'invitations/ABC234')).toMatchObject(refused('not-signed-in'));
    const parties = [person(a.playerId), person(b.playerId)] as const;
    await createMatchStore(database).create(record('m1', { parties }), 'ABC234');
    expect((await bob.ask('GET', 'invitations/ABC234')).body).toEqual({ ...open, state: 'used', matchId: 'm1' });
    expect((await eve.ask('GET', 'invitations/ABC234')).body).toEqual({ ...open, state: 'used' });
  });

  test('one’s own matches, newest first, with nothing told too early', async () => {
    const { database, visit } = host();
    const { ask, enter } = visit();
    expect(await ask('GET', 'matches')).toMatchObject(refused('not-signed-in'));
    const { playerId } = await enter();
    const { playerId: other, name } = await visit().enter();
    const store = createMatchStore(database);
    const mine: readonly MatchRecord[] = [
      record('won', { parties: [person(playerId), { playerId: other, name, bot: null }], startedAt: 1_000 }),
      record('bot', { parties: [bot('skilled'), person(playerId)], startedAt: 2_000, settings: { ...SETTINGS, level: 3, kind: 'bot' } }),
      record('easy', { parties: [person(playerId), person(other)], startedAt: 3_000 }),
    ];
    for (const one of [...mine, record('theirs', { parties: [person(other), bot('novice')] })]) await store.create(one);
    const scores = [score({ points: 300, moves: 8, rightMoves: 6 }), score({ points: 100 })] as const;
    await store.append('won', 0, [], finished({ scores }));
    const { matches } = (await ask('GET', 'matches')).body as unknown as MatchesAnswer;
    expect(matches).toEqual([
      expect.objectContaining({ matchId: 'easy', scenario: 'handshake', result: 'open', points: null, endedAt: null, accuracy: null }),
      expect.objectContaining({ matchId: 'bot', scenario: null, kind: 'bot', opponent: { name: 'Bot', bot: 'skilled' } }),
      {
        matchId: 'won',
        startedAt: 1_000,
        endedAt: 9_000,
        level: 1,
        scenario: 'handshake',
        kind: 'quick',
        opponent: { name, bot: null },
        points: [300, 100],
        accuracy: 0.75,
        result: 'won',
      },
    ]);
    expect((await ask('GET', 'matches?before=2000')).body).toMatchObject({ matches: [{ matchId: 'won' }] });
  });

  test('the leaderboard, and where I am on it', async () => {
    const { database, visit } = host();
    const { ask, enter } = visit();
    const me = await enter();
    const { playerId: other } = await visit().enter();
    const store = createMatchStore(database);
    await store.create(record('m1', { parties: [person(me.playerId), person(other)] }));
    const scores = [score({ points: 300, moves: 8, rightMoves: 8 }), score({ moves: 7 })] as const;
    await store.append('m1', 0, [], finished({ endedAt: NOW - 1_000, scores }));
    const mine = { rank: 1, name: me.name, isMe: true, matches: 1, moves: 8, accuracy: 1, points: 300 };
    for (const query of ['', '?period=today', '?period=week&scenario=handshake'])
      expect((await ask('GET', `leaderboard${query}`)).body).toEqual({ rows: [mine], minimumMoves: 8 });
    expect((await visit().ask('GET', 'leaderboard')).body).toEqual({ rows: [{ ...mine, isMe: false }], minimumMoves: 8 });
    expect(await ask('GET', 'leaderboard?scenario=nothing')).toMatchObject(refused('no-such-scenario'));
  });
});
