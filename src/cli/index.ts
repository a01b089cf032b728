#!/usr/bin/env node
import { main } from './main.ts';

// A command says the whole of a message, also in a shell that says production.
Object.assign(process.env, { NODE_ENV: 'development' });

// Not process.exit(): what is still on its way to a pipe must arrive.
process.exitCode = await main(process.argv.slice(2), process);
