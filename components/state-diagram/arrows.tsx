import { useId } from 'react';
import type { Edge } from '#components/duel-props.ts';
import { routeOf, type Stretch, stretchPath } from './routes.ts';

type ArrowsProps = {
  readonly edges: readonly Edge[];
  /** Where the ground is another than that of `places.ts`. */
  readonly stretch?: Stretch;
};

export function Arrows({ edges, stretch = { x: 1, y: 1 } }: ArrowsProps) {
  const head = useId();
  const isTwoWay = ({ from, to }: Edge) => edges.some((other) => other.from === to && other.to === from);
  return (
    <g className="fill-none stroke-line-strong" strokeWidth={1.4}>
      <marker id={head} viewBox="0 0 8 8" refX={6.5} refY={4} markerWidth={8} markerHeight={8} markerUnits="userSpaceOnUse" orient="auto">
        <path d="M0.5 0.8 L7.5 4 L0.5 7.2 Z" className="fill-muted stroke-none" />
      </marker>
      {edges
        .filter(({ from, to }) => from !== to)
        .map((edge) => (
          <path key={`${edge.from}-${edge.to}`} d={stretchPath(routeOf(edge, isTwoWay(edge)), stretch)} markerEnd={`url(#${head})`} />
        ))}
    </g>
  );
}
