<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="ar" sourcelanguage="en">
 <context>
  <name>BlendPopup</name>
  <message>
   <source>Blend</source>
   <translation>المزج</translation>
  </message>
  <message>
   <source>Blend through the mask as it is now</source>
   <translation>المزج عبر القناع الحالي</translation>
  </message>
  <message>
   <source>Colour match</source>
   <translation>مطابقة الألوان</translation>
  </message>
  <message>
   <source>Feather</source>
   <translation>تنعيم الحافة</translation>
  </message>
  <message>
   <source>Feather by the size of the mask</source>
   <translation>تنعيم بحسب حجم القناع</translation>
  </message>
  <message>
   <source>Grow</source>
   <translation>توسيع</translation>
  </message>
  <message>
   <source>Lay a shifted result back</source>
   <translation>إعادة نتيجة مزاحة</translation>
  </message>
  <message>
   <source>Paint another mask first; the result stays the same</source>
   <translation>ارسم قناعًا آخر أولًا؛ النتيجة تبقى</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>إعادة ضبط</translation>
  </message>
 </context>
 <context>
  <name>BrushOptions</name>
  <message>
   <source>Flow</source>
   <translation>التدفق</translation>
  </message>
  <message>
   <source>Hardness</source>
   <translation>الصلابة</translation>
  </message>
  <message>
   <source>Pen pressure changes the size</source>
   <translation>ضغط القلم يغيّر الحجم</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>الضغط</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>الحجم</translation>
  </message>
 </context>
 <context>
  <name>BrushPopup</name>
  <message>
   <source>Brush</source>
   <translation>فرشاة</translation>
  </message>
  <message>
   <source>Brush and eraser as they came (D)</source>
   <translation>الفرشاة والممحاة كما كانتا (D)</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>ممحاة</translation>
  </message>
  <message>
   <source>Flow</source>
   <translation>التدفق</translation>
  </message>
  <message>
   <source>Hardness</source>
   <translation>الصلابة</translation>
  </message>
  <message>
   <source>Pen pressure changes the flow</source>
   <translation>ضغط القلم يغيّر التدفق</translation>
  </message>
  <message>
   <source>Pen pressure changes the size</source>
   <translation>ضغط القلم يغيّر الحجم</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>إعادة ضبط</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>الحجم</translation>
  </message>
  <message>
   <source>Tool</source>
   <translation>الأداة</translation>
  </message>
  <message>
   <source>[ ] size · Shift+[ ] hardness · Alt+right-drag both</source>
   <translation>[ ] الحجم · Shift+[ ] الصلابة · Alt+سحب أيمن كلاهما</translation>
  </message>
 </context>
 <context>
  <name>Canvas</name>
  <message>
   <source>Canvas</source>
   <translation>اللوحة</translation>
  </message>
  <message>
   <source>Paint over what should change in the picture.</source>
   <translation>ارسم فوق ما ينبغي تغييره في الصورة.</translation>
  </message>
  <message>
   <source>{0} px · {1} %</source>
   <translation>{0} بكسل · {1} %</translation>
  </message>
 </context>
 <context>
  <name>Centre</name>
  <message>
   <source>Pixels outside the mask are kept, bit for bit</source>
   <translation>البكسلات خارج القناع محفوظة بتًّا ببت</translation>
  </message>
 </context>
 <context>
  <name>CleanupDialog</name>
  <message>
   <source>Clean up the history</source>
   <translation>تنظيف السجل</translation>
  </message>
  <message>
   <source>Keep what has stars</source>
   <translation>احتفظ بما له نجوم</translation>
  </message>
  <message>
   <source>Keep what is picked</source>
   <translation>احتفظ بالمختار</translation>
  </message>
  <message>
   <source>Keep what was accepted into a picture</source>
   <translation>احتفظ بما قُبل في صورة</translation>
  </message>
  <message>
   <source>Move to trash</source>
   <translation>نقل إلى المهملات</translation>
  </message>
  <message>
   <source>Nothing in the history is like this.</source>
   <translation>لا شيء كهذا في السجل.</translation>
  </message>
  <message>
   <source>Older than</source>
   <translation>أقدم من</translation>
  </message>
  <message>
   <source>{0} results go to the trash and stay there for 30 days.</source>
   <translation>تُنقل {0} نتائج إلى المهملات وتبقى 30 يومًا.</translation>
  </message>
 </context>
 <context>
  <name>Clipboard</name>
  <message>
   <source>Picture copied</source>
   <translation>نُسخت الصورة</translation>
  </message>
  <message>
   <source>Result copied</source>
   <translation>نُسخت النتيجة</translation>
  </message>
  <message>
   <source>The file of this result is missing or damaged</source>
   <translation>ملف هذه النتيجة مفقود أو تالف</translation>
  </message>
 </context>
 <context>
  <name>ColourField</name>
  <message>
   <source>Pick: {0}</source>
   <translation>انتقاء: {0}</translation>
  </message>
  <message>
   <source>Pick…</source>
   <translation>انتقاء…</translation>
  </message>
  <message>
   <source>Write a colour as in #e5484d.</source>
   <translation>اكتب لونًا مثل ‎#e5484d.</translation>
  </message>
 </context>
 <context>
  <name>CompareDesk</name>
  <message>
   <source>The file of one of these results is missing or damaged</source>
   <translation>ملف إحدى هذه النتائج مفقود أو تالف</translation>
  </message>
  <message>
   <source>The first {0} of {1} are compared</source>
   <translation>تُقارن أول {0} من {1}</translation>
  </message>
  <message>
   <source>This result belongs to another session: edit or export it instead</source>
   <translation>هذه النتيجة من جلسة أخرى: حرّرها أو صدّرها</translation>
  </message>
 </context>
 <context>
  <name>ComparePage</name>
  <message>
   <source>Back to the picture</source>
   <translation>العودة إلى الصورة</translation>
  </message>
  <message>
   <source>Back to the picture (Esc)</source>
   <translation>العودة إلى الصورة (Esc)</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>أعمى</translation>
  </message>
  <message>
   <source>Composite</source>
   <translation>مركّب</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>ملاءمة</translation>
  </message>
  <message>
   <source>Gain</source>
   <translation>التكبير</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>خريطة حرارية</translation>
  </message>
  <message>
   <source>Hide which model made what until you have chosen (B)</source>
   <translation>إخفاء صاحب كل نتيجة حتى تختار (B)</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>الوضع</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>العتامة</translation>
  </message>
  <message>
   <source>Raw</source>
   <translation>خام</translation>
  </message>
  <message>
   <source>Shift moves one pane alone</source>
   <translation>Shift يحرّك لوحًا وحده</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>إظهار</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>السرعة</translation>
  </message>
  <message>
   <source>Whole picture or 100 % at the pointer (Z)</source>
   <translation>الصورة كاملة أو 100 % عند المؤشر (Z)</translation>
  </message>
  <message>
   <source>Wipe</source>
   <translation>مسح تدريجي</translation>
  </message>
 </context>
 <context>
  <name>CompareView</name>
  <message>
   <source>Comparison</source>
   <translation>المقارنة</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>مختار</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>مرفوض</translation>
  </message>
 </context>
 <context>
  <name>Controls</name>
  <message>
   <source>Answer as</source>
   <translation>الإجابة على شكل</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>الخلفية</translation>
  </message>
  <message>
   <source>Compression quality</source>
   <translation>جودة الضغط</translation>
  </message>
  <message>
   <source>Extra</source>
   <translation>إضافي</translation>
  </message>
  <message>
   <source>Fidelity</source>
   <translation>الأمانة</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>الصيغة</translation>
  </message>
  <message>
   <source>Input fidelity</source>
   <translation>أمانة المدخل</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>النموذج</translation>
  </message>
  <message>
   <source>Moderation</source>
   <translation>الإشراف</translation>
  </message>
  <message>
   <source>Partials</source>
   <translation>الجزئيات</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>الجودة</translation>
  </message>
  <message>
   <source>Quality %</source>
   <translation>الجودة %</translation>
  </message>
  <message>
   <source>Response format</source>
   <translation>صيغة الرد</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>الحجم</translation>
  </message>
  <message>
   <source>User</source>
   <translation>المستخدم</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>النسخ</translation>
  </message>
  <message>
   <source>Your own id for a person</source>
   <translation>معرّفك الخاص لشخص</translation>
  </message>
  <message>
   <source>{0} does not stream</source>
   <translation>{0} لا يبث</translation>
  </message>
  <message>
   <source>{0} does not take this</source>
   <translation>{0} لا يقبل هذا</translation>
  </message>
  <message>
   <source>{0} has no quality level with {1}</source>
   <translation>لا مستوى جودة لـ {0} مع {1}</translation>
  </message>
  <message>
   <source>{0} is not streamed</source>
   <translation>{0} لا يُبث</translation>
  </message>
  <message>
   <source>{0} makes only {1}</source>
   <translation>{0} لا يصنع إلا {1}</translation>
  </message>
  <message>
   <source>{0} sends no partial images</source>
   <translation>{0} لا يرسل صورًا جزئية</translation>
  </message>
 </context>
 <context>
  <name>CostLine</name>
  <message>
   <source>An estimate from the catalog's prices: about {0} tokens in, {1} out.
