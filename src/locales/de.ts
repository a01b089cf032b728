import type { PollLabels } from '../components/poll/poll-labels.ts';
import type { StarRatingLabels } from '../components/star-rating/star-rating-labels.ts';
import type { StarRatingSummaryLabels } from '../components/star-rating/star-rating-summary.tsx';

/**
 * German texts: `<CommitmentProvider locale="de" labels={de}>`. They address the visitor formally. A summary asks no
 * provider, since it may stand in a Server Component: `<StarRatingSummary locale="de" labels={de['star-rating-summary']} />`.
 */
export const de: {
  readonly poll: PollLabels;
  readonly 'star-rating': StarRatingLabels;
  readonly 'star-rating-summary': StarRatingSummaryLabels;
} = {
  poll: {
    vote: 'Abstimmen',
    skip: 'Überspringen',
    change: 'Ändern',
    reopen: 'Doch antworten',
    oneClick: 'Ein Klick ist Ihre Stimme.',
    atLeast: 'Wählen Sie mindestens {min}.',
    atMost: 'Wählen Sie bis zu {max}.',
    between: 'Wählen Sie {min} bis {max}.',
    other: 'Etwas anderes',
    otherText: 'In Ihren eigenen Worten',
    npsLow: 'Überhaupt nicht wahrscheinlich',
    npsHigh: 'Äußerst wahrscheinlich',
    thanks: 'Danke, Ihre Stimme zählt.',
    sending: 'Ihre Stimme wird gesendet …',
    loading: 'Es wird gezählt …',
    votes: { one: '{count} Stimme', other: '{count} Stimmen' },
    few: 'Ergebnisse gibt es ab {count} Stimmen.',
    failed: 'Ihre Stimme ist nicht angekommen. Bitte versuchen Sie es noch einmal.',
    closed: 'Diese Umfrage ist beendet.',
    skipped: 'Übersprungen.',
    result: {
      one: '{option}: {percent} Prozent, {count} Stimme',
      other: '{option}: {percent} Prozent, {count} Stimmen',
    },
    yourChoice: 'Ihre Wahl',
    yourGuess: 'Ihr Tipp',
    roundVote: 'Zuerst Ihre eigene Antwort.',
    roundGuess: 'Und nun ein Tipp: Was sagen die meisten anderen?',
    guess: 'Tippen',
    guessRight: 'Richtig getippt: Das liegt vorn.',
    guessWrong: 'Die meisten anderen sagen etwas anderes.',
    guessNoted: 'Ihr Tipp ist notiert.',
  },
  'star-rating': {
    item: { one: '{count} Stern', other: '{count} Sterne' },
    outOf: '{value} von {max}',
    hint: 'Wählen Sie {min} bis {max}',
    ends: '{min} = {low}, {max} = {high}',
    rated: 'Ihre Bewertung: {rating}. Vielen Dank!',
    clear: 'Bewertung löschen',
    cleared: 'Bewertung gelöscht.',
    submit: 'Bewertung senden',
    saving: 'Ihre Bewertung wird gespeichert …',
    failed: 'Ihre Bewertung wurde nicht gespeichert.',
    retry: 'Noch einmal versuchen',
    already: 'Sie haben hier bereits bewertet.',
    comment: 'Kommentar (freiwillig)',
    commentRequired: 'Kommentar',
  },
  'star-rating-summary': {
    average: '{value} von {max}',
    count: { one: '{count} Bewertung', other: '{count} Bewertungen' },
    row: { one: '{count} Stern', other: '{count} Sterne' },
    breakdown: 'Bewertungen nach Sternen',
    none: 'Noch keine Bewertungen',
    unusable: 'Keine Angaben verfügbar',
  },
};
