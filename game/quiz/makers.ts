/** What makes questions about rules: one for each kind. */
import { ANSWER } from './kinds/answer.ts';
import { EVENT } from './kinds/event.ts';
import { ILLEGAL } from './kinds/illegal.ts';
import { MISCONCEPTION } from './kinds/misconception.ts';
import { MISSING_SEGMENT } from './kinds/missing-segment.ts';
import { NUMBERS } from './kinds/numbers.ts';
import { ORDER } from './kinds/order.ts';
import { SOCKET } from './kinds/socket.ts';
import { TIME_WAIT } from './kinds/time-wait.ts';
import type { Maker } from './maker.ts';

export const MAKERS: readonly Maker[] = [ANSWER, EVENT, MISSING_SEGMENT, NUMBERS, ILLEGAL, ORDER, TIME_WAIT, SOCKET, MISCONCEPTION];
