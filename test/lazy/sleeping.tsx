import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { lazyAsk } from 'smallyes/lazy';
import { onTestFinished, vi } from 'vitest';
import { atOnce } from '../../src/internal/late.ts';
import { lazyComponent } from '../../src/lazy/lazy-ask.tsx';

type Place = 'onServer' | 'inBrowser';

/** A component whose code arrives when the test says so, and the same as a server has it. */
export function lazily<Ask extends (props: never) => ReactNode>(ask: Ask) {
  let arrive = () => {};
  let lose = () => {};
  const bring = vi.fn(
    () =>
      new Promise<Ask>((resolve, reject) => {
        arrive = () => resolve(ask);
        lose = () => reject(new TypeError('Failed to fetch dynamically imported module'));
      }),
  );
  return {
    bring,
    arrive: () => arrive(),
    lose: () => lose(),
    onServer: lazyComponent(atOnce(ask)),
    inBrowser: lazyAsk(bring),
  };
}

/** Takes over what a server wrote, far below what the window shows unless `top` says otherwise. */
export async function hydrate(make: (place: Place) => ReactNode, top = 5_000) {
  const host = document.body.appendChild(document.createElement('div'));
  scrollTo(0, 0);
  host.style.paddingBlockStart = `${top}px`;
  onTestFinished(() => host.remove());
  host.innerHTML = renderToString(make('onServer'));
  const errors: unknown[] = [];
  const root = hydrateRoot(host, make('inBrowser'), {
    onRecoverableError: (error) => errors.push(error),
  });
  onTestFinished(() => root.unmount());
  await pause(100);
  return { host, root, errors, show: () => root.render(make('inBrowser')) };
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
