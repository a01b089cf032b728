'use client';
import {
  type ChangeEvent,
  type FormEvent,
  type MouseEvent,
  type SyntheticEvent,
  useCallback,
  useRef,
  useState,
} from 'react';
import { type Attempt, type StarRatingData, uuid } from '../../events/index.ts';
import { tell } from '../../internal/messages.ts';
import { isSafeUrl } from '../../internal/safe-url.ts';
import { useChoiceGroup } from '../../internal/use-choice-group.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { type Settled, type SubmitHandler, useSubmission } from '../../internal/use-submission.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import type { StarRatingAnswer, StarRatingElement, StarRatingProps } from './star-rating-props.ts';
import { readMax, readValue, type StarRatingMax, type StarRatingStep } from './star-rating-state.ts';

const kinds = { 'star-rating.rate': 1 } as const;

/** The rating that stands in an attempt. Outlives the component, so that a new mount doubles nothing. */
const standing = new WeakMap<Attempt, Partial<StarRatingData>>();

/** What a rating knows and does; its looks are in `star-rating.tsx`. */
export function useStarRating<Max extends StarRatingMax, Step extends StarRatingStep>(
  props: StarRatingProps<Max, Step>,
) {
  const {
    id,
    max: wantedMax = 5,
    step: wantedStep,
    defaultValue = null,
    name = 'rating',
    comment,
    onSubmit,
  } = props;
  const max = readMax(wantedMax) ?? 5;
  const step: StarRatingStep = wantedStep === 0.5 ? 0.5 : 1;
  const [rawValue, setValue] = useControlled<number | null, []>(
    props.value,
    defaultValue,
    props.onValueChange as ((value: number | null) => void) | undefined,
  );
  const value = readValue(rawValue, max, step);
  if (process.env.NODE_ENV !== 'production') {
    if (readMax(wantedMax) === undefined) tell(301, id, String(wantedMax));
    if (rawValue !== value) tell(302, id, String(rawValue));
  }

  // Picked by the visitor and not saved yet. A value that came from outside counts as saved.
  const [isPicked, setPicked] = useState(false);
  const isRated = value !== null && !isPicked;
  const isFixed = props.disabled || props.readOnly;
  const isUnsafe = typeof props.action === 'string' && !isSafeUrl(props.action);
  if (process.env.NODE_ENV !== 'production' && isUnsafe)
    tell(110, `StarRating "${id}"`, String(props.action));
  const action = isUnsafe ? undefined : props.action;
  // The browser itself carries the form to an address when nothing else takes the answer.
  const isNative = typeof action === 'string' && !onSubmit;
  const isSubmit = !!comment || (props.commitOn ?? (isNative ? 'submit' : 'pick')) === 'submit';

  const form = useRef<HTMLFormElement>(null);
  const hub = useHub();
  const ask = useAsk({ component: 'StarRating', kinds, props, settled: isRated || isFixed });
  const { isPending, settled, send, clear } = useSubmission<StarRatingAnswer>({
    onSubmit:
      (onSubmit as SubmitHandler<StarRatingAnswer> | undefined) ??
      (typeof action === 'function' ? () => action(new FormData(form.current ?? undefined)) : undefined),
    createKey: uuid,
  });
  const failure = settled?.status === 'failed' || settled?.status === 'invalid' ? settled : undefined;
  const isLocked = isPending || isFixed;

  const commit = (rating: number | null, words?: string) => {
    const attempt = ask.attempt();
    const data = { ...(rating !== null && { value: rating }), max, ...(words && { commented: true }) };
    const finish = ({ status, error }: Settled) => {
      // A reset in the meantime began another attempt, of which this answer says nothing.
      if (attempt !== ask.attempt()) return;
      if (status === 'failed' || status === 'invalid') {
        ask.record('failed', data);
        // What onSubmit says itself is no news to the developer.
        if (process.env.NODE_ENV !== 'production' && error) tell(401, id, String(error));
        return;
      }
      setPicked(false);
      // What has the focus may go now.
      if (form.current?.contains(document.activeElement)) focusRadio(form.current);
      const before = standing.get(attempt);
      if (before && before.value !== rating) {
        ask.record('withdrawn', before);
        standing.delete(attempt);
      }
      if (status === 'already') {
        if (!before) ask.reset();
      } else if (rating !== null) {
        ask.record('committed', data);
        standing.set(attempt, data);
      }
    };
    send({ value: rating, ...(words && { comment: words }) }, finish);
  };

  const choice = useChoiceGroup({
    selected: value === null ? undefined : String(value),
    onTouch: () => void (isFixed || ask.record('started')),
    onSelect(picked) {
      if (isLocked || +picked === value) return;
      setValue(+picked);
      setPicked(true);
      clear();
    },
    onDecide: isSubmit
      ? undefined
      : (picked) => {
          if (isLocked || (+picked === value && !isPicked)) return;
          if (isNative) form.current?.requestSubmit();
          else commit(+picked);
        },
  });

  const formRef = useCallback(
    (element: HTMLFormElement | null) => {
      form.current = element;
      choice.group.ref(element);
    },
    [choice],
  );
  const ref = useCallback(
    (root: StarRatingElement) => {
      root.reset = () => form.current?.reset();
      return ask.ref(root);
    },
    [ask],
  );
  // The next ask stands inside the root as well: what happens there is not ours.
  const ours =
    <E extends SyntheticEvent>(act: (event: E) => void) =>
    (event: E) => {
      if ((event.target as Element).closest('[data-sy-ask]') === event.currentTarget) act(event);
    };

  return {
    value,
    max,
    step,
    name,
    isPending,
    isRated,
    isFixed,
    isSubmit,
    /** Whether there is something to send by the button. */
    isOpen: isSubmit ? !isRated : isPicked && !isPending,
    settled,
    failure,
    form: {
      ref: formRef,
      // A function brings its own method.
      method: typeof action === 'function' ? undefined : 'post',
      action: action as string | ((data: FormData) => void) | undefined,
    },
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref,
      onKeyDown: ours(choice.group.onKeyDown),
      onClick: ours(choice.group.onClick),
      onChange: ours((event: ChangeEvent<HTMLInputElement>) => {
        // React tells of a change even when the page has prevented the click, which selects nothing.
        if (event.target.type === 'radio' && !event.nativeEvent.defaultPrevented) choice.onChange(event);
      }),
      onSubmit: ours((event: FormEvent<HTMLFormElement>) => {
        if (!isNative) event.preventDefault();
        const data = new FormData(form.current ?? undefined);
        // Read from the form: a pick within the same event is not rendered yet.
        const rating = data.has(name) ? Number(data.get(name)) : null;
        if (isLocked || (rating === value && !isPicked) || (rating === null && !failure)) return;
        commit(rating, String(data.get('comment') ?? '').trim());
        // The page is about to go.
        if (isNative) hub.flush();
      }),
      onReset: ours(() => {
        setValue(defaultValue);
        setPicked(false);
        clear();
        ask.reset();
      }),
    },
    /** Takes the rating back. */
    takeBack(event: MouseEvent) {
      // The button resets natively, for visitors without JavaScript. With it, this is no new attempt.
      event.preventDefault();
      if (isLocked) return;
      focusRadio(form.current);
      setValue(null);
      clear();
      // What was never saved needs no taking back.
      const isSaved = !isPicked || defaultValue !== null || standing.has(ask.attempt());
      setPicked(isSaved);
      if (isSaved) commit(null);
    },
  };
}

function focusRadio(form: HTMLFormElement | null) {
  const radio =
    form?.querySelector<HTMLElement>(':checked') ?? form?.querySelector<HTMLElement>('[type=radio]');
  radio?.focus();
}
