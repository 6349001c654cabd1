/** What a practice against a bot is given and what it calls. */
import type { Edge, RuleText } from '#components/duel-props.ts';
import type { Practice, PracticeStep } from '#game/practice/practice.ts';
import type { RuleId } from '#game/tcp/rules.ts';

/** A rule's name in the reader's language, and its section of RFC 9293. */
export type RuleName = (id: RuleId) => { readonly name: string; readonly section: string };

export type PracticeProps = {
  readonly practice: Practice;
  readonly hasHints: boolean;
  /** In the reader's language; null where it is told at the end. */
  readonly scenarioName: string | null;
  readonly scenarioNameAtEnd: string;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
  readonly ruleName: RuleName;
  /** The leg is over, or was ended before. */
  readonly isEnded: boolean;
  /** The same scenario once more, with other numbers; and the way to another one. */
  readonly againHref: string;
  readonly otherHref: string;
  readonly onStep: (step: PracticeStep) => void;
  /** Ends it before the leg is over. */
  readonly onEnd: () => void;
};
