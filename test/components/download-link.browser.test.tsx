import { render } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { DownloadLink, type DownloadLinkProps } from 'smallyes/download-link';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/download-link.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sayBytes } from '../../src/components/download-link/download-link-state.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';

const download = (phase: string): EventLine => `download-link.download ${phase}` as EventLine;
const link = () => page.getByRole('link', { name: 'Download our price list' });

/** Nothing is to be saved on the machine that tests. */
const stay = (event: Event) => event.preventDefault();

beforeEach(() => {
  forgetMessages();
  window.addEventListener('click', stay);
});
afterEach(() => window.removeEventListener('click', stay));

const file = { id: 'price-list', target: 'price-list', href: '/files/2026-secret-plan.pdf' } as const;

function mount(props: Partial<DownloadLinkProps> = {}) {
  const recorder = createRecorder();
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <DownloadLink {...file} {...props}>
          Download our price list
        </DownloadLink>
      </recorder.Provider>,
    ),
  };
}

describeConformance('DownloadLink', {
  component: 'download-link',
  render: (props) => (
    <DownloadLink {...file} type="PDF" size={418_000} {...props}>
      Download our price list
    </DownloadLink>
  ),
  commit: () => userEvent.click(link()),
  events: [download('seen'), download('started'), download('committed')],
  vetoes: ['onClick'],
});

describe('a click', () => {
  it('is the yes, once, with the target and without the name of the file, and offers the next ask', async () => {
    const { recorder } = mount({ next: ({ data }) => <p>After {data.target}</p> });
    await userEvent.dblClick(link());
    expectEvents(recorder, [
      download('seen'),
      download('started'),
      [download('committed'), { target: 'price-list' }],
    ]);
    expect(JSON.stringify(recorder.events)).not.toContain('secret');
    await expect.element(page.getByRole('status')).toHaveTextContent('Your download begins.');
    await expect.element(page.getByText('After price-list')).toBeVisible();
  });

  it('reaches trackers before the browser follows it', async () => {
    const tracked: string[] = [];
    const tracker = { name: 'test', track: ({ phase }: { phase: string }) => void tracked.push(phase) };
    let atLeaving = 0;
    const look = () => {
      atLeaving = tracked.length;
    };
    window.addEventListener('click', look);
    render(
      <CommitmentProvider trackers={[tracker]}>
        <DownloadLink {...file}>Download our price list</DownloadLink>
      </CommitmentProvider>,
    );
    await userEvent.click(link());
    window.removeEventListener('click', look);
    expect(atLeaving).toBe(3);
  });
});

describe('the link', () => {
  it('is native, says what comes, and is spoken with it', async () => {
    const { container } = mount({ type: 'PDF', size: 1_240_000, fileName: 'Prices.pdf' });
    const anchor = container.querySelector('a')!;
    expect([anchor.getAttribute('href'), anchor.download]).toEqual([file.href, 'Prices.pdf']);
    await expect.element(link()).toHaveAccessibleDescription('PDF, 1.2 MB');
  });

  it.each([
    [{ type: 'PDF' }, 'PDF'],
    [{ size: 950 }, '950 byte'],
    [{}, undefined],
    [{ size: Number.NaN }, undefined],
  ])('with %j says %s', (props, words) => {
    const { container } = mount(props);
    expect(container.querySelector('.sy-note')?.textContent).toBe(words);
  });

  it('is there without script, with the default text in the page’s language', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(<DownloadLink {...file} />);
    expect(host.querySelector('a')!.textContent).toBe('Download');
    expect(host.querySelector('a')!.getAttribute('download')).toBe('');
  });

  it('leads nowhere when its address could run code', () => {
    expectConsole('warn', 'SY-110');
    const { container, recorder } = mount({ href: 'data:text/html,hi' });
    expect(container.querySelector('a')!.hasAttribute('href')).toBe(false);
    container.querySelector('a')!.click();
    expect(recorder.commitments).toEqual([]);
    expect(container.textContent).not.toContain('Your download begins.');
  });
});

describe('a size', () => {
  it.each([
    [1, '1 byte'],
    [0.2, '0 byte'],
    [999, '999 byte'],
    [1000, '1 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [999_950_000, '1 GB'],
    [418_000, '418 kB'],
    [1_240_000, '1.2 MB'],
    [3_000_000_000_000, '3,000 GB'],
    [0, undefined],
    [-5, undefined],
    [Infinity, undefined],
    ['12', undefined],
  ])('of %s is %s', (bytes, words) => {
    expect(sayBytes(bytes, 'en')).toBe(words);
  });

  it('is written as the language does', () => {
    expect(sayBytes(1_240_000, 'de')).toMatch(/^1,2\sMB$/);
  });
});
