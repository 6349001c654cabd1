/** Pairs who play one match after the other until they are told that this one is the last. */
import { drawBetween, drawOne, type Random, randomFrom } from '#game/scenarios/random.ts';
import { LEVELS } from '#game/match/vocabulary.ts';
import type { Journal } from './journal.ts';
import { createTorturedPlayer, type TorturedPlayer } from './player.ts';

export type Pairs = {
  /** Resolves once everybody has a link. */
  readonly here: Promise<unknown>;
  /** Nobody begins another match. Resolves when all are over. */
  finish(): Promise<unknown>;
  close(): void;
};

export type PairsWanted = {
  readonly url: string;
  readonly journal: Journal;
  readonly pairs: number;
  readonly thinkMs: number;
  readonly seed: number;
};

const TIMED = [10, 30, 300, null];

export function startPairs({ pairs, seed, ...needs }: PairsWanted): Pairs {
  let isLast = false;
  const random = randomFrom(seed);
  const seats = Array.from({ length: pairs }, () => {
    const drawing = randomFrom(drawBetween(random, 1, 2 ** 31 - 1));
    const [one, other] = [0, 1].map(() => createTorturedPlayer({ ...needs, random: drawing })) as [TorturedPlayer, TorturedPlayer];
    const here = Promise.all([one.enter(), other.enter()]);
    return { one, other, here, over: here.then(() => playOn(one, other, drawing)) };
  });

  async function playOn(one: TorturedPlayer, other: TorturedPlayer, drawing: Random): Promise<void> {
    while (!isLast) {
      const turnSeconds = drawOne(drawing, TIMED);
      const invited = await one.ask({ type: 'invite', level: drawOne(drawing, LEVELS), scenario: null, turnSeconds });
      const met = invited && (await other.ask({ type: 'invite-accept', code: invited.code }));
      if (met) await Promise.all([one.play(met.matchId), other.play(met.matchId)]);
    }
  }

  return {
    here: Promise.all(seats.map(({ here }) => here)),
    finish: () => {
      isLast = true;
      return Promise.all(seats.map(({ over }) => over));
    },
    close: () => {
      for (const { one, other } of seats) {
        one.close();
        other.close();
      }
    },
  };
}
