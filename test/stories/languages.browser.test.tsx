import { fireEvent, render } from '@testing-library/react';
import { CommitmentProvider } from 'smallyes/provider';
import 'smallyes/styles.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetMessages } from '../../src/internal/messages.ts';
import { catalogues, type Language } from '../../stories/journeys/languages/catalogues.ts';
import type { Answer } from '../../stories/journeys/languages/languages-forms.tsx';
import { languagesLadder } from '../../stories/journeys/languages/languages-ladder.ts';
import { LanguagesPage } from '../../stories/journeys/languages/languages-page.tsx';
import { expectConsole } from '../support/console.ts';
import { cutTexts } from '../support/cut-text.ts';

/*
 * Walking through all languages takes minutes. The required check walks the one whose words are longest and the
 * one that is read from the right; `npm run test:languages` walks every one.
 */
const languages: readonly Language[] =
  import.meta.env.MODE === 'languages' ? (Object.keys(catalogues) as Language[]) : ['de', 'ar'];
/** The narrowest is the hardest; a width between is looked at with the other languages. */
const widths = import.meta.env.MODE === 'languages' ? [320, 360, 1280] : [320, 1280];

beforeEach(() => {
  forgetMessages();
  localStorage.clear();
  // Somebody who was here three days ago, and whom the browser may ask about messages.
  const [id, sid] = [crypto.randomUUID(), crypto.randomUUID()];
  const last = Date.now() - 3 * 86_400_000;
  localStorage.setItem('smallyes:visit', JSON.stringify({ id, sid, n: 1, last, segments: [] }));
  vi.stubGlobal('Notification', { permission: 'default', requestPermission: async () => 'granted' });
  addEventListener('click', stay);
});

afterEach(() => {
  removeEventListener('click', stay);
  document.documentElement.removeAttribute('dir');
  document.documentElement.lang = 'en';
});

/** A link of the page must not take the test away. */
function stay(event: Event) {
  if ((event.target as Element).closest('a')) event.preventDefault();
}

describe.each(languages)('a page with one of every ask, in %s', (language) => {
  const heard = new Set<string>();

  it('can be read whole as it arrives, left empty, filled in wrongly, and when nothing works', async () => {
    expectConsole('warn', 'SY-1403');
    expectConsole('warn', 'SY-1521');
    expectConsole('warn', 'SY-1526');
    const walk = await begin(language, 'failed', heard);
    await walk.measure('arrived');
    await walk.unfold();
    await walk.measure('unfolded');
    await walk.press();
    await walk.measure('left empty');
    await walk.fill('wrong');
    await walk.press();
    await walk.measure('filled in wrongly');
    await walk.answer();
    await walk.talk();
    expect(walk.found).toEqual([]);
  }, 180_000);

  it.each(['pending', 'ok'] as const)(
    'can be read whole when the server says "%s"',
    async (answer) => {
      const walk = await begin(language, answer, heard);
      await walk.answer();
      if (answer === 'ok') await walk.talk();
      expect(walk.found).toEqual([]);
    },
    180_000,
  );

  it('has said something of every part of its catalogue, and shown no object', () => {
    const said = [...heard].join('\n');
    const parts = Object.entries(catalogues[language] as unknown as Record<string, Record<string, unknown>>);
    const silent = parts.filter(
      ([, texts]) => !Object.values(texts).some((text) => said.includes(`\n${text}\n`)),
    );
    expect(silent.map(([part]) => part)).toEqual([]);
    expect(said).not.toContain('[object');
  });
});

/** Mounts the page, and gives the ways through it. What it says goes to `heard`. */
async function begin(language: Language, answer: Answer, heard: Set<string>) {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  render(
    <CommitmentProvider locale={language} labels={catalogues[language]} ladder={languagesLadder}>
      <LanguagesPage language={language} answer={answer} />
    </CommitmentProvider>,
  );
  const found: string[] = [];
  const walk = {
    found,
    /** Looks at every text, at each width. */
    async measure(state: string) {
      for (const width of widths) {
        await page.viewport(width, 900);
        await rest(30);
        for (const problem of cutTexts()) found.push(`${state}, ${width}px: ${problem}`);
      }
      for (const text of wordsOnPage()) heard.add(text);
    },
    async unfold() {
      for (const each of document.querySelectorAll('details')) each.open = true;
      for (const each of seen('[aria-expanded=false], .sy-share-button button')) each.click();
      await rest(200);
    },
    async fill(how: 'right' | 'wrong') {
      for (const field of seen<Field>('main :is(input, textarea), [role=dialog] :is(input, textarea)'))
        fillIn(field, how);
      await rest(100);
    },
    /** Presses what sends or goes on, in each ask once. */
    async press() {
      const forms = new Set(seen('form button[type=submit]').map((button) => button.closest('form')));
      // What checks a form comes when a visitor turns to it.
      for (const form of forms)
        form?.querySelector<HTMLElement>('input:not([type=hidden], [tabindex]), textarea')?.focus();
      await rest(200);
      for (const form of forms)
        seen('[type=submit]:not([aria-pressed=true], [aria-checked=true])', form ?? undefined)[0]?.click();
      for (const button of seen(ways)) button.click();
      // A second press within half a second would be a double click.
      await rest(650);
    },
    /** As far as the longest of them goes. */
    async answer() {
      for (const step of [1, 2, 3, 4]) {
        await walk.fill('right');
        await walk.press();
        await walk.measure(`answered, step ${step}`);
      }
    },
    async talk() {
      document.querySelector<HTMLElement>('[data-sy-opens]')?.click();
      await expect.element(page.getByRole('dialog')).toBeVisible();
      await walk.press();
      await walk.measure('dialog, left empty');
      await walk.fill('right');
      await walk.press();
      await walk.measure('dialog, answered');
    },
  };
  await rest(700);
  return walk;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What goes on without a form. */
const ways = [
  '.sy-story-path [value=on]',
  '.sy-push-opt-in [data-variant=primary]',
  '.sy-download-link a',
  '.sy-follow-link a',
  '.sy-video-player [data-play=""]',
].join();

const right: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  tel: '030 901820',
  password: 'four boots under the bed',
  number: '2',
};

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What a visitor can use of it now. */
function seen<E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  return [...root.querySelectorAll<E>(selector)].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      !one.matches(':disabled, [tabindex="-1"], [data-idle]'),
  );
}

/** Writes or picks what a visitor would. */
function fillIn(field: Field, how: 'right' | 'wrong'): void {
  if (field.type === 'radio' || field.type === 'checkbox') {
    const group = seen<HTMLInputElement>(`[name="${field.name}"]`, field.form ?? document);
    if (how === 'right' && group[0] === field && !group.some(({ checked }) => checked)) field.click();
  } else if (field.type !== 'range' && (how === 'wrong' || ['', '-'].includes(field.value))) {
    field.focus();
    fireEvent.change(field, { target: { value: how === 'wrong' ? '-' : (right[field.type] ?? 'Ada') } });
  }
}

/** All texts of the page, the spoken ones as well, each on a line of its own. */
function wordsOnPage(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) words.push(walker.currentNode.nodeValue ?? '');
  for (const element of document.body.querySelectorAll('*'))
    for (const { name, value } of element.attributes) if (name !== 'class') words.push(value);
  return words;
}
