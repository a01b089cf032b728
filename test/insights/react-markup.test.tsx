import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { analyze, type Counts, type Insights } from 'smallyes/insights';
import {
  AskTable,
  CommitmentReport,
  ContributionTable,
  ExperimentReport,
  FunnelChart,
  LiftForest,
  NextAskTable,
  PathTable,
  RetentionTriangle,
  SegmentTable,
} from 'smallyes/insights/react';
import { describe, expect, it } from 'vitest';
import {
  firstWeekCounts,
  lift,
  noCounts,
  reversedCounts,
  shopCounts,
  shopNames,
} from '../../stories/insights-shop.ts';

const shop = analyze(shopCounts);
const html = (element: ReactElement) => renderToStaticMarkup(element);
const report = (counts: Counts) => html(<CommitmentReport insights={analyze(counts)} names={shopNames} />);
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const countOf = (markup: string, piece: string) => markup.split(piece).length - 1;

describe('the markup of a report', () => {
  it('needs neither script nor style attribute nor id, so that the strictest policy lets it through', () => {
    const markup = report(shopCounts);
    expect(markup).not.toMatch(/<script|<style|\sstyle=|\son\w+=|\sid=|javascript:/i);
    expect(markup).toContain('<article class="sy-insights"');
  });

  it('says each figure in words of its table and hides each drawing', () => {
    const markup = report(shopCounts);
    const outer = markup.match(/<svg class="sy-insights-(drawing|axis|mark|tone)"[^>]*>/g) ?? [];
    expect(outer.length).toBeGreaterThan(40);
    for (const svg of outer) expect(svg).toContain('aria-hidden="true"');
    expect(textOf(markup)).toContain(
      'Find your blanket Too cold: 39.1%, the others 60.6% 4,377 53.9% 52.9% to 55.0%',
    );
  });

  it('has the asks first, with what came of each', () => {
    const markup = report(shopCounts);
    const [title] = [...markup.matchAll(/<figcaption[^>]*><h\d[^>]*>([^<]*)</g)].map(([, one]) => one);
    expect(title).toBe('Asks: seen, started, said yes');
    const rows = markup
      .split('<tr')
      .slice(1)
      .map((row) => row.split('</tr')[0] ?? '');
    const rowOf = (name: string) => rows.find((row) => row.includes(name)) ?? '';
    expect(textOf(rowOf('Sleep letter'))).toContain(
      'only saw it: 4,110 · began and left: 402 · said no: 640 · did not arrive: 31 · took it back: 12 7,020 32.3% 31.3% to 33.4% 26.0%',
    );
    // Of a handful the counts, and no bar.
    expect(textOf(rowOf('Washing guide'))).toContain('only saw it: 15 24 9 of 24 too few 9 of 24 too few');
    expect(rowOf('Sleep letter')).toContain('sy-insights-bar');
    expect(rowOf('Washing guide')).not.toContain('sy-insights-bar');
    expect(report({ ...shopCounts, asks: [] })).not.toContain('Asks: seen');
  });

  it('names the thirty asks that most saw, and says how many more there are', () => {
    const [one] = shopCounts.asks;
    const many = Array.from(
      { length: 33 },
      (_, at) => ({ ...one, ask: `ask-${at}` }) as NonNullable<typeof one>,
    );
    const markup = html(<AskTable asks={analyze({ ...shopCounts, asks: many }).asks} />);
    expect(countOf(markup, '<tr')).toBe(31);
    expect(textOf(markup)).toContain('Asks that fewer saw: 3.');
    expect(html(<AskTable asks={[]} />)).toContain('Nothing to show yet.');
  });

  it('says how many of the visitors are visits of nobody known, where any are', () => {
    const note = 'visits in which nobody was known';
    expect(textOf(report({ ...shopCounts, unknown: 2_206 }))).toContain(
      `${note}, as without consent: 2,206.`,
    );
    expect(report({ ...shopCounts, unknown: 0 })).not.toContain(note);
    // Of counts that were kept before they had this number.
    const { unknown: _, ...older } = shopCounts;
    expect(report(older as Counts)).not.toContain(note);
  });

  it('says each warning once for the whole page', () => {
    const markup = report(reversedCounts);
    const codes = [...markup.matchAll(/data-code="(\w+)"/g)].map(([, code]) => code);
    expect(codes).toContain('SEGMENT_REVERSAL');
    expect(codes).toContain('INCOMPLETE_PERIOD');
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('tells a period that is shorter than the question apart from a week that is not over', () => {
    expect(textOf(report(firstWeekCounts))).toContain('The period is shorter than the time');
    expect(textOf(report(firstWeekCounts))).not.toContain('The last week is not over');
    expect(textOf(report(shopCounts))).not.toContain('The period is shorter than the time');
    expect(textOf(report(shopCounts))).toContain('The last week is not over');
  });

  it('says a warning at its part where the part stands alone', () => {
    expect(html(<LiftForest lifts={shop.lifts} />)).toContain('data-code="LEAKS_OUTCOME"');
    expect(html(<LiftForest lifts={shop.lifts} saidElsewhere={['LEAKS_OUTCOME']} />)).not.toContain(
      'data-code="LEAKS_OUTCOME"',
    );
  });

  it('says beside a q-value which way it goes, and of what is below 1 that it may have taken a place', () => {
    const action = 'poll.vote:sleep-problem';
    const lifts = analyze({
      ...shopCounts,
      actions: [
        lift(action, 1_000, 60, 1_000, 160, 0),
        lift('quiz.complete:q', 1_000, 160, 1_000, 60, 0),
        lift('share-button.share:s', 1_000, 100, 1_000, 99, 0),
      ],
    }).lifts;
    const rows = html(<LiftForest lifts={lifts} />)
      .split('<tr')
      .map(textOf);
    const rowOf = (name: string) => rows.find((row) => row.includes(name)) ?? '';
    expect(rowOf('sleep-problem')).toContain('perhaps in the place of another');
    expect(rowOf('sleep-problem')).toMatch(/&lt; 0\.001.*less often/);
    expect(rowOf('quiz.complete')).toMatch(/&lt; 0\.001.*more often/);
    expect(rowOf('share-button')).toMatch(/not sure/);
    expect(rowOf('quiz.complete') + rowOf('share-button')).not.toContain('place of another');
    expect(html(<LiftForest lifts={lifts} />)).toContain('data-code="DISPLACES"');

    const asks = analyze({
      ...shopCounts,
      next: [{ state: '(start)', action, grade: 1, n: 500, converted: 50 }],
    }).nextBestAsks;
    expect(textOf(html(<NextAskTable asks={asks} lifts={lifts} />))).toContain(
      'goes with the goal less often',
    );
    expect(textOf(html(<NextAskTable asks={asks} />))).not.toContain('less often');
  });

  it('says nothing of long visits where no such figure is shown', () => {
    // Those who said nothing of themselves are compared with nobody.
    expect(shop.segments.some(({ difference }) => difference.warnings.includes('LENGTH_BIAS'))).toBe(true);
    expect(report(shopCounts)).not.toContain('data-code="LENGTH_BIAS"');
    const anywhere = { ...shopCounts, question: { ...shopCounts.question, exposure: 'anywhere' as const } };
    expect(report(anywhere)).toContain('data-code="LENGTH_BIAS"');
  });

  it('has its headings in an order, at the level that the page gives', () => {
    const levels = (markup: string) => [
      ...new Set([...markup.matchAll(/<h(\d)/g)].map(([, level]) => level)),
    ];
    expect(levels(html(<CommitmentReport insights={shop} title="Autumn" headingLevel={1} />))).toEqual([
      '1',
      '2',
    ]);
    expect(levels(report(shopCounts))).toEqual(['2']);
    expect(levels(html(<PathTable paths={[]} headingLevel={9} />))).toEqual(['6']);
  });

  it('stays a table where its rows are blocks', () => {
    const markup = html(<FunnelChart funnel={shop.funnels[0] ?? { steps: [] }} />);
    expect(countOf(markup, 'role="row"')).toBe(6);
    expect(countOf(markup, 'role="rowheader"')).toBe(5);
    expect(countOf(markup, 'role="cell"')).toBe(15);
    expect(countOf(markup, 'data-label="Reached"')).toBe(5);
  });

  it('hands attributes on to the root of a part, and none of its own look', () => {
    const markup = html(
      <PathTable
        paths={[]}
        className="mine"
        id="paths"
        aria-label="Ways"
        locale="de"
        currency="EUR"
        unit="session"
      />,
    );
    expect(markup).toMatch(/^<figure id="paths" aria-label="Ways" class="sy-insights-part mine">/);
  });
});

describe('a part that has nothing to show', () => {
  it.each([
    ['funnel', () => <FunnelChart funnel={{ steps: [] }} />],
    ['lifts', () => <LiftForest lifts={[]} />],
    ['paths', () => <PathTable paths={[]} />],
    ['retention', () => <RetentionTriangle cells={[]} />],
    ['segments', () => <SegmentTable segments={shop.segments.slice(0, 1)} />],
    ['next asks', () => <NextAskTable asks={[]} />],
    ['contributions', () => <ContributionTable contributions={[]} />],
    [
      'experiment',
      () => (
        <ExperimentReport
          experiment={{ experiment: 'x', arms: [], comparisons: [], srmP: 1, mixed: 0, warnings: [] }}
        />
      ),
    ],
  ])('says so: %s', (_, render) => {
    const markup = html(render());
    expect(textOf(markup)).toContain('Nothing to show yet.');
    expect(markup).not.toMatch(/<table|data-code/);
  });

  it('says so on an empty report', () => {
    expect(textOf(report(noCounts))).toContain('No visitors have been counted yet.');
    expect(report(noCounts)).not.toContain('1970');
  });
});

describe('figures that are not to be read', () => {
  it('are counts in grey', () => {
    const markup = report(firstWeekCounts);
    expect(textOf(markup)).toContain('17 of 28 too few');
    expect(markup).not.toContain('sy-insights-point');
    expect(textOf(markup)).not.toMatch(/-100\.0|€/);
  });

  it('have no place on an axis, and say why at their row', () => {
    const markup = html(<LiftForest lifts={analyze(reversedCounts).lifts} names={shopNames} />);
    const row = markup.split('<tr').find((one) => one.includes('depends on the segment')) ?? '';
    expect(row).toContain('data-few');
    expect(row).not.toContain('sy-insights-point');
    expect(countOf(markup, 'class="sy-insights-point"')).toBe(
      // One more in the legend.
      analyze(reversedCounts).lifts.filter(({ shown }) => shown).length + 1,
    );
  });

  it('hide a variant’s money when too few came, and the column when there is none', () => {
    const [experiment] = shop.experiments;
    expect(textOf(html(<ExperimentReport experiment={experiment!} />))).toContain('Money each');
    const noMoney = analyze({
      ...shopCounts,
      variants: shopCounts.variants.map((row) => ({ ...row, sum: 0, sumSquares: 0 })),
    }).experiments[0];
    expect(textOf(html(<ExperimentReport experiment={noMoney!} />))).not.toContain('Money');
  });
});

describe('bad input', () => {
  it.each([Number.NaN, Infinity, -Infinity, -1, 0, 1e308])(
    'draws a report whose every figure is %d',
    (figure) => {
      const broken = JSON.parse(JSON.stringify(shop), (_, value) =>
        typeof value === 'number' ? figure : value,
      ) as Insights;
      const markup = html(<CommitmentReport insights={broken} />);
      expect(markup).not.toMatch(/NaN|Infinity|undefined|null|Invalid/);
      for (const [, place] of markup.matchAll(/\s(?:x|x1|x2|cx|width)="(-?[\d.]+)%"/g)) {
        expect(Number(place)).toBeGreaterThanOrEqual(0);
        expect(Number(place)).toBeLessThanOrEqual(100);
      }
    },
  );

  it('draws insights without any row', () => {
    const empty = Object.fromEntries(
      Object.entries(shop).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
    ) as unknown as Insights;
    expect(textOf(html(<CommitmentReport insights={empty} />))).toContain('In short');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '{rate}{units}',
    '__proto__',
    '',
    ' ',
    ':',
    '::',
  ])('writes a hostile name as text: %s', (name) => {
    const action = `poll.vote:${name}`;
    const counts: Counts = {
      ...shopCounts,
      question: { ...shopCounts.question, steps: [action, shopCounts.question.goal] as never },
      funnel: [
        { levels: [100, 50] },
        { segment: name, levels: [50, 20] },
        { segment: 'b', levels: [50, 30] },
      ],
      actions: [lift(action, 900, 300, 900, 100, 0)],
      paths: [{ path: [action, action, name], n: 50, converted: 10 }],
      segments: [
        { segment: name, n: 100, converted: 10 },
        { segment: `${name}2`, n: 100, converted: 50 },
      ],
      variants: shopCounts.variants.map((row) => ({
        ...row,
        experiment: name,
        variant: `${name}${row.variant}`,
      })),
    };
    const markup = html(<CommitmentReport insights={analyze(counts)} />);
    expect(markup).not.toMatch(/<img|<script/);
  });

  it('leaves places for values in a name as they are', () => {
    const counts = { ...shopCounts, actions: [lift('poll.vote:{without}', 900, 300, 900, 100, 0)] };
    expect(textOf(report(counts))).toContain('gave “{without} (poll.vote)” early, 33.3%');
  });

  it('cuts a name of ten thousand letters', () => {
    const counts = {
      ...shopCounts,
      actions: [lift(`poll.vote:${'x'.repeat(10_000)}`, 900, 300, 900, 100, 0)],
    };
    expect(report(counts).length).toBeLessThan(report(shopCounts).length + 2_000);
  });

  it('shows eight weeks where the number of weeks is none', () => {
    for (const weeks of [Number.NaN, 0, -4])
      expect(countOf(html(<RetentionTriangle cells={shop.retention} weeks={weeks} />), '<tr')).toBe(9);
  });
});

it('names five actions at a place of a way, the most given, and takes the rarer ones together', () => {
  const rare = ['a', 'b', 'c'].map((id) => `share-button.share:${id}`);
  const often = ['1', '2', '3', '4', '5'].map((id) => `poll.vote:${id}`);
  const paths = [
    ...often.map((first, at) => ({ path: [first, '(goal)'], n: 900 - at, converted: 900 - at })),
    ...rare.map((first) => ({ path: [first, '(goal)'], n: 100, converted: 100 })),
    ...rare.map((first) => ({ path: [first], n: 10, converted: 0 })),
    { path: [], n: 5_000, converted: 1, others: true as const },
  ];
  const rows = html(<PathTable paths={paths} />)
    .split('<tr')
    .slice(2)
    .map(textOf);
  expect(rows).toHaveLength(8);
  expect(rows[0]).toContain('1 (poll.vote)');
  expect(rows[5]).toMatch(/something rarer Goal 300 .*100\.0%/);
  expect(rows[6]).toMatch(/something rarer 30 /);
  expect(rows[7]).toContain('All other ways');
  expect(rows.join()).not.toContain('share-button');
});

it('says how sure the sizes of the variants are, also where they are as they should be', () => {
  const [even] = analyze(shopCounts).experiments;
  expect(even && textOf(html(<ExperimentReport experiment={even} />))).toMatch(
    /gives p 0\.\d{3}: below 0\.01/,
  );
});

it('offers a test of what surely goes with the goal more often, of nothing else', () => {
  const action = (id: string) => `poll.vote:${id}`;
  const { lifts } = analyze({
    ...shopCounts,
    actions: [
      lift(action('more'), 1_000, 160, 1_000, 60, 0),
      lift(action('less'), 1_000, 60, 1_000, 160, 0),
      lift(action('unsure'), 1_000, 100, 1_000, 99, 0),
    ],
  });
  const markup = html(<LiftForest lifts={lifts} />);
  expect(countOf(markup, '<details')).toBe(1);
  expect(markup).toContain('show-more');
  expect(html(<LiftForest lifts={lifts} tests={0} />)).not.toContain('<details');
  expect(countOf(report(shopCounts), '<details')).toBe(1);
});

it('writes what it shows of a hundred actions in a blink', () => {
  const actions = Array.from({ length: 100 }, (_, at) =>
    lift(`poll.vote:${at}`, 900, 200 + (at % 90), 900, 100, 0),
  );
  const { lifts } = analyze({ ...shopCounts, actions });
  html(<LiftForest lifts={lifts} />);
  // The thread's own time: what else the machine does is not ours.
  const before = process.threadCpuUsage();
  expect(countOf(html(<LiftForest lifts={lifts} />), 'role="row"')).toBe(31);
  const { user, system } = process.threadCpuUsage(before);
  expect(user + system).toBeLessThan(500_000);
});
