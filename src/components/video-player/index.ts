/** A film of your own: played, watched to the end, with a question in between. */

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
export { VideoPlayer, type VideoPlayerProps } from './video-player.tsx';
export type { VideoPlayerLabels } from './video-player-labels.ts';
