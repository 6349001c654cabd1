/** Every fault that a link can bring: its code is the answer, nothing is recorded, and nobody else hears of it. */
import { describe, expect, test } from 'vitest';
import { invitations, matches, moves } from '#db/schema.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { isAsked, roleOf } from '#game/match/view.ts';
import { otherRole } from '#game/tcp/vocabulary.ts';
import { answerCommand, answers, newDuel, openTurn, playBoth, readsOn, type Duel, type Seat } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { ADA, begin, BOT, playOn } from '../../unit/match/games.ts';
import { storeMatch } from '../stored-match.ts';
import { newId, newPlayer, openLink, type Body, type Link } from './player.ts';

type Situation = { readonly host: TestHost; readonly duel: Duel; readonly mover: Seat; readonly watcher: Seat; readonly third: Link };
type Row = readonly [
  fault: Fault,
  what: string,
  command: (situation: Situation) => Body | Promise<Body>,
  prepare?: (situation: Situation) => Promise<unknown>,
];

async function situation(wish: Parameters<typeof newDuel>[1] = {}): Promise<Situation> {
  const host = await startHost({ IDLE_MINUTES: '1' });
  const duel = await newDuel(host, { turnSeconds: null, ...wish });
  const turn = openTurn(duel.seats[0].seen.view());
  const [one, other] = duel.seats;
  const [mover, watcher] = turn && isAsked(turn, 0) ? [one, other] : [other, one];
  return { host, duel, mover, watcher, third: await newPlayer(host) };
}

/** Everything that is written, so that it can be shown to stay. */
function written({ host: { database } }: Situation) {
  const { orm } = database;
  const all = { matches: orm.select().from(matches).all(), moves: orm.select().from(moves).all() };
  return { ...all, invitations: orm.select().from(invitations).all() };
}

/** The command is refused with that fault: nothing is written, and no other link gets anything but its own answer. */
async function expectRefused(at: Situation, speaker: Link, message: unknown, fault: Fault): Promise<void> {
  const before = written(at);
  const versions = at.duel.seats.map(({ seen }) => seen.view().version);
  expect(await speaker.sayRaw(message)).toEqual({ ok: false, fault });
  expect(written(at)).toEqual(before);
  // What is published arrives before the answer to a later question.
  await Promise.all(at.duel.seats.map(({ link }) => link.get({ type: 'watch', matchId: at.duel.matchId })));
  expect(at.duel.seats.map(({ seen }) => seen.view().version)).toEqual(versions);
}

const forTurn = ({ duel, mover }: Situation, turn = 0) => {
  const seat = roleOf(mover.side, 0);
  return { type: 'propose', matchId: duel.matchId, turn, seat, proposal: { segment: null, state: 'CLOSED' } } as const;
};
const forMatch =
  (type: 'resign' | 'leave' | 'replace-idle' | 'rematch' | 'report-name') =>
  ({ duel: { matchId } }: Situation) => ({ type, matchId });
const resign = ({ duel, mover }: Situation) => mover.link.say({ type: 'resign', matchId: duel.matchId });
const bothAnswer = async ({ host, mover, watcher }: Situation) => {
  await answers(host, mover);
  await answers(host, watcher);
};

/** An instructor pauses the match through another host; this one learns of it with the next command. */
const halted = async ({ host, duel: { matchId, seats }, watcher }: Situation) => {
  const { version } = watcher.seen.view();
  await host.store.append(matchId, version, [{ entry: { type: 'halted' }, commandId: null }]);
  await watcher.link.get({ type: 'leave', matchId });
  await Promise.all(seats.map(({ seen }) => seen.until((view) => view.halted && view.presence[watcher.side] === 'left')));
};
/** A match of a class that is over, against a bot. */
const classOver = async ({ host, mover }: Situation) => {
  const parties = [{ ...ADA, playerId: mover.link.guest.playerId }, BOT] as const;
  await storeMatch(host.database, playOn(begin({ matchId: 'class', kind: 'class', parties })));
};

