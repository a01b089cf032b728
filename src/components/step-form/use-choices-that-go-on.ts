'use client';
import { useRef } from 'react';
import { type ChoiceGroup, useChoiceGroup } from '../../internal/use-choice-group.ts';
import type { StepPage } from './step-form-pages.ts';

/** The answer that waits for words: it is picked, never decided on. */
const other = 'other';

/**
 * In a conversation, a click on an answer goes on; arrow keys only look, Space and Enter decide. An answer with the value
 * `other` waits for the button.
 */
export function useChoicesThatGoOn({ specs }: StepPage, goOn: () => void): ChoiceGroup {
  const [question] = specs;
  const picked = useRef<Record<string, string>>({});
  return useChoiceGroup({
    get selected() {
      return question && picked.current[question.name];
    },
    onSelect(value) {
      if (question) picked.current[question.name] = value;
    },
    onDecide:
      question?.type === 'choice' && question.as !== 'select'
        ? (value, { target }) => {
            const radio = target as HTMLInputElement;
            if (!radio.checked) {
              radio.checked = true;
              // Enter changes nothing by itself: the form hears of it as of a click.
              radio.dispatchEvent(new Event('input', { bubbles: true }));
            }
            // React tells of a click before the form has heard of it.
            if (value !== other) setTimeout(goOn);
          }
        : undefined,
  });
}
