// @vitest-environment jsdom
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { render, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { toId } from 'storybook/internal/csf';
import { convert, ThemeProvider, themes } from 'storybook/theming';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createRecorder, JsonText, type RecordedCall } from '../../stories/guides/blocks/tracker-recorder.ts';
import {
  type TrackerFile,
  type TrackerSample,
  trackerSamples,
} from '../../stories/guides/blocks/tracker-samples.ts';
import {
  addressOf,
  arrivalsOf,
  Facts,
  Mapping,
  TrackerList,
  WhatArrives,
  WhatBecomes,
  WhatTravels,
} from '../../stories/guides/blocks/tracker-tables.tsx';
import {
  mappingOf,
  sampleEvents,
  sampleIdentity,
  tryTracker,
} from '../../stories/guides/blocks/tracker-trial.ts';

const fileNames = (pattern: string) => globSync(pattern).map((file) => path.parse(file).name);
const files = fileNames('src/trackers/*.ts').map((name) => name.replace('to-', '')) as TrackerFile[];
const overview = readFileSync('stories/guides/trackers.mdx', 'utf8');
const pageOf = (file: string) => readFileSync(`stories/guides/trackers/${file}.mdx`, 'utf8');

/** What Storybook's own blocks stand in. */
const Theme = ({ children }: { children: ReactNode }) => (
  <ThemeProvider theme={convert(themes.light)}>{children}</ThemeProvider>
);

/** What stands in code on a page. */
const codeIn = (page: string) => [...page.matchAll(/```[^`]*```|`[^`\n]+`/g)].join('\n');

/** The members of all interfaces called "…Options" that a tracker's file exports. */
function optionsOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { config } = ts.readConfigFile('tsconfig.base.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, process.cwd());
  const paths = names.map((name) => path.resolve(`src/trackers/to-${name}.ts`));
  const program = ts.createProgram(paths, { ...options, types: ['node'] });
  const checker = program.getTypeChecker();
  return new Map(
    names.map((name, index) => {
      const source = program.getSourceFile(paths[index] ?? '');
      const symbol = source && checker.getSymbolAtLocation(source);
      const found = (symbol ? checker.getExportsOfModule(symbol) : [])
        .map((one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one))
        .filter((one) => one.name.endsWith('Options'))
        .flatMap((one) => checker.getDeclaredTypeOfSymbol(one).getProperties())
        .map((property) => property.name);
      return [name, [...new Set(found)]];
    }),
  );
}

