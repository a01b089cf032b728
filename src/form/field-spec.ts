/** What every field of a form can say. Plain data, so that it crosses from Server Components. */
export interface FieldSpecBase<Type extends string = string, Name extends string = string> {
  readonly type: Type;
  /** Key of the value, and name of the control in a plain form post. A dot would nest it: use letters, digits, `-`, `_`. */
  readonly name: Name;
  /** What is asked, shown above the control. Default: the name, written out (`firstName` is "First name"). */
  readonly label?: string | undefined;
  /** A sentence of help, shown with the label. */
  readonly description?: string | undefined;
  /** The form is not sent without it. Default false: the label says "(optional)". */
  readonly required?: boolean | undefined;
  /** Shown, and part of what is sent, but cannot be changed. Default false. */
  readonly readOnly?: boolean | undefined;
  /** Hands a schema `null` when it was left out, where it knows no missing value (`nullable()`). Default false. */
  readonly nullable?: boolean | undefined;
  /** Hands a schema `''` when it was left out, where it knows no missing value (`or(z.literal(''))`). Default false. */
  readonly blank?: boolean | undefined;
  /** Not part of the form for now: neither checked nor sent. Default false. */
  readonly disabled?: boolean | undefined;
  /** What browsers fill in, an autofill token of the HTML standard. Default: by type and name. */
  readonly autoComplete?: string | undefined;
  /** `'half'` shares a row with a neighbour where there is room. Default `'full'`. */
  readonly width?: 'full' | 'half' | undefined;
  /**
   * The value may go into events (`data.answers`), and so to every tracker. Default false: what a visitor types
   * stays with `onSubmit`. Never mark what tells who somebody is.
   */
  readonly trackable?: boolean | undefined;
}

interface Typed {
  /** Greyed text in the empty control: an example, never the label. */
  readonly placeholder?: string | undefined;
  /** What the control says at the start. */
  readonly defaultValue?: string | undefined;
}

interface Sized {
  /** Fewest characters. */
  readonly minLength?: number | undefined;
  /** Most characters; a longer text can be typed, is counted, and is refused with words. Default 10,000. */
  readonly maxLength?: number | undefined;
}

