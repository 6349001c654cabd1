/** What a ladder is drawn from: everything that stands on it, and where. */
import type { Told } from '#game/match/vocabulary.ts';
import type { Role, Segment, State } from '#game/tcp/vocabulary.ts';
import type { GhostPlace } from './ghosts.ts';

export type Chip = {
  readonly key: string;
  readonly at: Role;
  readonly y: number;
  /** Null is the answer that is awaited. */
  readonly state: State | null;
  readonly kind: 'entered' | 'stays' | 'asked' | 'ghost';
  /** What the other end would have answered; of ghosts alone. */
  readonly reply?: Segment | null;
};

/** `stray`: it arrives, but when it was sent is not on the ladder. */
export type Fate = 'arrived' | 'in-flight' | 'lost' | 'stray' | 'ghost';
export type Point = { readonly reach: number; readonly y: number };

export type Arrow = {
  readonly key: string;
  readonly from: Role;
  readonly segment: Segment;
  readonly fate: Fate;
  readonly start: Point;
  readonly end: Point;
  /** The part of the arrow along which its label stands: 0 to 1. */
  readonly label: { readonly from: number; readonly to: number };
  /** Stands below the arrow. */
  readonly note: string | null;
  /** Sent in the newest turn: it travels. */
  readonly isNew: boolean;
};

export type PillLabel =
  | { readonly type: 'event'; readonly event: Told['event'] }
  | { readonly type: 'close' }
  | { readonly type: 'silence'; readonly running: boolean };
export type Pill = { readonly key: string; readonly at: Role; readonly y: number; readonly label: PillLabel };
export type Divider = { readonly y: number; readonly connection: number };

export type LadderLayout = {
  readonly height: number;
  readonly chips: readonly Chip[];
  readonly arrows: readonly Arrow[];
  readonly pills: readonly Pill[];
  readonly dividers: readonly Divider[];
};

/** A layout while the moments are gone through. */
export type Draft = {
  /** The first free height. */
  y: number;
  /** Arrows before this one belong to an earlier connection. */
  firstArrow: number;
  readonly isCompact: boolean;
  readonly chips: Chip[];
  readonly arrows: Arrow[];
  readonly pills: Pill[];
  readonly dividers: Divider[];
  /** Of the newest turn; drawn last, because they fall steeper than what was really sent. */
  readonly ghosts: GhostPlace[];
};

/** Half the height of what stands on a lifeline. */
export const CHIP_HALF = 11;
