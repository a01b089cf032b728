import type { Meta, StoryObj } from '@storybook/react-vite';
import 'smallyes/insights.css';
import { PathTable } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { shopCounts, shopNames } from './insights-shop.ts';

/** The first yeses in their order. Rarer ways than those kept are one row. */
const meta = {
  component: PathTable,
  parameters: { layout: 'padded' },
  args: { paths: shopCounts.paths, names: shopNames },
} satisfies Meta<typeof PathTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  async play({ canvas }) {
    await expect(canvas.getAllByRole('row')).toHaveLength(10);
    await expect(canvas.getByRole('row', { name: /All other ways/ })).toHaveTextContent('4,159');
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };
