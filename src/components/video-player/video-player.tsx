'use client';
import type { ComponentProps, JSX } from 'react';
import { Player } from '../../media/player.tsx';
import type { PlayerProps } from '../../media/player-props.ts';
import type { PlayerKind } from '../../media/player-view.ts';
import { type VideoPlayerLabels, videoPlayerLabels } from './video-player-labels.ts';

/** Props of {@link VideoPlayer}. What is not listed goes to the root element. */
export interface VideoPlayerProps
  extends PlayerProps<'video-player.play' | 'video-player.complete', VideoPlayerLabels> {
  /** A picture until it plays: all that loads before. Default: a plain surface. */
  poster?: string | undefined;
  /** Width of the film in pixels, for its shape. Default 640. */
  width?: number | undefined;
  /** Height of the film in pixels, for its shape. Default 360. */
  height?: number | undefined;
  /**
   * Attributes of the `<video>` element itself, such as `{ crossOrigin: 'anonymous' }`. With `autoPlay` and `muted` nobody has said
   * yes yet: it counts from the moment on that it is heard.
   */
  video?: Omit<ComponentProps<'video'>, 'children' | 'ref' | 'src'> | undefined;
}

const kind: PlayerKind = {
  component: 'VideoPlayer',
  folder: 'video-player',
  play: 'video-player.play',
  complete: 'video-player.complete',
};

/**
 * A film of your own in the browser's own player. Pressing play is a small yes, having watched nearly all of it another.
 *
 * ```tsx
 * <VideoPlayer id="factory-tour" label="A tour of the workshop" sources={['/tour.webm', '/tour.mp4']}
 *              tracks={[{ src: '/tour.en.vtt', lang: 'en', label: 'English' }]} poster="/tour.webp" />
 * ```
 */
export function VideoPlayer(props: VideoPlayerProps): JSX.Element {
  const { poster, width = 640, height = 360, video, ...rest } = props;
  return (
    <Player
      // Another id is another film: nothing of the old one may stay.
      key={props.id}
      kind={kind}
      texts={videoPlayerLabels}
      props={rest}
      poster={poster}
      more={{ width, height, playsInline: true, ...video }}
    />
  );
}
