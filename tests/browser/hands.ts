/** How a person gets at what is on a page: by the keyboard alone, or by a finger. */
import type { Locator, Page } from 'playwright';
import type { Flag, State } from '#game/tcp/vocabulary.ts';
import { focusedState, wayTo } from './diagram-keys.ts';
import { until } from './until.ts';

export type Draft = {
  /** Null is "nothing". */
  readonly flags: readonly Flag[] | null;
  readonly data: boolean;
  readonly seq: number | null;
  readonly ack: number | null;
  readonly state: State;
};
/** The parts of the composer, found by what they are called. */
export type ComposerParts = {
  readonly flag: (flag: Flag) => Locator;
  readonly nothing: Locator;
  readonly data: Locator;
  readonly seq: Locator;
  readonly ack: Locator;
  readonly state: (state: State) => Locator;
};

export type Hands = {
  /** A button, a link, a radio, a checkbox, a summary. */
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  readonly choose: (list: Locator, label: string) => Promise<void>;
  readonly compose: (parts: ComposerParts, draft: Draft) => Promise<void>;
  readonly seal: (button: Locator) => Promise<void>;
  readonly goOn: (button: Locator) => Promise<void>;
};

const MOST_TABS = 80;

export function keyboardOf(page: Page): Hands {
  const { keyboard } = page;

  /** Forward by Tab, as everybody goes who has no pointer. */
  async function reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; !(await isFocused(target)); tabs += 1) {
      if (tabs > MOST_TABS) throw new Error(`${target} is not reached by Tab`);
      await keyboard.press('Tab');
    }
  }

  async function press(target: Locator): Promise<void> {
    const type = await target.getAttribute('type');
    if (type === 'radio') return pick(target);
    await reach(target);
    await keyboard.press(type === 'checkbox' ? 'Space' : 'Enter');
  }

  /** A group of radios is one stop; the arrows go round in it. */
  async function pick(radio: Locator): Promise<void> {
    const group = page.locator(`input[name="${await radio.getAttribute('name')}"]`);
    await reach(group.and(page.locator(':checked')));
    await pressUntil('ArrowDown', () => radio.isChecked(), await group.count());
  }

  async function pressUntil(key: string, isThere: () => Promise<boolean>, times: number): Promise<void> {
    for (let n = 0; !(await isThere()); n += 1) {
      if (n > times) throw new Error(`${key} does not lead there`);
      await keyboard.press(key);
    }
  }

  async function write(field: Locator, text: string): Promise<void> {
    await reach(field);
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(text);
  }

  async function choose(list: Locator, label: string): Promise<void> {
    await reach(list);
    await keyboard.press('Home');
    const isChosen = async () => (await list.locator('option:checked').textContent()) === label;
    await pressUntil('ArrowDown', isChosen, await list.locator('option').count());
  }

  async function compose(_parts: ComposerParts, { flags, data, seq, ack, state }: Draft): Promise<void> {
    for (const flag of flags ?? ['N']) await keyboard.press(flag.charAt(0).toLowerCase());
    if (data) await keyboard.press('d');
    for (const [key, number] of [['q', seq] as const, ['k', ack] as const]) {
      if (number === null) continue;
      await keyboard.press(key);
      await keyboard.type(String(number));
    }
    await keyboard.press('g');
    for (const direction of wayTo(await focusedState(page), state)) await keyboard.press(direction);
    await keyboard.press('Space');
  }

  /** A verdict takes no Enter in its first moment: one presses it again. */
  async function goOn(button: Locator): Promise<void> {
    const isGone = async () => {
      if (await button.isHidden()) return true;
      await keyboard.press('Enter');
      return false;
    };
    await until(isGone, `Enter presses ${button}`);
  }

  return { press, write, choose, compose, seal: () => keyboard.press('Enter'), goOn };
}

export function fingersOf(page: Page): Hands {
  /** What is on the screen of a checkbox or of a radio is its label. */
  async function press(target: Locator): Promise<void> {
    const type = await target.getAttribute('type');
    await (type === 'checkbox' || type === 'radio' ? target.locator('xpath=ancestor::label') : target).tap();
  }

  async function write(field: Locator, text: string): Promise<void> {
    await field.tap();
    await field.clear();
    await page.keyboard.type(text);
  }

  return {
    press,
    write,
    // The list itself is drawn by the phone, outside of the page.
    choose: async (list, label) => {
      await list.tap();
      await list.selectOption({ label });
    },
    compose: async (parts, { flags, data, seq, ack, state }) => {
      for (const flag of flags ?? []) await press(parts.flag(flag));
      if (flags === null) await press(parts.nothing);
      if (data) await press(parts.data);
      if (seq !== null) await write(parts.seq, String(seq));
      if (ack !== null) await write(parts.ack, String(ack));
      await press(parts.state(state));
    },
    seal: press,
    goOn: press,
  };
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
