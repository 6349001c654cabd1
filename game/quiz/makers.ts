/** What makes questions about rules: one for each kind. */
import { ANSWER } from './kinds/answer.ts';
import { EVENT } from './kinds/event.ts';
import { ILLEGAL } from './kinds/illegal.ts';
import { MISSING_SEGMENT } from './kinds/missing-segment.ts';
import { NUMBERS } from './kinds/numbers.ts';
import { SOCKET } from './kinds/socket.ts';
import type { Maker } from './maker.ts';

export const MAKERS: readonly Maker[] = [ANSWER, EVENT, MISSING_SEGMENT, NUMBERS, ILLEGAL, SOCKET];
