/** Writes docs/RULES.md from the rules table and the English texts. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLOSED_ENDPOINT, type Endpoint } from '#game/tcp/endpoint.ts';
import { RULES, STAGES, type Rule, type Stage } from '#game/tcp/rules.ts';
import { step } from '#game/tcp/step.ts';
import { CALLS, STATES, type Call, type Event } from '#game/tcp/vocabulary.ts';
import en from '#messages/en.json';
import { CONDITION_WORDS, HOUSE_RULES, INTRODUCTION, LEFT_OUT, REPLY_WORDS, STAGE_TITLES } from './rules-doc-words.ts';

type RuleText = { readonly name: string; readonly text: string; readonly linux?: string };

const TEXTS: Readonly<Record<string, RuleText>> = en.rules;
const RFC = 'https://www.rfc-editor.org/rfc/rfc9293#section-';

export function rulesDoc(): string {
  return [INTRODUCTION, ...STAGES.map(chapter), signals(), houseRules(), LEFT_OUT].join('\n\n');
}

function chapter(stage: Stage): string {
  const rules = RULES.filter((rule) => rule.stage === stage);
  return [`## ${STAGE_TITLES[stage]}`, ...rules.map(entry)].join('\n\n');
}

function entry(rule: Rule): string {
  const { name, text, linux } = textOf(rule.id);
  const facts = [
    `In ${rule.states.join(', ')}`,
    eventOf(rule),
    ...rule.when.map((condition) => CONDITION_WORDS[condition]),
    `**${REPLY_WORDS[rule.reply]} → ${rule.next === 'same' ? 'stays' : rule.next}**`,
    ...(rule.goesOn ? [`goes on with “${STAGE_TITLES[rule.goesOn]}”`] : []),
    ...(rule.signal ? [`signals ${rule.signal}`] : []),
    ...(rule.hard ? ['counts whole'] : []),
  ];
  const marks = [
    `[${rule.section}](${RFC}${rule.section})`,
    ...houseMark(rule),
    ...(rule.insteadOf ? [`instead of ${link(rule.insteadOf)}`] : []),
  ];
  const note = linux ? [`On Linux: ${linux}`] : [];
  return [`### ${rule.id}`, `${name}. ${marks.join(' · ')}`, facts.join('; '), text, ...note].join('\n\n');
}

function eventOf({ on }: Rule): string {
  if (on === 'segment') return 'a segment arrives';
  return on === 'timeout' ? 'a timer' : callName(on);
}

function callName(call: Call): string {
  const [name = '', kind] = call.split('-');
  return kind ? `${kind} ${name.toUpperCase()}` : name.toUpperCase();
}

function houseMark({ house }: Rule): string[] {
  return house ? [`house rule [${house}](#house-rules)`] : [];
}

function textOf(id: string): RuleText {
  const text = TEXTS[id];
  if (!text) throw new Error(`no English text for ${id}`);
  return text;
}

const link = (id: string) => `[${id}](#${id})`;

/** Calls that no rule serves: what they signal is asked of the machine. */
function signals(): string {
  const rows = CALLS.map((call) => ({ call, told: STATES.flatMap((state) => refusals(call, { ...CLOSED_ENDPOINT, state })) }));
  const served = RULES.filter((rule) => rule.signal).map((rule) => `${link(rule.id)} (${rule.signal})`);
  return [
    '## Signals',
    'What the application is told. These calls send nothing and change nothing, and there is no rule for them:',
    ['| Call | In | Signal |', '|---|---|---|', ...rows.flatMap(({ call, told }) => signalRows(call, told))].join('\n'),
    `These rules signal as well: ${served.join(', ')}.`,
  ].join('\n\n');
}

type Refusal = { readonly state: string; readonly signal: string };

function refusals(call: Call, endpoint: Endpoint): Refusal[] {
  const event: Event = call === 'send' ? { type: call, len: 1 } : { type: call };
  const { rules, signals } = step(endpoint, event);
  return rules.length > 0 ? [] : signals.map((signal) => ({ state: endpoint.state, signal }));
}

function signalRows(call: Call, told: readonly Refusal[]): string[] {
  return [...new Set(told.map(({ signal }) => signal))].map((signal) => {
    const states = told.filter((one) => one.signal === signal).map(({ state }) => state);
    return `| ${callName(call)} | ${states.join(', ')} | ${signal} |`;
  });
}

function houseRules(): string {
  const rows = Object.entries(HOUSE_RULES).map(([letter, [situation, text]]) => {
    const rules = RULES.filter((rule) => rule.house === letter);
    const list = (some: readonly Rule[]) => some.map((rule) => link(rule.id)).join(', ') || '–';
    const [canonical, others] = [rules.filter((rule) => !rule.insteadOf), rules.filter((rule) => rule.insteadOf)];
    return `| ${letter} | ${situation} | ${text} | ${list(canonical)} | ${list(others)} |`;
  });
  return ['## House rules', ['| | Situation | The text | Canonical | Also right |', '|---|---|---|---|---|', ...rows].join('\n')].join(
    '\n\n',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../docs/RULES.md', import.meta.url), rulesDoc());
