import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/button.tsx';

const FIRST = 40;

/** The first rows of a long list, and the button that shows the others. */
export function useFirst<T>(rows: readonly T[]): readonly [readonly T[], ReactNode] {
  const t = useTranslations('console');
  const [isWhole, setIsWhole] = useState(false);
  if (isWhole || rows.length <= FIRST) return [rows, null];
  const more = (
    <Button look="quiet" onClick={() => setIsWhole(true)}>
      {t('more', { count: rows.length - FIRST })}
    </Button>
  );
  return [rows.slice(0, FIRST), more];
}
