import type { APIRoute } from 'astro';
import { gate } from '../../gate';
import { takeLead } from '../../leads';

export const prerender = false;

/** Takes what the page "Talk to us" asks: from an ask's `onSubmit`, or as a plain form from a browser without JavaScript. */
export const POST: APIRoute = async ({ request, redirect }) => {
  const result = await takeLead(await request.formData());
  const isForm = request.headers.get('accept')?.includes('text/html');
  if (!isForm) return Response.json(result);

  if (result.status === 'invalid') return redirect('/talk/again', 303);
  return redirect('grant' in result ? gate.href('questions', result.grant) : '/talk/thanks', 303);
};
