import { readFilter } from 'smallyes/offer-filter/define';
import { countKept, memory } from '../every.server';
import { EveryAsks } from '../every-asks';
import { facets } from '../every-definitions';
import type { Route } from './+types/every';

export const meta: Route.MetaFunction = () => [
  { title: 'Every ask | Pinegrove Advisers' },
  { name: 'description', content: 'Every ask of the kit, each as small as it can be.' },
];

/** The address and the cookie say what this visitor sees first. */
export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  return {
    query: searchParams.get('q') ?? '',
    filter: readFilter(facets, searchParams),
    remembered: memory.read(request),
    kept: countKept(),
  };
}

export default function Every({ loaderData: { kept, ...first } }: Route.ComponentProps) {
  return (
    <>
      <h1>Every ask</h1>
      <EveryAsks {...first} />
      <p className="note">Answers kept: {kept}</p>
    </>
  );
}
