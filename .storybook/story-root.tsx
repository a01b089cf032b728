import { type ReactNode, useLayoutEffect } from 'react';

/** What the toolbar chose for a story. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly locale: string;
}

/**
 * Puts the toolbar's choices where a site would put them: on the page's root when the story is the page, around
 * the story when it stands among others in the docs.
 */
export function StoryRoot(props: Look & { isPage: boolean; children: ReactNode }) {
  const { theme, direction, locale, isPage, children } = props;
  useLayoutEffect(() => {
    if (!isPage) return;
    const root = document.documentElement;
    root.dataset['syTheme'] = theme;
    root.dir = direction;
    root.lang = locale;
    return () => {
      delete root.dataset['syTheme'];
      root.removeAttribute('dir');
      root.lang = 'en';
    };
  }, [isPage, theme, direction, locale]);

  return isPage ? (
    children
  ) : (
    <div className="story-in-docs" data-sy-theme={theme} dir={direction} lang={locale}>
      {children}
    </div>
  );
}
