import { CommitmentProvider } from 'smallyes/provider';
import { StarRating } from 'smallyes/star-rating';
import { label, type Page } from '../page.ts';

export const asks: Page = {
  one: (index) => <StarRating key={index} id={`rating-${index}`} label={label} />,
  wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
};
