import type { Kind, Phase } from 'smallyes/events';
import { describe, expect, it } from 'vitest';
import { type Attempt, advance, createAttempt, isUnderWay, stand, stands } from '../../src/events/attempt.ts';
import { createRandom } from './random.ts';

const phases = [
  'seen',
  'started',
  'progressed',
  'committed',
  'confirmed',
  'withdrawn',
  'dismissed',
  'abandoned',
  'failed',
] as const satisfies readonly Phase[];
const open = 'contact-dialog.open';
const submit = 'contact-dialog.submit';

const dialog = () => createAttempt('a', [open, submit], submit);
const poll = () => createAttempt('a', ['poll.vote']);
/** Plays phases of a poll, each as `vote` or with another kind, and lists what came out. */
const play = (attempt: Attempt, ...steps: (Phase | readonly [Phase, Kind])[]) =>
  steps.flatMap((step) => {
    const [phase, kind] = typeof step === 'string' ? [step, attempt.first] : step;
    return advance(attempt, phase, kind).map((due) => `${due.kind.split('.')[1]} ${due.phase}`);
  });

describe('an attempt', () => {
  it('goes from seen to committed', () => {
    expect(play(poll(), 'seen', 'started', 'progressed', 'committed', 'confirmed')).toEqual([
      'vote seen',
      'vote started',
      'vote progressed',
      'vote committed',
      'vote confirmed',
    ]);
  });

  it('fills the gap before a yes that came at once', () => {
    expect(play(poll(), 'committed')).toEqual(['vote seen', 'vote started', 'vote committed']);
  });

  it('implies seen, and nothing more, by a no', () => {
    expect(play(poll(), 'dismissed')).toEqual(['vote seen', 'vote dismissed']);
  });

  it('lets seen carry the first kind, whichever kind began', () => {
    expect(play(dialog(), ['committed', submit])).toEqual([
      'open seen',
      'submit started',
      'submit committed',
    ]);
  });

  it('counts the yes of each kind once', () => {
    const steps = ([open, open, submit, submit] as const).map((kind) => ['committed', kind] as const);
    expect(play(dialog(), 'seen', 'started', ...steps)).toEqual([
      'open seen',
      'open started',
      'open committed',
      'submit committed',
    ]);
  });

  it('counts another answer only after the first was withdrawn', () => {
    expect(play(poll(), 'committed', 'committed', 'withdrawn', 'withdrawn', 'committed').slice(2)).toEqual([
      'vote committed',
      'vote withdrawn',
      'vote committed',
    ]);
  });

  it('confirms a yes that stands, once, and anew after a change', () => {
    expect(play(poll(), 'confirmed')).toEqual([]);
    expect(
      play(
        poll(),
        'committed',
        'confirmed',
        'confirmed',
        'withdrawn',
        'confirmed',
        'committed',
        'confirmed',
      ).slice(2),
    ).toEqual(['vote committed', 'vote confirmed', 'vote withdrawn', 'vote committed', 'vote confirmed']);
  });

  it('is abandoned once, only between started and the end, and can still end in a yes', () => {
    expect(play(poll(), 'abandoned')).toEqual([]);
    expect(play(poll(), 'seen', 'abandoned')).toEqual(['vote seen']);
    expect(play(poll(), 'committed', 'abandoned')).not.toContain('vote abandoned');
    expect(play(poll(), 'started', 'dismissed', 'abandoned')).not.toContain('vote abandoned');
    expect(play(poll(), 'committed', 'withdrawn', 'abandoned')).not.toContain('vote abandoned');
    expect(play(poll(), 'started', 'abandoned', 'abandoned', 'committed')).toEqual([
      'vote seen',
      'vote started',
      'vote abandoned',
      'vote committed',
    ]);
  });

  it('is under way until its last kind is committed', () => {
    const attempt = dialog();
    const wasUnderWay = [isUnderWay(attempt)];
    for (const kind of [open, submit] as const) {
      advance(attempt, 'committed', kind);
      wasUnderWay.push(isUnderWay(attempt));
    }
    expect(wasUnderWay).toEqual([false, true, false]);
  });

  it('takes no no after the yes', () => {
    expect(play(poll(), 'committed', 'dismissed')).not.toContain('vote dismissed');
    expect(play(dialog(), ['committed', open], 'dismissed')).toContain('open dismissed');
  });

  it('fails and goes on as often as it happens', () => {
    expect(play(poll(), 'failed', 'failed', 'progressed', 'progressed', 'committed').slice(2)).toEqual([
      'vote failed',
      'vote failed',
      'vote progressed',
      'vote progressed',
      'vote committed',
    ]);
  });

  it('holds its rules over 3,000 random walks', () => {
    const random = createRandom(42);
    for (let walk = 0; walk < 3_000; walk++) {
      const attempt = random.below(2) ? dialog() : poll();
      const kinds = [attempt.first, attempt.last];
      const heard: { phase: Phase; kind: Kind }[] = [];
      for (let step = 0; step < 14; step++) {
        const phase = random.pick(phases);
        const kind = random.pick(kinds);
        const due = advance(attempt, phase, kind);
        // What was asked for comes last, or nothing comes.
        const asked = { phase, kind: phase === 'seen' ? attempt.first : kind };
        expect(due.at(-1) ?? asked).toEqual(asked);
        heard.push(...due);
      }
      const walked = heard.map(({ phase, kind }) => `${kind} ${phase}`).join(', ');
      const places = (phase: Phase, kind?: Kind) =>
        heard.flatMap((one, place) => (one.phase === phase && (!kind || one.kind === kind) ? [place] : []));

      for (const phase of ['seen', 'started', 'abandoned', 'dismissed'] as const)
        expect(places(phase).length, walked).toBeLessThanOrEqual(1);
      if (heard.length > 0) expect(heard[0], walked).toEqual({ phase: 'seen', kind: attempt.first });
      const started = places('started')[0] ?? Number.POSITIVE_INFINITY;
      for (const phase of [
        'progressed',
        'committed',
        'confirmed',
        'withdrawn',
        'abandoned',
        'failed',
      ] as const)
        for (const place of places(phase)) expect(place, walked).toBeGreaterThan(started);

      for (const kind of new Set(kinds)) {
        let stands = false;
        let confirmed = false;
        for (const { phase } of heard.filter((one) => one.kind === kind)) {
          if (phase === 'committed') expect(stands, walked).toBe(false);
          if (phase === 'withdrawn') expect(stands, walked).toBe(true);
          if (phase === 'confirmed') expect(stands && !confirmed, walked).toBe(true);
          if (phase === 'committed') stands = true;
          if (phase === 'confirmed') confirmed = true;
          if (phase === 'withdrawn') stands = confirmed = false;
        }
        expect(advance(attempt, 'withdrawn', kind).length > 0, walked).toBe(stands);
      }
    }
  });
});

