'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CardId, Choice } from '#game/quiz/vocabulary.ts';
import { KeyHint } from '#components/button.tsx';
import { useLetterKeys } from '#components/composer/letter-keys.ts';
import { useKeys } from '#components/use-keys.ts';
import { ChoiceText } from './choice-text.tsx';
import type { AskedTexts } from './quiz-texts.ts';

export type ChoiceListProps = {
  readonly card: CardId | null;
  readonly choices: readonly Choice[];
  readonly chosen: number | null;
  /** Null as long as nothing is judged. */
  readonly right: number | null;
  /** Known to be wrong by a hint. */
  readonly struck: readonly number[];
  readonly labelledBy: string;
  readonly texts: AskedTexts;
  readonly onChoose: (index: number) => void;
};

type Look = keyof typeof LOOKS;
const LOOKS = {
  open: 'border-line bg-card shadow-card hover:border-ink',
  chosen: 'border-client bg-client-soft',
  right: 'border-good bg-good-soft text-good',
  wrong: 'border-bad bg-bad-soft text-bad',
  struck: 'border-line bg-stripe text-muted line-through',
  other: 'border-line bg-card text-muted',
} as const;
const SIGNS: Readonly<Partial<Record<Look, string>>> = { chosen: '●', right: '✓', wrong: '✕' };

/** One of a few. A press answers; so does the digit of a choice. */
export function ChoiceList(props: ChoiceListProps) {
  const { choices, right, struck, labelledBy, onChoose } = props;
  const [hasKeys, setKeys] = useLetterKeys();
  const canChoose = (index: number) => right === null && index < choices.length && !struck.includes(index);
  useKeys((event) => {
    const index = hasKeys && /^[1-8]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (index < 0 || !canChoose(index)) return;
    event.preventDefault();
    onChoose(index);
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be named by a legend of its own; this is named by the question.
    <div role="group" aria-labelledby={labelledBy} className="flex flex-col gap-3">
      {choices.map((choice, index) => (
        <ChoiceButton
          key={keyOf(choice)}
          number={index + 1}
          look={lookOf(index, props)}
          isChosen={index === props.chosen}
          disabled={!canChoose(index)}
          onChoose={() => onChoose(index)}
        >
          <ChoiceText card={props.card} choice={choice} choices={choices} texts={props.texts} />
        </ChoiceButton>
      ))}
      {right === null && <DigitKeys isOn={hasKeys} onSwitch={setKeys} />}
    </div>
  );
}

/** Single keys can be turned off (WCAG 2.1.4). */
function DigitKeys({ isOn, onSwitch }: { readonly isOn: boolean; readonly onSwitch: (isOn: boolean) => void }) {
  const t = useTranslations('quiz.keys');
  return (
    <label className="flex min-h-6 items-center gap-2 self-end text-xs text-muted pointer-coarse:hidden">
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
      {t('digits')}
    </label>
  );
}

function keyOf(choice: Choice): string {
  return JSON.stringify(choice);
}

function lookOf(index: number, { chosen, right, struck }: ChoiceListProps): Look {
  if (right === null && struck.includes(index)) return 'struck';
  if (right === null) return index === chosen ? 'chosen' : 'open';
  if (index === right) return 'right';
  return index === chosen ? 'wrong' : 'other';
}

type ChoiceButtonProps = {
  readonly number: number;
  readonly look: Look;
  readonly isChosen: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

function ChoiceButton({ number, look, isChosen, disabled, onChoose, children }: ChoiceButtonProps) {
  const t = useTranslations('quiz.marks');
  return (
    <button
      type="button"
      disabled={disabled}
      aria-pressed={isChosen}
      onClick={onChoose}
      className={`flex min-h-13 w-full items-center gap-3 rounded-xl border px-4 py-2.5 text-left text-[0.95rem] ${LOOKS[look]}`}
    >
      <KeyHint>{String(number)}</KeyHint>
      <span className="flex min-w-0 flex-1">{children}</span>
      {SIGNS[look] && (
        <span aria-hidden="true" className="font-bold">
          {SIGNS[look]}
        </span>
      )}
      {(look === 'right' || look === 'wrong' || look === 'struck') && <span className="sr-only"> · {t(look)}</span>}
    </button>
  );
}
