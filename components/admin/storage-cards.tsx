import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import { When } from '#components/pages/when.tsx';
import { COUNTED_TABLES, SWEEP_COUNTED, type StorageAnswer } from '#protocol/storage.ts';
import { Facts } from './facts.tsx';
import { useOctets } from './octets.ts';

export function SizesCard({ storage: { database, unused, log, free, perMatch, rows } }: { readonly storage: StorageAnswer }) {
  const t = useTranslations('admin.sizes');
  const format = useFormatter();
  const octets = useOctets();
  const facts = [
    { what: t('database'), value: octets(database) },
    { what: t('unused'), value: octets(unused), isPart: true },
    { what: t('log'), value: octets(log) },
    { what: t('free'), value: octets(free) },
    { what: t('perMatch'), value: perMatch === null ? t('tooFew') : octets(perMatch) },
  ];
  const room = perMatch === null ? [] : [{ what: t('room'), value: t('roomMatches', { count: roughly(free / perMatch) }) }];
  return (
    <Card title={t('title')} text={t('text')}>
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <Facts facts={[...facts, ...room]} />
        <Facts facts={COUNTED_TABLES.map((table) => ({ what: t(`rows.${table}`), value: format.number(rows[table]) }))} />
      </div>
    </Card>
  );
}

/** Two digits say as much as is known. */
function roughly(count: number): number {
  return Number(count.toPrecision(2));
}

export function BackupCard({ backup: { last, isDue } }: Pick<StorageAnswer, 'backup'>) {
  const t = useTranslations('admin.backup');
  const octets = useOctets();
  return (
    <Card title={t('title')}>
      {isDue ? <p className="rounded-xl bg-amber-soft p-4 font-medium text-amber">{t(last ? 'due' : 'never')}</p> : null}
      {last ? (
        <>
          <Facts
            facts={[
              { what: t('at'), value: <When at={last.at} /> },
              { what: t('size'), value: octets(last.octets) },
            ]}
          />
          <p className="-mt-2 flex flex-col gap-1 text-muted">
            {t('path')}
            <code className="font-mono text-sm wrap-anywhere text-ink">{last.path}</code>
          </p>
        </>
      ) : null}
      <p className="text-sm text-muted">{t('how')}</p>
      <code className="-mt-2 rounded-lg bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere">npm run -s backup -- FILE</code>
    </Card>
  );
}

export function RetentionCard({ retention: { days, next } }: Pick<StorageAnswer, 'retention'>) {
  const t = useTranslations('admin.retention');
  const format = useFormatter();
  const counted = (count: number) => (count > SWEEP_COUNTED ? t('above', { count: SWEEP_COUNTED }) : format.number(count));
  return (
    <Card title={t('title')}>
      <p>{days === 0 ? t('forever') : t('days', { days })}</p>
      {next ? (
        <Facts
          facts={[
            { what: t('nextPlayers'), value: counted(next.players) },
            { what: t('nextMatches'), value: counted(next.matches) },
          ]}
        />
      ) : null}
      <p className="text-sm text-muted">{t('setting')}</p>
    </Card>
  );
}
