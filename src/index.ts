/** The tour, in flow order: what a commitment is, where it flows, how visitors commit, where it goes. */

export * from './components/contact-dialog/index.ts';
export * from './components/lead-gate/index.ts';
export * from './components/poll/index.ts';
export * from './components/star-rating/index.ts';
export * from './components/step-form/index.ts';
export * from './events/index.ts';
export * from './fields/index.ts';
export * from './form/index.ts';
export * from './provider/index.ts';
export * from './trackers/console.ts';
