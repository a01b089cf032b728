import { render } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { CommitmentProvider } from 'smallyes/provider';
import { defineStepForm, StepForm, type StepFormProps } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createSpy } from '../provider/spy.ts';
import {
  button,
  field,
  focused,
  here,
  mount,
  next,
  root,
  sendAll,
  short,
  step,
  submit,
  toReview,
  toStep,
  until,
  wait,
} from './step-form.support.tsx';

describe('the browser’s Back and Forward', () => {
  it('go a step back and forth, with the focus, at the same address', async () => {
    const address = location.href;
    mount();
    await toReview();
    history.back();
    await toStep('contact');
    await until(() => focused() === 'Where can we answer you about Audit?');
    await expect.element(field('Name')).toHaveValue('Ada');
    history.back();
    await toStep('service');
    history.forward();
    await toStep('contact');
    expect(location.href).toBe(address);
  });

  it('agree with the button of the form', async () => {
    mount();
    await toReview();
    await userEvent.click(button('Back'));
    await toStep('contact');
    history.forward();
    await toStep('review');
  });

  it('lead forward where the answers lead now', async () => {
    mount();
    await userEvent.click(page.getByText('Build', { exact: true }));
    await next('budget');
    history.back();
    await toStep('service');
    await userEvent.click(page.getByText('Audit', { exact: true }));
    history.forward();
    await wait(200);
    expect(here()).toBe('service');
  });

  it('leave the notes of a router, the hash of the page and entries of others alone', async () => {
    history.replaceState({ router: 7 }, '');
    mount();
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    expect(history.state).toMatchObject({ router: 7 });
    const { href } = location;
    location.hash = 'prices';
    await wait(50);
    expect(here()).toBe('contact');
    history.back();
    await until(() => location.href === href);
    expect(here()).toBe('contact');
    history.back();
    await toStep('service');
  });

  it('come back from an edit to the review, and go to the edit again', async () => {
    mount();
    await toReview();
    await userEvent.click(button('Edit “What do you need?”'));
    await toStep('service');
    history.back();
    await toStep('review');
    history.forward();
    await toStep('service');
    await next('review');
  });

  it('go on after a press on Back that the browser did not follow', async () => {
    mount();
    await toReview();
    // The page asks whether to leave, and the visitor stays.
    vi.spyOn(history, 'back').mockImplementationOnce(() => {});
    await userEvent.click(button('Back'));
    await wait(1_050);
    expect(here()).toBe('review');
    await userEvent.click(button('Back'));
    await toStep('contact');
  });

  it('can be left alone', async () => {
    const entries = history.length;
    mount({ history: false });
    await toReview();
    expect(history.length).toBe(entries);
    await userEvent.click(button('Back'));
    await toStep('contact');
  });

  it('do nothing more once the form is sent', async () => {
    mount();
    await sendAll();
    history.back();
    await wait(150);
    expect(here()).toBe('sent');
  });

  it('go over all that is used up in one press, and stay on the page', async () => {
    history.pushState({ theirs: 1 }, '');
    mount();
    await sendAll();
    const entries = () => Object.values(history.state as object).map((one) => (one as { n?: number }).n);
    expect(entries()).toContain(2);
    history.back();
    await until(() => entries().includes(0));
    expect(here()).toBe('sent');
    expect(history.state).toMatchObject({ theirs: 1 });
    await wait(100);
    expect(Object.values(history.state as object).at(-1)).toMatchObject({ n: 0 });
  });

  it('lead from an ending that sends nothing to the question, and there again', async () => {
    const form = defineStepForm({
      steps: {
        a: {
          title: 'How many?',
          fields: [{ type: 'number', name: 'many', required: true }],
          next: ({ many }) => ({ end: many < 5 ? 'early' : 'sent' }),
        },
      },
      endings: { sent: { title: 'Thank you' }, early: { title: 'Too early', send: false } },
    });
    const { recorder } = mount({ form });
    await userEvent.fill(field('How many?'), '3');
    await userEvent.click(button('Continue'));
    await toStep('early');
    history.back();
    await toStep('a');
    history.forward();
    await toStep('early');
    expect(focused()).toBe('Too early');
    expect(recorder.phases().filter((line) => line === submit('dismissed'))).toHaveLength(1);
    await userEvent.click(button('Change my answers'));
    await toStep('a');
    expect(Object.values(history.state as object).at(-1)).toMatchObject({ n: 0 });
    await userEvent.fill(field('How many?'), '30');
    history.forward();
    await wait(150);
    expect(here()).toBe('a');
  });
});

/** From the e-mail address on to the review, and back again. */
async function seeReviewAndGoBack() {
  await userEvent.fill(field('E-mail'), 'ada@example.com');
  await next('review');
  await userEvent.click(button('Back'));
  await toStep('contact');
}

