/** How far a visitor has come. */
interface StoryWay {
  /** The steps that were read, in the order of the latest visit to each; the last is where the visitor is. */
  readonly walked: readonly string[];
  /** All of them were. */
  readonly isFinished: boolean;
}

/** What a note or this page knows of the way; of a story with other steps since, what is left of it. */
export function wayOf(known: readonly string[], steps: readonly string[], first: string): StoryWay {
  const walked = known.filter((one, at) => steps.includes(one) && known.lastIndexOf(one) === at);
  return {
    walked: walked.length > 0 ? walked : [first],
    isFinished: steps.length > 1 && walked.length >= steps.length,
  };
}
