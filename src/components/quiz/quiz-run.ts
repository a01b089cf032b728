/** What happened on this page; before, the device or the server may know of a result. */
export interface QuizRun {
  /** Place of the question that is shown, from 0. */
  readonly at: number;
  /** Questions that were decided on, by id: their event has gone out. */
  readonly decided: readonly string[];
  readonly isDone?: boolean | undefined;
  /** Id of the question that lacks an answer. */
  readonly missing?: string | undefined;
  /** The visitor wants the result, and what works it out is on its way. */
  readonly isWaiting?: boolean | undefined;
  /** What works out the result could not be had. */
  readonly isLost?: boolean | undefined;
  readonly direction?: 'on' | 'back' | undefined;
}
