declare module 'bench:asks' {
  export const asks: import('./page.ts').Page;
}
