/** Players who wait for a quick match, by level. In memory: who waits has a link open and asks again after a restart. */
import { LEVELS, type Level } from '#game/match/vocabulary.ts';

export type Queue = {
  /** The player who has waited longest at the level and is now taken; null where the player has to wait. */
  join(playerId: string, level: Level): string | 'waits-already' | null;
  /** Whether the player waited. */
  leave(playerId: string): boolean;
};

export function createQueue(): Queue {
  const waiting = new Map<Level, string[]>(LEVELS.map((level) => [level, []]));
  const at = (level: Level) => waiting.get(level) ?? [];

  return {
    join(playerId, level) {
      if (LEVELS.some((one) => at(one).includes(playerId))) return 'waits-already';
      const found = at(level).shift();
      if (found === undefined) at(level).push(playerId);
      return found ?? null;
    },
    leave(playerId) {
      const level = LEVELS.find((one) => at(one).includes(playerId));
      if (level === undefined) return false;
      waiting.set(
        level,
        at(level).filter((one) => one !== playerId),
      );
      return true;
    },
  };
}
