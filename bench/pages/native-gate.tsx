import { NativeGate } from '../native-forms.tsx';
import { get, href, type Page, taste } from '../page.ts';

const track = () => {};

export const asks: Page = {
  one: (index) => <NativeGate key={index} get={get} taste={taste} href={href} track={track} />,
  wrap: (children) => children,
};
