import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { MasteryAnswer } from '#protocol/reports.ts';
import { PersonName } from './person-name.tsx';
import type { RuleName } from './report-props.ts';
import { ReportCell, ReportRow, ReportTable } from './report-table.tsx';
import { Share } from './share.tsx';

type MasteryPeopleProps = Pick<MasteryAnswer, 'people'> & {
  readonly ruleName: RuleName;
  readonly onChoose: (personId: string) => void;
};

/** Each student: the share that was right at the first try, and the rule that was hardest. */
export function MasteryPeople({ people, ruleName, onChoose }: MasteryPeopleProps) {
  const t = useTranslations('reports.mastery');
  return (
    <ReportTable
      caption={t('peopleTitle')}
      columns={[t('student'), t('right'), t('hardest'), t('details')]}
      rows={people.map((person) => {
        const { asked, right, hardest } = person;
        const name = person.realName ?? person.name;
        return (
          <ReportRow key={person.personId} head={<PersonName {...person} />}>
            <ReportCell>
              <Share asked={asked} right={right} />
            </ReportCell>
            <ReportCell>
              <span className="text-sm text-muted">{hardest ? ruleName(hardest).name : '–'}</span>
            </ReportCell>
            <ReportCell>
              <Button look="text" aria-label={t('chooseOne', { name })} onClick={() => onChoose(person.personId)}>
                {t('choose')}
              </Button>
            </ReportCell>
          </ReportRow>
        );
      })}
    />
  );
}
