import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { FunnelChart } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { firstWeekCounts, shopCounts, shopNames } from './insights-shop.ts';

/** How many came how far. The bar says what the row says in figures, so there is no other table to look for. */
const meta = {
  component: FunnelChart,
  parameters: { layout: 'padded' },
  args: { funnel: analyze(shopCounts).funnels[0] ?? { steps: [] }, names: shopNames },
} satisfies Meta<typeof FunnelChart>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Each step with the share of the one before, and where a segment is behind the others. */
export const Default: Story = {
  args: { weakLinks: analyze(shopCounts).weakLinks },
  async play({ canvas }) {
    const row = canvas.getByRole('row', { name: /Find your blanket/ });
    await expect(row).toHaveTextContent('Too cold: 39.1%, the others 60.6%');
    await expect(row).toHaveTextContent('4,377');
  },
};

/** The same of one segment. */
export const OneSegment: Story = {
  args: { funnel: analyze(shopCounts).funnels[2] ?? { steps: [] } },
  async play({ canvas }) {
    await expect(canvas.getByRole('heading')).toHaveTextContent('The way to the goal: Too cold');
  },
};

/** Below thirty a share is not written: the counts stand in grey. */
export const TooFew: Story = {
  args: { funnel: analyze(firstWeekCounts).funnels[0] ?? { steps: [] } },
};

export const Dark: Story = { ...Default, globals: { theme: 'dark' } };
