/** How large a yes is: 1 weak, 2 medium, 3 strong. */
export type Grade = 1 | 2 | 3;

/** What the visitor is after at this point of the journey. */
export type Moment = 'know' | 'go' | 'do' | 'buy';

/** Net Promoter buckets: 0 to 6, 7 to 8, 9 to 10 (Reichheld, Harvard Business Review, December 2003). */
export type NpsBucket = 'detractor' | 'passive' | 'promoter';

/** A vote. `choice` for a single answer, `choices` for several; never the text typed under "Other". */
export interface PollVoteData<Choice extends string | number = string | number> {
  /** The value picked, `'other'` for the free answer. Absent when several may be picked. */
  choice?: Choice;
  /** The values picked when several may be picked, in the order shown. */
  choices?: Choice[];
  /** The values in the order the visitor saw them, present when the order was shuffled. */
  order?: Choice[];
  /** Only for Net Promoter polls: the bucket of the score. */
  bucket?: NpsBucket;
}

/** The visitor's guess at what most others will say, made before the results are shown. */
export interface PollPredictData<Choice extends string | number = string | number> {
  /** The value the visitor expects to lead. */
  choice: Choice;
  /** Whether the guess was the leader at that moment; absent when there were too few votes to tell. */
  correct?: boolean;
}

/** A rating in whole (or half) symbols. */
export interface StarRatingData<Value extends number = number> {
  /** The rating, 1 to `max` (0.5 steps when half stars are allowed). */
  value: Value;
  /** The best value of the scale. */
  max: number;
  /** True when the visitor added a comment; the comment itself goes to `onSubmit` only. */
  commented?: boolean;
}

/** A reaction. */
export interface ReactionData<Value extends string = string> {
  /** What was given, from a list the developer chose; of several, the one that was pressed. */
  reaction: Value;
  /** All that the visitor gives now, when several may be given. */
  reactions?: Value[];
}

/** A click on something that leads elsewhere. */
export interface LinkData {
  /** Where to, from a list the developer chose (`'youtube'`, `'pdf'`), not a full address. */
  target: string;
}

/** Play or completion of a recording. */
export interface MediaData {
  /** Length in seconds, if known. */
  duration?: number;
  /** Seconds seen or heard once, without repeats; with those of earlier visits that the device remembers. */
  uniqueSeconds?: number;
  /** Milestone reached: 25, 50, 75 or 100. */
  percent?: number;
}

/** A form that was sent. Values stay with `onSubmit`. */
export interface FormSentData {
  /** Names of the fields that were filled in, never what was typed. */
  fields?: string[];
  /** Values of the fields that the developer marked `trackable`, by name; of no other. */
  answers?: Record<string, string | number | boolean>;
}

/** What opened a gate: its own form, or another ask's yes. */
export interface LeadGateData extends FormSentData {
  /** Kind of the commitment that was the key, such as `'poll.vote'`; absent when the gate's own form was sent. */
  key?: string;
}

/** A step of something longer. */
export interface StepData<Step extends string = string> {
  /** The step's own id. */
  step: Step;
  /** 1-based position on the way the visitor took. */
  position?: number;
  /** Likely number of steps on that way. */
  of?: number;
}

/** A result that a visitor took as theirs. The figures only where the developer marked them `track`. */
export interface CalculatorResultData {
  /** The result; of a range its lower end, of several the first. */
  result?: number;
  /** Upper end of a range. */
  to?: number;
  /** Currency or unit, as the developer named it: `'EUR'`, `'kilometer'`. */
  unit?: string;
}

/** What came out of a quiz, and on the way there, in `progressed` and `abandoned`, how far the visitor has come. */
export interface QuizData<Outcome extends string = string> extends Partial<StepData> {
  /** The outcome's own id. */
  outcome: Outcome;
  /** Points, or in percent how well the outcome fits. */
  score?: number;
  /** Answers to questions that the developer marked `trackable`, by question; of no other. Several are joined by commas. */
  answers?: Record<string, string>;
}

/** A search. The words only where the developer marked them `track`. */
export interface SearchBoxData {
  /** How many were found, 0 for none; absent where a page of its own shows them. */
  results?: number;
  /** What was searched for. */
  query?: string;
  /** How the words came about; absent where the box suggests nothing. */
  via?: 'typed' | 'suggestion' | 'recent';
}

/** One product as shops report it. */
export interface ProductData {
  /** The shop's own id of the product. */
  item: string;
  /** Pieces; 1 unless stated. */
  quantity?: number;
}

/** What was bought. */
export interface OrderData {
  /**
   * The shop's own number of the order, never used twice. With it the event has an id that the shop's server can make too, so that
   * both copies count once.
   */
  order?: string;
  /** Why a payment failed, in a word of the shop's own, such as `'card-declined'`. Only where the phase is `failed`. */
  reason?: string;
}

/** What is paid for again and again. */
export interface SubscriptionData extends OrderData {
  /** The shop's own name of the plan. */
  plan?: string;
}

/** That a visitor saw a variant: only ever `seen`, once per visitor, experiment and variant. It asks for nothing. */
export interface ExposureData {
  /** Id of the experiment. */
  experiment: string;
  /** Name of the variant, `'holdout'` for visitors who are kept out and see the first one. */
  variant: string;
}

/**
 * What the `data` of each kind of commitment holds. Add kinds of your own by declaration merging:
 *
 * ```ts
 * declare module 'smallyes/events' {
 *   interface CommitmentData { 'loan-slider.choose': { months: number } }
 * }
 * ```
 *
 * Every value must survive JSON: at most 20 keys, two levels and 4 KB.
 */
export interface CommitmentData {
  'poll.vote': PollVoteData;
  'poll.predict': PollPredictData;
  'star-rating.rate': StarRatingData;
  'reactions.react': ReactionData;
  'share-button.share': { method: string };
  'follow-link.follow': LinkData;
  'comment-form.post': FormSentData;
  'reading-progress.read': { percent: number };
  'video-player.play': MediaData;
  'video-player.complete': MediaData;
  'audio-player.play': MediaData;
  'audio-player.complete': MediaData;
  'quiz.complete': QuizData;
  'calculator.result': CalculatorResultData;
  'search-box.search': SearchBoxData;
  'offer-filter.filter': { facet: string; results?: number };
  'product-view.view': ProductData;
  'download-link.download': LinkData;
  'story-path.finish': StepData;
  'challenge.task': StepData;
  'contact-dialog.open': { trigger?: string };
  'step-form.step': StepData & Pick<FormSentData, 'answers'>;
  'experiment.expose': ExposureData;
  'return-visit.return': { days?: number };
  'newsletter-form.subscribe': FormSentData;
  'lead-gate.unlock': LeadGateData;
  'push-opt-in.allow': Record<never, never>;
  'account-form.create': FormSentData;
  'add-to-cart-button.add': ProductData;
  'checkout.step': StepData;
  'contact-dialog.submit': FormSentData;
  'challenge.complete': { tasks?: number };
  'step-form.submit': FormSentData & { ending?: string };
  'callback-request.request': FormSentData;
  'review-form.submit': { value?: number; max?: number };
  'checkout.subscribe': SubscriptionData;
  'checkout.purchase': OrderData;
}

/** The kind of a commitment, `component.act`. One of your own is added to {@link CommitmentData} first. */
export type Kind = keyof CommitmentData & string;
