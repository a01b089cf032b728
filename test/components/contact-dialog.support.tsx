import { render } from '@testing-library/react';
import { type JSX, lazy, type ReactNode, StrictMode } from 'react';
import { ContactDialog, type ContactDialogProps } from 'smallyes/contact-dialog';
import { TextField } from 'smallyes/fields';
import { createRecorder, type EventLine } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/contact-dialog.css';
import { beforeEach, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

/** A line of the recorder. */
export const line = (text: string): EventLine => `contact-dialog.${text}` as EventLine;

/** Everything that one whole yes records. */
export const wholeYes = [
  'open seen',
  'open started',
  'open committed',
  'submit progressed',
  'submit committed',
].map(line);

export const fields = [
  { type: 'text', name: 'name', label: 'Your name' },
  { type: 'email', name: 'email', label: 'E-mail', required: true },
  { type: 'long-text', name: 'message', label: 'Message', required: true },
] as const;

/** A field whose code comes when told to. */
export function lateTown() {
  let resolve: (part: { default: () => JSX.Element }) => void;
  const coming = new Promise<{ default: () => JSX.Element }>((come) => {
    resolve = come;
  });
  const Field = () => <TextField name="town" label="Town" />;
  return { Town: lazy(() => coming), arrive: () => resolve({ default: Field }) };
}

export const dialog = () => page.getByRole('dialog');
export const trigger = (name = 'Contact us') => page.getByRole('link', { name });
export const box = (name: string | RegExp) => page.getByRole('textbox', { name });
export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until the dialog is there, has settled and has the focus. */
export async function isOpen() {
  await vi.waitFor(() => {
    const layer = document.querySelector('[role=dialog]');
    if (!layer?.contains(document.activeElement)) throw new Error('no dialog with the focus');
  }, 3_000);
}

export async function isClosed() {
  await vi.waitFor(() => {
    if (document.querySelector('[role=dialog]')) throw new Error('there is still a dialog');
  }, 2_000);
}

/** What has begun to close still fades: only its state tells that it stays. */
export async function staysOpen() {
  await wait(50);
  const states = [...document.querySelectorAll<HTMLElement>('[role=dialog]')].map(
    (one) => one.dataset['state'],
  );
  if (states.join() !== 'open') throw new Error(`dialogs: ${states.join() || 'none'}`);
}

export async function open(name?: string) {
  await userEvent.click(trigger(name));
  await isOpen();
}

export async function fill() {
  await userEvent.fill(box(/E-mail/), 'mara@example.com');
  await userEvent.fill(box(/Message/), 'Which of the three plans fits a shop of two?');
}

/** One whole yes. */
export async function answer() {
  await open();
  await fill();
  await userEvent.click(button('Send'));
  await page.getByText('Thank you! It has arrived.').findElement();
}

type Props = Partial<ContactDialogProps<typeof fields, undefined>>;

/** Mounts a page with one dialog under a recorder. */
export function mount(props: Props = {}, more: { strict?: boolean; around?: ReactNode } = {}) {
  const recorder = createRecorder();
  const ui = (now: Props = {}) => {
    const tree = (
      <recorder.Provider>
        <main>
          <h1>Advice</h1>
          {more.around}
          <ContactDialog
            id="talk"
            trigger="Contact us"
            title="Talk to an adviser"
            fallbackHref="#contact"
            fields={fields}
            onSubmit={() => {}}
            {...props}
            {...now}
          />
        </main>
      </recorder.Provider>
    );
    return more.strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  return { recorder, ui, ...render(ui()) };
}

/** What axe has against the page as it is. */
export const check = () => findings(document.body, ['region']);
