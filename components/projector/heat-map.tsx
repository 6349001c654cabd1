import { useFormatter, useTranslations } from 'next-intl';
import type { State } from '#game/tcp/vocabulary.ts';
import type { HeatState } from '#game/contest/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';
import { DiagramPicture, type NodeLook } from '#components/state-diagram/picture.tsx';
import { type Band, bandOf, shareOf } from './shares.ts';

type HeatMapProps = { readonly heat: readonly HeatState[]; readonly edges: readonly Edge[] };

/** The state diagram with the share of right answers in each state that was asked about: as a number, by colour, and hatched where it is low. */
export function HeatMap({ heat, edges }: HeatMapProps) {
  const t = useTranslations('projector');
  const format = useFormatter();
  const shares = new Map(heat.map((one) => [one.state, shareOf(one)]));
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  const words = heat.map((one) => t('stateShare', { state: one.state, share: percent(shareOf(one) ?? 0), asked: one.asked }));
  const lookOf = (state: State): NodeLook => {
    const share = shares.get(state) ?? null;
    return share === null ? NOT_ASKED : { ...LOOKS[bandOf(share)], text: percent(share) };
  };
  return <DiagramPicture edges={edges} label={words.join(' ')} lookOf={lookOf} />;
}

const NOT_ASKED: NodeLook = { text: null, box: 'fill-stripe stroke-line', letters: 'fill-muted', strokeWidth: 1.2 };
const LOOKS: Readonly<Record<Band, Omit<NodeLook, 'text'>>> = {
  known: { box: 'fill-good-soft stroke-good', letters: 'fill-good font-bold', strokeWidth: 1.2 },
  shaky: { box: 'fill-amber-soft stroke-amber', letters: 'fill-amber font-bold', strokeWidth: 1.2 },
  hard: { box: 'stroke-bad', letters: 'fill-bad font-bold', strokeWidth: 2.5, isHatched: true },
};
