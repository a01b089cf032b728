import { defineQuiz } from 'smallyes/quiz';

/** A drawing in 400 by 300: what stands on the table of somebody who makes coffee. */
function draw(ground: string, shapes: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><rect width="400" height="300" fill="${ground}"/><rect y="228" width="400" height="72" fill="#0001"/>${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const pictures = {
  moka: draw(
    '#f3e3d3',
    '<path d="M158 148l-14 94h112l-14-94z" fill="#6b7280"/><path d="M150 66l10 78h80l10-78z" fill="#9ca3af"/><path d="M244 78h40l-12 54" fill="none" stroke="#292524" stroke-width="12"/><path d="M160 66l40-22 40 22z" fill="#6b7280"/><circle cx="200" cy="40" r="8" fill="#292524"/>',
  ),
  filter: draw(
    '#dfe9e2',
    '<path d="M140 62h120l-40 72h-40z" fill="#fff"/><path d="M176 134h48v14h-48z" fill="#d6d3d1"/><path d="M150 152h100l16 90H134z" fill="#fff9"/><path d="M142 196h116l8 46H134z" fill="#7c4a21"/><path d="M262 170h34v46h-26" fill="none" stroke="#fff" stroke-width="10"/>',
  ),
  press: draw(
    '#e2e4f1',
    '<path d="M146 92h108v150H146z" fill="#fff9"/><path d="M146 150h108v92H146z" fill="#5b3417"/><path d="M138 80h124v16H138z" fill="#44403c"/><path d="M196 30h8v54h-8z" fill="#78716c"/><circle cx="200" cy="28" r="12" fill="#292524"/><path d="M254 116h38v88h-38" fill="none" stroke="#44403c" stroke-width="12"/>',
  ),
  cold: draw(
    '#d8ebf2',
    '<path d="M152 70h96l-8 172h-80z" fill="#fff9"/><path d="M155 118h90l-6 124h-78z" fill="#8a5a33"/><path d="M168 130l34-8 8 34-34 8zM204 172l30 6-6 30-30-6z" fill="#fffa"/><path d="M226 34l-20 190" stroke="#dc2626" stroke-width="8"/>',
  ),
  croissant: draw(
    '#fbeeda',
    '<path d="M92 214c10-86 70-128 108-128s98 42 108 128c-34 14-52-6-60-28-20-40-76-40-96 0-8 22-26 42-60 28z" fill="#d9923f"/><path d="M164 104l14 62M236 104l-14 62M126 148l40 34M274 148l-40 34" stroke="#a8641c" stroke-width="6"/>',
  ),
  toast: draw(
    '#e8efe0',
    '<path d="M120 112c0-40 160-40 160 0 0 16-12 24-12 24v104H132V136s-12-8-12-24z" fill="#b06f2b"/><path d="M134 116c0-26 132-26 132 0 0 12-12 20-12 20v90H146v-90s-12-8-12-20z" fill="#f2cf94"/>',
  ),
};

const size = { width: 400, height: 300 };

/** Questions whose answers are pictures: four, then several of three, of which one has none. */
export const makers = defineQuiz({
  mode: 'match',
  outcomes: {
    dark: {
      title: 'Nachtzug, a dark roast',
      text: 'Chocolate and walnut, made for small strong cups.',
      has: { body: 'strong', time: ['early'] },
    },
    light: {
      title: 'Sidama, a light roast',
      text: 'Peach and black tea. Give it ten minutes, it is better lukewarm.',
      has: { body: 'clear', time: ['late'] },
    },
  },
  questions: {
    maker: {
      question: 'What do you make it with?',
      answers: [
        {
          value: 'moka',
          label: 'Moka pot',
          image: { src: pictures.moka, ...size },
          wants: { body: 'strong' },
        },
        {
          value: 'filter',
          label: 'Paper filter',
          image: { src: pictures.filter, ...size },
          wants: { body: 'clear' },
        },
        {
          value: 'press',
          label: 'French press',
          description: 'Or any other pot',
          image: { src: pictures.press, ...size },
          wants: { body: 'strong' },
        },
        {
          value: 'cold',
          label: 'Overnight, cold',
          image: { src: pictures.cold, ...size },
          wants: { body: 'clear' },
        },
      ],
    },
    food: {
      question: 'What goes with it?',
      multiple: true,
      max: 2,
      optional: true,
      answers: [
        {
          value: 'croissant',
          label: 'A croissant',
          image: { src: pictures.croissant },
          wants: { time: 'early' },
        },
        { value: 'toast', label: 'Toast, buttered while it is hot', image: { src: pictures.toast } },
        { value: 'nothing', label: 'Nothing, thanks', wants: { time: 'late' } },
      ],
    },
  },
});

/** One of its pictures cannot be had. */
export const brokenMakers: typeof makers = {
  ...makers,
  questions: makers.questions.map((question) => ({
    ...question,
    answers: question.answers.map((one) =>
      one.value === 'filter' ? { ...one, image: { ...size, src: './no-such-picture.webp' } } : one,
    ),
  })),
};
