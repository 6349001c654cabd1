import { useTranslations } from 'next-intl';
import { topicOf } from '#game/quiz/curriculum.ts';
import type { WeakSpot } from '#game/quiz/progress.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';
import { Share } from '#components/reports/share.tsx';
import type { CardName, PractiseHref } from './progress-props.ts';

type WeakCardProps = {
  /** The weakest first. */
  readonly spots: readonly WeakSpot[];
  readonly cardName: CardName;
  readonly practiseHref: PractiseHref;
};

/** What was wrong and is not known since, to be practised one by one or all together. */
export function WeakCard({ spots, cardName, practiseHref }: WeakCardProps) {
  const t = useTranslations('progress.weak');
  if (spots.length === 0) return <Card title={t('title')} text={t('none')} />;
  return (
    <Card title={t('title')} text={t('text')}>
      <ol className="flex flex-col divide-y divide-line">
        {spots.map((spot) => (
          <WeakItem key={spot.card} spot={spot} name={cardName(spot.card)} href={practiseHref([spot.card])} />
        ))}
      </ol>
      <ButtonLink look="main" href={practiseHref(spots.map(({ card }) => card))} className="mt-auto">
        {t('practiseAll', { count: spots.length })}
      </ButtonLink>
    </Card>
  );
}

type WeakItemProps = { readonly spot: WeakSpot; readonly name: string; readonly href: string };

function WeakItem({ spot: { card, asked, right, lapses }, name, href }: WeakItemProps) {
  const t = useTranslations('progress.weak');
  const topics = useTranslations('study.topicNames');
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0">
      <p className="text-xs text-muted">
        {topics(topicOf(card))}
        {lapses > 0 ? ` · ${t('lapses', { count: lapses })}` : null}
      </p>
      <p className="line-clamp-2 font-medium">{name}</p>
      <div className="flex items-center gap-4">
        <div className="min-w-0 flex-1">
          <Share asked={asked} right={right} />
        </div>
        <ButtonLink look="quiet" href={href} prefetch={false} aria-label={t('practiseOne', { name })}>
          {t('practise')}
        </ButtonLink>
      </div>
    </li>
  );
}
