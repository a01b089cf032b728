import { virtual } from '@guidepup/virtual-screen-reader';
import { render } from '@testing-library/react';
import { Profiler } from 'react';
import { defineStepForm, StepForm, type StepFormProps } from 'smallyes/step-form';
import { createRecorder } from 'smallyes/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import {
  button,
  field,
  focused,
  heading,
  mount,
  next,
  root,
  step,
  submit,
  toReview,
  toStep,
  until,
  wait,
} from './step-form.support.tsx';

const talk = defineStepForm({
  steps: {
    you: {
      title: 'About you',
      fields: [
        {
          type: 'choice',
          name: 'role',
          label: 'What do you do?',
          required: true,
          options: ['Shop', 'Agency', { value: 'other', label: 'Something else' }],
        },
        { type: 'text', name: 'first', label: 'And your first name?', required: true },
      ],
      reply: ({ role }) => `Good, a ${role}.`,
    },
    goal: {
      fields: [
        {
          type: 'choice',
          name: 'goal',
          label: 'What would help you, {first}?',
          required: true,
          options: ['More', 'Better'],
        },
      ],
    },
  },
  endings: { sent: { title: 'Here it comes, {first}' } },
});

describe('a conversation', () => {
  const start = (props: object = {}) => mount({ form: talk, mode: 'conversation', ...props });

  it('goes on to the next step where the visitor’s question is taken out meanwhile', async () => {
    const asking = (...names: string[]) =>
      defineStepForm({
        steps: {
          you: { fields: names.map((name) => ({ type: 'text', name }) as const) },
          goal: { fields: [{ type: 'text', name: 'goal' }] },
        },
        endings: { sent: { title: 'Thank you' } },
      });
    const { tree, rerender } = start({ form: asking('first', 'middle', 'last') });
    await userEvent.click(button('Continue'));
    await until(() => focused() === 'Middle (optional)');
    await userEvent.click(button('Continue'));
    await until(() => focused() === 'Last (optional)');
    // The visitor has turned to something else on the page meanwhile, and is left there.
    const elsewhere = document.body.appendChild(document.createElement('input'));
    onTestFinished(() => elsewhere.remove());
    elsewhere.focus();
    rerender(tree({ form: asking('first', 'middle') }));
    await until(() => document.querySelector('[name=middle]')!.checkVisibility());
    expect(document.activeElement).toBe(elsewhere);
    await userEvent.click(button('Continue'));
    await toStep('goal');
  });

  it('asks one question at a time, and a click on an answer goes on', async () => {
    const { recorder, container } = start();
    await expect.element(heading('What do you do?')).toBeVisible();
    await userEvent.click(page.getByText('Agency', { exact: true }));
    await until(() => focused() === 'And your first name?');
    expect(await findings(container)).toEqual([]);
    await userEvent.fill(field('And your first name?'), 'Ada');
    await userEvent.keyboard('{Enter}');
    await toStep('goal');
    await until(() => focused() === 'What would help you, Ada?');
    const log = page.getByRole('log', { name: 'Your answers so far' });
    await expect
      .element(log)
      .toHaveTextContent('What do you do?AgencyAnd your first name?AdaGood, a Agency.');
    expect(await findings(container)).toEqual([]);
    await userEvent.click(page.getByText('Better', { exact: true }));
    await toStep('sent');
    // A step is one step, whatever number of questions it has.
    expect(recorder.phases().filter((line) => line.endsWith('committed'))).toEqual([
      step('committed'),
      step('committed'),
      submit('committed'),
    ]);
  });

  it('never goes on by an arrow key; Enter decides', async () => {
    start();
    await userEvent.click(heading('What do you do?'));
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await until(() => focused() === 'And your first name?');
    await userEvent.click(button('Back'));
    await until(() => focused() === 'What do you do?');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}');
    await wait(150);
    await expect.element(page.getByRole('radio', { name: 'Agency' })).toBeChecked();
    await expect.element(heading('What do you do?')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await until(() => focused() === 'And your first name?');
  });

  it('waits after "Something else"', async () => {
    start();
    await userEvent.click(page.getByText('Something else', { exact: true }));
    await wait(150);
    await expect.element(heading('What do you do?')).toBeVisible();
    await userEvent.click(button('Continue'));
    await until(() => focused() === 'And your first name?');
  });

  it('walks back question by question, also by the browser', async () => {
    start();
    await userEvent.click(page.getByText('Shop', { exact: true }));
    await until(() => focused() === 'And your first name?');
    await userEvent.fill(field('And your first name?'), 'Ada');
    await userEvent.click(button('Continue'));
    await toStep('goal');
    history.back();
    await until(() => focused() === 'And your first name?');
    await userEvent.click(button('Back'));
    await until(() => focused() === 'What do you do?');
  });

  it('is not kept at a question by another one of the same step', async () => {
    start();
    await userEvent.click(page.getByText('Shop', { exact: true }));
    await until(() => focused() === 'And your first name?');
    expect(page.getByText('Please fill this in.').elements()).toEqual([]);
  });
});

