import type { PlayerLabels } from '../../media/player-props.ts';

/** Every text of the audio player that a visitor reads or hears. */
export interface AudioPlayerLabels extends PlayerLabels {}

/** The English texts. */
export const audioPlayerLabels: AudioPlayerLabels = {
  play: 'Listen',
  continueAt: 'Continue at {time}',
  loading: 'Loading the recording …',
  slow: 'This takes longer than usual. Your connection may be slow.',
  refused: 'Your browser did not let the recording start.',
  failed: 'The recording cannot be played right now.',
  retry: 'Try again',
  paused: 'Paused for a short question.',
  skip: 'Skip and listen on',
  resume: 'Listen on',
  complete: 'Thank you for listening!',
  chapters: 'Chapters',
  transcript: 'Transcript',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'audio-player': AudioPlayerLabels;
  }
}
