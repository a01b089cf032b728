import { EmailField } from 'smallyes/fields';
import type { LeadGateProps } from 'smallyes/lead-gate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { answer, button, link, mount, wait } from './lead-gate.support.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const arrived = () => page.getByText('Thank you! Your answer has arrived.');

describe('a gate with nothing behind it', () => {
  it('promises nothing after the yes, and the developer is told', async () => {
    expectConsole('warn', /SY-807 LeadGate "checklist"/);
    mount({ href: undefined });
    expect(consoleOutput()).toEqual([]);
    await answer();
    await expect.element(arrived()).toBeVisible();
    expect(document.body.textContent).not.toContain('yours');
  });

  it('is told of at once where another ask is the key and no server has a say', () => {
    expectConsole('warn', /SY-807 LeadGate "checklist"/);
    mount({ href: undefined, onSubmit: undefined, unlockBy: 'poll.vote' });
    expect(consoleOutput()).toHaveLength(1);
  });

  it.each<[string, Partial<LeadGateProps>, RegExp]>([
    ['an answer that is on its way by mail', { onSubmit: () => ({ status: 'pending' }) }, /^Almost there/],
    [
      'words of the server',
      { onSubmit: () => ({ status: 'ok', message: 'It is at the desk.' }) },
      /^It is at the desk/,
    ],
    [
      'a share of the taste',
      { taste: { share: 0.5 }, children: [<p key="a">a</p>, <p key="b">b</p>] },
      /yours/,
    ],
    ['content that the server renders then', { unlocked: false }, /yours/],
    ['the next ask', { next: <p>Next</p> }, /yours/],
  ])('is none with %s', async (_what, props, words) => {
    mount({ href: undefined, ...props });
    await answer();
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(arrived()).not.toBeInTheDocument();
  });

  it('is told of at once when its address could run code', () => {
    expectConsole('warn', 'SY-110');
    mount({ href: 'javascript:alert(1)' });
    expect(consoleOutput()).toHaveLength(1);
  });
});

describe('elements as the form', () => {
  it('tells of a plain control, which no field knows, and of nothing else', async () => {
    expectConsole('warn', /SY-504 .*LeadGate "report".*"town"/);
    const onSubmit = vi.fn(() => ({ status: 'ok' }) as const);
    mount({
      id: 'report',
      onSubmit,
      challenge: <input name="captcha" aria-label="Captcha" />,
      form: (
        <>
          <EmailField name="email" label="E-mail address" required />
          <input name="town" aria-label="Town" />
          <input name="off" aria-label="Off" disabled />
          <input aria-label="Nameless" />
          <input type="hidden" name="campaign" value="spring" />
          <button type="button" name="more">
            More
          </button>
        </>
      ),
    });
    await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'jana@shop.example');
    await userEvent.click(button());
    await expect.element(link()).toBeVisible();
    await wait(20);
    expect((onSubmit.mock.calls as unknown[][])[0]?.[0]).toEqual({ email: 'jana@shop.example' });
    expect(consoleOutput()).toHaveLength(1);
  });
});
