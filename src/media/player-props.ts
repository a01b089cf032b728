import type { ComponentProps, ReactElement, ReactNode, Ref } from 'react';
import type { Kind, MediaData } from '../events/index.ts';
import type { NextProp } from '../internal/next-slot.tsx';
import type { AskProps } from '../provider/ask.ts';
import type { LabelText } from '../provider/labels.ts';
import type { AskLook } from '../provider/render-ask.ts';
import type { HlsModule } from './hls.ts';

/** One file of a recording, where there are several: the browser takes the first that it can play. */
export interface PlayerSource {
  /** Its address. */
  readonly src: string;
  /** Its MIME type, such as `'video/webm'`. Default: what the ending of the address says. */
  readonly type?: string | undefined;
  /** For which screens, as a media query, such as `'(max-width: 600px)'`. */
  readonly media?: string | undefined;
}

/** A file of texts (WebVTT) that runs along. */
export interface PlayerTrack {
  /** Its address. */
  readonly src: string;
  /** Its language, such as `'en'`. */
  readonly lang: string;
  /** Its name in the browser's menu, such as `'English'`. */
  readonly label: string;
  /** `'captions'` write down all that is heard, `'subtitles'` translate. Default `'captions'`. */
  readonly kind?: 'captions' | 'subtitles' | 'descriptions' | undefined;
  /** Shown without being asked for; one of them at most. Default false. */
  readonly default?: boolean | undefined;
}

/** A part of a recording with a name of its own. */
export interface PlayerChapter {
  /** Where it begins, in seconds. */
  readonly at: number;
  readonly label: string;
}

/** What the system shows of a recording that is heard. */
export interface PlayerSession {
  /** Its title. Default: the label. */
  readonly title?: string | undefined;
  /** Who is heard. Default none. */
  readonly artist?: string | undefined;
  /** What it is part of, such as the name of the podcast. Default none. */
  readonly album?: string | undefined;
  /** Address of a picture; square ones, from 512 pixels on, are shown best. Default: the poster. */
  readonly artwork?: string | undefined;
}

/** Something that is asked while the recording waits. */
export interface PlayerGate {
  /**
   * When: at a second, at a share of the whole such as `'15%'`, when the visitor first pauses, or at the end. An e-mail
   * asked for at the start converts 16 %, at 10 to 20 % of a video 43 %, at the end 3 % (Wistia, about its Turnstile).
   */
  readonly at: number | `${number}%` | 'pause' | 'end';
  /**
   * What is asked, such as `<NewsletterForm …/>` or `<NextAsk …/>`. The yes to an ask inside it opens the way once it has
   * succeeded, as does one from an earlier visit or one that your server knows; a no does not. While nobody can answer it
   * (`closed`, `disabled`, `soldOut`, a browser that refuses), a `required` gate lets the visitor pass, and asks another day.
   */
  readonly ask: ReactNode | ((goOn: () => void) => ReactNode);
  /** Leaves out the button that skips it; before the gate, the recording stays free. Default false. */
  readonly required?: boolean | undefined;
}

/** Every text of a player that a visitor reads or hears. */
export interface PlayerLabels {
  /** The button that starts it; followed, when spoken, by the label. */
  play: LabelText;
  /** The same, where the visitor stopped on an earlier visit. `{time}` is a time such as 4:12. */
  continueAt: LabelText;
  /** While the first seconds arrive. */
  loading: LabelText;
  /** When they take long. */
  slow: LabelText;
  /** When the browser did not let it start. */
  refused: LabelText;
  /** When it cannot be played. */
  failed: LabelText;
  /** The button after one of these. */
  retry: LabelText;
  /** When it waits for the answer to a gate. */
  paused: LabelText;
  /** The button that skips a gate. */
  skip: LabelText;
  /** The button that goes on after a gate was answered. */
  resume: LabelText;
  /** When enough was seen or heard for the yes. */
  complete: LabelText;
  /** Names the list of chapters. */
  chapters: LabelText;
  /** Opens what is said, in writing. */
  transcript: LabelText;
}

/** State of a player, for `render`. */
export interface PlayerState {
  /** It was begun. */
  readonly isStarted: boolean;
  /** It plays just now. */
  readonly isPlaying: boolean;
  /** Enough was seen or heard for the yes. */
  readonly isComplete: boolean;
}

/** The root element. */
export interface PlayerElement extends HTMLDivElement {
  /** Begins a new attempt: back to the start, and nothing counts as seen. */
  reset(): void;
  /** The element that plays; null before one given as a function is there. */
  readonly media: HTMLMediaElement | null;
}

/** Props that all players share. */
export interface PlayerProps<K extends Kind, Labels>
  extends AskProps<K, MediaData>,
    AskLook<PlayerState, Labels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'ref'> {
  /** What it is called. */
  label: ReactNode;
  /** A sentence below it. */
  description?: ReactNode | undefined;
  /**
   * The recording: one address or several files, best first. Needed, unless there is `media`. Nothing of it loads before it is played. Once it has begun, an
   * address with a renewed signature is the same recording, known by the usual names in its query, such as `Signature`,
   * `Expires`, `token` and `X-Amz-*`; any other change makes it another one.
   */
  sources?: string | PlayerSource | readonly (string | PlayerSource)[] | undefined;
  /** Captions and subtitles. An empty list says that nothing is spoken. */
  tracks?: readonly PlayerTrack[] | undefined;
  /** How long it is, in seconds, shown before it loads. */
  length?: number | undefined;
  /** Brings hls.js for an `.m3u8`, at the first play and only where the browser cannot play it: `() => import('hls.js')`. */
  loadHls?: (() => Promise<HlsModule>) | undefined;
  /**
   * An element of your own that plays, with the methods and events of an `HTMLMediaElement`, such as `<youtube-video src=… />`.
   * As a function it is rendered at the first play, so that nothing of it loads before.
   */
  media?: ReactElement | (() => ReactElement) | undefined;
  /** Share of the whole that makes the yes: seconds that were seen or heard once, 0 to 1. Default 0.9. */
  completeAt?: number | undefined;
  /** Counts what plays while the page is hidden as well. Default false. */
  countHidden?: boolean | undefined;
  /**
   * Remembers on this device where the visitor stopped and what was seen until then, where storage is allowed, and goes on
   * there. Begins ten seconds after the start and ends ten before the end. Default true.
   */
  remember?: boolean | undefined;
  /** Parts that can be jumped to. */
  chapters?: readonly PlayerChapter[] | undefined;
  /**
   * What a lock screen, a headset or a car shows of it once it is heard, where play, pause, seeking and the chapters work as well;
   * `false` leaves that place to your page, which has one of it (Media Session, W3C). Default: the label and the poster.
   */
  mediaSession?: PlayerSession | false | undefined;
  /** What is said, in writing, to unfold. A `<button type="button" data-play="12">` in it jumps to that second. */
  transcript?: ReactNode | undefined;
  /** Stops for an ask. It stands below the recording, and a visitor who has answered or skipped it does not meet it again. */
  gate?: PlayerGate | undefined;
  /** The next ask, shown once enough was seen and the recording rests. */
  next?: NextProp<MediaData> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt, `ref.current.media` is what plays. */
  ref?: Ref<PlayerElement> | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: each player narrows its own kinds and texts
export type AnyPlayerProps = PlayerProps<any, any>;
