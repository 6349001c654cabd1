'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { Study } from './studies.ts';

type StudyTroubleProps = { readonly trouble: TroubleCode; readonly onRetry: () => void };

/** Somebody who has never been here cannot begin without the host. */
export function StudyTrouble({ trouble, onRetry }: StudyTroubleProps) {
  const t = useTranslations('study');
  return (
    <>
      <Trouble trouble={trouble} />
      <Button look="quiet" className="self-start" onClick={onRetry}>
        {t('retry')}
      </Button>
    </>
  );
}

/** Says that nothing is lost, where the host could not be told. It is there from the beginning, so that a screen reader hears it change. */
export function WaitingNotice({ study: { untold, isCutOff } }: { readonly study: Study }) {
  const t = useTranslations('study');
  return (
    <p role="status" className="text-sm text-muted empty:hidden">
      {isCutOff && untold > 0 ? t('waiting', { count: untold }) : null}
    </p>
  );
}
