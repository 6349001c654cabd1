/** The matches that one link watches, and as whom. */
import type { Viewer } from '#game/match/view.ts';
import type { ContestRoom } from './contests/live-contest.ts';
import type { LiveMatch } from './live-match.ts';
import type { Matches } from './matches.ts';

export type Watching = {
  /** From now on the link gets the events of the match; watching once more changes nothing. */
  begin(live: LiveMatch, viewer: Viewer): void;
  end(matchId: string): void;
  /** The same for class sessions; as one viewer at a time. */
  beginContest(room: ContestRoom): void;
  endContest(contestId: string): void;
  /** The link is gone. */
  endAll(): void;
};

type Room = { join(room: string): unknown; leave(room: string): unknown; readonly id: string };

export function createWatching(link: Room, matches: Matches): Watching {
  const watched = new Map<string, { readonly live: LiveMatch; readonly viewer: Viewer }>();

  const contests = new Map<string, ContestRoom>();

  function end(matchId: string): void {
    const one = watched.get(matchId);
    if (!one) return;
    watched.delete(matchId);
    link.leave(roomOf(matchId, one.viewer));
    if (one.viewer !== 'spectator') void matches.depart(one.live, one.viewer, link.id);
  }

  function endContest(contestId: string): void {
    const room = contests.get(contestId);
    if (room) link.leave(contestRoomName(room));
    contests.delete(contestId);
  }

  return {
    beginContest(room) {
      endContest(room.contestId);
      contests.set(room.contestId, room);
      link.join(contestRoomName(room));
    },
    endContest,
    begin(live, viewer) {
      watched.set(live.matchId, { live, viewer });
      link.join(roomOf(live.matchId, viewer));
      if (viewer !== 'spectator') void matches.arrive(live, viewer, link.id);
    },
    end,
    endAll: () => {
      for (const matchId of [...watched.keys()]) end(matchId);
    },
  };
}

/** For a command that has been done already. */
export const UNCHANGED: Watching = { begin() {}, end() {}, beginContest() {}, endContest() {}, endAll() {} };

export function roomOf(matchId: string, viewer: Viewer): string {
  return `match:${matchId}:${viewer}`;
}

export function contestRoomName(room: ContestRoom): string {
  const { contestId, viewer } = room;
  return viewer === 'student' ? `contest:${contestId}:student:${room.number}` : `contest:${contestId}:${viewer}`;
}
