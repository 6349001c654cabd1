/** `npm run -s prove:quiz [COUNT]`: what holds for every question, tried for 10,000 seeds over all kinds and cards, or as many as one says. */
import { makeQuestion } from '#game/quiz/question.ts';
import { QUESTION_KINDS } from '#game/quiz/vocabulary.ts';
import { bytesOf, faultOf } from '../tests/unit/quiz/checks.ts';
import { PAIRS, sourceOf } from '../tests/unit/quiz/sources.ts';

const began = process.cpuUsage();
const count = Number(process.argv[2] ?? 10_000);
const tallies = new Map(QUESTION_KINDS.map((kind) => [kind, { questions: 0, bytes: 0, looks: new Set<string>() }]));
let faults = 0;
for (let seed = 0; seed < count; seed += 1) {
  const source = sourceOf(seed);
  const made = makeQuestion(source);
  const fault = faultOf(source, made);
  const tally = tallies.get(source.kind);
  if (fault) process.stdout.write(`seed ${seed}, ${source.kind} about ${source.card}: ${fault}\n`);
  faults += fault ? 1 : 0;
  if (!tally) continue;
  tally.questions += 1;
  tally.bytes = Math.max(tally.bytes, bytesOf(made.question));
  tally.looks.add(JSON.stringify(made.question));
}
for (const [kind, { questions, bytes, looks }] of tallies) {
  process.stdout.write(
    `${kind.padEnd(16)} ${String(questions).padStart(6)} questions, ${looks.size} of them different; the largest has ${bytes} bytes\n`,
  );
}
process.stdout.write(
  `${count} seeds over ${PAIRS.length} pairs of a kind and a card: ${faults === 0 ? 'every question has exactly one right answer, and its picture tells it' : `${faults} with a fault`}.\n`,
);
const { user, system } = process.cpuUsage(began);
process.stdout.write(`${Math.round((user + system) / 1e6)} s of CPU time.\n`);
process.exitCode = faults === 0 ? 0 : 1;
