import { render } from '@testing-library/react';
import { type JSX, Profiler } from 'react';
import { AccountForm } from 'smallyes/account-form';
import { CallbackRequest } from 'smallyes/callback-request';
import { LeadGate } from 'smallyes/lead-gate';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { createRecorder } from 'smallyes/testing';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const done = { status: 'ok' } as const;

const asks: readonly (readonly [name: string, ask: JSX.Element, kind: string])[] = [
  [
    'NewsletterForm',
    <NewsletterForm key="1" id="letter" get="A letter" onSubmit={() => done} />,
    'newsletter-form.subscribe',
  ],
  ['AccountForm', <AccountForm key="2" id="account" onSubmit={() => done} />, 'account-form.create'],
  [
    'CallbackRequest',
    <CallbackRequest key="3" id="call" country="GB" onSubmit={() => done} />,
    'callback-request.request',
  ],
  [
    'LeadGate',
    <LeadGate key="4" id="gate" get="A guide" href="/guide" onSubmit={() => done} />,
    'lead-gate.unlock',
  ],
];

describe('a key', () => {
  it.each(asks)(
    'in %s costs no commit: neither the first, which brings what follows, nor a later one',
    async (_name, ask, kind) => {
      const recorder = createRecorder();
      const commits: string[] = [];
      render(
        <recorder.Provider>
          <Profiler id="ask" onRender={(_id, phase) => commits.push(phase)}>
            {ask}
          </Profiler>
        </recorder.Provider>,
      );
      const field = page.getByRole('textbox').first();
      await userEvent.click(field);
      // What the visitor's turning to the form brings has come.
      await wait(600);
      commits.length = 0;
      expect(recorder.events.some(({ phase }) => phase === 'started')).toBe(false);
      await userEvent.keyboard('4');
      await recorder.waitFor(`${kind} started` as never);
      // Time for what the first key has brought.
      await wait(300);
      expect(commits).toEqual([]);
      await userEvent.keyboard('807 2261');
      await wait(50);
      expect(commits).toEqual([]);
      // It does count.
      await userEvent.clear(field);
      await userEvent.keyboard('{Enter}');
      await expect.poll(() => commits.length).toBeGreaterThan(0);
    },
  );
});
