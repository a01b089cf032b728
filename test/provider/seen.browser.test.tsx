import { render } from '@testing-library/react';
import { type CSSProperties, type ReactNode, StrictMode } from 'react';
import { useCommit } from 'smallyes/provider';
import { createRecorder, expectEvents } from 'smallyes/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setHidden, showPage } from './asks.tsx';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function Box({ id = 'box', style }: { id?: string; style?: CSSProperties }) {
  const { ref } = useCommit('poll.vote', { id });
  return (
    <div ref={ref} style={{ height: 100, background: 'lightgray', ...style }}>
      {id}
    </div>
  );
}

function Far() {
  return <div style={{ height: '300vh' }} />;
}

function mount(children: ReactNode, strict = false) {
  const recorder = createRecorder();
  const tree = (content: ReactNode) => {
    const page = <recorder.Provider>{content}</recorder.Provider>;
    return strict ? <StrictMode>{page}</StrictMode> : page;
  };
  const { rerender } = render(tree(children));
  return { recorder, show: (content: ReactNode) => rerender(tree(content)) };
}

beforeEach(() => {
  localStorage.clear();
  scrollTo(0, 0);
});
afterEach(() => showPage());

describe('seen by visibility', () => {
  it('comes after one second on the screen, and not before', async () => {
    const { recorder } = mount(<Box />);
    await wait(800);
    expectEvents(recorder, []);
    await wait(500);
    expectEvents(recorder, ['poll.vote seen']);
  });

  it('comes once under StrictMode, and once when the ask goes and comes back', async () => {
    const { recorder, show } = mount(<Box />, true);
    await recorder.waitFor('poll.vote seen');
    show(null);
    show(<Box />);
    await wait(1_300);
    expectEvents(recorder, ['poll.vote seen']);
  });

  it('does not come for an ask below the fold, until the visitor scrolls there', async () => {
    const { recorder } = mount(
      <>
        <Far />
        <Box />
      </>,
    );
    await wait(1_300);
    expectEvents(recorder, []);
    scrollTo(0, document.body.scrollHeight);
    await recorder.waitFor('poll.vote seen');
  });

  it('does not come for an ask that the visitor scrolled past', async () => {
    const { recorder } = mount(
      <>
        <Box />
        <Far />
      </>,
    );
    await wait(600);
    scrollTo(0, document.body.scrollHeight);
    await wait(1_000);
    scrollTo(0, 0);
    await wait(600);
    expectEvents(recorder, []);
    await recorder.waitFor('poll.vote seen');
  });

  it('does not come for less than half of an ask', async () => {
    const { recorder } = mount(<Box style={{ marginTop: 'calc(100vh - 40px)' }} />);
    await wait(1_300);
    expectEvents(recorder, []);
    scrollTo(0, 30);
    await recorder.waitFor('poll.vote seen');
  });

  it('comes for a tall ask that fills half of the window', async () => {
    const { recorder } = mount(<Box style={{ height: '400vh', marginTop: '60vh' }} />);
    await wait(1_200);
    expectEvents(recorder, []);
    scrollTo(0, innerHeight * 0.3);
    await recorder.waitFor('poll.vote seen');
  });

  it('counts on while more of the ask comes into view', async () => {
    const { recorder } = mount(
      <Box style={{ marginTop: 'calc(100vh - 60px)', height: 100, marginBottom: 400 }} />,
    );
    for (const top of [20, 40, 60]) {
      await wait(400);
      scrollTo(0, top);
    }
    await wait(100);
    expectEvents(recorder, ['poll.vote seen']);
  });

  it('does not come in a hidden page, but a second after the visitor is back', async () => {
    setHidden(true);
    const { recorder } = mount(<Box />);
    await wait(1_500);
    expectEvents(recorder, []);
    setHidden(false);
    await wait(500);
    expectEvents(recorder, []);
    await recorder.waitFor('poll.vote seen');
  });

  it('wants its second without a break', async () => {
    const { recorder } = mount(<Box />);
    await wait(500);
    setHidden(true);
    await wait(200);
    setHidden(false);
    await wait(600);
    expectEvents(recorder, []);
    await recorder.waitFor('poll.vote seen');
  });

  it('stops waiting when the ask goes', async () => {
    const { recorder, show } = mount(<Box />);
    await wait(500);
    show(null);
    await wait(1_000);
    expectEvents(recorder, []);
  });

  it('does not come for an ask of no size or that is not displayed', async () => {
    const { recorder } = mount(<Box style={{ display: 'none' }} />);
    await wait(1_300);
    expectEvents(recorder, []);
  });

  it('comes for a hundred asks at once, each once', async () => {
    const ids = Array.from({ length: 100 }, (_, i) => `box-${i}`);
    const { recorder } = mount(
      ids.map((id) => <Box key={id} id={id} style={{ height: 2 }} />),
      true,
    );
    await wait(1_500);
    expect(recorder.events.map(({ ask }) => ask.id).sort()).toEqual([...ids].sort());
  });
});
