import type { CatalogueKind } from '../events/catalogue.ts';
import type { CommitmentData } from '../events/kinds.ts';
import { kindPattern } from '../events/well-formed.ts';
import {
  type Check,
  either,
  type Fields,
  flag,
  form,
  list,
  number,
  object,
  oneOf,
  record,
  text,
  whole,
} from './collector-shapes.ts';

/** The fields of one kind: each that the type has, in the place where the type has it. */
type FieldsOf<Data> = {
  readonly must?: { readonly [F in keyof Data as undefined extends Data[F] ? never : F]-?: Check };
  readonly may?: { readonly [F in keyof Data as undefined extends Data[F] ? F : never]-?: Check };
} & Fields;

const seconds = number(0);
const percent = number(0, 100);
const value = number(0.5, 10);
const max = whole(2, 10);
const name = text(1_000);
const choice = either('a text of at most 1,000 characters or a number', text(1_000, 0), number());
const choices = list(100, choice);
const answer = either('a text, a number, true or false', text(10_000), number(), flag);

const sent = { fields: list(100, text(100)), answers: record(100, answer) };
const link = { must: { target: name } };
const media = { may: { duration: seconds, uniqueSeconds: seconds, percent } };
const place = { position: whole(1), of: whole(1) };
const step = { must: { step: name }, may: place };
const above: Check = (quantity) =>
  number()(quantity) ?? ((quantity as number) > 0 ? undefined : ': more than 0');
const product = { must: { item: name }, may: { quantity: above } };

/** The same knowledge as `events/schema`, which brings zod; a test compares the two. */
const fields: { readonly [K in CatalogueKind]: FieldsOf<CommitmentData[K]> } = {
  'poll.vote': {
    may: { choice, choices, order: choices, bucket: oneOf('detractor', 'passive', 'promoter') },
  },
  'poll.predict': { must: { choice }, may: { correct: flag } },
  'star-rating.rate': { must: { value, max }, may: { commented: flag } },
  'reactions.react': { must: { reaction: name }, may: { reactions: list(100, name) } },
  'share-button.share': { must: { method: name } },
  'follow-link.follow': link,
  'comment-form.post': { may: sent },
  'reading-progress.read': { must: { percent } },
  'video-player.play': media,
  'video-player.complete': media,
  'audio-player.play': media,
  'audio-player.complete': media,
  'quiz.complete': {
    must: { outcome: name },
    may: { score: number(), answers: record(100, name), step: name, ...place },
  },
  'calculator.result': { may: { result: number(), to: number(), unit: name } },
  'search-box.search': {
    may: { results: whole(0), query: name, via: oneOf('typed', 'suggestion', 'recent') },
  },
  'offer-filter.filter': { must: { facet: name }, may: { results: whole(0) } },
  'product-view.view': product,
  'download-link.download': link,
  'story-path.finish': step,
  'challenge.task': step,
  'contact-dialog.open': { may: { trigger: name } },
  'step-form.step': { must: { step: name }, may: { ...place, answers: sent.answers } },
  'experiment.expose': { must: { experiment: text(128), variant: text(128) } },
  'return-visit.return': { may: { days: number(0) } },
  'newsletter-form.subscribe': { may: sent },
  'lead-gate.unlock': { may: { ...sent, key: name } },
  'push-opt-in.allow': {},
  'account-form.create': { may: sent },
  'add-to-cart-button.add': product,
  'checkout.step': step,
  'contact-dialog.submit': { may: sent },
  'challenge.complete': { may: { tasks: whole(0) } },
  'step-form.submit': { may: { ...sent, ending: name } },
  'callback-request.request': { may: sent },
  'review-form.submit': { may: { value, max } },
  'checkout.subscribe': { may: { plan: name, order: name, reason: name } },
  'checkout.purchase': { may: { order: name, reason: name } },
};

// What `safeData` lets through: plain values, and lists or objects of them.
const plain = either(
  'a text of at most 1,000 characters, a number, true, false or null',
  text(1_000, 0),
  number(),
  flag,
  (one) => (one === null ? undefined : ': null'),
);
const loose = { least: 0, most: 20 };
const level: Check = (one) =>
  Array.isArray(one)
    ? list(100, plain)(one)
    : typeof one === 'object' && one !== null
      ? record(Infinity, plain, loose)(one)
      : plain(one);

/** The data of a kind that the kit does not know. */
const anyData = record(Infinity, level, loose);

/** The data of a commitment, whose fields must all be there, and of a step on the way, where any may be absent. */
const checks = new Map(
  Object.entries<Fields>(fields).map(([kind, { must, may }]) => [
    kind,
    { committed: object({ must, may }), step: object({ may: { ...must, ...may } }) },
  ]),
);

/** `component.act`, as `createEventSchema` has it. */
export const isKind: Check = (kind) =>
  form(kindPattern, 'component.act in lower case')(kind) ?? text(100)(kind);

/** Checks the data of an event: strictly for a kind of the catalogue, else that it is small and plain. */
export function checkData(kind: string, isCommitted: boolean, data: unknown): string | undefined {
  const own = checks.get(kind);
  return (own ? own[isCommitted ? 'committed' : 'step'] : anyData)(data);
}
