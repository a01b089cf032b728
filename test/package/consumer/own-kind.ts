import type { CommitmentData, Kind } from 'smallyes/events';

declare module 'smallyes/events' {
  interface CommitmentData {
    'loan-slider.choose': { months: number };
  }
}

export const own: Kind = 'loan-slider.choose';
export const data: CommitmentData['loan-slider.choose'] = { months: 12 };
export const shipped: Kind = 'poll.vote';

// @ts-expect-error the months are a number
export const wrongData: CommitmentData['loan-slider.choose'] = { months: '12' };
// @ts-expect-error nobody declared this kind
export const wrongKind: Kind = 'loan-slider.drag';
