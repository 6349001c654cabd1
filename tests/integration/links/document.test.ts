/** docs/protocol.md names everything that the host knows, and nothing else. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pino } from 'pino';
import { BOT_STRENGTHS, type Entry } from '#game/match/vocabulary.ts';
import { emptyView, redact, type ViewEvent } from '#game/match/view.ts';
import { FLAGS, STATES } from '#game/tcp/vocabulary.ts';
import { SESSION_COOKIE } from '#protocol/api.ts';
import { commandSchema, type HostEvents } from '#protocol/commands.ts';
import { INSTRUCTOR_COOKIE } from '#protocol/instructors.ts';
import { FAULTS } from '#protocol/faults.ts';
import { createHost } from '#server/host.ts';
import { readSettings } from '#server/settings.ts';
import {
  answers,
  begin,
  comesBack,
  disputes,
  does,
  extendsBy,
  goesOn,
  halts,
  isReady,
  leaves,
  offersRematch,
  pass,
  resigns,
  stops,
  TIMES,
  voids,
} from '../../unit/match/games.ts';
import { temporaryDatabase, temporaryFolder } from '../temporary.ts';

const DOCUMENT = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');

/** The text below a heading, up to the next one. */
function section(heading: string): string {
  const found = DOCUMENT.split(/^(?=#+ )/m).find((part) => part.startsWith(`${heading}\n`));
  if (found === undefined) throw new Error(`there is no "${heading}"`);
  return found;
}

/** The words in code in the first cell of each row of the tables of a text. */
function firstCells(text: string): readonly string[] {
  return [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) => wordsIn(cell ?? ''));
}

function wordsIn(text: string): readonly string[] {
  const prose = text.replace(/^```.*?^```$/gms, '');
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? '');
}

const COMMANDS = commandSchema.options.map(({ shape }) => ({ name: shape.type.value, fields: Object.keys(shape) }));
const EVERY_COMMAND = ['bad-message', 'unknown-command', 'too-many-messages', 'not-saved', 'shutting-down'];

describe.each(COMMANDS)('the command $name', ({ name, fields }) => {
  const text = section(`### \`${name}\``);

  test('has its fields', () => {
    expect([...firstCells(text)].sort()).toEqual(fields.filter((field) => field !== 'type' && field !== 'id').sort());
  });

  test('has faults that there are', () => {
    const named = wordsIn(text.split('aults')[1] ?? '').filter((word) => word.includes('-'));
    for (const fault of named.filter((word) => !COMMANDS.some((command) => command.name === word)))
      expect(Object.keys(FAULTS)).toContain(fault);
  });
});

