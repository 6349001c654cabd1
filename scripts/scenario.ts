/** `npm run -s scenario -- FILE [SEED]`: plays the scenario that a file tells, or one of the catalogue by its id, and prints its ladders. */
import { existsSync, readFileSync } from 'node:fs';
import { scenarioOf, type Scenario } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { checkScenario } from '#game/scenarios/text/check.ts';
import { FATE_LEGEND, ladderOf } from '#game/scenarios/text/ladder.ts';
import type { Mistake } from '#game/scenarios/text/mistakes.ts';
import { parseScenario, toScenario } from '#game/scenarios/text/scenario.ts';
import en from '#messages/en.json';

const WORDS: Readonly<Record<string, string>> = en['scenario-mistakes'];

const [file, seed = '1'] = process.argv.slice(2);
if (file === undefined || !/^\d{1,15}$/.test(seed))
  complain('npm run -s scenario -- FILE [SEED], where FILE may also be the id of a scenario of the catalogue');
else play(file, Number(seed));

function play(name: string, drawn: number): void {
  const scenario = existsSync(name) ? fromFile(name) : scenarioOf(name);
  if (scenario) process.stdout.write(`${pageOf(scenario, drawn)}\n`);
  else if (!existsSync(name)) complain(`${name}: there is no such file, and no such scenario`);
}

function fromFile(name: string): Scenario | undefined {
  const parsed = parseScenario(readFileSync(name, 'utf8'));
  const mistakes = parsed.ok ? checkScenario(parsed.scenario) : parsed.mistakes;
  for (const mistake of mistakes) complain(`${name}:${mistake.line}:${mistake.column}: ${sentence(mistake)} (${mistake.code})`);
  return parsed.ok && mistakes.length === 0 ? toScenario(parsed.scenario) : undefined;
}

function sentence({ code, word, expected }: Mistake): string {
  const words = (WORDS[code] ?? code).replace('{word}', word);
  return expected.length > 0 ? `${words} ${(WORDS.expected ?? '').replace('{expected}', expected.join(', '))}` : words;
}

function pageOf(scenario: Scenario, drawn: number): string {
  const legs = expand(scenario, scenario.level, drawn);
  const ladders = legs.map((leg, index) => [`Leg ${index + 1}`, ...ladderOf(leg), ''].join('\n'));
  return [`${scenario.id}, level ${scenario.level}, seed ${drawn}`, '', ...ladders, FATE_LEGEND].join('\n');
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
