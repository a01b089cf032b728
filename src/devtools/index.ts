/** What a developer sees while building: live events, the ladder, why an ask is shown or not. Absent from production. */

export {
  CommitmentDevtools,
  type CommitmentDevtoolsProps,
  type DevtoolsPosition,
} from './commitment-devtools.tsx';
