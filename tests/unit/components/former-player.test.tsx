/** Somebody whose data has been erased has no name: pages have words in its place. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import { FORMER_PLAYER } from '#game/match/vocabulary.ts';
import type { View } from '#game/match/view.ts';
import { useNamedView } from '#app/named-view.ts';
import { SITUATIONS } from '#components/gallery/situations.ts';
import { useOpponentName } from '#components/pages/opponent-name.ts';

function Names({ view }: { readonly view: View }) {
  const nameOf = useOpponentName();
  const listed = view.parties.map((party) => nameOf(party));
  return [...listed, ...useNamedView(view).parties.map(({ name }) => name)].join(' | ');
}

test.each([
  { locale: 'en' as const, messages: en, words: 'Former player' },
  { locale: 'zh-CN' as const, messages: zhCn, words: '已注销的玩家' },
])('in $locale', ({ locale, messages, words }) => {
  const [view] = Object.values(SITUATIONS);
  if (!view) throw new Error('no situation');
  const [{ name }, other] = view.parties;
  const erased: View = { ...view, parties: [view.parties[0], { ...other, playerId: null, name: FORMER_PLAYER, bot: null }] };
  const drawn = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      <Names view={erased} />
    </NextIntlClientProvider>,
  );
  expect(drawn).toBe([name, words, name, words].join(' | '));
});
