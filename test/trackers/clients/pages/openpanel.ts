import { OpenPanel } from '@openpanel/web';
import { openpanel } from 'smallyes/trackers/openpanel';
import { play } from '../stage.tsx';

play({
  load(origin) {
    const client = new OpenPanel({ clientId: 'client', apiUrl: origin });
    // The function of the snippet takes the name of a method.
    const op = (method: 'track' | 'identify', ...details: never[]) =>
      (client[method] as (...details: never[]) => unknown)(...details);
    Object.assign(window, { op });
    return client;
  },
  tracker: (given, options) => openpanel(given as OpenPanel | undefined, options),
});
