/** WebSocket frames (RFC 6455 §5.2), right ones and others. */
export type Frame = {
  readonly fin?: boolean;
  /** 0 continues, 1 is text, 2 is binary, 8 closes, 9 is a ping, 10 a pong. */
  readonly opcode?: number;
  readonly masked?: boolean;
  /** The three reserved bits. */
  readonly reserved?: number;
  /** The length that the frame claims, where it is not its own. */
  readonly claimed?: bigint;
};

const MASK = Buffer.from([0x12, 0x34, 0x56, 0x78]);

export function frame(payload: Buffer | string, { fin = true, opcode = 1, masked = true, reserved = 0, claimed }: Frame = {}): Buffer {
  const octets = Buffer.from(payload);
  const length = claimed ?? BigInt(octets.length);
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const mask = masked ? 0x80 : 0;
  const head =
    length < 126n
      ? short(first, mask | Number(length))
      : length < 65_536n
        ? medium(first, mask | 126, length)
        : long(first, mask | 127, length);
  if (!masked) return Buffer.concat([head, octets]);
  return Buffer.concat([head, MASK, octets.map((octet, n) => octet ^ (MASK[n % 4] ?? 0))]);
}

function short(first: number, second: number): Buffer {
  return Buffer.from([first, second]);
}

function medium(first: number, second: number, length: bigint): Buffer {
  const head = Buffer.from([first, second, 0, 0]);
  head.writeUInt16BE(Number(length), 2);
  return head;
}

function long(first: number, second: number, length: bigint): Buffer {
  const head = Buffer.alloc(10);
  head.set([first, second]);
  head.writeBigUInt64BE(length, 2);
  return head;
}

export type Received = { readonly opcode: number; readonly payload: Buffer };

/** The whole frames at the beginning of the octets, unmasked as a host sends them, and what is left. */
export function readFrames(octets: Buffer): { readonly frames: readonly Received[]; readonly rest: Buffer } {
  const frames: Received[] = [];
  let at = 0;
  for (;;) {
    const [first, second] = [octets[at], octets[at + 1]];
    if (first === undefined || second === undefined) break;
    const extra = second === 126 ? 2 : second === 127 ? 8 : 0;
    if (octets.length < at + 2 + extra) break;
    const length = extra === 0 ? second : extra === 2 ? octets.readUInt16BE(at + 2) : Number(octets.readBigUInt64BE(at + 2));
    const start = at + 2 + extra;
    if (octets.length < start + length) break;
    frames.push({ opcode: first & 15, payload: octets.subarray(start, start + length) });
    at = start + length;
  }
  return { frames, rest: octets.subarray(at) };
}
