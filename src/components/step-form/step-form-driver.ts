import { sentOf } from '../../fields/form-sent.ts';
import type { Form } from '../../fields/use-form.ts';
import { askName } from '../../form/form-names.ts';
import { readValues } from '../../form/form-values.ts';
import { validateForm } from '../../form/validate-form.ts';
import { focused } from '../../internal/focused.ts';
import { tell } from '../../internal/messages.ts';
import { createStepHistory } from '../../internal/step-history.ts';
import * as later from './step-form-later.tsx';
import { groupsOf, pageAt, type StepFormModel, stepDataOf } from './step-form-model.ts';
import { type Answers, stepOf, targetOf } from './step-form-path.ts';
import type { StepGateAnswer } from './step-form-props.ts';
import { createReplies } from './step-form-replies.ts';
import { currentStep, edit, goBack, goOn, goTo, restore, type StepFormState } from './step-form-state.ts';
import { textsOf } from './step-form-text.ts';

/** How a form of several steps goes on and back. Arrives with the visitor's first touch. */
export interface StepFormDriver {
  goOn(submitter: HTMLElement | null): Promise<void>;
  goBack(): void;
  /** From the review to one step. */
  edit(id: string): void;
  /** An answer has changed: replies, and what the button leads to, follow. */
  look(target?: Element): void;
  /** Goes to the first step with a problem. */
  showProblem(): void;
  /** Takes up what an earlier visit left. */
  restore(more: unknown): void;
  /** Follows the browser's Back and Forward. */
  listen(): void;
  /** Gives up what is under way. */
  end(): void;
}

