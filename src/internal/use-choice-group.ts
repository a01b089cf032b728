'use client';
import {
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react';

/** How a visitor decided. */
export type ChoiceReason = 'pointer' | 'keyboard';

/** Options of {@link useChoiceGroup}; read anew at each event. */
export interface ChoiceGroupOptions {
  /** Value of the selected radio. */
  readonly selected: string | undefined;
  /** The selection moved to this input's value. With checkboxes, `checked` says which way. */
  onSelect(value: string, checked: boolean, event: Event | undefined): void;
  /** The visitor decided on this value. Left out: nothing decides but a submit button. */
  onDecide?: ((value: string, reason: ChoiceReason, event: Event) => void) | undefined;
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
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const byArrow = useRef(false);

  const decide = useCallback((value: string, event: Event) => {
    // A key, or a screen reader, clicks without a pointer's count.
    latest.current.onDecide?.(value, (event as Partial<UIEvent>).detail ? 'pointer' : 'keyboard', event);
  }, []);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (!isChoice(event.target) || event.defaultPrevented) return;
      if (event.key.startsWith('Arrow')) {
        byArrow.current = true;
        // The browser moves the selection within this very task, so the mark must not outlive it.
        setTimeout(() => {
          byArrow.current = false;
        });
      } else if (
        event.target.type === 'radio' &&
        // Chromium makes no click of Space on a radio that is selected already.
        (event.key === 'Enter' || (event.key === ' ' && event.target.checked)) &&
        latest.current.onDecide
      ) {
        // Keeps the form from being sent, and the page from scrolling, as well.
        event.preventDefault();
        if (event.repeat) return;
        latest.current.onTouch?.();
        latest.current.onSelect(event.target.value, true, event.nativeEvent);
        decide(event.target.value, event.nativeEvent);
      }
    },
    [decide],
  );

  const onClick = useCallback(
    (event: MouseEvent) => {
      if (!isChoice(event.target) || event.defaultPrevented) return;
      latest.current.onTouch?.();
      // What is selected already reports no change any more, but can still be decided on.
      const { type, value } = event.target;
      if (type === 'radio' && value === latest.current.selected && !byArrow.current)
        decide(value, event.nativeEvent);
    },
    [decide],
  );

  const onChange = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => {
      const { type, value, checked } = event.target;
      latest.current.onTouch?.();
      latest.current.onSelect(value, checked, event.nativeEvent);
      if (type === 'radio' && !byArrow.current) decide(value, event.nativeEvent);
    },
    [decide],
  );

  const ref = useCallback((element: Element | null) => {
    for (const input of element?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])
      latest.current.onSelect(input.value, true, undefined);
  }, []);

  const { current: result } = useRef<ChoiceGroup>({ group: { ref, onKeyDown, onClick }, onChange });
  return result;
}

function isChoice(target: EventTarget): target is HTMLInputElement {
  const { type } = target as Partial<HTMLInputElement>;
  return type === 'radio' || type === 'checkbox';
}
