import { renderToString } from 'react-dom/server';
import type { Commitment, CommitmentStep, StarRatingData } from 'smallyes/events';
import {
  StarRating,
  type StarRatingAnswer,
  StarRatingField,
  StarRatingSummary,
  type StarRatingValue,
} from 'smallyes/star-rating';
import { RatingJsonLd, ratingJsonLd } from 'smallyes/star-rating/json-ld';
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { readMax, readScale, valuesOf } from '../../src/components/star-rating/star-rating-state.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(forgetMessages);

describe('the scale', () => {
  it.each([2, 5, 10])('takes a maximum of %d', (max) => expect(readMax(max)).toBe(max));

  it.each([0, 1, 11, 1000, -5, 2.5, Number.NaN, Number.POSITIVE_INFINITY, '5', null, {}])(
    'takes no maximum of %s',
    (max) => expect(readMax(max)).toBeUndefined(),
  );

  it('lists its values, lowest first', () => {
    expect(valuesOf(3, 1)).toEqual([1, 2, 3]);
    expect(valuesOf(2, 0.5)).toEqual([0.5, 1, 1.5, 2]);
  });

  it('knows each of its values and no other', () => {
    for (const step of [1, 0.5] as const)
      for (let max = 2; max <= 10; max++) {
        const values = valuesOf(max, step);
        for (let tenth = -10; tenth <= 120; tenth++) {
          const value = tenth / 10;
          expectConsole('warn', 'SY-302');
          expect(readScale('a', max, step, value).value).toBe(values.includes(value) ? value : null);
        }
      }
    for (const value of [undefined, null, '3', Number.NaN, Number.POSITIVE_INFINITY, {}, true])
      expect(readScale('a', 5, 1, value).value).toBeNull();
  });

  it('is of five whole values when nothing else is asked for, or nothing that can be', () => {
    expectConsole('warn', 'SY-301');
    for (const max of [undefined, 1000])
      expect(readScale('a', max, 'half', null)).toEqual({
        max: 5,
        step: 1,
        values: [1, 2, 3, 4, 5],
        value: null,
      });
  });
});

describe('types', () => {
  it('follow from the maximum and the step, without a cast', () => {
    expectTypeOf<StarRatingValue>().toEqualTypeOf<1 | 2 | 3 | 4 | 5>();
    expectTypeOf<StarRatingValue<2>>().toEqualTypeOf<1 | 2>();
    expectTypeOf<StarRatingValue<2, 0.5>>().toEqualTypeOf<0.5 | 1 | 1.5 | 2>();

    const five = (
      <StarRating
        id="a"
        label="a"
        onCommit={(event) => {
          expectTypeOf(event).toEqualTypeOf<
            Commitment<'star-rating.rate', StarRatingData<1 | 2 | 3 | 4 | 5>>
          >();
          expectTypeOf(event.data.value).toEqualTypeOf<1 | 2 | 3 | 4 | 5>();
        }}
        onEvent={(event) => {
          if (event.phase !== 'committed')
            expectTypeOf(event).toEqualTypeOf<
              CommitmentStep<'star-rating.rate', StarRatingData<1 | 2 | 3 | 4 | 5>>
            >();
        }}
        onValueChange={(value) => expectTypeOf(value).toEqualTypeOf<1 | 2 | 3 | 4 | 5 | null>()}
      />
    );
    const halves = (
      <StarRating
        id="a"
        label="a"
        max={2}
        step={0.5}
        onSubmit={(answer) => {
          expectTypeOf(answer).toEqualTypeOf<StarRatingAnswer<0.5 | 1 | 1.5 | 2>>();
        }}
      />
    );
    // @ts-expect-error a scale of eleven does not exist
    const eleven = <StarRating id="a" label="a" max={11} />;
    // @ts-expect-error events need a name
    const nameless = <StarRating label="a" />;
    expect([five, halves, eleven, nameless]).toHaveLength(4);
  });
});

