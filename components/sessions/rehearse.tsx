import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { Select } from '#components/pages/select.tsx';

/** An odd number too: the one who is left over is part of what is rehearsed. */
const COUNTS = [4, 7, 12, 25, 60] as const;

type RehearseProps = { readonly isBusy: boolean; readonly onStart: (bots: number) => void };

/** The whole session with bots in the place of students. */
export function Rehearse({ isBusy, onStart }: RehearseProps) {
  const t = useTranslations('sessions.setup');
  const [count, setCount] = useState('7');
  return (
    <Card title={t('rehearse')} text={t('rehearseNote')}>
      <Select
        label={t('bots')}
        options={COUNTS.map((value) => ({ value: String(value), label: t('botCount', { count: value }) }))}
        value={count}
        onChoose={setCount}
      />
      <Button look="quiet" aria-disabled={isBusy} onClick={isBusy ? undefined : () => onStart(Number(count))}>
        {t('start')}
      </Button>
    </Card>
  );
}
