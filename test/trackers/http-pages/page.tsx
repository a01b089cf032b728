import { createRoot } from 'react-dom/client';
import { type CommitHandle, CommitmentProvider, useCommit } from 'smallyes/provider';
import { type HttpTracker, httpTracker } from 'smallyes/trackers/http';

const wish = new URL(location.href).searchParams;
const handles: CommitHandle<'poll.vote'>[] = [];

declare global {
  interface Window {
    outbox: HttpTracker;
    /** Says yes to so many asks, each with so many thousand characters. */
    commit(count: number, thousands?: number): void;
    /** Takes the provider off the page, as a router does that shows another one. */
    unmount(): void;
    /** Whether the page came back as it was left. */
    cameBack: boolean;
    violations: string[];
  }
}

function Vote({ id }: { id: string }) {
  handles.push(useCommit('poll.vote', { id }));
  return null;
}

window.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
  window.violations.push(violatedDirective),
);
window.cameBack = false;
addEventListener('pageshow', ({ persisted }) => {
  window.cameBack = persisted;
});

document.addEventListener('prerenderingchange', () => void fetch('/shown'));

window.outbox = httpTracker({
  url: wish.get('url') ?? '/api/commitments',
  persist: wish.has('persist'),
  // One event for each yes.
  phases: ['committed'],
  batch: { delay: Number(wish.get('delay') ?? 2_000) },
});
let next = 0;
window.commit = (count, thousands = 0) => {
  for (let index = 0; index < count; index++)
    handles[next++]?.commit({ choice: 'Trust', choices: Array(thousands).fill('x'.repeat(1_000)) });
};

const root = createRoot(document.querySelector('main') as HTMLElement);
window.unmount = () => root.unmount();
root.render(
  <CommitmentProvider trackers={[window.outbox]} consent={{ analytics: true, functional: true }}>
    {Array.from({ length: 60 }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: asks that never change places.
      <Vote key={index} id={`ask-${index}`} />
    ))}
  </CommitmentProvider>,
);
// The asks stand after the first effects; then the page is ready for a visitor.
function begin() {
  if (!handles.length) {
    setTimeout(begin, 10);
    return;
  }
  setTimeout(() => {
    if (wish.has('auto')) window.commit(1);
    document.documentElement.dataset['ready'] = '';
  }, 50);
}
begin();
