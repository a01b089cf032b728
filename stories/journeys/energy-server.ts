import type { NewsletterResult } from 'smallyes/newsletter-form';
import { createGate } from 'smallyes/server';
import book from '../media/house-book.pdf?url';

/*
 * The site's server, here in the page, because a story has none. What costs an address or money leaves it for a signed grant
 * alone. On a site this file runs on the server, the keys come from its environment, and the book lies in its storage.
 */

const plan = [
  ['Wait for frost', 'One day below zero is enough. Above five degrees the test says nothing.'],
  ['Open every valve', 'All the way, in every room. A half closed valve hides what you want to see.'],
  ['Set the flow to 55', 'Write down what it was before. You will put it back, or you will not.'],
  ['Wait two evenings', 'Walls answer slowly. The first evening is always too cold.'],
  ['Write down the rooms below 20', 'These rooms, and no others, are what your next money is for.'],
];

const gate = createGate({
  keys: [{ id: 'story', secret: 'a story has no secrets, a site keeps its own in its environment' }],
  magnets: {
    plan: { stream: () => JSON.stringify(plan), fileName: 'The test plan.json', type: 'application/json' },
    book: {
      stream: async () => (await fetch(book)).body ?? '',
      fileName: 'The house book.pdf',
      type: 'application/pdf',
    },
  },
});

/** Answers of a server take a moment. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 150));
const ask = (href: string) => gate.handle(new Request(new URL(href, 'https://example.com')));

/** What the page wants of its server. A test may hand in one that is down. */
export const energyServer = {
  /** Keeps an address, and sends a mail that asks for confirmation. */
  async subscribe(): Promise<NewsletterResult> {
    await moment();
    return { status: 'pending' };
  },
  /** Sends each episode from now on. */
  async follow(): Promise<NewsletterResult> {
    await moment();
    return { status: 'ok' };
  },
  /** Keeps an address, and grants the plan. */
  async grantPlan(): Promise<{ status: 'ok'; grant: string }> {
    await moment();
    return { status: 'ok', grant: await gate.grant('plan') };
  },
  /** Brings the plan for a grant. Rejects with the refusal, as `fetch` with a check of `response.ok` would. */
  async fetchPlan(grant: string | undefined): Promise<string[][]> {
    await moment();
    const response = await ask(gate.href('plan', grant));
    if (!response.ok) throw response;
    return response.json() as Promise<string[][]>;
  },
  /** Takes an order, and answers with its number and the address of the book. */
  async order(_email: string): Promise<{ number: string; href: string }> {
    await moment();
    return { number: 'F-2107', href: gate.href('book', await gate.grant('book')) };
  },
  /** Takes a request. */
  async send(): Promise<void> {
    await moment();
  },
  /** Takes a review, which a person reads before it is published. */
  async review(): Promise<{ status: 'pending' }> {
    await moment();
    return { status: 'pending' };
  },
};

export type EnergyServer = typeof energyServer;

/** Saves what a granted address delivers. On a site the browser does this by itself. */
export async function save(href: string): Promise<void> {
  const response = await ask(href);
  if (!response.ok) throw response;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = 'The house book.pdf';
  link.click();
  URL.revokeObjectURL(link.href);
}
