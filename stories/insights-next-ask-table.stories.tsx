import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { NextAskTable } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { shopCounts, shopNames } from './insights-shop.ts';

/** What is best asked after each yes: the ask with the largest sure share of goals, so that a lucky handful never wins. */
const meta = {
  component: NextAskTable,
  parameters: { layout: 'padded' },
  args: { asks: analyze(shopCounts).nextBestAsks, names: shopNames },
} satisfies Meta<typeof NextAskTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('row', { name: /Arrival/ })).toHaveTextContent('then “What wakes you?”');
  },
};
