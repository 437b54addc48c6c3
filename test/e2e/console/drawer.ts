import type { Page } from 'playwright-core';

/** The form of an act, which stands at the side of its page. */
export const drawer = (page: Page) => page.getByRole('dialog');

/** Finds each of them in a list by typing, and leaves the list. */
export async function finds(page: Page, label: string | RegExp, ...titles: string[]): Promise<void> {
  const box = drawer(page).getByRole('combobox', { name: label });
  for (const title of titles) {
    await box.fill(title);
    await page.locator('.ant-select-item-option-active', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
  }
  await leaves(page);
}

/** Types a day or a moment into a calendar, and leaves it. */
export async function dates(page: Page, label: RegExp, moment: string): Promise<void> {
  await drawer(page).getByLabel(label).fill(moment);
  await leaves(page);
}

const leaves = (page: Page) => drawer(page).locator('.ant-drawer-title').click();

/** Sends the form, and waits until it is gone. */
export async function sends(page: Page, title: string): Promise<void> {
  await drawer(page).getByRole('button', { name: title, exact: true }).click();
  await drawer(page).waitFor({ state: 'detached', timeout: 30_000 });
}
