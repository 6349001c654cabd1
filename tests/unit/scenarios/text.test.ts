/** The text form of scenarios: what is printed reads the same, and what does not read is named by line and column. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WRITTEN } from '#game/scenarios/catalogue.ts';
import { checkScenario } from '#game/scenarios/text/check.ts';
import { MISTAKES, type Mistake } from '#game/scenarios/text/mistakes.ts';
import { parseScenario, printScenario, toScenario, type ScenarioText } from '#game/scenarios/text/scenario.ts';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import { anyScript } from './any-script.ts';

function read(text: string): ScenarioText {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.mistakes.map(short).join('; '));
  return parsed.scenario;
}

/** "3:8 unexpected-word blah" */
function short({ line, column, code, word }: Mistake): string {
  return `${line}:${column} ${code} ${word}`.trimEnd();
}

const prose = fc.array(fc.stringMatching(/^[^\s#]{1,8}$/), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const inLanguages = fc.record({ en: prose, 'zh-CN': prose }, { requiredKeys: [] });
const anyScenario = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,3}$/),
  level: fc.constantFrom(1, 2, 3),
  title: inLanguages,
  story: inLanguages,
  legs: fc.array(fc.record({ script: anyScript }), { minLength: 1, maxLength: 2 }),
}) as fc.Arbitrary<Omit<ScenarioText, 'legs'> & { legs: { script: ScenarioText['legs'][number]['script'] }[] }>;

describe('the text of a scenario', () => {
  test('reads as what was printed', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const { legs, ...rest } = read(printScenario(scenario));
        expect({ ...rest, legs: legs.map(({ script }) => ({ script })) }).toEqual(scenario);
      }),
      { numRuns: 500 },
    );
  });

  test.each(WRITTEN.map((one) => [one.id, one] as const))('of the catalogue reads as the catalogue: %s', (_, { id, level, siblings }) => {
    const text = printScenario({ id, level, title: {}, story: {}, legs: siblings.map((script) => ({ script })) });
    expect(toScenario(read(text))).toEqual({ id, level, siblings });
  });

  test('knows where each statement is written', () => {
    const { legs } = read('scenario a\nlevel 1\n\n# a comment\nleg\n  server listens # another\n\tclient opens\n');
    expect(legs[0]?.places).toEqual([
      { line: 6, column: 3 },
      { line: 7, column: 2 },
    ]);
  });

  test('may have line ends of any kind, a byte order mark and wide blanks, and only one leg: then both players play that one', () => {
    const { siblings } = toScenario(read('\uFEFFscenario a\r\nlevel 1\rleg\r\nserver listens\r\nclient\u3000opens\r\n'));
    expect(siblings[0]).toEqual(siblings[1]);
    expect(siblings[0]).toHaveLength(2);
  });

  test('whatever it is, is read or refused', () => {
    const word = fc.constantFrom(
      'client',
      'sends',
      '#',
      'leg',
      'inject',
      'SYN,ACK',
      'to',
      'seq',
      'RCV.NXT+1',
      '-1',
      '\n',
      'level',
      '__proto__',
      '三',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => parseScenario(text).ok !== undefined),
      { numRuns: 1_000 },
    );
  });
});

/** What is wrong with statements in one leg, from line 1 on. */
function wrongIn(leg: string, before = 'scenario a', level = 2): string[] {
  const parsed = parseScenario(`${before}\nlevel ${level}\nleg\n${leg}`);
  const mistakes = parsed.ok ? checkScenario(parsed.scenario) : parsed.mistakes;
  return mistakes.map((one) => short({ ...one, line: one.line - 3 }));
}

const HANDSHAKE = 'server listens\nclient opens\n';

