/** Shows the questions, wherever they come from. */
export function QuestionList({ questions }: { questions: readonly string[] }) {
  return (
    <ol>
      {questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ol>
  );
}
