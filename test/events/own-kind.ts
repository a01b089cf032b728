// A kind of the site's own, declared once for the tests as a user would declare it.
declare module 'smallyes/events' {
  interface CommitmentData {
    'loan-slider.choose': { months: number; note?: string };
  }
}

export {};
