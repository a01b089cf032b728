import { type ConsentInput, iabTcf } from 'smallyes/consent';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { consents, createTcfTool, removeTools, tcData } from './cmp-stubs.ts';

const all = (word: string) => ({ analytics: word, advertising: word, functional: word });
const every = consents(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
const page = globalThis as unknown as Record<string, unknown>;

function listen(options?: Parameters<typeof iabTcf>[0]) {
  const source = iabTcf(options);
  const words: ConsentInput[] = [];
  const stop = source.subscribe(() => words.push(source.read()));
  return { source, words, stop };
}

beforeEach(() => {
  forgetMessages();
  vi.useFakeTimers();
});
afterEach(() => {
  removeTools();
  vi.useRealTimers();
});

describe('iabTcf', () => {
  it('asks the stub, and hears the tool that takes over: a new visitor decides', () => {
    const tool = createTcfTool();
    const { source, words } = listen();
    tool.load();
    tool.say(tcData('cmpuishown', consents()));
    expect(source.read()).toEqual(all('unknown'));
    tool.say(tcData('useractioncomplete', every));
    expect(source.read()).toEqual(all('granted'));
    expect(words).toHaveLength(1);
    vi.advanceTimersByTime(20_000);
    expect(tool.listeners.size).toBe(1);
  });

  it('hears a tool that stands already: a visitor who came back', () => {
    createTcfTool().load(tcData('tcloaded', consents(1)));
    expect(listen().source.read()).toEqual({
      analytics: 'denied',
      advertising: 'denied',
      functional: 'granted',
    });
  });

  it('keeps what is known while the visitor looks at the choice again', () => {
    const tool = createTcfTool();
    tool.load(tcData('tcloaded', every));
    const { source } = listen();
    tool.say(tcData('cmpuishown', consents()));
    expect(source.read()).toEqual(all('granted'));
    tool.say(tcData('useractioncomplete', consents()));
    expect(source.read()).toEqual(all('denied'));
  });

  it.each([
    [[1], 'denied', 'denied', 'granted'],
    [[1, 7, 8, 9, 10], 'granted', 'denied', 'granted'],
    [[7, 8, 9, 10], 'denied', 'denied', 'denied'],
    [[1, 8, 9, 10], 'denied', 'denied', 'granted'],
    [[1, 2, 3, 4, 7], 'denied', 'granted', 'granted'],
    [[1, 2, 3, 4], 'denied', 'denied', 'granted'],
    [[2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 'denied', 'denied', 'denied'],
  ])(
    'takes consent to %j as analytics %s, advertising %s, functional %s',
    (numbers, analytics, advertising, functional) => {
      createTcfTool().load(tcData('tcloaded', consents(...numbers)));
      expect(listen().source.read()).toEqual({ analytics, advertising, functional });
    },
  );

  it('takes the developer’s own purposes, and has no say where the list is empty', () => {
    createTcfTool().load(tcData('tcloaded', consents(1, 9)));
    const { source } = listen({ purposes: { analytics: [1, 9], functional: [] } });
    expect(source.read()).toEqual({ analytics: 'granted', advertising: 'denied' });
  });

  it.each([
    [{}, {}, 'denied'],
    [{ 755: true }, {}, 'granted'],
    [{ 755: false, 10: true }, {}, 'denied'],
    [{ 755: true }, { 2: { 755: 0 } }, 'denied'],
    [{ 755: true }, { 7: { 755: 2 } }, 'denied'],
    [{ 755: true }, { 2: { 755: 1 }, 8: { 755: 0 }, 3: { 10: 0 } }, 'granted'],
  ])(
    'with a vendor named, takes %j under the restrictions %j as %s',
    (allowed, restrictions, advertising) => {
      const more = { vendor: { consents: allowed }, publisher: { restrictions } };
      createTcfTool().load(tcData('tcloaded', every, more));
      const { source } = listen({ vendors: { advertising: [755] } });
      expect(source.read()).toEqual({ ...all('granted'), advertising });
    },
  );

  it('grants all where the GDPR does not apply, and waits while that is open', () => {
    const tool = createTcfTool();
    const { source } = listen();
    tool.load({ gdprApplies: undefined, cmpStatus: 'loading' });
    expect(source.read()).toEqual(all('unknown'));
    tool.say({ gdprApplies: false, tcfPolicyVersion: 5, cmpId: 300, cmpVersion: 1 });
    expect(source.read()).toEqual(all('granted'));
  });

  it.each([
    ['in an error state', { cmpStatus: 'error' }],
    ['with a string for all sites, which is invalid', { isServiceSpecific: false }],
  ])('believes no tool %s', (_, more) => {
    const tool = createTcfTool();
    tool.load(tcData('tcloaded', every));
    const { source } = listen();
    tool.say(tcData('tcloaded', every, more));
    expect(source.read()).toEqual(all('unknown'));
  });

  it('counts consent alone, no legitimate interest', () => {
    createTcfTool().load(tcData('tcloaded', {}, { purpose: { consents: {}, legitimateInterests: every } }));
    expect(listen().source.read()).toEqual(all('denied'));
  });

  it('finds a tool that comes late', () => {
    const { source } = listen();
    vi.advanceTimersByTime(9_000);
    createTcfTool().load(tcData('tcloaded', every));
    vi.advanceTimersByTime(200);
    expect(source.read()).toEqual(all('granted'));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks a tool again that has not taken over what its stub was asked', () => {
    page['__tcfapi'] = () => {};
    const { source } = listen();
    createTcfTool().load(tcData('tcloaded', every));
    vi.advanceTimersByTime(200);
    expect(source.read()).toEqual(all('granted'));
  });

  it('says SY-1051 when no tool comes, stops looking, and stays unknown', () => {
    expectConsole('warn', 'SY-1051 iabTcf() has found no __tcfapi on this page after 1 s.');
    const { source } = listen({ timeout: 1_000 });
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(source.read()).toEqual(all('unknown'));
  });

  it('says nothing of a visitor who takes longer to decide', () => {
    const tool = createTcfTool();
    tool.load();
    const { source } = listen();
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    tool.say(tcData('useractioncomplete', every));
    expect(source.read()).toEqual(all('granted'));
  });

  it('takes its listener back, hears nothing any more, and knows nothing any more', () => {
    const tool = createTcfTool();
    tool.load(tcData('tcloaded', every));
    const { source, words, stop } = listen();
    const leaked = [...tool.listeners.values()];
    stop();
    expect(tool.listeners.size).toBe(0);
    for (const listener of leaked) listener({ ...tcData('tcloaded', consents()), listenerId: 1 }, true);
    expect(words).toHaveLength(1);
    expect(source.read()).toEqual(all('unknown'));
  });

  it('takes a listener back that a late tool registers after the end', () => {
    const tool = createTcfTool();
    listen().stop();
    tool.load(tcData('tcloaded', every));
    expect(tool.listeners.size).toBe(0);
  });

  it('begins anew for who listens later', () => {
    const tool = createTcfTool();
    tool.load(tcData('tcloaded', every));
    const { source, stop } = listen();
    stop();
    tool.say(tcData('useractioncomplete', consents()));
    source.subscribe(() => {});
    expect(source.read()).toEqual(all('denied'));
  });

  it('asks once for several who listen, tells each, and goes on after one of them threw', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const tool = createTcfTool();
    tool.load();
    const source = iabTcf();
    source.subscribe(() => {
      throw new Error('mine');
    });
    const second = vi.fn();
    const stop = source.subscribe(second);
    expect(tool.listeners.size).toBe(1);
    tool.say(tcData('tcloaded', every));
    expect(second).toHaveBeenCalledOnce();
    expect(report).toHaveBeenCalledExactlyOnceWith(new Error('mine'));
    stop();
    stop();
    tool.say(tcData('tcloaded', consents()));
    expect(second).toHaveBeenCalledOnce();
    expect(source.read()).toEqual(all('denied'));
  });

  describe('with a hostile tool', () => {
    const throws = Object.defineProperty({}, 'gdprApplies', {
      enumerable: true,
      get() {
        throw new Error('hostile');
      },
    });

    it.each([
      [
        'throws',
        () => {
          throw new Error('broken');
        },
        1,
      ],
      ['never calls back', () => {}, 0],
      ['is no function', 7, 0],
      [
        'calls back without success',
        (_c: string, _v: number, call: (...given: unknown[]) => void) =>
          call(tcData('tcloaded', every), false),
        0,
      ],
      [
        'calls back with a string',
        (_c: string, _v: number, call: (...given: unknown[]) => void) => call('tcloaded', true),
        0,
      ],
      ['calls back with nothing', (_c: string, _v: number, call: (...given: unknown[]) => void) => call(), 0],
      [
        'calls back with null',
        (_c: string, _v: number, call: (...given: unknown[]) => void) => call(null, true),
        0,
      ],
      [
        'calls back with traps',
        (_c: string, _v: number, call: (...given: unknown[]) => void) => call(throws, true),
        1,
      ],
    ])('that %s, stays unknown and breaks nothing', (_, api, reports) => {
      if (api === 7) expectConsole('warn', 'SY-1051');
      const report = vi.fn();
      vi.stubGlobal('reportError', report);
      page['__tcfapi'] = api;
      const { source, stop } = listen();
      vi.advanceTimersByTime(20_000);
      expect(source.read()).toEqual(all('unknown'));
      expect(report).toHaveBeenCalledTimes(reports);
      stop();
      expect(vi.getTimerCount()).toBe(0);
    });

    it.each([
      ['no purposes', { purpose: undefined }],
      [
        'purposes that are texts',
        { purpose: { consents: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i + 1, 'true'])) } },
      ],
      ['purposes as a list', { purpose: { consents: Array(12).fill(1) } }],
      ['purposes on a prototype', { purpose: JSON.parse('{"__proto__":{"consents":{"1":true}}}') }],
    ])('that answers with %s, is denied', (_, more) => {
      createTcfTool().load(tcData('tcloaded', {}, more));
      expect(listen().source.read()).toEqual(all('denied'));
    });

    it('that calls back a thousand times, is told on each and ends at the last word', () => {
      const tool = createTcfTool();
      tool.load();
      const { source, words } = listen();
      for (let i = 0; i < 1_000; i++) tool.say(tcData('useractioncomplete', i % 2 ? every : consents()));
      expect(words).toHaveLength(1_000);
      expect(source.read()).toEqual(all('granted'));
    });

    it('whose answer makes the listener leave at once, leaves nothing behind', () => {
      const tool = createTcfTool();
      tool.load(tcData('tcloaded', every));
      const source = iabTcf();
      let isGone = false;
      const stop = source.subscribe(() => {
        isGone = true;
        queueMicrotask(() => {});
      });
      stop();
      expect(isGone).toBe(true);
      expect(tool.listeners.size).toBe(0);
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});
