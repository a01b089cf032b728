import { renderToString } from 'react-dom/server';
import type { CommitmentStep, NpsBucket, PollPredictData } from 'smallyes/events';
import { Poll, type PollData, PollOptions, type PollProps, PollQuestion } from 'smallyes/poll';
import { CommitmentProvider } from 'smallyes/provider';
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

const options = ['Traffic', 'Trust', 'Price'] as const;

beforeEach(() => forgetMessages());

describe('on the server', () => {
  it('is a form that posts, with native radios, a legend and the name of the ask', () => {
    const html = renderToString(
      <Poll id="hurdle" question="What holds you back?" options={options} action="/vote" />,
    );
    expect(html).toMatch(/<form class="sy-stack" action="\/vote" method="post">/);
    expect(html).toContain('<input type="hidden" name="sy-ask" value="hurdle"/>');
    expect(html).toMatch(/<fieldset[^>]*><legend[^>]*>What holds you back\?<\/legend>/);
    expect(html.match(/<input[^>]*type="radio"[^>]*name="choice"/g)).toHaveLength(3);
    expect(html).toMatch(/<button[^>]*type="submit"/);
    expect(html).not.toContain('style=');
  });

  it('posts also without an address, so that no answer gets into one, but offers no button without script', () => {
    const html = renderToString(<Poll id="hurdle" question="?" options={options} />);
    expect(html).toContain('method="post"');
    expect(html).toMatch(/<button[^>]*class="[^"]*sy-only-with-script/);
    expect(html).toMatch(/<p class="[^"]*sy-only-with-script[^"]*">One click is your vote\./);
    expect(
      renderToString(<Poll id="hurdle" question="?" options={options} action="/vote" commitOn="pick" />),
    ).not.toMatch(/<button[^>]*sy-only-with-script/);
    expectConsole('warn', 'SY-110');
    expect(
      renderToString(<Poll id="hurdle" question="?" options={options} action="javascript:alert(1)" />),
    ).toMatch(/<button[^>]*sy-only-with-script/);
  });

  it('has the next ask in its markup when the server knows the vote', () => {
    const html = (props: object) =>
      renderToString(<Poll id="hurdle" question="?" options={options} next={<i>Next</i>} {...props} />);
    expect(html({ votedFor: 'Trust' })).toContain('<i>Next</i>');
    expect(html({ votedFor: null })).not.toContain('<i>Next</i>');
    expect(html({})).not.toContain('<i>Next</i>');
  });

  it('shows results that the server knows', () => {
    const html = renderToString(
      <Poll id="hurdle" question="?" options={options} results={{ Trust: 30, Price: 10 }} votedFor="Trust" />,
    );
    expect(html).toContain('Trust: 75 percent, 30 votes, your choice');
    expect(html).toContain('Thanks for voting. 40 votes');
    expect(html).not.toContain('type="radio"');
  });

  it('has the same order for the same seed', () => {
    const html = () =>
      renderToString(
        <Poll id="hurdle" question="?" shuffle options={['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']} />,
      );
    const order = [...html().matchAll(/value="(.)"/g)].map(([, value]) => value).join('');
    expect([...order].sort().join('')).toBe('abcdefgh');
    expect(order).not.toBe('abcdefgh');
    expect(html()).toBe(html());
  });

  it('shows markup as text', () => {
    const html = renderToString(
      <Poll id="x" question="<b>?</b>" options={['<img src=x onerror=alert(1)>', 'b']} />,
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>?');
  });

  it('speaks the language of the provider', () => {
    const html = renderToString(
      <CommitmentProvider locale="de" labels={{ poll: { oneClick: 'Ein Klick ist Ihre Stimme.' } }}>
        <Poll id="x" question="?" options={options} />
        <Poll id="y" question="?" options={options} results={{ Trust: 1_234 }} votedFor="Trust" />
      </CommitmentProvider>,
    );
    expect(html).toContain('Ein Klick ist Ihre Stimme.');
    expect(html).toContain('1.234 votes');
  });

  it.each([
    ['SY-201', { options: [] }],
    ['SY-201', { options: ['a'] }],
    ['SY-201', { options: ['a', 'a'] }],
    ['SY-202', { options, defaultValue: 'Weather' }],
    ['SY-202', { options, value: 12 }],
    ['SY-203', { options, votedFor: 'Trust', results: null }],
    ['SY-203', { options, votedFor: 'Trust', results: { Weather: 100 } }],
    ['SY-203', { options, closed: true, results: [1, 2, 3] }],
    ['SY-204', { options, scale: 5 }],
    ['SY-204', { scale: 5, multiple: true }],
    ['SY-204', { options, multiple: true, min: 3, max: 2 }],
    ['SY-204', { options, multiple: true, max: 0 }],
    ['SY-110', { options, action: 'javascript:alert(1)' }],
  ])('tells the developer %s about %j, and renders', (code, props) => {
    expectConsole('warn', code);
    const html = renderToString(<Poll id="x" question="What?" {...(props as object)} />);
    expect(html).toContain('What?');
    expect(html).not.toContain('percent');
    expect(html).not.toContain('javascript');
  });

  it('names no words for the ends of a scale that has none', () => {
    expect(renderToString(<Poll id="ease" question="?" scale={5} />)).not.toContain('aria-describedby');
    const ends = renderToString(<Poll id="ease" question="?" scale={5} endLabels={['Hard', 'Easy']} />);
    const [, name] = /aria-describedby="([^"]+)"/.exec(ends) ?? [];
    expect(ends).toContain(`id="${name}"`);
  });

  it('takes a scale, and says what its ends mean', () => {
    const html = renderToString(<Poll id="nps" question="?" scale="nps" />);
    expect(html.match(/type="radio"/g)).toHaveLength(11);
    expect(html).toContain('Not at all likely');
    expect(html).toContain('Extremely likely');
  });

  it('renders 500 options and one of 10,000 characters', () => {
    const many = Array.from({ length: 500 }, (_, index) => `Option ${index}`);
    expect(renderToString(<Poll id="x" question="?" options={many} />).match(/type="radio"/g)).toHaveLength(
      500,
    );
    const long = 'x'.repeat(10_000);
    expect(renderToString(<Poll id="x" question="?" options={[long, 'b']} />)).toContain(long);
  });

  it('renders nothing for a part outside a poll, and says so', () => {
    expectConsole('warn', 'SY-109 <PollQuestion> stands outside <Poll>');
    expectConsole('warn', 'SY-109 <PollOptions> stands outside <Poll>');
    expect(
      renderToString(
        <main>
          <PollQuestion />
          <PollOptions />
        </main>,
      ),
    ).toBe('<main></main>');
  });
});

