import axe from 'axe-core';

/** An ask is a part of a page: whether the page has landmarks and a heading is not its business. */
export const rulesOfPages: readonly string[] = ['region', 'landmark-one-main', 'page-has-heading-one'];

/** What axe has against it, but for rules that are left out. */
export async function findings(
  container: Element,
  without: readonly string[] = rulesOfPages,
): Promise<string[]> {
  const { violations } = await axe.run(container, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
