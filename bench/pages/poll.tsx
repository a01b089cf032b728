import { Poll } from 'smallyes/poll';
import { CommitmentProvider } from 'smallyes/provider';
import { options, type Page, question } from '../page.ts';

export const asks: Page = {
  one: (index) => <Poll key={index} id={`poll-${index}`} question={question} options={options} />,
  wrap: (children) => <CommitmentProvider>{children}</CommitmentProvider>,
};