/** Said by the player whose move it is. */
const BY_MOVER: readonly Row[] = [
  ['no-such-match', 'a move in a match that is not', (at) => ({ ...forTurn(at), matchId: 'nowhere' })],
  ['no-such-match', 'watching it', () => ({ type: 'watch', matchId: 'nowhere' })],
  ['not-your-seat', 'a move for the other end', (at) => ({ ...forTurn(at), seat: otherRole(forTurn(at).seat) })],
  [
    'not-your-turn',
    'a prediction of one’s own move',
    ({ duel, mover }) => ({
      type: 'predict',
      matchId: duel.matchId,
      turn: 0,
      seat: roleOf(mover.side, 0),
      prediction: { flags: null, state: 'CLOSED' },
    }),
  ],
  ['turn-not-open', 'a move for a turn to come', (at) => forTurn(at, 1)],
  ['turn-not-open', 'ready before the verdict', ({ duel }) => ({ type: 'ready', matchId: duel.matchId, turn: 0 })],
  ['turn-not-open', 'a dispute before the verdict', ({ duel }) => ({ type: 'dispute', matchId: duel.matchId, turn: 0, comment: '' })],
  ['turn-over', 'a move for a turn with its verdict', (at) => forTurn(at), bothAnswer],
  ['already-answered', 'another proposal for the same turn', (at) => forTurn(at), ({ host, mover }) => answers(host, mover)],
  [
    'already-disputed',
    'the same dispute again',
    ({ duel }) => ({ type: 'dispute', matchId: duel.matchId, turn: 0, comment: 'again' }),
    async (at) => {
      await bothAnswer(at);
      await at.mover.link.get({ type: 'dispute', matchId: at.duel.matchId, turn: 0, comment: 'once' });
    },
  ],
  [
    'bad-proposal',
    'numbers at level 1',
    (at) => ({ ...forTurn(at), proposal: { segment: { flags: ['SYN'], data: false, seq: 1, ack: null }, state: 'SYN_SENT' } }),
  ],
  ['opponent-not-idle', 'a bot for one who was just there', forMatch('replace-idle')],
  ['match-not-over', 'a rematch while it is played', forMatch('rematch')],
  ['match-paused', 'a move while the match is paused', async (at) => answerCommand(at.host, at.mover), halted],
  ['match-paused', 'a bot for an idle opponent then', forMatch('replace-idle'), halted],
  ['no-rematch', 'a rematch of a match of a class', () => ({ type: 'rematch', matchId: 'class' }), classOver],
  ['match-over', 'a move after the end', (at) => forTurn(at), resign],
  ['match-over', 'leaving after the end', forMatch('leave'), resign],
  ['match-over', 'resigning twice', forMatch('resign'), resign],
];

/** Said by a player who has no seat in the match. */
const BY_STRANGER: readonly Row[] = [
  ['not-your-seat', 'a move', (at) => forTurn(at)],
  ['not-your-seat', 'resigning', forMatch('resign')],
  ['not-your-seat', 'leaving', forMatch('leave')],
  ['not-your-seat', 'a report of a name', forMatch('report-name')],
  ['no-such-invitation', 'accepting a code that nobody made', () => ({ type: 'invite-accept', code: 'ZZZZZZ' })],
  ['no-such-invitation', 'cancelling it', () => ({ type: 'invite-cancel', code: 'ZZZZZZ' })],
  [
    'invitation-used',
    'accepting what another has accepted',
    async ({ host }) => ({ type: 'invite-accept', code: host.database.orm.select().from(invitations).all()[0]?.code }),
  ],
  [
    'no-such-scenario',
    'an invitation to a scenario that is not',
    () => ({ type: 'invite', level: 1, scenario: 'no-such', turnSeconds: null }),
  ],
  [
    'no-such-scenario',
    'the tutorial against a bot',
    () => ({ type: 'bot-start', level: 1, strength: 'novice', scenario: 'tutorial', turnSeconds: null }),
  ],
  ['not-waiting', 'leaving the queue without waiting', () => ({ type: 'queue-leave' })],
  [
    'already-waiting',
    'waiting twice',
    () => ({ type: 'queue-join', level: 2 }),
    ({ third }) => third.say({ type: 'queue-join', level: 1 }),
  ],
];

/** Whoever had left is back by it, which both see a moment after the answer. */
async function comeToWatch({ duel: { seats } }: Situation): Promise<void> {
  await Promise.all(seats.map(({ link, seen }) => link.get({ type: 'watch', matchId: seen.matchId })));
  await Promise.all(seats.map(({ seen }) => seen.until(({ presence }) => presence.every((one) => one === 'here'))));
}

function refusedTo(who: string, rows: readonly Row[], speakerOf: (at: Situation) => Link): void {
  describe(`refused to ${who}`, () => {
    for (const [fault, what, command, prepare] of rows)
      test(`${fault}: ${what}`, async () => {
        const at = await situation();
        await prepare?.(at);
        const message = { id: newId(), ...(await command(at)) };
        await comeToWatch(at);
        await expectRefused(at, speakerOf(at), message, fault);
      });
  });
}

refusedTo('a player', BY_MOVER, ({ mover }) => mover.link);
refusedTo('a stranger', BY_STRANGER, ({ third }) => third);

