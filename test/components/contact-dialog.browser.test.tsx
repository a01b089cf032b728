import { render } from '@testing-library/react';
import { createRef, useState } from 'react';
import { ContactDialog, type ContactDialogElement, ContactDialogTrigger } from 'smallyes/contact-dialog';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import {
  answer,
  box,
  button,
  check,
  dialog,
  fields,
  fill,
  isClosed,
  isOpen,
  lateTown,
  line,
  mount,
  open,
  staysOpen,
  trigger,
  wait,
  wholeYes,
} from './contact-dialog.support.tsx';

describeConformance('ContactDialog', {
  component: 'contact-dialog',
  render: (props) => (
    <ContactDialog
      id="talk"
      trigger="Contact us"
      title="Talk to an adviser"
      fallbackHref="#contact"
      fields={fields}
      onSubmit={() => {}}
      {...props}
    />
  ),
  commit: answer,
  events: wholeYes,
  vetoes: ['onClickCapture'],
});

describe('a contact dialog', () => {
  it.each([
    ['', false],
    [' under StrictMode', true],
  ])('records opening, writing and sending as one attempt%s, and nothing twice', async (_name, strict) => {
    const triggers: unknown[] = [];
    const onSubmit = (_values: unknown, { trigger: by }: { trigger: unknown }) => void triggers.push(by);
    const { recorder } = mount({ onSubmit }, { strict });
    await recorder.waitFor(line('open seen'));
    await userEvent.dblClick(trigger());
    await isOpen();
    await fill();
    await userEvent.keyboard('{Enter}');
    await userEvent.dblClick(button('Send'));
    await page.getByText('Thank you! It has arrived.').findElement();
    await userEvent.click(button('Done'));
    await isClosed();
    await open();
    await wait(50);
    expectEvents(recorder, [
      line('open seen'),
      line('open started'),
      [line('open committed'), { trigger: 'trigger' }],
      line('submit progressed'),
      [line('submit committed'), { fields: ['email', 'message'] }],
    ]);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(1);
    expect(recorder.commitments.map(({ grade }) => grade)).toEqual([1, 2]);
    expect(triggers).toEqual(['trigger']);
  });

  it('says what it is, and puts the focus into its first field', async () => {
    mount({ description: 'Free of charge.' });
    await open();
    await expect.element(dialog()).toHaveAccessibleName('Talk to an adviser');
    await expect.element(dialog()).toHaveAccessibleDescription('Free of charge.');
    await expect.element(box(/Your name/)).toHaveFocus();
  });

  it.each([
    ['escape', () => userEvent.keyboard('{Escape}')],
    ['button', () => userEvent.click(button('Close'))],
    ['outside', () => userEvent.click(dialog(), { position: { x: 5, y: 5 } })],
  ] as const)('closes by %s, says so, and gives the focus back', async (reason, act) => {
    const changes: unknown[] = [];
    const { recorder } = mount({
      onOpenChange: (isNowOpen, change) => changes.push([isNowOpen, change.reason, change.trigger]),
    });
    await open();
    await act();
    await isClosed();
    await expect.element(trigger()).toHaveFocus();
    expect(changes).toEqual([
      [true, 'trigger', 'trigger'],
      [false, reason, 'trigger'],
    ]);
    expectEvents(recorder, ['open seen', 'open started', 'open committed', 'submit dismissed'].map(line));
  });

  it('can be kept open, and kept closed, by the page', async () => {
    let isCancelling = true;
    const { recorder } = mount({
      onOpenChange(_open, change) {
        if (isCancelling) change.cancel();
      },
    });
    await userEvent.hover(trigger());
    await wait(300);
    await userEvent.click(trigger());
    await wait(50);
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(recorder.commitments).toEqual([]);
    isCancelling = false;
    await open();
    isCancelling = true;
    await userEvent.keyboard('{Escape}');
    await staysOpen();
    expect(recorder.phases()).not.toContain(line('submit dismissed'));
  });

  it('is kept by the page that owns its state', async () => {
    const heard: string[] = [];
    function Page() {
      const [isOpenNow, setOpen] = useState(false);
      return (
        <ContactDialog
          id="talk"
          trigger="Contact us"
          title="Talk to an adviser"
          fallbackHref="#contact"
          fields={fields}
          onSubmit={() => {}}
          open={isOpenNow}
          onOpenChange={(next, { reason }) => {
            heard.push(reason);
            setOpen(next);
          }}
        />
      );
    }
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Page />
      </Provider>,
    );
    await open();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await open();
    expect(heard).toEqual(['trigger', 'escape', 'trigger']);
  });

  it('stays shut when the page that owns its state does nothing', async () => {
    const { recorder } = mount({ open: false });
    await userEvent.click(trigger());
    await wait(400);
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(recorder.commitments).toEqual([]);
  });

  it('opens, closes and begins anew by its ref', async () => {
    const ref = createRef<ContactDialogElement>();
    const around = (
      <button type="button" onClick={() => ref.current?.open({ product: 'audit' })}>
        Ask about it
      </button>
    );
    const reasons: unknown[] = [];
    const { recorder } = mount(
      { ref, onOpenChange: (isNowOpen, { reason }) => reasons.push([isNowOpen, reason]) },
      { around },
    );
    await userEvent.click(button('Ask about it'));
    await isOpen();
    await fill();
    await userEvent.click(button('Send'));
    await page.getByText('Thank you! It has arrived.').findElement();
    ref.current?.close();
    await isClosed();
    expect(reasons).toEqual([
      [true, 'code'],
      [false, 'code'],
    ]);
    ref.current?.reset();
    await userEvent.click(button('Ask about it'));
    await isOpen();
    await expect.element(box(/E-mail/)).toHaveValue('');
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(2);
    expect(recorder.commitments.map(({ kind }) => kind)).toEqual([
      'contact-dialog.open',
      'contact-dialog.submit',
      'contact-dialog.open',
    ]);
  });

  it('keeps Tab inside, in both directions', async () => {
    mount({}, { around: <button type="button">Outside</button> });
    await open();
    const stops = new Set<string>();
    for (let press = 0; press < 7; press++) {
      await userEvent.tab();
      const { activeElement } = document;
      expect(activeElement?.closest('[role=dialog]'), activeElement?.outerHTML).not.toBeNull();
      stops.add(activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '');
    }
    expect(stops).toContain('Close');
    for (let press = 0; press < 7; press++) {
      await userEvent.tab({ shift: true });
      expect(document.activeElement?.closest('[role=dialog]')).not.toBeNull();
    }
  });

  it('keeps what was typed through closing and opening by another trigger', async () => {
    mount(
      {},
      {
        around: (
          <ContactDialogTrigger for="talk" placement="header" fallbackHref="#contact">
            Write
          </ContactDialogTrigger>
        ),
      },
    );
    await open();
    await fill();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await open('Write');
    await expect.element(box(/E-mail/)).toHaveValue('mara@example.com');
    await expect.element(box(/Message/)).toHaveValue('Which of the three plans fits a shop of two?');
  });

  it('keeps what was typed through a reload, for as long as a draft lasts', async () => {
    const first = mount();
    await open();
    await fill();
    // Closed before the draft is noted down.
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await wait(400);
    const notes = { ...localStorage };
    first.unmount();
    const second = mount();
    Object.assign(localStorage, notes);
    await open();
    await expect.element(box(/E-mail/)).toHaveValue('mara@example.com');
    second.unmount();
    mount({ draft: { days: 1e-8 } });
    Object.assign(localStorage, notes);
    await open();
    await wait(50);
    await expect.element(box(/E-mail/)).toHaveValue('');
  });

  it('brings a draft back where a field of the page comes after the code', async () => {
    const { Town, arrive } = lateTown();
    // Brings the code, whichever test comes first.
    await import('../../src/fields/form-machine.ts');
    mount({ fields: undefined, children: <Town /> });
    localStorage.setItem(
      'smallyes:draft:contact-dialog|talk',
      JSON.stringify({ v: 1, t: Date.now(), values: { town: 'Brno' } }),
    );
    await open();
    await wait(50);
    arrive();
    await expect.element(box(/Town/)).toHaveValue('Brno');
  });

  it('keeps no draft where none is wanted, and no part that is scrubbed', async () => {
    const { unmount } = mount({ draft: false });
    await open();
    await fill();
    await wait(400);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('mara@');
    unmount();
    mount({ draft: { scrub: ({ email, ...rest }) => rest } });
    await open();
    await fill();
    await wait(400);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('mara@');
    expect(JSON.stringify({ ...localStorage })).toContain('three plans');
  });

  it('does not lose a written form to a press beside it, and says how to leave', async () => {
    const { recorder } = mount();
    await open();
    await fill();
    await userEvent.click(dialog(), { position: { x: 5, y: 5 } });
    await expect.element(page.getByText(/Still here, with what you wrote/)).toBeVisible();
    expect(
      page
        .getByText(/Still here/)
        .element()
        .closest('[role=status]'),
    ).not.toBeNull();
    await staysOpen();
    expect(recorder.phases()).not.toContain(line('submit dismissed'));
    await userEvent.fill(box(/Your name/), 'Mara');
    await expect.element(page.getByText(/Still here/)).not.toBeInTheDocument();
  });

  it('stays when a selection ends beside it', async () => {
    mount();
    await open();
    const field = box(/Your name/).element();
    field.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog()
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await staysOpen();
  });

  it('answers the press before it builds the form, each time', async () => {
    mount();
    for (let opening = 0; opening < 2; opening++) {
      // What there is of the dialog, each time that a task has changed the page.
      const seen: string[] = [];
      const observer = new MutationObserver(() => {
        const layer = document.querySelector('.sy-contact-dialog-layer');
        if (layer) seen.push(`${layer.role ?? 'no role'}, ${layer.querySelector('form') ? 'form' : 'empty'}`);
      });
      observer.observe(document.body, { childList: true, subtree: true });
      await open();
      observer.disconnect();
      expect([...new Set(seen)]).toEqual(['no role, empty', 'dialog, form']);
      await userEvent.keyboard('{Escape}');
      await isClosed();
    }
  });

  it('can be read and left while a field of the page still loads', async () => {
    const { Town, arrive } = lateTown();
    mount({ fields: undefined, children: <Town /> });
    await open();
    await expect.element(page.getByRole('heading', { name: 'Talk to an adviser' })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Advice' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await expect.element(trigger()).toHaveFocus();
    await open();
    arrive();
    await expect.element(box(/Town/)).toBeVisible();
  });

  it('leaves Escape to an input method and to a list that is open', async () => {
    expectConsole('warn', 'SY-1303');
    mount({ children: <input aria-label="Town" role="combobox" aria-expanded="true" aria-controls="x" /> });
    await open();
    await userEvent.click(page.getByRole('combobox'));
    await userEvent.keyboard('{Escape}');
    await staysOpen();
    const press = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true });
    box(/Your name/)
      .element()
      .dispatchEvent(press);
    await staysOpen();
  });

  it('thanks in a live region, takes the focus, and stays until it is closed', async () => {
    const { recorder } = mount({ next: ({ data }) => <p>Next after {data.fields?.join(' and ')}</p> });
    await answer();
    const thanks = page.getByText('Thank you! It has arrived.').element();
    expect(thanks.closest('[role=status]')).not.toBeNull();
    await expect.element(dialog()).toHaveFocus();
    await expect.element(page.getByText('Next after email and message')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await open();
    await expect.element(page.getByText('Thank you! It has arrived.')).toBeVisible();
    expect(recorder.phases()).not.toContain(line('submit dismissed'));
    await userEvent.click(button('Write something else'));
    await expect.element(box(/E-mail/)).toHaveValue('');
  });

  it('hands the next ask what events say: the fields, and the answers that may be tracked', async () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <ContactDialog
          id="talk"
          title="Talk to us"
          trigger="Talk"
          fallbackHref="/contact"
          fields={[
            { type: 'choice', name: 'size', label: 'Size', options: ['Small', 'Large'], trackable: true },
          ]}
          next={({ data }) => <p>Next after {JSON.stringify(data)}</p>}
          onSubmit={() => undefined}
        />
      </recorder.Provider>,
    );
    await open('Talk');
    await userEvent.click(page.getByText('Large', { exact: true }));
    await userEvent.click(button('Send'));
    const data = { fields: ['size'], answers: { size: 'Large' } };
    await expect.element(page.getByText(`Next after ${JSON.stringify(data)}`)).toBeVisible();
    expect(recorder.events.at(-1)?.data).toEqual(data);
  });

  it('takes the second click of a double one on "Send" for no click on what has come in its place', async () => {
    mount();
    await answer();
    for (const name of ['Done', 'Write something else'])
      button(name)
        .element()
        .dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await staysOpen();
    await expect.element(page.getByText('Thank you! It has arrived.')).toBeVisible();
  });

  it.each([
    ['pending', /confirm by the e-mail/, true],
    ['already', /know this already/, false],
  ] as const)('tells the result %s in other words', async (status, words, isCommitted) => {
    const { recorder } = mount({ onSubmit: () => ({ status }) });
    await open();
    await fill();
    await userEvent.click(button('Send'));
    await expect.element(page.getByText(words)).toBeVisible();
    expect(recorder.phases().includes(line('submit committed'))).toBe(isCommitted);
    expect(recorder.phases()).not.toContain(line('submit failed'));
    window.dispatchEvent(new Event('pagehide'));
    expect(recorder.phases()).not.toContain(line('open abandoned'));
  });

  it('keeps everything when the server fails, and sends the same key again', async () => {
    const keys: string[] = [];
    const { recorder } = mount({
      onSubmit(_values, { idempotencyKey }) {
        keys.push(idempotencyKey);
        return { status: keys.length > 1 ? 'ok' : 'failed' };
      },
    });
    await open();
    await fill();
    await userEvent.click(button('Send'));
    await expect.element(page.getByRole('alert').filter({ hasText: /was not sent/ })).toBeVisible();
    await expect.element(box(/E-mail/)).toHaveValue('mara@example.com');
    await userEvent.click(button('Try again'));
    await page.getByText('Thank you! It has arrived.').findElement();
    expect(keys[0]).toBe(keys[1]);
    expectEvents(recorder, [...wholeYes.slice(0, 4), line('submit failed'), line('submit committed')]);
  });

  it('finishes what is on its way while it is closed', async () => {
    let finish = () => {};
    const { recorder } = mount({ onSubmit: () => new Promise<void>((resolve) => (finish = resolve)) });
    await open();
    await fill();
    await userEvent.click(button('Send'));
    await button('Sending …').findElement();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    finish();
    await recorder.waitFor(line('submit committed'));
    expect(recorder.phases()).not.toContain(line('submit dismissed'));
    await open();
    await expect.element(page.getByText('Thank you! It has arrived.')).toBeVisible();
  });

  it('shows at its field what a server refuses while it is closed', async () => {
    let finish = (_: object) => {};
    const { recorder } = mount({
      onSubmit: () =>
        new Promise((resolve) => {
          finish = resolve as typeof finish;
        }),
    });
    await open();
    await fill();
    await userEvent.click(button('Send'));
    await button('Sending …').findElement();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    finish({ status: 'invalid', errors: { email: 'This mailbox is full.' } });
    await recorder.waitFor(line('submit failed'));
    await open();
    await expect.element(page.getByText('This mailbox is full.')).toBeVisible();
    await expect.element(box(/E-mail/)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(box(/E-mail/)).toHaveValue('mara@example.com');
  });

  it('closes by itself once sent, where that is wanted, and thanks at the trigger', async () => {
    const reasons: string[] = [];
    mount({ closeOnSubmit: true, onOpenChange: (_open, { reason }) => reasons.push(reason) });
    await open();
    await fill();
    await userEvent.click(button('Send'));
    await isClosed();
    await expect.element(page.getByRole('status').filter({ hasText: /Thank you/ })).toBeVisible();
    await expect.element(trigger()).toHaveFocus();
    expect(reasons).toEqual(['trigger', 'submit']);
  });

  it('offers the smaller ask after a no, and takes it back with the next opening', async () => {
    mount({ dismissed: ({ phase }) => <p>Smaller ask, {phase}</p> });
    await open();
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await expect.element(page.getByText('Smaller ask, dismissed')).toBeVisible();
    await open();
    await expect.element(page.getByText('Smaller ask, dismissed')).not.toBeInTheDocument();
  });

  it('hands the payload of a trigger to heading, fields and handler', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount(
      {
        title: ({ payload }) => `About ${(payload as { product: string } | undefined)?.product}`,
        children: ({ trigger: by }) => <p>By {by}</p>,
        onSubmit,
      },
      {
        around: (
          <ContactDialogTrigger
            for="talk"
            placement="card"
            payload={{ product: 'audit' }}
            fallbackHref="#contact"
          >
            Ask
          </ContactDialogTrigger>
        ),
      },
    );
    // The dialog's own trigger is seen as well: at once, not in the midst of what follows.
    await vi.waitFor(() => expect(recorder.events).toHaveLength(2), 3_000);
    await open('Ask');
    await expect.element(dialog()).toHaveAccessibleName('About audit');
    await expect.element(page.getByText('By card')).toBeVisible();
    await fill();
    await userEvent.click(button('Send'));
    await recorder.waitFor(line('submit committed'));
    expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ email: 'mara@example.com' });
    expect(onSubmit.mock.calls[0]?.[1]).toMatchObject({ payload: { product: 'audit' }, trigger: 'card' });
    const linesOf = (placement: string | undefined) =>
      recorder.phases().filter((_line, at) => recorder.events[at]?.ask.placement === placement);
    expect(linesOf('card')).toEqual(wholeYes);
    expect(linesOf(undefined)).toEqual([line('open seen')]);
    expect(recorder.events).toHaveLength(6);
  });

  it('measures each trigger with a place by itself, from seen to sent', async () => {
    const { recorder } = mount(
      { placement: 'hero' },
      {
        around: (
          <ContactDialogTrigger for="talk" placement="header" fallbackHref="#contact">
            Write
          </ContactDialogTrigger>
        ),
      },
    );
    await vi.waitFor(() => expect(recorder.events).toHaveLength(2), 3_000);
    expect(new Set(recorder.events.map(({ ask }) => ask.placement))).toEqual(new Set(['hero', 'header']));
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('counts triggers without a place as one, and complains of none', async () => {
    const { recorder } = mount(
      { trigger: undefined },
      {
        around: (
          <>
            <ContactDialogTrigger for="talk" fallbackHref="#contact">
              One
            </ContactDialogTrigger>
            <ContactDialogTrigger for="talk" fallbackHref="#contact">
              Two
            </ContactDialogTrigger>
          </>
        ),
      },
    );
    await recorder.waitFor(line('open seen'));
    await open('Two');
    await userEvent.keyboard('{Escape}');
    await isClosed();
    await open('One');
    expectEvents(recorder, ['open seen', 'open started', 'open committed', 'submit dismissed'].map(line));
  });

  it('is not seen without a trigger that can be', async () => {
    const { recorder } = mount({ trigger: undefined });
    await wait(1_300);
    expect(recorder.events).toEqual([]);
  });

  it('tells the developer what cannot be meant', async () => {
    expectConsole('warn', 'SY-701');
    expectConsole('warn', 'SY-702');
    expectConsole('warn', 'SY-703');
    const { Provider } = createRecorder();
    render(
      <Provider>
        <ContactDialog id="twin" trigger="First" title="First" placement="a" fields={fields} />
        <ContactDialog id="twin" trigger="Second" title="Second" placement="b" fields={fields} />
        <ContactDialogTrigger for="nobody">Lost</ContactDialogTrigger>
      </Provider>,
    );
    await userEvent.click(button('Lost'));
    await userEvent.click(button('First'));
    await isOpen();
    await expect.element(dialog()).toHaveAccessibleName('First');
  });

  it('passes axe closed, open, with problems, after a press beside it, and after the yes', async () => {
    const findings: unknown[] = [];
    mount({ description: 'Free of charge.', exchange: { give: ['your e-mail'], get: ['an answer'] } });
    findings.push(await check());
    await open();
    await wait(300);
    findings.push(await check());
    await userEvent.click(button('Send'));
    await wait(100);
    findings.push(await check());
    await fill();
    await userEvent.click(dialog(), { position: { x: 5, y: 5 } });
    await wait(300);
    findings.push(await check());
    await userEvent.click(button('Send'));
    await page.getByText('Thank you! It has arrived.').findElement();
    await wait(300);
    findings.push(await check());
    expect(findings).toEqual([[], [], [], [], []]);
    expect(page.getByText('Free of charge.').elements()).toEqual([]);
  });
});
