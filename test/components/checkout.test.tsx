// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { Checkout, type CheckoutProps, useCheckout } from 'smallyes/checkout';
import { CommitmentProvider } from 'smallyes/provider';
import { createRecorder } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { setHidden, showPage } from '../provider/asks.tsx';
import { expectConsole } from '../support/console.ts';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  showPage();
});

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe('what was typed into the steps', () => {
  const key = 'smallyes:draft:checkout|checkout';
  const typed = () => JSON.parse(localStorage.getItem(key) || '{}').typed;
  const streets = ['delivery', 'billing'].map((id) => ({
    id,
    title: id,
    body: <input aria-label={`${id} street`} name="street" />,
  }));
  const show = (steps: CheckoutProps['steps'], props: Partial<CheckoutProps> = {}) =>
    render(
      <CommitmentProvider>
        <Checkout id="checkout" steps={steps} onSubmit={() => {}} {...props} />
      </CommitmentProvider>,
    );
  /** The page goes: by then what keeps the draft is there. */
  const leave = async () => {
    await vi.waitFor(() => {
      window.dispatchEvent(new Event('pagehide'));
      expect(typed()).toBeDefined();
    }, 5_000);
    cleanup();
  };

  it('comes back to its own step, where another one asks for a field of the same name', async () => {
    show(streets);
    fireEvent.input(box('delivery street'), { target: { value: 'Ring 1' } });
    fireEvent.input(box('billing street'), { target: { value: 'Square 9' } });
    await leave();
    show(streets);
    await vi.waitFor(() => expect(box('billing street').value).toBe('Square 9'), 5_000);
    expect(box('delivery street').value).toBe('Ring 1');
  });

  it('is newer in one step, and comes back in the other', async () => {
    show(streets);
    fireEvent.input(box('delivery street'), { target: { value: 'Ring 1' } });
    fireEvent.input(box('billing street'), { target: { value: 'Square 9' } });
    await leave();
    show(streets);
    // What a page renders anew looks as it did at the start.
    box('billing street').defaultValue = 'Lane 3';
    fireEvent.input(box('billing street'), { target: { value: 'Lane 3' } });
    await vi.waitFor(() => expect(box('delivery street').value).toBe('Ring 1'), 5_000);
    expect(box('billing street').value).toBe('Lane 3');
  });

  it('is newer also where the page has put another field in its place', async () => {
    const ui = (place: string, street?: string) => {
      const body = (
        <>
          <input key={place} aria-label="Street" name="street" defaultValue={street} />
          <input aria-label="City" name="city" />
        </>
      );
      return (
        <CommitmentProvider>
          <Checkout
            id="checkout"
            steps={[{ id: 'delivery', title: 'Where to?', body }]}
            onSubmit={() => {}}
          />
        </CommitmentProvider>
      );
    };
    render(ui('one'));
    fireEvent.input(box('Street'), { target: { value: 'Ring 1' } });
    fireEvent.input(box('City'), { target: { value: 'Graz' } });
    await leave();
    const { rerender } = render(ui('one'));
    fireEvent.input(box('Street'), { target: { value: 'Lane 3' } });
    rerender(ui('another', 'Lane 3'));
    await vi.waitFor(() => expect(box('City').value).toBe('Graz'), 5_000);
    expect(box('Street').value).toBe('Lane 3');
  });

  it('is not kept where its name says that it is secret, although autofill is told nothing', async () => {
    const names = ['cardNumber', 'cvc', 'iban', 'passwort', 'city'];
    const body = names.map((name) => <input key={name} aria-label={name} name={name} />);
    show([{ id: 'payment', title: 'Payment', body }]);
    for (const name of names) fireEvent.input(box(name), { target: { value: `my ${name}` } });
    await leave();
    expect(Object.values(typed() ?? {})).toEqual(['my city']);
  });
});

