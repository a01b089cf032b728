// The other asks as a careful developer writes each for one page: the platform, labels, one handler, a line of thanks.
import { type FormEvent, type JSX, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Field, useSending } from './native-forms.tsx';
import {
  articles,
  carriers,
  clip,
  known,
  priceOf,
  printer,
  product,
  text,
  tours,
  url,
} from './others-content.ts';
import type { Page } from './page.ts';

const track = (_name: string, _data: object) => {};

/** A page that holds one of these, again and again. */
const pageOf = (Ask: () => JSX.Element): Page => ({
  one: (index) => <Ask key={index} />,
  wrap: (children) => children,
});

export const reactions: Page = pageOf(function NativeReactions() {
  const [isGiven, setGiven] = useState(false);
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        setGiven(!isGiven);
        track('react', { isGiven: !isGiven });
      }}
    >
      <fieldset>
        <legend>Reactions</legend>
        <button type="submit" name="react" value="like" aria-pressed={isGiven}>
          <span aria-hidden="true">♥</span>
          <span>Like</span>
        </button>
      </fieldset>
      <p role="status">{isGiven && 'Thank you!'}</p>
    </form>
  );
});

function NativeLink({ href, children }: { href: string; children: ReactNode }) {
  const [isFollowed, setFollowed] = useState(false);
  return (
    <p>
      <a
        href={href}
        onClick={() => {
          track('link', { href });
          setFollowed(true);
        }}
      >
        {children}
      </a>{' '}
      <span role="status">{isFollowed && 'Thank you!'}</span>
    </p>
  );
}

export const followLink: Page = pageOf(() => <NativeLink href={url}>Follow us on YouTube</NativeLink>);

export const downloadLink: Page = pageOf(() => (
  <NativeLink href={url}>
    Download <small>CSV, 94 byte</small>
  </NativeLink>
));

export const shareButton: Page = pageOf(function NativeShare() {
  const [isShared, setShared] = useState(false);
  const id = useId();
  return (
    <p>
      <button
        type="button"
        aria-controls={id}
        onClick={async () => {
          await navigator.clipboard.writeText(url);
          setShared(true);
          track('share', {});
        }}
      >
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M12 15V3m-4 4 4-4 4 4M7 11H5v9h14v-9h-2" />
        </svg>
        Share
      </button>{' '}
      <span role="status">{isShared && 'Link copied.'}</span>
      <input id={id} type="url" readOnly value={url} aria-label="Link" />
      <a href={`mailto:?body=${encodeURIComponent(url)}`}>E-mail</a>
    </p>
  );
});

/** A heading, fields, a button, and what came of it. */
function NativePost(props: { title: string; button: string; children: ReactNode; more?: ReactNode }) {
  const { stage, words, send } = useSending('post', track);
  return (
    <section>
      <h2>{props.title}</h2>
      <p role="status">{words}</p>
      <form
        method="post"
        hidden={stage === 'sent'}
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        {props.children}
        <button type="submit">{props.button}</button>
      </form>
      {props.more}
    </section>
  );
}

function Area({ label, name }: { label: string; name: string }) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} name={name} rows={4} maxLength={2000} required />
    </p>
  );
}

const email = <Field label="E-mail address" name="email" type="email" autoComplete="email" required />;

export const commentForm: Page = pageOf(() => (
  <NativePost title="Join the conversation" button="Post comment">
    <Area label="Your comment" name="comment" />
  </NativePost>
));

export const reviewForm: Page = pageOf(() => (
  <NativePost title="Write a review" button="Send review">
    <fieldset>
      <legend>Your rating</legend>
      {[1, 2, 3, 4, 5].map((one) => (
        <label key={one}>
          <input type="radio" name="rating" value={one} required />
          <span>{one} stars</span>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="m12 2 3 7h7l-5.500 4.500 2 7.500-6.500-4.500-6.500 4.500 2-7.500L2 9h7z" />
          </svg>
        </label>
      ))}
    </fieldset>
    <Field label="Title" name="title" />
    <Area label="Your review" name="text" />
    <Field label="Name" name="name" autoComplete="name" />
  </NativePost>
));

export const newsletterForm: Page = pageOf(() => (
  <NativePost title="A letter on Fridays" button="Subscribe">
    {email}
  </NativePost>
));

export const podcastSubscribe: Page = pageOf(() => (
  <NativePost
    title="Small parcels"
    button="Send me each episode"
    more={
      <nav aria-label="Or listen in your app">
        <a href={url}>Apple Podcasts</a>
      </nav>
    }
  >
    {email}
  </NativePost>
));

export const webinarSignup: Page = pageOf(() => (
  <NativePost
    title="An hour on delivery"
    button="Save my seat"
    more={
      <p>
        <time dateTime="2030-05-14T18:00:00+01:00">Tuesday, May 14, 2030, 5:00 PM UTC</time>, 60 minutes
      </p>
    }
  >
    {email}
  </NativePost>
));

