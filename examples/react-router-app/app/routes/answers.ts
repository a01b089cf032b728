import { redirect } from 'react-router';
import { addAnswer, readVotes } from '../answers.server';
import type { Route } from './+types/answers';

/** Takes a vote or a rating: from an ask's `onSubmit`, or as a plain form from a browser without JavaScript. */
export async function action({ request }: Route.ActionArgs) {
  const answer = await request.formData();
  const ask = String(answer.get('sy-ask'));
  if (!addAnswer(ask, answer)) return new Response('No such answer.', { status: 400 });

  const isForm = request.headers.get('accept')?.includes('text/html');
  if (!isForm) return new Response(null, { status: 204 });
  return redirect(ask === 'article-checkout' ? '/checkout' : '/', 303);
}

/** Everyone's votes. */
export function loader() {
  return Response.json(readVotes());
}
