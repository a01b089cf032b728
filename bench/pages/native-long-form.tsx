import { NativeSteps } from '../native-forms.tsx';
import { manySteps, type Page } from '../page.ts';

const track = () => {};

export const asks: Page = {
  one: (index) => <NativeSteps key={index} steps={manySteps} track={track} />,
  wrap: (children) => children,
};
