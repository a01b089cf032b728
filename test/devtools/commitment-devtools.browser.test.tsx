import { render } from '@testing-library/react';
import { ContactDialog } from 'smallyes/contact-dialog';
import { CommitmentDevtools } from 'smallyes/devtools';
import { Poll } from 'smallyes/poll';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { host, inside, made, mount, toggle, view } from './commitment-devtools.support.tsx';

afterEach(() => localStorage.clear());

/** A page sees no further than the host; this is the element in it. */
const focused = () => {
  const active = host()?.shadowRoot?.activeElement;
  return active?.ariaLabel ?? active?.textContent;
};
const says = () => inside('[role=tabpanel]')[0]?.textContent;
const rows = () => inside('.event > summary').map((row) => row.innerText.split('\n').filter(Boolean));

describe('the button', () => {
  it('stands outside the page: no room, one stop of Tab, the last one', async () => {
    const before = document.documentElement.scrollHeight;
    mount({
      children: (
        <>
          <button type="button">First</button>
          <button type="button">Last</button>
        </>
      ),
    });
    const heightWithout = document.querySelector('button')!.parentElement!.offsetHeight;
    expect(document.documentElement.scrollHeight).toBe(Math.max(before, heightWithout));
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'First' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.tab();
    await expect.poll(focused).toBe('smallyes devtools');
    expect(inside('button, input, a, [tabindex]')).toHaveLength(1);
  });

  it('stands in the corner that it is told, start and end by the direction of the page', async () => {
    const corner = (position: 'bottom-end' | 'top-start') => {
      const { unmount } = mount({ devtools: { position } });
      const { left, right, top, bottom } = host()!.getBoundingClientRect();
      unmount();
      return [left < innerWidth - right ? 'left' : 'right', top < innerHeight - bottom ? 'top' : 'bottom'];
    };
    expect(corner('bottom-end')).toEqual(['right', 'bottom']);
    expect(corner('top-start')).toEqual(['left', 'top']);
    document.documentElement.dir = 'rtl';
    expect(corner('bottom-end')).toEqual(['left', 'bottom']);
    document.documentElement.removeAttribute('dir');
  });

  it('looks the same under the rules of a page that styles everything', () => {
    const look = () => {
      const { color, backgroundColor, width } = getComputedStyle(inside('.toggle')[0]!);
      return { color, backgroundColor, width, ...host()!.getBoundingClientRect().toJSON() };
    };
    const first = mount();
    const plain = look();
    first.unmount();
    const style = document.createElement('style');
    style.textContent =
      'div, button { all: unset; display: none; position: static; color: red; transform: scale(2); margin: 50px }';
    document.head.append(style);
    mount();
    expect(look()).toEqual(plain);
    style.remove();
  });

  it.each([false, true])('goes with its component (StrictMode %s)', async (strict) => {
    const { unmount } = mount({ strict, devtools: { defaultOpen: true } });
    await expect.element(view()).toBeVisible();
    expect(host()).not.toBeNull();
    unmount();
    expect(host()).toBeNull();
  });
});

