/** `npm run -s coverage`: the rules by id, and how many scenarios of the catalogue reach each. A test says which may have none. */
import { WRITTEN } from '#game/scenarios/catalogue.ts';
import { rulesTaught } from '#game/scenarios/proof.ts';
import { isRefusal, RULES, type Rule } from '#game/tcp/rules.ts';
import { everyPath } from '../tests/unit/scenarios/every-path.ts';
import { legOf } from '../tests/unit/scenarios/ladders.ts';

/** `canonically`: where every answer is the canonical one. `anyhow`: whatever answers that stand are chosen, told events included. */
const reached = WRITTEN.map(({ siblings }) => ({
  canonically: new Set(siblings.flatMap((script) => rulesTaught(legOf(script)))),
  anyhow: new Set(siblings.flatMap((script) => everyPath(legOf(script)).flatMap(({ rules }) => rules))),
}));

const rows = RULES.map((rule) => ({
  rule,
  canonically: reached.filter(({ canonically }) => canonically.has(rule.id)).length,
  anyhow: reached.filter(({ anyhow }) => anyhow.has(rule.id)).length,
}));

function markOf({ id, insteadOf }: Rule): string {
  if (insteadOf) return `instead of ${insteadOf}`;
  return isRefusal(id) ? 'only signals an error' : '';
}

const cells = (canonically: number | string, anyhow: number | string, id: string) =>
  `${String(canonically).padStart(11)} ${String(anyhow).padStart(6)}  ${id}`;
process.stdout.write(`${cells('canonically', 'anyhow', 'rule')}\n`);
for (const { rule, canonically, anyhow } of rows) {
  process.stdout.write(`${cells(canonically, anyhow, rule.id.padEnd(32))} ${markOf(rule)}`.trimEnd().concat('\n'));
}
const without = rows.filter(({ rule, anyhow }) => anyhow === 0 && !isRefusal(rule.id)).map(({ rule }) => rule.id);
process.stdout.write(
  `${RULES.length} rules, ${WRITTEN.length} scenarios. Reached by none, errors to a call apart: ${without.join(', ')}.\n`,
);
