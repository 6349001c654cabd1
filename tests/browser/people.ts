/** A person in a browser, who reads and plays through what is on the page. */
import type { BrowserContextOptions, Locator, Page } from 'playwright';
import type { Level, Prediction, Proposal } from '#game/match/vocabulary.ts';
import type { Locale } from '#protocol/locale.ts';
import type { NewPerson } from './browser.ts';
import { type ComposerParts, fingersOf, type Hands, keyboardOf } from './hands.ts';
import { type Words, withAnyNumber, wordsIn } from './words.ts';

export type Player = {
  readonly page: Page;
  readonly t: Words;
  readonly hands: Hands;
  readonly button: (name: string) => Locator;
  /** Comes to the start page as the host knows it, and takes a name. */
  readonly arrive: (url: string, name: string) => Promise<void>;
  readonly chooseLevel: (level: Level) => Promise<void>;
  /** What is in the address once the match has begun. */
  readonly matchId: () => Promise<string>;
  readonly asked: () => Promise<void>;
  /** Puts an answer together, without sealing it. */
  readonly draft: (answer: Proposal | Prediction) => Promise<void>;
  readonly seal: () => Promise<void>;
  readonly answer: (answer: Proposal | Prediction) => Promise<void>;
  readonly sealed: Locator;
  readonly verdict: Locator;
  readonly ready: () => Promise<void>;
  readonly over: () => Promise<void>;
  /** The ladder as a screen reader reads it. */
  readonly ladder: () => Promise<readonly string[]>;
  /** As they stand on the board: the client's first. */
  readonly points: () => Promise<readonly number[]>;
};

export type Kind = { readonly locale: Locale; readonly hands: 'keyboard' | 'fingers'; readonly options: BrowserContextOptions };

export const DESKTOP = { viewport: { width: 1440, height: 900 } } as const;
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
export const ENGLISH_AT_A_DESK: Kind = { locale: 'en', hands: 'keyboard', options: { ...DESKTOP, locale: 'en-US' } };
export const CHINESE_ON_A_PHONE: Kind = { locale: 'zh-CN', hands: 'fingers', options: { ...PHONE, locale: 'zh-CN' } };

export async function newPlayer(newPerson: NewPerson, kind: Kind): Promise<Player> {
  return playerOn((await newPerson(kind.options)).page, kind);
}

/** The same person may have a second tab. */
export function playerOn(page: Page, { locale, hands: use }: Kind): Player {
  const t = wordsIn(locale);
  const hands = use === 'keyboard' ? keyboardOf(page) : fingersOf(page);
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const button = (name: string) => page.getByRole('button', { name });
  const composer = region(t('duel.composer.title')).or(region(t('duel.composer.predictTitle')));
  const verdict = region(t('duel.verdict.title'));

  async function arrive(url: string, name: string): Promise<void> {
    await page.goto(url);
    const field = page.getByRole('textbox', { name: t('account.name') });
    await page.locator('input:enabled').and(field).waitFor();
    await hands.write(field, name);
    await hands.press(button(t('account.save')));
    await page.getByText(t('account.saved'), { exact: true }).waitFor();
  }

  async function matchId(): Promise<string> {
    await page.waitForURL(/\/match\//);
    return new URL(page.url()).pathname.split('/')[2] ?? '';
  }

  async function ladder(): Promise<readonly string[]> {
    return page
      .getByRole('list', { name: t('duel.ladder.title') })
      .getByRole('listitem')
      .allTextContents();
  }

  async function points(): Promise<readonly number[]> {
    const texts = await page
      .getByText(new RegExp(`^[\\d,]+\\s*${t('duel.players.points')}$`))
      .filter({ visible: true })
      .allTextContents();
    return texts.map((text) => Number(text.replace(/\D/g, '')));
  }

  const seal = () => hands.seal(composer.getByRole('button'));
  const draft: Player['draft'] = (answer) => hands.compose(partsOf(composer, t), toDraft(answer));

  return {
    page,
    t,
    hands,
    button,
    arrive,
    chooseLevel: (level) => hands.press(page.getByRole('radio', { name: t('levels.name', { level }) })),
    matchId,
    asked: () => composer.waitFor(),
    draft,
    seal,
    answer: async (answer) => {
      await draft(answer);
      await seal();
    },
    sealed: page.getByText(t('duel.sealed.move')).or(page.getByText(t('duel.sealed.prediction'))),
    verdict,
    ready: () => hands.goOn(verdict.getByRole('button', { name: t('duel.verdict.ready') })),
    over: () => page.getByRole('link', { name: t('duel.over.replay') }).waitFor(),
    ladder,
    points,
  };
}

function partsOf(composer: Locator, t: Words): ComposerParts {
  const box = (name: string | RegExp) => composer.getByRole('checkbox', { name, exact: true });
  return {
    flag: (flag) => box(flag),
    nothing: box(t('duel.composer.nothing')),
    data: box(withAnyNumber((count) => t('duel.composer.data', { count }))),
    seq: composer.getByRole('textbox', { name: t('duel.composer.seq') }),
    ack: composer.getByRole('textbox', { name: t('duel.composer.ack') }),
    state: (state) => composer.getByRole('radio', { name: new RegExp(`^${state}(,|$)`) }),
  };
}

function toDraft(answer: Proposal | Prediction) {
  const { state } = answer;
  if (!('segment' in answer)) return { flags: answer.flags, data: false, seq: null, ack: null, state };
  const { flags = null, data = false, seq = null, ack = null } = answer.segment ?? {};
  return { flags, data, seq, ack, state };
}
