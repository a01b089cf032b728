'use client';
import { type ChangeEvent, type MouseEvent, useState } from 'react';
import { dropSecondClick } from '../../internal/double-click.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { useChoiceGroup } from '../../internal/use-choice-group.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { useSending } from '../../provider/use-sending.ts';
import type { Scale } from './star-rating-item.tsx';
import { starRatingLabels } from './star-rating-labels.ts';
import type { StarRatingAnswer, StarRatingProps } from './star-rating-props.ts';
import { readScale, type StarRatingMax, type StarRatingStep } from './star-rating-state.ts';

const kinds = { 'star-rating.rate': 1 } as const;

/** What a rating knows and does; `look` are the props left over for `star-rating.tsx`. */
export function useStarRating<Max extends StarRatingMax, Step extends StarRatingStep>(
  props: StarRatingProps<Max, Step>,
) {
  const {
    max: wantedMax,
    step: wantedStep,
    value: ownValue,
    defaultValue = null,
    onValueChange,
    name = 'rating',
    commitOn,
    valueLabels,
    symbol,
    onSubmit,
    action,
    ...look
  } = props;
  const { id, comment } = look;
  const [wanted, setValue] = useControlled<number | null, []>(
    ownValue,
    defaultValue,
    onValueChange as ((value: number | null) => void) | undefined,
  );
  const { max, step, values, value } = readScale(id, wantedMax, wantedStep, wanted);

  // Picked by the visitor and not saved yet. A value that came from outside counts as saved.
  const [isPicked, setPicked] = useState(false);
  const isRated = value !== null && !isPicked;
  const isFixed = look.disabled || look.readOnly;

  const speak = useLabels('star-rating', starRatingLabels, look.labels);
  const hub = useHub();
  const ask = useAsk({ component: 'StarRating', kinds, props, settled: isFixed ? 'closed' : isRated });
  const sending = useSending<StarRatingAnswer>(ask, 'StarRating', props, () => root.fields());
  const { isNative, isPending, settled, send, clear } = sending;
  const failure = hasFailed(settled) ? settled : undefined;
  const isByButton = !!comment || (commitOn ? commitOn === 'submit' : isNative);
  const isLocked = isPending || isFixed;
  const isNews = (rating: number | null) => !isLocked && (isPicked || rating !== value);

  // What has the focus may go now.
  const keepFocus = () => root.keepFocus(':checked', '[type=radio]');

  const commit = (rating: number | null, words?: string) => {
    const data = { value: rating ?? undefined, max, commented: words ? true : undefined };
    // A button that stands for a pick alone goes as soon as it is pressed.
    if (!isByButton) keepFocus();
    send({ value: rating, ...(words && { comment: words }) }, data, (end) => {
      setPicked(false);
      keepFocus();
      const before = ask.standing('star-rating.rate') as typeof data | undefined;
      if (before && before.value !== rating) ask.record('withdrawn', before);
      if (end.status !== 'already' && rating !== null) ask.record('committed', data);
    });
  };

  const choice = useChoiceGroup({
    selected: value === null ? undefined : String(value),
    onTouch: () => void (isFixed || ask.record('started')),
    onSelect(picked) {
      if (isLocked || +picked === value) return;
      setPicked(true);
      clear();
      // The page may render at once, before the pick is decided on.
      setValue(+picked);
    },
    onDecide: isByButton
      ? undefined
      : (picked, { target }) => {
          if (!isNews(+picked)) return;
          if (!isNative) return commit(+picked);
          root.submit(target);
        },
  });

  const root = useAskRoot(ask, choice.group.ref);
  const { ours } = root;

  return {
    look,
    scale: {
      max,
      step,
      values,
      value,
      speak,
      valueLabels,
      symbol,
      isFixed,
      // The root listens for all radios.
      radio: { name, required: isByButton && !failure, onChange: ignore },
    } satisfies Scale,
    isPending,
    isRated,
    /** Whether there is something to send by the button. A comment is asked for once something is picked. */
    isOpen: isByButton ? !isRated && (!comment || value !== null || !!failure) : isPicked && !isPending,
    settled,
    failure,
    action: sending.action,
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref: root.ref,
      onKeyDown: ours(choice.group.onKeyDown),
      onClick: ours((event: MouseEvent) => dropSecondClick(event) || choice.group.onClick(event)),
      onChange: ours((event: ChangeEvent<HTMLInputElement>) => {
        // React tells of a change even when the page has prevented the click, which selects nothing.
        if (event.target.type === 'radio' && !event.nativeEvent.defaultPrevented) choice.onChange(event);
      }),
      onSubmit: ours((event) => {
        if (!isNative) event.preventDefault();
        // Read from the form: a pick within the same event is not rendered yet.
        const data = root.fields();
        const rating = Number(data.get(name)) || null;
        if (!isNews(rating) || (rating === null && !failure)) return;
        commit(rating, (data.get('comment') as string | null)?.trim());
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
    takeBack() {
      if (isLocked) return;
      keepFocus();
      setValue(null);
      clear();
      // What was never saved needs no taking back, and what an address has stands until the next post.
      const isSaved = !isNative && (!isPicked || defaultValue !== null || !!ask.standing('star-rating.rate'));
      setPicked(isSaved);
      if (isSaved) commit(null);
    },
  };
}

function ignore() {}
