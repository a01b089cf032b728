// The program of a page that a server wrote: it takes over what stands there. The asks are far below what a visitor sees.
import { asks } from 'bench:asks';
import { hydrateRoot } from 'react-dom/client';

const host = document.querySelector('main');
if (host) hydrateRoot(host, asks.wrap(asks.one(0)));
