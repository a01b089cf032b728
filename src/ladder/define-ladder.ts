import { tell } from '../internal/messages.ts';
import { alternativesOf, gradeOf, isUsable } from './check-ladder.ts';
import { createGuide } from './create-guide.ts';
import { parseDuration } from './duration.ts';
import type { GuideHost } from './guide.ts';
import { clocks as names } from './join-histories.ts';
import type { Guide, Ladder } from './ladder.ts';
import type { LadderDefinition, RungDefinition } from './ladder-definition.ts';
import { findFault } from './ladder-faults.ts';
import { answerOf, answerText } from './recall.ts';
import type { Clocks, Rung } from './rung.ts';

const hour = 3_600_000;
const usualRest = { shown: 24 * hour, dismissed: 14 * 24 * hour, committed: Infinity };
const usualCooldown = { shown: 0, dismissed: hour, committed: 0 };

/**
 * Ladders that were made in the task that runs now, as a component makes one while it renders; a file does so before. For
 * `smallyes/guidance` to tell the two apart. Filled in development alone.
 */
export const justMade: WeakSet<Ladder> = /* @__PURE__ */ new WeakSet();

/**
 * Defines a path of asks towards a goal. Throws SY-1201 to SY-1210 and SY-1220 in development where it cannot be meant so; in
 * production an unusable ladder guides nobody.
 *
 * ```ts
 * export const b2b = defineLadder({
 *   id: 'b2b',
 *   goal: 'quote',
 *   rungs: [
 *     { ask: 'hurdle', kind: 'poll.vote', segments: { trust: 'Trust' } },
 *     { ask: 'checklist', kind: 'lead-gate.unlock', when: { segment: 'trust' } },
 *     { ask: 'quote', kind: 'step-form.submit' },
 *   ],
 * });
 * ```
 */
export function defineLadder<Id extends string, Segment extends string = never>(
  definition: LadderDefinition<Id, Segment>,
): Ladder<Id, Segment> {
  const written = Object(definition) as LadderDefinition;
  const fault = process.env.NODE_ENV !== 'production' && findFault(written);
  if (fault) throw fault;
  const { id, goal, remember } = written;
  const { rungs, cooldown }: Pick<LadderDefinition, 'rungs' | 'cooldown'> = isUsable(written)
    ? written
    : { rungs: [] };
  const guides = new WeakMap<GuideHost, Guide>();
  const ladder: Ladder = {
    id,
    goal,
    rungs: rungs.map(readRung),
    cooldown: readClocks(cooldown, usualCooldown),
    remember,
    guide(host) {
      const guide = guides.get(host) ?? createGuide(ladder, host);
      guides.set(host, guide);
      return guide;
    },
  };
  if (process.env.NODE_ENV !== 'production') {
    justMade.add(ladder);
    void Promise.resolve().then(() => justMade.delete(ladder));
  }
  return ladder as Ladder<Id, Segment>;
}

function readRung(rung: RungDefinition): Rung {
  const { ask, kind, when = {}, rest, showings = 4, segments = {}, formerly = [], learned } = rung;
  return {
    ask,
    kind,
    grade: gradeOf(rung),
    when,
    rest: readClocks(rest, usualRest),
    showings,
    otherwise: alternativesOf(rung).map(readRung),
    segments: Object.entries(segments).map(([name, rule]) => ({ name, holds: readRule(name, rule) })),
    formerly,
    learned,
  };
}

function readClocks(clocks: Clocks = {}, usual: Rung['rest']): Rung['rest'] {
  const read = (clock: keyof Clocks) => [clock, parseDuration(clocks[clock]) ?? usual[clock]];
  return Object.fromEntries(names.map(read));
}

function readRule(name: string, rule: unknown): (data: Readonly<Record<string, unknown>>) => boolean {
  if (typeof rule !== 'function') {
    const wanted = [rule].flat().map(answerText);
    return (data) => answerOf(data).some((one) => wanted.includes(one));
  }
  return (data) => {
    try {
      return !!rule(data);
    } catch (error) {
      if (process.env.NODE_ENV !== 'production') tell(1221, name, String(error));
      return false;
    }
  };
}
