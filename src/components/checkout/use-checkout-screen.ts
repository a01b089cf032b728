'use client';
import { type FormEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { orderText } from '../../events/order-id.ts';
import { dropSecondClick } from '../../internal/double-click.ts';
import { dropHeldEnter } from '../../internal/held-enter.ts';
import { tell } from '../../internal/messages.ts';
import { createStepHistory } from '../../internal/step-history.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { lookAgain } from '../../provider/look-again.ts';
import { readAction } from '../../provider/use-ask-root.ts';
import { useRootRef } from '../../provider/use-root-ref.ts';
import type { CheckoutProps, CheckoutState } from './checkout-props.ts';
import { faultyStep, findCheckoutProblem, signatureOf } from './checkout-state.ts';
import { useCheckoutTrail } from './use-checkout.ts';
import { useCheckoutDraft } from './use-checkout-draft.ts';
import { type OrderEnd, useOrderSending } from './use-order-sending.ts';
import { useStepCheck } from './use-step-check.ts';

/** How far the order is. */
interface Outcome {
  readonly stage: CheckoutState['stage'];
  readonly order?: string | undefined;
  readonly message?: string | undefined;
}

/** Why the visitor is held up: words of the server, or `true` for ours. `on`: at which step. */
interface Problem {
  readonly on: number;
  readonly words: string | true;
  readonly key?: 'failed' | 'lost';
}

/** What a checkout on one page knows and does; `look` are the props left over for `checkout.tsx`. */
export function useCheckoutScreen(props: CheckoutProps) {
  const {
    steps: givenSteps,
    order: givenOrder,
    goal,
    handOver,
    remember,
    onLeaveStep,
    onSubmit,
    action: address,
    result,
    step,
    defaultStep,
    onStepChange,
    history: hasHistory = true,
    draft: hasDraft = true,
    ...look
  } = props;
  const { id } = look;
  const action = readAction(`Checkout "${id}"`, address);
  const steps = [givenSteps ?? []].flat().filter((one) => one?.id);
  // Without a total nothing can be paid.
  const order = givenOrder?.total && givenOrder;
  const isUnpriced = !!givenOrder && !order;
  const ids = steps.map((one) => one.id);
  const last = ids.length - 1;
  const [outcome, setOutcome] = useState<Outcome>({ stage: 'open' });
  const { stage } = outcome;
  const trail = useCheckoutTrail({ ...props, steps: ids, value: order?.total }, stage !== 'open');
  const [current, setCurrent] = useControlled(step, defaultStep ?? ids[0] ?? '', onStepChange);
  const at = Math.max(0, ids.indexOf(current));
  const [problem, setProblem] = useState<Problem>();
  const [isChecking, check, stop] = useStepCheck({ id, onLeaveStep });

  // What is on the screen counts as seen, until the visitor is about to pay.
  const signature = signatureOf(order);
  const [agreed, setAgreed] = useState({ signature, total: order?.total });
  const isChanged = at === last && !!agreed.total && agreed.signature !== signature;
  if (agreed.signature !== signature && !isChanged) setAgreed({ signature, total: order?.total });

  const root = useRef<Element>(null);
  const hub = useHub();
  const draft = useCheckoutDraft(id, root);
  const note = () => {
    if (hasDraft && stage === 'open') draft.note();
  };
  // The focus follows the visitor's own step, never the page's first paint.
  const focus = useRef('');
  const place = useRef(at);
  useLayoutEffect(() => {
    place.current = at;
    if (!focus.current) return;
    root.current?.querySelector<HTMLElement>(focus.current)?.focus();
    focus.current = '';
  });

  const show = (to: number, target = '[data-current] > .sy-checkout-heading') => {
    const name = ids[to];
    if (name === undefined) return;
    now.current.stop();
    focus.current = target;
    setProblem(undefined);
    setCurrent(name);
    trail.stay(name);
  };
  const [way] = useState(() =>
    createStepHistory(
      () => ({ ask: `checkout|${now.current.id}`, isOn: now.current.hasHistory }),
      () => ({ at: place.current, turn: 0 }),
      () => now.current.stage !== 'open',
      (mark) => now.current.show(mark.at),
    ),
  );
  const move = (to: number, target?: string) => {
    way.before();
    show(to, target);
    // The entry names the new step: the page is not rendered yet.
    place.current = to;
    way.push();
  };

  /** Shows and records how the order ended; `isLoaded`: before the visitor came to this page, which says so. */
  const settle = (end: OrderEnd, isLost: boolean, isLoaded?: boolean) => {
    const { status, message } = end;
    if (isFault(end)) {
      const { errors, order, reason } = end;
      const news = trail.fail(
        reason ?? (status === 'invalid' ? 'invalid' : undefined),
        order === undefined ? {} : { order },
        isLoaded,
      );
      // The payment service has answered by now. What follows is another request.
      if (news && isLoaded) trail.keepOpen();
      const faulty = faultyStep(ids, errors);
      const on = faulty < 0 ? last : faulty;
      const words = errors?.[ids[on] as string] ?? message ?? true;
      if (on !== at && !isLoaded) move(on);
      else if (on !== at) setCurrent(ids[on] as string);
      setProblem({ on, words, key: isLost ? 'lost' : 'failed' });
      return;
    }
    const [number, plan] = [orderText(end.order), orderText(end.plan)];
    const data = { ...(number && { order: number }), ...(plan && { plan }) };
    if (status !== 'already') trail.place(data, { isPending: status === 'pending' }, true);
    if (!isLoaded) focus.current = '.sy-checkout-end > .sy-checkout-heading';
    draft.drop();
    setOutcome({ stage: status === 'pending' ? 'pending' : 'placed', order: number, message });
  };

  const sending = useOrderSending(props, trail, settle);
  const isBusy = sending.isSending || isChecking;

  const pay = () => {
    if (isUnpriced) return;
    setProblem(undefined);
    if (isChanged) {
      // The notice is there already: only the focus moves.
      focus.current = '.sy-checkout-changed';
      return setAgreed({ ...agreed });
    }
    trail.finish(ids[last] as string);
    note();
    sending.send({ value: order?.total, signature });
  };

  const forward = () => {
    if (at === last) return pay();
    trail.finish(ids[at] as string);
    move(at + 1);
  };
  /** Leaves a plain step, if the page lets go. */
  const leave = (formData: FormData) =>
    check(ids[at] as string, formData, (answer) => {
      if (answer === false || typeof answer === 'string') setProblem({ on: at, words: answer || true });
      else now.current.forward();
    });

  /** Where an earlier page of this attempt has left the visitor, who stays where something was typed on this one. */
  const restore = (name: string) => {
    if (!step && !result && !draft.used.size && ids.includes(name)) setCurrent(name);
  };
  const now = useLatest({ id, stage, hasHistory, hasDraft, note, show, settle, forward, stop, restore });

  // What the payment service has said by the time the visitor is back. Told once for each answer.
  const told = JSON.stringify(result);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same answer in a new object is no news
  useEffect(() => {
    if (result) now.current.settle(result, false, true);
  }, [told]);

  useEffect(() => {
    let first: string | undefined;
    const unfollow = lookAgain(hub, () => {
      if (now.current.hasDraft) draft.restore();
      const kept = trail.note();
      first = kept?.order;
      if (kept?.at && first === undefined) now.current.restore(kept.at);
    });
    // Another tab has brought the order to its end, such as the one that a banking app opened.
    const look = () => {
      const note = trail.note();
      if (note?.order !== undefined && note.order !== first)
        setOutcome({ stage: note.isPending ? 'pending' : 'placed', order: note.order || undefined });
    };
    const leave = () => now.current.note();
    addEventListener('pagehide', leave);
    addEventListener('storage', look);
    way.listen();
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('storage', look);
      way.stop();
      unfollow?.();
      now.current.stop();
      // Who goes by the browser's Back has left no field.
      leave();
    };
  }, [draft, hub, now, trail, way]);

  if (process.env.NODE_ENV !== 'production') {
    const fault = findCheckoutProblem(givenSteps, steps, givenOrder, !!onSubmit || action !== undefined);
    // biome-ignore lint/correctness/useHookAtTopLevel: a build is for development or it is not
    useEffect(() => {
      if (fault) tell(1547, id, fault);
    }, [id, fault]);
  }

  const goBack = () => {
    if (isBusy || at === 0) return;
    if (!way.back()) show(at - 1);
  };
  const ref = useRootRef(trail, () => {
    stop();
    sending.clear();
    draft.drop();
    setOutcome({ stage: 'open' });
    setProblem(undefined);
    setCurrent(ids[0] ?? '');
  });

  const pressed = useRef('');
  const [rootRef] = useState(() => (element: Element | null) => {
    root.current = element;
    return ref(element);
  });

  return {
    look,
    steps,
    at,
    last,
    order,
    isUnpriced,
    action,
    outcome,
    problem: problem?.on === at ? problem : undefined,
    isBusy,
    isLeaving: sending.isLeaving,
    /** The total that the visitor has seen, where it is another now. */
    changed: isChanged && !sending.isSending ? agreed.total : undefined,
    way: { goOn: () => void (isBusy || forward()), goBack },
    root: {
      ref: rootRef,
      onBlur: note,
      onInput: ({ target }: FormEvent) => void draft.used.add(target),
      onKeyDown: dropHeldEnter,
      // The other presses of a double one meant what stood there, and must not take the focus from what has come.
      onMouseDownCapture(event: MouseEvent) {
        const here = `${at} ${stage}`;
        if (event.detail < 2) pressed.current = here;
        else if (pressed.current !== here) event.preventDefault();
      },
      onSubmit(event: FormEvent) {
        const form = event.target as HTMLFormElement;
        // Neither forms of the steps' own nor the next ask's.
        if (!form.matches('.sy-checkout-form')) return;
        if (at === last && !onSubmit && action !== undefined && !isChanged) {
          trail.finish(ids[last] as string);
          return trail.leave();
        }
        event.preventDefault();
        if (!isBusy) leave(new FormData(form));
      },
      onClick(event: MouseEvent) {
        const button = (event.target as Element).closest<HTMLButtonElement>('[data-go]');
        if (!button || dropSecondClick(event)) return;
        if (button.dataset['go'] === 'back') goBack();
        else if (button.dataset['go'] === 'cart') move(0);
        else if (button.dataset['go'] === 'accept') {
          // Where there is nothing left to pay for, nothing can be pressed.
          focus.current = root.current?.querySelector('[data-current] [data-go=on]:enabled')
            ? '[data-current] [data-go=on]'
            : '[data-current] > .sy-checkout-heading';
          setAgreed({ signature, total: order?.total });
        }
      },
    },
  };
}

function isFault(end: OrderEnd): end is Extract<OrderEnd, { readonly errors?: unknown }> {
  return end.status === 'failed' || end.status === 'invalid';
}
