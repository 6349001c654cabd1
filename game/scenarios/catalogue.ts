/**
 * The scenarios. Each has two scripts that are siblings: every role meets the same rules and has as many decisions in both,
 * in another order. A leg has 8 to 12 decisions. Titles and stories are in `messages`, "scenarios".
 */
import type { Role } from '../tcp/vocabulary.ts';
import type { CallItem, Item, Scenario, Script, SendItem } from './script.ts';

export type { Scenario } from './script.ts';

const call = (at: Role, name: CallItem['call']): CallItem => ({ do: 'call', at, call: name });
const send = (at: Role): SendItem => ({ do: 'send', at });
const early = <I extends CallItem | SendItem>(item: I): I => ({ ...item, early: true });
const timeout = (at: Role, timer: 'retransmission' | '2msl'): Item => ({ do: 'timeout', at, timer });
const lose = (from: Role): Item => ({ do: 'lose', from });

const listen = call('server', 'open-passive');
const open = call('client', 'open-active');
const listening: Script = [{ do: 'tell' }, listen, { do: 'ask' }];
const established: Script = [{ do: 'tell' }, listen, open, { do: 'ask' }];
const newConnection: Item = { do: 'new-connection' };

const closeFirst = (first: Role, second: Role): Script => [call(first, 'close'), call(second, 'close'), timeout(first, '2msl')];
/** The second CLOSE comes before the ACK of the first FIN has arrived. */
const closeHurried = (first: Role, second: Role): Script => [call(first, 'close'), early(call(second, 'close')), timeout(first, '2msl')];
const closeInThree = (first: Role, second: Role): Script => [
  { do: 'close-at-fin', at: second },
  call(first, 'close'),
  timeout(first, '2msl'),
];

const refused: Script = [open];
const openThenAbort = (by: Role): Script => [...listening, open, call(by, 'abort')];

export const SCENARIOS = [
  {
    id: 'three-way-handshake',
    level: 1,
    siblings: [
      [listen, open, send('client'), send('server')],
      [listen, open, send('server'), send('client')],
    ],
  },
  {
    id: 'connection-refused',
    level: 1,
    siblings: [
      [...refused, newConnection, listen, open, call('client', 'abort')],
      [listen, open, call('client', 'abort'), newConnection, ...refused],
    ],
  },
  {
    id: 'simultaneous-open',
    level: 2,
    siblings: [
      [{ do: 'both', call: 'open-active' }, send('client'), send('server')],
      [{ do: 'both', call: 'open-active' }, send('server'), send('client')],
    ],
  },
  {
    id: 'four-segment-close-client-first',
    level: 1,
    siblings: [
      [...listening, open, ...closeFirst('client', 'server')],
      [...listening, open, ...closeHurried('client', 'server')],
    ],
  },
  {
    id: 'four-segment-close-server-first',
    level: 1,
    siblings: [
      [...listening, open, ...closeFirst('server', 'client')],
      [...listening, open, ...closeHurried('server', 'client')],
    ],
  },
  {
    id: 'three-segment-close',
    level: 1,
    siblings: [
      [...established, send('client'), send('server'), ...closeInThree('client', 'server')],
      [...established, send('server'), send('client'), ...closeInThree('client', 'server')],
    ],
  },
  {
    id: 'simultaneous-close',
    level: 2,
    siblings: [
      [...listening, open, { do: 'both', call: 'close' }, timeout('client', '2msl'), timeout('server', '2msl')],
      [...listening, open, { do: 'both', call: 'close' }, timeout('server', '2msl'), timeout('client', '2msl')],
    ],
  },
  {
    id: 'half-close',
    level: 1,
    siblings: [
      [...established, call('client', 'close'), send('server'), call('server', 'close'), timeout('client', '2msl')],
      [...established, call('client', 'close'), early(send('server')), call('server', 'close'), timeout('client', '2msl')],
    ],
  },
  {
    id: 'lost-syn',
    level: 2,
    siblings: [
      [...listening, lose('client'), open, timeout('client', 'retransmission'), send('client'), send('server')],
      [...listening, lose('client'), open, timeout('client', 'retransmission'), send('server'), send('client')],
    ],
  },
  {
    id: 'lost-last-ack',
    level: 2,
    siblings: [
      [
        ...established,
        call('client', 'close'),
        lose('client'),
        call('server', 'close'),
        timeout('server', 'retransmission'),
        timeout('client', '2msl'),
      ],
      [
        ...established,
        call('client', 'close'),
        lose('client'),
        early(call('server', 'close')),
        timeout('server', 'retransmission'),
        timeout('client', '2msl'),
      ],
    ],
  },
  {
    id: 'abort',
    level: 1,
    siblings: [
      [...openThenAbort('client'), newConnection, ...openThenAbort('server')],
      [...openThenAbort('server'), newConnection, ...openThenAbort('client')],
    ],
  },
  {
    id: 'whole-life',
    level: 1,
    siblings: [
      [...listening, open, send('client'), ...closeInThree('server', 'client')],
      [...listening, open, send('client'), { do: 'close-at-fin', at: 'client' }, early(call('server', 'close')), timeout('server', '2msl')],
    ],
  },
] as const satisfies readonly Scenario[];

/** One leg, four decisions: a handshake against a bot. */
export const TUTORIAL = {
  id: 'tutorial',
  level: 1,
  siblings: [
    [...listening, open],
    [...listening, open],
  ],
} as const satisfies Scenario;

/** The scenario of that name; undefined where there is none. */
export function scenarioOf(id: string): Scenario | undefined {
  return [...SCENARIOS, TUTORIAL].find((scenario) => scenario.id === id);
}

/** The scenarios that the host draws from at a level: none with faults at level 1, none without something unusual at level 3. */
export function scenariosAt(level: 1 | 2 | 3): readonly Scenario[] {
  if (level === 2) return SCENARIOS;
  return SCENARIOS.filter((scenario) => scenario.level === (level === 1 ? 1 : 2));
}
