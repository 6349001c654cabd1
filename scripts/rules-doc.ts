/** Writes docs/RULES.md from the rules table and the English texts. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MISCONCEPTIONS } from '#game/match/misconceptions.ts';
import { isRefusal, RULES, STAGES, type Rule, type Stage } from '#game/tcp/rules.ts';
import { SIGNALS, type Call } from '#game/tcp/vocabulary.ts';
import en from '#messages/en.json';
import {
  CONDITION_WORDS,
  HOUSE_RULES,
  INTRODUCTION,
  LEFT_OUT,
  MISCONCEPTIONS_INTRODUCTION,
  REPLY_WORDS,
  STAGE_TITLES,
} from './rules-doc-words.ts';

type RuleText = { readonly name: string; readonly text: string; readonly linux?: string };

const TEXTS: Readonly<Record<string, RuleText>> = en.rules;
const RFC = 'https://www.rfc-editor.org/rfc/rfc9293#section-';

export function rulesDoc(): string {
  return [INTRODUCTION, ...STAGES.map(chapter), signals(), houseRules(), misconceptions(), LEFT_OUT].join('\n\n');
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

/** The closed list of signals, each with the rules that give it. */
function signals(): string {
  const rows = SIGNALS.map((signal) => {
    const rules = RULES.filter((rule) => rule.signal === signal);
    const list = (some: readonly Rule[]) => some.map((rule) => link(rule.id)).join(', ') || '–';
    const [refusals, others] = [rules.filter((rule) => isRefusal(rule.id)), rules.filter((rule) => !isRefusal(rule.id))];
    return `| \`${signal}\` | ${en.signals[signal]} | ${list(refusals)} | ${list(others)} |`;
  });
  return [
    '## Signals',
    'What the application is told. A rule that merely signals an error to a call sends nothing and changes nothing.',
    ['| Signal | Meaning | Rules that merely signal it | Other rules |', '|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
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

function misconceptions(): string {
  const rows = MISCONCEPTIONS.map((id) => {
    const { name, text } = en.misconceptions[id];
    return `| \`${id}\` | ${name} | ${text} |`;
  });
  const table = ['| Id | Name | What is so |', '|---|---|---|', ...rows].join('\n');
  return ['## Misconceptions', MISCONCEPTIONS_INTRODUCTION, table].join('\n\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../docs/RULES.md', import.meta.url), rulesDoc());