describe('on a server', () => {
  it('is a form by POST with true radios, and nothing picked', () => {
    const html = renderToString(<StarRating id="article-42" label="Was this useful?" />);
    expect(html).toMatch(/<form [^>]*method="post"/);
    expect(
      html.match(/<input[^>]*type="radio"[^>]*name="rating"|name="rating"[^>]*type="radio"/g),
    ).toHaveLength(5);
    expect(html).not.toContain('checked=""');
    expect(html).not.toContain('style=');
  });

  it.each([
    ['an address', { action: '' }],
    ['an address and your own handler', { action: '/ratings', onSubmit: () => {} }],
    ['an address and a comment', { action: '/ratings', comment: true }],
  ])('has a button and the name of the ask for visitors without JavaScript, given %s', (_what, props) => {
    const html = renderToString(<StarRating id="article-42" label="Was this useful?" {...props} />);
    expect(html).toContain('<input type="hidden" name="sy-ask" value="article-42"/>');
    expect(html).toMatch(/<button[^>]*type="submit"/);
    expect(html).not.toContain('sy-only-with-script');
    expect(html).not.toContain('hidden=""');
  });

  it('shows them nothing to send without an address, since the page itself would refuse it', () => {
    const served = (props: object) =>
      renderToString(<StarRating id="article-42" label="Was this useful?" {...props} />);
    expect(served({})).not.toContain('<button');
    expect(served({ onSubmit: () => {} })).not.toContain('<button');
    expect(served({ commitOn: 'submit' })).toMatch(/<div class="sy-actions sy-only-with-script"><button/);
    expect(served({ comment: true })).not.toContain('<button');
    expect(served({ comment: true })).toMatch(/<label [^>]*hidden=""/);
    const rated = served({ comment: true, defaultValue: 3 });
    expect(rated).not.toContain('type="submit"');
    expect(rated).toMatch(/<button class="[^"]*sy-only-with-script"[^>]*>Clear rating/);
  });

  it('needs no provider for its field and its summary', () => {
    expect(renderToString(<StarRatingField label="The call" defaultValue={2} />)).toContain('checked=""');
    const summary = renderToString(
      <StarRatingSummary value={4.3} count={1280} locale="de" breakdown={{ 5: 1280 }} />,
    );
    expect(summary).toContain('aria-label="4,3 of 5, 1.280 ratings"');
    expect(summary).not.toContain('style=');
  });
});

describe('rating markup', () => {
  const course = { type: 'Course', name: 'Pricing for small shops', value: 4.3, count: 128 } as const;

  it('states the figures and the whole scale', () => {
    expect(ratingJsonLd({ ...course, more: { url: 'https://example.com/pricing', name: 'Other' } })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Course',
      name: 'Pricing for small shops',
      url: 'https://example.com/pricing',
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: 4.3,
        ratingCount: 128,
        bestRating: 5,
        worstRating: 1,
      },
    });
  });

  it('writes nothing while nobody has rated, without a word', () => {
    expect(ratingJsonLd({ ...course, value: 0, count: 0 })).toBeNull();
    expect(renderToString(<RatingJsonLd {...course} value={0} count={0} />)).toBe('');
  });

  it.each([
    ['an ineligible type', { type: 'Article' }],
    ['a page that rates itself', { type: 'LocalBusiness' }],
    ['no name', { name: '  ' }],
    ['a missing name', { name: undefined }],
    ['a value above the scale', { value: 5.1 }],
    ['a value below the scale', { value: 0.5 }],
    ['no number', { value: Number.NaN }],
    ['a text', { value: '4.3' }],
    ['half a visitor', { count: 1.5 }],
    ['a negative count', { count: -1 }],
    ['an upside-down scale', { min: 5, max: 1 }],
  ])('leaves out what search engines reject: %s', (_what, wrong) => {
    expectConsole('warn', 'SY-304');
    expect(ratingJsonLd({ ...course, ...wrong } as never)).toBeNull();
  });

  it('takes a company that others are reviewed on, and only then', () => {
    expect(
      ratingJsonLd({ type: 'LocalBusiness', reviewedBy: 'others', name: 'Bike shop', value: 4, count: 2 }),
    ).toMatchObject({ '@type': 'LocalBusiness' });
    // @ts-expect-error a company must say that it reviews others
    expectTypeOf(ratingJsonLd).toBeCallableWith({ type: 'Organization', name: 'We', value: 4, count: 2 });
    // @ts-expect-error search engines show no rating for an article
    expectTypeOf(ratingJsonLd).toBeCallableWith({ type: 'Article', name: 'a', value: 4, count: 2 });
  });

  it('is read back from served markup as it was, and cannot end its script', () => {
    const name = '</script><script>alert(1)</script><!-- "quoted" & \u2028\u2029';
    const html = renderToString(<RatingJsonLd {...course} name={name} />);
    expect(html).toMatch(/^<span hidden=""><script type="application\/ld\+json">/);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
    const json = /<script type="application\/ld\+json">(.*)<\/script>/s.exec(html)![1]!;
    expect(json).not.toMatch(/[<>\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual(ratingJsonLd({ ...course, name }));
  });
});
