import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze } from 'smallyes/insights';
import 'smallyes/insights.css';
import { AskTable } from 'smallyes/insights/react';
import { expect } from 'storybook/test';
import { firstWeekCounts, shopCounts, shopNames } from './insights-shop.ts';

/** Of those who saw each ask, how many began and said yes, and where the others stopped. */
const meta = {
  component: AskTable,
  parameters: { layout: 'padded' },
  args: { asks: analyze(shopCounts).asks, names: shopNames },
} satisfies Meta<typeof AskTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {
  async play({ canvas }) {
    const letter = canvas.getByRole('row', { name: /Sleep letter/ });
    await expect(letter).toHaveTextContent('26.0%');
    await expect(letter).toHaveTextContent('said no: 640');
  },
};

/** Of a handful there are the counts, and no share. */
export const FirstWeek: Story = {
  args: { asks: analyze(firstWeekCounts).asks },
  async play({ canvas }) {
    const poll = canvas.getByRole('row', { name: /What wakes you/ });
    await expect(poll).toHaveTextContent('17 of 26');
    await expect(poll).not.toHaveTextContent('%');
  },
};

/** Before the first visitor. */
export const Empty: Story = {
  args: { asks: [] },
  async play({ canvas }) {
    await expect(canvas.getByText('Nothing to show yet.')).toBeVisible();
  },
};
