/** What has been played alone, on the ladder. */
import { actsOf, type Turn } from '#game/practice/turns.ts';
import { type Moment, momentsAlong } from '#components/ladder/moments.ts';

/** `isClaim`: the last move is to be judged by whoever plays, and stands as it was proposed. */
export function momentsOfTurns(turns: readonly Turn[], isClaim: boolean): readonly Moment[] {
  return momentsAlong(
    turns.map((turn, n) => ({
      connection: turn.play.connection,
      told: turn.told,
      acts: actsOf(turn, isClaim && n === turns.length - 1),
    })),
  );
}
