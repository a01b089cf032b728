import { renderToString } from 'react-dom/server';
import type { Page } from './page.ts';
import { asks as dialog } from './pages/dialog.tsx';
import { asks as five } from './pages/five.tsx';
import { asks as fiveLazy } from './pages/five-lazy.tsx';
import { asks as gate } from './pages/gate.tsx';
import { asks as longForm } from './pages/long-form.tsx';
import { asks as nativeDialog } from './pages/native-dialog.tsx';
import { asks as nativeFive } from './pages/native-five.tsx';
import { asks as nativeGate } from './pages/native-gate.tsx';
import { asks as nativeLongForm } from './pages/native-long-form.tsx';
import { asks as nativePoll } from './pages/native-poll.tsx';
import { asks as nativeRating } from './pages/native-rating.tsx';
import { asks as nativeStepForm } from './pages/native-step-form.tsx';
import { asks as poll } from './pages/poll.tsx';
import { asks as rating } from './pages/rating.tsx';
import { asks as stepForm } from './pages/step-form.tsx';

const pages: Record<string, Page> = {
  'native-poll': nativePoll,
  poll,
  'native-rating': nativeRating,
  rating,
  'native-dialog': nativeDialog,
  dialog,
  'native-gate': nativeGate,
  gate,
  'native-step-form': nativeStepForm,
  'step-form': stepForm,
  'native-long-form': nativeLongForm,
  'long-form': longForm,
  'native-five': nativeFive,
  five,
  'five-lazy': fiveLazy,
};

/** Renders one ask of a page to its HTML. */
export const renderers: Record<string, () => string> = Object.fromEntries(
  Object.entries(pages).map(([name, { wrap, one }]) => [name, () => renderToString(wrap(one(0)))]),
);
