import '../events/own-kind.ts';
import { type CatalogueKind, type Commitment, type CommitmentStep, catalogue } from 'smallyes/events';
import { commitmentEventSchema } from 'smallyes/events/schema';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';

const kinds = Object.keys(catalogue) as CatalogueKind[];

describe('commitmentFixture', () => {
  it.each(kinds)('makes a valid %s of its usual grade', (kind) => {
    const event = commitmentFixture(kind);
    expect(commitmentEventSchema.parse(event)).toEqual(event);
    expect(event.grade).toBe(catalogue[kind]);
  });

  it('makes the same event each time, frozen to the bottom', () => {
    const event = commitmentFixture('step-form.submit');
    expect(commitmentFixture('step-form.submit')).toEqual(event);
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' || (Object.isFrozen(value) && Object.values(value!).every(isFrozen));
    expect(isFrozen(event)).toBe(true);
  });

  it('makes a stream in order from rising places', () => {
    const stream = [1, 2, 15, 16, 300].map((seq) => commitmentFixture('poll.vote', { seq }));
    const ids = stream.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const times = stream.map(({ time }) => time);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('gives asks their own attempts, and the two kinds of one ask the same', () => {
    const attempt = (kind: CatalogueKind) => commitmentFixture(kind).attempt;
    expect(attempt('contact-dialog.open')).toBe(attempt('contact-dialog.submit'));
    expect(attempt('poll.vote')).not.toBe(attempt('lead-gate.unlock'));
  });

  it('takes what a test cares about, and copies it', () => {
    const data = { choice: 'Price' };
    const event = commitmentFixture('poll.vote', { data, grade: 2, ask: { id: 'other' } });
    expect(event).toMatchObject({ data: { choice: 'Price' }, grade: 2, ask: { id: 'other' } });
    expect(Object.isFrozen(data)).toBe(false);
  });

  it('takes undefined for a field that an event can lack as its absence, for any other as the usual', () => {
    const event = commitmentFixture('lead-gate.unlock', {
      visitor: undefined,
      exchange: undefined,
      grade: undefined,
      data: undefined,
      phase: undefined,
      seq: undefined,
    });
    const { visitor, exchange, ...usual } = commitmentFixture('lead-gate.unlock');
    expect([visitor, exchange]).not.toContain(undefined);
    expect(event).toStrictEqual(usual);
    expect(commitmentEventSchema.parse(event)).toEqual(event);
  });

  it('leaves the data of other phases empty', () => {
    const seen = commitmentFixture('poll.vote', { phase: 'seen' });
    expect(seen.data).toEqual({});
    expect(commitmentEventSchema.parse(seen)).toEqual(seen);
    expectTypeOf(seen).toEqualTypeOf<CommitmentStep<'poll.vote'>>();
  });

  it('makes an exposure as the kit sends it: seen, never a yes, with the variant', () => {
    const exposure = commitmentFixture('experiment.expose');
    expect(exposure).toMatchObject({
      phase: 'seen',
      ask: { id: 'form-length' },
      data: { experiment: 'form-length', variant: 'short' },
    });
    expectTypeOf(exposure).toEqualTypeOf<CommitmentStep<'experiment.expose'>>();
    expect(commitmentFixture('experiment.expose', { phase: 'seen', seq: 3 }).data).toEqual(exposure.data);
    expect(commitmentFixture('experiment.expose', { phase: 'committed' }).phase).toBe('committed');
  });

  it('is typed by its kind, a kind of the site included', () => {
    expectTypeOf(commitmentFixture('star-rating.rate')).toEqualTypeOf<Commitment<'star-rating.rate'>>();
    const own = commitmentFixture('loan-slider.choose', { data: { months: 12 }, grade: 2 });
    expectTypeOf(own.data.months).toBeNumber();
    expect(own).toMatchObject({ kind: 'loan-slider.choose', grade: 2, data: { months: 12 } });
    // @ts-expect-error the data of a kind of the site is not known here
    commitmentFixture('loan-slider.choose');
    // @ts-expect-error months are a number
    commitmentFixture('loan-slider.choose', { data: { months: '12' }, grade: 2 });
    // @ts-expect-error there is no such phase
    commitmentFixture('poll.vote', { phase: 'clicked' });
  });
});
