'use client';
import { type ChangeEvent, type MouseEvent, use, useEffect, useId, useState } from 'react';
import { answered } from '#poll/answered';
import type { PollPredictData } from '../../events/index.ts';
import { isolate } from '../../events/isolate.ts';
import { dropSecondClick } from '../../internal/double-click.ts';
import { tell } from '../../internal/messages.ts';
import { useChoiceGroup } from '../../internal/use-choice-group.ts';
import { useControlled } from '../../internal/use-controlled.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { useLabels } from '../../provider/use-labels.ts';
import { useNote } from '../../provider/use-note.ts';
import { useSending } from '../../provider/use-sending.ts';
import type { OwnVote } from './poll-answered.tsx';
import type { PollModel } from './poll-context.ts';
import { pollLabels } from './poll-labels.ts';
import type { AnyPollProps, PollStage } from './poll-props.ts';
import {
  findOptionProblem,
  linesOf,
  listChoices,
  otherKey,
  type PollValue,
  readLimits,
  valuesOf,
  voteData,
} from './poll-state.ts';

/** What happened on this page; before, the device or the server may know of a vote. */
interface Act {
  readonly stage: PollStage;
  readonly answer: PollValue[];
  readonly guess?: PollValue | undefined;
  /** What was typed under "Other" when the visitor voted. */
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
  /** What this visitor changed in the results; counted when they are shown. */
  readonly own?: ((part: NonNullable<PollModel['part']>) => OwnVote | undefined) | undefined;
}

const kinds = { 'poll.vote': 1, 'poll.predict': 1 } as const;

