import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { MasteredRule, MasteryAnswer, MasteryPerson } from '#protocol/reports.ts';
import { PersonName } from './person-name.tsx';
import type { RuleName } from './report-props.ts';
import { ReportCell, ReportRow, ReportTable } from './report-table.tsx';
import { Share } from './share.tsx';

type MasteryPeopleProps = Pick<MasteryAnswer, 'people' | 'rules'> & {
  readonly ruleName: RuleName;
  readonly onChoose: (personId: string) => void;
};

/** Each student: the share that was right at the first try, and the rule that was hardest. */
export function MasteryPeople({ people, rules, ruleName, onChoose }: MasteryPeopleProps) {
  const t = useTranslations('reports.mastery');
  return (
    <ReportTable
      caption={t('peopleTitle')}
      columns={[t('student'), t('right'), t('hardest'), t('details')]}
      rows={people.map((person) => {
        const { asked, right, hardest } = summaryOf(person, rules);
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

function summaryOf({ personId }: MasteryPerson, rules: readonly MasteredRule[]) {
  const own = rules.flatMap(({ rule, byPerson }) => byPerson.filter((one) => one.personId === personId).map((one) => ({ ...one, rule })));
  const wrong = own.filter(({ asked, right }) => right < asked).sort((a, b) => b.asked - b.right - (a.asked - a.right));
  const sum = (of: 'asked' | 'right') => own.reduce((total, one) => total + one[of], 0);
  return { asked: sum('asked'), right: sum('right'), hardest: wrong[0]?.rule ?? null };
}
