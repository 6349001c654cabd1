'use client';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { TOPICS, type Topic } from '#game/quiz/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { Choice } from '#components/pages/choice.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';

type ExamStartProps = {
  readonly isBusy: boolean;
  readonly trouble: TroubleCode | null;
  /** Something else is asked for than before. */
  readonly onChange: () => void;
  /** No topics are all of them. */
  readonly onStart: (topics: readonly Topic[]) => void;
};

const WHICH = ['all', 'some'] as const;

/** What an exam is about, and what to know before it begins. */
export function ExamStart({ isBusy, trouble, onChange, onStart }: ExamStartProps) {
  const t = useTranslations('papers.exam');
  const [which, setWhich] = useState<(typeof WHICH)[number]>('all');
  const [topics, setTopics] = useState<readonly Topic[]>([]);
  const canStart = !isBusy && (which === 'all' || topics.length > 0);
  const toggle = (topic: Topic) => {
    setTopics(topics.includes(topic) ? topics.filter((one) => one !== topic) : [...topics, topic]);
    onChange();
  };
  const choose = (next: (typeof WHICH)[number]) => {
    setWhich(next);
    onChange();
  };
  return (
    <Card title={t('new')}>
      <ul className="list-disc space-y-1 pl-5 text-sm">
        <li>{t('changeable')}</li>
        <li>{t('clock')}</li>
        <li>{t('after')}</li>
      </ul>
      <Choice
        legend={t('about')}
        options={WHICH.map((value) => ({ value, label: t(value) }))}
        value={which}
        onChoose={choose}
        className="grid-cols-2"
      />
      {which === 'some' && <TopicBoxes topics={topics} onToggle={toggle} />}
      <Button look="main" aria-disabled={!canStart} onClick={() => canStart && onStart(which === 'all' ? [] : topics)}>
        {t(which === 'some' && topics.length === 0 ? 'noTopic' : 'start')}
      </Button>
      <Trouble trouble={trouble} />
    </Card>
  );
}

type TopicBoxesProps = { readonly topics: readonly Topic[]; readonly onToggle: (topic: Topic) => void };

function TopicBoxes({ topics, onToggle }: TopicBoxesProps) {
  const t = useTranslations('papers.exam');
  const study = useTranslations('study');
  const note = useId();
  return (
    <fieldset aria-describedby={note} className="min-w-0">
      <legend className="sr-only">{t('some')}</legend>
      <div className="grid grid-cols-2 gap-2">
        {TOPICS.map((topic) => (
          <label
            key={topic}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-xl border border-line bg-card px-3 py-2 text-sm hover:border-line-strong has-checked:border-client has-checked:bg-client-soft"
          >
            <input type="checkbox" checked={topics.includes(topic)} onChange={() => onToggle(topic)} className="size-4 accent-client" />
            {study(`topicNames.${topic}`)}
          </label>
        ))}
      </div>
      <p id={note} className="mt-2 text-sm text-muted">
        {t('few')}
      </p>
    </fieldset>
  );
}