export function createStepFormDriver(
  model: StepFormModel,
  machine: Awaited<ReturnType<Form['ready']>>,
): StepFormDriver {
  const { view, live, ask, form } = model;
  // Answers of each step as its schema yields them.
  const outputs = new Map<string, Answers>();
  // A way on that something newer has overtaken stops by itself.
  let run = 0;
  let isBusy = false;
  let gate: AbortController | undefined;

  const route = () => model.read().props.form;
  const page = () => pageAt(model.read().pages, view.get());
  const isOver = () => view.get().settled !== undefined;

  const stop = () => {
    run++;
    isBusy = false;
    gate?.abort();
    gate = undefined;
    live.set({ isChecking: false });
  };

  /** Answers of one step, checked; undefined when they do not hold yet. */
  const read = async (id: string) => {
    const { pages, formSpeak } = model.read();
    const specs = pages.filter(({ step }) => step.id === id).flatMap((one) => one.specs);
    const result = await validateForm(specs, stepOf(route(), id)?.schema, machine.raw(), formSpeak);
    if (result.ok) outputs.set(id, result.values);
    else outputs.delete(id);
    return result.ok ? result.values : undefined;
  };
  /** Answers of the steps taken; those of steps that do not hold yet as they stand in their fields. */
  const known = (): Answers =>
    Object.assign(
      {},
      ...groupsOf(model.read().pages, view.get()).map(
        ({ id, specs }) => outputs.get(id) ?? readValues(specs, machine.raw()),
      ),
    );

  const textsNow = () => {
    const { pages, speak, formSpeak } = model.read();
    return textsOf(pages, machine.raw(), speak, formSpeak.locale);
  };

  const move = (state: StepFormState, turn: number, on?: 'heading' | 'problem') => {
    const texts = textsNow();
    view.set({
      state,
      turn,
      focus: on && { on },
      later,
      texts,
      known: known(),
      isUnderWay: true,
      isKept: false,
    });
    live.set({ problem: undefined, reply: undefined, isThinking: false });
    machine.note();
    driver.look();
  };
  const lastTurn = (state: StepFormState) =>
    model.read().pages.filter(({ step }) => step.id === currentStep(state)).length - 1;

  const history = createStepHistory(
    () => {
      const { id, history } = model.read().props;
      return { ask: `step-form|${id}`, isOn: history !== false };
    },
    () => {
      const { state, turn } = view.get();
      return { at: state.at, turn, ...(state.ending !== undefined && { ending: state.ending }) };
    },
    isOver,
    ({ at, turn, review, ending }) => {
      stop();
      const { state } = view.get();
      if (ending !== undefined && at === state.at) {
        // Forward to a kind no, unless the answer leads elsewhere by now.
        const [mine, id] = [run, currentStep(state)];
        void read(id).then((values) => {
          const to = values && targetOf(route(), id, known());
          if (mine === run && view.get().state === state && typeof to === 'object' && to.end === ending)
            move({ ...state, ending }, turn, 'heading');
        });
        return;
      }
      // Forward leads where the answers lead now, which may be elsewhere than before.
      const next = at > state.at && review === undefined ? follow(state, at) : goTo(state, at);
      move(review !== undefined && review > at ? { ...next, review } : next, turn, 'heading');
    },
  );
  const follow = (from: StepFormState, at: number): StepFormState => {
    let state = from;
    while (state.at < at) {
      const target = targetOf(route(), currentStep(state), known());
      if (target !== state.trail[state.at + 1]) break;
      state = goTo(state, state.at + 1);
    }
    return state;
  };

  const replies = createReplies(model, async () => {
    const { step, isLast } = page();
    const values = isLast ? await read(step.id) : undefined;
    const all = { ...known(), ...values };
    const target = targetOf(route(), step.id, all);
    const isEnd = isLast && typeof target !== 'string' && route().endings[target.end]?.send !== false;
    live.set({ isEnd });
    return { step, values: values && all };
  });

  const mayPass = async (to: ReturnType<typeof targetOf>, values: Answers): Promise<boolean> => {
    const { props, speak } = model.read();
    if (!props.gate) return true;
    const abort = new AbortController();
    gate = abort;
    try {
      const from = currentStep(view.get().state);
      const asked = props.gate({ from, to, values, signal: abort.signal });
      if (asked instanceof Promise) live.set({ isChecking: true });
      const answer: StepGateAnswer = await asked;
      if (abort.signal.aborted) return false;
      if (typeof answer === 'object') {
        machine.refuse(answer.errors);
        form.store.settle({ status: 'invalid' });
        driver.showProblem();
      } else if (!answer) live.set({ problem: speak('refused') });
      return answer === true;
    } catch (error) {
      if (abort.signal.aborted) return false;
      if (process.env.NODE_ENV !== 'production') tell(902, props.id, String(error));
      live.set({ problem: speak('checkFailed') });
      return false;
    } finally {
      if (gate === abort) {
        gate = undefined;
        live.set({ isChecking: false });
      }
    }
  };

  const driver: StepFormDriver = {
    async goOn(submitter) {
      if (isBusy || isOver() || form.store.view().isPending) return;
      isBusy = true;
      const mine = ++run;
      try {
        await advance(submitter, () => mine === run);
      } finally {
        if (mine === run) isBusy = false;
      }
    },
    goBack() {
      stop();
      const { state, turn } = view.get();
      const isInside = turn > 0 && state.ending === undefined;
      if (!isInside && state.at === 0 && state.ending === undefined) return;
      // The browser's own way back, so that its button and ours agree.
      if (history.back()) return;
      const next = isInside ? state : goBack(state);
      move(next, isInside ? turn - 1 : lastTurn(next), 'heading');
      history.replace();
    },
    edit(id) {
      if (isOver() || form.store.view().isPending) return;
      stop();
      const next = edit(view.get().state, id);
      history.before();
      move(next, 0, 'heading');
      history.push(next.review);
    },
    look: (target) => replies.look(target),
    showProblem() {
      const names = Object.keys(form.store.errors()).map((name) => name.split('.')[0]);
      const { state } = view.get();
      const pages = model.read().pages.filter(({ specs }) => specs.some(({ name }) => names.includes(name)));
      const isHere = pages.includes(page());
      const wrong = pages.find(({ step }) => state.trail.includes(step.id));
      if (isHere || !wrong) return view.set({ focus: { on: 'problem' } });
      const at = state.trail.indexOf(wrong.step.id);
      history.before();
      move(goTo(state, at), wrong.turn, 'problem');
      history.push();
    },
    restore(more) {
      const state = restore(route(), more);
      if (!state) return view.set({ isKept: true });
      const before = page();
      const ofAsk = focused()?.closest('form')?.elements.namedItem(askName) as
        | HTMLInputElement
        | null
        | undefined;
      const isHere = ofAsk?.value === model.read().props.id;
      const mark = history.mark();
      const own = mark ? goTo(state, mark.at) : state;
      const wanted = mark && own.at === mark.at ? mark.turn : (more as { turn?: number }).turn;
      // The visitor may be faster, and stand in a step that goes.
      move(own, Math.min(Number(wanted) || 0, lastTurn(own)));
      view.set({ isKept: true, focus: isHere && page() !== before ? { on: 'heading' } : undefined });
      history.replace();
    },
    listen: history.listen,
    end() {
      stop();
      replies.stop();
      history.stop();
    },
  };

  async function advance(submitter: HTMLElement | null, isMine: () => boolean): Promise<void> {
    const { specs, step, isLast } = page();
    ask.record('started');
    live.set({ problem: undefined });
    machine.attach();
    const names = specs.map(({ name }) => name);
    const isFine = await machine.check(names, isMine);
    if (!isMine()) return;
    if (!isFine) return form.store.settle({ status: 'invalid' });
    const { state, turn } = view.get();
    if (!isLast) {
      history.before();
      move(state, turn + 1, 'heading');
      return history.push();
    }
    await replies.flush();
    await read(step.id);
    if (!isMine()) return;
    const values = known();
    const to = targetOf(route(), step.id, values);
    if (!(await mayPass(to, values)) || !isMine()) return;
    const data = stepDataOf(route(), { ...view.get(), known: values });
    const { answers } = sentOf([...step.fields], {}, machine.raw()).data;
    if (step.fields.length)
      ask.record('committed', { ...data, answers }, 'step-form.step', undefined, step.id);
    const { reply } = live.get();
    if (reply) view.set({ replies: { ...view.get().replies, [step.id]: reply } });
    const next = goOn(route(), state, values);
    if (next.ending === undefined) {
      history.before();
      move(next, 0, 'heading');
      return history.push();
    }
    if (route().endings[next.ending]?.send === false) {
      ask.record('dismissed', { ending: next.ending }, 'step-form.submit');
      history.before();
      move(next, turn, 'heading');
      return history.push();
    }
    model.ending = next.ending;
    const { held, id, mode } = model.read().props;
    held[id] = mode;
    // The ending may name an answer of this very step.
    view.set({ state: { ...next, ending: undefined }, texts: textsNow(), isUnderWay: true, later });
    await machine.submit(
      (submitter as Partial<HTMLButtonElement> | null)?.formMethod === 'dialog' ? null : submitter,
    );
    // An earlier answer may not hold any more.
    if (Object.keys(form.store.errors()).length) driver.showProblem();
  }

  return driver;
}
