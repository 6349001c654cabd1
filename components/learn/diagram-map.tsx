'use client';
import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import { pathOf } from '#components/state-diagram/arrows.tsx';
import { DIRECTIONS, type Direction, neighbour } from '#components/state-diagram/places.ts';
import { DiagramDrawing, type WordedArrow } from './diagram-drawing.tsx';
import { type Ground, NARROW, viewBoxOf, WIDE } from './ground.ts';
import { ArrowTarget, MapLink, StateTarget } from './map-link.tsx';
import { hrefOfArrow, hrefOfState, isChosenArrow, isChosenState, keyOf, type Selection } from './selection.ts';

type DiagramMapProps = {
  /** `name`: what a screen reader calls it. */
  readonly arrows: readonly (WordedArrow & { readonly name: string })[];
  readonly chosen: Selection | null;
  /** The id of the heading of what is chosen. */
  readonly headingId: string;
  /** Says what is chosen, where anything is. */
  readonly announced: string;
  readonly label: string;
  readonly keys: string;
};

/** The diagram as links: to each state and to each arrow. The arrow keys go from state to state where they point. */
export function DiagramMap(props: DiagramMapProps) {
  const { chosen, headingId, announced, label, keys } = props;
  useHeadingInView(headingId, keyOf(chosen));
  return (
    <nav aria-label={label} className="flex min-w-0 flex-col gap-2">
      <MapOn {...props} ground={NARROW} className="lg:hidden" />
      <MapOn {...props} ground={WIDE} className="max-lg:hidden" />
      <p className="text-center text-xs text-muted pointer-coarse:hidden">{keys}</p>
      <p role="status" className="sr-only">
        {chosen && announced}
      </p>
    </nav>
  );
}

/** On a phone the text lies below the diagram: once something is chosen, its beginning comes into view. */
function useHeadingInView(id: string, chosen: string) {
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    if (window.matchMedia('(width < 64rem)').matches) document.getElementById(id)?.scrollIntoView({ block: 'center' });
  }, [id, chosen]);
}

type MapOnProps = DiagramMapProps & { readonly ground: Ground; readonly className: string };

function MapOn({ arrows, chosen, ground, className }: MapOnProps) {
  const [focused, setFocused] = useState<State | null>(null);
  const links = useRef(new Map<State, HTMLAnchorElement>());
  const tabStop = focused ?? (chosen?.type === 'arrow' ? chosen.arrow.from : (chosen?.state ?? 'CLOSED'));
  const goFrom = (state: State) => (event: KeyboardEvent<HTMLAnchorElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in DIRECTIONS) links.current.get(neighbour(state, event.key as Direction))?.focus();
    else if (event.key === ' ') event.currentTarget.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    else return;
    event.preventDefault();
  };
  const common = (state: State) => ({
    tabIndex: state === tabStop ? 0 : -1,
    onKeyDown: goFrom(state),
    onFocus: () => setFocused(state),
  });
  return (
    <svg viewBox={viewBoxOf(ground)} role="presentation" className={`block w-full touch-manipulation select-none ${className}`}>
      <DiagramDrawing {...{ arrows, chosen, ground }} />
      {STATES.map((state) => (
        <Fragment key={state}>
          <MapLink
            ref={(element) => {
              if (element) links.current.set(state, element);
              else links.current.delete(state);
            }}
            href={hrefOfState(state)}
            name={state}
            isChosen={isChosenState(state, chosen)}
            {...common(state)}
          >
            <StateTarget state={state} ground={ground} />
          </MapLink>
          {arrows
            .filter(({ from }) => from === state)
            .map((arrow) => (
              <MapLink
                key={arrow.to}
                href={hrefOfArrow(arrow)}
                name={arrow.name}
                isChosen={chosen?.type === 'arrow' && isChosenArrow(arrow, chosen)}
                {...common(state)}
              >
                <ArrowTarget path={pathOf(arrow, arrows, ground.stretch)} />
              </MapLink>
            ))}
        </Fragment>
      ))}
    </svg>
  );
}
