import { useMemo } from 'react';
import { AddToCartButton, QuantityStepper } from 'smallyes/add-to-cart-button';
import { Checkout } from 'smallyes/checkout';
import { OfferFilter } from 'smallyes/offer-filter';
import { defineFacets } from 'smallyes/offer-filter/define';
import { ProductView } from 'smallyes/product-view';
import { SearchBox } from 'smallyes/search-box';
import { StarRatingSummary } from 'smallyes/star-rating';
import type { Answer } from './languages-forms.tsx';
import type { Words } from './words.ts';

interface LanguagesShopProps {
  words: Words;
  answer: Answer;
  /** For the summary, which asks no provider. */
  summary: Pick<React.ComponentProps<typeof StarRatingSummary>, 'labels' | 'locale'>;
}

/** From the search to the order. */
export function LanguagesShop({ words, answer, summary }: LanguagesShopProps) {
  const { goods, goodsText, filter, checkout, person } = words;
  const facets = useMemo(() => facetsOf(words), [words]);
  const field = (name: string, label: string) => (
    <label className="sy-field">
      <span className="sy-label">{label}</span>
      <input className="sy-input" name={name} required />
    </label>
  );
  return (
    <>
      <SearchBox
        id="search"
        placeholder={words.search}
        onSearch={async (query) => {
          if (answer === 'failed') throw new Error('offline');
          return goods.filter((one) => one.includes(query));
        }}
      />
      <OfferFilter
        id="breads"
        heading={filter[0]}
        facets={facets}
        url={false}
        onFilter={({ days }) => {
          if (answer === 'failed') throw new Error('offline');
          return days?.length === 1 ? [] : [...goods];
        }}
      >
        {({ results }) => (
          <ul>
            {results.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </OfferFilter>
      <ProductView id="view-rye" item="rye">
        <h2>{goods[0]}</h2>
        <p>{goodsText}</p>
        <StarRatingSummary
          {...summary}
          value={4.3}
          count={128}
          breakdown={{ 5: 79, 4: 28, 3: 11, 2: 3, 1: 7 }}
        />
      </ProductView>
      <AddToCartButton
        id="add-rye"
        product={{ id: 'rye', name: goods[0], price: { amount: 6.4, currency: 'EUR' } }}
        inCart={3}
        max={4}
        onSubmit={() => ({ status: answer })}
      >
        <QuantityStepper max={4} />
      </AddToCartButton>
      <AddToCartButton
        id="add-cake"
        product={{ id: 'cake', name: goods[2], price: { amount: 21, currency: 'EUR' } }}
        soldOut
        onSubmit={() => {}}
      />
      <Checkout
        id="checkout"
        heading={checkout[0]}
        steps={[
          { id: 'cart', title: checkout[1], description: goodsText },
          {
            id: 'address',
            title: checkout[2],
            body: (
              <>
                {field('name', person[0])}
                {field('street', person[1])}
              </>
            ),
          },
          { id: 'payment', title: checkout[3], description: goodsText },
        ]}
        order={{
          lines: [
            { id: 'rye', name: goods[0], quantity: 2, amount: 12.8, note: goodsText },
            { id: 'rolls', name: goods[1], quantity: 12, amount: 14.4 },
          ],
          sums: [{ label: words.delivery, amount: 4.9 }],
          total: { amount: 32.1, currency: 'EUR' },
        }}
        history={false}
        remember={false}
        draft={false}
        onSubmit={() => (answer === 'failed' ? { status: answer } : { status: answer, order: 'A-1042' })}
      />
    </>
  );
}

function facetsOf({ filter, goods }: Words) {
  const [, days, times, price, place] = filter;
  return defineFacets([
    { type: 'days', name: 'days', label: days },
    { type: 'times', name: 'times', label: times },
    { type: 'distance', name: 'near', label: place, within: [5, 10, 25], places: [] },
    { type: 'range', name: 'price', label: price, min: 2, max: 30, step: 1, currency: 'EUR' },
    { type: 'choices', name: 'kind', label: goods[0], options: goods.map((value) => ({ value, count: 2 })) },
  ]);
}
