import { Children, Fragment, isValidElement, type ReactNode } from 'react';

/** A taste in two: what is shown, and what is folded until the gate opens. */
export interface SplitTaste {
  readonly shown: readonly ReactNode[];
  readonly folded: readonly ReactNode[];
}

/**
 * Divides a taste between two of its blocks, as near to the share as its blocks allow. It goes by the length of the texts
 * and measures nothing, so the server and the browser cut at the same place and nothing shifts; and since it never cuts
 * through a block, it never cuts through a button or a link. One block alone cannot be divided: all of it is shown.
 */
export function splitTaste(children: ReactNode, share: number): SplitTaste {
  const blocks = blocksOf(children);
  const weights = blocks.map(weigh);
  const goal = weights.reduce((sum, weight) => sum + weight, 0) * clamp(share);
  let passed = 0;
  let cut = 0;
  for (const weight of weights) {
    if (passed + weight / 2 > goal) break;
    passed += weight;
    cut++;
  }
  cut = Math.max(cut, 1);
  // A heading belongs to what follows it.
  while (cut > 1 && isHeading(blocks[cut - 1])) cut--;
  return { shown: blocks.slice(0, cut), folded: blocks.slice(cut) };
}

function clamp(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 1;
}

function blocksOf(children: ReactNode): ReactNode[] {
  const blocks = Children.toArray(children);
  const [only] = blocks;
  return blocks.length === 1 && isElement(only) && only.type === Fragment
    ? blocksOf(only.props.children)
    : blocks;
}

/** What a block is worth that holds no text of its own: a picture, or a component whose text nobody knows yet. */
const least = 80;

function weigh(block: ReactNode): number {
  return Math.max(least, lengthOf(block));
}

function lengthOf(node: ReactNode): number {
  if (typeof node === 'string' || typeof node === 'number') return String(node).length;
  if (Array.isArray(node)) return node.reduce<number>((sum, one) => sum + lengthOf(one as ReactNode), 0);
  return isElement(node) ? lengthOf(node.props.children) : 0;
}

function isHeading(node: ReactNode): boolean {
  return isElement(node) && /^h[1-6]$/.test(String(node.type));
}

function isElement(node: unknown) {
  return isValidElement<{ children?: ReactNode }>(node);
}
