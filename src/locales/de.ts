import type { AudioPlayerLabels } from '../components/audio-player/audio-player-labels.ts';
import type { ChallengeLabels } from '../components/challenge/challenge-labels.ts';
import type { CommentFormLabels } from '../components/comment-form/comment-form-labels.ts';
import type { ContactDialogLabels } from '../components/contact-dialog/contact-dialog-labels.ts';
import type { DownloadLinkLabels } from '../components/download-link/download-link-labels.ts';
import type { FollowLinkLabels } from '../components/follow-link/follow-link-labels.ts';
import type { LadderProgressLabels } from '../components/ladder-progress/ladder-progress-labels.ts';
import type { LeadGateLabels } from '../components/lead-gate/lead-gate-labels.ts';
import type { NewsletterFormLabels } from '../components/newsletter-form/newsletter-form-labels.ts';
import type { PodcastSubscribeLabels } from '../components/newsletter-form/podcast-subscribe-labels.ts';
import type { WebinarSignupLabels } from '../components/newsletter-form/webinar-signup-labels.ts';
import type { NextAskLabels } from '../components/next-ask/next-ask-labels.ts';
import type { PollLabels } from '../components/poll/poll-labels.ts';
import type { ReactionsLabels } from '../components/reactions/reactions-labels.ts';
import type { ReadingProgressLabels } from '../components/reading-progress/reading-progress-labels.ts';
import type { ReviewFormLabels } from '../components/review-form/review-form-labels.ts';
import type { ShareButtonLabels } from '../components/share-button/share-button-labels.ts';
import type { StarRatingLabels } from '../components/star-rating/star-rating-labels.ts';
import type { StarRatingSummaryLabels } from '../components/star-rating/star-rating-summary.tsx';
import type { StepFormLabels } from '../components/step-form/step-form-labels.ts';
import type { StoryPathLabels } from '../components/story-path/story-path-labels.ts';
import type { VideoPlayerLabels } from '../components/video-player/video-player-labels.ts';
import type { FormLabels } from '../form/form-labels.ts';

/**
 * German texts: `<CommitmentProvider locale="de" labels={de}>`. They address the visitor formally. A summary asks no
 * provider, since it may stand in a Server Component: `<StarRatingSummary locale="de" labels={de['star-rating-summary']} />`.
 */
