import type { Edge } from '#components/duel-props.ts';
import { endOf, routeOf, type Stretch, stretchPath } from './routes.ts';

type ArrowsProps = {
  readonly edges: readonly Edge[];
  /** Where the ground is another than that of `places.ts`. */
  readonly stretch?: Stretch;
  /** Those that stand out. */
  readonly isLit?: (edge: Edge) => boolean;
};

const AS_DRAWN: Stretch = { x: 1, y: 1 };

export function Arrows({ edges, stretch = AS_DRAWN, isLit = () => false }: ArrowsProps) {
  return edges
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => Number(isLit(a)) - Number(isLit(b)))
    .map((edge) => <Arrow key={`${edge.from}-${edge.to}`} path={pathOf(edge, edges, stretch)} isLit={isLit(edge)} />);
}

/** Two ways between the same states lie beside each other. */
export function pathOf(edge: Edge, edges: readonly Edge[], stretch: Stretch): string {
  const isTwoWay = edges.some(({ from, to }) => from === edge.to && to === edge.from);
  return stretchPath(routeOf(edge, isTwoWay), stretch);
}

/** The head is a shape of its own: not every program that shows SVG knows markers. */
function Arrow({ path, isLit }: { readonly path: string; readonly isLit: boolean }) {
  const { x, y, degrees } = endOf(path);
  return (
    <g className={isLit ? 'stroke-client' : 'stroke-line-strong'}>
      <path d={path} strokeWidth={isLit ? 2.6 : 1.4} className="fill-none" />
      <path
        d={isLit ? 'M-9 -5 L1.5 0 L-9 5 Z' : 'M-6 -3.2 L1 0 L-6 3.2 Z'}
        transform={`translate(${x} ${y}) rotate(${degrees})`}
        className={`stroke-none ${isLit ? 'fill-client' : 'fill-muted'}`}
      />
    </g>
  );
}
