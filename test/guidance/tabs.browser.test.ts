import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { act, shown } from '../ladder/guide-page.ts';
import { bringUp, type Tab } from './tab-page.ts';

const key = 'smallyes:ladder:path';
let frames: HTMLIFrameElement[];

beforeEach(() => {
  localStorage.clear();
  frames = [];
});
afterEach(() => {
  for (const frame of frames) frame.remove();
  localStorage.clear();
});

/** Opens the site in another document. */
async function openTab(): Promise<Tab> {
  const frame = document.createElement('iframe');
  const module = new URL('./tab-page.ts', import.meta.url).href;
  frame.srcdoc = `<!doctype html><script type="module" src="${module}"></script>`;
  frames.push(frame);
  document.body.append(frame);
  return vi.waitFor(() => {
    const { tab } = frame.contentWindow as Window & { tab?: Tab };
    if (!tab) throw new Error('The second page has not come up.');
    return tab;
  });
}

const asksOf = ({ guide }: Tab) => Object.keys(guide.state().history.asks).sort();

describe('two pages of a site', () => {
  it('hear of each other’s answers', async () => {
    const [here, there] = [bringUp(), await openTab()];
    expect([shown(here.guide), shown(there.guide)]).toEqual([{ spot: 'a' }, { spot: 'a' }]);
    act(there.guide, 'a', 'committed', { choice: 'yes' });
    await vi.waitFor(() => expect(shown(here.guide)).toEqual({ spot: 'b' }));
    expect(here.segments()).toEqual(['fan']);
    act(here.guide, 'b', 'committed');
    await vi.waitFor(() => expect(asksOf(there)).toEqual(['a', 'b']));
  });

  it('lose nothing when both answer before they hear of each other, and come to rest', async () => {
    const [here, there] = [bringUp(), await openTab()];
    act(here.guide, 'a', 'committed');
    act(there.guide, 'b', 'committed');
    await vi.waitFor(() =>
      expect([asksOf(here), asksOf(there)]).toEqual([
        ['a', 'b'],
        ['a', 'b'],
      ]),
    );
    const hear = vi.fn();
    addEventListener('storage', hear);
    await new Promise((resolve) => setTimeout(resolve, 300));
    hear.mockClear();
    await new Promise((resolve) => setTimeout(resolve, 300));
    removeEventListener('storage', hear);
    expect(hear).not.toHaveBeenCalled();
    expect(Object.keys(JSON.parse(localStorage.getItem(key) ?? '').a).sort()).toEqual(['a', 'b']);
  });

  it('forget together', async () => {
    const [here, there] = [bringUp(), await openTab()];
    act(here.guide, 'a', 'committed', { choice: 'yes' });
    await vi.waitFor(() => expect(there.segments()).toEqual(['fan']));
    here.guide.forget();
    await vi.waitFor(() => expect(there.guide.state().history.asks).toEqual({}));
    expect([here.segments(), there.segments()]).toEqual([[], []]);
  });

  it('go on with what they know when somebody clears the storage, and write it again', async () => {
    const [here, there] = [bringUp(), await openTab()];
    act(here.guide, 'a', 'committed');
    await vi.waitFor(() => expect(asksOf(there)).toEqual(['a']));
    localStorage.clear();
    await new Promise((resolve) => setTimeout(resolve, 100));
    act(here.guide, 'b', 'committed');
    expect(Object.keys(JSON.parse(localStorage.getItem(key) ?? '').a).sort()).toEqual(['a', 'b']);
  });
});
