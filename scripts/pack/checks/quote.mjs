// A form of several steps: its branch, its reply, the ways back, the draft. Every app passes all of it.
import assert from 'node:assert/strict';
import { quote as id, quoteOf, steps } from '../asks.mjs';

const step = (data) => `committed ${JSON.stringify(data)}`;
const sent = (fields, answers) => step({ fields, answers, ending: 'sent' });

export async function quote({ app, visit }) {
  const onPage = { path: app.talk };

  await visit(
    'a quote: reply, Back, the Back of the browser, a reload, and the sending',
    async ({ page, heardOnly, isAlive }) => {
      const form = quoteOf(page);
      await form.option('A named day for every parcel').check();
      await form.goOn();
      await form.isAt(steps.parcels);
      await form.parcels.fill('900');
      await form.root.getByText('About €990, once').waitFor();
      await form.goBack();
      await form.isAt(steps.need);
      assert.ok(await form.option('A named day for every parcel').isChecked());
      await form.goOn();
      await form.isAt(steps.parcels);
      await page.goBack();
      await form.isAt(steps.need);
      await page.goForward();
      await form.isAt(steps.parcels);
      assert.equal(await form.parcels.inputValue(), '900');
      await form.goOn();
      await form.isAt(steps.contact);
      await form.name.fill('Mara');
      await page.reload();
      await isAlive();
      await form.isAt(steps.contact);
      assert.equal(await form.name.inputValue(), 'Mara');
      await form.email.fill('mara@tea.example');
      await form.send();
      await form.isAt(steps.sent);
      await heardOnly({
        [id]: [
          ...['seen', 'started'],
          step({ step: 'need', position: 1, of: 3, answers: { need: 'promise' } }),
          step({ step: 'parcels', position: 2, of: 3, answers: { parcels: 900 } }),
          // The reload begins a new attempt, and takes the finished steps for known.
          ...['abandoned', 'seen', 'started'],
          step({ step: 'contact', position: 3, of: 3 }),
          sent(['need', 'parcels', 'name', 'email'], { need: 'promise', parcels: 900 }),
        ],
      });
    },
    onPage,
  );

  await visit(
    'a quote by the short branch',
    async ({ page, heardOnly }) => {
      const form = quoteOf(page);
      await form.option('A look at my delivery step').check();
      await form.goOn();
      await form.isAt(steps.contact);
      await form.name.fill('Mara');
      await form.email.fill('no address');
      await form.send();
      const problem = form.root.getByText('Please write an e-mail address');
      await problem.waitFor();
      await form.email.fill('mara@tea.example');
      // It goes with the key that mends it, and the button moves up.
      await problem.waitFor({ state: 'hidden' });
      await form.send();
      await form.isAt(steps.sent);
      await heardOnly({
        [id]: [
          ...['seen', 'started'],
          step({ step: 'need', position: 1, of: 2, answers: { need: 'review' } }),
          step({ step: 'contact', position: 2, of: 2 }),
          sent(['need', 'name', 'email'], { need: 'review' }),
        ],
      });
    },
    onPage,
  );
}
