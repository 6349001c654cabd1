import { useTranslations } from 'next-intl';
import { Code } from '#components/code.tsx';

/** What happened, as ladders in plain text have it, and its words: "closes", "gets FIN,ACK seq=300", "gets FIN,ACK, closes". */
const CALLS = {
  listens: 'listens',
  opens: 'opens',
  closes: 'closes',
  aborts: 'aborts',
  reads: 'reads',
  asks: 'asks',
  'gives up': 'givesUp',
  RTO: 'rto',
  '2MSL': 'msl',
} as const;

export function EventWords({ event }: { readonly event: string }) {
  const t = useTranslations('reports.mastery.events');
  const [, segment, closes] = /^gets (.+?)(, closes)?$/.exec(event) ?? [];
  const [, octets] = /^sends (\d+)$/.exec(event) ?? [];
  if (segment) return t.rich(closes ? 'getsAndCloses' : 'gets', { segment, c: (chunks) => <Code>{chunks}</Code> });
  if (octets) return t('sends', { octets: Number(octets) });
  return event in CALLS ? t(CALLS[event as keyof typeof CALLS]) : event;
}
