import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import type { HeatState } from '#game/contest/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';
import { Arrows } from '#components/state-diagram/arrows.tsx';
import { HEIGHT, NODE, PLACES, WIDTH } from '#components/state-diagram/places.ts';
import { type Band, bandOf, shareOf } from './shares.ts';

/** Wider and lower than where one chooses: a name and a number stand in each state, and nobody's finger has to hit it. */
const STRETCH = { x: 1.36, y: 0.74 } as const;
const SIZE = { width: WIDTH * STRETCH.x, height: HEIGHT * STRETCH.y } as const;
const BOX = { width: NODE.width * STRETCH.x, height: 23 } as const;

type HeatMapProps = { readonly heat: readonly HeatState[]; readonly edges: readonly Edge[] };

/** The state diagram with the share of right answers in each state that was asked about: as a number, by colour, and hatched where it is low. */
export function HeatMap({ heat, edges }: HeatMapProps) {
  const t = useTranslations('projector');
  const format = useFormatter();
  const hatch = useId();
  const shares = new Map(heat.map((one) => [one.state, shareOf(one)]));
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const words = heat.map((one) => t('stateShare', { state: one.state, share: percent(shareOf(one) ?? 0), asked: one.asked }));
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={words.join(' ')} className="min-h-0 w-full flex-1">
      <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} className="fill-bad-soft" />
        <rect width={2} height={6} className="fill-bad-faint" />
      </pattern>
      <Arrows edges={edges} stretch={STRETCH} />
      {STATES.map((state) => (
        <HeatNode key={state} state={state} share={shares.get(state) ?? null} percent={percent} hatch={hatch} />
      ))}
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
  readonly share: number | null;
  readonly percent: (share: number) => string;
  readonly hatch: string;
};

function HeatNode({ state, share, percent, hatch }: HeatNodeProps) {
  const place = PLACES[state];
  const band = share === null ? null : bandOf(share);
  return (
    <g transform={`translate(${place.x * STRETCH.x} ${place.y * STRETCH.y})`}>
      <rect
        x={-BOX.width / 2}
        y={-BOX.height / 2}
        {...BOX}
        rx={6}
        strokeWidth={band === 'hard' ? 2.5 : 1.2}
        fill={band === 'hard' ? `url(#${hatch})` : undefined}
        className={band === null ? 'fill-stripe stroke-line' : BOXES[band]}
      />
      <text
        textAnchor="middle"
        dy="0.36em"
        fontSize={12.8}
        className={`font-mono ${band === null ? 'fill-muted' : `font-bold ${TEXTS[band]}`}`}
      >
        {state}
        {share === null ? null : ` ${percent(share)}`}
      </text>
    </g>
  );
}
