import { NativeSteps } from '../native-forms.tsx';
import { type Page, steps } from '../page.ts';

const track = () => {};

export const asks: Page = {
  one: (index) => <NativeSteps key={index} steps={steps} track={track} />,
  wrap: (children) => children,
};
