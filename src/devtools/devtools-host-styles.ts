/** Styles of the button, and where it stands. The rules for the host hold against the page's own for any `div`. */
export const hostStyles = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto !important;
  inset-block-end: 12px !important;
  inset-inline-end: 12px !important;
  z-index: 2147483647 !important;
  inline-size: 40px !important;
  block-size: 40px !important;
  color-scheme: dark !important;
}
:host([data-position^='top']) { inset-block: 12px auto !important; }
:host([data-position$='start']) { inset-inline: 12px auto !important; }
@media print { :host { display: none !important; } }

.frame {
  --ground: #16181d;
  --raised: #20242b;
  --line: #3a404a;
  --text: #e9ebee;
  --muted: #aab2bd;
  --accent: #7fdccb;
  --on-accent: #0e2a26;
  --bad: #ffb4ab;
  --wait: #f0c38a;
  color: var(--text);
  font: 13px/1.5 system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
}
.toggle {
  display: grid;
  place-content: center;
  box-sizing: border-box;
  inline-size: 40px;
  block-size: 40px;
  margin: 0;
  padding: 0;
  border: 1px solid var(--line);
  border-radius: 20px;
  background: var(--ground);
  color: var(--accent);
  box-shadow: 0 0 0 1px rgb(255 255 255 / 0.25), 0 4px 16px rgb(0 0 0 / 0.3);
  cursor: pointer;
}
.toggle:hover { background: var(--raised); }
.toggle:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; box-shadow: 0 0 0 6px var(--ground); }
.toggle svg { inline-size: 22px; block-size: 22px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
`;
