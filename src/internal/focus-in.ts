/**
 * What has the focus in `place`, also where that stands in a shadow tree, of which the document names the host alone. Not by
 * `:focus`, which matches nothing while another window is in front.
 */
export function focusIn(place: Element | null | undefined): HTMLElement | undefined {
  const now = (place?.getRootNode() as Partial<Document> | undefined)?.activeElement;
  return now && place?.contains(now) ? (now as HTMLElement) : undefined;
}
