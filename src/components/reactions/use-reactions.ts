'use client';
import { useState } from 'react';
import { isolate, reportToPlatform } from '../../events/isolate.ts';
import { tell, show as write } from '../../internal/messages.ts';
import { recordChange } from '../../provider/record-change.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useButtons } from '../../provider/use-buttons.ts';
import { joinLines, useNote } from '../../provider/use-note.ts';
import { like } from './reaction-sets.tsx';
import type { AnyReactionsProps, ReactionAnswer } from './reactions-props.ts';
import { countReaction, listReactions, pressReaction, type ReactionItem } from './reactions-state.ts';

const kind = 'reactions.react';
const kinds = { [kind]: 1 } as const;

/** What the reactions know and do; `look` are the props left over for `reactions.tsx`. */
export function useReactions(props: AnyReactionsProps) {
  const {
    set: given = like,
    multiple = false,
    counts,
    value,
    defaultValue,
    onValueChange,
    remember = true,
    onSubmit,
    action,
    ...look
  } = props;
  const { id, disabled } = look;
  const set: readonly ReactionItem[] = [given ?? like].flat().filter((one) => one?.value);
  const values = set.map((one) => one.value);
  if (process.env.NODE_ENV !== 'production')
    for (const one of [given ?? []].flat())
      if (!one?.value) tell(1414, `Reactions "${id}"`, 'set', write(one));
  // One a line.
  const [note, keep] = useNote(remember && id ? `reactions:${id}` : '', multiple ? joinLines : undefined);
  const [act, setAct] = useState<readonly string[]>();
  // What is given or taken back in another place counts here as well.
  const [heard, setHeard] = useState(note);
  if (heard !== note) {
    setHeard(note);
    if (act && note) setAct(note.split('\n'));
  }
  const known = defaultValue === undefined ? note?.split('\n') : defaultValue;
  const picked = listReactions(value === undefined ? (act ?? known) : value, values);

  // What the visitor had given when these counts were made; nothing until something changes on the page.
  const made = JSON.stringify(counts);
  const [base, setBase] = useState<{ made?: string; picked?: readonly string[] }>({ made });
  if (base.made !== made) setBase({ made, picked });

  const ask = useAsk({ component: 'Reactions', kinds, props, settled: disabled || picked.length > 0 });
  const show = (next: readonly string[]) => {
    setAct(next);
    setBase({ made, picked: base.picked ?? picked });
    // What fails in the page takes no answer with it.
    isolate(() => onValueChange?.(multiple ? next : (next[0] ?? null)), reportToPlatform);
  };

  const dataOf = (all: readonly string[], reaction = all[0]) =>
    reaction && { reaction, ...(multiple && { reactions: all }) };

  const { root, handlers, clear, ...sending } = useButtons<ReactionAnswer>(
    ask,
    'Reactions',
    props,
    (reaction, name) => {
      const all = pressReaction(picked, reaction, multiple);
      const given = all.includes(reaction);
      const data = dataOf(all, reaction);
      return {
        values: { reaction, given, all },
        field: [name, reaction],
        data,
        show: () => show(all),
        succeed({ status }) {
          // What was given may be offered no more.
          const before = dataOf(picked) || ask.standing(kind);
          recordChange(ask, kind, before, status !== 'already' && (given ? data : dataOf(all)));
          // What another place has said meanwhile is older; but the form that the browser is about to read must not change.
          setAct((now) => (sending.isNative ? (now ?? picked) : all));
          // Nothing given is something to remember, unlike a memory that is refused.
          const next = all.join('\n') || '\n';
          setHeard(next);
          keep(next);
        },
        undo: () => show(picked),
      };
    },
  );

  return {
    ...sending,
    look,
    set,
    picked,
    countOf: (one: string) => countReaction(one, counts, picked, base.picked),
    /** Handlers of the root, where those of the page come first. */
    root: {
      ...handlers,
      ref: root.ref,
      onReset: root.ours(() => {
        clear();
        ask.reset();
        keep('');
        show([]);
      }),
    },
  };
}
