import './own-kind.ts';
import {
  type AnyCommitment,
  type CatalogueKind,
  type Commitment,
  type CommitmentEvent,
  type CommitmentStep,
  catalogue,
  type GradeOf,
  type Kind,
  type PollVoteData,
} from 'smallyes/events';
import { describe, expect, expectTypeOf, it } from 'vitest';

describe('the catalogue', () => {
  it('names every kind that has typed data, and no other', () => {
    expectTypeOf<Exclude<Kind, CatalogueKind>>().toEqualTypeOf<'loan-slider.choose'>();
    expectTypeOf<Exclude<CatalogueKind, Kind>>().toBeNever();
    expectTypeOf<GradeOf<'poll.vote'>>().toEqualTypeOf<1>();
    expectTypeOf<GradeOf<'checkout.purchase'>>().toEqualTypeOf<3>();
  });

  it('writes each kind as component.act and grades it 1 to 3', () => {
    for (const [kind, grade] of Object.entries(catalogue)) {
      expect(kind).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+$/);
      expect([1, 2, 3]).toContain(grade);
    }
  });

  it('never asks for a larger yes before the smaller one of the same ask', () => {
    expect(catalogue['contact-dialog.open']).toBeLessThan(catalogue['contact-dialog.submit']);
    expect(catalogue['step-form.step']).toBeLessThan(catalogue['step-form.submit']);
    expect(catalogue['checkout.step']).toBeLessThan(catalogue['checkout.purchase']);
    expect(catalogue['challenge.task']).toBeLessThan(catalogue['challenge.complete']);
  });
});

describe('the type of an event', () => {
  it('is told apart by kind, then by phase', () => {
    const read = (event: CommitmentEvent) => {
      expectTypeOf(event.data).not.toBeAny();
      if (event.kind !== 'poll.vote') return;
      if (event.phase === 'committed') expectTypeOf(event).toEqualTypeOf<Commitment<'poll.vote'>>();
      else expectTypeOf(event).toEqualTypeOf<CommitmentStep<'poll.vote'>>();
    };
    expect(read).toBeTypeOf('function');
    expectTypeOf<Commitment<'poll.vote'>['data']>().toEqualTypeOf<Readonly<PollVoteData>>();
    expectTypeOf<CommitmentStep<'poll.predict'>['data']['choice']>().toEqualTypeOf<
      string | number | undefined
    >();
    expectTypeOf<AnyCommitment['phase']>().toEqualTypeOf<'committed'>();
  });

  it('types a kind of the site by declaration merging, as it types its own', () => {
    expectTypeOf<Commitment<'loan-slider.choose'>['data']['months']>().toBeNumber();
    const read = (event: CommitmentEvent) => {
      if (event.kind === 'loan-slider.choose' && event.phase === 'committed')
        expectTypeOf(event.data.months).toBeNumber();
      // @ts-expect-error nobody declared this kind
      return event.kind === 'loan-slider.drag';
    };
    expect(read).toBeTypeOf('function');
  });

  it('cannot be written to', () => {
    const write = (event: Commitment<'star-rating.rate'>) => {
      // @ts-expect-error events are frozen
      event.seq = 1;
      // @ts-expect-error and so is their data
      event.data.value = 5;
    };
    expect(write).toBeTypeOf('function');
  });
});
