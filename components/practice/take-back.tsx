'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { canTakeBack, ownVerdict, type Practice } from '#game/practice/practice.ts';
import { isIllegal, type Turn } from '#game/practice/turns.ts';
import { ChosenText } from '#components/answer-text.tsx';
import { Button } from '#components/button.tsx';
import { Dialog } from '#components/dialog.tsx';
import { useEventWords } from '#components/match/event-words.ts';

type TakeBackProps = { readonly practice: Practice; readonly onTakeBack: (turn: number) => void };

/** The way back to any turn that one has answered, the last one first. */
export function TakeBack({ practice, onTakeBack }: TakeBackProps) {
  const t = useTranslations('practice.back');
  const [isOpen, setOpen] = useState(false);
  const turns = practice.turns.filter(({ number }) => canTakeBack(practice, number)).toReversed();
  const choose = (number: number) => {
    setOpen(false);
    onTakeBack(number);
  };
  if (turns.length === 0) return null;
  return (
    <>
      <Button look="text" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <Dialog title={t('title')} onClose={() => setOpen(false)}>
          <p className="-mt-2 mb-3 text-sm text-muted">{t('text')}</p>
          <ul className="space-y-2">
            {turns.map((turn) => (
              <li key={turn.number}>
                <Way practice={practice} turn={turn} onTakeBack={() => choose(turn.number)} />
              </li>
            ))}
          </ul>
          <Button look="quiet" className="mt-4" onClick={() => setOpen(false)}>
            {t('close')}
          </Button>
        </Dialog>
      )}
    </>
  );
}

function Way({ practice, turn, onTakeBack }: { readonly practice: Practice; readonly turn: Turn; readonly onTakeBack: () => void }) {
  const t = useTranslations('practice.back');
  const words = useTranslations('duel.verdict');
  const eventWords = useEventWords();
  const verdict = ownVerdict(practice, turn);
  const ask = turn.asks.find(({ at }) => at === verdict?.at);
  if (!verdict?.chosen || !ask) return null;
  const isWrong = isIllegal(verdict);
  return (
    <Button look="quiet" className="w-full text-left" onClick={onTakeBack}>
      <span className="block text-xs text-muted">
        {t('turn', { turn: turn.number + 1 })} · {eventWords(ask.event).title}
      </span>
      <span className={`mr-1 font-semibold ${isWrong ? 'text-bad' : 'text-good'}`}>
        {isWrong ? '✕' : '✓'} {words(isWrong ? 'isWrong' : 'isRight')}
      </span>
      <ChosenText answer={verdict.chosen} />
    </Button>
  );
}
