import { useFormatter } from 'next-intl';

/** A share from 0 to 1, as the reader writes it: "85%". */
export function usePercent(): (share: number) => string {
  const format = useFormatter();
  return (share) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
}
