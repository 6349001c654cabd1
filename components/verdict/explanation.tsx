import { useTranslations } from 'next-intl';
import type { RightAnswer, Verdict } from '#game/match/vocabulary.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';
import { RightAnswerText } from '#components/answer-text.tsx';
import type { Edge, RuleText } from '#components/duel-props.ts';
import { segmentText } from '#components/segment-text.ts';
import { StateDiagram } from '#components/state-diagram/state-diagram.tsx';
import { GhostWords } from './ghost-words.tsx';
import { Misconception } from './misconception.tsx';
import { Rules } from './rules.tsx';

type ExplanationProps = {
  readonly verdict: Verdict;
  readonly before: State | null;
  readonly names: Readonly<Record<Role, string>>;
  /** The end of whoever reads; null for those who only watch. */
  readonly reader: Role | null;
  /** Whether the reasons are shown at once or only when asked for. */
  readonly isOpen: boolean;
  readonly edges: readonly Edge[];
  readonly ruleText: RuleText;
};

/** The mistake that was made, the right answer and the others that would have stood, why, and what a wrong one would have done. */
export function Explanation({ verdict, before, names, reader, isOpen, edges, ruleText }: ExplanationProps) {
  const t = useTranslations('duel.verdict');
  const { answers, took, segmentRight, stateRight, chosen, spelling, ghost, misconception } = verdict;
  const taken = answers[took] ?? answers[0];
  if (!taken) return null;
  const others = answers.filter((answer) => answer !== taken);
  const isRight = segmentRight && stateRight;
  return (
    <div className="mt-3 space-y-3 text-sm leading-relaxed">
      {misconception && <Misconception id={misconception} />}
      {!isRight && <Answer label={t('right')} answer={taken} />}
      {ghost && <GhostWords ghost={ghost} at={verdict.at} names={names} reader={reader} />}
      <details open={isOpen} className="group">
        <summary className="min-h-6 cursor-pointer text-xs font-bold tracking-wider text-muted uppercase">{t('why')}</summary>
        <div className="mt-1.5 space-y-2">
          <Rules ids={taken.rules} ruleText={ruleText} />
          {spelling && <p>{t(`spellings.${spelling}`)}</p>}
          {others.map((answer) => (
            <Answer key={keyOf(answer)} label={t('alsoRight')} answer={answer} />
          ))}
          {chosen && !stateRight && reader === verdict.at && (
            <StateDiagram
              role={verdict.at}
              edges={edges}
              here={before}
              chosen={null}
              right={taken.state}
              wrong={chosen.state}
              disabled
              label={t('diagram')}
            />
          )}
        </div>
      </details>
    </div>
  );
}

function keyOf({ segment, state }: RightAnswer): string {
  return `${segment ? segmentText(segment) : ''}→${state}`;
}

function Answer({ label, answer }: { readonly label: string; readonly answer: RightAnswer }) {
  return (
    <p className="rounded-lg bg-good-soft px-3 py-2">
      <span className="font-semibold text-good">✓ {label}</span> <RightAnswerText answer={answer} />
    </p>
  );
}
