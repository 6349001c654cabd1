/** What "catch the mistake" is given and what it calls. */
import type { Catching, CatchStep } from '#game/practice/catch.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import type { Edge, RuleText } from '#components/duel-props.ts';

export type CatchProps = {
  readonly catching: Catching;
  /** In the reader's language; null where it is told at the end. */
  readonly scenarioName: string | null;
  readonly scenarioNameAtEnd: string;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
  /** The leg is over, or was ended before. */
  readonly isEnded: boolean;
  readonly againHref: string;
  readonly otherHref: string;
  readonly practiceHref: string;
  readonly onStep: (step: CatchStep) => void;
  readonly onEnd: () => void;
};

export type CatchDeskProps = CatchProps & { readonly names: Readonly<Record<Role, string>> };
