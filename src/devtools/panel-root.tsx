import { createRoot } from 'react-dom/client';
import { Panel, type PanelProps } from './panel.tsx';
import { panelStyles } from './panel-styles.ts';

/** The panel as the host sees it. */
export interface PanelRoot {
  render(props: PanelProps): void;
  unmount(): void;
}

/** Makes the panel inside `place`. */
export function createPanelRoot(place: Element, adopt: (css: string) => void): PanelRoot {
  adopt(panelStyles);
  const root = createRoot(place);
  return {
    render: (props) => root.render(<Panel {...props} />),
    unmount: () => root.unmount(),
  };
}
