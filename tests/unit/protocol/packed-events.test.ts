/** What comes out of a link is what went in, and docs/protocol.md says in which order. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact, type ViewEvent, VIEWERS } from '#game/match/view.ts';
import { FLAGS } from '#game/tcp/vocabulary.ts';
import { type EventsMessage, packEvents, unpackEvents } from '#protocol/packed-events.ts';
import { fieldsOf, asItIs, orNull, someOf } from '#protocol/packing.ts';
import { answers, begin, does, isReady, type Game } from '../match/games.ts';
import { anyGame } from '../match/random-games.ts';

function overTheWire(message: EventsMessage): EventsMessage {
  return unpackEvents(JSON.parse(JSON.stringify(packEvents(message))));
}

function eventsOf({ match, stored }: Game): readonly ViewEvent[] {
  return VIEWERS.flatMap((viewer) => stored.map(({ entry }) => redact(entry, viewer, match.record.settings)));
}

test('whatever happens in a match arrives as it was', () => {
  fc.assert(
    fc.property(anyGame, (game) => {
      const message = { matchId: 'match', version: game.stored.length, now: 1_795_382_185_577, events: eventsOf(game) };
      expect(overTheWire(message)).toEqual(message);
    }),
    { numRuns: 200 },
  );
});

test('nulls at the end are left out, others are not', () => {
  const packing = fieldsOf<{ one: number | null; other: number | null }>({ one: orNull(asItIs()), other: orNull(asItIs()) });
  expect(packing.pack({ one: 1, other: null })).toEqual([1]);
  expect(packing.pack({ one: null, other: 2 })).toEqual([null, 2]);
  for (const value of [
    { one: null, other: null },
    { one: 1, other: null },
  ])
    expect(packing.unpack(packing.pack(value))).toEqual(value);
});

test('flags are one number', () => {
  expect(someOf(FLAGS).pack(['SYN', 'ACK'])).toBe(9);
  expect(someOf(FLAGS).unpack(9)).toEqual(['SYN', 'ACK']);
});

/** Rows of the table in "Packed events": the name of a shape, and its fields in their order. */
function documented(): ReadonlyMap<string, readonly string[]> {
  const document = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
  const [, text = ''] = document.split('### Packed events\n');
  const [table = ''] = text.split(/^#/m);
  const rows = [...table.matchAll(/^\| ([^|]+) \| (`[^|]+) \|/gm)];
  return new Map(
    rows.map(([, name = '', fields = '']) => [name.replaceAll('`', ''), [...fields.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)]),
  );
}

/** All objects within a value, with where they are. */
function objectsIn(
  value: unknown,
  at: readonly string[] = [],
): readonly { readonly at: readonly string[]; readonly names: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => objectsIn(one, at));
  const inner = Object.entries(value).flatMap(([name, one]) => objectsIn(one, [...at, name]));
  return [{ at, names: Object.keys(value) }, ...inner];
}

test('the document has the order of the fields', () => {
  const rows = documented();
  const game = does(
    begin({ level: 2 }),
    answers(0),
    answers(1, 'wrong'),
    isReady(0),
    isReady(1),
    answers(0, 'wrong'),
    answers(1),
    isReady(0),
    isReady(1),
  );
  const { events } = overTheWire({ matchId: 'match', version: 1, now: 1, events: eventsOf(game) });
  const whole = overTheWire({ matchId: 'match', version: 1, now: 1, events: [] });
  expect(rows.get('the message')).toEqual(Object.keys(whole));
  const usual = new Set(['opened', 'sealed', 'sealed-by', 'closed', 'ready']);
  for (const event of events.filter(({ type }) => usual.has(type)))
    expect(['type', ...(rows.get(event.type) ?? [])]).toEqual(Object.keys(event));
  const shapes: Readonly<Record<string, string>> = {
    asks: 'ask',
    outcomes: 'outcome',
    points: 'points',
    answers: 'right answer',
    client: 'end',
    server: 'end',
  };
  const found = objectsIn(events).filter(({ at }) => shapes[at.at(-1) ?? ''] !== undefined);
  expect(found.length).toBeGreaterThan(10);
  for (const { at, names } of found) expect(rows.get(shapes[at.at(-1) ?? ''] ?? '')).toEqual(names);
});
