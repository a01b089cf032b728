import './adviser-figures.css';

/** A hundred visitors as dots; the eleven who look further are coloured and stand apart. */
export function HundredVisitorsFigure() {
  const dots = Array.from({ length: 100 }, (_, index) => index);
  return (
    <figure className="adviser-lead">
      <svg viewBox="0 0 200 200" role="img" aria-label="A hundred dots, eleven of them coloured">
        {dots.map((dot) => (
          <circle
            key={dot}
            className={dot < 89 ? undefined : 'on'}
            cx={10 + (dot % 10) * 20}
            cy={10 + Math.floor(dot / 10) * 20}
            r={dot < 89 ? 4.5 : 7}
          />
        ))}
      </svg>
      <figcaption>Of a hundred visitors, eleven opened a second page.</figcaption>
    </figure>
  );
}

const ends = [
  { page: 'First page', share: 58 },
  { page: 'List or search', share: 17 },
  { page: 'Product', share: 14 },
  { page: 'Cart', share: 6 },
  { page: 'Checkout', share: 2 },
  { page: 'Order placed', share: 3 },
];

/** Bars over real text, so that it reads and translates as a table does. */
export function WhereVisitsEndFigure() {
  return (
    <figure className="adviser-figure">
      <table className="adviser-bars">
        <caption>Where visits end</caption>
        <thead className="adviser-unseen">
          <tr>
            <th scope="col">Last page of the visit</th>
            <th scope="col">Share of visits</th>
          </tr>
        </thead>
        <tbody>
          {ends.map(({ page, share }) => (
            <tr key={page} data-main={page === 'First page' || undefined}>
              <th scope="row">{page}</th>
              <td>
                <svg className="adviser-bar" height="20" width={`${share}%`} aria-hidden="true">
                  <rect width="100%" height="20" rx="3" />
                </svg>
                <span>{share}%</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        Median of 41 shops that we advised in 2024 and 2025, all visits from search and ads.
      </figcaption>
    </figure>
  );
}

const weeks = [11, 11, 12, 19, 22, 24, 27, 29, 28, 31];
const x = (week: number) => 34 + week * 58;
const y = (share: number) => 190 - share * 4.5;

/** A line, with its first and last value written at its ends. */
export function SecondClickFigure() {
  const points = weeks.map((share, week) => `${x(week)},${y(share)}`).join(' ');
  return (
    <figure className="adviser-figure">
      <p className="adviser-figure-title">Visits with a second click, by week</p>
      {/* Time runs from the left in both directions of writing, as in any chart. */}
      <svg
        className="adviser-line"
        viewBox="0 0 600 220"
        role="img"
        aria-label="Line that rises from 11 to 31 percent"
        direction="ltr"
      >
        {[0, 10, 20, 30].map((share) => (
          <g key={share}>
            <line x1="34" x2="572" y1={y(share)} y2={y(share)} />
            <text className="axis" x="26" y={y(share) + 5} textAnchor="end">
              {share}
            </text>
          </g>
        ))}
        <line className="mark" x1={x(2.5)} x2={x(2.5)} y1="34" y2="190" />
        <text className="note" x={x(2.5) + 8} y="46">
          three repairs
        </text>
        <polyline points={points} />
        <circle cx={x(0)} cy={y(11)} r="5" />
        <circle cx={x(9)} cy={y(31)} r="5" />
        <text className="end" x={x(0)} y={y(11) - 14}>
          11%
        </text>
        <text className="end" x={x(9)} y={y(31) - 14} textAnchor="end">
          31%
        </text>
        <text className="axis" x={x(0)} y="212">
          Week 1
        </text>
        <text className="axis" x={x(9)} y="212" textAnchor="end">
          Week 10
        </text>
      </svg>
      <figcaption>
        The bag maker’s shop: 11% in the first week, 31% in the tenth. The three repairs went live after the
        third.
      </figcaption>
    </figure>
  );
}
