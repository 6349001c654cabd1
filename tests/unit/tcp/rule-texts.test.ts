/** Every rule and every scenario has its words in both languages, and they are words: nothing in them is read as ICU syntax. */
import { describe, expect, test } from 'vitest';
import { SCENARIOS, TUTORIAL } from '#game/scenarios/catalogue.ts';
import { RULES } from '#game/tcp/rules.ts';
import { SIGNALS } from '#game/tcp/vocabulary.ts';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';

type RuleText = { readonly name: string; readonly text: string; readonly linux?: string };
type ScenarioText = { readonly title: string; readonly story: string };

const ruleIds = RULES.map((rule) => rule.id).sort();
const scenarioIds = [...SCENARIOS, TUTORIAL].map((scenario) => scenario.id).sort();
/** An apostrophe quotes, braces take arguments, angle brackets make tags. */
const ICU_SYNTAX = /['{}<>]/;
const STATE_SPELLED_OTHERWISE = /SYN-SENT|SYN-RECEIVED|FIN-WAIT|CLOSE-WAIT|LAST-ACK|TIME-WAIT/;

describe.each([
  ['English', en],
  ['Chinese', zhCn],
])('%s', (language, messages) => {
  const rules: Readonly<Record<string, RuleText>> = messages.rules;
  const scenarios: Readonly<Record<string, ScenarioText>> = messages.scenarios;
  const words = [...Object.values(rules), ...Object.values(scenarios)].flatMap((one) => Object.values<string>(one));

  test('has a name and a reason for every rule, and for nothing else', () => {
    expect(Object.keys(rules).sort()).toEqual(ruleIds);
    for (const { name, text } of Object.values(rules)) {
      expect(name.length).toBeLessThanOrEqual(60);
      expect(text.length).toBeGreaterThan(language === 'English' ? 80 : 30);
    }
  });

  test('has two to four sentences for a rule', () => {
    const sentences = (text: string) => text.match(language === 'English' ? /[.?!](?=\s|$)/g : /[。？！]/g)?.length ?? 0;
    expect(Object.entries(rules).filter(([, { text }]) => sentences(text) < 2 || sentences(text) > 4)).toEqual([]);
  });

  test('has a sentence for every signal, and for nothing else', () => {
    expect(Object.keys(messages.signals).sort()).toEqual([...SIGNALS].sort());
    for (const sentence of Object.values(messages.signals)) expect(sentence).toMatch(/^.{7,}[.。]$/);
  });

  test('no two rules have the same name or the same text', () => {
    const names = Object.values(rules).map(({ name }) => name);
    const texts = Object.values(rules).map(({ text }) => text);
    expect([new Set(names).size, new Set(texts).size]).toEqual([names.length, texts.length]);
  });

  test('has a title and a story of one line for every scenario, and for nothing else', () => {
    expect(Object.keys(scenarios).sort()).toEqual(scenarioIds);
    for (const { story } of Object.values(scenarios)) expect(story).toMatch(/^.{20,160}$/);
  });

  test('nothing is read as ICU syntax', () => {
    expect(words.filter((one) => ICU_SYNTAX.test(one))).toEqual([]);
  });

  test('states are spelled as netstat spells them', () => {
    expect(words.filter((one) => STATE_SPELLED_OTHERWISE.test(one))).toEqual([]);
  });

  test('where another reading stands, the text of either says that both do', () => {
    const readings = RULES.filter((rule) => rule.insteadOf);
    const both = language === 'English' ? /both (stand|count)|(count|stand)s? as right too|counts as right|so both/ : /两者都算对|也算对/;
    for (const { id, insteadOf } of readings) for (const one of [id, insteadOf ?? id]) expect(rules[one]?.text).toMatch(both);
  });
});
