/** `npm run -s prove:generator [COUNT]`: what holds for every scenario that is drawn, tried for 10,000 seeds, or as many as one says. */
import { MATCH_LENGTH } from '#game/scenarios/generate.ts';
import type { ScenarioLevel } from '#game/scenarios/script.ts';
import { faultOf } from '../tests/unit/scenarios/generated.ts';

const began = process.cpuUsage();
const count = Number(process.argv[2] ?? 10_000);
let faults = 0;
for (let seed = 0; seed < count; seed += 1) {
  const level = ((seed % 3) + 1) as ScenarioLevel;
  const fault = faultOf(level, seed, MATCH_LENGTH);
  if (fault) process.stdout.write(`seed ${seed}, level ${level}: ${fault}\n`);
  faults += fault ? 1 : 0;
}
process.stdout.write(
  `${count} seeds over three levels: ${faults === 0 ? 'every one draws two siblings that can be played, whatever is answered, until both are CLOSED' : `${faults} with a fault`}.\n`,
);
const { user, system } = process.cpuUsage(began);
process.stdout.write(`${Math.round((user + system) / 1e6)} s of CPU time.\n`);
process.exitCode = faults === 0 ? 0 : 1;
