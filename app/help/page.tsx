import type { Metadata } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { POINTS, pointsForMove, pointsForPrediction } from '#game/match/scoring.ts';
import { LEVELS } from '#game/match/vocabulary.ts';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { Words } from '../words.tsx';
import { Chapter } from './chapter.tsx';
import { Keys } from './keys.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('help'))('title') };
}

export default function HelpPage() {
  const t = useTranslations('help');
  const learn = useTranslations('learn');
  return (
    <Words names={['home', 'bots']}>
      <PageHeader />
      <Main title={t('title')} narrow>
        <AMatch />
        <Levels />
        <Points />
        <Presence />
        <Keys />
        <Chapter title={t('authorityTitle')}>
          <p>{t('authority')}</p>
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <Link href="/learn" className="py-1 text-client underline underline-offset-2">
              {learn('title')}
            </Link>
            <Link href="/learn/rules" className="py-1 text-client underline underline-offset-2">
              {learn('rules.title')}
            </Link>
          </p>
        </Chapter>
      </Main>
      <MatchNotice />
    </Words>
  );
}

function AMatch() {
  const t = useTranslations('help');
  return (
    <Chapter title={t('matchTitle')}>
      {(['1', '2', '3', '4', '5'] as const).map((part) => (
        <p key={part}>{t(`match.${part}`)}</p>
      ))}
    </Chapter>
  );
}

function Levels() {
  const t = useTranslations('help');
  const levels = useTranslations('levels');
  return (
    <Chapter title={t('levelsTitle')}>
      <dl className="flex flex-col gap-3">
        {LEVELS.map((level) => (
          <div key={level}>
            <dt className="font-semibold">{levels('name', { level })}</dt>
            <dd>{t(`levels.${level}`)}</dd>
          </div>
        ))}
      </dl>
    </Chapter>
  );
}

/** Every number is read from the function that gives the points. */
function Points() {
  const t = useTranslations('help');
  const { move, nothingStay, streakStep, streakCap, speed } = POINTS;
  const right = { segmentRight: true, stateRight: true, worth: move, streak: streakCap, timeLeft: 1 };
  const best = pointsForMove(right).total;
  const oneOfTwo = pointsForMove({ ...right, stateRight: false }).total;
  return (
    <Chapter title={t('pointsTitle')}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        <li>{t('points.move', { points: move })}</li>
        <li>{t('points.nothing', { points: nothingStay })}</li>
        <li>{t('points.half', { points: oneOfTwo })}</li>
        <li>{t('points.streak', { step: streakStep, cap: streakCap })}</li>
        <li>{t('points.speed', { points: speed })}</li>
        <li>{t('points.prediction', { points: pointsForPrediction(true, move).total })}</li>
        <li>{t('points.missed')}</li>
        <li>{t('points.rank')}</li>
      </ul>
      <p className="rounded-xl bg-sunken p-3 font-mono text-sm font-semibold">
        {t('formula', { move, step: streakStep, cap: streakCap, speed })}
      </p>
      <p>{t('best', { cap: streakCap, points: best })}</p>
    </Chapter>
  );
}

function Presence() {
  const t = useTranslations('help');
  return (
    <Chapter title={t('presenceTitle')}>
      <ul className="flex list-disc flex-col gap-2 pl-5">
        {(['lost', 'back', 'leave', 'untimed', 'tabs'] as const).map((rule) => (
          <li key={rule}>{t(`presence.${rule}`)}</li>
        ))}
      </ul>
    </Chapter>
  );
}
