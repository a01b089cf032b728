/**
 * An experiment that shows an ask to half of the visitors, as code ready to be copied. Its id is made of the ask's, by the rules of
 * `defineExperiment`.
 */
export function experimentFor(action: string): string {
  const ask = action.slice(action.indexOf(':') + 1);
  const words = ask.match(/[A-Za-z0-9]+/g) ?? ['ask'];
  // An id has 100 letters at most, and a few are ours.
  const id = `show-${words.join('-')}`.slice(0, 80).replace(/-$/, '');
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return [
    "import { defineExperiment } from 'smallyes/ladder';",
    '',
    `export const ${name} = defineExperiment({`,
    `  id: '${id}',`,
    '  variants: { control: 1, shown: 1 },',
    '});',
  ].join('\n');
}
