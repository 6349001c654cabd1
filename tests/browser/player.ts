/** A player who has no idea, and plays a match to its end through the page. */
import type { Page } from 'playwright';

const composer = (page: Page) => page.getByRole('region', { name: /^Your (move|prediction)$/ });
const sealed = (page: Page) => page.getByText(/Sealed: your (move|prediction)$/);
const ready = (page: Page) => page.getByRole('button', { name: /^Ready/ });
export const verdictOfMatch = (page: Page) => page.getByRole('heading', { level: 1, name: /won$|^A draw$/ });

/** What is there may go while it is pressed: time goes on for both. */
const QUICKLY = { timeout: 3_000 };

export async function findOpponent(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Find an opponent' }).click();
}

/** ACK and ESTABLISHED: right now and then. Waits until the host has it, or has both and says what is right. */
export async function seal(page: Page): Promise<void> {
  const mine = composer(page);
  await mine.waitFor();
  await mine.getByText('ACK', { exact: true }).click();
  await mine.getByRole('radio', { name: /^ESTABLISHED/ }).click();
  await mine.getByRole('button', { name: /^(Send|Predict)/ }).click();
  await mine.waitFor({ state: 'hidden' });
}

export async function isSealed(page: Page): Promise<boolean> {
  await sealed(page).or(composer(page)).first().waitFor();
  return sealed(page).isVisible();
}

export async function playToTheEnd(page: Page): Promise<void> {
  const over = verdictOfMatch(page);
  while (!(await over.isVisible())) {
    await composer(page).or(ready(page)).or(over).first().waitFor();
    if (await composer(page).isVisible()) await seal(page).catch(() => undefined);
    if (await ready(page).isVisible())
      await ready(page)
        .click(QUICKLY)
        .catch(() => undefined);
  }
}
