import type { PollLabels } from '../components/poll/poll-labels.ts';
import type { StarRatingLabels } from '../components/star-rating/star-rating-labels.ts';
import type { StarRatingSummaryLabels } from '../components/star-rating/star-rating-summary.tsx';

/**
 * Arabic texts, for a page with `dir="rtl"`: `<CommitmentProvider locale="ar" labels={ar}>`. A summary asks no provider,
 * since it may stand in a Server Component: `<StarRatingSummary locale="ar" labels={ar['star-rating-summary']} />`.
 */
export const ar: {
  readonly poll: PollLabels;
  readonly 'star-rating': StarRatingLabels;
  readonly 'star-rating-summary': StarRatingSummaryLabels;
} = {
  poll: {
    vote: 'تصويت',
    skip: 'تخطٍّ',
    change: 'تغيير',
    reopen: 'أريد أن أجيب',
    oneClick: 'نقرة واحدة هي صوتك.',
    atLeast: 'اختر {min} على الأقل.',
    atMost: 'اختر حتى {max}.',
    between: 'اختر من {min} إلى {max}.',
    other: 'شيء آخر',
    otherText: 'بكلماتك أنت',
    npsLow: 'غير محتمل إطلاقًا',
    npsHigh: 'محتمل جدًا',
    thanks: 'شكرًا، تم احتساب صوتك.',
    sending: 'جارٍ إرسال صوتك…',
    loading: 'جارٍ العدّ…',
    votes: {
      zero: 'لا أصوات',
      one: 'صوت واحد',
      two: 'صوتان',
      few: '{count} أصوات',
      many: '{count} صوتًا',
      other: '{count} صوت',
    },
    few: {
      zero: 'تظهر النتائج من أول صوت.',
      one: 'تظهر النتائج بعد صوت واحد.',
      two: 'تظهر النتائج بعد صوتين.',
      few: 'تظهر النتائج بعد {count} أصوات.',
      many: 'تظهر النتائج بعد {count} صوتًا.',
      other: 'تظهر النتائج بعد {count} صوت.',
    },
    failed: 'لم يصل صوتك. حاول مرة أخرى من فضلك.',
    closed: 'أُغلق هذا الاستطلاع.',
    skipped: 'تم التخطي.',
    result: {
      zero: '{option}: {percent} بالمئة، لا أصوات',
      one: '{option}: {percent} بالمئة، صوت واحد',
      two: '{option}: {percent} بالمئة، صوتان',
      few: '{option}: {percent} بالمئة، {count} أصوات',
      many: '{option}: {percent} بالمئة، {count} صوتًا',
      other: '{option}: {percent} بالمئة، {count} صوت',
    },
    yourChoice: 'اختيارك',
    yourGuess: 'توقعك',
    roundVote: 'أولًا، إجابتك أنت.',
    roundGuess: 'والآن توقّع: ماذا سيقول معظم الآخرين؟',
    guess: 'توقّع',
    guessRight: 'أصبت: هذا هو المتصدر.',
    guessWrong: 'معظم الآخرين يقولون غير ذلك.',
    guessNoted: 'سُجّل توقعك.',
  },
  'star-rating': {
    item: {
      zero: 'لا نجوم',
      one: 'نجمة واحدة',
      two: 'نجمتان',
      few: '{count} نجوم',
      many: '{count} نجمة',
      other: '{count} نجمة',
    },
    outOf: '{value} من {max}',
    hint: 'اختر من {min} إلى {max}',
    ends: '{min} = {low}، {max} = {high}',
    rated: 'تقييمك: {rating}. شكرًا لك!',
    clear: 'مسح التقييم',
    cleared: 'تم مسح التقييم.',
    submit: 'إرسال التقييم',
    saving: 'جارٍ حفظ تقييمك…',
    failed: 'لم يُحفظ تقييمك.',
    retry: 'المحاولة مرة أخرى',
    already: 'لقد قيّمت هذا من قبل.',
    comment: 'تعليق (اختياري)',
    commentRequired: 'تعليق',
  },
  'star-rating-summary': {
    average: '{value} من {max}',
    count: {
      zero: 'لا تقييمات',
      one: 'تقييم واحد',
      two: 'تقييمان',
      few: '{count} تقييمات',
      many: '{count} تقييمًا',
      other: '{count} تقييم',
    },
    row: {
      zero: 'لا نجوم',
      one: 'نجمة واحدة',
      two: 'نجمتان',
      few: '{count} نجوم',
      many: '{count} نجمة',
      other: '{count} نجمة',
    },
    breakdown: 'التقييمات حسب عدد النجوم',
    none: 'لا توجد تقييمات بعد',
    unusable: 'لا توجد أرقام لعرضها',
  },
};
