import { fits, type Given } from './conditions.ts';
import type { AskHistory } from './history.ts';
import { hasYes, historyOf, refusalRest, refusalsOf, showingsOf } from './recall.ts';
import type { Rung } from './rung.ts';

/** An ask of the ladder with what is remembered of it. Its times are those until when something lasts, 0 for not at all. */
export interface Candidate {
  readonly rung: Rung;
  /** Place of its rung, from 0. */
  readonly at: number;
  /** Whose alternative it is. */
  readonly main?: Candidate | undefined;
  readonly own: AskHistory;
  /** In how many visits it was seen without an answer. */
  readonly seen: number;
  /** Its yes stands. */
  readonly yes: number;
  /** It rests after a no. */
  readonly dismissed: number;
  /** It rests after it was shown in an earlier visit. */
  readonly shown: number;
  /** It rests after it was seen in too many visits. */
  readonly showings: number;
}

/** What the rules look at. */
export interface View extends Given {
  /** All asks in the order of the ladder, each rung before its alternatives. */
  readonly asks: readonly Candidate[];
  /** The goal, while its yes stands. */
  readonly done: Candidate | undefined;
  /** The highest rung with a yes that stands. */
  readonly top: Candidate | undefined;
  /** The first open rung above it. */
  readonly larger: Candidate | undefined;
  /** The first rung that must be passed before anything larger. */
  readonly step: Candidate | undefined;
  /** The first ask of those weighed so far that could be shown, or that waits for seconds or scrolling. */
  ahead?: { readonly ask: string; readonly waits: boolean } | undefined;
}

/** Looks once at everything that more than one ask is measured by. */
export function createView(given: Given): View {
  const { ladder, history, situation } = given;
  const { now, visit } = situation;
  // A time that lies ahead counts as now.
  const until = (time: number | undefined, rest: number) => (time ? Math.min(time, now) + rest : 0);
  const asks: Candidate[] = [];
  const add = (rung: Rung, at: number, main?: Candidate) => {
    const own = historyOf(history, rung);
    const { rest } = rung;
    const resting = refusalRest(own, rung);
    const seen = showingsOf(own);
    // A reload or the next page takes nothing away: what was seen in this visit may stand there again.
    const shown = own.visit === visit ? 0 : own.shown;
    const one: Candidate = {
      rung,
      at,
      main,
      own,
      seen,
      yes: until(hasYes(own) ? own.committed : 0, rest.committed),
      dismissed: until(own.dismissed, resting),
      shown: until(shown, rest.shown),
      showings: until(seen < rung.showings ? 0 : shown, resting),
    };
    asks.push(one);
    for (const other of rung.otherwise) add(other, at, one);
  };
  for (const [at, rung] of ladder.rungs.entries()) add(rung, at);

  const passed = asks.filter(({ yes }) => yes > now);
  const top = passed.at(-1);
  const grade = Math.max(0, ...passed.map(({ rung }) => rung.grade));
  const rest = ({ dismissed, shown, showings }: Candidate) => Math.max(dismissed, shown, showings);
  // A rung for this visitor and this page. One above the highest yes, or of a larger grade than any, has none that stands.
  const isFitting = ({ rung, main }: Candidate) =>
    !main &&
    (situation.spots ?? [{}]).some((spot) => fits(rung, { ...given, situation: { ...situation, ...spot } }));
  return {
    ...given,
    asks,
    done: passed.find(({ rung }) => rung.ask === ladder.goal),
    top,
    larger: top && asks.find((one) => one.at > top.at && rest(one) <= now && isFitting(one)),
    // Grades never fall: the first one in the way is the smallest. One that visitor after visit overlooked is in nobody's way
    // while it rests, or who never looks at the first ask would never meet another.
    step: asks.find(
      (one) =>
        one.rung.grade > grade &&
        refusalsOf(one.own) < 2 &&
        one.showings <= now &&
        rest(one) < Infinity &&
        isFitting(one),
    ),
  };
}
