/**
 * How values go over a link as lists instead of objects: what is always the same, names of fields above all, is not sent. Each packing does both
 * directions, so that what is unpacked is what was packed.
 */

/** What JSON can hold, packed. */
export type Packed = null | number | string | boolean | readonly Packed[] | object;

export type Packing<T> = {
  readonly pack: (value: T) => Packed;
  readonly unpack: (packed: Packed) => T;
};

/** Numbers, words, and what comes too seldom to be packed. */
export function asItIs<T extends Packed>(): Packing<T> {
  return { pack: (value) => value, unpack: (packed) => packed as T };
}

/** A place in a list that never changes: its index. */
export function placeIn<T extends string>(list: readonly T[]): Packing<T> {
  return { pack: (value) => list.indexOf(value), unpack: (packed) => list[packed as number] as T };
}

/** Some of a list that never changes, in its order: the sum of 2 to the power of each one's index. */
export function someOf<T extends string>(list: readonly T[]): Packing<readonly T[]> {
  return {
    pack: (some) => some.reduce((sum, one) => sum + 2 ** list.indexOf(one), 0),
    unpack: (packed) => list.filter((_, n) => Math.floor((packed as number) / 2 ** n) % 2 === 1),
  };
}

export const yesOrNo: Packing<boolean> = { pack: (value) => (value ? 1 : 0), unpack: (packed) => packed === 1 };

export function orNull<T>({ pack, unpack }: Packing<T>): Packing<T | null> {
  return { pack: (value) => (value === null ? null : pack(value)), unpack: (packed) => (packed === null ? null : unpack(packed)) };
}

/** A field that may be absent: null then, which no value of it may be. */
export function orAbsent<T>({ pack, unpack }: Packing<T>): Packing<T | undefined> {
  return {
    pack: (value) => (value === undefined ? null : pack(value)),
    unpack: (packed) => (packed === null ? undefined : unpack(packed)),
  };
}

export function listOf<T>({ pack, unpack }: Packing<T>): Packing<readonly T[]> {
  return { pack: (values) => values.map(pack), unpack: (packed) => (packed as readonly Packed[]).map(unpack) };
}

export function pairOf<T>(one: Packing<T>): Packing<readonly [T, T]> {
  return listOf(one) as unknown as Packing<readonly [T, T]>;
}

type Fields<T> = { readonly [K in keyof T]-?: Packing<T[K]> | Packing<T[K] | undefined> };

/** The values of the fields in this order. Nulls at the end are left out. */
export function fieldsOf<T extends object>(fields: Fields<T>): Packing<T> {
  const names = Object.keys(fields) as (keyof T)[];
  const packings = names.map((name) => fields[name] as Packing<unknown>);

  function pack(value: T): Packed {
    const packed = names.map((name, n) => packings[n]?.pack(value[name]) ?? null);
    while (packed.at(-1) === null) packed.pop();
    return packed;
  }

  function unpack(packed: Packed): T {
    const values = packed as readonly Packed[];
    const value: Partial<T> = {};
    names.forEach((name, n) => {
      const field = packings[n]?.unpack(values[n] ?? null);
      if (field !== undefined) value[name] = field as T[keyof T];
    });
    return value as T;
  }

  return { pack, unpack };
}

type Tagged<Tag extends string> = { readonly [K in Tag]: string };
/** What is left of each shape without its word. */
export type Shapes<Tag extends string, T extends Tagged<Tag>> = {
  readonly [W in T[Tag]]: Packing<Omit<Extract<T, { readonly [K in Tag]: W }>, Tag>>;
};

/** One of several shapes, told apart by the word in `tag`, which goes first. */
export function oneOf<Tag extends string, T extends Tagged<Tag>>(tag: Tag, shapes: Shapes<Tag, T>): Packing<T> {
  function shapeOf(word: string): Packing<object> {
    const shape = (shapes as Readonly<Record<string, Packing<object>>>)[word];
    if (!shape) throw new Error(`no ${tag} ${word}`);
    return shape;
  }

  return {
    pack(value) {
      const word = value[tag];
      return [word, ...(shapeOf(word).pack(value) as readonly Packed[])];
    },
    unpack(packed) {
      const [word, ...fields] = packed as readonly [string, ...Packed[]];
      return { [tag]: word, ...shapeOf(word).unpack(fields) } as T;
    },
  };
}
