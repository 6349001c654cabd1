import { notFound } from 'next/navigation';
import { Gallery } from '#components/gallery/gallery.tsx';
import { SITUATIONS, type SituationName } from '#components/gallery/situations.ts';
import { Words } from '../words.tsx';

type Query = { readonly situation?: string; readonly replay?: string };

/** `npm run dev`, then /gallery?situation=ghost: every situation of a match. Not built for production (`next.config.js`). */
export default async function GalleryPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { situation = 'move', replay } = await searchParams;
  if (!(situation in SITUATIONS)) notFound();
  return (
    <Words names={['duel', 'states', 'events', 'ghost', 'misconceptions']}>
      <Gallery key={situation} situation={situation as SituationName} isReplay={replay !== undefined} />
    </Words>
  );
}
