/** The tour, in flow order: what a commitment is, where it flows, how visitors commit, where it goes. */

export * from './components/audio-player/index.ts';
export * from './components/challenge/index.ts';
export * from './components/contact-dialog/index.ts';
export * from './components/download-link/index.ts';
export * from './components/follow-link/index.ts';
export * from './components/ladder-progress/index.ts';
export * from './components/lead-gate/index.ts';
export * from './components/newsletter-form/index.ts';
export * from './components/next-ask/index.ts';
export * from './components/poll/index.ts';
export * from './components/product-view/index.ts';
export * from './components/reactions/index.ts';
export * from './components/reading-progress/index.ts';
export * from './components/return-visit/index.ts';
export * from './components/share-button/index.ts';
export * from './components/star-rating/index.ts';
export * from './components/step-form/index.ts';
export * from './components/story-path/index.ts';
export * from './components/video-player/index.ts';
export * from './events/index.ts';
export * from './fields/index.ts';
export * from './form/index.ts';
export * from './guidance/index.ts';
export * from './ladder/index.ts';
export * from './provider/index.ts';
export * from './trackers/console.ts';
