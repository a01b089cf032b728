import { emptyHistory, type History } from './history.ts';
import { readHistory } from './history-text.ts';
import type { Ladder, Remembered } from './ladder.ts';
import { segmentsOf } from './recall.ts';
import type { Situation } from './situation.ts';
import { visitNumber } from './visit-number.ts';

/**
 * What a server knows of a visitor before the page is there: nothing of seconds and scrolling, so asks that wait for them do
 * not stand in the first paint. The same on the server and when the browser takes the markup over.
 */
export function firstSituation(
  ladder: Ladder,
  remembered: Remembered,
): { history: History; situation: Situation } {
  const { notes, time, path, device } = remembered;
  const read = readHistory(notes[ladder.id], time);
  const history = read && read !== 'newer' ? read : emptyHistory();
  return {
    history,
    situation: {
      now: time,
      visit: visitNumber(history, 0, time),
      segments: segmentsOf(history),
      variants: history.exposed,
      path,
      device,
    },
  };
}
