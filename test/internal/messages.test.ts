import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMessages, messages, tell } from '../../src/internal/messages.ts';
import { consoleOutput, expectConsole } from '../support/console.ts';

beforeEach(() => forgetMessages());

describe('a developer message', () => {
  it('is told once per text, with its number', () => {
    expectConsole('warn', /^\[smallyes\] SY-102 A Poll has no id\./);
    expectConsole('warn', /^\[smallyes\] SY-102 A StarRating has no id\./);
    tell(102, 'Poll');
    tell(102, 'Poll');
    tell(102, 'StarRating');
    expect(consoleOutput()).toHaveLength(2);
  });

  it('can be told again after forgetMessages(), for tests', () => {
    expectConsole('warn', 'SY-106');
    tell(106, 'ga4');
    forgetMessages();
    tell(106, 'ga4');
    expect(consoleOutput()).toHaveLength(2);
  });

  it.each(Object.entries(messages))(
    'SY-%s says what, why and what to do, in at least three sentences',
    (_code, message) => {
      const text = (message as (...details: string[]) => string)('one', 'two');
      expect(text.split(/[.;](?= [A-Z<a-z])/).length).toBeGreaterThanOrEqual(3);
      expect(text).toMatch(/\.$/);
      expect(text).not.toMatch(/\[object/);
    },
  );
});
