import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { SegmentTable } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { shopCounts, shopNames } from './insights-shop.ts';

/** What visitors said of themselves, and how many of each reached the goal. */
const meta = {
  component: SegmentTable,
  parameters: { layout: 'padded' },
  args: { segments: analyze(shopCounts).segments, names: shopNames },
} satisfies Meta<typeof SegmentTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('row', { name: /Too cold/ })).toHaveTextContent('-3.5');
  },
};

/** One alone says nothing. */
export const Single: Story = {
  args: { segments: analyze({ ...shopCounts, segments: shopCounts.segments.slice(0, 1) }).segments },
  async play({ canvas }) {
    await expect(canvas.getByText('Nothing to show yet.')).toBeVisible();
  },
};
