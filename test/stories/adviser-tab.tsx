/** A second tab of the adviser's site: loaded in a frame, it has a document and storage events of its own. */
import { createRoot } from 'react-dom/client';
import 'smallyes/styles.css';
import { AdviserPath } from '../../stories/journeys/adviser-path.tsx';

createRoot(document.body.appendChild(document.createElement('div'))).render(<AdviserPath />);
