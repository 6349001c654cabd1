import Link from 'next/link';
import type { Arrow } from '#game/tcp/diagram.ts';
import { Code } from '#components/code.tsx';
import { useMoveWords } from './arrow-words.ts';
import { hrefOfArrow } from './selection.ts';

type ArrowListProps = {
  readonly arrows: readonly Arrow[];
  /** The end that is not said anyhow. */
  readonly end: 'from' | 'to';
  readonly label: string;
};

export function ArrowList({ arrows, end, label }: ArrowListProps) {
  const moveWords = useMoveWords();
  return (
    <ul aria-label={label} className="flex flex-col">
      {arrows.map((arrow) => (
        <li key={`${arrow.from}-${arrow.to}`}>
          <Link
            href={hrefOfArrow(arrow)}
            scroll={false}
            prefetch={false}
            className="flex min-h-11 flex-wrap items-center gap-x-2 rounded-md py-1 hover:bg-sunken"
          >
            <Code className="text-client underline underline-offset-2">{end === 'to' ? `→ ${arrow.to}` : `${arrow.from} →`}</Code>
            <span className="text-sm text-muted">{moveWords(arrow)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
