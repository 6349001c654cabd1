/** `npm run -s quiz:coverage`: which rules are asked about in which kinds, and which states the concepts are about. A test says that none is without. */
import { CONCEPTS } from '#game/quiz/concepts.ts';
import { MAKERS } from '#game/quiz/makers.ts';
import { RULES } from '#game/tcp/rules.ts';
import { STATES } from '#game/tcp/vocabulary.ts';

const WIDTH = 33;
const kinds = MAKERS.map(({ kind }) => kind);
const line = (name: string, cells: readonly (string | number)[]) =>
  `${name.padEnd(WIDTH)}${cells.map((cell, at) => String(cell).padStart((kinds[at]?.length ?? 6) + 2)).join('')}\n`;

process.stdout.write(line('rule', kinds));
for (const { id } of RULES) {
  process.stdout.write(
    line(
      id,
      MAKERS.map(({ rules }) => (rules.includes(id) ? 'x' : '')),
    )
      .trimEnd()
      .concat('\n'),
  );
}
process.stdout.write(
  line(
    'rules',
    MAKERS.map(({ rules }) => rules.length),
  ),
);

process.stdout.write('\n');
const about = STATES.map((state) => ({ state, concepts: CONCEPTS.filter(({ states }) => states.includes(state)).length }));
for (const { state, concepts } of about) process.stdout.write(`${state.padEnd(WIDTH)}${String(concepts).padStart(4)} concepts\n`);

const unasked = RULES.filter(({ id }) => !MAKERS.some(({ rules }) => rules.includes(id)));
const idle = MAKERS.filter(({ rules }) => rules.length === 0);
const untaught = about.filter(({ concepts }) => concepts === 0);
const names = (list: readonly string[]) => (list.length > 0 ? list.join(', ') : 'none');
process.stdout.write(
  `\n${RULES.length} rules, ${kinds.length} kinds, ${CONCEPTS.length} concepts. Rules without a kind: ${names(unasked.map(({ id }) => id))}. ` +
    `Kinds without a rule: ${names(idle.map(({ kind }) => kind))}. States without a concept: ${names(untaught.map(({ state }) => state))}.\n`,
);
process.exitCode = unasked.length + idle.length + untaught.length === 0 ? 0 : 1;
