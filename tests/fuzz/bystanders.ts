/**
 * People who do nothing while the fuzzer is at work, though it knows their ids: two players in a match, and an instructor with a class,
 * homework and a session. What the database has of them must be the same afterwards.
 */
import { createHash } from 'node:crypto';
import SqliteFile from 'better-sqlite3';
import type { View } from '#game/match/view.ts';
import { newPlayer, newInstructor, type Person } from './ask.ts';
import type { Known } from './known.ts';
import { openRawLink, type RawLink } from './link.ts';

export type Bystanders = {
  readonly ids: readonly string[];
  /** Goes on with the match where it was left: whether the host still plays. */
  playOn(): Promise<boolean>;
  close(): void;
};

let said = 0;
async function say<T>(link: RawLink, command: object): Promise<T> {
  said += 1;
  const answer = await link.command(JSON.stringify({ id: `bystander-${said}`, ...command }));
  const read = JSON.parse(answer) as T & { ok: boolean };
  if (!read.ok) throw new Error(`${JSON.stringify(command)}: ${answer}`);
  return read;
}

async function linkOf(port: number, { cookie }: Person, n: number): Promise<RawLink> {
  const link = await openRawLink(port, cookie, n, { event: () => {} });
  if (typeof link === 'string') throw new Error(`no link: ${link}`);
  return link;
}

export async function comeBystanders(url: string, port: number, admin: Person, known: Known): Promise<Bystanders> {
  const [ann, ben] = [await newPlayer(url), await newPlayer(url)];
  const carol = await newInstructor(url, admin, 'instructor');
  const [one, other] = [await linkOf(port, ann, 1), await linkOf(port, ben, 2)];

  async function play(): Promise<string> {
    const wish = { level: 1, scenario: 'three-way-handshake', turnSeconds: null };
    const { code } = await say<{ code: string }>(one, { type: 'invite', ...wish });
    const { matchId } = await say<{ matchId: string }>(other, { type: 'invite-accept', code });
    for (const link of [one, other]) await say(link, { type: 'watch', matchId });
    return matchId;
  }

  async function answer(matchId: string): Promise<boolean> {
    const { view } = await say<{ view: View }>(one, { type: 'watch', matchId });
    const turn = view.turns.at(-1);
    if (!turn || view.ended) return false;
    const role = turn.leg === 0 ? 'client' : 'server';
    const isAsked = turn.asks.some(({ at }) => at === role);
    const choice = isAsked
      ? { type: 'propose', proposal: { segment: null, state: 'LISTEN' } }
      : { type: 'predict', prediction: { flags: null, state: 'LISTEN' } };
    await say(one, { ...choice, matchId, turn: turn.turn, seat: role });
    return (await say<{ view: View }>(one, { type: 'watch', matchId })).view.version > view.version;
  }

  const over = await play();
  await answer(over);
  await say(other, { type: 'resign', matchId: over });
  const open = await play();

  const { class: made } = await carol.ask<{ class: { classId: string } }>('POST', 'classes', { name: 'Networks', term: '' });
  const { classId } = made;
  await carol.ask('POST', `classes/${classId}/students/import`, 'name,id,email\nAnn,1,ann@x.edu\nBen,2,ben@x.edu');
  const { students } = await carol.ask<{ students: { studentId: string; code: string }[] }>('GET', `classes/${classId}`);
  const task = { scenario: 'three-way-handshake', level: 1 };
  const wish = { title: 'Week 1', dueAt: Date.now() + 1e9, tasks: [task], goal: null };
  const { homework } = await carol.ask<{ homework: { homeworkId: string; key: string } }>('POST', `classes/${classId}/homework`, wish);
  await ann.ask('POST', `homework/${homework.key}/student`, { personal: students[0]?.code });
  const settings = { title: 'CS 341', level: 1, rounds: [null], turnSeconds: null, speedPoints: false, pairing: 'lot', locale: 'en' };
  const { contestId } = await carol.ask<{ contestId: string }>('POST', 'contests', { settings, classId, rehearsal: null });
  const { templateId } = await carol.ask<{ templateId: string }>('POST', 'contest-templates', settings);
  const desk = await linkOf(port, carol, 3);
  const { view } = await say<{ view: { code: string } }>(desk, { type: 'contest-watch', as: { viewer: 'instructor', contestId } });
  for (const [n, link] of [one, other].entries())
    await say(link, { type: 'contest-join', code: view.code, name: `Bystander ${n + 1}`, personal: null });
  await ann.ask('POST', 'study/papers', { id: 'bystander-paper', kind: 'exam', topics: [] }).catch(() => {});

  const studentIds = students.map(({ studentId }) => studentId);
  known.fix('matchId', over, open);
  known.fix('contestId', contestId);
  known.fix('classId', classId);
  known.fix('templateId', templateId);
  known.fix('studentId', ...studentIds);
  known.fix('homeworkId', homework.homeworkId);
  known.fix('key', homework.key);
  known.fix('playerId', ann.playerId, ben.playerId);
  known.fix('accountId', carol.accountId);
  const people = [ann.playerId, ben.playerId, carol.accountId];
  return {
    ids: [...people, over, open, contestId, classId, templateId, homework.homeworkId, homework.key, ...studentIds],
    playOn: () => answer(open),
    close: () => {
      for (const link of [one, other, desk]) link.close();
    },
  };
}

/** Of every table the rows in which one of the ids stands as a whole column, as they are now. A new table needs no word here. */
export function digestOf(path: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const database = new SqliteFile(path, { readonly: true });
  const tables = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  const digests = tables.map(({ name }): [string, string] => {
    const columns = database.prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${name}')`).all();
    const among = ids.map(() => '?').join(', ');
    const where = columns.map((column) => `"${column.name}" IN (${among})`).join(' OR ');
    const rows = database.prepare(`SELECT * FROM "${name}" WHERE ${where}`).all(columns.flatMap(() => ids));
    const lines = rows.map((row) => JSON.stringify(row)).sort();
    return [name, `${rows.length} rows ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`];
  });
  database.close();
  return new Map(digests);
}