describe('answers of an earlier visit', () => {
  const noteOf = (id: string) => localStorage.getItem(`smallyes:draft:step-form|${id}`) ?? '';
  // A recorder begins with an empty memory.
  const come = (id: string, props: object = {}) =>
    render(
      <CommitmentProvider>
        <StepForm {...({ id, form: short, onSubmit: () => undefined, ...props } as StepFormProps)} />
      </CommitmentProvider>,
    );

  /** Goes to the second step, and leaves once the draft is written. */
  async function leaveAtContact(props?: object) {
    const first = mount(props);
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    await wait(400);
    first.unmount();
    return first;
  }

  it('come back with the step, quietly, and can be thrown away', async () => {
    const first = mount();
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    await userEvent.fill(field('Name'), 'Ada');
    await wait(400);
    first.unmount();
    come(first.id);
    await toStep('contact');
    await expect.element(field('Name')).toHaveValue('Ada');
    await expect.element(page.getByText('We kept your answers.')).toBeVisible();
    expect(document.activeElement).toBe(document.body);
    await userEvent.click(button('Start over'));
    await toStep('service');
    await expect.element(page.getByRole('radio', { name: 'Audit' })).not.toBeChecked();
    expect(focused()).toBe('What do you need?');
    await wait(400);
    expect(noteOf(first.id)).toBe('');
  });

  it('take along whoever was faster and stood in the first step', async () => {
    const first = await leaveAtContact();
    come(first.id);
    root().querySelector<HTMLInputElement>('input[type=radio]')!.focus();
    await toStep('contact');
    await until(() => focused() === 'Where can we answer you about Audit?');
  });

  it('come back over what is prefilled, and with the steps that lie ahead', async () => {
    const first = mount({ prefill: { name: 'Guest' } });
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    await userEvent.fill(field('Name'), 'Ada');
    await userEvent.fill(field('E-mail'), 'ada@example.com');
    await next('review');
    // The draft is written, and knows of no way back yet.
    await wait(400);
    await userEvent.click(button('Back'));
    await userEvent.click(button('Back'));
    await toStep('service');
    await wait(400);
    first.unmount();
    // As in another tab, whose history knows no step.
    history.replaceState(null, '');
    come(first.id, { prefill: { name: 'Guest' } });
    await expect.element(page.getByText('We kept your answers.')).toBeVisible();
    expect(here()).toBe('service');
    await next('contact');
    await expect.element(field('Name')).toHaveValue('Ada');
    await expect.element(field('E-mail')).toHaveValue('ada@example.com');
  });

  it('keep nothing that scrub leaves out', async () => {
    const scrub = ({ email: _, ...rest }: Record<string, unknown>) => rest;
    const first = mount({ draft: { scrub } });
    await toReview();
    await wait(400);
    const kept = noteOf(first.id);
    expect(kept).toContain('Ada');
    expect(kept).not.toContain('ada@example.com');
    first.unmount();
  });

  it('are forgotten after the days said', async () => {
    const first = await leaveAtContact({ draft: { days: 1 } });
    history.replaceState(null, '');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 3_600_000);
    come(first.id, { draft: { days: 1 } });
    await wait(300);
    expect(here()).toBe('service');
    expect(page.getByText('We kept your answers.').elements()).toEqual([]);
  });

  it('go along when the form takes another mode, as on a phone that is turned', async () => {
    const { tree, rerender, recorder } = mount();
    rerender(tree({ mode: 'conversation' }));
    expect(root().dataset['mode']).toBe('conversation');
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await until(() => document.activeElement instanceof HTMLElement && here() === 'contact');
    await userEvent.fill(field('Name'), 'Ada');
    expect(document.querySelector('[name=email]')!.checkVisibility()).toBe(false);
    rerender(tree({ mode: 'steps' }));
    await toStep('contact');
    await expect.element(field('Name')).toHaveValue('Ada');
    await userEvent.fill(field('E-mail'), 'ada@example.com');
    await next('review');
    await userEvent.click(button('Send'));
    await toStep('sent');
    expect(recorder.phases().filter((line) => line === 'step-form.submit committed')).toHaveLength(1);
    expect(new Set(recorder.events.map(({ attempt }) => attempt)).size).toBe(1);
  });

  it('go along from a later question of a step as well, from where Back leads to the step before', async () => {
    const { tree, rerender } = mount({ mode: 'conversation' });
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await toStep('contact');
    await userEvent.fill(field('Name'), 'Ada');
    await userEvent.click(button('Continue'));
    await until(() => document.querySelector('[name=email]')!.checkVisibility());
    rerender(tree({ mode: 'steps' }));
    await until(() => document.querySelector('[name=name]')!.checkVisibility());
    await seeReviewAndGoBack();
    // Two questions were two entries, and are one page now.
    const way = vi.spyOn(history, 'back');
    // A visitor in a hurry presses while the browser is on its way over the second.
    const back = button('Back').element() as HTMLElement;
    addEventListener('popstate', () => back.click(), { once: true });
    await userEvent.click(back);
    await toStep('service');
    expect(way).toHaveBeenCalledTimes(2);
  });

  it('let the browser’s Back lead to where the visitor has gone back beyond them', async () => {
    const first = await leaveAtContact();
    // As another tab would have it, where nothing leads back.
    history.pushState(null, '');
    come(first.id);
    await toStep('contact');
    await userEvent.fill(field('Name'), 'Ada');
    await seeReviewAndGoBack();
    await userEvent.click(button('Back'));
    await toStep('service');
    await next('contact');
    history.back();
    await toStep('service');
  });

  it('are not kept where the developer wants none, nor after they were sent', async () => {
    const off = mount({ draft: false });
    await toReview();
    await wait(400);
    expect(noteOf(off.id)).toBe('');
    off.unmount();
    const { id } = mount();
    await sendAll();
    await wait(400);
    expect(noteOf(id)).toBe('');
  });
});

