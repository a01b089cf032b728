// biome-ignore-all assist/source/organizeImports: the hook comes before React
// One program for every page of the benchmark: which asks it holds is fixed when it is bundled, so that each
// page weighs what it uses. `ASKS` is set by the bundler.

import { commits } from './commits.ts';
import { asks } from 'bench:asks';
import { takeSlowest } from './slowest.ts';
import { type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

declare global {
  interface Window {
    bench: {
      /** Milliseconds to mount `count` asks, style and layout included. */
      mount(count: number): number;
      unmount(): void;
      /** What React has committed since the last call, and how long the slowest event took. */
      take(): { commits: number; slowest: number };
      emit?(count: number): number;
    };
  }
}

const host = document.createElement('main');
document.body.append(host);
let root = createRoot(host);

function show(content: ReactNode) {
  flushSync(() => root.render(content));
  return host.getBoundingClientRect().height;
}

window.bench = {
  mount(count) {
    const began = performance.now();
    show(asks.wrap(Array.from({ length: count }, (_, index) => asks.one(index))));
    return performance.now() - began;
  },
  unmount() {
    root.unmount();
    root = createRoot(host);
  },
  take() {
    const { count } = commits;
    commits.count = 0;
    return { commits: count, slowest: takeSlowest() };
  },
  ...(asks.emit && { emit: asks.emit }),
};
// The page's own first paint: one ask, as a visitor loads it.
show(<StrictMode>{asks.wrap([asks.one(0)])}</StrictMode>);
