/** Matches whose hidden parts can be recognised, and twins of them that differ in hidden parts alone. */
import type { MatchRecord } from '#db/match-store.ts';
import { roleOf } from '#game/match/view.ts';
import { LEVELS, SIDES, type Party, type Settings, type Side } from '#game/match/vocabulary.ts';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { playCanonically } from '#game/scenarios/proof.ts';
import { drawBetween, drawOne, type Random } from '#game/scenarios/random.ts';
import type { Item, Leg } from '#game/scenarios/script.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { recordOf } from '../../unit/match/games.ts';

const KINDS: readonly Settings['kind'][] = ['quick', 'class', 'quick', 'invited', 'rematch', 'bot', 'class', 'homework', 'tutorial'];

/** Every endpoint has an ISS of its own, which nothing else looks like: `31`, the leg, the connection, the role, five digits. */
function markOf(leg: number, connection: number, role: Role): number {
  return Number(`31${leg}${connection}${role === 'client' ? 7 : 8}10000`);
}
export const MARK = /\b31(\d)(\d)([78])\d{5}\b/g;

export function anyRecord(random: Random, matchId: string, people: readonly [Party, Party]): MatchRecord {
  const level = drawOne(random, LEVELS);
  const kind = drawOne(random, KINDS);
  const parties = kind === 'bot' || kind === 'tutorial' ? withBot(random, people) : people;
  const scenario = drawOne(
    random,
    SCENARIOS.filter((one) => one.level <= level),
  ).id;
  const wish = {
    level: kind === 'tutorial' ? 1 : level,
    kind,
    scenario,
    parties,
    turnSeconds: drawOne(random, [null, 300]),
    matchId,
  } as const;
  const record = recordOf({ ...wish, seed: drawBetween(random, 1, 2 ** 30) });
  const legs = record.legs.map((leg, n) => ({
    ...leg,
    numbers: leg.numbers.map((_, c) => ({ client: markOf(n, c, 'client'), server: markOf(n, c, 'server') })),
  }));
  return { ...record, settings: { ...record.settings, scenario: `name-of-${matchId}` }, legs, rulesVersion: '1', startedAt: Date.now() };
}

function withBot(random: Random, [one, other]: readonly [Party, Party]): readonly [Party, Party] {
  const bot: Party = { playerId: null, name: 'Bot', bot: drawOne(random, ['novice', 'skilled', 'perfect'] as const) };
  return random() < 0.5 ? [one, bot] : [bot, other];
}

/** `turn`: the last one that nobody can tell from the same turn of the other before it closes. `chooser`: whose choice for it differs. */
export type Twins = { readonly twin: MatchRecord; readonly turn: number; readonly chooser: Side };

/** Ends that are tried until the two have a turn in common. */
const DRAWS = 5;

/** Another end of the first leg, other numbers and another second leg from then on; null with a bot, which answers when and what it likes. */
export function twinOf(random: Random, record: MatchRecord): Twins | null {
  const [first, ...others] = record.legs;
  const people = SIDES.filter((side) => record.parties[side].bot === null);
  if (!first || people.length < 2) return null;
  const drawn = Array.from({ length: DRAWS }, () => ({ ...first, script: otherEnd(random, first.script) }));
  const changed = drawn.find((leg) => commonTurns(first, leg) > 0) ?? first;
  const turn = commonTurns(first, changed) - 1;
  const open = playCanonically(first).turns[turn];
  if (!open) return null;
  const legs = [moved(changed, open.connection + 1), ...others.map((leg) => moved(leg, 0))];
  return { twin: { ...record, matchId: `${record.matchId}-twin`, legs }, turn, chooser: drawOne(random, people) };
}

/** Cut off, turned round, without its faults, or with another leave-taking, from some item on. */
function otherEnd(random: Random, script: readonly Item[]): readonly Item[] {
  const cut = drawBetween(random, 1, script.length);
  const [kept, rest] = [script.slice(0, cut), script.slice(cut)];
  const ends: readonly (readonly Item[])[] = [
    [],
    [...rest].reverse(),
    rest.filter(({ do: what }) => what !== 'lose' && what !== 'delay'),
    [{ do: 'call', at: drawOne(random, ['client', 'server']), call: 'abort' }],
    [{ do: 'lose', from: drawOne(random, ['client', 'server']) }, ...rest],
  ];
  return [...kept, ...drawOne(random, ends)];
}

/** How many turns are asked alike, after outcomes that are alike. */
function commonTurns(one: Leg, other: Leg): number {
  const [a, b] = [one, other].map((leg) =>
    playCanonically(leg).turns.map(({ connection, happenings, told, done }) => ({ asked: { connection, happenings, told }, done })),
  );
  const differs = (a ?? []).findIndex(({ asked }, n) => {
    const isAsked = JSON.stringify(asked) === JSON.stringify(b?.[n]?.asked);
    const isSame = n === 0 || JSON.stringify(a?.[n - 1]?.done) === JSON.stringify(b?.[n - 1]?.done);
    return !(isAsked && isSame);
  });
  return differs < 0 ? (a ?? []).length : differs;
}

/** With other numbers from that connection on. */
function moved(leg: Leg, from: number): Leg {
  return {
    ...leg,
    numbers: leg.numbers.map(({ client, server }, n) => (n < from ? { client, server } : { client: client + 777, server: server + 555 })),
  };
}

export function roleIn(side: Side | 'spectator', leg: 0 | 1): Role | null {
  return side === 'spectator' ? null : roleOf(side, leg);
}
