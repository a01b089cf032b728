import { memory } from '../every.server';
import type { Route } from './+types/every-memory';

/** Keeps what the ladder of the page "Every ask" notes of a visitor, in a cookie. */
export function loader({ request }: Route.LoaderArgs) {
  return memory.handle(request);
}

export function action({ request }: Route.ActionArgs) {
  return memory.handle(request);
}
