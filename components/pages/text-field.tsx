import { type InputHTMLAttributes, useId } from 'react';

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'id'> & {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (value: string) => void;
  readonly hint?: string;
  /** What a page is about is written larger. */
  readonly isLarge?: boolean;
};

/** A line to write on, with its name above and what is to be known below. */
export function TextField({ label, value, onWrite, hint, isLarge = false, className = '', ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onWrite(event.target.value)}
        aria-describedby={hint && `${id}-hint`}
        spellCheck={false}
        className={`w-full min-w-0 rounded-xl border border-line-strong bg-card px-3 ${isLarge ? 'min-h-12 text-lg font-semibold' : 'min-h-11'}`}
        {...rest}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
