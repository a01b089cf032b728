import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { LiftForest } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { firstWeekCounts, reversedCounts, shopCounts, shopNames } from './insights-shop.ts';

/**
 * How each yes goes together with the goal: the odds ratio with its interval, on an axis that doubles at equal steps. It is an
 * association. Whether an ask makes a difference, an experiment tells.
 */
const meta = {
  component: LiftForest,
  parameters: { layout: 'padded' },
  args: { lifts: analyze(shopCounts).lifts, names: shopNames },
} satisfies Meta<typeof LiftForest>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Sorted by the lower end of the interval; what is not to be read stands below, in grey, and says why. */
export const Default: Story = {
  async play({ canvas }) {
    const rows = canvas.getAllByRole('row').map((row) => row.textContent ?? '');
    await expect(rows[1]).toMatch(/^In the cart/);
    await expect(rows.find((row) => row.startsWith('Rating of the order'))).toContain('comes with the goal');
    await expect(canvas.getByText(/8 comparisons were tested/)).toBeVisible();
  },
};

/** All together would say the contrary of each segment, so each stands for itself. */
export const SegmentsDisagree: Story = {
  args: { lifts: analyze(reversedCounts).lifts },
  async play({ canvas }) {
    await expect(canvas.getByText('depends on the segment')).toBeVisible();
    await expect(canvas.getAllByRole('row', { name: /Film: how wool works/ })).toHaveLength(3);
  },
};

/** Nothing may be read yet, so there is no axis either. */
export const TooFew: Story = { args: { lifts: analyze(firstWeekCounts).lifts } };

export const Empty: Story = {
  args: { lifts: [] },
  async play({ canvas }) {
    await expect(canvas.getByText('Nothing to show yet.')).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };
