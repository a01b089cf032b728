'use client';
import { useEffect, useState } from 'react';
import type { Kind } from '../events/index.ts';
import { loadOnce } from '../internal/load-once.ts';
import { useLatest } from '../internal/use-latest.ts';
import type { Ask } from '../provider/ask.ts';
import { useHub } from '../provider/context.ts';
import type { Hub } from '../provider/hub.ts';
import { followMemory } from '../provider/memory.ts';

/** Props of an ask whose yes is confirmed by a link in a mail. */
export interface ConfirmationProps {
  /**
   * For the page behind the link in the mail: the visitor has confirmed. Records `confirmed` for the sign-up that this
   * browser remembers, once. With the id of `context.attempt` in its place it does so on any device, and without consent to
   * storage. With true, and nothing remembered, the visitor reads the thanks and no event goes out.
   */
  confirmed?: boolean | string | undefined;
  /**
   * The same for a page that no server renders: name of a parameter of its address, such as `'confirmed'` for
   * `?confirmed=<attempt>`. Read after the first paint. Default: none is read.
   */
  confirmParameter?: string | undefined;
}

/** What a confirmation needs of its ask. */
interface ConfirmationConfig {
  /** The ask's folder, under which the sign-up is remembered. */
  readonly folder: string;
  readonly kind: Kind;
  readonly ask: Ask;
  readonly props: ConfirmationProps & { readonly id: string };
  /** A mail is on its way. */
  readonly isPending: boolean;
  /** Says so to the visitor. `isOwn`: it is their own doing, here and now. */
  show(isOwn: boolean): void;
  /** The visitor has confirmed elsewhere: what that brings. */
  goOn?(): void;
  /** Tells the developer that nobody knows which sign-up that was. */
  tellUnknown(): void;
}

/** What the late part works with. */
export interface ConfirmationBox {
  readonly key: string;
  readonly memory: Hub['site']['memory'];
  config(): ConfirmationConfig;
  /** What the page, or its address, says of a confirmation. */
  word(): unknown;
  /** What has become of that word: shown, or also recorded. */
  said: 'shown' | 'done' | undefined;
  /** Remembers the sign-up under way, for the page behind the link. */
  keep(isConfirmed?: boolean): void;
  /** Forgets it: a new attempt begins. */
  forget(): void;
  /** Records that this sign-up is confirmed, once. Shows nothing. */
  record(): Promise<unknown>;
  /** The page says that it is: records, shows, and goes on. */
  confirm(): void;
}

const [load] = loadOnce(() => import('./confirmation.ts'));

/**
 * A yes that a link in a mail confirms: `confirmed` carries the attempt of the yes, once, whichever page, tab or device it
 * is heard on.
 */
export function useConfirmation(config: ConfirmationConfig): ConfirmationBox {
  const { memory, visit } = useHub().site;
  const { confirmed, confirmParameter } = config.props;
  const latest = useLatest(config);
  const [box] = useState((): ConfirmationBox => {
    const { folder, props } = config;
    const key = props.id ? `${folder}:${props.id}` : '';
    return {
      key,
      memory,
      config: () => latest.current,
      word() {
        const { confirmed, confirmParameter } = latest.current.props;
        return confirmed || (confirmParameter && new URLSearchParams(location.search).get(confirmParameter));
      },
      said: undefined,
      keep(isConfirmed) {
        const attempt = latest.current.ask.attempt().id;
        if (key) memory.set(key, JSON.stringify({ v: 1, attempt, isConfirmed }), (_, own) => own);
      },
      forget() {
        box.said = 'done';
        if (key) memory.set(key, '');
      },
      // A network that gives out is asked again at the next look.
      record: () => load().then((part) => part.record(box), ignore),
      confirm() {
        void box.record().then(() => {
          latest.current.show(true);
          latest.current.goOn?.();
        });
      },
    };
  });
  const { isPending } = config;
  useEffect(() => {
    // The answer to a mail sent once more may be that it was confirmed meanwhile: what tells so is here by then.
    if (isPending) load().catch(ignore);
  }, [isPending]);
  // Not before the paint: only then has the provider told the memory what the visitor allows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another word of the page is looked at anew
  useEffect(() => {
    const look = () => {
      if (box.word() || latest.current.isPending) load().then((part) => part.look(box), ignore);
    };
    // Another word of the page is news.
    box.said = undefined;
    look();
    return followMemory(visit, look);
  }, [box, latest, visit, confirmed, confirmParameter]);
  return box;
}

function ignore() {}
