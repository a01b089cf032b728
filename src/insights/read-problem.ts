import { tell } from '../internal/messages.ts';

/** Something that was to be an event and was left out. */
export interface ReadProblem {
  /** The line of the text, or the place among the events; from 1. */
  readonly line: number;
  /**
   * `json`: the line is no JSON. `too-long`: it has more than a million characters. `version`: an event of a version that is not
   * known. `shape`: something an event must have is missing or is of another type. `future`: later than `now` by more than five
   * minutes.
   */
  readonly reason: 'json' | 'too-long' | 'version' | 'shape' | 'future';
  /** Where, and what was expected, in English; never a value of the event. */
  readonly detail: string;
}

/** Hears of one problem. */
export type OnProblem = (problem: ReadProblem) => void;

/** Hands problems on, or tells the developer of them at the end. */
export function createProblems(onProblem: OnProblem | undefined) {
  let first: ReadProblem | undefined;
  let many = 0;
  return {
    add(problem: ReadProblem): void {
      onProblem?.(problem);
      // Whoever asks how things stood at an earlier time knows that there are later events.
      if (problem.reason === 'future') return;
      first ??= problem;
      many++;
    },
    /** `what` was read: `'lines'` or `'events'`. */
    end(read: number, what: string): void {
      if (process.env.NODE_ENV !== 'production' && first && !onProblem)
        tell(1607, `${many} of ${read} ${what}`, `number ${first.line}, ${first.detail}`);
    },
  };
}
