/** The turns that the gallery's views are made of: a handshake, then a simultaneous close, with its wrong and its missed answers. */
import type { TurnView } from '#game/match/view.ts';
import type { Points } from '#game/match/vocabulary.ts';
import { arrives, closed, did, end, move, prediction, right, rightMove, saying, segment, told, turn } from './build.ts';

const SYN = segment('SYN', 300);
const SYN_ACK = segment('SYN ACK', 800, 301);
const ACK = segment('ACK', 301, 801);
const CLIENT_FIN = segment('FIN ACK', 301, 801);
const SERVER_FIN = segment('FIN ACK', 801, 301);

const SYN_SENT = right(SYN, 'SYN_SENT', 'closed-open-active');
const SYN_RCVD = right(SYN_ACK, 'SYN_RCVD', 'listen-syn');
const CONNECTED = right(ACK, 'ESTABLISHED', 'syn-sent-syn-ack');
const ACCEPTED = right(null, 'ESTABLISHED', 'syn-rcvd-ack');
const CLIENT_CLOSES = right(CLIENT_FIN, 'FIN_WAIT_1', 'established-close');
const SERVER_CLOSES = right(SERVER_FIN, 'FIN_WAIT_1', 'established-close');

const THIRD: Points = { base: 30, streak: 0, speed: 0, total: 30 };
const guess = (isRight: boolean) => prediction({ flags: ['SYN', 'ACK'], state: 'SYN_RCVD' }, isRight);

export const HANDSHAKE: readonly TurnView[] = [
  closed(
    0,
    [{ at: 'client', event: { type: 'open-active', iss: 300 }, offered: 0 }],
    [did('client', SYN, 'SYN_SENT')],
    [rightMove('client', SYN_SENT), guess(true)],
    {
      told: [told('server', { type: 'open-passive' }, 'LISTEN')],
      ends: { client: end('CLOSED', 0, 0, 0, 0), server: null },
    },
  ),
  closed(1, [arrives('server', SYN)], [did('server', SYN_ACK, 'SYN_RCVD')], [guess(true), rightMove('server', SYN_RCVD)], {
    ends: { client: end('SYN_SENT', 300, 300, 301, 0), server: null },
  }),
  closed(
    2,
    [arrives('client', SYN_ACK)],
    [did('client', ACK, 'ESTABLISHED')],
    [
      move('client', { ...saying(CONNECTED), state: 'SYN_RCVD' }, [CONNECTED], {
        segmentRight: true,
        misconception: 'caller-waits-too',
        points: THIRD,
      }),
      guess(false),
    ],
    {
      ends: { client: end('SYN_SENT', 300, 300, 301, 0), server: null },
    },
  ),
  closed(3, [arrives('server', ACK)], [did('server', null, 'ESTABLISHED')], [guess(true), move('server', null, [ACCEPTED])], {
    ends: { client: end('ESTABLISHED', 300, 301, 301, 801), server: null },
  }),
];

const CLOSE = [
  { at: 'client', event: { type: 'close' }, offered: 0 },
  { at: 'server', event: { type: 'close' }, offered: 0 },
] as const;
const BEFORE_CLOSE = { ends: { client: end('ESTABLISHED', 300, 301, 301, 801), server: null } } as const;
const BOTH_CLOSED = [did('client', CLIENT_FIN, 'FIN_WAIT_1'), did('server', SERVER_FIN, 'FIN_WAIT_1')] as const;

export const BOTH_CLOSE = closed(
  4,
  CLOSE,
  BOTH_CLOSED,
  [rightMove('client', CLIENT_CLOSES), rightMove('server', SERVER_CLOSES)],
  BEFORE_CLOSE,
);

export const FINS_CROSS = turn(5, [arrives('client', SERVER_FIN), arrives('server', CLIENT_FIN)], {
  ends: { client: end('FIN_WAIT_1', 300, 301, 302, 801), server: null },
  sealed: [false, true],
});

/** Both send the FIN; Mei takes the state of who receives one, Jonas thinks that all is over. */
export const CLOSE_MISTAKEN = closed(
  4,
  CLOSE,
  BOTH_CLOSED,
  [
    move('client', { ...saying(CLIENT_CLOSES), state: 'CLOSE_WAIT' }, [CLIENT_CLOSES], {
      segmentRight: true,
      misconception: 'close-wait-by-sending-fin',
      points: THIRD,
    }),
    move('server', { ...saying(SERVER_CLOSES), state: 'CLOSED' }, [SERVER_CLOSES], {
      segmentRight: true,
      misconception: 'close-means-closed',
      points: THIRD,
    }),
  ],
  BEFORE_CLOSE,
);

