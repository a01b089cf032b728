import { defineQuiz } from 'smallyes/quiz';
import { type Trainer, type TrainerId, trainers } from './trainer-people.ts';

/** Who is out there, as a quiz wants it. */
const outcomes = Object.fromEntries(
  trainers.map(({ id, name, says, has }) => [id, { title: name, text: says, has }]),
) as Record<TrainerId, { title: string; text: string; has: Trainer['has'] }>;

/** Five questions, and one of twelve trainers. What somebody wants weighs double; how they like to be taught decides a tie. */
export const trainerQuiz = defineQuiz({
  mode: 'match',
  outcomes,
  tieBreak: 'tone',
  questions: {
    goal: {
      question: 'What should be different by spring?',
      weight: 2,
      answers: [
        { value: 'strong', label: 'I carry things without thinking', wants: { goal: 'strong' } },
        { value: 'far', label: 'I run for an hour', wants: { goal: 'far' } },
        { value: 'supple', label: 'I get up from the floor lightly', wants: { goal: 'supple' } },
        { value: 'water', label: 'I feel at home in water', wants: { goal: 'water' } },
        { value: 'up', label: 'I am at the top of something', wants: { goal: 'up' } },
      ],
    },
    tone: {
      question: 'It is raining, and you are tired. What do you need to hear?',
      answers: [
        { value: 'calm', label: '“Come. We do half of it, well.”', wants: { tone: 'calm' } },
        { value: 'push', label: '“Shoes on. Now.”', wants: { tone: 'push' } },
        { value: 'play', label: '“I bet you cannot hit that puddle.”', wants: { tone: 'play' } },
      ],
    },
    teaches: {
      question: 'A new movement. How do you learn it?',
      answers: [
        { value: 'explains', label: 'I want to know why', wants: { teaches: 'explains' } },
        { value: 'shows', label: 'I look, and do it', wants: { teaches: 'shows' } },
      ],
    },
    company: {
      question: 'Who else is there?',
      answers: [
        { value: 'alone', label: 'Nobody, please', wants: { company: 'alone' } },
        { value: 'pair', label: 'A friend of mine', wants: { company: 'pair' } },
        { value: 'group', label: 'A handful of people', wants: { company: 'group' } },
        { value: 'any', label: 'I do not mind' },
      ],
    },
    where: {
      question: 'Where do you breathe more easily?',
      optional: true,
      answers: [
        { value: 'in', label: 'Under a roof', wants: { where: 'in' } },
        { value: 'out', label: 'Outside, whatever the weather', wants: { where: 'out' } },
      ],
    },
  },
});
