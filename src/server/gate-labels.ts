/** What a gate says to a visitor whom it cannot let through. */
export interface GateLabels {
  /** There is no grant in the request. */
  readonly missing: string;
  /** The grant was cut, changed, made up, or is for something else. */
  readonly invalid: string;
  /** Its time is over. */
  readonly expired: string;
  /** It comes from the future. */
  readonly early: string;
  /** It is bound to someone else. */
  readonly wrongSubject: string;
  /** It was revoked, or used up. */
  readonly revoked: string;
  /** Nobody can check it at the moment. */
  readonly unavailable: string;
  /** It is good, but what it opens cannot be had at the moment. */
  readonly undelivered: string;
  /** There is no magnet of that name. */
  readonly unknown: string;
  /** The request is neither GET nor HEAD. */
  readonly method: string;
}

/** The texts that come with the kit, by language. */
export const gateLabels: Readonly<Record<string, GateLabels>> & { readonly en: GateLabels } = {
  en: {
    missing: 'This opens with a personal link. You get one on the page that offers it.',
    invalid: 'This link is incomplete or not valid here. Copy the whole link, or get a new one.',
    expired: 'This link is no longer valid. You get a new one on the page that offers it.',
    early: 'This link is not valid yet. Please try again in a minute.',
    wrongSubject: 'This link was made for someone else. Sign in as that person, or get a link of your own.',
    revoked: 'This link was already used or withdrawn. You get a new one on the page that offers it.',
    unavailable: 'Your link cannot be checked right now. Please try again in a minute.',
    undelivered:
      'Your link is fine, but the file cannot be delivered right now. Please try again in a minute.',
    unknown: 'There is nothing under this address.',
    method: 'This address can only be opened, not written to.',
  },
  de: {
    missing: 'Das öffnet sich mit einem persönlichen Link. Sie bekommen ihn auf der Seite, die es anbietet.',
    invalid:
      'Dieser Link ist unvollständig oder gilt hier nicht. Kopieren Sie den ganzen Link, oder holen Sie sich einen neuen.',
    expired: 'Dieser Link gilt nicht mehr. Einen neuen bekommen Sie auf der Seite, die es anbietet.',
    early: 'Dieser Link gilt noch nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
    wrongSubject:
      'Dieser Link wurde für jemand anderen erstellt. Melden Sie sich als diese Person an, oder holen Sie sich einen eigenen.',
    revoked:
      'Dieser Link wurde schon benutzt oder zurückgezogen. Einen neuen bekommen Sie auf der Seite, die es anbietet.',
    unavailable:
      'Ihr Link lässt sich gerade nicht prüfen. Bitte versuchen Sie es in einer Minute noch einmal.',
    undelivered:
      'Ihr Link ist in Ordnung, aber die Datei ist gerade nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal.',
    unknown: 'Unter dieser Adresse gibt es nichts.',
    method: 'Diese Adresse lässt sich nur öffnen.',
  },
  ar: {
    missing: 'يُفتح هذا برابط شخصي تحصل عليه من الصفحة التي تعرضه.',
    invalid: 'هذا الرابط غير مكتمل أو غير صالح هنا. انسخ الرابط كاملاً أو احصل على رابط جديد.',
    expired: 'انتهت صلاحية هذا الرابط. يمكنك الحصول على رابط جديد من الصفحة التي تعرضه.',
    early: 'هذا الرابط غير صالح بعد. يُرجى المحاولة مرة أخرى بعد دقيقة.',
    wrongSubject: 'أُنشئ هذا الرابط لشخص آخر. سجّل الدخول بحسابه أو احصل على رابط خاص بك.',
    revoked: 'سبق استخدام هذا الرابط أو أُلغي. يمكنك الحصول على رابط جديد من الصفحة التي تعرضه.',
    unavailable: 'لا يمكن التحقق من رابطك الآن. يُرجى المحاولة مرة أخرى بعد دقيقة.',
    undelivered: 'رابطك صالح، لكن لا يمكن تسليم الملف الآن. يُرجى المحاولة مرة أخرى بعد دقيقة.',
    unknown: 'لا يوجد شيء في هذا العنوان.',
    method: 'لا يمكن إلا فتح هذا العنوان.',
  },
};
