import { NativeRating } from '../native.tsx';
import { label, type Page } from '../page.ts';

const track = () => {};

export const asks: Page = {
  one: (index) => <NativeRating key={index} label={label} track={track} />,
  wrap: (children) => children,
};
