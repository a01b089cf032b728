import type { Route } from './+types/again';

export const meta: Route.MetaFunction = () => [{ title: 'Something is missing | Pinegrove Advisers' }];

/** Where a browser without JavaScript comes when something was missing. */
export default function Again() {
  return (
    <>
      <h1>Something is missing</h1>
      <p>Go back by your browser, where all that you wrote still stands, and look for an empty field.</p>
    </>
  );
}
