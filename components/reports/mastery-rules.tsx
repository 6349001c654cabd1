import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { MasteredRule, MasteryAnswer } from '#protocol/reports.ts';
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
  const shown = rules.flatMap((rule) => tallyFor(rule, person) ?? []).sort((a, b) => a.right / a.asked - b.right / b.asked);
  const columns = [t('rule'), t('right'), ...(person === null ? [t('trend')] : []), t('turns')];
  return (
    <ReportTable
      caption={t('rulesTitle')}
      columns={columns}
      rows={shown.map((one) => (
        <ReportRow key={one.rule} head={<RuleHead {...ruleName(one.rule)} />}>
          <ReportCell>
            <Share asked={one.asked} right={one.right} />
          </ReportCell>
          {person === null ? (
            <ReportCell>
              <Trend tallies={sessions.map(({ contestId }) => one.bySession.find((some) => some.contestId === contestId) ?? null)} />
            </ReportCell>
          ) : null}
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

/** The rule as that person answered it; null where the person never was asked. */
function tallyFor(rule: MasteredRule, person: string | null): MasteredRule | null {
  if (person === null) return rule;
  const own = rule.byPerson.find(({ personId }) => personId === person);
  return own ? { ...rule, asked: own.asked, right: own.right } : null;
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