describe('a visitor who leaves', () => {
  const hide = () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    vi.restoreAllMocks();
  };

  it('is abandoned once, with the last step', async () => {
    const { recorder } = mount({ onSubmit: vi.fn() });
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    hide();
    hide();
    const left = recorder.events.filter(({ phase }) => phase === 'abandoned');
    expect(left.map(({ kind, data }) => [kind, data])).toEqual([
      ['step-form.step', { step: 'contact', position: 2, of: 3 }],
    ]);
  });

  it.each(['ok', 'already'] as const)(
    'is not abandoned after the sending, answered with %s',
    async (status) => {
      const { recorder } = mount({ onSubmit: () => ({ status }) });
      await sendAll();
      hide();
      expect(recorder.phases()).not.toContain(step('abandoned'));
    },
  );
});

describe('the HTML of the server', () => {
  const serve = (props: object = {}) => {
    const recorder = createRecorder();
    const tree = (
      <recorder.Provider>
        <StepForm
          {...({ id: 'served', form: short, draft: false, action: '/quote', ...props } as StepFormProps)}
        />
      </recorder.Provider>
    );
    const host = document.body.appendChild(document.createElement('div'));
    host.innerHTML = renderToString(tree);
    return { host, tree };
  };

  it('posts nothing by Enter or Continue before script has taken over', async () => {
    const { host } = serve({ action: '/nowhere' });
    const posts: unknown[] = [];
    // A submission by "dialog" outside a dialog does nothing.
    host.addEventListener('submit', ({ submitter }) => {
      if ((submitter as HTMLButtonElement).formMethod !== 'dialog') posts.push(submitter);
    });
    const { href } = location;
    await userEvent.click(button('Continue'));
    root().querySelector<HTMLElement>('[name="service"]')?.focus();
    await userEvent.keyboard('{Enter}');
    await wait(100);
    expect(posts).toEqual([]);
    expect(location.href).toBe(href);
    host.remove();
  });

  it('leaves for its address by itself, with what was answered on the way taken alone', async () => {
    const posts: string[][] = [];
    const stay = (event: SubmitEvent) => {
      const form = event.target as HTMLFormElement;
      if (event.defaultPrevented || (event.submitter as HTMLButtonElement | null)?.formMethod === 'dialog')
        return;
      event.preventDefault();
      posts.push([...new FormData(form).keys()]);
    };
    window.addEventListener('submit', stay);
    const { recorder } = mount({ action: '/quote' });
    await toReview();
    await userEvent.click(button('Send'));
    await until(() => posts.length > 0);
    window.removeEventListener('submit', stay);
    expect(posts).toEqual([['sy-ask', 'sy-leave-empty', 'service', 'name', 'email']]);
    expect(recorder.phases().at(-1)).toBe('step-form.submit committed');
  });

  it('has told the trackers all there is to tell when it leaves', async () => {
    const { tracker, events, flush } = createSpy();
    const told: string[] = [];
    const tell = (of: string) => told.push(`${of}: ${events.at(-1)?.kind} ${events.at(-1)?.phase}`);
    const leave = (event: SubmitEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      tell('leaves');
    };
    flush.mockImplementation(() => tell('flush'));
    render(
      <CommitmentProvider trackers={[tracker]}>
        <StepForm {...({ id: 'leaves', form: short, action: '/quote', draft: false } as StepFormProps)} />
      </CommitmentProvider>,
    );
    await toReview();
    told.length = 0;
    window.addEventListener('submit', leave);
    await userEvent.click(button('Send'));
    await until(() => told.length > 0 && told.at(-1)!.startsWith('leaves'));
    window.removeEventListener('submit', leave);
    expect(told).toEqual(['flush: step-form.submit committed', 'leaves: step-form.submit committed']);
  });

  it('keeps what was picked before hydration, and goes on from there', async () => {
    const { host, tree } = serve();
    await userEvent.click(page.getByText('Build', { exact: true }));
    const react = hydrateRoot(host, tree);
    await wait(100);
    await expect.element(page.getByRole('radio', { name: 'Build' })).toBeChecked();
    await next('budget');
    react.unmount();
    host.remove();
  });
});
