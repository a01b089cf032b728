import type { APIRoute } from 'astro';
import { keep } from '../../every';

export const prerender = false;

/** Takes what the page "Every ask" asks: from an ask's `onSubmit`, or as a plain form from a browser without JavaScript. */
export const POST: APIRoute = async ({ request, redirect }) => {
  const result = await keep(await request.formData());
  if (result.status === 'invalid') return new Response('No such answer.', { status: 400 });
  const isForm = request.headers.get('accept')?.includes('text/html');
  return isForm ? redirect('/every', 303) : Response.json(result);
};
