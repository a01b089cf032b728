import { type ReactNode, useEffect, useRef } from 'react';
import { StarRatingSummary } from 'smallyes/star-rating';
import { piecesIn, useCart } from './shop-cart.ts';
import { Pot, Shelf } from './shop-drawings.tsx';
import {
  type Glaze,
  glazes,
  type Piece,
  pieces,
  priceText,
  ratingOf,
  type ShopCurrency,
} from './shop-pieces.ts';
import './shop.css';

/** What stands around every page of the shop. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const count = piecesIn(useCart());
  return (
    <div className="shop">
      <header className="shop-masthead">
        <a className="shop-brand" href="#/">
          Bredal <span>Stoneware</span>
        </a>
        <nav aria-label="Main">
          <a href="#/">The shelf</a>
          <a className="shop-to-cart" href="#/checkout">
            Cart{' '}
            {count > 0 && (
              <span className="shop-count">
                <span>{count}</span>
                <span className="sy-visually-hidden">{count === 1 ? ' piece' : ' pieces'}</span>
              </span>
            )}
          </a>
        </nav>
      </header>
      {children}
      <footer className="shop-footer">
        <p>
          <strong>Ida Bredal</strong> throws, glazes and fires alone, with Mads on the wheel beside her on
          Mondays. What you buy was made by one of two people, and signed below.
        </p>
        <p>The old ropewalk, Svendborg. Thirty days to send it back, whatever the reason. © 2026</p>
      </footer>
    </div>
  );
}

/** A heading that the focus goes to when the visitor has come from another page of the shop. */
export function PageTitle({ isNews, children }: { isNews: boolean; children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isNews) return;
    scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, [isNews]);
  return (
    <h1 ref={title} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** The first page: what this is, the search, the shelf. */
export function HomePage(props: {
  currency: ShopCurrency;
  isNews: boolean;
  shown: readonly Piece[];
  search: ReactNode;
  waits: ReactNode;
}) {
  const { currency, isNews, shown, search, waits } = props;
  return (
    <main>
      <section className="shop-opening">
        <div>
          <PageTitle isNews={isNews}>Made for every day, fired twice a month</PageTitle>
          <p className="shop-dek">
            Eight pieces, four glazes, one kiln. Thrown in Svendborg from clay that was sea floor, and meant
            to be used until the glaze has grown dull where your hand holds it.
          </p>
        </div>
        <Shelf />
      </section>
      {waits}
      <section className="shop-shelves" aria-label="The shelf">
        {search}
        <ul className="shop-grid">
          {shown.map((piece) => (
            <li key={piece.id}>
              <PieceCard piece={piece} currency={currency} />
            </li>
          ))}
        </ul>
      </section>
      <section className="shop-making" aria-labelledby="making">
        <h2 id="making">Three weeks, for a mug</h2>
        <div className="shop-text">
          <p>
            On a Monday it is thrown, forty on a good day, of which thirty-four stay. On Tuesday, when the
            clay is as firm as cheese, it is turned over and gets its foot. Then it waits. Who dries a mug in
            a hurry has a crack by Friday.
          </p>
          <p>
            The first firing takes nine hours and makes a flower pot of it. Then comes the glaze, poured by
            hand, down to a finger above the foot and no further: that is the line you feel. The second firing
            reaches 1,260 degrees. At that heat the ash in the glaze runs, and where it runs thin, the iron
            below shows through.
          </p>
          <p>
            On Saturdays at ten we open the kiln. One in eight pieces is not as it should be, and those go
            back into the ground we take the clay from. The others stand here by noon.
          </p>
        </div>
      </section>
    </main>
  );
}

function PieceCard({ piece, currency }: { piece: Piece; currency: ShopCurrency }) {
  return (
    <a className="shop-card" href={`#/piece/${piece.id}`}>
      <span className="shop-picture">
        <Pot shape={piece.shape} glaze={piece.glaze} />
      </span>
      <span className="shop-card-name">{piece.name}</span>
      <span className="shop-card-price">{priceText(piece.price[currency], currency)}</span>
      <span className="shop-card-line">{piece.line}</span>
    </a>
  );
}

const reviews = [
  ['Anneli, Turku', 'The second one. The first is still whole, my sister took it home.'],
  [
    'Pieter, Ghent',
    'Heavier than it looks in the picture, and after a week every other cup felt like paper.',
  ],
  [
    'Hanne, Odense',
    'One came with a pinhole in the glaze. I wrote on Sunday, a new one stood here on Thursday.',
  ],
];

/** The page of a piece. */
export function PiecePage(props: {
  piece: Piece;
  glaze: Glaze;
  currency: ShopCurrency;
  isNews: boolean;
  add: ReactNode;
  whose: ReactNode;
}) {
  const { piece, glaze, currency, isNews, add, whose } = props;
  const rating = ratingOf(piece);
  const others = pieces.filter(({ id }) => id !== piece.id).slice(0, 4);
  return (
    <main>
      <p className="shop-way">
        <a href="#/">The shelf</a>
      </p>
      <div className="shop-piece">
        <div className="shop-picture">
          <Pot shape={piece.shape} glaze={glaze} label={`${piece.name} in the glaze ${glazes[glaze]}`} />
        </div>
        <div className="shop-piece-words">
          <PageTitle isNews={isNews}>{piece.name}</PageTitle>
          <p className="shop-line">{piece.line}</p>
          <p className="shop-price">
            {priceText(piece.price[currency], currency)}{' '}
            <span>
              {currency === 'EUR' ? 'VAT included' : 'duty included'}, {piece.stock} on the shelf
            </span>
          </p>
          <StarRatingSummary {...rating} />
          <p>{piece.text}</p>
          {add}
          <dl className="shop-facts">
            {piece.facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {whose}
        </div>
      </div>
      <section className="shop-said" aria-labelledby="said">
        <h2 id="said">What people say who eat from it</h2>
        <StarRatingSummary {...rating} breakdown={piece.stars} />
        <ul>
          {reviews.map(([who, words]) => (
            <li key={who}>
              <blockquote>{words}</blockquote>
              <cite>{who}</cite>
            </li>
          ))}
        </ul>
      </section>
      <section className="shop-others" aria-labelledby="others">
        <h2 id="others">On the same shelf</h2>
        <ul className="shop-grid">
          {others.map((other) => (
            <li key={other.id}>
              <PieceCard piece={other} currency={currency} />
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}
