// @vitest-environment jsdom
import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import {
  type ConsentInput,
  type ConsentSource,
  globalPrivacyControl,
  googleConsentMode,
  iabTcf,
  useConsent,
} from 'smallyes/consent';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';
import { consents, createDataLayer, createTcfTool, removeTools, tcData } from './cmp-stubs.ts';

const all = (word: string) => ({ analytics: word, advertising: word, functional: word });
const every = consents(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

/** A source whose word a test sets. */
function createOwn(first: unknown) {
  const listeners = new Set<() => void>();
  let word = first;
  const source: ConsentSource = {
    // Anew at each call, as people write it.
    read: () => (typeof word === 'object' && word ? { ...word } : word) as ConsentInput,
    subscribe(changed) {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
  return {
    source,
    listeners,
    say(next: unknown) {
      word = next;
      for (const listener of listeners) listener();
    },
  };
}

let seen: ConsentInput[] = [];
function Reader(props: { sources: () => Parameters<typeof useConsent>[0] }) {
  const consent = useConsent(props.sources());
  seen.push(consent);
  return <p>{JSON.stringify(consent)}</p>;
}

beforeEach(() => forgetMessages());
afterEach(() => {
  seen = [];
  removeTools();
  document.body.replaceChildren();
});

describe('useConsent', () => {
  it.each<[unknown[], object]>([
    [[{ analytics: true, advertising: true, functional: true }], all('granted')],
    [[{ analytics: true }, { analytics: false }], { ...all('unknown'), analytics: 'denied' }],
    [[{ analytics: 'granted' }, { analytics: 'unknown' }], all('unknown')],
    [[{ analytics: 'granted' }, { analytics: null }], all('unknown')],
    [[{ analytics: 'unknown' }, { analytics: 'denied' }], { ...all('unknown'), analytics: 'denied' }],
    [[{ analytics: 'granted' }, {}, { analytics: undefined }], { ...all('unknown'), analytics: 'granted' }],
    [[{ analytics: 'yes' }, { advertising: 1 }, { functional: 'true' }], all('unknown')],
    [[null], all('unknown')],
    [['granted'], all('unknown')],
    [[], all('unknown')],
    [[JSON.parse('{"__proto__":{"analytics":true}}')], all('unknown')],
    [[Object.create({ analytics: true })], all('unknown')],
  ])('combines %j by the strictest word: %j', (words, result) => {
    const wrong = words.length === 0 || words.some((word) => typeof word !== 'object' || !word);
    if (wrong) expectConsole('warn', 'SY-1054 useConsent() cannot tell what the visitor said: ');
    const sources = words.map((word) => createOwn(word).source);
    render(<Reader sources={() => sources} />);
    expect(seen.at(-1)).toEqual(result);
  });

  it.each<[string, () => Parameters<typeof useConsent>[0], string]>([
    ['no source', () => [], 'it has no source.'],
    [
      'a source that gives a text',
      () => [createOwn('granted').source],
      'the read() of a source gave "granted".',
    ],
    [
      'a source that gives nothing',
      () => createOwn(undefined).source,
      'the read() of a source gave undefined.',
    ],
  ])('says SY-1054 once for %s', (_, sources, problem) => {
    expectConsole('warn', `SY-1054 useConsent() cannot tell what the visitor said: ${problem}`);
    const { rerender } = render(<Reader sources={sources} />);
    rerender(<Reader sources={sources} />);
    expect(seen.at(-1)).toEqual(all('unknown'));
    expect(consoleOutput()).toHaveLength(1);
  });

  it('takes one source alone', () => {
    render(<Reader sources={() => createOwn({ analytics: true }).source} />);
    expect(seen.at(-1)).toMatchObject({ analytics: 'granted' });
  });

  it('is the same object until a word changes, also with a source that makes its answer anew', () => {
    const own = createOwn({ analytics: true });
    const page = <Reader sources={() => own.source} />;
    const { rerender } = render(page);
    rerender(<Reader sources={() => own.source} />);
    act(() => own.say({ analytics: 'granted', advertising: undefined }));
    expect(new Set(seen).size).toBe(1);
    act(() => own.say({ analytics: false }));
    expect(new Set(seen).size).toBe(2);
    expect(Object.isFrozen(seen.at(-1))).toBe(true);
  });

  it('keeps the first of sources that are written inline, and renders no more than words change', () => {
    const tool = createTcfTool();
    tool.load();
    const sources = () => [iabTcf(), globalPrivacyControl()];
    const { rerender, unmount } = render(<Reader sources={sources} />);
    rerender(<Reader sources={sources} />);
    rerender(<Reader sources={sources} />);
    expect(tool.listeners.size).toBe(1);
    const before = seen.length;
    act(() => tool.say(tcData('useractioncomplete', every)));
    act(() => tool.say(tcData('useractioncomplete', every)));
    expect(seen.length).toBe(before + 1);
    expect(seen.at(-1)).toEqual(all('granted'));
    unmount();
    expect(tool.listeners.size).toBe(0);
  });

  it('hears its sources under StrictMode, once each', () => {
    const tool = createTcfTool();
    tool.load(tcData('tcloaded', every));
    const { unmount } = render(
      <StrictMode>
        <Reader sources={() => [iabTcf()]} />
      </StrictMode>,
    );
    expect(tool.listeners.size).toBe(1);
    expect(seen.at(-1)).toEqual(all('granted'));
    unmount();
    expect(tool.listeners.size).toBe(0);
  });

  it('is unknown on a server and in the first paint, then what the page knows, without a mismatch', () => {
    const { gtag } = createDataLayer();
    gtag('consent', 'update', { analytics_storage: 'granted' });
    const page = <Reader sources={() => [googleConsentMode(), globalPrivacyControl()]} />;
    const html = renderToString(page);
    expect(html).toContain('unknown');
    expect(html).not.toContain('granted');
    const root = document.body.appendChild(document.createElement('div'));
    root.innerHTML = html;
    const errors: unknown[] = [];
    act(() => void hydrateRoot(root, page, { onRecoverableError: (error) => errors.push(error) }));
    expect(errors).toEqual([]);
    expect(seen.at(-1)).toMatchObject({ analytics: 'granted', advertising: 'unknown' });
  });

  it('goes on with the others when a source throws, which is reported once as SY-1052', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const broken: ConsentSource = {
      read() {
        throw new Error('no tool');
      },
      subscribe() {
        throw new Error('no tool');
      },
    };
    const own = createOwn({ analytics: true, advertising: false });
    const { rerender, unmount } = render(<Reader sources={() => [broken, own.source]} />);
    rerender(<Reader sources={() => []} />);
    expect(seen.at(-1)).toEqual({ ...all('unknown'), advertising: 'denied' });
    act(() => own.say({ analytics: false }));
    expect(seen.at(-1)).toMatchObject({ analytics: 'denied' });
    unmount();
    expect(report.mock.calls.map(([error]) => String(error))).toEqual([
      expect.stringContaining('SY-1052 A consent source of useConsent failed: Error: no tool.'),
    ]);
    expect(own.listeners.size).toBe(0);
  });

  it('lets the developer’s own word go over it, by spreading', () => {
    const own = createOwn({ analytics: true, advertising: true, functional: null });
    function Page() {
      const consent: ConsentInput = { ...useConsent(own.source), functional: true };
      seen.push(consent);
      return null;
    }
    render(<Page />);
    expect(seen.at(-1)).toEqual({ analytics: 'granted', advertising: 'granted', functional: true });
  });
});
