/** `npm run bench:game`: how fast the game is without I/O. Docs/performance.md says what the rows mean. */
import { annotateMemory, annotateRates } from './annotate.ts';
import { drawRates, drawTimes } from './draws.ts';
import { exploreRate } from './explore.ts';
import { measure, referenceLoop, type Rate } from './measure.ts';
import { moveRates } from './moves.ts';
import { firstQuestionTimes, questionRates } from './questions.ts';
import { stepRates } from './steps.ts';

const HEADER = ['', 'in a second', 'µs each', 'in a reference loop', 'slowest', 'fastest'];

function row({ name, perSecond, perReference, spread: [slowest, fastest] }: Rate): readonly string[] {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return [name, figures(perSecond), figures(1e6 / perSecond), figures(perReference), percent(slowest), percent(fastest)];
}

/** Three figures are as many as repeat. */
function figures(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

function print(...rates: readonly Rate[]): void {
  process.stdout.write(table([HEADER, ...rates.map(row)]));
}

const firstQuestions = firstQuestionTimes();
print(
  measure('reference loop', referenceLoop),
  ...stepRates(),
  ...moveRates(),
  ...drawRates(),
  ...questionRates(),
  exploreRate(),
  ...annotateRates(),
);
process.stdout.write(`\n${drawTimes()}${firstQuestions}${annotateMemory()}`);
