import { useTranslations } from 'next-intl';
import { isAsked, type TurnView, type View } from '#game/match/view.ts';
import { SIDES, type Side } from '#game/match/vocabulary.ts';
import { Dispute } from '#components/verdict/dispute.tsx';
import { MoveRow, PredictionRow } from './rows.tsx';

type TurnTableProps = { readonly view: View; readonly onDispute: ((turn: number, comment: string) => void) | null };

/** Every turn of the match: what happened, what was chosen, what was right. */
export function TurnTable({ view, onDispute }: TurnTableProps) {
  const t = useTranslations('duel.over');
  const closed = view.turns.filter((turn) => turn.closed);
  const legs = [...new Set(closed.map(({ leg }) => leg))];
  return legs.map((leg) => (
    <section key={leg} className="card p-4 sm:p-6" aria-label={t('leg', { leg: leg + 1 })}>
      <h2 className="mb-3 font-bold">{t('leg', { leg: leg + 1 })}</h2>
      <ol className="divide-y divide-line">
        {closed
          .filter((turn) => turn.leg === leg)
          .map((turn, index) => (
            <li key={turn.turn} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[2rem_1fr]">
              <span className="font-mono text-sm text-muted">{index + 1}</span>
              <Turn view={view} turn={turn} onDispute={onDispute} />
            </li>
          ))}
      </ol>
    </section>
  ));
}

function Turn({ view, turn, onDispute }: TurnTableProps & { readonly turn: TurnView }) {
  const { viewer } = view;
  const t = useTranslations('duel.verdict');
  return (
    <div className="min-w-0 space-y-2">
      {turn.voided && <p className="w-fit rounded-full bg-sunken px-3 py-0.5 text-xs font-semibold text-muted">{t('voided')}</p>}
      {movesFirst(turn).map((side) => {
        const verdict = turn.closed?.verdicts[side];
        if (verdict?.kind === 'move') return <MoveRow key={side} name={view.parties[side].name} turn={turn} verdict={verdict} />;
        return verdict && <PredictionRow key={side} name={view.parties[side].name} verdict={verdict} />;
      })}
      {onDispute && viewer !== 'spectator' && (
        <Dispute isDisputed={turn.disputedBy.includes(viewer)} onDispute={(comment) => onDispute(turn.turn, comment)} />
      )}
    </div>
  );
}

function movesFirst(turn: TurnView): readonly Side[] {
  return SIDES.toSorted((a, b) => Number(isAsked(turn, b)) - Number(isAsked(turn, a)));
}
