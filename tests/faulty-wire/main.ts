/** `npm run links -- --pairs 50 --minutes 5 --seed 7`: docs/links.md says what it tries and what its lines mean. */
import { parseArgs } from 'node:util';
import { runLinks } from './run.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    /** How many times as fast as in earnest. */
    hurry: { type: 'string', default: '1' },
    /** The scenario of every match that is not a quick one; drawn otherwise. */
    scenario: { type: 'string' },
  },
});
const [pairs, minutes, seed, hurry] = [values.pairs, values.minutes, values.seed, values.hurry].map(Number) as [
  number,
  number,
  number,
  number,
];
process.stdout.write(`links: ${pairs} pairs, ${minutes} minutes, seed ${seed}\n`);
const report = await runLinks({
  pairs,
  playMs: minutes * 60_000,
  patienceMs: 600_000 / hurry,
  seed,
  hurry,
  scenario: values.scenario ?? null,
});
const { wire, differences } = report;
const rows: readonly (readonly [string, string | number])[] = [
  ['seed', seed],
  ['players', 2 * pairs],
  ['links opened', wire.links],
  ['cut / half open / stalled', `${wire.cut} / ${wire.halfOpen} / ${wire.stalled}`],
  ['messages', wire.carried],
  ['lost / doubled / late', `${wire.lost} / ${wire.doubled} / ${wire.late}`],
  ['requests / without an answer', `${wire.requests} / ${wire.unanswered}`],
  ['tabs put to sleep for a minute', report.sleeps],
  ['clocks set', report.jumps],
  ['matches played to the end', report.matches],
  ['moves acknowledged', report.acknowledged],
  ['answers of study told', report.studied],
  ['differences', differences.length],
];
process.stdout.write(`\n| | |\n|---|---:|\n${rows.map(([name, value]) => `| ${name} | ${value.toLocaleString('en')} |\n`).join('')}`);
for (const one of differences) process.stdout.write(`${one}\n`);
process.exit(differences.length > 0 ? 1 : 0);
