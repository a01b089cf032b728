import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { ContributionTable } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { shopCounts, shopNames } from './insights-shop.ts';

/** What the ways to the goal pass through: the share of goals whose way is broken without an action. */
const meta = {
  component: ContributionTable,
  parameters: { layout: 'padded' },
  args: { contributions: analyze(shopCounts).contributions, names: shopNames },
} satisfies Meta<typeof ContributionTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('row', { name: /In the cart/ })).toHaveTextContent('100.0%');
  },
};
