import { configure } from 'storybook/test';
import { failOnConsole } from '../test/support/console.ts';
import { failOnLooseText } from '../test/support/translated.ts';

// A machine that does other work beside the tests takes longer than the usual second to load a chunk.
configure({ asyncUtilTimeout: 5_000 });
failOnConsole();
failOnLooseText();
