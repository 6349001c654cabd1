'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { type Role, STATES, type State } from '#game/tcp/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';
import { Arrows } from './arrows.tsx';
import { Node } from './node.tsx';
import { DIRECTIONS, type Direction, HEIGHT, neighbour, WIDTH } from './places.ts';
import { SPELLINGS } from '#game/tcp/spellings.ts';

export type StateDiagramProps = {
  /** Whose move it is: the colour. */
  readonly role: Role;
  /** Empty at level 3. */
  readonly edges: readonly Edge[];
  /** "You are here"; null where the viewer may not know. */
  readonly here: State | null;
  readonly chosen: State | null;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  /** After the verdict. */
  readonly right?: State | null;
  readonly wrong?: State | null;
  readonly onChoose?: (state: State) => void;
};

/** The eleven states as Figure 5 lays them out: a radio group in which the arrow keys go where they point. */
export function StateDiagram(props: StateDiagramProps) {
  const { role, edges, here, chosen, disabled = false, right = null, wrong = null, onChoose } = props;
  const t = useTranslations('states');
  const [pointedAt, setPointedAt] = useState<State | null>(null);
  const [focused, setFocused] = useState<State | null>(null);
  const nodes = useRef(new Map<State, SVGGElement>());
  const hint = useId();
  const tabStop = focused ?? chosen ?? here ?? 'CLOSED';
  const explained = pointedAt ?? focused ?? chosen ?? here;

  function onKeyDown(event: KeyboardEvent, state: State) {
    if (event.key in DIRECTIONS) nodes.current.get(neighbour(state, event.key as Direction))?.focus();
    else if (event.key === ' ' || (event.key === 'Enter' && state !== chosen)) onChoose?.(state);
    else return;
    event.preventDefault();
  }

  return (
    <div
      role="radiogroup"
      className="flex min-h-0 flex-1 flex-col"
      aria-labelledby={props.labelledBy}
      aria-label={props.label}
      aria-disabled={disabled}
      aria-describedby={hint}
    >
      <svg
        role="presentation"
        viewBox={`0 -8 ${WIDTH} ${HEIGHT + 8}`}
        className="mx-auto block max-h-[27rem] w-full touch-manipulation select-none lg:min-h-0 lg:flex-1"
      >
        <Arrows edges={edges} />
        {STATES.map((state) => (
          <Node
            key={state}
            ref={(element) => {
              if (element) nodes.current.set(state, element);
              else nodes.current.delete(state);
            }}
            state={state}
            role={role}
            look={{
              isHere: state === here,
              isChosen: state === chosen,
              isRight: state === right,
              isWrong: state === wrong,
              isDisabled: disabled,
            }}
            tabIndex={!disabled && state === tabStop ? 0 : -1}
            onChoose={() => onChoose?.(state)}
            onKeyDown={(event) => onKeyDown(event, state)}
            onFocus={() => setFocused(state)}
            onBlur={() => setFocused(null)}
            onPoint={(isOver) => setPointedAt(isOver ? state : null)}
          />
        ))}
      </svg>
      <p id={hint} className="min-h-4 text-center text-xs text-muted">
        {explained && t('spellings', SPELLINGS[explained])}
      </p>
    </div>
  );
}
