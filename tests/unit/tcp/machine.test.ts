/** `npm run machine`: transcripts beside the figures of the RFC, every code of a bad line, and lines however they are cut. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linesOf, LONGEST_LINE, TOO_LONG, type Line } from '../../../scripts/lines.ts';
import { answerLine, BOTH_CLOSED } from '../../../scripts/machine-answer.ts';
import { FAULTS, type Fault } from '../../../scripts/machine-line.ts';

const TRANSCRIPTS = join(import.meta.dirname, 'transcripts');
const ROOT = join(import.meta.dirname, '../../..');

function answer(lines: readonly Line[]): string[] {
  let ends = BOTH_CLOSED;
  return lines.map((line, index) => {
    const answered = answerLine(ends, line, index + 1);
    ends = answered.ends;
    return answered.answer;
  });
}

/** Lines that begin with that mark, without it. */
function marked(transcript: string, mark: string): string[] {
  return transcript.split('\n').flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []));
}

describe('a transcript', () => {
  test.each(readdirSync(TRANSCRIPTS))('%s', (file) => {
    const transcript = readFileSync(join(TRANSCRIPTS, file), 'utf8');
    expect(answer(marked(transcript, '> '))).toEqual(marked(transcript, '< '));
  });
});

test('the example of docs/machine.md, word by word', () => {
  const [, answered] = answer([
    '{"at":"server","event":"open-passive"}',
    '{"at":"server","event":"segment","flags":["SYN"],"seq":100,"ack":null,"len":0,"wnd":65535,"iss":300}',
  ]);
  expect(answered).toBe(
    '{"at":"server","state":"SYN_RCVD","segments":[{"flags":["SYN","ACK"],"seq":300,"ack":101,"len":0}],' +
      '"rules":["listen-syn"],"sections":["3.10.7.2"],"signals":[]}',
  );
});

