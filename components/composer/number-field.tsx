import { useTranslations } from 'next-intl';
import { parseNumber } from './draft.ts';

type NumberFieldProps = {
  readonly name: 'seq' | 'ack';
  readonly value: string;
  readonly disabled: boolean;
  readonly onType: (text: string) => void;
};

/** A sequence number as it is written on the wire; the letters of the flags are not digits, so they stay shortcuts in here. */
export function NumberField({ name, value, disabled, onType }: NumberFieldProps) {
  const t = useTranslations('duel.composer');
  const isTooLarge = value !== '' && parseNumber(value) === null;
  return (
    <label className="flex min-h-11 items-center gap-2 rounded-xl border border-line-strong bg-card px-3 focus-within:border-client focus-within:ring-2 focus-within:ring-client/30 has-disabled:border-line has-disabled:bg-stripe">
      <span className="font-mono text-sm text-muted">{name}</span>
      <input
        name={name}
        value={disabled ? '' : value}
        disabled={disabled}
        inputMode="numeric"
        autoComplete="off"
        aria-label={t(name)}
        aria-keyshortcuts={name === 'seq' ? 'Q' : 'K'}
        aria-invalid={isTooLarge}
        title={isTooLarge ? t('tooLarge', { field: name }) : undefined}
        onChange={(event) => onType(event.target.value)}
        className="w-full min-w-0 bg-transparent text-right font-mono text-base font-bold outline-none aria-invalid:text-bad"
      />
    </label>
  );
}
