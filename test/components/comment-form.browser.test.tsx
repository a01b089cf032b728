import { render } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { CommentForm, type CommentFormProps, type PostingElement } from 'smallyes/comment-form';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import 'smallyes/fields.css';
import 'smallyes/comment-form.css';
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { findings } from '../support/axe.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';

const post = (phase: string): EventLine => `comment-form.post ${phase}` as EventLine;
const yes = [post('seen'), post('started'), post('committed')];
const sent = { fields: ['comment'] };
const field = () => page.getByRole('textbox', { name: 'Your comment' });
const name = () => page.getByRole('textbox', { name: 'Name (optional)' });
const button = () => page.getByRole('button', { name: /^(Post comment|Try again)$/ });
const again = () => page.getByRole('button', { name: 'Write another comment' });
const status = () => page.getByRole('status').first();
const says = (words: string) => expect.element(status()).toHaveTextContent(words);
const key = 'smallyes:draft:comment-form|comments';

const basics = {
  id: 'comments',
  onSubmit: () => ({ status: 'pending' }) as const,
} satisfies CommentFormProps;

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

function mount(props: Partial<CommentFormProps> = {}) {
  const recorder = createRecorder();
  const ui = (more: Partial<CommentFormProps> = {}) => (
    <recorder.Provider>
      <CommentForm {...basics} {...props} {...more} />
    </recorder.Provider>
  );
  return { recorder, ui, ...render(ui()) };
}

async function write(words = 'We had ours resoled twice.') {
  await userEvent.fill(field(), words);
  await userEvent.click(button());
}

describeConformance('CommentForm', {
  component: 'comment-form',
  render: (props) => <CommentForm {...basics} {...props} />,
  async commit() {
    await write();
    await expect.element(again(), { timeout: 2_000 }).toBeVisible();
  },
  events: yes,
  vetoes: ['onClick'],
});

