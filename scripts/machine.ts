/** `npm run -s machine`: one JSON event a line on standard input, one JSON answer a line on standard output. `docs/machine.md` tells of both. */
import { once } from 'node:events';
import { linesOf } from './lines.ts';
import { answerLine, BOTH_CLOSED } from './machine-answer.ts';

let ends = BOTH_CLOSED;
let number = 0;
// Whoever reads the answers has gone.
process.stdout.on('error', () => process.exit());

for await (const lines of linesOf(process.stdin)) {
  let answers = '';
  for (const line of lines) {
    number += 1;
    const answered = answerLine(ends, line, number);
    ends = answered.ends;
    answers += `${answered.answer}\n`;
  }
  if (!process.stdout.write(answers)) await once(process.stdout, 'drain');
}
