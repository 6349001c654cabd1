/** Real sockets: the kernel's states agree with those read off the capture. Where the kernel cannot be watched, each is skipped and the reason is printed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reasonToSkip } from './able.ts';
import { compare } from './compare.ts';
import { SCRIPTS } from './scripts.ts';
import { openHouse, type House } from './stage.ts';
import { heading, textOf } from './table.ts';

const reason = reasonToSkip();
if (reason) process.stdout.write(`skipped: ${reason}\n`);

let house: House;
let table = '';

beforeAll(() => {
  if (reason !== null) return;
  house = openHouse();
  table = heading(house.hasEvents);
});

afterAll(() => {
  if (reason !== null) return;
  house.close();
  process.stdout.write(`\n${table}\n\n`);
});

test.skipIf(reason !== null).each(SCRIPTS)('$name', async (script) => {
  const comparisons = compare(script, await house.play(script));
  const rows = comparisons.map(textOf).join('\n');
  table += `\n${rows}`;
  const differing = comparisons.filter(({ verdict }) => verdict === 'differ');
  expect(differing, rows).toEqual([]);
});
