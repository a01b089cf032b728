'use client';
import { type FormEvent, type MouseEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { dropSecondClick } from '../../internal/double-click.ts';
import { loadOnce } from '../../internal/load-once.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { useSending } from '../../provider/use-sending.ts';
import { type PushOptInLabels, pushOptInLabels } from './push-opt-in-labels.ts';
import type { PushAnswer, PushOptInProps, PushOptInState } from './push-opt-in-props.ts';
import { readPermission, watchFocus } from './push-permission.ts';
import { pushStageLabels } from './push-stage-labels.ts';
import type * as Late from './push-subscription.ts';
import type { PushView, PushWork } from './push-work.ts';

const kind = 'push-opt-in.allow';
const kinds = { [kind]: 2 } as const;
const [load] = loadOnce(() => import('./push-subscription.ts'));

// In development all, so that a mistake in one is told at once.
const texts = (
  process.env.NODE_ENV !== 'production' ? { ...pushOptInLabels, ...pushStageLabels } : pushOptInLabels
) as PushOptInLabels;

/** What the ask knows and does; `look` are the props left over for `push-opt-in.tsx`. */
export function usePushOptIn(props: PushOptInProps) {
  const { publicKey, serviceWorkerUrl, registration, onSubmit, check, ...look } = props;
  const { id } = look;
  const [part, setPart] = useState<typeof Late>();
  const permission = useSyncExternalStore(
    part?.watchPermission ?? watchFocus,
    readPermission,
    () => 'default' as const,
  );
  const [view, show] = useState<PushView>({});
  // The browser's word changes the screen once there are words for it, in one step.
  const isRefused = permission !== 'default' && permission !== 'granted';
  const stage: PushOptInState['stage'] =
    part && isRefused ? permission : view.isAllowed ? 'allowed' : view.isSkipped ? 'skipped' : 'asking';
  const ask = useAsk({
    component: 'PushOptIn',
    kinds,
    props,
    settled: isRefused ? 'closed' : stage !== 'asking',
  });
  const root = useAskRoot(ask);
  const { send, clear } = useSending<PushAnswer>(ask, 'PushOptIn', props, root.fields);

  /** A press that is under way; a reset takes it back. */
  const press = useRef<object>(undefined);
  /** The visitor has decided here: what an earlier visit left is no news. */
  const isDecided = useRef(false);
  const begin = (busy: PushView['busy']) => {
    const mine = {};
    press.current = mine;
    isDecided.current = true;
    show((before) => ({ ...before, busy, said: undefined, problem: undefined, message: undefined }));
    return () => mine !== press.current;
  };
  const end = (next: PushView) => {
    press.current = undefined;
    show({ ...next, isOwn: true });
  };
  const fail = (problem: PushView['problem'], error: unknown) => {
    if (process.env.NODE_ENV !== 'production') tell(1442, id, String(error));
    ask.record('failed', {});
    end({ isAllowed: problem === 'endFailed', problem });
  };

  const bring = () =>
    load().then((one) => {
      setPart(() => one);
      return one;
    });

  /** What follows a press comes late; the press itself, and the question of the browser, do not wait for it. */
  const go = (busy: 'prompting' | 'ending', work: (part: typeof Late, at: PushWork) => Promise<void>) => {
    const isOver = begin(busy);
    Promise.all([
      bring(),
      // An async function, so that a browser inside an app, which may throw at once, rejects as well.
      busy === 'prompting' && (async () => Notification.requestPermission())(),
    ])
      .then(([part, answer]) => work(part, { props, ask, answer, send, isOver, show, end }))
      .catch((error) => isOver() || fail(busy === 'ending' ? 'endFailed' : 'failed', error));
  };
  const latest = useLatest({
    /** The browser has another word than before, or a first one. */
    look() {
      if (permission !== 'default' || view.isAllowed)
        bring()
          .then((one) => one.look({ permission, view, isDecided, props, ask, show }))
          .catch(() => {});
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another permission is news
  useEffect(() => latest.current.look(), [latest, permission]);

  if (process.env.NODE_ENV !== 'production') {
    if (!/^B[\w-]{86}$/.test(publicKey)) tell(1441, id, String(publicKey).slice(0, 100));
    if (!onSubmit) tell(1443, id);
  }

  return {
    look,
    texts: part?.texts ?? texts,
    stage,
    view,
    /** A press brings the question of the browser, which has no answer yet. */
    isAskedNext: permission === 'default',
    wake: () => void load().catch(() => {}),
    root: {
      ref: root.ref,
      onClick: root.ours<MouseEvent>(dropSecondClick),
      onSubmit: root.ours((event: FormEvent) => {
        event.preventDefault();
        if (press.current) return;
        // The browser's word is on its way to the screen.
        if (isRefused && !part) return void bring().catch(() => end({ problem: 'failed' }));
        const { value } = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement;
        if (value === 'allow') {
          ask.record('started');
          go('prompting', (part, at) => part.allow(at));
        } else if (value === 'stop') go('ending', (part, at) => part.stop(at));
        else if (value === 'skip') {
          ask.record('dismissed');
          end({ isSkipped: true });
        } else end({});
      }),
      onReset: root.ours(() => {
        press.current = undefined;
        isDecided.current = true;
        clear();
        ask.reset();
        show({});
      }),
    },
  };
}
