import { useFormatter } from 'next-intl';

/** An instant by the reader's own clock: for what the browser fetches, never for what is rendered on the host. */
export function When({ at }: { readonly at: number }) {
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const when = new Date(at);
  return (
    <time className="whitespace-nowrap" dateTime={when.toISOString()}>
      {format.dateTime(when, { dateStyle: 'medium', timeStyle: 'short', timeZone })}
    </time>
  );
}
