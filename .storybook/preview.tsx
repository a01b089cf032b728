import type { Decorator, Preview } from '@storybook/react-vite';
import { CommitmentDevtools } from 'smallyes/devtools';
import { CommitmentProvider, type CommitmentProviderProps, type PartialLabels } from 'smallyes/provider';
import 'smallyes/styles.css';
import { panelBus } from './commitments/forward.ts';
import './preview.css';
import { type Look, StoryRoot } from './story-root.tsx';

const catalogues = import.meta.glob<Record<string, PartialLabels>>('../src/locales/*.ts', { eager: true });

/** The shipped texts of a language; English is built in. */
function labelsOf(locale: string): PartialLabels | undefined {
  return catalogues[`../src/locales/${locale}.ts`]?.[locale];
}

/**
 * Wraps each story in a provider whose events show in the panel "Commitments". `parameters: { provider: {…} }` sets
 * more of its props, `provider: false` leaves it out. A story that is worth looking into has `globals: { devtools: 'on' }`.
 */
const withProvider: Decorator = (Story, { globals, parameters, viewMode }) => {
  const settings = parameters['provider'] as Partial<CommitmentProviderProps> | false | undefined;
  if (settings === false) return <Story />;
  const locale = String(globals['locale']);
  return (
    <CommitmentProvider bus={panelBus} locale={locale} labels={labelsOf(locale)} {...settings}>
      <Story />
      {globals['devtools'] === 'on' && viewMode !== 'docs' && <CommitmentDevtools />}
    </CommitmentProvider>
  );
};

const withLook: Decorator = (Story, { globals, viewMode }) => (
  <StoryRoot {...(globals as unknown as Look)} isPage={viewMode !== 'docs'}>
    <Story />
  </StoryRoot>
);

const preview: Preview = {
  tags: ['autodocs'],
  // The outermost stands last.
  decorators: [withProvider, withLook],
  beforeEach() {
    // Each story meets a visitor whom nobody knows.
    for (const storage of [localStorage, sessionStorage])
      for (const key of Object.keys(storage)) if (key.startsWith('smallyes:')) storage.removeItem(key);
  },
  parameters: {
    controls: { expanded: true },
    options: {
      storySort: {
        method: 'alphabetical',
        order: [
          'Guides',
          [
            'Start',
            'A shop page',
            'Events',
            'Forms',
            'Forms of several steps',
            'Contact dialog',
            'Gates and grants',
            'Ladders',
            'Code that comes later',
            'Trackers',
            'Consent and privacy',
            'Collector',
            'From events to decisions',
            'Theming',
            'Accessibility',
            'Tests',
            'Messages',
            'What TypeScript says',
            'Rating markup',
            'Benchmarks',
          ],
          'Asks',
          'Journeys',
          'Insights',
        ],
      },
    },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
        // Whoever opens the panel sees what passed as well; a test needs what is wrong.
        ...(import.meta.env.MODE === 'test' && { resultTypes: ['violations'] }),
      },
    },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en', devtools: 'off' },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
    devtools: {
      description: 'Devtools',
      toolbar: {
        icon: 'wrench',
        items: [
          { value: 'off', title: 'No devtools' },
          { value: 'on', title: 'Devtools' },
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
          { value: 'af', title: 'Afrikaans' },
          { value: 'es', title: 'Español' },
          { value: 'fr', title: 'Français' },
          { value: 'hu', title: 'Magyar' },
          { value: 'pl', title: 'Polski' },
          { value: 'ar', title: 'العربية' },
        ],
        dynamicTitle: true,
      },
    },
  },
};

export default preview;
