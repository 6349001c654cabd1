/** Writes docs/catalogue.md from the catalogue and the texts in both languages. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { decisionsOf, rulesTaught } from '#game/scenarios/proof.ts';
import type { Scenario, ScenarioLevel } from '#game/scenarios/script.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { proseOf } from './scenario-prose.ts';

const INTRODUCTION = `# The catalogue

Every scenario with its names, its story and the rules that it asks about. **This file is written by \`npm run docs:scenarios\`** from
\`game/scenarios/catalogue\` and \`messages\`; a test fails when it is stale. [scenarios.md](scenarios.md) says how a scenario is written, and
[RULES.md](RULES.md) what each rule is. \`npm run -s scenario -- ID\` prints the ladders of one.

The level is the one from which on a scenario is drawn: at level 1 those of level 1, at level 2 those of levels 1 and 2, at level 3 those of
levels 2 and 3. The numbers are the decisions of client and server in each of its two legs.`;

const CHAPTERS = {
  1: 'Level 1: nothing unusual',
  2: 'Level 2: faults, and what is simultaneous',
  3: 'Level 3: deep corners',
} as const satisfies Record<ScenarioLevel, string>;

export function scenariosDoc(): string {
  return `${[INTRODUCTION, ...([1, 2, 3] as const).map(chapter)].join('\n\n')}\n`;
}

function chapter(level: ScenarioLevel): string {
  return [`## ${CHAPTERS[level]}`, ...SCENARIOS.filter((one) => one.level === level).map(entry)].join('\n\n');
}

function entry(scenario: Scenario): string {
  const [english, chinese, ...stories] = proseOf(scenario.id);
  return [`### ${scenario.id}`, `**${english} · ${chinese}**${decisions(scenario)}`, ...stories, teaches(scenario)].join('\n\n');
}

function decisions(scenario: Scenario): string {
  if (!('siblings' in scenario)) return '';
  const [leg] = expand(scenario, scenario.level, 1);
  return ` (${ROLES.map((role) => decisionsOf(leg, role).length).join(' + ')})`;
}

function teaches(scenario: Scenario): string {
  if (!('siblings' in scenario)) return 'Teaches whatever its seed brings.';
  const [leg] = expand(scenario, scenario.level, 1);
  const links = rulesTaught(leg).map((id) => `[${id}](RULES.md#${id})`);
  return `Teaches ${links.join(', ')}.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../docs/catalogue.md', import.meta.url), scenariosDoc());
