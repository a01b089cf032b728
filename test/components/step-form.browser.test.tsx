import { defineStepForm, StepForm, type StepFormProps } from 'smallyes/step-form';
import { expectEvents } from 'smallyes/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';
import {
  button,
  field,
  focused,
  heading,
  here,
  mount,
  next,
  sendAll,
  short,
  step,
  submit,
  toReview,
  toStep,
  until,
  wait,
} from './step-form.support.tsx';

describeConformance('StepForm', {
  component: 'step-form',
  render: (props) => (
    <StepForm {...({ id: 'quote', form: short, onSubmit: () => undefined, ...props } as StepFormProps)} />
  ),
  commit: sendAll,
  events: [step('seen'), step('started'), step('committed'), step('committed'), submit('committed')],
  vetoes: ['onClick'],
});

describe('the way through', () => {
  it('says the step, its place, its likely number and its trackable answers, each once, and the sending', async () => {
    const { recorder } = mount();
    await sendAll();
    expectEvents(recorder, [
      step('seen'),
      step('started'),
      [step('committed'), { step: 'service', position: 1, of: 3, answers: { service: 'Audit' } }],
      [step('committed'), { step: 'contact', position: 2, of: 3 }],
      [
        submit('committed'),
        { fields: ['service', 'name', 'email'], answers: { service: 'Audit' }, ending: 'sent' },
      ],
    ]);
    expect(recorder.commitments.map(({ grade }) => grade)).toEqual([1, 1, 3]);
    expect(JSON.stringify(recorder.events)).not.toContain('ada@example.com');
  });

  it('commits a step once, however often the visitor passes it', async () => {
    const { recorder } = mount();
    await toReview();
    await userEvent.click(button('Back'));
    await toStep('contact');
    await userEvent.click(button('Back'));
    await toStep('service');
    await next('contact');
    await next('review');
    expect(recorder.phases().filter((line) => line === step('committed'))).toHaveLength(2);
  });

  it('takes the branch of the answers, and counts its steps', async () => {
    mount();
    await expect.element(page.getByText('Step 1 of 3')).toBeVisible();
    await userEvent.click(page.getByText('Build', { exact: true }));
    await next('budget');
    await expect.element(page.getByText('Step 2 of 4')).toBeVisible();
  });

  it('sends only what was answered on the way taken, with ending, steps and campaign', async () => {
    const onSubmit = vi.fn();
    mount({ onSubmit });
    await userEvent.click(page.getByText('Build', { exact: true }));
    await next('budget');
    await userEvent.fill(field('What have you set aside?'), '5000');
    await next('contact');
    await userEvent.click(button('Back'));
    await userEvent.click(button('Back'));
    await toStep('service');
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    await userEvent.fill(field('Name'), 'Ada');
    await userEvent.fill(field('E-mail'), 'ada@example.com');
    await next('review');
    await userEvent.click(button('Send'));
    await toStep('sent');
    expect(onSubmit).toHaveBeenCalledTimes(1);
    const [values, context] = onSubmit.mock.calls[0]!;
    expect(values).toEqual({ service: 'Audit', name: 'Ada', email: 'ada@example.com' });
    expect(context.ending).toBe('sent');
    expect(context.steps).toEqual(['service', 'contact', 'review']);
    expect(context).toHaveProperty('campaign');
    expect([...context.formData.keys()]).not.toContain('budget');
  });

  it('loses nothing by Back, not even on a way that was left', async () => {
    mount();
    await userEvent.click(page.getByText('Build', { exact: true }));
    await next('budget');
    await userEvent.fill(field('What have you set aside?'), '5000');
    await userEvent.click(button('Back'));
    await toStep('service');
    await expect.element(page.getByRole('radio', { name: 'Build' })).toBeChecked();
    await next('budget');
    await expect.element(field('What have you set aside?')).toHaveValue(5000);
  });

  it('stays where an answer is missing, says so at the field, and lets the visitor go on once it is there', async () => {
    const { recorder } = mount();
    await userEvent.click(button('Continue'));
    await expect.element(page.getByText('Please choose one of these.')).toBeVisible();
    expect(here()).toBe('service');
    expect(recorder.phases()).toEqual([step('seen'), step('started')]);
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    // Problems of another step never show here.
    expect(page.getByText('Please fill this in.').elements()).toEqual([]);
  });

  it('moves the focus to the heading of the step, only after the visitor went there', async () => {
    mount();
    expect(document.activeElement).toBe(document.body);
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    expect(focused()).toBe('Where can we answer you about Audit?');
    await userEvent.click(button('Back'));
    await toStep('service');
    expect(focused()).toBe('What do you need?');
  });

  it('goes on by Enter in a text field, and sends on the last step alone', async () => {
    const onSubmit = vi.fn();
    mount({ onSubmit });
    await userEvent.click(page.getByText('Build', { exact: true }));
    await next('budget');
    await userEvent.fill(field('What have you set aside?'), '5000');
    await userEvent.keyboard('{Enter}');
    await toStep('contact');
    await userEvent.fill(field('Name'), 'Ada');
    await userEvent.fill(field('E-mail'), 'ada@example.com');
    await userEvent.keyboard('{Enter}');
    await toStep('review');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('takes a double click on Continue as one', async () => {
    mount();
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await userEvent.dblClick(button('Continue'));
    await toStep('contact');
    // A slow one: its second click meets the button of the next step.
    const second = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 });
    button('Continue').element().dispatchEvent(second);
    await wait(200);
    expect(page.getByText('Please fill this in.').elements()).toEqual([]);
  });

  it.each([
    ['click', [1, 2]],
    // As a screen reader, or a key, clicks.
    ['press', [0, 0]],
  ])('takes a double %s on Back as one', async (_name, details) => {
    const field = (name: string) => [{ type: 'text', name } as const];
    const form = defineStepForm({
      steps: {
        a: { title: 'A', fields: field('a') },
        b: { title: 'B', fields: field('b') },
        c: { title: 'C', fields: field('c') },
      },
      endings: { sent: { title: 'Thank you' } },
    });
    mount({ form });
    await userEvent.click(button('Continue'));
    await toStep('b');
    await userEvent.click(button('Continue'));
    await toStep('c');
    const way = vi.spyOn(history, 'back');
    onTestFinished(() => way.mockRestore());
    const back = button('Back').element();
    // The browser has not gone back yet when the second one comes.
    for (const detail of details)
      for (const type of ['mousedown', 'click'])
        back.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, detail }));
    await expect.poll(() => way.mock.calls.length).toBeGreaterThan(0);
    expect(way).toHaveBeenCalledTimes(1);
    await toStep('b');
  });

  it('gives the second click of a double one to nothing that has come under the pointer', async () => {
    const form = defineStepForm({
      steps: {
        a: { title: 'A', fields: [{ type: 'text', name: 'a' }] },
        b: { title: 'B', fields: [{ type: 'choice', name: 'b', options: ['One', 'Two'] }] },
      },
      endings: { sent: { title: 'Thank you' } },
    });
    const pressed = vi.fn();
    const another = (
      <button type="button" onClick={pressed}>
        Another
      </button>
    );
    mount({ form, next: another });
    const press = (target: Element, detail: number) => {
      const fire = (type: string) =>
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, detail }));
      const isFocus = fire('mousedown');
      fire('click');
      return isFocus;
    };
    press(button('Continue').element(), 1);
    await toStep('b');
    const radio = page.getByRole('radio', { name: 'One' });
    expect(press(radio.element(), 2)).toBe(false);
    expect(press(page.getByText('Two').element(), 3)).toBe(false);
    await expect.element(radio).not.toBeChecked();
    await expect.element(page.getByRole('radio', { name: 'Two' })).not.toBeChecked();
    // A double click of its own is one of this step.
    expect(press(radio.element(), 1)).toBe(true);
    expect(press(radio.element(), 2)).toBe(true);
    await expect.element(radio).toBeChecked();
    press(button('Send').element(), 1);
    await toStep('sent');
    press(button('Another').element(), 2);
    expect(pressed).not.toHaveBeenCalled();
    press(button('Another').element(), 1);
    expect(pressed).toHaveBeenCalledTimes(1);
  });

  it('says how many answers hold a step back, until they hold', async () => {
    mount();
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    const alert = () => document.querySelector('.sy-error[role=alert]')?.textContent;
    await userEvent.click(button('Continue'));
    await until(() => alert() === '2 answers need another look.');
    await userEvent.fill(field('Name'), 'Ada');
    await userEvent.fill(field('E-mail'), 'ada@example.com');
    await until(() => alert() === '');
    await next('review');
  });

  it('shows the ending, with the next ask, and takes the focus there', async () => {
    mount({ next: () => <a href="#tip">One more tip</a> });
    await sendAll();
    expect(focused()).toBe('Thank you, Ada');
    await expect.element(page.getByRole('link', { name: 'One more tip' })).toBeVisible();
    expect(button('Send').elements()).toEqual([]);
  });

  it('says on its button what the answers lead to, also when one is taken back', async () => {
    const many = { type: 'number', name: 'many', label: 'How many?', required: true } as const;
    const form = defineStepForm({
      steps: {
        a: { fields: [many], next: ({ many = 9 }) => ({ end: Number(many) < 5 ? 'early' : 'sent' }) },
      },
      endings: { sent: { title: 'Thank you' }, early: { title: 'Too early', send: false } },
    });
    mount({ form });
    await userEvent.fill(field('How many?'), '3');
    await expect.element(button('Continue')).toBeVisible();
    await userEvent.clear(field('How many?'));
    await expect.element(button('Send')).toBeVisible();
  });

  it('names an answer of the last step in the ending', async () => {
    const form = defineStepForm({
      steps: { you: { title: 'Who are you?', fields: [{ type: 'text', name: 'name', required: true }] } },
      endings: { sent: { title: 'Thank you, {name}' } },
    });
    mount({ form });
    await userEvent.type(page.getByRole('textbox'), 'Ada');
    await userEvent.keyboard('{Enter}');
    await expect.element(heading('Thank you, Ada')).toBeVisible();
  });

  it('begins anew by reset()', async () => {
    const ref = { current: null as null | { reset(): void } };
    const { recorder } = mount({ ref });
    await sendAll();
    ref.current?.reset();
    await toStep('service');
    await expect.element(page.getByRole('radio', { name: 'Audit' })).not.toBeChecked();
    await sendAll();
    expect(recorder.phases().filter((line) => line === submit('committed'))).toHaveLength(2);
  });
});

