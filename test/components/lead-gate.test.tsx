import { renderToString } from 'react-dom/server';
import { EmailField } from 'smallyes/fields';
import { LeadGate, type LeadGateData, type LeadGateProps } from 'smallyes/lead-gate';
import { GateJsonLd, gateJsonLd } from 'smallyes/lead-gate/json-ld';
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { readNote, writeNote } from '../../src/components/lead-gate/lead-gate-note.ts';
import { splitTaste } from '../../src/components/lead-gate/lead-gate-taste.ts';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(forgetMessages);

const served = (props: Partial<LeadGateProps> = {}) =>
  renderToString(
    <LeadGate id="checklist" get="The checklist" onSubmit={() => ({ status: 'ok' })} {...props}>
      <p>The taste.</p>
    </LeadGate>,
  );

describe('on a server', () => {
  it('is a form by POST with an address, whose button works without JavaScript', () => {
    const html = served({ action: '/unlock' });
    expect(html).toMatch(/<form [^>]*method="post"/);
    expect(html).toMatch(/<form [^>]*action="\/unlock"/);
    expect(html).toContain('<input type="hidden" name="sy-ask" value="checklist"/>');
    expect(html).toMatch(/<input [^>]*type="email"/);
    expect(html).not.toContain('sy-only-with-script');
    expect(html).not.toContain('needs JavaScript');
  });

  it('says without an address that it needs JavaScript, and where to turn to', () => {
    const html = served({ fallback: { label: 'Write to us', href: 'mailto:hello@shop.example' } });
    expect(html).toMatch(/<form [^>]*class="[^"]*sy-only-with-script/);
    expect(html).toMatch(
      /<noscript>To send this, your browser needs JavaScript\.(?:<!-- -->)? (?:<!-- -->)?<a href="mailto:hello@shop\.example">/,
    );
    expect(served({ fallback: { label: 'x', href: 'javascript:alert(1)' } })).not.toContain('javascript:');
  });

  it('is open in the first paint for a visitor whom the server knows', () => {
    const link = served({ unlocked: true, href: '/gate?magnet=checklist' });
    expect(link).toContain('href="/gate?magnet=checklist"');
    expect(link).not.toContain('<form');
    const content = served({ unlocked: <p>The twelve points.</p> });
    expect(content).toContain('The twelve points.');
    expect(content).not.toContain('<form');
    expect(content).toMatch(/<section [^>]*aria-label="Unlocked: The checklist"/);
  });

  it('puts what is unlocked where its markup for search engines says that it is not free, and nothing else', () => {
    const part = gateJsonLd({ type: 'Article', headline: 'a' })?.['hasPart'] as { cssSelector: string };
    const html = served({ unlocked: <p>The twelve points.</p>, taste: 'end', next: <p>Next</p> });
    const inside = new RegExp(`<section class="${part.cssSelector.slice(1)}"[^>]*>(.*?)</section>`).exec(
      html,
    );
    expect(inside?.[1]).toBe('<p>The twelve points.</p>');
    expect(served({ action: '/unlock' })).not.toContain(part.cssSelector.slice(1));
  });

  it.each([
    ['in the door', undefined, /<div class="sy-lead-gate-card".*The taste\..*<form/],
    ['in the door, said aloud', 'door', /<div class="sy-lead-gate-card".*The taste\..*<form/],
    ['before the ask, which stands at its end', 'end', /The taste\..*<div class="sy-lead-gate-card".*<form/],
    [
      'before the ask, which comes after a share',
      { share: 0.5 },
      /The taste\..*<div class="sy-lead-gate-card"/,
    ],
  ] as const)('shows the taste %s', (_, taste, order) => {
    if (typeof taste === 'object') expectConsole('warn', 'SY-805');
    const html = served({ action: '/unlock', taste });
    expect(html).toMatch(order);
    expect(html.match(/The taste\./g)).toHaveLength(1);
  });

  it('never calls load or href before there is a grant', () => {
    const never = () => {
      throw new Error('called');
    };
    expect(served({ load: never, href: never })).toContain('The taste.');
  });

  it('has a real heading, of the level that the page needs', () => {
    expect(served()).toMatch(/<h2 class="sy-question" id="[^"]+">The checklist<\/h2>/);
    expect(served({ headingLevel: 4 })).toMatch(/<h4 class="sy-question"/);
  });

  it('leaves out an exchange that would only say its title again', () => {
    const form = <EmailField name="work" label="Work e-mail" />;
    expect(served()).toContain('sy-exchange');
    expect(served({ form })).not.toContain('sy-exchange');
    expect(served({ form, heading: 'Before you go' })).toContain('sy-exchange');
    expect(served({ form, exchange: { give: [], get: ['Twelve questions'] } })).toContain('Twelve questions');
    expect(served({ form, exchange: { give: ['Your address'], get: ['The checklist'] } })).toContain(
      'Your address',
    );
  });

  it.each([undefined, false, null, ''])('is closed for unlocked=%j', (unlocked) => {
    expect(served({ unlocked })).toContain('<form');
  });
});

