/** No host owns a match: two on one store never contradict each other. */
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { answerCommand, newDuel, openTurn, sit } from './duel.ts';
import { startHost } from './host.ts';
import { newId, openLink } from './player.ts';

test('an append that loses the race is decided again on what the other host has stored', async () => {
  const folder = temporaryFolder();
  const host = await startHost({}, folder);
  const { matchId, seats } = await newDuel(host);
  const second = await startHost({}, folder);
  const bob = await sit(1, await openLink(second, seats[1].link.guest), matchId);
  const commands = await Promise.all([answerCommand(host, seats[0]), answerCommand(second, bob)]);
  const sealed = { ok: true, sealed: true };
  expect(await Promise.all([seats[0].link.say(commands[0]), bob.link.say(commands[1])])).toEqual([sealed, sealed]);
  const entries = (await host.store.load(matchId))?.entries.map(({ type }) => type) ?? [];
  expect(entries.filter((type) => type === 'sealed')).toHaveLength(2);
  expect(entries.filter((type) => type === 'closed')).toHaveLength(1);
});

test('the same command at both hosts at once is stored once', async () => {
  const folder = temporaryFolder();
  const host = await startHost({}, folder);
  const { matchId, seats } = await newDuel(host);
  const second = await startHost({}, folder);
  const tab = await sit(0, await openLink(second, seats[0].link.guest), matchId);
  const command = { id: newId(), ...(await answerCommand(host, seats[0])) };
  const sealed = { ok: true, sealed: true };
  expect(await Promise.all([seats[0].link.sayRaw(command), tab.link.sayRaw(command)])).toEqual([sealed, sealed]);
  const entries = (await host.store.load(matchId))?.entries ?? [];
  expect(entries.filter(({ type }) => type === 'sealed')).toHaveLength(1);
  await Promise.all([seats[0].seen, tab.seen].map((seen) => seen.until((view) => openTurn(view)?.sealed[0] === true)));
});
