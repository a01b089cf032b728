// @vitest-environment happy-dom
import { describeWithoutAScreen } from './seen-without-a-screen.tsx';

describeWithoutAScreen('happy-dom');
