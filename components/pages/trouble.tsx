import { useTranslations } from 'next-intl';
import type { Fault } from '#protocol/faults.ts';

/** Why something did not happen: the host refused it, or could not be reached at all. */
export type TroubleCode = Fault | 'unreachable';

export function useTroubleText(): (trouble: TroubleCode) => string {
  const faults = useTranslations('faults');
  const link = useTranslations('link');
  return (trouble) => (trouble === 'unreachable' ? link('unreachable') : faults(trouble));
}

/** Says why something did not happen. It is there from the beginning, so that a screen reader hears it change. */
export function Trouble({ trouble }: { readonly trouble: TroubleCode | null }) {
  const textOf = useTroubleText();
  return (
    <p role="alert" className="font-medium text-bad empty:hidden">
      {trouble ? textOf(trouble) : null}
    </p>
  );
}
