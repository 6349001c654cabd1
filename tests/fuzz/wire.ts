/** What no library sends over a link: packets and frames that are wrong, floods, and parts that never come. */
import { drawBetween, drawOne, type Random } from '#game/scenarios/random.ts';
import { frame } from './frames.ts';
import { garble } from './mutate.ts';

type Said = { readonly name: string; readonly make: (random: Random) => readonly Buffer[] };

const COMMAND = '421["command",{"type":"queue-leave","id":"wire-0001"}]';
const text = (packet: string) => [frame(packet)];
const many = (n: number, make: () => Buffer) => Array.from({ length: n }, make);

/** Packets of Engine.IO 4 and socket.io 5 (their READMEs, "Protocol"). */
const PACKETS = [
  ...[
    '42["command"]',
    '42["other",{}]',
    '421[]',
    '42',
    '4',
    '',
    '7',
    '9x',
    '5',
    '6',
    '2probe',
    '3probe',
    '3',
    '2',
    '42{}',
    '42null',
    '42[null]',
    '42[1]',
    '42[{}]',
  ],
  ...[
    '40',
    '40{"token":"x"}',
    '40{"pid":"1","offset":"2"}',
    '40/nope,',
    '40/nope,{"a":1}',
    '42/admin,1["command",{}]',
    '42/,1["command",{}]',
    '41/nope,',
  ],
  ...[
    '43999["x"]',
    '431',
    '43["x"]',
    '43__proto__["x"]',
    `42${'9'.repeat(400)}["command",{}]`,
    '42-1["command",{}]',
    '4299999999999999["command",{}]',
  ],
  ...[
    '44"x"',
    '44{"message":"x"}',
    '45',
    '451-',
    '450-["command",{}]',
    '45999999999-["command"]',
    '451-["command",{"_placeholder":true,"num":0}]',
  ],
  ...[
    '452-["command",{"_placeholder":true,"num":-1}]',
    '451-1["command",{"_placeholder":true,"num":"0"}]',
    '461-1[{"_placeholder":true,"num":0}]',
  ],
  ...[
    '42["connect"]',
    '42["disconnect"]',
    '42["error"]',
    '42["newListener"]',
    '42["__proto__",{}]',
    '42["constructor"]',
    '421["command"]',
    '421["command",1,2,3]',
  ],
  ...[
    `421["command",${'['.repeat(2_000)}${']'.repeat(2_000)}]`,
    `42${'{'.repeat(3_000)}`,
    `421["command",${'"x"'.padEnd(7_000, ' ')}]`,
    'bAAAA',
    'b',
    '1',
    '41',
  ],
] as const;

const FRAMES: readonly Said[] = [
  { name: 'fragments', make: () => [...COMMAND].map((one, n, all) => frame(one, { opcode: n === 0 ? 1 : 0, fin: n === all.length - 1 })) },
  { name: 'ping between fragments', make: () => [frame('42', { fin: false }), frame('x', { opcode: 9 }), frame('["a"]', { opcode: 0 })] },
  { name: 'continues nothing', make: () => [frame('42["a"]', { opcode: 0 })] },
  { name: 'new text in fragments', make: () => [frame('42', { fin: false }), frame('42["a"]')] },
  { name: 'unmasked', make: () => [frame(COMMAND, { masked: false })] },
  { name: 'reserved bits', make: (random) => [frame(COMMAND, { reserved: drawBetween(random, 1, 7) })] },
  { name: 'unknown opcode', make: (random) => [frame('x', { opcode: drawOne(random, [3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) })] },
  { name: 'ping flood', make: () => many(100, () => frame('are you there', { opcode: 9 })) },
  { name: 'pong flood', make: () => many(100, () => frame('', { opcode: 10 })) },
  { name: 'long ping', make: () => [frame('x'.repeat(200), { opcode: 9 })] },
  { name: 'ping in parts', make: () => [frame('x', { opcode: 9, fin: false })] },
  { name: 'close', make: (random) => [frame(Buffer.from([drawBetween(random, 0, 20), 0xe8, 0xff]), { opcode: 8 })] },
  { name: 'short close', make: () => [frame('x', { opcode: 8 })] },
  { name: 'claims 2^60', make: () => [frame('x', { claimed: 2n ** 60n })] },
  { name: 'claims 2^63', make: () => [frame('x', { claimed: 2n ** 63n })] },
  { name: 'claims a gigabyte', make: () => [frame('x', { claimed: 2n ** 30n, opcode: 2 })] },
  { name: 'too long', make: () => [frame(`42["command","${'x'.repeat(9_000)}"]`)] },
  { name: 'too long in parts', make: () => many(12, () => frame('x'.repeat(1_000), { fin: false })) },
  { name: 'empty frames', make: () => many(50, () => frame('')) },
  { name: 'binary', make: () => [frame(Buffer.from([4, 0, 255]), { opcode: 2 })] },
  { name: 'no UTF-8', make: () => [frame(Buffer.from([0x34, 0x32, 0xff, 0xc0, 0x80]))] },
  { name: 'attachment that never comes', make: () => text('451-1["command",{"_placeholder":true,"num":0}]') },
  { name: 'attachment', make: () => [...text('451-1["command",{"_placeholder":true,"num":0}]'), frame(Buffer.from('abc'), { opcode: 2 })] },
  { name: 'attachment that is text', make: () => [...text('451-1["command",{"_placeholder":true,"num":0}]'), ...text(COMMAND)] },
  { name: 'noise', make: (random) => [Buffer.from(Array.from({ length: 40 }, () => drawBetween(random, 0, 255)))] },
];

/** One of them, and the octets to put on the wire. */
export function oddOnTheWire(random: Random): { readonly name: string; readonly octets: Buffer } {
  const kind = random();
  if (kind < 0.4) return { name: 'a packet', octets: Buffer.concat(text(drawOne(random, PACKETS))) };
  if (kind < 0.6) return { name: 'a garbled packet', octets: frame(garble(random, Buffer.from(drawOne(random, PACKETS)))) };
  const { name, make } = drawOne(random, FRAMES);
  return { name, octets: Buffer.concat(make(random)) };
}
