import { analyze, count, type ExposureRule, type Insights } from 'smallyes/insights';
import 'smallyes/insights.css';
import { type ReactNode, use, useEffect, useState } from 'react';
import {
  AskTable,
  ContributionTable,
  ExperimentReport,
  FunnelChart,
  LiftForest,
  NextAskTable,
  PathTable,
  RetentionTriangle,
  SegmentTable,
} from 'smallyes/insights/react';
import { makeSeason, seasonNames, seasonQuestion } from '../../season.ts';
import { chance, exposureTexts, type Fact, factsOf, liftOf, warningTexts } from './season-facts.ts';
import { Table } from './table.tsx';

const read = new Map<ExposureRule, Promise<Insights>>();

/** The season, counted once for the whole guide. */
function readSeason(exposure: ExposureRule): Promise<Insights> {
  const insights =
    read.get(exposure) ??
    count(makeSeason(), { ...seasonQuestion, exposure }).then((counts) => analyze(counts));
  read.set(exposure, insights);
  return insights;
}

function useSeason(exposure: ExposureRule = 'landmark'): Insights | undefined {
  // The guides as Markdown are drawn without a browser, by a renderer that waits.
  const waited = typeof document === 'undefined' ? use(readSeason(exposure)) : undefined;
  const [insights, setInsights] = useState(waited);
  useEffect(() => {
    let isOn = true;
    void readSeason(exposure).then((all) => isOn && setInsights(all));
    return () => {
      isOn = false;
    };
  }, [exposure]);
  return insights;
}

const look = { names: seasonNames };

const parts = {
  asks: ({ asks }) => <AskTable {...look} asks={asks} />,
  funnel: ({ funnels, weakLinks }) =>
    funnels.flatMap((funnel) =>
      funnel.segment === undefined ? (
        <FunnelChart key="all" {...look} funnel={funnel} weakLinks={weakLinks} />
      ) : (
        []
      ),
    ),
  lifts: ({ lifts }) => <LiftForest {...look} lifts={lifts} />,
  next: ({ nextBestAsks, lifts }) => <NextAskTable {...look} asks={nextBestAsks} lifts={lifts} />,
  segments: ({ segments }) => <SegmentTable {...look} segments={segments} />,
  paths: ({ counts }) => <PathTable {...look} paths={counts.paths.slice(0, 5)} />,
  contributions: ({ contributions }) => <ContributionTable {...look} contributions={contributions} />,
  experiment: ({ experiments }) =>
    experiments.map((one) => (
      <ExperimentReport key={one.experiment} {...look} currency="EUR" experiment={one} />
    )),
  retention: ({ retention }) => <RetentionTriangle {...look} cells={retention} />,
} satisfies Record<string, (insights: Insights) => ReactNode>;

/** A part of the report, of the season of `stories/season.ts`. */
export function SeasonPart({ part }: { part: keyof typeof parts }) {
  const insights = useSeason();
  return (
    <div className="sb-unstyled" style={{ marginBlock: '1.5rem' }}>
      {insights ? parts[part](insights) : <p role="status">Counting …</p>}
    </div>
  );
}

/** One figure of the season, in a sentence. */
export function SeasonFact({ of }: { of: Fact }) {
  const insights = useSeason();
  // Bare text: Storybook gives elements within a sentence a size of their own.
  return insights ? factsOf(insights)[of] : '…';
}

/** What each rule of exposure says of sharing, which does nothing in the season. */
export function ExposureTable() {
  const [landmark, before, anywhere] = [useSeason(), useSeason('before'), useSeason('anywhere')];
  const all = { landmark, before, anywhere };
  const rows = (Object.keys(exposureTexts) as ExposureRule[]).map((rule) => {
    const insights = all[rule];
    const lift = insights && liftOf(insights, 'share-button.share');
    const name = <code key="rule">{rule}</code>;
    return [name, exposureTexts[rule], lift ? lift.oddsRatio.toFixed(2) : '…', lift ? chance(lift.q) : '…'];
  });
  const head = ['Rule', 'Somebody did it when it is', 'Odds ratio of sharing', 'q-value'];
  return <Table head={head} rows={rows} />;
}

/** What stands between backticks, as code. */
const withCode = (text: string) =>
  text.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part));

/** Every warning, in words. */
export function WarningTable() {
  const rows = Object.entries(warningTexts).map(([code, [means, act]]) => [
    <code key="code" style={{ whiteSpace: 'nowrap' }}>
      {code}
    </code>,
    means,
    withCode(act),
  ]);
  return <Table head={['Code', 'It means', 'Do this']} rows={rows} />;
}
