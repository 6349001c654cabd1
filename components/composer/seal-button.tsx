import { useTranslations } from 'next-intl';
import type { State } from '#game/tcp/vocabulary.ts';
import { Button, KeyHint } from '#components/button.tsx';
import { CODE_TAG } from '#components/code.tsx';
import { type Draft, missingOf } from './draft.ts';
import { useAnswerWords } from './proposal-words.tsx';

type SealButtonProps = {
  readonly mode: 'propose' | 'predict';
  readonly draft: Draft;
  readonly hasNumbers: boolean;
  readonly here: State | null;
  readonly sending: boolean;
  readonly halted: boolean;
  readonly onSeal: () => void;
};

/** Says in words what will be sealed, or what is still missing. It stays in reach while the rest scrolls. */
export function SealButton({ mode, draft, hasNumbers, here, sending, halted, onSeal }: SealButtonProps) {
  const t = useTranslations('duel.composer');
  const missing = missingOf(draft, hasNumbers);
  const isLocked = sending || halted;
  const isTooLarge = (missing === 'seq' || missing === 'ack') && draft[missing] !== '';
  return (
    <div className="sticky bottom-0 z-10 border-t border-line bg-card px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:border-0 lg:px-5 lg:pt-1 lg:pb-4">
      <Button look="main" aria-disabled={sending || halted || missing !== null} onClick={onSeal}>
        {isLocked && t(halted ? 'halted' : 'sending')}
        {!isLocked && missing && (isTooLarge ? t('tooLarge', { field: missing }) : t(`missing.${missing}`))}
        {!isLocked && !missing && <Sealing mode={mode} draft={draft} here={here} />}
      </Button>
    </div>
  );
}

/** Without the numbers: they stand right above. */
function Sealing({ mode, draft, here }: Pick<SealButtonProps, 'mode' | 'draft' | 'here'>) {
  const t = useTranslations('duel.composer');
  const words = useAnswerWords();
  const { isNothing, flags, data, state } = draft;
  if (!state) return null;
  const segment = isNothing ? null : { flags, data, seq: null, ack: null };
  const kind = `${mode}${segment ? '' : 'Nothing'}${state === here ? 'Stay' : ''}`;
  return (
    <span className="flex items-center justify-center gap-2">
      <span>{t.rich('seal', { kind, segment: words({ segment, state }), state, ...CODE_TAG })}</span>
      <KeyHint>Enter</KeyHint>
    </span>
  );
}
