import { type ReactNode, useId } from 'react';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';
import { type ArrowLook, Arrows } from './arrows.tsx';
import { HEIGHT, NODE, PLACES, WIDTH } from './places.ts';
import type { Stretch } from './routes.ts';

type Layout = {
  /** Of the ground on which one chooses: a name and a number stand in each state, and nobody's finger has to hit it. */
  readonly stretch: Stretch;
  readonly boxHeight: number;
  readonly fontSize: number;
  /** Whether the number has a line of its own, so that the name can be larger. */
  readonly isTwoLines: boolean;
  readonly className: string;
};

/** Wide and low on a wide screen; on a projector of 4:3, and on a phone, narrower and higher. */
const LAYOUTS: readonly Layout[] = [
  { stretch: { x: 1.36, y: 0.74 }, boxHeight: 23, fontSize: 12.8, isTwoLines: false, className: '[@media(aspect-ratio<3/2)]:hidden' },
  { stretch: { x: 1.15, y: 1.12 }, boxHeight: 34, fontSize: 14.6, isTwoLines: true, className: '[@media(aspect-ratio>=3/2)]:hidden' },
];

export type NodeLook = {
  /** A number, as it is written; null where there is none. */
  readonly text: string | null;
  readonly box: string;
  readonly letters: string;
  readonly strokeWidth: number;
  readonly isHatched?: boolean;
  /** How much of the box is filled, from the left: 0 to 1. */
  readonly filled?: { readonly share: number; readonly className: string };
};

type DiagramPictureProps = {
  readonly edges: readonly Edge[];
  /** What it shows, in words. */
  readonly label: string;
  readonly lookOf: (state: State) => NodeLook;
  readonly arrowLook?: (edge: Edge) => ArrowLook;
};

/** The state diagram to look at, with a number in each state. */
export function DiagramPicture({ edges, label, lookOf, arrowLook }: DiagramPictureProps) {
  return LAYOUTS.map((layout) => (
    <Ground
      key={layout.className}
      layout={layout}
      label={label}
      arrows={<Arrows edges={edges} stretch={layout.stretch} {...(arrowLook && { lookOf: arrowLook })} />}
    >
      {(hatch) => STATES.map((state) => <Box key={state} state={state} layout={layout} look={lookOf(state)} hatch={hatch} />)}
    </Ground>
  ));
}

type GroundProps = {
  readonly layout: Layout;
  readonly label: string;
  readonly arrows: ReactNode;
  readonly children: (hatch: string) => ReactNode;
};

function Ground({ layout: { stretch, className }, label, arrows, children }: GroundProps) {
  const hatch = useId();
  const viewBox = `0 0 ${WIDTH * stretch.x} ${HEIGHT * stretch.y}`;
  return (
    <svg viewBox={viewBox} role="img" aria-label={label} className={`min-h-0 w-full flex-1 ${className}`}>
      <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} className="fill-bad-soft" />
        <rect width={2} height={6} className="fill-bad-faint" />
      </pattern>
      {arrows}
      {children(hatch)}
    </svg>
  );
}

type BoxProps = { readonly state: State; readonly layout: Layout; readonly look: NodeLook; readonly hatch: string };

function Box({ state, layout: { stretch, boxHeight, fontSize, isTwoLines }, look, hatch }: BoxProps) {
  const place = PLACES[state];
  const { text, box, letters, strokeWidth, isHatched = false, filled } = look;
  const size = { x: (-NODE.width * stretch.x) / 2, y: -boxHeight / 2, width: NODE.width * stretch.x, height: boxHeight, rx: 6 };
  const isHigh = isTwoLines && text !== null;
  return (
    <g transform={`translate(${place.x * stretch.x} ${place.y * stretch.y})`}>
      <rect {...size} strokeWidth={strokeWidth} fill={isHatched ? `url(#${hatch})` : undefined} className={box} />
      {filled ? <rect {...size} width={filled.share * size.width} className={filled.className} /> : null}
      <text textAnchor="middle" dy={isHigh ? '-0.1em' : '0.36em'} fontSize={fontSize} className={`font-mono ${letters}`}>
        {state}
        {isHigh ? (
          <tspan x={0} dy="1.02em">
            {text}
          </tspan>
        ) : text === null ? null : (
          ` ${text}`
        )}
      </text>
    </g>
  );
}
