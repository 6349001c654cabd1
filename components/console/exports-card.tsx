import { useTranslations } from 'next-intl';
import { LOOKS } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';

/** What GET /api/contests/:id/exports/ has, by the name of the file. */
const FILES = [
  ['gradebook-canvas', 'csv'],
  ['gradebook-moodle', 'csv'],
  ['turns', 'csv'],
  ['scenarios', 'csv'],
  ['session', 'json'],
] as const;

export function ExportsCard({ contestId }: { readonly contestId: string }) {
  const t = useTranslations('console.exports');
  return (
    <Card title={t('title')} text={t('text')}>
      <ul className="flex flex-col gap-2">
        {FILES.map(([name, kind]) => (
          <li key={name}>
            <a
              href={`/api/contests/${contestId}/exports/${name}.${kind}`}
              download
              className={`flex items-center justify-between gap-3 ${LOOKS.quiet}`}
            >
              {t(`names.${name}`)}
              <span className="font-mono text-xs text-muted uppercase">{kind}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