test('no other command has a section', () => {
  const hosts = { events: 1, matched: 1, contest: 1, 'shutting-down': 1 } satisfies Record<keyof HostEvents, 1>;
  const headings = [...DOCUMENT.matchAll(/^### `(.+)`$/gm)].map(([, name]) => name);
  expect(headings).toEqual([...new Set(headings)]);
  expect(headings.sort()).toEqual([...COMMANDS.map(({ name }) => name), ...Object.keys(hosts)].sort());
});

test('every fault has its status, and those that every command has are told at the commands', () => {
  const rows = [...section('## Faults').matchAll(/^\| `([^`]+)` \| (\d+) \|/gm)].map(([, code, status]) => [code, Number(status)]);
  expect(Object.fromEntries(rows)).toEqual(FAULTS);
  for (const fault of EVERY_COMMAND) expect(wordsIn(section('## Commands'))).toContain(fault);
});

test('every state, flag, strength and bound', () => {
  const values = section('### Values');
  for (const word of [...STATES, ...FLAGS, ...BOT_STRENGTHS]) expect(wordsIn(values)).toContain(word);
  for (const bound of ['4,294,967,295', '0 to 999', '10 to 300', '500 characters', '8 to 64', '4 to 40', '1 to 60'])
    expect(values).toContain(bound);
});

/** A match in which everything happens that an entry can tell. */
function everything(): readonly Entry[] {
  const paused = pass(does(begin(), leaves(0), leaves(1)), TIMES.leaveGrace);
  const read = does(paused, comesBack(0), comesBack(1), answers(0), answers(1), isReady(0), disputes(0), resigns(1), offersRematch(0));
  const agreed: Entry = { type: 'rematch-agreed', matchId: 'next' };
  const instructed = does(begin(), extendsBy(1_000), halts, goesOn, ...[answers(0), answers(1)], voids(0), stops);
  return [...read.stored, ...instructed.stored].map(({ entry }) => entry).concat(agreed);
}

const game = does(begin(), answers(0), answers(1));
const settings = game.match.record.settings;
const frame = { matchId: 'match', parties: game.match.record.parties, legTurns: [11, 11], settings };

describe('the events of a match', () => {
  const rows = [...section('## The events of a match').matchAll(/^\| `([^`]+)` \| ([^|]*) \|/gm)].map(([, type = '', fields = '']) => ({
    type,
    fields: wordsIn(fields),
  }));
  const events: readonly ViewEvent[] = everything().flatMap((entry) => [redact(entry, 0, settings), redact(entry, 1, settings)]);

  test('are all there', () => {
    expect(rows.map(({ type }) => type).sort()).toEqual([...new Set(events.map(({ type }) => type))].sort());
  });

  test.each(rows)('$type has its fields', ({ type, fields }) => {
    const told = events.filter((event) => event.type === type).map(({ type: _type, ...rest }) => Object.keys(rest).sort().join());
    expect([...new Set(told)]).toEqual([[...fields].sort().join()]);
  });
});

describe('the view', () => {
  const [turn] = game.match.view.turns;
  const verdicts = turn?.closed?.verdicts ?? [];
  const move = verdicts.find(({ kind }) => kind === 'move');

  test.each<[string, string, object | undefined]>([
    ['itself', '## The view', emptyView(frame, 0)],
    ['a verdict', '### Verdicts', move],
  ])('%s', (_, heading, value) => {
    expect([...firstCells(section(heading))].sort()).toEqual(Object.keys(value ?? {}).sort());
  });

  test('a turn', () => {
    const [fields = ''] = section('### Turns of a view').split('What happens at an end');
    expect([...firstCells(fields)].sort()).toEqual(Object.keys(turn ?? {}).sort());
  });

  test('a score, and a prediction', () => {
    expect(wordsIn(section('## The view'))).toEqual(expect.arrayContaining(Object.keys(game.match.view.scores[0])));
    const prediction = verdicts.find(({ kind }) => kind === 'prediction');
    expect(wordsIn(section('### Verdicts'))).toEqual(expect.arrayContaining(Object.keys(prediction ?? {})));
  });
});

test('every request of the API, and the cookies', () => {
  const read = readSettings({ DATA_DIR: temporaryFolder() });
  if (!read.ok) throw new Error(read.sentence);
  const { api } = createHost(temporaryDatabase(), read.settings, pino({ level: 'silent' }));
  const routes = api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
  const sections = [
    '## Requests over HTTP',
    '### For machines',
    '### Instructors',
    '### Classes',
    '### Homework',
    '### Self-study',
    '### Class sessions over HTTP',
  ];
  const named = sections.flatMap((heading) => firstCells(section(heading))).map((request) => request.split('?')[0]);
  expect(named.sort()).toEqual([...new Set(routes)].sort());
  expect(DOCUMENT).toContain(`${SESSION_COOKIE}=`);
  expect(DOCUMENT).toContain(`\`${INSTRUCTOR_COOKIE}\``);
});

describe('the example', () => {
  const lines = [...section('## An example').matchAll(/^[→←] (\w+) +(\{.*\})$/gm)].map(([, kind, json = '']) => ({ kind, json }));

  test('says commands that are well-formed', () => {
    const commands = lines.filter(({ kind }) => kind === 'command');
    expect(commands.length).toBeGreaterThan(5);
    for (const { json } of commands) expect(commandSchema.safeParse(JSON.parse(json)).error).toBeUndefined();
  });

  test('is JSON throughout, but for what is left out', () => {
    for (const { json } of lines.filter((line) => !line.json.includes('…'))) expect(() => JSON.parse(json)).not.toThrow();
  });
});
