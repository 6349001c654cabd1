/**
 * The address of a practice: whoever has it begins the same one.
 *
 *   /practice?scenario=half-close&level=2&role=server&bot=novice&hints=off&seed=7
 *   /practice/catch?scenario=half-close&level=2&seed=7
 *
 * scenario  an id of docs/catalogue.md; absent: drawn from the seed
 * level     1 to 3; that of the scenario where it is absent
 * role      client (where it is absent) or server: one's own end
 * bot       novice (where it is absent), skilled or perfect: the other end
 * hints     off: none are offered
 * seed      0 to 2^31 − 1: numbers, lengths and the bot's luck; where it is absent one is drawn, and the address gets it
 *
 * With neither scenario nor seed the page asks what to practise. `/practice?scenario=half-close` is enough for a link.
 */
import { BOT_STRENGTHS, LEVELS, type BotStrength, type Level } from '#game/match/vocabulary.ts';
import { scenarioOf } from '#game/scenarios/catalogue.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';

export type Params = Readonly<Record<string, string | string[] | undefined>>;

export type Start = {
  /** Null: drawn from the seed. */
  readonly scenario: string | null;
  readonly level: Level;
  readonly role: Role;
  readonly bot: BotStrength;
  readonly hints: boolean;
  readonly seed: number;
};

export const MOST_SEED = 2 ** 31 - 1;

/** Null where nothing is asked for. `seed` is null where there is none. */
export function readStart(params: Params): (Omit<Start, 'seed'> & { readonly seed: number | null }) | null {
  const known = typeof params.scenario === 'string' ? scenarioOf(params.scenario) : undefined;
  const seed = readSeed(params.seed);
  if (!known && seed === null) return null;
  return {
    scenario: known?.id ?? null,
    level: LEVELS.find((one) => String(one) === params.level) ?? known?.level ?? 1,
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
