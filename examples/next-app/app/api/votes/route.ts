import { addVote, readVotes } from '../../answers';

/** Takes a vote: from the poll's `onSubmit`, or as a plain form from a browser without JavaScript. */
export async function POST(request: Request) {
  const form = await request.formData();
  if (!addVote(form.get('choice'))) return new Response('No such option.', { status: 400 });

  const isForm = request.headers.get('accept')?.includes('text/html');
  return isForm
    ? new Response(null, { status: 303, headers: { location: '/' } })
    : new Response(null, { status: 204 });
}

export function GET() {
  return Response.json(readVotes());
}
