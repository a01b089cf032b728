// @vitest-environment jsdom
import { describeAsksWithoutAScreen } from './asks-without-a-screen.tsx';

describeAsksWithoutAScreen('jsdom');
