import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { languagesLadder } from './languages/languages-ladder.ts';
import { LanguagesPage, type LanguagesPageProps } from './languages/languages-page.tsx';

/**
 * One page with one of every ask, in each language of the kit. A test walks it on a narrow telephone, a telephone and a desk, and
 * reads whether every text fits: as it arrives, left empty, filled in wrongly, failed, waiting and done.
 */
const meta = {
  component: LanguagesPage,
  parameters: { layout: 'fullscreen', provider: { ladder: languagesLadder } },
  tags: ['weak', 'medium', 'strong'],
  args: { language: 'en' },
  argTypes: { answer: { control: 'inline-radio', options: ['ok', 'pending', 'already', 'failed'] } },
} satisfies Meta<typeof LanguagesPage>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A story of one language: what its first button says. */
const speaking = (language: LanguagesPageProps['language'], skip: string): Story => ({
  args: { language },
  globals: { locale: language, direction: language === 'ar' ? 'rtl' : 'ltr' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: skip })).toBeVisible();
    await expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
  },
});

export const English = speaking('en', 'Not now');
export const Hungarian = speaking('hu', 'Most nem');
export const Polish = speaking('pl', 'Nie teraz');
export const Spanish = speaking('es', 'Ahora no');
export const Afrikaans = speaking('af', 'Nie nou nie');
export const German = speaking('de', 'Jetzt nicht');
export const French = speaking('fr', 'Pas maintenant');
export const Arabic = speaking('ar', 'ليس الآن');
