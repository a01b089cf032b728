import { renderToString } from 'react-dom/server';
import { defineLadder } from 'smallyes/ladder';
import { LadderProgress, type LadderProgressProps } from 'smallyes/ladder-progress';
import { CommitmentProvider } from 'smallyes/provider';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetMessages } from '../../src/internal/messages.ts';
import { expectConsole } from '../support/console.ts';

beforeEach(forgetMessages);

const kind = 'star-rating.rate';
const ladder = defineLadder({
  id: 'served-progress',
  goal: 'course',
  rungs: [
    { ask: 'article', kind },
    { ask: 'author', kind },
    { ask: 'course', kind },
  ],
});
const steps = { article: 'The article', author: 'The author', course: 'The course' };
const remembered = { notes: {}, time: Date.UTC(2026, 0, 7) };

function serve(props: Partial<LadderProgressProps> = {}, provider: object = { ladder, remembered }) {
  return renderToString(
    <CommitmentProvider {...provider}>
      <LadderProgress steps={steps} {...props} />
    </CommitmentProvider>,
  );
}

describe('types', () => {
  it('take any id without a ladder, and with one only its own', () => {
    const free = <LadderProgress steps={{ whatever: 'A step' }} />;
    const typed = <LadderProgress ladder={ladder} steps={{ article: 'The article' }} />;
    // @ts-expect-error the ladder has no such ask
    const unknown = <LadderProgress ladder={ladder} steps={{ artikel: 'The article' }} />;
    expect([free, typed, unknown]).toHaveLength(3);
  });
});

describe('on a server', () => {
  it('shows where the remembered visitor stands', () => {
    const html = serve();
    expect(html.match(/<li /g)).toHaveLength(3);
    expect(html).toContain('Step 1 of 3');
    expect(html).toMatch(/<li [^>]*data-state="current" aria-current="step"/);
    expect(html).not.toMatch(/<[^>]*\sstyle=/);
  });

  it('shows steps that have a name, and no others', () => {
    const html = serve({ steps: { course: 'The course', article: 'The article', author: null } });
    expect(html.match(/<li /g)).toHaveLength(2);
    expect(html.indexOf('The article')).toBeLessThan(html.indexOf('The course'));
  });

  it.each([
    ['no step', {}],
    ['nothing', undefined],
    ['names that are empty', { article: '', author: undefined, course: false }],
  ])('is nothing with %s', (_what, given) => {
    expect(serve({ steps: given as never })).toBe('');
  });

  it('is nothing without a ladder, and while nothing is known of the visitor', () => {
    expect(serve({}, {})).toBe('');
    expect(serve({}, { ladder })).toBe('');
  });

  it('takes no step for named because every object has such a member', () => {
    const odd = defineLadder({ id: 'odd', goal: 'toString', rungs: [{ ask: 'toString', kind }] });
    expect(serve({ steps: {} }, { ladder: odd, remembered })).toBe('');
  });

  it('is nothing with steps that the ladder lacks, and tells of them, with the nearest name', () => {
    expectConsole('warn', /SY-1232 .*"blog", which the ladder "served-progress".*Give it a rung/);
    expectConsole('warn', /SY-1232 .*"artcle".*If "article" is meant/);
    expect(serve({ steps: { blog: 'The blog', artcle: 'The article' } as never })).toBe('');
  });

  it('tells the developer whose ladder is another than the provider has', () => {
    expectConsole('warn', 'SY-1231');
    const other = defineLadder({ id: 'other', goal: 'article', rungs: [{ ask: 'article', kind }] });
    expect(serve({ ladder: other as never })).toContain('Step 1 of 3');
    serve({ ladder });
  });
});
