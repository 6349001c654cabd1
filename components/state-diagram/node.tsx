import { useTranslations } from 'next-intl';
import type { KeyboardEvent, Ref } from 'react';
import type { Role, State } from '#game/tcp/vocabulary.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { NODE, PLACES, TARGET } from './places.ts';
import { SPELLINGS } from '#game/tcp/spellings.ts';

type Look = {
  readonly isHere: boolean;
  readonly isChosen: boolean;
  readonly isRight: boolean;
  readonly isWrong: boolean;
  readonly isDisabled: boolean;
};

type NodeProps = {
  readonly ref: Ref<SVGGElement>;
  readonly state: State;
  readonly role: Role;
  readonly look: Look;
  readonly tabIndex: number;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onPoint: (isOver: boolean) => void;
};

export function Node({ ref, state, role, look, tabIndex, onChoose, onKeyDown, onFocus, onBlur, onPoint }: NodeProps) {
  const t = useTranslations('states');
  const { x, y } = PLACES[state];
  const spelling = t('spellings', SPELLINGS[state]);
  const marks = [look.isHere && t('here'), look.isRight && t('right'), look.isWrong && t('wrong')].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <input> cannot stand in an SVG.
    <g
      ref={ref}
      role="radio"
      aria-checked={look.isChosen}
      aria-disabled={look.isDisabled}
      aria-label={[state, ...marks].join(', ')}
      aria-description={spelling}
      tabIndex={tabIndex}
      transform={`translate(${x} ${y})`}
      className={`group outline-none ${look.isDisabled ? '' : 'cursor-pointer'}`}
      onClick={look.isDisabled ? undefined : onChoose}
      onKeyDown={look.isDisabled ? undefined : onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <title>{spelling}</title>
      <rect {...boxOf(TARGET)} fill="transparent" />
      <rect
        {...boxOf({ width: NODE.width + 8, height: NODE.height + 8 })}
        rx={11}
        className="fill-none stroke-transparent group-focus-visible:stroke-ink"
        strokeWidth={2.5}
      />
      <rect {...boxOf(NODE)} rx={7} strokeWidth={isMarked(look) ? 2 : 1.2} className={boxClass(look, role)} />
      <text
        textAnchor="middle"
        dominantBaseline="central"
        className={`font-mono ${signOf(look) ? 'text-[11px]' : 'text-[12px]'} ${textClass(look, role)}`}
      >
        {signOf(look)}
        {state}
      </text>
      {look.isHere && <Here role={role} />}
    </g>
  );
}

function Here({ role }: { readonly role: Role }) {
  const t = useTranslations('states');
  return (
    <text
      y={-NODE.height / 2 - 5}
      textAnchor="middle"
      strokeWidth={4}
      paintOrder="stroke"
      className={`stroke-card text-[10.5px] font-semibold ${ROLE_STYLE[role].fill}`}
    >
      {t('here')}
    </text>
  );
}

function boxOf({ width, height }: { readonly width: number; readonly height: number }) {
  return { x: -width / 2, y: -height / 2, width, height };
}

function isMarked(look: Look): boolean {
  return look.isHere || look.isChosen || look.isRight || look.isWrong;
}

function signOf({ isChosen, isRight, isWrong }: Look): string {
  if (isRight) return '✓ ';
  if (isWrong) return '✕ ';
  return isChosen ? '● ' : '';
}

function boxClass({ isHere, isChosen, isRight, isWrong, isDisabled }: Look, role: Role): string {
  const style = ROLE_STYLE[role];
  if (isRight) return 'fill-good-soft stroke-good';
  if (isWrong) return 'fill-bad-soft stroke-bad';
  if (isChosen) return `${style.fill} ${style.stroke}`;
  if (isHere) return `${style.softFill} ${style.stroke}`;
  return isDisabled ? 'fill-stripe stroke-line' : 'fill-card stroke-line-strong group-hover:stroke-ink';
}

function textClass({ isHere, isChosen, isRight, isWrong, isDisabled }: Look, role: Role): string {
  if (isRight) return 'fill-good font-bold';
  if (isWrong) return 'fill-bad font-bold';
  if (isChosen) return 'fill-card font-bold';
  if (isHere) return `${ROLE_STYLE[role].fill} font-bold`;
  return isDisabled ? 'fill-muted' : 'fill-ink font-medium';
}
