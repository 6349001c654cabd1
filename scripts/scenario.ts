/** `npm run -s scenario -- FILE [SEED]`: plays the scenario that a file tells, or one of the catalogue by its id, and prints its ladders. */
import { existsSync, readFileSync } from 'node:fs';
import { scenarioOf, type Scenario } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { rulesTaught } from '#game/scenarios/proof.ts';
import type { Leg } from '#game/scenarios/script.ts';
import { checkScenario } from '#game/scenarios/text/check.ts';
import { FATE_LEGEND, ladderOf } from '#game/scenarios/text/ladder.ts';
import type { Mistake } from '#game/scenarios/text/mistakes.ts';
import { parseScenario, toScenario } from '#game/scenarios/text/scenario.ts';
import { ruleOf } from '#game/tcp/rules.ts';
import en from '#messages/en.json';
import { proseOf } from './scenario-prose.ts';

/** What is played, and its titles and stories. */
type Told = { readonly scenario: Scenario; readonly prose: readonly string[] };

const WORDS: Readonly<Record<string, string>> = en['scenario-mistakes'];
const MOST_MISTAKES = 20;

const [file, seed = '1'] = process.argv.slice(2);
if (file === undefined || !/^\d{1,15}$/.test(seed))
  complain('npm run -s scenario -- FILE [SEED], where FILE may also be the id of a scenario of the catalogue');
else play(file, Number(seed));

function play(name: string, drawn: number): void {
  const told = existsSync(name) ? fromFile(name) : fromCatalogue(name);
  if (told) process.stdout.write(`${pageOf(told, drawn)}\n`);
}

function fromCatalogue(id: string): Told | undefined {
  const scenario = scenarioOf(id);
  if (!scenario) complain(`${id}: there is no such file, and no such scenario`);
  return scenario && { scenario, prose: proseOf(id) };
}

function fromFile(name: string): Told | undefined {
  const text = readText(name);
  if (text === undefined) return undefined;
  const parsed = parseScenario(text);
  const mistakes = parsed.ok ? checkScenario(parsed.scenario) : parsed.mistakes;
  for (const mistake of mistakes.slice(0, MOST_MISTAKES))
    complain(`${name}:${mistake.line}:${mistake.column}: ${sentence(mistake)} (${mistake.code})`);
  if (mistakes.length > MOST_MISTAKES) complain(`${name}: ${mistakes.length - MOST_MISTAKES} mistakes more`);
  if (!parsed.ok || mistakes.length > 0) return undefined;
  const { title, story } = parsed.scenario;
  const prose = [title.en, title['zh-CN'], story.en, story['zh-CN']].filter((line) => line !== undefined);
  return { scenario: toScenario(parsed.scenario), prose };
}

function readText(name: string): string | undefined {
  try {
    return readFileSync(name, 'utf8');
  } catch (problem) {
    complain(`${name}: it cannot be read (${(problem as NodeJS.ErrnoException).code})`);
    return undefined;
  }
}

function sentence({ code, word, expected }: Mistake): string {
  const words = (WORDS[code] ?? code).replace('{word}', word);
  return expected.length > 0 ? `${words} ${(WORDS.expected ?? '').replace('{expected}', expected.join(', '))}` : words;
}

function pageOf({ scenario, prose }: Told, drawn: number): string {
  const legs = expand(scenario, scenario.level, drawn);
  const ladders = legs.map((leg, index) => [`Leg ${index + 1}`, ...ladderOf(leg), ''].join('\n'));
  return [`${scenario.id}, level ${scenario.level}, seed ${drawn}`, ...prose, '', ...ladders, FATE_LEGEND, '', ...teaching(legs)].join(
    '\n',
  );
}

function teaching(legs: readonly Leg[]): readonly string[] {
  const rules = [...new Set(legs.flatMap(rulesTaught))].map(ruleOf);
  const width = Math.max(...rules.map(({ id }) => id.length));
  return ['Rules it teaches', ...rules.map(({ id, section }) => `  ${id.padEnd(width)}  ${en.rules[id].name} (${section})`)];
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