/** One line of text. */
export interface TextFieldSpec<Name extends string = string>
  extends FieldSpecBase<'text', Name>,
    Typed,
    Sized {
  /** A regular expression that the whole text must match, as in HTML. Say the rule in `description`. */
  readonly pattern?: string | undefined;
  /** Which on-screen keyboard. Default `'text'`. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'search' | undefined;
}

/** Several lines of text. */
export interface LongTextFieldSpec<Name extends string = string>
  extends FieldSpecBase<'long-text', Name>,
    Typed,
    Sized {
  /** Lines shown at the start; it grows with the text. Default 4. */
  readonly rows?: number | undefined;
}

/** An e-mail address, checked as browsers check it. */
export interface EmailFieldSpec<Name extends string = string> extends FieldSpecBase<'email', Name>, Typed {
  /** Domains that are taken, with their subdomains (`'example.com'`). Default: all. */
  readonly allowDomains?: readonly string[] | undefined;
  /** Domains that are not taken, with their subdomains. Default: none. */
  readonly denyDomains?: readonly string[] | undefined;
  /**
   * Asks "did you mean …?" when the visitor has left the field and its domain misses a well-known one, or one of
   * `allowDomains`, by a letter. It refuses nothing. Default true.
   */
  readonly suggest?: boolean | undefined;
}

/** A telephone number as people write it: 5 to 20 digits, with `+`, spaces, dots, hyphens, slashes, brackets. */
export interface PhoneFieldSpec<Name extends string = string> extends FieldSpecBase<'phone', Name>, Typed {}

/** A web address. Without a scheme (`example.com`), https is put in front. */
export interface UrlFieldSpec<Name extends string = string> extends FieldSpecBase<'url', Name>, Typed {}

/** A number. */
export interface NumberFieldSpec<Name extends string = string> extends FieldSpecBase<'number', Name> {
  readonly placeholder?: string | undefined;
  readonly defaultValue?: number | undefined;
  /** Least value. */
  readonly min?: number | undefined;
  /** Greatest value. */
  readonly max?: number | undefined;
  /** The value is `min` (or 0) plus a multiple of this; `'any'` lets fractions in. Default 1. */
  readonly step?: number | 'any' | undefined;
  /** Shown behind the control, such as `'m²'`. */
  readonly unit?: string | undefined;
}

/** A day, as `2026-11-21`; with `time` a day and a time, as `2026-11-21T10:30`. */
export interface DateFieldSpec<Name extends string = string> extends FieldSpecBase<'date', Name> {
  readonly defaultValue?: string | undefined;
  /** First day, as `2026-11-21`. */
  readonly min?: string | undefined;
  /** Last day. */
  readonly max?: string | undefined;
  /** Hands a schema the day as a `Date`, midnight UTC, where it takes no text, such as `z.date()`. Default false. */
  readonly asDate?: boolean | undefined;
  /** Asks for a time as well, by the visitor's own clock. Limits and `defaultValue` have one, too. Default false. */
  readonly time?: boolean | undefined;
  /**
   * What a schema wants behind such a time, such as `':00'`. With a `Z` at its end it gets the moment in UTC (`z.iso.datetime()`).
   * A post without JavaScript does not say by which clock: it is read by that of your server. Default `''`.
   */
  readonly ending?: string | undefined;
}

/** An answer to pick. A plain text is both value and label. */
export type FieldOption<Value extends string = string> =
  | Value
  | {
      readonly value: Value;
      readonly label: string;
      /** A second line. */
      readonly description?: string | undefined;
    };

/** One of several answers. */
export interface ChoiceFieldSpec<Name extends string = string, Value extends string = string>
  extends FieldSpecBase<'choice', Name> {
  readonly options: readonly FieldOption<Value>[];
  readonly defaultValue?: Value | undefined;
  /** How it looks. Default: `'radio'` up to six options, else `'select'`. */
  readonly as?: 'radio' | 'select' | undefined;
  /** Hands a schema the answer as a number, such as for `z.literal([1, 2, 3])`. Default false. */
  readonly asNumber?: boolean | undefined;
}

/** Any number of several answers. */
export interface ChoicesFieldSpec<Name extends string = string, Value extends string = string>
  extends FieldSpecBase<'choices', Name> {
  readonly options: readonly FieldOption<Value>[];
  readonly defaultValue?: readonly Value[] | undefined;
  /** Fewest answers. Default 0, when required 1. Only with `required: false` is no answer at all enough, too. */
  readonly min?: number | undefined;
  /** Most answers. Default: all. */
  readonly max?: number | undefined;
  /** Hands a schema the answers as numbers. Default false. */
  readonly asNumber?: boolean | undefined;
}

/** The lines of a postal address, in the order of forms in most countries. */
export type AddressPart = 'street' | 'line2' | 'postalCode' | 'city' | 'region' | 'country';

/** A postal address in separate lines, each with its own autofill token. */
export interface AddressFieldSpec<Name extends string = string, Part extends AddressPart = AddressPart>
  extends FieldSpecBase<'address', Name> {
  /** Which lines, in this order. Default street, postal code, city, country. A second line is never required. */
  readonly parts?: readonly Part[] | undefined;
  /** Lines that may be left out also when the address is required, and what a schema gets for them. Default none. */
  readonly leftOut?: { readonly [One in Part]?: 'missing' | 'null' | 'empty' | undefined } | undefined;
  readonly defaultValue?: { readonly [One in Part]?: string | undefined } | undefined;
  /** Whose address, as autofill understands it. Default neither. */
  readonly purpose?: 'shipping' | 'billing' | undefined;
}

/** One or several files. */
export interface FileFieldSpec<Name extends string = string> extends FieldSpecBase<'file', Name> {
  /** MIME types and endings, as in HTML: `'image/*,.pdf'`. Default: any. */
  readonly accept?: string | undefined;
  /** Lets the visitor pick several. Default false. */
  readonly multiple?: boolean | undefined;
  /** Most bytes of one file. Default 10,000,000. */
  readonly maxSize?: number | undefined;
  /** Most files. Default 10. */
  readonly maxFiles?: number | undefined;
}

/** A box to tick: never ticked at the start. What it said is handed to `onSubmit` with the answer. */
export interface ConsentFieldSpec<Name extends string = string> extends FieldSpecBase<'consent', Name> {
  /** The wording that is agreed to, the label of the box. */
  readonly label: string;
  /** A page with more, linked behind the wording. */
  readonly link?: { readonly label: string; readonly href: string } | undefined;
  /** Hands a schema these texts for yes and no, where it takes no boolean, such as `z.stringbool()`. Default: a boolean. */
  readonly asText?: readonly [yes: string, no: string] | undefined;
}

/** A value that goes along unseen. A visitor can change it: believe it no more than a typed one. */
export interface HiddenFieldSpec<Name extends string = string> extends FieldSpecBase<'hidden', Name> {
  readonly defaultValue?: string | undefined;
}

/** One field of a form, as plain data. */
export type FieldSpec =
  | TextFieldSpec
  | LongTextFieldSpec
  | EmailFieldSpec
  | PhoneFieldSpec
  | UrlFieldSpec
  | NumberFieldSpec
  | DateFieldSpec
  | ChoiceFieldSpec
  | ChoicesFieldSpec
  | AddressFieldSpec
  | FileFieldSpec
  | ConsentFieldSpec
  | HiddenFieldSpec;

/** The type of a field. */
export type FieldType = FieldSpec['type'];

/** An address as it is handed to `onSubmit`: every asked part, empty when left out. */
export type AddressValue<Part extends AddressPart = AddressPart> = Readonly<Record<Part, string>>;

type DefaultPart = 'street' | 'postalCode' | 'city' | 'country';

type OptionValue<Option> = Option extends string
  ? Option
  : Option extends { readonly value: infer Value }
    ? Value
    : never;

type Asked<Spec, Value, Nothing> = Spec extends { readonly required: true } ? Value : Value | Nothing;

/**
 * What a field yields: texts `''` when left out; numbers, choices and files `undefined`; several choices and several
 * files an empty list; consent false.
 */
export type ValueOf<Spec> = Spec extends { readonly type: 'number' }
  ? Asked<Spec, number, undefined>
  : Spec extends { readonly type: 'choice'; readonly options: readonly (infer Option)[] }
    ? Asked<Spec, OptionValue<Option>, undefined>
    : Spec extends { readonly type: 'choices'; readonly options: readonly (infer Option)[] }
      ? readonly OptionValue<Option>[]
      : Spec extends { readonly type: 'address' }
        ? AddressValue<
            Spec extends { readonly parts: readonly (infer Part extends AddressPart)[] } ? Part : DefaultPart
          >
        : Spec extends { readonly type: 'file' }
          ? Spec extends { readonly multiple: true }
            ? readonly File[]
            : Asked<Spec, File, undefined>
          : Spec extends { readonly type: 'consent' }
            ? Spec extends { readonly required: true }
              ? true
              : boolean
            : string;

/** What a list of fields yields, by name. */
export type ValuesOf<Specs extends readonly FieldSpec[]> = {
  readonly [Spec in Specs[number] as Spec['name']]: ValueOf<Spec>;
};
