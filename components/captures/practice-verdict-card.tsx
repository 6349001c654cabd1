'use client';
import { useTranslations } from 'next-intl';
import type { Act } from '#game/capture/acts.ts';
import type { Verdict } from '#game/match/vocabulary.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { RightAnswerText } from '#components/answer-text.tsx';
import { Button, KeyHint } from '#components/button.tsx';
import type { Edge, RuleText } from '#components/duel-props.ts';
import { Explanation } from '#components/verdict/explanation.tsx';
import { ChosenMove } from '#components/verdict/side-verdict.tsx';
import { useVerdictKeys } from '#components/verdict/use-verdict-keys.ts';
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
  const title = useVerdictKeys(onNext);
  return (
    <section aria-label={words('title')} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 space-y-3 px-4 pt-4 pb-3 lg:overflow-y-auto lg:px-5">
        <h2 ref={title} tabIndex={-1} className="sr-only">
          {words('title')}
        </h2>
        <article className="rounded-xl border border-line-strong p-4">
          <h3 className="font-semibold">{words('yourMove')}</h3>
          {verdict.chosen && <ChosenMove verdict={verdict} chosen={verdict.chosen} />}
          <InCapture verdict={verdict} act={act} />
          <Explanation verdict={verdict} before={act.before.state} names={names} isMine isOpen edges={edges} ruleText={ruleText} />
        </article>
      </div>
      <div className="sticky bottom-0 z-10 border-t border-line bg-card px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:border-0 lg:px-5 lg:pb-5">
        <Button look="main" onClick={onNext}>
          <span className="flex items-center justify-center gap-2">
            {t(isLast ? 'finish' : 'next')}
            <KeyHint>Enter</KeyHint>
          </span>
        </Button>
      </div>
    </section>
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