const WRONG: readonly (readonly [string, string[]])[] = [
  ['server listens\nclients opens', ['2:1 unknown-statement clients']],
  ['server  hears', ['1:9 unexpected-word hears']],
  ['client', ['1:8 missing-word']],
  ['client closes at the end', ['1:18 unexpected-word the']],
  ['lose next from', ['1:16 missing-word']],
  ['lose next to client', ['1:11 unexpected-word to']],
  ['server listens now', ['1:16 extra-word now']],
  ['三 opens', ['1:1 unknown-statement 三']],
  ['both open early', ['1:11 extra-word early']],
  ['client sends 0', ['1:14 number-out-of-range 0']],
  ['client sends 1461', ['1:14 number-out-of-range 1461']],
  ['client sends ten', ['1:14 unexpected-word ten']],
  ['inject RST to server seq RCV.NXT+', ['1:26 unexpected-word RCV.NXT+']],
  ['inject RST to server seq RCV.NXT1', ['1:26 unexpected-word RCV.NXT1']],
  ['inject RST to server seq 4294967296', ['1:26 number-out-of-range 4294967296']],
  ['inject RST to server seq ISS-99999999999', ['1:26 number-out-of-range ISS-99999999999']],
  ['inject RST to server seq SEG.SEQ', ['1:26 unexpected-word SEG.SEQ']],
  ['inject RST,PSH to server seq 0', ['1:8 bad-flags RST,PSH']],
  ['inject ACK,ACK to server seq 0 ack 0', ['1:8 bad-flags ACK,ACK']],
  ['inject RST to server seq 0 ack 0', ['1:28 ack-without-flag ack']],
  ['inject ACK to server seq 0', ['1:28 flag-without-ack']],
  ['inject ACK to server seq 0 ack ISS window 65536', ['1:43 number-out-of-range 65536']],
  [`client opens ${'#'.repeat(300)}`, ['1:301 line-too-long']],
  ['level 2\nclient opens', ['1:1 header-too-late level', '1:1 header-twice level']],
  ['', ['0:1 empty-leg']],
  [`${HANDSHAKE}leg\n${HANDSHAKE}leg\n${HANDSHAKE}`, ['6:1 too-many-legs']],
  ['client opens\n'.repeat(201), ['201:1 too-many-statements']],
  [`${HANDSHAKE}client retransmits`, ['3:1 no-effect client retransmits']],
  ['client opens\nlose next from client', ['2:1 no-effect lose next from client']],
  [`${HANDSHAKE}client sends early\nclient sends early`, ['4:1 several-segments']],
  [`${HANDSHAKE}inject FIN,ACK to client seq RCV.NXT ack SND.NXT`, ['3:1 without-end']],
  [`tell\n${HANDSHAKE}`, ['1:1 nothing-asked']],
  [
    `${HANDSHAKE}leg\n${HANDSHAKE}client closes`,
    ['4:1 not-siblings client established-close; client fin-wait-1-fin-acked; server established-fin'],
  ],
  ['client opens\nleg two\nclient opens', ['2:5 extra-word two']],
  ['inject SYN，ACK to client seq 0 ack 0', ['1:8 bad-flags SYN，ACK']],
  ['client opens\n\tclient\u0000closes', ['2:8 not-text']],
  ['client opens # \uFFFD', ['1:16 not-text']],
];

describe('a mistake is named', () => {
  test.each(WRONG)('%j', (leg, mistakes) => {
    expect(wrongIn(leg)).toEqual(mistakes);
  });

  test.each([
    ['scenario Handshake', ['-2:10 bad-id Handshake']],
    ['scenario', ['-2:10 missing-word']],
    ['level 1\nscenario a', ['0:1 header-twice level']],
    ['title en A name', ['-2:1 missing-header']],
    ['scenario a\ntitle de Name', ['-1:7 unexpected-word de']],
  ])('above the legs: %j', (headers, mistakes) => {
    expect(wrongIn(HANDSHAKE, headers)).toEqual(mistakes);
  });

  test('at level 1, what level 1 does without', () => {
    expect(wrongIn('lose next from client\nclient opens\nclient retransmits', 'scenario a', 1)).toEqual([
      '1:1 level-too-low lose next from client',
      '3:1 level-too-low client retransmits',
    ]);
    expect(wrongIn(`${HANDSHAKE}client closes\nserver closes\nclient waits 2msl`, 'scenario a', 1)).toEqual([]);
  });

  test('where the leg does not begin, once', () => {
    const parsed = parseScenario(`scenario a\nlevel 1\n${HANDSHAKE}`);
    expect(parsed.ok ? [] : parsed.mistakes.map(short)).toEqual(['3:1 missing-leg']);
  });

  test('and all of a text are, in the order of the lines', () => {
    expect(wrongIn('client open\nserver listens\nserver listens twice')).toEqual(['1:8 unexpected-word open', '3:16 extra-word twice']);
  });

  test('in words, in both languages', () => {
    for (const words of [en['scenario-mistakes'], zhCn['scenario-mistakes']])
      expect(Object.keys(words).sort()).toEqual([...MISTAKES, 'expected'].sort());
  });

  test('with every code of the list', () => {
    const named = [...WRONG.flatMap(([, mistakes]) => mistakes), 'bad-id', 'level-too-low', 'missing-header', 'missing-leg'].join(' ');
    expect(MISTAKES.filter((code) => !named.includes(code))).toEqual([]);
  });
});

test('the examples in docs/scenarios.md can be played', () => {
  const examples = readFileSync('docs/scenarios.md', 'utf8').matchAll(/^```scenario\n(.*?)^```/gms);
  const texts = Array.from(examples, ([, text]) => text ?? '');
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(checkScenario(read(text)).map(short)).toEqual([]);
});
