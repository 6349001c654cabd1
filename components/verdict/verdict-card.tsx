'use client';
import { useTranslations } from 'next-intl';
import type { TurnView, View } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';
import type { DuelActions, Edge, RuleText } from '#components/duel-props.ts';
import { otherSide } from '#components/match/situation.ts';
import { Dispute } from './dispute.tsx';
import { Ready } from './ready.tsx';
import { SideVerdict } from './side-verdict.tsx';
import { useVerdictKeys } from './use-verdict-keys.ts';

export type VerdictCardProps = {
  readonly view: View;
  readonly turn: TurnView;
  /** Null for a spectator. */
  readonly me: Side | null;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
  readonly hostNow: () => number;
  readonly on: Pick<DuelActions, 'ready' | 'dispute' | 'replaceIdle'>;
};

/** What the host said of a turn: one's own answer first. */
export function VerdictCard({ view, turn, me, edges, ruleText, hostNow, on }: VerdictCardProps) {
  const t = useTranslations('duel.verdict');
  const isReady = me !== null && turn.ready[me];
  const title = useVerdictKeys(me === null || isReady || view.halted ? null : () => on.ready(turn.turn));
  const first = me ?? 0;
  const isDisputed = me !== null && turn.disputedBy.includes(me);
  return (
    <section aria-label={t('title')} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 space-y-4 px-4 pt-4 pb-3 lg:overflow-y-auto lg:px-5 lg:pt-5">
        <h2 ref={title} tabIndex={-1} className="sr-only">
          {t('title')}
        </h2>
        {[first, otherSide(first)].map((side) => (
          <SideVerdict key={side} view={view} turn={turn} side={side} edges={edges} ruleText={ruleText} />
        ))}
        {me !== null && <Dispute isDisputed={isDisputed} onDispute={(comment) => on.dispute(turn.turn, comment)} />}
      </div>
      {me !== null && <Ready view={view} turn={turn} me={me} hostNow={hostNow} on={on} />}
    </section>
  );
}
