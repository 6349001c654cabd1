/** What many messages are made of, over links and over HTTP. `docs/protocol.md`, "Values", tells them to people. */
import * as z from 'zod';
import { LEVELS } from '#game/match/vocabulary.ts';

/** Of a command or an action: the same one twice acts once. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const matchId = z.string().regex(/^[A-Za-z0-9_-]{4,40}$/);
export const turn = z.int().min(0).max(999);
export const level = z.literal(LEVELS);
export const scenario = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** Null is untimed play. */
export const turnSeconds = z.int().min(10).max(300).nullable();
