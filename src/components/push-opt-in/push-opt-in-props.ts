import type { ComponentProps, ReactNode, Ref } from 'react';
import type { NextProp } from '../../internal/next-slot.tsx';
import type { SubmitHandler } from '../../internal/submission.ts';
import type { AskProps } from '../../provider/ask.ts';
import type { AskLook } from '../../provider/render-ask.ts';
import type { PushOptInLabels } from './push-opt-in-labels.ts';

/** What your server gets. */
export interface PushAnswer {
  /** Where to send messages, and the keys that encrypt them: what `web-push` and the like take. */
  readonly subscription: PushSubscriptionJSON;
  /** Keep it; false: delete it. It is void by then, so a server that misses this gets 404 or 410 at its next message. */
  readonly allowed: boolean;
}

/** State of the root element, for `render` and as `data-stage`. */
export interface PushOptInState {
  /**
   * `denied`: the browser lets nothing through. `unsupported`: it has no such messages. `install`: it has them for an installed
   * app alone.
   */
  readonly stage: 'asking' | 'allowed' | 'denied' | 'unsupported' | 'install' | 'skipped';
  /** The browser asks, or the yes is on its way. */
  readonly isPending: boolean;
}

/** The root element. */
export interface PushOptInElement extends HTMLDivElement {
  /** Begins a new attempt. A subscription of this browser stays as it is. */
  reset(): void;
}

/** Props of {@link PushOptIn}. What is not listed goes to the root element. */
export interface PushOptInProps
  extends AskProps<'push-opt-in.allow'>,
    AskLook<PushOptInState, PushOptInLabels>,
    Omit<ComponentProps<'div'>, 'children' | 'id' | 'onSubmit' | 'ref'> {
  /** What the messages are about, in plain words: the heading, and the promise. */
  what: string;
  /** How many there will be at most, such as "Three for each order". */
  often: string;
  /** How to stop them. Default: the label `stopHow`. */
  stop?: string | undefined;
  /** Level of the heading. Default 2. */
  headingLevel?: 2 | 3 | 4 | 5 | 6 | undefined;
  /** A sentence below the heading, while it is asked. Default: none. */
  description?: ReactNode;
  /**
   * The public key of your server: 65 bytes of a P-256 point as base64url without padding, 87 characters that begin with B
   * (VAPID, RFC 8292, section 3.2).
   */
  publicKey: string;
  /**
   * Address of your service worker, on your own origin. It is registered at the yes, never before. Default: the one that the
   * page has. Under Trusted Types, register it yourself and pass `registration`. Asks of one worker share one subscription: to
   * stop one is to stop all.
   */
  serviceWorkerUrl?: string | undefined;
  /** Your own registration; goes before `serviceWorkerUrl`. Default: none. */
  registration?: ServiceWorkerRegistration | Promise<ServiceWorkerRegistration> | undefined;
  /**
   * Takes the subscription to your server. The yes counts once this has succeeded; if it does not, the subscription is given
   * up again. Called with `allowed: false` after the visitor has stopped.
   */
  onSubmit?: SubmitHandler<PushAnswer> | undefined;
  /**
   * Asks your server whether a subscription that this browser has from an earlier visit still brings these messages: false
   * where a push service has answered 404 or 410 for it, or where it was given for other messages of your site. Note its
   * endpoint there, since browsers change it now and then. While it is silent, and where it fails, the visitor is asked.
   * Pass `signal` to `fetch`. Default: whoever has a subscription with this key gets these messages.
   */
  check?:
    | ((
        subscription: PushSubscriptionJSON,
        context: { readonly signal: AbortSignal },
      ) => boolean | Promise<boolean>)
    | undefined;
  /** Where the browser cannot, or lets nothing through: another way to hear from you, such as a newsletter. Default: none. */
  alternative?: ReactNode;
  /** Where visitors without JavaScript can turn to. Default: nowhere. */
  fallback?: { readonly label: string; readonly href: string } | undefined;
  /** Offers a quiet way out, and remembers nothing of it. Default false. */
  skippable?: boolean | undefined;
  /** The next ask: after a yes a larger one, after a no a smaller one. */
  next?: NextProp<Record<never, never>> | undefined;
  /** The root element; `ref.current.reset()` begins a new attempt. */
  ref?: Ref<PushOptInElement> | undefined;
}
