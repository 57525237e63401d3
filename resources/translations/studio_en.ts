<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>CloseController</name>
  <message numerus="yes">
   <source>%n picture(s) are not saved</source>
   <translation>
    <numerusform>%n picture is not saved</numerusform>
    <numerusform>%n pictures are not saved</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: a restart stops them, and they may be charged.</source>
   <translation>
    <numerusform>%n result still coming: a restart stops it, and it may be charged.</numerusform>
    <numerusform>%n results still coming: a restart stops them, and they may be charged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: a restart stops them.</source>
   <translation>
    <numerusform>%n result still coming: a restart stops it.</numerusform>
    <numerusform>%n results still coming: a restart stops them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: closing stops them, and they may be charged.</source>
   <translation>
    <numerusform>%n result still coming: closing stops it, and it may be charged.</numerusform>
    <numerusform>%n results still coming: closing stops them, and they may be charged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: closing stops them.</source>
   <translation>
    <numerusform>%n result still coming: closing stops it.</numerusform>
    <numerusform>%n results still coming: closing stops them.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>GalleryPage</name>
  <message numerus="yes">
   <source>%n result(s)</source>
   <translation>
    <numerusform>%n result</numerusform>
    <numerusform>%n results</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RecoveryRow</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n change</numerusform>
    <numerusform>%n changes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TabsController</name>
  <message numerus="yes">
   <source>%n new result(s)</source>
   <translation>
    <numerusform>%n new result</numerusform>
    <numerusform>%n new results</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming</source>
   <translation>
    <numerusform>%n result still coming</numerusform>
    <numerusform>%n results still coming</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming go into the history.</source>
   <translation>
    <numerusform>%n result still coming goes into the history.</numerusform>
    <numerusform>%n results still coming go into the history.</numerusform>
   </translation>
  </message>
 </context>
</TS>