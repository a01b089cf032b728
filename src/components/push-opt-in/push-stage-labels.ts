import type { PushStageLabels } from './push-opt-in-labels.ts';

/** The English texts of what comes late. */
export const pushStageLabels: PushStageLabels = {
  subscribing: 'One moment …',
  allowed: 'Done! You will get these messages on this device.',
  end: 'Stop messages',
  ending: 'Stopping …',
  ended: 'Stopped. This device gets no more of these messages.',
  endFailed: 'That did not work. Please try again, or block messages in the settings of your browser.',
  closed: 'Nothing has changed. You can decide whenever you like.',
  denied: 'Your browser lets no messages from this site through.',
  change: 'To change that, open the site settings beside the address, and set notifications to “Allow”.',
  unsupported: 'This browser cannot show messages of a site.',
  install:
    'On this device, messages need the app on your Home Screen: open the Share menu, pick “Add to Home Screen”, and come back here from there.',
};