describe('types', () => {
  type DataOf<Props> = Props extends { onCommit?: ((event: infer E) => void) | undefined }
    ? E extends { data: infer D }
      ? D
      : never
    : never;

  it('infers the choices from the options, with no cast', () => {
    const trees = [
      <Poll
        key="1"
        id="x"
        options={['Traffic', 'Trust', { value: 'Price', label: 'The price' }]}
        onCommit={(event) => {
          expectTypeOf(event.kind).toEqualTypeOf<'poll.vote'>();
          expectTypeOf(event.data.choice).toEqualTypeOf<'Traffic' | 'Trust' | 'Price'>();
          expectTypeOf(event.data).not.toHaveProperty('choices');
          expectTypeOf(event.data).not.toHaveProperty('bucket');
        }}
        onEvent={(event) => {
          if (event.phase === 'committed')
            expectTypeOf(event.data.choice).toEqualTypeOf<'Traffic' | 'Trust' | 'Price'>();
          else expectTypeOf(event.data.choice).toEqualTypeOf<'Traffic' | 'Trust' | 'Price' | undefined>();
        }}
        onValueChange={(value) => expectTypeOf(value).toEqualTypeOf<'Traffic' | 'Trust' | 'Price' | null>()}
        segment={(vote) => `hurdle-${vote.choice}`}
        votedFor="Trust"
      />,
      <Poll
        key="2"
        id="x"
        multiple
        options={['a', 'b']}
        onCommit={(event) => expectTypeOf(event.data.choices).toEqualTypeOf<('a' | 'b')[]>()}
        onSubmit={(vote) => {
          expectTypeOf(vote.choices).toEqualTypeOf<('a' | 'b')[]>();
          expectTypeOf(vote.otherText).toEqualTypeOf<string | undefined>();
          expectTypeOf(vote).not.toHaveProperty('choice');
        }}
      />,
      <Poll
        key="3"
        id="x"
        other
        options={['a', 'b']}
        onCommit={(event) => expectTypeOf(event.data.choice).toEqualTypeOf<'a' | 'b' | 'other'>()}
      />,
      <Poll
        key="4"
        id="x"
        scale="nps"
        onCommit={(event) => {
          expectTypeOf(event.data.bucket).toEqualTypeOf<NpsBucket>();
          expectTypeOf(event.data.choice).toEqualTypeOf<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10>();
        }}
        next={({ data }) => data.bucket}
      />,
      <Poll
        key="5"
        id="x"
        predict
        options={['a', 'b']}
        onCommit={(event) => {
          expectTypeOf(event.kind).toEqualTypeOf<'poll.vote' | 'poll.predict'>();
          if (event.kind === 'poll.predict')
            expectTypeOf(event.data).toEqualTypeOf<Readonly<PollPredictData<'a' | 'b'>>>();
        }}
      />,
      // A server action answers as onSubmit does, or not at all.
      <Poll key="6" id="x" options={['a', 'b']} action={async () => ({ status: 'already' })} />,
      <Poll key="7" id="x" options={['a', 'b']} action={async (form) => void form.get('choice')} />,
      // @ts-expect-error: no such option
      <Poll key="8" id="x" options={['a', 'b']} votedFor="c" />,
      // @ts-expect-error: no such scale
      <Poll key="9" id="x" scale={4} />,
      // @ts-expect-error: an ask needs its id
      <Poll key="10" options={['a', 'b']} />,
      // @ts-expect-error: no such answer
      <Poll key="11" id="x" options={['a', 'b']} action={async () => ({ status: 'done' })} />,
    ];
    expect(trees).toHaveLength(11);
  });

  it('names the data for those who write wrappers', () => {
    expectTypeOf<DataOf<PollProps<'a'>>>().toEqualTypeOf<Readonly<PollData<'a', false, undefined>>>();
    expectTypeOf<CommitmentStep<'poll.vote'>['data']['choice']>().toEqualTypeOf<
      string | number | undefined
    >();
  });
});
