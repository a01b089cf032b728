import { redirect } from 'react-router';
import { keep } from '../every.server';
import type { Route } from './+types/every-answers';

/** Takes what the page "Every ask" asks: from an ask's `onSubmit`, or as a plain form from a browser without JavaScript. */
export async function action({ request }: Route.ActionArgs) {
  const result = await keep(await request.formData());
  if (result.status === 'invalid') return new Response('No such answer.', { status: 400 });
  const isForm = request.headers.get('accept')?.includes('text/html');
  return isForm ? redirect('/every', 303) : Response.json(result);
}
