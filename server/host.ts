/** Everything that plays: put together in one place. `main.ts` gives it a database and an HTTP server. */
import type { IncomingMessage, Server } from 'node:http';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import type { View } from '#game/match/view.ts';
import { captureOf } from '#game/match/capture.ts';
import { phaseOf } from '#game/match/match.ts';
import type { Fault } from '#protocol/faults.ts';
import { createContestTemplateStore } from '#db/contest-templates.ts';
import { createContestStore } from '#db/contests.ts';
import { createDisputeStore } from '#db/disputes.ts';
import { createHomeworkStore } from '#db/homework.ts';
import { createInvitationStore } from '#db/invitations.ts';
import { reportName } from '#db/name-reports.ts';
import type { Database } from '#db/open.ts';
import { countOpenAgainstBots } from '#db/own-matches.ts';
import { createPlayerStore } from '#db/players.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { createAccounts } from './accounts.ts';
import { createAdministration } from './admin/administration.ts';
import { createAnswered } from './answered.ts';
import { refuse } from './answers.ts';
import { makeApi } from './api.ts';
import { readPersonalCode } from './classes/personal-code.ts';
import { createRosters } from './classes/rosters.ts';
import { createCallers } from './caller.ts';
import { createHandlers } from './command-handlers.ts';
import { createInstruction } from './instructors/instruction.ts';
import { contestRoutes } from './contest-routes.ts';
import { guardDoors } from './door-guard.ts';
import { exportRoutes } from './export-routes.ts';
import { createContests } from './contests/contests.ts';
import { createGuesses } from './guesses.ts';
import { createInvitationCodes } from './invitation-codes.ts';
import { classHomeworkRoutes } from './homework/class-homework-routes.ts';
import { homeworkRoutes } from './homework/homework-routes.ts';
import { createHomeworks } from './homework/homeworks.ts';
import { LINK_LIMITS, type LinkLimits } from './link-credits.ts';
import { createCount, openFilesLimit, roomFor, shareOf } from './link-room.ts';
import { createLinks, type Links } from './links.ts';
import { createMatches, seatOf } from './matches.ts';
import { createMeeting } from './meeting.ts';
import { errorLog } from './operations/log.ts';
import { createOperations } from './operations/operations.ts';
import { isAllowedOrigin } from './origin.ts';
import { createQueue } from './queue.ts';
import type { HostSettings } from './settings.ts';
import type { Capture } from './read-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { createStudy } from './study/study.ts';
import { DAY_MS, date, now, timesOf } from './times.ts';

export type Host = {
  /** `/api/*`, and what machines ask for. */
  readonly api: Hono;
  /** The path of a link by which the first administrator's account is made, new at each start; null where there is one. */
  readonly setUpPath: () => Promise<string | null>;
  /** Takes links in, and lets open matches go on. */
  attach(server: Server): Promise<void>;
  /** Takes nothing more, tells everybody, and lets go of the links. The database stays open. */
  close(): Promise<void>;
};

