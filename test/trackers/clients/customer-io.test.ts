import { describeClient } from './contract.ts';
import { readSegment, userOfSegment } from './read-segment.ts';

describeClient({
  program: 'customer-io',
  // The client puts an id of its own on top.
  read: readSegment(({ properties }) => properties?.['event_id']),
  userOf: userOfSegment,
  isSlow: true,
});
