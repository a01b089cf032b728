import { readdirSync, readFileSync } from 'node:fs';
import { renderToReadableStream, renderToString } from 'react-dom/server';
import * as lazy from 'smallyes/lazy';
import { LeadGate } from 'smallyes/lead-gate';
import { describe, expect, it } from 'vitest';
import * as later from '../../src/lazy/asks-later.ts';
import * as now from '../../src/lazy/asks-now.ts';
import { expectConsole } from '../support/console.ts';

/** What nobody comes near, and what a ladder decides on before the first paint. */
const never = ['LadderProgress', 'NextAsk', 'ProductView', 'ReadingProgress', 'ReturnVisit'];
/** Asks that share the folder of another. */
const besides = ['PodcastSubscribe', 'WebinarSignup'];

const gate = {
  id: 'checklist',
  get: 'The checklist',
  href: '/guide.pdf',
  children: <p>Twelve questions.</p>,
};

describe('smallyes/lazy', () => {
  it('has every ask that a visitor can come near, on a server and in a browser', () => {
    const folders = readdirSync('src/components').map((folder) =>
      folder.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
    const asks = [...folders, ...besides].filter((name) => !never.includes(name)).sort();
    expect(Object.keys(later).sort()).toEqual(asks);
    expect(Object.keys(now).sort()).toEqual(asks);
    expect(Object.keys(lazy).sort()).toEqual([...asks, 'lazyAsk'].sort());
  });

  it('names in its guide what the entries of the asks have besides', () => {
    const guide = readFileSync('stories/guides/lazy.mdx', 'utf8');
    const entries = import.meta.glob<object>('../../src/components/*/index.ts', { eager: true });
    const names = Object.values(entries).flatMap((entry) => Object.keys(entry));
    // What only a server reads with stands on the pages of the asks.
    const onServer = ['calculate', 'getQuizResult', 'readStepForm', 'scoreQuiz'];
    const others = names.filter((name) => !(name in lazy) && !onServer.includes(name));
    expect(others.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
    expect(others).toContain('ContactDialogTrigger');
  });

  it('knows the answers of an ask by their names, as the ask itself does', () => {
    const choices: ('Traffic' | 'Trust')[] = [];
    renderToString(
      <lazy.Poll
        id="hurdle"
        question="What holds you back?"
        options={['Traffic', 'Trust']}
        onCommit={({ data }) => choices.push(data.choice)}
      />,
    );
    // @ts-expect-error: no option of that name
    const wrong: Parameters<typeof lazy.Poll<'Traffic' | 'Trust'>>[0]['defaultValue'] = 'Price';
    expect(wrong).toBe('Price');
    expect(choices).toEqual([]);
  });

  it('writes on a server what the ask itself writes, in one go', () => {
    const html = renderToString(<lazy.LeadGate {...gate} onSubmit={() => {}} />);
    expect(html).toBe(
      `<div class="sy-lazy"><!--$-->${renderToString(<LeadGate {...gate} onSubmit={() => {}} />)}<!--/$--></div>`,
    );
  });
});

describe('lazyAsk on a server', () => {
  it('writes the markup when its code has come', async () => {
    const Gate = lazy.lazyAsk(() => Promise.resolve(LeadGate));
    expect(await stream(<Gate {...gate} onSubmit={() => {}} />)).toContain('Twelve questions.');
  });

  it('writes it in one go once its code was brought', async () => {
    const Gate = lazy.lazyAsk(() => Promise.resolve(LeadGate));
    await Gate.load();
    expect(renderToString(<Gate {...gate} onSubmit={() => {}} />)).toContain('Twelve questions.');
  });

  it('writes the rest of the page when its code cannot be had, and tries again for the next page', async () => {
    let tries = 0;
    const Gate = lazy.lazyAsk(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('no such chunk')) : Promise.resolve(LeadGate);
    });
    const page = (
      <main>
        <h1>Guide</h1>
        <Gate {...gate} onSubmit={() => {}} />
      </main>
    );
    const errors: unknown[] = [];
    const first = await stream(page, (error) => {
      errors.push(error);
    });
    expect(first).toContain('Guide');
    expect(first).not.toContain('Twelve questions.');
    expect(errors).toEqual([new Error('no such chunk')]);
    expect(await stream(page)).toContain('Twelve questions.');
  });
});

describe('lazyAsk, given what is no component,', () => {
  it.each([
    ['a module with LeadGate', { LeadGate }],
    ['undefined', undefined],
  ])('says so and shows nothing: %s', async (given, brought) => {
    expectConsole('warn', `SY-118 lazyAsk was brought ${given}, which is no component.`);
    const Wrong = lazy.lazyAsk(() => Promise.resolve(brought)) as unknown as () => React.ReactNode;
    expect(await stream(<Wrong />)).toBe('<div class="sy-lazy"><!--$--><!--/$--></div>');
  });
});

async function stream(page: React.ReactNode, onError?: (error: unknown) => void): Promise<string> {
  const html = await renderToReadableStream(page, onError && { onError });
  await html.allReady;
  return new Response(html).text();
}
