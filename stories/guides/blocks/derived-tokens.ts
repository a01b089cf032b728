/** What each derived token colours: all those that the stylesheet derives, and no other. */
export const derivedTokens: Readonly<Record<string, string>> = {
  '--sy-accent-strong': 'Fill of the main button',
  '--sy-accent-hover': 'The same under the pointer',
  '--sy-accent-active': 'The same while pressed',
  '--sy-on-accent': 'Words on that fill',
  '--sy-accent-text': 'Words in the accent, on a surface',
  '--sy-accent-edge': 'Border and mark of what is selected',
  '--sy-accent-soft': 'Quiet background of what is selected',
  '--sy-accent-soft-border': 'Bar of the visitor’s own choice among results',
  '--sy-ring': 'Focus ring',
  '--sy-success-text': 'Words and marks of a success',
  '--sy-success-soft': 'Its quiet background',
  '--sy-warning-text': 'Words of a warning',
  '--sy-warning-soft': 'Its quiet background',
  '--sy-danger-text': 'Words and borders of an error',
  '--sy-danger-soft': 'Its quiet background',
};
