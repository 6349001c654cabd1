/** `npm run -s scenario`, as one runs it in the terminal. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'last-ack-scenario-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/scenario.ts', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('prints names and stories, the ladders with states and rules, and the rules it teaches', () => {
  const text = 'scenario refused\nlevel 2\nstory zh-CN 没人监听。\ntitle en Refused\nleg\nduplicate next from server\nclient opens\n';
  const path = file('refused.txt', text);
  const { status, stdout, stderr } = run(path, '7');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n').slice(0, 10)).toEqual([
    'refused, level 2, seed 7',
    'Refused',
    '没人监听。',
    '',
    'Leg 1',
    '   client, ISS 500                                       server, ISS 8500',
    '1  opens -> SYN_SENT       SYN seq=500 --------------->                      closed-open-active',
    '2                          <<---- RST,ACK seq=0 ack=501  gets SYN -> CLOSED  closed-segment',
    '3  gets RST,ACK -> CLOSED                                                    syn-sent-rst',
    '4  gets RST,ACK -> CLOSED                                                    closed-rst',
  ]);
  expect(stdout.split('\n').slice(-6)).toEqual([
    'Rules it teaches',
    '  closed-open-active  Active OPEN in CLOSED (3.10.1)',
    '  closed-segment      Any other segment in CLOSED (3.10.7.1)',
    '  syn-sent-rst        RST with the right ACK in SYN_SENT (3.10.7.3)',
    '  closed-rst          RST in CLOSED (3.10.7.1)',
    '',
  ]);
});

test('prints one of the catalogue by its id, with its names in both languages', () => {
  const { status, stdout } = run('half-open');
  expect(status).toBe(0);
  expect(stdout.split('\n').slice(0, 3)).toEqual(['half-open, level 3, seed 1', 'Half-open connections', '半打开的连接']);
});

test('names mistakes by line and column, and exits with 1', () => {
  const path = file('wrong.txt', 'scenario wrong\nlevel 1\nleg\n  client opens loudly\n  nobody closes\n');
  const { status, stdout, stderr } = run(path);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.split('\n')).toEqual([
    `${path}:4:16: The statement is over before “loudly”. (extra-word)`,
    expect.stringMatching(/:5:3: “nobody” begins no statement\. Expected: client, server, .* \(unknown-statement\)$/),
    '',
  ]);
});

test('names the first twenty mistakes, and says how many there are beside', () => {
  const { status, stderr } = run(file('prose.txt', 'all of this is prose\n'.repeat(10_000)));
  const lines = stderr.trimEnd().split('\n');
  expect({ status, lines: lines.length }).toEqual({ status: 1, lines: 21 });
  expect(lines.at(-1)).toMatch(/: 9981 mistakes more$/);
});

test('says that a picture is no text, without printing it', () => {
  const path = file('picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(run(path)).toEqual({ status: 1, stdout: '', stderr: `${path}:1:1: This is not text in UTF-8. (not-text)\n` });
});

test('says that a folder cannot be read', () => {
  expect(run(folder)).toEqual({ status: 1, stdout: '', stderr: `${folder}: it cannot be read (EISDIR)\n` });
});

test.each([[[]], [['no-such-file.txt']], [['abort', 'x']]])('says how it is used: %j', (args) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).not.toBe('');
});
