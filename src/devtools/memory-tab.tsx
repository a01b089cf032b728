'use client';
import { type FormEvent, type JSX, useState } from 'react';
import type { Guide } from '../ladder/ladder.ts';
import { readConsent } from '../provider/consent.ts';
import type { Hub } from '../provider/hub.ts';
import { CopyButton } from './copy-button.tsx';
import { consentInWords, toJson, toShownJson } from './format.ts';
import { variantsIn } from './rung-state.ts';
import { useGuideState } from './use-guide-state.ts';

/** What is remembered of the visitor, and how to change it. */
export function MemoryTab({ guide, hub }: { guide: Guide; hub: Hub }): JSX.Element {
  const { history } = useGuideState(guide, 1_000);
  const { ladder } = guide;
  const text = () => toJson({ ladder: ladder.id, history });
  const download = () => {
    const url = URL.createObjectURL(new Blob([text()], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${ladder.id}-history.json`;
    link.click();
    URL.revokeObjectURL(url);
  };

  return (
    <>
      <dl className="facts">
        <div>
          <dt>Consent</dt>
          <dd>{consentInWords(readConsent(hub.get('consent')))}</dd>
        </div>
        <div>
          <dt>Segments</dt>
          <dd>{hub.site.visit.segments().join(', ') || 'none'}</dd>
        </div>
      </dl>
      <Variants guide={guide} exposed={history.exposed} />
      <h3 className="section">History</h3>
      <div className="bar">
        <CopyButton label="Copy as JSON" text={text} />
        <button type="button" className="button" onClick={download}>
          Download
        </button>
        <button type="button" className="button" data-kind="danger" onClick={() => guide.forget()}>
          Forget everything
        </button>
      </div>
      <pre>{toShownJson(history)}</pre>
    </>
  );
}

/** The variants that the ladder's conditions name and those that were exposed, each to be changed. */
function Variants(props: { guide: Guide; exposed: Readonly<Record<string, string>> }) {
  const { guide, exposed } = props;
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [experiment, setExperiment] = useState('');
  const [variant, setVariant] = useState('');
  const known = variantsIn(guide.ladder);
  const now = { ...exposed, ...chosen };
  const names = [...new Set([...Object.keys(known), ...Object.keys(now)])];
  const put = (name: string, value: string) => {
    const { [name]: _, ...others } = now;
    const next = value ? { ...others, [name]: value } : others;
    setChosen(next);
    guide.setVariants(next);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (experiment.trim() && variant.trim()) put(experiment.trim(), variant.trim());
  };

  return (
    <>
      <h3 className="section">Variants</h3>
      {names.map((name) => (
        <label className="bar" key={name}>
          <span className="kind">{name}</span>
          <select value={now[name] ?? ''} onChange={({ target }) => put(name, target.value)}>
            {exposed[name] === undefined && <option value="">not set</option>}
            {[...new Set([...(known[name] ?? []), now[name] ?? ''])].filter(Boolean).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      ))}
      <form className="bar" onSubmit={add}>
        <input
          aria-label="Experiment"
          placeholder="Experiment"
          value={experiment}
          onChange={({ target }) => setExperiment(target.value)}
        />
        <input
          aria-label="Variant"
          placeholder="Variant"
          value={variant}
          onChange={({ target }) => setVariant(target.value)}
        />
        <button type="submit" className="button">
          Set
        </button>
      </form>
      <p className="note">
        For conditions and events of this page, until it is loaded anew. What useVariant shows stays as it is.
      </p>
    </>
  );
}
