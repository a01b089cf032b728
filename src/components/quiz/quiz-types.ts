/** How a quiz comes to its result. */
export type QuizMode = 'personality' | 'match' | 'score';

/** What an outcome can be like, and an answer can want. */
export type QuizTrait = string | number | boolean;

/** Traits by name, each one or several. */
export type QuizTraits = Readonly<Record<string, QuizTrait | readonly QuizTrait[]>>;

interface OutcomeTexts {
  /** The heading of the result. */
  readonly title: string;
  /** A sentence or two below it. */
  readonly text?: string | undefined;
}

/** A picture of an answer. */
export interface QuizImage {
  /** Where it is: relative, http, https, or the picture itself as `data:image/…`. */
  readonly src: string;
  /** What it shows, where the label does not say it. Read before the label. Default empty. */
  readonly alt?: string | undefined;
  /** Its width and height in pixels keep its room while it loads. Default: it is cut to a shape of 4 by 3. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

interface AnswerTexts<Value> {
  /** What your code calls it, and events if the question is `trackable`; the same from visit to visit. */
  readonly value: Value;
  /** What the visitor reads. */
  readonly label: string;
  /** A second, quieter line. */
  readonly description?: string | undefined;
  /** A picture above the label. Answers with pictures stand beside each other. Default none. */
  readonly image?: QuizImage | undefined;
  /** What is said of this answer once it is given: see the prop `feedback`. */
  readonly feedback?: string | undefined;
}

interface SeveralAnswers {
  /** The fewest answers, where several are possible. Default 1. */
  readonly min?: number | undefined;
  /** The most answers, where several are possible. Default all. */
  readonly max?: number | undefined;
}

/** Which questions may have several answers. */
type WithSeveral<Several> = {
  readonly [Id in keyof Several]: {
    /**
     * Several answers are possible, by checkboxes. In the modes `personality` and `match` they share what the question has to say, so
     * that who picks more says no more; points add up, and without points the question is right when just the right ones are
     * picked. Default false.
     */
    readonly multiple?: Several[Id];
  };
};

interface QuestionTexts extends SeveralAnswers {
  /** What is asked. */
  readonly question: string;
  /** A quieter line below it. */
  readonly description?: string | undefined;
  /** May be left out. Default false. What is left out counts neither for nor against anything. */
  readonly optional?: boolean | undefined;
  /** Lets events carry what was answered, in `data.answers`, several answers joined by commas. Default false. */
  readonly trackable?: boolean | undefined;
}

interface PersonalityAnswer<Value, Outcome extends string> extends AnswerTexts<Value> {
  /** The outcomes that it speaks for: one, several, or with weights. One named without a weight gets 1. Default none. */
  readonly for?: Outcome | readonly Outcome[] | { readonly [O in Outcome]?: number | undefined } | undefined;
}

interface MatchAnswer<Value> extends AnswerTexts<Value> {
  /** Traits that the visitor wants; of a list, any one. Without it the question counts for nobody. */
  readonly wants?: QuizTraits | undefined;
}

interface ScoreAnswer<Value> extends AnswerTexts<Value> {
  /** What it is worth: at most 6 decimals. Default 1 where `correct`, else 0. */
  readonly points?: number | undefined;
  /** It is right. Where a question has a right answer, the visitor is told which. Default false. */
  readonly correct?: boolean | undefined;
}

interface WithAnswers<Answer> {
  /** Two or more, in the order shown. */
  readonly answers: readonly Answer[];
}

/** `mode: 'personality'`: each answer speaks for outcomes; the one with the most wins. */
export interface PersonalityQuiz<Outcome extends string, Answers, Several = unknown> {
  readonly mode: 'personality';
  /** By id, two or more. After a tie the one that stands first wins. */
  readonly outcomes: { readonly [O in Outcome]: OutcomeTexts };
  /** By id, in the order asked. */
  readonly questions: {
    readonly [Id in keyof Answers]: QuestionTexts &
      WithAnswers<PersonalityAnswer<Answers[Id], NoInfer<Outcome>>>;
  } & WithSeveral<Several>;
  /** Id of the question whose answer decides a tie. Default: the order of the outcomes does. */
  readonly tieBreak?: NoInfer<keyof Answers> | undefined;
}

/** `mode: 'match'`: outcomes have traits, answers want some; the outcome that has most of what is wanted wins. */
export interface MatchQuiz<Outcome extends string, Answers, Several = unknown> {
  readonly mode: 'match';
  /** What can be found, by id, two or more. After a tie the one that stands first wins; ids that are numbers stand by size. */
  readonly outcomes: {
    readonly [O in Outcome]: OutcomeTexts & {
      /** What it is like. */
      readonly has: QuizTraits;
    };
  };
  /** By id, in the order asked. */
  readonly questions: {
    readonly [Id in keyof Answers]: QuestionTexts & {
      /** How much this question matters, above 0. Default 1. */
      readonly weight?: number | undefined;
    } & WithAnswers<MatchAnswer<Answers[Id]>>;
  } & WithSeveral<Several>;
  /** Id of the question whose answer decides a tie. Default: the order of the outcomes does. */
  readonly tieBreak?: NoInfer<keyof Answers> | undefined;
}

