/** What the components of a match are given and what they call. The words of rules and scenarios come from outside. */
import type { ReactNode } from 'react';
import type { View } from '#game/match/view.ts';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';

/** An arrow of the state diagram. */
export type Edge = { readonly from: State; readonly to: State };

/** A rule in the reader's language. `section` is RFC 9293's, without the sign: "3.10.7.4". `linux`: where Linux does otherwise. */
export type RuleText = (id: RuleId) => { readonly text: string; readonly section: string; readonly linux?: string | undefined };

export type DuelActions = {
  readonly propose: (turn: number, seat: Role, proposal: Proposal) => void;
  readonly predict: (turn: number, seat: Role, prediction: Prediction) => void;
  readonly ready: (turn: number) => void;
  readonly leave: () => void;
  readonly resign: () => void;
  readonly dispute: (turn: number, comment: string) => void;
  readonly rematch: () => void;
  /** Untimed play: let a bot take the seat of one who has done nothing for five minutes. */
  readonly replaceIdle: () => void;
  readonly reportName: () => void;
};

export type DuelProps = {
  readonly view: View;
  /** Milliseconds since 1970 by the host's clock. */
  readonly hostNow: () => number;
  readonly ruleText: RuleText;
  readonly edges: readonly Edge[];
  readonly on: DuelActions;
  /** An answer is on its way to the host and not sealed yet: nothing can be changed or sent twice. */
  readonly sending?: boolean;
  /** In the reader's language; null where the viewer may not know it yet. */
  readonly scenarioName: string | null;
  /** What the scenario tells; null as its name is. */
  readonly scenarioStory: string | null;
  /** Where the finished match can be watched. */
  readonly replayHref: string;
  /** The finished match as a pcap file. */
  readonly captureHref: string;
  /** Leads on from the finished match, in the place of a rematch. */
  readonly wayBack?: ReactNode;
  /** A line about one's own link or a refused command. */
  readonly notice?: ReactNode;
};

export type ReplayProps = Pick<DuelProps, 'ruleText' | 'edges' | 'scenarioName' | 'captureHref'> & {
  /** Of a match that is over. */
  readonly view: View;
  /** With which turn it begins; the first one otherwise. */
  readonly firstTurn?: number | undefined;
};
