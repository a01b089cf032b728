// What nobody needs before the visitor turns to the form. It comes with the first key.
export { MailedPart } from '../../fields/mailed-part.tsx';
