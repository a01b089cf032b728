import type { CommitmentEvent, Grade, Purpose, Tracker } from '../events/index.ts';

// What the signatures name, so that nobody needs a second import to write them down.
export type { CommitmentEvent, Identity, Purpose, Tracker } from '../events/index.ts';

/** Options of {@link consoleTracker}. */
export interface ConsoleTrackerOptions {
  /** Name of the tracker. Default `'console'`. */
  readonly name?: string | undefined;
  /** Whose place it takes: it prints what a tracker of this purpose gets. Default `'analytics'`. */
  readonly purpose?: Purpose | undefined;
  /** Where to write. Default: the console's `log`. */
  readonly log?: ((text: string, event: CommitmentEvent) => void) | undefined;
}

const sizes: Readonly<Record<Grade, string>> = { 1: 'weak', 2: 'medium', 3: 'strong' };

/**
 * Writes each event to the console: one readable line, and the event itself. For development. It waits for consent
 * like the tracker that will take its place, so what it prints is what that one would get. To see every event whatever
 * the consent, log in the provider's `onEvent`.
 */
export function consoleTracker(options: ConsoleTrackerOptions = {}): Tracker {
  const { name = 'console', purpose, log = (text, event) => console.log(text, event) } = options;
  return {
    name,
    purpose,
    track(event) {
      log(
        `${event.kind} ${event.phase} (${sizes[event.grade]}) ${event.ask.id} ${JSON.stringify(event.data)}`,
        event,
      );
    },
  };
}
