/** The scenarios of the house rules' list, and what each of them has to come to. */
import { describe, expect, test } from 'vitest';
import { drawScenario, LIFE, SCENARIOS, scenarioOf, scenariosAt, TUTORIAL, WRITTEN } from '#game/scenarios/catalogue.ts';
import { generate } from '#game/scenarios/generate.ts';
import { beginPlay, nextTurn, resolve } from '#game/scenarios/play.ts';
import { rulesTaught } from '#game/scenarios/proof.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import { FATES, type Item, type Leg } from '#game/scenarios/script.ts';
import { checkScenario } from '#game/scenarios/text/check.ts';
import { parseScenario, printScenario } from '#game/scenarios/text/scenario.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import { STATES, type State } from '#game/tcp/vocabulary.ts';
import { legOf } from './ladders.ts';

/** What is asked for · the scenario that has it · rules that it has to teach. */
// biome-ignore format: a table
const LIST: readonly (readonly [string, string, readonly RuleId[]])[] = [
  ['three-way handshake (Fig. 6)', 'three-way-handshake', ['closed-open-active', 'listen-syn', 'syn-sent-syn-ack', 'syn-rcvd-ack']],
  ['connection refused', 'connection-refused', ['closed-segment', 'syn-sent-rst']],
  ['simultaneous open (Fig. 7)', 'simultaneous-open', ['syn-sent-syn', 'syn-rcvd-crossed-syn-ack']],
  ['lost SYN', 'lost-syn', ['retransmit-syn']],
  ['lost SYN,ACK', 'lost-syn-ack', ['retransmit-syn-ack', 'syn-rcvd-same-syn', 'syn-sent-other']],
  ['lost third ACK, finished by the retransmitted SYN,ACK', 'lost-third-ack', ['retransmit-syn-ack', 'unacceptable']],
  ['lost third ACK, finished by the first data', 'lost-third-ack-data', ['send', 'syn-rcvd-ack', 'data']],
  ['old duplicate SYN (Fig. 8)', 'old-duplicate-syn', ['syn-sent-bad-ack', 'syn-rcvd-rst-passive']],
  ['old duplicate SYN at two listeners (Fig. 11)', 'two-listeners', ['listen-ack', 'syn-rcvd-rst-passive', 'listen-rst', 'listen-other']],
  ['half-open discovery (Figs 9 and 10)', 'half-open', ['challenge-syn', 'syn-sent-bad-ack', 'closed-segment', 'rst']],
  ['the handshake never finished', 'unfinished-handshake', ['retransmit-syn-ack', 'user-timeout']],
  ['unacceptable ACK in SYN_SENT', 'bad-ack-in-syn-sent', ['syn-sent-bad-ack', 'syn-sent-bad-ack-rst', 'syn-sent-rst-without-ack']],
  ['RST in SYN_RCVD after a passive open', 'back-to-listen', ['syn-rcvd-rst-passive', 'syn-rcvd-new-syn']],
  ['RST in SYN_RCVD after an active open', 'reset-in-syn-rcvd', ['syn-rcvd-rst-active']],
  ['CLOSE in LISTEN, in SYN_SENT', 'close-before-established', ['listen-close', 'syn-sent-close']],
  ['CLOSE in SYN_RCVD', 'close-in-syn-rcvd', ['syn-rcvd-close']],
  ['SEND on a LISTEN socket', 'send-on-listen', ['listen-send', 'listen-open-active', 'queued-data']],
  ['an exchange both ways', 'data-both-ways', ['send', 'data', 'ack']],
  ['lost data', 'lost-data', ['retransmit-data']],
  ['duplicate data', 'duplicate-data', ['unacceptable', 'duplicate-ack']],
  ['out-of-order data', 'out-of-order-data', ['ahead-of-gap']],
  ['data to a side that has closed', 'data-to-closed', ['closed-segment', 'rst']],
  ['four segments, client first', 'four-segment-close-client-first', ['established-close', 'established-fin', 'close-wait-close', 'fin-wait-2-fin', 'last-ack-fin-acked', 'two-msl']],
  ['four segments, server first', 'four-segment-close-server-first', ['established-close', 'established-fin', 'close-wait-close', 'fin-wait-2-fin', 'last-ack-fin-acked', 'two-msl']],
  ['three segments', 'three-segment-close', ['fin-wait-1-fin-ack']],
  ['simultaneous close', 'simultaneous-close', ['fin-wait-1-fin', 'closing-fin-acked']],
  ['simultaneous close with one FIN,ACK', 'simultaneous-close-one-fin-ack', ['fin-wait-1-fin', 'fin-wait-1-fin-ack', 'closing-fin-acked']],
  ['half-close with data flowing the other way', 'half-close', ['send', 'data', 'close-wait-close']],
  ['FIN carrying data', 'fin-with-data', ['queued-close-on-data', 'data', 'established-fin']],
  ['FIN out of order', 'fin-out-of-order', ['ahead-of-gap', 'established-fin']],
  ['lost FIN', 'lost-fin', ['retransmit-fin']],
  ['lost ACK of the FIN', 'lost-ack-of-fin', ['retransmit-fin', 'old-fin']],
  ['lost last ACK', 'lost-last-ack', ['time-wait-fin', 'two-msl']],
  ['2MSL runs out', 'two-msl', ['time-wait-ack', 'two-msl']],
  ['a new SYN in TIME_WAIT', 'new-syn-in-time-wait', ['time-wait-new-syn']],
  ['the application that never calls close', 'never-closes', ['established-fin', 'fin-wait-1-fin-acked']],
  ['ABORT in ESTABLISHED', 'abort', ['abort', 'rst']],
  ['ABORT in SYN_RCVD', 'abort-in-syn-rcvd', ['abort']],
  ['ABORT in FIN_WAIT_1', 'abort-in-fin-wait-1', ['abort', 'rst-in-window']],
  ['ABORT in FIN_WAIT_2, in CLOSE_WAIT', 'abort-while-closing', ['abort', 'rst']],
  ['ABORT in LISTEN, in SYN_SENT', 'abort-before-established', ['early-abort']],
  ['ABORT in LAST_ACK', 'abort-in-last-ack', ['late-abort']],
  ['ABORT in CLOSING, in TIME_WAIT', 'abort-in-closing', ['late-abort']],
  ['RST in, at the edge of and outside the window', 'reset-window', ['unacceptable-rst', 'rst-in-window', 'rst']],
  ['SYN in ESTABLISHED', 'syn-in-established', ['challenge-syn', 'unacceptable']],
  ['whole life', 'whole-life', ['closed-open-active', 'send', 'established-close', 'two-msl']],
];

