import type { APIRoute } from 'astro';
import { addAnswer, readVotes } from '../../answers';

export const prerender = false;

/** Takes a vote or a rating: from an ask's `onSubmit`, or as a plain form from a browser without JavaScript. */
export const POST: APIRoute = async ({ request, redirect }) => {
  const answer = await request.formData();
  if (!addAnswer(String(answer.get('sy-ask')), answer))
    return new Response('No such answer.', { status: 400 });

  const isForm = request.headers.get('accept')?.includes('text/html');
  return isForm ? redirect('/thanks', 303) : new Response(null, { status: 204 });
};

/** Everyone's votes. */
export const GET: APIRoute = () => Response.json(readVotes());
