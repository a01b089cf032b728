import type { ComponentProps, ReactNode, Ref } from 'react';
import type { CalculatorResultData } from '../../events/index.ts';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler, SubmitResult } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { Calculation } from './calculate.ts';
import type { CalculatorLabels } from './calculator-labels.ts';
import type {
  CalculatorDefinition,
  CalculatorInput,
  CalculatorResultSpec,
  CalculatorResults,
  CalculatorValues,
  CalculatorWorked,
} from './calculator-types.ts';

/** State of the root element, for `render`. */
export interface CalculatorState {
  /** `'incomplete'` while a field needs another look, `'unworkable'` where the formula has no result. */
  readonly status: 'ready' | 'incomplete' | 'unworkable';
  /** The visitor has taken a result. */
  readonly isTaken: boolean;
  /** The server has not answered yet. */
  readonly isPending: boolean;
}

/** The root element. */
export interface CalculatorElement extends HTMLDivElement {
  /** Begins a new attempt: the fields go back to their start, and the draft is forgotten. */
  reset(): void;
}

/** What is known after a change. */
export type CalculatorChange<
  Inputs extends readonly CalculatorInput[] = readonly CalculatorInput[],
  Results extends CalculatorResults = CalculatorResultSpec,
> =
  | ({ readonly status: 'ready' } & CalculatorWorked<Inputs, Results>)
  | { readonly status: 'incomplete' | 'unworkable'; readonly values: Partial<CalculatorValues<Inputs>> };

/** Values as far as they are known. */
type SomeValues<Values> = { readonly [Name in keyof Values]?: Values[Name] | undefined };

/** Props of {@link Calculator}. What is not listed goes to the root element. */
export interface CalculatorProps<
  Inputs extends readonly CalculatorInput[] = readonly CalculatorInput[],
  Results extends CalculatorResults = CalculatorResultSpec,
> extends CalculatorDefinition<Inputs, Results>,
    AskProps<'calculator.result', CalculatorResultData>,
    AskLook<CalculatorState, CalculatorLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'defaultValue' | 'id' | 'onSubmit' | 'ref'> {
  /** What it works out, above the fields. */
  label: ReactNode;
  /** A sentence below it. */
  description?: ReactNode | undefined;
  /** Prefills fields with what you know of this visitor; goes before their defaults, and before a draft. */
  defaultValues?: SomeValues<CalculatorValues<NoInfer<Inputs>>> | undefined;
  /** Values that you keep, all or some. A field whose text already says the value is left as it was typed. */
  values?: SomeValues<CalculatorValues<NoInfer<Inputs>>> | undefined;
  /** Hears each change of a field, with the values that can be read and the result, where there is one. */
  onValuesChange?: ((change: CalculatorChange<NoInfer<Inputs>, NoInfer<Results>>) => void) | undefined;
  /** Shows the result as one types. Default true; with false it waits for the button. */
  preview?: boolean | undefined;
  /** How the result comes about, folded below it: words, or a function of what was worked out. */
  explanation?: ReactNode | ((worked: CalculatorWorked<NoInfer<Inputs>, NoInfer<Results>>) => ReactNode);
  /**
   * Puts the figures into events, and so into every tracker. Default false: a result can tell what was typed, and only its
   * unit goes out. Never mark one that tells what somebody earns, weighs or owes.
   */
  track?: boolean | undefined;
  /** Keeps what was typed on this device, where the visitor allows storage. Default true. */
  remember?: boolean | undefined;
  /** Takes a result to your server when the visitor takes it. Default: it stays on the page. */
  onSubmit?: SubmitHandler<CalculatorWorked<NoInfer<Inputs>, NoInfer<Results>>> | undefined;
  /**
   * Where the form goes without JavaScript: an address (`''` is the page itself) or a server action, which calls `calculate`.
   * With JavaScript nothing goes there, since the page works the result out itself. Default: no button then.
   */
  action?: string | ((data: FormData) => SubmitResult | Promise<SubmitResult>) | undefined;
  /** What `calculate` made of a post: shows it with what was typed, and counts as taken where there is a result. */
  posted?: Calculation<NoInfer<Inputs>, NoInfer<Results>> | null | undefined;
  /** Nothing can be changed. Default false. */
  disabled?: boolean | undefined;
  /** The next ask, once a result was taken; it stands below the result, which stays. */
  next?: NextProp<CalculatorWorked<NoInfer<Inputs>, NoInfer<Results>>> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<CalculatorElement> | undefined;
}

/** Props as the code inside reads them, whatever the inputs. */
// biome-ignore lint/suspicious/noExplicitAny: each calculator has its own values
export type AnyCalculatorProps = CalculatorProps<any, any>;
