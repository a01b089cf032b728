import type { AnyPlayerProps, PlayerChapter, PlayerGate, PlayerSource } from './player-props.ts';

const types: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  webm: 'video/webm',
};

/** The files of a recording, each with its type where that is known. What is no address is left out. */
export function readSources(given: AnyPlayerProps['sources']): PlayerSource[] {
  return [given ?? []].flat().flatMap((one) => {
    const source = typeof one === 'string' ? { src: one } : one;
    if (!source?.src) return [];
    const ending = /\.(\w+)(?:[?#]|$)/.exec(source.src)?.[1]?.toLowerCase() ?? '';
    return [{ type: types[ending], ...source }];
  });
}

// A signature, and how long it holds, by the first letters: of CloudFront, S3, Google, Akamai, Cloudflare, Mux. Names as
// short as those of Azure may be a season or an episode too: there a time or a hash is told by its length.
const signature = /[?&](x-\w|sig|exp|token|pol|key-|hdn|verify|s?k?[est]=[^&\s]{10})[^&\s]*/gi;

/** Files without what a renewed signature changes. */
export function unsigned(files: string): string {
  return files.replace(signature, '');
}

/** Whether a file is a list of segments. */
export function isHls({ type }: PlayerSource): boolean {
  return /mpegurl/i.test(type ?? '');
}

/** Where a gate stands, in seconds; undefined for one that no second opens, or while the length is not known. */
export function placeOf(at: PlayerGate['at'], duration: number): number | undefined {
  if (typeof at === 'number') return at;
  const share = /^([\d.]+)%$/.exec(at)?.[1];
  return share && duration < Number.POSITIVE_INFINITY ? (Number(share) / 100) * duration : undefined;
}

/** The chapters that can be jumped to, in order. */
export function readChapters(given: readonly PlayerChapter[] | undefined): readonly PlayerChapter[] {
  return [given ?? []]
    .flat()
    .filter((one) => one?.at >= 0 && one.at < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.at - b.at);
}

/** Which chapter a second lies in; -1 before the first one. A jump may land a little early. */
export function chapterAt(chapters: readonly PlayerChapter[], second: number): number {
  return chapters.findLastIndex(({ at }) => at <= second + 0.1);
}

/** Seconds as players write them: 1:05, 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds) || 0);
  const hours = Math.floor(whole / 3_600);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60) % 60;
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}
