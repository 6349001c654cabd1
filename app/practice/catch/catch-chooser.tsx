'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Main } from '#components/pages/main.tsx';
import { CatchSetup } from '#components/practice/catch-setup.tsx';
import type { KnownScenario } from '#components/practice/scenario-choice.tsx';
import { Way } from '#components/practice/ways.tsx';
import { PageHeader } from '../../page-header.tsx';
import { catchHref, drawSeed } from '../hrefs.ts';
import { useBegun } from '../use-begun.ts';

export function CatchChooser({ scenarios }: { readonly scenarios: readonly KnownScenario[] }) {
  const t = useTranslations('practice.catch');
  const router = useRouter();
  const begun = useBegun('catch');
  return (
    <>
      <PageHeader />
      <Main title={t('title')} intro={t('intro')} narrow>
        {begun && <Way way="resume" href={begun} />}
        <CatchSetup scenarios={scenarios} onStart={(choice) => router.push(catchHref({ ...choice, own: null, seed: drawSeed() }))} />
      </Main>
    </>
  );
}
