/** Calls and timers, beside a lifeline or on it. */
import { useTranslations } from 'next-intl';
import type { Role } from '#game/tcp/vocabulary.ts';
import { callText } from '#components/segment-text.ts';
import { type Frame, MIDDLE, textWidth } from './frame.ts';
import type { Pill, PillLabel } from './shapes.ts';

const PILL_SIZE = 11.5;

export function PillMark({ pill, frame }: { readonly pill: Pill; readonly frame: Frame }) {
  const text = usePillText()(pill.label);
  const hasClock = pill.label.type === 'silence' || (pill.label.type === 'event' && pill.label.event.type === 'timeout');
  const isGhost = pill.label.type === 'silence';
  const width = textWidth(text, PILL_SIZE) + 20 + (hasClock ? 14 : 0);
  const x = pillX(pill.at, width, frame);
  return (
    <g transform={`translate(${x} ${pill.y})`}>
      <rect
        x={-width / 2}
        y={-11}
        width={width}
        height={22}
        rx={11}
        strokeDasharray={isGhost ? '4 3' : undefined}
        className={isGhost ? 'fill-card stroke-muted' : 'fill-ink'}
      />
      {hasClock && (
        <path
          d="M0 -3.6 V0 L2.6 1.6"
          transform={`translate(${-width / 2 + 14} 0)`}
          strokeWidth={1.4}
          className={`fill-none ${isGhost ? 'stroke-muted' : 'stroke-card'}`}
        />
      )}
      {hasClock && (
        <circle cx={-width / 2 + 14} r={5.4} strokeWidth={1.3} className={`fill-none ${isGhost ? 'stroke-muted' : 'stroke-card'}`} />
      )}
      <text
        x={hasClock ? 8 : 0}
        textAnchor="middle"
        dy={MIDDLE}
        fontSize={PILL_SIZE}
        className={`font-mono font-medium ${isGhost ? 'fill-muted italic' : 'fill-card'}`}
      >
        {text}
      </text>
    </g>
  );
}

/** Beside the lifeline, outside; on it where there is no room, and never over the rim. */
function pillX(at: Role, width: number, { x, width: whole, isCompact }: Frame): number {
  const beside = 54 + width / 2;
  const wanted = isCompact ? x[at] : x[at] + (at === 'client' ? -beside : beside);
  return Math.max(width / 2 + 4, Math.min(whole - width / 2 - 4, wanted));
}

function usePillText(): (label: PillLabel) => string {
  const t = useTranslations('duel.ladder');
  return (label) => {
    switch (label.type) {
      case 'close':
        return callText({ type: 'close' });
      case 'silence':
        return t(label.running ? 'silence' : 'silenceForever');
      case 'event':
        return eventText(label.event);
      default:
        return label satisfies never;
    }
  };

  function eventText(event: Extract<PillLabel, { type: 'event' }>['event']): string {
    if (event.type === 'segment') return '';
    if (event.type === 'crash') return t('crash');
    return event.type === 'timeout' ? t(`timers.${event.timer}`) : callText(event);
  }
}