export const accountForm: Page = pageOf(function NativeAccount() {
  const [isShown, show] = useState(false);
  return (
    <NativePost title="Create your account" button="Create account">
      {email}
      <Field
        label="Password"
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        minLength={15}
        required
      />
      <button type="button" aria-pressed={isShown} onClick={() => show(!isShown)}>
        Show password
      </button>
    </NativePost>
  );
});

export const callbackRequest: Page = pageOf(() => (
  <NativePost title="We call you back" button="Call me back">
    <p>
      <label>
        Country of the number{' '}
        <select name="country" autoComplete="country">
          <option value="GB">United Kingdom</option>
        </select>
      </label>
    </p>
    <Field label="Phone number" name="phone" type="tel" autoComplete="tel" required />
  </NativePost>
));

export const pushOptIn: Page = pageOf(function NativePush() {
  const [answer, setAnswer] = useState<NotificationPermission>();
  return (
    <section>
      <h2>When your parcel leaves</h2>
      <dl>
        <dt>How often</dt>
        <dd>One for each order</dd>
        <dt>To stop</dt>
        <dd>Any time, in the settings of your browser</dd>
      </dl>
      <button type="button" onClick={async () => setAnswer(await Notification.requestPermission())}>
        Allow messages
      </button>
      <p role="status">{answer === 'granted' && 'Done!'}</p>
    </section>
  );
});

function NativePlayer({ label, children }: { label: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption>{label}</figcaption>
      {children}
    </figure>
  );
}

export const videoPlayer: Page = pageOf(() => (
  <NativePlayer label="Two seconds at the packing bench">
    {/* biome-ignore lint/a11y/useMediaCaption: nothing is spoken */}
    <video controls preload="none" width={640} height={360} onPlay={() => track('play', {})}>
      <source src={clip} />
    </video>
  </NativePlayer>
));

export const audioPlayer: Page = pageOf(() => (
  <NativePlayer label="The bell of the last van">
    {/* biome-ignore lint/a11y/useMediaCaption: nothing is spoken */}
    <audio controls preload="none" onPlay={() => track('play', {})}>
      <source src={clip} />
    </audio>
  </NativePlayer>
));

/** Says once that an element was on the screen for a while. */
function useSeen(seconds: number) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (entry?.isIntersecting) timer = setTimeout(() => track('seen', {}), seconds * 1000);
      },
      { threshold: 0.5 },
    );
    if (ref.current) observer.observe(ref.current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [seconds]);
  return ref;
}

export const productView: Page = pageOf(function NativeProduct() {
  const ref = useSeen(3);
  return (
    <div ref={ref}>
      <h2>{printer}</h2>
    </div>
  );
});

export const readingProgress: Page = pageOf(function NativeReading() {
  const ref = useSeen(10);
  const bar = useRef<HTMLProgressElement>(null);
  useEffect(() => {
    const move = () => {
      const box = ref.current?.getBoundingClientRect();
      if (box && bar.current) bar.current.value = Math.min(1, Math.max(0, -box.top / box.height));
    };
    addEventListener('scroll', move, { passive: true });
    return () => removeEventListener('scroll', move);
  }, [ref]);
  return (
    <div ref={ref}>
      <progress ref={bar} value={0} max={1} aria-label="Reading progress" />
      <p>{text}</p>
    </div>
  );
});

export const storyPath: Page = pageOf(function NativeStory() {
  const [at, setAt] = useState(0);
  const go = (to: number) => {
    setAt(to);
    track('step', { to });
  };
  return (
    <section>
      <h2>One parcel</h2>
      <p>
        {at + 1} of {tours.length}
      </p>
      {tours.map(({ id, title, body }, nth) => (
        <section key={id} hidden={nth !== at}>
          <h3 tabIndex={-1}>{title}</h3>
          <p>{body}</p>
        </section>
      ))}
      {at > 0 && (
        <button type="button" onClick={() => go(at - 1)}>
          Back
        </button>
      )}
      {at < tours.length - 1 && (
        <button type="button" onClick={() => go(at + 1)}>
          Go on
        </button>
      )}
    </section>
  );
});

export const challenge: Page = pageOf(function NativeChallenge() {
  const [done, setDone] = useState(false);
  return (
    <form method="post">
      <fieldset>
        <legend>One task</legend>
        <p>{done ? 1 : 0} of 1 done</p>
        <label>
          <input
            type="checkbox"
            name="done"
            checked={done}
            onChange={() => {
              setDone(!done);
              track('task', { done: !done });
            }}
          />{' '}
          Ask for the last hour
        </label>
      </fieldset>
      <p role="status">{done && 'You made it!'}</p>
    </form>
  );
});

