import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AddToCartButton, QuantityStepper } from 'smallyes/add-to-cart-button';
import { Challenge } from 'smallyes/challenge';
import { ContactDialog } from 'smallyes/contact-dialog';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { Poll } from 'smallyes/poll';
import { Reactions } from 'smallyes/reactions';
import { StarRating } from 'smallyes/star-rating';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';

beforeEach(() => {
  localStorage.clear();
});

/** Mounts an ask; `count` says how many answers of it were recorded so far. */
function mount(ask: ReactNode) {
  const recorder = createRecorder();
  const mounted = render(<recorder.Provider>{ask}</recorder.Provider>);
  const count = () => recorder.phases().filter((line) => /committed|withdrawn|failed/.test(line)).length;
  return { count, ...mounted };
}

describe('a key that is held', () => {
  const tasks = [
    { id: 'a', title: 'Write it down' },
    { id: 'b', title: 'Tell a friend' },
  ];
  it.each([
    ['Reactions', <Reactions key="1" id="like" label="Did it help?" />],
    [
      'AddToCartButton',
      <AddToCartButton key="2" id="cart" product={{ id: 'x', name: 'A mug' }} onSubmit={() => {}} />,
    ],
    ['Challenge', <Challenge key="3" id="week" title="A week" tasks={tasks} />],
    ['Poll', <Poll key="4" id="poll" question="Which?" options={['A', 'B']} />],
    ['StarRating', <StarRating key="5" id="stars" label="How was it?" />],
  ])('presses once in %s', async (_name, ask) => {
    for (const key of ['Enter', ' ']) {
      const { count, container, unmount } = mount(ask);
      container
        .querySelector<HTMLElement>('button:enabled, input:not([type=hidden], [tabindex="-1"])')
        ?.focus();
      await userEvent.keyboard(`{${key}>9/}`);
      await expect.poll(count).toBeGreaterThan(0);
      expect(count()).toBe(1);
      unmount();
      localStorage.clear();
    }
  });

  it.each([
    [
      'AddToCartButton',
      <AddToCartButton key="1" id="cart" product={{ id: 'x', name: 'A mug' }} onSubmit={() => {}}>
        <textarea name="engraving" />
      </AddToCartButton>,
    ],
    [
      'Challenge',
      <Challenge key="2" id="week" title="A week" tasks={[{ ...tasks[0]!, body: <textarea /> }]} />,
    ],
  ])('begins a line with each repeat in a text of the page’s own in %s', async (_name, ask) => {
    mount(ask);
    const text = page.getByRole('textbox').element() as HTMLTextAreaElement;
    text.focus();
    await userEvent.keyboard('{Enter>4/}');
    expect(text.value).toBe('\n'.repeat(4));
  });

  it('counts on with each repeat in a stepper of an AddToCartButton', async () => {
    mount(
      <AddToCartButton id="cart" product={{ id: 'x', name: 'A mug' }} onSubmit={() => {}}>
        <QuantityStepper />
      </AddToCartButton>,
    );
    (page.getByRole('button', { name: /more/i }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter>4/}');
    await expect.element(page.getByRole('spinbutton')).toHaveValue(5);
  });

  it('sends a form once, which has failed when the key repeats', async () => {
    let tries = 0;
    const fail = () => {
      tries++;
      return { status: 'failed' } as const;
    };
    const { count } = mount(<NewsletterForm id="letter" get="A letter" onSubmit={fail} />);
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('ada@example.com{Enter>9/}');
    await expect.poll(count).toBe(1);
    expect(tries).toBe(1);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => tries).toBe(2);
  });

  it('opens a dialog, and sends nothing of what is in it', async () => {
    const sent: unknown[] = [];
    mount(
      <ContactDialog
        id="talk"
        trigger="Contact us"
        title="Talk"
        fields={[{ type: 'text', name: 'name', label: 'Your name' }]}
        onSubmit={(values) => void sent.push(values)}
      />,
    );
    const trigger = page.getByRole('button', { name: 'Contact us' });
    // Its code is there when the key repeats.
    await userEvent.click(trigger);
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(trigger).toHaveFocus();
    await userEvent.keyboard('{Enter>60/}');
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('Ada{Enter}');
    await expect.element(page.getByText('Thank you! It has arrived.')).toBeVisible();
    expect(sent).toEqual([{ name: 'Ada' }]);
  });
});
