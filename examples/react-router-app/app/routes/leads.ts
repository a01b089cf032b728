import { redirect } from 'react-router';
import { gate } from '../gate.server';
import { takeLead } from '../leads.server';
import type { Route } from './+types/leads';

/** Takes what the page "Talk to us" asks: from an ask's `onSubmit`, or as a plain form from a browser without JavaScript. */
export async function action({ request }: Route.ActionArgs) {
  const result = await takeLead(await request.formData());
  const isForm = request.headers.get('accept')?.includes('text/html');
  if (!isForm) return Response.json(result);

  if (result.status === 'invalid') return redirect('/talk/again', 303);
  return redirect('grant' in result ? gate.href('questions', result.grant) : '/talk/thanks', 303);
}
