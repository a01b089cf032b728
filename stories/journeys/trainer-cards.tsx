import type { ReactNode } from 'react';
import { distanceBetween } from 'smallyes/offer-filter/define';
import { Portrait, RhineMap } from './trainer-figures.tsx';
import { firstName, sports, type Trainer, type TrainerFilter } from './trainer-people.ts';

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Props of {@link Found}. */
interface FoundProps {
  found: readonly Trainer[];
  values: TrainerFilter;
  /** Hears whom the visitor wants to talk to. */
  onWant(trainer: Trainer): void;
}

/** Who was found: on the map, and one by one. */
export function Found({ found, values, onWant }: FoundProps) {
  return (
    <div className="trainer-found">
      <RhineMap found={found} near={values.near} />
      <ul className="trainer-cards">
        {found.map((one) => (
          <li key={one.id} className="trainer-card">
            <Portrait of={one.id} />
            <div className="trainer-card-head">
              <h3>{one.name}</h3>
              <p>
                {sports[one.sport]} · {one.place}
                {values.near?.at && <Away trainer={one} from={values.near.at} />}
              </p>
            </div>
            <p className="trainer-card-style">{one.style}</p>
            <Days trainer={one} wanted={values.days} />
            <p className="trainer-card-foot">
              <span>{one.price} francs an hour</span>
              <button className="trainer-link" type="button" onClick={() => onWant(one)}>
                Talk to {firstName(one)}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Away({ trainer, from }: { trainer: Trainer; from: Trainer['at'] }): ReactNode {
  const kilometres = Math.round(distanceBetween(from, trainer.at));
  return <span className="trainer-away"> · {kilometres || 'less than 1'} km</span>;
}

/** The days of a trainer in a week, those that the visitor asked for in the accent. */
function Days({ trainer, wanted = [] }: { trainer: Trainer; wanted?: readonly number[] | undefined }) {
  const days = week.filter((_, at) => trainer.days.includes(at + 1));
  return (
    <div className="trainer-days">
      <span className="sy-visually-hidden">
        {days.join(', ')}, {trainer.times.join(' and ')}
      </span>
      {week.map((day, at) => (
        <span
          key={day}
          aria-hidden="true"
          data-on={trainer.days.includes(at + 1) || undefined}
          data-wanted={wanted.includes(at + 1) || undefined}
        >
          {day.slice(0, 2)}
        </span>
      ))}
      <span className="trainer-times" aria-hidden="true">
        {trainer.times.join(', ')}
      </span>
    </div>
  );
}

/** Who came out of the questions. */
export function Matched({ trainer }: { trainer: Trainer }) {
  return (
    <div className="trainer-matched">
      <Portrait of={trainer.id} />
      <div>
        <p className="trainer-matched-place">
          {sports[trainer.sport]} · {trainer.place} · {trainer.price} francs an hour
        </p>
        <blockquote>{trainer.says}</blockquote>
      </div>
      <Days trainer={trainer} />
    </div>
  );
}
