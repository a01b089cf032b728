import { gate } from '../gate.server';
import type { Route } from './+types/gate';

/** Hands out what the gate guards, for a grant. */
export function loader({ request }: Route.LoaderArgs) {
  return gate.handle(request);
}
