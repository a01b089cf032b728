import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { gateLabels } from '../../src/server/gate-labels.ts';

const languages = readdirSync('src/locales')
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'catalogue');

it('a gate speaks every language of the kit, each in its own words', () => {
  expect(Object.keys(gateLabels).sort()).toEqual(languages.sort());
  for (const language of languages) {
    expect(Object.keys(gateLabels[language] ?? {}), language).toEqual(Object.keys(gateLabels.en));
    if (language === 'en') continue;
    for (const [key, text] of Object.entries(gateLabels[language] ?? {}))
      expect(text, `${language}.${key}`).not.toBe(gateLabels.en[key as keyof typeof gateLabels.en]);
  }
});
