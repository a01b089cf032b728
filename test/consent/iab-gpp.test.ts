import { type ConsentInput, iabGpp } from 'smallyes/consent';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { american, createGppTool, pingData, removeTools } from './cmp-stubs.ts';

const all = (word: string) => ({ analytics: word, advertising: word, functional: word });
const out = { ...all('granted'), advertising: 'denied' };
const page = globalThis as unknown as Record<string, unknown>;

function listen(options?: Parameters<typeof iabGpp>[0]) {
  const source = iabGpp(options);
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

describe('iabGpp', () => {
  it.each<[string, number[], object, object]>([
    ['nothing applies', [-1], {}, all('granted')],
    ['no opt-out in any state', [7], { usnat: [american(2, 2, 2)] }, all('granted')],
    ['a section that applies to nothing', [7], { usnat: [american(0, 0, 0)] }, all('granted')],
    ['an opt-out of sale', [7], { usnat: [american(1, 2, 2)] }, out],
    ['an opt-out of sharing in California', [8], { usca: [american(2, 1)] }, out],
    ['an opt-out of targeted advertising in Virginia', [9], { usva: [american(2, 0, 1)] }, out],
    [
      'Global Privacy Control in a segment',
      [8],
      { usca: [american(2, 2), { SubsectionType: 1, Gpc: true }] },
      out,
    ],
    [
      'no Global Privacy Control',
      [8],
      { usca: [american(2, 2), { SubsectionType: 1, Gpc: false }] },
      all('granted'),
    ],
    ['a section without its list', [8], { usca: american(1) }, out],
    ['the older Californian string', [6], { uspv1: [{ Version: 1, Notice: 'Y', OptOutSale: 'Y' }] }, out],
    ['an opt-out of another state', [-1], { usnat: [american(1)] }, out],
    ['a section that is not told', [7], {}, all('unknown')],
    ['no sections yet', [], {}, all('unknown')],
    ['Europe', [2], { tcfeuv2: [{ PurposeConsents: [1] }] }, {}],
    ['Canada', [5], { tcfcav1: [{}] }, {}],
    ['Europe and the United States', [2, 7], { usnat: [american(2, 2, 2)] }, {}],
    ['Europe with an opt-out', [2, 7], { usnat: [american(2, 2, 1)] }, out],
  ])('knows %s', (_, sections, parsed, word) => {
    createGppTool(pingData('ready', sections, parsed));
    expect(listen().source.read()).toEqual(word);
  });

  it('stops analytics at an opt-out where the developer says so', () => {
    createGppTool(pingData('ready', [7], { usnat: [american(1)] }));
    expect(listen({ analytics: true }).source.read()).toEqual({ ...out, analytics: 'denied' });
  });

  it('waits until the tool is ready, and while the visitor changes the choice', () => {
    const tool = createGppTool();
    const { source } = listen();
    expect(source.read()).toEqual(all('unknown'));
    tool.say('cmpStatus', 'loaded');
    tool.say('signalStatus', 'ready', pingData('ready', [7], { usnat: [american(2, 2, 2)] }));
    expect(source.read()).toEqual(all('granted'));
    tool.say('signalStatus', 'not ready', pingData('not ready', [7], { usnat: [american(2, 2, 2)] }));
    expect(source.read()).toEqual(all('unknown'));
    tool.say('sectionChange', 'usnat', pingData('not ready', [7], { usnat: [american(1, 1, 1)] }));
    expect(source.read()).toEqual(all('unknown'));
    tool.say('signalStatus', 'ready', pingData('ready', [7], { usnat: [american(1, 1, 1)] }));
    expect(source.read()).toEqual(out);
  });

  it('believes the event where the tool’s own report lags behind', () => {
    const tool = createGppTool(pingData('ready', [-1]));
    const { source } = listen();
    tool.say('signalStatus', 'not ready');
    expect(source.read()).toEqual(all('unknown'));
  });

  it('finds a tool that comes late, and asks one anew that replaced its stub', () => {
    const { source } = listen();
    vi.advanceTimersByTime(4_000);
    createGppTool({ ...pingData('not ready', []), cmpStatus: 'stub' });
    vi.advanceTimersByTime(200);
    createGppTool(pingData('ready', [-1]));
    vi.advanceTimersByTime(200);
    expect(source.read()).toEqual(all('granted'));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks a tool once', () => {
    const tool = createGppTool();
    listen();
    vi.advanceTimersByTime(20_000);
    expect(tool.listeners.size).toBe(1);
  });

  it('says SY-1051 when no tool comes, stops looking, and stays unknown', () => {
    expectConsole('warn', 'SY-1051 iabGpp() has found no __gpp on this page after 2 s.');
    const { source } = listen({ timeout: 2_000 });
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(source.read()).toEqual(all('unknown'));
  });

  it('takes its listener back, hears nothing any more, and knows nothing any more', () => {
    const tool = createGppTool(pingData('ready', [-1]));
    const { source, words, stop } = listen();
    const leaked = [...tool.listeners.values()];
    stop();
    expect(tool.listeners.size).toBe(0);
    for (const listener of leaked)
      listener({ eventName: 'signalStatus', data: 'ready', pingData: pingData('ready', [-1]) }, true);
    expect(words).toHaveLength(1);
    expect(source.read()).toEqual(all('unknown'));
  });

  describe('with a hostile tool', () => {
    type Call = (...given: unknown[]) => void;
    const answering =
      (...given: unknown[]) =>
      (_command: string, call: Call) =>
        call(...given);
    const ready = { eventName: 'signalStatus', data: 'ready', listenerId: 1 };

    it.each<[string, unknown, number]>(
      [
        [
          'throws',
          () => {
            throw new Error('broken');
          },
          1,
        ],
        ['never calls back', () => {}, 0],
        ['answers without success', answering({ ...ready, pingData: pingData('ready', [-1]) }, false), 0],
        ['answers with nothing', answering(), 0],
        ['answers with a text', answering('ready', true), 0],
        ['reports nothing', answering(ready, true), 0],
        ['reports a text', answering({ ...ready, pingData: 'ready' }, true), 0],
        [
          'names sections by a text',
          answering({ ...ready, pingData: { signalStatus: 'ready', applicableSections: '-1' } }, true),
          0,
        ],
        [
          'reports traps',
          answering(
            {
              ...ready,
              get pingData() {
                throw new Error('hostile');
              },
            },
            true,
          ),
          1,
        ],
      ].map(([name, api, count]) => [name, api, count] as [string, unknown, number]),
    )('that %s, stays unknown and breaks nothing', (_, api, reports) => {
      const report = vi.fn();
      vi.stubGlobal('reportError', report);
      page['__gpp'] = api;
      const { source, stop } = listen();
      vi.advanceTimersByTime(20_000);
      expect(source.read()).toEqual(all('unknown'));
      expect(report).toHaveBeenCalledTimes(reports);
      stop();
      expect(vi.getTimerCount()).toBe(0);
    });

    it('that answers with odd sections, is not granted', () => {
      const odd = [null, 7, 'usca', [[[american(1)]]], { SaleOptOut: '2' }];
      createGppTool(pingData('ready', [Number.NaN, 7], { usnat: odd, other: 1 }));
      expect(listen().source.read()).toEqual({});
    });
  });
});
