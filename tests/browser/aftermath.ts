/** What a match leaves behind: its replay, its place in the lists, a rematch. */
import { expect } from 'vitest';
import { lengthOfLeg, numberInLeg } from '#components/match/situation.ts';
import { accuracyOf } from '#game/match/scoring.ts';
import type { View } from '#game/match/view.ts';
import type { Player } from './people.ts';
import type { TableForTwo } from './table.ts';

/** Steps by keys: to the end, one back, one on, to the beginning. */
export async function expectReplay({ page, t }: Player, url: string, view: View): Promise<void> {
  await page.goto(`${url}/replay/${view.matchId}`);
  const steps = page.getByRole('navigation', { name: t('duel.replay.steps') });
  const placeOf = (n: number) => {
    const turn = view.turns.at(n);
    if (!turn) throw new Error(`no turn ${n}`);
    const count = lengthOfLeg(view, turn.leg);
    return t.markup('duel.replay.place', { leg: turn.leg + 1, legs: 2, turn: numberInLeg(view, turn), count, b: (text) => text });
  };
  const ways = [
    ['End', -1],
    ['ArrowLeft', -2],
    ['ArrowRight', -1],
    ['Home', 0],
    ['ArrowRight', 1],
  ] as const;
  await steps.getByText(placeOf(0)).waitFor();
  for (const [key, place] of ways) {
    await page.keyboard.press(key);
    await steps.getByText(placeOf(place)).waitFor();
  }
  const verdicts = page.getByRole('region', { name: t('duel.replay.verdicts') });
  expect(await verdicts.getByRole('article').allTextContents()).toEqual([expect.stringContaining('✕'), expect.stringContaining('✓')]);
}

/** Both find it among their own, their own points first, and each other on the leaderboard. */
export async function expectListed({ store, matchId, players }: TableForTwo, url: string): Promise<void> {
  const { scores, parties, ended } = store.match(matchId).view;
  for (const [me, other] of [[0, 1] as const, [1, 0] as const]) {
    const { page, t, hands } = players[me];
    await page.goto(url);
    await hands.press(page.getByRole('link', { name: t('header.matches') }));
    const ofTheMatch = page.getByRole('link', { name: t('matches.replay') });
    const item = await page.getByRole('listitem').filter({ has: ofTheMatch }).textContent();
    const result = t(ended?.winner === me ? 'matches.results.won' : 'matches.results.lost');
    const points = [scores[me], scores[other]].map((score) => score.points.toLocaleString('en-US')).join(' : ');
    for (const part of [parties[other].name, result, points]) expect(item).toContain(part);
    await hands.press(page.getByRole('link', { name: t('header.leaderboard') }));
    const mine = page.getByRole('row').filter({ hasText: t('leaderboard.you') });
    await mine.getByText(percent(accuracyOf(scores[me]))).waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
  }
}

export function percent(share: number | null): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 }).format(share ?? 0);
}

/** Offered by one, accepted by the other: who was the client first is now the server first. */
export async function agreeOnARematch({ store, matchId, players: [ada, mei] }: TableForTwo, url: string): Promise<void> {
  for (const { page } of [ada, mei]) await page.goto(`${url}/match/${matchId}`);
  await ada.hands.press(ada.button(ada.t('duel.over.rematch.offer')));
  await mei.page.getByText(mei.t('duel.over.rematch.offered', { name: 'Ada' })).waitFor();
  await mei.hands.press(mei.button(mei.t('duel.over.rematch.accept')));
  await Promise.all([ada, mei].map((player) => player.page.waitForURL((url) => !url.pathname.endsWith(matchId))));
  await Promise.all([ada.asked(), mei.asked()]);
  const again = await ada.matchId();
  expect(await mei.matchId()).toBe(again);
  const { parties, settings } = store.match(again).view;
  expect([parties[0].name, parties[1].name, settings.kind, settings.level]).toEqual(['王梅', 'Ada', 'rematch', 2]);
  await ada.page.getByRole('region', { name: '王梅' }).getByText(ada.t('duel.players.roles.client')).waitFor();
}
