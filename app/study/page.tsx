import type { Metadata } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Card } from '#components/pages/card.tsx';
import { Main } from '#components/pages/main.tsx';
import { MatchNotice } from '../notices.tsx';
import { PageHeader } from '../page-header.tsx';
import { Words } from '../words.tsx';
import { Hub } from './hub.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('study'))('title') };
}

export default async function StudyPage() {
  const t = await getTranslations('study');
  return (
    <Words names={['study', 'home', 'bots']}>
      <PageHeader />
      <Main title={t('title')} intro={t('intro')}>
        <Hub>
          <MoreToLearn />
        </Hub>
      </Main>
      <MatchNotice />
    </Words>
  );
}

/** Without a card that is due. */
function MoreToLearn() {
  const t = useTranslations('learn');
  const practice = useTranslations('practice');
  const machine = useTranslations('machine');
  const more = useTranslations('study.more');
  const places = [
    { href: '/practice', name: practice('title'), text: more('practice') },
    { href: '/practice/catch', name: practice('catch.title'), text: more('catch') },
    { href: '/machine', name: machine('title'), text: more('machine') },
    { href: '/learn', name: t('title'), text: more('learn') },
    { href: '/learn/rules', name: t('rules.title'), text: more('rules') },
  ];
  return (
    <Card title={t('more')}>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {places.map(({ href, name, text }) => (
          <li key={href}>
            <Link href={href} className="flex h-full flex-col gap-0.5 rounded-xl border border-line bg-card px-4 py-2.5 hover:border-ink">
              <span className="font-semibold">{name}</span>
              <span className="text-sm text-muted">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
