import type { CommitmentEvent } from 'smallyes/events';
import { commitmentFixture } from 'smallyes/testing';
import { describe, expect, it, vi } from 'vitest';
import { type Composed, composer, type Product } from '../../src/trackers/core/compose.ts';
import { cutBytes } from '../../src/trackers/core/cut-bytes.ts';
import type { MappingOptions } from '../../src/trackers/core/mapping.ts';

const compose = (event: CommitmentEvent, options: MappingOptions = {}, product: Partial<Product> = {}) => {
  const report = vi.fn<(error: Error) => void>();
  const composed: Composed | undefined = composer({ name: 'acme', ...product }, options)(event, report);
  return { ...composed, reports: report.mock.calls.map(([error]) => error.message) };
};
const unlock = commitmentFixture('lead-gate.unlock');

describe('names', () => {
  it('are the kind, and the phase where it is no commitment', () => {
    expect(compose(unlock).name).toBe('lead-gate.unlock');
    expect(compose(commitmentFixture('lead-gate.unlock', { phase: 'failed' })).name).toBe(
      'lead-gate.unlock failed',
    );
  });

  it("come from the developer's table before the product's", () => {
    const table = { 'lead-gate.unlock': 'Lead', 'poll.vote': 'Vote' };
    expect(compose(unlock, {}, { table }).name).toBe('Lead');
    expect(compose(unlock, { events: { 'lead-gate.unlock': 'Guide' } }, { table }).name).toBe('Guide');
    expect(compose(unlock, { events: { 'lead-gate.unlock': () => 'Guide' } }, { table }).name).toBe('Guide');
    expect(compose(unlock, { events: { 'lead-gate.unlock': undefined } }, { table }).name).toBe('Lead');
  });

  it('of a product stand for commitments alone: a mere look at a form is no lead', () => {
    const table = { 'lead-gate.unlock': 'Lead' };
    const seen = commitmentFixture('lead-gate.unlock', { phase: 'seen' });
    expect(compose(seen, { events: { 'lead-gate.unlock': 'Guide' } }, { table }).name).toBe(
      'lead-gate.unlock seen',
    );
  });

  it('false leaves a kind out, in every phase', () => {
    const events = { 'lead-gate.unlock': false } as const;
    expect(compose(unlock, { events })).toEqual({ reports: [] });
    expect(compose(commitmentFixture('lead-gate.unlock', { phase: 'seen' }), { events })).toEqual({
      reports: [],
    });
    expect(compose(unlock, { events: { 'lead-gate.unlock': () => false } })).toEqual({ reports: [] });
  });

  it('that the product would drop are reported and not sent', () => {
    const refuses = (name: string) => (name === 'click' ? 'it is reserved' : undefined);
    const { reports, name } = compose(unlock, { events: { 'lead-gate.unlock': 'click' } }, { refuses });
    expect(name).toBeUndefined();
    expect(reports).toEqual([expect.stringMatching(/SY-1004 .*"acme".*"click": it is reserved/)]);
  });
});

describe('properties', () => {
  it('say flatly all that an analyst needs', () => {
    const { properties } = compose(
      commitmentFixture('video-player.complete', {
        ask: { id: 'tour', placement: 'hero', moment: 'know' },
        value: { amount: 5, currency: 'EUR' },
        ladder: { id: 'b2b', rung: 2, of: 5 },
        experiments: { headline: 'b' },
        visitor: { id: 'v1', isNew: false, segments: ['roaster', 'eu'] },
        data: { duration: 184, uniqueSeconds: 176, percent: 100 },
      }),
    );
    expect(properties).toMatchObject({
      kind: 'video-player.complete',
      phase: 'committed',
      grade: 1,
      ask_id: 'tour',
      ask_placement: 'hero',
      moment: 'know',
      value: 5,
      currency: 'EUR',
      ladder: 'b2b',
      rung: 2,
      experiment_headline: 'b',
      segments: ['roaster', 'eu'],
      duration: 184,
      unique_seconds: 176,
      percent: 100,
    });
    expect(properties).not.toHaveProperty('visitor');
  });

  it('never let data hide what the kit says, or pass for money', () => {
    const event = commitmentFixture('star-rating.rate', {
      data: { value: 4, max: 5, kind: 'forged', eventId: 'forged' } as never,
    });
    expect(compose(event).properties).toMatchObject({
      kind: 'star-rating.rate',
      event_id: event.id,
      data_kind: 'forged',
      data_event_id: 'forged',
      data_value: 4,
      max: 5,
    });
    expect(compose(event).properties).not.toHaveProperty('value');
  });

  it('flatten answers, and join lists for products without lists', () => {
    const event = commitmentFixture('step-form.submit', {
      data: { fields: ['a', 'b'], answers: { budget: '10k', isNew: true } },
    });
    expect(compose(event).properties).toMatchObject({
      fields: ['a', 'b'],
      answers_budget: '10k',
      answers_is_new: true,
    });
    expect(compose(event, {}, { isFlat: true }).properties).toMatchObject({ fields: 'a,b' });
  });

  it("of the developer's table are added, replace ours, and take ours out with undefined", () => {
    const events = {
      'lead-gate.unlock': {
        name: 'Lead',
        properties: { lead_source: 'guide', seq: 'x', attempt: undefined },
      },
    };
    const { properties } = compose(unlock, { events });
    expect(properties).toMatchObject({ lead_source: 'guide', seq: 'x' });
    expect(properties).not.toHaveProperty('attempt');
  });
});

describe('limits', () => {
  it('on the number keep the mapped properties first and name what was lost', () => {
    const events = { 'lead-gate.unlock': { name: 'Lead', properties: { lead_source: 'guide' } } };
    const { properties, reports } = compose(unlock, { events }, { limits: { count: 3 } });
    expect(Object.keys(properties!)).toEqual(['lead_source', 'event_id', 'event_time']);
    expect(reports).toEqual([expect.stringMatching(/SY-1003 .*"Lead".*seq.*fields/)]);
  });

  it('on texts cut without splitting a character', () => {
    const shorten = (choice: string, limits: object) =>
      compose(commitmentFixture('poll.vote', { data: { choice } }), {}, { limits }).properties?.['choice'];
    expect(shorten('x'.repeat(40), { text: 36 })).toBe('x'.repeat(36));
    expect(shorten(`${'x'.repeat(35)}😀`, { text: 36 })).toBe('x'.repeat(35));
    expect(shorten(`${'x'.repeat(34)}😀`, { text: 36 })).toBe(`${'x'.repeat(34)}😀`);
    expect(shorten(`${'x'.repeat(35)}é`, { text: 36, cut: cutBytes })).toBe('x'.repeat(35));
    expect(shorten('é'.repeat(18), { text: 36, cut: cutBytes })).toBe('é'.repeat(18));
    expect(shorten(`${'x'.repeat(33)}😀`, { text: 36, cut: cutBytes })).toBe('x'.repeat(33));
  });

  it('on names leave the property out', () => {
    const events = { 'lead-gate.unlock': { name: 'Lead', properties: { ['k'.repeat(41)]: 1 } } };
    const { properties, reports } = compose(unlock, { events }, { limits: { key: 40 } });
    expect(Object.keys(properties!).every((key) => key.length <= 40)).toBe(true);
    expect(reports).toHaveLength(1);
  });

  it('that nothing breaks are silent', () => {
    expect(compose(unlock).reports).toEqual([]);
  });
});
