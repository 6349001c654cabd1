/**
 * What a scenario is made of: a script of calls, timers and faults. What the wire carries is delivered in between, by itself:
 * an item waits until nothing is under way, but for what only plans something, and for what is `early`. `docs/scenarios.md` tells it to people.
 */
import type { Call, Flag, Role, Seq, Timer } from '../tcp/vocabulary.ts';

/** `early`: it happens as soon as nothing is under way to this end, though something may be under way to the other. */
type Early = { readonly early?: true };

export type CallItem = Early & { readonly do: 'call'; readonly at: Role; readonly call: Exclude<Call, 'send' | 'receive' | 'status'> };
export type SendItem = Early & {
  readonly do: 'send';
  readonly at: Role;
  /** Octets, 1 to 1,460; drawn for each leg where it is absent. */
  readonly len?: number;
};

/** What the wire can do to a segment: lose it, hold it back until `release`, deliver it twice, let the next one from the same end overtake it. */
export const FATES = ['lose', 'delay', 'duplicate', 'reorder'] as const;
export type Fate = (typeof FATES)[number];

/**
 * A number that is known once the script is played: one of the variables (§3.3.1) of the end that the segment goes to, plus something.
 * `RCV.END` is RCV.NXT + RCV.WND, the first number beyond the window; `PEER.ISS` is the ISS of the other end; `0` is zero, and so is every
 * variable that the end does not have yet: an ISS is told to nobody before it is chosen.
 */
export const BASES = ['0', 'ISS', 'IRS', 'SND.UNA', 'SND.NXT', 'RCV.NXT', 'RCV.END', 'PEER.ISS'] as const;
export type Base = (typeof BASES)[number];
export type Count = { readonly of: Base; readonly plus: number };

/** A segment that nobody sent: an old one that had been forgotten, or a forged one. */
export type InjectItem = Early & {
  readonly do: 'inject';
  readonly at: Role;
  readonly flags: readonly Flag[];
  readonly seq: Count;
  /** Null where ACK is not among the flags. */
  readonly ack: Count | null;
  readonly len: number;
  /** The window that it offers, 0 to 65,535; the usual one where it is absent. */
  readonly wnd?: number;
};

/** What a hand does to a segment under way to that end: let it arrive, lose it, or put a copy of it behind the others. */
export const DEEDS = ['deliver', 'drop', 'copy'] as const;
export type HandItem = {
  readonly do: (typeof DEEDS)[number];
  readonly to: Role;
  /** Which of those to that end, from 1, the oldest. */
  readonly nth: number;
};

export type Item =
  | CallItem
  | SendItem
  /** Both calls before either segment arrives: the segments cross. */
  | { readonly do: 'both'; readonly call: 'open-active' | 'close' }
  /** A timer runs out; passed over where it does not run. */
  | (Early & { readonly do: 'timeout'; readonly at: Role; readonly timer: Timer })
  /** What becomes of the next segment that this end sends; several are planned one segment each. */
  | { readonly do: Fate; readonly from: Role }
  /** What was held back of this end's segments arrives. */
  | { readonly do: 'release'; readonly from: Role }
  | InjectItem
  /** From here on nothing arrives by itself: what is under way is dealt with by hand, and by the end of the script alone. */
  | { readonly do: 'by-hand' }
  | HandItem
  /** This end forgets everything and is CLOSED, as after a power cut; what it had sent stays under way. */
  | { readonly do: 'crash'; readonly at: Role }
  /** The application has asked to close at end of data: its CLOSE joins the reply to the peer's FIN (house rule K). */
  | { readonly do: 'close-at-fin'; readonly at: Role }
  /** The timers of retransmission and of 2MSL run out in turn until none runs. */
  | { readonly do: 'settle' }
  /** Until nothing is under way: before a fault that is not for what still goes out by itself. */
  | { readonly do: 'wait' }
  /** What follows happens without anybody being asked, until `ask`. A script begins with asking. */
  | { readonly do: 'tell' }
  | { readonly do: 'ask' }
  /** What there was is forgotten; a new connection begins, both ends CLOSED. */
  | { readonly do: 'new-connection' };

export type Script = readonly Item[];

/** From which level on a scenario is drawn: 1 has no faults and nothing simultaneous, 3 has a corner of the RFC that is deep. */
export type ScenarioLevel = 1 | 2 | 3;

/** Two scripts that are siblings: each role meets the same rules in both, as often, in another order or with other faults. */
export type Siblings = readonly [Script, Script];

export type WrittenScenario = { readonly id: string; readonly level: ScenarioLevel; readonly siblings: Siblings };
/** Its scripts are drawn for each match. */
export type DrawnScenario = {
  readonly id: string;
  readonly level: ScenarioLevel;
  readonly draw: (level: ScenarioLevel, seed: number) => Siblings;
};
export type Scenario = WrittenScenario | DrawnScenario;

export function siblingsOf(scenario: Scenario, level: ScenarioLevel, seed: number): Siblings {
  return 'siblings' in scenario ? scenario.siblings : scenario.draw(level, seed);
}

/** The initial sequence numbers of one connection. Whoever chooses again within it takes one that is larger. */
export type Numbers = { readonly client: Seq; readonly server: Seq };

/** A script with everything drawn that was left open: what a leg is played from. */
export type Leg = {
  readonly script: Script;
  /** One for each connection of the script; the last one serves any further. */
  readonly numbers: readonly Numbers[];
};
