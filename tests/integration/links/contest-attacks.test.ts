/** What goes wrong at once, in between, or because somebody wants it to. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { begin, the } from './contest-class.ts';
import { watchContest } from './contest-room.ts';

describe('what is not told', () => {
  test('what a student knows of the session does not lead to the others\u2019 matches', async () => {
    const { contestId, room, act, overview } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    const guesses = [`${contestId} 1 0`, `${contestId}\n1\n0`, contestId].map((text) =>
      createHash('sha256').update(text).digest('base64url'),
    );
    expect(guesses.map((guess) => guess.slice(0, 16))).not.toContain(the(pairs[0]).matchId);
    const own = await watchContest(the(room[0]), { viewer: 'student', contestId });
    expect(own.view().match?.matchId).toBe(the(pairs[0]).matchId);
  });
});
