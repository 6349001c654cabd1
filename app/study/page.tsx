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
        <Hub />
        <MoreToLearn />
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
  const links = [
    { href: '/learn', name: t('title') },
    { href: '/learn/rules', name: t('rules.title') },
    { href: '/practice', name: practice('title') },
    { href: '/machine', name: machine('title') },
  ];
  return (
    <Card title={t('more')}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map(({ href, name }) => (
          <li key={href}>
            <Link href={href} className="inline-block py-2 text-client underline underline-offset-2">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
