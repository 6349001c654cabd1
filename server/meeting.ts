/** How two seats are filled: from the queue, by invitation, with a bot, by a rematch. */
import { createHash, randomInt } from 'node:crypto';
import { isHeldByBot } from '#game/match/match.ts';
import type { BotStrength, Level, Party, Settings } from '#game/match/vocabulary.ts';
import { drawScenario, scenarioOf, TUTORIAL, type Scenario } from '#game/scenarios/catalogue.ts';
import type { InvitationStore } from '#db/invitations.ts';
import type { MatchRecord } from '#db/match-store.ts';
import type { Fault } from '#protocol/faults.ts';
import type { Guesser } from './guesses.ts';
import type { InvitationCodes } from './invitation-codes.ts';
import type { LiveMatch } from './live-match.ts';
import { makeMatchRecord } from './match-record.ts';
import type { Matches } from './matches.ts';
import type { Queue } from './queue.ts';
import { createInTurn } from './in-turn.ts';
import { random } from './chance.ts';

export type Meeting = {
  /** Pairs the player with one who waits, or lets the player wait. */
  queue(playerId: string, level: Level): Promise<Refusable<object>>;
  leaveQueue(playerId: string): Refusable<object>;
  withBot(
    playerId: string,
    commandId: string,
    wish: MatchWish & { readonly strength: BotStrength },
  ): Promise<Refusable<{ matchId: string }>>;
  tutorial(playerId: string, commandId: string): Promise<Refusable<{ matchId: string }>>;
  invite(playerId: string, commandId: string, wish: MatchWish): Promise<Refusable<{ code: string }>>;
  accept(guest: Guesser, code: string): Promise<Refusable<{ matchId: string }>>;
  cancel(author: Guesser, code: string): Promise<Refusable<object>>;
  /** Makes the match that both players of `over` have asked for; `matchId` is null while one has not. */
  rematch(over: LiveMatch): Promise<Refusable<{ matchId: string | null }>>;
};
export type Refusable<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly fault: Fault };
/** `scenario` null: the host draws one for the level. `turnSeconds` null: untimed. */
export type MatchWish = { readonly level: Level; readonly scenario: string | null; readonly turnSeconds: number | null };

export type MeetingNeeds = {
  readonly matches: Matches;
  readonly invitations: InvitationStore;
  readonly codes: InvitationCodes;
  readonly queue: Queue;
  /** Null where there is no such player. */
  readonly nameOf: (playerId: string) => Promise<string | null>;
  readonly tellMatched: (playerId: string, matchId: string) => void;
  /** How many matches against bots the player has not ended. */
  readonly openAgainstBots: (playerId: string) => number;
  readonly date: () => number;
  readonly turnSeconds: number;
};

/** More than anybody plays who looks around: one that nobody comes back to is over after a day. */
const MOST_AGAINST_BOTS = 20;

/** A page asks for its place in the queue every ten seconds, and by then finds the match among its own. */
const CALLED_MS = 15_000;

const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;

const refused = (fault: Fault) => ({ ok: false, fault }) as const;

