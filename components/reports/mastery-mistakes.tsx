import { useTranslations } from 'next-intl';
import type { MasteryAnswer } from '#protocol/reports.ts';
import { BehindButton, who } from './mastery-rules.tsx';
import type { MisconceptionName, OnBehind } from './report-props.ts';
import { ReportCell, ReportRow, ReportTable } from './report-table.tsx';

type MasteryMistakesProps = Pick<MasteryAnswer, 'misconceptions'> & {
  /** Null is everybody. */
  readonly person: string | null;
  readonly misconceptionName: MisconceptionName;
  readonly onBehind: OnBehind;
};

/** The known mistakes that were shown, and by how many. */
export function MasteryMistakes({ misconceptions, person, misconceptionName, onBehind }: MasteryMistakesProps) {
  const t = useTranslations('reports.mastery');
  if (misconceptions.length === 0) return <p className="text-muted">{t('noMistakes')}</p>;
  return (
    <ReportTable
      caption={t('mistakesTitle')}
      columns={[t('mistake'), t('shown'), ...(person === null ? [t('people')] : []), t('turns')]}
      rows={misconceptions.map((one) => {
        const label = misconceptionName(one.misconception);
        return (
          <ReportRow key={one.misconception} head={label}>
            <ReportCell>{t('shownOf', { shown: one.shown, asked: one.asked })}</ReportCell>
            {person === null ? <ReportCell>{t('byPeople', { count: one.people })}</ReportCell> : null}
            <ReportCell>
              <BehindButton label={label} onOpen={() => onBehind({ label, query: { misconception: one.misconception, ...who(person) } })} />
            </ReportCell>
          </ReportRow>
        );
      })}
    />
  );
}
