'use client';
import type { ReactNode } from 'react';
import type { Verdict } from '#game/match/vocabulary.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';
import type { Edge, RuleText } from '#components/duel-props.ts';
import { Explanation } from '#components/verdict/explanation.tsx';
import { ChosenMove } from '#components/verdict/side-verdict.tsx';

type JudgedMoveProps = {
  readonly heading: ReactNode;
  readonly verdict: Verdict;
  /** The state in which the move was made. */
  readonly before: State;
  readonly names: Readonly<Record<Role, string>>;
  /** The end of whoever reads; null for those who only watch. */
  readonly reader: Role | null;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
  readonly children?: ReactNode;
};

/** A move, what of it is right, and why. */
export function JudgedMove({ heading, verdict, before, names, reader, edges, ruleText, children }: JudgedMoveProps) {
  return (
    <article className="rounded-xl border border-line-strong p-4">
      <h3 className="flex items-baseline justify-between gap-2 font-semibold">{heading}</h3>
      {verdict.chosen && <ChosenMove verdict={verdict} chosen={verdict.chosen} />}
      {children}
      <Explanation verdict={verdict} before={before} names={names} reader={reader} isOpen edges={edges} ruleText={ruleText} />
    </article>
  );
}
