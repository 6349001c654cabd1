/** What may come of a life if a little of it were otherwise. */
import type { Item } from '../script.ts';
import type { Items, Life } from './passages.ts';

/** Lives that may be siblings: two passages in the other order, a statement earlier or later, a fault that meets another segment. */
export function variations(life: Life): readonly (readonly Items[])[] {
  const passages = life.map(({ items }) => items);
  return [
    ...swapped(passages),
    ...passages.flatMap((items, at) => hurried(items).map((other) => passages.with(at, other))),
    ...moved(passages),
  ];
}

function swapped(passages: readonly Items[]): readonly (readonly Items[])[] {
  return passages.flatMap((items, at) => passages.slice(at + 1).map((other, n) => passages.with(at, other).with(at + 1 + n, items)));
}

/** One statement `early`, or no longer so. */
function hurried(items: Items): readonly Items[] {
  return items.flatMap((item, at) => (item.do === 'call' || item.do === 'send' ? [items.with(at, otherwise(item))] : []));
}

function otherwise(item: Extract<Item, { do: 'call' | 'send' }>): Item {
  const { early, ...rest } = item;
  return early ? rest : { ...rest, early: true };
}

/** A fault before another passage. */
function moved(passages: readonly Items[]): readonly (readonly Items[])[] {
  return passages.flatMap((items, from) =>
    items.flatMap((item, index) =>
      'from' in item && item.do !== 'release'
        ? passages.flatMap((other, to) => (to === from ? [] : [passages.with(from, items.toSpliced(index, 1)).with(to, [item, ...other])]))
        : [],
    ),
  );
}
