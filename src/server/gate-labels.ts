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
  hu: {
    missing: 'Ez személyes hivatkozással nyílik meg. Azon az oldalon kap egyet, amelyik kínálja.',
    invalid: 'Ez a hivatkozás hiányos, vagy itt nem érvényes. Másolja ki az egészet, vagy kérjen újat.',
    expired: 'Ez a hivatkozás már nem érvényes. Újat azon az oldalon kap, amelyik kínálja.',
    early: 'Ez a hivatkozás még nem érvényes. Kérjük, próbálja újra egy perc múlva.',
    wrongSubject: 'Ez a hivatkozás másnak készült. Jelentkezzen be az ő nevében, vagy kérjen sajátot.',
    revoked:
      'Ezt a hivatkozást már felhasználták vagy visszavonták. Újat azon az oldalon kap, amelyik kínálja.',
    unavailable: 'A hivatkozást most nem tudjuk ellenőrizni. Kérjük, próbálja újra egy perc múlva.',
    undelivered:
      'A hivatkozás rendben van, de a fájl most nem érhető el. Kérjük, próbálja újra egy perc múlva.',
    unknown: 'Ezen a címen nincs semmi.',
    method: 'Ezt a címet csak megnyitni lehet.',
  },
  pl: {
    missing: 'To otwiera się osobistym linkiem. Link jest na stronie z tą ofertą.',
    invalid: 'Ten link jest niepełny albo tu nie działa. Skopiuj cały link albo weź nowy.',
    expired: 'Ten link stracił ważność. Nowy jest na stronie z tą ofertą.',
    early: 'Ten link jeszcze nie działa. Spróbuj ponownie za minutę.',
    wrongSubject: 'Ten link powstał dla kogoś innego. Zaloguj się jako ta osoba albo weź własny.',
    revoked: 'Ten link został już użyty lub wycofany. Nowy jest na stronie z tą ofertą.',
    unavailable: 'Nie można teraz sprawdzić linku. Spróbuj ponownie za minutę.',
    undelivered: 'Link jest w porządku, ale plik jest teraz niedostępny. Spróbuj ponownie za minutę.',
    unknown: 'Pod tym adresem niczego nie ma.',
    method: 'Ten adres można tylko otworzyć.',
  },
  es: {
    missing: 'Esto se abre con un enlace personal. Lo recibe en la página que lo ofrece.',
    invalid: 'Este enlace está incompleto o no vale aquí. Copie el enlace entero o pida uno nuevo.',
    expired: 'Este enlace ya no es válido. Recibe uno nuevo en la página que lo ofrece.',
    early: 'Este enlace todavía no es válido. Inténtelo de nuevo dentro de un minuto.',
    wrongSubject: 'Este enlace se hizo para otra persona. Inicie sesión como ella o pida uno propio.',
    revoked: 'Este enlace ya se usó o se retiró. Recibe uno nuevo en la página que lo ofrece.',
    unavailable: 'Ahora no se puede comprobar su enlace. Inténtelo de nuevo dentro de un minuto.',
    undelivered:
      'Su enlace es válido, pero ahora no se puede entregar el archivo. Inténtelo de nuevo dentro de un minuto.',
    unknown: 'No hay nada en esta dirección.',
    method: 'Esta dirección solo se puede abrir.',
  },
  fr: {
    missing: 'Ceci s’ouvre avec un lien personnel. Vous le recevez sur la page qui le propose.',
    invalid: 'Ce lien est incomplet ou ne vaut pas ici. Copiez le lien entier, ou demandez-en un nouveau.',
    expired: 'Ce lien n’est plus valable. Vous en recevez un nouveau sur la page qui le propose.',
    early: 'Ce lien n’est pas encore valable. Veuillez réessayer dans une minute.',
    wrongSubject:
      'Ce lien a été fait pour quelqu’un d’autre. Connectez-vous sous son nom, ou demandez le vôtre.',
    revoked: 'Ce lien a déjà servi ou a été retiré. Vous en recevez un nouveau sur la page qui le propose.',
    unavailable: 'Votre lien ne peut pas être vérifié pour le moment. Veuillez réessayer dans une minute.',
    undelivered:
      'Votre lien est bon, mais le fichier n’est pas disponible pour le moment. Veuillez réessayer dans une minute.',
    unknown: 'Il n’y a rien à cette adresse.',
    method: 'Cette adresse peut seulement être ouverte.',
  },
  af: {
    missing: 'Dit maak oop met ’n persoonlike skakel. U kry een op die bladsy wat dit aanbied.',
    invalid:
      'Hierdie skakel is onvolledig of geld nie hier nie. Kopieer die hele skakel, of kry ’n nuwe een.',
    expired: 'Hierdie skakel is nie meer geldig nie. U kry ’n nuwe een op die bladsy wat dit aanbied.',
    early: 'Hierdie skakel is nog nie geldig nie. Probeer asseblief weer oor ’n minuut.',
    wrongSubject: 'Hierdie skakel is vir iemand anders gemaak. Meld aan as daardie persoon, of kry u eie.',
    revoked:
      'Hierdie skakel is reeds gebruik of teruggetrek. U kry ’n nuwe een op die bladsy wat dit aanbied.',
    unavailable: 'U skakel kan nie nou nagegaan word nie. Probeer asseblief weer oor ’n minuut.',
    undelivered:
      'U skakel is in orde, maar die lêer kan nie nou gelewer word nie. Probeer asseblief weer oor ’n minuut.',
    unknown: 'Daar is niks by hierdie adres nie.',
    method: 'Hierdie adres kan net oopgemaak word.',
  },
};
