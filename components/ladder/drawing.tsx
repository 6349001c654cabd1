import { useTranslations } from 'next-intl';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { ChipMark } from './chip-mark.tsx';
import { DividerMark } from './divider-mark.tsx';
import type { Frame } from './frame.ts';
import { PillMark } from './pill-mark.tsx';
import { SegmentArrow } from './segment-arrow.tsx';
import type { LadderLayout } from './shapes.ts';

type DrawingProps = { readonly layout: LadderLayout; readonly frame: Frame; readonly height: number; readonly hideStates: boolean };

/** Room below for the line that says that both are asked. */
const NOTE = 34;

/** The height that a layout needs. */
export function drawnHeight(layout: LadderLayout): number {
  return layout.height + (asksBoth(layout) ? NOTE : 0);
}

function asksBoth({ chips }: LadderLayout): boolean {
  return chips.filter(({ kind }) => kind === 'asked').length > 1;
}

/** Lifelines and everything on them, for the inside of an SVG: the board's, and a file's. */
export function Drawing({ layout, frame, height, hideStates }: DrawingProps) {
  const t = useTranslations('duel.ladder');
  return (
    <>
      {ROLES.map((role) => (
        <line
          key={role}
          x1={frame.x[role]}
          x2={frame.x[role]}
          y1={0}
          y2={height}
          strokeWidth={2.5}
          className={ROLE_STYLE[role].faintStroke}
        />
      ))}
      {layout.dividers.map((divider) => (
        <DividerMark key={divider.connection} divider={divider} frame={frame} />
      ))}
      {layout.arrows.map((arrow) => (
        <SegmentArrow key={arrow.key} arrow={arrow} frame={frame} />
      ))}
      {layout.pills.map((pill) => (
        <PillMark key={pill.key} pill={pill} frame={frame} />
      ))}
      {layout.chips.map((chip) => (
        <ChipMark key={chip.key} chip={chip} frame={frame} hideStates={hideStates} />
      ))}
      {asksBoth(layout) && (
        <text x={frame.width / 2} y={layout.height + 6} textAnchor="middle" className="fill-muted text-xs">
          {t('bothAsked')}
        </text>
      )}
    </>
  );
}
