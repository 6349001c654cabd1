/** The events of the catalogue and of lives drawn, each with the endpoint that it happens to. */
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';
import { beginPlay, nextTurn, resolve } from '#game/scenarios/play.ts';
import type { Leg } from '#game/scenarios/script.ts';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import { step } from '#game/tcp/step.ts';
import type { Event } from '#game/tcp/vocabulary.ts';
import { measure, type Rate } from './measure.ts';

type Case = { readonly endpoint: Endpoint; readonly event: Event };

export function stepRates(): readonly Rate[] {
  const cases = SCENARIOS.flatMap((scenario) => expand(scenario, scenario.level, 1).flatMap(casesOf));
  const ofKind = (kind: Kind) => cases.filter(({ event }) => kindOf(event) === kind);
  return [rateOf('step', cases), ...KINDS.map((kind) => rateOf(`step: ${kind}`, ofKind(kind)))];
}

function rateOf(name: string, cases: readonly Case[]): Rate {
  return measure(name, () => {
    for (const { endpoint, event } of cases) step(endpoint, event);
    return cases.length;
  });
}

const KINDS = ['call', 'timer', 'SYN arrives', 'data arrives', 'FIN arrives', 'RST arrives', 'bare ACK arrives'] as const;
type Kind = (typeof KINDS)[number];

function kindOf(event: Event): Kind {
  if (event.type === 'timeout') return 'timer';
  if (event.type !== 'segment') return 'call';
  const { flags, len } = event.segment;
  const flag = (['RST', 'SYN', 'FIN'] as const).find((one) => flags.includes(one));
  return flag ? `${flag} arrives` : len > 0 ? 'data arrives' : 'bare ACK arrives';
}

function casesOf(leg: Leg): readonly Case[] {
  const cases: Case[] = [];
  for (let next = nextTurn(beginPlay(leg)); next.happenings.length > 0; next = nextTurn(resolve(next.play, next.canonical).play)) {
    for (const { at, event } of next.happenings) cases.push({ endpoint: next.play.endpoints[at], event });
  }
  return cases;
}
