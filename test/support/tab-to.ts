import { userEvent } from 'vitest/browser';

/** Presses Tab until the focus is on an element that a selector names, as a visitor does who reads on, or goes back. */
export async function tabTo(selector: string, { isBack = false, most = 20 } = {}): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await userEvent.tab({ shift: isBack });
    if (document.activeElement?.matches(selector)) return;
  }
  throw new Error(`${most} presses of Tab do not reach ${selector}.`);
}
