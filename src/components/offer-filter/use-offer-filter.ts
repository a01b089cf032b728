'use client';
import {
  type ChangeEvent,
  type FormEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { isolate, reportToPlatform } from '../../events/isolate.ts';
import { dropSecondClick } from '../../internal/double-click.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction, useAskRoot } from '../../provider/use-ask-root.ts';
import type { GeoPoint } from './distance.ts';
import type { AnyValues, Facet } from './facets.ts';
import { alignRange, fillForm } from './filter-form.ts';
import { paramsOf, readFilter, toParams, withoutName } from './filter-query.ts';
import { activeFilters, checkFacets, isNarrowing } from './filter-state.ts';
import { isSpoken } from './filter-words.ts';
import type { AnyOfferFilterProps, OfferFilterData } from './offer-filter-props.ts';
import { useFound } from './use-found.ts';

const kind = 'offer-filter.filter';
const kinds = { [kind]: 1 } as const;

/** How long a handle or a number must rest until it counts as settled, in milliseconds. */
const rest = 400;

const never = () => () => {};

/** What a filter knows and does; `look` are the props left over for `offer-filter.tsx`. */
export function useOfferFilter(props: AnyOfferFilterProps) {
  const {
    facets: given,
    values: kept,
    defaultValues,
    onValuesChange,
    results,
    onFilter,
    url = kept ? false : 'replace',
    action: address,
    ...look
  } = props;
  const { id } = look;
  const { facets, problem } = checkFacets(given as readonly Facet[]);
  const keyOf = (of: AnyValues) => toParams(facets, of).toString();

  if (process.env.NODE_ENV !== 'production') {
    const odd = facets.find((one) => one.type === 'range' && !isSpoken(one))?.name;
    // biome-ignore lint/correctness/useHookAtTopLevel: a build is for development or it is not
    useEffect(() => {
      if (problem || !given) tell(1525, id, String(problem ?? `facets is ${given}`));
      if (odd) tell(1527, id, odd);
    }, [id, problem, odd, given]);
  }

  // Of the address where the page begins; later the visitor's own word.
  const search = useSyncExternalStore(
    never,
    () => (url ? location.search : ''),
    () => '',
  );
  const [own, setOwn] = useState<AnyValues>();
  const read = (params: Parameters<typeof readFilter>[1]): AnyValues => readFilter(facets, params);
  const inUrl = search && !own ? read(search) : {};
  const start = Object.keys(inUrl).length > 0 ? inUrl : (defaultValues ?? {});
  const values: AnyValues = read(toParams(facets, kept ?? own ?? start));
  const key = keyOf(values);

  const action = readAction(`OfferFilter "${id}"`, address);
  const isNative = results === undefined && !onFilter && !kept && !onValuesChange;
  const { found, countOf, find, retry, ...state } = useFound(
    props,
    values,
    key,
    keyOf(kept ?? defaultValues ?? {}),
  );
  const [outcome, setOutcome] = useState<OfferFilterData>();
  const [isOpen, setOpen] = useState(false);

  const hub = useHub();
  const ask = useAsk({
    component: 'OfferFilter',
    kinds,
    props,
    // Whoever has filtered has done what was asked.
    leaving: () => (outcome ? false : undefined),
  });

  // What fails in the page takes no filter with it.
  const hear: typeof onValuesChange = (...change) =>
    isolate(() => onValuesChange?.(...change), reportToPlatform);
  /** The visitor has settled on these values. */
  const apply = (next: AnyValues, facet: string | undefined) => {
    const nextKey = keyOf(next);
    if (nextKey === key) return;
    // A page that keeps the values may refuse them: then the form goes back.
    held.current = '?';
    setOwn(next);
    hear(next, { facet });
    if (url) writeAddress(nextKey, facets.flatMap(paramsOf), url);
    find(next, nextKey, {
      facet,
      settle(count) {
        const data = { ...(facet && { facet }), ...(typeof count === 'number' && { results: count }) };
        if (count === false) ask.record('failed', data);
        else if (facet && isNarrowing(facet, values, next)) {
          // The same filter again is no new yes.
          ask.record('committed', data, kind, undefined, nextKey);
          setOutcome(data as OfferFilterData);
        } else ask.record('progressed', data);
      },
    });
  };

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  /** What the form says by now is what the visitor has settled on. */
  const settle = () => {
    clearTimeout(timer.current);
    const now = read(root.fields());
    const changed = facets.find(({ name }) => changes(values[name], now[name]));
    if (changed) apply(now, changed.name);
  };
  const latest = useLatest({ settle, read });

  const form = useRef<HTMLFormElement>(null);
  const root = useAskRoot(ask);
  // The values that the form was last held against.
  const held = useRef<string>(undefined);
  // The browser has just put the fields back, unseen by React.
  const isReset = useRef(false);
  const status = useRef<HTMLElement>(null);
  const focusAt = useRef<number>(undefined);
  useLayoutEffect(() => {
    const now = form.current;
    if (!now) return;
    if (held.current !== key) {
      const picked = read(root.fields());
      if (keyOf(picked) !== key) {
        // What was picked before the page came alive, or the browser has brought back, is set, but it is no yes.
        if (held.current === undefined && !isNative && !kept) setOwn(picked);
        else fillForm(now, toParams(facets, values));
      } else if (isReset.current) fillForm(now, toParams(facets, values));
      isReset.current = false;
      held.current = key;
    }
    const at = focusAt.current;
    if (at === undefined) return;
    focusAt.current = undefined;
    // The button that was pressed has gone with its filter; below 0 it is folded away with the fields.
    const { activeElement, body } = status.current?.ownerDocument ?? document;
    if (at >= 0 && activeElement && activeElement !== body) return;
    const chips = status.current?.parentElement?.querySelectorAll<HTMLElement>('.sy-offer-filter-chip');
    (chips?.[at] ?? chips?.[at - 1] ?? status.current)?.focus({ preventScroll: at >= 0 });
  });

  useEffect(() => {
    if (!url) return undefined;
    const { pathname } = location;
    const onPopState = () => {
      // Else another page of the site is on its way, and takes this filter with it.
      if (location.pathname === pathname) setOwn(latest.current.read(location.search));
    };
    addEventListener('popstate', onPopState);
    return () => removeEventListener('popstate', onPopState);
  }, [url, latest]);

  return {
    ...state,
    look,
    facets,
    values,
    found,
    countOf,
    action,
    isNative,
    isOpen,
    setOpen,
    outcome,
    active: activeFilters(facets, values),
    form,
    status,
    retry() {
      // What was pressed goes, and what is said of the results takes its place.
      focusAt.current = Infinity;
      retry();
    },
    /** For the page's own view of the results. */
    shown: { ...state, results: found.items, count: found.count, values },
    /** The browser has said where the visitor is. */
    placed(name: string, { latitude, longitude }: GeoPoint) {
      const fields = form.current?.elements;
      const [place, at] = [name, `${name}-at`].map(
        (one) => fields?.namedItem(one) as HTMLInputElement | null,
      );
      if (!place || !at) return;
      place.value = '';
      at.value = `${latitude},${longitude}`;
      ask.record('started');
      if (!isNative) latest.current.settle();
    },
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref: root.ref,
      onClick: (event: MouseEvent) => {
        if ((event.target as Element).closest(`[name="${withoutName}"]`)) dropSecondClick(event);
      },
      onChange: root.ours(({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
        // The page has vetoed the click, and the browser is about to take it back.
        if (nativeEvent.defaultPrevented) return;
        ask.record('started');
        const range = target.closest<HTMLElement>('[data-range]');
        if (range) alignRange(range, target);
        // A place that is named takes the place of the visitor's own position.
        const at = form.current?.elements.namedItem(`${target.name}-at`);
        if (at && 'value' in at) at.value = '';
        if (isNative) return;
        clearTimeout(timer.current);
        const isDecided = target.type === 'checkbox' || (nativeEvent as UIEvent).detail > 0;
        if (isDecided) settle();
        // A text is settled when the visitor leaves it, or presses Enter.
        else if (target.type !== 'text') timer.current = setTimeout(() => latest.current.settle(), rest);
      }),
      onBlur: root.ours(() => {
        if (!isNative) settle();
      }),
      onSubmit: root.ours((event: FormEvent) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        const button = submitter as HTMLButtonElement | null;
        const isRemoval = button?.name === withoutName;
        ask.record('started');
        if (isNative) {
          const now = read(root.fields());
          const facet = facets.find(({ name }) => isNarrowing(name, values, now))?.name;
          if (facet && !isRemoval) ask.record('committed', { facet }, kind, undefined, keyOf(now));
          hub.flush();
          return;
        }
        event.preventDefault();
        if (!isRemoval) {
          settle();
          if (isOpen) focusAt.current = -1;
          setOpen(false);
          return;
        }
        clearTimeout(timer.current);
        const params = root.fields();
        params.append(withoutName, button.value);
        const chips = [...(status.current?.parentElement?.querySelectorAll('.sy-offer-filter-chip') ?? [])];
        focusAt.current = Math.max(0, chips.indexOf(button));
        // The value of one of several answers stands behind the name.
        const facet = facets.find(({ name }) => `${button.value}:`.startsWith(`${name}:`));
        apply(read(params), facet?.name);
      }),
      onReset: root.ours(() => {
        clearTimeout(timer.current);
        ask.reset();
        setOutcome(undefined);
        held.current = '?';
        isReset.current = true;
        setOwn({});
        hear({}, {});
        if (url) writeAddress('', facets.flatMap(paramsOf), url);
      }),
    },
  };
}

function changes(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

/** Puts the filter into the address of the page, beside what stands there of others. */
function writeAddress(query: string, ours: readonly string[], how: 'replace' | 'push'): void {
  const url = new URL(location.href);
  for (const name of [...ours, withoutName]) url.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value);
  try {
    history[`${how}State`](history.state, '', url);
  } catch {
    // Browsers refuse more than a hundred in half a minute, and pages without an address of their own.
  }
}
