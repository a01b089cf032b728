import { show } from './show';

function Talk() {
  return (
    <>
      <h1>Talk to us</h1>
      <p>
        Bring one page of your shop and half an hour. We look at it together and you leave with one line to
        change, whether or not we ever work together.
      </p>
      <p>
        Write to <a href="mailto:hello@pinegrove.example">hello@pinegrove.example</a>. Helen or Tom answers
        within a working day.
      </p>
    </>
  );
}

show(<Talk />);
