/** Two people in two browsers, from the start page to the rows that a match leaves. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { type Host, startHost } from './host.ts';
import { findOpponent, isSealed, playToTheEnd, seal, verdictOfMatch } from './player.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const LOST_LINK = /ERR_CONNECTION_(REFUSED|RESET|CLOSED)|WebSocket|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/;

let host: Host;
beforeEach(async () => {
  // Long enough for two browsers to see every verdict, and for a host to come back before bots take the seats.
  host = await startHost({ VERDICT_SECONDS: '4', GRACE_SECONDS: '60' });
});
afterEach(() => host.dispose());
// After the host's hooks, so that pages are closed before it is: vitest undoes in the opposite order.
const { newPerson, forgetNoise } = withBrowser();

async function meet(): Promise<[Page, Page]> {
  const [mei, jonas] = [(await newPerson()).page, (await newPerson(PHONE)).page];
  await findOpponent(mei, host.url);
  await mei.waitForURL('**/waiting*');
  await findOpponent(jonas, host.url);
  await Promise.all([mei.waitForURL('**/match/*'), jonas.waitForURL('**/match/*')]);
  return [mei, jonas];
}

async function expectTheSameEnd(mei: Page, jonas: Page): Promise<void> {
  const [hers, his] = await Promise.all([mei, jonas].map((page) => verdictOfMatch(page).textContent()));
  const isDraw = hers === 'A draw';
  expect([hers, his].filter((words) => words === (isDraw ? 'A draw' : 'You won')).length).toBe(isDraw ? 2 : 1);
}

type Rows = { readonly phases: unknown; readonly versions: readonly number[]; readonly results: number };

function rowsOf(matchId: string): Rows {
  const file = new Sqlite(join(host.dataDir, 'last-ack.db'), { readonly: true });
  const of = (sql: string) => file.prepare(sql).pluck().all(matchId);
  const rows = {
    phases: of('SELECT phase FROM matches WHERE id = ?'),
    versions: of('SELECT version FROM moves WHERE match_id = ? ORDER BY version') as number[],
    results: of('SELECT side FROM results WHERE match_id = ?').length,
  };
  file.close();
  return rows;
}

const matchIdOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Over, its entries numbered from 1 without a gap, and a result for each of the two. */
function expectWholeMatch(matchId: string): void {
  const { phases, versions, results } = rowsOf(matchId);
  expect(phases).toEqual(['over']);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(versions.length).toBeGreaterThan(60);
  expect(results).toBe(2);
}

describe('two people', () => {
  test('meet, play both legs, and leave a whole match in the database', async () => {
    const [mei, jonas] = await meet();
    const matchId = matchIdOf(mei);
    await Promise.all([playToTheEnd(mei), playToTheEnd(jonas)]);
    await expectTheSameEnd(mei, jonas);
    expectWholeMatch(matchId);
  });

  test('finish their match after kill -9 in the middle of a turn, and no acknowledged move is lost', async () => {
    const [mei, jonas] = await meet();
    const matchId = matchIdOf(mei);
    await Promise.all([seal(mei), seal(jonas)]);
    await seal(mei);
    expect(await isSealed(mei)).toBe(true);
    await host.kill('SIGKILL');
    const { versions } = rowsOf(matchId);
    await host.restart();
    expect(await isSealed(mei)).toBe(true);
    await mei.reload();
    expect(await isSealed(mei)).toBe(true);
    await Promise.all([playToTheEnd(mei), playToTheEnd(jonas)]);
    await expectTheSameEnd(mei, jonas);
    expectWholeMatch(matchId);
    expect(versions.length).toBeGreaterThan(3);
    expect(forgetNoise().filter((complaint) => !LOST_LINK.test(complaint))).toEqual([]);
  });
});