/** `mode: 'score'`: answers have points, outcomes are ranges of them. */
export interface ScoreQuiz<Outcome extends string, Answers, Category extends string, Several = unknown> {
  readonly mode: 'score';
  /** Ranges of points, by id. */
  readonly outcomes: {
    readonly [O in Outcome]: OutcomeTexts & {
      /** The lowest score in it. It reaches up to the next range. Default: no lower bound. */
      readonly from?: number | undefined;
      /** The highest score in it, only to have gaps and overlaps found. Default: up to the next range. */
      readonly to?: number | undefined;
    };
  };
  /** By id, in the order asked. */
  readonly questions: {
    readonly [Id in keyof Answers]: QuestionTexts & {
      /** Id of the category that its points count for as well. Default none. */
      readonly category?: NoInfer<Category> | undefined;
    } & WithAnswers<ScoreAnswer<Answers[Id]>>;
  } & WithSeveral<Several>;
  /** Names of categories that get a score of their own, by id. Default none. */
  readonly categories?: { readonly [C in Category]: string } | undefined;
}

/** One outcome, ready for use. */
export interface QuizOutcome<Outcome extends string = string> extends OutcomeTexts {
  readonly id: Outcome;
  readonly has?: QuizTraits | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** One answer, ready for use. */
export interface QuizAnswer extends AnswerTexts<string> {
  readonly for?: string | readonly string[] | Readonly<Record<string, number | undefined>> | undefined;
  readonly wants?: QuizTraits | undefined;
  readonly points?: number | undefined;
  readonly correct?: boolean | undefined;
}

/** One question, ready for use. */
export interface QuizQuestion extends QuestionTexts {
  readonly id: string;
  readonly weight?: number | undefined;
  readonly category?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly answers: readonly QuizAnswer[];
}

/** A quiz, made by `defineQuiz`: plain data, which may cross from a Server Component. */
export interface QuizDefinition<
  Outcome extends string = string,
  Answers = Readonly<Record<string, string | readonly string[]>>,
  Category extends string = string,
> {
  readonly mode: QuizMode;
  readonly outcomes: readonly QuizOutcome<Outcome>[];
  readonly questions: readonly QuizQuestion[];
  readonly categories: readonly { readonly id: Category; readonly title: string }[];
  readonly tieBreak?: string | undefined;
  /** Exists for the compiler alone. */
  readonly types?: { readonly answers: Answers } | undefined;
}

/** What was posted: `FormData`, `URLSearchParams`, or anything like them. */
export interface QuizEntries {
  getAll(name: string): readonly unknown[];
}

/** What each question is answered with: one value, or where several are possible a list of them. */
export type QuizValues<Answers, Several> = {
  readonly [Id in keyof Answers]: Id extends keyof Several
    ? Several[Id] extends true
      ? readonly Answers[Id][]
      : Answers[Id]
    : Answers[Id];
};

/** Values of answers by question; what is left out was not answered. */
export type QuizAnswers<Answers = Readonly<Record<string, string | readonly string[]>>> = {
  readonly [Id in keyof Answers]?: Answers[Id] | undefined;
};

/** An answer that counted for the outcome. */
export type QuizReason<Answers = Readonly<Record<string, string | readonly string[]>>> = {
  readonly [Id in keyof Answers]: {
    readonly question: Id;
    readonly answer: Answers[Id];
    /** What this added to the outcome: weight or points, above 0. */
    readonly weight: number;
  };
}[keyof Answers];

/** What came out of a quiz, in short. */
export interface QuizVerdict<
  Outcome extends string = string,
  Answers = Readonly<Record<string, string | readonly string[]>>,
> {
  /** Id of the outcome. */
  readonly outcome: Outcome;
  /** Points in the mode `score`; else how well the outcome fits, in percent. */
  readonly score: number;
  /** The most that `score` could be. */
  readonly of: number;
  /** The answers that it comes from. */
  readonly answers: QuizAnswers<Answers>;
}

/** What came out of a quiz, and why. */
export interface QuizResult<
  Outcome extends string = string,
  Answers = Readonly<Record<string, string | readonly string[]>>,
  Category extends string = string,
> extends QuizVerdict<Outcome, Answers> {
  /** All outcomes with their percent, the best first; empty in the mode `score`. */
  readonly ranking: readonly { readonly outcome: Outcome; readonly score: number }[];
  /** Points by category, in their order, without those of which no question was answered. */
  readonly categories: readonly {
    readonly category: Category;
    readonly score: number;
    readonly of: number;
  }[];
  /** Why this outcome: the answers that counted for it, the weightiest first. */
  readonly reasons: readonly QuizReason<Answers>[];
  /** How many questions were left out. */
  readonly skipped: number;
}
