import type { Settled } from './submission.ts';

/** Whether a submission has ended without a yes: the server refuses, or could not be reached. */
export function hasFailed(end: Pick<Settled, 'status'> | undefined): boolean {
  return end?.status === 'failed' || end?.status === 'invalid';
}
