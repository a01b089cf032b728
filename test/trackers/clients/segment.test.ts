import { describeClient } from './contract.ts';
import { readSegment, userOfSegment } from './read-segment.ts';

describeClient({
  program: 'segment',
  read: readSegment(({ messageId }) => messageId),
  userOf: userOfSegment,
  isSlow: true,
});
