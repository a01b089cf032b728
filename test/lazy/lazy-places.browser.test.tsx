import { Activity, createContext, type ReactNode, Suspense, use, useState } from 'react';
import { Calculator } from 'smallyes/calculator';
import { ContactDialog, ContactDialogTrigger } from 'smallyes/contact-dialog';
import { LeadGate } from 'smallyes/lead-gate';
import { Poll } from 'smallyes/poll';
import { createRecorder } from 'smallyes/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { watchOver } from '../../src/lazy/watch-over.ts';
import { expectConsole } from '../support/console.ts';
import { hydrate, lazily, pause } from './sleeping.tsx';

const question = { question: 'What holds you back?', options: ['Traffic', 'Trust'] } as const;
const fields = [{ type: 'email', name: 'email', label: 'E-mail' }] as const;
const email = page.getByRole('textbox', { name: 'E-mail address' });
const getIt = page.getByRole('button', { name: 'Get it now' });

/** Hears each form that reaches the browser, and keeps it from leaving the page. */
function hearSubmits() {
  const heard = vi.fn();
  const hear = (event: Event) => {
    if (!event.defaultPrevented) heard();
    event.preventDefault();
  };
  addEventListener('submit', hear);
  onTestFinished(() => removeEventListener('submit', hear));
  return heard;
}

/** Puts the address back as it was. */
function keepAddress() {
  onTestFinished(() => history.replaceState(null, '', location.pathname + location.search));
}

describe('a lazy ask', () => {
  it('wakes half a window before it comes, also in what scrolls by itself', async () => {
    const poll = lazily(Poll);
    const { host } = await hydrate((place) => {
      const Lazy = poll[place];
      return (
        <div style={{ blockSize: 600, overflow: 'auto' }}>
          <p style={{ blockSize: 1_500, margin: 0 }} />
          <Lazy id="hurdle" {...question} />
        </div>
      );
    }, 0);
    await pause(200);
    expect(poll.bring).not.toHaveBeenCalled();
    // Two hundred pixels below its edge.
    host.firstElementChild?.scrollTo(0, 700);
    await expect.poll(() => poll.bring).toHaveBeenCalledOnce();
  });

  it('is called by a name that is no ASCII', async () => {
    keepAddress();
    const poll = lazily(Poll);
    await hydrate((place) => {
      const Lazy = poll[place];
      return <Lazy id="kérdés" {...question} />;
    });
    location.hash = '#kérdés';
    await expect.poll(() => poll.bring).toHaveBeenCalledOnce();
  });

  it('asks for its code again when the network is back, if it could not be had', async () => {
    const [near, far] = [lazily(Poll), lazily(Poll)];
    await hydrate((place) => {
      const [Near, Far] = [near[place], far[place]];
      return (
        <>
          <Near id="near" {...question} />
          <p style={{ blockSize: 5_000 }} />
          <Far id="far" {...question} />
        </>
      );
    }, 0);
    await expect.poll(() => near.bring).toHaveBeenCalledOnce();
    near.lose();
    await pause(50);
    dispatchEvent(new Event('online'));
    await expect.poll(() => near.bring).toHaveBeenCalledTimes(2);
    near.arrive();
    await pause(50);
    dispatchEvent(new Event('online'));
    expect(near.bring).toHaveBeenCalledTimes(2);
    expect(far.bring).not.toHaveBeenCalled();
  });

  it('holds a press back in a shadow tree, too', async () => {
    const place = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => place.remove());
    const root = place.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    root.innerHTML = '<form action="/lead" method="post"><button>Get it now</button></form>';
    place.style.marginBlockStart = '5000px';
    const reached = hearSubmits();
    const one = { wake: vi.fn(() => new Promise<void>(() => {})), held: new Map() };
    onTestFinished(watchOver(root, one));
    expect(one.wake).not.toHaveBeenCalled();
    await getIt.click();
    expect(one.wake).toHaveBeenCalled();
    expect([...one.held.keys()]).toEqual([root.querySelector('button')]);
    expect(reached).not.toHaveBeenCalled();
    one.held.clear();
  });

  it('that is hidden before its code is there keeps a press for later', async () => {
    const gate = lazily(LeadGate);
    const recorder = createRecorder();
    const sent = vi.fn();
    const reached = hearSubmits();
    let show: (mode: 'visible' | 'hidden') => void = () => {};
    function Panel({ children }: { children: ReactNode }) {
      const [mode, setMode] = useState<'visible' | 'hidden'>('visible');
      show = setMode;
      return <Activity mode={mode}>{children}</Activity>;
    }
    await hydrate((place) => {
      const Lazy = gate[place];
      return (
        <recorder.Provider>
          <Panel>
            <Lazy id="checklist" get="The checklist" href="#guide" onSubmit={sent} />
          </Panel>
        </recorder.Provider>
      );
    });
    await email.fill('ada@example.com');
    await getIt.click();
    show('hidden');
    await pause(100);
    expect(reached).not.toHaveBeenCalled();
    show('visible');
    await pause(100);
    gate.arrive();
    await expect.poll(() => sent.mock.calls.length).toBe(1);
    expect(reached).not.toHaveBeenCalled();
  });
});

