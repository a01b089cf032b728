import { createNativeQueue } from '../native.tsx';
import type { Page } from '../page.ts';

const track = createNativeQueue();

export const asks: Page = {
  one: () => null,
  wrap: (children) => children,
  emit(count) {
    const began = performance.now();
    for (let i = 0; i < count; i++) track('vote', { choice: 'Too few visitors' });
    return ((performance.now() - began) * 1000) / count;
  },
};
