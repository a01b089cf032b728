import { ContactDialogTrigger } from 'smallyes/contact-dialog';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  answer,
  box,
  button,
  dialog,
  fill,
  isClosed,
  isOpen,
  line,
  mount,
  open,
  trigger,
  wait,
} from './contact-dialog.support.tsx';

const thanks = () => page.getByText('Thank you! It has arrived.');
const about = ({ payload }: { payload: unknown }) =>
  `About ${(payload as { product: string } | undefined)?.product}`;
const ask = (product: string, text: string, placement?: string) => (
  <ContactDialogTrigger for="talk" placement={placement} payload={{ product }} fallbackHref="#contact">
    {text}
  </ContactDialogTrigger>
);
const words = () => document.querySelector('main > .sy-contact-dialog > .sy-contact-dialog-words');

async function sendFrom(name: string) {
  await open(name);
  await fill();
  await userEvent.click(button('Send'));
  await thanks().findElement();
}

async function leave() {
  await userEvent.keyboard('{Escape}');
  await isClosed();
}

describe('a question about another thing', () => {
  it.each([
    ['with places', 'a', 'b'],
    ['without places', undefined, undefined],
  ])('is a new one, %s: an empty form and an attempt of its own', async (_name, first, second) => {
    const { recorder } = mount(
      { trigger: undefined, title: about },
      {
        around: (
          <>
            {ask('audit', 'Audit', first)}
            {ask('tea', 'Tea', second)}
          </>
        ),
      },
    );
    await sendFrom('Audit');
    await leave();
    await open('Tea');
    await expect.element(dialog()).toHaveAccessibleName('About tea');
    await expect.element(thanks()).not.toBeInTheDocument();
    await expect.element(box(/E-mail/)).toHaveValue('');
    await expect.element(box(/Your name/)).toHaveFocus();
    await fill();
    await userEvent.click(button('Send'));
    await vi.waitFor(() => expect(recorder.commitments).toHaveLength(4));
    expect(recorder.commitments.map(({ kind }) => kind)).toEqual([
      'contact-dialog.open',
      'contact-dialog.submit',
      'contact-dialog.open',
      'contact-dialog.submit',
    ]);
    const [one, two, three, four] = recorder.commitments.map(({ attempt }) => attempt);
    expect([one === two, three === four, one === three]).toEqual([true, true, false]);
    expect(recorder.events.filter(({ phase }) => phase === 'seen')).toHaveLength(2);
  });

  it('is none when the other trigger says the same: the thanks stay, for what was sent', async () => {
    const { recorder } = mount(
      {
        trigger: undefined,
        title: about,
        success: ({ payload, trigger: by }) => `${about({ payload })}, by ${by}`,
      },
      {
        around: (
          <>
            {ask('audit', 'Audit', 'a')}
            {ask('audit', 'Audit again', 'b')}
          </>
        ),
      },
    );
    await sendFrom('Audit');
    await leave();
    await open('Audit again');
    await expect.element(thanks()).toBeVisible();
    await expect.element(page.getByText('About audit, by a')).toBeVisible();
    expect(recorder.commitments.filter(({ kind }) => kind === 'contact-dialog.submit')).toHaveLength(1);
  });

  it('waits while the first is on its way: its thanks are its own', async () => {
    let finish = () => {};
    const { recorder } = mount(
      { trigger: undefined, title: about, onSubmit: () => new Promise<void>((done) => (finish = done)) },
      {
        around: (
          <>
            {ask('audit', 'Audit', 'a')}
            {ask('tea', 'Tea', 'b')}
          </>
        ),
      },
    );
    await open('Audit');
    await fill();
    await userEvent.click(button('Send'));
    await button('Sending …').findElement();
    await leave();
    await open('Tea');
    await expect.element(dialog()).toHaveAccessibleName('About audit');
    finish();
    await thanks().findElement();
    await expect.element(dialog()).toHaveAccessibleName('About audit');
    expect(recorder.commitments.at(-1)).toMatchObject({
      kind: 'contact-dialog.submit',
      ask: { placement: 'a' },
    });
    await userEvent.click(button('Write something else'));
    await expect.element(dialog()).toHaveAccessibleName('About tea');
    await expect.element(box(/E-mail/)).toHaveValue('');
  });
});

describe('an answer that comes while the dialog is closed', () => {
  async function close(end: object | undefined) {
    let finish = (_: object | undefined) => {};
    const mounted = mount({
      onSubmit: () =>
        new Promise((done) => {
          finish = done as typeof finish;
        }),
    });
    await open();
    await fill();
    await userEvent.click(button('Send'));
    await button('Sending …').findElement();
    await leave();
    expect(words()?.textContent).toBe('');
    finish(end);
    return mounted;
  }

  it('is told at the trigger when it arrived', async () => {
    await close(undefined);
    await vi.waitFor(() => expect(words()?.textContent).toBe('Thank you! It has arrived.'));
    expect(words()?.getAttribute('role')).toBe('status');
    await open();
    await expect.element(thanks()).toBeVisible();
    expect(words()?.textContent).toBe('');
  });

  it.each([[{ status: 'failed' }], [{ status: 'invalid', errors: { email: 'This mailbox is full.' } }]])(
    'is told there when it did not, with what was written kept: %o',
    async (end) => {
      const { recorder } = await close(end);
      await vi.waitFor(() => expect(words()?.textContent).toMatch(/was not sent.*is kept/));
      expect(recorder.phases()).toContain(line('submit failed'));
      await open();
      await expect.element(box(/E-mail/)).toHaveValue('mara@example.com');
      expect(words()?.textContent).toBe('');
    },
  );

  it('says nothing there while the dialog is open', async () => {
    mount();
    await answer();
    expect(words()?.textContent).toBe('');
  });
});

describe('a page that is loaded with the fragment of a dialog', () => {
  // `hasBeenActive` outlives a reload.
  const activation = (isActive: boolean) =>
    Object.defineProperty(navigator, 'userActivation', {
      value: { hasBeenActive: true, isActive },
      configurable: true,
    });
  const load = (type: string) =>
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type } as unknown as PerformanceEntry]);

  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(navigator, 'userActivation');
    history.replaceState(history.state, '', location.pathname + location.search);
  });

  it.each([
    ['reload', false, 0],
    ['reload', true, 1],
    ['navigate', false, 1],
  ])('opens it; by %s, after an act of the visitor: %s, it counts %i', async (type, isActive, count) => {
    history.replaceState(history.state, '', '#talk');
    load(type);
    activation(isActive);
    const { recorder } = mount({ hash: 'talk' });
    await isOpen();
    await wait(50);
    expect(recorder.commitments).toHaveLength(count);
  });

  it('gives the focus to its first trigger that can be seen when it closes', async () => {
    history.replaceState(history.state, '', '#talk');
    mount(
      { hash: 'talk' },
      {
        around: (
          <>
            <div hidden>{ask('audit', 'Hidden')}</div>
            {ask('audit', 'First')}
          </>
        ),
      },
    );
    await isOpen();
    await leave();
    await expect.element(trigger('First')).toHaveFocus();
  });
});
