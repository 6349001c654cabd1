/** A class session, for the pictures of `docs`: the wall while students come, and between two rounds of a rehearsal. */
import type { Page } from 'playwright';
import { createStudent } from '../bench/class/student.ts';
import { newTally } from '../bench/class/tally.ts';
import type { NewPerson } from '../tests/browser/browser.ts';
import { type Desk, newSession, readCode, signIn } from '../tests/browser/desk.ts';
import type { Host } from '../tests/browser/host.ts';
import { wordsIn } from '../tests/browser/words.ts';

/** What the wall tells students to type has to be an address, and not this machine alone. */
export const SCHOOL = 'last-ack.example';
const NAMES = ['王梅', 'Jonas', 'Swift Otter', '小明', 'Aïcha', 'Lively Wren', '安静的白鹭', 'Priya', 'Kofi', '梅', 'Zoë', '李雷'];
const PROJECTOR = { viewport: { width: 1440, height: 810 } } as const;
const t = wordsIn('en');

type Picture = (page: Page, name: string) => Promise<void>;

export async function takeClassPictures(host: Host, newPerson: NewPerson, picture: Picture): Promise<void> {
  const desk = await signIn(host, newPerson);
  await newSession(desk);
  await desk.page.getByLabel(t('sessions.setup.name')).fill('Networks II, week 6');
  await desk.press(t('sessions.setup.create'));
  await pictureOfLobby(host, desk, await openWall(host, desk, newPerson), picture);
  await desk.page.getByRole('link', { name: t('instructor.sessions'), exact: true }).click();
  await newSession(desk);
  await desk.page.getByLabel(t('sessions.setup.name')).fill('计算机网络 第六周');
  await desk.page.getByLabel(t('sessions.setup.locale')).selectOption('zh-CN');
  await desk.page.getByRole('combobox', { name: t('sessions.setup.bots') }).selectOption('12');
  await desk.press(t('sessions.setup.start'));
  await pictureOfRehearsal(desk, await openWall(host, desk, newPerson), picture);
}

/** As the room sees it: by the school's address. */
async function openWall({ url }: Host, { page }: Desk, newPerson: NewPerson): Promise<Page> {
  const path = await page.getByRole('link', { name: t('console.projector') }).getAttribute('href');
  const wall = (await newPerson(PROJECTOR)).page;
  await wall.goto(`http://${SCHOOL}:${new URL(url).port}${path}`);
  return wall;
}

async function pictureOfLobby({ url }: Host, desk: Desk, wall: Page, picture: Picture): Promise<void> {
  const code = await readCode(desk);
  const students = NAMES.map(() => createStudent(url, { now: newTally() }, 0));
  for (const [n, student] of students.entries()) await student.join(code, NAMES[n] ?? '');
  await wall.getByRole('heading', { name: t('projector.here', { count: NAMES.length }) }).waitFor();
  await picture(wall, 'lobby-en');
  for (const student of students) student.close();
}

async function pictureOfRehearsal(desk: Desk, wall: Page, picture: Picture): Promise<void> {
  await desk.press(t('console.start.first', { round: 1 }));
  await desk.press(t('console.start.first', { round: 2 }));
  await desk.button(t('console.start.first', { round: 3 })).waitFor();
  await wall.getByRole('heading', { name: wordsIn('zh-CN')('projector.hardestTitle') }).waitFor();
  await picture(wall, 'between-zh');
}
