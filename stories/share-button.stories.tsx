import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { ShareButton, type ShareButtonProps } from 'smallyes/share-button';
import { expect, fn, type Mock, userEvent } from 'storybook/test';
import { ar } from '../src/locales/ar.ts';

type Props = ShareButtonProps<string>;

const places: Props['targets'] = [
  'mail',
  {
    name: 'linkedin',
    label: 'LinkedIn',
    href: 'https://www.linkedin.com/sharing/share-offsite/?url={url}',
  },
  { name: 'whatsapp', label: 'WhatsApp', href: 'https://wa.me/?text={subject}%20{url}' },
];

/** What the button is told to have at hand; a story copies nothing into your clipboard. */
let canCopy = true;
let sheet: (() => Promise<void>) | undefined;

/**
 * A button that shares a page: with the sheet of the device where there is one, else by copying the link or in places that you
 * name. To close the sheet is neither a yes nor an error. Without JavaScript the link and the places are there as links.
 */
const meta = {
  component: ShareButton,
  tags: ['weak'],
  args: {
    id: 'share-soles',
    url: 'https://northwind.example/journal/new-soles',
    subject: 'How a pair of boots gets new soles',
    targets: places,
    onEvent: fn(),
  },
  beforeEach() {
    canCopy = true;
    sheet = undefined;
    const writeText = () =>
      canCopy ? Promise.resolve() : Promise.reject(new DOMException('', 'NotAllowedError'));
    const own = {
      clipboard: { writeText },
      canShare: () => !!sheet,
      share: () => sheet?.(),
    };
    for (const [name, value] of Object.entries(own))
      Object.defineProperty(navigator, name, { value, configurable: true });
    return () => {
      for (const name of Object.keys(own)) delete (navigator as unknown as Record<string, unknown>)[name];
    };
  },
  // A story stays where it is.
  decorators: [
    (Story) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: holds back the browser, no control
      // biome-ignore lint/a11y/useKeyWithClickEvents: a link is clicked by its keys as well
      <div onClick={(event) => event.preventDefault()}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<Props>;

export default meta;

type Story = StoryObj<Props>;

const phases = (args: Props) =>
  (args.onEvent as Mock<(event: CommitmentEvent) => void>).mock.calls.map(([{ phase }]) => phase);

/** One button below an article. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'Share' })).toBeVisible();
  },
};

/** No sheet here: the link to copy, and the places that you name. */
export const Open: Story = {
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Share' }));
    await expect(await canvas.findByRole('textbox', { name: 'Link' })).toHaveValue(args.url);
    await expect(canvas.getByRole('link', { name: 'LinkedIn' })).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** After the link was copied. */
export const Copied: Story = {
  args: { next: <p>Shall we write to you when the next story is out?</p> },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Share' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy link' }));
    await expect(await canvas.findByText('Link copied. Thank you for sharing!')).toBeVisible();
    await expect(canvas.getByText('Shall we write to you when the next story is out?')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** The browser did not let the page copy: the link is selected, to be copied by hand. That is no error, and no yes so far. */
export const Refused: Story = {
  async play({ canvas, args }) {
    canCopy = false;
    await userEvent.click(canvas.getByRole('button', { name: 'Share' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy link' }));
    await expect(
      await canvas.findByText('Your browser did not allow it. The link is selected: copy it by hand.'),
    ).toBeVisible();
    await expect(canvas.getByRole('textbox', { name: 'Link' })).toHaveFocus();
    await expect(phases(args)).toEqual(['seen', 'started']);
  },
};

/** While the sheet of the device is open. */
export const Sheet: Story = {
  async play({ canvas, args }) {
    sheet = () => new Promise(() => {});
    await userEvent.click(canvas.getByRole('button', { name: 'Share' }));
    await expect(phases(args)).toEqual(['seen', 'started']);
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};

/** The visitor closed the sheet: nothing has happened. */
export const Cancelled: Story = {
  async play({ canvas, args }) {
    sheet = () => Promise.reject(new DOMException('', 'AbortError'));
    await userEvent.click(canvas.getByRole('button', { name: 'Share' }));
    await expect(phases(args)).toEqual(['seen', 'started']);
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

/** With no places to name, one press copies. */
export const CopyOnly: Story = {
  args: { targets: [], children: 'Copy the link to this story' },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Copy the link to this story' }));
    await expect(await canvas.findByText('Link copied. Thank you for sharing!')).toBeVisible();
    await expect(phases(args)).toEqual(['seen', 'started', 'committed']);
  },
};

/** A long address and words of your own. */
export const LongText: Story = {
  args: {
    url: 'https://northwind.example/journal/2026/workshop/how-a-pair-of-boots-that-has-walked-for-twenty-years-gets-new-soles',
    children: 'Show this to somebody whose boots have walked a long way and could do with new soles',
  },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button'));
    await expect(await canvas.findByRole('button', { name: 'Copy link' })).toBeVisible();
  },
};

/** In Arabic, from right to left. The address stays as it is. */
export const RightToLeft: Story = {
  decorators: [
    (Story) => (
      <div dir="rtl" lang="ar">
        <CommitmentProvider locale="ar" labels={ar}>
          <Story />
        </CommitmentProvider>
      </div>
    ),
  ],
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'مشاركة' }));
    await expect(await canvas.findByRole('button', { name: 'نسخ الرابط' })).toBeVisible();
  },
};

/** On a dark page, in a card. */
export const Dark: Story = {
  args: { appearance: 'card' },
  globals: { theme: 'dark' },
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Share' }));
    await expect(await canvas.findByRole('button', { name: 'Copy link' })).toBeVisible();
  },
};
