// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { StrictMode } from 'react';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { createRecorder } from 'smallyes/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { Vote, vote } from './asks.tsx';

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
});

describe('what the developer hears', () => {
  it('is SY-101 once for an ask without a provider, whose own callbacks run', () => {
    expectConsole('warn', /^\[smallyes\] SY-101 "hurdle" has no <CommitmentProvider> above it\./);
    const onCommit = vi.fn();
    render(<Vote onCommit={onCommit} />);
    vote();
    expect(onCommit).toHaveBeenCalledOnce();
    expect(localStorage).toHaveLength(0);
  });

  it('is SY-102 for an ask without an id, which works all the same', () => {
    expectConsole('warn', 'SY-102 A poll.vote has no id.');
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote id="" placement="a" />
        <Vote id="" placement="b" />
      </recorder.Provider>,
    );
    for (const button of screen.getAllByRole('button')) button.click();
    const ids = recorder.commitments.map(({ ask }) => ask.id);
    expect(new Set(ids).size).toBe(2);
    for (const event of recorder.events) expect(commitmentEventSchema.parse(event)).toEqual(event);
  });

  it('is SY-103 for two asks of one name', () => {
    expectConsole('warn', /SY-103 Two asks are mounted as <poll\.vote id="hurdle">\. They share one attempt/);
    const { Provider } = createRecorder();
    render(
      <Provider>
        <Vote />
        <Vote />
      </Provider>,
    );
  });

  it('is no SY-103 for the same ask under StrictMode, with another placement, or once after the other', () => {
    const { Provider } = createRecorder();
    const tree = (key: string) => (
      <StrictMode>
        <Provider>
          <Vote key={key} />
          <Vote placement="footer" />
        </Provider>
      </StrictMode>
    );
    const { rerender } = render(tree('one'));
    rerender(tree('two'));
  });

  it('is SY-104 for data that is too large, while the rest goes on', () => {
    expectConsole('warn', 'SY-104 The event data of "hurdle" was too large or not JSON; lost: order.');
    const recorder = createRecorder();
    let commit = () => {};
    render(
      <recorder.Provider>
        <Vote
          handle={(handle) => {
            commit = () => void handle.commit({ choice: 'a', order: (() => 1) as never });
          }}
        />
      </recorder.Provider>,
    );
    commit();
    expect(recorder.commitments[0]?.data).toEqual({ choice: 'a' });
  });

  it('is SY-107 for a grade off the scale, which counts as 1', () => {
    expectConsole('warn', 'SY-107 "hurdle" has the grade 7.');
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote grade={7 as never} />
      </recorder.Provider>,
    );
    vote();
    expect(recorder.commitments[0]?.grade).toBe(1);
  });

  it('is nothing about an id as long as a book, which is cut', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote id={'x'.repeat(500)} />
      </recorder.Provider>,
    );
    vote('x'.repeat(500));
    expect(recorder.commitments[0]?.ask.id).toBe('x'.repeat(128));
  });

  it('is nothing about a worth that is null, which is left out', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote worth={null as never} exchange={null as never} />
      </recorder.Provider>,
    );
    vote();
    expect(recorder.commitments[0]).not.toHaveProperty('value');
    expect(recorder.commitments[0]).not.toHaveProperty('exchange');
  });

  it('is SY-104 for a worth that is no money, which is left out', () => {
    expectConsole('warn', 'SY-104 The event data of "hurdle" was too large or not JSON; lost: value.');
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote worth={{ amount: 5, currency: 'eur' }} />
      </recorder.Provider>,
    );
    vote();
    expect(recorder.commitments[0]).not.toHaveProperty('value');
  });

  it('is nothing about a placement in figures, which is carried as a text', () => {
    const recorder = createRecorder();
    render(
      <recorder.Provider>
        <Vote placement={5 as never} />
      </recorder.Provider>,
    );
    vote();
    expect(recorder.commitments[0]?.ask.placement).toBe('5');
    for (const event of recorder.events) expect(commitmentEventSchema.parse(event)).toEqual(event);
  });
});
