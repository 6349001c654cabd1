import { cookies } from 'next/headers';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { HowItGoes } from '#components/pages/how-it-goes.tsx';
import { OwnCapture } from '#components/pages/own-capture.tsx';
import { StudyAlone } from '#components/pages/study-alone.tsx';
import { Welcome } from '#components/pages/welcome.tsx';
import { LEVELS, type Level } from '#game/match/vocabulary.ts';
import { Lobby } from './lobby.tsx';
import { StartNotices } from './notices.tsx';
import { PageHeader } from './page-header.tsx';
import { LEVEL_COOKIE, TUTORIAL_COOKIE } from './remember.ts';
import { scenarioNames, scenarioStories } from './scenario-names.ts';
import { Words } from './words.tsx';

/** What is only read is made by the host: it needs no script. */
export default async function StartPage() {
  const jar = await cookies();
  return (
    <Words names={['home', 'levels', 'bots', 'account', 'time']}>
      <PageHeader />
      <main className="mx-auto flex w-full max-w-5xl flex-1 flex-col gap-8 px-4 pt-6 pb-24 sm:px-6 sm:pt-10">
        <Welcome>
          <ClassWay />
        </Welcome>
        <Lobby
          isNew={!jar.has(TUTORIAL_COOKIE)}
          firstLevel={levelIn(jar.get(LEVEL_COOKIE)?.value)}
          scenarioNames={await scenarioNames()}
          scenarioStories={await scenarioStories()}
        />
        <StudyAlone href="/study" />
        <OwnCapture href="/captures" />
        <MoreToRead />
      </main>
      <StartNotices />
    </Words>
  );
}

function ClassWay() {
  const t = useTranslations('home');
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        <strong>{t('classTitle')}</strong> {t('classText')}
      </span>
      <ButtonLink look="quiet" href="/join">
        {t('classOpen')}
      </ButtonLink>
    </p>
  );
}

function MoreToRead() {
  const t = useTranslations('home');
  const learn = useTranslations('learn');
  return (
    <>
      <HowItGoes>
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Link href="/help" className="py-1 text-client underline">
            {t('howMore')}
          </Link>
          <Link href="/learn" className="py-1 text-client underline">
            {learn('title')}
          </Link>
        </p>
      </HowItGoes>
      <Link href="/instructor" className="self-start text-sm text-muted underline">
        {t('instructors')}
      </Link>
    </>
  );
}

function levelIn(value: string | undefined): Level {
  return LEVELS.find((level) => String(level) === value) ?? 1;
}
