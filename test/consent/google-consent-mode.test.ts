import { type ConsentInput, googleConsentMode } from 'smallyes/consent';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';
import { createDataLayer, removeTools } from './cmp-stubs.ts';

const all = (word: string) => ({ analytics: word, advertising: word, functional: word });
const denied = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
};

/** Listens, and writes down each word that differs from the one before. */
function listen(options?: Parameters<typeof googleConsentMode>[0]) {
  const source = googleConsentMode(options);
  const words: ConsentInput[] = [];
  const note = () => {
    const word = source.read();
    if (JSON.stringify(word) !== JSON.stringify(words.at(-1))) words.push(word);
  };
  const stop = source.subscribe(note);
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

describe('googleConsentMode', () => {
  it('is unknown before anybody listens, and touches nothing', () => {
    const { layer, gtag } = createDataLayer();
    gtag('consent', 'update', { analytics_storage: 'granted' });
    const { push } = layer;
    expect(googleConsentMode().read()).toEqual(all('unknown'));
    expect(layer.push).toBe(push);
  });

  it('hears an update that passed before, and those that come', () => {
    const { gtag } = createDataLayer();
    gtag('consent', 'default', denied);
    gtag('js', new Date());
    gtag('consent', 'update', { analytics_storage: 'granted' });
    const { source, words } = listen();
    expect(source.read()).toMatchObject({ analytics: 'granted', advertising: 'unknown' });
    gtag('consent', 'update', { ad_storage: 'granted', ad_user_data: 'granted' });
    gtag('consent', 'update', { analytics_storage: 'denied' });
    expect(words.map(({ analytics, advertising }) => `${analytics} ${advertising}`)).toEqual([
      'granted unknown',
      'granted granted',
      'denied granted',
    ]);
  });

  it.each([
    [{ ad_storage: 'granted' }, 'unknown'],
    [{ ad_user_data: 'granted' }, 'unknown'],
    [{ ad_storage: 'granted', ad_user_data: 'granted' }, 'granted'],
    [{ ad_storage: 'granted', ad_user_data: 'denied' }, 'denied'],
    [{ ad_storage: 'denied', ad_user_data: 'granted' }, 'denied'],
    [{ ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'denied' }, 'granted'],
  ])('takes the update %j as advertising %s', (update, advertising) => {
    const { gtag } = createDataLayer();
    const { source } = listen();
    gtag('consent', 'update', update);
    expect(source.read()).toMatchObject({ advertising });
  });

  it.each([
    ['denied', 'denied'],
    ['granted', 'granted'],
    [undefined, 'unknown'],
  ])('needs ad_personalization %s too where the developer says so: %s', (ad_personalization, advertising) => {
    const { gtag } = createDataLayer();
    const { source } = listen({ personalization: true });
    gtag('consent', 'update', { ad_storage: 'granted', ad_user_data: 'granted', ad_personalization });
    expect(source.read()).toMatchObject({ advertising });
  });

  it.each([
    [{}, 'unknown'],
    [{ functionality_storage: 'granted' }, 'granted'],
    [{ personalization_storage: 'granted' }, 'granted'],
    [{ functionality_storage: 'granted', personalization_storage: 'denied' }, 'denied'],
    [{ security_storage: 'granted' }, 'unknown'],
  ])('takes the update %j as functional %s', (update, functional) => {
    const { gtag } = createDataLayer();
    const { source } = listen();
    gtag('consent', 'update', update);
    expect(source.read()).toMatchObject({ functional });
  });

  it('takes a default of denied as not asked, and one of granted as a yes', () => {
    const { gtag } = createDataLayer();
    const { source } = listen();
    gtag('consent', 'default', { ...denied, analytics_storage: 'granted' });
    expect(source.read()).toMatchObject({ analytics: 'granted', advertising: 'unknown' });
    gtag('consent', 'update', { analytics_storage: 'denied' });
    expect(source.read()).toMatchObject({ analytics: 'denied' });
    // A default that comes late is no word of the visitor's.
    gtag('consent', 'default', { analytics_storage: 'granted' });
    expect(source.read()).toMatchObject({ analytics: 'denied' });
  });

  it('waits for an update as long as the default says, and no longer', () => {
    const { gtag } = createDataLayer();
    const { source, words } = listen();
    gtag('consent', 'default', { analytics_storage: 'granted', wait_for_update: 500 });
    vi.advanceTimersByTime(499);
    expect(source.read()).toMatchObject({ analytics: 'unknown' });
    vi.advanceTimersByTime(1);
    expect(words.at(-1)).toMatchObject({ analytics: 'granted' });
  });

  it('waits no more once the update has come', () => {
    const { gtag } = createDataLayer();
    const { source } = listen();
    gtag('consent', 'default', { analytics_storage: 'granted', ad_storage: 'granted', wait_for_update: 5e9 });
    gtag('consent', 'update', { ad_storage: 'denied' });
    expect(source.read()).toMatchObject({ analytics: 'granted', advertising: 'denied' });
  });

  it('never waits longer than ten seconds', () => {
    const { gtag } = createDataLayer();
    const { source } = listen();
    gtag('consent', 'default', { analytics_storage: 'granted', wait_for_update: 5e9 });
    vi.advanceTimersByTime(10_000);
    expect(source.read()).toMatchObject({ analytics: 'granted' });
  });

  describe('with defaults for regions', () => {
    const tell = (gtag: (...given: unknown[]) => void) => {
      gtag('consent', 'default', { analytics_storage: 'denied' });
      gtag('consent', 'default', { analytics_storage: 'granted', region: ['US'] });
      gtag('consent', 'default', { analytics_storage: 'denied', region: ['US-CA', 'BR'] });
    };

    it.each([
      [undefined, 'unknown'],
      ['US', 'granted'],
      ['us-ny', 'granted'],
      ['US-CA', 'unknown'],
      ['BR-SP', 'unknown'],
      ['AT', 'unknown'],
    ])('knows of a visitor in %s: %s', (region, analytics) => {
      const { gtag } = createDataLayer();
      const { source } = listen({ region });
      tell(gtag);
      expect(source.read()).toMatchObject({ analytics });
    });

    it('does not take one for a region alone as a word on everybody', () => {
      const { gtag } = createDataLayer();
      const { source } = listen();
      gtag('consent', 'default', { analytics_storage: 'granted', region: ['US'] });
      expect(source.read()).toMatchObject({ analytics: 'unknown' });
    });

    it('knows where all of them are the same', () => {
      const { gtag } = createDataLayer();
      const { source } = listen();
      gtag('consent', 'default', { analytics_storage: 'granted', region: ['US'] });
      gtag('consent', 'default', { analytics_storage: 'granted' });
      expect(source.read()).toMatchObject({ analytics: 'granted' });
    });
  });

  it('leaves what Tag Manager does to push working, whether that came before or after', () => {
    const { layer, gtag } = createDataLayer();
    const heard: string[] = [];
    const wrap = (who: string) => {
      const { push } = layer;
      layer.push = (...given: unknown[]) => {
        heard.push(who);
        return push.apply(layer, given);
      };
    };
    wrap('before');
    const { source, stop } = listen();
    wrap('after');
    gtag('consent', 'update', { analytics_storage: 'granted' });
    expect(source.read()).toMatchObject({ analytics: 'granted' });
    expect(heard).toEqual(['after', 'before']);
    expect(layer).toHaveLength(1);
    expect(layer.push('x', 'y')).toBe(3);
    stop();
    gtag('event', 'still there');
    expect(heard.slice(-2)).toEqual(['after', 'before']);
    expect(layer).toHaveLength(4);
    expect(source.read()).toEqual(all('unknown'));
  });

  it('takes its own wrapper off when nobody listens any more', () => {
    const { layer } = createDataLayer();
    const { stop } = listen();
    expect(Object.hasOwn(layer, 'push')).toBe(true);
    stop();
    expect(Object.hasOwn(layer, 'push')).toBe(false);
    const own = vi.fn();
    layer.push = own;
    listen().stop();
    expect(layer.push).toBe(own);
  });

  it('sets nothing itself', () => {
    const { layer, gtag } = createDataLayer();
    gtag('consent', 'default', denied);
    const { stop } = listen();
    gtag('consent', 'update', { analytics_storage: 'granted' });
    stop();
    expect(layer).toHaveLength(2);
  });

  it('finds a layer that comes late, under another name, or is replaced', () => {
    const { source } = listen({ dataLayer: 'layer' });
    vi.advanceTimersByTime(3_000);
    const early = createDataLayer('layer');
    vi.advanceTimersByTime(200);
    early.gtag('consent', 'default', { analytics_storage: 'granted' });
    expect(source.read()).toMatchObject({ analytics: 'granted' });
    const late = createDataLayer('layer', [{ 'gtm.start': 1 }]);
    late.gtag('consent', 'update', { analytics_storage: 'denied' });
    vi.advanceTimersByTime(200);
    expect(source.read()).toMatchObject({ analytics: 'denied' });
    expect(Object.hasOwn(early.layer, 'push')).toBe(false);
  });

  it('says SY-1051 when there is none, stops looking, and stays unknown', () => {
    expectConsole('warn', 'SY-1051 googleConsentMode() has found no dataLayer on this page after 10 s.');
    const { source } = listen();
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(source.read()).toEqual(all('unknown'));
  });

  it('leaves no timer behind', () => {
    const { gtag } = createDataLayer();
    const { stop } = listen();
    gtag('consent', 'default', { analytics_storage: 'granted', wait_for_update: 500 });
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not stopped by what else passes', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const hostile = Object.defineProperty({}, '0', {
      get() {
        throw new Error('hostile');
      },
    });
    const { layer, gtag } = createDataLayer('dataLayer', [null, undefined, 7, 'consent', hostile]);
    const { source } = listen();
    layer.push(null, hostile, ['consent'], ['consent', 'update'], ['consent', 'update', 'granted']);
    gtag('consent', 'update', { analytics_storage: true, ad_storage: 1, __proto__: { x: 'granted' } });
    gtag('consent', 'update', JSON.parse('{"__proto__":"granted","constructor":"granted"}'));
    expect(source.read()).toEqual(all('unknown'));
    gtag('consent', 'update', { analytics_storage: 'granted' });
    expect(source.read()).toMatchObject({ analytics: 'granted' });
    expect(report.mock.calls.map(([error]) => String(error))).toEqual(
      Array(2).fill(expect.stringContaining('SY-1052')),
    );
    expect(layer).toHaveLength(13);
  });

  it('hears what is there of a layer that cannot be wrapped, and reports SY-1052', () => {
    const report = vi.fn();
    vi.stubGlobal('reportError', report);
    const { layer, gtag } = createDataLayer();
    gtag('consent', 'update', { analytics_storage: 'granted' });
    Object.freeze(layer);
    const { source } = listen();
    expect(source.read()).toMatchObject({ analytics: 'granted' });
    expect(report).toHaveBeenCalledOnce();
  });
});
