import { createContext, type ReactNode, StrictMode, useContext, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { ContactDialog } from 'smallyes/contact-dialog';
import { FollowLink } from 'smallyes/follow-link';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { createRecorder } from 'smallyes/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { takeOver } from '../../src/lazy/take-over.ts';
import { watchOver } from '../../src/lazy/watch-over.ts';
import { hydrate, lazily, pause } from './sleeping.tsx';

/** A poll far below, and who hears of it. */
async function sleepingPoll({ isStrict = false } = {}) {
  const poll = lazily(Poll);
  const recorder = createRecorder();
  const at = await hydrate((place) => {
    const Lazy = poll[place];
    const tree = (
      <recorder.Provider>
        <Lazy id="hurdle" question="What holds you back?" options={['Traffic', 'Trust']} />
      </recorder.Provider>
    );
    return isStrict ? <StrictMode>{tree}</StrictMode> : tree;
  });
  const radio = (name: string) => page.getByRole('radio', { name });
  const phases = () => recorder.events.map(({ phase }) => phase);
  return { ...at, poll, recorder, radio, phases };
}

const Look = createContext('light');
let setLook: (look: string) => void = () => {};

/** A context that changes by itself, as one that waits for the visitor's session does. */
function LookProvider({ fixed, children }: { fixed: string; children: ReactNode }) {
  const [look, set] = useState('light');
  setLook = set;
  return (
    <Look value={fixed || look}>
      <p>{look}</p>
      {children}
    </Look>
  );
}

function Taste() {
  return <p>In a {useContext(Look)} room</p>;
}

/** A gate far below, with a form that is sent to `onSubmit`, or to an address of its own. */
async function sleepingGate(action?: string) {
  const gate = lazily(LeadGate);
  const sent = vi.fn((_values: { email: string }) => {});
  const recorder = createRecorder();
  const named: string[] = [];
  const props = { name: 'first', look: '' };
  const at = await hydrate((place) => {
    const Lazy = gate[place];
    const { name, look } = props;
    const lazy = (
      <Lazy
        id="checklist"
        get="The checklist"
        href="#guide"
        action={action}
        onSubmit={(values: { email: string }) => {
          named.push(name);
          sent(values);
        }}
      >
        <Taste />
      </Lazy>
    );
    return (
      <recorder.Provider>
        <LookProvider fixed={look}>{lazy}</LookProvider>
      </recorder.Provider>
    );
  });
  return {
    ...at,
    gate,
    recorder,
    sent,
    named,
    again(next: Partial<typeof props>) {
      Object.assign(props, next);
      at.show();
    },
    email: page.getByRole('textbox', { name: 'E-mail address' }),
    button: page.getByRole('button', { name: 'Get it now' }),
    emails: () => sent.mock.calls.map(([values]) => values.email),
  };
}

/** Boxes that React itself ticks. */
function Boxes({ names }: { names: string[] }) {
  const [picked, pick] = useState<string[]>([]);
  return (
    <fieldset>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            name="day"
            checked={picked.includes(name)}
            onChange={({ target }) =>
              pick((all) => (target.checked ? [...all, name] : all.filter((other) => other !== name)))
            }
          />
          {name}
        </label>
      ))}
      <output>{`Picked: ${picked.join(', ')}`}</output>
    </fieldset>
  );
}

/** Hears each press that reaches the browser, and keeps it from leaving the page. React stops it further in. */
function hearClicks() {
  const heard = vi.fn((event: MouseEvent) => event.preventDefault());
  addEventListener('click', heard, true);
  onTestFinished(() => removeEventListener('click', heard, true));
  return heard;
}