describe('a reply', () => {
  const priced = (reply: (values: { area: number }) => unknown) =>
    defineStepForm({
      steps: {
        size: {
          title: 'How large?',
          fields: [{ type: 'number', name: 'area', required: true, max: 999 }],
          reply: reply as never,
        },
        last: { title: 'Anything else?', fields: [{ type: 'text', name: 'else' }] },
      },
      endings: { sent: { title: 'Thank you' } },
    });

  it('comes once the answer holds, in a region that was there before, and goes with the answer', async () => {
    const reply = vi.fn(({ area }) => `About €${area * 2}`);
    mount({ form: priced(reply) });
    const region = root().querySelector('.sy-step-form-reply');
    expect(region?.getAttribute('role')).toBe('status');
    await userEvent.type(field('How large?'), '120');
    await expect.element(page.getByText('About €240')).toBeVisible();
    expect(root().querySelector('.sy-step-form-reply')).toBe(region);
    // Not for each digit.
    expect(reply.mock.calls.map(([{ area }]) => area)).toEqual([120]);
    await userEvent.fill(field('How large?'), '5000');
    await until(() => region?.textContent === '');
  });

  it('that is late gives way to a newer one', async () => {
    const answers: ((text: string) => void)[] = [];
    mount({ form: priced(() => new Promise((resolve) => answers.push(resolve))) });
    await userEvent.fill(field('How large?'), '1');
    await until(() => answers.length === 1);
    await userEvent.fill(field('How large?'), '2');
    await until(() => answers.length === 2);
    answers[1]?.('new');
    await expect.element(page.getByText('new', { exact: true })).toBeVisible();
    answers[0]?.('old');
    await wait(50);
    await expect.element(page.getByText('new', { exact: true })).toBeVisible();
  });

  it('can carry more than its text', async () => {
    const renderReply = ({ text, price }: { text: string; price: number }) => (
      <strong>
        {text} {price}
      </strong>
    );
    mount({ form: priced(({ area }) => ({ text: 'Costs', price: area })), renderReply });
    await userEvent.fill(field('How large?'), '7');
    await expect.element(page.getByText('Costs 7')).toBeVisible();
  });
});

describe('an ending without a sale', () => {
  const early = defineStepForm({
    steps: {
      a: {
        title: 'How many?',
        fields: [{ type: 'number', name: 'many', required: true }],
        next: ({ many }) => ({ end: many < 5 ? 'early' : 'sent' }),
      },
    },
    endings: { sent: { title: 'Thank you' }, early: { title: 'Too early with {many}', send: false } },
  });

  it('sends nothing, counts as a no, offers the smaller ask, and can be taken back', async () => {
    const onSubmit = vi.fn();
    const { recorder } = mount({
      form: early,
      onSubmit,
      next: ({ phase }: { phase: string }) => <p>after {phase}</p>,
    });
    await userEvent.fill(field('How many?'), '3');
    await expect.element(button('Continue')).toBeVisible();
    await userEvent.click(button('Continue'));
    await toStep('early');
    expect(focused()).toBe('Too early with 3');
    await expect.element(page.getByText('after dismissed')).toBeVisible();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(recorder.events.at(-1)).toMatchObject({ phase: 'dismissed', data: { ending: 'early' } });
    await userEvent.click(button('Change my answers'));
    await toStep('a');
    await userEvent.fill(field('How many?'), '30');
    // The button says what it does.
    await userEvent.click(button('Send'));
    await toStep('sent');
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });
});

describe('what a screen reader says', () => {
  it('names the step by its heading, its place in the list, and the field', async () => {
    const { container } = mount();
    await toReview();
    const phrases: string[] = [];
    await virtual.start({ container });
    for (let tries = 0; tries < 40; tries++) {
      await virtual.next();
      phrases.push(await virtual.lastSpokenPhrase());
    }
    await virtual.stop();
    const said = phrases.join(' | ');
    expect(said).toContain('list, Steps');
    expect(said).toMatch(/listitem, .*current step/);
    expect(said).toContain('What do you need?, done');
    expect(said).toContain('heading, Check your answers, level 2');
    expect(said).toContain('button, Edit “What do you need?”');
    expect(said).not.toContain('tablist');
  });
});

describe('two hundred fields in twenty steps', () => {
  const long = defineStepForm({
    steps: Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `part${at}`,
        {
          title: `Part ${at}`,
          fields: Array.from({ length: 10 }, (_, nth) => ({
            type: 'text' as const,
            name: `p${at}q${nth}`,
            label: `Question ${at} ${nth}`,
          })),
        },
      ]),
    ),
    endings: { sent: { title: 'Thank you' } },
  });

  it('render nothing for a key, and commit once for a step', async () => {
    expectConsole('warn', 'SY-1303');
    const { Provider } = createRecorder();
    const commits: number[] = [];
    render(
      <Provider>
        <Profiler id="form" onRender={(_id, _phase, actual) => commits.push(actual)}>
          <StepForm
            {...({
              id: 'long',
              form: long,
              draft: false,
              onSubmit: () => undefined,
            } as unknown as StepFormProps)}
          />
        </Profiler>
      </Provider>,
    );
    const first = field('Question 0 0 (optional)');
    await userEvent.click(first);
    await wait(300);
    commits.length = 0;
    await userEvent.type(first, 'twelve letters');
    await wait(400);
    expect(commits).toHaveLength(0);
    await next('part1');
    await wait(100);
    expect(commits).toHaveLength(1);
  });

  it('renders no field again when its step is reached, or falls out', async () => {
    expectConsole('warn', 'SY-1303');
    const rendered: string[] = [];
    const Counted = ({ spec: { name } }: { spec: { name: string } }) => {
      rendered.push(name);
      return <input name={name} aria-label={name} />;
    };
    const { Provider } = createRecorder();
    render(
      <Provider>
        <StepForm
          {...({
            id: 'counted',
            form: long,
            draft: false,
            components: { p0q9: Counted, p1q9: Counted, p9q9: Counted },
            onSubmit: () => undefined,
          } as unknown as StepFormProps)}
        />
      </Provider>,
    );
    const first = field('Question 0 0 (optional)');
    await userEvent.fill(first, 'twelve letters');
    await expect.poll(() => rendered).toContain('p9q9');
    rendered.length = 0;
    await next('part1');
    await expect.element(heading('Part 1')).toHaveFocus();
    expect(rendered).toEqual([]);
  });
});
