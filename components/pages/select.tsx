import type { Option } from './choice.tsx';

type SelectProps<T> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
};

export function Select<T extends string>({ label, options, value, onChoose }: SelectProps<T>) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm font-semibold">
      {label}
      <select
        value={value}
        onChange={(event) => onChoose(event.target.value as T)}
        className="min-h-11 w-full min-w-0 rounded-xl border border-line-strong bg-card px-3 text-base font-normal"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
