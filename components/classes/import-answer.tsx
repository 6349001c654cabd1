import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import type { ImportAnswer, ImportedRow } from '#protocol/classes.ts';

type ImportAnswerProps = { readonly file: string; readonly answer: ImportAnswer; readonly onImport: () => void };

/** As much as is read before one looks into the file itself. */
const SHOWN = 50;

/** What a file would do to the class, or what is wrong with it. */
export function ImportAnswerView({ file, answer, onImport }: ImportAnswerProps) {
  return (
    <div className="flex flex-col gap-3">
      {answer.problems.length > 0 ? (
        <Problems file={file} problems={answer.problems} />
      ) : (
        <Preview file={file} rows={answer.rows} onImport={onImport} />
      )}
      <Columns columns={answer.columns} />
    </div>
  );
}

function Problems({ file, problems }: { readonly file: string } & Pick<ImportAnswer, 'problems'>) {
  const t = useTranslations('classes.import');
  return (
    <div role="alert" className="rounded-xl bg-bad-soft p-4">
      <p className="font-semibold text-bad wrap-anywhere">{t('refused', { file, count: problems.length })}</p>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {problems.slice(0, SHOWN).map(({ line, reason, other }) => (
          <li key={`${line} ${reason}`}>{t('problem', { line, reason: t(`reasons.${reason}`, { other: other ?? 0 }) })}</li>
        ))}
      </ul>
      {problems.length > SHOWN ? <p className="mt-2">{t('moreProblems', { count: problems.length - SHOWN })}</p> : null}
    </div>
  );
}

function Preview({
  file,
  rows,
  onImport,
}: {
  readonly file: string;
  readonly rows: readonly ImportedRow[];
  readonly onImport: () => void;
}) {
  const t = useTranslations('classes.import');
  const count = (act: ImportedRow['act']) => rows.filter((row) => row.act === act).length;
  const [added, updated, unchanged] = [count('added'), count('updated'), count('unchanged')];
  return (
    <>
      <output className="font-semibold wrap-anywhere">{t('found', { file, added, updated, unchanged })}</output>
      <PreviewTable rows={rows.slice(0, SHOWN)} />
      {rows.length > SHOWN ? <p className="text-sm text-muted">{t('more', { count: rows.length - SHOWN })}</p> : null}
      {added + updated > 0 ? (
        <Button look="main" onClick={onImport}>
          {t('submit', { count: added + updated })}
        </Button>
      ) : (
        <p>{t('nothing')}</p>
      )}
    </>
  );
}

const ACT_LOOKS = { added: 'text-good font-semibold', updated: 'text-amber font-semibold', unchanged: 'text-muted' } as const;

function PreviewTable({ rows }: { readonly rows: readonly ImportedRow[] }) {
  const t = useTranslations('classes');
  const headings = [t('import.line'), t('import.act'), t('roster.name'), t('roster.number'), t('roster.email')];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to scroll by keyboard too.
    <div tabIndex={0} className="max-h-80 overflow-auto rounded-xl border border-line">
      <table className="w-full border-collapse text-sm whitespace-nowrap">
        <thead className="sticky top-0 bg-sunken">
          <tr className="text-left">
            {headings.map((heading) => (
              <th key={heading} scope="col" className="px-3 py-2 font-medium">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, act, name, number, email }) => (
            <tr key={line} className="even:bg-stripe">
              <td className="px-3 py-1.5 tabular-nums">{line}</td>
              <td className={`px-3 py-1.5 ${ACT_LOOKS[act]}`}>{t(`import.acts.${act}`)}</td>
              <td className="px-3 py-1.5 font-semibold">{name}</td>
              <td className="px-3 py-1.5 tabular-nums">{number}</td>
              <td className="px-3 py-1.5">{email}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Columns({ columns }: Pick<ImportAnswer, 'columns'>) {
  const t = useTranslations('classes.import');
  if (columns.length === 0) return null;
  const words = columns.map(({ heading, readAs }) =>
    readAs ? t('columnRead', { heading, column: t(`readAs.${readAs}`) }) : t('columnPassed', { heading }),
  );
  return <p className="text-sm text-muted wrap-anywhere">{t('columns', { columns: words.join(t('comma')) })}</p>;
}