test('own-invitation, invitation-used: an author neither accepts nor cancels what was accepted', async () => {
  const at = await situation();
  const { third } = at;
  const { code } = await third.get({ type: 'invite', level: 1, scenario: null, turnSeconds: null });
  await expectRefused(at, third, { id: newId(), type: 'invite-accept', code }, 'own-invitation');
  const { matchId } = await at.mover.link.get({ type: 'invite-accept', code });
  await expectRefused(at, third, { id: newId(), type: 'invite-cancel', code }, 'invitation-used');
  expect(await third.get({ type: 'invite-accept', code })).toMatchObject({ matchId });
});

describe('malformed messages', () => {
  const ids = { id: 'an-id-of-its-own' };
  const segment = { flags: ['ACK'], data: false, seq: 1, ack: 1 };
  const proposing = (proposal: unknown) => ({ ...ids, type: 'propose', matchId: 'match', turn: 0, seat: 'client', proposal });

  const MALFORMED: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a text', 'propose'],
    ['a list', [proposing({ segment, state: 'LISTEN' })]],
    ['no type', { ...ids, matchId: 'match' }],
    ['a type that is no text', { ...ids, type: 7 }],
    ['no id', { type: 'queue-join', level: 1 }],
    ['a short id', { type: 'queue-join', level: 1, id: 'short' }],
    ['an id with a space', { type: 'queue-join', level: 1, id: 'eight or more' }],
    ['an id of 65 characters', { type: 'queue-join', level: 1, id: 'x'.repeat(65) }],
    ['a field too many', { ...ids, type: 'queue-join', level: 1, fast: true }],
    ['level 4', { ...ids, type: 'queue-join', level: 4 }],
    ['a level as text', { ...ids, type: 'queue-join', level: '1' }],
    ['a match id with a slash', { ...ids, type: 'watch', matchId: '../match' }],
    ['a code in small letters', { ...ids, type: 'invite-accept', code: 'abcdef' }],
    ['a strength that is not', { ...ids, type: 'bot-start', level: 1, strength: 'grandmaster', scenario: null, turnSeconds: null }],
    ['nine seconds a turn', { ...ids, type: 'invite', level: 1, scenario: null, turnSeconds: 9 }],
    ['301 seconds a turn', { ...ids, type: 'invite', level: 1, scenario: null, turnSeconds: 301 }],
    ['no turn', { ...ids, type: 'ready', matchId: 'match' }],
    ['turn −1', { ...ids, type: 'ready', matchId: 'match', turn: -1 }],
    ['turn 1.5', { ...ids, type: 'ready', matchId: 'match', turn: 1.5 }],
    ['a seat that is neither end', { ...proposing({ segment, state: 'LISTEN' }), seat: 'middlebox' }],
    ['no proposal', proposing(undefined)],
    ['no state', proposing({ segment })],
    ['an unknown state', proposing({ segment, state: 'SYN_RECEIVED' })],
    ['an unknown flag', proposing({ segment: { ...segment, flags: ['PSH'] }, state: 'LISTEN' })],
    ['the same flag twice', proposing({ segment: { ...segment, flags: ['ACK', 'ACK'] }, state: 'LISTEN' })],
    ['a segment without flags', proposing({ segment: { ...segment, flags: [] }, state: 'LISTEN' })],
    ['seq 2^32', proposing({ segment: { ...segment, seq: 2 ** 32 }, state: 'LISTEN' })],
    ['seq −1', proposing({ segment: { ...segment, seq: -1 }, state: 'LISTEN' })],
    ['seq 1.5', proposing({ segment: { ...segment, seq: 1.5 }, state: 'LISTEN' })],
    ['seq as text', proposing({ segment: { ...segment, seq: '1' }, state: 'LISTEN' })],
    ['no seq', proposing({ segment: { flags: ['ACK'], data: false, ack: 1 }, state: 'LISTEN' })],
    ['ack 2^32', proposing({ segment: { ...segment, ack: 2 ** 32 }, state: 'LISTEN' })],
    ['data as a number', proposing({ segment: { ...segment, data: 20 }, state: 'LISTEN' })],
    ['a segment with a length', proposing({ segment: { ...segment, len: 20 }, state: 'LISTEN' })],
    ['a comment of 501 characters', { ...ids, type: 'dispute', matchId: 'match', turn: 0, comment: 'x'.repeat(501) }],
  ];

  test('bad-message', async () => {
    const at = await situation({ level: 2 });
    for (const [what, message] of MALFORMED) {
      const before = written(at);
      const { sayRaw, close } = await openLink(at.host, at.mover.link.guest);
      expect(await sayRaw(message), what).toEqual({ ok: false, fault: 'bad-message' });
      expect(written(at), what).toEqual(before);
      close();
    }
    expect(at.watcher.seen.messages).toEqual([]);
  });

  test('unknown-command', async () => {
    const at = await situation();
    await expectRefused(at, at.mover.link, { ...ids, type: 'castle' }, 'unknown-command');
  });
});

