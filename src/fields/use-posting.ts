'use client';
import { useRef, useState } from 'react';
import { uuid } from '../events/index.ts';
import { hasFailed } from '../internal/has-failed.ts';
import { isPromise } from '../internal/is-promise.ts';
import { tell } from '../internal/messages.ts';
import type { Settled, SubmitResult } from '../internal/submission.ts';
import type { AskConfig } from '../provider/ask.ts';
import { useHub } from '../provider/context.ts';
import { useAsk } from '../provider/use-ask.ts';
import { readAction } from '../provider/use-ask-root.ts';
import type { Speaker } from '../provider/use-labels.ts';
import { draftInMemory } from './draft-in-memory.ts';
import type { FormSent, FormSubmitContext } from './form-config.ts';
import { useFormSpeaker } from './form-speaker.ts';
import type { PostingLabels, PostingProps, PostingState } from './posting-props.ts';
import { type Form, useForm } from './use-form.ts';
import { useFormRoot } from './use-form-root.ts';

/** Props as the code inside reads them. */
// biome-ignore lint/suspicious/noExplicitAny: each ask has its own kind, values and texts
export type AnyPostingProps = PostingProps<any, any, any>;

/** What tells one such form from another. */
export interface PostingConfig {
  /** `'CommentForm'`. */
  readonly component: string;
  /** Its folder, and the beginning of its classes: `'comment-form'`. */
  readonly folder: string;
  readonly kinds: AskConfig['kinds'];
  readonly speak: Speaker<PostingLabels>;
  /** Name of the field whose words are shown once they are sent. */
  readonly words: string;
  /** What events say of a try. */
  dataOf(sent: FormSent): object;
  /** What `onSubmit` gets, from what the fields yield. */
  valuesOf?(values: Readonly<Record<string, unknown>>): unknown;
}

/** Where it stands. */
interface PostingView {
  readonly stage: PostingState['stage'];
  readonly message?: string | undefined;
  /** The visitor's own words. */
  readonly words?: string | undefined;
  readonly data?: object;
  /** The visitor's own doing, here and now: the focus may follow. */
  readonly isOwn?: boolean;
}

/** A form whose words are for others to read: what it knows and does. */
export interface Posting {
  readonly form: Form;
  readonly formSpeak: ReturnType<typeof useFormSpeaker>;
  readonly view: PostingView;
  /** For the root element. */
  readonly ref: (element: HTMLElement | null) => (() => void) | undefined;
  /** Another one: an empty form. */
  again(): void;
}

/** How much of the visitor's words is shown once they are sent. */
const most = 600;

export function usePosting(config: PostingConfig, props: AnyPostingProps): Posting {
  const { component, folder, kinds, speak, words, dataOf, valuesOf } = config;
  const { id, onSubmit, known } = props;
  const name = `${component} "${id}"`;
  const formSpeak = useFormSpeaker();
  const hub = useHub();
  const action = readAction(name, props.action);
  const [view, show] = useState<PostingView>({ stage: known ?? 'asking' });
  const ask = useAsk({ component, kinds, props, settled: view.stage !== 'asking' });
  if (process.env.NODE_ENV !== 'production' && !onSubmit && action === undefined && !known) tell(1422, name);

  /** The answer that counts has said nothing. */
  const isSilent = useRef(false);
  const take = onSubmit
    ? (values: Readonly<Record<string, unknown>>, context: FormSubmitContext) =>
        onSubmit(valuesOf ? valuesOf(values) : values, context)
    : typeof action === 'function'
      ? (_: object, { formData }: FormSubmitContext) => action(formData)
      : undefined;

  const form = useForm({
    name,
    speak: formSpeak,
    createKey: uuid,
    ask,
    action,
    draft: draftInMemory(hub, `${folder}|${id}`, !!id && props.draft, 7),
    onSubmit:
      take &&
      ((values: never, context: FormSubmitContext) => {
        const hear = (result: SubmitResult) => {
          if (!context.signal.aborted) isSilent.current = !result;
          return result;
        };
        const result = take(values, context);
        return isPromise(result) ? result.then(hear) : hear(result);
      }),
    onStart: () => void ask.record('started'),
    onSettle(end, sent) {
      const data = dataOf(sent);
      // The browser takes it to the server now, and the next page knows what came of it.
      if (!take && action !== undefined) ask.record('committed', data);
      else settle(end, data, String(sent.values[words] ?? ''));
    },
    onLeave: () => hub.flush(),
    onReset() {
      ask.reset();
      show({ stage: 'asking' });
    },
  });

  function settle(end: Settled, data: object, text: string) {
    if (hasFailed(end)) return void ask.record('failed', data);
    const stage =
      end.status === 'pending'
        ? 'moderated'
        : end.status === 'already'
          ? 'already'
          : isSilent.current
            ? 'received'
            : 'published';
    if (stage !== 'already') ask.record('committed', data);
    // Cut before an emoji, not within.
    const shown = text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')} …` : text;
    show({ stage, message: end.message ?? speak(stage), words: shown, data, isOwn: true });
  }

  const ref = useFormRoot(
    view.stage,
    view.isOwn,
    (element) => {
      if (element) Object.assign(element, { reset: form.reset });
      return ask.ref(element);
    },
    (root, isAsking) =>
      root.querySelector<HTMLElement>(
        isAsking ? 'form.sy-form :is(textarea, input[type=radio])' : '[role=status][tabindex]',
      ),
  );
  return {
    form,
    formSpeak,
    view: { message: view.stage === 'asking' ? undefined : speak(view.stage), ...view },
    ref,
    again() {
      form.reset();
      show({ stage: 'asking', isOwn: true });
    },
  };
}
