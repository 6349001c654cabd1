import { useTranslations } from 'next-intl';
import type { PaperAnswer } from '#protocol/study.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';
import { useWhen } from '#components/pages/when.ts';

/** The paper that was begun last: to go on with, or to look at again. */
export function PaperUnderWay({ paper: { paperId, kind, items, startedAt, endsAt, result } }: { readonly paper: PaperAnswer }) {
  const t = useTranslations('papers.last');
  const when = useWhen();
  const href = `/study/papers/${paperId}`;
  if (result)
    return (
      <Card title={t('over', { kind })} text={t('overText', { when: when(startedAt), right: result.right, count: items.length })}>
        <ButtonLink look="quiet" href={`${href}/result`} prefetch={false} className="self-start">
          {t('look')}
        </ButtonLink>
      </Card>
    );
  return (
    <Card title={t('open', { kind })} text={t('openText', { when: when(endsAt) })}>
      <ButtonLink look="main" href={href} prefetch={false}>
        {t('goOn')}
      </ButtonLink>
    </Card>
  );
}
