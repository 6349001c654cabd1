import { useTranslations } from 'next-intl';
import type { Ghost } from '#game/match/vocabulary.ts';
import { otherRole, type Role } from '#game/tcp/vocabulary.ts';
import { CODE_TAG } from '#components/code.tsx';
import { flagsText, segmentText } from '#components/segment-text.ts';

type GhostWordsProps = {
  readonly ghost: Ghost;
  readonly at: Role;
  readonly names: Readonly<Record<Role, string>>;
  /** The end of whoever reads; null for those who only watch. */
  readonly reader: Role | null;
};

/** What the wrong answer would have led to, as the host computed it. */
export function GhostWords(props: GhostWordsProps) {
  return (
    <p className="rounded-lg border border-dashed border-line-strong bg-card px-3 py-2">
      <Sentence {...props} />
    </p>
  );
}

function Sentence({ ghost, at, names, reader }: GhostWordsProps) {
  const t = useTranslations('ghost');
  const peer = otherRole(at);
  const who = { mine: reader === at ? 'yes' : 'no', toMe: reader === peer ? 'yes' : 'no', name: names[at], peer: names[peer] };
  if (ghost.kind === 'silence') return t(ghost.running ? 'silence' : 'silenceForever', who);
  const { segment, from, to, reply } = ghost;
  const answer = { reply: reply ? segmentText(reply) : '', answered: reply ? 'yes' : 'no', moved: from === to ? 'no' : 'yes' };
  return t.rich('segment', { ...who, ...answer, flags: flagsText(segment.flags), from, to, ...CODE_TAG });
}
