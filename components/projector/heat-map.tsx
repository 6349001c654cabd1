import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import type { HeatState } from '#game/contest/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';
import { Arrows } from '#components/state-diagram/arrows.tsx';
import { HEIGHT, NODE, PLACES, WIDTH } from '#components/state-diagram/places.ts';
import type { Stretch } from '#components/state-diagram/routes.ts';
import { type Band, bandOf, shareOf } from './shares.ts';

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

type HeatMapProps = { readonly heat: readonly HeatState[]; readonly edges: readonly Edge[] };

/** The state diagram with the share of right answers in each state that was asked about: as a number, by colour, and hatched where it is low. */
export function HeatMap({ heat, edges }: HeatMapProps) {
  const t = useTranslations('projector');
  const format = useFormatter();
  const shares = new Map(heat.map((one) => [one.state, shareOf(one)]));
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const words = heat.map((one) => t('stateShare', { state: one.state, share: percent(shareOf(one) ?? 0), asked: one.asked }));
  return LAYOUTS.map((layout) => (
    <Ground key={layout.className} layout={layout} label={words.join(' ')} edges={edges}>
      {(hatch) =>
        STATES.map((state) => {
          const share = shares.get(state) ?? null;
          return (
            <HeatNode key={state} state={state} layout={layout} share={share} text={share === null ? null : percent(share)} hatch={hatch} />
          );
        })
      }
    </Ground>
  ));
}

type GroundProps = {
  readonly layout: Layout;
  readonly label: string;
  readonly edges: readonly Edge[];
  readonly children: (hatch: string) => ReactNode;
};

function Ground({ layout: { stretch, className }, label, edges, children }: GroundProps) {
  const hatch = useId();
  const viewBox = `0 0 ${WIDTH * stretch.x} ${HEIGHT * stretch.y}`;
  return (
    <svg viewBox={viewBox} role="img" aria-label={label} className={`min-h-0 w-full flex-1 ${className}`}>
      <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} className="fill-bad-soft" />
        <rect width={2} height={6} className="fill-bad-faint" />
      </pattern>
      <Arrows edges={edges} stretch={stretch} />
      {children(hatch)}
    </svg>
  );
}

const BOXES: Readonly<Record<Band, string>> = {
  known: 'fill-good-soft stroke-good',
  shaky: 'fill-amber-soft stroke-amber',
  hard: 'stroke-bad',
};
const TEXTS: Readonly<Record<Band, string>> = { known: 'fill-good', shaky: 'fill-amber', hard: 'fill-bad' };

type HeatNodeProps = {
  readonly state: State;
  readonly layout: Layout;
  readonly share: number | null;
  /** The share, as it is written. */
  readonly text: string | null;
  readonly hatch: string;
};

function HeatNode({ state, layout: { stretch, boxHeight, fontSize, isTwoLines }, share, text, hatch }: HeatNodeProps) {
  const place = PLACES[state];
  const band = share === null ? null : bandOf(share);
  const width = NODE.width * stretch.x;
  const isHigh = isTwoLines && text !== null;
  return (
    <g transform={`translate(${place.x * stretch.x} ${place.y * stretch.y})`}>
      <rect
        x={-width / 2}
        y={-boxHeight / 2}
        width={width}
        height={boxHeight}
        rx={6}
        strokeWidth={band === 'hard' ? 2.5 : 1.2}
        fill={band === 'hard' ? `url(#${hatch})` : undefined}
        className={band === null ? 'fill-stripe stroke-line' : BOXES[band]}
      />
      <text
        textAnchor="middle"
        dy={isHigh ? '-0.1em' : '0.36em'}
        fontSize={fontSize}
        className={`font-mono ${band === null ? 'fill-muted' : `font-bold ${TEXTS[band]}`}`}
      >
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
