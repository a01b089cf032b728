import { renderToReadableStream, renderToString } from 'react-dom/server';
import { defineLadder } from 'smallyes/ladder';
import { NextAsk, type NextAskProps } from 'smallyes/next-ask';
import { CommitmentProvider } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(forgetMessages);

const ladder = defineLadder({
  id: 'served',
  goal: 'course',
  rungs: [
    { ask: 'article', kind: 'star-rating.rate' },
    { ask: 'course', kind: 'star-rating.rate' },
  ],
});
const asks = {
  article: <StarRating id="article" label="Was this useful?" />,
  course: <StarRating id="course" label="And the course?" />,
};
const remembered = { notes: {}, time: Date.UTC(2026, 0, 7) };

function serve(props: Partial<NextAskProps> = {}, provider: object = { ladder, remembered }) {
  return renderToString(
    <CommitmentProvider {...provider}>
      <NextAsk asks={asks} {...props} />
    </CommitmentProvider>,
  );
}

describe('types', () => {
  it('take any id without a ladder, and with one only its own', () => {
    const free = <NextAsk asks={{ whatever: 'An ask', late: () => <p>Later</p> }} />;
    const typed = <NextAsk ladder={ladder} asks={{ article: <p>An ask</p> }} />;
    const optional = <NextAsk ladder={ladder} asks={{ article: undefined, course: null }} />;
    // @ts-expect-error the ladder has no such ask
    const unknown = <NextAsk ladder={ladder} asks={{ artikel: <p>An ask</p> }} />;
    // @ts-expect-error a spot without asks shows nothing
    const none = <NextAsk />;
    expectTypeOf<NextAskProps<'a' | 'b'>['asks']>().toHaveProperty('a');
    expect([free, typed, optional, unknown, none]).toHaveLength(5);
  });
});

describe('on a server', () => {
  it('shows it in its place on a long page, where React puts off what stands in a boundary', async () => {
    const stream = await renderToReadableStream(
      <CommitmentProvider ladder={ladder} remembered={remembered}>
        <NextAsk asks={asks} />
        <p>{'A long page. '.repeat(2_000)}</p>
      </CommitmentProvider>,
    );
    const html = await new Response(stream).text();
    expect(html.indexOf('Was this useful?')).toBeLessThan(html.indexOf('A long page.'));
    expect(html).not.toMatch(/<template|<script/);
  });

  it('shows the ask that comes first, and makes no other', () => {
    let made = 0;
    const html = serve({
      asks: {
        ...asks,
        course: () => {
          made++;
          return null;
        },
      },
    });
    expect(html).toContain('Was this useful?');
    expect(html).toContain('data-ask="article"');
    expect(html).not.toContain('And the course?');
    expect(html).not.toMatch(/<[^>]*\sstyle=/);
    expect(made).toBe(0);
  });

  it('is there and empty without a ladder, with its fallback or with nothing', () => {
    expect(serve({}, {})).toMatch(
      /^<div class="sy-next-ask"[^>]*data-empty="true"[^>]*><p [^>]*role="status"[^>]*><\/p><\/div>$/,
    );
    const html = serve({ fallback: <p>Read on</p> }, {});
    expect(html).toContain('<p>Read on</p>');
    expect(html).not.toContain('data-empty');
  });

  it.each([
    ['none', {}],
    ['nothing', undefined],
    ['a node that is not there', { article: null, course: false }],
    ['an id that no ladder has', { constructor: undefined, toString: undefined }],
  ])('takes %s for asks', (_what, given) => {
    expect(serve({ asks: given as never })).toContain('data-empty');
  });

  it('offers its way out to those with script alone', () => {
    expect(serve({ dismissible: true })).toMatch(/<button class="[^"]*sy-only-with-script"[^>]*>Not now/);
    expect(serve()).not.toContain('Not now');
    expect(serve({ appearance: 'banner' })).toContain('Not now');
    expect(serve({ appearance: 'banner', dismissible: false })).not.toContain('Not now');
  });

  it('is a named region as a banner, and an overlay is one', () => {
    for (const props of [{ appearance: 'banner' }, { overlay: true }] as const) {
      const html = serve(props);
      expect(html).toMatch(/role="region" aria-label="A short question"/);
      expect(html).toContain('data-appearance="banner"');
    }
    expect(serve({ appearance: 'banner' }, {})).not.toContain('role="region"');
  });

  it('tells the developer whose ladder is another than the provider has', () => {
    expectConsole('warn', 'SY-1231');
    const other = defineLadder({
      id: 'other',
      goal: 'article',
      rungs: [{ ask: 'article', kind: 'star-rating.rate' }],
    });
    expect(serve({ ladder: other as never })).toContain('Was this useful?');
    serve({ ladder });
  });
});
