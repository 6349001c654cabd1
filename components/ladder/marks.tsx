/** What stands on and beside the lifelines: states, the answer that is awaited, calls and timers, the line before a new connection. */
import { useTranslations } from 'next-intl';
import type { Role } from '#game/tcp/vocabulary.ts';
import { callText, flagsText } from '#components/segment-text.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { type Frame, textWidth } from './frame.ts';
import styles from './ladder.module.css';
import type { Chip, Divider, Pill, PillLabel } from './layout.ts';

const CHIP_SIZE = { compact: 10.5, wide: 11.5 } as const;

type ChipMarkProps = { readonly chip: Chip; readonly frame: Frame; readonly hideStates: boolean };

export function ChipMark({ chip, frame, hideStates }: ChipMarkProps) {
  const x = frame.x[chip.at];
  if (chip.kind === 'asked') return <AskedChip chip={chip} x={x} />;
  if (hideStates) return chip.kind === 'ghost' ? null : <circle cx={x} cy={chip.y} r={4} className={ROLE_STYLE[chip.at].fill} />;
  const size = frame.isCompact ? CHIP_SIZE.compact : CHIP_SIZE.wide;
  const text = chip.state ?? '';
  const width = textWidth(text, size) + 18;
  const isPlain = chip.kind !== 'entered';
  const style = ROLE_STYLE[chip.at];
  return (
    <g className={chip.kind === 'ghost' ? styles.appear : undefined}>
      <rect
        x={x - width / 2}
        y={chip.y - 11}
        width={width}
        height={22}
        rx={6}
        strokeDasharray={chip.kind === 'ghost' ? '4 3' : undefined}
        className={isPlain ? `fill-card ${style.stroke}` : `${style.softFill} stroke-transparent`}
      />
      <text
        x={x}
        y={chip.y}
        textAnchor="middle"
        dominantBaseline="central"
        fontSize={size}
        className={`font-mono ${chip.kind === 'ghost' ? 'italic' : 'font-semibold'} ${style.fill}`}
      >
        {text}
      </text>
      {chip.reply && <Reply chip={chip} x={x} frame={frame} />}
    </g>
  );
}

function AskedChip({ chip: { at, y }, x }: { readonly chip: Chip; readonly x: number }) {
  const style = ROLE_STYLE[at];
  return (
    <g>
      <rect
        x={x - 44}
        y={y - 11}
        width={88}
        height={26}
        rx={7}
        strokeWidth={2}
        strokeDasharray="5 4"
        className={`fill-card ${style.stroke}`}
      />
      <text x={x} y={y + 2} textAnchor="middle" dominantBaseline="central" className={`font-mono text-sm font-bold ${style.fill}`}>
        ?
      </text>
    </g>
  );
}

/** What a ghost would have been answered with; it stands on the side where there is room. */
function Reply({ chip, x, frame }: { readonly chip: Chip; readonly x: number; readonly frame: Frame }) {
  const t = useTranslations('duel.ladder');
  const isClient = chip.at === 'client';
  const anchor = isClient ? 'start' : 'end';
  return (
    <text
      x={frame.isCompact ? (isClient ? x - 48 : x + 48) : x}
      y={chip.y + 24}
      textAnchor={frame.isCompact ? anchor : 'middle'}
      className="fill-muted text-[11px] italic"
    >
      {t('ghostReply', { flags: flagsText(chip.reply?.flags ?? []) })}
    </text>
  );
}

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
        dominantBaseline="central"
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
        dominantBaseline="central"
        strokeWidth={12}
        paintOrder="stroke"
        className="fill-muted stroke-card text-xs font-semibold"
      >
        {t('connection', { number: divider.connection + 1 })}
      </text>
    </g>
  );
}
