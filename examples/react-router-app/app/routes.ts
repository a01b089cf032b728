import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/article.tsx'),
  route('checkout', 'routes/checkout.tsx'),
  route('talk', 'routes/talk.tsx'),
  route('answers', 'routes/answers.ts'),
] satisfies RouteConfig;
