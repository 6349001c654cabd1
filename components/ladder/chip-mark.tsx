/** What stands on a lifeline: states, and the answer that is awaited. */
import { useTranslations } from 'next-intl';
import { flagsText } from '#components/segment-text.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { type Frame, MIDDLE, textWidth } from './frame.ts';
import styles from './ladder.module.css';
import type { Chip } from './shapes.ts';

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
        dy={MIDDLE}
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
      <text x={x} y={y + 2} textAnchor="middle" dy={MIDDLE} className={`font-mono text-sm font-bold ${style.fill}`}>
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
