import type { Option } from './choice.tsx';

type SelectProps = {
  readonly label: string;
  readonly options: readonly Option<string>[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

export function Select({ label, options, value, onChoose }: SelectProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm font-semibold">
      {label}
      <select
        value={value}
        onChange={(event) => onChoose(event.target.value)}
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
