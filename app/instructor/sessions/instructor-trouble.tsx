'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';

/** Why an instructor's page is empty, and the way to sign in where that is what is missing. */
export function InstructorTrouble({ trouble }: { readonly trouble: TroubleCode }) {
  const t = useTranslations('sessions');
  return (
    <div className="flex flex-col items-start gap-4">
      <Trouble trouble={trouble} />
      {trouble === 'not-an-instructor' ? (
        <ButtonLink look="quiet" href="/instructor">
          {t('signIn')}
        </ButtonLink>
      ) : null}
    </div>
  );
}
