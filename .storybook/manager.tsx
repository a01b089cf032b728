import React from 'react';
import {
  FORCE_REMOUNT,
  PREVIEW_INITIALIZED,
  STORY_CHANGED,
  STORY_HOT_UPDATED,
} from 'storybook/internal/core-events';
import { addons, types } from 'storybook/manager-api';
import { create, getPreferredColorScheme } from 'storybook/theming';
import { ADDON_ID, type CheckedEvent, EVENT_MESSAGE, PANEL_ID } from './commitments/channel.ts';
import { createEventLog } from './commitments/event-log.ts';
import { Panel, PanelTitle } from './commitments/panel.tsx';

addons.setConfig({
  // What this kit is about comes first.
  selectedPanel: PANEL_ID,
  theme: create({ base: getPreferredColorScheme(), brandTitle: 'smallyes' }),
  sidebar: {
    // Titles come from file names.
    renderLabel: ({ name, type }) =>
      type === 'component' ? `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}` : name,
  },
});

addons.register(ADDON_ID, (api) => {
  const log = createEventLog();
  api.on(EVENT_MESSAGE, (checked: CheckedEvent) => log.add(checked));
  // Another story, or the same one from its beginning: rerun by hand, changed on disk, reloaded.
  for (const news of [STORY_CHANGED, FORCE_REMOUNT, STORY_HOT_UPDATED, PREVIEW_INITIALIZED])
    api.on(news, log.clear);

  addons.add(PANEL_ID, {
    type: types.PANEL,
    title: () => <PanelTitle log={log} />,
    render: ({ active }) => (active ? <Panel log={log} /> : <React.Fragment />),
  });
});
