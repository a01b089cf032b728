'use client';

import { Poll, type PollLabels } from 'smallyes/poll';

interface HurdlePollProps {
  question: string;
  options: readonly string[];
  votes: Readonly<Record<string, number>>;
  labels: Partial<PollLabels>;
}

/** The poll with its one callback. What is shown comes from the server as plain data. */
export function HurdlePoll({ question, options, votes, labels }: HurdlePollProps) {
  return (
    <Poll
      id="biggest-hurdle"
      className="ask"
      question={question}
      options={options}
      results={votes}
      labels={labels}
      onSubmit={async ({ choice }, { signal }) => {
        const body = new FormData();
        body.set('choice', choice);
        const response = await fetch('/api/votes', { method: 'POST', body, signal });
        if (!response.ok) return { status: 'failed' };
      }}
      // The same place for visitors without JavaScript.
      action="/api/votes"
    />
  );
}
