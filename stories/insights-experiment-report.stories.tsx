import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze, type ExperimentReadout } from 'smallyes/insights';
import 'smallyes/insights.css';
import { ExperimentReport } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { firstWeekCounts, shopCounts, shopNames, unevenCounts } from './insights-shop.ts';

const shopExperiments = [...analyze(shopCounts).experiments].sort((one, two) =>
  one.experiment < two.experiment ? -1 : 1,
);
const none: ExperimentReadout = {
  experiment: '',
  arms: [],
  comparisons: [],
  srmP: 1,
  mixed: 0,
  warnings: [],
};

/** Two variants and what they come to. The goal stands beside the smaller yes, because more of the one may be less of the other. */
const meta = {
  component: ExperimentReport,
  parameters: { layout: 'padded' },
  args: { experiment: shopExperiments[1] ?? none, currency: 'EUR', names: shopNames },
} satisfies Meta<typeof ExperimentReport>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A difference that chance does not explain. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByText(/is more than chance explains/)).toBeVisible();
    const difference = canvas.getByRole('table', { name: 'Difference' });
    await expect(difference).toHaveTextContent('+2.9');
  },
};

/** More of the smaller yes, and not surely more of the goal. */
export const SmallerYesAlone: Story = {
  args: { experiment: shopExperiments[0] ?? none },
  async play({ canvas }) {
    await expect(canvas.getByText(/Judge it by the goal/)).toBeVisible();
  },
};

/** Someone is missing from one of the variants: nothing is compared. */
export const Uneven: Story = {
  args: { experiment: analyze(unevenCounts).experiments[0] ?? none },
  async play({ canvas }) {
    await expect(canvas.getByText(/^Not to be read/)).toBeVisible();
    await expect(canvas.getAllByRole('table')).toHaveLength(1);
  },
};

export const TooFew: Story = {
  args: { experiment: analyze(firstWeekCounts).experiments[0] ?? none },
};

/** One variant alone. */
export const OneVariant: Story = {
  args: {
    experiment: analyze({ ...shopCounts, variants: shopCounts.variants.slice(0, 1) }).experiments[0] ?? none,
  },
  async play({ canvas }) {
    await expect(canvas.getByText(/Only one variant has been seen/)).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };
