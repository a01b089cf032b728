import React from 'react';

/** Copies a text, and says so in its own words for a moment. */
export function CopyButton(props: {
  label: string;
  text: () => string;
  disabled?: boolean;
}): React.JSX.Element {
  const [outcome, setOutcome] = React.useState('');
  React.useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(''), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text());
      setOutcome('Copied');
    } catch {
      setOutcome('Copying is not allowed here');
    }
  };

  return (
    <button type="button" className="button" disabled={props.disabled} onClick={copy}>
      <span aria-live="polite">{outcome || props.label}</span>
    </button>
  );
}
