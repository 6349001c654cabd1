import { useTranslations } from 'next-intl';
import type { Outcome } from '#game/match/vocabulary.ts';
import { Code } from '#components/code.tsx';
import { fullSegmentText } from '#components/segment-text.ts';

/** A move as a bot makes it: what goes out, with its numbers, and the state that follows. */
export function Claim({ label, claim: { segment, state } }: { readonly label: string; readonly claim: Outcome }) {
  const t = useTranslations('duel.words');
  return (
    <p className="rounded-xl border border-line-strong px-4 py-3">
      <span className="block text-xs font-bold tracking-wide text-muted">{label}</span>
      <Code className="break-words">
        {segment ? fullSegmentText(segment) : t('nothing')} <span className="whitespace-nowrap">→ {state}</span>
      </Code>
    </p>
  );
}
