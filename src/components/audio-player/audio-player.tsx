'use client';
import type { ComponentProps, JSX } from 'react';
import { Player } from '../../media/player.tsx';
import type { PlayerProps } from '../../media/player-props.ts';
import type { PlayerKind } from '../../media/player-view.ts';
import { type AudioPlayerLabels, audioPlayerLabels } from './audio-player-labels.ts';

/** Props of {@link AudioPlayer}. What is not listed goes to the root element. */
export interface AudioPlayerProps
  extends PlayerProps<'audio-player.play' | 'audio-player.complete', AudioPlayerLabels> {
  /** A square picture, such as the cover of a podcast. Default none. */
  poster?: string | undefined;
  /** Attributes of the `<audio>` element itself, such as `{ crossOrigin: 'anonymous' }`. */
  audio?: Omit<ComponentProps<'audio'>, 'children' | 'ref' | 'src'> | undefined;
}

const kind: PlayerKind = {
  component: 'AudioPlayer',
  folder: 'audio-player',
  play: 'audio-player.play',
  complete: 'audio-player.complete',
};

/**
 * A recording to listen to, such as an episode of a podcast, in the browser's own player.
 *
 * ```tsx
 * <AudioPlayer id="podcast-12" label="Why the second yes is easier" sources="/episode-12.mp3" length={1_920}
 *              transcript={<p>…</p>} />
 * ```
 */
export function AudioPlayer(props: AudioPlayerProps): JSX.Element {
  const { poster, audio, ...rest } = props;
  return (
    <Player
      // Another id is another recording: nothing of the old one may stay.
      key={props.id}
      kind={kind}
      texts={audioPlayerLabels}
      props={rest}
      poster={poster}
      more={{ ...audio }}
    />
  );
}
