import { describe, expect, test } from 'vitest';
import { type Cell, cellsToCsv, toCsv } from '#server/exports/csv.ts';

const cell = (content: Cell) =>
  cellsToCsv([[content, 1]])
    .slice(1, -'\r\n'.length)
    .replace(/,1$/, '');

test('a file begins with a BOM, and lines end as RFC 4180 has them', () => {
  const csv = toCsv<{ name: string }>([['name', ({ name }) => name]], [{ name: '王小明' }, { name: 'Ada' }]);
  expect(csv).toBe('\ufeffname\r\n王小明\r\nAda\r\n');
  expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
  ['+1', "'+1"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tcmd', "'\tcmd"],
  ['\rcmd', `"'\rcmd"`],
  ['＝1', "'＝1"],
  ['-', "'-"],
])('a spreadsheet does not run the cell %j', (content, written) => {
  expect(cell(content)).toBe(written);
});

describe('cells', () => {
  test.each<[Cell, string]>([
    [-5, '-5'],
    [0.25, '0.25'],
    [0, '0'],
    [true, 'true'],
    [false, 'false'],
    [null, ''],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['SYN,ACK seq=800', '"SYN,ACK seq=800"'],
    ['it is 1+1=2', 'it is 1+1=2'],
  ])('%j is written %s', (content, written) => {
    expect(cell(content)).toBe(written);
  });

  test('a heading is as harmless as any other cell', () => {
    expect(toCsv<object>([['=1', () => 1]], [{}])).toBe("\ufeff'=1\r\n1\r\n");
  });
});