The actual cost follows from the answer.</source>
   <translation>تقدير من أسعار الكتالوج: نحو {0} رمزًا دخولًا و{1} خروجًا.
التكلفة الفعلية تأتي مع الإجابة.</translation>
  </message>
  <message>
   <source>Nothing is charged.</source>
   <translation>لا يُحتسب شيء.</translation>
  </message>
  <message>
   <source>Price unknown</source>
   <translation>السعر غير معروف</translation>
  </message>
  <message>
   <source>Session {0} · month {1}</source>
   <translation>الجلسة {0} · الشهر {1}</translation>
  </message>
  <message>
   <source>The catalog has no price for this model.</source>
   <translation>لا سعر لهذا النموذج في الكتالوج.</translation>
  </message>
  <message>
   <source>for {0} variants</source>
   <translation>لـ {0} نسخ</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} من {1}</translation>
  </message>
 </context>
 <context>
  <name>Count</name>
  <message>
   <source>1 to {0}</source>
   <translation>1 إلى {0}</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>MIT licence</source>
   <translation>رخصة MIT</translation>
  </message>
  <message>
   <source>Paint what should change · Alt erases · [ ] size</source>
   <translation>ارسم ما ينبغي تغييره · Alt يمحو · [ ] الحجم</translation>
  </message>
 </context>
 <context>
  <name>DropChoice</name>
  <message>
   <source>Add as reference</source>
   <translation>إضافة كمرجع</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Open as new picture</source>
   <translation>فتح كصورة جديدة</translation>
  </message>
  <message>
   <source>Use as mask</source>
   <translation>استخدام كقناع</translation>
  </message>
 </context>
 <context>
  <name>EditsButton</name>
  <message>
   <source>Edit</source>
   <translation>تحرير</translation>
  </message>
  <message>
   <source>Edits {0}</source>
   <translation>التعديلات {0}</translation>
  </message>
  <message>
   <source>Merged edits</source>
   <translation>تعديلات مدمجة</translation>
  </message>
  <message>
   <source>Show, hide, order, merge or remove accepted edits</source>
   <translation>إظهار التعديلات المقبولة أو إخفاؤها أو ترتيبها أو دمجها أو إزالتها</translation>
  </message>
 </context>
 <context>
  <name>EditsPopup</name>
  <message>
   <source>Accepted edits</source>
   <translation>التعديلات المقبولة</translation>
  </message>
  <message>
   <source>Edit opacity</source>
   <translation>عتامة التعديل</translation>
  </message>
  <message>
   <source>Edits</source>
   <translation>التعديلات</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>إخفاء</translation>
  </message>
  <message>
   <source>Merge visible edits</source>
   <translation>دمج التعديلات الظاهرة</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>إلى أسفل</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>إلى أعلى</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>العتامة</translation>
  </message>
  <message>
   <source>Remove edit</source>
   <translation>إزالة التعديل</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>إظهار</translation>
  </message>
  <message>
   <source>The source below them is never touched.</source>
   <translation>المصدر تحتها لا يُمس أبدًا.</translation>
  </message>
 </context>
 <context>
  <name>EmptyState</name>
  <message>
   <source>Connect an API key…</source>
   <translation>ربط مفتاح API…</translation>
  </message>
  <message>
   <source>Drop a picture here</source>
   <translation>أفلت صورة هنا</translation>
  </message>
  <message>
   <source>Local fill is ready: no key, no network, free.</source>
   <translation>الملء المحلي جاهز: بلا مفتاح ولا شبكة، مجانًا.</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>فتح…</translation>
  </message>
  <message>
   <source>Paint what should change, run, keep the result you like.
Everything outside your mask stays as it is, bit for bit.</source>
   <translation>ارسم ما ينبغي تغييره، شغّل، واحتفظ بما يعجبك.
