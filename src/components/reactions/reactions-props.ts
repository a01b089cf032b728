import type { ComponentProps, ReactNode, Ref } from 'react';
import type { ReactionData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { ReactionsLabels } from './reactions-labels.ts';
import type { ReactionItem } from './reactions-state.ts';

/** What a press says. Goes to `onSubmit`. */
export interface ReactionAnswer<Value extends string = string> {
  /** The reaction that was pressed. */
  readonly reaction: Value;
  /** Whether it was given; false when it was taken back. */
  readonly given: boolean;
  /** Everything that the visitor has given now: at most one reaction, unless `multiple`. */
  readonly all: readonly Value[];
}

/** What is given: a reaction or null, or a list where several may be given. */
export type ReactionSelection<Value, Multiple> = Multiple extends true ? readonly Value[] : Value | null;

/** State of the root element, for `render`. */
export interface ReactionsState<Value extends string = string> {
  /** What is given, in the order shown. */
  readonly picked: readonly Value[];
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface ReactionsElement extends HTMLDivElement {
  /** Begins a new attempt: nothing is given. */
  reset(): void;
}

/** Props of {@link Reactions}. What is not listed goes to the root element. */
export interface ReactionsProps<Value extends string = 'like', Multiple extends boolean = false>
  extends AskProps<'reactions.react', ReactionData<NoInfer<Value>>>,
    Omit<AskLook<ReactionsState<NoInfer<Value>>, ReactionsLabels>, 'appearance'>,
    Omit<ComponentProps<'div'>, 'children' | 'defaultValue' | 'id' | 'onSubmit' | 'ref'> {
  /** What is asked, above the buttons. Default: a name that is only spoken. */
  label?: ReactNode;
  /** What can be given: `thumbs`, or a list of your own. One alone shows its label. Default: a heart, `'like'`. */
  set?: readonly ReactionItem<Value>[] | undefined;
  /** Several may be given; the yes then names them all. Default false: another one replaces the first. */
  multiple?: Multiple | undefined;
  /**
   * How many gave each, from your server: `{ like: 128 }`. Counts hold what the visitor had given when you counted; what
   * changes on the page is added until new ones come. Large ones are shortened. Default none.
   */
  counts?: { readonly [Name in NoInfer<Value>]?: number | undefined } | undefined;
  /** What is given, if you keep it; null or an empty list for nothing. */
  value?: ReactionSelection<NoInfer<Value>, Multiple> | null | undefined;
  /** What your server knows of this visitor; wins over the device. Default: what the device remembers. */
  defaultValue?: ReactionSelection<NoInfer<Value>, Multiple> | null | undefined;
  /** Hears what the screen shows, before anything is sent, and again when a failure takes it back. */
  onValueChange?: ((value: ReactionSelection<NoInfer<Value>, Multiple>) => void) | undefined;
  /** Remembers on this device what was given, where the visitor allows storage. Default true. */
  remember?: boolean | undefined;
  /** Takes each press to your server. The screen goes ahead; the event waits until this has succeeded. */
  onSubmit?: SubmitHandler<ReactionAnswer<NoInfer<Value>>> | undefined;
  /**
   * Where the form goes without JavaScript: an address or a server action. With no `onSubmit` it goes there with JavaScript
   * as well. Fields: `sy-ask`, and `react` or, to take it back, `withdraw`. Without one there are no buttons then.
   */
  action?: string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** Nothing can be given. Default false. */
  disabled?: boolean | undefined;
  /** The next ask, once a reaction was given on this page. */
  next?: NextProp<ReactionData<NoInfer<Value>>> | undefined;
  /** `'card'` puts a card around it. Default `'plain'`: it stands below what it is about. */
  appearance?: 'card' | 'plain' | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<ReactionsElement> | undefined;
}

/** Props as the code inside reads them, whatever the values. */
export type AnyReactionsProps = ReactionsProps<string, boolean>;
