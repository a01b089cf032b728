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

/** One suggestion. Its words are text, never markup. */
export interface SearchSuggestion {
  /** What is searched once it is picked, and what the visitor reads. At most 200 characters. */
  readonly query: string;
  /** A quieter word beside it, such as a department or how many there are. Default none. */
  readonly description?: string | undefined;
}

/**
 * Gives suggestions for what is typed so far, the best first; of more than ten the first ten are shown. Failing shows none, and the
 * search goes on without.
 */
export type SuggestHandler = (
  query: string,
  context: {
    /** Aborted when the visitor types on, searches or leaves, and after 4 seconds. Pass it to `fetch`. */
    readonly signal: AbortSignal;
  },
) => readonly (string | SearchSuggestion)[] | Promise<readonly (string | SearchSuggestion)[]>;

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
  /**
   * Suggests searches below the field, once the visitor has not typed for 150 milliseconds. To look through them is no commitment;
   * to pick one searches for it. Default none.
   */
  suggest?: SuggestHandler | undefined;
  /**
   * Offers this visitor's last five searches of this box below the field. They are kept on the device alone, where storage is
   * allowed, and can be removed one by one or all at once. Default false: others may use the same device.
   */
  recent?: boolean | undefined;
  /** How many your server found for `defaultValue`. Both may change with the page, until the visitor searches here with `onSearch`. */
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
