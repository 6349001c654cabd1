/** Scenarios of the catalogue are written as an instructor would write them: `docs/scenarios.md` is the grammar. */
import type { ScenarioLevel, Siblings, WrittenScenario } from '../script.ts';
import { parseScenario, toScenario } from '../text/scenario.ts';

/** How most legs begin: what is told and not asked leaves room for what the scenario is about. */
export const LISTENING = `
  tell
  server listens
  ask`;

export const ESTABLISHED = `
  tell
  server listens
  client opens
  ask`;

/** Several scenarios, one after the other; each begins with its `scenario` line. */
export function written(text: string): readonly [WrittenScenario, ...WrittenScenario[]] {
  const [first = '', ...others] = text.trimStart().split(/^(?=scenario )/m);
  return [writtenOne(first), ...others.map(writtenOne)];
}

const HEAD = /^scenario (\S+)\nlevel ([123])\n/;

/** Its legs are read when they are first looked at: those of all the catalogue take a phone a third of a second. */
export function writtenOne(text: string): WrittenScenario {
  const [, id = '', level] = HEAD.exec(text.trimStart()) ?? [];
  let read: Siblings | null = null;
  const siblings = () => {
    read ??= siblingsIn(text);
    return read;
  };
  return {
    id,
    level: Number(level) as ScenarioLevel,
    get siblings() {
      return siblings();
    },
  };
}

function siblingsIn(text: string): Siblings {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(`${text}\n${JSON.stringify(parsed.mistakes)}`);
  return toScenario(parsed.scenario).siblings;
}