test.each(LIST)('%s: %s', (_, id, rules) => {
  const scenario = WRITTEN.find((one) => one.id === id);
  const taught = scenario ? rulesTaught(legOf(scenario.siblings[0])) : [];
  expect(rules.filter((rule) => !taught.includes(rule))).toEqual([]);
});

/** The states in which players are asked about that call. */
function statesAsked(call: 'abort' | 'close'): readonly State[] {
  const asked = WRITTEN.flatMap(({ siblings: [a] }) => callsIn(legOf(a), call));
  return STATES.filter((state) => asked.includes(state));
}

function callsIn(leg: Leg, call: 'abort' | 'close'): readonly State[] {
  const states: State[] = [];
  for (let next = nextTurn(beginPlay(leg)); next.happenings.length > 0; next = nextTurn(resolve(next.play, next.canonical).play))
    states.push(...next.happenings.filter(({ event }) => event.type === call).map(({ at }) => next.play.endpoints[at].state));
  return states;
}

test('ABORT and CLOSE are met in every state that has a peer or awaits one', () => {
  expect(statesAsked('abort')).toEqual(STATES.filter((state) => state !== 'CLOSED'));
  expect(statesAsked('close')).toEqual(['LISTEN', 'SYN_SENT', 'SYN_RCVD', 'ESTABLISHED', 'CLOSE_WAIT']);
});

test('a whole life with faults drawn from a seed', () => {
  expect(SCENARIOS).toContain(LIFE);
  expect(LIFE.draw(3, 7)).toEqual(generate(3, 7));
});

test.each(WRITTEN)('$id: every statement of it does something', ({ siblings, ...rest }) => {
  const parsed = parseScenario(printScenario({ ...rest, title: {}, story: {}, legs: siblings.map((script) => ({ script })) }));
  expect(parsed.ok && checkScenario(parsed.scenario)).toEqual([]);
});

test.each(WRITTEN)('$id teaches the same rules in both legs', ({ siblings: [a, b] }) => {
  expect(rulesTaught(legOf(a)).toSorted()).toEqual(rulesTaught(legOf(b)).toSorted());
});

describe('what the host draws from', () => {
  const unusual = (item: Item) => FATES.some((fate) => fate === item.do) || ['both', 'inject', 'crash', 'timeout'].includes(item.do);
  const isUsual = (items: readonly Item[]) => items.every((item) => !unusual(item) || (item.do === 'timeout' && item.timer === '2msl'));

  test('level 1 has no faults and nothing simultaneous', () => {
    expect(scenariosAt(1)).toEqual(WRITTEN.filter(({ level }) => level === 1));
    for (const { siblings } of WRITTEN.filter(({ level }) => level === 1)) expect(siblings.every(isUsual)).toBe(true);
  });

  test('level 2 has that and more, but no deep corners; level 3 has nothing of level 1', () => {
    expect(new Set(scenariosAt(2).map(({ level }) => level))).toEqual(new Set([1, 2]));
    expect(new Set(scenariosAt(3).map(({ level }) => level))).toEqual(new Set([2, 3]));
    expect(scenariosAt(1).length + scenariosAt(3).length).toBe(SCENARIOS.length);
  });

  test('level 3 draws on lives every other time, level 2 now and then, level 1 never', () => {
    const random = randomFrom(1);
    const lives = ([1, 2, 3] as const).map(
      (level) => Array.from({ length: 400 }).filter(() => drawScenario(level, random) === LIFE).length,
    );
    expect(lives[0]).toBe(0);
    expect(lives[1]).toBeGreaterThan(60);
    expect(lives[2]).toBeGreaterThan(160);
  });

  test('a scenario is found by its name, the tutorial too, and nothing else is', () => {
    for (const { id } of [...SCENARIOS, TUTORIAL]) expect(scenarioOf(id)?.id).toBe(id);
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length);
    expect(scenarioOf('three-way')).toBeUndefined();
  });
});
