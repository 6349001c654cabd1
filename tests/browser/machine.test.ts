/** The machine: everything by one's own hand, forward and back, shared by its address, and kept as a scenario. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, DESKTOP, ENGLISH_AT_A_DESK, type Kind, newPlayer, type Player } from './people.ts';
import { withHost } from './with-host.ts';

const LOOKER: Kind = { locale: 'en', hands: 'fingers', options: { ...DESKTOP, hasTouch: true } };
const CROSSING = 'client_opens;server_opens';

const { newPerson } = withBrowser();
const host = withHost();

async function arrive(kind: Kind, done = ''): Promise<Player> {
  const player = await newPlayer(newPerson, kind);
  await player.page.goto(`${host.url}/machine${done && `#${done}`}`, { waitUntil: 'networkidle' });
  return player;
}

/** What one end stands in. */
function state({ page, t }: Player, at: 'client' | 'server') {
  return page.getByRole('region', { name: t(`machine.ends.${at}`) }).getByRole('heading');
}

test('a handshake whose SYN is dropped, by the keyboard alone', async () => {
  const player = await arrive(ENGLISH_AT_A_DESK);
  const { page, t, hands, button, ladder } = player;
  const call = (at: 'client' | 'server', name: string) =>
    hands.press(page.getByRole('region', { name: t(`machine.ends.${at}`) }).getByRole('button', { name, exact: true }));
  const deal = (deed: 'deliver' | 'drop', segment: string) =>
    hands.press(button(t('machine.deedTo', { deed: t(`machine.deeds.${deed}`), segment })));

  await call('server', 'listen()');
  await call('client', 'connect()');
  await deal('drop', 'SYN seq=100');
  await page.getByText(t('machine.wireEmpty')).waitFor();
  await call('client', t('machine.others.retransmission'));
  await deal('deliver', 'SYN seq=100');
  await deal('deliver', 'SYN ACK seq=300 ack=101');
  await deal('deliver', 'ACK seq=101 ack=301');

  await expect.poll(() => state(player, 'server').textContent()).toContain('ESTABLISHED');
  const told = await ladder();
  expect(told[1]).toContain('Sends SYN seq=100 len=0, which the wire loses.');
  expect(told.at(-1)).toContain('Goes to ESTABLISHED.');
  await page.getByRole('link', { name: 'RFC 9293 §3.10.7.4' }).first().waitFor();
});

test('what comes to nothing is said, with the rule, and changes nothing', async () => {
  const { page, t, button, ladder } = await arrive(LOOKER, CROSSING);
  const before = await ladder();
  await button('connect()').first().click();
  await page.getByRole('alert').getByText(t('machine.refused.no-effect')).waitFor();
  await page.getByRole('alert').getByRole('link', { name: 'RFC 9293 §3.10.1' }).waitFor();
  expect(await ladder()).toEqual(before);
});

test('one steps back and forward, the address brings it back, and another deed forgets what came after', async () => {
  const player = await arrive(LOOKER, CROSSING);
  const { page, t, button, ladder } = player;
  expect(await ladder()).toHaveLength(2);
  await button(t('duel.replay.to.ArrowLeft')).click();
  await expect.poll(() => ladder()).toHaveLength(1);
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => ladder()).toHaveLength(1);
  await page
    .getByRole('region', { name: t('machine.ends.server') })
    .getByRole('button', { name: 'listen()' })
    .click();
  await expect.poll(() => state(player, 'server').textContent()).toContain('LISTEN');
  expect(new URL(page.url()).hash).toBe('#client_opens;server_listens');
});

test('it becomes a scenario of this browser, and a picture', async () => {
  const { page, t, button } = await arrive(CHINESE_ON_A_PHONE, CROSSING);
  await page.getByText(t('machine.makeScenario')).click();
  await page.getByRole('textbox', { name: t('machine.name') }).fill('两个 SYN');
  await button(t('machine.save')).click();
  await page.getByRole('listitem').filter({ hasText: '两个 SYN' }).waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByText(t('machine.makeScenario')).click();
  const saved = page.getByRole('listitem').filter({ hasText: '两个 SYN' });

  const saving = page.waitForEvent('download');
  await button(t('machine.download')).click();
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('SYN_SENT');

  await saved.getByRole('button', { name: t('machine.forget') }).click();
  await saved.waitFor({ state: 'detached' });
});

test('what was done can be practised, and the practice has an address', async () => {
  const { page, t, button, asked } = await arrive(ENGLISH_AT_A_DESK, 'client_opens;drop_to_server;client_retransmits');
  await page.getByText(t('machine.makeScenario')).click();
  await page.getByRole('textbox', { name: t('machine.name') }).fill('A lost SYN');
  await button(t('machine.save')).click();
  await page.getByRole('link', { name: t('machine.play') }).click();
  await page.waitForURL('**/practice?script=**');
  await page.getByText('A lost SYN').first().waitFor();
  await asked();
});

test.each(['client_dances', '%', 'client_opens;%E0%A4'])('an address that does not read, %s, begins empty and says so', async (address) => {
  const { page, t } = await arrive(CHINESE_ON_A_PHONE, address);
  await page.getByText(t('machine.unread')).waitFor();
  await page.getByText(t('machine.begin')).waitFor();
});

test('it is open to all', async () => {
  const { page } = await arrive(LOOKER, `${CROSSING};deliver_to_client`);
  await expectOpenToAll(page, 'the machine');
});
