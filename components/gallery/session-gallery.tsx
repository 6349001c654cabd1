'use client';
import { useLocale } from 'next-intl';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { Header } from '#components/header.tsx';
import { TurnCard } from '#components/projector/turn-card.tsx';
import { Wall } from '#components/projector/wall.tsx';
import { Room } from '#components/session/room.tsx';
import { MatchFigures } from '#components/session/standing.tsx';
import type { RuleId } from '#game/tcp/rules.ts';
import type { ProjectorView } from '#protocol/contest.ts';
import { NOW } from './build.ts';
import { STUDENT_SITUATIONS, type StudentSituation, WALL_SITUATIONS, type WallSituation } from './contest-situations.ts';
import { SITUATIONS } from './situations.ts';

/** A student of a class session. */
export function RoomGallery({ situation }: { readonly situation: StudentSituation }) {
  return (
    <>
      <Header locale={useLocale()} onLocale={() => {}} sessionHref="/gallery?room=lobby" />
      <Room view={STUDENT_SITUATIONS[situation]} result={<MatchFigures opponent="Jonas" points={1_240} accuracy={0.8} />} />
    </>
  );
}

type WallGalleryProps = {
  readonly situation: WallSituation;
  readonly ruleNames: Readonly<Record<RuleId, string>>;
  readonly scenarioName: string;
};

/** The projector of a class session, with a clock that stands still. */
export function WallGallery({ situation, ruleNames, scenarioName }: WallGalleryProps) {
  const view: ProjectorView = WALL_SITUATIONS[situation];
  const shown = view.shown ?? view.hardest;
  return (
    <Wall
      view={view}
      joinUrl="https://lastack.school/join"
      hostNow={hostNow}
      edges={DIAGRAM}
      ruleName={(id) => ruleNames[id]}
      scenarioName={view.scenario && scenarioName}
      turn={shown ? <TurnCard view={SITUATIONS.ghost} turn={shown.turn} hardest={view.hardest} /> : undefined}
    />
  );
}

function hostNow(): number {
  return NOW;
}
