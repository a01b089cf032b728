import { failOnConsole } from '../test/support/console.ts';

failOnConsole();
