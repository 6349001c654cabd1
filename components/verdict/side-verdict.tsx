import { useTranslations } from 'next-intl';
import { roleOf, type TurnView, type View } from '#game/match/view.ts';
import type { By, Points, PredictionVerdict, Proposal, Side, Verdict } from '#game/match/vocabulary.ts';
import { ChosenText } from '#components/answer-text.tsx';
import { Code } from '#components/code.tsx';
import { useAnswerWords } from '#components/composer/proposal-words.tsx';
import type { Edge, RuleText } from '#components/duel-props.ts';
import { namesByRole, otherSide } from '#components/match/situation.ts';
import { Explanation } from './explanation.tsx';
import { Mark } from './mark.tsx';

type SideVerdictProps = {
  readonly view: View;
  readonly turn: TurnView;
  readonly side: Side;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
};

/** How one player's answer was judged, and, where it was a move, why. */
export function SideVerdict({ view, turn, side, edges, ruleText }: SideVerdictProps) {
  const t = useTranslations('duel.verdict');
  const verdict = turn.closed?.verdicts[side];
  if (!verdict) return null;
  const isMine = view.viewer === side;
  const { name } = view.parties[side];
  return (
    <article className={`rounded-xl border p-4 ${isMine ? 'border-line-strong' : 'border-line bg-stripe'}`}>
      <h3 className="flex items-baseline justify-between gap-2 font-semibold">
        <span>{headingOf(verdict)}</span>
        <PointsOf points={verdict.points} by={verdict.by} voided={turn.voided} />
      </h3>
      <Chosen verdict={verdict} />
      {verdict.kind === 'move' && (
        <Explanation
          verdict={verdict}
          before={turn.ends[verdict.at]?.state ?? null}
          names={namesByRole(view, turn.leg)}
          reader={view.viewer === 'spectator' ? null : roleOf(view.viewer, turn.leg)}
          isOpen={isMine || !isAlsoAsked(turn, otherSide(side))}
          edges={view.settings.level < 3 ? edges : []}
          ruleText={ruleText}
        />
      )}
    </article>
  );

  function headingOf({ kind }: Verdict | PredictionVerdict): string {
    if (isMine) return t(kind === 'move' ? 'yourMove' : 'yourPrediction');
    return t(kind === 'move' ? 'theirMove' : 'theirPrediction', { name });
  }
}

function isAlsoAsked(turn: TurnView, side: Side): boolean {
  return turn.asks.some(({ at }) => at === roleOf(side, turn.leg));
}

function PointsOf({ points, by, voided }: { readonly points: Points; readonly by: By; readonly voided: boolean }) {
  const t = useTranslations('duel.verdict');
  if (voided) return <span className="text-right text-xs font-normal text-muted">{t('voided')}</span>;
  if (by === 'nobody') return null;
  if (by === 'bot') return <span className="text-xs font-normal text-muted">{t('byBot')}</span>;
  return (
    <span className="text-right whitespace-nowrap">
      <strong className="text-lg tabular-nums">+{points.total}</strong>
      {points.streak + points.speed > 0 && <span className="block text-xs font-normal text-muted">{t('parts', points)}</span>}
    </span>
  );
}

function Chosen({ verdict }: { readonly verdict: Verdict | PredictionVerdict }) {
  const t = useTranslations('duel.verdict');
  if (verdict.chosen === null)
    return <p className="mt-2 font-semibold text-bad">✕ {t(verdict.by === 'nobody' ? 'notCounted' : 'missed')}</p>;
  if (verdict.kind === 'move') return <ChosenMove verdict={verdict} chosen={verdict.chosen} />;
  return (
    <div className="mt-2">
      <Mark isRight={verdict.right} label={t('prediction')}>
        <ChosenText answer={verdict.chosen} />
      </Mark>
    </div>
  );
}

/** Segment and state are judged apart. */
export function ChosenMove({ verdict, chosen }: { readonly verdict: Verdict; readonly chosen: Proposal }) {
  const t = useTranslations('duel.verdict');
  const words = useAnswerWords();
  return (
    <div className="mt-2 grid grid-cols-2 gap-2">
      <Mark isRight={verdict.segmentRight} label={t('segment')}>
        <Code className="break-words">{words(chosen)}</Code>
      </Mark>
      <Mark isRight={verdict.stateRight} label={t('state')}>
        <Code>{chosen.state}</Code>
      </Mark>
    </div>
  );
}
