import { useId } from 'react';
import type { Edge } from '#components/duel-props.ts';
import { routeOf } from './routes.ts';

export function Arrows({ edges }: { readonly edges: readonly Edge[] }) {
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
          <path key={`${edge.from}-${edge.to}`} d={routeOf(edge, isTwoWay(edge))} markerEnd={`url(#${head})`} />
        ))}
    </g>
  );
}
