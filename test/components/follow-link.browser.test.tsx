import { render } from '@testing-library/react';
import { createRef } from 'react';
import { renderToString } from 'react-dom/server';
import { FollowLink, type FollowLinkElement, type FollowLinkProps } from 'smallyes/follow-link';
import { CommitmentProvider, usePageView } from 'smallyes/provider';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/follow-link.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { nameOf } from '../../src/components/follow-link/follow-link-state.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';

const follow = (phase: string): EventLine => `follow-link.follow ${phase}` as EventLine;
const yes = [follow('seen'), follow('started'), follow('committed')];
const link = () => page.getByRole('link', { name: 'Follow us on YouTube' });

/** What the browser would do now, were it not held back: the test page must stay. */
let left: string[] = [];
const stay = (event: Event) => {
  const target = (event.target as Element).closest('a');
  if (target && !event.defaultPrevented) left.push(target.href);
  event.preventDefault();
};

beforeEach(() => {
  forgetMessages();
  left = [];
  window.addEventListener('click', stay);
  window.addEventListener('auxclick', stay);
});
afterEach(() => {
  window.removeEventListener('click', stay);
  window.removeEventListener('auxclick', stay);
});

function mount(props: object = {}) {
  const recorder = createRecorder();
  const all = {
    id: 'follow-youtube',
    target: 'youtube',
    href: 'https://video.example/@northwind',
    ...props,
  } as FollowLinkProps;
  return {
    recorder,
    ...render(
      <recorder.Provider>
        <FollowLink {...all} />
      </recorder.Provider>,
    ),
  };
}

describeConformance('FollowLink', {
  component: 'follow-link',
  render: (props) => (
    <FollowLink id="follow-youtube" target="youtube" href="https://video.example/@northwind" {...props} />
  ),
  commit: () => userEvent.click(link()),
  events: yes,
  vetoes: ['onClick'],
});

describe('a click', () => {
  it('is the yes, and trackers have it before the page goes', async () => {
    const tracked: string[] = [];
    const tracker = { name: 'test', track: ({ phase }: { phase: string }) => void tracked.push(phase) };
    const atLeaving: string[][] = [];
    const look = () => atLeaving.push([...tracked]);
    window.addEventListener('click', look);
    render(
      <CommitmentProvider trackers={[tracker]}>
        <FollowLink id="follow-youtube" target="youtube" href="https://video.example/@northwind" />
      </CommitmentProvider>,
    );
    await userEvent.click(link());
    window.removeEventListener('click', look);
    expect(atLeaving).toEqual([['seen', 'started', 'committed']]);
    expect(left).toEqual(['https://video.example/@northwind']);
  });

  it('by Enter, by the middle button and again counts once', async () => {
    const { recorder } = mount();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(link(), { button: 'middle' });
    await userEvent.dblClick(link());
    expectEvents(recorder, [yes[0]!, yes[1]!, [follow('committed'), { target: 'youtube' }]]);
    await expect.element(page.getByRole('status')).toHaveTextContent('Thank you for your interest!');
  });

  it('by the middle button alone counts as well', async () => {
    const { recorder } = mount();
    await userEvent.click(link(), { button: 'middle' });
    expectEvents(recorder, [yes[0]!, yes[1]!, [follow('committed'), { target: 'youtube' }]]);
  });

  it('by the right button is none', async () => {
    const { recorder } = mount();
    await userEvent.click(link(), { button: 'right' });
    expect(recorder.commitments).toEqual([]);
  });

  it('on a link in the next ask is not this one’s', async () => {
    const recorder = createRecorder();
    function Page({ path }: { path: string }) {
      usePageView(path);
      return (
        <FollowLink
          id="follow-youtube"
          target="youtube"
          href="https://video.example/@northwind"
          next={<a href="https://northwind.example/plain">More</a>}
        />
      );
    }
    const { rerender } = render(<Page path="/a" />, { wrapper: recorder.Provider });
    await userEvent.click(link());
    // On the next page of a router another attempt begins.
    rerender(<Page path="/b" />);
    await userEvent.click(page.getByRole('link', { name: 'More' }));
    expect(recorder.commitments).toHaveLength(1);
    await userEvent.click(link());
    expect(recorder.commitments).toHaveLength(2);
  });

  it('begins a new attempt after reset()', async () => {
    const ref = createRef<FollowLinkElement>();
    const { recorder } = mount({ ref });
    await userEvent.click(link());
    ref.current!.reset();
    await expect.element(page.getByRole('status')).toHaveTextContent('');
    await userEvent.click(link());
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('holds the target, never the address', async () => {
    const { recorder } = mount({ target: 'our-feed', href: 'https://secret.example/?mail=a@b.example' });
    await userEvent.click(page.getByRole('link', { name: 'Follow us on Our Feed' }));
    expect(JSON.stringify(recorder.events)).not.toMatch(/secret|mail/);
  });
});

describe('one who follows already', () => {
  it('is told so because the page says it, is no exposure, and nobody else is', async () => {
    const { recorder } = mount({ following: true });
    await expect.element(page.getByRole('status')).toHaveTextContent('You follow us on YouTube.');
    await expect.element(page.getByRole('link', { name: 'Open YouTube' })).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expectEvents(recorder, []);
    expect(await findings(document.body)).toEqual([]);
  });
});

describe('the link', () => {
  it('is there without script, and opens a new tab where it shall', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(
      <FollowLink id="a" target="spotify" href="https://audio.example" newTab>
        Hear us
      </FollowLink>,
    );
    const anchor = host.querySelector('a')!;
    expect([anchor.textContent, anchor.target, anchor.rel]).toEqual(['Hear us', '_blank', 'noopener']);
  });

  it('leads nowhere when its address could run code, and the developer is told', () => {
    expectConsole('warn', 'SY-110');
    const { container, recorder } = mount({ href: 'java\nscript:alert(1)' });
    expect(container.querySelector('a')!.hasAttribute('href')).toBe(false);
    container.querySelector('a')!.click();
    expect(recorder.commitments).toEqual([]);
  });

  it.each([
    ['youtube', 'YouTube'],
    ['youtube-music', 'YouTube Music'],
    ['apple-podcasts', 'Apple Podcasts'],
    ['x', 'X'],
    ['rss', 'RSS'],
    ['über-uns', 'Über Uns'],
    ['constructor', 'Constructor'],
    ['', ''],
  ])('calls %s %s', (target, name) => {
    expect(nameOf(target)).toBe(name);
  });
});
