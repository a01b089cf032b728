import Link from 'next/link';
import { connection } from 'next/server';
import { countLeads } from '../../leads';

/** Where a browser without JavaScript comes after it has sent the form. */
export default async function Page() {
  // The count changes, so the page is rendered for each visit.
  await connection();

  return (
    <>
      <h1>Thank you, it has arrived</h1>
      <p>
        Yours is number {countLeads()} of this week. Helen or Tom looks at it today, and you have the quote by
        tomorrow evening.
      </p>
      <p>
        <Link href="/">Back to the article</Link>
      </p>
    </>
  );
}
