/** The links: who may open one, what comes over it, what goes out. Rules and matches are elsewhere. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { VIEWERS, type Viewer, type ViewEvent } from '#game/match/view.ts';
import { commandSchema, type Answer, type BrowserEvents, type Command, type HostEvents } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';
import { packEvents } from '#protocol/packed-events.ts';
import type { Answered } from './answered.ts';
import type { Callers } from './caller.ts';
import type { createHandlers, Speaker } from './command-handlers.ts';
import { holdToSessions, identify, type LinkOwner, type OwnerNeeds, sessionRoom } from './link-owner.ts';
import { CompressingServer, hearOffer, keepOrder } from './large-messages.ts';
import { createCredits, type LinkLimits } from './link-credits.ts';
import { type Count, countLinks } from './link-room.ts';
import type { Matches, Publish } from './matches.ts';
import type { CommandAnswered } from './operations/commands.ts';
import type { LogError } from './operations/log.ts';
import { sendTogether } from './send-together.ts';
import { endSlowReaders } from './slow-readers.ts';
import type { ContestView } from '#protocol/contest.ts';
import type { ContestRoom } from './contests/live-contest.ts';
import { createRepeats } from './repeats.ts';
import { contestRoomName, createWatching, roomOf, UNCHANGED } from './watching.ts';

/** No command comes near it: a dispute with 500 characters is the longest. */
const MAX_MESSAGE_BYTES = 8 * 1_024;
/** Tabs and phones, and those that are lost and do not know it yet. */
const LINKS_OF_PLAYER = 30;
const CONNECT_MS = 10_000;
const SLOW_READERS_EVERY_MS = 5_000;

export type Links = {
  publish: Publish;
  tellMatched(playerId: string, matchId: string): void;
  /** Ends the links of a player. */
  endPlayer(playerId: string): void;
  /** Ends the links that came with those sessions, of players or of instructors. */
  endSessions(sessionIds: readonly string[]): void;
  publishContest(room: ContestRoom, view: ContestView): void;
  isWatched(room: ContestRoom): boolean;
  /** Whether a player has a link. */
  isHere(playerId: string): boolean;
  count(): { readonly links: number; readonly players: number };
  /** Takes links in. Before that, `publish` reaches nobody. */
  open(needs: LinksNeeds): void;
  /** Tells everybody that the host goes down, and closes. */
  close(): Promise<void>;
};

export type LinksNeeds = Omit<OwnerNeeds, 'log'> & {
  readonly matches: Matches;
  readonly handlers: ReturnType<typeof createHandlers>;
  readonly answered: Answered;
  /** For figures and the log: `ms` from the message to its acknowledgement. */
  readonly commandAnswered: CommandAnswered;
  readonly linkRefused: (fault: Fault) => void;
  readonly log: LogError;
  readonly callerOf: Callers['callerOf'];
  readonly linksByAddress: Count;
  /** The first link of a player has come. */
  readonly came: (playerId: string) => void;
  /** The last link of a player is gone. */
  readonly gone: (playerId: string) => void;
};

type Link = Socket<BrowserEvents, HostEvents, Record<never, never>, LinkOwner>;

