/** The ways into a match, as people take them. */
import type { BotStrength, Level } from '#game/match/vocabulary.ts';
import type en from '#messages/en.json';
import type { Player } from './people.ts';

type ScenarioId = keyof typeof en.scenarios;
/** `turnSeconds` null is untimed play; without a scenario the host draws one. */
export type Terms = { readonly level: Level; readonly scenario?: ScenarioId; readonly turnSeconds: number | null };

/** The one who accepts comes from any page; both are in the match afterwards. */
export async function meetByInvitation(inviter: Player, guest: Player, terms: Terms): Promise<string> {
  await guest.page.goto(await invite(inviter, terms));
  await guest.hands.press(guest.button(guest.t('invite.accept')));
  const matchId = await guest.matchId();
  await inviter.page.waitForURL(`**/match/${matchId}`);
  return matchId;
}

/** From the start page; the link is what comes of it. */
export async function invite(inviter: Player, terms: Terms): Promise<string> {
  const { page, t, hands, button } = inviter;
  await chooseTerms(inviter, t('home.inviteTitle'), terms);
  await hands.press(button(t('home.inviteStart')));
  return page.getByRole('textbox', { name: t('invite.link') }).inputValue();
}

export async function playBot(player: Player, strength: BotStrength, terms: Terms): Promise<string> {
  const { page, t, hands, button } = player;
  await chooseTerms(player, t('home.botTitle'), terms);
  const label = t('bots.nameAndNote', { name: t(`bots.${strength}`), note: t(`bots.note.${strength}`) });
  await hands.choose(page.getByRole('combobox', { name: t('bots.legend') }), label);
  await hands.press(button(t('home.botStart')));
  return player.matchId();
}

async function chooseTerms({ page, t, hands, chooseLevel }: Player, way: string, { level, scenario, turnSeconds }: Terms): Promise<void> {
  await chooseLevel(level);
  const card = page.getByRole('region', { name: way });
  if (scenario) await hands.choose(card.getByRole('combobox', { name: t('home.scenario') }), t(`scenarios.${scenario}.title`));
  const time = turnSeconds === null ? t('time.untimed') : t('time.seconds', { seconds: turnSeconds });
  await hands.choose(card.getByRole('combobox', { name: t('time.label') }), time);
}
