import { useTranslations } from 'next-intl';
import type { MasteryAnswer, ShownMisconception } from '#protocol/reports.ts';
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
  const shown = misconceptions.flatMap((one) => shownBy(one, person) ?? []);
  if (shown.length === 0) return <p className="text-muted">{t('noMistakes')}</p>;
  return (
    <ReportTable
      caption={t('mistakesTitle')}
      columns={[t('mistake'), t('shown'), ...(person === null ? [t('people')] : []), t('turns')]}
      rows={shown.map((one) => {
        const label = misconceptionName(one.misconception);
        return (
          <ReportRow key={one.misconception} head={label}>
            <ReportCell>
              {person === null ? t('shownOf', { shown: one.shown, asked: one.asked }) : t('shownTimes', { count: one.shown })}
            </ReportCell>
            {person === null ? <ReportCell>{t('byPeople', { count: one.byPerson.length })}</ReportCell> : null}
            <ReportCell>
              <BehindButton label={label} onOpen={() => onBehind({ label, query: { misconception: one.misconception, ...who(person) } })} />
            </ReportCell>
          </ReportRow>
        );
      })}
    />
  );
}

function shownBy(mistake: ShownMisconception, person: string | null): ShownMisconception | null {
  if (person === null) return mistake;
  const own = mistake.byPerson.find(({ personId }) => personId === person);
  return own ? { ...mistake, shown: own.shown } : null;
}
