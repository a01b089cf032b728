/** Places that the kit writes as they write themselves. Others are yours to name; `'apple-podcasts'` is Apple Podcasts. */
export type FollowTarget =
  | 'apple-podcasts'
  | 'bluesky'
  | 'facebook'
  | 'github'
  | 'instagram'
  | 'linkedin'
  | 'mastodon'
  | 'pinterest'
  | 'rss'
  | 'spotify'
  | 'threads'
  | 'tiktok'
  | 'whatsapp'
  | 'x'
  | 'youtube'
  | 'youtube-music';

/** What only its owner would write like this. */
const own = /youtube|linkedin|tiktok|github|whatsapp|rss/g;
const written: Readonly<Record<string, string>> = {
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  tiktok: 'TikTok',
  github: 'GitHub',
  whatsapp: 'WhatsApp',
  rss: 'RSS',
};

/** The name of a target, as a visitor knows it. */
export function nameOf(target: string | null | undefined): string {
  return String(target ?? '')
    .replace(own, (word) => written[word] as string)
    .replace(/(^|-)(.)/g, (_, dash: string, letter: string) => (dash && ' ') + letter.toUpperCase());
}
