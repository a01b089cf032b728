export type { SqlAnswer } from './answers.ts';
export { type CountWithSqlOptions, countWithSql } from './count-with-sql.ts';
export { type CountName, countsSql } from './counts-sql.ts';
export type { SqlDialect, SqlEngine, SqlOptions } from './sql-options.ts';
