import type { Edge } from '#components/duel-props.ts';
import { endOf, routeOf, type Stretch, stretchPath } from './routes.ts';

/** The classes of the line, those of its head, and how wide it is. */
export type ArrowLook = { readonly line: string; readonly head: string; readonly width: number };

type ArrowsProps = {
  readonly edges: readonly Edge[];
  /** Where the ground is another than that of `places.ts`. */
  readonly stretch?: Stretch;
  /** Where they do not all look alike. */
  readonly lookOf?: (edge: Edge) => ArrowLook;
};

const AS_DRAWN: Stretch = { x: 1, y: 1 };
export const PLAIN: ArrowLook = { line: 'stroke-line-strong', head: 'fill-muted', width: 1.4 };

/** The wider ones lie on the others. */
export function Arrows({ edges, stretch = AS_DRAWN, lookOf = () => PLAIN }: ArrowsProps) {
  return edges
    .filter(({ from, to }) => from !== to)
    .toSorted((a, b) => lookOf(a).width - lookOf(b).width)
    .map((edge) => <Arrow key={`${edge.from}-${edge.to}`} path={pathOf(edge, edges, stretch)} look={lookOf(edge)} />);
}

/** Two ways between the same states lie beside each other. */
export function pathOf(edge: Edge, edges: readonly Edge[], stretch: Stretch): string {
  const isTwoWay = edges.some(({ from, to }) => from === edge.to && to === edge.from);
  return stretchPath(routeOf(edge, isTwoWay), stretch);
}

/** The head is a shape of its own: not every program that shows SVG knows markers. */
function Arrow({ path, look: { line, head, width } }: { readonly path: string; readonly look: ArrowLook }) {
  const { x, y, degrees } = endOf(path);
  return (
    <g className={line}>
      <path d={path} strokeWidth={width} className="fill-none" />
      <path
        d={width > PLAIN.width ? 'M-9 -5 L1.5 0 L-9 5 Z' : 'M-6 -3.2 L1 0 L-6 3.2 Z'}
        transform={`translate(${x} ${y}) rotate(${degrees})`}
        className={`stroke-none ${head}`}
      />
    </g>
  );
}
