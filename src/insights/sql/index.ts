export type { SqlAnswer } from './answers.ts';
export { type CountWithSqlOptions, countWithSql } from './count-with-sql.ts';
export { countsSql } from './counts-sql.ts';
export type { CountName, SqlDialect, SqlEngine, SqlOptions } from './sql-options.ts';
