export const help = `smallyes report <files> > report.html

Reads events, a line of JSON each (what the collector's NDJSON writer keeps), and writes a report: how many come how far,
where the path breaks, which small yeses go together with the goal, and what to try next. One file, no script, nothing sent.
<files> are paths of files, or of folders whose *.ndjson are read, or - alone for standard input. What ends with .gz is unpacked.

  --goal KIND        the yes that is the goal: checkout.purchase, or one ask's, checkout.purchase:pro-plan
                     default: the largest yes in the events
  --steps A,B,C      the steps of the funnel, in order; default: the ladder's rungs, else what half of those who reached
                     the goal gave before it; the command says what it chose, and what not
  --window 30d       the time in which the funnel must be walked; also 12h, 45m, 90s
  --unit visitor     or session
  --by ask           or kind: whether each ask is an action of its own
  --exposure landmark  or before, or anywhere: when somebody counts as having done something; see the guide
  --landmark 3       how many first yeses the landmark rule looks at
  --derived A,B      actions that the goal itself brings about
  --micro KIND       the smaller yes to show beside the goal in experiments
  --looks any        or once: experiments are read every day, or only at their end
  --planned 10000    how many people an experiment is for, all variants together
  --weights w.json   where variants are not of equal shares: { "letter-words": { "control": 9, "free": 1 } }
  --until 2026-03-31 leaves out what happened later
  --names names.json names for actions, asks and segments: { "poll.vote:hurdle": "The hurdle poll" }
  --title TEXT       heading of the report
  --locale en        the language, such as de-AT; the words are English, German or Arabic, numbers and dates of any
  --currency EUR     what the money is, where events carry any
  --json             the figures as JSON instead of a page
  -h, --help         this text

Ends with 0, with 1 if something could not be read or written, with 2 if the command was not understood.
`;
