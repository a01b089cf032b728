import type { Meta, StoryObj } from '@storybook/react-vite';
import { analyze, count, type Insights } from 'smallyes/insights';
import 'smallyes/insights.css';
import { startTransition, useEffect, useState } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentReport } from 'smallyes/insights/react';
import { Poll } from 'smallyes/poll';
import { useCommitments } from 'smallyes/provider';
import { ShareButton } from 'smallyes/share-button';
import { expect, userEvent, waitFor } from 'storybook/test';
import { makeSeason, season, seasonNames, seasonQuestion } from './season.ts';

/**
 * A season of a small shop, made up so that the truth is known, counted and read by the real functions in the page. `count` gives
 * way to other work every few milliseconds, so that the page stays usable meanwhile.
 */
const meta = {
  component: Season,
  tags: ['!autodocs'],
  parameters: { layout: 'padded' },
  args: { isLive: false },
} satisfies Meta<typeof Season>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Twelve weeks, 4,000 visitors. The path breaks at the letter for those who look at the price; the report finds it. */
export const Default: Story = {
  async play({ canvas }) {
    const letter = await canvas.findByText(/“Takes the letter”.*“The price”/, {}, { timeout: 20_000 });
    await expect(letter).toBeVisible();
    await expect(canvas.getByRole('table', { name: 'What goes together with the goal' })).toHaveTextContent(
      'Took the taste quiz',
    );
  },
};

/** The same season, and you as one visitor more: say yes to something, and see the report count it. */
export const Live: Story = {
  args: { isLive: true },
  async play({ canvas }) {
    await canvas.findByText(/of 4,000/, {}, { timeout: 20_000 });
    await userEvent.click(canvas.getByRole('radio', { name: 'The price' }));
    await waitFor(() => expect(canvas.getByText(/of 4,001/)).toBeVisible(), { timeout: 20_000 });
  },
};

function Season({ isLive }: { isLive: boolean }) {
  const own = useOwnEvents(isLive);
  const insights = useSeason(own);
  return (
    <div style={{ display: 'grid', gap: '2rem', maxInlineSize: '62rem' }}>
      {isLive && (
        <>
          <Poll
            id="hurdle"
            question="What keeps you from better coffee at home?"
            options={['The price', 'The taste', 'No time']}
          />
          <ShareButton id="share-coffee" url="https://shop.example/coffee" title="Washed Sidamo" />
        </>
      )}
      {insights ? (
        <CommitmentReport
          insights={insights}
          names={seasonNames}
          title="Winter in the coffee shop"
          currency="EUR"
        />
      ) : (
        <p role="status">Counting {season.visitors.toLocaleString('en')} visitors …</p>
      )}
    </div>
  );
}

/** What you did here, as events of the season. */
function useOwnEvents(isLive: boolean): readonly CommitmentEvent[] {
  const [own, setOwn] = useState<readonly CommitmentEvent[]>([]);
  const { subscribe } = useCommitments();
  useEffect(() => {
    if (!isLive) return;
    // The season is over; you come in its last minute.
    const hear = (event: CommitmentEvent) =>
      setOwn((all) => [...all, { ...event, time: season.end - 60_000 }]);
    return subscribe(hear);
  }, [isLive, subscribe]);
  return own;
}

/** The insights of the season with these events more; the last ones while new ones are counted. */
function useSeason(own: readonly CommitmentEvent[]): Insights | undefined {
  const [all] = useState(makeSeason);
  const [insights, setInsights] = useState<Insights>();
  useEffect(() => {
    const stop = new AbortController();
    count([...all, ...own], { ...seasonQuestion, signal: stop.signal })
      .then((counts) => {
        const told = analyze(counts);
        // A long page is drawn in slices, so that a press does not wait for it.
        startTransition(() => setInsights(told));
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) throw error;
      });
    return () => stop.abort();
  }, [all, own]);
  return insights;
}
