// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPage } from '../../src/provider/page.ts';

const land = (address: string) => window.history.replaceState(null, '', address);
const comeFrom = (referrer: string) =>
  Object.defineProperty(document, 'referrer', { configurable: true, value: referrer });

describe('the page of an event', () => {
  beforeEach(() => land('/'));
  afterEach(() => {
    Reflect.deleteProperty(document, 'referrer');
  });

  it('is the path without query and fragment', () => {
    land('/pricing?email=ada@example.org&plan=team#faq');
    expect(createPage().info(undefined).path).toBe('/pricing');
    expect(createPage().info([]).path).toBe('/pricing');
  });

  it('has the query parameters that the developer allows, all of them of a name', () => {
    land('/search?q=a+b&token=secret&page=2&q=c');
    expect(createPage().info(['q', 'page', 'absent']).path).toBe('/search?q=a+b&page=2&q=c');
  });

  it('is cut at 500 characters', () => {
    land(`/${'x'.repeat(900)}`);
    expect(createPage().info([]).path).toHaveLength(500);
  });

  it.each([
    ['/u/jane@x.example/orders', '/u/:email/orders'],
    ['/u/jane%40x.example', '/u/:email'],
    ['/reset/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2ln', '/reset/:token'],
    ['/@jane/posts', '/@jane/posts'],
  ])('hides who the visitor is, and what opens doors: %s', (address, path) => {
    land(address);
    expect(createPage().info([]).path).toBe(path);
  });

  it('hides it in query parameters that the developer allows, too', () => {
    land('/search?q=jane@x.example&next=eyJhbGciOiJIUzI1NiJ9.x&page=2');
    expect(createPage().info(['q', 'next', 'page']).path).toBe('/search?q=:email&next=:token&page=2');
  });

  it('hides it before it is cut, so that no half of it is left', () => {
    land(`/${'x'.repeat(490)}/jane@x.example`);
    expect(createPage().info([]).path.slice(490)).toBe('x/:email');
  });

  it('keeps its view id until the page turns, even when the address changes', () => {
    const page = createPage();
    const { viewId } = page.info([]);
    expect(page.info([])).toBe(page.info([]));
    land('/two');
    expect(page.info([])).toMatchObject({ path: '/two', viewId });
    page.turn(() => {});
    expect(page.info([]).viewId).not.toBe(viewId);
  });

  it.each([
    ['https://www.google.com/search?q=secret', 'www.google.com'],
    ['android-app://com.google.android.gm/', 'com.google.android.gm'],
    ['', undefined],
    ['not an address', undefined],
    [`${location.origin}/before`, undefined],
  ])('knows of the referrer %j only the host: %s', (referrer, host) => {
    comeFrom(referrer);
    expect(createPage().info([]).referrerHost).toBe(host);
  });
});