describe('a yes of an earlier attempt that stands', () => {
  const vote = 'poll.vote';
  const later = () => {
    const attempt = poll();
    stand(attempt, vote);
    return attempt;
  };

  it('stands until it is withdrawn, once', () => {
    const attempt = later();
    expect(stands(attempt, vote)).toBe(true);
    expect(play(attempt, 'withdrawn', 'withdrawn')).toEqual(['vote seen', 'vote started', 'vote withdrawn']);
    expect(stands(attempt, vote)).toBe(false);
    expect(play(attempt, 'confirmed')).toEqual([]);
  });

  it('is confirmed once', () => {
    const attempt = later();
    expect(play(attempt, 'confirmed', 'confirmed')).toEqual(['vote seen', 'vote started', 'vote confirmed']);
    expect(stands(attempt, vote)).toBe(true);
  });

  it('blocks no new yes, which takes its place and is withdrawn once', () => {
    const attempt = later();
    expect(play(attempt, 'committed', 'committed')).toEqual(['vote seen', 'vote started', 'vote committed']);
    expect(stands(attempt, vote)).toBe(true);
    expect(play(attempt, 'withdrawn', 'withdrawn')).toEqual(['vote withdrawn']);
    expect(stands(attempt, vote)).toBe(false);
  });

  it('ends nothing: the later attempt can be under way and abandoned', () => {
    const attempt = later();
    expect(play(attempt, 'started')).toEqual(['vote seen', 'vote started']);
    expect(isUnderWay(attempt)).toBe(true);
    expect(play(attempt, 'abandoned')).toEqual(['vote abandoned']);
  });

  it('is of its own kind alone', () => {
    const attempt = dialog();
    stand(attempt, open);
    expect([stands(attempt, open), stands(attempt, submit)]).toEqual([true, false]);
    expect(play(attempt, ['withdrawn', submit], ['withdrawn', open])).toEqual([
      'open seen',
      'open started',
      'open withdrawn',
    ]);
  });
});

describe('a yes to one part of several', () => {
  const part = 'challenge.task';
  const challenge = () => createAttempt('a', [part, 'challenge.complete'], 'challenge.complete');
  const phases = (attempt: Attempt, ...steps: [Phase, string][]) =>
    steps.flatMap(([phase, name]) =>
      advance(attempt, phase, part, name).map((due) => `${name} ${due.phase}`),
    );

  it('is withdrawn by itself, once, and can be given again', () => {
    const attempt = challenge();
    phases(attempt, ['committed', 'one'], ['committed', 'two']);
    expect(phases(attempt, ['withdrawn', 'one'], ['withdrawn', 'one'], ['committed', 'two'])).toEqual([
      'one withdrawn',
    ]);
    expect([stands(attempt, part, 'one'), stands(attempt, part, 'two')]).toEqual([false, true]);
    expect(phases(attempt, ['committed', 'one'])).toEqual(['one committed']);
  });

  it('of an earlier attempt can be withdrawn, and no other part with it', () => {
    const attempt = challenge();
    stand(attempt, part, 'one');
    expect(phases(attempt, ['withdrawn', 'two'])).toEqual([]);
    expect(phases(attempt, ['withdrawn', 'one'])).toEqual(['one seen', 'one started', 'one withdrawn']);
  });
});
