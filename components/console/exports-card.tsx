import { useTranslations } from 'next-intl';
import { LOOKS } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { EXPORTS, type ExportName } from '#protocol/exports.ts';

/** A message's key has no dot. */
const KEYS = {
  'gradebook-canvas.csv': 'gradebook-canvas',
  'gradebook-moodle.csv': 'gradebook-moodle',
  'turns.csv': 'turns',
  'scenarios.csv': 'scenarios',
  'session.json': 'session',
} as const satisfies Readonly<Record<ExportName, string>>;

export function ExportsCard({ contestId }: { readonly contestId: string }) {
  const t = useTranslations('console.exports');
  return (
    <Card title={t('title')} text={t('text')}>
      <ul className="flex flex-col gap-2">
        {EXPORTS.map((file) => (
          <li key={file}>
            <a
              href={`/api/contests/${contestId}/exports/${file}`}
              download
              className={`flex items-center justify-between gap-3 ${LOOKS.quiet}`}
            >
              {t(`names.${KEYS[file]}`)}
              <span className="font-mono text-xs text-muted uppercase">{file.split('.')[1]}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
