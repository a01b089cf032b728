// @vitest-environment jsdom
import { describeWithoutAScreen } from './seen-without-a-screen.tsx';

describeWithoutAScreen('jsdom');
