/** The words of captures: what a capture file holds, and what is said about it. */
import type { Endpoint } from '#game/tcp/endpoint.ts';
import type { Event, Flag, Role, Segment, Seq, State } from '#game/tcp/vocabulary.ts';

/** One record of a capture file. */
export type Frame = {
  /** Counted from 1 over the whole file. */
  readonly number: number;
  /** Nanoseconds since 1970; null where the file does not say (a Simple Packet Block). */
  readonly time: bigint | null;
  /** A LINKTYPE_ value. */
  readonly linkType: number;
  /** What was captured: a view of the chunks that were read. */
  readonly bytes: Uint8Array;
  /** Octets on the wire: more than were captured where the snap length cut the frame. */
  readonly length: number;
};

/** What can be wrong with a capture file. */
export const DAMAGES = ['ends-early', 'impossible-length', 'bad-block', 'unknown-interface'] as const;
export type Damage = {
  readonly damage: (typeof DAMAGES)[number];
  /** The frame that could not be read, counted from 1. */
  readonly frame: number;
  /** Where in the file the damaged record begins, and up to where the file was read. */
  readonly byte: number;
  readonly readTo: number;
};

/**
 * Why a frame is passed over: a link type that is not read; not IP, or not TCP; a fragment other than the first; a TCP header
 * that the snap length cut; headers that contradict themselves.
 */
export const SKIPS = ['link-type', 'other-protocol', 'fragment', 'cut-short', 'malformed'] as const;
export type Skip = (typeof SKIPS)[number];

export type Socket = {
  /** The four octets of IPv4 or the sixteen of IPv6, each as one character: the chunk that they came from is not kept. */
  readonly address: string;
  readonly port: number;
};

/** A TCP segment as it was captured. */
export type CapturedSegment = {
  readonly frame: number;
  /** Nanoseconds since the first frame. */
  readonly time: bigint | null;
  readonly source: Socket;
  readonly destination: Socket;
  /** `len` is what the IP header says, however little was captured. */
  readonly segment: Segment;
  /** The window field, not scaled. */
  readonly window: number;
  /** The first block that it acknowledges selectively (RFC 2018 §3); null where it does not. */
  readonly sack: { readonly from: Seq; readonly to: Seq } | null;
  /** The identification of IPv4; 0 where there is none. */
  readonly identification: number;
};

/** What a line may remark about its segment: a closed list. */
export const NOTES = [
  'new connection on the same ports',
  'captured twice',
  'retransmission',
  'out of order',
  'previous segment not captured',
  'acknowledges what was not captured',
  'keep-alive',
  'keep-alive ACK',
  'window probe',
  'zero window',
  'window update',
  'duplicate ACK',
  'challenge ACK',
  'connection refused',
  'reset',
  'simultaneous open',
  'simultaneous close',
] as const;
export type Note = (typeof NOTES)[number];
/** With what became of the segment, where the capture shows that it was lost. */
export type Remark = Note | 'lost' | `${Note}, lost`;

/** Something that happened to an end, or something that it sent. */
export type Deed = {
  /** Null where it sends. A crash is what makes an end forget its connection. */
  readonly event: Event | { readonly type: 'crash' } | null;
  readonly sent: Segment | null;
  readonly before: Endpoint;
  readonly after: Endpoint;
};
export type Occurrence = Deed & {
  readonly at: Role;
  /** The frame of the segment that was sent or that arrived; null where it was not captured. */
  readonly frame: number | null;
};

export type ConnectionLine = {
  /** Counted from 1 in the order of the first segments. */
  readonly connection: number;
  /** Address and port, "10.0.0.1:40000" or "[2001:db8::1]:40000". The client sent the first SYN. */
  readonly client: string;
  readonly server: string;
  /** The capture does not hold its beginning. */
  readonly partial: boolean;
};

export type SegmentLine = {
  readonly connection: number;
  readonly frame: number;
  /** Seconds since the first frame of the capture. */
  readonly time: number | null;
  readonly from: Role;
  readonly flags: readonly Flag[];
  /** Relative to the sender's first number, modulo 2^32. */
  readonly seq: Seq;
  /** Relative to the receiver's first number; null when the ACK bit is off. */
  readonly ack: Seq | null;
  readonly len: number;
  /** The two states once the segment has been sent and, unless the capture shows it lost, received. */
  readonly client: State;
  readonly server: State;
  readonly note: Remark | null;
};

export type EndLine = {
  readonly connection: number;
  readonly end: Readonly<Record<Role, State>>;
  /** The states that each end passed through, in order. */
  readonly clientStates: readonly State[];
  readonly serverStates: readonly State[];
};

export type Line = ConnectionLine | SegmentLine | EndLine;

/** `occurrences`: where traces are wanted, with the line of a segment, what happened at both ends until the next one was sent. */
export type Tell = (line: Line, occurrences: readonly Occurrence[]) => void;