/** Mei acknowledges instead of closing; Jonas runs out of time. */
export const CLOSE_WRONG = closed(
  4,
  CLOSE,
  BOTH_CLOSED,
  [
    move('client', { segment: { flags: ['RST'], seq: 301, ack: null, data: false }, state: 'CLOSED' }, [CLIENT_CLOSES], {
      misconception: 'close-means-closed',
      ghost: { kind: 'segment', segment: segment('RST', 301), from: 'ESTABLISHED', to: 'CLOSED', reply: null, rules: ['rst'] },
    }),
    move('server', null, [SERVER_CLOSES], { ghost: { kind: 'silence', timer: 'retransmission', running: false } }),
  ],
  BEFORE_CLOSE,
);

const STRAY = segment('SYN', 301);
/** A second SYN in the middle of a connection: the other end would have challenged it. */
export const CLOSE_WITH_SYN = closed(
  4,
  CLOSE.slice(0, 1),
  BOTH_CLOSED.slice(0, 1),
  [
    move('client', { segment: { flags: ['SYN'], seq: 301, ack: null, data: false }, state: 'FIN_WAIT_1' }, [CLIENT_CLOSES], {
      stateRight: true,
      points: THIRD,
      ghost: {
        kind: 'segment',
        segment: STRAY,
        from: 'ESTABLISHED',
        to: 'ESTABLISHED',
        reply: segment('ACK', 801, 301),
        rules: ['challenge-syn'],
      },
    }),
    prediction({ flags: ['FIN', 'ACK'], state: 'FIN_WAIT_1' }, true),
  ],
  BEFORE_CLOSE,
);

/** The server is asked; Mei predicts. */
export const SERVER_ASKED = turn(1, [arrives('server', SYN)], { ends: { client: end('SYN_SENT', 300, 300, 301, 0), server: null } });

const DATA = segment('ACK', 4_294_967_290, 4_294_960_001, 1200);
const SEND = { at: 'client', event: { type: 'send', len: 1200 }, offered: 1200 } as const;
export const OFFERED = turn(4, [SEND], {
  ends: { client: end('ESTABLISHED', 4_294_967_289, 4_294_967_290, 4_294_967_290, 4_294_960_001), server: null },
});

const SENT = right(DATA, 'ESTABLISHED', 'send');
export const LOST: readonly TurnView[] = [
  closed(4, [SEND], [did('client', DATA, 'ESTABLISHED', true)], [rightMove('client', SENT), guess(true)], BEFORE_CLOSE),
  closed(
    5,
    [{ at: 'client', event: { type: 'timeout', timer: 'retransmission' }, offered: 1200 }],
    [did('client', DATA, 'ESTABLISHED')],
    [rightMove('client', SENT), guess(true)],
    BEFORE_CLOSE,
  ),
  turn(6, [arrives('server', DATA)]),
];

const AGAIN = segment('SYN', 5000);
const REFUSAL = segment('RST ACK', 0, 5001);
/** Another connection of the same leg: refused, because nobody listens. */
export const REFUSED: readonly TurnView[] = [
  closed(
    5,
    [{ at: 'client', event: { type: 'open-active', iss: 5000 }, offered: 0 }],
    [did('client', AGAIN, 'SYN_SENT')],
    [rightMove('client', right(AGAIN, 'SYN_SENT', 'closed-open-active')), guess(false)],
    { connection: 1 },
  ),
  closed(
    6,
    [arrives('server', AGAIN)],
    [did('server', REFUSAL, 'CLOSED')],
    [guess(true), rightMove('server', right(REFUSAL, 'CLOSED', 'closed-segment'))],
    { connection: 1 },
  ),
  turn(7, [arrives('client', REFUSAL)], { connection: 1, ends: { client: end('SYN_SENT', 5000, 5000, 5001, 0), server: null } }),
];

export const CROSSED: readonly TurnView[] = [
  ...HANDSHAKE,
  BOTH_CLOSE,
  closed(
    5,
    FINS_CROSS.asks,
    [did('client', segment('ACK', 302, 802), 'CLOSING'), did('server', segment('ACK', 802, 302), 'CLOSING')],
    [
      rightMove('client', right(segment('ACK', 302, 802), 'CLOSING', 'fin-wait-1-fin')),
      rightMove('server', right(segment('ACK', 802, 302), 'CLOSING', 'fin-wait-1-fin')),
    ],
    { ends: FINS_CROSS.ends },
  ),
];
