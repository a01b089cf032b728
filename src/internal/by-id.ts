/** The element of this id in the tree of `near`: a shadow tree has ids of its own, and what has left the page none. */
export function byId(near: Node | null, id: string): HTMLElement | null | undefined {
  return (near?.getRootNode() as Partial<Document> | undefined)?.getElementById?.(id);
}