describe('a lazy dialog', () => {
  function sleepingDialog(above: ReactNode, props: { open?: boolean } = {}) {
    const dialog = lazily(ContactDialog);
    const recorder = createRecorder();
    const make = (place: 'onServer' | 'inBrowser') => {
      const Lazy = dialog[place];
      return (
        <recorder.Provider>
          {above}
          <p style={{ blockSize: 5_000 }} />
          <Lazy id="talk" title="Talk to us" fields={fields} onSubmit={() => {}} {...props} />
        </recorder.Provider>
      );
    };
    return { dialog, recorder, make };
  }

  it('is opened by a trigger elsewhere, once, however often it is pressed', async () => {
    const { dialog, recorder, make } = sleepingDialog(
      <ContactDialogTrigger for="talk" placement="header">
        Talk
      </ContactDialogTrigger>,
    );
    await hydrate(make, 0);
    expect(dialog.bring).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Talk' }).dblClick();
    expect(dialog.bring).toHaveBeenCalledOnce();
    dialog.arrive();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await pause(100);
    const opened = recorder.events.filter(({ phase }) => phase === 'committed');
    expect(opened.map(({ ask }) => ask.placement)).toEqual(['header']);
  });

  it('lets the trigger lead to the page instead where its code cannot be had', async () => {
    expectConsole('warn', 'SY-702 A ContactDialogTrigger is for "talk"');
    const { dialog, make } = sleepingDialog(
      <ContactDialogTrigger for="talk" fallbackHref="#contact">
        Talk
      </ContactDialogTrigger>,
    );
    keepAddress();
    await hydrate(make, 0);
    await page.getByRole('link', { name: 'Talk' }).click();
    await pause(50);
    expect(location.hash).toBe('');
    dialog.lose();
    await expect.poll(() => location.hash).toBe('#contact');
  });

  it('is opened by the page', async () => {
    const props: { open?: boolean } = { open: false };
    const { dialog, make } = sleepingDialog(null, props);
    const { show } = await hydrate(make, 0);
    await pause(100);
    expect(dialog.bring).not.toHaveBeenCalled();
    props.open = true;
    show();
    await expect.poll(() => dialog.bring).toHaveBeenCalledOnce();
    dialog.arrive();
    await expect.element(page.getByRole('dialog')).toBeVisible();
  });
});

describe('a lazy ask below a context that changes', () => {
  const Look = createContext('light');
  const never = new Promise<never>(() => {});
  const Forever = () => use(never);
  let setLook: (look: string) => void = () => {};
  function Room({ children }: { children: ReactNode }) {
    const [look, set] = useState('light');
    setLook = set;
    return (
      <Look value={look}>
        {look === 'dawn' && (
          <Suspense fallback="Lighting the lamps">
            <Forever />
          </Suspense>
        )}
        {children}
      </Look>
    );
  }

  async function standingGate() {
    const gate = lazily(LeadGate);
    const recorder = createRecorder();
    const { host } = await hydrate((place) => {
      const Lazy = gate[place];
      return (
        <recorder.Provider>
          <Room>
            <Lazy id="checklist" get="The checklist" href="#guide" onSubmit={() => {}} />
          </Room>
        </recorder.Provider>
      );
    });
    const input = () => host.querySelector<HTMLInputElement>('input[type=email]');
    const before = input();
    return { host, gate, input, isAnew: () => input() !== before };
  }

  it('never leaves the focus nowhere, so that no key is lost', async () => {
    const { host, gate, input, isAnew } = await standingGate();
    await email.fill('ada@exam');
    setLook('night');
    await pause(400);
    const nowhere = vi.fn();
    const watch = new MutationObserver(() => {
      if (document.activeElement === document.body) nowhere();
    });
    watch.observe(host, { childList: true, subtree: true });
    onTestFinished(() => watch.disconnect());
    gate.arrive();
    await expect.poll(isAnew).toBe(true);
    expect(document.activeElement).toBe(input());
    expect(nowhere).not.toHaveBeenCalled();
    await userEvent.keyboard('ple.com');
    await expect.element(email).toHaveValue('ada@example.com');
  });

  it('leaves the focus where the visitor has gone since React began to write it anew', async () => {
    const { gate, isAnew } = await standingGate();
    await email.fill('ada@example.com');
    setLook('night');
    await pause(60);
    // For 300 ms after it has shown what stands in for something else, React keeps back what it has written.
    setLook('dawn');
    await pause(60);
    gate.arrive();
    await pause(60);
    expect(isAnew()).toBe(false);
    (getIt.element() as HTMLElement).focus();
    await expect.poll(isAnew).toBe(true);
    await pause(100);
    expect(document.activeElement).toBe(getIt.element());
  });
});

it('a slider that was moved before the code is there keeps its place, and the result follows', async () => {
  const calculator = lazily(Calculator);
  const recorder = createRecorder();
  await hydrate((place) => {
    const Lazy = calculator[place];
    return (
      <recorder.Provider>
        <Lazy
          id="late"
          label="What late parcels cost"
          inputs={[{ type: 'range', name: 'late', label: 'Late', min: 0, max: 50, defaultValue: 10 }]}
          formula={({ late }: { late: number }) => late * 100}
          result={{ label: 'A month' }}
        />
      </recorder.Provider>
    );
  });
  const slider = page.getByRole('slider');
  const moved = slider.element() as HTMLInputElement;
  moved.focus();
  moved.value = '20';
  moved.dispatchEvent(new InputEvent('input', { bubbles: true }));
  calculator.arrive();
  await expect.element(page.getByText('2,000')).toBeVisible();
  await expect.element(slider).toHaveValue('20');
  await expect.element(page.getByRole('textbox', { name: 'Late' })).toHaveValue('20');
});
