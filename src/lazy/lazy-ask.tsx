'use client';
import {
  type JSX,
  type ReactNode,
  type RefObject,
  Suspense,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { focusIn } from '../internal/focus-in.ts';
import type { Late } from '../internal/late.ts';
import { loadOnce } from '../internal/load-once.ts';
import { tell } from '../internal/messages.ts';
import type { takeOver } from './take-over.ts';
import { type Called, pressAgain, type Watched, watchOver } from './watch-over.ts';

/** What a lazy component has besides what it is. */
export interface LazyCode {
  /**
   * Brings the code now: in a browser, where you know that the ask comes next; on a server that renders in one go
   * (`renderToString`), before the first page. Rejects when the network gives out, and a later call tries again.
   */
  load(): Promise<void>;
}

/** Any component; what it takes is its own business. */
type Component = (props: object) => ReactNode;

/**
 * A component whose markup comes from the server and whose code comes when a visitor gets near: half a window away from it with
 * an idle page, or at once when it is pointed at, focused, pressed, or named by the hash of the address. Until then the server's
 * HTML stands there untouched; what is typed stays, and what is pressed is pressed again once the code is there. Props, types and
 * `ref` are those of the component; the `ref` is set once the code is there.
 *
 * Where no server wrote the markup the code comes at once, and nothing stands there until it has come: import such an ask plainly.
 *
 * ```tsx
 * const Quote = lazyAsk(() => import('./quote.tsx').then((part) => part.Quote));
 * ```
 */
export function lazyAsk<Ask>(bring: () => Promise<Ask>): Ask & LazyCode {
  let ask: Ask | undefined;
  const [load] = loadOnce(async () => {
    ask = await bring();
    if (process.env.NODE_ENV !== 'production' && !isComponent(ask)) {
      tell(118, describe(ask));
      ask = undefined;
    }
    ask ??= nothing as Ask;
  });
  return lazyComponent({ get: () => ask, load });
}

/**
 * The same, from a part that may be there already. `Ask` is any type here, because one that had to be a component would make
 * TypeScript fill in what a generic component infers from its props.
 */
export function lazyComponent<Ask>(code: Late<Ask>): Ask & LazyCode {
  const Lazy = (props: object) => <Bed code={code as unknown as Late<Component>} ask={props} />;
  return Object.assign(Lazy as unknown as Ask & object, { load: () => code.load() });
}

/** One lazy ask on a page. */
interface Nap extends Watched {
  /** The server wrote it, and it waits for the visitor. */
  readonly isWaiting: boolean;
  /** Its code was not there when it was made. */
  readonly isAsleep: boolean;
  /** Settles once the code is there. On a server it rejects when the code cannot be had, so that the page goes on without. */
  readonly comes: Promise<void>;
  /** The server's elements where React had to take them away. */
  stand?: Element[] | undefined;
  /** Settles once that is there which gives what was typed in them to others. */
  hands?: Promise<void> | undefined;
  takeOver?: typeof takeOver | undefined;
  /** What had the focus just before they went. */
  focused?: HTMLElement | null | undefined;
}

function createNap(code: Late<Component>, isFromServer: boolean): Nap {
  const isAsleep = !code.get();
  const isOnServer = typeof document === 'undefined';
  let arrive: (() => void) | undefined;
  const nap: Nap = {
    isAsleep,
    isWaiting: isAsleep && isFromServer && !isOnServer,
    comes: isOnServer
      ? code.load()
      : new Promise((resolve) => {
          arrive = resolve;
        }),
    wake: () => code.load().then(arrive),
    held: new Map(),
  };
  if (isAsleep && !isFromServer) comeSoon(nap);
  return nap;
}

interface BedProps {
  readonly code: Late<Component>;
  /** The props of the ask. */
  readonly ask: Called;
}

function Bed({ code, ask }: BedProps): JSX.Element {
  // React asks for the second of these on a server and while it takes over what a server wrote, and then only.
  let isFromServer = false;
  useSyncExternalStore(never, nothing, () => {
    isFromServer = true;
  });
  const root = useRef<HTMLDivElement>(null);
  const [nap] = useState(() => createNap(code, isFromServer));
  const [isAwake, setAwake] = useState(!nap.isAsleep);

  const tree = (
    <Suspense fallback={<Stand nap={nap} root={root} />}>
      <Sleeper code={code} ask={ask} nap={nap} root={root} onAwake={setAwake} />
    </Suspense>
  );
  // React throws the server's markup away when a prop below changes before the code is there, so none does.
  const [first] = useState(tree);

  const { id, hash, open } = ask;
  useEffect(() => {
    if (!nap.isWaiting || !root.current) return;
    // Not where the watch ends: a page that only hides the ask has nothing yet that could answer.
    return isAwake ? pressAgain(nap) : watchOver(root.current, nap, id, hash, open);
  }, [nap, isAwake, id, hash, open]);

  return (
    <div className="sy-lazy" ref={root}>
      {isAwake ? tree : first}
    </div>
  );
}

interface SleeperProps extends BedProps {
  readonly nap: Nap;
  readonly root: RefObject<Element | null>;
  readonly onAwake: (isAwake: true) => void;
}

function Sleeper({ code, ask, nap, root, onAwake }: SleeperProps): ReactNode {
  if (nap.isAsleep) use(nap.comes);
  if (nap.hands) use(nap.hands);
  const [before] = useState(() => lookAt(nap, root));
  useLayoutEffect(() => {
    const awake = () => onAwake(true);
    const elements = childrenOf(root);
    if (!before || before[0] === elements[0]) return awake();
    // A context has changed, and React wrote all anew. What was typed, pressed and focused goes along: at once where that is
    // there which does it, or keys that are pressed meanwhile would go nowhere.
    const take = () => {
      nap.twinOf = nap.takeOver?.(before, elements, nap.focused);
      awake();
    };
    if (nap.takeOver) take();
    else bringHands(nap).then(take);
  }, [nap, root, onAwake, before]);
  const Ask = code.get();
  return Ask && <Ask {...ask} />;
}

/**
 * React gives the server's markup up when a context above it changes before the code is there
 * (https://github.com/react/react/issues/22692). Its elements then stand in here, so that nothing moves and nothing typed is
 * lost. Where no server wrote anything, nothing stands here.
 */
function Stand({ nap, root }: Pick<SleeperProps, 'nap' | 'root'>): ReactNode {
  const [settle] = useState(() => {
    const before = lookAt(nap, root);
    return (
      before &&
      ((place: HTMLDivElement) => {
        place.append(...before);
        nap.focused?.focus({ preventScroll: true });
        nap.stand = before;
        nap.hands ??= bringHands(nap);
        comeSoon(nap);
        // The elements still stand there. Rendering was a while ago, and a visitor may have gone on since.
        return () => {
          nap.focused = focusIn(place);
        };
      })
    );
  });
  return settle && <div className="sy-lazy" ref={settle} />;
}

/** What stands there before React takes it from the page, and the focus from it. Nothing where no server wrote it. */
function lookAt(nap: Nap, root: RefObject<Element | null>) {
  nap.focused = focusIn(root.current);
  return nap.isWaiting && (nap.stand ?? childrenOf(root));
}

function bringHands(nap: Nap): Promise<void> {
  return import('./take-over.ts').then((part) => {
    nap.takeOver = part.takeOver;
  }, nothing);
}

/** Brings the code whatever the visitor does, again and again for some two minutes while the network is away. */
function comeSoon(nap: Nap, wait = 1_000): void {
  nap.wake().catch(() => {
    if (wait < 64_000) setTimeout(comeSoon, wait, nap, wait * 2);
  });
}

function childrenOf(root: RefObject<Element | null>): Element[] {
  return [...(root.current?.children ?? [])];
}

/** A function, or what `memo`, `lazy` and `forwardRef` make. */
function isComponent(value: unknown): boolean {
  return typeof value === 'function' || !!(value as { $$typeof?: unknown } | null)?.$$typeof;
}

function describe(value: unknown): string {
  const names = value && typeof value === 'object' && Object.keys(value).join(', ');
  return names ? `a module with ${names}` : String(value);
}

const nothing = (): void => {};
const never = () => nothing;
