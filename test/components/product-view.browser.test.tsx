import { act, render } from '@testing-library/react';
import { createRef, Profiler, StrictMode } from 'react';
import { ProductView, type ProductViewElement, type ProductViewProps } from 'smallyes/product-view';
import { usePageView } from 'smallyes/provider';
import { createRecorder, type EventLine, expectEvents } from 'smallyes/testing';
import 'smallyes/base.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { describeConformance } from '../support/conformance.tsx';
import { expectConsole } from '../support/console.ts';

const line = (phase: string): EventLine => `product-view.view ${phase}` as EventLine;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const viewed = (item: string, more: object = {}) =>
  [line('seen'), line('started'), [line('committed'), { item, ...more }]] as const;

beforeEach(async () => {
  forgetMessages();
  localStorage.clear();
  await page.viewport(800, 600);
});
afterEach(() => {
  document.body.removeAttribute('style');
  scrollTo(0, 0);
});

function mount(props: Partial<ProductViewProps> = {}, strict = false) {
  const recorder = createRecorder();
  const ui = (more: Partial<ProductViewProps> = {}) => {
    const tree = (
      <recorder.Provider>
        <ProductView id="mug" seconds={1.5} {...props} {...more}>
          {props.children ?? <p style={{ height: 120 }}>A mug</p>}
        </ProductView>
      </recorder.Provider>
    );
    return strict ? <StrictMode>{tree}</StrictMode> : tree;
  };
  const { rerender, ...rest } = render(ui());
  return { recorder, ...rest, rerender: (more: Partial<ProductViewProps>) => rerender(ui(more)) };
}

describeConformance('ProductView', {
  keepsRoot: true,
  component: 'product-view',
  render: (props) => (
    <ProductView id="mug" seconds={1.4} {...props}>
      <p>A mug for two hands, 18 euros</p>
    </ProductView>
  ),
  commit: () => wait(1_700),
  events: [line('seen'), line('started'), line('committed')],
  vetoes: [],
});

describe('viewing', () => {
  it('takes three seconds of half a product, under StrictMode too', async () => {
    const { recorder } = mount({ seconds: undefined, quantity: 2, item: 'mug-blue' }, true);
    await wait(2_700);
    expectEvents(recorder, [line('seen')]);
    await wait(600);
    expectEvents(recorder, viewed('mug-blue', { quantity: 2 }));
    await wait(3_200);
    expect(recorder.events).toHaveLength(3);
  });

  it.each([undefined, null as never])('takes the id for the item %s', async (item) => {
    const { recorder } = mount({ item });
    await recorder.waitFor(line('committed'));
    expectEvents(recorder, viewed('mug'));
  });

  it('begins its time anew when the product leaves the screen', async () => {
    document.body.style.minBlockSize = '3000px';
    const { recorder } = mount();
    await wait(1_100);
    scrollTo(0, 1_500);
    expect(scrollY).toBe(1_500);
    await wait(200);
    scrollTo(0, 0);
    await wait(1_000);
    expect(recorder.phases()).not.toContain(line('committed'));
    await recorder.waitFor(line('committed'));
  });

  it('begins its time anew when the page is hidden', async () => {
    const { recorder } = mount();
    await wait(1_000);
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    await wait(1_600);
    expect(recorder.phases()).not.toContain(line('committed'));
    hidden.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await wait(1_000);
    expect(recorder.phases()).not.toContain(line('committed'));
    await recorder.waitFor(line('committed'));
  });

  it.each([
    [0.9, false],
    [0.6, true],
  ])('with a share of %s, seven tenths of it count: %s', async (share, counts) => {
    // 70 of 100 pixels are above the lower edge of the window.
    const { recorder } = mount({
      share,
      seconds: 0.3,
      children: <div style={{ height: 100, marginBlockStart: 530 }}>A mug</div>,
      style: { display: 'flow-root', position: 'absolute', insetBlockStart: 530, height: 100 },
      render: ({ children, ...rest }) => <div {...rest}>A mug</div>,
    });
    await wait(900);
    expect(recorder.phases().includes(line('committed'))).toBe(counts);
  });

  it('counts a product that is taller than the window by the window', async () => {
    const { recorder } = mount({
      share: 0.8,
      seconds: 0.3,
      children: <div style={{ height: 4_000 }}>A very long product</div>,
    });
    await recorder.waitFor(line('committed'));
  });

  it('never counts at once, even with no time at all', async () => {
    const { recorder } = mount({ seconds: 0 });
    expectEvents(recorder, []);
    await recorder.waitFor(line('committed'));
  });

  it('counts another product in the same place, and the same one after reset()', async () => {
    const ref = createRef<ProductViewElement>();
    const { recorder, rerender } = mount({ ref, seconds: 0.3 });
    await recorder.waitFor(line('committed'));
    act(() => ref.current!.reset());
    await vi.waitFor(() => expect(recorder.commitments).toHaveLength(2));
    rerender({ id: 'cup' });
    await vi.waitFor(() => expect(recorder.commitments).toHaveLength(3));
    expect(recorder.commitments.map(({ data }) => (data as { item: string }).item)).toEqual([
      'mug',
      'mug',
      'cup',
    ]);
    expect(new Set(recorder.commitments.map(({ attempt }) => attempt)).size).toBe(3);
  });

  it('counts anew on another page of a client-side router, and once more in none', async () => {
    const recorder = createRecorder();
    const Page = ({ path }: { path: string }) => {
      usePageView(path);
      return (
        <ProductView id="mug" seconds={0.3}>
          A mug
        </ProductView>
      );
    };
    const ui = (path: string) => (
      <recorder.Provider>
        <Page path={path} />
      </recorder.Provider>
    );
    const { rerender } = render(ui('/one'));
    await recorder.waitFor(line('committed'));
    rerender(ui('/one'));
    await wait(700);
    expect(recorder.commitments).toHaveLength(1);
    rerender(ui('/two'));
    await vi.waitFor(() => expect(recorder.commitments).toHaveLength(2));
  });

  it('keeps its time over renders with a ref written inline', async () => {
    const { recorder, rerender } = mount({ ref: () => {}, seconds: 1 });
    for (let time = 0; time < 8; time++) {
      await wait(100);
      rerender({ ref: () => {} });
    }
    await wait(400);
    expect(recorder.phases()).toContain(line('committed'));
  });

  it('waits while emitting is off', async () => {
    const recorder = createRecorder();
    const ui = (disabled: boolean) => (
      <recorder.Provider disabled={disabled}>
        <ProductView id="mug" seconds={0.3}>
          A mug
        </ProductView>
      </recorder.Provider>
    );
    const { rerender } = render(ui(true));
    await wait(800);
    expectEvents(recorder, []);
    rerender(ui(false));
    await recorder.waitFor(line('committed'));
    expectEvents(recorder, viewed('mug'));
  });

  it('tells of options that cannot be meant, and goes on with the usual', async () => {
    expectConsole('warn', /SY-1412 ProductView "mug" .*seconds is -1/);
    expectConsole('warn', /SY-1412 .*share is 50/);
    expectConsole('warn', /SY-1412 .*quantity is "2"/);
    const { recorder } = mount({ seconds: -1, share: 50, quantity: '2' as unknown as number });
    await recorder.waitFor(line('committed'), 4_000);
    expectEvents(recorder, viewed('mug'));
  });
});

