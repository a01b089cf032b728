import React from 'react';

/** Any JSON value, its objects and lists folded as native disclosures. `open` names the keys that start unfolded. */
export function JsonTree({
  value,
  open = [],
}: {
  value: object;
  open?: readonly string[];
}): React.JSX.Element {
  return (
    <ul className="tree">
      {Object.entries(value).map(([key, child]) => (
        <li key={key}>
          {isBranch(child) ? (
            <details open={open.includes(key)}>
              <summary>
                <span className="key">{key}</span> <span className="hint">{sizeOf(child)}</span>
              </summary>
              <JsonTree value={child} />
            </details>
          ) : (
            <React.Fragment>
              <span className="key">{key}</span> <span className="value">{JSON.stringify(child)}</span>
            </React.Fragment>
          )}
        </li>
      ))}
    </ul>
  );
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function sizeOf(value: object): string {
  const size = Object.keys(value).length;
  return Array.isArray(value) ? `[${size}]` : `{${size}}`;
}
