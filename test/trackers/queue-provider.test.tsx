// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { type CommitmentFailure, CommitmentProvider } from 'smallyes/provider';
import { ga4 } from 'smallyes/trackers/ga4';
import { googleTagManager } from 'smallyes/trackers/google-tag-manager';
import { metaPixel } from 'smallyes/trackers/meta-pixel';
import { describe, expect, it, vi } from 'vitest';
import { setHidden, showPage, Vote, vote } from '../provider/asks.tsx';
import { arrayStub, commandStub, fbqStub, install } from './queue-stubs.ts';

const events = { 'poll.vote': 'Vote' } as const;

function stubs() {
  const all = { gtag: commandStub('gtag'), layer: arrayStub('dataLayer'), fbq: fbqStub() };
  for (const stub of Object.values(all)) install(stub);
  return all;
}

const names = ({ gtag, layer, fbq }: ReturnType<typeof stubs>) => ({
  ga4: gtag.calls.map(([, name]) => name),
  gtm: (layer.calls as unknown as { event?: string }[]).flatMap(({ event }) => event ?? []),
  meta: fbq.calls.map(([command, name]) => `${command} ${name}`),
});

describe('a page with three trackers', () => {
  it('tells each of a vote once, under one id, when the page hides', () => {
    const queues = stubs();
    render(
      <StrictMode>
        <CommitmentProvider trackers={[ga4(), googleTagManager(), metaPixel({ events })]}>
          <Vote />
        </CommitmentProvider>
      </StrictMode>,
    );
    vote();
    vote();
    setHidden(true);
    expect(names(queues)).toEqual({ ga4: ['poll_vote'], gtm: ['poll_vote'], meta: ['trackCustom Vote'] });
    const id = (queues.gtag.calls[0] as [string, string, { event_id: string }])[2].event_id;
    expect(queues.layer.calls[1]).toMatchObject({ smallyes: { event_id: id } });
    expect(queues.fbq.calls[0]?.[3]).toEqual({ eventID: id });
    showPage();
  });

  it('holds back what the visitor has not allowed, and sends it after the yes', () => {
    const queues = stubs();
    const trackers = [ga4(), metaPixel({ events })];
    const page = (consent: { analytics?: boolean; advertising?: boolean }) => (
      <CommitmentProvider trackers={trackers} consent={consent}>
        <Vote />
      </CommitmentProvider>
    );
    const { rerender } = render(page({}));
    vote();
    setHidden(true);
    expect(names(queues)).toMatchObject({ ga4: [], meta: [] });
    rerender(page({ analytics: true }));
    setHidden(true);
    expect(names(queues)).toMatchObject({ ga4: ['poll_vote'], meta: [] });
    rerender(page({ analytics: true, advertising: false }));
    setHidden(true);
    expect(names(queues)).toMatchObject({ meta: [] });
    showPage();
  });

  it('goes on when one of them is broken, and hears of it once', () => {
    const queues = stubs();
    vi.stubGlobal('gtag', () => {
      throw new Error('gtag broke');
    });
    const onError = vi.fn<(failure: CommitmentFailure) => void>();
    render(
      <CommitmentProvider trackers={[ga4(), googleTagManager()]} onError={onError}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    setHidden(true);
    expect(names(queues).gtm).toEqual(['poll_vote']);
    expect(
      onError.mock.calls.map(([{ source, tracker, error }]) => [source, tracker, String(error)]),
    ).toEqual([['tracker', 'ga4', 'Error: gtag broke']]);
    showPage();
  });

  it('sends nothing to advertisers under Global Privacy Control', () => {
    const queues = stubs();
    Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value: true });
    render(
      <CommitmentProvider trackers={[ga4(), metaPixel({ events })]}>
        <Vote />
      </CommitmentProvider>,
    );
    vote();
    setHidden(true);
    Reflect.deleteProperty(navigator, 'globalPrivacyControl');
    expect(names(queues)).toMatchObject({ ga4: ['poll_vote'], meta: [] });
    showPage();
  });
});
