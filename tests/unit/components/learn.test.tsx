/** The pages to learn from: every state, every arrow and every rule is told, in both languages, and the words on the diagram can be read. */
import { describe, expect, test } from 'vitest';
import { causeOf, DIAGRAM, waysOutNotDrawn } from '#game/tcp/diagram.ts';
import { RULES } from '#game/tcp/rules.ts';
import { SPELLINGS } from '#game/tcp/spellings.ts';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import { textWidth } from '#components/ladder/frame.ts';
import { ArrowPanel } from '#components/learn/arrow-panel.tsx';
import { useDiagramWords, type NamedArrow } from '#components/learn/arrow-words.ts';
import { fits, filterIn } from '#components/learn/filter.ts';
import { boxOf, placeOf, sizeOf, WIDE, WORD_PLACES, WORDS } from '#components/learn/ground.ts';
import { RuleStages } from '#components/learn/rule-stages.tsx';
import { hrefOfArrow, hrefOfState, selectionIn } from '#components/learn/selection.ts';
import { StatePanel } from '#components/learn/state-panel.tsx';
import { draw, LOCALES, MESSAGES, type Locale } from './draw.tsx';

const noExample = () => null;
const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://localhost').searchParams);

describe.each(LOCALES)('in %s', (locale) => {
  test.each(STATES)('%s says what it means, what the tools write, and what leads to it and away', (state) => {
    const html = draw(<StatePanel state={state} headingId="chosen" rules={MESSAGES[locale].rules} />, locale);
    const { meaning, enter, leave, tools, many, act } = MESSAGES[locale].learn.states[state];
    for (const words of [meaning, enter, leave, tools, many, act]) expect(html).toContain(words);
    for (const arrow of DIAGRAM.filter(({ from, to }) => from === state || to === state))
      expect(html).toContain(hrefOfArrow(arrow).replaceAll('&', '&amp;'));
    expect(html).toContain(SPELLINGS[state].rfc);
    for (const spelling of [SPELLINGS[state].ss, SPELLINGS[state].netstat]) expect(tools).toContain(spelling);
    expect(html.includes('$ ss -tan')).toBe(state !== 'CLOSED');
  });

  test.each(DIAGRAM.map((arrow) => [`${arrow.from} to ${arrow.to}`, arrow] as const))('the arrow from %s has its rules', (_, arrow) => {
    const { rules } = MESSAGES[locale];
    const html = draw(<ArrowPanel arrow={arrow} headingId="chosen" words={rules} example={noExample} />, locale);
    for (const id of arrow.rules) {
      expect(html).toContain(rules[id].text);
      expect(html).toContain(`href="/learn/rules#${id}"`);
    }
  });

  test('every rule has a place of its own among the rules, with its words', () => {
    const { rules } = MESSAGES[locale];
    const html = draw(<RuleStages rules={RULES} words={rules} example={noExample} />, locale);
    for (const { id } of RULES) {
      expect(html.split(` id="${id}"`)).toHaveLength(2);
      expect(html).toContain(rules[id].text);
    }
  });

  test('no words on the diagram lie on a state, on other words, or beyond the edge', () => {
    const boxes = [...wordBoxes(locale), ...STATES.map(stateBox)];
    const { width, height } = sizeOf(WIDE);
    const clashes = boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} and ${b.name}`] : [])));
    expect(clashes).toEqual([]);
    expect(boxes.filter(({ left, right, bottom }) => left < 0 || right > width || bottom > height)).toEqual([]);
  });
});

type Box = { readonly name: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function stateBox(state: State): Box {
  const { x, y } = placeOf(state, WIDE);
  const { width, height } = boxOf(WIDE);
  return { name: state, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function Reader({ take }: { readonly take: (arrows: readonly NamedArrow[]) => void }) {
  take(useDiagramWords());
  return null;
}

function wordBoxes(locale: Locale): readonly Box[] {
  const read: NamedArrow[] = [];
  draw(<Reader take={(arrows) => read.push(...arrows)} />, locale);
  return read.flatMap(({ from, to, cause, sends }) => {
    const place = WORD_PLACES[`${from}-${to}`];
    if (!place) throw new Error(`no place for the words from ${from} to ${to}`);
    const lines = [cause, ...(sends === null ? [] : [sends])];
    // Inter is narrower than a monospace face.
    const width = Math.max(...lines.map((line) => textWidth(line, WORDS.size * 0.95)));
    const x = place.x * WIDE.stretch.x;
    const left = { start: x, middle: x - width / 2, end: x - width }[place.anchor];
    const top = place.y * WIDE.stretch.y - 0.75 * WORDS.size;
    return [{ name: `${from}-${to}`, left, right: left + width, top, bottom: top + WORDS.size + (lines.length - 1) * WORDS.line }];
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test('every case that the RFC leaves open is told where a rule decides it', () => {
  const told = Object.keys(MESSAGES.en.learn.houseRules).sort();
  expect(told).toEqual([...new Set(RULES.flatMap(({ house }) => house ?? []))].sort());
});

test.each<[State, State, ReturnType<typeof causeOf>]>([
  ['CLOSED', 'SYN_SENT', 'open-active'],
  ['LISTEN', 'SYN_RCVD', 'syn'],
  ['SYN_SENT', 'ESTABLISHED', 'syn-ack'],
  ['SYN_SENT', 'SYN_RCVD', 'syn'],
  ['SYN_RCVD', 'ESTABLISHED', 'ack-of-syn'],
  ['SYN_RCVD', 'LISTEN', 'rst'],
  ['ESTABLISHED', 'FIN_WAIT_1', 'close'],
  ['ESTABLISHED', 'CLOSE_WAIT', 'fin'],
  ['FIN_WAIT_1', 'FIN_WAIT_2', 'ack-of-fin'],
  ['FIN_WAIT_1', 'CLOSING', 'fin'],
  ['FIN_WAIT_1', 'TIME_WAIT', 'fin-with-ack'],
  ['CLOSING', 'TIME_WAIT', 'ack-of-fin'],
  ['CLOSE_WAIT', 'LAST_ACK', 'close'],
  ['LAST_ACK', 'CLOSED', 'ack-of-fin'],
  ['TIME_WAIT', 'CLOSED', 'two-msl'],
])('from %s to %s, Figure 5 has %s', (from, to, cause) => {
  const arrow = DIAGRAM.find((one) => one.from === from && one.to === to);
  expect(arrow && causeOf(arrow)).toBe(cause);
});

test('what Figure 5 leaves out is told with the state that it leads away from', () => {
  const ways = waysOutNotDrawn('TIME_WAIT').map(({ id, next }) => [id, next]);
  expect(ways).toContainEqual(['time-wait-rst', 'CLOSED']);
  expect(ways).toContainEqual(['time-wait-new-syn', 'SYN_RCVD']);
  expect(ways.flat()).not.toContain('two-msl');
  expect(waysOutNotDrawn('CLOSED')).toEqual([]);
});

describe('the address', () => {
  test.each(STATES)('of %s chooses it', (state) => {
    expect(selectionIn(queryOf(hrefOfState(state)))).toEqual({ type: 'state', state });
  });

  test('of an arrow chooses it', () => {
    for (const arrow of DIAGRAM) expect(selectionIn(queryOf(hrefOfArrow(arrow)))).toEqual({ type: 'arrow', arrow });
  });

  test.each([{ state: 'OPEN' }, { from: 'CLOSED', to: 'TIME_WAIT' }, { from: 'CLOSED' }, { state: ['CLOSED', 'LISTEN'] }, {}])(
    'that names nothing chooses nothing: %o',
    (query) => {
      expect(selectionIn(query)).toBeNull();
    },
  );

  test('of a filter keeps the rules of that state', () => {
    const shown = RULES.filter((rule) => fits(rule, filterIn({ state: 'FIN_WAIT_1' }))).map(({ id }) => id);
    expect(shown).toContain('fin-wait-1-fin-ack');
    expect(shown).not.toContain('listen-syn');
  });

  test('of a filter with a topic too keeps those that are both', () => {
    const filter = filterIn({ state: 'FIN_WAIT_1', topic: 'simultaneous' });
    expect(RULES.filter((rule) => fits(rule, filter)).map(({ id }) => id)).toEqual(['fin-wait-1-fin']);
  });
});