describe('the review', () => {
  it('lists the answers, and leads to one of them and back', async () => {
    mount();
    await toReview();
    await expect.element(heading('Check your answers')).toHaveFocus();
    const terms = [...document.querySelectorAll('dl dt')].map((one) => one.textContent);
    const given = [...document.querySelectorAll('dl dd')].map((one) => one.textContent);
    expect(terms).toEqual(['What do you need?', 'Name', 'E-mail']);
    expect(given).toEqual(['Audit', 'Ada', 'ada@example.com']);
    await userEvent.click(button('Edit “Where can we answer you about Audit?”'));
    await toStep('contact');
    await userEvent.fill(field('Name'), 'Grace');
    await userEvent.click(button('Continue'));
    await toStep('review');
    await expect.element(page.getByText('Grace')).toBeVisible();
  });

  it('stops after an edit at a step that the new answer opened', async () => {
    mount();
    await toReview();
    await userEvent.click(button('Edit “What do you need?”'));
    await toStep('service');
    await userEvent.click(page.getByText('Build', { exact: true }));
    await next('budget');
    await userEvent.fill(field('What have you set aside?'), '900');
    await next('review');
  });
});

describe('what a developer forgot', () => {
  it('is told: nothing takes the answers', async () => {
    expectConsole('warn', 'SY-904');
    mount({ onSubmit: undefined });
    await expect.element(button('Continue')).toBeVisible();
  });

  it('is not told where nothing is to be sent, or an address takes them', async () => {
    const form = defineStepForm({
      steps: { a: { title: 'A', fields: [{ type: 'text', name: 'a' }] } },
      endings: { done: { title: 'Done', send: false } },
    });
    mount({ onSubmit: undefined, form });
    mount({ onSubmit: undefined, action: '/quote' });
    await expect.element(button('Continue').first()).toBeVisible();
  });

  it('is told: the form is no definition, and nothing is rendered', () => {
    expectConsole('warn', 'SY-905');
    const { container } = mount({ form: { steps: { a: {} }, endings: {} } });
    expect(container.innerHTML).toBe('');
    expect(mount({ form: undefined }).container.innerHTML).toBe('');
  });
});

