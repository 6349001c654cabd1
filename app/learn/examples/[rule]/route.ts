/** The examples, one a rule. They are made when the app is built: to find them takes longer than a host may stand still. */
import { exampleOf, type Example } from '#game/quiz/examples.ts';
import { RULES } from '#game/tcp/rules.ts';
import type { Locale } from '#protocol/locale.ts';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';

export type ExampleAnswer = Example & {
  /** Of the scenario; null where there is none. */
  readonly scenarioName: Readonly<Record<Locale, string>> | null;
};

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return RULES.map(({ id }) => ({ rule: id }));
}

type Context = { readonly params: Promise<{ readonly rule: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { rule } = await params;
  const known = RULES.find(({ id }) => id === rule);
  if (!known) return new Response(null, { status: 404 });
  const example = exampleOf(known.id);
  const answer: ExampleAnswer = { ...example, scenarioName: example.scenario === null ? null : namesOf(example.scenario) };
  return Response.json(answer);
}

function namesOf(scenario: string): Readonly<Record<Locale, string>> {
  const titleIn = (scenarios: Readonly<Record<string, { readonly title: string }>>) => scenarios[scenario]?.title ?? scenario;
  return { en: titleIn(en.scenarios), 'zh-CN': titleIn(zhCn.scenarios) };
}
