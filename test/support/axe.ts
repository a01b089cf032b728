import axe from 'axe-core';

/** An ask is a part of a page: whether the page has landmarks and a heading is not its business. */
export const rulesOfPages: readonly string[] = ['region', 'landmark-one-main', 'page-has-heading-one'];

/** What axe has against it, but for rules that are left out. */
export async function findings(
  container: Element,
  without: readonly string[] = rulesOfPages,
): Promise<string[]> {
  await atRest(container.ownerDocument);
  const { violations } = await axe.run(container, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    // Of the rest it looks for one example each: selectors of everything that is right take longer than finding what is wrong.
    resultTypes: ['violations'],
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  });
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...namesOfNothing(container),
  ];
}

const references = ['labelledby', 'describedby', 'controls', 'activedescendant', 'errormessage', 'details'];

/** Attributes that name an element which is not there: axe looks away from most of them. */
function namesOfNothing(container: Element): string[] {
  const page = container.getRootNode() as Document | ShadowRoot;
  return ['for', ...references.map((name) => `aria-${name}`)].flatMap((name) =>
    [...container.querySelectorAll(`[${name}]`)]
      .filter((one) =>
        one
          .getAttribute(name)!
          .split(/\s+/)
          .some((id) => !page.getElementById(id)),
      )
      .map((one) => `${name}, which names nothing: ${one.outerHTML}`),
  );
}

/**
 * Waits until what fades in has come: axe reads a colour in the middle of its way as too pale. What has just been drawn begins
 * to move with the next frame. A spinner never ends.
 */
async function atRest(page: Document): Promise<void> {
  // jsdom moves nothing.
  if (!('getAnimations' in page)) return;
  const ending = () =>
    page
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime),
      );
  do {
    await Promise.all(ending().map((one) => one.finished.catch(() => {})));
    await new Promise(requestAnimationFrame);
  } while (ending().length > 0);
}
