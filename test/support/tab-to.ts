import { userEvent } from 'vitest/browser';

const most = 20;

/** Presses Tab until the focus is on an element that a selector names, as a visitor does who reads on. */
export async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await userEvent.tab();
    if (document.activeElement?.matches(selector)) return;
  }
  throw new Error(`${most} presses of Tab do not reach ${selector}.`);
}
