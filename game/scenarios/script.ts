/**
 * What a scenario is made of: a script of calls, timers and faults. What the wire carries is delivered in between, by itself:
 * an item waits until nothing is under way, but for `lose` and `close-at-fin`, which plan something, and for what is `early`.
 */
import type { Call, Role, Seq } from '../tcp/vocabulary.ts';

export type CallItem = {
  readonly do: 'call';
  readonly at: Role;
  readonly call: Exclude<Call, 'send' | 'receive'>;
  /** It happens as soon as nothing is under way to this end, though something may be under way to the other. */
  readonly early?: true;
};
export type SendItem = {
  readonly do: 'send';
  readonly at: Role;
  /** Octets, 1 to 1,460; drawn for each leg where it is absent. */
  readonly len?: number;
  readonly early?: true;
};

export type Item =
  | CallItem
  | SendItem
  /** Both calls before either segment arrives: the segments cross. */
  | { readonly do: 'both'; readonly call: 'open-active' | 'close' }
  /** A timer runs out; passed over where it does not run. */
  | { readonly do: 'timeout'; readonly at: Role; readonly timer: 'retransmission' | '2msl' }
  /** The next segment that this end sends is lost. */
  | { readonly do: 'lose'; readonly from: Role }
  /** The application has asked to close at end of data: its CLOSE joins the reply to the peer's FIN (house rule K). */
  | { readonly do: 'close-at-fin'; readonly at: Role }
  /** What follows happens without anybody being asked, until `ask`. A script begins with asking. */
  | { readonly do: 'tell' }
  | { readonly do: 'ask' }
  /** What there was is forgotten; a new connection begins, both ends CLOSED. */
  | { readonly do: 'new-connection' };

export type Script = readonly Item[];

/** The initial sequence numbers of one connection. */
export type Numbers = { readonly client: Seq; readonly server: Seq };

/** A script with everything drawn that was left open: what a leg is played from. */
export type Leg = {
  readonly script: Script;
  /** One for each connection of the script; the last one serves any further. */
  readonly numbers: readonly Numbers[];
};
