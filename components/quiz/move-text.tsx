import { useTranslations } from 'next-intl';
import type { Move } from '#game/quiz/vocabulary.ts';
import { Code } from '#components/code.tsx';
import { flagsText, segmentText } from '#components/segment-text.ts';

type MoveTextProps = {
  readonly move: Move;
  /** Whether SEQ and ACK are told: where two moves differ by them, or where they are judged. */
  readonly hasNumbers: boolean;
};

/** What goes out on the left, the state that comes next on the right. */
export function MoveText({ move: { segment, state }, hasNumbers }: MoveTextProps) {
  const t = useTranslations('quiz');
  const sent = segment && (hasNumbers ? segmentText(segment) : flagsText(segment.flags));
  const words = sent === null ? t('sendNothing') : t.rich('send', { segment: sent, c: (chunks) => <Code>{chunks}</Code> });
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3">
      <span className="wrap-anywhere">{words}</span>
      <span className="sr-only">, </span>
      <Code className="ml-auto text-sm whitespace-nowrap">{state}</Code>
    </span>
  );
}
