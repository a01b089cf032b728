// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import type { StepFormModel } from '../../src/components/step-form/step-form-model.ts';
import { createReplies } from '../../src/components/step-form/step-form-replies.ts';
import type { FormStep } from '../../src/components/step-form/step-form-types.ts';
import { collectRejections } from '../support/rejections.ts';

const rejections = collectRejections();

it('is asked for nothing by an answer that a newer one has overtaken', async () => {
  const set = vi.fn();
  const model = { live: { set }, read: () => ({ props: { id: 'quote' } }) } as unknown as StepFormModel;
  const reply = vi.fn(async () => 'Late.');
  const step = { reply } as unknown as FormStep;
  const checks: ((values: object | undefined) => void)[] = [];
  const replies = createReplies(
    model,
    () => new Promise((checked) => checks.push((values) => checked({ step, values: values as never }))),
  );
  replies.look();
  replies.look();
  // The newer one does not hold, and is told first.
  checks[1]?.(undefined);
  await vi.waitFor(() => expect(set).toHaveBeenCalledTimes(1));
  checks[0]?.({});
  await rejections.settle();
  expect(reply).not.toHaveBeenCalled();
  expect(set.mock.calls).toEqual([[{ reply: undefined, isThinking: false }]]);
});

it('a reply that nobody waits for any more may fail', async () => {
  const set = vi.fn();
  const model = { live: { set }, read: () => ({ props: { id: 'quote' } }) } as unknown as StepFormModel;
  let asked = 0;
  // No spy: one takes the rejection itself.
  const reply = () => {
    asked++;
    return Promise.reject(new Error('the price service is down'));
  };
  const replies = createReplies(model, async () => ({ step: { reply } as unknown as FormStep, values: {} }));
  replies.look(document.createElement('textarea'));
  // The visitor goes on while the pause after the last key is not over.
  await replies.flush();
  await rejections.settle();
  expect(asked).toBe(1);
  expect(set).not.toHaveBeenCalled();
  expect(rejections.all).toEqual([]);
});
