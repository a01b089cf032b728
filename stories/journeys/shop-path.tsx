import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CommitmentEvent } from 'smallyes/events';
import { NextAsk } from 'smallyes/next-ask';
import { ProductView } from 'smallyes/product-view';
import { CommitmentProvider, usePageView } from 'smallyes/provider';
import { Add, CartWaits, Find, Whose } from './shop-asks.tsx';
import { piecesIn, useCart } from './shop-cart.ts';
import { Order } from './shop-checkout.tsx';
import { shopLadder } from './shop-ladder.ts';
import { HomePage, PageTitle, PiecePage, ShopFrame } from './shop-page.tsx';
import { BankPage } from './shop-payment.tsx';
import { type Piece, pieceOf, pieces } from './shop-pieces.ts';
import type { ReturnedOrder, ShopServer } from './shop-server.ts';

/** Props of {@link ShopPath}. */
export interface ShopPathProps {
  /** What stands for the shop's server, and the bank's. */
  server: ShopServer;
  /** Hears every event of the page. */
  onEvent?: ((event: CommitmentEvent) => void) | undefined;
}

/**
 * A potter's shop: the shelf with its search, a page for each piece, the order. The address is the part behind the `#`, as in a story
 * there is no server to ask for another page.
 */
export function ShopPath({ server, onEvent }: ShopPathProps) {
  return (
    <CommitmentProvider ladder={shopLadder} trackers={[server.tracker]} onEvent={onEvent}>
      <Pages server={server} />
    </CommitmentProvider>
  );
}

function Pages({ server }: { server: ShopServer }) {
  const address = useAddress();
  const [first] = useState(address);
  const [isNews, setNews] = useState(false);
  if (address !== first && !isNews) setNews(true);
  usePageView(address);
  const [, page, id = ''] = address.split('/');
  const piece = page === 'piece' ? pieceOf(id) : undefined;
  // The bank's page is not the shop's.
  if (page === 'bank') return <BankPage server={server} reference={id} />;
  return (
    <ShopFrame>
      {piece ? (
        <PieceSpot key={id} server={server} piece={piece} isNews={isNews} />
      ) : page === 'checkout' || page === 'return' ? (
        <main className="shop-order">
          <PageTitle isNews={isNews}>Checkout</PageTitle>
          {page === 'return' ? <Returned server={server} reference={id} /> : <Order server={server} />}
        </main>
      ) : (
        <Home server={server} isNews={isNews} />
      )}
    </ShopFrame>
  );
}

function Home({ server, isNews }: { server: ShopServer; isNews: boolean }) {
  const [shown, setShown] = useState<readonly Piece[]>(pieces);
  const hasCart = piecesIn(useCart()) > 0;
  return (
    <HomePage
      currency={server.currency}
      isNews={isNews}
      shown={shown}
      search={<Find server={server} onFound={setShown} />}
      waits={
        <div className="shop-spot">
          <NextAsk ladder={shopLadder} asks={{ checkout: hasCart && <CartWaits /> }} />
        </div>
      }
    />
  );
}

function PieceSpot({ server, piece, isNews }: { server: ShopServer; piece: Piece; isNews: boolean }) {
  const [glaze, setGlaze] = useState(piece.glaze);
  return (
    <ProductView id="look" placement={piece.id} moment="know" item={piece.id}>
      <PiecePage
        piece={piece}
        glaze={glaze}
        currency={server.currency}
        isNews={isNews}
        add={<Add server={server} piece={piece} glaze={glaze} onGlaze={setGlaze} />}
        whose={<Whose />}
      />
    </ProductView>
  );
}

/** The page that the bank leads back to. */
function Returned({ server, reference }: { server: ShopServer; reference: string }) {
  const [returned, setReturned] = useState<ReturnedOrder | 'unknown'>();
  useEffect(() => {
    let isHere = true;
    server.lookUp(reference).then(
      (known) => isHere && setReturned(known ?? 'unknown'),
      () => isHere && setReturned('unknown'),
    );
    return () => {
      isHere = false;
    };
  }, [server, reference]);
  if (!returned) return <p role="status">We ask how your payment went …</p>;
  return <Order server={server} returned={returned === 'unknown' ? undefined : returned} />;
}

function useAddress(): string {
  return useSyncExternalStore(
    (hear) => {
      addEventListener('hashchange', hear);
      return () => removeEventListener('hashchange', hear);
    },
    () => location.hash.slice(1) || '/',
    () => '/',
  );
}
