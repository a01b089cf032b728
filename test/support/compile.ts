import ts from 'typescript';

/** What a compiler says of a file. */
interface Finding {
  readonly file: string;
  /** The code that it points at. */
  readonly at: string;
  readonly text: string;
}

/** What the compiler says of code that stands in no file, by absolute path, with the project's own settings. */
export function compile(blocks: ReadonlyMap<string, string>): Finding[] {
  const { config } = ts.readConfigFile('tsconfig.base.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, process.cwd());
  const host = ts.createCompilerHost({ ...options, types: ['node'] });
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => blocks.has(file) || fileExists(sheetOf(file) ?? file);
  host.readFile = (file) => blocks.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = sheetOf(file) ? 'export {};' : blocks.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...blocks.keys()], { ...options, types: ['node'], noEmit: true }, host);
  return [...blocks.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start = 0, length = 0, messageText }) => ({
      file,
      at: blocks.get(file)?.slice(start, start + length) ?? '',
      text: ts.flattenDiagnosticMessageText(messageText, ' '),
    }));
  });
}

/** The stylesheet whose types a build writes: what a guide imports must be there, whether or not somebody has built. */
function sheetOf(file: string): string | undefined {
  return /\/dist\/.+\.css\.d\.ts$/.test(file) ? file.replace('/dist/', '/src/').slice(0, -5) : undefined;
}
