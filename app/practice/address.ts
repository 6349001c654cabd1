/**
 * The address of a practice: whoever has it begins the same one.
 *
 *   /practice?scenario=half-close&level=2&role=server&bot=novice&hints=off&seed=7
 *   /practice/catch?scenario=half-close&level=2&seed=7
 *
 * scenario  an id of docs/catalogue.md; absent: drawn from the seed
 * script    in its place: a leg of one's own, as the machine writes it (game/scenarios/text/address.ts); name: what it is called
 * level     1 to 3; that of the scenario where it is absent, 2 of a script
 * role      client (where it is absent) or server: one's own end
 * bot       novice (where it is absent), skilled or perfect: the other end
 * hints     off: none are offered
 * seed      0 to 2^31 − 1: numbers, lengths and the bot's luck; where it is absent one is drawn, and the address gets it
 *
 * With no scenario, script or seed the page asks what to practise. `/practice?scenario=half-close` is enough for a link.
 */
import { BOT_STRENGTHS, LEVELS, type BotStrength, type Level } from '#game/match/vocabulary.ts';
import { scenarioOf } from '#game/scenarios/catalogue.ts';
import { beginPlay, nextTurn } from '#game/scenarios/play.ts';
import type { Script } from '#game/scenarios/script.ts';
import { fromAddress } from '#game/scenarios/text/address.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';

export type Params = Readonly<Record<string, string | string[] | undefined>>;

/** `script`: as `fromAddress` reads it. `name`: 60 characters at most; empty where it has none. */
export type OwnLeg = { readonly script: string; readonly name: string };

export type Start = {
  /** Null: drawn from the seed. */
  readonly scenario: string | null;
  /** In place of a scenario. */
  readonly own: OwnLeg | null;
  readonly level: Level;
  readonly role: Role;
  readonly bot: BotStrength;
  readonly hints: boolean;
  readonly seed: number;
};

const MOST_SEED = 2 ** 31 - 1;

/** Null where nothing is asked for. `seed` is null where there is none. */
export function readStart(params: Params): (Omit<Start, 'seed'> & { readonly seed: number | null }) | null {
  const own = readOwn(params);
  const known = own === null && typeof params.scenario === 'string' ? scenarioOf(params.scenario) : undefined;
  const seed = readSeed(params.seed);
  if (!own && !known && seed === null) return null;
  return {
    scenario: known?.id ?? null,
    own,
    level: LEVELS.find((one) => String(one) === params.level) ?? known?.level ?? (own ? 2 : 1),
    role: ROLES.find((one) => one === params.role) ?? 'client',
    bot: BOT_STRENGTHS.find((one) => one === params.bot) ?? 'novice',
    hints: params.hints !== 'off',
    seed,
  };
}

function readSeed(text: Params[string]): number | null {
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) return null;
  return Number(text) <= MOST_SEED ? Number(text) : null;
}

const MOST_NAME = 60;

/** Null where there is no script, or none that asks anything. */
function readOwn({ script, name }: Params): OwnLeg | null {
  const read = typeof script === 'string' ? fromAddress(script) : null;
  if (typeof script !== 'string' || read === null || !asksSomething(read)) return null;
  return { script, name: typeof name === 'string' ? name.slice(0, MOST_NAME) : '' };
}

function asksSomething(script: Script): boolean {
  return nextTurn(beginPlay({ script, numbers: [{ client: 100, server: 300 }] })).happenings.length > 0;
}