describe('what is well-formed, however wrong, is a proposal', () => {
  test.each([
    ['SYN with FIN', { segment: { flags: ['SYN', 'FIN'], data: false, seq: 0, ack: null }, state: 'LAST_ACK' }],
    [
      'all flags, and the largest numbers',
      { segment: { flags: ['SYN', 'FIN', 'RST', 'ACK'], data: true, seq: 2 ** 32 - 1, ack: 2 ** 32 - 1 }, state: 'CLOSED' },
    ],
  ])('%s', async (_, proposal) => {
    const at = await situation({ level: 2 });
    expect(await at.mover.link.say({ ...forTurn(at), proposal })).toEqual({ ok: true, sealed: true });
    await answers(at.host, at.watcher);
    const { closed } = openTurn(at.watcher.seen.view()) ?? {};
    expect(closed?.verdicts[at.mover.side]).toMatchObject({ segmentRight: false, stateRight: false, points: { total: 0 } });
  });
});

test('too-many-messages: a link that floods is refused, and nobody else is', async () => {
  const at = await situation();
  const flood = await Promise.all(Array.from({ length: 60 }, () => at.third.sayRaw({ id: newId(), type: 'queue-leave' })));
  const faults = flood.map((answer) => !answer.ok && answer.fault);
  expect(faults.slice(0, 40)).toEqual(Array(40).fill('not-waiting'));
  expect(faults.filter((fault) => fault === 'too-many-messages').length).toBeGreaterThanOrEqual(15);
  expect(await at.mover.link.sayRaw({ id: newId(), ...(await answerCommand(at.host, at.mover)) })).toEqual({ ok: true, sealed: true });
});

test('not-saved: nothing is recorded on a disk that takes nothing, and the same command is good afterwards', async () => {
  const at = await situation();
  const disk = at.host.database.orm as unknown as { $client: { pragma(text: string): unknown } };
  const command = { id: newId(), ...(await answerCommand(at.host, at.mover)) };
  disk.$client.pragma('query_only = ON');
  await expectRefused(at, at.mover.link, command, 'not-saved');
  disk.$client.pragma('query_only = OFF');
  expect(await at.mover.link.sayRaw(command)).toEqual({ ok: true, sealed: true });
  await answers(at.host, at.watcher);
  await Promise.all([readsOn(at.mover), readsOn(at.watcher)]);
  const [view] = await playBoth(at.host, at.duel);
  expect(view?.ended?.reason).toBe('played');
});

/** Brought by HTTP alone (tests/integration/api.test.ts; instructors, instructor-set-up and admin-accounts beside this file), by the handshake (transport.test.ts), or while the host closes. */
const ELSEWHERE: readonly Fault[] = [
  'not-signed-in',
  'bad-recovery-code',
  'bad-origin',
  'not-an-instructor',
  'not-an-admin',
  'wrong-password',
  'too-many-tries',
  'account-disabled',
  'account-link-over',
  'bad-email',
  'bad-password',
  'email-taken',
  'no-such-account',
  'account-in-use',
  'last-admin',
  'no-such-class',
  'no-such-student',
  'student-exists',
  'name-differs',
  'bad-student-name',
  'bad-student-number',
  'bad-roster',
  'roster-too-large',
  'bad-name',
  'rude-name',
  // homework.test.ts.
  'no-such-homework',
  'not-in-class',
  'due-date-over',
  // study.test.ts.
  'no-such-card',
  'no-such-paper',
  'paper-over',
  // Of class sessions: contest.test.ts.
  'no-such-session',
  'session-locked',
  'session-over',
  'session-full',
  'name-taken',
  'bad-personal-code',
  // contest-return.test.ts.
  'student-is-in',
  'no-such-entrant',
  'round-running',
  'no-round-running',
  'no-more-rounds',
  'too-few-entrants',
  'not-found',
  'shutting-down',
  // doors.test.ts.
  'too-many-links',
  // meeting.test.ts.
  'too-many-matches',
];

test('no fault is left out', () => {
  const here = ['own-invitation', 'bad-message', 'unknown-command', 'too-many-messages', 'not-saved'];
  const shown = new Set<string>([...BY_MOVER.map(([fault]) => fault), ...BY_STRANGER.map(([fault]) => fault), ...here, ...ELSEWHERE]);
  expect([...shown].sort()).toEqual(Object.keys(FAULTS).sort());
});
