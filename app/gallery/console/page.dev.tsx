import { ConsoleGallery, type ConsoleSituation } from '#components/gallery/console-gallery.tsx';
import { Words } from '../../words.tsx';

type Query = { readonly situation?: string };

/** `npm run dev`, then /gallery/console?situation=lobby: every situation of an instructor's session. */
export default async function ConsoleGalleryPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { situation = 'lobby' } = await searchParams;
  return (
    <Words names={['console', 'sessions', 'levels', 'copy', 'duel']}>
      <ConsoleGallery key={situation} situation={situation as ConsoleSituation} />
    </Words>
  );
}