/** The life of one poll: what is selected, what was voted, what the events say. */
export function usePoll(props: AnyPollProps) {
  const { id, scale, options, value, results, closed, votedFor, remember = true } = props;
  const hub = useHub();
  const say = useLabels('poll', pollLabels, props.labels);
  const name = useId();
  const choices = listChoices(props, say('other'));
  const limits = readLimits(props, choices);
  const { min, max } = limits ?? { min: 1, max: Infinity };

  const initial = props.defaultValue ?? (props.multiple ? [] : null);
  const [selected, setSelected] = useControlled<unknown, []>(
    value,
    initial,
    props.onValueChange as ((value: unknown) => void) | undefined,
  );
  const [act, setAct] = useState<Act>();

  const [note, write] = useNote(remember && id ? `poll:${id}` : '');
  const keep = (values: PollValue[]) => write(linesOf(values));

  const known = valuesOf(votedFor === undefined ? note?.split('\n') : votedFor, choices);
  const answer = act?.answer ?? known;
  const stage = closed ? 'result' : (act?.stage ?? (known.length > 0 ? 'result' : 'question'));
  const isGuessing = stage === 'predict';
  const isAnswered = isGuessing || stage === 'result';
  const isOpen = isGuessing || stage === 'question';
  const picked = valuesOf(isGuessing ? act?.guess : selected, choices);
  const multiple = !!props.multiple && !isGuessing;
  const rule = say(max < Infinity ? (min > 1 ? 'between' : 'atMost') : 'atLeast', { min, max });

  if (process.env.NODE_ENV !== 'production') {
    const problem = scale ? undefined : findOptionProblem(options);
    if (problem) tell(201, id, problem);
    if (!props.question && !props.children) tell(205, id);
    if (scale && (options || props.multiple)) tell(204, id, 'a scale goes with neither options nor multiple');
    if (props.multiple && choices.length > 0 && !limits) tell(204, id, 'min and max leave no answer');
    for (const one of [value, props.defaultValue].flat())
      if (one !== undefined && one !== null && valuesOf(one, choices).length === 0)
        tell(202, id, JSON.stringify(one));
  }

  const ask = useAsk({
    kinds,
    last: 'poll.vote',
    component: 'Poll',
    props,
    settled: closed && !answer.length ? 'closed' : isAnswered,
    onSeen: answered.load,
  });
  // With `isNative` the page goes, so nothing on it changes.
  const { action, isNative, isPending, send, clear } = useSending<unknown>(ask, 'Poll', props, () =>
    root.fields(),
  );
  const { commitOn = isNative ? 'submit' : 'pick' } = props;
  const oneClick = isGuessing || (commitOn === 'pick' && !multiple);
  // What shows an answer comes on intent. Markup of a server holds it already, and waits for it to come alive.
  if (stage === 'result' && note === undefined) use(answered.load());
  const part = answered.get();
  // Who comes back to an answer sees no options flash by meanwhile; who has just picked goes on looking at the pick.
  const [isNew] = useState(stage === 'question');
  const turn = isAnswered && !isPending ? linesOf(answer) : undefined;
  const isFetched = typeof results === 'function';
  /** Rows with radios and rows with figures replace each other: who stood on one goes on at the question. */
  const leaveRows = () => root.keepFocus(`[id="${name}q"]`);
  const [heard, setHeard] = useState<{ readonly turn?: string | undefined; readonly results?: unknown }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function asks nothing new, a new turn does
  useEffect(() => {
    if (isAnswered && !part)
      void answered.load().then(() => {
        leaveRows();
        setHeard({ turn });
      });
    else if (part && isFetched && turn !== undefined)
      return part.askResults(results, (results) => setHeard({ turn, results }));
    return undefined;
  }, [isAnswered, part, isFetched, turn]);

  const counts = !isFetched ? results : heard.turn === turn ? heard.results : undefined;
  let figures: PollModel['figures'];
  let words: string | undefined;
  if (turn !== undefined && results !== undefined) {
    if (part && counts !== undefined)
      ({ figures, words } = part.readFigures(props, counts, choices, act?.own?.(part), say));
    // When the code of the results cannot be had, there are thanks and no more.
    else if (part || heard.turn !== turn) words = say('loading');
  }

  /** Goes on from what this render shows, so that a vote that fails later comes back to its question. */
  const show = (next: Partial<Act>) => {
    if (next.stage) leaveRows();
    setAct({ stage, answer, ...act, error: undefined, ...next });
  };

  const select = (values: PollValue[]) => setSelected(props.multiple ? values : (values[0] ?? null));

  const dataOf = (values: PollValue[]) => voteData(values, choices, props);

  const segmentsOf = (values: PollValue[]) => {
    const found = choices.map(({ value, segment = '' }) => (values.includes(value) ? segment : ''));
    isolate(
      () => values.length > 0 && found.push(props.segment?.(dataOf(values)) ?? ''),
      (error) => hub.fail({ source: 'listener', error }),
    );
    return found.filter(Boolean);
  };

  const record = (values: PollValue[]) => {
    const data = dataOf(values);
    const come = segmentsOf(values);
    // Who changes a vote leaves what the old one said.
    const gone = segmentsOf(answer);
    if (come.length + gone.length) hub.site.visit.setSegments(come, gone);
    if (answer.length > 0) {
      // A vote of an earlier visit was not recorded by this attempt.
      const before = ask.standing('poll.vote') ?? dataOf(answer);
      ask.stand('poll.vote', before);
      ask.record('withdrawn', before);
    }
    ask.record('committed', data);
    keep(values);
  };

  const vote = (values: PollValue[], otherText: string) => {
    if (!otherText && linesOf(answer) === linesOf(values)) return show({ stage: 'result' });
    if (isNative) {
      // The browser reads the fields after this handler, so they must stay, although the vote is known now.
      show({});
      record(values);
      return hub.flush();
    }
    // Kept for a change of mind as well as for a retry.
    const typed = otherText || act?.typed;
    show({
      stage: props.predict ? 'predict' : 'result',
      answer: values,
      guess: undefined,
      typed,
      own: (late) => late.countVote(results, choices, act?.own?.(late), answer, values),
    });
    const data = dataOf(values);
    send(
      { ...data, ...(otherText && { otherText }) },
      data,
      ({ status }) => {
        if (status !== 'already') return record(values);
        keep(values);
        // Who knows the vote has counted it.
        setAct((now) => now && { ...now, own: act?.own });
      },
      ({ message }) => show({ stage: 'question', typed, error: message ?? say('failed') }),
    );
  };

  const { group, onChange } = useChoiceGroup({
    selected: String(picked),
    onTouch: () => void ask.record('started'),
    onSelect(key) {
      if (!isOpen) return;
      // Of several, the browser has picked some perhaps before the page came alive.
      const values = valuesOf(multiple ? root.fields().getAll('choice') : key, choices);
      if (linesOf(values) === linesOf(picked)) return;
      if (!isGuessing) select(values);
      const error = multiple && values.length > max ? rule : undefined;
      if (isGuessing || act?.error || error) show({ guess: values[0], error });
    },
    onDecide:
      oneClick && isOpen
        ? (key, { target }) => {
            if (key === otherKey && props.other && !isGuessing) return;
            root.submit(target);
          }
        : undefined,
  });

  const root = useAskRoot(ask, group.ref);
  const { ours } = root;

  const model: PollModel = {
    ...act,
    props,
    part,
    isBlank: !isNew && !part && heard.turn !== turn,
    action: action as PollModel['action'],
    say,
    name,
    choices,
    stage,
    isOpen,
    picked,
    answer,
    multiple,
    oneClick,
    hint: multiple ? rule : oneClick && !picked.includes(otherKey) && say('oneClick'),
    isPending,
    figures,
    words,
    skip() {
      // A vote that was to be changed stands.
      const stands = isGuessing || answer.length > 0;
      if (!stands) ask.record('dismissed');
      show({ stage: stands ? 'result' : 'skipped', guess: undefined });
    },
    reopen() {
      if (picked.length === 0) select(answer);
      show({ stage: 'question' });
    },
  };
  return {
    model,
    /** There is a vote that `next` may follow. One found on the device comes after hydration, and the page would grow. */
    hasVoted: stage === 'result' && answer.length > 0 && (!!act || votedFor !== undefined),
    /** Handlers of the root, where those of the page come first. */
    root: {
      ref: root.ref,
      onPointerEnter: answered.load,
      onFocus: answered.load,
      onKeyDown: ours(group.onKeyDown),
      onClick: ours((event: MouseEvent) => dropSecondClick(event) || group.onClick(event)),
      onChange: ours((event: ChangeEvent<HTMLInputElement>) => {
        // A click that the page prevented selects nothing, although React tells of a change.
        if (event.target.name !== otherKey && !event.nativeEvent.defaultPrevented) onChange(event);
      }),
      onSubmit: ours((event) => {
        if (!isNative || stage !== 'question') event.preventDefault();
        if (!isOpen) return;
        const data = root.fields();
        const values = valuesOf(data.getAll('choice'), choices);
        const { length } = values;
        if (isGuessing && length > 0) {
          const [guess] = values as [PollValue];
          const correct = figures && { correct: figures.leaders.includes(guess) };
          const before = ask.standing('poll.predict') as PollPredictData | undefined;
          if (before && before.choice !== guess) ask.record('withdrawn', before, 'poll.predict');
          ask.record('committed', { choice: guess, ...correct }, 'poll.predict');
          show({ stage: 'result', guess });
        } else if (multiple && (length < min || length > max)) {
          event.preventDefault();
          show({ error: length > 0 ? rule : say('atLeast', { min }) });
        } else if (length > 0) vote(values, String(data.get(otherKey) ?? '').trim());
      }),
      onReset: ours(() => {
        clear();
        ask.reset();
        keep([]);
        setAct({ stage: 'question', answer: [] });
        setSelected(initial);
      }),
    },
  };
}
