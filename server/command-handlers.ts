/** What the host does for each command. One function a command; the type holds the list complete. */
import * as decide from '#game/match/decide.ts';
import type { Side } from '#game/match/vocabulary.ts';
import type { NameReport } from '#db/name-reports.ts';
import type { Answer, Command, CommandType } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';
import type { Asker, Contests } from './contests/contests.ts';
import type { Deciding, LiveMatch } from './live-match.ts';
import { seatOf, type Matches } from './matches.ts';
import type { Meeting } from './meeting.ts';
import type { Watching } from './watching.ts';

/** Who speaks, and over which link. */
export type Speaker = Asker & { readonly watching: Watching };

export type HandlerNeeds = {
  readonly matches: Matches;
  readonly meeting: Meeting;
  readonly contests: Contests;
  readonly reportName: (report: NameReport) => Promise<void>;
  readonly now: () => number;
};

type Of<T extends CommandType> = Extract<Command, { type: T }>;
type Handlers = { readonly [T in CommandType]: (speaker: Speaker, command: Of<T>) => Promise<Answer<T>> };

const refused = (fault: Fault) => ({ ok: false, fault }) as const;

export function createHandlers({ matches, meeting, contests, reportName, now }: HandlerNeeds): Handlers {
  type Seated = { readonly live: LiveMatch; readonly side: Side };

  /** Who was removed from a session does not come back to a seat of it by the address of the match. */
  function seatIn({ record, matchId }: LiveMatch, playerId: string): Side | null {
    const side = seatOf(record, playerId);
    return side !== null && record.settings.kind === 'class' && contests.isRemovedFrom(matchId, playerId) ? null : side;
  }

  async function seated({ playerId }: Speaker, matchId: string): Promise<Seated | { readonly fault: Fault }> {
    const live = await matches.find(matchId);
    if (!live) return { fault: 'no-such-match' };
    const side = seatIn(live, playerId);
    return side === null ? { fault: 'not-your-seat' } : { live, side };
  }

  /** Decides for the seat of the speaker; the outcome is the answer. */
  async function inMatch<T extends object>(
    speaker: Speaker,
    { id, matchId }: { readonly id: string; readonly matchId: string },
    deciding: (side: Side) => Deciding,
    result: T,
  ): Promise<({ readonly ok: true } & T) | ReturnType<typeof refused>> {
    const found = await seated(speaker, matchId);
    if ('fault' in found) return refused(found.fault);
    const outcome = await found.live.run(deciding(found.side), `${speaker.playerId}:${id}`);
    return outcome.ok ? { ok: true, ...result } : outcome;
  }

  return {
    'queue-join': ({ playerId }, { level }) => meeting.queue(playerId, level),
    'queue-leave': async ({ playerId }) => meeting.leaveQueue(playerId),
    'bot-start': ({ playerId }, { id, ...wish }) => meeting.withBot(playerId, id, wish),
    'tutorial-start': ({ playerId }, { id }) => meeting.tutorial(playerId, id),
    invite: ({ playerId }, { id, level, scenario, turnSeconds }) => meeting.invite(playerId, id, { level, scenario, turnSeconds }),
    'invite-accept': (speaker, { code }) => meeting.accept(speaker, code),
    'invite-cancel': (speaker, { code }) => meeting.cancel(speaker, code),

    async watch({ playerId, watching }, { matchId }) {
      const live = await matches.find(matchId);
      if (!live) return refused('no-such-match');
      const viewer = seatIn(live, playerId) ?? 'spectator';
      watching.begin(live, viewer);
      return { ok: true, view: matches.view(live, viewer), now: now() };
    },
    async unwatch({ watching }, { matchId }) {
      watching.end(matchId);
      return { ok: true };
    },

    propose: (speaker, command) => {
      const { turn, seat, proposal } = command;
      const deciding =
        (side: Side): Deciding =>
        (given) =>
          decide.answer(given, { side, turn, seat, by: 'player', kind: 'proposal', answer: proposal });
      return inMatch(speaker, command, deciding, { sealed: true as const });
    },
    predict: (speaker, command) => {
      const { turn, seat, prediction } = command;
      const deciding =
        (side: Side): Deciding =>
        (given) =>
          decide.answer(given, { side, turn, seat, by: 'player', kind: 'prediction', answer: prediction });
      return inMatch(speaker, command, deciding, { sealed: true as const });
    },
    ready: (speaker, command) => inMatch(speaker, command, (side) => (given) => decide.ready(given, side, command.turn), {}),
    leave: (speaker, command) => inMatch(speaker, command, (side) => (given) => decide.goAway(given, side, true), {}),
    resign: (speaker, command) => inMatch(speaker, command, (side) => (given) => decide.resign(given, side), {}),
    'replace-idle': (speaker, command) => inMatch(speaker, command, (side) => (given) => decide.replaceIdle(given, side), {}),
    dispute: (speaker, command) =>
      inMatch(speaker, command, (side) => (given) => decide.dispute(given, side, command.turn, command.comment), {}),

    async rematch(speaker, command) {
      const offered = await inMatch(speaker, command, (side) => (given) => decide.offerRematch(given, side), {});
      if (!offered.ok) return offered;
      const live = await matches.find(command.matchId);
      return live ? meeting.rematch(live) : { ok: true, matchId: null };
    },

    async 'report-name'(speaker, { matchId }) {
      const found = await seated(speaker, matchId);
      if ('fault' in found) return refused(found.fault);
      const { playerId: about, name, bot } = found.live.record.parties[found.side === 0 ? 1 : 0];
      if (bot === null) await reportName({ matchId, bySide: found.side, about, name });
      return { ok: true };
    },

    'contest-join': (speaker, { code, name, personal }) => contests.join(speaker, { code, name, personal }),
    async 'contest-watch'(speaker, { as }) {
      const found = contests.roomOf(speaker, as);
      if (!found.ok) return found;
      speaker.watching.beginContest(found.room);
      return { ok: true, view: await contests.view(found.room), now: now() };
    },
    async 'contest-unwatch'({ watching }, { contestId }) {
      watching.endContest(contestId);
      return { ok: true };
    },
  };
}
