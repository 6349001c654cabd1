'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Main } from '#components/pages/main.tsx';
import { PracticeSetup } from '#components/practice/practice-setup.tsx';
import type { KnownScenario } from '#components/practice/scenario-choice.tsx';
import { Way } from '#components/practice/ways.tsx';
import { PageHeader } from '../page-header.tsx';
import { CATCH, drawSeed, practiceHref } from './hrefs.ts';
import { useBegun } from './use-begun.ts';

export function PracticeChooser({ scenarios }: { readonly scenarios: readonly KnownScenario[] }) {
  const t = useTranslations('practice');
  const router = useRouter();
  const begun = useBegun('practice');
  return (
    <>
      <PageHeader />
      <Main title={t('title')} intro={t('intro')} narrow>
        {begun && <Way way="resume" href={begun} />}
        <PracticeSetup scenarios={scenarios} onStart={(choice) => router.push(practiceHref({ ...choice, own: null, seed: drawSeed() }))} />
        <Way way="catchCard" href={CATCH} />
      </Main>
    </>
  );
}
