import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { analyze, type Counts } from 'smallyes/insights';
import {
  CommitmentReport,
  ExperimentReport,
  LiftForest,
  NextAskTable,
  SegmentTable,
  tellReport,
} from 'smallyes/insights/react';
import { describe, expect, it } from 'vitest';
import { arm, lift, shopCounts } from '../../stories/insights-shop.ts';

// A shop with an ask for each of its products, a segment for each of its towns, and a test each week.
const html = (element: ReactElement) => renderToStaticMarkup(element);
const rowsOf = (markup: string) =>
  markup
    .split('<tr')
    .slice(1)
    .filter((row) => row.includes('scope="row"'))
    .map((row) => row.replace(/^[^>]*>|<[^>]*>/g, ' ').replace(/\s+/g, ' '));
const many = <One,>(length: number, one: (at: number) => One) => Array.from({ length }, (_, at) => one(at));
const analyzed = (counts: Partial<Counts>) => analyze({ ...shopCounts, ...counts });

describe('what nobody could read to its end', () => {
  it('is thirty actions, with those that surely go with the goal less often, and how many there are more', () => {
    const actions = [
      ...many(190, (at) => lift(`poll.vote:same-${at}`, 1_000, 100, 1_000, 100, 0)),
      ...many(10, (at) => lift(`poll.vote:less-${at}`, 1_000, 60, 1_000, 160, 0)),
      ...many(40, (at) => lift(`poll.vote:more-${at}`, 1_000, 160 + at, 1_000, 60, 0)),
    ];
    const { lifts } = analyzed({ actions });
    const markup = html(<LiftForest lifts={lifts} />);
    const rows = rowsOf(markup);
    expect(rows).toHaveLength(30);
    expect(rows[0]).toContain('more-39');
    expect(rows.filter((row) => row.includes('less often'))).toHaveLength(10);
    expect(rows.filter((row) => row.includes('more often'))).toHaveLength(20);
    expect(markup).toContain('Not shown here: 210. The figures as data have them all.');
    expect(html(<LiftForest lifts={lifts.slice(0, 30)} />)).not.toContain('Not shown here');
  });

  it('is, of actions of which nobody can tell anything yet, those that most gave, not the luckiest', () => {
    const actions = [
      ...many(60, (at) => lift(`poll.vote:rare-${at}`, 20, 10, 50_000 - at, 500, 0)),
      lift('poll.vote:often', 900, 1, 49_000, 500, 0),
    ];
    const rows = rowsOf(html(<LiftForest lifts={analyzed({ actions: actions.slice(0, 60) }).lifts} />));
    expect(rows).toHaveLength(30);
    expect(rowsOf(html(<LiftForest lifts={analyzed({ actions }).lifts} />))[0]).toContain('often');
  });

  it('is the thirty largest segments, with smaller ones that surely differ', () => {
    const segments = many(200, (at) => ({
      segment: `town-${String(at).padStart(3, '0')}`,
      n: 1_000 - at,
      converted: at === 150 ? 400 : 100,
    }));
    const markup = html(<SegmentTable segments={analyzed({ segments }).segments} />);
    const rows = rowsOf(markup);
    expect(rows).toHaveLength(30);
    expect(rows[0]).toContain('town-000');
    expect(rows.at(-1)).toContain('town-150');
    expect(markup).toContain('Not shown here: 170.');
  });

  it('is the thirty next asks that most took, in that order', () => {
    const next = many(100, (at) => ({
      state: `poll.vote:state-${at}`,
      action: 'quiz.complete:match',
      grade: 1,
      n: 100 + at,
      converted: 10,
    }));
    const grades = next.map(({ state }) => ({
      state: '(start)',
      action: state,
      grade: 1,
      n: 1,
      converted: 0,
    }));
    const markup = html(<NextAskTable asks={analyzed({ next: [...grades, ...next] }).nextBestAsks} />);
    const rows = rowsOf(markup);
    expect(rows).toHaveLength(30);
    expect(rows[0]).toContain('state-99');
    expect(rows.at(-1)).toContain('state-70');
    expect(markup).toContain('Not shown here: 70.');
  });

  it('is ten variants of an experiment, those that surely differ among them', () => {
    const variants = many(60, (at) =>
      arm('words', at === 0 ? 'control' : `v-${at}`, 2_000, at === 50 ? 400 : 100, 200, 0),
    );
    const [experiment] = analyzed({ variants }).experiments;
    if (!experiment) throw new Error('no experiment');
    const markup = html(<ExperimentReport experiment={experiment} />);
    // The arms, and of each of ten comparisons the goal and the smaller yes.
    expect(rowsOf(markup)).toHaveLength(30 + 20);
    expect(markup.split('<p>').length - 1).toBeLessThan(25);
    expect(markup).toContain('With “v-50”, 20.0% reached the goal');
    expect(rowsOf(markup).filter((row) => row.includes('v-50'))).toHaveLength(3);
    expect(markup).toContain('Not shown here: 30.');
    expect(markup).toContain('Not shown here: 49.');
  });

  it('is no comparison that can be read, where those before it are all too small', () => {
    const variants = many(20, (at) =>
      arm(
        'words',
        at === 0 ? 'control' : `v-${at}`,
        at === 0 || at === 15 ? 2_000 : 40,
        at === 0 || at === 15 ? 200 : 4,
        8,
        0,
      ),
    );
    // The arms are dealt as they came, so that their sizes are no fault of the test.
    const weights = { words: Object.fromEntries(variants.map(({ variant, exposed }) => [variant, exposed])) };
    const [experiment] = analyze({ ...shopCounts, variants }, { weights }).experiments;
    if (!experiment) throw new Error('no experiment');
    const markup = html(<ExperimentReport experiment={experiment} />);
    expect(rowsOf(markup).filter((row) => row.includes('v-15'))).toHaveLength(3);
    expect(markup).toContain('Between “v-15” and “control”');
  });

  it('is ten experiments of a report, those with a result among them, and never silently', () => {
    const variants = many(40, (at) => [
      arm(`test-${at}`, 'control', 2_000, 100, 200, 0),
      arm(`test-${at}`, 'new', 2_000, at === 33 ? 300 : 100, 200, 0),
    ]).flat();
    const insights = analyzed({ variants });
    const markup = html(<CommitmentReport insights={insights} />);
    const titles = [...markup.matchAll(/<figcaption[^>]*><h\d[^>]*>Experiment: ([^<]*)</g)].map(
      ([, one]) => one,
    );
    expect(titles).toHaveLength(10);
    expect(titles).toContain('test-33');
    const told = tellReport(insights).filter(({ about }) => about === 'experiment');
    expect(told).toHaveLength(11);
    expect(told.at(-1)?.text).toBe(
      'Experiments that are not shown here: 30. The figures as data have them all.',
    );
    expect(markup.split('Experiments that are not shown here: 30.')).toHaveLength(2);
  });
});
