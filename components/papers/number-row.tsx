import { useTranslations } from 'next-intl';
import type { PaperItem } from '#protocol/study.ts';

type NumberRowProps = {
  readonly items: readonly PaperItem[];
  readonly number: number;
  readonly onNumber: (number: number) => void;
};

/** To every question of a paper. What is answered is filled, what is open has a broken line around it. */
export function NumberRow({ items, number, onNumber }: NumberRowProps) {
  const t = useTranslations('papers');
  return (
    <nav aria-label={t('questions')} className="mx-auto w-full max-w-5xl px-4 pt-4 sm:px-6">
      <ol className="grid grid-cols-10 gap-1 sm:flex sm:flex-wrap sm:gap-1.5">
        {items.map(({ given }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its number.
          <li key={index}>
            <button
              type="button"
              aria-current={index === number ? 'step' : undefined}
              aria-label={t(given ? 'numberAnswered' : 'numberOpen', { number: index + 1 })}
              onClick={() => onNumber(index)}
              className={`h-9 w-full rounded-lg border text-sm tabular-nums sm:w-9 ${given ? 'border-ink bg-ink text-card' : 'border-dashed border-muted bg-card'} aria-[current]:font-bold aria-[current]:ring-3 aria-[current]:ring-client`}
            >
              {index + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
