import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, it, vi } from 'vitest';
import { formLabels } from '../../src/form/form-labels.ts';
import type { FormSpeaker } from '../../src/form/validate-form.ts';

beforeEach(() => {
  vi.resetModules();
  return () => vi.unstubAllEnvs();
});

async function speakers(mode: string, own?: object): Promise<{ early: FormSpeaker; late: FormSpeaker }> {
  vi.stubEnv('NODE_ENV', mode);
  const { useFormSpeaker } = await import('../../src/fields/form-speaker.ts');
  const { sayProblem } = await import('../../src/fields/form-check.ts');
  let early: FormSpeaker | undefined;
  function Form() {
    early = useFormSpeaker(own);
    return null;
  }
  renderToStaticMarkup(<Form />);
  if (!early) throw new Error('not rendered');
  return { early, late: sayProblem(early) };
}

it.each(['development', 'production'])('says every English text with the checks (%s)', async (mode) => {
  const { late } = await speakers(mode);
  for (const key of Object.keys(formLabels) as (keyof typeof formLabels)[]) {
    expect(late(key, { count: 2 }), key).not.toBe(key);
    expect(late(key, { count: 2 }), key).not.toContain('{count}');
  }
});

it('leaves the words of problems out of what loads first in production', async () => {
  const { early } = await speakers('production');
  expect(early('submit')).toBe('Send');
  expect(early('email')).toBe('email');
});

it.each(['development', 'production'])('lets a page’s own words win (%s)', async (mode) => {
  const { late } = await speakers(mode, { email: 'Not quite.' });
  expect(late('email')).toBe('Not quite.');
  expect(late('required')).toBe('Please fill this in.');
});
