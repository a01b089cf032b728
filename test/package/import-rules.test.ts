import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, importViolations } from './import-rules.ts';

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !file.endsWith('.d.ts'));

describe('the arrows between the folders of src', () => {
  it('all point one way', () => {
    expect(sources.length).toBeGreaterThan(0);
    const violations = sources.flatMap((file) =>
      importViolations(file.replaceAll('\\', '/').slice('src/'.length), readFileSync(file, 'utf8')),
    );
    expect(violations).toEqual([]);
  });

  it('lead to no file twice on one way: bundlers such as Rollup tell users of each circle', () => {
    const needs = new Map(
      sources.map((file) => [
        file,
        importsOf(file, readFileSync(file, 'utf8'))
          .filter(({ specifier, typeOnly, isLate }) => specifier.startsWith('.') && !typeOnly && !isLate)
          .map(({ specifier }) => path.join(path.dirname(file), specifier)),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (way: readonly string[]) => {
      const file = way.at(-1) ?? '';
      if (way.indexOf(file) < way.length - 1)
        return void circles.push(way.slice(way.indexOf(file)).join(' > '));
      if (done.has(file)) return;
      for (const next of needs.get(file) ?? []) walk([...way, next]);
      done.add(file);
    };
    for (const file of sources) walk([file]);
    expect(circles).toEqual([]);
  });

  it.each([
    ['events/bus.ts', "import { useState } from 'react';"],
    ['events/bus.ts', "import { useHub } from '../provider/hub.ts';"],
    ['events/kinds.ts', "import * as z from 'zod/mini';"],
    ['events/kinds.ts', "import type { ZodMiniType } from 'zod/mini';"],
    ['ladder/ladder.ts', "import type { Hub } from '../provider/hub.ts';"],
    ['provider/hub.ts', "import { createLadder } from '../ladder/ladder.ts';"],
    ['provider/hub.ts', "import { type Ladder } from '../ladder/ladder.ts';"],
    ['provider/hub.ts', "export * from '../components/poll/poll.tsx';"],
    ['provider/hub.ts', "import { eventSchema } from '../events/schema.ts';"],
    ['components/poll/poll.tsx', "import { Star } from '../star-rating/star.tsx';"],
    ['components/poll/poll.tsx', "import { console } from '../../trackers/to-console.ts';"],
    ['components/poll/poll.tsx', "const late = import('../../devtools/panel.tsx');"],
    ['components/poll/poll.tsx', "import { Poll } from '../../index.ts';"],
    ['components/poll/poll.tsx', "import { Poll } from 'smallyes/poll';"],
    ['components/poll/poll.tsx', "import './poll.css';"],
    ['components/poll/poll.tsx', "import { useForm } from 'react-hook-form';"],
    ['components/poll/poll.tsx', "declare module '../../insights/report.ts' { interface Report {} }"],
    ['internal/labels.ts', "import { uuid } from '../events/index.ts';"],
    ['trackers/to-console.ts', "import type { Tracker } from '../provider/tracker.ts';"],
    ['testing/index.ts', "import { Poll } from '../components/poll/index.ts';"],
    ['locales/de.ts', "import { labels } from '../components/poll/labels.ts';"],
    ['locales/de.ts', "import { pollLabels } from '../components/poll/poll-labels.ts';"],
    ['locales/en.ts', "import { Poll } from '../components/poll/poll.tsx';"],
    ['locales/en.ts', "import { useLabels } from '../provider/use-labels.ts';"],
    ['insights/react/part.tsx', "import { useLabels } from '../../provider/use-labels.ts';"],
    ['insights/analyze.ts', "import { tellReport } from './react/tell-report.ts';"],
    ['insights/locales/de.ts', "import { tellReport } from '../react/tell-report.ts';"],
    ['events/bus.ts', "import { uuid } from './uuid';"],
    ['events/bus.ts', "import { version } from '../../package.json';"],
    ['server/gate.ts', "import { renderElement } from '../internal/render-element.tsx';"],
    ['server/gate.ts', "import type { ReactNode } from 'react';"],
    ['server/gate.ts', "import { createHmac } from 'node:crypto';"],
    ['server/gate.ts', "import { useAsk } from '../provider/use-ask.ts';"],
    ['server/collector.ts', "import { readFile } from 'node:fs/promises';"],
    ['server/node.ts', "import type { IncomingMessage } from 'node:http';"],
    ['server/writers/postgres.ts', "import pg from 'pg';"],
    ['server/writers/postgres.ts', "import { ndjsonWriter } from './ndjson/index.ts';"],
    ['server/index.ts', "export { ndjsonWriter } from './writers/ndjson/index.ts';"],
    ['server/writers/ndjson/lock.ts', "import { useAsk } from '../../../provider/use-ask.ts';"],
    ['unknown/file.ts', ''],
  ])('%s may not hold: %s', (file, source) => {
    expect(importViolations(file, source)).toHaveLength(1);
  });

  it.each([
    ['events/bus.ts', "import { uuid } from './uuid.ts';"],
    ['events/schema.ts', "import * as z from 'zod/mini'; import type { Kind } from './kinds.ts';"],
    ['provider/hub.ts', "import type { Ladder } from '../ladder/ladder.ts';"],
    ['components/poll/parts/bar.tsx', "import { usePoll } from '../poll-context.ts';"],
    [
      'components/poll/poll.tsx',
      "import { useId } from 'react'; import { uuid } from '../../events/index.ts';",
    ],
    ['components/poll/poll.tsx', "declare module '../../events/kinds.ts' { interface Kinds {} }"],
    ['locales/de.ts', "import type { PollLabels } from '../components/poll/index.ts';"],
    ['locales/en.ts', "import { pollLabels } from '../components/poll/poll-labels.ts';"],
    ['insights/locales/de.ts', "import type { InsightsLabels } from '../react/report-labels.ts';"],
    ['insights/react/write.ts', "import { numberFormat } from '../../provider/labels.ts';"],
    ['server/gate.ts', "import { failure } from '../internal/messages.ts';"],
    ['server/writers/ndjson/lock.ts', "import { rm } from 'node:fs/promises';"],
    ['server/writers/ndjson/lock.ts', "import { failure } from '../../../internal/messages.ts';"],
    ['server/writers/ndjson/index.ts', "import { createGroups } from '../groups.ts';"],
    ['index.ts', "export * from './components/poll/index.ts';"],
  ])('%s may hold: %s', (file, source) => {
    expect(importViolations(file, source)).toEqual([]);
  });
});
