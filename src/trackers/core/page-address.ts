import type { CommitmentEvent } from '../../events/index.ts';
import { globalNamed } from '../../internal/global.ts';

/** The page's address as events say it: with no query but what the developer allowed, because one may hold anything. */
export function addressOf({ page }: CommitmentEvent): string {
  return (globalNamed<{ readonly origin: string }>('location')?.origin ?? '') + page.path;
}
