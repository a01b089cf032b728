import type { CommitmentEvent } from 'smallyes/events';
import { CommitmentProvider } from 'smallyes/provider';
import { ArticleRating, HurdlePoll } from './adviser-asks.tsx';
import { AuditQuote, ChecklistGate } from './adviser-forms.tsx';
import { AdviserPage } from './adviser-page.tsx';

/** Props of {@link AdviserArticle}. */
export interface AdviserArticleProps {
  /** Hears every event of the page. */
  onEvent?: (event: CommitmentEvent) => void;
}

/** A whole article of an adviser for online shops, with asks that grow: a question in its middle, a checklist for an address, a
 * rating, a way to a person, a quote. */
export function AdviserArticle({ onEvent }: AdviserArticleProps) {
  return (
    <CommitmentProvider onEvent={onEvent}>
      <AdviserPage
        question={<HurdlePoll />}
        checklist={<ChecklistGate />}
        end={<ArticleRating />}
        audit={<AuditQuote />}
      />
    </CommitmentProvider>
  );
}
