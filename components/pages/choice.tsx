import { useId } from 'react';

export type Option<T> = { readonly value: T; readonly label: string; readonly note?: string };

type ChoiceProps<T> = {
  readonly legend: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  readonly className?: string;
};

/** One of a few. The notes tell the options apart where a word does not. */
export function Choice<T extends string | number>({ legend, options, value, onChoose, className = '' }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      <div className={`grid gap-2 ${className}`}>
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-11 cursor-pointer flex-col justify-center rounded-xl border border-line bg-card px-3 py-2 hover:border-line-strong has-checked:border-client has-checked:bg-client-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-client"
          >
            <span className="flex items-center gap-2 font-semibold">
              <input
                type="radio"
                name={name}
                checked={option.value === value}
                onChange={() => onChoose(option.value)}
                className="size-4 shrink-0 accent-client outline-none"
              />
              {option.label}
            </span>
            {option.note ? <span className="text-sm text-muted">{option.note}</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
