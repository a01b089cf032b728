import { defineStepForm } from 'smallyes/step-form/define';
import type { Question } from './page.ts';

/** The form of these steps, as a developer defines it. */
export const quoteForm = (all: readonly (readonly Question[])[]) =>
  defineStepForm({
    steps: Object.fromEntries(
      all.map((fields, nth) => [`step${nth + 1}`, { title: `Step ${nth + 1} of ${all.length}`, fields }]),
    ),
    endings: { sent: { title: 'Thank you.' } },
  });
