import type { JSX } from 'react';
import type {
  AnyCommitment,
  Commitment,
  CommitmentEvent,
  CommitmentStep,
  Kind,
  Phase,
} from '../events/index.ts';
import { CommitmentProvider, type CommitmentProviderProps } from '../provider/index.ts';

/** One event as a line: `'poll.vote committed'`. */
export type EventLine = `${Kind} ${Phase}`;

/** The event of a line: `'poll.vote committed'` is a vote. */
export type EventOf<Line extends EventLine> = Line extends `${infer K extends Kind} ${infer P extends Phase}`
  ? P extends 'committed'
    ? Commitment<K>
    : CommitmentStep<K>
  : never;

/** A provider that writes down what passes, and what it wrote down. */
export interface Recorder {
  /** A `<CommitmentProvider>` with all its props; wrap what you test in it. */
  readonly Provider: (props: CommitmentProviderProps) => JSX.Element;
  /** Every event so far, in order. The same array for the recorder's lifetime. */
  readonly events: readonly CommitmentEvent[];
  /** The commitments among them. */
  readonly commitments: readonly AnyCommitment[];
  /** The events, of all asks or of the one named, as lines of kind and phase, such as `'poll.vote committed'`. */
  phases(this: void, askId?: string): EventLine[];
  /**
   * The first event of a line, at once when it is there already. Rejects after `timeout` milliseconds, 3,000
   * unless stated. Under fake timers, advance them while you wait.
   */
  waitFor<Line extends EventLine>(this: void, line: Line, timeout?: number): Promise<EventOf<Line>>;
  /** Forgets what was written down. */
  clear(this: void): void;
}

/** Options of {@link createRecorder}. */
export interface RecorderOptions {
  /** Keeps what an earlier test made the kit remember, to play a second visit. Default false: nobody has been here. */
  readonly keepMemory?: boolean | undefined;
}

/**
 * Makes a recorder for one test. What the kit remembers in local storage, and drafts in the tab's own, are removed, so
 * that a vote of one test does not answer the poll of the next.
 *
 * ```tsx
 * const recorder = createRecorder();
 * render(<recorder.Provider><Poll id="hurdle" … /></recorder.Provider>);
 * await user.click(screen.getByRole('radio', { name: 'Trust' }));
 * expectEvents(recorder, ['poll.vote seen', 'poll.vote started', 'poll.vote committed']);
 * ```
 */
export function createRecorder(options: RecorderOptions = {}): Recorder {
  if (!options.keepMemory) forgetVisitor();
  const events: CommitmentEvent[] = [];
  const commitments: AnyCommitment[] = [];
  const waiting = new Set<(event: CommitmentEvent) => void>();
  const write = (event: CommitmentEvent) => {
    events.push(event);
    if (event.phase === 'committed') commitments.push(event);
    for (const look of [...waiting]) look(event);
  };

  return {
    events,
    commitments,
    Provider(props) {
      const hear = (event: CommitmentEvent) => {
        write(event);
        return props.onEvent?.(event);
      };
      return <CommitmentProvider {...props} onEvent={hear} />;
    },
    phases: (askId) => events.filter(({ ask }) => askId === undefined || ask.id === askId).map(lineOf),
    waitFor: <Line extends EventLine>(line: Line, timeout = 3_000) =>
      new Promise<EventOf<Line>>((resolve, reject) => {
        const isIt = (event: CommitmentEvent): event is CommitmentEvent & EventOf<Line> =>
          lineOf(event) === line;
        const known = events.find(isIt);
        if (known) return resolve(known);
        const look = (event: CommitmentEvent) => {
          if (!isIt(event)) return;
          end();
          resolve(event);
        };
        const end = () => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const timer = setTimeout(() => {
          end();
          const heard = events.map(lineOf).join(', ') || 'nothing';
          reject(new Error(`No "${line}" within ${timeout} ms. Recorded: ${heard}.`));
        }, timeout);
        waiting.add(look);
      }),
    clear() {
      events.length = commitments.length = 0;
    },
  };
}

function forgetVisitor() {
  for (const name of ['localStorage', 'sessionStorage'] as const)
    try {
      const storage = globalThis[name];
      for (const key of Object.keys(storage)) if (key.startsWith('smallyes:')) storage.removeItem(key);
    } catch {
      // No storage, nothing to forget.
    }
}

function lineOf(event: CommitmentEvent): EventLine {
  return `${event.kind} ${event.phase}` as EventLine;
}
