import base from '../../../src/styles/base.css?raw';
import { derivedTokens } from './derived-tokens.ts';
import { Table } from './table.tsx';

const declaration = /(--sy-[a-z0-9-]+):([^;]+);/g;

/** The custom properties that a site may set: the sizes, with what older browsers fall back to, then the colours. */
const [sizes = '', colours = ''] = [...base.matchAll(/:where\(:root, :host\) \{([^}]*)\}/g)].map(
  ([, rule = '']) => rule,
);
const tokens = [
  ...new Map(
    [...`${sizes}${colours}`.matchAll(declaration)].map(([, name = '', value = '']) => [name, value.trim()]),
  ),
].filter(([name]) => !(name in derivedTokens));

/** Those of one group, by the beginning of their names, in this order. */
export function TokenTable({ names }: { names: readonly string[] }) {
  const rows = names
    .flatMap((start) => tokens.filter(([name]) => name.startsWith(`--sy-${start}`)))
    .map(([name, value]) => [<code key="name">{name}</code>, <code key="value">{value}</code>]);
  return <Table head={['Token', 'Default']} rows={rows} />;
}

/** The tokens that the stylesheet derives from the seeds. */
export function DerivedTable() {
  const rows = Object.entries(derivedTokens).map(([name, use]) => [<code key="name">{name}</code>, use]);
  return <Table head={['Token', 'What it colours']} rows={rows} />;
}
