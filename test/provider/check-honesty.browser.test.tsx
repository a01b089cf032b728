import { render } from '@testing-library/react';
import { createRef, type ReactNode, useState } from 'react';
import { ContactDialog, type ContactDialogElement, type ContactDialogProps } from 'smallyes/contact-dialog';
import { defineStepForm, StepForm } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

const text = (name: string) => ({ type: 'text', name, label: name, required: true }) as const;
const button = (name: string) => page.getByRole('button', { name, exact: true });

function show(ask: ReactNode) {
  const recorder = createRecorder();
  return { recorder, ...render(<recorder.Provider>{ask}</recorder.Provider>) };
}

function dialog(props: Partial<ContactDialogProps> = {}) {
  return (
    <ContactDialog id="talk" title="Talk" trigger="Contact us" fields={[]} onSubmit={() => {}} {...props} />
  );
}

describe('a form that comes after the page', () => {
  it('is looked at once it is there', async () => {
    show(dialog({ fields: [text('a'), text('b'), text('c'), text('d')] }));
    expect(consoleOutput()).toEqual([]);
    expectConsole('warn', 'SY-1303 ContactDialog "talk" shows 4 fields at once; a medium ask may show 3.');
    await userEvent.click(button('Contact us'));
    await page.getByRole('dialog').findElement();
  });

  it('is not mistaken for that of another ask with the same id', async () => {
    const fields = [text('a'), text('b'), text('c'), text('d'), text('e')];
    const form = defineStepForm({
      steps: { one: { title: 'One', fields } },
      endings: { sent: { title: 'Thanks' } },
    });
    show(
      <>
        {dialog()}
        <StepForm id="talk" form={form} draft={false} onSubmit={() => undefined} />
      </>,
    );
    await userEvent.click(button('Contact us'));
    await page.getByRole('dialog').findElement();
    expect(consoleOutput()).toEqual([]);
  });
});

describe('a form of several steps', () => {
  const five = (step: string) => Array.from({ length: 5 }, (_, nth) => text(`${step}${nth}`));
  const choice = {
    type: 'choice',
    name: 'way',
    label: 'way',
    options: ['short', 'long'],
    required: true,
  } as const;
  const branching = defineStepForm({
    steps: {
      start: { title: 'Start', fields: [choice], next: [{ when: { way: 'long' }, to: 'a' }, { to: 'c' }] },
      a: { title: 'A', fields: five('a') },
      b: { title: 'B', fields: five('b') },
      c: { title: 'C', fields: five('c') },
    },
    endings: { sent: { title: 'Thank you' } },
  });

  const fill = async (step: string) => {
    for (let nth = 0; nth < 5; nth++) await userEvent.fill(page.getByLabelText(`${step}${nth}`), 'x');
  };
  const goOn = async (to: string) => {
    await userEvent.click(button('Continue'));
    await page.getByRole('heading', { name: to, exact: true }).findElement();
  };
  const walk = async (way: string, ...steps: readonly string[]) => {
    show(<StepForm id="quote" form={branching} draft={false} onSubmit={() => undefined} />);
    await userEvent.click(page.getByText(way, { exact: true }));
    for (const step of steps) {
      await goOn(step.toUpperCase());
      await fill(step);
    }
    await userEvent.click(button('Send'));
    await page.getByRole('heading', { name: 'Thank you' }).findElement();
  };

  it('counts the way that was taken, not the ways that there are', async () => {
    await walk('short', 'c');
    expect(consoleOutput()).toEqual([]);
  });

  it('tells of a way that is too long, when the developer has gone it', async () => {
    expectConsole('warn', 'SY-1303 StepForm "quote" shows 16 fields in all; a strong ask may show 12.');
    await walk('long', 'a', 'b', 'c');
    expect(consoleOutput()).toHaveLength(1);
  });
});

describe('a dialog that the page opens', () => {
  /** Whether a visitor has acted a moment ago: tests before this one may have. */
  const acted = (isActive: boolean | undefined) =>
    Object.defineProperty(navigator, 'userActivation', {
      value: isActive === undefined ? undefined : { isActive, hasBeenActive: true },
      configurable: true,
    });
  afterEach(() => void Reflect.deleteProperty(navigator, 'userActivation'));

  const unasked = /SY-1304 ContactDialog "talk" was opened by the page, without a click of the visitor\./;
  const ref = createRef<ContactDialogElement>();

  /** The ways in which a page can open it. */
  const ways: readonly (readonly [
    string,
    (props: Partial<ContactDialogProps>) => ReturnType<typeof show>,
  ])[] = [
    ['defaultOpen', (props) => show(dialog({ ...props, defaultOpen: true }))],
    ['open', (props) => show(dialog({ ...props, open: true }))],
    [
      'its ref',
      (props) => {
        const shown = show(dialog({ ...props, ref }));
        ref.current?.open();
        return shown;
      },
    ],
  ];
  const triggers = (recorder: ReturnType<typeof createRecorder>) =>
    recorder.events.map(({ phase, data }) => [phase, (data as { trigger?: string }).trigger]);

  it.each(ways)('by %s is named, and is no yes', async (_, mount) => {
    acted(false);
    expectConsole('warn', unasked);
    const { recorder } = mount({ triggerless: true });
    await page.getByRole('dialog').findElement();
    await vi.waitFor(() => expect(triggers(recorder)).toEqual([['seen', 'code']]));
    expect(consoleOutput()).toHaveLength(1);
  });

  it.each(ways)('by %s and says that it means to is not named, and told apart', async (_, mount) => {
    acted(false);
    const onOpenChange = vi.fn();
    const { recorder } = mount({ triggerless: true, unprompted: true, onOpenChange });
    await page.getByRole('dialog').findElement();
    await vi.waitFor(() => expect(triggers(recorder)).toEqual([['seen', 'unprompted']]));
    expect(consoleOutput()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(onOpenChange).toHaveBeenLastCalledWith(
      false,
      expect.objectContaining({ reason: 'escape', trigger: 'unprompted' }),
    );
  });

  it.each(ways)('by %s after an act of the visitor is a yes', async (_, mount) => {
    acted(true);
    const { recorder } = mount({ triggerless: true, unprompted: true });
    await page.getByRole('dialog').findElement();
    await vi.waitFor(() => expect(triggers(recorder)).toContainEqual(['committed', 'code']));
    expect(consoleOutput()).toEqual([]);
  });

  it('is not named in a browser that does not know of acts, nor where its own trigger was pressed', async () => {
    acted(undefined);
    const first = show(dialog({ defaultOpen: true }));
    await page.getByRole('dialog').findElement();
    first.unmount();
    acted(false);
    const { recorder } = show(dialog());
    await userEvent.click(button('Contact us'));
    await page.getByRole('dialog').findElement();
    expect(triggers(recorder)).toContainEqual(['committed', 'trigger']);
    expect(consoleOutput()).toEqual([]);
  });

  it('is not named where a page keeps the state and the visitor pressed its button', async () => {
    function Page() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Ask us
          </button>
          {dialog({ open, onOpenChange: setOpen })}
        </>
      );
    }
    show(<Page />);
    await userEvent.click(button('Ask us'));
    await page.getByRole('dialog').findElement();
    expect(consoleOutput()).toEqual([]);
  });
});
