'use client';
import { type JSX, useEffect, useState } from 'react';

/** Copies a text, and says so in its own words for a moment. */
export function CopyButton(props: { label: string; text: () => string }): JSX.Element {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(''), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text());
      setOutcome('Copied');
    } catch {
      setOutcome('The browser refuses to copy');
    }
  };

  return (
    <button type="button" className="button" onClick={copy}>
      <span aria-live="polite">{outcome || props.label}</span>
    </button>
  );
}
