import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { ar } from 'smallyes/insights/locales/ar';
import { de } from 'smallyes/insights/locales/de';
import { CommitmentReport } from 'smallyes/insights/react';
import { expect, userEvent, within } from 'storybook/test';
import { arabicNames, arabicTitle } from './insights-arabic.ts';
import {
  firstWeekCounts,
  longNames,
  noCounts,
  reversedCounts,
  shopCounts,
  shopNames,
  unevenCounts,
} from './insights-shop.ts';

/**
 * What the counts of a shop come to, on one page: in words first, then every part with its figures. It needs no script: a Server
 * Component, a command line or a mail can write it. Its stylesheet, `smallyes/insights.css`, is none of `smallyes/styles.css`, and
 * its texts are none of `smallyes/locales`: visitors never see it. German and Arabic are entries of their own under
 * `smallyes/insights/locales`; other languages are `labels`.
 */
const meta = {
  component: CommitmentReport,
  parameters: { layout: 'padded' },
  args: {
    insights: analyze(shopCounts),
    names: shopNames,
    title: 'Wool blankets, autumn',
    currency: 'EUR',
  },
} satisfies Meta<typeof CommitmentReport>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Ten weeks of a shop. Whoever sleeps too cold is lost at the calculator, and one of two experiments has an answer. */
export const Default: Story = {
  async play({ canvas }) {
    const summary = within(canvas.getAllByRole('list')[0] as HTMLElement);
    await expect(summary.getByText(/At “Find your blanket”, 39.1% of “Too cold” go on/)).toBeVisible();
    await expect(summary.getByText(/With “Beside the result”, 9.4% reached the goal/)).toBeVisible();
    const forest = within(canvas.getByRole('table', { name: 'What goes together with the goal' }));
    await expect(forest.getByRole('row', { name: /Rating of the order/ })).toHaveTextContent(
      'comes with the goal',
    );
    await userEvent.click(summary.getByText(/Test it: show/));
    await expect(summary.getByText(/defineExperiment/, { selector: 'code' })).toBeVisible();
  },
};

/** Four days after the start: counts stand, figures are grey, nothing is concluded. */
export const TooFew: Story = {
  args: { insights: analyze(firstWeekCounts), title: 'Wool blankets, first days' },
  async play({ canvas }) {
    await expect(canvas.getByText('No early yes surely goes together with more goals.')).toBeVisible();
    await expect(canvas.getAllByText('too few').length).toBeGreaterThan(5);
  },
};

/** Nobody has come yet. */
export const Empty: Story = {
  args: { insights: analyze(noCounts), title: undefined },
  async play({ canvas }) {
    await expect(canvas.getByText('No visitors have been counted yet.')).toBeVisible();
  },
};

/** All visitors together would mislead: the film is shown for each segment, and why. */
export const SegmentsDisagree: Story = {
  args: { insights: analyze(reversedCounts) },
  async play({ canvas }) {
    await expect(canvas.getByText('depends on the segment')).toBeVisible();
  },
};

/** A variant lost visitors on the way, so the experiment says nothing. */
export const UnevenVariants: Story = {
  args: { insights: analyze(unevenCounts) },
  async play({ canvas }) {
    await expect(canvas.getAllByText(/^Not to be read/)).toHaveLength(2);
  },
};

/** In German, with names that no column was made for. */
export const LongNames: Story = {
  args: { names: longNames, locale: 'de', labels: de, title: 'Wolldecken, Herbst' },
  async play({ canvas }) {
    await expect(canvas.getByRole('heading', { name: 'In Kürze' })).toBeVisible();
  },
};

/** Grouped by visit instead of visitor, with words and figures that follow. */
export const ByVisit: Story = {
  args: {
    insights: analyze({ ...shopCounts, question: { ...shopCounts.question, unit: 'session' } }),
  },
  async play({ canvas }) {
    await expect(canvas.getByText('of 18,412 visits')).toBeVisible();
  },
};

/** In the dark. */
export const Dark: Story = { globals: { theme: 'dark' } };

/** For an owner who reads from right to left: names, texts and drawings follow. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl', locale: 'ar' },
  args: { locale: 'ar', names: arabicNames, labels: ar, title: arabicTitle },
  async play({ canvas }) {
    await expect(canvas.getByRole('heading', { name: 'باختصار' })).toBeVisible();
  },
};
