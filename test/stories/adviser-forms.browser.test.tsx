import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { readForm } from 'smallyes/form';
import { readStepForm } from 'smallyes/step-form/define';
import { createRecorder, type Recorder } from 'smallyes/testing';
import 'smallyes/styles.css';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AdviserArticle } from '../../stories/journeys/adviser-article.tsx';
import { quoteForm } from '../../stories/journeys/adviser-forms.tsx';
import { isShown, pageWithoutScript } from '../support/page-without-script.ts';
import { tabTo } from '../support/tab-to.ts';

beforeEach(async () => {
  localStorage.clear();
  history.replaceState(null, '', location.pathname);
  await page.viewport(800, 900);
  scrollTo(0, 0);
});

function linesOf({ events }: Recorder, component: string) {
  return events
    .filter(({ kind }) => kind.startsWith(component))
    .map(({ kind, phase, data }) => `${kind} ${phase} ${JSON.stringify(data)}`);
}

function mount(strict = false) {
  const recorder = createRecorder();
  const tree = (
    <recorder.Provider>
      <AdviserArticle />
    </recorder.Provider>
  );
  render(strict ? <StrictMode>{tree}</StrictMode> : tree);
  return recorder;
}

/** Waits for the late part of a form, which comes with the first touch. Until then the browser's own checks hold. */
async function isAwake(form: string): Promise<void> {
  await expect.poll(() => document.querySelector<HTMLFormElement>(form)?.noValidate).toBe(true);
}

const heading = (name: string | RegExp) => page.getByRole('heading', { name });

describe('the forms of the adviser, walked through with the keyboard alone', { timeout: 60_000 }, () => {
  it.each([false, true])('the checklist comes for an address, once (StrictMode: %s)', async (strict) => {
    const recorder = mount(strict);
    await tabTo('.sy-lead-gate input[type=email]');
    await recorder.waitFor('lead-gate.unlock seen');
    await isAwake('.sy-lead-gate form');
    await userEvent.keyboard('ada{Enter}');
    await expect.element(page.getByText(/Please write an e/)).toBeVisible();
    await userEvent.keyboard('@example.com{Enter}{Enter}');
    await expect.element(page.getByText('The first line names what you sell.')).toBeVisible();
    expect(linesOf(recorder, 'lead-gate')).toEqual([
      'lead-gate.unlock seen {}',
      'lead-gate.unlock started {}',
      'lead-gate.unlock committed {"fields":["email"]}',
    ]);
    expect(JSON.stringify(recorder.events)).not.toContain('ada@');
  });

  it('a quote takes four steps and a reply, Back loses nothing, and the browser goes back a step', async () => {
    const recorder = mount();
    await tabTo('.sy-step-form input[type=radio]');
    await recorder.waitFor('step-form.step seen');
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}');
    await expect.element(page.getByText('Enough to see a change within three weeks.')).toBeVisible();
    await tabTo('.sy-step-form button[type=submit]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Where should we look?')).toHaveFocus();

    await tabTo('input[type=checkbox]');
    await userEvent.keyboard(' ');
    await tabTo('input[name=shop]');
    await userEvent.keyboard('bags.example');
    await expect.element(page.getByText('3 evenings, 960 euros, fixed.')).toBeVisible();
    history.back();
    await expect.element(heading('How many orders do you have in a month?')).toHaveFocus();
    await expect.element(page.getByRole('radio', { name: '100 to 1,000' })).toBeChecked();
    history.forward();
    await expect.element(heading('Where should we look?')).toHaveFocus();
    await tabTo('input[name=shop]');
    await userEvent.keyboard('{Enter}');

    await expect.element(heading('Where do we send the quote?')).toHaveFocus();
    await tabTo('input[name=name]');
    await userEvent.keyboard('Ada');
    await tabTo('.sy-step-form input[name=email]');
    await userEvent.keyboard('ada@example.com{Enter}');

    await expect.element(heading('Is this right, Ada?')).toHaveFocus();
    expect(recorder.commitments.some(({ kind }) => kind === 'step-form.submit')).toBe(false);
    await tabTo('.sy-step-form button[type=submit]');
    await userEvent.keyboard('{Enter}{Enter}');
    await expect.element(heading('Your quote is on its way, Ada')).toBeVisible();

    expect(linesOf(recorder, 'step-form').filter((line) => line.includes('committed'))).toEqual([
      'step-form.step committed {"step":"shop","position":1,"of":4,"answers":{"orders":"some"}}',
      'step-form.step committed {"step":"help","position":2,"of":4,"answers":{"parts":"first-page"}}',
      'step-form.step committed {"step":"you","position":3,"of":4}',
      'step-form.submit committed {"fields":["orders","parts","shop","name","email"],"answers":{"orders":"some","parts":"first-page"},"ending":"sent"}',
    ]);
    const { events } = recorder;
    for (const event of events) expect(commitmentEventSchema.safeParse(event).error?.issues).toBeUndefined();
    expect(
      new Set(events.filter(({ kind }) => kind.startsWith('step-form')).map(({ attempt }) => attempt)).size,
    ).toBe(1);
    expect(JSON.stringify(events)).not.toMatch(/ada@|bags\.example/);
  });

  it('a shop without orders is told the truth, and nothing is sent', async () => {
    const recorder = mount();
    await tabTo('.sy-step-form input[type=radio]');
    await userEvent.keyboard(' ');
    await tabTo('.sy-step-form button[type=submit]');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Keep your money for now')).toBeVisible();
    expect(recorder.commitments.map(({ kind }) => kind)).not.toContain('step-form.submit');
  });

  it('both buttons open one dialog; what was typed outlives closing', async () => {
    const recorder = mount();
    await tabTo('.adviser-masthead [data-sy-ask] :is(a, button)');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Write to Ines and Jan' })).toBeVisible();
    await tabTo('[role=dialog] input[name=name]');
    await userEvent.keyboard('Ada');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await tabTo('.adviser-audit-words :is(a, button)');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog', { name: 'Ask about the shop audit' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ada');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.com');
    await page.getByRole('textbox', { name: 'What is it about?' }).fill('Our first page');
    await userEvent.keyboard('{Tab}{Enter}{Enter}');
    await expect.element(page.getByText(/the article on nine words/)).toBeVisible();
    expect(linesOf(recorder, 'contact-dialog').filter((line) => line.includes('committed'))).toEqual([
      'contact-dialog.open committed {"trigger":"head"}',
      'contact-dialog.open committed {"trigger":"foot"}',
      'contact-dialog.submit committed {"fields":["name","email","message"]}',
    ]);
  });
});

