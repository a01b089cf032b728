import type { ComponentProps, ReactNode, Ref } from 'react';
import type { SearchBoxData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { SearchBoxLabels } from './search-box-labels.ts';

/** What was found: how many, or the list of them; nothing where that cannot be said. */
export type SearchFound = number | readonly unknown[] | void;

/** Searches. Rejecting says that it did not work; an answer after `signal` was aborted is not heard. */
export type SearchHandler = (
  query: string,
  context: {
    /** Aborted when the visitor searches for something else, clears the field or leaves, and after 30 seconds. Pass it to `fetch`. */
    readonly signal: AbortSignal;
  },
) => SearchFound | Promise<SearchFound>;

/** State of the root element, for `render`. */
export interface SearchBoxState {
  readonly isPending: boolean;
  /** How many were found last, where that is known. */
  readonly count: number | undefined;
}

/** The root element. */
export interface SearchBoxElement extends HTMLDivElement {
  /** Begins a new attempt: the field goes back to its start. */
  reset(): void;
}

/** Props of {@link SearchBox}. What is not listed goes to the root element. */
export interface SearchBoxProps
  extends AskProps<'search-box.search', SearchBoxData>,
    Omit<AskLook<SearchBoxState, SearchBoxLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'defaultValue' | 'id' | 'onSubmit' | 'ref' | 'results'> {
  /** What is searched, above the field. Default: a name that is only spoken. */
  label?: ReactNode;
  /**
   * Page of results, which gets the words as `?q=`. Without JavaScript the search goes there, and with it as well where there
   * is no `onSearch`. Default: none, and no search without JavaScript.
   */
  action?: string | undefined;
  /** Name of the words in the address of that page. Default `'q'`. */
  name?: string | undefined;
  /** Words at the start, such as those of the page of results. */
  defaultValue?: string | undefined;
  /** An example, greyed. Never the label. */
  placeholder?: string | undefined;
  /** Searches on this page. Show what was found as you like, in `children` or elsewhere, and give back how many. */
  onSearch?: SearchHandler | undefined;
  /** How many your server found for `defaultValue`. */
  results?: number | undefined;
  /** In place of results, where there are none: another ask, such as a question to your team. */
  empty?: NextProp<SearchBoxData & { readonly query: string }> | undefined;
  /** The next ask, once something was found. */
  next?: NextProp<SearchBoxData & { readonly query: string }> | undefined;
  /** Puts the words into events, and so into every tracker. Default false: people type names and illnesses into searches. */
  track?: boolean | undefined;
  /** What was found, below the field. */
  children?: ReactNode;
  /** `'card'` puts a card around it. Default `'plain'`. */
  appearance?: 'card' | 'plain' | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<SearchBoxElement> | undefined;
}
