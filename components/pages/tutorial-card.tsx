import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';

type TutorialCardProps = { readonly busy: boolean; readonly onStart: () => void; readonly onSkip: () => void };

/** Offered to somebody who has not played yet. */
export function TutorialCard({ busy, onStart, onSkip }: TutorialCardProps) {
  const t = useTranslations('home');
  return (
    <section
      aria-label={t('tutorialTitle')}
      className="card flex flex-wrap items-center gap-x-6 gap-y-3 border-client-faint bg-client-soft p-5"
    >
      <div className="min-w-0 flex-[1_1_16rem]">
        <h2 className="text-lg font-bold">{t('tutorialTitle')}</h2>
        <p>{t('tutorialText')}</p>
      </div>
      <div className="flex items-center gap-4">
        <div>
          <Button look="main" disabled={busy} onClick={onStart}>
            {t('tutorialStart')}
          </Button>
        </div>
        <Button look="text" onClick={onSkip}>
          {t('tutorialSkip')}
        </Button>
      </div>
    </section>
  );
}
