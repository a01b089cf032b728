import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { ContactDialog } from 'smallyes/contact-dialog';
import { defineLadder } from 'smallyes/ladder';
import { NextAsk } from 'smallyes/next-ask';
import { Poll } from 'smallyes/poll';
import { SearchBox } from 'smallyes/search-box';
import { createRecorder } from 'smallyes/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';

const ladder = defineLadder({ id: 'one', goal: 'hurdle', rungs: [{ ask: 'hurdle', kind: 'poll.vote' }] });
const hurdle = <Poll id="hurdle" question="What holds you back?" options={['Time', 'Trust']} />;

/** What the asks do that look at the screen, where there is none. Run under each DOM of the field. */
export function describeAsksWithoutAScreen(dom: string): void {
  describe(`under ${dom}`, () => {
    afterEach(() => {
      cleanup();
      localStorage.clear();
    });

    it('a dialog opens, keeps what was refused, and sends', async () => {
      const { Provider, phases } = createRecorder();
      const onSubmit = vi
        .fn()
        .mockReturnValueOnce({ status: 'failed', message: 'Once more, please.' })
        .mockReturnValue(undefined);
      render(
        <Provider>
          <ContactDialog
            id="talk"
            trigger="Talk to us"
            title="Write to us"
            fields={[{ type: 'email', name: 'email', label: 'E-mail', required: true }]}
            submitLabel="Send"
            onSubmit={onSubmit}
          />
        </Provider>,
      );
      await userEvent.click(screen.getByRole('button', { name: 'Talk to us' }));
      await userEvent.type(await screen.findByLabelText('E-mail'), 'ada@example.com');
      await userEvent.click(screen.getByRole('button', { name: 'Send' }));
      await screen.findByText('Once more, please.');
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(phases('talk')).toContain('contact-dialog.submit committed'));
      expect(onSubmit).toHaveBeenLastCalledWith({ email: 'ada@example.com' }, expect.anything());
    });

    it('a search lists suggestions and follows the arrow keys', async () => {
      const { Provider } = createRecorder();
      render(
        <Provider>
          <SearchBox
            id="search"
            label="Search"
            suggest={() => ['green tea', 'black tea']}
            onSearch={() => 2}
          />
        </Provider>,
      );
      const box = screen.getByLabelText('Search', { selector: 'input' });
      await userEvent.type(box, 'tea');
      await screen.findByRole('option', { name: /green/ });
      await userEvent.keyboard('{ArrowDown}');
      expect(screen.getByRole('option', { name: /green/, selected: true })).toBeTruthy();
    });

    it('a banner over the page makes room for what it covers, and takes the vote', async () => {
      const { Provider, phases } = createRecorder();
      render(
        <Provider ladder={ladder}>
          {/* As the stylesheet has it, which is not here. */}
          <NextAsk appearance="banner" overlay style={{ position: 'fixed' }} asks={{ hurdle }} />
        </Provider>,
      );
      const { style } = document.documentElement;
      await waitFor(() => expect(style.scrollPaddingBlockEnd).toMatch(/\dpx/));
      await userEvent.click(await screen.findByRole('radio', { name: 'Time' }));
      await waitFor(() => expect(phases('hurdle')).toContain('poll.vote committed'));
    });
  });
}
