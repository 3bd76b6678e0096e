/** A reader's hand in the panel and the options: presses what is called so, types, and sees what is shown. */
import type { Frame, Page } from 'puppeteer-core';
import { until } from './reader';

export const textOf = (of: Page): Promise<string> => of.evaluate(() => document.body.innerText);

export const shows = (of: Page, wanted: string): Promise<string> =>
  until(`"${wanted}"`, async () => {
    const text = await textOf(of);
    return text.includes(wanted) && text;
  });

/** `label`: how its text, or its name where it has none, begins; `within`: a selector. */
export const press = (of: Page | Frame, label: string, within = 'body'): Promise<unknown> =>
  until(`"${label}" to press`, () =>
    of.evaluate(
      (wanted, where) => {
        const found = [...document.querySelectorAll<HTMLElement>(`${where} :is(button, label)`)].find((element) =>
          (element.textContent?.trim() || element.getAttribute('aria-label') || '').startsWith(wanted),
        );
        found?.focus();
        found?.click();
        return found !== undefined;
      },
      label,
      within,
    ),
  );

/** What has the focus: its text, or its name; empty where nothing has it. */
export const focused = (of: Page): Promise<string> =>
  of.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return '';
    return activeElement.getAttribute('aria-label') || activeElement.textContent?.trim() || activeElement.tagName;
  });

export async function type(of: Page, selector: string, typed: string): Promise<void> {
  await of.bringToFront();
  await until('the field', () => of.evaluate((field) => document.querySelector(field) !== null, selector));
  await of.focus(selector);
  await of.keyboard.type(typed);
}
