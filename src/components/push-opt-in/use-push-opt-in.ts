'use client';
import { type FormEvent, type MouseEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { loadOnce } from '../../internal/load-once.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import type { Ask } from '../../provider/ask.ts';
import { recordChange } from '../../provider/record-change.ts';
import { useAsk } from '../../provider/use-ask.ts';
import { useAskRoot } from '../../provider/use-ask-root.ts';
import { type Sending, useSending } from '../../provider/use-sending.ts';
import type { PushAnswer, PushOptInProps, PushOptInState } from './push-opt-in-props.ts';
import { readPermission, watchPermission } from './push-permission.ts';
import type * as Late from './push-subscription.ts';

const kind = 'push-opt-in.allow';
const kinds = { [kind]: 2 } as const;
const [load] = loadOnce(() => import('./push-subscription.ts'));

/** What the screen shows besides what the browser says. */
export interface PushView {
  readonly isAllowed?: boolean;
  readonly isSkipped?: boolean;
  /** What is under way. */
  readonly busy?: 'prompting' | 'subscribing' | 'ending' | undefined;
  /** What came of the last press. */
  readonly said?: 'allowed' | 'closed' | 'ended' | undefined;
  readonly problem?: 'failed' | 'endFailed' | undefined;
  /** In your server's words. */
  readonly message?: string | undefined;
  /** The visitor's own doing, here and now: the focus may follow. */
  readonly isOwn?: boolean;
}

/** What the late part works with. */
export interface PushWork {
  readonly props: PushOptInProps;
  readonly ask: Ask;
  /** What the visitor says to the browser. */
  readonly answer: Promise<NotificationPermission> | undefined;
  readonly send: Sending<PushAnswer>['send'];
  /** A reset has taken the press back. */
  isOver(): boolean;
  show(view: (before: PushView) => PushView): void;
  end(view: PushView): void;
}

/** What the ask knows and does; `look` are the props left over for `push-opt-in.tsx`. */
export function usePushOptIn(props: PushOptInProps) {
  const { publicKey, serviceWorkerUrl, registration, onSubmit, ...look } = props;
  const { id } = look;
  const permission = useSyncExternalStore(watchPermission, readPermission, () => 'default' as const);
  const [view, show] = useState<PushView>({});
  const stage: PushOptInState['stage'] =
    permission !== 'default' && permission !== 'granted'
      ? permission
      : view.isAllowed
        ? 'allowed'
        : view.isSkipped
          ? 'skipped'
          : 'asking';
  const ask = useAsk({ component: 'PushOptIn', kinds, props, settled: stage !== 'asking' });
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

  /** What follows a press comes late; the press itself, and the question of the browser, do not wait for it. */
  const go = (busy: 'prompting' | 'ending', work: (part: typeof Late, at: PushWork) => Promise<void>) => {
    const isOver = begin(busy);
    const answer = busy === 'prompting' ? Notification.requestPermission() : undefined;
    const on = { props, ask, answer, send, isOver, show, end };
    load()
      .then((part) => work(part, on))
      .catch((error) => isOver() || fail(busy === 'ending' ? 'endFailed' : 'failed', error));
  };
  const latest = useLatest({
    /** The browser has another word than before, or a first one. */
    look() {
      if (permission === 'granted' && !isDecided.current)
        load()
          .then(({ findSubscription }) => findSubscription(props))
          .then((found) => found && !isDecided.current && show({ isAllowed: true }))
          .catch(() => {});
      else if (permission !== 'granted' && view.isAllowed) {
        // Whoever takes back the permission takes back the yes.
        recordChange(ask, kind, {}, undefined);
        show({});
      }
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
    stage,
    view,
    /** A press brings the question of the browser, which has no answer yet. */
    isAskedNext: permission === 'default',
    wake: () => void load().catch(() => {}),
    root: {
      ref: root.ref,
      onClick: root.ours((event: MouseEvent) => event.detail > 1 && event.preventDefault()),
      onSubmit: root.ours((event: FormEvent) => {
        event.preventDefault();
        if (press.current) return;
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
