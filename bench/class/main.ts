/**
 * `npm run bench:class`: a class of simulated students joins a session and plays a round, with time to think. The host runs in a process of
 * its own; this one is all students, the instructor and the projector. docs/performance.md says what the lines mean.
 */
import { parseArgs } from 'node:util';
import type { ContestView } from '#protocol/contest.ts';
import type { Report } from '../answering.ts';
import { startChild } from '../child.ts';
import type { Kept } from '../host.ts';
import { createDesk } from './desk.ts';
import { printRun } from './print.ts';
import { createStudent, type Student } from './student.ts';
import { newTally } from './tally.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    students: { type: 'string', default: '500' },
    /** Seconds in which all of them come. */
    join: { type: 'string', default: '60' },
    /** Seconds that a student thinks, on average. */
    think: { type: 'string', default: '6' },
  },
});
const students = Number(values.students);
const joinMs = 1_000 * Number(values.join);
const thinkMs = 1_000 * Number(values.think);

const child = await startChild<{ url: string; setUp: string }>('../host.js');
const { url, setUp } = child.ready;
const report = () => child.ask<Report>('report');
const desk = await createDesk(url, setUp);
const idle = await report();

const joining = newTally();
const counted = { now: joining };
const room = await comeIn();
const joined = await report();

const playing = newTally();
counted.now = playing;
const began = performance.now();
const over = desk.until(({ phase }: ContestView) => phase === 'between');
const played = room.map((student) => student.play());
await desk.act({ do: 'start-round', round: 1 });
await Promise.all(played);
await over;
const roundMs = performance.now() - began;
const ended = await report();
const kept = await child.ask<Kept>('kept');

printRun({ students, joinMs, thinkMs, roundMs, joining, playing, idle, joined, ended, kept, desk: desk.counts() });
for (const student of room) student.close();
desk.close();
await child.stop();
process.exit(isWhole() ? 0 : 1);

/** One after the other, evenly over the time. */
async function comeIn(): Promise<readonly Student[]> {
  const coming = Array.from({ length: students }, async (_, n) => {
    await new Promise((resolve) => setTimeout(resolve, (joinMs * n) / students));
    const student = createStudent(url, counted, thinkMs);
    await student.join(desk.code, `Student ${n + 1}`);
    return student;
  });
  return Promise.all(coming);
}

/** Nothing lost: whoever came is there, every match is over, and every accepted answer is kept. */
function isWhole(): boolean {
  const faults = [...joining.faults, ...playing.faults];
  return (
    kept.entrants === students &&
    kept.openMatches === 0 &&
    kept.results === students &&
    kept.answers === playing.answers &&
    kept.logged === 0 &&
    faults.length === 0
  );
}