export const quiz: Page = pageOf(function NativeQuiz() {
  const [answer, setAnswer] = useState<string>();
  const [isDone, setDone] = useState(false);
  return (
    <section>
      <h2>Where should you begin?</h2>
      <form
        method="post"
        hidden={isDone}
        onSubmit={(event) => {
          event.preventDefault();
          setDone(true);
          track('quiz', { answer });
        }}
      >
        <fieldset>
          <legend>{known.question}</legend>
          {known.answers.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name="known"
                value={value}
                required
                checked={value === answer}
                onChange={() => setAnswer(value)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <button type="submit">See my result</button>
      </form>
      <div role="status">
        {isDone && <h3>Begin with {answer === 'yes' ? 'one line' : 'the last hour'}</h3>}
      </div>
    </section>
  );
});

export const calculator: Page = pageOf(function NativeCalculator() {
  const [parcels, setParcels] = useState('400');
  const [late, setLate] = useState('10');
  const [isTaken, setTaken] = useState(false);
  return (
    <section>
      <h2>What late parcels cost</h2>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          setTaken(true);
          track('result', {});
        }}
      >
        <Field
          label="Parcels a month"
          name="parcels"
          inputMode="numeric"
          value={parcels}
          onChange={(event) => setParcels(event.target.value)}
        />
        <Field
          label="Of them late"
          name="late"
          type="range"
          min={0}
          max={50}
          value={late}
          onChange={(event) => setLate(event.target.value)}
        />
        <input
          aria-label="Of them late, in percent"
          inputMode="numeric"
          value={late}
          onChange={(event) => setLate(event.target.value)}
        />
        <p>
          What they cost you <output>{priceOf(Number(parcels), Number(late))}</output>
        </p>
        <button type="submit">Use this result</button>
      </form>
      <p role="status">{isTaken && 'That is your result.'}</p>
    </section>
  );
});

export const searchBox: Page = pageOf(function NativeSearch() {
  const [found, setFound] = useState<number>();
  const id = useId();
  return (
    <search>
      <form
        method="get"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          const words = String(new FormData(event.currentTarget).get('q'));
          setFound(articles.filter((title) => title.includes(words)).length);
          track('search', {});
        }}
      >
        <label htmlFor={id}>Search</label>
        <input id={id} type="search" name="q" enterKeyHint="search" />
        <button type="submit">Search</button>
        <p role="status">{found !== undefined && `${found} results`}</p>
      </form>
    </search>
  );
});

export const offerFilter: Page = pageOf(function NativeFilter() {
  const [day, setDay] = useState('');
  const name = useId();
  const found = carriers.filter(({ days }) => !day || days.includes(day));
  return (
    <section>
      <form method="get">
        <h2>Filters</h2>
        <fieldset>
          <legend>Delivers on</legend>
          {['', 'weekdays', 'Saturdays'].map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={name}
                value={one}
                checked={one === day}
                onChange={() => {
                  setDay(one);
                  track('filter', { facet: 'day' });
                }}
              />
              {one || 'Any'}
            </label>
          ))}
        </fieldset>
        <button type="submit">Show the results</button>
      </form>
      <p role="status">{found.length} results</p>
      {found.map((one) => (
        <p key={one.name}>{one.name}</p>
      ))}
    </section>
  );
});

export const addToCartButton: Page = pageOf(function NativeCart() {
  const [isAdded, setAdded] = useState(false);
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        setAdded(true);
        track('add', { item: product.id });
      }}
    >
      <button type="submit" name="add" value={product.id} aria-label={`Add to cart: ${product.name}`}>
        Add to cart <span>€149.00</span>
      </button>
      <p role="status">{isAdded && 'Added to your cart.'}</p>
    </form>
  );
});

export const checkout: Page = pageOf(function NativeCheckout() {
  const [at, setAt] = useState(0);
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    setAt(at + 1);
    track('step', { at });
  };
  return (
    <section>
      <h2>Buy the printer</h2>
      <ol>
        {['Where shall it go?', 'Payment'].map((title, nth) => (
          <li key={title} aria-current={nth === at ? 'step' : undefined}>
            {title}
          </li>
        ))}
      </ol>
      <form method="post" hidden={at !== 0} onSubmit={goOn}>
        <h3 tabIndex={-1}>Where shall it go?</h3>
        <Field label="Street" name="street" autoComplete="street-address" required />
        <button type="submit">Continue</button>
      </form>
      <form method="post" hidden={at !== 1} onSubmit={goOn}>
        <h3 tabIndex={-1}>Payment</h3>
        <p>The bill comes with the parcel.</p>
        <button type="submit">Pay €149.00</button>
        <button type="button" onClick={() => setAt(0)}>
          Back
        </button>
      </form>
      <p role="status">{at > 1 && 'Thank you for your order!'}</p>
      <h3>Your order</h3>
      <dl>
        <dt>{printer}</dt>
        <dd>€149.00</dd>
        <dt>Total</dt>
        <dd>€149.00</dd>
      </dl>
    </section>
  );
});
