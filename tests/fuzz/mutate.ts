/** What is wrong with a message: at a place of its value, in its text, or in its octets. */
import { drawBetween, drawOne, type Random } from '#game/scenarios/random.ts';

/** Stands for JSON that JSON.stringify does not write. */
const RAW = '\u0001raw:';
const raw = (json: string) => RAW + json;
const nested = (depth: number, open: string, close: string) => raw(open.repeat(depth) + close.repeat(depth));

const ODD: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    '',
    ' ',
    0,
    1,
    -1,
    1.5,
    [],
    {},
    [[]],
    '0',
    'null',
    'NaN',
    '1e3',
    '../../etc/passwd',
    "' OR 1=1 --",
    '%00',
    '{{7*7}}',
  ],
  ...['1e308', '-1e308', '1e999', '-0', '9007199254740992', '9007199254740993', '4294967296', '1e-400'].map(raw),
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length'],
  ...['"\\ud800"', '"\\udfff\\ud800"', '"\\u0000"', '"a\\u0000b"', '"\\u202eAda\\u202c"', '"\\u200b\\u200d\\ufeff"', '"\\uffff"'].map(raw),
  ...['{"__proto__":{"ok":true}}', '{"constructor":{"prototype":{"ok":true}}}', '{"toString":null}', '{"then":1}', '{"a":1,"a":2}'].map(
    raw,
  ),
  ...['́'.repeat(300), '👩‍👩‍👧‍👦'.repeat(40), 'x'.repeat(2_000), '=cmd|x', '<script>alert(1)</script>', '2026-11-26', '\r\nset-cookie: a=b'],
  ...[nested(1_200, '[', ']'), nested(400, '{"a":', '}').replace('{"a":}', '{"a":1}'), raw(`[${'1,'.repeat(1_500)}1]`)],
];
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'id', 'playerId', 'side', 'by', 'ok', 'fault', ''] as const;

/** The value with one to three places of it changed. */
export function mutate(random: Random, value: unknown): unknown {
  let changed = structuredClone(value);
  for (let times = drawBetween(random, 1, 3); times > 0; times -= 1) changed = change(random, changed);
  return changed;
}

function change(random: Random, value: unknown): unknown {
  const isLeaf = typeof value !== 'object' || value === null;
  if (isLeaf || random() < 0.08) return random() < 0.1 ? [value] : structuredClone(drawOne(random, ODD));
  const members = value as Record<string, unknown>;
  const keys = Object.keys(members);
  const key = keys.length > 0 ? drawOne(random, keys) : '0';
  const at = random();
  if (at < 0.12) delete members[key];
  else if (at < 0.24) put(members, drawOne(random, NAMES), structuredClone(drawOne(random, ODD)));
  else put(members, key, change(random, members[key]));
  return members;
}

/** As a member of its own, also where the name is `__proto__`. */
function put(members: object, name: string, value: unknown): void {
  Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true });
}

export function toJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.replace(/"\\u0001raw:((?:[^"\\]|\\.)*)"/g, (_, inner: string) => JSON.parse(`"${inner}"`) as string);
}

const PIECES = ['\u0000', '"', '}', ']', '{', '[', ',', ':', '\\', '\\u12', '\u2028', '\ufeff', '-', '1e999', '\r\n'] as const;
const OCTETS = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x00]] as const;

/** The octets with some cut off, doubled, put in or turned over: broken JSON, and what is no UTF-8. */
export function garble(random: Random, octets: Buffer): Buffer {
  const at = Math.floor(random() * (octets.length + 1));
  const [before, after] = [octets.subarray(0, at), octets.subarray(at)];
  switch (drawBetween(random, 0, 4)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, Buffer.from(drawOne(random, PIECES)), after]);
    case 2:
      return Buffer.concat([before, Buffer.from(drawOne(random, OCTETS)), after]);
    case 3:
      return Buffer.concat([octets, after]);
    default: {
      const turned = Buffer.from(octets);
      if (at < turned.length) turned[at] = (turned[at] ?? 0) ^ (1 << drawBetween(random, 0, 7));
      return turned;
    }
  }
}
