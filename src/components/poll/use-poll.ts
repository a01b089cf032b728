'use client';
import { useCallback, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { uuid } from '../../events/index.ts';
import { tell } from '../../internal/messages.ts';
import { useChoiceGroup } from '../../internal/use-choice-group.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { type SubmitHandler, useSubmission } from '../../internal/use-submission.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { type Speaker, useLabels } from '../../provider/use-labels.ts';
import type { PollModel } from './poll-context.ts';
import { type PollLabels, pollLabels } from './poll-labels.ts';
import type { AnyPollProps, PollElement, PollStage } from './poll-props.ts';
import {
  findOptionProblem,
  keysOf,
  listChoices,
  otherKey,
  type PollChoice,
  readCounts,
  readNote,
  voteData,
} from './poll-state.ts';
import { type OwnVote, type PollFigures, usePollFigures } from './use-poll-results.ts';

/** What happened on this page; before, the device or the server may know of a vote. */
interface Act extends OwnVote {
  readonly stage: PollStage;
  readonly answer: readonly string[];
  readonly guess?: string;
  /** What was typed under "Other", when the vote did not arrive. */
  readonly typed?: string | undefined;
}

const none: readonly never[] = [];

/** The life of one poll: what is selected, what was voted, what the events say. */
export function usePoll(props: AnyPollProps): PollModel {
  const { id, multiple, scale, options, value, defaultValue, results, closed, predict, action } = props;
  const { remember = true, min = 1, max = Infinity } = props;
  const hub = useHub();
  const { memory, visit } = hub.site;
  const say = useLabels('poll', pollLabels, props.labels);
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  const fields = () => new FormData(form.current ?? undefined);

  const other = typeof props.other === 'object' ? props.other.label : undefined;
  const seed = props.shuffle === true ? id : props.shuffle || undefined;
  const choices = listChoices({
    options,
    scale,
    seed,
    otherLabel: props.other ? other || say('other') : undefined,
  });

  const [selected, setSelected] = useControlled<unknown, []>(
    value,
    defaultValue ?? (multiple ? none : null),
    props.onValueChange as ((value: unknown) => void) | undefined,
  );
  const [act, setAct] = useState<Act>();
  const [marked, setMarked] = useState<string>();
  const [error, setError] = useState<string>();
  const submission = useSubmission<unknown>({
    onSubmit:
      (props.onSubmit as SubmitHandler<unknown> | undefined) ??
      (typeof action === 'function' ? () => action(fields()) : undefined),
    createKey: uuid,
  });

  const noteKey = `poll:${id}`;
  const isNoted = remember && !!id;
  const note = useSyncExternalStore(
    visit.subscribe,
    () => (isNoted ? memory.get(noteKey) : null),
    () => null,
  );
  const known = keysOf(props.votedFor === undefined ? readNote(note) : props.votedFor, choices);
  const answer = act?.answer ?? known;
  const stage = closed ? 'result' : (act?.stage ?? (known.length > 0 ? 'result' : 'question'));
  const isGuessing = stage === 'predict';
  const picked = isGuessing ? (marked ? [marked] : []) : keysOf(selected, choices);
  // A plain post: the page goes, so nothing on it changes.
  const isNative = typeof action === 'string' && !props.onSubmit;
  const { commitOn = isNative || multiple ? 'submit' : 'pick' } = props;
  const oneClick = isGuessing || (commitOn === 'pick' && !multiple);

  if (process.env.NODE_ENV !== 'production') {
    const problem = scale ? undefined : findOptionProblem(options);
    if (problem) tell(201, id, problem);
    if (scale && (options || multiple)) tell(204, id, `a scale goes with neither options nor multiple`);
    for (const one of [value, defaultValue].flat())
      if (one !== undefined && one !== null && keysOf(one, choices).length === 0)
        tell(202, id, JSON.stringify(one));
  }

  const isAnswered = isGuessing || stage === 'result';
  const ask = useAsk({
    kinds: predict ? { 'poll.vote': 1, 'poll.predict': 1 } : { 'poll.vote': 1 },
    last: 'poll.vote',
    component: 'Poll',
    props,
    settled: isAnswered,
  });

  const { figures, waitingFor } = usePollFigures(
    props,
    choices,
    isAnswered && !submission.isPending ? answer.join('\n') : undefined,
    act,
  );

  // Rows with radios give way to rows with figures: who stood on one goes on at the question, not at the top of the page.
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (!hadFocus.current) return;
    hadFocus.current = false;
    const { current: element } = form;
    if (!element || element.contains(document.activeElement)) return;
    const target = element.querySelector('input:checked') ?? element.querySelector('legend');
    (target as HTMLElement | null)?.focus({ preventScroll: true });
  });
  const show = (next: Act | undefined) => {
    hadFocus.current ||= !!form.current?.contains(document.activeElement);
    setAct(next);
  };

  const dataOf = (keys: readonly string[]) => voteData(keys, choices, props);

  const keep = (keys: readonly string[]) => isNoted && memory.set(noteKey, JSON.stringify(keys));

  const record = (keys: readonly string[]) => {
    for (const { key, segment } of choices) if (segment && keys.includes(key)) visit.addSegment(segment);
    try {
      const segment = props.segment?.(dataOf(keys));
      if (segment) visit.addSegment(segment);
    } catch (failure) {
      hub.fail({ source: 'listener', error: failure });
    }
    if (answer.length > 0) {
      // A vote of an earlier visit stands, although this attempt did not record it.
      ask.attempt().passed.add('committed poll.vote');
      ask.record('withdrawn', dataOf(answer));
    }
    ask.record('committed', dataOf(keys));
    keep(keys);
  };

  const vote = (keys: readonly string[], otherText?: string) => {
    if (!otherText && String(answer) === String(keys)) return show({ ...act, stage: 'result', answer });
    setError(undefined);
    if (isNative) {
      // The browser reads the fields after this handler, so they must stay, although the vote is known now.
      setAct({ stage: 'question', answer });
      record(keys);
      return hub.flush();
    }
    const before = act ?? { stage: 'question', answer };
    const counted = typeof results === 'object' ? String(readCounts(results, choices)) : '';
    const { choice, choices: several } = dataOf(keys);
    show({
      stage: predict ? 'predict' : 'result',
      answer: keys,
      added: keys,
      removed: act?.added && act.before === counted ? (act.removed ?? none) : answer,
      before: counted,
    });
    submission.send(
      { ...(multiple ? { choices: several } : { choice }), ...(otherText && { otherText }) },
      ({ status, message, error: cause }) => {
        if (status === 'failed' || status === 'invalid') {
          show({ ...before, typed: otherText });
          setError(message ?? say('failed'));
          ask.record('failed', dataOf(keys));
          if (process.env.NODE_ENV !== 'production') tell(401, id, String(cause ?? message ?? status));
          return;
        }
        if (status === 'already') keep(keys);
        else record(keys);
      },
    );
  };

  const guess = (key: string) => {
    const { choice } = voteData([key], choices, {});
    const data = { choice, ...(figures && { correct: isLeader(key, choices, figures) }) };
    ask.record('committed', data, 'poll.predict');
    show({ ...act, answer, stage: 'result', guess: key });
  };

  const select = (keys: readonly string[]) => {
    const { choice = null, choices: several } = voteData(keys, choices, { multiple });
    setSelected(multiple ? several : choice);
  };

  const decide = (keys: readonly string[], otherText?: string) => {
    const [key] = keys;
    if (isGuessing && key) guess(key);
    else vote(keys, otherText);
  };

  const { group, onChange } = useChoiceGroup({
    selected: multiple && !isGuessing ? undefined : picked[0],
    onTouch: () => void ask.record('started'),
    onSelect(key, checked) {
      if (picked.includes(key) === checked) return;
      setError(undefined);
      if (isGuessing) return setMarked(key);
      const keys =
        multiple && checked ? [...picked, key] : checked ? [key] : picked.filter((one) => one !== key);
      select(keys);
    },
    onDecide: oneClick
      ? (key) => {
          if (key === otherKey && props.other && !isGuessing) return;
          if (isNative && !isGuessing) form.current?.requestSubmit();
          else decide([key]);
        }
      : undefined,
  });

  const formRef = useCallback(
    (element: HTMLFormElement | null) => {
      form.current = element;
      group.ref(element);
    },
    [group],
  );
  const ref = useCallback(
    (root: PollElement | null) => {
      if (root) root.reset = () => form.current?.reset();
      return ask.ref(root);
    },
    [ask],
  );

  return {
    props,
    say,
    name,
    choices,
    stage,
    picked,
    answer,
    guess: act?.guess,
    typed: act?.typed,
    multiple: !!multiple && !isGuessing,
    oneClick,
    pending: submission.isPending,
    error,
    figures,
    waitingFor,
    onChange,
    group,
    formRef,
    ref,
    onSubmit(event) {
      if (!isNative || isGuessing) event.preventDefault();
      const data = fields();
      const keys = keysOf(data.getAll(isGuessing ? 'guess' : 'choice'), choices);
      if (!isGuessing && multiple && (keys.length < min || keys.length > max)) {
        event.preventDefault();
        setError(pickRule(say, props));
      } else if (keys.length > 0) decide(keys, String(data.get(otherKey) ?? '').trim());
    },
    onReset() {
      ask.reset();
      if (isNoted) memory.set(noteKey, '');
      setAct({ stage: 'question', answer: [] });
      setSelected(defaultValue ?? (multiple ? none : null));
      setMarked(undefined);
      setError(undefined);
    },
    skip() {
      if (!isGuessing) ask.record('dismissed');
      show({ ...act, stage: isGuessing ? 'result' : 'skipped', answer });
    },
    reopen() {
      if (picked.length === 0) select(answer);
      show({ ...act, stage: 'question', answer });
    },
  };
}

/** Whether no option has more votes than this one. */
export function isLeader(key: string, choices: readonly PollChoice[], { counts }: PollFigures): boolean {
  return counts[choices.findIndex((choice) => choice.key === key)] === Math.max(...counts);
}

/** How many may be picked, in words. */
export function pickRule(say: Speaker<PollLabels>, { min = 1, max = 0 }: AnyPollProps): string {
  return say(max ? (min > 1 ? 'between' : 'atMost') : 'atLeast', { min, max });
}
