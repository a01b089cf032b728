// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { type ReactNode, StrictMode, Suspense, use } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import type { CommitmentProviderProps } from 'smallyes/provider';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { defineExperiment, type Experiment } from '../../src/ladder/experiment.ts';
import { View } from '../provider/asks.tsx';
import { exposuresIn, Form, form, unitIn, visitorIn, wasHere } from './variant.support.tsx';

let root: Root | undefined;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => {
  act(() => root?.unmount());
  root = undefined;
  document.body.replaceChildren();
});

/** A page that a server renders and a browser takes over. `path` is what a router shows. */
function load(props: CommitmentProviderProps, experiment: Experiment = form) {
  const renders: string[] = [];
  const recorder = createRecorder({ keepMemory: true });
  const page = (path: string, children?: ReactNode) => (
    <StrictMode>
      <recorder.Provider {...props}>
        <View path={path} />
        <Suspense>
          <Form experiment={experiment} renders={renders} />
        </Suspense>
        {children}
      </recorder.Provider>
    </StrictMode>
  );
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(page('/a'));
  const served = container.textContent;
  const onServer = recorder.events.length;
  renders.length = 0;
  const onRecoverableError = vi.fn();
  act(() => {
    root = hydrateRoot(container, page('/a'), { onRecoverableError });
  });
  expect(onRecoverableError.mock.calls).toEqual([]);
  expect(onServer).toBe(0);
  return {
    served,
    renders,
    text: () => container.textContent,
    exposures: () => exposuresIn(recorder.events),
    turn: (path: string, children?: ReactNode) => act(() => root?.render(page(path, children))),
  };
}

const remember = (unit: string) => ({ notes: {}, time: Date.now(), unit });

describe('a page that a server has rendered', () => {
  it.each(['long', 'short'])(
    'shows the unit’s variant %s from the first byte on, and exposes once',
    (name) => {
      const page = load({ remembered: remember(unitIn(form, name)) });
      expect(page.served).toBe(name);
      expect(new Set(page.renders)).toEqual(new Set([name]));
      expect(page.exposures()).toEqual([`form-length ${name}`]);
    },
  );

  it('keeps the first variant and exposes nobody where the server knew no unit, until the next page view', () => {
    wasHere(visitorIn(form, 'short'));
    const page = load({});
    expect([page.served, page.text(), page.exposures()]).toEqual(['long', 'long', []]);
    expect(new Set(page.renders)).toEqual(new Set(['long']));
    // A second component of the same page view must not say otherwise.
    page.turn('/a', <Form />);
    expect([page.text(), page.exposures()]).toEqual(['longlong', []]);
    page.turn('/b');
    expect([page.text(), page.exposures()]).toEqual(['short', ['form-length short']]);
  });

  it('exposes nobody in the first variant either, so that no variant loses more visitors than another', () => {
    wasHere(visitorIn(form, 'long'));
    const page = load({});
    expect([page.text(), page.exposures()]).toEqual(['long', []]);
    page.turn('/b');
    expect([page.text(), page.exposures()]).toEqual(['long', ['form-length long']]);
  });

  it('keeps the first variant in a part that is taken over after the visitor is known', async () => {
    const other = defineExperiment({ id: 'other', variants: { a: 1 } });
    wasHere(visitorIn(form, 'short'));
    const recorder = createRecorder({ keepMemory: true });
    let release = () => {};
    const arrival = new Promise<void>((resolve) => {
      release = resolve;
    });
    const Late = ({ children }: { children: ReactNode }) => {
      use(arrival);
      return children;
    };
    const page = (part: ReactNode) => (
      <recorder.Provider>
        <Form experiment={other} />
        <Suspense>{part}</Suspense>
      </recorder.Provider>
    );
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(page(<Form />));
    const onRecoverableError = vi.fn();
    await act(async () => {
      const part = (
        <Late>
          <Form />
        </Late>
      );
      root = hydrateRoot(container, page(part), { onRecoverableError });
    });
    await act(async () => release());
    expect(container.textContent).toBe('along');
    expect(onRecoverableError.mock.calls).toEqual([]);
    expect(exposuresIn(recorder.events)).toEqual([]);
  });

  it('does not trust a flag that only the browser knows', () => {
    const page = load({}, defineExperiment(flaggedBy(() => 'short')));
    expect([page.served, page.text(), page.exposures()]).toEqual(['long', 'long', []]);
    page.turn('/b');
    expect([page.text(), page.exposures()]).toEqual(['short', ['flagged short']]);
  });

  it('switches to such a flag right after it was taken over, where the experiment has subscribe', () => {
    const flagged = defineExperiment({ ...flaggedBy(() => 'short'), subscribe: () => undefined });
    const page = load({}, flagged);
    expect([page.served, page.text(), page.exposures()]).toEqual(['long', 'short', ['flagged short']]);
  });

  it('asks a flag source on both sides where the unit is known', () => {
    const page = load({ remembered: remember('ada') }, defineExperiment(flaggedBy(() => 'short')));
    expect([page.served, page.text(), page.exposures()]).toEqual(['short', 'short', ['flagged short']]);
  });
});

const flaggedBy = (assign: () => string) => ({
  id: 'flagged',
  variants: { long: 1, short: 1 },
  assign,
});
