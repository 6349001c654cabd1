import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { MasteryAnswer } from '#protocol/reports.ts';
import type { OnBehind, RuleName } from './report-props.ts';
import { ReportCell, ReportRow, ReportTable } from './report-table.tsx';
import { Share } from './share.tsx';
import { Trend } from './trend.tsx';

type MasteryRulesProps = Pick<MasteryAnswer, 'rules' | 'sessions'> & {
  /** Null is everybody. */
  readonly person: string | null;
  readonly ruleName: RuleName;
  readonly onBehind: OnBehind;
};

/** Each rule that was asked about: the share that was right at the first try, and how it changed from session to session. */
export function MasteryRules({ rules, sessions, person, ruleName, onBehind }: MasteryRulesProps) {
  const t = useTranslations('reports.mastery');
  return (
    <ReportTable
      caption={t('rulesTitle')}
      columns={[t('rule'), t('right'), t('trend'), t('turns')]}
      rows={rules.map((one) => (
        <ReportRow key={one.rule} head={<RuleHead {...ruleName(one.rule)} />}>
          <ReportCell>
            <Share asked={one.asked} right={one.right} />
          </ReportCell>
          <ReportCell>
            <Trend tallies={sessions.map(({ contestId }) => one.bySession.find((some) => some.contestId === contestId) ?? null)} />
          </ReportCell>
          <ReportCell>
            <BehindButton
              label={ruleName(one.rule).name}
              onOpen={() => onBehind({ label: ruleName(one.rule).name, query: { rule: one.rule, ...who(person) } })}
            />
          </ReportCell>
        </ReportRow>
      ))}
    />
  );
}

export function who(person: string | null): { readonly person?: string } {
  return person === null ? {} : { person };
}

function RuleHead({ name, section }: ReturnType<RuleName>) {
  return (
    <>
      {name} <span className="font-normal whitespace-nowrap text-muted">§{section}</span>
    </>
  );
}

export function BehindButton({ label, onOpen }: { readonly label: string; readonly onOpen: () => void }) {
  const t = useTranslations('reports.mastery');
  return (
    <Button look="text" aria-label={t('showTurnsOf', { label })} onClick={onOpen}>
      {t('showTurns')}
    </Button>
  );
}
