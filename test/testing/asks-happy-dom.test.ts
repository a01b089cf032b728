// @vitest-environment happy-dom
import { describeAsksWithoutAScreen } from './asks-without-a-screen.tsx';

describeAsksWithoutAScreen('happy-dom');
