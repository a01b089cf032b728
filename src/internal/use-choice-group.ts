'use client';
import { type ChangeEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import { useLatest } from './use-latest.ts';

/** Options of {@link useChoiceGroup}; read anew at each event. */
export interface ChoiceGroupOptions {
  /** Value of the selected radio. */
  readonly selected: string | undefined;
  /** The selection moved to this input's value. With checkboxes, `checked` says which way. */
  onSelect(value: string, checked: boolean, event: Event | undefined): void;
  /** The visitor decided on this value. Left out: nothing decides but a submit button. */
  onDecide?: ((value: string, event: Event) => void) | undefined;
  /** The visitor touched the group for the first time, or again. */
  onTouch?: (() => void) | undefined;
}

/** Spread `group` on the element around the inputs, and give each native radio or checkbox `onChange`. */
export interface ChoiceGroup {
  readonly group: {
    ref(element: Element | null): void;
    onKeyDown(event: KeyboardEvent): void;
    onClick(event: MouseEvent): void;
  };
  onChange(event: ChangeEvent<HTMLInputElement>): void;
}

/**
 * Tells selecting from deciding in a group of native radios or checkboxes. Browsers report a change, and even
 * a click, for each press of an arrow key, so a vote on `change` would be cast while the visitor is still
 * looking (surveyjs/survey-library#3723). Here arrow keys only select; a pointer, a label, Space, Enter or a
 * screen reader's activation decides. No timer decides, and leaving the group does not.
 *
 * An input that the visitor picked before the page came alive is taken over as selected, never as decided.
 */
export function useChoiceGroup(options: ChoiceGroupOptions): ChoiceGroup {
  const latest = useLatest(options);
  const [group] = useState(() => createChoiceGroup(() => latest.current));
  return group;
}

function createChoiceGroup(read: () => ChoiceGroupOptions): ChoiceGroup {
  // From an arrow key's press to the change that it makes, or to its release. No timer ends it: for real keys, Firefox
  // often moves the selection in a later task than that of keydown.
  let byArrow = false;
  const release = () => {
    byArrow = false;
  };
  const touch = () => read().onTouch?.();
  const decide = ({ type, value }: HTMLInputElement, event: Event) => {
    // A key, or a screen reader, clicks without a pointer's count; a pointer decides even while an arrow is held.
    const isPointer = !!(event as Partial<UIEvent>).detail;
    if (type === 'radio' && (isPointer || !byArrow)) read().onDecide?.(value, event);
  };

  return {
    group: {
      ref(element) {
        for (const input of element?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])
          read().onSelect(input.value, true, undefined);
      },
      onKeyDown(event) {
        const { target, key, nativeEvent } = event;
        if (!isChoice(target) || event.defaultPrevented) return;
        byArrow = key.startsWith('Arrow');
        if (byArrow) event.currentTarget.addEventListener('keyup', release, { once: true });
        else if (
          target.type === 'radio' &&
          // Chromium makes no click of Space on a radio that is selected already.
          (key === 'Enter' || (key === ' ' && target.checked)) &&
          read().onDecide
        ) {
          // Keeps the form from being sent, and the page from scrolling, as well.
          event.preventDefault();
          if (event.repeat) return;
          touch();
          read().onSelect(target.value, true, nativeEvent);
          decide(target, nativeEvent);
        }
      },
      onClick({ target, nativeEvent, defaultPrevented }) {
        if (!isChoice(target) || defaultPrevented) return;
        touch();
        // What is selected already reports no change any more, but can still be decided on.
        if (target.value === read().selected) decide(target, nativeEvent);
      },
    },
    onChange({ target, nativeEvent }) {
      touch();
      read().onSelect(target.value, target.checked, nativeEvent);
      decide(target, nativeEvent);
      release();
    },
  };
}

function isChoice(target: EventTarget): target is HTMLInputElement {
  const { type } = target as Partial<HTMLInputElement>;
  return type === 'radio' || type === 'checkbox';
}
