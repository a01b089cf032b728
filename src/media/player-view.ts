import type { Kind } from '../events/index.ts';
import type { Trouble } from './playback.ts';
import type { AnyPlayerProps, PlayerChapter, PlayerSource } from './player-props.ts';

/** What sets a video and an audio player apart. */
export interface PlayerKind {
  /** The component's name, such as `'VideoPlayer'`. */
  readonly component: string;
  /** Its folder, which is also its class and the name of its texts. */
  readonly folder: 'video-player' | 'audio-player';
  readonly play: Kind;
  readonly complete: Kind;
}

/** What a player shows. */
export interface PlayerView {
  /** Its cover is closed, is about to open, is open. */
  readonly stage: 'closed' | 'opening' | 'open';
  readonly isPlaying: boolean;
  /** Enough was seen or heard. */
  readonly isComplete: boolean;
  /** And it has come to rest since. */
  readonly isDone: boolean;
  readonly trouble: Trouble | undefined;
  readonly gate: 'asking' | 'answered' | undefined;
  /** Number of the chapter that plays; -1 for none. */
  readonly chapter: number;
}

export const firstView: PlayerView = {
  stage: 'closed',
  isPlaying: false,
  isComplete: false,
  isDone: false,
  trouble: undefined,
  gate: undefined,
  chapter: -1,
};

/** What a player reads when something happens. */
export interface PlayerSettings {
  readonly kind: PlayerKind;
  readonly props: AnyPlayerProps;
  readonly sources: readonly PlayerSource[];
  readonly chapters: readonly PlayerChapter[];
  readonly poster: string | undefined;
}
