import type { Page } from '../page.ts';
import { asks as dialog } from './native-dialog.tsx';
import { asks as gate } from './native-gate.tsx';
import { asks as poll } from './native-poll.tsx';
import { asks as rating } from './native-rating.tsx';
import { asks as stepForm } from './native-step-form.tsx';

export const asks: Page = {
  one: (index) => [poll, rating, dialog, gate, stepForm].map((page) => page.one(index)),
  wrap: poll.wrap,
};