describe('lazyAsk', () => {
  it('leaves what the server wrote alone until a visitor is near, and then takes the same elements over', async () => {
    const { host, poll, recorder, errors, radio, phases } = await sleepingPoll();
    const element = host.querySelector('[type=radio]');
    expect(poll.bring).not.toHaveBeenCalled();
    host.scrollIntoView({ block: 'end' });
    await expect.poll(() => poll.bring).toHaveBeenCalledOnce();
    poll.arrive();
    await expect.poll(phases).toEqual(['seen']);
    expect(host.querySelector('[type=radio]')).toBe(element);
    await radio('Trust').click();
    await expect
      .poll(() => recorder.commitments.map(({ data }) => data))
      .toMatchObject([{ choice: 'Trust' }]);
    expect(errors).toEqual([]);
  });

  it.each([false, true])(
    'counts a press that was faster than the code once (StrictMode %s)',
    async (isStrict) => {
      const { poll, recorder, radio, phases } = await sleepingPoll({ isStrict });
      await radio('Trust').dblClick();
      expect(poll.bring).toHaveBeenCalledOnce();
      await expect.element(radio('Trust')).toBeChecked();
      expect(phases()).toEqual([]);
      poll.arrive();
      await expect.poll(phases).toContain('committed');
      await pause(100);
      expect(recorder.commitments.map(({ data }) => data)).toMatchObject([{ choice: 'Trust' }]);
    },
  );

  it('takes the last of several picks for what was meant', async () => {
    const { poll, recorder, radio } = await sleepingPoll();
    await radio('Trust').click();
    await radio('Traffic').click();
    poll.arrive();
    await expect
      .poll(() => recorder.commitments.map(({ data }) => data))
      .toMatchObject([{ choice: 'Traffic' }]);
    await pause(100);
    expect(recorder.commitments).toHaveLength(1);
  });

  it('counts each box that was ticked, and none that was ticked twice', async () => {
    const poll = lazily(Poll);
    const sent = vi.fn((_answer: unknown) => {});
    const recorder = createRecorder();
    await hydrate((place) => {
      const Lazy = poll[place];
      return (
        <recorder.Provider>
          <Lazy
            id="hurdles"
            multiple
            question="What holds you back?"
            options={['Traffic', 'Trust', 'Price']}
            onSubmit={sent}
          />
        </recorder.Provider>
      );
    });
    const box = (name: string) => page.getByRole('checkbox', { name });
    for (const name of ['Traffic', 'Trust', 'Price', 'Traffic']) await box(name).click();
    await page.getByRole('button', { name: 'Vote' }).click();
    poll.arrive();
    await expect.poll(() => sent.mock.calls[0]?.[0]).toMatchObject({ choices: ['Trust', 'Price'] });
  });

  it('tells of each box that was ticked', async () => {
    const boxes = lazily(Boxes);
    await hydrate((place) => {
      const Lazy = boxes[place];
      return <Lazy names={['Mon', 'Tue', 'Wed']} />;
    });
    const box = (name: string) => page.getByRole('checkbox', { name });
    for (const name of ['Mon', 'Tue', 'Wed', 'Mon']) await box(name).click();
    // Each shows at once what was meant.
    await expect.element(box('Tue')).toBeChecked();
    await expect.element(box('Mon')).not.toBeChecked();
    boxes.arrive();
    await pause(500);
    expect(document.querySelector('output')?.textContent).toBe('Picked: Tue, Wed');
    await expect.element(box('Wed')).toBeChecked();
    await expect.element(box('Mon')).not.toBeChecked();
  });

  it('keeps a pick until the code is there, where a post of its own would not be one', async () => {
    const poll = lazily(Poll);
    const recorder = createRecorder();
    await hydrate((place) => {
      const Lazy = poll[place];
      return (
        <recorder.Provider>
          <Lazy id="hurdle" question="What holds you back?" options={['Traffic', 'Trust']} action="/vote" />
        </recorder.Provider>
      );
    });
    await page.getByRole('radio', { name: 'Trust' }).click();
    poll.lose();
    await pause(50);
    await page.getByRole('radio', { name: 'Trust' }).click();
    poll.lose();
    await pause(50);
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    poll.arrive();
    await pause(300);
    expect(recorder.events.map(({ phase }) => phase)).toContain('started');
  });

  it('does not ask for code that cannot be had with each move of the pointer', async () => {
    const { host, poll } = await sleepingPoll();
    const over = () =>
      host.querySelector('legend, label')?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    over();
    poll.lose();
    await pause(50);
    for (const _ of [1, 2, 3]) {
      over();
      await pause(10);
    }
    expect(poll.bring).toHaveBeenCalledOnce();
    host.querySelector<HTMLInputElement>('[type=radio]')?.focus();
    expect(poll.bring).toHaveBeenCalledTimes(2);
  });

  it('wakes when seen on a page that never rests, too', async () => {
    const { host, poll } = await sleepingPoll();
    const idle = vi
      .spyOn(window, 'requestIdleCallback')
      .mockImplementation((run, options) => setTimeout(run, options?.timeout ?? 60_000) as never);
    onTestFinished(() => idle.mockRestore());
    host.scrollIntoView({ block: 'end' });
    await expect.poll(() => poll.bring, { timeout: 6_000 }).toHaveBeenCalledOnce();
  });

  it('wakes where the server is still writing it', async () => {
    const root = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => root.remove());
    root.style.marginBlockStart = '5000px';
    root.innerHTML = '<!--$?--><template id="B:0"></template><!--/$-->';
    const wake = vi.fn(() => new Promise<void>(() => {}));
    const end = watchOver(root, { wake, held: new Map() }, 'quote');
    onTestFinished(() => end());
    expect(wake).toHaveBeenCalledOnce();
  });

  it('does not take looking through the choices with arrow keys for a decision', async () => {
    const { host, poll, recorder, radio } = await sleepingPoll();
    host.querySelector<HTMLInputElement>('[type=radio]')?.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('Trust')).toBeChecked();
    poll.arrive();
    await expect
      .poll(() => recorder.events.length)
      .toBeGreaterThan(0)
      .catch(() => {});
    await pause(200);
    await expect.element(radio('Trust')).toBeChecked();
    expect(recorder.commitments).toEqual([]);
    await userEvent.keyboard(' ');
    await expect
      .poll(() => recorder.commitments.map(({ data }) => data))
      .toMatchObject([{ choice: 'Trust' }]);
  });

  it('keeps what is typed, and sends it once when the code is there', async () => {
    const { gate, sent, email, emails, button, errors, recorder } = await sleepingGate();
    await email.fill('ada@example.com');
    await button.dblClick();
    await pause(100);
    expect(sent).not.toHaveBeenCalled();
    await expect.element(email).toHaveValue('ada@example.com');
    gate.arrive();
    await expect.poll(emails).toEqual(['ada@example.com']);
    await pause(200);
    expect(sent).toHaveBeenCalledOnce();
    expect(recorder.commitments.map(({ kind }) => kind)).toEqual(['lead-gate.unlock']);
    expect(errors).toEqual([]);
  });

  it('sends by Enter too', async () => {
    const { gate, email, emails } = await sleepingGate();
    await email.fill('ada@example.com');
    await userEvent.keyboard('{Enter}');
    gate.arrive();
    await expect.poll(emails).toEqual(['ada@example.com']);
  });

  it('is not disturbed by other props, and follows them once it is awake', async () => {
    const { host, gate, named, again, email, button, errors } = await sleepingGate();
    const input = host.querySelector('input[type=email]');
    again({ name: 'second' });
    await pause(50);
    expect(host.querySelector('input[type=email]')).toBe(input);
    expect(gate.bring).not.toHaveBeenCalled();
    await email.fill('ada@example.com');
    gate.arrive();
    await button.click();
    await expect.poll(() => named).toEqual(['second']);
    expect(host.querySelector('input[type=email]')).toBe(input);
    expect(errors).toEqual([]);
  });

  it('stands as it was, typed text, focus and press, where a context changes before the code is there', async () => {
    const { host, gate, email, emails, button } = await sleepingGate();
    await email.fill('ada@exam');
    const { height } = host.getBoundingClientRect();
    setLook('night');
    await expect.element(page.getByText('night', { exact: true })).toBeInTheDocument();
    await pause(50);
    await expect.element(page.getByText('In a light room')).toBeInTheDocument();
    expect(host.getBoundingClientRect().height).toBe(height);
    await expect.element(email).toHaveFocus();
    await userEvent.keyboard('{End}ple.com');
    await button.click();
    await email.click();
    gate.arrive();
    await expect.element(page.getByText('In a night room')).toBeInTheDocument();
    await expect.poll(emails).toEqual(['ada@example.com']);
  });

  it('gives what was typed, and the focus, to what React writes anew', async () => {
    const { gate, email } = await sleepingGate();
    await email.fill('ada@example.com');
    setLook('night');
    await pause(50);
    gate.arrive();
    await expect.element(page.getByText('In a night room')).toBeInTheDocument();
    await expect.element(email).toHaveValue('ada@example.com');
    await expect.element(email).toHaveFocus();
  });

  it('does so where what the server wrote is no longer what stands there now', async () => {
    const { host, gate, again, email, emails, button, errors } = await sleepingGate();
    again({ look: 'candlelit' });
    await pause(50);
    const input = host.querySelector('input[type=email]');
    await email.fill('ada@example.com');
    await button.click();
    gate.arrive();
    await expect.element(page.getByText('In a candlelit room')).toBeInTheDocument();
    expect(host.querySelector('input[type=email]')).not.toBe(input);
    await expect.poll(emails).toEqual(['ada@example.com']);
    expect(errors).not.toEqual([]);
  });

  it('comes where nobody is near when a context changes, and asks again while the network is away', async () => {
    const { gate } = await sleepingGate();
    setLook('night');
    await expect.poll(() => gate.bring).toHaveBeenCalledOnce();
    gate.lose();
    await expect.poll(() => gate.bring.mock.calls.length, { timeout: 3_000 }).toBe(2);
    gate.arrive();
    await expect.element(page.getByText('In a night room')).toBeInTheDocument();
  });

  it('lets a form with an address of its own go where the code cannot be had', async () => {
    const { gate, sent, email, button } = await sleepingGate('/lead');
    const posted = vi.fn((event: SubmitEvent) => event.preventDefault());
    addEventListener('submit', posted, { capture: true, once: true });
    await email.fill('ada@example.com');
    await button.click();
    expect(posted).not.toHaveBeenCalled();
    gate.lose();
    await expect.poll(() => posted).toHaveBeenCalledOnce();
    expect(sent).not.toHaveBeenCalled();
  });

  it('lets it go as well where the code takes longer than three seconds', async () => {
    const { email, button } = await sleepingGate('/lead');
    const posted = vi.fn((event: SubmitEvent) => event.preventDefault());
    addEventListener('submit', posted, { capture: true, once: true });
    await email.fill('ada@example.com');
    await button.click();
    await pause(2_500);
    expect(posted).not.toHaveBeenCalled();
    await expect.poll(() => posted).toHaveBeenCalledOnce();
  });

  it('keeps a press that only code can answer, and the next press asks for it again', async () => {
    const { gate, sent, email, emails, button } = await sleepingGate();
    await email.fill('ada@example.com');
    const passed = vi.fn();
    addEventListener('submit', passed, true);
    onTestFinished(() => removeEventListener('submit', passed, true));
    await button.click();
    gate.lose();
    await pause(50);
    expect(passed).not.toHaveBeenCalled();
    const before = gate.bring.mock.calls.length;
    await button.click();
    expect(gate.bring.mock.calls.length).toBeGreaterThan(before);
    gate.arrive();
    await expect.poll(emails).toEqual(['ada@example.com']);
    await pause(100);
    expect(sent).toHaveBeenCalledOnce();
  });

  it('holds a link back until its press is counted, and lets it go where the code cannot be had', async () => {
    const link = lazily(FollowLink);
    const recorder = createRecorder();
    await hydrate((place) => {
      const Lazy = link[place];
      return (
        <recorder.Provider>
          <Lazy id="feed" target="youtube" href="https://video.example/@northwind" />
        </recorder.Provider>
      );
    });
    const followed = hearClicks();
    await page.getByRole('link').click();
    expect(followed).not.toHaveBeenCalled();
    link.lose();
    await expect.poll(() => followed).toHaveBeenCalledOnce();
    await page.getByRole('link').click();
    link.arrive();
    await expect.poll(() => recorder.commitments.map(({ kind }) => kind)).toEqual(['follow-link.follow']);
    expect(followed).toHaveBeenCalledTimes(2);
  });

  it('leaves a press with a key of the browser to the browser', async () => {
    const link = lazily(FollowLink);
    await hydrate((place) => {
      const Lazy = link[place];
      return <Lazy id="feed" target="youtube" href="https://video.example/@northwind" />;
    });
    const followed = hearClicks();
    await page.getByRole('link').click({ modifiers: ['Shift'] });
    expect(followed).toHaveBeenCalledOnce();
  });

  it('wakes when the address names it', async () => {
    const dialog = lazily(ContactDialog);
    onTestFinished(() => history.replaceState(null, '', location.pathname + location.search));
    const recorder = createRecorder();
    await hydrate((place) => {
      const Lazy = dialog[place];
      return (
        <recorder.Provider>
          <Lazy id="contact" hash="talk" trigger="Talk" title="Talk to us" onSubmit={() => {}} />
        </recorder.Provider>
      );
    });
    expect(dialog.bring).not.toHaveBeenCalled();
    location.hash = '#talk';
    await expect.poll(() => dialog.bring).toHaveBeenCalledOnce();
    dialog.arrive();
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });

  it('comes at once where no server wrote it, and without a gap once its code is there', async () => {
    const poll = lazily(Poll);
    const Lazy = poll.inBrowser;
    const host = document.body.appendChild(document.createElement('div'));
    const root = createRoot(host);
    onTestFinished(() => {
      root.unmount();
      host.remove();
    });
    const ref = { current: null as HTMLFormElement | null };
    const one = <Lazy key="a" id="a" question="First?" options={['Yes', 'No']} ref={ref as never} />;
    root.render(one);
    await expect.poll(() => poll.bring).toHaveBeenCalledOnce();
    poll.lose();
    await expect.poll(() => poll.bring.mock.calls.length, { timeout: 3_000 }).toBe(2);
    poll.arrive();
    await expect.element(page.getByText('First?')).toBeVisible();
    expect(ref.current?.reset).toBeTypeOf('function');
    root.render([one, <Lazy key="b" id="b" question="Second?" options={['Yes', 'No']} />]);
    await pause(0);
    await expect.element(page.getByText('Second?'), { timeout: 1 }).toBeVisible();
    expect(poll.bring).toHaveBeenCalledTimes(2);
  });

  it('is brought by whoever knows that it comes next', async () => {
    const poll = lazily(Poll);
    const coming = poll.inBrowser.load();
    poll.arrive();
    await coming;
    expect(renderToString(<poll.inBrowser id="a" question="First?" options={['Yes', 'No']} />)).toContain(
      'First?',
    );
  });

  it('that is taken away in its sleep leaves nothing behind', async () => {
    const { host, root, poll } = await sleepingPoll();
    root.render(null);
    await pause(50);
    expect(host.innerHTML).toBe('');
    host.click();
    expect(poll.bring).not.toHaveBeenCalled();
  });
});

