import { uuid } from '../events/index.ts';
import { layOutUuid } from '../events/uuid.ts';
import { type Experiment, murmur3, variantOf } from '../ladder/experiment.ts';
import type { Guide } from '../ladder/ladder.ts';
import { readConsent } from '../provider/consent.ts';
import type { Hub } from '../provider/hub.ts';

/** On whose behalf a component asks. */
export interface Who {
  readonly hub: Hub;
  /** Whom the server knows. */
  readonly unit: string | undefined;
  readonly guide: Guide | undefined;
}

/** Which variants this page view shows, and which were exposed. One for all components of a page. */
export interface Variants {
  /** What to render: a variant or `'holdout'`; null: the first variant, and nobody counts. */
  peek(experiment: Experiment, unit: string | undefined): string | null;
  /**
   * Lays down what this page view shows, unless that stands or nobody can know yet who is here. `isPainted`: the visitor may
   * have seen the first variant already, because a server has rendered it.
   */
  settle(experiment: Experiment, who: Who, isPainted?: boolean): void;
  /** Asks the flag source anew, and lets every component show what it says. */
  change(experiment: Experiment, who: Who): void;
  /** Tells that the visitor sees the variant: by an event the first time, and by each event from then on. */
  expose(experiment: Experiment, who: Who): void;
  /** Hears when what is shown may be another. */
  subscribe(listener: () => void): () => void;
}

/** By experiment, the variants that a visitor was exposed to, the present one last. */
type Exposures = Readonly<Record<string, readonly string[]>>;

const key = 'experiments';
const most = 20;
const pages = new WeakMap<Hub['site'], Variants>();

/** The variants of a page, made at first use. Touches no storage, clock or address before an effect calls. */
export function variantsOf({ site }: Hub): Variants {
  let variants = pages.get(site);
  if (!variants) pages.set(site, (variants = createVariants(site)));
  return variants;
}

function createVariants(site: Hub['site']): Variants {
  const { memory, visit } = site;
  const settled = new Map<string, string | null>();
  const listeners = new Set<() => void>();
  // What this page itself has exposed holds, whatever becomes of the memory.
  let here: Exposures = {};
  let whose = 0;
  let visitor: string | undefined;
  let isMet = false;
  let isReady = false;
  let isHeard = false;
  const guides = new Set<Guide>();

  const read = (): Exposures =>
    join(readNote(memory.get(key), whose), readNote(memory.stored(key), whose), here);
  const carry = () => {
    const all = read();
    const latest = Object.entries(all).map(([id, names]) => [id, names.at(-1) as string]);
    site.experiments = latest.length ? Object.freeze(Object.fromEntries(latest)) : undefined;
    for (const guide of guides) guide.setVariants(site.experiments ?? {});
    // A later version of the kit keeps its own note.
    if (Object.keys(here).length && !isNewer(memory.stored(key)))
      memory.set(key, JSON.stringify({ v: 1, of: whose, exposed: all }));
  };
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  /** Only once an effect calls: a server renders many pages, and needs none of this. */
  const hear = () => {
    if (isHeard) return;
    isHeard = true;
    site.turns.add(() => {
      settled.clear();
      isMet = false;
      tellAll();
    });
    visit.subscribe(() => {
      // Consent or the visit has changed. The variants stay, for as long as the visitor looks at this page.
      if (isReady) return carry();
      isReady = true;
      tellAll();
    });
  };
  const meet = ({ hub, unit }: Who) => {
    if (isMet) return;
    isMet = true;
    // While nobody has asked the visitor, an older id may still turn up: by this one nobody is dealt a variant.
    visitor = readConsent(hub.get('consent')).functional === 'unknown' ? undefined : visit.visitor().id;
    whose = murmur3(unit ?? visitor ?? '');
    carry();
  };
  const deal = (experiment: Experiment, unit: string | undefined) =>
    variantOf(experiment, unit ?? visitor) ?? null;

  return {
    peek(experiment, unit) {
      const found = settled.get(experiment.id);
      if (found !== undefined) return found;
      return (unit ?? visitor) === undefined ? null : deal(experiment, unit);
    },
    settle(experiment, who, isPainted) {
      const { hub, unit } = who;
      hear();
      if (who.guide) guides.add(who.guide);
      // Memory opens in the provider's own effect, which at first runs after those of everything inside it.
      isReady ||= hub.site.hubs.size > 0;
      if (isReady) meet(who);
      if (settled.has(experiment.id)) return;
      if (isPainted && unit === undefined && !experiment.subscribe) settled.set(experiment.id, null);
      else if (unit !== undefined || isReady) settled.set(experiment.id, deal(experiment, unit));
    },
    change(experiment, { unit }) {
      settled.set(experiment.id, deal(experiment, unit));
      tellAll();
    },
    expose({ id }, who) {
      const variant = settled.get(id);
      if (!variant || here[id]?.at(-1) === variant || who.hub.isOff()) return;
      const names = read()[id] ?? [];
      // A history from the server still knows, when the browser has thrown its own storage away.
      const isFirst = who.guide?.expose(id, variant) ?? true;
      const isKnown = names.length > 0 ? names.includes(variant) : !isFirst;
      here = join(here, { [id]: [variant] });
      carry();
      if (isKnown) return;
      who.hub.emit(
        {
          id: idOf(`${who.unit} ${visit.visitor().id} ${id} ${variant}`),
          kind: 'experiment.expose',
          phase: 'seen',
          grade: 1,
          ask: { id },
          attempt: uuid(),
          data: { experiment: id, variant },
        },
        {},
      );
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * The id of an exposure is the same in every tab: two that come up in the same instant cannot hear of each other, and a store
 * that keeps each id once, as the collector does, keeps one of theirs. A UUID of version 7 (RFC 9562, section 5.7) with a hash
 * where others have random bits, and a day that no event is from (2000-01-03) as its time.
 */
function idOf(text: string): string {
  const hash = [0, 1, 2]
    .map((part) =>
      murmur3(part + text)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  return layOutUuid(0xdc_751c_6400, `${hash.slice(0, 3)}8${hash.slice(3, 18)}`);
}

/** All of them, later ones last; of the experiments, those exposed last. */
function join(...all: readonly Exposures[]): Exposures {
  const sum = new Map<string, readonly string[]>();
  for (const [id, names] of all.flatMap((one) => Object.entries(one))) {
    const older = (sum.get(id) ?? []).filter((name) => !names.includes(name));
    sum.delete(id);
    sum.set(id, [...older, ...names].slice(-most));
  }
  return Object.fromEntries([...sum].slice(-most));
}

/** What a note says of a person. One that was written before anybody was known counts for whoever comes. */
function readNote(note: string | null, whose: number): Exposures {
  try {
    const { v, of, exposed } = JSON.parse(note || '{}');
    if (v !== 1 || (of && whose && of !== whose)) return {};
    return Object.fromEntries(
      Object.entries(exposed as Record<string, unknown[]>).map(([id, names]) => [
        id.slice(0, 100),
        names.map((name) => String(name).slice(0, 60)),
      ]),
    );
  } catch {
    return {};
  }
}

function isNewer(note: string | null): boolean {
  try {
    return JSON.parse(note || '{}').v > 1;
  } catch {
    return false;
  }
}
