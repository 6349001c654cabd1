import { useFormatter } from 'next-intl';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of octets as people read it: 1.2 MB. */
export function useOctets(): (octets: number) => string {
  const format = useFormatter();
  return (octets) => {
    const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, octets)) / 3)));
    return format.number(octets / 1_000 ** power, { style: 'unit', unit: UNITS[power], maximumFractionDigits: 1 });
  };
}
