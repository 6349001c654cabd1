/**
 * What the browser asks over HTTP: who am I, and everything that is only read. Requests and answers are JSON; a refusal is
 * `{ "fault": code }` with the status that `FAULTS` gives it. Who asks is told by the session cookie.
 */
import * as z from 'zod';
import type { BotStrength, Level, Settings } from '#game/match/vocabulary.ts';
import type { View } from '#game/match/view.ts';
import { scenario } from './values.ts';

export { LOCALE_COOKIE, LOCALES, type Locale } from './locale.ts';

export const SESSION_COOKIE = 'last_ack_session';

export type Me = { readonly playerId: string; readonly name: string };

/** GET /api/me · POST /api/session (makes a guest where there is none) · PATCH /api/me · POST /api/recover */
export type MeAnswer = { readonly player: Me | null };
/** Trimmed and NFC before it is measured: 2 to 20 characters of any script, as they are seen (grapheme clusters); one is enough in Han, Kana and Hangul. */
export const renameSchema = z.strictObject({ name: z.string().max(200) });
/** GET /api/me/contest: the class session that the player is in or, for a day after its end, was in; null where there is none. */
export type OwnContestAnswer = { readonly contestId: string | null };
/** POST /api/me/recovery: a new code, which ends the one before it. It is shown once; only its hash is kept. */
export type RecoveryAnswer = { readonly code: string };
export const recoverSchema = z.strictObject({ code: z.string().max(100) });
/** GET /api/name-idea?locale=… : a friendly name that nobody is asked to keep. */
export type NameIdea = { readonly name: string };

/** GET /api/scenarios */
export type ScenarioSummary = { readonly id: string; readonly level: Level };
export type ScenariosAnswer = { readonly scenarios: readonly ScenarioSummary[] };

/** GET /api/invitations/:code */
export type InvitationAnswer = {
  readonly code: string;
  readonly from: string;
  readonly mine: boolean;
  readonly level: Level;
  readonly scenario: string | null;
  readonly turnSeconds: number | null;
  /** Once accepted, the match that came of it, told to its two players alone. */
  readonly state: 'open' | 'used' | 'cancelled';
  readonly matchId: string | null;
};

/** GET /api/matches : one's own, newest first, fifty at most; `before` (a `startedAt`) pages on. */
export type MatchSummary = {
  readonly matchId: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly level: Level;
  /** Null where the name would tell the answer of an open match. */
  readonly scenario: string | null;
  readonly kind: Settings['kind'];
  readonly opponent: { readonly name: string; readonly bot: BotStrength | null };
  /** Mine first; null while the match is open. */
  readonly points: readonly [number, number] | null;
  readonly accuracy: number | null;
  readonly result: 'won' | 'lost' | 'drawn' | 'open';
};
export type MatchesAnswer = { readonly matches: readonly MatchSummary[] };

/** GET /api/matches/:id : the view of one who asks: one's own as a player, a spectator's for everybody else once it is over. */
export type MatchAnswer = { readonly view: View; readonly now: number };

/** GET /api/matches/:id/capture.pcap : what a match that is over sent, for everybody who has its address; a pcap file, not JSON. */

/** GET /api/leaderboard?period=…&scenario=… : days and weeks begin at midnight UTC, weeks on Monday. */
export const PERIODS = ['today', 'week', 'all'] as const;
export type Period = (typeof PERIODS)[number];
export const leaderboardQuery = z.object({
  period: z.enum(PERIODS).default('all'),
  scenario: scenario.optional(),
});
/** Ranked by accuracy, then by points. Only finished matches against another person count, and players with at least `minimumMoves`. */
export type LeaderboardRow = {
  readonly rank: number;
  readonly name: string;
  readonly isMe: boolean;
  readonly matches: number;
  readonly moves: number;
  readonly accuracy: number;
  readonly points: number;
};
export type LeaderboardAnswer = { readonly rows: readonly LeaderboardRow[]; readonly minimumMoves: number };

/** GET /api/class-boards : classes of one's own whose leaderboard is open. GET /api/class-boards/:id?period=…&scenario=… → LeaderboardAnswer, by accuracy and then by time. */
export type OpenBoardsAnswer = { readonly boards: readonly { readonly classId: string; readonly name: string }[] };
