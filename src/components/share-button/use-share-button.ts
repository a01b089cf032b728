'use client';
import {
  type MouseEvent,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { panel } from '#share-button/panel';
import { dropSecondClick } from '../../internal/double-click.ts';
import { tell } from '../../internal/messages.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import type { AnyShareProps, ShareData } from './share-button-props.ts';

const kinds = { 'share-button.share': 1 } as const;

/** What the screen shows. */
interface ShareView {
  readonly isOpen?: boolean;
  readonly isPending?: boolean;
  /** How it was shared last. */
  readonly method?: string | undefined;
  /** The browser did not let the link be copied. */
  readonly isRefused?: boolean;
}

/** What the button knows and does; `look` are the props left over for `share-button.tsx`. */
export function useShareButton(props: AnyShareProps) {
  const { url, subject, text, targets, native = true, ...look } = props;
  // An empty list alone says that there are none.
  const hasTargets = targets?.length !== 0;
  const hub = useHub();
  const [view, setView] = useState<ShareView>({});
  const { isOpen = false, isPending = false, isRefused = false, method } = view;
  // A whole one is known on the page alone.
  const address = isOpen ? wholeOf(url) : String(url);
  const show = (more: ShareView) => setView((before) => ({ ...before, ...more }));
  const ask = useAsk({ component: 'ShareButton', kinds, props, settled: method !== undefined });

  if (process.env.NODE_ENV !== 'production' && !/^https?:\/\//i.test(url)) tell(1421, look.id, String(url));

  // What a device can do is known on the device alone.
  const hasSheet = useSyncExternalStore(
    never,
    () => native && 'share' in navigator,
    () => native,
  );

  /** A reset takes back what is under way. */
  const round = useRef(0);
  const field = useRef<HTMLInputElement>(null);
  const end = (how: string, more?: ShareView) => {
    ask.record('committed', { method: how } satisfies ShareData);
    show({ ...more, isPending: false, isRefused: false, method: how });
  };
  const copy = (whole: string, event: SyntheticEvent) => {
    const mine = round.current;
    // An async function, so that a page without a secure connection, which has no clipboard, rejects as well.
    (async () => navigator.clipboard.writeText(whole))().then(
      () => mine === round.current && end('copy'),
      () => {
        void panel
          .load(event)
          // Without it there is nothing to open: the next press asks for it again.
          .then(() => mine === round.current && panel.get() && show({ isOpen: true, isRefused: true }));
        // Refused once more: the panel does not select it again.
        field.current?.select();
      },
    );
  };
  const offer = async (whole: string, event: SyntheticEvent) => {
    const mine = round.current;
    // Pressed before the panel has come, it opens when it does; where it cannot be had, the link is copied. What is there is
    // shown with the press itself.
    if (hasTargets && !panel.get()) await panel.load(event);
    if (mine !== round.current) return;
    if (hasTargets && panel.get()) show({ isOpen: true, isPending: false });
    else copy(whole, event);
  };
  const share = (event: SyntheticEvent) => {
    const whole = wholeOf(url);
    const sheet = { url: whole, ...(subject && { title: subject }), ...(text && { text }) };
    ask.record('started');
    if (isPending) return;
    if (isOpen) show({ isOpen: false, isRefused: false });
    else if (!native || !canShare(sheet)) void offer(whole, event);
    else {
      const mine = round.current;
      show({ isPending: true });
      (async () => navigator.share(sheet))().then(
        () => mine === round.current && end('native'),
        (error: unknown) => {
          if (mine !== round.current) return;
          show({ isPending: false });
          // Whoever closes the sheet says neither yes nor no. Anything else, such as a frame that may not: another way.
          const { name } = (error ?? {}) as Partial<Error>;
          if (name !== 'AbortError' && name !== 'InvalidStateError') void offer(whole, event);
        },
      );
    }
  };

  const onClick = (event: MouseEvent) => {
    const { target, currentTarget } = event;
    const pressed = (target as Element).closest<HTMLElement>('a, button');
    if (pressed?.closest('.sy-next, [data-sy-ask]') !== currentTarget) return;
    const { method: how } = pressed.dataset;
    if (how) {
      end(how);
      hub.flush();
    } else if (dropSecondClick(event)) return;
    else if ((pressed as HTMLButtonElement).value === 'copy') {
      ask.record('started');
      copy(wholeOf(url), event);
    } else share(event);
  };

  // The sheet of a device needs no panel.
  const come = (event: SyntheticEvent) => {
    if (!hasSheet) void panel.load(event);
  };

  const latest = useRef<() => void>(undefined);
  const [ref] = useState(() => (element: Element | null) => {
    if (element) (element as HTMLFormElement).reset = () => latest.current?.();
    return ask.ref(element);
  });
  useEffect(() => {
    latest.current = () => {
      round.current++;
      ask.reset();
      setView({});
    };
  }, [ask]);

  return {
    look,
    field,
    isOpen,
    isPending,
    isRefused,
    method,
    address,
    /** A press opens the list, as far as anybody can know before it. */
    isList: isOpen || (!hasSheet && hasTargets),
    root: {
      ref,
      onPointerEnter: come,
      onFocus: come,
      onClick,
      onAuxClick: (event: MouseEvent) => event.button === 1 && onClick(event),
    },
    /** By hand. */
    onCopied: () => end('copy'),
  };
}

function wholeOf(url: string): string {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    return String(url);
  }
}

function canShare(data: object): boolean {
  return 'share' in navigator && (navigator.canShare?.(data) ?? true);
}

function never(): () => void {
  return () => {};
}
