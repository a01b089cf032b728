import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { RetentionTriangle } from 'smallyes/insights/react';
import { expect, userEvent } from 'storybook/test';
import { shopCounts, shopNames } from './insights-shop.ts';

/**
 * Of those who first came in a week, the share that came back later. It scrolls by itself where weeks do not fit, by touch and by
 * the arrow keys.
 */
const meta = {
  component: RetentionTriangle,
  parameters: { layout: 'padded' },
  args: { cells: analyze(shopCounts).retention, names: shopNames },
} satisfies Meta<typeof RetentionTriangle>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The last eight weeks; the one that is not over is hatched. */
export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getAllByRole('row')).toHaveLength(9);
    await expect(canvas.getByRole('columnheader', { name: '2 weeks later' })).toBeInTheDocument();
    const region = canvas.getByRole('region', { name: 'Who comes back' });
    await userEvent.tab();
    await expect(region).toHaveFocus();
  },
};

/** All that there are. */
export const MoreWeeks: Story = { args: { weeks: 26 } };

export const Dark: Story = { globals: { theme: 'dark' } };
