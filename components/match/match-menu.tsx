'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Party } from '#game/match/vocabulary.ts';
import type { DuelActions } from '#components/duel-props.ts';
import { Button } from '#components/button.tsx';
import { AskDialog, type Question } from './ask-dialog.tsx';

type MatchMenuProps = { readonly other: Party; readonly on: Pick<DuelActions, 'leave' | 'resign' | 'reportName'> };

/** What one rarely wants: leaving, resigning, reporting the other's name. */
export function MatchMenu({ other, on }: MatchMenuProps) {
  const t = useTranslations('duel.menu');
  const [question, setQuestion] = useState<Question | null>(null);
  const does: Readonly<Record<Question, () => void>> = { leave: on.leave, resign: on.resign, report: on.reportName };
  const questions: readonly Question[] = other.bot ? ['leave', 'resign'] : ['leave', 'resign', 'report'];
  return (
    <>
      <div className="flex flex-wrap gap-x-4">
        {questions.map((one) => (
          <Button key={one} look="text" onClick={() => setQuestion(one)}>
            {t(one)}
          </Button>
        ))}
      </div>
      {question && (
        <AskDialog
          question={question}
          name={other.name}
          onNo={() => setQuestion(null)}
          onYes={() => {
            setQuestion(null);
            does[question]();
          }}
        />
      )}
    </>
  );
}
