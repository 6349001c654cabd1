import { getMessages } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { RuleId } from '#game/tcp/rules.ts';
import { STUDENT_SITUATIONS, type StudentSituation, WALL_SITUATIONS, type WallSituation } from '#components/gallery/contest-situations.ts';
import { Gallery } from '#components/gallery/gallery.tsx';
import { RoomGallery, WallGallery } from '#components/gallery/session-gallery.tsx';
import { SITUATIONS, type SituationName } from '#components/gallery/situations.ts';
import { scenarioNames } from '../scenario-names.ts';
import { MATCH_WORDS, Words } from '../words.tsx';

type Query = { readonly situation?: string; readonly replay?: string; readonly room?: string; readonly wall?: string };

/**
 * `npm run dev`, then /gallery?situation=ghost: every situation of a match; ?room=lobby and ?wall=lobby: those of a class session. Not
 * built for production (`next.config.js`).
 */
export default async function GalleryPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { situation = 'move', replay, room, wall } = await searchParams;
  if (wall !== undefined) return <OnTheWall wall={wall} />;
  if (room !== undefined) return <InTheRoom room={room} />;
  if (!(situation in SITUATIONS)) notFound();
  return (
    <Words names={['duel', 'states', 'events', 'ghost', 'misconceptions']}>
      <Gallery key={situation} situation={situation as SituationName} isReplay={replay !== undefined} />
    </Words>
  );
}

function InTheRoom({ room }: { readonly room: string }) {
  if (!(room in STUDENT_SITUATIONS)) notFound();
  return (
    <Words names={['session']}>
      <RoomGallery situation={room as StudentSituation} />
    </Words>
  );
}

async function OnTheWall({ wall }: { readonly wall: string }) {
  if (!(wall in WALL_SITUATIONS)) notFound();
  const { rules } = await getMessages();
  const ruleNames = Object.fromEntries(Object.entries(rules).map(([id, { name }]) => [id, name])) as Record<RuleId, string>;
  return (
    <Words names={['projector', ...MATCH_WORDS]}>
      <WallGallery
        situation={wall as WallSituation}
        ruleNames={ruleNames}
        scenarioName={(await scenarioNames())['four-segment-close-server-first'] ?? ''}
      />
    </Words>
  );
}
