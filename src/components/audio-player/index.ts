/** A recording to listen to: played, heard to the end, with a question in between. */

export type { Kind, MediaData } from '../../events/index.ts';
export type { HlsModule, HlsPlayer } from '../../media/hls.ts';
export type {
  PlayerChapter,
  PlayerElement,
  PlayerGate,
  PlayerLabels,
  PlayerProps,
  PlayerSession,
  PlayerSource,
  PlayerState,
  PlayerTrack,
} from '../../media/player-props.ts';
export type * from '../../provider/ask-vocabulary.ts';
export { AudioPlayer, type AudioPlayerProps } from './audio-player.tsx';
export type { AudioPlayerLabels } from './audio-player-labels.ts';