describe('markup', () => {
  it('draws nothing of its own, and nothing around an element that is given', () => {
    const { container } = mount({
      render: <li className="product" />,
      className: 'wide',
      children: <b>A mug</b>,
    });
    expect(container.innerHTML).toBe('<li class="sy-product-view wide product"><b>A mug</b></li>');
    expect(getComputedStyle(container.firstElementChild!).padding).toBe('0px');
  });

  it('shows the next ask below once it was viewed, and keeps the children as they are', async () => {
    const { recorder, container } = mount({
      seconds: 0.3,
      children: <input aria-label="Pieces" defaultValue="1" />,
      next: ({ data }) => <p>Seen: {data.item}</p>,
    });
    const input = container.querySelector('input')!;
    input.value = '7';
    await recorder.waitFor(line('committed'));
    await expect.element(page.getByText('Seen: mug')).toBeVisible();
    expect(container.querySelector('input')).toBe(input);
    expect(input.value).toBe('7');
    expect(container.querySelector<HTMLElement>('.sy-product-view')!.dataset['viewed']).toBe('true');
  });
});

describe('a list of 200', () => {
  it('is watched by one observer, and draws nothing anew', async () => {
    let made = 0;
    const Native = IntersectionObserver;
    vi.stubGlobal(
      'IntersectionObserver',
      class extends Native {
        constructor(...given: ConstructorParameters<typeof Native>) {
          super(...given);
          made++;
        }
      },
    );
    const recorder = createRecorder();
    const ids = Array.from({ length: 200 }, (_, at) => `product-${at}`);
    let commits = 0;
    const start = performance.now();
    const { unmount } = render(
      <recorder.Provider>
        <Profiler id="list" onRender={() => commits++}>
          <ul>
            {ids.map((id) => (
              <ProductView key={id} id={id} seconds={1.2} render={<li style={{ height: 60 }} />}>
                {id}
              </ProductView>
            ))}
          </ul>
        </Profiler>
      </recorder.Provider>,
    );
    const mounted = performance.now() - start;
    await recorder.waitFor(line('committed'));
    await wait(100);
    const items = recorder.commitments.map(({ ask }) => ask.id);
    // Those on the screen, in their order, and no others.
    expect(items.length).toBeGreaterThan(5);
    expect(items.length).toBeLessThan(15);
    expect(items).toEqual(ids.slice(0, items.length));
    expect(made).toBe(1);
    expect(commits).toBe(1);
    // Far above what it takes (about 40 ms), far below what an observer and an effect on the page each would.
    expect(mounted).toBeLessThan(400);
    const leaving = performance.now();
    unmount();
    expect(performance.now() - leaving).toBeLessThan(400);
  });
});