export function createMeeting(needs: MeetingNeeds): Meeting {
  const { matches, invitations, codes, queue, nameOf, tellMatched, openAgainstBots, date, turnSeconds } = needs;
  const inTurn = createInTurn();
  /** The matches to which the queue has just called a player, from before they are stored. */
  const called = new Map<string, { readonly matchId: string; readonly made: Promise<unknown> }>();

  const person = async (playerId: string): Promise<Party> => ({ playerId, name: (await nameOf(playerId)) ?? '?', bot: null });
  const bot = (strength: BotStrength): Party => ({ playerId: null, name: 'Bot', bot: strength });

  function recordOf(
    matchId: string,
    kind: Settings['kind'],
    scenario: Scenario,
    { level, turnSeconds: seconds }: Omit<MatchWish, 'scenario'>,
    parties: readonly [Party, Party],
  ): MatchRecord {
    const settings: Settings = { level, turnSeconds: seconds, speedPoints: true, scenario: scenario.id, kind };
    return makeMatchRecord({ matchId, settings, scenario, parties, seed: randomInt(2 ** 31), numbers: null, startedAt: date() });
  }

  /** The same match again is there, however many there are. */
  function againstBot(playerId: string, record: MatchRecord): Promise<Refusable<{ matchId: string }>> {
    const { matchId } = record;
    return inTurn(playerId, async () => {
      if (openAgainstBots(playerId) >= MOST_AGAINST_BOTS && !(await matches.find(matchId))) return refused('too-many-matches');
      await matches.create(record);
      return { ok: true, matchId };
    });
  }

  async function pair(waiting: string, comes: string, level: Level): Promise<void> {
    const matchId = newId();
    const made = makeQuick(matchId, waiting, comes, level);
    for (const playerId of [waiting, comes]) call(playerId, matchId, made);
    await made;
    for (const playerId of [waiting, comes]) tellMatched(playerId, matchId);
  }

  async function makeQuick(matchId: string, waiting: string, comes: string, level: Level): Promise<void> {
    const parties = [await person(waiting), await person(comes)] as const;
    await matches.create(recordOf(matchId, 'quick', drawScenario(level, random), { level, turnSeconds }, parties));
  }

  function call(playerId: string, matchId: string, made: Promise<unknown>): void {
    const one = { matchId, made };
    const forget = () => void (called.get(playerId) === one && called.delete(playerId));
    called.set(playerId, one);
    made.then(() => setTimeout(forget, CALLED_MS).unref(), forget);
  }

  /** The match that waits for the player, whose page does not know it yet: its question was on the way, or what it was told is lost. */
  async function callOf(playerId: string): Promise<string | null> {
    const one = called.get(playerId);
    if (!one) return null;
    await one.made;
    return (await matches.waitsFor(one.matchId, playerId)) ? one.matchId : null;
  }

  /** Who waits must not be forgotten because the match could not be stored. */
  async function pairOrWaitOn(waiting: string, comes: string, level: Level): Promise<void> {
    try {
      await pair(waiting, comes, level);
    } catch (error) {
      queue.join(waiting, level);
      throw error;
    }
  }

  return {
    async queue(playerId, level) {
      const matchId = await callOf(playerId);
      if (matchId !== null) {
        tellMatched(playerId, matchId);
        return { ok: true };
      }
      const found = queue.join(playerId, level);
      if (found === 'waits-already') return refused('already-waiting');
      if (found !== null) await pairOrWaitOn(found, playerId, level);
      return { ok: true };
    },

    leaveQueue: (playerId) => (queue.leave(playerId) ? { ok: true } : refused('not-waiting')),

    async withBot(playerId, commandId, wish) {
      const scenario = chosen(wish);
      if (!scenario) return refused('no-such-scenario');
      const parties = [await person(playerId), bot(wish.strength)] as const;
      return againstBot(playerId, recordOf(idFor(playerId, commandId), 'bot', scenario, wish, parties));
    },

    async tutorial(playerId, commandId) {
      const parties = [await person(playerId), bot('perfect')] as const;
      const untimed = { level: 1, turnSeconds: null } as const;
      return againstBot(playerId, recordOf(idFor(playerId, commandId), 'tutorial', TUTORIAL, untimed, parties));
    },

    async invite(playerId, commandId, wish) {
      if (wish.scenario !== null && !scenarioFor(wish.scenario)) return refused('no-such-scenario');
      for (let draw = 0; ; draw += 1) {
        const code = codeFor(playerId, commandId, String(draw));
        const isNew = await invitations.add({ code, by: playerId, settings: wish });
        if (isNew || (await invitations.find(code))?.by === playerId) return { ok: true, code };
      }
    },

    async accept(guest, code) {
      const found = await codes.find(guest, code);
      if (!found.ok) return found;
      const { invitation } = found;
      const { playerId } = guest;
      if (invitation.matchId !== null && invitation.players.includes(playerId)) return { ok: true, matchId: invitation.matchId };
      if (invitation.by === playerId) return refused('own-invitation');
      const scenario = chosen(invitation.settings);
      if (!scenario) return refused('no-such-scenario');
      const parties = [await person(invitation.by), await person(playerId)] as const;
      const record = recordOf(newId(), 'invited', scenario, invitation.settings, parties);
      if ((await matches.create(record, code)) === 'conflict') return refused('invitation-used');
      tellMatched(invitation.by, record.matchId);
      return { ok: true, matchId: record.matchId };
    },

    async cancel(author, code) {
      if (await invitations.cancel(code, author.playerId)) return { ok: true };
      const found = await codes.find(author, code, ({ by }) => by === author.playerId);
      if (!found.ok) return found;
      return found.invitation.state === 'cancelled' ? { ok: true } : refused('invitation-used');
    },

    async rematch(over) {
      const match = over.current();
      const { offeredBy, matchId } = match.view.rematch;
      if (matchId !== null) return { ok: true, matchId };
      const bothAgree = ([0, 1] as const).every((side) => offeredBy.includes(side) || isHeldByBot(match, side));
      if (!bothAgree) return { ok: true, matchId: null };
      const next = rematchRecord(over);
      const made = await makeRematch(next);
      if (!made.ok) return made;
      await over.run(({ match: at }) => ({
        ok: true,
        entries: at.view.rematch.matchId === null ? [{ type: 'rematch-agreed', matchId: next.matchId }] : [],
      }));
      // Whoever has offered may be on another page by now.
      for (const { playerId } of next.parties) if (playerId !== null) tellMatched(playerId, next.matchId);
      return { ok: true, matchId: over.current().view.rematch.matchId };
    },
  };

  async function makeRematch(next: MatchRecord): Promise<Refusable<object>> {
    const playerId = next.parties.find(({ bot }) => bot === null)?.playerId ?? null;
    if (next.settings.kind === 'bot' && playerId !== null) return againstBot(playerId, next);
    await matches.create(next);
    return { ok: true };
  }

  /** Roles are swapped; a scenario that was chosen stays, one that was drawn is drawn anew. */
  function rematchRecord(over: LiveMatch): MatchRecord {
    const { settings, parties, matchId } = over.record;
    const scenario = (settings.kind === 'quick' ? undefined : scenarioFor(settings.scenario)) ?? drawScenario(settings.level, random);
    const kind = settings.kind === 'bot' || settings.kind === 'tutorial' ? 'bot' : 'rematch';
    return recordOf(idFor(matchId, 'rematch'), kind, scenario, settings, [parties[1], parties[0]]);
  }
}

function chosen({ scenario, level }: MatchWish): Scenario | undefined {
  return scenario === null ? drawScenario(level, random) : scenarioFor(scenario);
}

/** One that is played as a match: the tutorial is not. */
function scenarioFor(id: string): Scenario | undefined {
  return id === TUTORIAL.id ? undefined : scenarioOf(id);
}

/** What the same command of the same player always gets, so that a command sent twice makes one match, or one invitation. */
function digestOf(parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\n')).digest();
}

function idFor(...parts: readonly string[]): string {
  return digestOf(parts).toString('base64url').slice(0, 16);
}

function codeFor(...parts: readonly string[]): string {
  return [...digestOf(parts).subarray(0, CODE_LENGTH)].map((octet) => CODE_LETTERS[octet % CODE_LETTERS.length]).join('');
}

function newId(): string {
  return idFor(String(randomInt(2 ** 47)), String(randomInt(2 ** 47)));
}
