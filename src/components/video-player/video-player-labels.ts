import type { PlayerLabels } from '../../media/player-props.ts';

/** Every text of the video player that a visitor reads or hears. */
export interface VideoPlayerLabels extends PlayerLabels {}

/** The English texts. */
export const videoPlayerLabels: VideoPlayerLabels = {
  play: 'Play',
  continueAt: 'Continue at {time}',
  loading: 'Loading the video …',
  slow: 'This takes longer than usual. Your connection may be slow.',
  refused: 'Your browser did not let the video start.',
  failed: 'The video cannot be played right now.',
  retry: 'Try again',
  paused: 'Paused for a short question.',
  skip: 'Skip and watch on',
  resume: 'Watch on',
  complete: 'Thank you for watching!',
  chapters: 'Chapters',
  transcript: 'Transcript',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'video-player': VideoPlayerLabels;
  }
}
