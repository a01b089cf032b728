import { type CommitmentBus, type CommitmentEvent, catalogue, createCommitmentBus } from 'smallyes/events';
import { commitmentEventSchema, createEventSchema } from 'smallyes/events/schema';
import { addons } from 'storybook/preview-api';
import { EVENT_MESSAGE } from './channel.ts';
import { problemsOf } from './problems.ts';

/**
 * Shows an event in the panel "Commitments". The provider around each story does it already, also for providers
 * inside the story; call it as `onEvent` only where a story opts out with `parameters: { provider: false }`.
 */
export function sendToPanel(event: CommitmentEvent): void {
  addons.getChannel().emit(EVENT_MESSAGE, { event, problems: problemsOf(schemaOf(event.kind), event) });
}

/** The bus of the provider around each story. */
export const panelBus: CommitmentBus = createCommitmentBus({ replay: 0 });
panelBus.subscribe(sendToPanel);

const ownSchemas = new Map<string, typeof commitmentEventSchema>();

/** A story's own kinds are checked too: everything but the shape of their data, which only the story knows. */
function schemaOf(kind: string): typeof commitmentEventSchema {
  if (kind in catalogue) return commitmentEventSchema;
  let own = ownSchemas.get(kind);
  if (!own) ownSchemas.set(kind, (own = createEventSchema({ kinds: { [kind]: true } })));
  return own;
}
