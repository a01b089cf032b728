/** What an Arabic shop calls its asks. */
export const arabicNames = {
  'sleep-problem': 'ما الذي يوقظك؟',
  'blanket-weight': 'اختر بطانيتك',
  'how-wool-works': 'فيلم: كيف يعمل الصوف',
  'sleep-letter': 'رسالة النوم',
  'checkout.purchase': 'الطلب',
  reviews: 'رأي في مراجعة',
  blanket: 'في السلة',
  'washing-guide': 'دليل الغسيل',
  product: 'مشاركة منتج',
  order: 'تقييم الطلب',
  shop: 'الطلب',
  'too-warm': 'حرّ زائد',
  'too-cold': 'برد زائد',
  restless: 'نوم متقطع',
  'letter-after-result': 'الرسالة بعد النتيجة',
  'cart-button-words': 'كلمات زر السلة',
  control: 'كما كان',
  inline: 'بجانب النتيجة',
  short: 'كلمات قصيرة',
} as const;

export const arabicTitle = 'بطانيات الصوف، الخريف';
