import { createGate } from 'smallyes/server';

/*
 * The site's server, here in the page, because a story has none. It is the real thing all the same: the checklist leaves it
 * for a signed grant alone. On a site this file runs on the server and the keys come from its environment.
 */

const checklist = [
  [
    'The first line names what you sell.',
    'Nine words or fewer. No word that a competitor could use as well.',
  ],
  ['One picture shows a customer, not a product.', 'Somebody who looks like the people you sell to.'],
  ['One price is on the first page.', 'The price of what most people buy, not the lowest.'],
  ['A face and a street stand where everybody sees them.', 'Not in the imprint.'],
  ['There is a way back.', 'Say in one line how long a parcel may be returned, and who pays.'],
  ['Something small can be done at once.', 'A question, a slider, stars. It gives something back.'],
  ['The second click is counted.', 'Every Friday, by the same rule, on the wall.'],
];

const gate = createGate({
  keys: [{ id: 'story', secret: 'a story has no secrets, a site keeps its own in its environment' }],
  magnets: {
    checklist: {
      stream: () => JSON.stringify(checklist),
      fileName: 'First page checklist.json',
      type: 'application/json',
    },
  },
});

/** Answers of a server take a moment. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 250));

/** Stores the address and hands out the grant. */
export async function subscribe(): Promise<{ status: 'ok'; grant: string }> {
  await moment();
  return { status: 'ok', grant: await gate.grant('checklist') };
}

/** Brings the checklist for a grant. Rejects with the refusal, as `fetch` with a check of `response.ok` would. */
export async function fetchChecklist(grant: string | undefined): Promise<string[][]> {
  await moment();
  const response = await gate.handle(
    new Request(new URL(gate.href('checklist', grant), 'https://example.com')),
  );
  if (!response.ok) throw response;
  return response.json() as Promise<string[][]>;
}

/** Takes a message or a request. */
export async function send(): Promise<void> {
  await moment();
}
