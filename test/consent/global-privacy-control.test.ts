import { globalPrivacyControl } from 'smallyes/consent';
import { describe, expect, it, vi } from 'vitest';

const all = (word: string) => ({ analytics: word, advertising: word, functional: word });

describe('globalPrivacyControl', () => {
  it.each([
    ['on', { globalPrivacyControl: true }, { ...all('granted'), advertising: 'denied' }],
    ['off', { globalPrivacyControl: false }, all('granted')],
    ['not known to the browser', {}, all('granted')],
    ['a text, which no browser gives', { globalPrivacyControl: '1' }, all('granted')],
    ['asked for on a server', undefined, all('granted')],
  ])('%s', (_, navigator, word) => {
    vi.stubGlobal('navigator', navigator);
    const source = globalPrivacyControl();
    expect(source.read()).toEqual(word);
    expect(source.read()).toBe(source.read());
  });

  it('stops analytics too where the developer says so', () => {
    vi.stubGlobal('navigator', { globalPrivacyControl: true });
    expect(globalPrivacyControl({ analytics: true }).read()).toEqual({
      analytics: 'denied',
      advertising: 'denied',
      functional: 'granted',
    });
  });

  it('has nothing to tell of later', () => {
    const changed = vi.fn();
    globalPrivacyControl().subscribe(changed)();
    expect(changed).not.toHaveBeenCalled();
  });
});
