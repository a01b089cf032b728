import type { CommitmentEvent, EventBase, Phase } from 'smallyes/events';

/** Every leaf of a type as a path. Lists, texts and open records count as leaves. */
type Leaf<T> = {
  [K in keyof T & string]: NonNullable<T[K]> extends infer V
    ? V extends readonly unknown[] | string | number | boolean
      ? K
      : V extends object
        ? string extends keyof V
          ? K
          : `${K}.${Leaf<V>}`
        : K
    : never;
}[keyof T & string];

/** The name of a field of an event. The compiler refuses a table that lacks one or has one too many. */
export type EventField = Leaf<Required<EventBase>> | Exclude<keyof CommitmentEvent, keyof EventBase>;

export interface FieldRow {
  readonly example: string;
  readonly meaning: string;
}

/** Every field of an event, in the order in which an event carries them. */
export const eventFields: Readonly<Record<EventField, FieldRow>> = {
  v: { example: '1', meaning: 'Version of this shape. It rises only when a field changes its meaning.' },
  id: {
    example: "'01973c2e-…'",
    meaning:
      'Id of this event: a UUID version 7, so ids sort by time, but for two that are the same wherever they are made: of experiment.expose, whose time is 2000-01-03, and of an order, whose time is that of its attempt. The same in every tracker and every retry: count distinct ids, not rows.',
  },
  kind: { example: "'poll.vote'", meaning: 'What was asked for: the component, a dot, the act.' },
  phase: { example: "'committed'", meaning: 'How far the visitor came. Only committed is a commitment.' },
  grade: {
    example: '1',
    meaning:
      'How large the yes is: 1 weak, 2 medium, 3 strong. From the catalogue, unless the ask sets its own.',
  },
  'ask.id': {
    example: "'biggest-hurdle'",
    meaning: 'Which ask: the name the developer chose. Group by it to compare asks.',
  },
  'ask.placement': {
    example: "'sidebar'",
    meaning: 'Which spot on the page, when the same ask stands in several. Absent when there is one.',
  },
  'ask.moment': {
    example: "'know'",
    meaning: "The visitor's intent at that spot: know, go, do or buy. Absent when nobody said.",
  },
  attempt: {
    example: "'01973c2e-…'",
    meaning:
      'Ties the events of one try together, from seen to the end; one that is under way outlives a change of route. Count distinct attempts for a funnel.',
  },
  'exchange.give': { example: "['email']", meaning: 'What the visitor gives, as the ask shows it.' },
  'exchange.get': { example: "['guide']", meaning: 'What the visitor gets in return, as the ask shows it.' },
  'value.amount': { example: '12.5', meaning: 'What this yes is worth to you. Never without a currency.' },
  'value.currency': { example: "'EUR'", meaning: 'Currency of that amount, three letters of ISO 4217.' },
  data: {
    example: "{ choice: 'Trust' }",
    meaning:
      'The answer itself; its fields depend on the kind. Complete when committed, partial in other phases. Never what a visitor typed.',
  },
  'ladder.id': {
    example: "'shop-audit'",
    meaning: 'The ladder that the ask belongs to. Absent without one.',
  },
  'ladder.rung': { example: '2', meaning: 'On which rung the ask stands, counted from 1.' },
  'ladder.of': { example: '4', meaning: 'How many rungs the ladder has.' },
  'ladder.next': { example: "'checklist'", meaning: 'The ask that the ladder would show next.' },
  experiments: {
    example: "{ headline: 'b' }",
    meaning: 'Which variant of which experiment the visitor saw. Absent without experiments.',
  },
  'session.id': {
    example: "'01973c2d-…'",
    meaning: 'The visit. A new one begins after 30 minutes without an event.',
  },
  'session.n': {
    example: '3',
    meaning:
      'Number of the visit: 1 for the first that this browser remembers. Counted from the page load while nothing may be stored.',
  },
  'session.campaign.first': {
    example: "{ utm_source: 'news' }",
    meaning: 'Campaign parameters of the first arrival that had some. Only the six utm_ names.',
  },
  'session.campaign.last': {
    example: "{ utm_source: 'ads' }",
    meaning: 'Campaign parameters of the latest arrival that had some.',
  },
  'page.path': {
    example: "'/blog/second-click'",
    meaning: 'Path of the page. Query parameters are left out unless the developer allows them by name.',
  },
  'page.viewId': { example: "'01973c2e-…'", meaning: 'One page load, or one route of a client-side router.' },
  'page.referrerHost': {
    example: "'www.google.com'",
    meaning: 'Host of the page that led here. Absent when it is your own site or unknown.',
  },
  'visitor.id': {
    example: "'01972a11-…'",
    meaning: 'The remembered visitor. Present only when analytics and functional are both granted.',
  },
  'visitor.isNew': { example: 'false', meaning: 'True during the first visit.' },
  'visitor.segments': {
    example: "['hurdle:trust']",
    meaning: 'What earlier answers said of this visitor, oldest first, 20 at most.',
  },
  'consent.analytics': {
    example: "'granted'",
    meaning: "The visitor's word on measuring when the event happened: granted, denied or unknown.",
  },
  'consent.advertising': { example: "'denied'", meaning: 'The same for advertising.' },
  'consent.functional': { example: "'granted'", meaning: 'The same for remembering things in the browser.' },
  time: { example: '1795293667312', meaning: "Milliseconds since 1970 by the visitor's clock, in UTC." },
  seq: {
    example: '4',
    meaning: 'Rises with every event of a page load. To order events, sort by time, page.viewId, seq.',
  },
};

/** When each phase goes out, and how often within one attempt. */
export const phases: Readonly<Record<Phase, { readonly when: string; readonly times: string }>> = {
  seen: {
    when: 'At least half of the ask was on the screen for one second without a break, in a visible tab.',
    times: 'once',
  },
  started: { when: 'The first real interaction: a pick, a key, a click into a field.', times: 'once' },
  progressed: { when: 'A step of something longer is done, but not the whole.', times: 'any number' },
  committed: {
    when: 'The yes has succeeded. With onSubmit: after your server said so, not before.',
    times: 'once per kind, again after a withdrawal',
  },
  confirmed: { when: 'A second proof of the same yes, such as the link in a mail.', times: 'once per yes' },
  withdrawn: {
    when: 'The visitor took the yes back, or is about to replace it by another answer.',
    times: 'once per yes',
  },
  dismissed: { when: 'The visitor said no: skipped or closed the ask.', times: 'once' },
  abandoned: {
    when: 'The page was hidden or left, or a router took the ask away, after the visitor had started and before an end. A later yes of the same attempt wins.',
    times: 'once',
  },
  failed: { when: 'The visitor said yes, and it did not arrive: onSubmit failed.', times: 'any number' },
};
