import { act, render } from '@testing-library/react';
import { createRecorder, expectEvents, type FakeScreen, installIntersectionObserver } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setHidden, showPage, Vote, vote } from '../provider/asks.tsx';

/** How `seen` is tested where there is no screen. Run under each DOM of the field. */
export function describeWithoutAScreen(dom: string): void {
  describe(`installIntersectionObserver under ${dom}`, () => {
    let screen: FakeScreen;
    beforeEach(() => {
      vi.useFakeTimers();
      screen = installIntersectionObserver();
    });
    afterEach(() => {
      screen.restore();
      showPage();
      vi.useRealTimers();
    });

    const mount = () => {
      const recorder = createRecorder();
      const { container } = render(
        <recorder.Provider>
          <Vote id="a" />
          <section>
            <Vote id="b" />
          </section>
        </recorder.Provider>,
      );
      return { recorder, container, section: container.querySelector('section')! };
    };
    const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

    it('lets an ask be seen after one second on the screen', () => {
      const { recorder, section } = mount();
      pass(5_000);
      expectEvents(recorder, []);
      screen.show(section);
      pass(999);
      expectEvents(recorder, []);
      pass(1);
      expectEvents(recorder, ['poll.vote seen']);
      expect(recorder.phases('b')).toHaveLength(1);
    });

    it('shows all that an element holds', () => {
      const { recorder, container } = mount();
      screen.show(container);
      pass(1_000);
      expectEvents(recorder, ['poll.vote seen', 'poll.vote seen']);
    });

    it('lets nothing be seen that leaves the screen before, or while the page is hidden', () => {
      const { recorder, section } = mount();
      screen.show(section);
      pass(600);
      screen.hide(section);
      pass(5_000);
      screen.show(section);
      pass(600);
      setHidden(true);
      pass(5_000);
      expectEvents(recorder, []);
      setHidden(false);
      pass(1_000);
      expectEvents(recorder, ['poll.vote seen']);
    });

    it('shows what comes into a part of the page that is on the screen', () => {
      screen.show(document.body);
      const { recorder } = mount();
      pass(1_100);
      expect(recorder.phases()).toEqual(['poll.vote seen', 'poll.vote seen']);
    });

    it('counts seen once when the visitor acts first', () => {
      const { recorder, container } = mount();
      screen.show(container);
      vote('a');
      pass(1_000);
      expect(recorder.phases('a')).toEqual(['poll.vote seen', 'poll.vote started', 'poll.vote committed']);
    });

    it('works again when it is installed anew', () => {
      screen.restore();
      screen = installIntersectionObserver();
      const { recorder, container } = mount();
      screen.show(container);
      pass(1_000);
      expectEvents(recorder, ['poll.vote seen', 'poll.vote seen']);
    });

    it('puts back what was there, and forgets what was shown', () => {
      screen.show(document.body);
      const installed = globalThis.IntersectionObserver;
      screen.restore();
      expect(globalThis.IntersectionObserver).not.toBe(installed);
      screen = installIntersectionObserver();
      const { recorder } = mount();
      pass(2_000);
      expectEvents(recorder, []);
    });
  });

  it(`is not needed under ${dom}: the first act of the visitor implies seen`, () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote />
      </recorder.Provider>,
    );
    vote();
    expectEvents(recorder, ['poll.vote seen', 'poll.vote started', 'poll.vote committed']);
  });
}
