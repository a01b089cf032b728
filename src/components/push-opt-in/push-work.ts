import type { Ask } from '../../provider/ask.ts';
import type { Sending } from '../../provider/use-sending.ts';
import type { PushAnswer, PushOptInProps } from './push-opt-in-props.ts';
import type { PushPermission } from './push-permission.ts';

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

/** What the late part looks at when the browser has another word. */
export interface PushLook extends Pick<PushWork, 'props' | 'ask'> {
  readonly permission: PushPermission;
  readonly view: PushView;
  /** The visitor has decided here: what an earlier visit left is no news. */
  readonly isDecided: { readonly current: boolean };
  show(view: PushView): void;
}

/** What the late part works with after a press. */
export interface PushWork {
  readonly props: PushOptInProps;
  readonly ask: Ask;
  /** What the visitor has said to the browser; false where it was not asked. */
  readonly answer: NotificationPermission | false;
  readonly send: Sending<PushAnswer>['send'];
  /** A reset has taken the press back. */
  isOver(): boolean;
  show(view: (before: PushView) => PushView): void;
  end(view: PushView): void;
}
