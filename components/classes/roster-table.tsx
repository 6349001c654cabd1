import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { StudentRow } from '#protocol/classes.ts';

type RosterTableProps = {
  readonly students: readonly StudentRow[];
  /** A laptop may stand under a projector. */
  readonly showsCodes: boolean;
  readonly onEdit: (student: StudentRow) => void;
};

const HIDDEN_CODE = '••••-••••';
const CELL = 'px-2 py-2 sm:px-3';

export function RosterTable({ students, showsCodes, onEdit }: RosterTableProps) {
  const t = useTranslations('classes.roster');
  return (
    <div className="max-h-[70vh] overflow-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="sticky top-0 bg-card">
          <tr className="text-left text-sm whitespace-nowrap text-muted">
            <Heading>{t('name')}</Heading>
            <Heading className="max-sm:hidden">{t('number')}</Heading>
            <Heading className="max-md:hidden">{t('email')}</Heading>
            <Heading>{t('code')}</Heading>
            <Heading className="max-sm:hidden">{t('joined')}</Heading>
            <th className="w-0">
              <span className="sr-only">{t('edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {students.map((student) => (
            <Row key={student.studentId} student={student} code={showsCodes ? student.code : HIDDEN_CODE} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ children, className = '' }: { readonly children: string; readonly className?: string }) {
  return (
    <th scope="col" className={`${CELL} font-medium ${className}`}>
      {children}
    </th>
  );
}

type RowProps = Pick<RosterTableProps, 'onEdit'> & { readonly student: StudentRow; readonly code: string };

function Row({ student, code, onEdit }: RowProps) {
  const t = useTranslations('classes.roster');
  const { name, number, email, joined } = student;
  return (
    <tr className="even:bg-stripe">
      <th scope="row" className={`${CELL} rounded-l-xl text-left font-semibold wrap-anywhere`}>
        {name}
        <span className="block text-sm font-normal text-muted sm:hidden">{number ?? email}</span>
      </th>
      <td className={`${CELL} wrap-anywhere tabular-nums max-sm:hidden`}>{number}</td>
      <td className={`${CELL} max-w-56 truncate text-sm max-md:hidden`}>{email}</td>
      <td className={`${CELL} font-mono whitespace-nowrap`}>{code}</td>
      <td className={`${CELL} text-sm whitespace-nowrap max-sm:hidden ${joined ? 'font-semibold text-good' : 'text-muted'}`}>
        {joined ? t('yes') : t('notJoined')}
      </td>
      <td className={`${CELL} rounded-r-xl text-right`}>
        <Button look="quiet" className="whitespace-nowrap" aria-label={t('editOne', { name })} onClick={() => onEdit(student)}>
          {t('edit')}
        </Button>
      </td>
    </tr>
  );
}
