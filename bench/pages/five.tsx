import type { Page } from '../page.ts';
import { asks as dialog } from './dialog.tsx';
import { asks as gate } from './gate.tsx';
import { asks as poll } from './poll.tsx';
import { asks as rating } from './rating.tsx';
import { asks as stepForm } from './step-form.tsx';

export const asks: Page = {
  one: (index) => [poll, rating, dialog, gate, stepForm].map((page) => page.one(index)),
  wrap: poll.wrap,
};
