/** What has the focus, also inside an open shadow tree, of which the document names the host alone. */
export function focused(): Element | null {
  let found = document.activeElement;
  for (let inner = found; inner; inner = inner.shadowRoot?.activeElement ?? null) found = inner;
  return found;
}
