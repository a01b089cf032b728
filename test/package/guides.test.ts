import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from 'smallyes/events';
import { de } from 'smallyes/locales/de';
import { describe, expect, inject, it } from 'vitest';
import { messages } from '../../src/internal/messages.ts';
import { scriptEntries } from './entries.ts';

// The guides as a reader without Storybook has them.
const folder = path.join(inject('consumer'), 'node_modules', 'smallyes', 'dist');
const read = (page: string) => readFileSync(path.join(folder, page), 'utf8');
const pages = globSync('guides/**/*.md', { cwd: folder }).sort();

/** The text without its code, in blocks and in sentences. */
function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`]*`/g, '');
}

describe('the guides in the package', () => {
  it.each([
    ['events', '| `poll.vote` | 1 weak |'],
    ['events', '| `committed` | The yes has succeeded.'],
    ['events', "| `ask.id` | `'biggest-hurdle'` |"],
    ['events', '| onCommit, onEvent | run | run | run |'],
    ['ladders', '| `cooldown` |'],
    ['ladders', '| `dismissed` | the last no |'],
    ['theming', '| `--sy-accent` |'],
    ['theming', '| `--sy-ring` | Focus ring |'],
    ['accessibility', '| On the group | The question, “group”'],
    ['consent', '| --- |'],
    ['messages', '> [smallyes] SY-101 "pricing-poll" has no <CommitmentProvider>'],
    ['benchmarks', '|---|'],
    ['trackers', '| [Google Analytics 4](trackers/ga4.md) | `smallyes/trackers/ga4` | `window.gtag` |'],
    ['trackers/ga4', '| `newsletter-form.subscribe` |'],
    ['trackers/ga4', "gtag('event', "],
    ['events-to-decisions', '| Took the taste quiz |'],
    ['events-to-decisions', '| `TIES` | '],
    ['asks/search-box', '| `search-box.search` | 1 weak |'],
    ['asks/search-box', '| `id` (required) | `string` |'],
    ['asks/search-box', "| `appearance` | `'card' \\| 'plain'` |"],
    ['asks/search-box', '| `clear` | Clear the search |'],
    ['asks/add-to-cart-button', 'interface CartProduct {'],
    ['asks/poll', 'goes to the root element'],
    ['asks/video-player', 'interface PlayerTrack {'],
    ['asks/audio-player', 'interface PlayerGate {'],
    ['asks/shared', 'interface Money {'],
    ['asks/shared', 'interface FormSubmitContext '],
    ['asks/shared', 'interface StepData<'],
  ])('%s has the row %s', (page, row) => {
    expect(read(`guides/${page}.md`).includes(row)).toBe(true);
  });

  it('name every kind with its grade', () => {
    const events = read('guides/events.md');
    for (const [kind, grade] of Object.entries(catalogue))
      expect(events).toContain(`| \`${kind}\` | ${grade} `);
  });

  it('show every numbered message', () => {
    const text = read('guides/messages.md');
    for (const code of Object.keys(messages)) expect(text).toContain(`> [smallyes] SY-${code} `);
  });

  it('have a page for every ask, with the texts of each', () => {
    const asks = readdirSync(path.join(folder, 'components'));
    const texts = asks.map((ask) => read(`guides/asks/${ask}.md`));
    for (const text of texts) expect(text).toMatch(/\n## \w+Props\n/);
    const all = texts.join('\n');
    for (const [ask, labels] of Object.entries(de)) {
      if (ask === 'form') continue;
      for (const label of Object.keys(labels)) expect(all, `${ask}: ${label}`).toContain(`| \`${label}\` | `);
    }
  });

  it('begin with what the ask itself takes, what is required first, and have its parts below', () => {
    const poll = read('guides/asks/poll.md');
    const heads = [...poll.matchAll(/^## (\w+)$/gm)].map(([, head]) => head);
    expect(heads.slice(0, 3)).toEqual(['Events', 'PollProps', 'PollLabels']);
    expect(heads.indexOf('PollActionsProps')).toBe(heads.indexOf('PollActions') + 1);
    expect(poll).toMatch(/^## PollProps\n\n.*\n\n.*\n.*\n\| `id` \(required\)/m);
  });

  it('hold nothing that only Storybook understands', () => {
    expect(pages.length).toBeGreaterThan(60);
    for (const page of pages) {
      const text = prose(read(page));
      const elements = page.endsWith('messages.md') ? '' : text;
      expect(elements, page).not.toMatch(/<[A-Z]\w*[\s/>]/);
      expect(text, page).not.toMatch(/^import |\?path=|[⟦⟧]|Counting …|\{' '\}/m);
    }
  });

  it.each(['llms.txt', ...pages])('%s links to what is there', (page) => {
    const text = read(page).replace(/^```[\s\S]*?^```$/gm, '');
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
    const files = links.filter((to) => !/^[a-z]+:/.test(to) && to.endsWith('.md'));
    for (const file of files)
      expect(existsSync(path.join(folder, path.dirname(page), file)), file).toBe(true);
  });
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it.each(scriptEntries)('has $name in its table', ({ name }) => {
    const family = name.replace(/\/[^/]+$/, '/*');
    expect(
      [name, family].some((one) => readme.includes(`\`${one}\``)),
      name,
    ).toBe(true);
  });

  it.each(globSync('stories/guides/*.mdx').filter((file) => !file.endsWith('benchmarks.mdx')))(
    'links to %s',
    (file) => {
      expect(readme.includes(`](${file.replaceAll('\\', '/')})`)).toBe(true);
    },
  );
});