describe('the sending', () => {
  it('goes to the step of an answer that the server refuses, and sends again from there', async () => {
    const onSubmit = vi
      .fn()
      .mockResolvedValueOnce({ status: 'invalid', errors: { name: 'That name is taken.' } })
      .mockResolvedValue({ status: 'ok' });
    const { recorder } = mount({ onSubmit });
    await toReview();
    await userEvent.click(button('Send'));
    await toStep('contact');
    await expect.element(page.getByText('That name is taken.')).toBeVisible();
    await expect.element(field('Name')).toHaveFocus();
    await userEvent.fill(field('Name'), 'Grace');
    await next('review');
    await userEvent.click(button('Send'));
    await toStep('sent');
    expect(recorder.phases().slice(-2)).toEqual([submit('failed'), submit('committed')]);
  });

  it('fails without losing an answer, and tries again under the same key', async () => {
    expectConsole('warn', 'SY-401');
    const onSubmit = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined);
    const { recorder } = mount({ onSubmit });
    await toReview();
    await userEvent.click(button('Send'));
    await userEvent.click(button('Try again'));
    await toStep('sent');
    expect(onSubmit.mock.calls[0]![1].idempotencyKey).toBe(onSubmit.mock.calls[1]![1].idempotencyKey);
    expect(recorder.phases().filter((line) => line.includes('submit'))).toEqual([
      submit('failed'),
      submit('committed'),
    ]);
  });

  it('is not tried again by the second click of a double one, where it failed between the two', async () => {
    expectConsole('warn', 'SY-401');
    const onSubmit = vi.fn().mockRejectedValue(new Error('offline'));
    mount({ onSubmit });
    await toReview();
    const send = button('Send').element();
    await userEvent.click(send);
    await expect.element(send).toHaveTextContent('Try again');
    send.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
    await wait(50);
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('goes out once, whatever is pressed meanwhile', async () => {
    let done = () => {};
    const onSubmit = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
    const { container } = mount({ onSubmit });
    await toReview();
    await userEvent.click(button('Send'));
    await expect.element(button('Sending …')).toBeVisible();
    await userEvent.click(button('Sending …'), { force: true });
    await userEvent.click(button('Edit “What do you need?”'));
    await wait(50);
    expect(here()).toBe('review');
    expect(await findings(container)).toEqual([]);
    done();
    await toStep('sent');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('shows what the server knows already in other words, and counts no second yes', async () => {
    const { recorder } = mount({ onSubmit: () => ({ status: 'already' }) });
    await sendAll();
    await expect.element(page.getByText('We know this already. Thank you!')).toBeVisible();
    expect(recorder.phases()).not.toContain(submit('committed'));
  });
});

describe('a gate', () => {
  it('holds the visitor back with words at the field, and lets them pass', async () => {
    const gate = vi.fn(({ values }) => (values.name === 'Bob' ? { errors: { name: 'Not Bob.' } } : true));
    mount({ gate });
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await next('contact');
    await userEvent.fill(field('Name'), 'Bob');
    await userEvent.fill(field('E-mail'), 'bob@example.com');
    await userEvent.click(button('Continue'));
    await expect.element(page.getByText('Not Bob.')).toBeVisible();
    await expect.element(field('Name')).toHaveFocus();
    await userEvent.fill(field('Name'), 'Ada');
    await next('review');
    expect(gate.mock.calls[0]![0]).toMatchObject({
      from: 'service',
      to: 'contact',
      values: { service: 'Audit' },
    });
  });

  it('is cancelled by Back, and its late answer is not heard', async () => {
    let answer = (_: boolean) => {};
    const signals: AbortSignal[] = [];
    const gate = ({ from, signal }: { from: string; signal: AbortSignal }) => {
      if (from === 'service') return true;
      signals.push(signal);
      return new Promise<boolean>((resolve) => (answer = resolve));
    };
    const { container, unmount } = mount({ gate });
    await userEvent.click(page.getByText('Build', { exact: true }));
    await next('budget');
    await userEvent.fill(field('What have you set aside?'), '5');
    await userEvent.click(button('Continue'));
    await expect.element(button('One moment …')).toBeVisible();
    await userEvent.click(button('One moment …'), { force: true });
    expect(signals).toHaveLength(1);
    expect(await findings(container)).toEqual([]);
    await userEvent.click(button('Back'));
    await toStep('service');
    expect(signals[0]?.aborted).toBe(true);
    answer(true);
    await wait(100);
    expect(here()).toBe('service');
    await next('budget');
    await userEvent.click(button('Continue'));
    await until(() => signals.length === 2);
    unmount();
    expect(signals[1]?.aborted).toBe(true);
  });

  it('is cancelled by an edit, which its late answer does not end', async () => {
    let answer = (_: boolean) => {};
    const gate = ({ from }: { from: string }) =>
      from !== 'review' || new Promise<boolean>((resolve) => (answer = resolve));
    const onSubmit = vi.fn();
    mount({ gate, onSubmit });
    await toReview();
    await userEvent.click(button('Send'));
    await expect.element(button('One moment …')).toBeVisible();
    await userEvent.click(button('Edit “What do you need?”'));
    await toStep('service');
    answer(true);
    await wait(100);
    expect(here()).toBe('service');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('that throws lets the visitor try again', async () => {
    expectConsole('warn', 'SY-902');
    const gate = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(true);
    mount({ gate });
    await userEvent.click(page.getByText('Audit', { exact: true }));
    await userEvent.click(button('Continue'));
    await expect.element(page.getByText(/^This could not be checked just now/)).toBeVisible();
    await next('contact');
  });
});