/** `limits`: others than players have, for what plays without thinking. */
export function createHost(database: Database, settings: HostSettings, log: Logger, limits: LinkLimits = LINK_LIMITS): Host {
  const accounts = createAccounts(createPlayerStore(database, date), date, (sessionId) => links?.endSessions([sessionId]));
  const logError = errorLog(log);
  const instruction = createInstruction({
    database,
    dataDir: settings.dataDir,
    ended: (sessionIds) => links?.endSessions(sessionIds),
    now,
    date,
    log: logError,
  });
  const answered = createAnswered();
  const queue = createQueue();
  let links: Links | null = null;
  const isHere = (playerId: string) => links?.isHere(playerId) ?? false;

  const matches = createMatches({
    store: createMatchStore(database, date),
    times: timesOf(settings),
    now,
    date,
    thinkMs: settings.botThinkMs,
    publish: (...event) => links?.publish(...event),
    changed: (match, entries) => {
      for (const entry of entries) operations.entryStored(entry);
      contests.matchChanged(match, entries);
    },
  });
  const invitations = createInvitationStore(database, date);
  const codes = createInvitationCodes(invitations, createGuesses(now));
  const meeting = createMeeting({
    matches,
    queue,
    invitations,
    codes,
    nameOf: accounts.nameOf,
    tellMatched: (...match) => links?.tellMatched(...match),
    openAgainstBots: (playerId) => countOpenAgainstBots(database, playerId, date() - 2 * DAY_MS),
    date,
    turnSeconds: settings.turnSeconds,
  });
  const rosters = createRosters(database, date);
  const isOwnClass = (classId: string, ownerId: string) => rosters.classes.isOwn(ownerId, classId);
  const guesses = createGuesses(now);
  const contestStore = createContestStore(database, now);
  const disputes = createDisputeStore(database);
  const contests = createContests({
    store: contestStore,
    matches,
    nameOf: accounts.nameOf,
    isHere,
    isWatched: (room) => links?.isWatched(room) ?? false,
    publish: (room, view) => links?.publishContest(room, view),
    tellMatched: (...match) => links?.tellMatched(...match),
    realNameOf: rosters.students.nameOf,
    studentOf: (classId, personal) => rosters.students.idOfCode(classId, readPersonalCode(personal)),
    linkStudent: rosters.students.linkPlayer,
    isOwnClass,
    keepTurn: disputes.keep,
    guesses,
    now,
    log: logError,
  });
  const homeworkStore = createHomeworkStore(database);
  const { students } = rosters;
  const homeworks = createHomeworks({ store: homeworkStore, students, matches, nameOf: accounts.nameOf, guesses, date });
  const handlers = createHandlers({ matches, meeting, contests, now, reportName: (report) => reportName(database, report, date()) });

  /** A match in play is its players' and their spectators' by link; over HTTP strangers see it once it is over. */
  async function viewFor(matchId: string, playerId: string | null): Promise<View | Fault> {
    const live = await matches.find(matchId);
    if (!live) return 'no-such-match';
    const seat = playerId === null ? null : seatOf(live.record, playerId);
    if (seat === null && phaseOf(live.current()) !== 'over') return 'match-not-over';
    return matches.view(live, seat ?? 'spectator');
  }

  async function captureFor(matchId: string): Promise<Capture | Fault> {
    const live = await matches.find(matchId);
    if (!live) return 'no-such-match';
    if (phaseOf(live.current()) !== 'over') return 'match-not-over';
    const { settings: played, startedAt } = live.record;
    return { fileName: `last-ack-${played.scenario}.pcap`, octets: captureOf(live.current().view.turns, startedAt) };
  }

  async function forgetPlayer(playerId: string): Promise<void> {
    links?.endPlayer(playerId);
    contests.playerErased();
    await matches.forgetPlayer(playerId);
  }

  const scenarios = SCENARIOS.map(({ id, level }) => ({ id, level }));
  const { allowedOrigins, trustProxy } = settings;
  const callers = createCallers(trustProxy);
  const { callerOf } = callers;
  const operations = createOperations({
    database,
    dataDir: settings.dataDir,
    isProxy: callers.isProxy,
    playing: async () => ({
      ...(links?.count() ?? { links: 0, players: 0 }),
      matches: await matches.countPhases(),
      contests: contestStore.countOpen(),
    }),
    now: date,
    log,
  });
  const templates = createContestTemplateStore(database, date);
  const { instructors } = instruction;
  const classroom = [
    contestRoutes({ contests, store: contestStore, templates, accounts, answered, instructors }),
    exportRoutes({ database, instructors, rosterOf: rosters.students.list }),
    classHomeworkRoutes({ homeworks, store: homeworkStore, students, isOwnClass, date }),
    reportRoutes({ database, instructors, isOwnClass, realNameOf: students.nameOf, rosterOf: students.list, date }),
  ];
  const administration = createAdministration({ database, disputes, matches, contests, settings, isHere, now, log });
  const homework = homeworkRoutes({ homeworks, store: homeworkStore, accounts, answered });
  const reading = { database, accounts, codes, scenarios, viewFor, captureFor, now, date };
  const playersApi = makeApi({
    ...reading,
    instruction,
    administration: administration.routes,
    classroom,
    homework,
    study: createStudy(database, accounts, { now, date }),
    playerOfStudent: contests.playerOfStudent,
    rosters,
    forgetPlayer,
    callerOf,
    allowedOrigins,
    log: logError,
  });

  const api = new Hono().route('/', operations.routes).route('/', playersApi);
  api.notFound((c) => refuse(c, 'not-found'));

  async function attach(server: Server): Promise<void> {
    const isFromOwnPage = (request: IncomingMessage) => isAllowedOrigin(request.headers.origin, callerOf(request), allowedOrigins);
    const room = roomFor(openFilesLimit());
    const linksByAddress = createCount(shareOf(room));
    links = createLinks(server, isFromOwnPage, limits, now);
    links.open({
      playerOf: accounts.playerOf,
      playerSessionOf: accounts.sessionOf,
      instructorOf: instruction.instructors.instructorOf,
      callerOf,
      linksByAddress,
      matches,
      handlers,
      answered,
      commandAnswered: operations.commandAnswered,
      linkRefused: operations.linkRefused,
      came: contests.presenceChanged,
      gone: (playerId) => {
        queue.leave(playerId);
        contests.presenceChanged(playerId);
      },
      log: logError,
    });
    const turnedAway = (sockets: number) => log.warn({ sockets, room }, 'there was no room for more');
    guardDoors(server, { callers, room, links: linksByAddress, now, turnedAway });
    operations.attend(server);
    const resumed = await matches.resumeAll();
    await contests.resumeAll();
    administration.sweeper.start();
    operations.readiness.started();
    if (resumed > 0) log.info({ matches: resumed }, 'open matches go on');
  }

  async function close(): Promise<void> {
    operations.readiness.shuttingDown();
    administration.sweeper.close();
    contests.close();
    matches.close();
    await links?.close();
    operations.close();
  }

  return { api, setUpPath: instruction.accountLinks.setUp, attach, close };
}
