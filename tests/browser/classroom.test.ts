/**
 * A class: an instructor and a projector, six students, two rounds to their ends. Three students are people with pages (one on a phone, one who
 * reloads, one who comes late) and three are links that answer anything. What is taken along is right to the row.
 */
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { SIDES, type Side } from '#game/match/vocabulary.ts';
import { createStudent, type Student } from '../../bench/class/student.ts';
import { newTally } from '../../bench/class/tally.ts';
import { withBrowser } from './browser.ts';
import { type Desk, newSession, readCode, signIn } from './desk.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, type Kind, newPlayer, type Player } from './people.ts';
import { answerTo, type How } from './store.ts';
import { until } from './until.ts';
import { wordsIn } from './words.ts';
import { withHost, withStore } from './with-host.ts';

const { newPerson } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60', BOT_THINK_MS: '100' });
const store = withStore(host);

const ENGLISH = wordsIn('en');
const CLASS = 'Networks';
/** Who has a page, with the name that is the instructor's alone; in the order of a gradebook. */
const ROSTER = [
  { nickname: 'Jonas', real: 'Jonas Meyer', number: '0041' },
  { nickname: 'Late', real: 'Lata Rao', number: '0042' },
  { nickname: '王梅', real: '王小梅', number: '0043' },
] as const;

test('six students play two rounds, and every row of the exports is right', { timeout: 600_000 }, async () => {
  const desk = await signIn(host, newPerson);
  const codes = await makeClass(desk.page);
  await newSession(desk);
  await desk.page.getByLabel(ENGLISH('sessions.setup.class')).selectOption({ label: CLASS });
  await desk.press(ENGLISH('sessions.setup.fewer'));
  await desk.press(ENGLISH('sessions.setup.create'));
  const code = await readCode(desk);
  const wall = await openWall(desk);
  const jonas = await comes(code, codes, 0, ENGLISH_AT_A_DESK);
  const mei = await comes(code, codes, 2, CHINESE_ON_A_PHONE);
  const links = await Promise.all(['Ann', 'Ben', 'Cleo'].map((name) => comesByLink(code, name)));
  await desk.heading(ENGLISH('console.people.title', { count: 5 }));

  await desk.press(ENGLISH('console.start.first', { round: 1 }));
  const first = [plays(jonas, 'Jonas', { reloadsAt: 2 }), plays(mei, '王梅', { wrongAt: 1 }), ...links.map((link) => link.play())];
  await desk.button(ENGLISH('console.round.pause')).waitFor();
  const late = await comes(code, codes, 1, ENGLISH_AT_A_DESK);
  await desk.sees(ENGLISH('console.notice.late', { names: 'Late' }));
  await Promise.all(first);
  await desk.button(ENGLISH('console.start.first', { round: 2 })).waitFor();
  await wall.getByRole('heading', { name: ENGLISH('projector.hardestTitle') }).waitFor();

  await desk.press(ENGLISH('console.start.first', { round: 2 }));
  const second = [plays(jonas, 'Jonas'), plays(mei, '王梅'), plays(late, 'Late', { wrongAt: 0 }), ...links.map((link) => link.play())];
  await Promise.all(second);
  await desk.heading(ENGLISH('console.start.last'));
  await desk.press(ENGLISH('console.end.button'));
  await desk.confirm(ENGLISH('console.end.ask.yes'));
  await wall.getByRole('heading', { name: ENGLISH('projector.podium') }).waitFor();
  await desk.heading(ENGLISH('console.standings.final'));

  expect(await exportOf(desk.page, 'turns')).toEqual(expectedTurns());
  const grades = await exportOf(
    desk.page,
    'gradebook-canvas',
    (row) => `${row.Student}|${row['SIS User ID']}|${Object.values(row).at(-1)}`,
  );
  expect(grades.slice(1)).toEqual(ROSTER.map(({ real, number, nickname }) => `${real}|${number}|${gradeOf(nickname)}`));
  for (const link of links) link.close();
});

/** By the API, as its pages do; the personal code of each student, in the order of the roster. */
async function makeClass({ request }: Page): Promise<readonly string[]> {
  const headers = { origin: host.url };
  const made = await request.post(`${host.url}/api/classes`, { data: { name: CLASS, term: '' }, headers });
  const { classId } = ((await made.json()) as { readonly class: { readonly classId: string } }).class;
  const roster = ROSTER.map(({ real, number }) => `${real},${number}`).join('\n');
  const file = { data: `name,student id\n${roster}\n`, headers: { ...headers, 'content-type': 'text/csv' } };
  expect((await request.post(`${host.url}/api/classes/${classId}/students/import`, file)).ok()).toBe(true);
  const codes = store.rows('SELECT name, code FROM students WHERE class_id = ?', classId);
  return ROSTER.map(({ real }) => String(codes.find(({ name }) => name === real)?.code));
}

async function openWall({ page }: Desk): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: ENGLISH('console.projector') }).click();
  return opened;
}

