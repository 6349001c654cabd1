import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { ROLE_STYLE } from '#components/role-style.ts';
import { segmentWords } from '#components/segment-text.ts';
import { angleOf, fitLabel, type Frame, labelSpan, type Line, lineOf, placeLabel } from './frame.ts';
import styles from './ladder.module.css';
import type { Arrow } from './shapes.ts';

type SegmentArrowProps = { readonly arrow: Arrow; readonly frame: Frame };

export function SegmentArrow({ arrow, frame }: SegmentArrowProps) {
  const line = lineOf(arrow, frame);
  const { isNew, fate, from } = arrow;
  const style = ROLE_STYLE[from];
  const isDashed = fate === 'ghost';
  const draws = isNew && !isDashed;
  return (
    <g className={isDashed && isNew ? styles.appear : undefined}>
      <line
        {...endsOf(line)}
        pathLength={draws ? 1 : undefined}
        strokeDasharray={dashesOf(draws, isDashed)}
        strokeWidth={isDashed ? 1.75 : 2.2}
        className={`${style.stroke} ${draws ? styles.draw : ''}`}
      />
      <End arrow={arrow} line={line} className={draws ? styles.appear : undefined} />
      {draws && <circle cx={line.x1} cy={line.y1} r={6} className={`${style.fill} ${styles.packet}`} style={travelOf(line)} />}
      {fate === 'lost' && <Lost line={line} />}
      <Label arrow={arrow} frame={frame} line={line} />
      {arrow.note && <Note arrow={arrow} frame={frame} line={line} note={arrow.note} />}
    </g>
  );
}

function endsOf({ x1, y1, x2, y2 }: Line) {
  return { x1, y1, x2, y2 };
}

function dashesOf(draws: boolean, isDashed: boolean): string | undefined {
  if (isDashed) return '7 5';
  return draws ? '1 1' : undefined;
}

function travelOf({ x1, y1, x2, y2 }: Line): CSSProperties {
  return { '--dx': `${x2 - x1}px`, '--dy': `${y2 - y1}px` } as CSSProperties;
}

/** A head where it arrived, an open head where it is under way, a cross where it was lost. */
function End({ arrow, line, className }: { readonly arrow: Arrow; readonly line: Line; readonly className?: string | undefined }) {
  const style = ROLE_STYLE[arrow.from];
  return (
    <g transform={`translate(${line.x2} ${line.y2}) rotate(${angleOf(line)})`} className={className}>
      {arrow.fate === 'lost' && <path d="M-7 -7 L7 7 M7 -7 L-7 7" strokeWidth={3} className="stroke-bad" />}
      {arrow.fate === 'in-flight' && <path d="M-9 -6 L1 0 L-9 6" strokeWidth={2.2} className={`fill-none ${style.stroke}`} />}
      {arrow.fate === 'ghost' && <path d="M-12 -5.5 L0 0 L-12 5.5 Z" strokeWidth={1.5} className={`fill-card ${style.stroke}`} />}
      {(arrow.fate === 'arrived' || arrow.fate === 'stray') && <path d="M-14 -6.5 L1 0 L-14 6.5 Z" className={style.fill} />}
    </g>
  );
}

function Lost({ line }: { readonly line: Line }) {
  const t = useTranslations('duel.ladder');
  return (
    <text
      x={line.x2}
      y={line.y2 + 20}
      textAnchor="middle"
      strokeWidth={4}
      paintOrder="stroke"
      className="fill-bad stroke-card text-xs font-bold"
    >
      {t('lost')}
    </text>
  );
}

/** What is remarked about it, below the arrow. */
function Note({ arrow, frame, line, note }: SegmentArrowProps & { readonly line: Line; readonly note: string }) {
  const span = labelSpan(arrow, line, frame, [note]);
  const size = frame.isCompact ? 10 : 11.5;
  return (
    <text
      transform={placeLabel(line, (span.from + span.to) / 2)}
      y={size + 3}
      textAnchor="middle"
      fontSize={size}
      strokeWidth={4}
      paintOrder="stroke"
      className={`fill-muted stroke-card ${arrow.isNew ? styles.label : ''}`}
    >
      {note}
    </text>
  );
}

/** Along the arrow, above it and never upside down; a ghost's below it, where nothing else is. */
function Label({ arrow, frame, line }: SegmentArrowProps & { readonly line: Line }) {
  const t = useTranslations('duel.ladder');
  const { segment, fate, from, isNew } = arrow;
  const [flags, ...numbers] = segmentWords(segment);
  const words = [fate === 'ghost' ? `${t('ghost')} ${flags}` : flags, ...numbers];
  const span = labelSpan(arrow, line, frame, words);
  const { lines, size } = fitLabel(words, span.to - span.from, frame);
  const top = fate === 'ghost' ? size + 3 : -6 - (lines.length - 1) * (size + 1);
  return (
    <g transform={placeLabel(line, (span.from + span.to) / 2)} className={isNew ? styles.label : undefined}>
      {lines.map((one, index) => (
        <text
          key={one}
          y={top + index * (size + 1)}
          textAnchor="middle"
          fontSize={size}
          strokeWidth={4}
          paintOrder="stroke"
          className={`stroke-card font-mono ${fate === 'ghost' ? 'italic' : 'font-semibold'} ${ROLE_STYLE[from].fill}`}
        >
          {one}
        </text>
      ))}
    </g>
  );
}
