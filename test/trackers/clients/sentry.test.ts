import { describeClient } from './contract.ts';
import type { Arrival } from './loopback.ts';

interface Report {
  readonly user?: unknown;
  readonly breadcrumbs?: readonly {
    readonly category: string;
    readonly message: string;
    readonly timestamp: number;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

const reports = (arrivals: readonly Arrival[]) =>
  arrivals
    .filter(({ path }) => path === '/api/1/envelope/')
    .map(({ text }) => JSON.parse(text.split('\n')[2] ?? '{}') as Report);

describeClient({
  program: 'sentry',
  isKept: true,
  read: (arrivals) =>
    reports(arrivals).flatMap(({ breadcrumbs = [] }) =>
      breadcrumbs
        .filter(({ category }) => category === 'commitment')
        .map(({ message, timestamp, data }) => ({
          name: message.slice(0, message.lastIndexOf(' ')),
          id: data['event_id'],
          time: Math.round(timestamp * 1000),
          properties: data,
        })),
    ),
  userOf: (arrivals) => reports(arrivals)[0]?.user,
});
