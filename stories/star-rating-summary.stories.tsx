import type { Meta, StoryObj } from '@storybook/react-vite';
import { StarRatingSummary } from 'smallyes/star-rating';
import { expect } from 'storybook/test';

/** What others rated: one image with a text, and bars if you have the figures. It runs on a server. */
const meta = {
  component: StarRatingSummary,
  tags: ['weak'],
  args: { value: 4.3, count: 128 },
} satisfies Meta<typeof StarRatingSummary>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A screen reader hears one sentence. */
export const Summary: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('img', { name: '4.3 of 5, 128 ratings' })).toBeVisible();
  },
};

/** How the average came about, as a table. */
export const Breakdown: Story = {
  args: { breakdown: { 5: 79, 4: 28, 3: 11, 2: 3, 1: 7 } },
  async play({ canvas }) {
    await expect(canvas.getByRole('row', { name: '5 stars 79' })).toBeVisible();
    await expect(canvas.getAllByRole('row')).toHaveLength(5);
  },
};

/** Nobody yet: no figures, and no zero that looks like a bad one. */
export const NoRatingsYet: Story = {
  args: { value: 0, count: 0 },
  async play({ canvas }) {
    await expect(canvas.getByText('No ratings yet')).toBeVisible();
    await expect(canvas.queryByRole('img')).not.toBeInTheDocument();
  },
};

/** Numbers and plurals as the language writes them; the row fills from the right. */
export const RightToLeft: Story = {
  args: {
    dir: 'rtl',
    locale: 'ar-EG',
    value: 3.6,
    count: 1204,
    labels: {
      average: '{value} من {max}',
      count: { one: 'تقييم واحد', two: 'تقييمان', few: '{count} تقييمات', other: '{count} تقييم' },
      row: { one: 'نجمة', two: 'نجمتان', few: '{count} نجوم', other: '{count} نجمة' },
      breakdown: 'التقييمات بحسب النجوم',
    },
    breakdown: { 5: 402, 4: 310, 3: 250, 2: 140, 1: 102 },
  },
};

/** Dark has surfaces of its own. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  args: { breakdown: { 5: 79, 4: 28, 3: 11, 2: 3, 1: 7 } },
};