async function comes(code: string, codes: readonly string[], who: 0 | 1 | 2, kind: Kind): Promise<Player> {
  const player = await newPlayer(newPerson, kind);
  const { page, t, button } = player;
  await page.goto(`${host.url}/join/${code}`);
  await page.getByLabel(t('join.name')).fill(ROSTER[who].nickname);
  await page.getByText(t('join.personalAsk')).click();
  await page.getByLabel(t('join.personal'), { exact: true }).fill(codes[who] ?? '');
  await button(t('join.join')).click();
  await page.waitForURL('**/session/*');
  return player;
}

async function comesByLink(code: string, name: string): Promise<Student> {
  const student = createStudent(host.url, { now: newTally() }, 50);
  await student.join(code, name);
  return student;
}

type Playing = { readonly wrongAt?: number; readonly reloadsAt?: number };

/** From the call to the match to its last verdict, and back to the session. */
async function plays(player: Player, name: string, { wrongAt = -1, reloadsAt = -1 }: Playing = {}): Promise<void> {
  const { page, t } = player;
  const matchId = await nextMatchOf(player, name);
  const side = SIDES.find((one) => store.match(matchId).view.parties[one].name === name) as Side;
  for (;;) {
    const { view } = store.match(matchId);
    const turn = view.turns.at(-1)?.turn ?? 0;
    if (view.ended) break;
    if (turn === reloadsAt) await page.reload();
    await answers(player, matchId, side, turn === wrongAt ? 'wrong' : 'right');
    await player.verdict.waitFor();
    await player.ready();
    await until(() => hasGoneOn(matchId, turn), `turn ${turn} of ${name} goes on`);
  }
  await player.over();
  await page.getByRole('link', { name: t('match-page.toSession') }).click();
  await page.waitForURL('**/session/*');
}

async function answers(player: Player, matchId: string, side: Side, how: Exclude<How, 'missed'>): Promise<void> {
  await player.asked();
  await player.answer(answerTo(store.match(matchId), side, how));
}

function hasGoneOn(matchId: string, turn: number): boolean {
  const { view } = store.match(matchId);
  return view.ended !== null || view.turns.length > turn + 1;
}

/** The page goes there by itself. */
async function nextMatchOf({ page }: Player, name: string): Promise<string> {
  await page.waitForURL(/\/match\//);
  const matchId = new URL(page.url()).pathname.split('/')[2] ?? '';
  expect(store.match(matchId).view.parties.map((party) => party.name)).toContain(name);
  return matchId;
}

/** As the file has them, in the same words as `expectedTurns`. */
async function exportOf(page: Page, file: string, told = toldTurn): Promise<readonly string[]> {
  const path = await page.locator(`a[download][href*="${file}"]`).getAttribute('href');
  const octets = await (await page.request.get(`${host.url}${path}`)).body();
  const rows: Record<string, string>[] = parse(octets, { bom: true, columns: true, record_delimiter: '\r\n' });
  return file === 'turns' ? rows.map(told).sort() : rows.map(told);
}

const COLUMNS =
  'nickname real_name student_number round scenario match turn role chosen_state expected_state segment_right state_right points'.split(
    ' ',
  );

function toldTurn(row: Record<string, string>): string {
  return COLUMNS.map((column) => row[column]).join('|');
}

type PairRow = { readonly match: string; readonly round: number; readonly other: number | null };

/** What the matches say themselves, move by move. */
function expectedTurns(): readonly string[] {
  const pairs = store.rows('SELECT match_id AS match, round, other FROM contest_pairs') as unknown as readonly PairRow[];
  return pairs.flatMap((pair) => (pair.other === null ? [0 as const] : SIDES).flatMap((side) => turnsOf(pair, side))).sort();
}

function turnsOf({ match: matchId, round }: PairRow, side: Side): readonly string[] {
  const { view, record } = store.match(matchId);
  const name = view.parties[side].name;
  const student = ROSTER.find(({ nickname }) => nickname === name);
  return view.turns.flatMap(({ turn, closed }) => {
    const verdict = closed?.verdicts[side];
    if (verdict?.kind !== 'move') return [];
    const { at, chosen, answers: right, segmentRight, stateRight, points } = verdict;
    const who = [name, student?.real ?? '', student?.number ?? '', round, record.settings.scenario, matchId, turn + 1, at];
    return [[...who, chosen?.state ?? '', right[0]?.state, segmentRight, stateRight, points.total].join('|')];
  });
}

/** The share of right moves in per cent, as a gradebook has it. */
function gradeOf(nickname: string): string {
  const [row] = store.rows(
    `SELECT sum(right_moves) AS right, sum(moves) AS moves FROM results
     JOIN contest_pairs ON contest_pairs.match_id = results.match_id
     JOIN entrants ON entrants.contest_id = contest_pairs.contest_id AND entrants.number = CASE side WHEN 0 THEN one ELSE other END
     WHERE entrants.name = ?`,
    nickname,
  );
  return String(Number(((100 * Number(row?.right)) / Number(row?.moves)).toFixed(2)));
}
