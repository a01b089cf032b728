import type { InsightsLabels } from '../react/report-labels.ts';

/** German texts of the report and its parts: `<CommitmentReport locale="de" labels={de} … />`. They address the owner formally. */
export const de: InsightsLabels = {
  visitors: 'Besucher',
  sessions: 'Besuche',
  visitorUnits: 'Besucher',
  sessionUnits: 'Besuche',
  funnel: 'Der Weg zum Ziel',
  funnelOf: 'Der Weg zum Ziel: {segment}',
  lifts: 'Was mit dem Ziel zusammengeht',
  paths: 'Womit es anfängt',
  retention: 'Wer wiederkommt',
  experiment: 'Experiment: {experiment}',
  segments: 'Segmente',
  nextAsks: 'Worum Sie als Nächstes bitten',
  contributions: 'Was auf den Wegen zum Ziel liegt',
  summary: 'In Kürze',
  care: 'Mit Vorsicht zu lesen',
  funnelNote:
    'Wie viele {units} wie weit gekommen sind, und welcher Anteil vom Schritt davor weitergegangen ist.',
  liftsNote:
    'Die Chance auf das Ziel, wenn jemand es früh getan hat, gegen die Chance, wenn nicht. Ein Zusammenhang, noch kein Beweis: Testen Sie es.',
  pathsNote: 'Die ersten Zusagen in ihrer Reihenfolge, die meistbegangenen Wege zuerst.',
  retentionNote:
    'Wer in einer Woche zum ersten Mal da war: welcher Anteil in jeder späteren Woche wiederkam.',
  experimentNote:
    'Jede Variante neben der ersten. Das Ziel steht immer neben der kleineren Zusage: Mehr vom einen ist nicht immer mehr vom anderen.',
  segmentsNote: 'Was {units} über sich gesagt haben, und wie viele davon das Ziel erreicht haben.',
  nextAsksNote:
    'Von allen größeren Bitten nach einer Zusage die mit dem größten sicheren Anteil an Zielen. Wo zu wenige einer folgten, gilt die Leiter, wie Sie sie geschrieben haben.',
  contributionsNote:
    'Der Anteil der Ziele, deren Weg abreißt, wenn man eine Aktion aus der Kette der Zusagen nimmt. Zusammen ergeben die Anteile mehr als das Ganze.',
  step: 'Schritt',
  reached: 'Erreicht',
  ofBefore: 'Vom Schritt davor',
  ofAll: 'Vom ersten Schritt',
  action: 'Aktion',
  goalWith: 'Ziel mit',
  goalWithout: 'Ziel ohne',
  odds: 'Odds Ratio',
  q: 'q-Wert',
  path: 'Weg',
  share: 'Anteil',
  goalRate: 'Zielrate',
  microRate: 'Kleinere Zusage',
  money: 'Geld je Person',
  variant: 'Variante',
  comparison: 'Unterschied',
  less: '„{variant}“ minus „{against}“',
  points: 'In Punkten',
  relative: 'Relativ',
  week: 'Erste Woche',
  segment: 'Segment',
  difference: 'Gegen die anderen',
  state: 'Nach',
  removal: 'Anteil der Ziele',
  moreOften: 'häufiger',
  lessOften: 'seltener',
  notSure: 'unsicher',
  goesLessOften: 'geht seltener mit dem Ziel zusammen',
  afterwards: 'dann „{action}“',
  reachedGoal: 'Ziel erreicht',
  yeses: 'Gezählte Zusagen',
  age: { one: '{count} Woche später', other: '{count} Wochen später' },
  noSegment: 'Kein Segment',
  otherPaths: 'Alle anderen Wege',
  otherActions: 'Alle selteneren Aktionen',
  rarer: 'etwas Selteneres',
  goal: 'Ziel',
  start: 'Ankunft',
  end: 'Ende',
  askOfKind: '{kind}: {ask}',
  askAndKind: '{ask} ({kind})',
  interval: '{low} bis {high}',
  inPoints: '{value} Punkte',
  ofUnits: 'von {all}',
  behind: '{segment}: {rate}, die anderen {others}',
  fraction: '{k} von {n}',
  tooFew: 'zu wenige',
  empty: 'Noch nichts zu zeigen.',
  tests: {
    one: 'Ein Vergleich wurde geprüft; sein q-Wert ist sein p-Wert.',
    other: '{count} Vergleiche wurden geprüft; q-Werte sind p-Werte, für alle zusammen berichtigt.',
  },
  mixed: {
    one: 'Eine Person hat mehr als eine Variante gesehen und zählt bei keiner.',
    other: '{count} haben mehr als eine Variante gesehen und zählen bei keiner.',
  },
  sizes:
    'Sind die Varianten so groß, wie sie sein sollten? Der Test ergibt p {p}: Unter 0,01 suchen Sie den Grund, unter 0,001 wird nichts gelesen.',
  stayed: 'weitergegangen',
  lost: 'seit dem Schritt davor verloren',
  estimate: 'Schätzung',
  interval95: '{level}-Intervall',
  noEffect: 'kein Effekt',
  noDifference: 'kein Unterschied',
  everybody: 'alle {units}',
  tones: 'wenige bis viele kamen wieder',
  running: 'Woche nicht vorbei',
  aboutOverall: 'Das Ziel',
  aboutWeakLink: 'Wo der Weg abreißt',
  aboutLift: 'Was mit dem Ziel zusammengeht',
  aboutNext: 'Worum Sie als Nächstes bitten',
  overall: '{converted} von {all} haben das Ziel erreicht: {rate}.',
  overallFew: '{converted} von {all} haben das Ziel erreicht. Das sind zu wenige {units} für eine Quote.',
  noUnits: 'Es wurden noch keine {units} gezählt.',
  noGoal:
    'Noch niemand hat das Ziel erreicht; was mit ihm zusammengeht, lässt sich deshalb noch nicht sagen.',
  weakLink:
    'Bei „{step}“ gehen {rate} von „{segment}“ weiter, von den anderen {others}. Sehen Sie sich diesen Schritt zuerst an.',
  largestLoss:
    'Die meisten gehen vor „{step}“ verloren: {count} {units}. Ein großer Verlust ist noch kein Fehler, denn spätere Bitten sind größer.',
  noWeakLink: 'Kein Segment liegt bei einem Schritt sicher hinter den anderen.',
  bestLift:
    'Wer „{action}“ früh gegeben hat, hat zu {with} das Ziel erreicht; wer nicht, zu {without}. Beides geht zusammen. Ob die Bitte etwas ändert, zeigt nur ein Test.',
  fewerLift: 'Wer {actions} früh gegeben hat, hat das Ziel seltener erreicht als wer nicht.',
  quoted: '„{action}“',
  displaced:
    'Das ist kein Beweis für einen Schaden. Betrachtet werden nur die ersten Zusagen; jede davon kann einfach den Platz einer stärkeren eingenommen haben.',
  noLift: 'Keine frühe Zusage geht sicher mit mehr Zielen zusammen.',
  nextBest:
    'Wer nach „{state}“ „{action}“ gegeben hat, hat zu mindestens {lower} das Ziel erreicht: der größte sichere Anteil unter den Bitten, die dort passen.',
  nextFirst:
    'Wer mit „{action}“ angefangen hat, hat zu mindestens {lower} das Ziel erreicht: der größte sichere Anteil unter den ersten Bitten.',
  winner:
    'Mit „{variant}“ haben {rate} das Ziel erreicht, mit „{against}“ {rateAgainst}. Der Unterschied von {difference} ({interval}) ist größer, als der Zufall erklärt.',
  noWinner:
    'Zwischen „{variant}“ und „{against}“ ist noch kein Unterschied beim Ziel bewiesen: {difference} ({interval}).',
  onlySmaller:
    'Mit „{variant}“ gab es mehr kleinere Zusagen, aber nicht sicher mehr Ziele. Urteilen Sie nach dem Ziel.',
  tooEarly: 'Noch zu wenige {units}, um „{variant}“ mit „{against}“ zu vergleichen.',
  oneVariant: 'Erst eine Variante wurde gesehen; es gibt nichts, womit man sie vergleichen könnte.',
  notRead:
    'Nicht zu lesen: Die Varianten sind nicht so groß, wie sie sein sollten. Klären Sie, warum, bevor Sie auf das Ziel sehen.',
  tryIt: 'Testen Sie es: Zeigen Sie „{action}“ nur der einen Hälfte der {units}.',
  shortPeriod:
    'Der Zeitraum ist kürzer als die Zeit, die die Frage lässt; einige werden das Ziel noch erreichen.',
  warnings: {
    TOO_FEW: 'Zu wenige {units}: Graue Zahlen sind noch nicht zu lesen.',
    SKEWED:
      'Wo eine Seite eines Vergleichs klein neben der anderen ist, bewegen sich ihre Zahlen noch stark.',
    LENGTH_BIAS:
      'Manche Zahlen sind über ganze Besuche gezählt, und wer länger bleibt, tut von allem mehr. Die Regel der ersten Zusagen (landmark) vermeidet das.',
    ON_LADDER:
      'Eine Leiter hat ausgewählt, wen sie bittet. Wer gebeten wurde, gleicht denen nicht, die es nicht wurden.',
    LEAKS_OUTCOME: 'Was mit dem Ziel selbst kommt, wie eine Quittung, sagt nichts über den Weg dorthin.',
    SEGMENT_REVERSAL:
      'Wo sich Segmente so stark unterscheiden, dass eine Zahl für alle in die Irre führte, stehen sie einzeln.',
    SRM: 'Die Varianten eines Experiments sind nicht so groß, wie sie sein sollten: In einer fehlt jemand.',
    PEEKED:
      'Ein Experiment wurde vor seinem geplanten Ende mit einem Test gelesen, der einen einzigen Blick erlaubt.',
    DISPLACES:
      'Betrachtet werden nur die ersten Zusagen; wer eine davon gab, hatte für eine andere einen Platz weniger. Was seltener mit dem Ziel zusammengeht, kann einfach den Platz von etwas Stärkerem eingenommen haben: Testen Sie es, bevor Sie es wegnehmen.',
    TIES: 'Viele Ereignisse tragen dieselbe Zeit; die Reihenfolge mancher ist eine Festlegung.',
    INCOMPLETE_PERIOD: 'Die letzte Woche ist nicht vorbei: Schraffierte Zahlen werden noch wachsen.',
  },
  marks: {
    TOO_FEW: 'zu wenige',
    SKEWED: 'eine Seite ist klein',
    LENGTH_BIAS: 'ganze Besuche',
    ON_LADDER: 'von einer Leiter gewählt',
    LEAKS_OUTCOME: 'kommt mit dem Ziel',
    SEGMENT_REVERSAL: 'hängt vom Segment ab',
    SRM: 'Größen stimmen nicht',
    PEEKED: 'zu früh gelesen',
    DISPLACES: 'vielleicht am Platz einer anderen',
    TIES: 'Reihenfolge unsicher',
    INCOMPLETE_PERIOD: 'nicht vorbei',
  },
};