describe('the guide "Trackers"', () => {
  it('has a page for each tracker, a tracker for each page, and a trial for each of them', () => {
    expect(files.length).toBeGreaterThan(25);
    expect(fileNames('stories/guides/trackers/*.mdx').sort()).toEqual(files.toSorted());
    expect(Object.keys(trackerSamples).sort()).toEqual(files.toSorted());
  });

  it('is shown by Storybook and linked from the README', () => {
    expect(readFileSync('.storybook/main.ts', 'utf8')).toContain(`'../stories/guides/trackers/*.mdx'`);
    expect(readFileSync('README.md', 'utf8')).toContain('(stories/guides/trackers.mdx)');
  });

  it('lists every tracker, and links to where Storybook shows it', () => {
    const { container } = render(
      <>
        <TrackerList purpose="analytics" />
        <TrackerList purpose="advertising" />
        <TrackerList purpose="functional" />
      </>,
    );
    const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links.toSorted()).toEqual(files.map(addressOf).sort());
    for (const file of files) {
      const { product } = trackerSamples[file];
      expect(addressOf(file)).toBe(`./?path=/docs/${toId(`Guides/Trackers/${product}`, 'docs')}`);
      expect(pageOf(file)).toContain(`<Meta title="Guides/Trackers/${product}" />`);
    }
  });

  it('links to guides that there are', () => {
    const guides = globSync('stories/guides/**/*.mdx').map((file) => readFileSync(file, 'utf8'));
    const ids = guides.map((guide) => {
      const [, title = '', name = 'docs'] = /<Meta title="(.*?)"(?: name="(.*)")? \/>/.exec(guide) ?? [];
      return toId(title, name);
    });
    const links = [overview, ...files.map(pageOf)].flatMap((page) => [
      ...page.matchAll(/\(\?path=\/docs\/([\w-]+)/g),
    ]);
    expect(links.length).toBeGreaterThan(20);
    for (const [, id] of links) expect(ids).toContain(id);
  });

  it('says of every product what travels there and what becomes of events', () => {
    for (const Block of [WhatTravels, WhatBecomes]) {
      const { container, unmount } = render(<Block />);
      expect(container.querySelectorAll('tbody tr')).toHaveLength(files.length);
      unmount();
    }
    const { container } = render(<WhatTravels />);
    const row = [...container.querySelectorAll('tr')].find((one) => one.textContent?.startsWith('Mixpanel'));
    expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      'Mixpanel',
      '$insert_id',
      'time',
      'seq',
    ]);
  });

  it('names every option of every tracker on its page or on the overview', { timeout: 60_000 }, () => {
    const all = optionsOf(files);
    expect([...all.values()].flat().length).toBeGreaterThan(100);
    const missing = [...all].flatMap(([file, options]) => {
      const code = `${codeIn(overview)}\n${codeIn(pageOf(file))}`;
      return options
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(code))
        .map((name) => `${file} ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe.each(files)('the page of %s', (file) => {
  const { global }: TrackerSample = trackerSamples[file];

  it('runs the tracker, its names and its facts, and wires it', () => {
    const page = pageOf(file);
    expect(page).toContain(`<WhatArrives tracker="${file}" />`);
    expect(page).toContain(`<Facts tracker="${file}" />`);
    if (file !== 'http' && file !== 'console') expect(page).toContain(`<Mapping tracker="${file}" />`);
    expect(page).toMatch(new RegExp(`^import \\{ \\w+ \\} from 'smallyes/trackers/${file}';$`, 'm'));
    expect(page).toContain('<CommitmentProvider trackers={[');
    expect(page).toMatch(/^## Traps$/m);
  });

  it('shows at least one commitment that it sends', { timeout: 20_000 }, async () => {
    const { container } = render(<WhatArrives tracker={file} />, { wrapper: Theme });
    const [sent = []] = sampleEvents
      .map((event) => tryTracker(file, { events: [event] }))
      .filter((calls) => calls.length > 0);
    expect(sent.length).toBeGreaterThan(0);
    // The colours of code are loaded later, and the code with them.
    await waitFor(
      () => {
        for (const { path: name } of sent) expect(container.textContent).toContain(`${name}(`);
      },
      { timeout: 15_000 },
    );
  });

  it('shows the very calls that the tracker makes', () => {
    const events = file === 'http' ? [sampleEvents] : sampleEvents.map((event) => [event]);
    const made = events.flatMap((some) => tryTracker(file, { events: some }));
    made.push(...tryTracker(file, { identity: sampleIdentity }));
    const again: RecordedCall[] = [];
    const [name = ''] = /^[\w$]+/.exec(made[0]?.path ?? '') ?? [];
    new Function(name, arrivalsOf(file))(createRecorder(name, again));
    const plain = (calls: readonly RecordedCall[]) =>
      JSON.stringify(
        calls.map(({ path, args }) => ({ path, args })),
        (key, value: unknown) =>
          value instanceof JsonText
            ? value.value
            : key === 'body'
              ? JSON.parse(String(value))
              : key === 'sent'
                ? 0
                : value,
      );
    if (file !== 'http') expect(plain(again)).toBe(plain(made));
    else expect(again).toHaveLength(1);
    expect(again.length).toBeGreaterThan(0);
  });

  it('leaves the page as it was', () => {
    if (!global) return;
    tryTracker(file, { events: sampleEvents });
    expect(global in globalThis).toBe(false);
  });

  it('says of each kind what it becomes there', () => {
    const { container } = render(<Mapping tracker={file} />);
    const text = container.textContent ?? '';
    const others = mappingOf(file).filter(({ isOurs }) => !isOurs);
    const isAllByName = others.length > 0 && others.every(({ event }) => event === undefined);
    if (!isAllByName)
      for (const { kind, event = '' } of others) expect(text).toMatch(new RegExp(`${kind}.*${event}`, 's'));
    expect(text).not.toBe('');
  });

  it('shows nobody’s data', () => {
    const { container } = render(
      <>
        <Mapping tracker={file} />
        <Facts tracker={file} />
      </>,
    );
    const text = [pageOf(file), overview, arrivalsOf(file), container.textContent].join('\n');
    expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
    expect(text).not.toMatch(/\+\d[\d ()-]{6,}|\b\d{1,3}(\.\d{1,3}){3}\b/);
    const { visitor, session, page } = sampleEvents[0] ?? {};
    // Your own endpoint gets whole events; no vendor learns who it was, and where she came from.
    if (file === 'http') return;
    for (const secret of [visitor?.id, session?.id, page?.referrerHost, 'utm_'])
      expect(arrivalsOf(file)).not.toContain(secret);
  });
});