it('gives the focus back with its place in the text, where the field tells it', () => {
  const field = (value: string) => {
    const input = document.body.appendChild(document.createElement('input'));
    onTestFinished(() => input.remove());
    input.value = value;
    return input;
  };
  const [from, to] = [field('Ada Lovelace'), field('')];
  from.setSelectionRange(3, 3);
  from.remove();
  takeOver([from], [to], from);
  expect(document.activeElement).toBe(to);
  expect([to.value, to.selectionStart, to.selectionEnd]).toEqual(['Ada Lovelace', 3, 3]);
});

it('takes over every kind of control, and leaves alone what became another', () => {
  const controls = (name: string) => {
    const form = document.body.appendChild(document.createElement('form'));
    onTestFinished(() => form.remove());
    form.innerHTML = `<textarea name="words"></textarea><input type="checkbox" name="news" />
      <select name="size"><option>S</option><option>M</option></select>
      <select name="days" multiple><option>Tue</option><option>Wed</option><option>Thu</option></select>
      <input name="${name}" />`;
    return form;
  };
  const [from, to] = [controls('phone'), controls('fax')];
  const [words, news, size, days, phone] = from.elements as unknown as [
    HTMLTextAreaElement,
    HTMLInputElement,
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLInputElement,
  ];
  words.value = 'Two\nlines';
  news.checked = true;
  size.value = 'M';
  for (const day of [0, 2]) (days.options[day] as HTMLOptionElement).selected = true;
  phone.value = '030 1234';
  const heard = vi.fn(({ target }: Event) => (target as HTMLInputElement).name);
  to.addEventListener('input', heard);
  const twinOf = takeOver([from], [to], null);
  expect([...new FormData(to)]).toEqual([
    ['words', 'Two\nlines'],
    ['news', 'on'],
    ['size', 'M'],
    ['days', 'Tue'],
    ['days', 'Thu'],
    ['fax', ''],
  ]);
  expect(heard.mock.results.map(({ value }) => value)).toEqual(['words', 'news', 'size', 'days']);
  expect(twinOf(size)).toBe(to.elements.namedItem('size'));
  expect(twinOf(document.body)).toBeUndefined();
});
