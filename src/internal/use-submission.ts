'use client';
import { useState } from 'react';
import {
  createSubmission,
  type Submission,
  type SubmissionOptions,
  type SubmissionState,
} from './submission.ts';
import { useLatest } from './use-latest.ts';

export type { Settled, SubmitContext, SubmitHandler, SubmitResult } from './submission.ts';

/** {@link createSubmission} for a component: what it shows is state. */
export function useSubmission<Values>(options: SubmissionOptions<Values>): Submission<Values> {
  const latest = useLatest(options);
  const [state, setState] = useState<SubmissionState>();
  const [actions] = useState(() => createSubmission<Values>(() => latest.current, setState));
  const isPending = state === 'sending';
  return { isPending, settled: isPending ? undefined : state, ...actions };
}