describe('a comment', () => {
  it('that waits for approval says so, and never that it is published', async () => {
    const { recorder, container } = mount();
    await write();
    await says('Thank you! Your comment waits for approval.');
    expect(container.firstElementChild!.getAttribute('data-stage')).toBe('moderated');
    await expect.element(status()).toHaveFocus();
    expect(container.textContent).not.toContain('published');
    expect(container.querySelector('blockquote')!.textContent).toBe('We had ours resoled twice.');
    expectEvents(recorder, [yes[0]!, yes[1]!, [post('committed'), sent]]);
    expect(await findings(container)).toEqual([]);
  });

  it.each([
    ['ok', 'Thank you! Your comment is published.', 'published', true],
    [undefined, 'Thank you! Your comment has arrived.', 'received', true],
    ['already', 'You have posted this already.', 'already', false],
  ] as const)('answered with %s reads "%s"', async (answer, words, stage, counts) => {
    const { recorder, container } = mount({
      onSubmit: async () => (answer ? { status: answer } : undefined),
    });
    await write();
    await says(words);
    expect(container.firstElementChild!.getAttribute('data-stage')).toBe(stage);
    expect(recorder.commitments).toHaveLength(counts ? 1 : 0);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(recorder.phases()).not.toContain(post('abandoned'));
  });

  it('puts no word of it, and no name, into any event', async () => {
    const asksMore = { fields: [{ type: 'text', name: 'name' }], grade: 2 } as object;
    const { recorder } = mount({ onSubmit: () => ({ status: 'failed' }), ...asksMore });
    await userEvent.fill(name(), 'Jana Secret');
    await write('Secret words');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expectEvents(recorder, [yes[0]!, yes[1]!, [post('failed'), { fields: ['comment', 'name'] }]]);
    expect(JSON.stringify(recorder.events)).not.toMatch(/secret|jana/i);
  });

  it('is sent once by a double click and by Enter beside it, also under StrictMode', async () => {
    let count = 0;
    const recorder = createRecorder();
    render(
      <StrictMode>
        <recorder.Provider>
          <CommentForm
            {...basics}
            onSubmit={async () => {
              count++;
              await new Promise((resolve) => setTimeout(resolve, 100));
              return { status: 'ok' };
            }}
          />
        </recorder.Provider>
      </StrictMode>,
    );
    await userEvent.fill(field(), 'Once');
    await userEvent.dblClick(button());
    await says('Thank you! Your comment is published.');
    expect(count).toBe(1);
    expectEvents(recorder, yes);
  });

  it('that the server refuses shows why at its field, keeps the words, and can be mended', async () => {
    let turn = 0;
    const { recorder, container } = mount({
      onSubmit: () =>
        turn++ ? { status: 'ok' } : { status: 'invalid', errors: { comment: 'No links, please.' } },
    });
    await write('Look at http://a.example');
    await expect.element(field()).toHaveAccessibleDescription(/No links, please\./);
    await expect.element(field()).toHaveFocus();
    expect(await findings(container)).toEqual([]);
    await userEvent.fill(field(), 'Look at our shop');
    await userEvent.click(button());
    await says('Thank you! Your comment is published.');
    expectEvents(recorder, [yes[0]!, yes[1]!, post('failed'), yes[2]!]);
  });

  it('that the browser takes to an address is told to trackers before it goes', async () => {
    const tracked: string[] = [];
    const tracker = { name: 'test', track: ({ phase }: { phase: string }) => void tracked.push(phase) };
    render(
      <CommitmentProvider trackers={[tracker]}>
        <CommentForm id="comments" action="/comments" />
      </CommitmentProvider>,
    );
    const leaving = new Promise<string>((leave) => {
      const look = (event: Event) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        window.removeEventListener('submit', look);
        leave(tracked.join(' '));
      };
      window.addEventListener('submit', look);
    });
    await write();
    await expect(leaving).resolves.toBe('seen started committed');
  });

  it('is not sent empty', async () => {
    const { recorder } = mount({ onSubmit: () => expect.fail('sent') });
    await userEvent.click(field());
    await userEvent.click(button());
    await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
    expect(recorder.commitments).toEqual([]);
  });

  it('by keyboard alone: tab, write, tab, send', async () => {
    mount();
    await userEvent.tab();
    await userEvent.keyboard('Well made{Enter}and mended');
    await userEvent.tab();
    await expect.element(button()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await says('Thank you! Your comment waits for approval.');
  });

  it('can be followed by another, which is an attempt of its own', async () => {
    const { recorder } = mount();
    await write('First');
    await userEvent.click(again());
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('');
    await write('Second');
    await expect.poll(() => recorder.commitments.length).toBe(2);
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(2);
  });

  it('starts anew by reset(), without taking the focus', async () => {
    const ref = createRef<PostingElement>();
    mount({ ref });
    await write();
    await says('Thank you! Your comment waits for approval.');
    (document.activeElement as HTMLElement).blur();
    ref.current!.reset();
    await expect.element(field()).toHaveValue('');
    expect(document.activeElement).toBe(document.body);
  });

  it('hands the next ask what was sent', async () => {
    mount({ next: ({ phase, data }) => <p>{`${phase} ${data.fields}`}</p> });
    await write();
    await expect.element(page.getByText('committed comment')).toBeVisible();
  });
});

describe('a long text', () => {
  const long = 'A rather long word of praise. '.repeat(3_334);

  it('of 100,000 characters is counted and refused in words, and nothing freezes', async () => {
    const { recorder, container } = mount({ onSubmit: () => expect.fail('sent') });
    await userEvent.click(field());
    await userEvent.keyboard('A');
    const slow: number[] = [];
    const observer = new PerformanceObserver((list) =>
      slow.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ entryTypes: ['longtask'] });
    await userEvent.fill(field(), long);
    await userEvent.keyboard('BC');
    await userEvent.click(button());
    await expect.element(field()).toHaveAccessibleDescription(/2,000/);
    slow.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    expect(Math.max(0, ...slow)).toBeLessThan(500);
    expect(recorder.commitments).toEqual([]);
    expect(container.querySelector('.sy-field-counter')!.textContent).toMatch(/98,0\d\d/);
    expect(container.querySelector('textarea')!.clientHeight).toBeLessThan(400);
  });

  it('is sent whole where it may be that long, and shown cut', async () => {
    let got = '';
    const { container } = mount({
      maxLength: 200_000,
      onSubmit({ comment }) {
        got = comment;
        return { status: 'ok' };
      },
    });
    await write(long);
    await says('Thank you! Your comment is published.');
    expect(got).toBe(long.trim());
    expect(container.querySelector('blockquote')!.textContent!.length).toBeLessThan(650);
  });

  it('is not cut within an emoji', async () => {
    const { container } = mount();
    await write(`${'a'.repeat(599)}🙂 and on`);
    await says('Thank you! Your comment waits for approval.');
    expect(container.querySelector('blockquote')!.textContent).toBe(`${'a'.repeat(599)} …`);
  });

  it('tells politely how much room is left', async () => {
    const { container } = mount({ maxLength: 50 });
    await userEvent.click(field());
    await userEvent.keyboard('x'.repeat(41));
    await expect
      .poll(() => container.querySelector('.sy-field > [role=status]')?.textContent)
      .toMatch(/\b(9|10) characters left/);
  });
});

