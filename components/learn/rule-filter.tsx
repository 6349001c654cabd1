import Form from 'next/form';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LOOKS } from '#components/button.tsx';
import { STATES } from '#game/tcp/vocabulary.ts';
import { type Filter, isEverything, RULE_TOPICS } from './filter.ts';

/** A form that asks the host: it works before any script does. */
export function RuleFilter({ filter, count }: { readonly filter: Filter; readonly count: number }) {
  const t = useTranslations('learn');
  const topics = useTranslations('study.topicNames');
  const any = t('rules.any');
  return (
    <Form action="/learn/rules" scroll={false} aria-label={t('rules.filter')} className="card flex flex-wrap items-end gap-4 p-5">
      <FilterSelect
        {...{ name: 'state', label: t('rules.state'), any, value: filter.state }}
        options={STATES.map((state) => [state, state])}
      />
      <FilterSelect
        {...{ name: 'topic', label: t('rules.topic'), any, value: filter.topic }}
        options={RULE_TOPICS.map((topic) => [topic, topics(topic)])}
      />
      <button type="submit" className={LOOKS.quiet}>
        {t('rules.apply')}
      </button>
      <p role="status" className="py-2 text-sm text-muted">
        {!isEverything(filter) && t('rules.found', { count })}
      </p>
      {!isEverything(filter) && (
        <Link href="/learn/rules" scroll={false} className="py-2 text-sm text-client underline underline-offset-2">
          {t('rules.clear')}
        </Link>
      )}
    </Form>
  );
}

type FilterSelectProps = {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
};

function FilterSelect({ name, label, any, value, options }: FilterSelectProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1 text-sm font-semibold">
      {label}
      <select
        key={value}
        name={name}
        defaultValue={value ?? ''}
        className="min-h-11 min-w-0 rounded-xl border border-line-strong bg-card px-3 text-base font-normal"
      >
        <option value="">{any}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