describe('a bad line', () => {
  const segment = (fields: string) => `{"at":"client","event":"segment","flags":["ACK"],"seq":1,"ack":2,"len":0,${fields}}`;
  const twice = (name: string, value: string) => segment(`"${name}":${value}`);
  const ROWS: readonly (readonly [Fault, ...Line[]])[] = [
    ['empty-line', '', '  ', '\t'],
    ['line-too-long', TOO_LONG],
    ['bad-json', 'x', '{', "{'at':'client'}", '{"at":"client","event":"close"}}', 'undefined', '['.repeat(50_000)],
    ['not-an-object', 'null', '1', '"close"', '[]', '[{"at":"client","event":"close"}]', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
    ['bad-at', '{}', '{"event":"close"}', '{"at":"browser","event":"close"}', '{"at":["client"],"event":"close"}'],
    [
      'bad-event',
      '{"at":"client"}',
      '{"at":"client","event":"CLOSE"}',
      '{"at":"client","event":null}',
      '{"at":"client","event":"toString"}',
    ],
    ['unknown-field', '{"at":"client","event":"close","len":0}', '{"at":"client","event":"close","__proto__":{}}', twice('win', '0')],
    ['bad-iss', '{"at":"client","event":"open-active","iss":-1}', '{"at":"client","event":"close","iss":4294967296}', twice('iss', '"1"')],
    ['bad-len', '{"at":"client","event":"send"}', '{"at":"client","event":"send","len":0}', twice('len', '65536'), twice('len', '1.5')],
    ['bad-timer', '{"at":"client","event":"timeout"}', '{"at":"client","event":"timeout","timer":"persist"}'],
    ['bad-flags', twice('flags', '"ACK"'), twice('flags', '["ack"]'), twice('flags', '["ACK","ACK"]'), twice('flags', 'null')],
    ['bad-seq', twice('seq', 'null'), twice('seq', '1e400'), twice('seq', '-1'), twice('seq', '4294967296')],
    ['bad-ack', twice('ack', 'null'), twice('ack', '"2"'), '{"at":"client","event":"segment","flags":["SYN"],"seq":1,"ack":false}'],
    ['bad-wnd', twice('wnd', '65536'), twice('wnd', '-1'), twice('wnd', '{}')],
    ['bad-then', twice('then', '"abort"'), twice('then', 'true')],
  ];

  test.each(ROWS.map(([fault, ...lines]) => ({ fault, lines })))('$fault', ({ fault, lines }) => {
    expect(answer(lines)).toEqual(lines.map((_, index) => `{"error":{"code":"${fault}","line":${index + 1}}}`));
  });

  test('every code is among them, and in docs/machine.md', () => {
    expect(ROWS.map(([fault]) => fault).sort()).toEqual([...FAULTS].sort());
    const told = readFileSync(join(ROOT, 'docs/machine.md'), 'utf8').matchAll(/^\| `([a-z-]+)` \| /gm);
    expect([...told].map(([, code]) => code).filter((code) => code !== 'send' && code !== 'timeout' && code !== 'segment')).toEqual(FAULTS);
  });

  test('changes nothing, and the next one is read', () => {
    const answers = answer([
      '{"at":"client","event":"open-active","iss":7}',
      'x',
      '{"at":"client","event":"timeout","timer":"retransmission"}',
    ]);
    expect(answers.map((one) => /"state":"\w+"|"code":"[a-z-]+"/.exec(one)?.[0])).toEqual([
      '"state":"SYN_SENT"',
      '"code":"bad-json"',
      '"state":"SYN_SENT"',
    ]);
  });
});

describe('a good line', () => {
  const open = '{"at":"client","event":"open-active"}';
  const shape = (line: string) => answer([open, line])[1];

  test('may leave out what has a usual value, or have null for it', () => {
    const long = '{"at":"client","event":"segment","flags":["SYN","ACK"],"seq":300,"ack":1,"len":0,"wnd":65535,"then":null,"iss":null}';
    expect(shape('{"at":"client","event":"segment","flags":["SYN","ACK"],"seq":300,"ack":1}')).toBe(shape(long));
  });

  test('may have null for a field of other events', () => {
    const nulls = '"len":null,"timer":null,"flags":null,"seq":null,"ack":null,"wnd":null,"then":null,"iss":null';
    expect(shape(`{"at":"client","event":"close",${nulls}}`)).toBe(shape('{"at":"client","event":"close"}'));
  });

  test('may name the flags in any order, and those that change no state', () => {
    const plain = shape('{"at":"client","event":"segment","flags":["SYN","ACK"],"seq":300,"ack":1}');
    const all = '["CWR","ECE","URG","ACK","PSH","SYN"]';
    expect(shape(`{"at":"client","event":"segment","flags":${all},"seq":300,"ack":1}`)).toBe(plain);
  });

  test('has no acknowledgment where the ACK bit is off, whatever the field holds (§3.1)', () => {
    const plain = shape('{"at":"client","event":"segment","flags":["SYN"],"seq":300,"ack":null}');
    expect(shape('{"at":"client","event":"segment","flags":["SYN"],"seq":300,"ack":0}')).toBe(plain);
  });
});

describe('lines', () => {
  async function cut(text: string, size: number): Promise<Line[]> {
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    const lines: Line[] = [];
    for await (const some of linesOf(stream(chunks))) lines.push(...some);
    return lines;
  }

  async function* stream(chunks: readonly Buffer[]) {
    yield* chunks;
  }

  const fits = 'x'.repeat(LONGEST_LINE);

  test.each([1, 2, 3, 7, 1_000_000])('are the same in chunks of %i bytes', async (size) => {
    expect(await cut('\uFEFFone\ntwo\r\n\n三\nlast', size)).toEqual(['one', 'two', '', '三', 'last']);
    expect(await cut('one\n', size)).toEqual(['one']);
    expect(await cut('', size)).toEqual([]);
  });

  test('that are too long are not kept, and what follows is read', async () => {
    expect(await cut(`${fits}\n${fits}x\nnext`, 1_000)).toEqual([fits, TOO_LONG, 'next']);
    expect(await cut(`${fits}x`, 70_000)).toEqual([TOO_LONG]);
  });
});

test('the command answers what it is given on standard input, and ends with it', { timeout: 60_000 }, () => {
  const input = '{"at":"client","event":"open-active","iss":100}\r\nx\n{"at":"client","event":"close"}';
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/machine.ts'], { cwd: ROOT, input, encoding: 'utf8' });
  const closed =
    '{"at":"client","state":"CLOSED","segments":[],"rules":["syn-sent-close"],"sections":["3.10.4"],"signals":["connection-closing"]}';
  expect(stdout.split('\n').slice(1)).toEqual(['{"error":{"code":"bad-json","line":2}}', closed, '']);
  expect(status).toBe(0);
});
