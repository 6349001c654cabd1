import { expect, test } from 'vitest';
import { makeRecoveryCode, readRecoveryCode } from '#server/recovery-code.ts';

test('a code has 100 bits in four groups, none like another', () => {
  const codes = Array.from({ length: 200 }, makeRecoveryCode);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(new Set(codes).size).toBe(200);
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
});

test.each([
  ['as it was made', '01ABC-DEFGH-JKMNP-QRSTV'],
  ['in small letters', '01abc-defgh-jkmnp-qrstv'],
  ['without dashes', '01ABCDEFGHJKMNPQRSTV'],
  ['with spaces, tabs and line breaks', ' 01ABC defgh\tJKMNP \nQRSTV '],
  ['with other dashes', '01ABC\u2013DEFGH\u2014JKMNP\u2011QRSTV'],
  ['with O for 0 and I or l for 1', 'OIabc-defgh-jkmnp-qrstv'],
  ['with l for 1', '0lABC-DEFGH-JKMNP-QRSTV'],
  ['in full width', '０１ＡＢＣ－ＤＥＦＧＨ－ＪＫＭＮＰ－ＱＲＳＴＶ'],
])('it is read %s', (_, typed) => expect(readRecoveryCode(typed)).toBe('01ABC-DEFGH-JKMNP-QRSTV'));

test.each(['', 'hello', '01ABC-DEFGH-JKMNP-QRST', '01ABC-DEFGH-JKMNP-QRSTVW', '01ABC-DEFGH-JKMNP-QRSTU', '01ABC/DEFGH/JKMNP/QRSTV'])(
  '"%s" is no code',
  (typed) => expect(readRecoveryCode(typed)).toBeNull(),
);
