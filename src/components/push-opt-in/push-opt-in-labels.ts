import type { LabelText } from '../../provider/labels.ts';

/** Every text of the ask that a visitor reads or hears. */
export interface PushOptInLabels {
  /** Names how many messages there will be. */
  often: LabelText;
  /** Names the way to stop them. */
  stop: LabelText;
  /** That way, where you say no other. */
  stopHow: LabelText;
  /** What the press brings: the question of the browser. */
  note: LabelText;
  /** The button. */
  allow: LabelText;
  /** The way out, where there is one. */
  skip: LabelText;
  /** After it was taken. */
  skipped: LabelText;
  /** The way back. */
  reopen: LabelText;
  /** While the browser asks. */
  prompting: LabelText;
  /** While the yes is on its way. */
  subscribing: LabelText;
  /** After the yes. */
  allowed: LabelText;
  /** Takes it back. */
  end: LabelText;
  /** While that is under way. */
  ending: LabelText;
  /** After that. */
  ended: LabelText;
  /** When that did not work. */
  endFailed: LabelText;
  /** When the browser's question was closed without an answer. */
  closed: LabelText;
  /** When the browser lets no messages through. */
  denied: LabelText;
  /** How to change that. */
  change: LabelText;
  /** When the browser allowed it, but nothing came of it. */
  failed: LabelText;
  /** Where the browser has no such messages. */
  unsupported: LabelText;
  /** Where it has them for an installed app alone, as on an iPhone. */
  install: LabelText;
  /** Without JavaScript. */
  noScript: LabelText;
}

/** Those of what follows a press or a browser's earlier word, which come with it. */
export type PushStageLabels = Pick<
  PushOptInLabels,
  | 'subscribing'
  | 'allowed'
  | 'end'
  | 'ending'
  | 'ended'
  | 'endFailed'
  | 'closed'
  | 'denied'
  | 'change'
  | 'unsupported'
  | 'install'
>;

/** The English texts that are needed from the start. */
export const pushOptInLabels: Omit<PushOptInLabels, keyof PushStageLabels> = {
  often: 'How often',
  stop: 'To stop',
  stopHow: 'Any time, right here or in the settings of your browser',
  note: 'Your browser asks you next.',
  allow: 'Allow messages',
  skip: 'No, thanks',
  skipped: 'All right. It stays here in case you change your mind.',
  reopen: 'Show it again',
  prompting: 'Your browser is asking …',
  failed: 'That did not work, and you will get no messages. Please try again.',
  noScript: 'To turn on messages, your browser needs JavaScript.',
};

declare module '../../provider/labels.ts' {
  interface LabelCatalogue {
    'push-opt-in': PushOptInLabels;
  }
}
