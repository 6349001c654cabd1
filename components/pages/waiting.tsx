import { useTranslations } from 'next-intl';
import type { Level } from '#game/match/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Card } from './card.tsx';

type WaitingProps = {
  readonly level: Level;
  readonly seconds: number;
  /** Nobody came for a while. */
  readonly offersBot: boolean;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onBot: () => void;
};

export function Waiting({ level, seconds, offersBot, busy, onCancel, onBot }: WaitingProps) {
  const t = useTranslations('waiting');
  return (
    <>
      <div className="card flex flex-col items-center gap-4 p-8">
        <span aria-hidden="true" className="flex gap-2">
          <span className="size-4 animate-bounce rounded-full bg-client" />
          <span className="size-4 animate-bounce rounded-full bg-server [animation-delay:150ms]" />
        </span>
        <p className="font-mono text-2xl font-bold tabular-nums" role="timer">
          {t('elapsed', { seconds })}
        </p>
        <p className="text-center text-muted">{t('text', { level })}</p>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <div aria-live="polite" className="min-h-48">
        {offersBot ? (
          <Card title={t('botTitle')} text={t('botText')}>
            <Button look="main" disabled={busy} onClick={onBot}>
              {t('botStart')}
            </Button>
          </Card>
        ) : null}
      </div>
    </>
  );
}