كل ما هو خارج قناعك يبقى كما هو، بتًّا ببت.</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>لصق</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>جرّب المثال</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>All in one zip file</source>
   <translation>الكل في ملف zip واحد</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>اختيار…</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>المحتوى</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>تصدير</translation>
  </message>
  <message>
   <source>Export into</source>
   <translation>التصدير إلى</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>المجلد</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>الصيغة</translation>
  </message>
  <message>
   <source>If it exists</source>
   <translation>إن كان موجودًا</translation>
  </message>
  <message>
   <source>Keep the source's EXIF data</source>
   <translation>الاحتفاظ ببيانات EXIF</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>الاسم</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>الجودة</translation>
  </message>
  <message>
   <source>Will be written as {0}</source>
   <translation>سيُكتب باسم {0}</translation>
  </message>
  <message>
   <source>Write how it was made beside it (.json)</source>
   <translation>كتابة طريقة الصنع بجانبه (‎.json)</translation>
  </message>
  <message>
   <source>Write how it was made into the file</source>
   <translation>كتابة طريقة الصنع في الملف</translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation>نحو {0}</translation>
  </message>
  <message>
   <source>{0} files, the first as {1}</source>
   <translation>{0} ملفات، أولها {1}</translation>
  </message>
 </context>
 <context>
  <name>Exporting</name>
  <message>
   <source>Exported {0}</source>
   <translation>صُدِّر {0}</translation>
  </message>
  <message>
   <source>Exported {0} files</source>
   <translation>صُدِّرت {0} ملفات</translation>
  </message>
  <message>
   <source>Exporting {0} of {1}</source>
   <translation>تصدير {0} من {1}</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>إظهار في المجلد</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stopped. {0} files were written</source>
   <translation>أُوقف. كُتبت {0} ملفات</translation>
  </message>
  <message>
   <source>These cards hold no result yet</source>
   <translation>لا نتيجة في هذه البطاقات بعد</translation>
  </message>
  <message>
   <source>{0} could not be exported</source>
   <translation>تعذر تصدير {0}</translation>
  </message>
 </context>
 <context>
  <name>ExtraEdit</name>
  <message>
   <source>Extra fields as JSON</source>
   <translation>حقول إضافية بصيغة JSON</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Any model</source>
   <translation>أي نموذج</translation>
  </message>
  <message>
   <source>Back to the picture (G)</source>
   <translation>العودة إلى الصورة (G)</translation>
  </message>
  <message>
   <source>Compare the selected results (C)</source>
   <translation>مقارنة النتائج المحددة (C)</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>كل شيء</translation>
  </message>
  <message>
   <source>Export the selected results</source>
   <translation>تصدير النتائج المحددة</translation>
  </message>
  <message>
   <source>Open the gallery (G)</source>
   <translation>فتح المعرض (G)</translation>
  </message>
  <message>
   <source>Search prompts</source>
   <translation>ابحث في النصوص</translation>
  </message>
  <message>
   <source>This picture</source>
   <translation>هذه الصورة</translation>
  </message>
  <message>
   <source>Three stars and more</source>
   <translation>ثلاث نجوم فأكثر</translation>
  </message>
  <message>
   <source>★ {0}+</source>
   <translation>★ {0}+</translation>
  </message>
 </context>
 <context>
  <name>Finding</name>
  <message>
   <source>A mask without effect has no polarity.</source>
   <translation>قناع بلا أثر ليست له قطبية.</translation>
  </message>
  <message>
   <source>A stream was asked for; one answer came after {seconds} s.</source>
   <translation>طُلب بث؛ فجاءت إجابة واحدة بعد {seconds} ث.</translation>
  </message>
  <message>
   <source>All were taken: {fields}.</source>
   <translation>قُبلت كلها: {fields}.</translation>
  </message>
  <message>
   <source>An edit was accepted with this key.</source>
   <translation>قُبل تعديل بهذا المفتاح.</translation>
  </message>
  <message>
   <source>An edit was accepted without a key.</source>
   <translation>قُبل تعديل من دون مفتاح.</translation>
  </message>
  <message>
   <source>Events came as a stream, the last after {seconds} s.</source>
   <translation>جاءت الأحداث بثًّا، وآخرها بعد {seconds} ث.</translation>
  </message>
  <message>
   <source>It answered in {ms} ms and lists {count} models.</source>
   <translation>أجاب خلال {ms} م.ث ويعرض {count} نموذجًا.</translation>
  </message>
  <message>
   <source>It answered in {ms} ms.</source>
   <translation>أجاب خلال {ms} م.ث.</translation>
  </message>
  <message>
   <source>It answered in {ms} ms; it lists no models.</source>
   <translation>أجاب خلال {ms} م.ث؛ ولا يعرض نماذج.</translation>
  </message>
  <message>
   <source>It answered.</source>
   <translation>أجاب.</translation>
  </message>
  <message>
   <source>It changes what should be kept; masks are sent inverted from now on.</source>
   <translation>يغيّر ما يجب حفظه؛ ستُرسل الأقنعة معكوسة من الآن.</translation>
  </message>
  <message>
   <source>None of {asked} asked for came.</source>
   <translation>لم تصل أي من {asked} المطلوبة.</translation>
  </message>
  <message>
   <source>None was refused, but {wanted} was asked for and {got} came.</source>
   <translation>لم يُرفض شيء، لكن طُلب {wanted} فجاء {got}.</translation>
  </message>
  <message>
   <source>Nothing changed, so nothing is proved.</source>
   <translation>لم يتغير شيء، فلم يثبت شيء.</translation>
  </message>
  <message>
   <source>Partial images need a stream.</source>
   <translation>الصور الجزئية تحتاج إلى بث.</translation>
  </message>
  <message>
   <source>Plain white = edit is read right; a mask with transparency had no effect.</source>
   <translation>الأبيض الصرف = تعديل يُقرأ صحيحًا؛ القناع الشفاف بلا أثر.</translation>
  </message>
  <message>
   <source>Refused: {fields}. The edit was accepted without.</source>
   <translation>رُفض: {fields}. وقُبل التعديل من دونها.</translation>
  </message>
  <message>
   <source>Streaming is off in this profile, so it was not asked for.</source>
   <translation>البث موقوف في هذا الملف، فلم يُطلب.</translation>
  </message>
  <message>
   <source>The inverted mask is read right.</source>
   <translation>القناع المعكوس يُقرأ صحيحًا.</translation>
  </message>
  <message>
   <source>The mask as it is sent, transparent and white = edit, is read right.</source>
   <translation>القناع كما يُرسل، شفاف وأبيض = تعديل، يُقرأ صحيحًا.</translation>
  </message>
  <message>
   <source>{asked} was asked for and came.</source>
   <translation>طُلب {asked} وجاء.</translation>
  </message>
  <message>
   <source>{asked} was asked for, {got} came. Results are scaled to fit.</source>
   <translation>طُلب {asked} فجاء {got}. تُقاس النتائج لتلائم.</translation>
  </message>
  <message>
   <source>{got} of {asked} asked for came, the first after {seconds} s.</source>
   <translation>وصل {got} من {asked}، الأولى بعد {seconds} ث.</translation>
  </message>
  <message>
   <source>{inside} of the masked pixels changed and {outside} of the others.</source>
   <translation>تغيّر {inside} من بكسلات القناع و{outside} من غيرها.</translation>
  </message>
  <message>
   <source>{title}. {detail}</source>
   <translation>{title}. {detail}</translation>
  </message>
 </context>
 <context>
  <name>FindingList</name>
  <message>
   <source>Fields taken</source>
   <translation>قبول الحقول</translation>
  </message>
  <message>
   <source>Key accepted</source>
   <translation>قبول المفتاح</translation>
  </message>
  <message>
   <source>Mask honoured</source>
   <translation>احترام القناع</translation>
  </message>
  <message>
   <source>Mask the right way round</source>
   <translation>القناع بالاتجاه الصحيح</translation>
  </message>
  <message>
   <source>No</source>
   <translation>لا</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <source>Not tested</source>
   <translation>لم يُختبر</translation>
  </message>
  <message>
   <source>Partial images</source>
   <translation>صور جزئية</translation>
  </message>
  <message>
   <source>Partly</source>
   <translation>جزئيًا</translation>
  </message>
  <message>
   <source>Reachable</source>
   <translation>يمكن الوصول إليه</translation>
  </message>
  <message>
   <source>Size kept to</source>
   <translation>الالتزام بالحجم</translation>
  </message>
  <message>
   <source>Streams</source>
   <translation>يبث</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>نعم</translation>
  </message>
  <message>
   <source>…</source>
   <translation>…</translation>
  </message>
 </context>
 <context>
  <name>FolderField</name>
  <message>
   <source>Choose: {0}</source>
   <translation>اختيار: {0}</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>اختيار…</translation>
  </message>
 </context>
 <context>
  <name>FrameOptions</name>
  <message>
   <source>Follow the mask</source>
   <translation>اتبع القناع</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>حرة</translation>
  </message>
  <message>
   <source>Ratio</source>
   <translation>النسبة</translation>
  </message>
  <message>
   <source>Shift keeps the ratio the frame has</source>
   <translation>Shift يحفظ نسبة الإطار</translation>
  </message>
  <message>
   <source>The frame is chosen from the mask (Shift+B)</source>
   <translation>يُختار الإطار من القناع (Shift+B)</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>الصورة كاملة</translation>
  </message>
 </context>
 <context>
  <name>GalleryDesk</name>
  <message>
   <source>Nothing was made from this result yet</source>
   <translation>لم يُصنع شيء من هذه النتيجة بعد</translation>
  </message>
  <message>
   <source>This run began with a picture of its own</source>
   <translation>بدأ هذا التشغيل بصورة خاصة به</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>{0} moved to the trash</source>
   <translation>نُقل {0} إلى المهملات</translation>
  </message>
 </context>
 <context>
  <name>GalleryPage</name>
  <message>
   <source>Clean up the history</source>
   <translation>تنظيف السجل</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>المعرض</translation>
  </message>
  <message>
   <source>Go to a date</source>
   <translation>الانتقال إلى تاريخ</translation>
  </message>
  <message>
   <source>Nothing in the history is like this. Take a filter away to see more.</source>
   <translation>لا شيء كهذا في السجل. أزل مرشحًا لترى المزيد.</translation>
  </message>
  <message>
   <source>What the history takes on the disk. Clean up…</source>
   <translation>ما يشغله السجل على القرص. تنظيف…</translation>
  </message>
  <message>
   <source>{0} results</source>
   <translation>{0} نتائج</translation>
  </message>
 </context>
 <context>
  <name>HistoryStrip</name>
  <message>
   <source>Every run is kept here by itself.</source>
   <translation>كل تشغيل يُحفظ هنا تلقائيًا.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>السجل</translation>
  </message>
  <message>
   <source>Nothing in the history is like this. Take a filter away to see more.</source>
   <translation>لا شيء كهذا في السجل. أزل مرشحًا لترى المزيد.</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source> · {0} requests alike</source>
   <translation> · {0} طلبات متماثلة</translation>
  </message>
  <message>
   <source>Copied as {0}. It reads the key from {1}.</source>
   <translation>نُسخ كـ {0}. يُقرأ المفتاح من {1}.</translation>
  </message>
  <message>
   <source>Copies read the key from {0}.</source>
   <translation>تقرأ النسخ المفتاح من {0}.</translation>
  </message>
  <message>
   <source>Copy as Python</source>
   <translation>نسخ كـ Python</translation>
  </message>
  <message>
   <source>Copy as curl</source>
   <translation>نسخ كـ curl</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>الحقول</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>الاسم</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>الصور</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>القيمة</translation>
  </message>
  <message>
   <source>What is sent</source>
   <translation>ما يُرسل</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>API key</source>
   <translation>مفتاح API</translation>
  </message>
  <message>
   <source>Asking the keyring…</source>
   <translation>سؤال حلقة المفاتيح…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>نسيان</translation>
  </message>
  <message>
   <source>It is sent to {0} only.</source>
   <translation>لا يُرسل إلا إلى {0}.</translation>
  </message>
  <message>
   <source>Keep it in a file only I may read</source>
   <translation>احفظه في ملف لا يقرؤه غيري</translation>
  </message>
  <message>
   <source>Keep key</source>
   <translation>حفظ المفتاح</translation>
  </message>
  <message>
   <source>Looking for a key…</source>
   <translation>البحث عن مفتاح…</translation>
  </message>
  <message>
   <source>No key yet. It will be sent to {0} only.</source>
   <translation>لا مفتاح بعد. لن يُرسل إلا إلى {0}.</translation>
  </message>
  <message>
   <source>Paste another to replace it</source>
   <translation>الصق مفتاحًا آخر لاستبداله</translation>
  </message>
  <message>
   <source>Paste your key</source>
   <translation>الصق مفتاحك</translation>
  </message>
  <message>
   <source>This profile sends no key.</source>
   <translation>هذا الملف لا يرسل مفتاحًا.</translation>
  </message>
  <message>
   <source>this address</source>
   <translation>هذا العنوان</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>100 %</source>
   <translation>‏100 %</translation>
  </message>
  <message>
   <source>About Inpaint Studio</source>
   <translation>حول Inpaint Studio</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>قبول</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>فرشاة</translation>
  </message>
  <message>
   <source>Change shortcuts…</source>
   <translation>تغيير الاختصارات…</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>مسح</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>مقارنة</translation>
  </message>
  <message>
   <source>Connect an API key…</source>
   <translation>ربط مفتاح API…</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>نسخ الصورة</translation>
  </message>
  <message>
   <source>Copy shown result</source>
   <translation>نسخ النتيجة المعروضة</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>داكن</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>تجاهل</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>تحرير</translation>
  </message>
  <message>
   <source>Ellipse</source>
   <translation>بيضوي</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>ممحاة</translation>
  </message>
  <message>
   <source>Export again</source>
   <translation>تصدير مجددًا</translation>
  </message>
  <message>
   <source>Export as transparency…</source>
   <translation>تصدير كشفافية…</translation>
  </message>
  <message>
   <source>Export exactly what is sent…</source>
   <translation>تصدير ما يُرسل تمامًا…</translation>
  </message>
  <message>
   <source>Export in black and white…</source>
   <translation>تصدير بالأبيض والأسود…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>تصدير…</translation>
  </message>
  <message>
   <source>Feather…</source>
   <translation>تنعيم الحافة…</translation>
  </message>
  <message>
   <source>File</source>
   <translation>ملف</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>ملء الثقوب</translation>
  </message>
  <message>
   <source>Fill what is enclosed</source>
   <translation>ملء المحاط</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>ملاءمة</translation>
  </message>
  <message>
   <source>Follow the system</source>
   <translation>مثل النظام</translation>
  </message>
  <message>
   <source>Frame follows the mask</source>
   <translation>الإطار يتبع القناع</translation>
  </message>
  <message>
   <source>Frame: what is sent</source>
   <translation>الإطار: ما يُرسل</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>المعرض</translation>
  </message>
  <message>
   <source>Grow by 4 px</source>
   <translation>توسيع 4 بكسل</translation>
  </message>
  <message>
   <source>Hand: drag to pan</source>
   <translation>اليد: اسحب للتحريك</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>مساعدة</translation>
  </message>
  <message>
   <source>Hide overlay</source>
   <translation>إخفاء الطبقة</translation>
  </message>
  <message>
   <source>Hide panels</source>
   <translation>إخفاء اللوحات</translation>
  </message>
  <message>
   <source>History</source>
   <translation>السجل</translation>
  </message>
  <message>
   <source>Import mask…</source>
   <translation>استيراد قناع…</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>عكس</translation>
  </message>
  <message>
   <source>Lasso</source>
   <translation>أنشوطة</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>فاتح</translation>
  </message>
  <message>
   <source>Local fill</source>
   <translation>ملء محلي</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>القناع</translation>
  </message>
  <message>
   <source>Mask everything</source>
   <translation>تقنيع كل شيء</translation>
  </message>
  <message>
   <source>Neutral grey</source>
   <translation>رمادي محايد</translation>
  </message>
  <message>
   <source>Next overlay</source>
   <translation>الطبقة التالية</translation>
  </message>
  <message>
   <source>Next variant</source>
   <translation>النسخة التالية</translation>
  </message>
  <message>
   <source>Open the gallery</source>
   <translation>فتح المعرض</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>فتح…</translation>
  </message>
  <message>
   <source>Paste as new picture</source>
   <translation>لصق كصورة جديدة</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>مضلع</translation>
  </message>
  <message>
   <source>Previous variant</source>
   <translation>النسخة السابقة</translation>
  </message>
  <message>
   <source>Profiles…</source>
   <translation>الملفات التعريفية…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>خروج</translation>
  </message>
  <message>
   <source>Rectangle</source>
   <translation>مستطيل</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>إعادة</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>الطلب</translation>
  </message>
  <message>
   <source>Reset brush and eraser</source>
   <translation>إعادة ضبط الفرشاة والممحاة</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>إعادة ضبط التخطيط</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>Save project</source>
   <translation>حفظ المشروع</translation>
  </message>
  <message>
   <source>Save project as…</source>
   <translation>حفظ المشروع باسم…</translation>
  </message>
  <message>
   <source>Search prompts</source>
   <translation>ابحث في النصوص</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>الإعدادات…</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>الاختصارات</translation>
  </message>
  <message>
   <source>Shrink by 4 px</source>
   <translation>تقليص 4 بكسل</translation>
  </message>
  <message>
   <source>Smooth…</source>
   <translation>تنعيم…</translation>
  </message>
  <message>
   <source>Stop all</source>
   <translation>إيقاف الكل</translation>
  </message>
  <message>
   <source>Stop the shown variant</source>
   <translation>إيقاف النسخة المعروضة</translation>
  </message>
  <message>
   <source>Swap brush and eraser</source>
   <translation>تبديل الفرشاة والممحاة</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>الأدوات</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>جرّب المثال</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>Variant 1</source>
   <translation>النسخة 1</translation>
  </message>
  <message>
   <source>Variant 2</source>
   <translation>النسخة 2</translation>
  </message>
  <message>
   <source>Variant 3</source>
   <translation>النسخة 3</translation>
  </message>
  <message>
   <source>Variant 4</source>
   <translation>النسخة 4</translation>
  </message>
  <message>
   <source>Variant 5</source>
   <translation>النسخة 5</translation>
  </message>
  <message>
   <source>Variant 6</source>
   <translation>النسخة 6</translation>
  </message>
  <message>
   <source>Variant 7</source>
   <translation>النسخة 7</translation>
  </message>
  <message>
   <source>Variant 8</source>
   <translation>النسخة 8</translation>
  </message>
  <message>
   <source>Variant 9</source>
   <translation>النسخة 9</translation>
  </message>
  <message>
   <source>View</source>
   <translation>عرض</translation>
  </message>
  <message>
   <source>Wand: select what is alike</source>
   <translation>العصا: تحديد المتشابه</translation>
  </message>
  <message>
   <source>Write the prompt</source>
   <translation>كتابة النص</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>تكبير</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>تصغير</translation>
  </message>
  <message>
   <source>Zoom: click in, Alt+click out</source>
   <translation>التكبير: نقر للتقريب، Alt+نقر للتبعيد</translation>
  </message>
  <message>
   <source>works offline, free</source>
   <translation>بلا اتصال، مجانًا</translation>
  </message>
  <message>
   <source>{0} · local</source>
   <translation>{0} · محلي</translation>
  </message>
 </context>
 <context>
  <name>MaskImportDialog</name>
  <message>
   <source>Black</source>
   <translation>أسود</translation>
  </message>
  <message>
   <source>Edited is what is</source>
   <translation>المعدَّل هو ما يكون</translation>
  </message>
  <message>
   <source>Import mask</source>
   <translation>استيراد القناع</translation>
  </message>
  <message>
   <source>Resize the mask from {0} to {1}</source>
   <translation>تغيير حجم القناع من {0} إلى {1}</translation>
  </message>
  <message>
   <source>Transparent</source>
   <translation>شفاف</translation>
  </message>
  <message>
   <source>Use as mask</source>
   <translation>استخدام كقناع</translation>
  </message>
  <message>
   <source>White</source>
   <translation>أبيض</translation>
  </message>
 </context>
 <context>
  <name>MaskOptions</name>
  <message>
   <source>Apply</source>
   <translation>تطبيق</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>مسح</translation>
  </message>
  <message>
   <source>Clear the mask (Ctrl+D)</source>
   <translation>مسح القناع (Ctrl+D)</translation>
  </message>
  <message>
   <source>Exchange what is edited and kept</source>
   <translation>تبديل ما يُعدَّل وما يُحفظ</translation>
  </message>
  <message>
   <source>Feather</source>
   <translation>تنعيم الحافة</translation>
  </message>
  <message>
   <source>Grow</source>
   <translation>توسيع</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>عكس</translation>
  </message>
  <message>
   <source>Keep what is shown (Enter)</source>
   <translation>احتفظ بالمعروض (Enter)</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>تنعيم</translation>
  </message>
  <message>
   <source>The mask as it was (Esc)</source>
   <translation>القناع كما كان (Esc)</translation>
  </message>
  <message>
   <source>{0} the mask by pixels</source>
   <translation>{0} القناع بالبكسل</translation>
  </message>
 </context>
 <context>
  <name>Masking</name>
  <message>
   <source>Export the mask</source>
   <translation>تصدير القناع</translation>
  </message>
  <message>
   <source>Exported {0}</source>
   <translation>صُدِّر {0}</translation>
  </message>
  <message>
   <source>Import a mask</source>
   <translation>استيراد قناع</translation>
  </message>
  <message>
   <source>PNG (*.png)</source>
   <translation>PNG (*.png)</translation>
  </message>
  <message>
   <source>The file cannot be written.</source>
   <translation>لا يمكن كتابة الملف.</translation>
  </message>
  <message>
   <source>The mask was not saved</source>
   <translation>لم يُحفظ القناع</translation>
  </message>
 </context>
 <context>
  <name>ModelBox</name>
  <message>
   <source>Known models</source>
   <translation>نماذج معروفة</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>النموذج</translation>
  </message>
  <message>
   <source>Model id</source>
   <translation>معرّف النموذج</translation>
  </message>
  <message>
   <source>Not in the catalog</source>
   <translation>ليس في الكتالوج</translation>
  </message>
 </context>
 <context>
  <name>More</name>
  <message>
   <source>Less</source>
   <translation>أقل</translation>
  </message>
  <message>
   <source>More</source>
   <translation>المزيد</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>إعدادات مسبقة</translation>
  </message>
  <message>
   <source>The exact pictures and fields, to read or to copy</source>
   <translation>الصور والحقول بدقة، للقراءة أو النسخ</translation>
  </message>
  <message>
   <source>Use, save and manage sets of choices</source>
   <translation>استخدام مجموعات الاختيارات وحفظها وإدارتها</translation>
  </message>
  <message>
   <source>What is sent</source>
   <translation>ما يُرسل</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Copy details</source>
   <translation>نسخ التفاصيل</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>إخفاء</translation>
  </message>
 </context>
 <context>
  <name>Opening</name>
  <message>
   <source>All files (*)</source>
   <translation>كل الملفات (*)</translation>
  </message>
  <message>
   <source>Copy one in another program, then paste again.</source>
   <translation>انسخ صورة في برنامج آخر ثم الصق من جديد.</translation>
  </message>
  <message>
   <source>Open a picture</source>
   <translation>فتح صورة</translation>
  </message>
  <message>
   <source>Pasted picture</source>
   <translation>صورة ملصقة</translation>
  </message>
  <message>
   <source>Pictures ({0})</source>
   <translation>صور ({0})</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard</source>
   <translation>لا صورة في الحافظة</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Adds · Alt takes away · Shift+Alt intersects · Shift: regular</source>
   <translation>يضيف · Alt يطرح · Shift+Alt يقاطع · Shift: منتظم</translation>
  </message>
  <message>
   <source>Adds · Alt takes away · Shift+Alt intersects · Space pans</source>
   <translation>يضيف · Alt يطرح · Shift+Alt يقاطع · المسافة تحرّك</translation>
  </message>
  <message>
   <source>Click corners · Enter closes · Backspace takes one back</source>
   <translation>انقر الزوايا · Enter يغلق · Backspace يتراجع عن واحدة</translation>
  </message>
  <message>
   <source>Click in · Alt+click out · Ctrl+0 fits · Ctrl+1 is 100 %</source>
   <translation>نقر للتقريب · Alt+نقر للتبعيد · Ctrl+0 ملاءمة · Ctrl+1 هو 100 %</translation>
  </message>
  <message>
   <source>Drag to pan · Ctrl+0 fits · Ctrl+1 is 100 %</source>
   <translation>اسحب للتحريك · Ctrl+0 ملاءمة · Ctrl+1 هو 100 %</translation>
  </message>
  <message>
   <source>Fills what is enclosed · Alt takes a painted area away</source>
   <translation>يملأ المحاط · Alt يزيل منطقة مرسومة</translation>
  </message>
 </context>
 <context>
  <name>Percent</name>
  <message>
   <source>{0} in percent</source>
   <translation>{0} بالمئة</translation>
  </message>
 </context>
 <context>
  <name>PresetsDialog</name>
  <message>
   <source>Delete</source>
   <translation>حذف</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>تصدير…</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>استيراد…</translation>
  </message>
  <message>
   <source>Name for the panel's choices as they are now</source>
   <translation>اسم للاختيارات الحالية</translation>
  </message>
  <message>
   <source>Name of a new preset</source>
   <translation>اسم إعداد جديد</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>إعدادات مسبقة</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>إعادة تسمية</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>استخدام</translation>
  </message>
  <message>
   <source>Written to {0}</source>
   <translation>كُتب إلى {0}</translation>
  </message>
 </context>
 <context>
  <name>PresetsMenu</name>
  <message>
   <source>Save as a preset…</source>
   <translation>حفظ كإعداد مسبق…</translation>
  </message>
  <message>
   <source>Save or manage presets…</source>
   <translation>حفظ أو إدارة الإعدادات…</translation>
  </message>
 </context>
 <context>
  <name>ProblemList</name>
  <message>
   <source>Use {0}</source>
   <translation>استخدام {0}</translation>
  </message>
  <message>
   <source>What keeps Run from running</source>
   <translation>ما يمنع التشغيل</translation>
  </message>
 </context>
 <context>
  <name>Profile</name>
  <message>
   <source>Local fill</source>
   <translation>ملء محلي</translation>
  </message>
  <message>
   <source>cloud · {0}</source>
   <translation>سحابة · {0}</translation>
  </message>
  <message>
   <source>local · {0}</source>
   <translation>محلي · {0}</translation>
  </message>
  <message>
   <source>works offline, free</source>
   <translation>بلا اتصال، مجانًا</translation>
  </message>
  <message>
   <source>{0} · cloud</source>
   <translation>{0} · سحابة</translation>
  </message>
  <message>
   <source>{0} · local</source>
   <translation>{0} · محلي</translation>
  </message>
 </context>
 <context>
  <name>ProfileChip</name>
  <message>
   <source>Choose whom runs are sent to</source>
   <translation>اختر إلى أين تُرسل عمليات التشغيل</translation>
  </message>
  <message>
   <source>Profile: {0}, {1}</source>
   <translation>الملف: {0}، {1}</translation>
  </message>
 </context>
 <context>
  <name>ProfileForm</name>
  <message>
   <source>A key does not belong into the address; it has a field of its own.</source>
   <translation>المفتاح لا مكان له في العنوان؛ له حقل خاص به.</translation>
  </message>
  <message>
   <source>A path begins with a slash, as in /images/edits.</source>
   <translation>يبدأ المسار بشرطة مائلة، مثل ‎/images/edits.</translation>
  </message>
  <message>
   <source>A profile needs a name.</source>
   <translation>الملف التعريفي يحتاج إلى اسم.</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>العنوان</translation>
  </message>
  <message>
   <source>Any reader</source>
   <translation>لأي قارئ</translation>
  </message>
  <message>
   <source>As the model</source>
   <translation>كما في النموذج</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>تلقائي</translation>
  </message>
  <message>
   <source>Connect within</source>
   <translation>الاتصال خلال</translation>
  </message>
  <message>
   <source>Extra fields</source>
   <translation>حقول إضافية</translation>
  </message>
  <message>
   <source>Extra headers</source>
   <translation>ترويسات إضافية</translation>
  </message>
  <message>
   <source>Extra query</source>
   <translation>معاملات إضافية</translation>
  </message>
  <message>
   <source>File</source>
   <translation>ملف</translation>
  </message>
  <message>
   <source>Further models</source>
   <translation>نماذج أخرى</translation>
  </message>
  <message>
   <source>Ids, commas</source>
   <translation>معرّفات، بفواصل</translation>
  </message>
  <message>
   <source>Image field</source>
   <translation>حقل الصورة</translation>
  </message>
  <message>
   <source>Images a request</source>
   <translation>صور لكل طلب</translation>
  </message>
  <message>
   <source>Images a request while streaming</source>
   <translation>صور لكل طلب أثناء البث</translation>
  </message>
  <message>
   <source>In all at most</source>
   <translation>الإجمالي على الأكثر</translation>
  </message>
  <message>
   <source>Inverted</source>
   <translation>معكوس</translation>
  </message>
  <message>
   <source>Its id, where the catalog does not know it</source>
   <translation>معرّفه إن لم يعرفه الكتالوج</translation>
  </message>
  <message>
   <source>Keeps to the mask</source>
   <translation>يلتزم بالقناع</translation>
  </message>
  <message>
   <source>Keeps to the size</source>
   <translation>يلتزم بالحجم</translation>
  </message>
  <message>
   <source>Key is sent as</source>
   <translation>يُرسل المفتاح كـ</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>القناع</translation>
  </message>
  <message>
   <source>Mask field</source>
   <translation>حقل القناع</translation>
  </message>
  <message>
   <source>Mask is sent as</source>
   <translation>يُرسل القناع كـ</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>النموذج</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>الاسم</translation>
  </message>
  <message>
   <source>No</source>
   <translation>لا</translation>
  </message>
  <message>
   <source>None</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <source>None; names, commas</source>
   <translation>لا شيء؛ أسماء بفواصل</translation>
  </message>
  <message>
   <source>Not asked for</source>
   <translation>غير مطلوب</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>On</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>Partial images</source>
   <translation>صور جزئية</translation>
  </message>
  <message>
   <source>Path of edits</source>
   <translation>مسار التعديلات</translation>
  </message>
  <message>
   <source>Refused fields</source>
   <translation>حقول مرفوضة</translation>
  </message>
  <message>
   <source>Response format</source>
   <translation>صيغة الرد</translation>
  </message>
  <message>
   <source>Send the key unencrypted: others on the way can read it</source>
   <translation>إرسال المفتاح بلا تشفير: قد يقرؤه غيرك في الطريق</translation>
  </message>
  <message>
   <source>Silence at most</source>
   <translation>الصمت على الأكثر</translation>
  </message>
  <message>
   <source>Streaming</source>
   <translation>البث</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>نص</translation>
  </message>
  <message>
   <source>This is no address such as https://api.example.com/v1.</source>
   <translation>هذا ليس عنوانًا مثل ‎https://api.example.com/v1.</translation>
  </message>
  <message>
   <source>White only</source>
   <translation>أبيض فقط</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>نعم</translation>
  </message>
  <message>
   <source>name: value, one on each line</source>
   <translation>الاسم: القيمة، واحد في كل سطر</translation>
  </message>
  <message>
   <source>s</source>
   <translation>ث</translation>
  </message>
  <message>
   <source>{0} holds characters that cannot be sent.</source>
   <translation>{0} يحوي محارف لا يمكن إرسالها.</translation>
  </message>
  <message>
   <source>… while streaming</source>
   <translation>… أثناء البث</translation>
  </message>
 </context>
 <context>
  <name>ProfilePage</name>
  <message>
   <source>API key</source>
   <translation>مفتاح API</translation>
  </message>
  <message>
   <source>Connection</source>
   <translation>الاتصال</translation>
  </message>
  <message>
   <source>Fills the mask from the picture around it, on this computer. No key, no network, no cost; prompts are ignored.</source>
   <translation>يملأ القناع مما حوله في الصورة، على هذا الحاسوب. بلا مفتاح ولا شبكة ولا تكلفة؛ ويتجاهل النص.</translation>
  </message>
  <message>
   <source>How it is spoken to</source>
   <translation>كيف يُخاطَب</translation>
  </message>
  <message>
   <source>Local fill</source>
   <translation>ملء محلي</translation>
  </message>
  <message>
   <source>Not tested yet.</source>
   <translation>لم يُختبر بعد.</translation>
  </message>
  <message>
   <source>Tested on {0}. You may correct what it found.</source>
   <translation>اختُبر في {0}. يمكنك تصحيح ما وجده.</translation>
  </message>
  <message>
   <source>What the test found</source>
   <translation>ما وجده الاختبار</translation>
  </message>
 </context>
 <context>
  <name>ProfilesDialog</name>
  <message>
   <source>Add a profile</source>
   <translation>إضافة ملف تعريفي</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>حذف</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>تكرار</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>مستخدم</translation>
  </message>
  <message>
   <source>Local fill is always there, and always first.</source>
   <translation>الملء المحلي موجود دائمًا وأولًا.</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>إلى أسفل</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>إلى أعلى</translation>
  </message>
  <message>
   <source>Profiles</source>
   <translation>الملفات التعريفية</translation>
  </message>
  <message>
   <source>Put it back</source>
   <translation>إعادته</translation>
  </message>
  <message>
   <source>Use this profile</source>
   <translation>استخدام هذا الملف</translation>
  </message>
  <message>
   <source>{0} was deleted.</source>
   <translation>حُذف {0}.</translation>
  </message>
  <message>
   <source>{0} · in use</source>
   <translation>{0} · مستخدم</translation>
  </message>
  <message>
   <source>{0}, from the environment</source>
   <translation>{0}، من البيئة</translation>
  </message>
 </context>
 <context>
  <name>PromptEdit</name>
  <message>
   <source>Prompt</source>
   <translation>النص</translation>
  </message>
 </context>
 <context>
  <name>PromptField</name>
  <message>
   <source>Alt ↑↓ history</source>
   <translation>Alt ↑↓ السجل</translation>
  </message>
  <message>
   <source>Former prompts</source>
   <translation>نصوص سابقة</translation>
  </message>
  <message>
   <source>Former prompts (Alt+Up, Alt+Down)</source>
   <translation>نصوص سابقة (Alt+أعلى، Alt+أسفل)</translation>
  </message>
  <message>
   <source>Local fill ignores this text</source>
   <translation>الملء المحلي يتجاهل هذا النص</translation>
  </message>
  <message>
   <source>Not needed: local fill continues what surrounds your mask.</source>
   <translation>غير لازم: الملء المحلي يواصل ما حول قناعك.</translation>
  </message>
  <message>
   <source>What should be there instead?</source>
   <translation>ماذا ينبغي أن يكون مكانه؟</translation>
  </message>
 </context>
 <context>
  <name>PromptsDialog</name>
  <message>
   <source>Forget</source>
   <translation>نسيان</translation>
  </message>
  <message>
   <source>Former prompts</source>
   <translation>نصوص سابقة</translation>
  </message>
  <message>
   <source>No former prompt has these words.</source>
   <translation>لا نص سابق بهذه الكلمات.</translation>
  </message>
  <message>
   <source>Prompts appear here once they have been run.</source>
   <translation>تظهر النصوص هنا بعد تشغيلها.</translation>
  </message>
  <message>
   <source>Remove star</source>
   <translation>إزالة النجمة</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>بحث</translation>
  </message>
  <message>
   <source>Search former prompts</source>
   <translation>ابحث في النصوص السابقة</translation>
  </message>
  <message>
   <source>Star</source>
   <translation>نجمة</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>استخدام</translation>
  </message>
 </context>
 <context>
  <name>Recall</name>
  <message>
   <source>Open the picture first</source>
   <translation>افتح الصورة أولًا</translation>
  </message>
  <message>
   <source>The file of this mask has gone</source>
   <translation>ملف هذا القناع لم يعد موجودًا</translation>
  </message>
  <message>
   <source>The file of this picture has gone</source>
   <translation>ملف هذه الصورة لم يعد موجودًا</translation>
  </message>
  <message>
   <source>The open picture is too small for it</source>
   <translation>الصورة المفتوحة أصغر من ذلك</translation>
  </message>
  <message>
   <source>The picture of this run was not kept</source>
   <translation>لم تُحفظ صورة هذا التشغيل</translation>
  </message>
  <message>
   <source>Use mask again</source>
   <translation>استخدام القناع مجددًا</translation>
  </message>
 </context>
 <context>
  <name>ReferenceTray</name>
  <message>
   <source>Add a picture for the model to look at</source>
   <translation>أضف صورة لينظر إليها النموذج</translation>
  </message>
  <message>
   <source>Add a reference</source>
   <translation>إضافة مرجع</translation>
  </message>
  <message>
   <source>References</source>
   <translation>المراجع</translation>
  </message>
  <message>
   <source>The model takes {0} references</source>
   <translation>يقبل النموذج {0} مراجع</translation>
  </message>
 </context>
 <context>
  <name>Referencing</name>
  <message>
   <source>Add references</source>
   <translation>إضافة مراجع</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>افتح صورة أولًا</translation>
  </message>
  <message>
   <source>{0} takes no references</source>
   <translation>{0} لا يقبل مراجع</translation>
  </message>
 </context>
 <context>
  <name>RequestPanel</name>
  <message>
   <source>Fill locally, free</source>
   <translation>ملء محلي، مجانًا</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>RunBlock</name>
  <message>
   <source>Run (Ctrl+Enter)</source>
   <translation>تشغيل (Ctrl+Enter)</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stop everything that runs (Ctrl+Shift+.)</source>
   <translation>إيقاف كل ما يعمل (Ctrl+Shift+.)</translation>
  </message>
  <message>
   <source>Stop {0}</source>
   <translation>إيقاف {0}</translation>
  </message>
 </context>
 <context>
  <name>Saving</name>
  <message>
   <source>Project, opens in Krita and GIMP too ({0})</source>
   <translation>مشروع، يُفتح أيضًا في Krita وGIMP ({0})</translation>
  </message>
  <message>
   <source>Save project</source>
   <translation>حفظ المشروع</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>Always</source>
   <translation>دائمًا</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>المظهر</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>مثل النظام</translation>
  </message>
  <message>
   <source>By the catalog's prices; a run that might pass it is not sent. 0 is no limit.</source>
   <translation>بأسعار الكتالوج؛ لا يُرسل تشغيل قد يتجاوزه. 0 بلا حد.</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>داكن</translation>
  </message>
  <message>
   <source>Empty keeps it with the application's own data. Takes effect at the next start.</source>
   <translation>إن كان فارغًا يُحفظ مع بيانات البرنامج. يسري عند التشغيل التالي.</translation>
  </message>
  <message>
   <source>Empty takes the theme's own.</source>
   <translation>إن كان فارغًا يؤخذ لون السمة.</translation>
  </message>
  <message>
   <source>For local fill and new profiles; each profile has its own.</source>
   <translation>للملء المحلي والملفات الجديدة؛ ولكل ملف قيمته.</translation>
  </message>
  <message>
   <source>Give up after silence, in seconds</source>
   <translation>التوقف بعد صمت، بالثواني</translation>
  </message>
  <message>
   <source>Give up altogether, in seconds</source>
   <translation>التوقف كليًا بعد، بالثواني</translation>
  </message>
  <message>
   <source>Hatch the overlay</source>
   <translation>تظليل الطبقة بخطوط</translation>
  </message>
  <message>
   <source>Hidden</source>
   <translation>مخفي</translation>
  </message>
  <message>
   <source>History folder</source>
   <translation>مجلد السجل</translation>
  </message>
  <message>
   <source>How many requests run side by side.</source>
   <translation>عدد الطلبات المتوازية.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>اللغة</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>فاتح</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>القناع</translation>
  </message>
  <message>
   <source>Mask only</source>
   <translation>القناع فقط</translation>
  </message>
  <message>
   <source>Memory and storage</source>
   <translation>الذاكرة والتخزين</translation>
  </message>
  <message>
   <source>Memory for undo, in MB</source>
   <translation>ذاكرة التراجع، م.ب</translation>
  </message>
  <message>
   <source>Neutral grey</source>
   <translation>رمادي محايد</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>أبدًا</translation>
  </message>
  <message>
   <source>On top of the system's own. Text follows at once, everything at the next start.</source>
   <translation>فوق مقياس النظام. يتبع النص فورًا، والباقي عند التشغيل التالي.</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>المحيط</translation>
  </message>
  <message>
   <source>Overlay at start</source>
   <translation>الطبقة عند البدء</translation>
  </message>
  <message>
   <source>Overlay colour</source>
   <translation>لون الطبقة</translation>
  </message>
  <message>
   <source>Partial images replace each other without a cross-fade.</source>
   <translation>تتعاقب الصور الجزئية بلا تلاشٍ.</translation>
  </message>
  <message>
   <source>Reduce motion</source>
   <translation>تقليل الحركة</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>عمليات التشغيل</translation>
  </message>
  <message>
   <source>Scale of the interface</source>
   <translation>مقياس الواجهة</translation>
  </message>
  <message>
   <source>Spend at most, in US dollars a month</source>
   <translation>أقصى إنفاق شهري بالدولار</translation>
  </message>
  <message>
   <source>Takes effect at the next start.</source>
   <translation>يسري عند التشغيل التالي.</translation>
  </message>
  <message>
   <source>Tells the mask from the picture without colour.</source>
   <translation>يميّز القناع عن الصورة بلا لون.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>السمة</translation>
  </message>
  <message>
   <source>Tint</source>
   <translation>تلوين</translation>
  </message>
  <message>
   <source>Variants at once</source>
   <translation>نسخ معًا</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>الصفحات</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>الاختصارات</translation>
  </message>
 </context>
 <context>
  <name>ShortcutEditor</name>
  <message>
   <source>Action</source>
   <translation>الإجراء</translation>
  </message>
  <message>
   <source>Add as another</source>
   <translation>إضافة كمفتاح آخر</translation>
  </message>
  <message>
   <source>Back to the preset</source>
   <translation>العودة إلى الإعداد المسبق</translation>
  </message>
  <message>
   <source>Click the field below and press a key. • marks your own.</source>
   <translation>انقر الحقل أدناه واضغط مفتاحًا. • تشير إلى مفاتيحك.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>المفاتيح</translation>
  </message>
  <message>
   <source>New key</source>
   <translation>مفتاح جديد</translation>
  </message>
  <message>
   <source>No key</source>
   <translation>بلا مفتاح</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>إعداد مسبق</translation>
  </message>
  <message>
   <source>Search actions and keys</source>
   <translation>ابحث في الإجراءات والمفاتيح</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>الاختصارات</translation>
  </message>
  <message>
   <source>Use this key</source>
   <translation>استخدام هذا المفتاح</translation>
  </message>
  <message>
   <source>{0} belongs to “{1}”, which will lose it.</source>
   <translation>{0} يخص «{1}» وسيفقده.</translation>
  </message>
  <message>
   <source>{0} is free.</source>
   <translation>{0} متاح.</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>1 to 9</source>
   <translation>1 إلى 9</translation>
  </message>
  <message>
   <source>A variant by its number</source>
   <translation>نسخة برقمها</translation>
  </message>
  <message>
   <source>Alt+right drag</source>
   <translation>Alt+سحب بالزر الأيمن</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>حجم الفرشاة</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Hardness</source>
   <translation>الصلابة</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>على اللوحة</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>تحريك</translation>
  </message>
  <message>
   <source>See the original</source>
   <translation>رؤية الأصل</translation>
  </message>
  <message>
   <source>Shift+[ and ]</source>
   <translation>Shift+[ و ]</translation>
  </message>
  <message>
   <source>Shift+click</source>
   <translation>Shift+نقر</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>الاختصارات</translation>
  </message>
  <message>
   <source>Size and hardness by hand</source>
   <translation>الحجم والصلابة باليد</translation>
  </message>
  <message>
   <source>Straight line</source>
   <translation>خط مستقيم</translation>
  </message>
  <message>
   <source>The opposite of brush or eraser</source>
   <translation>عكس الفرشاة أو الممحاة</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>الأدوات</translation>
  </message>
  <message>
   <source>Zoom at the pointer</source>
   <translation>التكبير عند المؤشر</translation>
  </message>
  <message>
   <source>[ and ], Shift+wheel</source>
   <translation>[ و ]، Shift+العجلة</translation>
  </message>
  <message>
   <source>hold Alt</source>
   <translation>اضغط Alt</translation>
  </message>
  <message>
   <source>hold Space, middle drag</source>
   <translation>اضغط المسافة، سحب بالوسط</translation>
  </message>
  <message>
   <source>hold \</source>
   <translation>اضغط \</translation>
  </message>
  <message>
   <source>wheel</source>
   <translation>العجلة</translation>
  </message>
 </context>
 <context>
  <name>SizeBox</name>
  <message>
   <source>Frame · {0}</source>
   <translation>الإطار · {0}</translation>
  </message>
  <message>
   <source>From frame</source>
   <translation>من الإطار</translation>
  </message>
  <message>
   <source>From the frame, or WIDTHxHEIGHT in pixels</source>
   <translation>من الإطار، أو العرضxالارتفاع بالبكسل</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>الحجم</translation>
  </message>
  <message>
   <source>Size with ratio {0}</source>
   <translation>حجم بنسبة {0}</translation>
  </message>
  <message>
   <source>{0} makes no such size</source>
   <translation>{0} لا يصنع هذا الحجم</translation>
  </message>
  <message>
   <source>{0} · experimental</source>
   <translation>{0} · تجريبي</translation>
  </message>
 </context>
 <context>
  <name>Staging</name>
  <message>
   <source>Spill {0}</source>
   <translation>التسرّب {0}</translation>
  </message>
  <message>
   <source>moved {0}</source>
   <translation>أُزيح {0}</translation>
  </message>
  <message>
   <source>seam {0}</source>
   <translation>الحافة {0}</translation>
  </message>
  <message>
   <source>the mask seems to have been ignored</source>
   <translation>يبدو أن القناع قد أُهمل</translation>
  </message>
  <message>
   <source>the mask seems to have been inverted</source>
   <translation>يبدو أن القناع قد عُكس</translation>
  </message>
 </context>
 <context>
  <name>StagingBar</name>
  <message>
   <source>Accept</source>
   <translation>قبول</translation>
  </message>
  <message>
   <source>Blend</source>
   <translation>المزج</translation>
  </message>
  <message>
   <source>Colour match, seam and mask, without a new request</source>
   <translation>مطابقة الألوان والحافة والقناع، بلا طلب جديد</translation>
  </message>
  <message>
   <source>Composite</source>
   <translation>مركّب</translation>
  </message>
  <message>
   <source>Composite: only what your mask lets through. Raw: all the model returned. Seam: where both mix.</source>
   <translation>مركّب: ما يسمح به قناعك فقط. خام: كل ما أعاده النموذج. الحافة: حيث يمتزجان.</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>تجاهل</translation>
  </message>
  <message>
   <source>Hold to see the picture without it</source>
   <translation>اضغط مطولًا لرؤية الصورة من دونه</translation>
  </message>
  <message>
   <source>Keep this partial</source>
   <translation>احتفظ بهذه الصورة الجزئية</translation>
  </message>
  <message>
   <source>Next variant (→)</source>
   <translation>النسخة التالية (→)</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>الأصل</translation>
  </message>
  <message>
   <source>Previous variant (←)</source>
   <translation>النسخة السابقة (←)</translation>
  </message>
  <message>
   <source>Put it into the picture (Enter)</source>
   <translation>ضعه في الصورة (Enter)</translation>
  </message>
  <message>
   <source>Raw</source>
   <translation>خام</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>إعادة المحاولة</translation>
  </message>
  <message>
   <source>Seam</source>
   <translation>الحافة</translation>
  </message>
  <message>
   <source>Send the same request once more; it may be charged again</source>
   <translation>إرسال الطلب نفسه مجددًا؛ قد يُحتسب ثانية</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>إظهار</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stop this variant (Ctrl+.)</source>
   <translation>إيقاف هذه النسخة (Ctrl+.)</translation>
  </message>
  <message>
   <source>Take it off the canvas; it stays in the history (Backspace)</source>
   <translation>إزالته من اللوحة؛ ويبقى في السجل (Backspace)</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Mask share</source>
   <translation>نسبة القناع</translation>
  </message>
  <message>
   <source>Picture size</source>
   <translation>حجم الصورة</translation>
  </message>
  <message>
   <source>Pointer</source>
   <translation>المؤشر</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>جاهز</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>عمليات التشغيل</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>التكبير</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>فارغ</translation>
  </message>
  <message>
   <source>mask {0}</source>
   <translation>القناع {0}</translation>
  </message>
  <message>
   <source>{0} streaming</source>
   <translation>{0} قيد البث</translation>
  </message>
  <message>
   <source>{0} waiting</source>
   <translation>{0} قيد الانتظار</translation>
  </message>
 </context>
 <context>
  <name>Switching</name>
  <message>
   <source>Connect an API key…</source>
   <translation>ربط مفتاح API…</translation>
  </message>
  <message>
   <source>Profiles…</source>
   <translation>الملفات التعريفية…</translation>
  </message>
  <message>
   <source>Set up {0} from the environment…</source>
   <translation>إعداد {0} من متغيرات البيئة…</translation>
  </message>
  <message>
   <source>{0} · in use</source>
   <translation>{0} · مستخدم</translation>
  </message>
 </context>
 <context>
  <name>Tooling</name>
  <message>
   <source>Redo</source>
   <translation>إعادة</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
 </context>
 <context>
  <name>Trial</name>
  <message>
   <source>One drawn picture of {0} with {1}, two at most: {2}.</source>
   <translation>صورة مرسومة واحدة بقياس {0} مع {1}، اثنتان على الأكثر: {2}.</translation>
  </message>
  <message>
   <source>Stop the test</source>
   <translation>إيقاف الاختبار</translation>
  </message>
  <message>
   <source>Stopped. What was sent may have been charged.</source>
   <translation>أُوقف. قد يكون ما أُرسل محتسبًا.</translation>
  </message>
  <message>
   <source>Test this endpoint</source>
   <translation>اختبر نقطة النهاية</translation>
  </message>
  <message>
   <source>free</source>
   <translation>مجاني</translation>
  </message>
  <message>
   <source>price not known</source>
   <translation>السعر غير معروف</translation>
  </message>
  <message>
   <source>≈ ${0} each</source>
   <translation>≈ ${0} لكل منها</translation>
  </message>
 </context>
 <context>
  <name>WandOptions</name>
  <message>
   <source>Contiguous</source>
   <translation>متصل</translation>
  </message>
  <message>
   <source>Only what touches the place that is clicked</source>
   <translation>ما يلامس موضع النقر فقط</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>التسامح</translation>
  </message>
 </context>
 <context>
  <name>_SourceTile</name>
  <message>
   <source>Picture 1 is what is on the canvas</source>
   <translation>الصورة 1 هي ما على اللوحة</translation>
  </message>
  <message>
   <source>Picture 1: the canvas</source>
   <translation>الصورة 1: اللوحة</translation>
  </message>
 </context>
 <context>
  <name>_Tile</name>
  <message>
   <source>
Delete removes it, Ctrl+arrow moves it</source>
   <translation>
Delete يزيلها، وCtrl+سهم ينقلها</translation>
  </message>
  <message>
   <source> (not sent: the model takes fewer)</source>
   <translation> (لا تُرسل: النموذج يقبل أقل)</translation>
  </message>
  <message>
   <source>Picture {0}: {1}</source>
   <translation>الصورة {0}: {1}</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>إزالة</translation>
  </message>
 </context>
</TS>