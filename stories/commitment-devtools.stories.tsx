import type { Meta, StoryObj } from '@storybook/react-vite';
import { CommitmentDevtools } from 'smallyes/devtools';
import { defineLadder } from 'smallyes/ladder';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { StarRating } from 'smallyes/star-rating';
import { expect, userEvent, waitFor, within } from 'storybook/test';

const ladder = defineLadder({
  id: 'b2b',
  goal: 'quote',
  rungs: [
    {
      ask: 'biggest-hurdle',
      kind: 'poll.vote',
      segments: { trust: 'Trust', traffic: ['Traffic', 'Price'] },
    },
    { ask: 'article-42', kind: 'star-rating.rate', when: { scroll: 0.6 } },
    {
      ask: 'checklist',
      kind: 'lead-gate.unlock',
      when: { segment: 'trust' },
      otherwise: [{ ask: 'follow-us', kind: 'follow-link.follow' }],
    },
    { ask: 'talk', kind: 'contact-dialog.submit', when: { visits: 2, variant: { tone: ['warm', 'brief'] } } },
    { ask: 'quote', kind: 'step-form.submit', rest: { dismissed: '30d' } },
  ],
});

/**
 * A panel for developers: what is recorded, where the visitor stands on the ladder, and why an ask is shown or not. It
 * looks the same on every page, whatever that page's styles are, and is absent from production.
 */
const meta = {
  component: CommitmentDevtools,
  // Each has the window's corner to itself, which a page of documentation does not give.
  tags: ['!autodocs'],
  parameters: { provider: { ladder }, layout: 'padded' },
  render: (args) => (
    <main className="sy-stack">
      <h1>Why visitors leave before they pay</h1>
      <Poll
        id="biggest-hurdle"
        question="What holds your shop back most?"
        options={['Traffic', 'Trust', 'Price']}
      />
      <StarRating id="article-42" label="Was this useful?" />
      <LeadGate id="checklist" get="The 12-point checklist (PDF)" onSubmit={() => ({ status: 'ok' })} />
      <CommitmentDevtools {...args} />
    </main>
  ),
} satisfies Meta<typeof CommitmentDevtools>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A button at the corner, and nothing else. */
export const Default: Story = {
  async play() {
    const devtools = within(await frame());
    await expect(devtools.getByRole('button')).toHaveAccessibleName('smallyes devtools');
    await expect(devtools.queryByRole('tab')).toBeNull();
  },
};

/** Events as they come, newest first; one unfolds into all that it carries. */
export const Events: Story = {
  args: { defaultOpen: true },
  async play({ canvas }) {
    const devtools = await opened('Events');
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    const row = await devtools.findByText('choice: Trust');
    await userEvent.click(row);
    await expect(await devtools.findByText(/^b2b, rung 1 of 5/)).toBeVisible();
  },
};

/** Every rung with where it stands: done, next, waiting, resting, not applicable. */
export const Ladder: Story = {
  args: { defaultOpen: true },
  async play({ canvas }) {
    const devtools = await opened('Ladder');
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    const rungs = devtools.getByRole('list', { name: 'Rungs, the smallest first' });
    await waitFor(() => expect(within(rungs).getByText('done')).toBeVisible());
  },
};

/** Why an ask is not offered: each rule with its sentence, those first that hold it back. */
export const Why: Story = {
  args: { defaultOpen: true },
  async play() {
    const devtools = await opened('Why');
    await userEvent.selectOptions(devtools.getByRole('combobox', { name: 'Ask' }), 'talk');
    await expect(devtools.getByRole('heading', { name: 'talk' })).toBeVisible();
    await expect(
      within(devtools.getByRole('list', { name: 'What holds it back' })).getByText('visits'),
    ).toBeVisible();
  },
};

/** Moves the ladder's clock, to see what comes in an hour, in a day, in a week. */
export const Clock: Story = {
  args: { defaultOpen: true },
  async play() {
    const devtools = await opened('Clock');
    await userEvent.click(devtools.getByRole('button', { name: '+1 day' }));
    await expect(await devtools.findByText('+1 d')).toBeVisible();
  },
};

/** What is remembered of the visitor, to copy, to change and to forget. */
export const Memory: Story = {
  args: { defaultOpen: true },
  async play({ canvas }) {
    const devtools = await opened('Memory');
    await userEvent.click(canvas.getByRole('radio', { name: 'Trust' }));
    await expect(await devtools.findByText('trust')).toBeVisible();
    await userEvent.click(devtools.getByRole('button', { name: 'Forget everything' }));
    await waitFor(() => expect(devtools.queryByText('trust')).toBeNull());
  },
};

/** A provider without a ladder has events only. */
export const WithoutLadder: Story = {
  args: { defaultOpen: true },
  parameters: { provider: { ladder: null } },
  async play() {
    const devtools = await opened('Events');
    await expect(devtools.getAllByRole('tab')).toHaveLength(1);
    await expect(devtools.getByText(/has no ladder/)).toBeVisible();
  },
};

/** On a dark page it looks as it does on a light one. */
export const Dark: Story = { ...Ladder, globals: { theme: 'dark' } };

/** The corner follows the page's direction; the panel's own words stay English. */
export const RightToLeft: Story = { ...Ladder, globals: { direction: 'rtl' } };

/** On a phone it takes the window's width. */
export const Phone: Story = { ...Why, globals: { viewport: { value: 'mobile1' } } };

/** What holds the devtools, a part of the page's body but not of its tree. */
async function frame(): Promise<HTMLElement> {
  return waitFor(() => {
    const found = document
      .querySelector('[data-sy-devtools]')
      ?.shadowRoot?.querySelector<HTMLElement>('aside');
    if (!found) throw new Error('There are no devtools.');
    return found;
  });
}

/** The panel with one of its tabs chosen. */
async function opened(tab: string) {
  const devtools = within(await frame());
  await userEvent.click(await devtools.findByRole('tab', { name: tab }));
  return devtools;
}
