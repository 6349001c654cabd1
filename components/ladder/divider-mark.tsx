import { useTranslations } from 'next-intl';
import { type Frame, MIDDLE } from './frame.ts';
import type { Divider } from './shapes.ts';

/** The line before another connection of the same leg. */
export function DividerMark({ divider, frame }: { readonly divider: Divider; readonly frame: Frame }) {
  const t = useTranslations('duel.ladder');
  return (
    <g>
      <line
        x1={8}
        x2={frame.width - 8}
        y1={divider.y}
        y2={divider.y}
        strokeDasharray="2 5"
        strokeWidth={1.5}
        className="stroke-line-strong"
      />
      <text
        x={frame.width / 2}
        y={divider.y}
        textAnchor="middle"
        dy={MIDDLE}
        strokeWidth={12}
        paintOrder="stroke"
        className="fill-muted stroke-card text-xs font-semibold"
      >
        {t('connection', { number: divider.connection + 1 })}
      </text>
    </g>
  );
}
