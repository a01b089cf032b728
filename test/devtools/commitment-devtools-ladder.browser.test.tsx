import { defineLadder } from 'smallyes/ladder';
import { Poll } from 'smallyes/poll';
import { useCommit } from 'smallyes/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findings } from '../support/axe.ts';
import { expectConsole } from '../support/console.ts';
import { host, inside, mount, tab, toggle, view } from './commitment-devtools.support.tsx';

const ladder = defineLadder({
  id: 'b2b',
  goal: 'quote',
  rungs: [
    { ask: 'biggest-hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
    {
      ask: 'checklist',
      kind: 'lead-gate.unlock',
      rest: { dismissed: '14d' },
      otherwise: { ask: 'follow-us', kind: 'follow-link.follow' },
    },
    { ask: 'talk', kind: 'contact-dialog.submit', when: { visits: 3, variant: { tone: ['warm', 'brief'] } } },
    { ask: 'quote', kind: 'step-form.submit', when: { scroll: 0.9 } },
  ],
});

/** An ask of the page's own, answered by two buttons. */
function Checklist() {
  const { ref, commit, dismiss } = useCommit('lead-gate.unlock', { id: 'checklist' });
  return (
    <div ref={ref}>
      <button type="button" onClick={() => commit({ fields: ['email'] })}>
        Get it
      </button>
      <button type="button" onClick={() => dismiss()}>
        Not now
      </button>
    </div>
  );
}

const says = () => inside('[role=tabpanel]')[0]?.textContent ?? '';
const facts = () =>
  Object.fromEntries(
    inside('.facts > div').map((line) => [...line.children].map(({ textContent }) => textContent)),
  );
const states = () =>
  Object.fromEntries(
    inside('.rung').map((rung) => [
      rung.querySelector('.name')?.textContent,
      rung.querySelector('.state')?.textContent,
    ]),
  );
const rules = (name: string) => inside(`ul[aria-label="${name}"] b`).map(({ textContent }) => textContent);

async function open(name: string, strict = false) {
  const events = vi.fn();
  const mounted = mount({
    strict,
    devtools: { defaultOpen: true },
    provider: { ladder, onEvent: ({ kind, phase }) => events(`${kind} ${phase}`) },
    children: (
      <>
        <Poll id="biggest-hurdle" question="What holds you back?" options={['Trust', 'Price']} />
        <Checklist />
      </>
    ),
  });
  await userEvent.click(tab(name));
  return { ...mounted, events };
}

const vote = () => userEvent.click(page.getByRole('radio', { name: 'Trust' }));

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

it('the tabs follow the arrow keys, and the view belongs to the chosen one', async () => {
  await open('Events');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(tab('Why')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{End}');
  await expect.element(tab('Memory')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tabpanel', { name: 'Events' })).toBeVisible();
  expect(inside('[role=tab][tabindex="0"]').map(({ textContent }) => textContent)).toEqual(['Events']);
});

it.each(['Events', 'Ladder', 'Why', 'Clock', 'Memory'])('axe finds nothing in the view %s', async (name) => {
  await open(name);
  await vote();
  await expect.element(view()).toBeVisible();
  expect(await findings(host()!)).toEqual([]);
});

it('keeps the chosen view while it is closed', async () => {
  await open('Clock');
  await userEvent.keyboard('{Escape}');
  await userEvent.click(toggle());
  await expect.element(tab('Clock')).toHaveAttribute('aria-selected', 'true');
});

describe('the view of the ladder', () => {
  it.each([false, true])('follows the visitor from rung to rung (StrictMode %s)', async (strict) => {
    await open('Ladder', strict);
    await expect.poll(states).toMatchObject({ 'biggest-hurdle': 'next', talk: 'not applicable: variant' });
    expect(facts()).toMatchObject({ 'Visitor’s grade': 'no yes yet', Next: 'biggest-hurdle' });
    await vote();
    await expect.poll(states).toMatchObject({ 'biggest-hurdle': 'done' });
    expect(facts()).toMatchObject({ 'Visitor’s grade': 'weak', Next: 'checklist' });
    await userEvent.click(page.getByRole('button', { name: 'Not now' }));
    await expect.poll(() => states()['checklist']).toMatch(/^resting until .+ \(in 13 d 23 h\)$/);
  });

  it('shows what an earlier visit left, before the first event', async () => {
    const { unmount } = await open('Ladder');
    await vote();
    await expect.poll(() => facts()['Visitor’s grade']).toBe('weak');
    unmount();
    mount({ devtools: { defaultOpen: true }, provider: { ladder }, children: <p /> });
    await userEvent.click(tab('Ladder'));
    await expect.poll(() => facts()['Visitor’s grade']).toBe('weak');
  });

  it('leads to the reasons of a rung', async () => {
    await open('Ladder');
    await userEvent.click(page.getByRole('button', { name: 'Why: quote' }));
    await expect.element(page.getByRole('heading', { name: 'quote' })).toBeVisible();
  });
});

describe('the view of reasons', () => {
  it('names every rule once, those that hold an ask back first, and follows what happens', async () => {
    await open('Why');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Ask' }), 'talk');
    const back = rules('What holds it back');
    expect(back).toEqual(expect.arrayContaining(['variant', 'visits']));
    const all = [...back, ...rules('What is in order')];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(24);
    expect(says()).toContain(`${back.length} rules of 24 do not hold`);
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Ask' }), 'biggest-hurdle');
    await expect.poll(says).toContain('It is the next ask');
    await vote();
    await expect.poll(() => rules('What holds it back')).toContain('answered');
    expect(says()).toContain('The visitor said yes to it');
  });

  it('lets one pick an ask on the page, which does not notice', async () => {
    const { events } = await open('Why');
    await userEvent.click(page.getByRole('button', { name: 'Pick on the page' }));
    await expect.poll(says).toContain('Click an ask on the page.');
    events.mockClear();
    await userEvent.hover(page.getByRole('button', { name: 'Get it' }));
    await expect.poll(() => inside('.outline').length).toBe(1);
    await userEvent.click(page.getByRole('button', { name: 'Get it' }));
    await expect.element(page.getByRole('heading', { name: 'checklist' })).toBeVisible();
    expect(inside('.outline')).toEqual([]);
    expect(events.mock.calls.flat().filter((line) => !line.endsWith('seen'))).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Get it' }));
    await expect.poll(() => events.mock.calls.flat()).toContain('lead-gate.unlock committed');
  });

  it('gives picking up with Escape, and stays open', async () => {
    const { events } = await open('Why');
    await userEvent.click(page.getByRole('button', { name: 'Pick on the page' }));
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('combobox', { name: 'Ask' })).toBeVisible();
    await expect.poll(() => rules('What is in order').length).toBeGreaterThan(0);
    await vote();
    await expect.poll(() => events.mock.calls.flat()).toContain('poll.vote committed');
  });

  it('an explanation that fails takes its view, no more', async () => {
    expectConsole('error', 'no reasons today');
    const broken = { ...ladder };
    broken.guide = (site) => ({
      ...ladder.guide(site),
      explain: () => {
        throw new Error('no reasons today');
      },
    });
    const { bus } = mount({ devtools: { defaultOpen: true }, provider: { ladder: broken } });
    await userEvent.click(tab('Why'));
    await expect.poll(says).toContain('This view failed: Error: no reasons today');
    await userEvent.click(tab('Events'));
    await expect.element(page.getByRole('searchbox')).toBeVisible();
    await vote();
    expect(bus.recent().at(-1)?.phase).toBe('committed');
  });
});

describe('the view of the clock', () => {
  it('moves the ladder’s clock, which changes the decision, and takes it back', async () => {
    await open('Clock');
    await vote();
    await userEvent.click(page.getByRole('button', { name: 'Not now' }));
    await expect.poll(() => facts()['Next ask']).not.toBe('checklist');
    await userEvent.click(page.getByRole('button', { name: '+1 week' }));
    await expect.poll(() => facts()['Moved by']).toBe('+7 d');
    expect(facts()['Next ask']).not.toBe('checklist');
    await userEvent.click(page.getByRole('button', { name: '+1 week' }));
    await expect.poll(() => facts()['Moved by']).toBe('+14 d');
    await expect.poll(() => facts()['Next ask']).toBe('checklist');
    await userEvent.click(page.getByRole('button', { name: 'Back to now' }));
    await expect.poll(() => facts()['Moved by']).toBe('nothing');
    expect(facts()['Next ask']).not.toBe('checklist');
  });

  it('takes any length, back too, and none that is no number', async () => {
    await open('Clock');
    const field = page.getByRole('spinbutton', { name: 'How far' });
    const travel = page.getByRole('button', { name: 'Travel' });
    await userEvent.fill(field, '-90');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Unit' }), 'minutes');
    await userEvent.click(travel);
    await expect.poll(() => facts()['Moved by']).toBe('−1 h 30 min');
    await userEvent.fill(field, '');
    await expect.element(travel).toBeDisabled();
    await userEvent.fill(field, '1e300');
    await expect.element(travel).toBeDisabled();
  });
});

describe('the view of memory', () => {
  it('shows history and segments, and forgets them', async () => {
    await open('Memory');
    await vote();
    await expect.poll(() => facts()['Segments']).toBe('trust');
    expect(facts()['Consent']).toMatch(/^analytics granted, advertising \w+, functional granted$/);
    await expect.poll(() => inside('pre')[0]?.textContent).toContain('"committed"');
    expect(localStorage.getItem('smallyes:ladder:b2b')).toContain('biggest-hurdle');
    await userEvent.click(page.getByRole('button', { name: 'Forget everything' }));
    await expect.poll(() => facts()['Segments']).toBe('none');
    expect(inside('pre')[0]?.textContent).not.toContain('"committed"');
    expect(localStorage.getItem('smallyes:ladder:b2b')).not.toContain('biggest-hurdle');
  });

  it('copies and downloads the history', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:none';
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await open('Memory');
    await vote();
    await expect.poll(() => inside('pre')[0]?.textContent).toContain('"committed"');
    await userEvent.click(page.getByRole('button', { name: 'Copy as JSON' }));
    await userEvent.click(page.getByRole('button', { name: 'Download' }));
    const text = copied.mock.calls[0]![0];
    expect(JSON.parse(text)).toMatchObject({ ladder: 'b2b', history: { asks: { 'biggest-hurdle': {} } } });
    expect(await blobs[0]?.text()).toBe(text);
    expect((clicked.mock.contexts[0] as HTMLAnchorElement).download).toBe('b2b-history.json');
  });

  it('puts the visitor into another variant, for conditions and events', async () => {
    const { bus } = await open('Memory');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'tone' }), 'brief');
    await userEvent.click(tab('Why'));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Ask' }), 'talk');
    await expect.poll(() => rules('What is in order')).toContain('variant');
    await vote();
    expect(bus.recent().at(-1)?.experiments).toEqual({ tone: 'brief' });
  });
});
