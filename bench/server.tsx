import { renderToString } from 'react-dom/server';
import type { Page } from './page.ts';
import { asks as nativePoll } from './pages/native-poll.tsx';
import { asks as nativeRating } from './pages/native-rating.tsx';
import { asks as poll } from './pages/poll.tsx';
import { asks as rating } from './pages/rating.tsx';

const renderer =
  ({ wrap, one }: Page) =>
  () =>
    renderToString(wrap(one(0)));

export const renderers = {
  'native-poll': renderer(nativePoll),
  poll: renderer(poll),
  'native-rating': renderer(nativeRating),
  rating: renderer(rating),
};
