import { NativePoll } from '../native.tsx';
import { options, type Page, question } from '../page.ts';

const track = () => {};

export const asks: Page = {
  one: (index) => <NativePoll key={index} question={question} options={options} track={track} />,
  wrap: (children) => children,
};
