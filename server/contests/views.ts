/** What students, projectors and instructors see of a session, drawn from a snapshot. */
import { openTurnOf, phaseOf } from '#game/match/match.ts';
import { SIDES } from '#game/match/vocabulary.ts';
import type { Standing } from '#game/contest/standings.ts';
import type { BoardRow, ContestFrame, EntrantRow, InstructorView, PairRow, ProjectorView, StudentView } from '#protocol/contest.ts';
import type { Entrant } from '#db/contest-rows.ts';
import { numberAt, type SeenPair, type Snapshot } from './snapshot.ts';

const TOP = 10;
const NEWEST = 60;

function frameOf({ contest, round }: Snapshot): ContestFrame {
  const { settings, phase } = contest;
  const isTold = round !== null && (phase !== 'round' || settings.level === 1);
  return {
    contestId: contest.id,
    title: settings.title,
    level: settings.level,
    phase,
    round: contest.round,
    rounds: settings.rounds.length,
    scenario: isTold ? round.scenario : null,
    isPaused: contest.isPaused,
  };
}

export function studentView(snapshot: Snapshot, { number, name, state }: Entrant): StudentView {
  const standing = snapshot.standingsBefore.find((one) => one.number === number);
  const hasPlayed = snapshot.contest.round > (snapshot.contest.phase === 'round' ? 1 : 0);
  return {
    ...frameOf(snapshot),
    viewer: 'student',
    me: {
      number,
      name,
      state,
      points: standing?.points ?? 0,
      accuracy: standing?.accuracy ?? null,
      rank: hasPlayed ? (standing?.rank ?? null) : null,
      // In the lobby nobody is told of everybody who comes.
      of: hasPlayed ? snapshot.standingsBefore.length : 0,
    },
    match: matchOf(snapshot, number),
  };
}

function matchOf({ pairs, entrants }: Snapshot, number: number): StudentView['match'] {
  const pair = pairs.find(({ one, other }) => one === number || other === number);
  if (!pair) return null;
  const opponent = pair.one === number ? pair.other : pair.one;
  const name = opponent === null ? null : (entrants[opponent]?.name ?? null);
  return { matchId: pair.matchId, opponent: name, isOver: pair.isOver };
}

function overviewOf(snapshot: Snapshot) {
  const { contest, round, hard } = snapshot;
  return {
    ...frameOf(snapshot),
    code: contest.phase === 'over' ? null : contest.code,
    codeUntil: contest.codeUntil,
    isLocked: contest.isLocked,
    isRehearsal: contest.isRehearsal,
    locale: contest.settings.locale,
    startedAt: contest.phase === 'round' ? (round?.startedAt ?? null) : null,
    hard: hard.rules,
    heat: hard.states,
    hardest: contest.phase === 'round' ? null : hard.hardest,
    shown: contest.shown,
  };
}

export function projectorView(snapshot: Snapshot): ProjectorView {
  const { contest, entrants, pairs, standings } = snapshot;
  const members = entrants.filter(({ state }) => state === 'in');
  const played = pairs.flatMap((pair) => SIDES.filter((side) => numberAt(pair, side) !== null).map(() => pair));
  return {
    ...overviewOf(snapshot),
    viewer: 'projector',
    entrants: members.length,
    offline: members.filter((entrant) => !snapshot.isHere(entrant)).length,
    pairs: pairs.length,
    withBot: pairs.filter(({ other }) => other === null).length,
    done: played.filter(({ isOver }) => isOver).length,
    paired: played.length,
    board: contest.round === 0 ? [] : standings.slice(0, TOP).map((one) => toBoardRow(one, entrants)),
    newest:
      contest.phase === 'lobby'
        ? members
            .slice(-NEWEST)
            .map(({ name }) => name)
            .reverse()
        : [],
  };
}

function toBoardRow({ number, rank, points, accuracy, moved }: Standing, entrants: readonly Entrant[]): BoardRow {
  return { number, rank, name: entrants[number]?.name ?? '?', points, accuracy, moved };
}

export function instructorView(snapshot: Snapshot, realNameOf: (entrant: Entrant) => string | null): InstructorView {
  const { contest, entrants, pairs } = snapshot;
  return {
    ...overviewOf(snapshot),
    viewer: 'instructor',
    settings: contest.settings,
    classId: contest.classId,
    projectorKey: contest.projectorKey,
    standsIn: contest.standIn !== null,
    entrants: entrants.map((entrant) => toEntrantRow(snapshot, entrant, realNameOf(entrant))),
    pairs: pairs.map(toPairRow),
    disputes: disputesOf(snapshot),
  };
}

function toEntrantRow({ standings, isHere, contest }: Snapshot, entrant: Entrant, realName: string | null): EntrantRow {
  const { number, name, state, isBot } = entrant;
  const standing = standings.find((one) => one.number === number);
  return {
    number,
    name,
    realName,
    state,
    isHere: isHere(entrant),
    isBot,
    points: standing?.points ?? 0,
    accuracy: standing?.accuracy ?? null,
    rank: contest.round === 0 ? null : (standing?.rank ?? null),
    moved: standing?.moved ?? null,
  };
}

function toPairRow(pair: SeenPair): PairRow {
  const { place, matchId, one, other, match, turns, isOver, scores } = pair;
  const isAway = (side: 0 | 1) => match !== null && match.view.presence[side] !== 'here';
  return {
    table: place,
    matchId,
    entrants: [one, other],
    turn: match && match.view.turns.length > 0 ? openTurnOf(match).turn + 1 : 0,
    turns,
    points: [scores[0].points, scores[1].points],
    accuracy: [scores[0].accuracy, scores[1].accuracy],
    isAway: [isAway(0), isAway(1)],
    turnSince: match && phaseOf(match) === 'asking' ? match.openedAt : null,
    isOver,
  };
}

/** A turn may have been disputed by both. */
function disputesOf({ disputes }: Snapshot): InstructorView['disputes'] {
  return disputes.flatMap(({ matchId, turn, side, comment, isVoided, isKept, one, other }) => {
    const entrant = side === 0 ? one : other;
    return entrant === null ? [] : [{ matchId, turn, entrant, comment, state: isVoided ? 'voided' : isKept ? 'kept' : 'open' }];
  });
}
