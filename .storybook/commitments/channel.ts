import type { CommitmentEvent } from 'smallyes/events';

/** Name of the add-on, of its panel, and of the message that carries an event from the story to the panel. */
export const ADDON_ID = 'smallyes/commitments';
export const PANEL_ID = `${ADDON_ID}/panel`;
export const EVENT_MESSAGE = `${ADDON_ID}/event`;

/** What the preview sends for each event. */
export interface CheckedEvent {
  readonly event: CommitmentEvent;
  /** What the schema finds wrong, one sentence each. Empty when all is well. */
  readonly problems: readonly string[];
}
