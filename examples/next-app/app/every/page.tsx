import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readFilter } from 'smallyes/offer-filter/define';
import { countKept, memory } from './every';
import { EveryAsks } from './every-asks';
import { facets } from './every-definitions';

export const metadata: Metadata = {
  title: 'Every ask | Pinegrove Advisers',
  description: 'Every ask of the kit, each as small as it can be.',
};

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The address and the cookie say what this visitor sees first. */
export default async function Page({ searchParams }: PageProps) {
  const params = await searchParams;
  return (
    <>
      <h1>Every ask</h1>
      <EveryAsks
        query={[params['q']].flat()[0] ?? ''}
        filter={readFilter(facets, params)}
        remembered={memory.read(await headers(), { path: '/every' })}
      />
      <p className="note">Answers kept: {countKept()}</p>
    </>
  );
}
