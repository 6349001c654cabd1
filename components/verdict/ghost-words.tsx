import { useTranslations } from 'next-intl';
import type { Ghost } from '#game/match/vocabulary.ts';
import { otherRole, type Role } from '#game/tcp/vocabulary.ts';
import { CODE_TAG } from '#components/code.tsx';
import { flagsText, segmentText } from '#components/segment-text.ts';

type GhostWordsProps = {
  readonly ghost: Ghost;
  readonly at: Role;
  readonly names: Readonly<Record<Role, string>>;
  readonly isMine: boolean;
};

/** What the wrong answer would have led to, as the host computed it. */
export function GhostWords({ ghost, at, names, isMine }: GhostWordsProps) {
  return (
    <p className="rounded-lg border border-dashed border-line-strong bg-card px-3 py-2">
      <Sentence ghost={ghost} at={at} names={names} isMine={isMine} />
    </p>
  );
}

function Sentence({ ghost, at, names, isMine }: GhostWordsProps) {
  const t = useTranslations('ghost');
  const who = { mine: isMine ? 'yes' : 'no', name: names[at], peer: names[otherRole(at)] };
  if (ghost.kind === 'silence') return t(ghost.running ? 'silence' : 'silenceForever', who);
  const { segment, from, to, reply } = ghost;
  const answer = { reply: reply ? segmentText(reply) : '', answered: reply ? 'yes' : 'no', moved: from === to ? 'no' : 'yes' };
  return t.rich('segment', { ...who, ...answer, flags: flagsText(segment.flags), from, to, ...CODE_TAG });
}