export function createLinks(
  server: HttpServer,
  isAllowedOrigin: (request: IncomingMessage) => boolean,
  limits: LinkLimits,
  now: () => number,
): Links {
  let isClosing = false;
  let broom: NodeJS.Timeout | undefined;
  const credits = createCredits(limits, now);
  const io = new Server<BrowserEvents, HostEvents, Record<never, never>, LinkOwner>({
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    wsEngine: CompressingServer,
    httpCompression: false,
    serveClient: false,
    // A link that says nothing more is no link.
    connectTimeout: CONNECT_MS,
    allowRequest: (request, decide) => {
      hearOffer(request);
      decide(isAllowedOrigin(request) ? null : 'bad-origin', isAllowedOrigin(request));
    },
  });

  const hasTooMany = (playerId: string) => (io.sockets.adapter.rooms.get(playerRoom(playerId))?.size ?? 0) >= LINKS_OF_PLAYER;
  const hasRoom = (room: string) => io.sockets.adapter.rooms.has(room);

  /** The rooms of a match with somebody in them, by what they are sent: of most events all see the same, which is then encoded once. */
  function groupRooms(matchId: string, eventsFor: (viewer: Viewer) => readonly ViewEvent[]) {
    const groups: { readonly events: readonly ViewEvent[]; readonly rooms: string[] }[] = [];
    for (const viewer of VIEWERS) {
      const room = roomOf(matchId, viewer);
      if (!hasRoom(room)) continue;
      const events = eventsFor(viewer);
      const same = groups.find((group) => group.events.every((event, n) => event === events[n]));
      if (same) same.rooms.push(room);
      else groups.push({ events, rooms: [room] });
    }
    return groups;
  }

  function attend(link: Link, needs: LinksNeeds): void {
    const { matches, handlers, answered, commandAnswered, came, gone, log } = needs;
    const { playerId, accountId } = link.data;
    const watching = createWatching(link, matches);
    const speaker: Speaker = { playerId, accountId, address: needs.callerOf(link.request).address, watching };
    const repeats = createRepeats();
    const isFirst = !hasRoom(playerRoom(playerId));
    link.join(playerRoom(playerId));
    if (isFirst) came(playerId);
    void holdToSessions(link, needs);
    link.on('disconnect', () => {
      watching.endAll();
      if (!hasRoom(playerRoom(playerId))) gone(playerId);
      // Who only takes leave of the namespace would be heard no more, and have an open connection all the same.
      link.conn.close();
    });
    link.on('command', async (message, reply) => {
      if (typeof reply !== 'function') return void link.disconnect(true);
      const began = performance.now();
      const answer = await answerTo(message).catch((error) => failed(error));
      reply(answer);
      commandAnswered(message, answer, performance.now() - began);
    });
    // What is no command at all has nobody to answer.
    link.onAny((name) => name !== 'command' && link.disconnect(true));

    async function answerTo(message: unknown): Promise<Answer> {
      if (isClosing) return refused('shutting-down');
      if (!credits.take(link.id, playerId)) {
        if (credits.areAbused(link.id)) link.disconnect(true);
        return refused('too-many-messages');
      }
      const parsed = commandSchema.safeParse(message);
      if (!parsed.success) return refused(isUnknown(message) ? 'unknown-command' : 'bad-message');
      const command = parsed.data;
      if (ABOUT_THIS_LINK.includes(command.type)) return aboutLink(command);
      return answered.once(playerId, command.id, () => handle(speaker, command));
    }

    function handle(by: Speaker, command: Command): Promise<Answer> {
      return (handlers[command.type] as (speaker: Speaker, command: Command) => Promise<Answer>)(by, command);
    }

    /** One that comes again brings what it asks for anew, but what was ended since does not begin again. */
    async function aboutLink(command: Command): Promise<Answer> {
      if (repeats.has(command.id)) return handle({ ...speaker, watching: UNCHANGED }, command);
      const answer = await handle(speaker, command);
      if (answer.ok) repeats.add(command.id);
      return answer;
    }

    function failed(error: unknown): Answer {
      const report = log(error, 'a command failed');
      return report === null ? refused('not-saved') : { ok: false, fault: 'not-saved', report };
    }
  }

  return {
    publish: (matchId, version, eventsFor) => {
      for (const { events, rooms } of groupRooms(matchId, eventsFor))
        io.to(rooms).emit('events', packEvents({ matchId, version, events, now: now() }));
    },
    tellMatched: (playerId, matchId) => {
      io.to(playerRoom(playerId)).emit('matched', { matchId });
    },
    endPlayer: (playerId) => void io.in(playerRoom(playerId)).disconnectSockets(true),
    publishContest: (room, view) => {
      io.to(contestRoomName(room)).emit('contest', { view, now: now() });
    },
    isWatched: (room) => hasRoom(contestRoomName(room)),
    isHere: (playerId) => hasRoom(playerRoom(playerId)),
    count: () => ({ links: io.sockets.sockets.size, players: [...io.sockets.adapter.rooms.keys()].filter(isPlayerRoom).length }),
    endSessions: (sessionIds) => {
      if (sessionIds.length > 0) io.in(sessionIds.map(sessionRoom)).disconnectSockets(true);
    },
    open: (needs) => {
      io.use((link, next) => {
        identify(link, needs).then((fault) => {
          const why = fault ?? (hasTooMany(link.data.playerId) ? 'too-many-links' : null);
          if (why) needs.linkRefused(why);
          next(why ? asError(why) : undefined);
        });
      });
      io.on('connection', (link) => attend(link, needs));
      io.attach(server);
      countLinks(io.engine, needs.callerOf, needs.linksByAddress);
      broom = setInterval(() => endSlowReaders(io), SLOW_READERS_EVERY_MS).unref();
      io.engine.on('connection', sendTogether);
      io.engine.on('connection', keepOrder);
    },
    close: async () => {
      isClosing = true;
      clearInterval(broom);
      io.emit('shutting-down');
      // It leaves at the end of the tick, and `close` throws away what has not left.
      await new Promise((resolve) => setImmediate(resolve));
      await io.close();
    },
  };
}

/** How socket.io wants a handshake refused: the browser reads the code in `message`. */
function asError(fault: Fault): Error {
  return new Error(fault);
}

function refused(fault: Fault): Answer {
  return { ok: false, fault };
}

/** Commands that say what goes to this link: the same one over another link is another one. */
const ABOUT_THIS_LINK: readonly Command['type'][] = ['watch', 'unwatch', 'contest-watch', 'contest-unwatch'];

const COMMAND_TYPES: readonly string[] = commandSchema.options.map((option) => option.shape.type.value);

/** Whether the message names a command that there is not, rather than being malformed. */
function isUnknown(message: unknown): boolean {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
  return typeof type === 'string' && !COMMAND_TYPES.includes(type);
}

const PLAYER_ROOM = 'player:';

function playerRoom(playerId: string): string {
  return PLAYER_ROOM + playerId;
}

function isPlayerRoom(room: string): boolean {
  return room.startsWith(PLAYER_ROOM);
}
