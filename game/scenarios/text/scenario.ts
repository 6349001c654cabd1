/** The text of a scenario: headers, then one leg or two. The grammar is in `docs/scenarios.md`. */
import type { Script, WrittenScenario } from '../script.ts';
import { isHeader, LANGUAGES, readHeader, REQUIRED, type Language } from './header.ts';
import { mistake, START, type Mistake, type MistakeCode, type Place } from './mistakes.ts';
import { printScript } from './print.ts';
import { readStatement } from './statement.ts';
import { noTextIn, wordsOf, type Line, type Read } from './words.ts';

type InLanguages = Readonly<Partial<Record<Language, string>>>;

export type LegText = {
  readonly script: Script;
  /** Where each item of the script is written. */
  readonly places: readonly Place[];
};

export type ScenarioText = {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly title: InLanguages;
  readonly story: InLanguages;
  /** One or two. */
  readonly legs: readonly LegText[];
};

export type Parsed = { readonly ok: true; readonly scenario: ScenarioText } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export const MOST_STATEMENTS = 200;
export const MOST_CHARACTERS = 300;

type LegDraft = { readonly script: Script[number][]; readonly places: Place[]; readonly begins: Place };
/** What has been read so far. */
type Draft = { readonly headers: Map<string, string>; readonly legs: LegDraft[]; readonly mistakes: Mistake[] };

/** Reads the text of one scenario, or names everything that keeps it from being one, in the order of the lines. */
export function parseScenario(text: string): Parsed {
  const draft: Draft = { headers: new Map(), legs: [], mistakes: [] };
  const lines = text.split(/\r\n?|\n/);
  const noText = noTextIn(lines);
  if (noText) return { ok: false, mistakes: [mistake('not-text', noText)] };
  lines.forEach((said, index) => {
    if (said.length <= MOST_CHARACTERS) readLine(draft, wordsOf(said, index + 1));
    else complain(draft, 'line-too-long', { line: index + 1, column: MOST_CHARACTERS + 1 });
  });
  const mistakes = draft.mistakes.length > 0 ? draft.mistakes : mistakesOfWhole(draft);
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, scenario: textOf(draft) };
}

function readLine(draft: Draft, line: Line): void {
  const [first] = line.words;
  if (!first) return;
  if (first.text === 'leg') addLeg(draft, line, first);
  else if (isHeader(line)) addHeader(draft, line, first);
  else addStatement(draft, line, first);
}

function complain({ mistakes }: Draft, code: MistakeCode, place: Place, word = ''): void {
  mistakes.push(mistake(code, place, word));
}

function addLeg(draft: Draft, { words: [, extra] }: Line, begins: Place): void {
  if (extra) complain(draft, 'extra-word', extra, extra.text);
  if (draft.legs.length === 2) complain(draft, 'too-many-legs', begins);
  draft.legs.push({ script: [], places: [], begins });
}

/** The value, or nothing where a mistake has been noted instead. */
function take<T>(draft: Draft, read: Read<T>): T | undefined {
  if (read.ok) return read.value;
  draft.mistakes.push(read.mistake);
  return undefined;
}

function addHeader(draft: Draft, line: Line, first: Place): void {
  const header = take(draft, readHeader(line));
  if (!header) return;
  if (draft.legs.length > 0) complain(draft, 'header-too-late', first, header.name);
  if (draft.headers.has(header.name)) complain(draft, 'header-twice', first, header.name);
  draft.headers.set(header.name, header.value);
}

function addStatement(draft: Draft, line: Line, first: Place): void {
  const item = take(draft, readStatement(line));
  const leg = draft.legs.at(-1);
  if (!leg && draft.mistakes.every(({ code }) => code !== 'missing-leg')) complain(draft, 'missing-leg', first);
  if (!item || !leg) return;
  if (leg.script.length === MOST_STATEMENTS) complain(draft, 'too-many-statements', first);
  leg.script.push(item);
  leg.places.push({ line: first.line, column: first.column });
}

/** What can only be seen once every line has been read. */
function mistakesOfWhole({ headers, legs }: Draft): readonly Mistake[] {
  const missing = REQUIRED.filter((name) => !headers.has(name));
  const empty = legs.filter(({ script }) => script.length === 0);
  return [
    ...missing.map((name) => mistake('missing-header', START, '', [name])),
    ...(legs.length === 0 ? [mistake('missing-leg', START)] : []),
    ...empty.map(({ begins }) => mistake('empty-leg', begins)),
  ];
}

function textOf({ headers, legs }: Draft): ScenarioText {
  const inLanguages = (name: string): InLanguages =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => [headers.get(`${name} ${language}`)].flatMap((text) => (text ? [[language, text]] : []))),
    );
  return {
    id: headers.get('scenario') ?? '',
    level: Number(headers.get('level')) as ScenarioText['level'],
    title: inLanguages('title'),
    story: inLanguages('story'),
    legs: legs.map(({ script, places }) => ({ script, places })),
  };
}

/** As it is played. Where only one leg is written, both players play that one. */
export function toScenario({ id, level, legs: [first, second] }: ScenarioText): WrittenScenario {
  const script = first?.script ?? [];
  return { id, level, siblings: [script, second?.script ?? script] };
}

/** The text that reads as that scenario. */
export function printScenario({
  id,
  level,
  title,
  story,
  legs,
}: Omit<ScenarioText, 'legs'> & { readonly legs: readonly { readonly script: Script }[] }): string {
  const prose = (name: string, texts: InLanguages) =>
    LANGUAGES.flatMap((language) => (texts[language] ? [`${name} ${language} ${texts[language]}`] : []));
  const headers = [`scenario ${id}`, `level ${level}`, ...prose('title', title), ...prose('story', story)];
  return [`${headers.join('\n')}\n`, ...legs.map(({ script }) => `leg\n${printScript(script)}`)].join('\n');
}