export const de: {
  readonly form: FormLabels;
  readonly 'lead-gate': LeadGateLabels;
  readonly 'contact-dialog': ContactDialogLabels;
  readonly poll: PollLabels;
  readonly reactions: ReactionsLabels;
  readonly 'story-path': StoryPathLabels;
  readonly challenge: ChallengeLabels;
  readonly 'download-link': DownloadLinkLabels;
  readonly 'comment-form': CommentFormLabels;
  readonly 'review-form': ReviewFormLabels;
  readonly 'share-button': ShareButtonLabels;
  readonly 'follow-link': FollowLinkLabels;
  readonly 'star-rating': StarRatingLabels;
  readonly 'video-player': VideoPlayerLabels;
  readonly 'audio-player': AudioPlayerLabels;
  readonly 'star-rating-summary': StarRatingSummaryLabels;
  readonly 'step-form': StepFormLabels;
  readonly 'newsletter-form': NewsletterFormLabels;
  readonly 'podcast-subscribe': PodcastSubscribeLabels;
  readonly 'webinar-signup': WebinarSignupLabels;
  readonly 'next-ask': NextAskLabels;
  readonly 'ladder-progress': LadderProgressLabels;
  readonly 'reading-progress': ReadingProgressLabels;
} = {
  form: {
    optional: '{label} (freiwillig)',
    pick: 'Bitte wählen …',
    street: 'Straße und Hausnummer',
    line2: 'Wohnung, Stockwerk, Gebäude',
    postalCode: 'Postleitzahl',
    city: 'Ort',
    region: 'Bundesland oder Kanton',
    country: 'Land',
    charactersLeft: { one: 'Noch {count} Zeichen', other: 'Noch {count} Zeichen' },
    charactersOver: { one: '{count} Zeichen zu viel', other: '{count} Zeichen zu viel' },
    fileHint: 'Bis zu {megabytes} MB',
    fileClear: 'Entfernen',
    required: 'Bitte füllen Sie dies aus.',
    consentRequired: 'Bitte setzen Sie hier einen Haken, um fortzufahren.',
    choiceRequired: 'Bitte wählen Sie eine Antwort.',
    fileRequired: 'Bitte wählen Sie eine Datei.',
    email: 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@example.com.',
    emailDomain: 'Bitte geben Sie eine andere E-Mail-Adresse an: An diese Domain können wir nicht schreiben.',
    phone: 'Bitte geben Sie eine Telefonnummer an, zum Beispiel +49 30 1234567.',
    url: 'Bitte geben Sie eine Internetadresse an, zum Beispiel example.com.',
    number: 'Bitte geben Sie eine Zahl an.',
    tooLow: 'Bitte geben Sie {min} oder mehr an.',
    tooHigh: 'Bitte geben Sie {max} oder weniger an.',
    step: 'Bitte geben Sie ein Vielfaches von {step} an.',
    tooShort: 'Bitte schreiben Sie mindestens {count} Zeichen.',
    tooLong: 'Bitte kürzen Sie dies auf {count} Zeichen; es hat {length}.',
    pattern: 'Bitte schreiben Sie dies in der verlangten Form.',
    date: 'Bitte wählen Sie einen Tag des Kalenders.',
    tooEarly: 'Bitte wählen Sie den {date} oder später.',
    tooLate: 'Bitte wählen Sie den {date} oder früher.',
    tooFew: 'Bitte wählen Sie mindestens {count}.',
    tooMany: 'Bitte wählen Sie höchstens {count}.',
    tooManyFiles: {
      one: 'Bitte wählen Sie höchstens {count} Datei.',
      other: 'Bitte wählen Sie höchstens {count} Dateien.',
    },
    fileSize: '„{name}“ ist zu groß. Bitte wählen Sie eine Datei bis {megabytes} MB.',
    fileType: '„{name}“ ist von einer Art, die wir nicht lesen können.',
    invalid: 'Bitte prüfen Sie dies.',
    problems: {
      one: 'Bitte sehen Sie {count} Antwort noch einmal an.',
      other: 'Bitte sehen Sie {count} Antworten noch einmal an.',
    },
    submit: 'Senden',
    sending: 'Wird gesendet …',
    failed: 'Das wurde nicht gesendet. Ihre Angaben sind noch da: Bitte versuchen Sie es noch einmal.',
    retry: 'Noch einmal versuchen',
    sent: 'Vielen Dank! Es ist angekommen.',
    pending: 'Fast geschafft: Bitte bestätigen Sie mit der E-Mail, die wir gerade geschickt haben.',
    already: 'Das wissen wir schon. Vielen Dank!',
    give: 'Sie geben',
    get: 'Sie bekommen',
  },
  'lead-gate': {
    email: 'E-Mail-Adresse',
    submit: 'Jetzt holen',
    skip: 'Nein, danke',
    skipped: 'In Ordnung. Es bleibt hier, falls Sie es sich anders überlegen.',
    reopen: 'Wieder anzeigen',
    byKey: 'Ihre Antwort öffnet es.',
    turning: 'Einen Moment …',
    opened: 'Vielen Dank! Es gehört jetzt Ihnen.',
    already: 'Willkommen zurück! Das gehört Ihnen schon.',
    received: 'Vielen Dank! Ihre Antwort ist angekommen.',
    known: 'Das gehört Ihnen schon.',
    open: 'Öffnen: {get}',
    opening: 'Wird geöffnet …',
    failed: 'Das lässt sich gerade nicht öffnen. Ihr Zugang bleibt: Bitte versuchen Sie es noch einmal.',
    retry: 'Noch einmal versuchen',
    refused: 'Ihr Zugang ist abgelaufen oder gilt hier nicht. Bitte fordern Sie ihn noch einmal an.',
    mailed: 'Fast geschafft: Öffnen Sie den Link, den wir soeben an {email} geschickt haben.',
    mailedSomewhere: 'Fast geschafft: Öffnen Sie den Link, den wir Ihnen soeben geschickt haben.',
    noMail: 'Keine Mail? Sie kann eine Minute brauchen. Sehen Sie auch im Spam-Ordner nach.',
    resend: 'Noch einmal senden',
    resendIn: {
      one: 'Noch einmal senden in {count} Sekunde',
      other: 'Noch einmal senden in {count} Sekunden',
    },
    change: 'Andere Adresse angeben',
    content: 'Freigeschaltet: {get}',
    noScript: 'Zum Absenden braucht Ihr Browser JavaScript.',
  },
  'contact-dialog': {
    opening: 'Wird geöffnet …',
    notOpened:
      'Das ließ sich nicht öffnen. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    notSent:
      'Das wurde nicht gesendet. Ihr Text bleibt erhalten: Öffnen Sie das Formular noch einmal, um ihn zu senden.',
    close: 'Schließen',
    kept: 'Was Sie geschrieben haben, ist noch da. Mit Escape oder „Schließen“ gehen Sie hinaus, Ihr Text bleibt erhalten.',
    done: 'Fertig',
    again: 'Noch etwas schreiben',
  },
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
  'story-path': {
    steps: 'Schritte der Geschichte',
    progress: '{position} von {count}',
    done: '{title}, gelesen',
    goOn: 'Weiter',
    back: 'Zurück',
    skip: 'Zum Ende springen',
    resume: 'Bei Schritt {position} weiterlesen',
    finished: 'Das war die ganze Geschichte. Danke fürs Lesen.',
  },
  challenge: {
    progress: '{done} von {count} erledigt',
    day: 'Tag {day}',
    opensOn: 'Öffnet sich am Tag {day}',
    opensTomorrow: 'Öffnet sich morgen',
    opensIn: { one: 'Öffnet sich in {count} Tag', other: 'Öffnet sich in {count} Tagen' },
    ticked: 'Gut gemacht: {done} von {count}.',
    moreTomorrow: 'Das ist alles für heute. Die nächste Aufgabe öffnet sich morgen.',
    moreIn: {
      one: 'Das ist alles für heute. Die nächste Aufgabe öffnet sich in {count} Tag.',
      other: 'Das ist alles für heute. Die nächste Aufgabe öffnet sich in {count} Tagen.',
    },
    undone: 'Zurückgenommen.',
    complete: {
      one: '{count} Aufgabe erledigt. Sie haben es geschafft!',
      other: 'Alle {count} Aufgaben erledigt. Sie haben es geschafft!',
    },
    failed: 'Das wurde nicht gespeichert. Bitte versuchen Sie es noch einmal.',
  },
  reactions: {
    group: 'Reaktionen',
    like: 'Gefällt mir',
    up: 'Daumen hoch',
    down: 'Daumen runter',
    thanks: 'Vielen Dank!',
    withdrawn: 'Zurückgenommen.',
    failed: 'Das wurde nicht gespeichert. Bitte versuchen Sie es noch einmal.',
  },
  'video-player': {
    play: 'Abspielen',
    loading: 'Das Video wird geladen …',
    slow: 'Das dauert länger als sonst. Vielleicht ist Ihre Verbindung langsam.',
    refused: 'Ihr Browser hat das Video nicht gestartet.',
    failed: 'Das Video lässt sich gerade nicht abspielen.',
    retry: 'Noch einmal versuchen',
    paused: 'Kurz angehalten für eine Frage.',
    skip: 'Überspringen und weitersehen',
    resume: 'Weitersehen',
    complete: 'Danke fürs Zusehen!',
    chapters: 'Kapitel',
    transcript: 'Zum Nachlesen',
  },
  'audio-player': {
    play: 'Anhören',
    loading: 'Die Aufnahme wird geladen …',
    slow: 'Das dauert länger als sonst. Vielleicht ist Ihre Verbindung langsam.',
    refused: 'Ihr Browser hat die Aufnahme nicht gestartet.',
    failed: 'Die Aufnahme lässt sich gerade nicht abspielen.',
    retry: 'Noch einmal versuchen',
    paused: 'Kurz angehalten für eine Frage.',
    skip: 'Überspringen und weiterhören',
    resume: 'Weiterhören',
    complete: 'Danke fürs Zuhören!',
    chapters: 'Kapitel',
    transcript: 'Zum Nachlesen',
  },
  'comment-form': {
    heading: 'Was meinen Sie?',
    comment: 'Ihr Kommentar',
    submit: 'Kommentar absenden',
    moderated: 'Vielen Dank! Ihr Kommentar wartet auf die Freigabe.',
    published: 'Vielen Dank! Ihr Kommentar ist veröffentlicht.',
    received: 'Vielen Dank! Ihr Kommentar ist angekommen.',
    already: 'Das haben Sie schon geschrieben.',
    again: 'Noch einen Kommentar schreiben',
    noScript: 'Zum Absenden braucht Ihr Browser JavaScript.',
  },
  'review-form': {
    heading: 'Schreiben Sie eine Bewertung',
    rating: 'Ihre Bewertung',
    title: 'Titel',
    text: 'Was sollen andere wissen?',
    name: 'Ihr Name',
    submit: 'Bewertung absenden',
    moderated: 'Vielen Dank! Ihre Bewertung wartet auf die Freigabe.',
    published: 'Vielen Dank! Ihre Bewertung ist veröffentlicht.',
    received: 'Vielen Dank! Ihre Bewertung ist angekommen.',
    already: 'Das haben Sie schon bewertet.',
    noScript: 'Zum Absenden braucht Ihr Browser JavaScript.',
  },
  'share-button': {
    share: 'Teilen',
    link: 'Adresse der Seite',
    copy: 'Link kopieren',
    copied: 'Link kopiert. Danke fürs Teilen!',
    refused: 'Ihr Browser hat es nicht erlaubt. Der Link ist markiert: Kopieren Sie ihn von Hand.',
    targets: 'Teilen per',
    mail: 'E-Mail',
    thanks: 'Danke fürs Teilen!',
  },
  'follow-link': {
    follow: 'Folgen Sie uns auf {name}',
    open: '{name} öffnen',
    following: 'Sie folgen uns auf {name}.',
    thanks: 'Danke für Ihr Interesse!',
  },
  'download-link': {
    download: 'Herunterladen',
    details: '{type}, {size}',
    thanks: 'Ihr Download beginnt.',
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
  'step-form': {
    next: 'Weiter',
    back: 'Zurück',
    progress: 'Schritt {position} von {count}',
    steps: 'Schritte',
    done: '{title}, erledigt',
    review: 'Prüfen Sie Ihre Angaben',
    edit: 'Ändern',
    editStep: '„{title}“ ändern',
    empty: 'Keine Angabe',
    yes: 'Ja',
    no: 'Nein',
    checking: 'Einen Moment …',
    checkFailed:
      'Das ließ sich gerade nicht prüfen. Ihre Angaben sind noch da: Bitte versuchen Sie es noch einmal.',
    refused: 'Mit diesen Angaben können wir leider nicht fortfahren.',
    kept: 'Wir haben Ihre Angaben aufgehoben.',
    startOver: 'Von vorn beginnen',
    log: 'Ihre bisherigen Angaben',
    change: 'Meine Angaben ändern',
  },
  'newsletter-form': {
    email: 'E-Mail-Adresse',
    topics: 'Worüber möchten Sie lesen?',
    frequency: 'Wie oft?',
    submit: 'Abonnieren',
    skip: 'Nein, danke',
    skipped: 'In Ordnung. Es bleibt hier, falls Sie es sich anders überlegen.',
    reopen: 'Wieder anzeigen',
    received: 'Vielen Dank! Ihre Anmeldung ist angekommen.',
    subscribed: 'Vielen Dank! Sie haben abonniert.',
    already: 'Diese Adresse steht schon auf der Liste. Schön, dass Sie dabei sind!',
    confirmed: 'Bestätigt! Sie haben abonniert.',
    pending: 'Noch ein Schritt: Bestätigen Sie über den Link, den wir soeben an {email} geschickt haben.',
    pendingSomewhere: 'Noch ein Schritt: Bestätigen Sie über den Link, den wir Ihnen soeben geschickt haben.',
    noMail: 'Keine Mail? Sie kann eine Minute brauchen. Sehen Sie auch im Spam-Ordner nach.',
    resend: 'Noch einmal senden',
    resendIn: {
      one: 'Noch einmal senden in {count} Sekunde',
      other: 'Noch einmal senden in {count} Sekunden',
    },
    resent: 'Noch einmal an {email} gesendet. Bestätigen Sie über den Link in dieser Mail.',
    change: 'Falsche Adresse?',
    coupon: 'Ihr Code',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyFailed: 'Ihr Browser hat es nicht erlaubt. Der Code ist markiert: Kopieren Sie ihn von Hand.',
    expires: 'Gültig bis {date}.',
    expired: 'Er galt bis {date}.',
    couponComing: 'Ihr Code ist unterwegs …',
    couponFailed:
      'Ihr Code ließ sich gerade nicht abrufen. Er ist nicht verloren: Bitte versuchen Sie es noch einmal.',
    retry: 'Noch einmal versuchen',
    noScript: 'Zum Absenden braucht Ihr Browser JavaScript.',
  },
  'podcast-subscribe': {
    submit: 'Jede Folge zuschicken',
    subscribed: 'Vielen Dank! Die nächste Folge kommt per Mail.',
    confirmed: 'Bestätigt! Die nächste Folge kommt per Mail.',
    already: 'An diese Adresse kommen die Folgen schon. Schön, dass Sie dabei sind!',
    apps: 'Oder in Ihrer App hören',
  },
  'webinar-signup': {
    submit: 'Platz sichern',
    subscribed: 'Ihr Platz ist reserviert. Bis dann!',
    confirmed: 'Bestätigt! Ihr Platz ist reserviert.',
    pending:
      'Noch ein Schritt: Ihr Platz ist reserviert, sobald Sie den Link öffnen, den wir soeben an {email} geschickt haben.',
    already: 'Für diese Adresse ist schon ein Platz reserviert. Bis dann!',
    minutes: { one: '{count} Minute', other: '{count} Minuten' },
    yourTime: 'Bei Ihnen: {time}',
    sameTime: 'Das ist Ihre Ortszeit.',
    over: 'Das hat schon stattgefunden.',
    calendar: 'In meinen Kalender',
  },
  'next-ask': {
    banner: 'Eine kurze Frage',
    arrived: 'Noch eine Frage an Sie.',
    dismiss: 'Jetzt nicht',
    close: 'Schließen',
  },
  'ladder-progress': {
    progress: 'Schritt {position} von {count}',
    counted: '{done} von {count} erledigt',
    complete: 'Alles erledigt',
    done: 'erledigt',
  },
  'reading-progress': { progress: 'Lesefortschritt' },
};
