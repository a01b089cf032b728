import { type Say, weighPlace } from './conditions.ts';
import { clocks } from './join-histories.ts';
import { isNamed, refusalRest } from './recall.ts';
import type { RuleName } from './situation.ts';
import type { Candidate, View } from './view.ts';

/** Weighs every rule for one ask, in this order. What decides and what explains both hear it. */
export function weigh(one: Candidate, view: View, say: Say): void {
  const { rung, at, main, own } = one;
  const { ladder, history, situation, done, top, larger, step, ahead } = view;
  const { ask, when, rest, grade } = rung;
  const { now, isReply, current, passed } = situation;
  const from = (rule: RuleName, until: number, wanted: unknown, found: unknown, other?: string) =>
    say(rule, until <= now, wanted, found, other, until);

  say('ladder', true);
  from('goal', done?.yes ?? 0, done?.rung.rest.committed, done?.own.committed, ladder.goal);
  from('answered', one.yes, rest.committed, own.committed);
  say('climb', !(top && larger && at < top.at), undefined, top?.rung.ask, larger?.rung.ask);
  // Grades never fall: what is smaller stands before it.
  say('step', !(step && step.rung.grade < grade), step?.rung.grade, grade, step?.rung.ask);

  const { dismissed: no, committed: yes } = history.site;
  const isAfterNo = isReply && no && !(yes && yes.time > no.time);
  const refused = isAfterNo && view.asks.find((other) => isNamed(other.rung, no.ask));
  // How large an ask outside the ladder was is not known: nothing is surely smaller.
  const isSmaller =
    refused &&
    grade <= refused.rung.grade &&
    one !== refused &&
    (at < refused.at || (at === refused.at && main));
  say('refusal', !isAfterNo || !!isSmaller, undefined, isAfterNo ? no.ask : undefined);

  from('dismissed', one.dismissed, refusalRest(own, rung), own.dismissed);
  from('shown', one.shown, rest.shown, own.shown);
  from('showings', one.showings, rung.showings, one.seen);

  let longest: Parameters<typeof from> = ['cooldown', now, undefined, undefined];
  if (!isReply && current !== ask)
    for (const clock of clocks) {
      const act = history.site[clock];
      const length = ladder.cooldown[clock];
      const until = act ? Math.min(act.time, now) + length : 0;
      // That it stands there does not count against an ask itself.
      if (act && until > longest[1] && !(clock === 'shown' && isNamed(rung, act.ask)))
        longest = ['cooldown', until, length, clock, act.ask];
    }
  from(...longest);

  weighPlace(rung, view, say);
  say('passed', !passed?.includes(ask));
  for (const sense of ['seconds', 'scroll'] as const)
    say(sense, (situation[sense] ?? -1) >= (when[sense] ?? -1), when[sense], situation[sense]);
  say(
    'alternative',
    !main || (main.dismissed > now && main.yes <= now),
    undefined,
    undefined,
    main?.rung.ask,
  );
  say('order', !ahead, rung.learned, ahead?.waits ? 'waits' : 'comes', ahead?.ask);
  say('one-at-a-time', current === undefined || current === ask, undefined, undefined, current);
}
