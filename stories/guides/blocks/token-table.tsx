import base from '../../../src/styles/base.css?raw';
import { derivedTokens } from './derived-tokens.ts';
import { Table } from './table.tsx';

/** The custom properties that a site may set, as the stylesheet declares them first. */
const tokens = [
  ...(/:where\(:root, :host\) \{([^}]*)\}/.exec(base)?.[1] ?? '').matchAll(/(--sy-[a-z0-9-]+):([^;]+);/g),
].map(([, name = '', value = '']) => ({ name, value: value.trim() }));

/** Those of one group, by the beginning of their names. */
export function TokenTable({ names }: { names: readonly string[] }) {
  const rows = tokens
    .filter(({ name }) => names.some((start) => name.startsWith(`--sy-${start}`)))
    .map(({ name, value }) => [<code key="name">{name}</code>, <code key="value">{value}</code>]);
  return <Table head={['Token', 'Default']} rows={rows} />;
}

/** The tokens that the stylesheet derives from the seeds. */
export function DerivedTable() {
  const rows = Object.entries(derivedTokens).map(([name, use]) => [<code key="name">{name}</code>, use]);
  return <Table head={['Token', 'What it colours']} rows={rows} />;
}