describe('a draft', () => {
  it('outlives a reload, and goes once the comment is sent', async () => {
    const first = mount();
    await userEvent.fill(field(), 'Half a thought');
    await expect.poll(() => localStorage.getItem(key)).toContain('Half a thought');
    first.unmount();
    // A recorder begins with an empty memory.
    render(
      <CommitmentProvider>
        <CommentForm {...basics} />
      </CommitmentProvider>,
    );
    await expect.element(field()).toHaveValue('Half a thought');
    await userEvent.click(button());
    await says('Thank you! Your comment waits for approval.');
    expect(localStorage.getItem(key) ?? '').toBe('');
  });

  it('is kept nowhere without consent, or where the page does not want one', async () => {
    const { unmount } = render(
      <CommitmentProvider consent={{ functional: 'denied' }}>
        <CommentForm {...basics} />
      </CommitmentProvider>,
    );
    await userEvent.fill(field(), 'Half a thought');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(localStorage.length).toBe(0);
    unmount();
    mount({ draft: false });
    await userEvent.fill(field(), 'Half a thought');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(localStorage.getItem(key)).toBeNull();
  });

  it('is forgotten when the page says, and lacks what the page leaves out', async () => {
    const keep = () =>
      localStorage.setItem(
        key,
        JSON.stringify({ v: 1, t: Date.now() - 3_600_000, values: { comment: 'Of an hour ago' } }),
      );
    keep();
    // A recorder begins with an empty memory.
    const load = (days: number) =>
      render(
        <CommitmentProvider>
          <CommentForm {...basics} draft={{ days }} />
        </CommitmentProvider>,
      );
    const first = load(1 / 48);
    await userEvent.click(field());
    await expect.poll(() => localStorage.getItem(key)).toBeNull();
    await expect.element(field()).toHaveValue('');
    first.unmount();
    keep();
    const second = load(1 / 12);
    await userEvent.click(field());
    await expect.element(field()).toHaveValue('Of an hour ago');
    second.unmount();
    localStorage.clear();
    mount({ draft: { scrub: () => ({ kept: 'this alone' }) } });
    await userEvent.fill(field(), 'Half a thought');
    await expect.poll(() => localStorage.getItem(key)).toContain('this alone');
    expect(localStorage.getItem(key)).not.toContain('Half');
  });
});

describe('before script, and without', () => {
  it('is a form that posts, with a field for the ask', () => {
    const host = document.createElement('div');
    host.innerHTML = renderToString(<CommentForm {...basics} onSubmit={undefined} action="/comments" />);
    const form = host.querySelector('form')!;
    expect([form.method, form.getAttribute('action')]).toEqual(['post', '/comments']);
    expect([...new FormData(form)].map(([field]) => field)).toEqual(
      expect.arrayContaining(['sy-ask', 'comment']),
    );
    expect(host.querySelector('textarea')!.required).toBe(true);
  });

  it('says where to turn to when nothing takes a post', () => {
    const html = renderToString(
      <CommentForm {...basics} fallback={{ label: 'Write to us', href: 'mailto:hello@northwind.example' }} />,
    );
    expect(html).toContain('To post a comment, your browser needs JavaScript.');
    expect(html).toContain('href="mailto:hello@northwind.example"');
  });

  it('shows in the first paint what the server knows, which is no exposure', async () => {
    const { recorder } = mount({ known: 'moderated' });
    await says('Thank you! Your comment waits for approval.');
    expect(document.activeElement).toBe(document.body);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expectEvents(recorder, []);
    await userEvent.click(again());
    await expect.element(field()).toBeVisible();
  });

  it('tells the developer of a form that leads nowhere', () => {
    expectConsole('warn', 'SY-1422');
    mount({ onSubmit: undefined });
  });
});

describe('types', () => {
  it('hand over the values by name', () => {
    <CommentForm
      id="a"
      fields={[{ type: 'email', name: 'mail', required: true }]}
      onSubmit={(values) => void expectTypeOf(values.mail).toEqualTypeOf<string>()}
    />;
    <CommentForm id="a" onSubmit={({ comment }) => void expectTypeOf(comment).toEqualTypeOf<string>()} />;
  });
});
