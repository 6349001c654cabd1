/** What the instructor's console is given besides its view. Words of rules and scenarios come from outside. */
import type { RuleId } from '#game/tcp/rules.ts';
import type { InstructorView } from '#protocol/contest.ts';

/** A rule's name in the reader's language and its section of RFC 9293: "3.10.7.4". */
export type RuleName = (id: RuleId) => { readonly name: string; readonly section: string };

export type ConsoleProps = {
  readonly view: InstructorView;
  /** Milliseconds since 1970 by the host's clock. */
  readonly hostNow: () => number;
  /** Where students join. */
  readonly joinUrl: string;
  readonly scenarioName: (id: string) => string;
  readonly ruleName: RuleName;
};
