/** What the fuzzer has met in answers: ids, codes, keys. So that its messages are about things that there are, its own and others'. */
import { drawOne, type Random } from '#game/scenarios/random.ts';

export type Known = {
  /** A text that was met under such a name; null where none was. */
  draw(random: Random, key: string): string | null;
  /** Any text that was met. */
  drawAny(random: Random): string;
  /** Keeps what an answer has of ids. */
  meet(random: Random, answer: unknown): void;
  /** Ids of those who stand by: met by everybody, from the beginning. */
  fix(key: string, ...ids: readonly string[]): void;
  newId(random: Random): string;
  /** The turn that is open in the match that was met last; null where there was none. */
  turn(): number | null;
};

const KEPT = 40;

/** What one link has met comes first, but for the rest. */
export function createOwn(known: Known): Known {
  const own = createKnown();
  return {
    ...known,
    draw: (random, key) => (random() < 0.6 ? own.draw(random, key) : null) ?? known.draw(random, key),
    meet(random, answer) {
      own.meet(random, answer);
      known.meet(random, answer);
    },
    turn: () => own.turn() ?? known.turn(),
  };
}

/** Puts it into the list, which grows to `most` at most: then in the place of another. */
export function keepSome<T>(random: Random, list: T[], most: number, one: T): void {
  list[list.length < most ? list.length : Math.floor(random() * most)] = one;
}
const IS_NAME = /(Id|^id|[cC]ode|[kK]ey|^path|^person)$/;

export function createKnown(): Known {
  const met = new Map<string, string[]>();
  const fixed = new Map<string, string[]>();
  let ids = 0;
  let openTurn: number | null = null;

  function add(random: Random, key: string, text: string): void {
    const list = met.get(key) ?? [];
    met.set(key, list);
    if (list.includes(text) || text.length > 80) return;
    keepSome(random, list, KEPT, text);
  }

  function meet(random: Random, answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    for (const [key, value] of Object.entries(answer)) {
      if (typeof value === 'string' && IS_NAME.test(key)) add(random, key, key === 'path' ? (value.split('/').at(-1) ?? '') : value);
      if (key === 'turn' && typeof value === 'number') openTurn = value;
      meet(random, value);
    }
  }

  const draw = (random: Random, key: string) => {
    const list = random() < 0.1 ? (fixed.get(key) ?? met.get(key)) : met.get(key);
    return list && list.length > 0 ? drawOne(random, list) : null;
  };

  return {
    draw,
    drawAny: (random) => draw(random, drawOne(random, ['', ...met.keys(), ...fixed.keys()])) ?? 'nobody',
    meet,
    fix: (key, ...list) => void fixed.set(key, [...(fixed.get(key) ?? []), ...list]),
    newId: (random) => {
      ids += 1;
      return random() < 0.03 ? 'the-same-id' : `fuzz-${String(ids).padStart(8, '0')}`;
    },
    turn: () => openTurn,
  };
}
