/** Every situation of a match, by name: what the gallery shows and what the tests look at. */
import type { TurnView, View } from '#game/match/view.ts';
import { match, NOW } from './build.ts';
import {
  BOTH_CLOSE,
  CLOSE_MISTAKEN,
  CLOSE_WITH_SYN,
  CLOSE_WRONG,
  CROSSED,
  FINS_CROSS,
  HANDSHAKE,
  LOST,
  OFFERED,
  REFUSED,
  SERVER_ASKED,
} from './turns.ts';

const LEVEL_1 = { level: 1, turnSeconds: 30, speedPoints: true, kind: 'quick', scenario: 'simultaneous-close' } as const;
const LEVEL_3 = { level: 3, turnSeconds: 30, speedPoints: true, kind: 'quick', scenario: null } as const;
const UNTIMED = { level: 2, turnSeconds: null, speedPoints: true, kind: 'invited', scenario: null } as const;

const CLASS = { level: 2, turnSeconds: 30, speedPoints: false, kind: 'class', scenario: null } as const;

const CLOSING = [...HANDSHAKE, BOTH_CLOSE, FINS_CROSS];
const SEALED: TurnView = {
  ...FINS_CROSS,
  sealed: [true, false],
  mine: { segment: { flags: ['ACK'], seq: 302, ack: 802, data: false }, state: 'CLOSING' },
};
const PREDICTED: TurnView = { ...SERVER_ASKED, sealed: [true, false], mine: { flags: ['SYN', 'ACK'], state: 'SYN_RCVD' } };

/** As level 3 shows it: no variables. */
function withoutEnds(turns: readonly TurnView[]): TurnView[] {
  return turns.map((turn) => ({ ...turn, ends: { client: null, server: null } }));
}

function swapLegs(turns: readonly TurnView[]): TurnView[] {
  return turns.map((turn) => ({ ...turn, leg: 1, turn: turn.turn + 10, ends: { client: null, server: turn.ends.client } }));
}

const PLAYED = [...CROSSED, ...swapLegs(CROSSED)];

const LONG_NAMES: View['parties'] = [
  { playerId: 'long', name: 'Wolfeschlegelsteinha', bot: null },
  { playerId: null, name: '欧阳锋与他的二十个字的名字真的很长啊', bot: 'skilled' },
];

export const SITUATIONS = {
  opening: match([]),
  move: match(CLOSING),
  'first-turn': match([{ ...HANDSHAKE[0], closed: null, sealed: [false, false] } as TurnView], { settings: LEVEL_1 }),
  data: match([...HANDSHAKE, OFFERED]),
  prediction: match([...HANDSHAKE.slice(0, 1), SERVER_ASKED]),
  'prediction-sealed': match([...HANDSHAKE.slice(0, 1), PREDICTED]),
  sealed: match([...HANDSHAKE, BOTH_CLOSE, SEALED]),
  right: match([...HANDSHAKE, BOTH_CLOSE]),
  ghost: match([...HANDSHAKE, CLOSE_WRONG]),
  'ghost-reply': match([...HANDSHAKE, CLOSE_WITH_SYN]),
  misconception: match([...HANDSHAKE, CLOSE_MISTAKEN]),
  missed: match([...HANDSHAKE, CLOSE_WRONG], { viewer: 1 }),
  'half-right': match(HANDSHAKE.slice(0, 3)),
  'level-3': match(withoutEnds(CLOSING), { settings: LEVEL_3 }),
  'new-connection': match([...CROSSED.slice(0, 5), ...REFUSED]),
  lost: match([...HANDSHAKE, ...LOST]),
  away: match(CLOSING, { presence: ['here', 'away'], graceUntil: [null, NOW + 42_000] }),
  bot: match(CLOSING, { presence: ['here', 'bot'] }),
  'long-names': match(CLOSING, { parties: LONG_NAMES }),
  untimed: match([...HANDSHAKE, { ...BOTH_CLOSE, closed: BOTH_CLOSE.closed && { ...BOTH_CLOSE.closed, until: null } }], {
    settings: UNTIMED,
  }),
  spectator: match(withoutEnds(CLOSING), { viewer: 'spectator' }),
  halted: match(CLOSING, { settings: CLASS, halted: true, presence: ['here', 'away'], graceUntil: [null, NOW + 42_000] }),
  'halted-verdict': match([...HANDSHAKE, CLOSE_WRONG], { settings: CLASS, halted: true }),
  extended: match([...HANDSHAKE, BOTH_CLOSE, { ...FINS_CROSS, deadline: NOW + 52_000, extra: 30_000 }], { settings: CLASS }),
  voided: match([...HANDSHAKE, { ...CLOSE_WRONG, voided: true }], { settings: CLASS }),
  stopped: match(
    PLAYED.slice(0, 6).map((turn) => (turn.turn === 2 ? { ...turn, voided: true } : turn)),
    { settings: { ...CLASS, scenario: 'simultaneous-close' }, ended: { reason: 'stopped', by: null, winner: 0 } },
  ),
  won: match(PLAYED, { ended: { reason: 'played', by: null, winner: 0 } }),
  resigned: match(PLAYED.slice(0, 4), { ended: { reason: 'resigned', by: 1, winner: 0 }, rematch: { offeredBy: [1], matchId: null } }),
} as const satisfies Readonly<Record<string, View>>;
export type SituationName = keyof typeof SITUATIONS;
