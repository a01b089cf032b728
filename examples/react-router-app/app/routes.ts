import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/article.tsx'),
  route('checkout', 'routes/checkout.tsx'),
  route('talk', 'routes/talk.tsx'),
  route('talk/thanks', 'routes/thanks.tsx'),
  route('talk/again', 'routes/again.tsx'),
  route('answers', 'routes/answers.ts'),
  route('leads', 'routes/leads.ts'),
  route('gate', 'routes/gate.ts'),
] satisfies RouteConfig;