describe('the page of the adviser with JavaScript switched off', () => {
  it('asks everything in plain forms that a server can read', async () => {
    const frame = await pageWithoutScript(renderToString(<AdviserArticle />));
    const { body } = frame.contentDocument!;
    const control = (selector: string) => body.querySelector<HTMLInputElement>(selector)!;

    const talk = [...body.querySelectorAll('a')].find(({ textContent }) => textContent === 'Talk to us');
    expect(talk?.getAttribute('href')).toBe('mailto:hello@vogt-marten.example');

    const gate = control('.sy-lead-gate input[type=email]');
    expect(isShown(gate)).toBe(true);
    expect(gate.form?.getAttribute('action')).toBe('/checklist');
    gate.value = 'ada@example.com';
    const entries = new FormData(gate.form!);
    expect(entries.get('sy-ask')).toBe('first-page-checklist');
    await expect(
      readForm({ fields: [{ type: 'email', name: 'email', required: true }] }, entries),
    ).resolves.toMatchObject({ ok: true, values: { email: 'ada@example.com' } });

    const steps = [
      'input[value=some]',
      'input[value=cart]',
      'input[name=shop]',
      '.sy-step-form input[name=email]',
    ];
    expect(steps.map((selector) => isShown(control(selector).closest('label, fieldset, div')!))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    control('.sy-step-form input[value=some]').checked = true;
    control('.sy-step-form input[value=cart]').checked = true;
    control('input[name=shop]').value = 'bags.example';
    control('.sy-step-form input[name=name]').value = 'Ada';
    control('.sy-step-form input[name=email]').value = 'ada@example.com';
    const { form } = control('input[name=shop]');
    expect(form?.getAttribute('action')).toBe('/quote');
    expect(form?.getAttribute('method')).toBe('post');
    await expect(readStepForm(quoteForm, new FormData(form!))).resolves.toMatchObject({
      ok: true,
      ending: 'sent',
      values: {
        orders: 'some',
        parts: ['cart'],
        shop: 'https://bags.example',
        name: 'Ada',
        email: 'ada@example.com',
      },
    });
    expect(frame.contentDocument!.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    frame.remove();
  });
});
