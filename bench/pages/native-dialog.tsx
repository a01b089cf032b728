import { NativeDialog } from '../native-forms.tsx';
import { type Page, trigger } from '../page.ts';

const track = () => {};

export const asks: Page = {
  one: (index) => <NativeDialog key={index} trigger={trigger} title={trigger} track={track} />,
  wrap: (children) => children,
};
