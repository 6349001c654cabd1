import { useId } from 'react';
import type { Option } from './choice.tsx';

type SelectProps<T> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
};

/** One of many. The note of the one that is chosen stands below. */
export function Select<T extends string>({ label, options, value, onChoose }: SelectProps<T>) {
  const noteId = useId();
  const note = options.find((option) => option.value === value)?.note;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label className="flex min-w-0 flex-col gap-1 text-sm font-semibold">
        {label}
        <select
          value={value}
          onChange={(event) => onChoose(event.target.value as T)}
          aria-describedby={note && noteId}
          className="min-h-11 w-full min-w-0 rounded-xl border border-line-strong bg-card px-3 text-base font-normal"
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {note && (
        <p id={noteId} className="text-sm text-muted">
          {note}
        </p>
      )}
    </div>
  );
}
