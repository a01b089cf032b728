import type { ReactNode } from 'react';

/** What a page of the benchmark holds. */
export interface Page {
  /** The nth ask. */
  one(index: number): ReactNode;
  /** What stands around all asks. */
  wrap(children: ReactNode): ReactNode;
  /** Records `count` events; returns microseconds per event. */
  emit?(count: number): number;
}

/** A question of the forms of several steps: the same in ours and in the hand-written one. */
export interface Question {
  readonly type: 'text' | 'email';
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
}

export const question = 'What holds your shop back?';
export const options = ['Too few visitors', 'Too little trust', 'Prices', 'A slow checkout'];
export const label = 'Was this article useful?';
export const trigger = 'Talk to an adviser';
export const contactFields = [
  { type: 'text', name: 'name', label: 'Your name', autoComplete: 'name' },
  { type: 'email', name: 'email', label: 'E-mail', required: true },
  { type: 'long-text', name: 'message', label: 'What is it about?', required: true, maxLength: 1000 },
] as const;
export const get = 'The 12-point checklist (PDF)';
export const taste = 'Twelve questions that decide whether a stranger buys, on two pages.';
export const href = '/checklist';

/** A quote in three steps. */
export const steps: readonly (readonly Question[])[] = [
  [
    { type: 'text', name: 'project', label: 'What shall we build?', required: true },
    { type: 'text', name: 'start', label: 'When shall it start?' },
  ],
  [
    { type: 'text', name: 'pages', label: 'How many pages?' },
    { type: 'text', name: 'languages', label: 'In which languages?' },
  ],
  [
    { type: 'text', name: 'name', label: 'Your name', required: true },
    { type: 'email', name: 'email', label: 'E-mail', required: true },
  ],
];

/** Twenty steps of ten fields. */
export const manySteps: readonly (readonly Question[])[] = Array.from({ length: 20 }, (_, step) =>
  Array.from({ length: 10 }, (_, field) => ({
    type: 'text' as const,
    name: `p${step + 1}q${field + 1}`,
    label: `Question ${field + 1}`,
  })),
);
