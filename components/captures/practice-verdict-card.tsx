'use client';
import { useTranslations } from 'next-intl';
import type { Act } from '#game/capture/acts.ts';
import type { Verdict } from '#game/match/vocabulary.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { RightAnswerText } from '#components/answer-text.tsx';
import type { Edge, RuleText } from '#components/duel-props.ts';
import { JudgedMove } from '#components/practice/judged-move.tsx';
import { Reading } from '#components/practice/reading.tsx';
import { indexShown } from './practice-verdict.ts';

type PracticeVerdictCardProps = {
  readonly verdict: Verdict;
  readonly act: Act;
  readonly names: Readonly<Record<Role, string>>;
  readonly isLast: boolean;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
  readonly onNext: () => void;
};

/** How the answer was judged and why, and what the capture has. */
export function PracticeVerdictCard({ verdict, act, names, isLast, edges, ruleText, onNext }: PracticeVerdictCardProps) {
  const t = useTranslations('captures.play');
  const words = useTranslations('duel.verdict');
  return (
    <Reading next={t(isLast ? 'finish' : 'next')} onNext={onNext}>
      <JudgedMove
        heading={words('yourMove')}
        verdict={verdict}
        before={act.before.state}
        names={names}
        reader={verdict.at}
        edges={edges}
        ruleText={ruleText}
      >
        <InCapture verdict={verdict} act={act} />
      </JudgedMove>
    </Reading>
  );
}

function InCapture({ verdict, act }: Pick<PracticeVerdictCardProps, 'verdict' | 'act'>) {
  const t = useTranslations('captures.play');
  const { answers, took, segmentRight, stateRight } = verdict;
  const shown = answers[indexShown(answers, act)];
  if (!shown) return null;
  const differs = segmentRight && stateRight && answers[took] !== shown;
  return (
    <p className="mt-3 rounded-lg bg-sunken px-3 py-2 text-sm">
      <span className="font-semibold">{t('inCapture')}</span> <RightAnswerText answer={shown} />
      {act.sent && act.frame !== null && <span className="text-muted"> · {t('inFrame', { frame: act.frame })}</span>}
      {differs && <span className="block">{t('differs')}</span>}
    </p>
  );
}
