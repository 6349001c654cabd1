import { useTranslations } from 'next-intl';
import type { View } from '#game/match/view.ts';

/** What the instructor has done to the match: paused it, or given the open turn more time. Spoken once. */
export function InstructorBanner({ view }: { readonly view: View }) {
  const t = useTranslations('duel.instructor');
  const turn = view.turns.at(-1);
  const seconds = turn && !turn.closed ? Math.round(turn.extra / 1_000) : 0;
  return (
    <div role="status" className="empty:hidden">
      {(view.halted || seconds > 0) && (
        <p className="rounded-xl border border-line-strong bg-sunken px-4 py-2 text-sm">
          {view.halted ? (
            <>
              <strong>{t('halted')}</strong> {t('haltedText')}
            </>
          ) : (
            t('extended', { seconds })
          )}
        </p>
      )}
    </div>
  );
}
