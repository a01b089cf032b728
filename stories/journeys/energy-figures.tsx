/** The house of the article, cut open: where its warmth goes. Numbers are read out with the drawing. */
export function HouseFigure() {
  return (
    <figure className="energy-house">
      <svg
        viewBox="-26 0 460 330"
        role="img"
        aria-label="A house cut open. Of its warmth 31 percent leave through the walls, 24 through the roof, 19 through the windows, 17 with the air, 9 through the floor."
        direction="ltr"
      >
        <path className="ground" d="M-26 286h460v44h-460z" />
        <path className="walls" d="M120 150 210 76l90 74v136H120z" />
        <path className="roof" d="M104 158 210 70l106 88" />
        <path className="floor" d="M120 156h180M120 220h180" />
        <path className="window" d="M140 172h36v32h-36zM246 172h36v32h-36zM246 238h36v30h-36z" />
        <path className="bars" d="M158 172v32M264 172v32M264 238v30" />
        <path className="door" d="M142 236h32v50h-32z" />
        <path className="heat" d="M198 200v12M206 200v12M214 200v12M198 264v12M206 264v12M214 264v12" />
        <g className="leaves">
          <path d="M210 56V26m-8 9 8-10 8 10" />
          <path d="M312 186h44m-10-8 10 8-10 8" />
          <path d="M108 250H64m10-8-10 8 10 8" />
          <path d="M108 182H64m10-8-10 8 10 8" />
          <path d="M210 296v22m-7-8 7 9 7-9" />
        </g>
        <g className="shares">
          <text x="228" y="38">
            24% roof
          </text>
          <text x="364" y="182">
            31%
          </text>
          <text x="364" y="200">
            walls
          </text>
          <text x="58" y="178" textAnchor="end">
            19%
          </text>
          <text x="58" y="196" textAnchor="end">
            windows
          </text>
          <text x="58" y="246" textAnchor="end">
            17%
          </text>
          <text x="58" y="264" textAnchor="end">
            air
          </text>
          <text x="228" y="316">
            9% floor
          </text>
        </g>
      </svg>
      <figcaption>Mean of 38 houses from before 1980, before anything was done.</figcaption>
    </figure>
  );
}

const rooms = [
  { room: 'Living room', before: 21.5, after: 21 },
  { room: 'Kitchen', before: 21, after: 20.5 },
  { room: 'Bedroom', before: 20, after: 20 },
  { room: 'Bathroom', before: 22, after: 17.5 },
];

/** What the test says, as a table that reads without its colours. */
export function TestFigure() {
  return (
    <figure className="energy-test">
      <table>
        <caption>The second evening of the test, in Ruth’s house</caption>
        <thead>
          <tr>
            <th scope="col">Room</th>
            <th scope="col">At 70&nbsp;°C</th>
            <th scope="col">At 55&nbsp;°C</th>
          </tr>
        </thead>
        <tbody>
          {rooms.map(({ room, before, after }) => (
            <tr key={room} data-cold={after < 20 || undefined}>
              <th scope="row">{room}</th>
              <td>{before.toFixed(1)}</td>
              <td>
                {after.toFixed(1)} {after < 20 && <span className="energy-cold">too cold</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>Degrees in the room at eight in the evening, with four below zero outside.</figcaption>
    </figure>
  );
}

/** The adviser, drawn: a story has no photographs. */
export function Portrait() {
  return (
    <svg className="energy-portrait" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle className="ground" cx="24" cy="24" r="24" />
      <path className="coat" d="M5 48c1-11 8-16 19-16s18 5 19 16z" />
      <path className="skin" d="M24 35c-3 0-5-2-5-4v-4h10v4c0 2-2 4-5 4z" />
      <path className="hair" d="M13 31c-2-13 1-21 11-21s13 8 11 21c-3 2-6 1-6-2l-10-1c0 3-3 5-6 3z" />
      <circle className="skin" cx="24" cy="21.5" r="7.5" />
      <path className="hair" d="M16 20c0-6 3-9 8-9s8 3 8 9c-5 0-9-1-11-4-1 2-3 4-5 4z" />
    </svg>
  );
}
