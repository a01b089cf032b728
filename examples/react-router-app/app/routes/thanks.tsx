import { Link } from 'react-router';
import { countLeads } from '../leads.server';
import type { Route } from './+types/thanks';

export const meta: Route.MetaFunction = () => [{ title: 'Thank you | Pinegrove Advisers' }];

export function loader() {
  return { leads: countLeads() };
}

/** Where a browser without JavaScript comes after it has sent the form. */
export default function Thanks({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <h1>Thank you, it has arrived</h1>
      <p>
        Yours is number {loaderData.leads} of this week. Helen or Tom looks at it today, and you have the
        quote by tomorrow evening.
      </p>
      <p>
        <Link to="/">Back to the article</Link>
      </p>
    </>
  );
}
