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

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('prints the ladders with states and rules', () => {
  const path = file('refused.txt', 'scenario refused\nlevel 1\nleg\nduplicate next from server\nclient opens\n');
  const { status, stdout, stderr } = run(path, '7');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n').slice(0, 8)).toEqual([
    'refused, level 1, seed 7',
    '',
    'Leg 1',
    '   client, ISS 500                                                         server, ISS 8500',
    '1  opens -> SYN_SENT       SYN seq=500 --------------------------------->                      closed-open-active',
    '2                          <<---------------------- RST,ACK seq=0 ack=501  gets SYN -> CLOSED  closed-segment',
    '3  gets RST,ACK -> CLOSED                                                                      syn-sent-rst',
    '4  gets RST,ACK -> CLOSED                                                                      closed-rst',
  ]);
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

test.each([[[]], [['no-such-file.txt']], [['abort', 'x']]])('says how it is used: %j', (args) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(1);
  expect(stderr).not.toBe('');
});
