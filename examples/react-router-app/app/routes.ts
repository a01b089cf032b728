import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/article.tsx'),
  route('checkout', 'routes/checkout.tsx'),
  route('later', 'routes/later.tsx'),
  route('talk', 'routes/talk.tsx'),
  route('talk/thanks', 'routes/thanks.tsx'),
  route('talk/again', 'routes/again.tsx'),
  route('answers', 'routes/answers.ts'),
  route('leads', 'routes/leads.ts'),
  route('gate', 'routes/gate.ts'),
  route('every', 'routes/every.tsx'),
  route('every/answers', 'routes/every-answers.ts'),
  route('every/memory', 'routes/every-memory.ts'),
] satisfies RouteConfig;
