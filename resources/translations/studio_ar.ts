<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="ar" sourcelanguage="en">
 <context>
  <name>Action</name>
  <message>
   <source>100 %</source>
   <translation>⁦100 %⁩</translation>
  </message>
  <message>
   <source>A variant by its number</source>
   <translation>نسخة برقمها</translation>
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
   <source>Accept the picture looked at</source>
   <translation>قبول الصورة المعروضة</translation>
  </message>
  <message>
   <source>All of it, with its picture</source>
   <translation>كل شيء، مع صورته</translation>
  </message>
  <message>
   <source>As a tree…</source>
   <translation>كشجرة…</translation>
  </message>
  <message>
   <source>Back to the picture</source>
   <translation>العودة إلى الصورة</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>فرشاة</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>بطاقة</translation>
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
   <source>Close picture</source>
   <translation>إغلاق الصورة</translation>
  </message>
  <message>
   <source>Close the comparison</source>
   <translation>إغلاق المقارنة</translation>
  </message>
  <message>
   <source>Close the film strip</source>
   <translation>إغلاق شريط الصور</translation>
  </message>
  <message>
   <source>Close the others</source>
   <translation>إغلاق الصور الأخرى</translation>
  </message>
  <message>
   <source>Close the polygon, apply the adjustment</source>
   <translation>إغلاق المضلع أو تطبيق التعديل</translation>
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
   <source>Details…</source>
   <translation>تفاصيل…</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>الفرق</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>تجاهل</translation>
  </message>
  <message>
   <source>Drop what is under way</source>
   <translation>إلغاء ما هو قيد العمل</translation>
  </message>
  <message>
   <source>Edit this result</source>
   <translation>تحرير هذه النتيجة</translation>
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
   <source>Export original bytes…</source>
   <translation>تصدير الملف الأصلي…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>تصدير…</translation>
  </message>
  <message>
   <source>Extend the picture…</source>
   <translation>توسيع الصورة…</translation>
  </message>
  <message>
   <source>Feather…</source>
   <translation>تنعيم الحافة…</translation>
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
   <source>Film strip</source>
   <translation>شريط الصور</translation>
  </message>
  <message>
   <source>Find a command…</source>
   <translation>البحث عن أمر…</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>ملاءمة</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>وميض</translation>
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
   <source>Full screen</source>
   <translation>ملء الشاشة</translation>
  </message>
  <message>
   <source>Go back to the picture first</source>
   <translation>ارجع إلى الصورة أولًا</translation>
  </message>
  <message>
   <source>Go on to the next after judging</source>
   <translation>الانتقال إلى التالي بعد التقييم</translation>
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
   <source>Harder brush</source>
   <translation>فرشاة أصلب</translation>
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
   <source>Hide what made which</source>
   <translation>إخفاء مصدر كل نتيجة</translation>
  </message>
  <message>
   <source>Import mask…</source>
   <translation>استيراد قناع…</translation>
  </message>
  <message>
   <source>In the comparison</source>
   <translation>في المقارنة</translation>
  </message>
  <message>
   <source>In the film strip</source>
   <translation>في شريط الصور</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>عكس</translation>
  </message>
  <message>
   <source>Its frame</source>
   <translation>إطارها</translation>
  </message>
  <message>
   <source>Its mask</source>
   <translation>قناعها</translation>
  </message>
  <message>
   <source>Its prompt</source>
   <translation>وصفها</translation>
  </message>
  <message>
   <source>Its settings</source>
   <translation>إعداداتها</translation>
  </message>
  <message>
   <source>Keep this partial</source>
   <translation>احتفظ بهذه الصورة الجزئية</translation>
  </message>
  <message>
   <source>Larger brush</source>
   <translation>فرشاة أكبر</translation>
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
   <source>Lineage</source>
   <translation>التسلسل</translation>
  </message>
  <message>
   <source>Look at it large</source>
   <translation>عرضها كبيرة</translation>
  </message>
  <message>
   <source>Mask everything</source>
   <translation>تقنيع كل شيء</translation>
  </message>
  <message>
   <source>Move the picture while held</source>
   <translation>تحريك الصورة مع الاستمرار في الضغط</translation>
  </message>
  <message>
   <source>Move to the left</source>
   <translation>نقل إلى اليسار</translation>
  </message>
  <message>
   <source>Move to the right</source>
   <translation>نقل إلى اليمين</translation>
  </message>
  <message>
   <source>Move to trash</source>
   <translation>نقل إلى المهملات</translation>
  </message>
  <message>
   <source>Needs a picture in view</source>
   <translation>يحتاج إلى صورة معروضة</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>لا هذا ولا ذاك</translation>
  </message>
  <message>
   <source>Neutral grey</source>
   <translation>رمادي محايد</translation>
  </message>
  <message>
   <source>New mask</source>
   <translation>قناع جديد</translation>
  </message>
  <message>
   <source>Next mode</source>
   <translation>الوضع التالي</translation>
  </message>
  <message>
   <source>Next overlay</source>
   <translation>الطبقة التالية</translation>
  </message>
  <message>
   <source>Next picture</source>
   <translation>الصورة التالية</translation>
  </message>
  <message>
   <source>Next result</source>
   <translation>النتيجة التالية</translation>
  </message>
  <message>
   <source>Next variant</source>
   <translation>النسخة التالية</translation>
  </message>
  <message>
   <source>No finished result is shown</source>
   <translation>لا نتيجة مكتملة معروضة</translation>
  </message>
  <message>
   <source>No partial is shown</source>
   <translation>لا صورة جزئية معروضة</translation>
  </message>
  <message>
   <source>No result is shown</source>
   <translation>لا نتيجة معروضة</translation>
  </message>
  <message>
   <source>None</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <source>Nothing is running</source>
   <translation>لا شيء قيد التشغيل</translation>
  </message>
  <message>
   <source>Nothing to redo</source>
   <translation>لا شيء لإعادته</translation>
  </message>
  <message>
   <source>Nothing to undo</source>
   <translation>لا شيء للتراجع عنه</translation>
  </message>
  <message>
   <source>On a reference</source>
   <translation>على مرجع</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>على اللوحة</translation>
  </message>
  <message>
   <source>On the cards of the history</source>
   <translation>على بطاقات السجل</translation>
  </message>
  <message>
   <source>Onion</source>
   <translation>تراكب</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>افتح صورة أولًا</translation>
  </message>
  <message>
   <source>Open another picture first</source>
   <translation>افتح صورة أخرى أولًا</translation>
  </message>
  <message>
   <source>Open or close the gallery</source>
   <translation>فتح المعرض أو إغلاقه</translation>
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
   <source>Paint a mask first</source>
   <translation>ارسم قناعًا أولًا</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>لصق</translation>
  </message>
  <message>
   <source>Pick</source>
   <translation>اختيار</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>مضلع</translation>
  </message>
  <message>
   <source>Previous picture</source>
   <translation>الصورة السابقة</translation>
  </message>
  <message>
   <source>Previous result</source>
   <translation>النتيجة السابقة</translation>
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
   <source>Prompt at the mask</source>
   <translation>النص عند القناع</translation>
  </message>
  <message>
   <source>Put back what was removed last</source>
   <translation>إعادة آخر ما أُزيل</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>خروج</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>التقييم</translation>
  </message>
  <message>
   <source>Raw results or composites</source>
   <translation>النتائج الخام أو المركّبة</translation>
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
   <source>Reject</source>
   <translation>رفض</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>إزالة</translation>
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
   <source>Restore from trash</source>
   <translation>استعادة من المهملات</translation>
  </message>
  <message>
   <source>Revert catalog</source>
   <translation>استعادة الكتالوج السابق</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>Run before all that wait</source>
   <translation>التشغيل قبل كل المنتظرين</translation>
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
   <source>See the original while held</source>
   <translation>عرض الأصل مع الاستمرار في الضغط</translation>
  </message>
  <message>
   <source>See the original, or the results again</source>
   <translation>عرض الأصل أو العودة إلى النتائج</translation>
  </message>
  <message>
   <source>Select a card first</source>
   <translation>حدّد بطاقة أولًا</translation>
  </message>
  <message>
   <source>Select a card in the trash first</source>
   <translation>حدّد بطاقة في المهملات أولًا</translation>
  </message>
  <message>
   <source>Select a card with a picture first</source>
   <translation>حدّد بطاقة فيها صورة أولًا</translation>
  </message>
  <message>
   <source>Select a card with a prompt first</source>
   <translation>حدّد بطاقة فيها نص أولًا</translation>
  </message>
  <message>
   <source>Select a finished result first</source>
   <translation>حدّد نتيجة مكتملة أولًا</translation>
  </message>
  <message>
   <source>Select a running card first</source>
   <translation>حدّد بطاقة قيد التشغيل أولًا</translation>
  </message>
  <message>
   <source>Select a waiting card first</source>
   <translation>حدّد بطاقة منتظرة أولًا</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>تحديد الكل</translation>
  </message>
  <message>
   <source>Select one card first</source>
   <translation>حدّد بطاقة واحدة أولًا</translation>
  </message>
  <message>
   <source>Select one card that kept its inputs</source>
   <translation>حدّد بطاقة واحدة حُفظت مدخلاتها</translation>
  </message>
  <message>
   <source>Select one card with partials first</source>
   <translation>حدّد بطاقة واحدة لها صور جزئية أولًا</translation>
  </message>
  <message>
   <source>Send now</source>
   <translation>إرسال الآن</translation>
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
   <source>Show on the canvas</source>
   <translation>عرض على اللوحة</translation>
  </message>
  <message>
   <source>Show or fold the history</source>
   <translation>إظهار السجل أو طيّه</translation>
  </message>
  <message>
   <source>Shrink by 4 px</source>
   <translation>تقليص 4 بكسل</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>جنبًا إلى جنب</translation>
  </message>
  <message>
   <source>Smaller brush</source>
   <translation>فرشاة أصغر</translation>
  </message>
  <message>
   <source>Smooth…</source>
   <translation>تنعيم…</translation>
  </message>
  <message>
   <source>Softer brush</source>
   <translation>فرشاة أنعم</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stop all</source>
   <translation>إيقاف الكل</translation>
  </message>
  <message>
   <source>Stop all and run this</source>
   <translation>إيقاف الكل وتشغيل هذا</translation>
  </message>
  <message>
   <source>Stop the shown variant</source>
   <translation>إيقاف النسخة المعروضة</translation>
  </message>
  <message>
   <source>Stop the whole run</source>
   <translation>إيقاف التشغيل كله</translation>
  </message>
  <message>
   <source>Stop this run</source>
   <translation>إيقاف هذا التشغيل</translation>
  </message>
  <message>
   <source>Swap brush and eraser</source>
   <translation>تبديل الفرشاة والممحاة</translation>
  </message>
  <message>
   <source>Take the last corner back</source>
   <translation>التراجع عن الزاوية الأخيرة</translation>
  </message>
  <message>
   <source>The result it was made from</source>
   <translation>النتيجة التي صُنعت منها</translation>
  </message>
  <message>
   <source>The shown run is not running</source>
   <translation>التشغيل المعروض ليس جاريًا</translation>
  </message>
  <message>
   <source>The shown variant is not running</source>
   <translation>النسخة المعروضة ليست قيد التشغيل</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>السمة</translation>
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
   <source>Undo the last change to cards</source>
   <translation>التراجع عن آخر تغيير في البطاقات</translation>
  </message>
  <message>
   <source>Unsaved pictures…</source>
   <translation>صور غير محفوظة…</translation>
  </message>
  <message>
   <source>Use again</source>
   <translation>استخدام مجددًا</translation>
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
   <source>Wand: select what is alike</source>
   <translation>العصا: تحديد المتشابه</translation>
  </message>
  <message>
   <source>What was made from it</source>
   <translation>ما صُنع منها</translation>
  </message>
  <message>
   <source>While drawing or adjusting</source>
   <translation>أثناء الرسم أو التعديل</translation>
  </message>
  <message>
   <source>While one result is large</source>
   <translation>عند عرض نتيجة واحدة كبيرة</translation>
  </message>
  <message>
   <source>Whole picture or 100 %</source>
   <translation>الصورة كاملة أو 100 %</translation>
  </message>
  <message>
   <source>Wipe</source>
   <translation>مسح تدريجي</translation>
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
 </context>
 <context>
  <name>AddressOffer</name>
  <message>
   <source>Use this address</source>
   <translation>استخدام هذا العنوان</translation>
  </message>
  <message>
   <source>{0} answers.</source>
   <translation>{0} يستجيب.</translation>
  </message>
 </context>
 <context>
  <name>BlendPopup</name>
  <message>
   <source>As it was painted when this result was asked for</source>
   <translation>كما كان مرسومًا حين طُلبت هذه النتيجة</translation>
  </message>
  <message>
   <source>Blend</source>
   <translation>المزج</translation>
  </message>
  <message>
   <source>Blend through the mask as it is now</source>
   <translation>المزج عبر القناع الحالي</translation>
  </message>
  <message>
   <source>Blend through the mask of its run</source>
   <translation>المزج عبر قناع تشغيلها</translation>
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
   <source>Brush and eraser as they came</source>
   <translation>الفرشاة والممحاة كما كانتا</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>ممحاة</translation>
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
   <source>Tool</source>
   <translation>الأداة</translation>
  </message>
  <message>
   <source>{0} {1} size · {2} {3} hardness · Alt+right-drag both</source>
   <translation>{0} {1} الحجم · {2} {3} الصلابة · Alt+سحب أيمن كلاهما</translation>
  </message>
 </context>
 <context>
  <name>BugReporter</name>
  <message>
   <source>Inpaint Studio crashed the last time</source>
   <translation>تعطّل Inpaint Studio في المرة الأخيرة</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>حدث أمر غير متوقع</translation>
  </message>
  <message>
   <source>What you did is kept. The details help to mend it: copy and report them.</source>
   <translation>ما فعلته محفوظ. التفاصيل تساعد على الإصلاح: انسخها وأبلغ عنها.</translation>
  </message>
  <message>
   <source>Your picture is safe; save or export it, then report the details.</source>
   <translation>صورتك آمنة؛ احفظها أو صدّرها ثم أبلغ عن التفاصيل.</translation>
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
 </context>
 <context>
  <name>CardButton</name>
  <message>
   <source>Send now</source>
   <translation>إرسال الآن</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
 </context>
 <context>
  <name>CatalogUpdateController</name>
  <message>
   <source>Restart now</source>
   <translation>إعادة التشغيل الآن</translation>
  </message>
  <message>
   <source>The catalog is the one that came with the program</source>
   <translation>الكتالوج هو الذي جاء مع البرنامج</translation>
  </message>
  <message>
   <source>The former catalog holds from the next start</source>
   <translation>يسري الكتالوج السابق من التشغيل القادم</translation>
  </message>
  <message>
   <source>The new catalog holds from the next start</source>
   <translation>يسري الكتالوج الجديد من التشغيل القادم</translation>
  </message>
  <message>
   <source>This catalog changes nothing</source>
   <translation>هذا الكتالوج لا يغيّر شيئًا</translation>
  </message>
  <message>
   <source>This catalog is no newer</source>
   <translation>هذا الكتالوج ليس أحدث</translation>
  </message>
 </context>
 <context>
  <name>CatalogUpdateDialog</name>
  <message>
   <source>Update the catalog</source>
   <translation>تحديث الكتالوج</translation>
  </message>
  <message>
   <source>Use this catalog</source>
   <translation>استخدام هذا الكتالوج</translation>
  </message>
  <message>
   <source>With the catalog of {0}, from the next start:</source>
   <translation>مع كتالوج {0}، من التشغيل القادم:</translation>
  </message>
 </context>
 <context>
  <name>CentralArea</name>
  <message>
   <source>Pixels outside the mask are kept, bit for bit</source>
   <translation>البكسلات خارج القناع محفوظة بتًّا ببت</translation>
  </message>
 </context>
 <context>
  <name>CheckResult</name>
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
  <name>CloseController</name>
  <message numerus="yes">
   <source>%n picture(s) are not saved</source>
   <translation>
    <numerusform>كل الصور محفوظة</numerusform>
    <numerusform>صورة واحدة غير محفوظة</numerusform>
    <numerusform>صورتان غير محفوظتين</numerusform>
    <numerusform>%n صور غير محفوظة</numerusform>
    <numerusform>%n صورة غير محفوظة</numerusform>
    <numerusform>%n صورة غير محفوظة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: a restart stops them, and they may be charged.</source>
   <translation>
    <numerusform>لا نتائج قادمة.</numerusform>
    <numerusform>نتيجة واحدة ما زالت قادمة: إعادة التشغيل توقفها وربما تُحتسب تكلفتها.</numerusform>
    <numerusform>نتيجتان ما زالتا قادمتين: إعادة التشغيل توقفهما وربما تُحتسب تكلفتهما.</numerusform>
    <numerusform>%n نتائج ما زالت قادمة: إعادة التشغيل توقفها وربما تُحتسب تكلفتها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: إعادة التشغيل توقفها وربما تُحتسب تكلفتها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: إعادة التشغيل توقفها وربما تُحتسب تكلفتها.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: a restart stops them.</source>
   <translation>
    <numerusform>لا نتائج قادمة.</numerusform>
    <numerusform>نتيجة واحدة ما زالت قادمة: إعادة التشغيل توقفها.</numerusform>
    <numerusform>نتيجتان ما زالتا قادمتين: إعادة التشغيل توقفهما.</numerusform>
    <numerusform>%n نتائج ما زالت قادمة: إعادة التشغيل توقفها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: إعادة التشغيل توقفها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: إعادة التشغيل توقفها.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: closing stops them, and they may be charged.</source>
   <translation>
    <numerusform>لا نتائج قادمة.</numerusform>
    <numerusform>نتيجة واحدة ما زالت قادمة: الإغلاق يوقفها وربما تُحتسب تكلفتها.</numerusform>
    <numerusform>نتيجتان ما زالتا قادمتين: الإغلاق يوقفهما وربما تُحتسب تكلفتهما.</numerusform>
    <numerusform>%n نتائج ما زالت قادمة: الإغلاق يوقفها وربما تُحتسب تكلفتها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: الإغلاق يوقفها وربما تُحتسب تكلفتها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: الإغلاق يوقفها وربما تُحتسب تكلفتها.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: closing stops them.</source>
   <translation>
    <numerusform>لا نتائج قادمة.</numerusform>
    <numerusform>نتيجة واحدة ما زالت قادمة: الإغلاق يوقفها.</numerusform>
    <numerusform>نتيجتان ما زالتا قادمتين: الإغلاق يوقفهما.</numerusform>
    <numerusform>%n نتائج ما زالت قادمة: الإغلاق يوقفها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: الإغلاق يوقفها.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة: الإغلاق يوقفها.</numerusform>
   </translation>
  </message>
  <message>
   <source>Close without saving</source>
   <translation>إغلاق دون حفظ</translation>
  </message>
  <message>
   <source>Keep working</source>
   <translation>مواصلة العمل</translation>
  </message>
  <message>
   <source>Save all and close</source>
   <translation>حفظ الكل ثم الإغلاق</translation>
  </message>
  <message>
   <source>Save and close</source>
   <translation>حفظ وإغلاق</translation>
  </message>
  <message>
   <source>Stop them and close</source>
   <translation>إيقافها والإغلاق</translation>
  </message>
  <message>
   <source>Stop them and restart</source>
   <translation>إيقافها وإعادة التشغيل</translation>
  </message>
  <message>
   <source>{0} is not saved.</source>
   <translation>لم يُحفظ {0}.</translation>
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
  <name>CompareController</name>
  <message>
   <source>None of these has brought a picture</source>
   <translation>لم يأتِ أي من هذه بصورة</translation>
  </message>
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
   <source>Blind</source>
   <translation>أعمى</translation>
  </message>
  <message>
   <source>Close the comparison</source>
   <translation>إغلاق المقارنة</translation>
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
   <source>Hide which model made what until you have chosen</source>
   <translation>إخفاء صاحب كل نتيجة حتى تختار</translation>
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
   <source>Speed</source>
   <translation>السرعة</translation>
  </message>
  <message>
   <source>What the models returned, in place of what the mask lets through</source>
   <translation>ما أعادته النماذج بدل ما يُظهره القناع</translation>
  </message>
  <message>
   <source>Whole picture or 100 % at the pointer</source>
   <translation>الصورة كاملة أو 100 % عند المؤشر</translation>
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
   <source>Extra</source>
   <translation>إضافي</translation>
  </message>
  <message>
   <source>Further fields of the request, as JSON</source>
   <translation>حقول أخرى للطلب بصيغة JSON</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>اختياري</translation>
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
   <source>{0} has no compression level with {1}</source>
   <translation>ليس لصيغة {0} مستوى ضغط مع {1}</translation>
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
  <name>DetailsDialog</name>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>نُسخ</translation>
  </message>
  <message>
   <source>Copy all</source>
   <translation>نسخ الكل</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>التفاصيل</translation>
  </message>
  <message>
   <source>The endpoint's own words</source>
   <translation>ما قالته نقطة الاتصال</translation>
  </message>
 </context>
 <context>
  <name>Docks</name>
  <message>
   <source>Show or fold the history</source>
   <translation>إظهار السجل أو طيّه</translation>
  </message>
 </context>
 <context>
  <name>DropChoice</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
 </context>
 <context>
  <name>DropController</name>
  <message>
   <source>Add all as references</source>
   <translation>إضافة الكل كمراجع</translation>
  </message>
  <message>
   <source>Add as reference</source>
   <translation>إضافة كمرجع</translation>
  </message>
  <message>
   <source>Fetch and open</source>
   <translation>جلب وفتح</translation>
  </message>
  <message>
   <source>Fetch as mask</source>
   <translation>جلب كقناع</translation>
  </message>
  <message>
   <source>Fetch as reference</source>
   <translation>جلب كمرجع</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>افتح صورة أولًا</translation>
  </message>
  <message>
   <source>Open all</source>
   <translation>فتح الكل</translation>
  </message>
  <message>
   <source>Open as new picture</source>
   <translation>فتح كصورة جديدة</translation>
  </message>
  <message>
   <source>Open the first, add the others as references</source>
   <translation>فتح الأولى وإضافة البقية كمراجع</translation>
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
   <source>Opening the picture…</source>
   <translation>يجري فتح الصورة…</translation>
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
  <name>ExportController</name>
  <message>
   <source>Accepted picture</source>
   <translation>الصورة المقبولة</translation>
  </message>
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
   <source>Selected cards: {0}</source>
   <translation>البطاقات المحددة: {0}</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>إظهار في المجلد</translation>
  </message>
  <message>
   <source>Shown result</source>
   <translation>النتيجة المعروضة</translation>
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
   <source>Keep its XMP, IPTC and resolution</source>
   <translation>الاحتفاظ ببيانات XMP وIPTC والدقة الخاصة به</translation>
  </message>
  <message>
   <source>Keep the source's EXIF data: camera, date, place</source>
   <translation>الاحتفاظ ببيانات EXIF للمصدر: الكاميرا والتاريخ والمكان</translation>
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
   <source>What</source>
   <translation>ما يُكتب</translation>
  </message>
  <message>
   <source>What is written</source>
   <translation>ما يُكتب</translation>
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
   <source>Write prompt and settings into the file</source>
   <translation>كتابة الوصف والإعدادات في الملف</translation>
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
  <name>ExtendPopup</name>
  <message>
   <source>Becomes {0}</source>
   <translation>تصبح {0}</translation>
  </message>
  <message>
   <source>Bottom</source>
   <translation>أسفل</translation>
  </message>
  <message>
   <source>Do not extend</source>
   <translation>عدم التوسيع</translation>
  </message>
  <message>
   <source>Extend the picture</source>
   <translation>توسيع الصورة</translation>
  </message>
  <message>
   <source>Extend to {0}</source>
   <translation>التوسيع إلى {0}</translation>
  </message>
  <message>
   <source>Keeps its size</source>
   <translation>تحتفظ بحجمها</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>يسار</translation>
  </message>
  <message>
   <source>Left, top</source>
   <translation>يسار، أعلى</translation>
  </message>
  <message>
   <source>Middle</source>
   <translation>وسط</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>يمين</translation>
  </message>
  <message>
   <source>Right, bottom</source>
   <translation>يمين، أسفل</translation>
  </message>
  <message>
   <source>The picture keeps its size</source>
   <translation>تحتفظ الصورة بحجمها</translation>
  </message>
  <message>
   <source>The picture lies</source>
   <translation>موضع الصورة</translation>
  </message>
  <message>
   <source>The picture then lies</source>
   <translation>موضع الصورة بعدها</translation>
  </message>
  <message>
   <source>To a ratio</source>
   <translation>إلى نسبة</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>أعلى</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>الوحدة</translation>
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
  <name>FilmController</name>
  <message>
   <source>Partial {0}</source>
   <translation>الجزئية {0}</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>النتيجة</translation>
  </message>
  <message>
   <source>There is one picture only; the film will stand still</source>
   <translation>هناك صورة واحدة فقط؛ سيكون الشريط ثابتًا</translation>
  </message>
 </context>
 <context>
  <name>FilmDialog</name>
  <message>
   <source>Content</source>
   <translation>المحتوى</translation>
  </message>
  <message>
   <source>Each picture</source>
   <translation>كل صورة</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>تصدير</translation>
  </message>
  <message>
   <source>Export the film strip</source>
   <translation>تصدير شريط الصور</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>المجلد</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>الجودة</translation>
  </message>
  <message>
   <source>Raw result</source>
   <translation>النتيجة الخام</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>الصورة كاملة</translation>
  </message>
  <message>
   <source>Will be written as {0}, an animated WebP; the last picture stays longest</source>
   <translation>سيُكتب باسم {0}، WebP متحركًا؛ تبقى الصورة الأخيرة أطول</translation>
  </message>
 </context>
 <context>
  <name>FilmStripBar</name>
  <message>
   <source>All of them as one animated WebP</source>
   <translation>كلها كملف WebP متحرك واحد</translation>
  </message>
  <message>
   <source>Close the film strip</source>
   <translation>إغلاق شريط الصور</translation>
  </message>
  <message>
   <source>Export strip…</source>
   <translation>تصدير الشريط…</translation>
  </message>
  <message>
   <source>Go on from this picture; it remembers where it came from</source>
   <translation>تابع من هذه الصورة؛ تتذكر من أين جاءت</translation>
  </message>
  <message>
   <source>Open as source</source>
   <translation>فتح كمصدر</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Any model</source>
   <translation>أي نموذج</translation>
  </message>
  <message>
   <source>Any profile</source>
   <translation>أي ملف تعريفي</translation>
  </message>
  <message>
   <source>Back to the picture</source>
   <translation>العودة إلى الصورة</translation>
  </message>
  <message>
   <source>Compare the selected results</source>
   <translation>مقارنة النتائج المحددة</translation>
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
   <source>Open the gallery</source>
   <translation>فتح المعرض</translation>
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
  <name>FrameLabel</name>
  <message>
   <source>becomes {0}</source>
   <translation>تصبح {0}</translation>
  </message>
  <message>
   <source>first of {0} parts</source>
   <translation>الأول من {0} أجزاء</translation>
  </message>
  <message>
   <source>{0} context</source>
   <translation>{0} سياق</translation>
  </message>
  <message>
   <source>{0} sent</source>
   <translation>يُرسل {0}</translation>
  </message>
 </context>
 <context>
  <name>FrameOptions</name>
  <message>
   <source>Extend…</source>
   <translation>توسيع…</translation>
  </message>
  <message>
   <source>Follow the mask</source>
   <translation>اتبع القناع</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>حرة</translation>
  </message>
  <message>
   <source>Let the picture grow; dragging the frame past its edge does the same</source>
   <translation>دع الصورة تكبر؛ سحب الإطار خارج حافتها يفعل الأمر نفسه</translation>
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
   <source>The frame is chosen from the mask</source>
   <translation>يُختار الإطار من القناع</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>الصورة كاملة</translation>
  </message>
 </context>
 <context>
  <name>GalleryController</name>
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
  <message numerus="yes">
   <source>%n result(s)</source>
   <translation>
    <numerusform>لا نتائج</numerusform>
    <numerusform>نتيجة واحدة</numerusform>
    <numerusform>نتيجتان</numerusform>
    <numerusform>%n نتائج</numerusform>
    <numerusform>%n نتيجة</numerusform>
    <numerusform>%n نتيجة</numerusform>
   </translation>
  </message>
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
   <source>Size of the cards</source>
   <translation>حجم البطاقات</translation>
  </message>
  <message>
   <source>What the history takes on the disk. Clean up…</source>
   <translation>ما يشغله السجل على القرص. تنظيف…</translation>
  </message>
  <message>
   <source>{0} on disk</source>
   <translation>{0} على القرص</translation>
  </message>
 </context>
 <context>
  <name>HistoryPlaceController</name>
  <message>
   <source>A folder for the history</source>
   <translation>مجلد للسجل</translation>
  </message>
  <message>
   <source>Choose another folder…</source>
   <translation>اختر مجلدًا آخر…</translation>
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
   <source> · {0} requests alike but for the seed</source>
   <translation> · {0} طلبات متماثلة عدا البذرة</translation>
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
   <source>Pictures</source>
   <translation>الصور</translation>
  </message>
  <message>
   <source>Preparing what would be sent…</source>
   <translation>يجري تجهيز ما سيُرسل…</translation>
  </message>
  <message>
   <source>Show it large</source>
   <translation>اعرضها كبيرة</translation>
  </message>
  <message>
   <source>What is sent</source>
   <translation>ما يُرسل</translation>
  </message>
 </context>
 <context>
  <name>Journals</name>
  <message>
   <source>An unsaved picture cannot be brought back</source>
   <translation>لا يمكن استعادة صورة غير محفوظة</translation>
  </message>
  <message>
   <source>What was kept of it is damaged. You find it in {0}.</source>
   <translation>ما حُفظ منها تالف. تجده في {0}.</translation>
  </message>
  <message>
   <source>What you do is kept on disk again</source>
   <translation>ما تفعله يُحفظ على القرص من جديد</translation>
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
   <source>It is sent to {0} only.</source>
   <translation>لا يُرسل إلا إلى {0}.</translation>
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
   <source>Remove</source>
   <translation>إزالة</translation>
  </message>
  <message>
   <source>Save it in a file only I may read</source>
   <translation>حفظه في ملف لا يقرؤه سواي</translation>
  </message>
  <message>
   <source>Save key</source>
   <translation>حفظ المفتاح</translation>
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
  <name>LargeResult</name>
  <message>
   <source>There is no picture yet</source>
   <translation>لا توجد صورة بعد</translation>
  </message>
 </context>
 <context>
  <name>LineageController</name>
  <message>
   <source>Nothing was made from this result yet</source>
   <translation>لم يُصنع شيء من هذه النتيجة بعد</translation>
  </message>
  <message>
   <source>This run began with a picture of its own</source>
   <translation>بدأ هذا التشغيل بصورة خاصة به</translation>
  </message>
 </context>
 <context>
  <name>LineageDialog</name>
  <message>
   <source>Lineage</source>
   <translation>التسلسل</translation>
  </message>
  <message>
   <source>This is the picture all began with; choose one of its results</source>
   <translation>هذه الصورة التي بدأ منها كل شيء؛ اختر إحدى نتائجها</translation>
  </message>
  <message>
   <source>{0} shows a result on the canvas, {1} edits it.</source>
   <translation>{0} يعرض النتيجة على اللوحة، و{1} يحررها.</translation>
  </message>
 </context>
 <context>
  <name>LineageTree</name>
  <message>
   <source>Lineage</source>
   <translation>التسلسل</translation>
  </message>
  <message>
   <source>The picture all began with</source>
   <translation>الصورة التي بدأ منها كل شيء</translation>
  </message>
 </context>
 <context>
  <name>Loupe</name>
  <message>
   <source>One result, large</source>
   <translation>نتيجة واحدة بحجم كبير</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Edit</source>
   <translation>تحرير</translation>
  </message>
  <message>
   <source>File</source>
   <translation>ملف</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>المعرض</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>مساعدة</translation>
  </message>
  <message>
   <source>History</source>
   <translation>السجل</translation>
  </message>
  <message>
   <source>Local fill</source>
   <translation>ملء محلي</translation>
  </message>
  <message>
   <source>MIT licence</source>
   <translation>رخصة MIT</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>القناع</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>الطلب</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>الأدوات</translation>
  </message>
  <message>
   <source>View</source>
   <translation>عرض</translation>
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
  <name>MaskController</name>
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
   <source>Import mask</source>
   <translation>استيراد القناع</translation>
  </message>
  <message>
   <source>PNG (*.png)</source>
   <translation>PNG (*.png)</translation>
  </message>
  <message>
   <source>The mask was not saved</source>
   <translation>لم يُحفظ القناع</translation>
  </message>
 </context>
 <context>
  <name>MaskFixController</name>
  <message>
   <source>Before each run it is said that {0} ignores masks</source>
   <translation>يُذكر قبل كل تشغيل أن {0} يتجاهل الأقنعة</translation>
  </message>
  <message>
   <source>Remember that {0} ignores masks, and say so beside Run</source>
   <translation>تذكُّر أن {0} يتجاهل الأقنعة وقول ذلك بجانب التشغيل</translation>
  </message>
  <message>
   <source>Run again</source>
   <translation>تشغيل من جديد</translation>
  </message>
  <message>
   <source>Send masks inverted</source>
   <translation>إرسال الأقنعة معكوسة</translation>
  </message>
  <message>
   <source>Send masks upright</source>
   <translation>إرسال الأقنعة غير معكوسة</translation>
  </message>
  <message>
   <source>Send plain masks</source>
   <translation>إرسال أقنعة بسيطة</translation>
  </message>
  <message>
   <source>Send the same request with the mask as the profile has it now</source>
   <translation>إرسال الطلب نفسه بالقناع كما يحدده الملف الشخصي الآن</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>Warn before running</source>
   <translation>التحذير قبل التشغيل</translation>
  </message>
  <message>
   <source>{0} gets its masks inverted from now on</source>
   <translation>يتلقى {0} الأقنعة معكوسة من الآن فصاعدًا</translation>
  </message>
  <message>
   <source>{0} gets its masks upright from now on</source>
   <translation>يتلقى {0} الأقنعة غير معكوسة من الآن فصاعدًا</translation>
  </message>
  <message>
   <source>{0} gets masks as white on black, without transparency, from now on; nothing is sent again</source>
   <translation>يتلقى {0} الأقنعة من الآن فصاعدًا بيضاء على أسود ودون شفافية؛ ولا يُعاد إرسال شيء</translation>
  </message>
  <message>
   <source>{0} gets masks the other way round from now on; nothing is sent again</source>
   <translation>يتلقى {0} الأقنعة بالعكس من الآن فصاعدًا؛ ولا يُعاد إرسال شيء</translation>
  </message>
  <message>
   <source>{0} gets plain masks, white on black, from now on</source>
   <translation>يتلقى {0} من الآن فصاعدًا أقنعة بسيطة، أبيض على أسود</translation>
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
   <source>Not background</source>
   <translation>ما ليس خلفية</translation>
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
   <source>Clear the mask</source>
   <translation>مسح القناع</translation>
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
  <name>ModelBox</name>
  <message>
   <source>Dated ids</source>
   <translation>المعرّفات المؤرّخة</translation>
  </message>
  <message>
   <source>Dated ids…</source>
   <translation>المعرّفات المؤرّخة…</translation>
  </message>
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
  <name>NameValueTable</name>
  <message>
   <source>Name</source>
   <translation>الاسم</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>القيمة</translation>
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
  <name>OpenController</name>
  <message>
   <source>All files (*)</source>
   <translation>كل الملفات (*)</translation>
  </message>
  <message>
   <source>Copy one in another program, then paste again.</source>
   <translation>انسخ صورة في برنامج آخر ثم الصق من جديد.</translation>
  </message>
  <message>
   <source>Dropped picture</source>
   <translation>صورة مُفلتة</translation>
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
   <source>Save it as a file, and drop that.</source>
   <translation>احفظها ملفًا ثم أفلت الملف هنا.</translation>
  </message>
  <message>
   <source>There is no picture in what was dropped</source>
   <translation>لا صورة فيما أُفلت</translation>
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
   <source>Adds · Alt takes away · Shift+Alt intersects · {0} pans</source>
   <translation>يضيف · Alt يطرح · Shift+Alt يقاطع · {0} يحرّك</translation>
  </message>
  <message>
   <source>Click corners · {0} closes · {1} takes one back</source>
   <translation>انقر الزوايا · {0} يغلق · {1} يتراجع عن واحدة</translation>
  </message>
  <message>
   <source>Click in · Alt+click out · {0} fits · {1} is 100 %</source>
   <translation>نقر للتقريب · Alt+نقر للتبعيد · {0} ملاءمة · {1} هو 100 %</translation>
  </message>
  <message>
   <source>Drag to pan · {0} fits · {1} is 100 %</source>
   <translation>اسحب للتحريك · {0} ملاءمة · {1} هو 100 %</translation>
  </message>
  <message>
   <source>Fills what is enclosed · Alt takes a painted area away</source>
   <translation>يملأ المحاط · Alt يزيل منطقة مرسومة</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>الأوامر</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>البحث عن أمر</translation>
  </message>
  <message>
   <source>Find an action, a setting or a picture</source>
   <translation>ابحث عن إجراء أو إعداد أو صورة</translation>
  </message>
  <message>
   <source>Nothing is called so.</source>
   <translation>لا شيء بهذا الاسم.</translation>
  </message>
 </context>
 <context>
  <name>PaletteController</name>
  <message>
   <source>Off</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>On</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>Open {0}</source>
   <translation>فتح {0}</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
 </context>
 <context>
  <name>PaneStops</name>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stop {0}</source>
   <translation>إيقاف {0}</translation>
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
  <name>Phrase</name>
  <message>
   <source>'{address}' is not an address such as https://api.example.com/v1.</source>
   <translation>'{address}' ليس عنوانًا مثل https://api.example.com/v1.</translation>
  </message>
  <message>
   <source>3 months</source>
   <translation>3 أشهر</translation>
  </message>
  <message>
   <source>A catalog could not be read</source>
   <translation>تعذّرت قراءة كتالوج</translation>
  </message>
  <message>
   <source>A few of its pixels are a little transparent, which means nothing here.</source>
   <translation>بعض بكسلاته شفافة قليلًا، وهذا لا يعني شيئًا هنا.</translation>
  </message>
  <message>
   <source>A header cannot be sent</source>
   <translation>تعذّر إرسال إحدى الترويسات</translation>
  </message>
  <message>
   <source>A key has no spaces, line breaks or accented letters. Copy it again from the provider's page.</source>
   <translation>لا يحتوي المفتاح على مسافات أو أسطر جديدة أو حروف مشكّلة. انسخه مجددًا من صفحة المزوّد.</translation>
  </message>
  <message>
   <source>A month</source>
   <translation>شهر</translation>
  </message>
  <message>
   <source>A part of the program is missing or broken. Install it anew, then run again.</source>
   <translation>جزء من البرنامج مفقود أو تالف. ثبّت البرنامج من جديد ثم شغّل مرة أخرى.</translation>
  </message>
  <message>
   <source>A preset needs a name</source>
   <translation>يحتاج الإعداد المسبق إلى اسم</translation>
  </message>
  <message>
   <source>A profile needs a name</source>
   <translation>يحتاج الملف التعريفي إلى اسم</translation>
  </message>
  <message>
   <source>A server on the way gave up waiting</source>
   <translation>توقّف خادم وسيط عن الانتظار</translation>
  </message>
  <message>
   <source>A size is WIDTHxHEIGHT or auto.</source>
   <translation>الحجم هو العرضxالارتفاع أو auto.</translation>
  </message>
  <message>
   <source>A spending limit is reached</source>
   <translation>بُلغ حد الإنفاق</translation>
  </message>
  <message>
   <source>A stored profile cannot be used</source>
   <translation>تعذّر استخدام ملف تعريفي محفوظ</translation>
  </message>
  <message>
   <source>A week</source>
   <translation>أسبوع</translation>
  </message>
  <message>
   <source>A year</source>
   <translation>سنة</translation>
  </message>
  <message>
   <source>AVIF cannot be written on this machine</source>
   <translation>لا يمكن كتابة AVIF على هذا الجهاز</translation>
  </message>
  <message>
   <source>Accept edit</source>
   <translation>قبول التعديل</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>مقبول</translation>
  </message>
  <message>
   <source>Adjust mask</source>
   <translation>ضبط القناع</translation>
  </message>
  <message>
   <source>Allow writing to {folder}, or choose another history folder in the settings.</source>
   <translation>اسمح بالكتابة في {folder}، أو اختر مجلد سجل آخر في الإعدادات.</translation>
  </message>
  <message>
   <source>Another Inpaint Studio has it open. Close that and start again: what can be read of {folder} is then carried into a new one.</source>
   <translation>نسخة أخرى من Inpaint Studio تفتحه. أغلقها وابدأ من جديد: عندها يُنقل ما يمكن قراءته من {folder} إلى سجل جديد.</translation>
  </message>
  <message>
   <source>Another program has held {folder} for too long. Close other Inpaint Studio windows and try again.</source>
   <translation>برنامج آخر يحجز {folder} منذ وقت طويل. أغلق نوافذ Inpaint Studio الأخرى وحاول مجددًا.</translation>
  </message>
  <message>
   <source>Any size of the size rule; always works at high input fidelity.</source>
   <translation>أي حجم ضمن قاعدة الأحجام؛ يعمل دائمًا بأمانة إدخال عالية.</translation>
  </message>
  <message>
   <source>Auto</source>
   <translation>تلقائي</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>الخلفية</translation>
  </message>
  <message>
   <source>Before this run</source>
   <translation>قبل هذا التشغيل</translation>
  </message>
  <message>
   <source>Blocked</source>
   <translation>محظور</translation>
  </message>
  <message>
   <source>Blocked by the safety system</source>
   <translation>حجبه نظام السلامة</translation>
  </message>
  <message>
   <source>Brush stroke</source>
   <translation>ضربة فرشاة</translation>
  </message>
  <message>
   <source>Change what it names and run again.</source>
   <translation>غيّر ما يذكره ثم شغّل مجددًا.</translation>
  </message>
  <message>
   <source>Check that {folder} exists and may be written to, or choose another history folder in the settings.</source>
   <translation>تأكد أن {folder} موجود وقابل للكتابة، أو اختر مجلد سجل آخر في الإعدادات.</translation>
  </message>
  <message>
   <source>Check the key in its profile.</source>
   <translation>تحقّق من المفتاح في ملفه التعريفي.</translation>
  </message>
  <message>
   <source>Check the name and the folder.</source>
   <translation>تحقق من الاسم والمجلد.</translation>
  </message>
  <message>
   <source>Check the profile's base URL and path.</source>
   <translation>تحقق من العنوان الأساسي والمسار في الملف التعريفي.</translation>
  </message>
  <message>
   <source>Choose WebP or PNG instead.</source>
   <translation>اختر WebP أو PNG بدلًا منه.</translation>
  </message>
  <message>
   <source>Choose a model the endpoint offers.</source>
   <translation>اختر نموذجًا تقدّمه نقطة النهاية.</translation>
  </message>
  <message>
   <source>Choose a model.</source>
   <translation>اختر نموذجًا.</translation>
  </message>
  <message>
   <source>Choose another file.</source>
   <translation>اختر ملفًا آخر.</translation>
  </message>
  <message>
   <source>Choose another format, or leave the metadata out, and try again.</source>
   <translation>اختر صيغة أخرى أو اترك البيانات الوصفية وحاول مرة أخرى.</translation>
  </message>
  <message>
   <source>Choose another format, or leave the metadata out.</source>
   <translation>اختر صيغة أخرى أو اترك البيانات النصية.</translation>
  </message>
  <message>
   <source>Choose another than {new}.</source>
   <translation>اختر اسمًا غير {new}.</translation>
  </message>
  <message>
   <source>Choose lengths of 0 or more.</source>
   <translation>اختر أطوالًا من 0 فأكثر.</translation>
  </message>
  <message>
   <source>Choose one nearer to a square, or another model.</source>
   <translation>اختر حجمًا أقرب إلى المربع أو نموذجًا آخر.</translation>
  </message>
  <message>
   <source>Choose {formats}.</source>
   <translation>اختر {formats}.</translation>
  </message>
  <message>
   <source>Clear mask</source>
   <translation>مسح القناع</translation>
  </message>
  <message>
   <source>Close other pictures or programs and open it again.</source>
   <translation>أغلق صورًا أو برامج أخرى ثم افتحها مجددًا.</translation>
  </message>
  <message>
   <source>Close other programs and try again.</source>
   <translation>أغلق برامج أخرى وحاول مجددًا.</translation>
  </message>
  <message>
   <source>Close other programs or choose a smaller frame, then run again.</source>
   <translation>أغلق برامج أخرى أو اختر إطارًا أصغر ثم شغّل مرة أخرى.</translation>
  </message>
  <message>
   <source>Compression</source>
   <translation>الضغط</translation>
  </message>
  <message>
   <source>Correct '{name}' in the profile's extra headers.</source>
   <translation>صحّح '{name}' في الترويسات الإضافية للملف التعريفي.</translation>
  </message>
  <message>
   <source>Cut off, maybe charged</source>
   <translation>انقطع، ربما حُسب</translation>
  </message>
  <message>
   <source>Default</source>
   <translation>افتراضي</translation>
  </message>
  <message>
   <source>Defaults are used for {names}.</source>
   <translation>تُستخدم القيم الافتراضية لـ {names}.</translation>
  </message>
  <message>
   <source>Defaults are used for {names}; correct them in the settings.</source>
   <translation>تُستخدم القيم الافتراضية لـ {names}؛ صحّحها في الإعدادات.</translation>
  </message>
  <message>
   <source>Defaults are used; the file is kept as {kept}.</source>
   <translation>تُستخدم القيم الافتراضية؛ حُفظ الملف باسم {kept}.</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>الفرق</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>مسودة</translation>
  </message>
  <message>
   <source>Drawings (SVG) cannot be edited. {convert}</source>
   <translation>لا يمكن تحرير الرسوم (SVG). {convert}</translation>
  </message>
  <message>
   <source>Ellipse</source>
   <translation>بيضوي</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>محو</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>كل شيء</translation>
  </message>
  <message>
   <source>Export another one.</source>
   <translation>صدّر واحدة أخرى.</translation>
  </message>
  <message>
   <source>Export the result itself.</source>
   <translation>صدّر النتيجة نفسها.</translation>
  </message>
  <message>
   <source>Export the whole picture, or this once it is kept.</source>
   <translation>صدّر الصورة كاملة، أو هذه حالما تُحفظ.</translation>
  </message>
  <message>
   <source>Extend picture</source>
   <translation>توسيع الصورة</translation>
  </message>
  <message>
   <source>Extra high</source>
   <translation>عالٍ جدًا</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>فشل</translation>
  </message>
  <message>
   <source>Feather mask</source>
   <translation>تنعيم حواف القناع</translation>
  </message>
  <message>
   <source>Fetch or export the file again: it is damaged or incomplete.</source>
   <translation>نزّل الملف أو صدّره مجددًا: إنه تالف أو ناقص.</translation>
  </message>
  <message>
   <source>Fidelity</source>
   <translation>الأمانة</translation>
  </message>
  <message>
   <source>File missing</source>
   <translation>الملف مفقود</translation>
  </message>
  <message>
   <source>Files up to {limit} MB can be opened. {convert}</source>
   <translation>يمكن فتح ملفات حتى {limit} م.ب. {convert}</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>ملء الثقوب</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>وميض</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>الصيغة</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>حرة</translation>
  </message>
  <message>
   <source>From 1 to {limit} variants.</source>
   <translation>من 1 إلى {limit} نسخ.</translation>
  </message>
  <message>
   <source>From {least} to {most}.</source>
   <translation>من {least} إلى {most}.</translation>
  </message>
  <message>
   <source>Grow mask</source>
   <translation>توسيع القناع</translation>
  </message>
  <message>
   <source>HEIC pictures need an extra</source>
   <translation>تحتاج صور HEIC إلى حزمة إضافية</translation>
  </message>
  <message>
   <source>HTTP {status} without a text.</source>
   <translation>HTTP {status} دون نص.</translation>
  </message>
  <message>
   <source>High</source>
   <translation>عالٍ</translation>
  </message>
  <message>
   <source>How closely the result keeps to details of the pictures sent, as of faces</source>
   <translation>مدى التزام النتيجة بتفاصيل الصور المُرسلة، كالوجوه</translation>
  </message>
  <message>
   <source>How pictures come back: within the response, or as links it names</source>
   <translation>كيف تعود الصور: داخل الرد نفسه أو روابط تذكرها</translation>
  </message>
  <message>
   <source>How strictly the endpoint filters what it makes</source>
   <translation>مدى صرامة نقطة النهاية في ترشيح ما تُنتجه</translation>
  </message>
  <message>
   <source>In the trash since</source>
   <translation>في السلة منذ</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before local fill had made it. Run again.</source>
   <translation>انتهى Inpaint Studio قبل أن يكتمل الملء المحلي. شغّل مرة أخرى.</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before the answer came. It may have been charged.</source>
   <translation>انتهى Inpaint Studio قبل وصول الإجابة. ربما احتُسبت تكلفتها.</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before this was sent. Nothing was charged.</source>
   <translation>انتهى Inpaint Studio قبل إرسال هذا. لم تُحتسب أي تكلفة.</translation>
  </message>
  <message>
   <source>Input fidelity</source>
   <translation>أمانة المدخل</translation>
  </message>
  <message>
   <source>Install it with: pip install inpaint-studio[psd]</source>
   <translation>ثبّتها بالأمر: pip install inpaint-studio[psd]</translation>
  </message>
  <message>
   <source>Install the "heic" extra (pip install "inpaint-studio[heic]")</source>
   <translation>ثبّت الحزمة الإضافية "heic" (pip install "inpaint-studio[heic]")</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>انقطع</translation>
  </message>
  <message>
   <source>Invert mask</source>
   <translation>عكس القناع</translation>
  </message>
  <message>
   <source>Is it still there? Open it again.</source>
   <translation>هل ما زال موجودًا؟ افتحه مجددًا.</translation>
  </message>
  <message>
   <source>It answered with {kind}: {said}. Check the base URL and path.</source>
   <translation>أجابت بـ {kind}: {said}. تحقق من العنوان الأساسي والمسار.</translation>
  </message>
  <message>
   <source>It declares a DTD, which no OpenRaster file needs.</source>
   <translation>يعلن DTD لا يحتاجه أي ملف OpenRaster.</translation>
  </message>
  <message>
   <source>It ended, or took too long, before the picture was there. Run again.</source>
   <translation>انتهى أو استغرق وقتًا طويلًا قبل وصول الصورة. شغّل مرة أخرى.</translation>
  </message>
  <message>
   <source>It had not been sent.</source>
   <translation>لم يُرسل بعد.</translation>
  </message>
  <message>
   <source>It has another ratio and would be distorted in the picture. Open it as a picture of its own, or choose a size that this server keeps to.</source>
   <translation>نسبة أبعادها مختلفة وستتشوّه في الصورة. افتحها كصورة مستقلة، أو اختر حجمًا يلتزم به هذا الخادم.</translation>
  </message>
  <message>
   <source>It has no address.</source>
   <translation>ليس لها عنوان.</translation>
  </message>
  <message>
   <source>It has too many entries</source>
   <translation>يحتوي على مدخلات كثيرة جدًا</translation>
  </message>
  <message>
   <source>It holds characters no key has. Copy it again, alone.</source>
   <translation>يحتوي على محارف لا توجد في أي مفتاح. انسخه وحده مجددًا.</translation>
  </message>
  <message>
   <source>It holds {count} labels beside its background, and nothing says which is meant.</source>
   <translation>يحوي {count} من التسميات إلى جانب خلفيته، ولا شيء يبيّن أيها المقصود.</translation>
  </message>
  <message>
   <source>It is a Photoshop file, but its kind of pixels ({bits} bits, colour mode {mode}) cannot be read, or it is damaged. {convert}</source>
   <translation>إنه ملف فوتوشوب، لكن نوع بكسلاته ({bits} بت، نمط الألوان {mode}) لا يمكن قراءته، أو أنه تالف. {convert}</translation>
  </message>
  <message>
   <source>It is a TIFF, but its kind of pixels ({bits} bits, colour scheme {scheme}) cannot be read, or it is damaged. {convert}</source>
   <translation>هذا ملف TIFF، لكن نوع بكسلاته ({bits} بت، نظام الألوان {scheme}) لا يمكن قراءته، أو أنه تالف. {convert}</translation>
  </message>
  <message>
   <source>It is a camera's raw file, in which only a small preview is a picture. Develop it in another program and open what that saves.</source>
   <translation>هذا ملف خام من كاميرا، ولا يحتوي من الصور إلا على معاينة صغيرة. حمّضه في برنامج آخر ثم افتح ما يحفظه ذلك البرنامج.</translation>
  </message>
  <message>
   <source>It is a large Photoshop document (PSB). {convert}</source>
   <translation>إنه مستند فوتوشوب كبير (PSB). {convert}</translation>
  </message>
  <message>
   <source>It is at {scheme}://{host}, but {reason}. Save it in the browser and open the file.</source>
   <translation>هي في {scheme}://{host}، لكن {reason}. احفظها في المتصفح وافتح الملف.</translation>
  </message>
  <message>
   <source>It is encrypted</source>
   <translation>إنه مشفّر</translation>
  </message>
  <message>
   <source>It is not a PNG, JPEG, WebP, TIFF, BMP, GIF, AVIF, JPEG 2000 or PSD picture, or it is damaged. {convert}</source>
   <translation>ليست صورة PNG أو JPEG أو WebP أو TIFF أو BMP أو GIF أو AVIF أو JPEG 2000 أو PSD، أو أنها تالفة. {convert}</translation>
  </message>
  <message>
   <source>It is not a whole archive</source>
   <translation>ليس أرشيفًا كاملًا</translation>
  </message>
  <message>
   <source>It is not an OpenRaster file.</source>
   <translation>ليس ملف OpenRaster.</translation>
  </message>
  <message>
   <source>It is not valid HTTP: {error}.</source>
   <translation>ليس HTTP صالحًا: {error}.</translation>
  </message>
  <message>
   <source>It is packed in a way this program does not read</source>
   <translation>ضُغط بطريقة لا يقرؤها هذا البرنامج</translation>
  </message>
  <message>
   <source>It is {result_width}×{result_height}, its place in the picture {width}×{height}. Open the result as a picture of its own, or run again.</source>
   <translation>مقاسها {result_width}×{result_height}، ومكانها في الصورة {width}×{height}. افتح النتيجة كصورة مستقلة، أو شغّل مجددًا.</translation>
  </message>
  <message>
   <source>It may have been charged.</source>
   <translation>ربما احتُسبت تكلفته.</translation>
  </message>
  <message>
   <source>It may have been charged; retry when you like.</source>
   <translation>ربما احتُسبت تكلفته؛ أعد المحاولة متى شئت.</translation>
  </message>
  <message>
   <source>It may have been deleted in another window.</source>
   <translation>ربما حُذف في نافذة أخرى.</translation>
  </message>
  <message>
   <source>It unpacks to more than this program opens</source>
   <translation>يتجاوز بعد فك الضغط ما يفتحه هذا البرنامج</translation>
  </message>
  <message>
   <source>It was in {folder}, and has left the list.</source>
   <translation>كان في {folder} وأُزيل من القائمة.</translation>
  </message>
  <message>
   <source>It was left out: {names}.</source>
   <translation>استُبعد: {names}.</translation>
  </message>
  <message>
   <source>Its list of layers is damaged.</source>
   <translation>قائمة طبقاته تالفة.</translation>
  </message>
  <message>
   <source>Its mask is of another size.</source>
   <translation>قناعه بحجم مختلف.</translation>
  </message>
  <message>
   <source>Its pictures come back as “Found in the history folder”, if their files are still there.</source>
   <translation>تعود صوره باسم ”Found in the history folder“ إن كانت ملفاتها لا تزال موجودة.</translation>
  </message>
  <message>
   <source>Its pictures take more than {limit} GB of memory.</source>
   <translation>تشغل صوره أكثر من {limit} غيغابايت من الذاكرة.</translation>
  </message>
  <message>
   <source>Its {name} makes no sense. Set the profile up again.</source>
   <translation>الحقل {name} فيه لا معنى له. أعدّ الملف التعريفي من جديد.</translation>
  </message>
  <message>
   <source>JPEG XL files cannot be read. {convert}</source>
   <translation>لا يمكن قراءة ملفات JPEG XL. {convert}</translation>
  </message>
  <message>
   <source>Judging goes on to the next result</source>
   <translation>التقييم ينتقل إلى النتيجة التالية</translation>
  </message>
  <message>
   <source>Judging stays where it is</source>
   <translation>التقييم يبقى عند النتيجة نفسها</translation>
  </message>
  <message>
   <source>Key refused</source>
   <translation>رُفض المفتاح</translation>
  </message>
  <message>
   <source>Lasso</source>
   <translation>أنشوطة</translation>
  </message>
  <message>
   <source>Line {line}: {reason} Correct the file and try again.</source>
   <translation>السطر {line}: {reason} صحّح الملف وحاول مجددًا.</translation>
  </message>
  <message>
   <source>Local fill brought no picture.</source>
   <translation>لم يأتِ الملء المحلي بصورة.</translation>
  </message>
  <message>
   <source>Local fill cannot start</source>
   <translation>يتعذر بدء الملء المحلي</translation>
  </message>
  <message>
   <source>Local fill costs nothing.</source>
   <translation>الملء المحلي مجاني.</translation>
  </message>
  <message>
   <source>Local fill failed</source>
   <translation>فشل الملء المحلي</translation>
  </message>
  <message>
   <source>Local fill ran out of memory</source>
   <translation>نفدت الذاكرة أثناء الملء المحلي</translation>
  </message>
  <message>
   <source>Local fill stopped</source>
   <translation>توقف الملء المحلي</translation>
  </message>
  <message>
   <source>Lost with the damaged history</source>
   <translation>ضاع مع السجل التالف</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>منخفض</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>أُنشئت</translation>
  </message>
  <message>
   <source>Mask all</source>
   <translation>تقنيع الكل</translation>
  </message>
  <message>
   <source>Max</source>
   <translation>أقصى</translation>
  </message>
  <message>
   <source>Med</source>
   <translation>متوسط</translation>
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
   <source>More pictures came than one request may ask for</source>
   <translation>وصلت صور أكثر مما يمكن أن يطلبه طلب واحد</translation>
  </message>
  <message>
   <source>More pictures came than were asked for</source>
   <translation>وصلت صور أكثر مما طُلب</translation>
  </message>
  <message>
   <source>Move the frame over the mask, or let it follow the mask (Shift+B).</source>
   <translation>حرّك الإطار فوق القناع، أو دعه يتبع القناع (Shift+B).</translation>
  </message>
  <message>
   <source>No result came</source>
   <translation>لم تصل نتيجة</translation>
  </message>
  <message>
   <source>No size near {width}x{height} can be sent</source>
   <translation>لا يمكن إرسال حجم قريب من {width}x{height}</translation>
  </message>
  <message>
   <source>Not yet judged</source>
   <translation>لم يُقيّم بعد</translation>
  </message>
  <message>
   <source>Nothing of it is white or transparent.</source>
   <translation>لا شيء فيه أبيض أو شفاف.</translation>
  </message>
  <message>
   <source>Nothing of it is white, so what differs from its background is edited.</source>
   <translation>لا شيء فيه أبيض، لذا يُعدَّل ما يختلف عن خلفيته.</translation>
  </message>
  <message>
   <source>Of JPEG and WebP: at 100 % the picture keeps most, below files are smaller</source>
   <translation>لصيغتي JPEG وWebP: عند 100 % تُحفظ أكثر تفاصيل الصورة، وأقل من ذلك تصغر الملفات</translation>
  </message>
  <message>
   <source>One event of the stream exceeds {megabytes} MB. Ask for a smaller size.</source>
   <translation>أحد أحداث البث يتجاوز {megabytes} م.ب. اطلب حجمًا أصغر.</translation>
  </message>
  <message>
   <source>One of its edits has no place.</source>
   <translation>أحد تعديلاته بلا مكان.</translation>
  </message>
  <message>
   <source>One square PNG under 4 MB.</source>
   <translation>ملف PNG مربع واحد أقل من 4 ميغابايت.</translation>
  </message>
  <message>
   <source>One variant only.</source>
   <translation>نسخة واحدة فقط.</translation>
  </message>
  <message>
   <source>Onion</source>
   <translation>تراكب</translation>
  </message>
  <message>
   <source>Opaque</source>
   <translation>معتم</translation>
  </message>
  <message>
   <source>Open a picture file.</source>
   <translation>افتح ملف صورة.</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>افتح صورة أولًا</translation>
  </message>
  <message>
   <source>Open a picture first.</source>
   <translation>افتح صورة أولًا.</translation>
  </message>
  <message>
   <source>Open it again.</source>
   <translation>افتحه مجددًا.</translation>
  </message>
  <message>
   <source>Open one of the pictures in it.</source>
   <translation>افتح إحدى الصور فيه.</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>الأصل</translation>
  </message>
  <message>
   <source>Original bytes</source>
   <translation>الملف الأصلي</translation>
  </message>
  <message>
   <source>Output compression</source>
   <translation>ضغط المخرجات</translation>
  </message>
  <message>
   <source>PSD needs an extra</source>
   <translation>يحتاج PSD إلى حزمة إضافية</translation>
  </message>
  <message>
   <source>PSD, layered</source>
   <translation>PSD بطبقات</translation>
  </message>
  <message>
   <source>Paint it again.</source>
   <translation>ارسمه مجددًا.</translation>
  </message>
  <message>
   <source>Paint over what should change, then run.</source>
   <translation>ارسم فوق ما يجب تغييره ثم شغّل.</translation>
  </message>
  <message>
   <source>Paint over what should change.</source>
   <translation>ارسم فوق ما يجب تغييره.</translation>
  </message>
  <message>
   <source>Partial images need streaming.</source>
   <translation>تحتاج الصور الجزئية إلى البث.</translation>
  </message>
  <message>
   <source>Partial {got} of {asked}</source>
   <translation>الجزئية {got} من {asked}</translation>
  </message>
  <message>
   <source>Partial {number}</source>
   <translation>الجزئية {number}</translation>
  </message>
  <message>
   <source>Partials</source>
   <translation>الجزئيات</translation>
  </message>
  <message>
   <source>Parts of the picture's EXIF data are damaged and have been left out.</source>
   <translation>أجزاء من بيانات EXIF للصورة تالفة وقد تُركت.</translation>
  </message>
  <message>
   <source>Paste it in its profile, or choose there that none is sent.</source>
   <translation>الصقه في ملفه التعريفي، أو اختر هناك ألّا يُرسَل مفتاح.</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>مختار</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>الصورة</translation>
  </message>
  <message>
   <source>Pictures cannot be cropped by extending</source>
   <translation>لا يمكن قص الصور بالتوسيع</translation>
  </message>
  <message>
   <source>Pictures {limits} can be opened. Reduce it in another program first.</source>
   <translation>يمكن فتح صور {limits}. صغّرها أولًا في برنامج آخر.</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>مضلع</translation>
  </message>
  <message>
   <source>Preparing</source>
   <translation>قيد التحضير</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>الملف التعريفي</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>الجودة</translation>
  </message>
  <message>
   <source>Rate limit</source>
   <translation>حد الطلبات</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>التقييم</translation>
  </message>
  <message>
   <source>Raw result</source>
   <translation>النتيجة الخام</translation>
  </message>
  <message>
   <source>Rectangle</source>
   <translation>مستطيل</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>مرفوض</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>استبدال</translation>
  </message>
  <message>
   <source>Request refused</source>
   <translation>رُفض الطلب</translation>
  </message>
  <message>
   <source>Response</source>
   <translation>الرد</translation>
  </message>
  <message>
   <source>Response format</source>
   <translation>صيغة الرد</translation>
  </message>
  <message>
   <source>Restart Inpaint Studio: the damaged file in {folder} is then kept aside and a new history begun.</source>
   <translation>أعد تشغيل Inpaint Studio: عندها يُوضع الملف التالف في {folder} جانبًا ويبدأ سجل جديد.</translation>
  </message>
  <message>
   <source>Restore the history folder from a backup.</source>
   <translation>استعد مجلد السجل من نسخة احتياطية.</translation>
  </message>
  <message>
   <source>Revised: {prompt}</source>
   <translation>بعد التعديل: {prompt}</translation>
  </message>
  <message>
   <source>Reword the prompt or paint another mask.</source>
   <translation>أعد صياغة النص أو ارسم قناعًا آخر.</translation>
  </message>
  <message>
   <source>Run again.</source>
   <translation>شغّل مجددًا.</translation>
  </message>
  <message>
   <source>Run again; if it fails once more, paint another mask.</source>
   <translation>شغّل مرة أخرى؛ وإن فشل ثانيةً فارسم قناعًا آخر.</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>قيد التشغيل</translation>
  </message>
  <message>
   <source>Runs on this machine, free, without a network. It continues what surrounds the mask and ignores the prompt.</source>
   <translation>يعمل على هذا الجهاز مجانًا دون شبكة. يكمل ما يحيط بالقناع ويتجاهل النص.</translation>
  </message>
  <message>
   <source>Save a project (.ora) instead.</source>
   <translation>احفظ مشروعًا (.ora) بدلًا منه.</translation>
  </message>
  <message>
   <source>Save it as PNG or JPEG in another program and open that file.</source>
   <translation>احفظها بصيغة PNG أو JPEG في برنامج آخر وافتح ذلك الملف.</translation>
  </message>
  <message>
   <source>Save it with maximised compatibility, which Photoshop asks for, or as PNG, and open that file.</source>
   <translation>احفظه بأقصى قدر من التوافق، وهو ما يسأل عنه فوتوشوب، أو بصيغة PNG، ثم افتح ذلك الملف.</translation>
  </message>
  <message>
   <source>Save it, then close Inpaint Studio and start it again.</source>
   <translation>احفظها ثم أغلق Inpaint Studio وشغّله من جديد.</translation>
  </message>
  <message>
   <source>Saved {file}</source>
   <translation>حُفظ {file}</translation>
  </message>
  <message>
   <source>Say what the masked area should become.</source>
   <translation>صف ما يجب أن تصير إليه المنطقة المقنّعة.</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>البذرة</translation>
  </message>
  <message>
   <source>Seed {seed}</source>
   <translation>البذرة {seed}</translation>
  </message>
  <message>
   <source>Send a mask or markup, not both.</source>
   <translation>أرسل قناعًا أو علامات، لا كليهما.</translation>
  </message>
  <message>
   <source>Send a smaller frame, or JPEG.</source>
   <translation>أرسل إطارًا أصغر أو JPEG.</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>أُرسل</translation>
  </message>
  <message>
   <source>Sent again in {delay}</source>
   <translation>يُرسل مجددًا بعد {delay}</translation>
  </message>
  <message>
   <source>Server failed</source>
   <translation>خطأ الخادم</translation>
  </message>
  <message>
   <source>Set it up again, or run with another one.</source>
   <translation>أعدّه من جديد أو شغّل بآخر.</translation>
  </message>
  <message>
   <source>Set up again: {names}.</source>
   <translation>أعدّ من جديد: {names}.</translation>
  </message>
  <message>
   <source>Shorten the naming template.</source>
   <translation>اختصر قالب التسمية.</translation>
  </message>
  <message>
   <source>Shrink mask</source>
   <translation>تقليص القناع</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>متجاوران</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>الحجم</translation>
  </message>
  <message>
   <source>Smooth mask</source>
   <translation>تنعيم القناع</translation>
  </message>
  <message>
   <source>Some of its files are damaged ({fault}). They are kept in {folder}.</source>
   <translation>بعض ملفاتها تالفة ({fault}). وهي محفوظة في {folder}.</translation>
  </message>
  <message>
   <source>Some of the window's state was not understood</source>
   <translation>لم يُفهم جزء من حالة النافذة</translation>
  </message>
  <message>
   <source>Some of what the project tells of its runs made no sense</source>
   <translation>بعض ما يذكره المشروع عن عمليات تشغيله غير مفهوم</translation>
  </message>
  <message>
   <source>Some of what was kept of this made no sense</source>
   <translation>بعض ما حُفظ من هذا غير مفهوم</translation>
  </message>
  <message>
   <source>Some profiles could not be used</source>
   <translation>تعذّر استخدام بعض الملفات التعريفية</translation>
  </message>
  <message>
   <source>Some settings were not understood</source>
   <translation>لم تُفهم بعض الإعدادات</translation>
  </message>
  <message>
   <source>Some {what} were not understood</source>
   <translation>لم تُفهم بعض {what}</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>حدث أمر غير متوقع</translation>
  </message>
  <message>
   <source>Spending limit</source>
   <translation>حد الإنفاق</translation>
  </message>
  <message>
   <source>Start what writes into it first, or open a picture file.</source>
   <translation>شغّل أولًا ما يكتب فيه، أو افتح ملف صورة.</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>أُوقف</translation>
  </message>
  <message>
   <source>Stopped at partial {number}</source>
   <translation>أُوقف عند الجزئية {number}</translation>
  </message>
  <message>
   <source>Take the next number</source>
   <translation>أخذ الرقم التالي</translation>
  </message>
  <message>
   <source>Takes painted markup and makes transparent backgrounds.</source>
   <translation>يقبل العلامات المرسومة ويصنع خلفيات شفافة.</translation>
  </message>
  <message>
   <source>Ten at most are kept; all may have been charged.</source>
   <translation>يُحتفظ بعشر صور على الأكثر؛ وربما احتُسبت تكلفتها كلها.</translation>
  </message>
  <message>
   <source>The Photoshop file holds no merged picture</source>
   <translation>لا يحتوي ملف فوتوشوب على صورة مدموجة</translation>
  </message>
  <message>
   <source>The answer cannot be read</source>
   <translation>تعذّرت قراءة الإجابة</translation>
  </message>
  <message>
   <source>The answer holds no picture</source>
   <translation>لا تحتوي الإجابة على صورة</translation>
  </message>
  <message>
   <source>The answer is compressed</source>
   <translation>الإجابة مضغوطة</translation>
  </message>
  <message>
   <source>The answer is too large</source>
   <translation>الإجابة كبيرة جدًا</translation>
  </message>
  <message>
   <source>The catalog could not be kept</source>
   <translation>تعذّر حفظ الكتالوج</translation>
  </message>
  <message>
   <source>The catalog does not know {shown} {value}; the endpoint decides.</source>
   <translation>لا يعرف الكتالوج {shown} {value}؛ القرار لنقطة النهاية.</translation>
  </message>
  <message>
   <source>The catalog has no price for this model: your monthly cap cannot watch it.</source>
   <translation>لا سعر لهذا النموذج في الكتالوج: لا يمكن لحدّك الشهري مراقبته.</translation>
  </message>
  <message>
   <source>The catalog in use is of {date}.</source>
   <translation>الكتالوج المستخدم بتاريخ {date}.</translation>
  </message>
  <message>
   <source>The catalog update cannot be used</source>
   <translation>لا يمكن استخدام تحديث الكتالوج</translation>
  </message>
  <message>
   <source>The colour profile could not be applied and has been dropped.</source>
   <translation>تعذّر تطبيق ملف تعريف الألوان فأُسقط.</translation>
  </message>
  <message>
   <source>The colour profile does not fit the picture and has been dropped.</source>
   <translation>ملف تعريف الألوان لا يناسب الصورة فأُسقط.</translation>
  </message>
  <message>
   <source>The colour profile is damaged; the picture is treated as sRGB.</source>
   <translation>ملف تعريف الألوان تالف؛ تُعامل الصورة على أنها sRGB.</translation>
  </message>
  <message>
   <source>The colour profile is too large; the picture is treated as sRGB.</source>
   <translation>ملف تعريف الألوان كبير جدًا؛ تُعامل الصورة على أنها sRGB.</translation>
  </message>
  <message>
   <source>The connection was lost</source>
   <translation>انقطع الاتصال</translation>
  </message>
  <message>
   <source>The disk failed</source>
   <translation>تعطّل القرص</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>القرص ممتلئ</translation>
  </message>
  <message>
   <source>The disk of {place} failed. Check it, and keep copies elsewhere.</source>
   <translation>تعطّل قرص {place}. افحصه واحتفظ بنسخ في مكان آخر.</translation>
  </message>
  <message>
   <source>The disk of {place} is full. Free some space there.</source>
   <translation>قرص {place} ممتلئ. أفرغ مساحة هناك.</translation>
  </message>
  <message>
   <source>The disk of {place} is read-only. Make it writable.</source>
   <translation>قرص {place} للقراءة فقط. اجعله قابلًا للكتابة.</translation>
  </message>
  <message>
   <source>The disk of {place} takes no file this large. Free some space, or keep less.</source>
   <translation>لا يقبل قرص {place} ملفًا بهذا الكبر. أفرغ مساحة أو احتفظ بأقل.</translation>
  </message>
  <message>
   <source>The endpoint cannot be reached</source>
   <translation>تعذّر الوصول إلى نقطة النهاية</translation>
  </message>
  <message>
   <source>The endpoint does not speak this contract</source>
   <translation>لا تتحدث نقطة النهاية هذه الواجهة</translation>
  </message>
  <message>
   <source>The endpoint ended without an image.</source>
   <translation>انتهت نقطة النهاية دون صورة.</translation>
  </message>
  <message>
   <source>The endpoint failed</source>
   <translation>فشلت نقطة النهاية</translation>
  </message>
  <message>
   <source>The endpoint had refused it so far, so nothing was charged.</source>
   <translation>كانت نقطة النهاية ترفضه حتى الآن، فلم تُحتسب أي تكلفة.</translation>
  </message>
  <message>
   <source>The endpoint keeps it at {scheme}://{host}, but {reason}. Set the profile's response format to b64_json. The run may have been charged.</source>
   <translation>تحتفظ نقطة النهاية بها في {scheme}://{host}، لكن {reason}. اضبط صيغة الإجابة على b64_json. ربما احتُسبت تكلفة التشغيل.</translation>
  </message>
  <message>
   <source>The endpoint lists no models</source>
   <translation>لا تسرد نقطة النهاية نماذج</translation>
  </message>
  <message>
   <source>The endpoint points elsewhere</source>
   <translation>تحيل نقطة النهاية إلى مكان آخر</translation>
  </message>
  <message>
   <source>The endpoint refused the key</source>
   <translation>رفضت نقطة النهاية المفتاح</translation>
  </message>
  <message>
   <source>The endpoint refused the request</source>
   <translation>رفضت نقطة النهاية الطلب</translation>
  </message>
  <message>
   <source>The endpoint reported success without a picture. Try again, or another model.</source>
   <translation>أبلغت نقطة النهاية بالنجاح دون صورة. حاول مجددًا أو جرّب نموذجًا آخر.</translation>
  </message>
  <message>
   <source>The endpoint sent JSON that is broken or cut off.</source>
   <translation>أرسلت نقطة النهاية JSON معطوبًا أو مبتورًا.</translation>
  </message>
  <message>
   <source>The endpoint sent a picture that is not valid base64.</source>
   <translation>أرسلت نقطة النهاية صورة ليست base64 صالحة.</translation>
  </message>
  <message>
   <source>The endpoint sent an empty file. It may have been charged.</source>
   <translation>أرسلت نقطة الوصول ملفاً فارغاً. ربما احتُسبت تكلفته.</translation>
  </message>
  <message>
   <source>The endpoint took too long</source>
   <translation>استغرقت نقطة النهاية وقتًا طويلًا</translation>
  </message>
  <message>
   <source>The endpoint's JSON is not an object.</source>
   <translation>JSON من نقطة النهاية ليس كائنًا.</translation>
  </message>
  <message>
   <source>The endpoint's certificate is not trusted</source>
   <translation>شهادة نقطة النهاية غير موثوقة</translation>
  </message>
  <message>
   <source>The extra field {name} overrides the control of that name.</source>
   <translation>الحقل الإضافي {name} يحل محل عنصر التحكم بهذا الاسم.</translation>
  </message>
  <message>
   <source>The extra fields are not JSON: {error}.</source>
   <translation>الحقول الإضافية ليست JSON: {error}.</translation>
  </message>
  <message>
   <source>The faster of the two 2.5 models.</source>
   <translation>الأسرع بين نموذجي 2.5.</translation>
  </message>
  <message>
   <source>The faster of the two newest models.</source>
   <translation>الأسرع بين أحدث نموذجين.</translation>
  </message>
  <message>
   <source>The file holds several pages; the first was opened.</source>
   <translation>يحتوي الملف على عدة صفحات؛ فُتحت الأولى.</translation>
  </message>
  <message>
   <source>The file is damaged beside its pixels; left out: {parts}.</source>
   <translation>الملف تالف خارج بكسلاته؛ تُرك منه: {parts}.</translation>
  </message>
  <message>
   <source>The file is kept as {kept}.</source>
   <translation>حُفظ الملف باسم {kept}.</translation>
  </message>
  <message>
   <source>The file name is too long</source>
   <translation>اسم الملف طويل جدًا</translation>
  </message>
  <message>
   <source>The file of this result has gone</source>
   <translation>اختفى ملف هذه النتيجة</translation>
  </message>
  <message>
   <source>The file of this result has gone. Restore it from a backup, or put it in the trash.</source>
   <translation>اختفى ملف هذه النتيجة. استعده من نسخة احتياطية أو انقلها إلى المهملات.</translation>
  </message>
  <message>
   <source>The file was written without the picture's EXIF, XMP and IPTC data, which did not fit.</source>
   <translation>كُتب الملف بدون بيانات EXIF وXMP وIPTC للصورة لأنها لم تتسع فيه.</translation>
  </message>
  <message>
   <source>The file was written without the picture's metadata, which did not fit.</source>
   <translation>كُتب الملف بدون البيانات الوصفية للصورة لأنها لم تتسع فيه.</translation>
  </message>
  <message>
   <source>The file's end marker is missing; the picture is whole.</source>
   <translation>علامة نهاية الملف مفقودة؛ الصورة كاملة.</translation>
  </message>
  <message>
   <source>The files of {count} results have gone</source>
   <translation>اختفت ملفات {count} نتائج</translation>
  </message>
  <message>
   <source>The history cannot be opened</source>
   <translation>تعذّر فتح السجل</translation>
  </message>
  <message>
   <source>The history could not be written. Free some space on the disk of {folder} and try again.</source>
   <translation>تعذّرت كتابة السجل. أفرغ مساحة على قرص {folder} وحاول مجددًا.</translation>
  </message>
  <message>
   <source>The history failed</source>
   <translation>فشل السجل</translation>
  </message>
  <message>
   <source>The history has not taken this result's file yet</source>
   <translation>لم يأخذ السجل ملف هذه النتيجة بعد</translation>
  </message>
  <message>
   <source>The history in {folder} could not be read or written: {fault}. Check the disk, and export what you need.</source>
   <translation>تعذّرت قراءة السجل أو كتابته في {folder}: {fault}. افحص القرص وصدّر ما تحتاجه.</translation>
  </message>
  <message>
   <source>The history is damaged</source>
   <translation>السجل تالف</translation>
  </message>
  <message>
   <source>The history is from a newer version</source>
   <translation>السجل من إصدار أحدث</translation>
  </message>
  <message>
   <source>The history is in use</source>
   <translation>السجل قيد الاستخدام</translation>
  </message>
  <message>
   <source>The history is in {folder} now</source>
   <translation>السجل الآن في {folder}</translation>
  </message>
  <message>
   <source>The history is read-only</source>
   <translation>السجل للقراءة فقط</translation>
  </message>
  <message>
   <source>The history was damaged. It is kept as {kept} in {folder}, and a new one was begun with the {count} runs that could be read. No picture was deleted.</source>
   <translation>كان السجل تالفًا. حُفظ باسم {kept} في {folder}، وبدأ سجل جديد بـ {count} من عمليات التشغيل المقروءة. لم تُحذف أي صورة.</translation>
  </message>
  <message>
   <source>The image the server sent</source>
   <translation>الصورة التي أرسلها الخادم</translation>
  </message>
  <message>
   <source>The key cannot be sent</source>
   <translation>تعذّر إرسال المفتاح</translation>
  </message>
  <message>
   <source>The key comes from the environment variable {variable}.</source>
   <translation>المفتاح من متغيّر البيئة {variable}.</translation>
  </message>
  <message>
   <source>The key comes from this computer's keyring.</source>
   <translation>المفتاح من حلقة مفاتيح هذا الجهاز.</translation>
  </message>
  <message>
   <source>The key could not be kept in a file</source>
   <translation>تعذّر حفظ المفتاح في ملف</translation>
  </message>
  <message>
   <source>The key is kept in this computer's keyring.</source>
   <translation>المفتاح محفوظ في حلقة مفاتيح هذا الجهاز.</translation>
  </message>
  <message>
   <source>The key is kept in {file}, which only you may read.</source>
   <translation>المفتاح محفوظ في {file}، ولا يقرؤه سواك.</translation>
  </message>
  <message>
   <source>The key is not accepted</source>
   <translation>المفتاح غير مقبول</translation>
  </message>
  <message>
   <source>The key was not sent</source>
   <translation>لم يُرسل المفتاح</translation>
  </message>
  <message>
   <source>The limit is {megapixels} megapixels and {edge} pixels an edge. Extend it by less.</source>
   <translation>الحد {megapixels} ميغابكسل و{edge} بكسل للضلع. وسّعها بمقدار أقل.</translation>
  </message>
  <message>
   <source>The mask cannot be written</source>
   <translation>تعذّرت كتابة القناع</translation>
  </message>
  <message>
   <source>The mask is empty</source>
   <translation>القناع فارغ</translation>
  </message>
  <message>
   <source>The mask lies outside the frame</source>
   <translation>القناع خارج الإطار</translation>
  </message>
  <message>
   <source>The model does not exist here</source>
   <translation>النموذج غير موجود هنا</translation>
  </message>
  <message>
   <source>The name is taken</source>
   <translation>الاسم مستخدم</translation>
  </message>
  <message>
   <source>The name {host} is not known.</source>
   <translation>الاسم {host} غير معروف.</translation>
  </message>
  <message>
   <source>The name {host} is not known. Check the spelling and the network.</source>
   <translation>الاسم {host} غير معروف. تحقق من الكتابة والشبكة.</translation>
  </message>
  <message>
   <source>The naming template cannot use {{{field}}} so</source>
   <translation>لا يمكن لقالب التسمية استخدام {{{field}}} هكذا</translation>
  </message>
  <message>
   <source>The naming template has an unpaired brace</source>
   <translation>في قالب التسمية قوس غير مكتمل</translation>
  </message>
  <message>
   <source>The newest and most careful model. Also takes complexity low, medium or high as an extra field.</source>
   <translation>أحدث نموذج وأدقّه. يقبل أيضًا complexity بقيمة low أو medium أو high كحقل إضافي.</translation>
  </message>
  <message>
   <source>The official package has no file field {field} of this kind.</source>
   <translation>ليس في الحزمة الرسمية حقل ملف {field} من هذا النوع.</translation>
  </message>
  <message>
   <source>The official package posts to {official} only, not to {path}.</source>
   <translation>ترسل الحزمة الرسمية إلى {official} فقط، لا إلى {path}.</translation>
  </message>
  <message>
   <source>The organisation is not verified</source>
   <translation>المؤسسة غير موثّقة</translation>
  </message>
  <message>
   <source>The original is no longer there</source>
   <translation>لم يعد الأصل موجودًا</translation>
  </message>
  <message>
   <source>The original with the edits accepted by then</source>
   <translation>الأصل مع التعديلات المقبولة حتى ذلك الحين</translation>
  </message>
  <message>
   <source>The picture cannot be fetched</source>
   <translation>تعذّر جلب الصورة</translation>
  </message>
  <message>
   <source>The picture cannot be read</source>
   <translation>تعذّرت قراءة الصورة</translation>
  </message>
  <message>
   <source>The picture cannot be written as {file_format}</source>
   <translation>لا يمكن كتابة الصورة بصيغة {file_format}</translation>
  </message>
  <message>
   <source>The picture could not be kept for the restart</source>
   <translation>تعذّر حفظ الصورة لإعادة التشغيل</translation>
  </message>
  <message>
   <source>The picture had a colour palette and has been converted to RGB.</source>
   <translation>كانت للصورة لوحة ألوان وحُوّلت إلى RGB.</translation>
  </message>
  <message>
   <source>The picture had more than 8 bits per channel and has been reduced to 8.</source>
   <translation>كان للصورة أكثر من 8 بت للقناة وخُفّضت إلى 8.</translation>
  </message>
  <message>
   <source>The picture is HDR: what is brighter than white is shown as white.</source>
   <translation>الصورة بنطاق HDR: ما هو أسطع من الأبيض يُعرض أبيض.</translation>
  </message>
  <message>
   <source>The picture is animated; its first frame was opened.</source>
   <translation>الصورة متحركة؛ فُتح إطارها الأول.</translation>
  </message>
  <message>
   <source>The picture is too large for PSD</source>
   <translation>الصورة كبيرة جدًا على PSD</translation>
  </message>
  <message>
   <source>The picture is too large for this format</source>
   <translation>الصورة كبيرة جدًا على هذه الصيغة</translation>
  </message>
  <message>
   <source>The picture of this run was not kept</source>
   <translation>لم تُحفظ صورة هذا التشغيل</translation>
  </message>
  <message>
   <source>The picture reads back as another</source>
   <translation>الصورة تُقرأ مجدداً على غير ما كُتبت</translation>
  </message>
  <message>
   <source>The picture was CMYK and has been converted to RGB.</source>
   <translation>كانت الصورة CMYK وحُوّلت إلى RGB.</translation>
  </message>
  <message>
   <source>The picture was Lab and has been converted to RGB.</source>
   <translation>كانت الصورة Lab وحُوّلت إلى RGB.</translation>
  </message>
  <message>
   <source>The picture was black and white only and has been converted to RGB.</source>
   <translation>كانت الصورة بالأبيض والأسود فقط وحُوّلت إلى RGB.</translation>
  </message>
  <message>
   <source>The picture was opened without them.</source>
   <translation>فُتحت الصورة من دونها.</translation>
  </message>
  <message>
   <source>The picture would become {width}×{height} pixels</source>
   <translation>ستصبح الصورة {width}×{height} بكسل</translation>
  </message>
  <message>
   <source>The picture's EXIF data is damaged and has been left out.</source>
   <translation>بيانات EXIF للصورة تالفة فأُهملت.</translation>
  </message>
  <message>
   <source>The picture's EXIF data is too large and has been left out.</source>
   <translation>بيانات EXIF للصورة كبيرة جدًا فأُهملت.</translation>
  </message>
  <message>
   <source>The picture's XMP data is damaged and has been left out.</source>
   <translation>بيانات XMP الخاصة بالصورة تالفة وقد تُركت.</translation>
  </message>
  <message>
   <source>The picture's colour space is not known here; it is treated as sRGB.</source>
   <translation>فضاء ألوان الصورة غير معروف هنا؛ تُعامل على أنها sRGB.</translation>
  </message>
  <message>
   <source>The picture's values have no fixed range and were stretched to 8 bits.</source>
   <translation>قيم الصورة بلا مدى ثابت ومُدّدت إلى 8 بت.</translation>
  </message>
  <message>
   <source>The picture's {kind} data is too large and has been left out.</source>
   <translation>بيانات {kind} للصورة كبيرة جدًا فأُهملت.</translation>
  </message>
  <message>
   <source>The pictures could not be written</source>
   <translation>تعذّرت كتابة الصور</translation>
  </message>
  <message>
   <source>The presets could not be written</source>
   <translation>تعذّرت كتابة الإعدادات المسبقة</translation>
  </message>
  <message>
   <source>The profile of this run has gone</source>
   <translation>لم يعد ملف هذا التشغيل موجودًا</translation>
  </message>
  <message>
   <source>The profile's base URL is not valid</source>
   <translation>العنوان الأساسي للملف التعريفي غير صالح</translation>
  </message>
  <message>
   <source>The prompt has {length:,} characters; {model} takes {max_prompt:,}.</source>
   <translation>النص {length:,} حرفًا؛ يقبل {model} {max_prompt:,}.</translation>
  </message>
  <message>
   <source>The proxy does not let through to {host} ({error}).</source>
   <translation>لا يسمح الوكيل بالوصول إلى {host} ({error}).</translation>
  </message>
  <message>
   <source>The proxy or the certificates cannot be used</source>
   <translation>لا يمكن استخدام الوكيل أو الشهادات</translation>
  </message>
  <message>
   <source>The request could not be sent</source>
   <translation>تعذّر إرسال الطلب</translation>
  </message>
  <message>
   <source>The request is too large for this endpoint</source>
   <translation>الطلب كبير جدًا على نقطة النهاية هذه</translation>
  </message>
  <message>
   <source>The result cannot be fetched</source>
   <translation>تعذّر جلب النتيجة</translation>
  </message>
  <message>
   <source>The result does not fit</source>
   <translation>النتيجة لا تتطابق</translation>
  </message>
  <message>
   <source>The result is {width}×{height}, the frame {frame_width}×{frame_height}</source>
   <translation>النتيجة {width}×{height}، والإطار {frame_width}×{frame_height}</translation>
  </message>
  <message>
   <source>The runs in this project are damaged</source>
   <translation>عمليات التشغيل في هذا المشروع تالفة</translation>
  </message>
  <message>
   <source>The server returned {width}×{height} instead of {frame_width}×{frame_height}; it was resized.</source>
   <translation>أعاد الخادم {width}×{height} بدل {frame_width}×{frame_height}؛ فغُيّر الحجم.</translation>
  </message>
  <message>
   <source>The settings could not be read</source>
   <translation>تعذّرت قراءة الإعدادات</translation>
  </message>
  <message>
   <source>The settings could not be saved</source>
   <translation>تعذّر حفظ الإعدادات</translation>
  </message>
  <message>
   <source>The settings were unreadable</source>
   <translation>كانت الإعدادات غير مقروءة</translation>
  </message>
  <message>
   <source>The stream ended early</source>
   <translation>انتهى البث مبكرًا</translation>
  </message>
  <message>
   <source>The upload stalled</source>
   <translation>توقّف الرفع</translation>
  </message>
  <message>
   <source>The {name} is {size}, the first picture {under}.</source>
   <translation>مقاس {name} هو {size}، والصورة الأولى {under}.</translation>
  </message>
  <message>
   <source>The {what} could not be read</source>
   <translation>تعذّرت القراءة: {what}</translation>
  </message>
  <message>
   <source>The {what} could not be saved</source>
   <translation>تعذّر الحفظ: {what}</translation>
  </message>
  <message>
   <source>The {what} were unreadable</source>
   <translation>غير مقروء: {what}</translation>
  </message>
  <message>
   <source>Their cards say so. Restore the history folder from a backup, or trash the cards.</source>
   <translation>تشير بطاقاتها إلى ذلك. استعد مجلد السجل من نسخة احتياطية أو انقل البطاقات إلى المهملات.</translation>
  </message>
  <message>
   <source>Then paint what should change.</source>
   <translation>ثم ارسم ما يجب تغييره.</translation>
  </message>
  <message>
   <source>There are no edits at this address</source>
   <translation>لا توجد تعديلات في هذا العنوان</translation>
  </message>
  <message>
   <source>There is a profile {name} already.</source>
   <translation>يوجد ملف تعريفي {name} من قبل.</translation>
  </message>
  <message>
   <source>There is no draft</source>
   <translation>لا توجد مسودة</translation>
  </message>
  <message>
   <source>There is no film strip</source>
   <translation>لا يوجد شريط صور</translation>
  </message>
  <message>
   <source>There is no picture</source>
   <translation>لا توجد صورة</translation>
  </message>
  <message>
   <source>There is not enough memory for {name}</source>
   <translation>الذاكرة لا تكفي لـ {name}</translation>
  </message>
  <message>
   <source>They are in the history now, as “Found in the history folder”.</source>
   <translation>هي الآن في السجل باسم ”Found in the history folder“.</translation>
  </message>
  <message>
   <source>They are with their runs. One of no known run has a run of its own.</source>
   <translation>هي مع عمليات تشغيلها. وما لا تُعرف عملية تشغيله له عملية خاصة به.</translation>
  </message>
  <message>
   <source>This computer's keyring cannot be used, so the key is kept only until Inpaint Studio is closed. To keep it, set the environment variable {variable}.</source>
   <translation>لا يمكن استخدام حلقة مفاتيح هذا الجهاز، لذا يبقى المفتاح حتى إغلاق Inpaint Studio فقط. للاحتفاظ به عيّن متغيّر البيئة {variable}.</translation>
  </message>
  <message>
   <source>This endpoint has refused {shown} {value} with {model} before: it is a preview.</source>
   <translation>سبق أن رفضت نقطة النهاية هذه القيمة {value} للحقل {shown} مع {model}: إنها معاينة.</translation>
  </message>
  <message>
   <source>This endpoint ignored the mask when it was tested; only your composite keeps it.</source>
   <translation>تجاهلت نقطة النهاية القناع عند الاختبار؛ التركيب وحده يحافظ عليه.</translation>
  </message>
  <message>
   <source>This file cannot be opened</source>
   <translation>تعذّر فتح هذا الملف</translation>
  </message>
  <message>
   <source>This file holds no presets</source>
   <translation>لا يحتوي هذا الملف على إعدادات مسبقة</translation>
  </message>
  <message>
   <source>This is not an API key</source>
   <translation>هذا ليس مفتاح API</translation>
  </message>
  <message>
   <source>This mask has no place</source>
   <translation>لا مكان لهذا القناع</translation>
  </message>
  <message>
   <source>This may have been charged. Retry when you like.</source>
   <translation>ربما احتُسبت تكلفة هذا. أعد المحاولة متى شئت.</translation>
  </message>
  <message>
   <source>This may have been charged. With streaming on, long edits are not cut off.</source>
   <translation>ربما احتُسبت تكلفة هذا. مع تشغيل البث لا تُقطع التعديلات الطويلة.</translation>
  </message>
  <message>
   <source>This name is taken</source>
   <translation>هذا الاسم مستخدم</translation>
  </message>
  <message>
   <source>This project cannot be opened</source>
   <translation>تعذّر فتح هذا المشروع</translation>
  </message>
  <message>
   <source>This project is from a newer version</source>
   <translation>هذا المشروع من إصدار أحدث</translation>
  </message>
  <message>
   <source>This result lies outside its picture</source>
   <translation>تقع هذه النتيجة خارج صورتها</translation>
  </message>
  <message>
   <source>This run is no longer in the history</source>
   <translation>لم تعد عملية التشغيل هذه في السجل</translation>
  </message>
  <message>
   <source>This run may cost {cost}. With {spent} spent this month it would pass your cap of {cap}; raise it in the settings.</source>
   <translation>قد تكلّف هذه العملية {cost}. مع إنفاق {spent} هذا الشهر ستتجاوز حدّك {cap}؛ ارفعه في الإعدادات.</translation>
  </message>
  <message>
   <source>This variant brought no picture.</source>
   <translation>لم تأتِ هذه النسخة بصورة.</translation>
  </message>
  <message>
   <source>This variant brought no result</source>
   <translation>لم تأتِ هذه النسخة بنتيجة</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>اليوم</translation>
  </message>
  <message>
   <source>Tokens</source>
   <translation>الرموز</translation>
  </message>
  <message>
   <source>Too many requests</source>
   <translation>طلبات كثيرة جدًا</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>استغرقت</translation>
  </message>
  <message>
   <source>Transp.</source>
   <translation>شفاف</translation>
  </message>
  <message>
   <source>Trash</source>
   <translation>المهملات</translation>
  </message>
  <message>
   <source>Try again later.</source>
   <translation>أعد المحاولة لاحقًا.</translation>
  </message>
  <message>
   <source>Two of its entries have one name</source>
   <translation>اثنان من مدخلاته بالاسم نفسه</translation>
  </message>
  <message>
   <source>Type one.</source>
   <translation>اكتب اسمًا.</translation>
  </message>
  <message>
   <source>Type the model's id; it may work all the same.</source>
   <translation>اكتب معرّف النموذج؛ قد يعمل رغم ذلك.</translation>
  </message>
  <message>
   <source>Update Inpaint Studio, or choose another history folder in the settings. Nothing was changed.</source>
   <translation>حدّث Inpaint Studio أو اختر مجلد سجل آخر في الإعدادات. لم يتغيّر شيء.</translation>
  </message>
  <message>
   <source>Update Inpaint Studio.</source>
   <translation>حدّث Inpaint Studio.</translation>
  </message>
  <message>
   <source>Use {source}, {prompt:30}, {model}, {n:02} or {date:%Y-%m-%d}.</source>
   <translation>استخدم {source} أو {prompt:30} أو {model} أو {n:02} أو {date:%Y-%m-%d}.</translation>
  </message>
  <message>
   <source>User ID</source>
   <translation>معرّف المستخدم</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>النسخ</translation>
  </message>
  <message>
   <source>Verify it with the vendor; that takes up to 15 minutes to count.</source>
   <translation>وثّقها لدى المزوّد؛ يستغرق سريان ذلك حتى 15 دقيقة.</translation>
  </message>
  <message>
   <source>Wait a little, then run again.</source>
   <translation>انتظر قليلًا ثم شغّل مجددًا.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>في الانتظار</translation>
  </message>
  <message>
   <source>Waiting does not help; check the billing page.</source>
   <translation>الانتظار لا يفيد؛ راجع صفحة الفوترة.</translation>
  </message>
  <message>
   <source>What Inpaint Studio wrote into it is damaged. Open it in Krita or GIMP.</source>
   <translation>ما كتبه Inpaint Studio فيه تالف. افتحه في Krita أو GIMP.</translation>
  </message>
  <message>
   <source>What could not be kept before is in the history now</source>
   <translation>ما تعذّر حفظه من قبل موجود الآن في السجل</translation>
  </message>
  <message>
   <source>What formats can do changes</source>
   <translation>يتغيّر ما تقدر عليه الصيغ</translation>
  </message>
  <message>
   <source>What was done last cannot be read.</source>
   <translation>لا يمكن قراءة آخر ما تم عمله.</translation>
  </message>
  <message>
   <source>What was sent</source>
   <translation>ما أُرسل</translation>
  </message>
  <message>
   <source>What was written</source>
   <translation>ما كُتب</translation>
  </message>
  <message>
   <source>What you do is not being kept on disk</source>
   <translation>ما تفعله لا يُحفظ على القرص</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>الصورة كاملة</translation>
  </message>
  <message>
   <source>Wipe</source>
   <translation>مسح تدريجي</translation>
  </message>
  <message>
   <source>Write one that tells what it is for.</source>
   <translation>اكتب اسمًا يدل على غرضه.</translation>
  </message>
  <message>
   <source>Write {{ for a brace in the name.</source>
   <translation>اكتب {{ لقوس في الاسم.</translation>
  </message>
  <message>
   <source>Writing to {place} is not allowed. Change its permissions.</source>
   <translation>الكتابة في {place} غير مسموحة. غيّر أذوناته.</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>أمس</translation>
  </message>
  <message>
   <source>Your own ID for the person who asks, by which the endpoint can tell misuse</source>
   <translation>معرّفك الخاص للشخص الطالب، تتعرّف به نقطة النهاية على إساءة الاستخدام</translation>
  </message>
  <message>
   <source>Your own catalog cannot be used</source>
   <translation>تعذّر استخدام كتالوجك الخاص</translation>
  </message>
  <message>
   <source>Your quota on the disk of {place} is used up. Delete something there.</source>
   <translation>استُنفدت حصتك من قرص {place}. احذف شيئًا هناك.</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>مقبولة</translation>
  </message>
  <message>
   <source>former prompts</source>
   <translation>النصوص السابقة</translation>
  </message>
  <message>
   <source>http:// would show it to everybody between here and {host}. Use https:// or allow it in the profile.</source>
   <translation>سيُظهره http:// لكل من بينك وبين {host}. استخدم https:// أو اسمح بذلك في الملف التعريفي.</translation>
  </message>
  <message>
   <source>it answers HTTP {status}</source>
   <translation>يجيب بـ HTTP {status}</translation>
  </message>
  <message>
   <source>it is no address</source>
   <translation>ليس عنوانًا</translation>
  </message>
  <message>
   <source>it lies in a private network</source>
   <translation>يقع في شبكة خاصة</translation>
  </message>
  <message>
   <source>it redirects in circles</source>
   <translation>يعيد التوجيه في حلقة</translation>
  </message>
  <message>
   <source>nothing said of its kind</source>
   <translation>دون ذكر نوعه</translation>
  </message>
  <message>
   <source>off</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>on</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>only https, or the endpoint's own host, is trusted</source>
   <translation>لا يوثق إلا بـ https أو بمضيف نقطة النهاية نفسها</translation>
  </message>
  <message>
   <source>presets</source>
   <translation>الإعدادات المسبقة</translation>
  </message>
  <message>
   <source>the file cannot be read</source>
   <translation>تعذّرت قراءة الملف</translation>
  </message>
  <message>
   <source>up to {megapixels} megapixels and {edge} pixels an edge</source>
   <translation>حتى {megapixels} ميغابكسل و{edge} بكسل للضلع</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>نعم</translation>
  </message>
  <message>
   <source>{advice} The endpoint says: {said}</source>
   <translation>{advice} تقول نقطة النهاية: {said}</translation>
  </message>
  <message>
   <source>{advice} and open it again, or save it as JPEG.</source>
   <translation>{advice} وافتحها مجددًا، أو احفظها بصيغة JPEG.</translation>
  </message>
  <message>
   <source>{bare} is a picture; it cannot be an extra field.</source>
   <translation>{bare} صورة؛ لا يمكن أن يكون حقلًا إضافيًا.</translation>
  </message>
  <message>
   <source>{charged} Its partials are kept.</source>
   <translation>{charged} احتُفظ بصوره الجزئية.</translation>
  </message>
  <message>
   <source>{count} edits are missing.</source>
   <translation>{count} من التعديلات مفقودة.</translation>
  </message>
  <message>
   <source>{count} pictures were found that no run knew</source>
   <translation>عُثر على {count} صور لا تعرفها أي عملية تشغيل</translation>
  </message>
  <message>
   <source>{count} references are missing.</source>
   <translation>{count} من المراجع مفقودة.</translation>
  </message>
  <message>
   <source>{count} results that could not be kept before are in the history</source>
   <translation>{count} من النتائج التي تعذّر حفظها من قبل موجودة الآن في السجل</translation>
  </message>
  <message>
   <source>{count} stars</source>
   <translation>{count} نجوم</translation>
  </message>
  <message>
   <source>{count} were not kept; all may have been charged.</source>
   <translation>لم يُحتفظ بـ {count} منها؛ وربما احتُسبت تكلفتها كلها.</translation>
  </message>
  <message>
   <source>{elapsed} of ≈ {usual}</source>
   <translation>{elapsed} من ≈ {usual}</translation>
  </message>
  <message>
   <source>{error}. Correct HTTPS_PROXY and ALL_PROXY (http://… or socks5://…) or SSL_CERT_FILE in the environment.</source>
   <translation>{error}. صحّح HTTPS_PROXY و ALL_PROXY (http://… أو socks5://…) أو SSL_CERT_FILE في البيئة.</translation>
  </message>
  <message>
   <source>{fault}. Check the folder {folder} and try again.</source>
   <translation>{fault}. تحقق من المجلد {folder} وحاول مجددًا.</translation>
  </message>
  <message>
   <source>{fault}. The file as it was is kept as {kept}.</source>
   <translation>{fault}. حُفظ الملف كما كان باسم {kept}.</translation>
  </message>
  <message>
   <source>{file_format} files cannot be written</source>
   <translation>لا يمكن كتابة ملفات {file_format}</translation>
  </message>
  <message>
   <source>{file_format} holds at most {edge} pixels an edge</source>
   <translation>يتسع {file_format} لـ {edge} بكسل للضلع كحد أقصى</translation>
  </message>
  <message>
   <source>{file} cannot be read</source>
   <translation>تعذّرت قراءة {file}</translation>
  </message>
  <message>
   <source>{file} changed while it was sent</source>
   <translation>تغيّر {file} أثناء إرساله</translation>
  </message>
  <message>
   <source>{file} could not be saved</source>
   <translation>تعذّر حفظ {file}</translation>
  </message>
  <message>
   <source>{file} could not be written</source>
   <translation>تعذّرت كتابة {file}</translation>
  </message>
  <message>
   <source>{file} has {have:.1f} MB; it must stay under {most:g} MB.</source>
   <translation>حجم {file} هو {have:.1f} م.ب؛ يجب أن يبقى دون {most:g} م.ب.</translation>
  </message>
  <message>
   <source>{file} is no longer there.</source>
   <translation>لم يعد {file} موجودًا.</translation>
  </message>
  <message>
   <source>{file} is not a PNG file.</source>
   <translation>{file} ليس ملف PNG.</translation>
  </message>
  <message>
   <source>{file} is not there any more</source>
   <translation>{file} لم يعد موجودًا</translation>
  </message>
  <message>
   <source>{file} is {media_type}; {model} takes {kinds}.</source>
   <translation>{file} من نوع {media_type}؛ يقبل {model} {kinds}.</translation>
  </message>
  <message>
   <source>{file} is {size}; {model} takes squares only.</source>
   <translation>مقاس {file} هو {size}؛ لا يقبل {model} إلا المربعات.</translation>
  </message>
  <message>
   <source>{file} was not made here, or changed since: its layers were merged</source>
   <translation>لم يُصنع {file} هنا أو تغيّر منذ ذلك: دُمجت طبقاته</translation>
  </message>
  <message>
   <source>{host} cannot prove who it is ({reason}).</source>
   <translation>لا يستطيع {host} إثبات هويته ({reason}).</translation>
  </message>
  <message>
   <source>{host} compresses answers although it is asked not to. Switch that off there, or use another address.</source>
   <translation>يضغط {host} الإجابات رغم طلب عدم ذلك. أوقف ذلك هناك أو استخدم عنوانًا آخر.</translation>
  </message>
  <message>
   <source>{host} did not answer in time. Check the address and the network.</source>
   <translation>لم يُجب {host} في الوقت المناسب. تحقق من العنوان والشبكة.</translation>
  </message>
  <message>
   <source>{host} does not speak https, or an outdated one. Check the address and the port.</source>
   <translation>{host} لا يتحدث https، أو يتحدث إصدارًا قديمًا منه. تحقق من العنوان والمنفذ.</translation>
  </message>
  <message>
   <source>{host} ended the stream before the picture was there. {charged}</source>
   <translation>أنهى {host} البث قبل وصول الصورة. {charged}</translation>
  </message>
  <message>
   <source>{host} hung up before the answer was there.</source>
   <translation>قطع {host} الاتصال قبل وصول الإجابة.</translation>
  </message>
  <message>
   <source>{host} hung up or was too slow.</source>
   <translation>قطع {host} الاتصال أو كان بطيئًا جدًا.</translation>
  </message>
  <message>
   <source>{host} redirects to {target}, which is not followed. If that is right, make it the profile's base URL.</source>
   <translation>يعيد {host} التوجيه إلى {target} ولا يُتّبع ذلك. إن كان صحيحًا فاجعله العنوان الأساسي للملف التعريفي.</translation>
  </message>
  <message>
   <source>{host} refused the connection. Is the server running?</source>
   <translation>رفض {host} الاتصال. هل الخادم قيد التشغيل؟</translation>
  </message>
  <message>
   <source>{host} sent more than {megabytes} MB.</source>
   <translation>أرسل {host} أكثر من {megabytes} م.ب.</translation>
  </message>
  <message>
   <source>{host} stopped taking the pictures. Nothing was generated.</source>
   <translation>توقّف {host} عن استلام الصور. لم يُنشأ شيء.</translation>
  </message>
  <message>
   <source>{host} was silent or too slow.</source>
   <translation>كان {host} صامتًا أو بطيئًا جدًا.</translation>
  </message>
  <message>
   <source>{kind} files cannot be read. {convert}</source>
   <translation>لا يمكن قراءة ملفات {kind}. {convert}</translation>
  </message>
  <message>
   <source>{limit}: choose PNG or TIFF.</source>
   <translation>{limit}: اختر PNG أو TIFF.</translation>
  </message>
  <message>
   <source>{losses} The damaged journal is kept in {folder}.</source>
   <translation>{losses} السجل التالف محفوظ في {folder}.</translation>
  </message>
  <message>
   <source>{message} Check the address and the clock.</source>
   <translation>{message} تحقق من العنوان والساعة.</translation>
  </message>
  <message>
   <source>{message} The result is written into the history as soon as that is possible.</source>
   <translation>{message} تُكتب النتيجة في السجل حالما يصبح ذلك ممكنًا.</translation>
  </message>
  <message>
   <source>{message} What you run now is kept in {aside}.</source>
   <translation>{message} ما تشغّله الآن يُحفظ في {aside}.</translation>
  </message>
  <message>
   <source>{model} becomes the default</source>
   <translation>يصبح {model} الافتراضي</translation>
  </message>
  <message>
   <source>{model} comes in</source>
   <translation>يُضاف {model}</translation>
  </message>
  <message>
   <source>{model} does not make {size}. {advice}</source>
   <translation>لا يصنع {model} الحجم {size}. {advice}</translation>
  </message>
  <message>
   <source>{model} does not make {size}; the nearest it makes is {fix}.</source>
   <translation>لا يصنع {model} الحجم {size}؛ الأقرب هو {fix}.</translation>
  </message>
  <message>
   <source>{model} does not offer {shown} {value}.</source>
   <translation>لا يقدّم {model} {shown} {value}.</translation>
  </message>
  <message>
   <source>{model} does not stream {output_format}.</source>
   <translation>لا يبث {model} صيغة {output_format}.</translation>
  </message>
  <message>
   <source>{model} ends at another time</source>
   <translation>ينتهي {model} في وقت آخر</translation>
  </message>
  <message>
   <source>{model} goes</source>
   <translation>يُحذف {model}</translation>
  </message>
  <message>
   <source>{model} has no field {name} for this output.</source>
   <translation>ليس لدى {model} حقل {name} لهذا الإخراج.</translation>
  </message>
  <message>
   <source>{model} has other prices</source>
   <translation>تتغيّر أسعار {model}</translation>
  </message>
  <message>
   <source>{model} is described otherwise</source>
   <translation>يتغيّر وصف {model}</translation>
  </message>
  <message>
   <source>{model} is not in the catalog; the endpoint decides what it takes.</source>
   <translation>{model} ليس في الكتالوج؛ نقطة النهاية تقرر ما تقبله.</translation>
  </message>
  <message>
   <source>{model} is retired; only compatible servers still offer it.</source>
   <translation>أُوقف {model}؛ ولا تقدّمه الآن إلا الخوادم المتوافقة.</translation>
  </message>
  <message>
   <source>{model} needs a size.</source>
   <translation>يحتاج {model} إلى حجم.</translation>
  </message>
  <message>
   <source>{model} offers {shown} {value} as a preview: some accounts may use it.</source>
   <translation>يقدّم {model} القيمة {value} للحقل {shown} معاينةً: يُسمح بها لبعض الحسابات فقط.</translation>
  </message>
  <message>
   <source>{model} sends 0 to {max_partials} partial images.</source>
   <translation>يرسل {model} من 0 إلى {max_partials} صور جزئية.</translation>
  </message>
  <message>
   <source>{model} stops on {date}; after that only compatible servers offer it.</source>
   <translation>يتوقف {model} في {date}؛ وبعدها لا تقدّمه إلا الخوادم المتوافقة.</translation>
  </message>
  <message>
   <source>{model} takes no markup.</source>
   <translation>لا يقبل {model} العلامات.</translation>
  </message>
  <message>
   <source>{model} takes no mask for this output.</source>
   <translation>لا يقبل {model} قناعًا لهذا الإخراج.</translation>
  </message>
  <message>
   <source>{model} takes something else: {fields}</source>
   <translation>يتغيّر ما يقبله {model}: {fields}</translation>
  </message>
  <message>
   <source>{model} takes {max_images} pictures, not {count}.</source>
   <translation>يقبل {model} {max_images} صور، لا {count}.</translation>
  </message>
  <message>
   <source>{model} was retired on {date}; only compatible servers still offer it.</source>
   <translation>أُوقف {model} في {date}؛ ولا تقدّمه الآن إلا الخوادم المتوافقة.</translation>
  </message>
  <message>
   <source>{name} cannot be opened</source>
   <translation>تعذّر فتح {name}</translation>
  </message>
  <message>
   <source>{name} cannot be read to its end</source>
   <translation>تعذّرت قراءة {name} حتى نهايته</translation>
  </message>
  <message>
   <source>{name} cannot be restored</source>
   <translation>تعذّرت استعادة {name}</translation>
  </message>
  <message>
   <source>{name} cannot be {value}; it takes {rule}.</source>
   <translation>لا يمكن أن يكون {name} هو {value}؛ المقبول {rule}.</translation>
  </message>
  <message>
   <source>{name} could not be restored completely</source>
   <translation>تعذرت استعادة {name} بالكامل</translation>
  </message>
  <message>
   <source>{name} is a folder</source>
   <translation>{name} مجلد</translation>
  </message>
  <message>
   <source>{name} is a pipe that nothing comes out of</source>
   <translation>{name} أنبوب لا يخرج منه شيء</translation>
  </message>
  <message>
   <source>{name} is damaged</source>
   <translation>{name} تالف</translation>
  </message>
  <message>
   <source>{name} is empty</source>
   <translation>{name} فارغ</translation>
  </message>
  <message>
   <source>{name} is larger than this program opens</source>
   <translation>{name} أكبر مما يفتحه هذا البرنامج</translation>
  </message>
  <message>
   <source>{name} is missing in it</source>
   <translation>{name} مفقود فيه</translation>
  </message>
  <message>
   <source>{name} is no file</source>
   <translation>{name} ليس ملفًا</translation>
  </message>
  <message>
   <source>{name} is not there</source>
   <translation>{name} غير موجود</translation>
  </message>
  <message>
   <source>{name} is too large</source>
   <translation>{name} كبير جدًا</translation>
  </message>
  <message>
   <source>{name} is too large{size}</source>
   <translation>{name} كبير جدًا{size}</translation>
  </message>
  <message>
   <source>{one} {more}</source>
   <translation>{one} {more}</translation>
  </message>
  <message>
   <source>{output_format} can be neither shown nor put into the picture here; choose {fix}.</source>
   <translation>لا يمكن عرض {output_format} ولا وضعه في الصورة هنا؛ اختر {fix}.</translation>
  </message>
  <message>
   <source>{output_format} cannot be transparent; choose {fix}.</source>
   <translation>لا يمكن أن يكون {output_format} شفافًا؛ اختر {fix}.</translation>
  </message>
  <message>
   <source>{output_format} has no compression level with {model}.</source>
   <translation>ليس لـ {output_format} مستوى ضغط مع {model}.</translation>
  </message>
  <message>
   <source>{path} is far too large.</source>
   <translation>{path} كبير جدًا.</translation>
  </message>
  <message>
   <source>{place} has gone. Bring it back.</source>
   <translation>اختفى {place}. أعده إلى مكانه.</translation>
  </message>
  <message>
   <source>{place} is a file where a folder is needed. Move it away.</source>
   <translation>{place} ملف حيث يلزم مجلد. انقله من هناك.</translation>
  </message>
  <message>
   <source>{profile} has no key</source>
   <translation>لا مفتاح لدى {profile}</translation>
  </message>
  <message>
   <source>{profile} has no key.</source>
   <translation>لا مفتاح لدى {profile}.</translation>
  </message>
  <message>
   <source>{reason} Save it in the browser and open the file.</source>
   <translation>{reason} احفظها في المتصفح وافتح الملف.</translation>
  </message>
  <message>
   <source>{reason} The run may have been charged.</source>
   <translation>{reason} ربما احتُسبت تكلفة التشغيل.</translation>
  </message>
  <message>
   <source>{reason}. Check its permissions.</source>
   <translation>{reason}. تحقق من أذوناته.</translation>
  </message>
  <message>
   <source>{reason}. Defaults are used; check that {path} may be read.</source>
   <translation>{reason}. تُستخدم القيم الافتراضية؛ تأكد أن {path} قابل للقراءة.</translation>
  </message>
  <message>
   <source>{reason}. Look at {path}.</source>
   <translation>{reason}. انظر {path}.</translation>
  </message>
  <message>
   <source>{reason}. Save it anew where it was made.</source>
   <translation>{reason}. احفظه من جديد حيث صُنع.</translation>
  </message>
  <message>
   <source>{reason}: {place}.</source>
   <translation>{reason}: {place}.</translation>
  </message>
  <message>
   <source>{said} Run again; if it fails once more, restart the program.</source>
   <translation>{said} شغّل مرة أخرى؛ وإن فشل ثانيةً فأعد تشغيل البرنامج.</translation>
  </message>
  <message>
   <source>{size} is experimental for {model}.</source>
   <translation>{size} تجريبي مع {model}.</translation>
  </message>
  <message>
   <source>{title}. Save it in the browser and open the file.</source>
   <translation>{title}. احفظها في المتصفح وافتح الملف.</translation>
  </message>
  <message>
   <source>{title}: {message} Nothing of it is lost meanwhile.</source>
   <translation>{title}: {message} لا يضيع منه شيء حتى ذلك الحين.</translation>
  </message>
  <message>
   <source>{why} Or choose another folder.</source>
   <translation>{why} أو اختر مجلدًا آخر.</translation>
  </message>
  <message>
   <source>{why} Or choose another history folder in the settings.</source>
   <translation>{why} أو اختر مجلد سجل آخر في الإعدادات.</translation>
  </message>
  <message>
   <source>{why} Or save it elsewhere; nothing of it is lost meanwhile.</source>
   <translation>{why} أو احفظه في مكان آخر؛ لن يضيع منه شيء.</translation>
  </message>
  <message>
   <source>{why} They hold until Inpaint Studio is closed.</source>
   <translation>{why} تسري حتى إغلاق Inpaint Studio.</translation>
  </message>
  <message>
   <source>{why} You can go on, but a crash would lose it. Or save the project elsewhere.</source>
   <translation>{why} يمكنك المتابعة، لكن التعطّل سيفقده. أو احفظ المشروع في مكان آخر.</translation>
  </message>
  <message>
   <source>{words} More is in {log}</source>
   <translation>{words} التفاصيل في {log}</translation>
  </message>
  <message>
   <source>{words} The file as it was is kept as {kept}.</source>
   <translation>{words} حُفظ الملف كما كان باسم {kept}.</translation>
  </message>
  <message>
   <source>{words} The settings as they were are kept as {kept}.</source>
   <translation>{words} حُفظت الإعدادات كما كانت باسم {kept}.</translation>
  </message>
  <message>
   <source>{words} Until then it is kept as {copy}.</source>
   <translation>{words} حتى ذلك الحين هي محفوظة باسم {copy}.</translation>
  </message>
  <message>
   <source>{words} Until then it is on no disk: export it.</source>
   <translation>{words} حتى ذلك الحين ليست على أي قرص: صدّرها.</translation>
  </message>
  <message>
   <source>{words} {charged}</source>
   <translation>{words} {charged}</translation>
  </message>
  <message>
   <source>{words} {count} runs could not be read.</source>
   <translation>{words} تعذّرت قراءة {count} من عمليات التشغيل.</translation>
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
  <name>ProbeReportList</name>
  <message>
   <source>Fields accepted</source>
   <translation>قبول الحقول</translation>
  </message>
  <message>
   <source>Key accepted</source>
   <translation>قبول المفتاح</translation>
  </message>
  <message>
   <source>Mask polarity</source>
   <translation>قطبية القناع</translation>
  </message>
  <message>
   <source>Mask respected</source>
   <translation>مراعاة القناع</translation>
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
   <source>Size respected</source>
   <translation>مراعاة الحجم</translation>
  </message>
  <message>
   <source>Streaming</source>
   <translation>البث</translation>
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
  <name>ProbeSection</name>
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
   <source>{0} each</source>
   <translation>{0} لكل منها</translation>
  </message>
 </context>
 <context>
  <name>ProblemList</name>
  <message>
   <source>Open profile</source>
   <translation>افتح الملف الشخصي</translation>
  </message>
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
   <source>Alpha</source>
   <translation>ألفا</translation>
  </message>
  <message>
   <source>Always the same</source>
   <translation>البذرة نفسها دائمًا</translation>
  </message>
  <message>
   <source>As the model</source>
   <translation>كما في النموذج</translation>
  </message>
  <message>
   <source>Authentication</source>
   <translation>المصادقة</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>تلقائي</translation>
  </message>
  <message>
   <source>Connect timeout</source>
   <translation>مهلة الاتصال</translation>
  </message>
  <message>
   <source>Edits path</source>
   <translation>مسار التحرير</translation>
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
   <source>Idle timeout</source>
   <translation>مهلة الخمول</translation>
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
   <source>Images per request</source>
   <translation>الصور لكل طلب</translation>
  </message>
  <message>
   <source>Images per request while streaming</source>
   <translation>الصور لكل طلب أثناء البث</translation>
  </message>
  <message>
   <source>Inverted</source>
   <translation>معكوس</translation>
  </message>
  <message>
   <source>It has none</source>
   <translation>لا يوجد</translation>
  </message>
  <message>
   <source>Its id, where the catalog does not know it</source>
   <translation>معرّفه إن لم يعرفه الكتالوج</translation>
  </message>
  <message>
   <source>Luminance</source>
   <translation>الإضاءة</translation>
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
   <source>Mask respected</source>
   <translation>مراعاة القناع</translation>
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
   <source>Previews</source>
   <translation>المعاينات</translation>
  </message>
  <message>
   <source>Random</source>
   <translation>عشوائي</translation>
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
   <source>Seed field</source>
   <translation>حقل البذرة</translation>
  </message>
  <message>
   <source>Send the key unencrypted: others on the way can read it</source>
   <translation>إرسال المفتاح بلا تشفير: قد يقرؤه غيرك في الطريق</translation>
  </message>
  <message>
   <source>Size respected</source>
   <translation>مراعاة الحجم</translation>
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
   <source>Total timeout</source>
   <translation>المهلة الكلية</translation>
  </message>
  <message>
   <source>Without a seed</source>
   <translation>من دون بذرة</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>نعم</translation>
  </message>
  <message>
   <source>model field=value: accepted or refused</source>
   <translation>النموذج الحقل=القيمة: accepted أو refused</translation>
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
   <source>Local fill</source>
   <translation>ملء محلي</translation>
  </message>
  <message>
   <source>Not tested yet.</source>
   <translation>لم يُختبر بعد.</translation>
  </message>
  <message>
   <source>Request format</source>
   <translation>صيغة الطلب</translation>
  </message>
  <message>
   <source>Test results</source>
   <translation>نتائج الاختبار</translation>
  </message>
  <message>
   <source>Tested on {0}. You may correct what it found.</source>
   <translation>اختُبر في {0}. يمكنك تصحيح ما وجده.</translation>
  </message>
 </context>
 <context>
  <name>ProfilesController</name>
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
  <name>ProfilesDialog</name>
  <message>
   <source>Add a profile</source>
   <translation>إضافة ملف تعريفي</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
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
  <name>PromptBar</name>
  <message>
   <source>Hide the prompt at the mask</source>
   <translation>إخفاء النص عند القناع</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>النسخ</translation>
  </message>
 </context>
 <context>
  <name>PromptBarController</name>
  <message>
   <source>Run</source>
   <translation>تشغيل</translation>
  </message>
 </context>
 <context>
  <name>PromptEdit</name>
  <message>
   <source>Not needed: local fill continues what surrounds your mask.</source>
   <translation>غير لازم: الملء المحلي يواصل ما حول قناعك.</translation>
  </message>
  <message>
   <source>Prompt</source>
   <translation>النص</translation>
  </message>
  <message>
   <source>What should be there instead?</source>
   <translation>ماذا ينبغي أن يكون مكانه؟</translation>
  </message>
 </context>
 <context>
  <name>PromptField</name>
  <message>
   <source>Alt ↑↓ history</source>
   <translation>⁦Alt ↑↓⁩ السجل</translation>
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
  <name>RecentMenu</name>
  <message>
   <source>Clear this list</source>
   <translation>إفراغ القائمة</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>المفتوحة مؤخرًا</translation>
  </message>
 </context>
 <context>
  <name>RecoveryDialog</name>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before these were saved. Mask, edits, undo and the panel come back with them.</source>
   <translation>انتهى Inpaint Studio قبل حفظ هذه. يعود معها القناع والتعديلات والتراجع واللوحة.</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>لاحقًا</translation>
  </message>
  <message>
   <source>Nothing is waiting: every picture is saved or still open.</source>
   <translation>لا شيء ينتظر: كل صورة محفوظة أو ما زالت مفتوحة.</translation>
  </message>
  <message>
   <source>Restore all</source>
   <translation>استعادة الكل</translation>
  </message>
  <message>
   <source>These were not saved. They are kept for 30 days.</source>
   <translation>لم تُحفظ هذه. يُحتفظ بها 30 يومًا.</translation>
  </message>
  <message>
   <source>Unsaved pictures</source>
   <translation>صور غير محفوظة</translation>
  </message>
 </context>
 <context>
  <name>RecoveryRow</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>لا تغييرات</numerusform>
    <numerusform>تغيير واحد</numerusform>
    <numerusform>تغييران</numerusform>
    <numerusform>%n تغييرات</numerusform>
    <numerusform>%n تغييرًا</numerusform>
    <numerusform>%n تغيير</numerusform>
   </translation>
  </message>
  <message>
   <source>Deleted when you close this window</source>
   <translation>يُحذف عند إغلاق هذه النافذة</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>تجاهل</translation>
  </message>
  <message>
   <source>Discard {0}</source>
   <translation>تجاهل {0}</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>الاحتفاظ به</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>استعادة</translation>
  </message>
  <message>
   <source>Restore {0}</source>
   <translation>استعادة {0}</translation>
  </message>
  <message>
   <source>What was done last cannot be read.</source>
   <translation>لا يمكن قراءة آخر ما تم عمله.</translation>
  </message>
 </context>
 <context>
  <name>ReferenceTile</name>
  <message>
   <source>
A click shows it large. {0} removes it, {1} and {2} move it</source>
   <translation>
النقر يعرضها كبيرة. {0} يزيلها، و{1} و{2} ينقلانها</translation>
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
  <message>
   <source>Remove ({0})</source>
   <translation>إزالة ({0})</translation>
  </message>
  <message>
   <source>Remove picture {0}</source>
   <translation>إزالة الصورة {0}</translation>
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
  <name>ReferencesController</name>
  <message>
   <source>Add references</source>
   <translation>إضافة مراجع</translation>
  </message>
  <message>
   <source>Dropped picture</source>
   <translation>صورة مُفلتة</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>افتح صورة أولًا</translation>
  </message>
  <message>
   <source>Picture 1: the canvas</source>
   <translation>الصورة 1: اللوحة</translation>
  </message>
  <message>
   <source>Picture {0}: {1}</source>
   <translation>الصورة {0}: {1}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>{0} is no longer a reference</source>
   <translation>لم تعد {0} مرجعًا</translation>
  </message>
  <message>
   <source>{0} takes no references</source>
   <translation>{0} لا يقبل مراجع</translation>
  </message>
 </context>
 <context>
  <name>RequestPanel</name>
  <message>
   <source>Off</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>On</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
 </context>
 <context>
  <name>RequestPlan</name>
  <message>
   <source>Fill locally, free</source>
   <translation>ملء محلي، مجانًا</translation>
  </message>
  <message>
   <source>Price unknown</source>
   <translation>السعر غير معروف</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>تشغيل</translation>
  </message>
 </context>
 <context>
  <name>RunBlock</name>
  <message>
   <source>Run</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <source>Run in another turn</source>
   <translation>التشغيل بترتيب آخر</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stop everything that runs</source>
   <translation>إيقاف كل ما يعمل</translation>
  </message>
  <message>
   <source>Stop {0}</source>
   <translation>إيقاف {0}</translation>
  </message>
 </context>
 <context>
  <name>RunNotices</name>
  <message>
   <source>Details</source>
   <translation>التفاصيل</translation>
  </message>
  <message>
   <source>Edit prompt</source>
   <translation>تعديل النص</translation>
  </message>
  <message>
   <source>Open profile</source>
   <translation>افتح الملف الشخصي</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>إعادة المحاولة</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>إظهارها</translation>
  </message>
 </context>
 <context>
  <name>SaveController</name>
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
   <source>A bar below the mask with the prompt, the variants, the price and Run.</source>
   <translation>شريط تحت القناع فيه النص والنسخ والسعر والتشغيل.</translation>
  </message>
  <message>
   <source>Accepting a result clears the mask; one undo takes back both.</source>
   <translation>قبول نتيجة يمسح القناع؛ وتراجع واحد يعيد الاثنين.</translation>
  </message>
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
   <source>Gallery</source>
   <translation>المعرض</translation>
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
   <source>Go on to the next after judging</source>
   <translation>الانتقال إلى التالي بعد التقييم</translation>
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
   <source>Instant draft</source>
   <translation>مسودة فورية</translation>
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
   <source>New mask after Accept</source>
   <translation>قناع جديد بعد القبول</translation>
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
   <source>Prompt at the mask</source>
   <translation>النص عند القناع</translation>
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
   <source>Stars, Pick and Reject select the next card or pane. The key A turns it on and off.</source>
   <translation>النجوم والاختيار والرفض تنتقل إلى البطاقة أو اللوحة التالية. المفتاح A يشغّل ذلك ويوقفه.</translation>
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
  <message>
   <source>While another endpoint works, local fill shows what it would do. It is free, is replaced by the first picture and never kept.</source>
   <translation>بينما تعمل نقطة نهاية أخرى يعرض الملء المحلي ما كان سيفعله. إنه مجاني، وتحل محله أول صورة ولا يُحفظ أبدًا.</translation>
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
   <source>Restart now</source>
   <translation>إعادة التشغيل الآن</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>الاختصارات</translation>
  </message>
  <message>
   <source>What is open stays open</source>
   <translation>ما هو مفتوح يبقى مفتوحًا</translation>
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
   <source>{0} is free here. It also means: {1}</source>
   <translation>{0} متاح هنا. وله في مكان آخر معنى: {1}</translation>
  </message>
  <message>
   <source>{0} is free.</source>
   <translation>{0} متاح.</translation>
  </message>
  <message>
   <source>“{0}” ({1})</source>
   <translation>«{0}» ({1})</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Alt+right drag</source>
   <translation>Alt+سحب بالزر الأيمن</translation>
  </message>
  <message>
   <source>Apply a number to the mask</source>
   <translation>تطبيق رقم على القناع</translation>
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
   <source>Former prompts, in the prompt</source>
   <translation>نصوص سابقة، في خانة النص</translation>
  </message>
  <message>
   <source>From the prompt to the canvas</source>
   <translation>من النص إلى اللوحة</translation>
  </message>
  <message>
   <source>In fields</source>
   <translation>في الحقول</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>تحريك</translation>
  </message>
  <message>
   <source>Shift+click</source>
   <translation>Shift+نقر</translation>
  </message>
  <message>
   <source>Shift+wheel</source>
   <translation>Shift+العجلة</translation>
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
   <source>The mask as it was</source>
   <translation>القناع كما كان</translation>
  </message>
  <message>
   <source>The opposite of brush or eraser</source>
   <translation>عكس الفرشاة أو الممحاة</translation>
  </message>
  <message>
   <source>With the mouse</source>
   <translation>بالفأرة</translation>
  </message>
  <message>
   <source>Zoom at the pointer</source>
   <translation>التكبير عند المؤشر</translation>
  </message>
  <message>
   <source>hold Alt</source>
   <translation>اضغط Alt</translation>
  </message>
  <message>
   <source>middle drag</source>
   <translation>سحب بالوسط</translation>
  </message>
  <message>
   <source>wheel</source>
   <translation>العجلة</translation>
  </message>
 </context>
 <context>
  <name>ShownDocument</name>
  <message>
   <source>Paint what should change · Alt erases · {0} {1} size</source>
   <translation>ارسم ما ينبغي تغييره · Alt يمحو · {0} {1} الحجم</translation>
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
  <name>SourceTile</name>
  <message>
   <source>Picture 1 is what is on the canvas: always sent first, never removed</source>
   <translation>الصورة 1 هي ما على اللوحة: تُرسل دائمًا أولًا ولا تُزال</translation>
  </message>
  <message>
   <source>Picture 1: the canvas</source>
   <translation>الصورة 1: اللوحة</translation>
  </message>
 </context>
 <context>
  <name>StagingBar</name>
  <message>
   <source>Accept</source>
   <translation>قبول</translation>
  </message>
  <message>
   <source>Accept whole frame</source>
   <translation>قبول الإطار كله</translation>
  </message>
  <message>
   <source>All variants of this run side by side</source>
   <translation>كل نسخ هذا التشغيل متجاورة</translation>
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
   <source>Compare</source>
   <translation>مقارنة</translation>
  </message>
  <message>
   <source>Composite</source>
   <translation>مركّب</translation>
  </message>
  <message>
   <source>Composite: only what your mask lets through. Raw: all the model returned, and so it is accepted. Seam: where both mix.</source>
   <translation>المركّب: ما يسمح به قناعك فقط. الخام: كل ما أعاده النموذج، وهكذا يُقبل. اللحام: حيث يمتزجان.</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>تجاهل</translation>
  </message>
  <message>
   <source>Do not wait any longer; nothing was charged so far</source>
   <translation>لا تنتظر أكثر؛ لم تُحتسب أي تكلفة حتى الآن</translation>
  </message>
  <message>
   <source>Film strip: every picture on the way</source>
   <translation>شريط الصور: كل صورة في الطريق</translation>
  </message>
  <message>
   <source>Hold to see the picture without it</source>
   <translation>اضغط مطولًا لرؤية الصورة من دونه</translation>
  </message>
  <message>
   <source>Keep partial</source>
   <translation>احتفظ بالجزئية</translation>
  </message>
  <message>
   <source>Next variant</source>
   <translation>النسخة التالية</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>الأصل</translation>
  </message>
  <message>
   <source>Previous variant</source>
   <translation>النسخة السابقة</translation>
  </message>
  <message>
   <source>Put it into the picture ({0}). A partial ends its stream ({1})</source>
   <translation>ضعها في الصورة ({0}). الصورة المرحلية تُنهي بثّها ({1})</translation>
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
   <source>Send now</source>
   <translation>إرسال الآن</translation>
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
   <source>Show how it stands and the ways to look at it</source>
   <translation>إظهار الحالة وطرق العرض</translation>
  </message>
  <message>
   <source>Show only what is decided here</source>
   <translation>إظهار ما يُقرَّر هنا فقط</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Stop this variant</source>
   <translation>إيقاف هذه النسخة</translation>
  </message>
  <message>
   <source>Take it off the canvas; it stays in the history</source>
   <translation>إزالته من اللوحة؛ ويبقى في السجل</translation>
  </message>
 </context>
 <context>
  <name>StagingController</name>
  <message>
   <source>Changed beyond the mask (spill {0})</source>
   <translation>تغيّر ما وراء القناع (التسرّب {0})</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>مسودة</translation>
  </message>
  <message>
   <source>Draft by local fill, until the first picture comes</source>
   <translation>مسودة بالملء المحلي حتى تصل أول صورة</translation>
  </message>
  <message>
   <source>Mask respected (spill {0})</source>
   <translation>رُوعي القناع (التسرّب {0})</translation>
  </message>
  <message>
   <source>Mask seems ignored (spill {0})</source>
   <translation>يبدو القناع مهملاً (تسرّب {0})</translation>
  </message>
  <message>
   <source>Mask seems inverted (spill {0})</source>
   <translation>يبدو القناع معكوسًا (تسرّب {0})</translation>
  </message>
  <message>
   <source>asked {0}, got {1}</source>
   <translation>طُلب {0} ووصل {1}</translation>
  </message>
  <message>
   <source>background: asked {0}, got {1}</source>
   <translation>الخلفية: طُلب {0} ووصل {1}</translation>
  </message>
  <message>
   <source>moved {0}</source>
   <translation>أُزيح {0}</translation>
  </message>
  <message>
   <source>pictures: asked {0}, got {1}</source>
   <translation>الصور: طُلب {0} ووصل {1}</translation>
  </message>
  <message>
   <source>quality: asked {0}, got {1}</source>
   <translation>الجودة: طُلب {0} ووصل {1}</translation>
  </message>
  <message>
   <source>seam blurred ({0})</source>
   <translation>الحافة ضبابية ({0})</translation>
  </message>
  <message>
   <source>seam clean ({0})</source>
   <translation>الحافة نظيفة ({0})</translation>
  </message>
  <message>
   <source>seam visible ({0})</source>
   <translation>الحافة ظاهرة ({0})</translation>
  </message>
  <message>
   <source>{0}. Sent again in {1}</source>
   <translation>{0}. يُرسل مجددًا بعد {1}</translation>
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
  <name>Stills</name>
  <message>
   <source>Pictures on the way</source>
   <translation>الصور في الطريق</translation>
  </message>
 </context>
 <context>
  <name>StoredResultsController</name>
  <message>
   <source>Go to {0} to see it there, and to accept it.</source>
   <translation>انتقل إلى {0} لتراها هناك وتقبلها.</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>فتحها</translation>
  </message>
  <message>
   <source>Open {0} to show it there.</source>
   <translation>افتح {0} لعرضها هناك.</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>إظهارها</translation>
  </message>
  <message>
   <source>That was not kept. Edit this result, or export it.</source>
   <translation>لم يُحتفظ بها. حرّر هذه النتيجة أو صدّرها.</translation>
  </message>
  <message>
   <source>This result belongs to another picture</source>
   <translation>هذه النتيجة تخص صورة أخرى</translation>
  </message>
 </context>
 <context>
  <name>TabBar</name>
  <message>
   <source>Close picture</source>
   <translation>إغلاق الصورة</translation>
  </message>
  <message>
   <source>Open pictures</source>
   <translation>الصور المفتوحة</translation>
  </message>
 </context>
 <context>
  <name>TabsController</name>
  <message numerus="yes">
   <source>%n new result(s)</source>
   <translation>
    <numerusform>لا نتائج جديدة</numerusform>
    <numerusform>نتيجة جديدة واحدة</numerusform>
    <numerusform>نتيجتان جديدتان</numerusform>
    <numerusform>%n نتائج جديدة</numerusform>
    <numerusform>%n نتيجة جديدة</numerusform>
    <numerusform>%n نتيجة جديدة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming</source>
   <translation>
    <numerusform>لا نتائج قادمة</numerusform>
    <numerusform>نتيجة واحدة ما زالت قادمة</numerusform>
    <numerusform>نتيجتان ما زالتا قادمتين</numerusform>
    <numerusform>%n نتائج ما زالت قادمة</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming go into the history.</source>
   <translation>
    <numerusform>لا نتائج قادمة.</numerusform>
    <numerusform>النتيجة التي ما زالت قادمة تذهب إلى السجل.</numerusform>
    <numerusform>النتيجتان اللتان ما زالتا قادمتين تذهبان إلى السجل.</numerusform>
    <numerusform>%n نتائج ما زالت قادمة تذهب إلى السجل.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة تذهب إلى السجل.</numerusform>
    <numerusform>%n نتيجة ما زالت قادمة تذهب إلى السجل.</numerusform>
   </translation>
  </message>
  <message>
   <source>Close without saving</source>
   <translation>إغلاق دون حفظ</translation>
  </message>
  <message>
   <source>Keep working</source>
   <translation>مواصلة العمل</translation>
  </message>
  <message>
   <source>Not saved</source>
   <translation>غير محفوظة</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>فتحها من جديد</translation>
  </message>
  <message>
   <source>Save project as…</source>
   <translation>حفظ المشروع باسم…</translation>
  </message>
  <message>
   <source>What you did to it is kept: File → Unsaved pictures…</source>
   <translation>ما فعلته بها محفوظ: ملف ← صور غير محفوظة…</translation>
  </message>
  <message>
   <source>{0} is not saved, and the disk does not take what was done to it.</source>
   <translation>لم يُحفظ {0}، والقرص لا يقبل ما أُجري عليه.</translation>
  </message>
  <message>
   <source>{0} was closed</source>
   <translation>أُغلقت {0}</translation>
  </message>
  <message>
   <source>{0} was not saved</source>
   <translation>لم يُحفظ {0}</translation>
  </message>
 </context>
 <context>
  <name>ToolsController</name>
  <message>
   <source>Redo</source>
   <translation>إعادة</translation>
  </message>
  <message>
   <source>Redo {0}</source>
   <translation>إعادة: {0}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>Undo {0}</source>
   <translation>تراجع: {0}</translation>
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
</TS>