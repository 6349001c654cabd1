/**
 * What a browser may say to the host over its link: one closed list, one parse. Every command is the socket.io event
 * `command` with one argument and an acknowledgement; `docs/protocol.md` describes each for people who write their own client.
 */
import * as z from 'zod';
import { FLAGS, ROLES, STATES } from '#game/tcp/vocabulary.ts';
import { MAX_SEQ } from '#game/tcp/sequence.ts';
import { BOT_STRENGTHS } from '#game/match/vocabulary.ts';
import type { View } from '#game/match/view.ts';
import { contestViewerSchema, type ContestView } from './contest.ts';
import type { Fault } from './faults.ts';
import type { PackedEvents } from './packed-events.ts';
import { id, level, matchId, scenario, turn, turnSeconds } from './values.ts';

const invitationCode = z.string().regex(/^[A-Z0-9]{6}$/);
const flags = z
  .array(z.enum(FLAGS))
  .max(FLAGS.length)
  .refine((list) => new Set(list).size === list.length);
const seq = z.int().min(0).max(MAX_SEQ);

export const proposalSchema = z.strictObject({
  segment: z.strictObject({ flags: flags.min(1), data: z.boolean(), seq: seq.nullable(), ack: seq.nullable() }).nullable(),
  state: z.enum(STATES),
});
export const predictionSchema = z.strictObject({ flags: flags.min(1).nullable(), state: z.enum(STATES) });

const forTurn = { id, matchId, turn, seat: z.enum(ROLES) };
const forMatch = { id, matchId };

export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('queue-join'), id, level }),
  z.strictObject({ type: z.literal('queue-leave'), id }),
  z.strictObject({ type: z.literal('bot-start'), id, level, strength: z.enum(BOT_STRENGTHS), scenario: scenario.nullable(), turnSeconds }),
  z.strictObject({ type: z.literal('tutorial-start'), id }),
  z.strictObject({ type: z.literal('invite'), id, level, scenario: scenario.nullable(), turnSeconds }),
  z.strictObject({ type: z.literal('invite-accept'), id, code: invitationCode }),
  z.strictObject({ type: z.literal('invite-cancel'), id, code: invitationCode }),
  z.strictObject({ type: z.literal('watch'), ...forMatch }),
  z.strictObject({ type: z.literal('unwatch'), ...forMatch }),
  z.strictObject({ type: z.literal('propose'), ...forTurn, proposal: proposalSchema }),
  z.strictObject({ type: z.literal('predict'), ...forTurn, prediction: predictionSchema }),
  z.strictObject({ type: z.literal('ready'), ...forMatch, turn }),
  z.strictObject({ type: z.literal('leave'), ...forMatch }),
  z.strictObject({ type: z.literal('resign'), ...forMatch }),
  z.strictObject({ type: z.literal('replace-idle'), ...forMatch }),
  z.strictObject({ type: z.literal('dispute'), ...forMatch, turn, comment: z.string().trim().max(500) }),
  z.strictObject({ type: z.literal('rematch'), ...forMatch }),
  z.strictObject({ type: z.literal('report-name'), ...forMatch }),
  z.strictObject({
    type: z.literal('contest-join'),
    id,
    code: z.string().regex(/^\d{6}$/),
    name: z.string().max(200),
    personal: z.string().max(40).nullable(),
  }),
  z.strictObject({ type: z.literal('contest-watch'), id, as: contestViewerSchema }),
  z.strictObject({ type: z.literal('contest-unwatch'), id, contestId: z.string().max(40) }),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];

/** What the acknowledgement of an accepted command brings besides `ok: true`. */
export type Results = {
  'queue-join': Record<never, never>;
  'queue-leave': Record<never, never>;
  'bot-start': { readonly matchId: string };
  'tutorial-start': { readonly matchId: string };
  invite: { readonly code: string };
  'invite-accept': { readonly matchId: string };
  'invite-cancel': Record<never, never>;
  /** `now` is the host's clock, in milliseconds since 1970: deadlines are told by it. */
  watch: { readonly view: View; readonly now: number };
  unwatch: Record<never, never>;
  /** `sealed`: nobody sees it before the turn closes. */
  propose: { readonly sealed: true };
  predict: { readonly sealed: true };
  ready: Record<never, never>;
  leave: Record<never, never>;
  resign: Record<never, never>;
  'replace-idle': Record<never, never>;
  dispute: Record<never, never>;
  /** Null while only one of the two has asked. */
  rematch: { readonly matchId: string | null };
  'report-name': Record<never, never>;
  /** The session that one is an entrant of: newly, again, or waiting to be let in again. */
  'contest-join': { readonly contestId: string };
  'contest-watch': { readonly view: ContestView; readonly now: number };
  'contest-unwatch': Record<never, never>;
};

/** `report`: where it was an error of the host's, the id under which its log has it. */
export type Refusal = { readonly ok: false; readonly fault: Fault; readonly report?: string };
export type Answer<T extends CommandType = CommandType> = ({ readonly ok: true } & Results[T]) | Refusal;

/** What the host says unasked. */
export type HostEvents = {
  /** The next version of a match that is watched (`unpackEvents`). A gap in `version` is a reason to `watch` again. */
  events: (message: PackedEvents) => void;
  /** The quick match or the invitation has found its second player. */
  matched: (message: { readonly matchId: string }) => void;
  /** A class session that is watched, as its viewer may see it now. */
  contest: (message: { readonly view: ContestView; readonly now: number }) => void;
  /** The host is going down and will be back; nothing is lost. */
  'shutting-down': () => void;
};
export type BrowserEvents = {
  command: (command: unknown, answer: (answer: Answer) => void) => void;
};
