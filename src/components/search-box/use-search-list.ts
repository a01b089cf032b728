'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SearchBoxData } from '../../events/index.ts';
import { tell } from '../../internal/messages.ts';
import { useNote } from '../../provider/use-note.ts';
import type { SearchBoxProps, SearchSuggestion } from './search-box-props.ts';
import {
  addRecent,
  joinRecent,
  optionsOf,
  readRecent,
  readSuggestions,
  type SearchOption,
  writeRecent,
} from './search-options.ts';
import { createSource } from './search-source.ts';

type SearchVia = NonNullable<SearchBoxData['via']>;

/** Hears what is searched, and says how the words came about. Set by the list, once it has come. */
export type SearchLink = RefObject<((query: string) => { readonly via: SearchVia }) | undefined>;

/** What the list below the field of a search box shows and does. `name` begins the ids of its elements. */
export function useSearchList(
  { id, suggest, recent: isRemembered }: Pick<SearchBoxProps, 'id' | 'suggest' | 'recent'>,
  link: SearchLink,
  name: string,
  popup: RefObject<HTMLElement | null>,
) {
  const [note, keep] = useNote(isRemembered ? `search-box:${id}` : '', joinRecent);
  const recent = isRemembered ? readRecent(note) : [];
  const [typed, setTyped] = useState('');
  const [offered, setOffered] = useState<readonly SearchSuggestion[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const options = optionsOf(typed, recent, offered);
  const isShown = isOpen && options.length > 0;
  const at = isShown && active < options.length ? active : -1;
  const field = useRef<HTMLInputElement>(null);
  const picked = useRef<SearchVia>('typed');

  const write = (query: string) => {
    const input = field.current;
    if (!input || input.value === query) return;
    input.value = query;
    // As if the visitor had typed it: a page that filters hears of it.
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  /** Searches for it: looking at it was no yes yet. */
  const pick = ({ query, via }: SearchOption) => {
    write(query);
    picked.current = via;
    field.current?.form?.requestSubmit();
    picked.current = 'typed';
  };
  const forget = (query?: string) => {
    keep(query === undefined ? '' : writeRecent(recent.filter((one) => one !== query)));
    setActive(-1);
    field.current?.focus();
  };

  const key = (event: KeyboardEvent) => {
    const { key, altKey, shiftKey, ctrlKey, metaKey, isComposing, keyCode, target } = event;
    // Keys that an input method takes for itself. Safari ends the composition before it tells of the key, as code 229.
    if (isComposing || keyCode === 229 || ctrlKey || metaKey) return;
    const last = options.length - 1;
    const option = options[at];
    if (key === 'Escape' && (isShown || event.repeat)) {
      // Browsers empty the field otherwise, and a key that is held closes the list alone.
      event.preventDefault();
      field.current?.focus();
      close();
      // The list has a button of its own.
    } else if (target !== field.current) return;
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && last >= 0) {
      event.preventDefault();
      setOpen(!altKey || key === 'ArrowDown');
      // Past both ends stands the field itself.
      if (altKey) setActive(-1);
      else if (key === 'ArrowDown') setActive(at + 1);
      else setActive(at < 0 ? last : at - 1);
    } else if (key === 'Enter' && option) {
      event.preventDefault();
      if (!event.repeat) pick(option);
    } else if (key === 'Delete' && shiftKey && option?.via === 'recent') {
      event.preventDefault();
      forget(option.query);
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(key)) setActive(-1);
  };
  const searched = (query: string) => {
    setTyped(query);
    setOffered([]);
    keep(addRecent(recent, query));
    close();
    return { via: picked.current };
  };
  const latest = useRef({ key, searched, close, suggest });
  useLayoutEffect(() => {
    latest.current = { key, searched, close, suggest };
  });

  useEffect(() => {
    const line = popup.current?.parentElement;
    const input = line?.querySelector('input');
    if (!line || !input) return;
    field.current = input;
    const source = createSource(
      (query, context) => latest.current.suggest?.(query, context) ?? [],
      (found, problem) => {
        if (process.env.NODE_ENV !== 'production' && problem) tell(1523, id, problem);
        setOffered(readSuggestions(found));
        setActive(-1);
      },
    );
    const listening = new AbortController();
    const { signal } = listening;
    const open = () => {
      // A page may have emptied the field meanwhile, which no event tells.
      setTyped(input.value);
      setOpen(true);
    };
    const look = () => source.ask(input.value.trim());
    const change = (event: Event) => {
      // Half a word of an input method is no word yet.
      if ((event as InputEvent).isComposing) return;
      setActive(-1);
      open();
      look();
    };
    input.addEventListener('input', change, { signal });
    input.addEventListener('compositionend', change, { signal });
    input.addEventListener('click', open, { signal });
    input.addEventListener('focus', open, { signal });
    line.addEventListener('keydown', (event) => latest.current.key(event), { signal });
    line.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (!line.contains(relatedTarget as Node | null)) latest.current.close();
      },
      { signal },
    );
    link.current = (query) => {
      source.stop();
      return latest.current.searched(query);
    };
    // The visitor is there already: it was the focus that brought this.
    if (input.matches(':focus')) {
      open();
      look();
    }
    return () => {
      source.stop();
      listening.abort();
      link.current = undefined;
    };
  }, [id, link, popup]);

  // The field belongs to the part that is there from the start, and without script nothing could open.
  useLayoutEffect(() => {
    const input = popup.current?.parentElement?.querySelector('input');
    input?.setAttribute('role', 'combobox');
    input?.setAttribute('aria-autocomplete', 'list');
    input?.setAttribute('aria-controls', `${name}list`);
    input?.setAttribute('aria-expanded', String(isShown));
    // The browser's own list would lie above this one.
    input?.setAttribute('autocomplete', 'off');
    if (at < 0) input?.removeAttribute('aria-activedescendant');
    else input?.setAttribute('aria-activedescendant', `${name}${at}`);
    popup.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [at, isShown, name, popup]);

  return { options, at, isShown, pick, forget, hasRecent: recent.length > 0 };
}
