/**
 * `npm run bench`: a move of Last ACK beside one message of a bare socket.io echo and one move of boardgame.io, the same driver for all of
 * them. docs/performance.md says what the columns mean.
 */
import { parseArgs } from 'node:util';
import { ensureInstalledIn } from '../../scripts/install.mjs';
import { pinDriver } from '../child.ts';
import { COMPARED, LOAD_NAMES, LOADS, type LoadName } from './loads.ts';
import { HOST_NAMES, runOnce, type HostName, type Run } from './run.ts';
import { printProfile, printRuns } from './print.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    /** Seconds that are measured, and before that seconds to warm up. */
    seconds: { type: 'string', default: '5' },
    'warm-up': { type: 'string', default: '10' },
    repetitions: { type: 'string', default: '3' },
    /** Hosts and loads, with commas between. */
    only: { type: 'string', default: HOST_NAMES.join(',') },
    load: { type: 'string', default: COMPARED.join(',') },
    /** In place of the comparison: where the time of this host goes. */
    profile: { type: 'boolean', default: false },
  },
});

const only = values.profile ? 'host' : values.only;
const hosts = HOST_NAMES.filter((name) => only.split(',').includes(name));
const loads = LOAD_NAMES.filter((name) => values.load.split(',').includes(name));
const wish = { seconds: Number(values.seconds), warmUp: Number(values['warm-up']), withProfile: values.profile };
// The product does not need it, so its own `npm ci` does not install it.
if (hosts.includes('boardgame')) ensureInstalledIn('bench/boardgame');
const pinned = pinDriver();
const runs = new Map<LoadName, Map<HostName, Run[]>>();

for (const load of loads) {
  const ofLoad = new Map<HostName, Run[]>(hosts.map((name) => [name, []]));
  runs.set(load, ofLoad);
  for (let repetition = 1; repetition <= Number(values.repetitions); repetition += 1)
    for (const name of hosts) {
      const run = await runOnce(name, { load: LOADS[load], ...wish });
      ofLoad.get(name)?.push(run);
      if (process.stderr.isTTY) process.stderr.write(`${load} ${repetition} ${name}: ${run.perCommand.toFixed(1)} ms for 1,000 commands\n`);
    }
}
if (values.profile) for (const [load, ofLoad] of runs) printProfile(load, ofLoad.get('host') ?? []);
else printRuns(runs, pinned);
const isWell = [...runs.values()].every((ofLoad) => [...ofLoad.values()].flat().every(({ wrongs }) => wrongs.length === 0));
process.exit(isWell ? 0 : 1);
