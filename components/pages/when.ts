import { useFormatter } from 'next-intl';

/** An instant by the reader's own clock and zone: for what the browser has fetched, never for what is rendered on the host. */
export function useWhen(): (at: number) => string {
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (at) =>
    format.dateTime(new Date(at), {
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    });
}
