import { STATES, type State } from '#game/tcp/vocabulary.ts';
import { type ArrowLook, Arrows, PLAIN } from '#components/state-diagram/arrows.tsx';
import { boxOf, placeOf, WORD_PLACES, WORDS, type Ground } from './ground.ts';
import { isChosenArrow, isChosenState, isTouched, type Selection } from './selection.ts';

/** An arrow with its words: what it is taken on, and what goes out; null for nothing. */
export type WordedArrow = {
  readonly from: State;
  readonly to: State;
  readonly cause: string;
  readonly sends: string | null;
};

type DiagramDrawingProps = { readonly arrows: readonly WordedArrow[]; readonly chosen: Selection | null; readonly ground: Ground };

const LIT: ArrowLook = { line: 'stroke-client', head: 'fill-client', width: 2.6 };

/** States and arrows, for the inside of an SVG: the page's, and a file's. */
export function DiagramDrawing({ arrows, chosen, ground }: DiagramDrawingProps) {
  return (
    <>
      <Arrows edges={arrows} stretch={ground.stretch} lookOf={(edge) => (isChosenArrow(edge, chosen) ? LIT : PLAIN)} />
      {ground.hasWords && arrows.map((arrow) => <ArrowWords key={`${arrow.from}-${arrow.to}`} {...{ arrow, chosen, ground }} />)}
      {STATES.map((state) => (
        <StateBox key={state} {...{ state, chosen, ground }} />
      ))}
    </>
  );
}

type ArrowWordsProps = { readonly arrow: WordedArrow; readonly chosen: Selection | null; readonly ground: Ground };

function ArrowWords({ arrow, chosen, ground: { stretch } }: ArrowWordsProps) {
  const place = WORD_PLACES[`${arrow.from}-${arrow.to}`];
  if (!place) return null;
  const isLit = isChosenArrow(arrow, chosen);
  return [arrow.cause, arrow.sends].map(
    (line, index) =>
      line && (
        <text
          key={line}
          x={place.x * stretch.x}
          y={place.y * stretch.y + index * WORDS.line}
          textAnchor={place.anchor}
          fontSize={WORDS.size}
          strokeWidth={4}
          paintOrder="stroke"
          className={`stroke-card ${isLit ? 'fill-client font-semibold' : 'fill-muted'}`}
        >
          {line}
        </text>
      ),
  );
}

type StateBoxProps = { readonly state: State; readonly chosen: Selection | null; readonly ground: Ground };

function StateBox({ state, chosen, ground }: StateBoxProps) {
  const { x, y } = placeOf(state, ground);
  const { width, height } = boxOf(ground);
  const isChosen = isChosenState(state, chosen);
  const look = isChosen
    ? 'fill-client stroke-client'
    : isTouched(state, chosen)
      ? 'fill-client-soft stroke-client'
      : 'fill-card stroke-line-strong';
  return (
    <>
      <rect
        {...{ width, height }}
        x={x - width / 2}
        y={y - height / 2}
        rx={8}
        strokeWidth={isChosen || isTouched(state, chosen) ? 2 : 1.2}
        className={look}
      />
      <text
        x={x}
        y={y}
        dy="0.36em"
        textAnchor="middle"
        fontSize={ground.fontSize}
        className={`font-mono ${isChosen ? 'fill-card font-bold' : isTouched(state, chosen) ? 'fill-client font-bold' : 'fill-ink font-medium'}`}
      >
        {state}
      </text>
    </>
  );
}
