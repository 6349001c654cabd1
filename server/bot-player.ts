/** Plays the seats that bots hold: answers after a while, as a person would. */
import { answer } from '#game/match/decide.ts';
import { botAnswer } from '#game/match/bot.ts';
import { isHeldByBot, isPaused, openTurnOf, phaseOf, type Match } from '#game/match/match.ts';
import { SIDES, type BotStrength, type Side } from '#game/match/vocabulary.ts';
import { createAlarm, type Alarm } from './alarm.ts';
import type { LiveMatch } from './live-match.ts';

/** How well a bot plays that holds a person's seat. */
const STAND_IN: BotStrength = 'skilled';
/** After an answer that could not be stored. */
const AGAIN_MS = 1_000;

export type BotPlayer = {
  /** Looks whether a seat of the match waits for a bot. */
  attend(live: LiveMatch): void;
  forget(matchId: string): void;
};

/** `thinkMs`: how long a bot thinks at most; it takes at least a third of it. */
export function createBotPlayer(thinkMs: number, now: () => number): BotPlayer {
  const thinking = new Map<string, { readonly turn: number; readonly alarm: Alarm }>();

  function attend(live: LiveMatch): void {
    const match = live.current();
    if (phaseOf(match) === 'over') forget(live.matchId);
    else if (sidesToMove(match).length > 0)
      think(live, openTurnOf(match).turn, thinkMs * paceOf(match) * (1 / 3 + (2 / 3) * Math.random()));
  }

  function think(live: LiveMatch, turn: number, ms: number): void {
    if (thinking.get(live.matchId)?.turn === turn) return;
    forget(live.matchId);
    const alarm = createAlarm(now, () => void move(live));
    thinking.set(live.matchId, { turn, alarm });
    alarm.setIn(ms);
  }

  async function move(live: LiveMatch): Promise<void> {
    thinking.delete(live.matchId);
    for (const side of sidesToMove(live.current())) {
      const outcome = await live.run((given) => {
        if (!sidesToMove(given.match).includes(side)) return { ok: true, entries: [] };
        return answer(given, botAnswer(given.match, side, strengthOf(given.match, side), Math.random));
      });
      if (!outcome.ok && outcome.fault === 'not-saved') return think(live, openTurnOf(live.current()).turn, AGAIN_MS);
    }
    attend(live);
  }

  function forget(matchId: string): void {
    thinking.get(matchId)?.alarm.stop();
    thinking.delete(matchId);
  }

  return { attend, forget };
}

/** Bots among themselves play a rehearsal: in fast motion. */
function paceOf({ view }: Match): number {
  return view.parties.every(({ bot }) => bot !== null) ? 0.1 : 1;
}

function sidesToMove(match: Match): readonly Side[] {
  if (match.view.turns.length === 0 || phaseOf(match) !== 'asking' || isPaused(match)) return [];
  return SIDES.filter((side) => isHeldByBot(match, side) && !match.sealed[side]);
}

function strengthOf({ view }: Match, side: Side): BotStrength {
  return view.parties[side].bot ?? STAND_IN;
}
