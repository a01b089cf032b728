import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { AddToCartButton, QuantityStepper } from 'smallyes/add-to-cart-button';
import { CommentForm } from 'smallyes/comment-form';
import { FollowLink } from 'smallyes/follow-link';
import { NewsletterForm } from 'smallyes/newsletter-form';
import { NextAsk } from 'smallyes/next-ask';
import { Reactions } from 'smallyes/reactions';
import { SearchBox } from 'smallyes/search-box';
import { cart, piecesIn, useCart } from './shop-cart.ts';
import { shopLadder } from './shop-ladder.ts';
import { type Glaze, glazes, type Piece, pieces } from './shop-pieces.ts';
import type { ShopServer } from './shop-server.ts';

/** The search. Where nothing is found the ladder may ask what is missing. */
export function Find({ server, onFound }: { server: ShopServer; onFound: (pieces: Piece[]) => void }) {
  return (
    <SearchBox
      id="find"
      placement="shelf"
      moment="know"
      label="What are you looking for?"
      placeholder="A mug, something for butter, moss green"
      action="/search"
      suggest={(words) =>
        pieces.map(({ name }) => name).filter((name) => name.toLowerCase().includes(words.toLowerCase()))
      }
      onSearch={async (words) => {
        const found = await server.find(words);
        onFound(found);
        return found;
      }}
      // An empty field is no search: the whole shelf again.
      onInput={({ target }) => (target as HTMLInputElement).value === '' && onFound([...pieces])}
      empty={<NextAsk ladder={shopLadder} asks={{ wish: <Wish server={server} /> }} />}
    />
  );
}

/** In place of results: what would you have wanted? */
function Wish({ server }: { server: ShopServer }) {
  return (
    <CommentForm
      id="wish"
      placement="shelf"
      moment="know"
      appearance="card"
      heading="We do not make that yet. Should we?"
      description="Ida reads every wish before she plans a firing. The butter dish began as one."
      labels={{
        comment: 'What would you use it for?',
        submit: 'Tell Ida',
        moderated: 'Thank you! It hangs on the wall beside the wheel by tomorrow.',
      }}
      onSubmit={server.wish}
      action="/wishes"
    />
  );
}

/** One press that says who the visitor is looking for. */
export function Whose() {
  return (
    <Reactions
      id="whose"
      placement="piece"
      moment="know"
      label="Whose table is it for?"
      set={[
        { value: 'own', label: 'Ours', symbol: <span className="shop-reaction">Ours</span> },
        { value: 'gift', label: 'A gift', symbol: <span className="shop-reaction">A gift</span> },
        {
          value: 'looking',
          label: 'Just looking',
          symbol: <span className="shop-reaction">Just looking</span>,
        },
      ]}
    />
  );
}

/** Into the cart, in a glaze and a number; then the letter, if the ladder says so. */
export function Add(props: {
  server: ShopServer;
  piece: Piece;
  glaze: Glaze;
  onGlaze: (glaze: Glaze) => void;
}) {
  const { server, piece, glaze, onGlaze } = props;
  const { currency } = server;
  const inCart = piecesIn(useCart(), piece.id);
  const name = useId();
  return (
    <AddToCartButton
      id="add"
      placement={piece.id}
      moment="buy"
      product={{
        id: piece.id,
        name: piece.name,
        price: { amount: piece.price[currency], currency },
      }}
      inCart={inCart}
      max={piece.stock}
      onSubmit={({ variant = piece.glaze, quantity, added }) =>
        cart.change({ item: piece.id, glaze: variant as Glaze, quantity: added ? quantity : -quantity })
      }
      action="/cart"
      next={
        <div className="shop-added">
          <a className="sy-button" href="#/checkout">
            Go to your cart
          </a>
          <NextAsk ladder={shopLadder} asks={{ letter: <Letter server={server} />, kiln: <Kiln /> }} />
        </div>
      }
    >
      <fieldset className="shop-glazes">
        <legend className="sy-label">Glaze</legend>
        {(Object.keys(glazes) as Glaze[]).map((one) => (
          <label key={one} data-glaze={one}>
            <input
              type="radio"
              name="variant"
              value={one}
              checked={one === glaze}
              onChange={() => onGlaze(one)}
              id={`${name}${one}`}
            />
            <span>{glazes[one]}</span>
          </label>
        ))}
      </fieldset>
      <QuantityStepper max={Math.max(1, piece.stock - inCart)} />
    </AddToCartButton>
  );
}

/** The letter, which brings a code that counts at once. */
function Letter({ server }: { server: ShopServer }) {
  return (
    <NewsletterForm
      id="letter"
      placement="letter"
      moment="buy"
      get="The letter before each firing, and ten percent off this order"
      description="Two a month: what comes out of the kiln on Saturday, with pictures, a day before it stands here."
      note="Each letter has a link that ends it. The code works either way."
      onSubmit={server.subscribe}
      action="/letter"
      skippable
      next={({ phase }) => phase === 'committed' && <Redeem server={server} code="KILN10" />}
    />
  );
}

/** Who wants no mail can see the firings. */
function Kiln() {
  return (
    <div className="shop-instead">
      <p>No letter, then. Saturdays at ten the kiln is opened before the camera as well.</p>
      <FollowLink
        id="kiln"
        placement="letter"
        target="youtube"
        href="https://www.youtube.com/@bredal-stoneware"
        newTab
      >
        The kiln on Saturdays
      </FollowLink>
    </div>
  );
}

/** Takes a code into the cart. */
function Redeem({ server, code }: { server: ShopServer; code: string }) {
  const { coupon } = useCart();
  const use = useCoupon(server);
  const status = useRef<HTMLParagraphElement>(null);
  const isUsed = !!coupon && use.state === 'used';
  useEffect(() => {
    // The button that had the focus is gone.
    if (isUsed) status.current?.focus();
  }, [isUsed]);
  return (
    <div className="shop-redeem">
      <p role="status" tabIndex={-1} ref={status}>
        {coupon && 'Ten percent are off your cart.'}
      </p>
      {!coupon && (
        <button className="sy-button" type="button" onClick={() => void use.redeem(code)}>
          Use it for this order
        </button>
      )}
    </div>
  );
}

/** Asks the server about a code, and puts it into the cart where it is good. */
export function useCoupon(server: ShopServer) {
  const [state, setState] = useState<'asking' | 'used' | 'unknown' | 'failed'>();
  return {
    state,
    async redeem(code: string): Promise<void> {
      setState('asking');
      try {
        const isGood = await server.redeem(code);
        if (isGood) cart.choose({ coupon: code.trim().toUpperCase() });
        setState(isGood ? 'used' : 'unknown');
      } catch {
        setState('failed');
      }
    },
  };
}

/** For who comes by the shelf again with something in the cart. */
export function CartWaits(): ReactNode {
  const count = piecesIn(useCart());
  return (
    <aside className="shop-waits" aria-label="Your cart">
      <p>
        <strong>{count === 1 ? 'One piece waits' : `${count} pieces wait`} in your cart.</strong> Nothing is
        ordered yet.
      </p>
      <a className="sy-button" href="#/checkout">
        Go to your cart
      </a>
    </aside>
  );
}
