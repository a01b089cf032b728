import { Link, Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';
import 'smallyes/styles.css';
import { Measurement } from './measurement';
import './site.css';

export default function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <Measurement>
          <header>
            <Link to="/">Pinegrove Advisers</Link>
            <Link to="/talk">Talk to us</Link>
            <Link to="/every">Every ask</Link>
          </header>
          <main>
            <Outlet />
          </main>
        </Measurement>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
