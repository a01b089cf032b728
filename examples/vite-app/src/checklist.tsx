import { useState } from 'react';
import { useCommit } from 'smallyes/provider';

/** A kind of our own: the kit takes it as typed as one of its own. */
declare module 'smallyes/events' {
  interface CommitmentData {
    'checklist.copy': { items: number };
  }
}

const items = [
  'The cart names a day, not "3 to 5 working days".',
  'The delivery price stands next to the product price.',
  'Returns are explained in one sentence.',
];

/** An ask of our own, made of plain markup and one hook. */
export function Checklist() {
  const [isCopied, setCopied] = useState(false);
  const { ref, start, commit, fail } = useCommit('checklist.copy', { id: 'delivery-checklist', grade: 1 });

  async function copy() {
    start();
    try {
      await navigator.clipboard.writeText(items.join('\n'));
      commit({ items: items.length });
      setCopied(true);
    } catch {
      fail();
    }
  }

  return (
    <section ref={ref} className="checklist" aria-labelledby="checklist-title">
      <h2 id="checklist-title">Check your own cart</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <button type="button" onClick={copy}>
        Copy the checklist
      </button>{' '}
      <span role="status">{isCopied ? 'Copied.' : ''}</span>
    </section>
  );
}
