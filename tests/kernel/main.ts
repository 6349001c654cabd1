/** `npm run -s kernel`: scripts on real sockets, the kernel's states beside the annotator's (docs/kernel.md). Exits with 1 where they differ. */
import { reasonToSkip } from './able.ts';
import { compare, VERDICTS, type Verdict } from './compare.ts';
import { SCRIPTS, type Script } from './scripts.ts';
import { openHouse, type House } from './stage.ts';
import { heading, textOf } from './table.ts';

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));
const reason = reasonToSkip();
if (reason === null) await playAll();
else say(`skipped: ${reason}`);

async function playAll(): Promise<void> {
  const house = openHouse();
  say(heading(house.hasEvents));
  const verdicts: Verdict[] = [];
  for (const script of SCRIPTS) verdicts.push(...(await play(house, script)));
  house.close();
  say(VERDICTS.map((verdict) => `${verdicts.filter((one) => one === verdict).length} ${verdict}`).join(', '));
  process.exitCode = verdicts.includes('differ') ? 1 : 0;
}

/** A script that cannot be played to its end counts as one that differs. */
async function play(house: House, script: Script): Promise<Verdict[]> {
  try {
    const comparisons = compare(script, await house.play(script));
    for (const comparison of comparisons) say(textOf(comparison));
    return comparisons.map(({ verdict }) => verdict);
  } catch (error) {
    say(`${script.name}: ${error instanceof Error ? error.message : error}`);
    return ['differ'];
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
