interface ImportMetaEnv {
  /** The address of the service that takes the forms. */
  readonly VITE_FORM_SERVICE?: string;
}