describe('types', () => {
  it('follow from the fields and the schema, without a cast', () => {
    const gates = [
      <LeadGate
        key="a"
        id="a"
        get="a"
        onSubmit={(values) => {
          expectTypeOf(values.email).toEqualTypeOf<string>();
          expectTypeOf(values.marketing).toEqualTypeOf<boolean | undefined>();
          return { status: 'ok', grant: 'a' };
        }}
        onCommit={(event) => {
          expectTypeOf(event.data).toEqualTypeOf<Readonly<LeadGateData>>();
        }}
      />,
      <LeadGate
        key="b"
        id="b"
        get="b"
        fields={[
          { type: 'number', name: 'size', required: true },
          { type: 'choice', name: 'plan', options: ['team', 'solo'] },
        ]}
        onSubmit={(values) => {
          expectTypeOf(values.size).toEqualTypeOf<number>();
          expectTypeOf(values.plan).toEqualTypeOf<'team' | 'solo' | undefined>();
        }}
      />,
      <LeadGate
        key="c"
        id="c"
        get="c"
        schema={z.object({ email: z.email(), size: z.number() })}
        onSubmit={async (values) => {
          expectTypeOf(values.size).toEqualTypeOf<number>();
          return { status: 'pending' };
        }}
      />,
      // What elements ask for, nobody can know: the values are open, unless a schema says what they are.
      <LeadGate
        key="d"
        id="d"
        get="d"
        form={<EmailField name="work" />}
        onSubmit={(values) => {
          expectTypeOf(values['work']).toEqualTypeOf<unknown>();
          expectTypeOf(values['email']).toEqualTypeOf<unknown>();
          expectTypeOf(values.marketing).toEqualTypeOf<boolean | undefined>();
        }}
      />,
      <LeadGate
        key="e"
        id="e"
        get="e"
        form={<EmailField name="work" />}
        schema={z.object({ work: z.email() })}
        onSubmit={(values) => {
          expectTypeOf(values.work).toEqualTypeOf<string>();
        }}
      />,
      <LeadGate
        key="f"
        id="f"
        get="f"
        form={<p>Two questions.</p>}
        fields={[{ type: 'number', name: 'size', required: true }]}
        onSubmit={(values) => {
          expectTypeOf(values.size).toEqualTypeOf<number>();
        }}
      />,
    ];
    // @ts-expect-error a promise needs words
    const wordless = <LeadGate id="a" />;
    expect([gates, wordless]).toHaveLength(2);
  });
});

describe('dividing a taste', () => {
  const paragraph = (length: number) => <p>{'x'.repeat(length)}</p>;

  it.each([
    [0.4, 4],
    [0, 1],
    [1, 10],
    [-1, 1],
    [7, 10],
    [Number.NaN, 10],
  ])('shows a share of %d of ten like blocks as %d', (share, count) => {
    const blocks = Array.from({ length: 10 }, () => paragraph(200));
    const { shown, folded } = splitTaste(blocks, share);
    expect([shown.length, folded.length]).toEqual([count, 10 - count]);
  });

  it('goes by the length of the texts, looks into fragments, and never ends with a heading', () => {
    const children = (
      <>
        {paragraph(100)}
        {paragraph(100)}
        <h2>Heading</h2>
        {paragraph(800)}
      </>
    );
    expect(splitTaste(children, 0.2).shown).toHaveLength(2);
    expect(splitTaste(children, 0.28).shown).toHaveLength(2);
    expect(splitTaste(children, 1).shown).toHaveLength(4);
  });

  it('loses and doubles no block, whatever the share', () => {
    for (let seed = 1; seed < 60; seed++) {
      const blocks = Array.from({ length: (seed % 9) + 1 }, (_, index) =>
        paragraph((seed * 37 * (index + 1)) % 900),
      );
      const { shown, folded } = splitTaste(blocks, seed / 60);
      expect(shown.length + folded.length).toBe(blocks.length);
      expect(shown.length).toBeGreaterThan(0);
    }
  });
});

it('reads back what it wrote down, and nothing else', () => {
  expect(readNote(writeNote({ at: 5, grant: 'g' }))).toEqual({ at: 5, grant: 'g' });
  expect(readNote(writeNote({ at: 5, attempt: 'a' }))).toEqual({ at: 5, attempt: 'a' });
  for (const text of [null, '', 'x', 'null', '1', '[]', '{"v":1,"at":"5"}', '{"v":2,"at":5}'])
    expect(readNote(text)).toBeUndefined();
  expect(readNote('{"v":1,"at":5,"grant":{},"attempt":1}')).toEqual({ at: 5 });
});

describe('markup for search engines', () => {
  it('says which part is not free', () => {
    expect(gateJsonLd({ type: 'NewsArticle', headline: ' Small yeses ', more: { author: 'Jana' } })).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Small yeses',
      author: 'Jana',
      isAccessibleForFree: false,
      hasPart: {
        '@type': 'WebPageElement',
        isAccessibleForFree: false,
        cssSelector: '.sy-lead-gate-content',
      },
    });
  });

  it.each([
    ['no headline', { headline: ' ' }],
    ['a part that is no class', { part: '.a .b' }],
    ['a part that is an id', { part: '#a' }],
  ])('is left out with %s', (_what, wrong) => {
    expectConsole('warn', 'SY-806');
    expect(gateJsonLd({ type: 'Article', headline: 'a', ...wrong } as never)).toBeNull();
  });

  it('cannot end its script', () => {
    const html = renderToString(<GateJsonLd type="Article" headline="</script><script>alert(1)</script>" />);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<\/script/g)).toHaveLength(1);
  });
});
