import { describe, expect, it } from 'vitest';
import { consoleOutput, expectConsole } from './console.ts';

describe('the console guard', () => {
  it('lets expected output pass, with its placeholders filled in', () => {
    expectConsole('warn', 'two 2');
    expectConsole('error', /^Error: broken$/);
    console.warn('%s %d', 'two', 2);
    console.error(new Error('broken'));
    expect(consoleOutput()).toEqual(['warn: two 2', 'error: Error: broken']);
  });

  it.fails('fails a test that prints', () => {
    console.log('left behind');
  });

  it.fails('fails a test whose expected output does not come', () => {
    expectConsole('error', 'never printed');
  });
});
