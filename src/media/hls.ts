/** What a player calls of hls.js. */
export interface HlsPlayer {
  loadSource(address: string): void;
  attachMedia(media: HTMLMediaElement): void;
  on(event: never, listener: never): unknown;
  destroy(): void;
}

/** The module that `import('hls.js')` or `import('hls.js/light')` brings. */
export interface HlsModule {
  readonly default: { new (): HlsPlayer; isSupported(): boolean };
}

/** Plays a list of segments through hls.js; `onFatal` hears what it cannot mend itself. Throws where it cannot work. */
export function attachHls(
  { default: Hls }: HlsModule,
  media: HTMLMediaElement,
  address: string,
  onFatal: (problem: string) => void,
): HlsPlayer {
  if (!Hls.isSupported()) throw new Error('hls.js cannot work in this browser');
  const hls = new Hls();
  const on = hls.on as (event: string, listener: (event: unknown, data: HlsError) => void) => void;
  on.call(hls, 'hlsError', (_event, { fatal, details }) => {
    if (fatal) onFatal(details);
  });
  hls.loadSource(address);
  hls.attachMedia(media);
  return hls;
}

interface HlsError {
  readonly fatal: boolean;
  readonly details: string;
}
