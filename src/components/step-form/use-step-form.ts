'use client';
import {
  type ChangeEvent,
  type FormEvent,
  type MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { uuid } from '../../events/index.ts';
import { draftInMemory } from '../../fields/draft-in-memory.ts';
import type { FormSubmitHandler } from '../../fields/form-config.ts';
import { useFormSpeaker } from '../../fields/form-speaker.ts';
import { useForm } from '../../fields/use-form.ts';
import { dropSecondClick } from '../../internal/double-click.ts';
import { hasFailed } from '../../internal/has-failed.ts';
import { loadOnce } from '../../internal/load-once.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { readAction, useAskRoot } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { createCell, useCell } from './step-form-cell.ts';
import type { StepFormDriver } from './step-form-driver.ts';
import { stepFormLabels } from './step-form-labels.ts';
import {
  groupsOf,
  pageAt,
  type StepFormLive,
  type StepFormModel,
  type StepFormView,
  stepDataOf,
} from './step-form-model.ts';
import { answersOf, pagesOf } from './step-form-pages.ts';
import { targetOf } from './step-form-path.ts';
import { begin, visitedSteps } from './step-form-place.ts';
import type { AnyStepFormProps } from './step-form-props.ts';
import { useChoicesThatGoOn } from './use-choices-that-go-on.ts';

const kinds = { 'step-form.step': 1, 'step-form.submit': 3 } as const;

/** What a form of several steps knows and does at first paint; how it goes on comes with the driver, on intent. */
export function useStepForm(props: AnyStepFormProps) {
  const { id, form: route, mode, draft, onSubmit, timeout, labels } = props;
  const component = `StepForm "${id}"`;
  const speak = useLabels('step-form', stepFormLabels, labels);
  const formSpeak = useFormSpeaker(labels);
  const hub = useHub();
  const action = readAction(component, props.action);
  const isNative = typeof action === 'string' && !onSubmit;

  // A definition in another language, or edited while the page is open, has the same steps and says it in other words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `prefill` is what is known from the start
  const pages = useMemo(() => pagesOf(route, mode, props.prefill), [route, mode]);
  const [{ first, idle, view, live }] = useState(() => {
    const state = begin(route);
    const first: StepFormView = {
      state,
      turn: 0,
      known: answersOf(pages),
      texts: {},
      replies: {},
      isUnderWay: false,
      isKept: false,
      focus: undefined,
      later: undefined,
      settled: undefined,
    };
    const target = targetOf(route, state.trail[0] ?? '', first.known);
    const isEnd = typeof target !== 'string' && route.endings[target.end]?.send !== false;
    const idle: StepFormLive = {
      reply: undefined,
      isThinking: false,
      isChecking: false,
      problem: undefined,
      isEnd: isEnd && !!pages[0]?.isLast,
    };
    return { first, idle, view: createCell(first), live: createCell(idle) };
  });
  const shown = useCell(view);

  const ask = useAsk({
    component: 'StepForm',
    kinds,
    last: 'step-form.submit',
    props,
    settled: shown.state.ending !== undefined,
    leaving: () => stepDataOf(route, view.get()),
  });
  const root = useAskRoot(ask);

  const form = useForm({
    name: component,
    speak: formSpeak,
    groups: () => groupsOf(pages, view.get()),
    fields: () => pages.flatMap(({ specs }) => specs),
    action,
    timeout,
    createKey: uuid,
    ask,
    onSubmit:
      onSubmit &&
      (((values, context) =>
        onSubmit(values, {
          ...context,
          ending: model.ending ?? '',
          steps: visitedSteps(view.get().state),
          campaign: hub.site.visit.session().campaign,
        })) satisfies FormSubmitHandler<Record<string, unknown>>),
    draft: draftInMemory(hub, `step-form|${id}`, draft, 7, {
      more: () => ({ ...view.get().state, turn: view.get().turn }),
      onRestore: (more) => driving.keep(more),
    }),
    onStart: () => void ask.record('started'),
    onSettle(end, { data }) {
      const { ending } = model;
      const isTaken = !hasFailed(end);
      // What is known already was a yes before.
      if (end.status !== 'already')
        ask.record(isTaken ? 'committed' : 'failed', { ...data, ending }, 'step-form.submit');
      if (isTaken && !isNative)
        view.set({ state: { ...view.get().state, ending }, settled: end, focus: { on: 'heading' } });
      else if (end.errors) driving.now()?.showProblem();
    },
    onLeave: hub.flush,
    onReset() {
      driving.forget();
      ask.reset();
      view.set(first);
      live.set(idle);
    },
  });

  const latest = useLatest({ props, pages, speak, formSpeak });
  const [model] = useState<StepFormModel>(() => ({
    form,
    view,
    live,
    ask,
    read: () => latest.current,
    ending: undefined,
  }));
  const [driving] = useState(() => createDriving(model));
  useEffect(() => driving.mount(), [driving]);
  if (process.env.NODE_ENV !== 'production') {
    const isSent = Object.values(route.endings).some(({ send }) => send !== false);
    const isLost = !onSubmit && props.action === undefined && isSent;
    // biome-ignore lint/correctness/useHookAtTopLevel: a build is for development or it is not
    useEffect(() => {
      if (isLost) tell(904, id);
    }, [isLost, id]);
  }

  const page = pageAt(pages, shown);
  const choice = useChoicesThatGoOn(page, () => void driving.goOn(null));
  const isTalk = mode === 'conversation';

  // Where the visitor was at the first press of a double one: the others meant what stood there.
  const pressed = useRef('');
  const guard = (event: MouseEvent) => {
    const { state, turn, settled } = view.get();
    const place = [state.at, turn, state.ending, settled?.status].join();
    if (event.detail < 2) {
      if (event.type === 'mousedown') pressed.current = place;
    } else if (pressed.current && pressed.current !== place) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return {
    pages,
    page,
    view: shown,
    live,
    form,
    action,
    speak,
    formSpeak,
    driving,
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref: root.ref,
      onMouseDownCapture: guard,
      onClickCapture: guard,
      onSubmit: root.ours((event: FormEvent) => {
        if (form.machine()?.isLeaving) return;
        event.preventDefault();
        void driving.goOn((event.nativeEvent as SubmitEvent).submitter);
      }),
      onChange: root.ours((event: ChangeEvent<HTMLInputElement>) => {
        driving.now()?.look(event.target);
        // A click that the page prevented selects nothing, although React tells of a change.
        if (isTalk && !event.nativeEvent.defaultPrevented) choice.onChange(event);
      }),
      onKeyDown: isTalk ? root.ours(choice.group.onKeyDown) : undefined,
      onClick: root.ours((event: MouseEvent<HTMLElement>) => {
        if (isTalk) choice.group.onClick(event);
        const { go, edit } = (event.target as HTMLElement).closest('button')?.dataset ?? {};
        if (go === 'on') dropSecondClick(event);
        else if (go === 'back') dropSecondClick(event) || driving.goBack();
        else if (go === 'anew') {
          form.reset();
          view.set({ focus: { on: 'heading' } });
        } else if (edit !== undefined) driving.now()?.edit(edit);
      }),
    },
  };
}

/** Loads the driver when it is needed, and keeps what happens until then. */
function createDriving(model: StepFormModel) {
  let driver: StepFormDriver | undefined;
  let isMounted = false;
  let round = 0;
  let note: { readonly more: unknown } | undefined;

  const [ready, forget] = loadOnce(async () => {
    const pressed = round;
    const parts = await Promise.all([model.form.ready(), import('./step-form-driver.ts')]).catch(
      (error: unknown) => {
        if (pressed === round) throw error;
      },
    );
    // A reset meanwhile has taken back what waits for it.
    if (!parts || pressed !== round) return new Promise<never>(() => {});
    const [machine, { createStepFormDriver }] = parts;
    driver = createStepFormDriver(model, machine);
    if (isMounted) driver.listen();
    takeUp();
    driver.look();
    return driver;
  });
  const takeUp = () => {
    if (note) driver?.restore(note.more);
    note = undefined;
  };
  const wake = () => void ready().catch(ignore);
  return {
    wake,
    now: () => driver,
    /** A draft was found, and is about to stand in the fields. */
    keep(more: unknown) {
      note = { more };
      ready().then(takeUp, ignore);
    },
    async goOn(submitter: HTMLElement | null) {
      // A press that waits for the driver is not made twice.
      if (!driver && model.live.get().isChecking) return;
      try {
        if (!driver) model.live.set({ isChecking: true });
        const one = await ready().finally(() => model.live.set({ isChecking: false }));
        await one.goOn(submitter);
      } catch (error) {
        // The network gave out before the form came alive: where nothing was to be sent, nothing failed to be.
        if (!model.live.get().isEnd) model.live.set({ problem: model.read().speak('checkFailed') });
        else if (driver) model.form.store.settle({ status: 'failed', error });
        else model.form.giveUp(error);
      }
    },
    goBack() {
      ready().then((one) => one.goBack(), ignore);
    },
    forget() {
      round++;
      driver?.end();
      driver = undefined;
      forget();
    },
    mount() {
      isMounted = true;
      driver?.listen();
      return () => {
        isMounted = false;
        driver?.end();
      };
    },
  };
}

function ignore() {}
