'use client';
import { useTranslations } from 'next-intl';
import type { View } from '#game/match/view.ts';
import { LOOKS } from '#components/button.tsx';
import { LadderDownload } from '#components/ladder/download.tsx';
import { momentsOf } from '#components/ladder/moments.ts';
import { namesByRole, turnsOfLeg } from '#components/match/situation.ts';

type DownloadsProps = {
  /** Of a match that is over. */
  readonly view: View;
  readonly scenarioName: string | null;
  readonly captureHref: string;
};

/** What can be taken along of a match: the ladder of each leg for a slide, and what went over the wire for Wireshark. */
export function Downloads({ view, scenarioName, captureHref }: DownloadsProps) {
  const t = useTranslations('duel.downloads');
  const legs = ([0, 1] as const).filter((leg) => turnsOfLeg(view, leg).some(({ closed }) => closed));
  if (legs.length === 0) return null;
  return (
    <section aria-labelledby="downloads" className="flex flex-wrap items-center gap-2">
      <h2 id="downloads" className="w-full text-sm font-semibold">
        {t('title')}
      </h2>
      {legs.map((leg) => (
        <LadderDownload
          key={leg}
          moments={momentsOf(turnsOfLeg(view, leg))}
          names={namesByRole(view, leg)}
          hideStates={false}
          title={t('picture', { scenario: scenarioName ?? '', leg: leg + 1, ...namesByRole(view, leg) })}
          fileName={`last-ack-${view.settings.scenario}-leg-${leg + 1}`}
        >
          {t('ladder', { leg: leg + 1 })}
        </LadderDownload>
      ))}
      <a href={captureHref} download className={`inline-flex items-center ${LOOKS.quiet}`}>
        {t('capture')}
      </a>
    </section>
  );
}