describe('the panel', () => {
  it('opens and closes with the keyboard, and Escape gives the focus back', async () => {
    mount();
    toggle().element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(toggle()).toHaveAttribute('aria-expanded', 'true');
    await expect.element(view()).toBeVisible();
    await userEvent.tab();
    await expect.poll(focused).toBe('Events');
    await userEvent.keyboard('{Escape}');
    await expect.element(toggle()).toHaveAttribute('aria-expanded', 'false');
    await expect.poll(focused).toBe('smallyes devtools');
    expect(inside('[role=tabpanel]')).toEqual([]);
  });

  it('keeps its keys and clicks from the page', async () => {
    const heard: string[] = [];
    const note = ({ type }: Event) => void heard.push(type);
    const types = ['keydown', 'keyup', 'click', 'pointerdown', 'mousedown', 'input', 'focusin'];
    for (const type of types) document.addEventListener(type, note);
    mount({ devtools: { defaultOpen: true } });
    await userEvent.click(page.getByRole('searchbox', { name: 'Kind or ask' }));
    await userEvent.keyboard('sx{Escape}');
    await expect.poll(focused).toBe('smallyes devtools');
    for (const type of types) document.removeEventListener(type, note);
    expect(heard).toEqual([]);
  });

  it('stays in reach while a dialog of the kit is open, and leaves it open', async () => {
    const fields = [{ name: 'email', type: 'email', label: 'E-mail' }] as const;
    mount({
      devtools: { defaultOpen: true },
      children: (
        <ContactDialog
          id="talk"
          trigger="Talk to us"
          title="Write to us"
          fields={fields}
          onSubmit={() => {}}
        />
      ),
    });
    await userEvent.click(page.getByRole('button', { name: 'Talk to us' }));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.click(page.getByRole('searchbox', { name: 'Kind or ask' }));
    await userEvent.keyboard('talk');
    await expect.poll(() => rows().length).toBeGreaterThan(0);
    await userEvent.keyboard('{Escape}');
    await expect.element(toggle()).toHaveAttribute('aria-expanded', 'false');
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('leaves the focus where it is when the page is what one works with', async () => {
    mount({ devtools: { defaultOpen: true } });
    await expect.element(view()).toBeVisible();
    await userEvent.click(page.getByRole('radio', { name: 'Trust' }));
    await userEvent.keyboard('{Escape}');
    await expect.element(view()).toBeVisible();
  });

  it('says what it cannot show without a ladder', async () => {
    mount({ devtools: { defaultOpen: true } });
    await expect.poll(says).toContain('The provider has no ladder.');
    expect(inside('[role=tab]').map(({ innerText }) => innerText)).toEqual(['Events']);
    expect(await findings(host()!)).toEqual([]);
  });
});

describe('the list of events', () => {
  it.each([false, true])('has each event once, newest first (StrictMode %s)', async (strict) => {
    mount({ strict, devtools: { defaultOpen: true } });
    await userEvent.click(page.getByRole('radio', { name: 'Trust' }));
    await expect.poll(() => rows().map(([, phase]) => phase)).toEqual(['committed', 'started', 'seen']);
    const [, ...cells] = rows()[0]!;
    expect(cells).toEqual(['committed', 'poll.vote', 'weak', 'biggest-hurdle', 'choice: Trust']);
  });

  it('has what happened before the panel was opened, and draws nothing until then', async () => {
    const { bus } = mount({ children: <p /> });
    const drawn = vi.fn();
    const observer = new MutationObserver(drawn);
    observer.observe(host()!.shadowRoot!, { subtree: true, childList: true, characterData: true });
    for (let i = 0; i < 50; i++) bus.publish(made());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(drawn).not.toHaveBeenCalled();
    observer.disconnect();
    await userEvent.click(toggle());
    await expect.poll(() => rows().length).toBe(50);
  });

  it.each([false, true])('has what happened before it was mounted, once (StrictMode %s)', async (strict) => {
    mount({ strict, earlier: [made()], devtools: { defaultOpen: true }, children: <p /> });
    await expect.poll(() => rows().length).toBe(1);
    await expect.poll(says).toContain('1 event');
  });

  it('shows those of one phase, and those whose kind or ask holds a text', async () => {
    const { bus } = mount({ devtools: { defaultOpen: true }, children: <p /> });
    bus.publish(made({ phase: 'seen' }));
    bus.publish(made({ phase: 'committed' }));
    bus.publish(made({ phase: 'seen', kind: 'star-rating.rate', ask: { id: 'article-42' } }));
    await expect.poll(() => rows().length).toBe(3);
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Phase' }), 'seen');
    expect(rows().map(([, phase]) => phase)).toEqual(['seen', 'seen']);
    await userEvent.fill(page.getByRole('searchbox'), 'ARTICLE');
    expect(rows().map(([, , kind]) => kind)).toEqual(['star-rating.rate']);
    await userEvent.fill(page.getByRole('searchbox'), 'nothing like it');
    await expect.poll(says).toContain('No event is like that.');
  });

  it('stands still while it is paused, and says what it misses', async () => {
    const { bus } = mount({ devtools: { defaultOpen: true }, children: <p /> });
    bus.publish(made());
    await expect.poll(() => rows().length).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Pause' }));
    bus.publish(made());
    bus.publish(made());
    await expect.poll(says).toContain('1 event, 2 since the pause');
    expect(rows()).toHaveLength(1);
    await userEvent.click(page.getByRole('button', { name: 'Pause' }));
    await expect.poll(() => rows().length).toBe(3);
  });

  it('keeps 500', async () => {
    const { bus } = mount({ devtools: { defaultOpen: true }, children: <p /> });
    for (let i = 0; i < 1_100; i++) bus.publish(made());
    await expect.poll(says).toContain('500 events, 600 older left out');
    expect(rows()).toHaveLength(500);
  });

  it('unfolds an event into its ladder, experiments, consent and all of its JSON, to copy', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { bus } = mount({ devtools: { defaultOpen: true }, children: <p /> });
    const event = made({
      ladder: { id: 'b2b', rung: 1, of: 5, next: 'checklist' },
      experiments: { tone: 'warm' },
      consent: { analytics: 'granted', advertising: 'denied', functional: 'unknown' },
    });
    bus.publish(event);
    await expect.poll(() => rows().length).toBe(1);
    inside('summary')[0]!.click();
    await expect.element(page.getByText('b2b, rung 1 of 5, next checklist')).toBeVisible();
    await expect.element(page.getByText('tone: warm')).toBeVisible();
    await expect
      .element(page.getByText('analytics granted, advertising denied, functional unknown'))
      .toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Copy as JSON' }));
    expect(JSON.parse(copied.mock.calls[0]![0])).toEqual(event);
    await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await findings(host()!)).toEqual([]);
  });

  it('shows markup, loops and huge values as text, and survives an event that is none', async () => {
    const { bus } = mount({ devtools: { defaultOpen: true }, children: <p /> });
    const markup = '<img src=x onerror="document.title=\'hit\'"><script>document.title="hit"</script>';
    const loop: Record<string, unknown> = { markup };
    loop['self'] = loop;
    bus.publish(made({ ask: { id: markup }, kind: markup, data: { [markup]: markup } }));
    bus.publish(made({ data: { text: 'x'.repeat(5_000_000) } }));
    bus.publish(made({ data: loop }));
    bus.publish({ phase: 7, time: 'soon' } as never);
    await expect.poll(() => rows().length).toBe(4);
    for (const summary of inside('summary')) summary.click();
    await expect.poll(() => inside('pre').length).toBe(4);
    expect(inside('img, script')).toEqual([]);
    expect(document.title).not.toBe('hit');
    expect(inside('pre').every(({ textContent }) => textContent.length <= 20_000)).toBe(true);
    expect(inside('.ask').some(({ textContent }) => textContent.includes('<script>'))).toBe(true);
  });
});

it('hears asks outside of providers where none stands above, and says so', async () => {
  expectConsole('warn', 'SY-101');
  render(
    <>
      <Poll id="alone" question="Which?" options={['A', 'B']} />
      <CommitmentDevtools defaultOpen />
    </>,
  );
  await expect.poll(says).toContain('No provider stands above');
  await userEvent.click(page.getByRole('radio', { name: 'A' }));
  await expect.poll(() => rows().length).toBeGreaterThan(0);
});