describe('the payment', () => {
  const steps = [{ id: 'payment', title: 'Payment', body: <p>Card</p> }];
  const order = {
    lines: [{ id: 'x1', name: 'Grinder', amount: 49 }],
    total: { amount: 49, currency: 'EUR' },
  };

  /** One load of the page. */
  function load(props: Partial<CheckoutProps>, strict = false) {
    cleanup();
    const recorder = createRecorder({ keepMemory: true });
    const ui = (
      <recorder.Provider>
        <Checkout id="checkout" steps={steps} order={order} onSubmit={() => {}} {...props} />
      </recorder.Provider>
    );
    render(strict ? <StrictMode>{ui}</StrictMode> : ui);
    const phases = (one: string) => recorder.phases().filter((line) => line.endsWith(` ${one}`)).length;
    return { phases };
  }
  const pay = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: /^Pay/ })));
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));
  /** A payment service that the visitor is led to after so many seconds; the page stays, as with a download. */
  const redirect = (seconds: number) => () =>
    new Promise<{ status: 'redirect'; url: string }>((answer) =>
      setTimeout(answer, seconds * 1_000, { status: 'redirect', url: '#pay' }),
    );

  it.each([false, true])(
    'that failed is told once, however often its page is loaded (StrictMode %s)',
    (strict) => {
      const result = { status: 'failed', reason: 'declined' } as const;
      expect(load({ result }, strict).phases('failed')).toBe(1);
      expect(load({ result }, strict).phases('failed')).toBe(0);
      expect(load({ result: { status: 'failed', reason: 'expired' } }, strict).phases('failed')).toBe(1);
    },
  );

  it('that fails once more after another try is told once more, and the next try is another payment', async () => {
    const result = { status: 'failed', reason: 'declined' } as const;
    const keys: string[] = [];
    const onSubmit: CheckoutProps['onSubmit'] = (_, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      return { status: 'redirect', url: '#pay' };
    };
    load({ result, onSubmit });
    await pay();
    // What is loaded anew meanwhile is the earlier answer.
    const type = vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' } as never]);
    expect(load({ result, onSubmit }).phases('failed')).toBe(0);
    type.mockRestore();
    expect(load({ result, onSubmit }).phases('failed')).toBe(1);
    expect(load({ result, onSubmit }).phases('failed')).toBe(0);
    await pay();
    expect(new Set(keys).size).toBe(2);
  });

  it('that fails at each press is told each time', async () => {
    const { phases } = load({ onSubmit: () => ({ status: 'failed', reason: 'declined' }) });
    await pay();
    await pay();
    expect(phases('failed')).toBe(2);
  });

  it('has its time from the moment the visitor is sent to pay', async () => {
    vi.useFakeTimers();
    expectConsole('warn', 'SY-401');
    const { phases } = load({ onSubmit: redirect(29) });
    await pay();
    await pass(29);
    expect(screen.getByRole('status').textContent).toBe('We take you to the payment …');
    await pass(29);
    expect(screen.getByRole('status').textContent).toBe('We take you to the payment …');
    expect(phases('failed')).toBe(0);
    await pass(2);
    expect(screen.getByRole('alert').textContent).toMatch(/^No answer came/);
    expect(phases('failed')).toBe(1);
  });

  it('keeps the visitor here where the address of the service is none', async () => {
    expectConsole('warn', 'SY-401');
    const { phases } = load({ onSubmit: () => Promise.resolve({ status: 'redirect', url: 'https://' }) });
    await pay();
    expect(screen.getByRole('alert').textContent).not.toBe('');
    expect(screen.getByRole('status').textContent).toBe('');
    expect(phases('failed')).toBe(1);
  });

  it('goes out under its key once more where the page stays', async () => {
    vi.useFakeTimers();
    expectConsole('warn', 'SY-401');
    const onSubmit = vi.fn<NonNullable<CheckoutProps['onSubmit']>>(redirect(1));
    load({ onSubmit });
    await pay();
    await pass(1);
    // A press on the way there sends nothing.
    await pay();
    await pass(31);
    await pay();
    const [one, other, ...more] = onSubmit.mock.calls.map(([, { idempotencyKey }]) => idempotencyKey);
    expect(more).toEqual([]);
    expect(other).toBe(one);
  });

  it('is no abandoning on the way there, and one where the page stays and is left later', async () => {
    vi.useFakeTimers();
    expectConsole('warn', 'SY-401');
    const { phases } = load({ onSubmit: redirect(1) });
    await pay();
    await pass(1);
    setHidden(true);
    setHidden(false);
    expect(phases('abandoned')).toBe(0);
    await pass(31);
    setHidden(true);
    expect(phases('abandoned')).toBe(1);
  });
});

describe('the handle of useCheckout', () => {
  it('leads to no address that could run code, tells the developer, and the visitor is still here', () => {
    expectConsole('warn', 'SY-110 Checkout "shop" got the address');
    const recorder = createRecorder();
    const assign = vi.fn();
    vi.stubGlobal('location', { ...location, href: location.href, assign });
    const { result } = renderHook(() => useCheckout({ id: 'shop', steps: ['cart', 'payment'] }), {
      wrapper: ({ children }) => <recorder.Provider>{children}</recorder.Provider>,
    });
    act(() => {
      result.current.finish('cart');
      result.current.leaveFor('java\nscript:globalThis.hacked=1');
    });
    expect(assign).not.toHaveBeenCalled();
    setHidden(true);
    expect(recorder.events.map(({ phase }) => phase)).toContain('abandoned');
    setHidden(false);
  });

  it('can be taken apart: leaveFor takes the visitor to the payment, and is no abandoning', () => {
    const recorder = createRecorder();
    function Cart() {
      const { ref, finish, leaveFor } = useCheckout({ id: 'shop', steps: ['cart'] });
      const pay = () => {
        finish('cart');
        leaveFor('#payment');
      };
      return (
        <button type="button" ref={ref} onClick={pay}>
          Pay
        </button>
      );
    }
    render(
      <recorder.Provider>
        <Cart />
      </recorder.Provider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Pay' }));
    expect(location.hash).toBe('#payment');
    setHidden(true);
    expect(recorder.phases()).toContain('checkout.step committed');
    expect(recorder.events.map(({ phase }) => phase)).not.toContain('abandoned');
    location.hash = '';
  });
});
