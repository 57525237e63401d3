<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>BlendPopup</name>
  <message>
   <source>Blend</source>
   <translation>Mischen</translation>
  </message>
  <message>
   <source>Blend through the mask as it is now</source>
   <translation>Durch die jetzige Maske mischen</translation>
  </message>
  <message>
   <source>Colour match</source>
   <translation>Farbabgleich</translation>
  </message>
  <message>
   <source>Feather</source>
   <translation>Weich</translation>
  </message>
  <message>
   <source>Feather by the size of the mask</source>
   <translation>Weich nach der Größe der Maske</translation>
  </message>
  <message>
   <source>Grow</source>
   <translation>Wachsen</translation>
  </message>
  <message>
   <source>Lay a shifted result back</source>
   <translation>Verschobenes Ergebnis zurücklegen</translation>
  </message>
  <message>
   <source>Paint another mask first; the result stays the same</source>
   <translation>Male zuerst eine andere Maske; das Ergebnis bleibt</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
 </context>
 <context>
  <name>BrushOptions</name>
  <message>
   <source>Flow</source>
   <translation>Fluss</translation>
  </message>
  <message>
   <source>Hardness</source>
   <translation>Härte</translation>
  </message>
  <message>
   <source>Pen pressure changes the size</source>
   <translation>Stiftdruck ändert die Größe</translation>
  </message>
  <message>
   <source>Pressure</source>
   <translation>Druck</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
 </context>
 <context>
  <name>BrushPopup</name>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>Brush and eraser as they came (D)</source>
   <translation>Pinsel und Radierer wie anfangs (D)</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Radierer</translation>
  </message>
  <message>
   <source>Flow</source>
   <translation>Fluss</translation>
  </message>
  <message>
   <source>Hardness</source>
   <translation>Härte</translation>
  </message>
  <message>
   <source>Pen pressure changes the flow</source>
   <translation>Stiftdruck ändert den Fluss</translation>
  </message>
  <message>
   <source>Pen pressure changes the size</source>
   <translation>Stiftdruck ändert die Größe</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Tool</source>
   <translation>Werkzeug</translation>
  </message>
  <message>
   <source>[ ] size · Shift+[ ] hardness · Alt+right-drag both</source>
   <translation>[ ] Größe · Umschalt+[ ] Härte · Alt+Ziehen rechts beides</translation>
  </message>
 </context>
 <context>
  <name>Canvas</name>
  <message>
   <source>Canvas</source>
   <translation>Leinwand</translation>
  </message>
  <message>
   <source>Paint over what should change in the picture.</source>
   <translation>Übermale, was sich im Bild ändern soll.</translation>
  </message>
  <message>
   <source>{0} px · {1} %</source>
   <translation>{0} px · {1} %</translation>
  </message>
 </context>
 <context>
  <name>Centre</name>
  <message>
   <source>Pixels outside the mask are kept, bit for bit</source>
   <translation>Pixel außerhalb der Maske bleiben, Bit für Bit</translation>
  </message>
 </context>
 <context>
  <name>CleanupDialog</name>
  <message>
   <source>Clean up the history</source>
   <translation>Verlauf aufräumen</translation>
  </message>
  <message>
   <source>Keep what has stars</source>
   <translation>Behalten, was Sterne hat</translation>
  </message>
  <message>
   <source>Keep what is picked</source>
   <translation>Behalten, was ausgewählt ist</translation>
  </message>
  <message>
   <source>Keep what was accepted into a picture</source>
   <translation>Behalten, was in ein Bild angenommen wurde</translation>
  </message>
  <message>
   <source>Move to trash</source>
   <translation>In den Papierkorb</translation>
  </message>
  <message>
   <source>Nothing in the history is like this.</source>
   <translation>Nichts im Verlauf ist so.</translation>
  </message>
  <message>
   <source>Older than</source>
   <translation>Älter als</translation>
  </message>
  <message>
   <source>{0} results go to the trash and stay there for 30 days.</source>
   <translation>{0} Ergebnisse kommen in den Papierkorb und bleiben dort 30 Tage.</translation>
  </message>
 </context>
 <context>
  <name>Clipboard</name>
  <message>
   <source>Picture copied</source>
   <translation>Bild kopiert</translation>
  </message>
  <message>
   <source>Result copied</source>
   <translation>Ergebnis kopiert</translation>
  </message>
  <message>
   <source>The file of this result is missing or damaged</source>
   <translation>Die Datei dieses Ergebnisses fehlt oder ist beschädigt</translation>
  </message>
 </context>
 <context>
  <name>ColourField</name>
  <message>
   <source>Pick: {0}</source>
   <translation>Auswählen: {0}</translation>
  </message>
  <message>
   <source>Pick…</source>
   <translation>Auswählen…</translation>
  </message>
  <message>
   <source>Write a colour as in #e5484d.</source>
   <translation>Schreibe eine Farbe wie #e5484d.</translation>
  </message>
 </context>
 <context>
  <name>CompareDesk</name>
  <message>
   <source>The file of one of these results is missing or damaged</source>
   <translation>Die Datei eines dieser Ergebnisse fehlt oder ist beschädigt</translation>
  </message>
  <message>
   <source>The first {0} of {1} are compared</source>
   <translation>Die ersten {0} von {1} werden verglichen</translation>
  </message>
  <message>
   <source>This result belongs to another session: edit or export it instead</source>
   <translation>Dieses Ergebnis gehört zu einer anderen Sitzung: bearbeite oder exportiere es</translation>
  </message>
 </context>
 <context>
  <name>ComparePage</name>
  <message>
   <source>Back to the picture</source>
   <translation>Zurück zum Bild</translation>
  </message>
  <message>
   <source>Back to the picture (Esc)</source>
   <translation>Zurück zum Bild (Esc)</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>Blind</translation>
  </message>
  <message>
   <source>Composite</source>
   <translation>Zusammengesetzt</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Gain</source>
   <translation>Verstärkung</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>Wärmebild</translation>
  </message>
  <message>
   <source>Hide which model made what until you have chosen (B)</source>
   <translation>Verbergen, welches Modell was machte, bis du gewählt hast (B)</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Modus</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Deckkraft</translation>
  </message>
  <message>
   <source>Raw</source>
   <translation>Roh</translation>
  </message>
  <message>
   <source>Shift moves one pane alone</source>
   <translation>Umschalt bewegt ein Feld allein</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Tempo</translation>
  </message>
  <message>
   <source>Whole picture or 100 % at the pointer (Z)</source>
   <translation>Ganzes Bild oder 100 % am Zeiger (Z)</translation>
  </message>
  <message>
   <source>Wipe</source>
   <translation>Wischen</translation>
  </message>
 </context>
 <context>
  <name>CompareView</name>
  <message>
   <source>Comparison</source>
   <translation>Vergleich</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>Ausgewählt</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
 </context>
 <context>
  <name>Controls</name>
  <message>
   <source>Answer as</source>
   <translation>Antwort als</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>Hintergrund</translation>
  </message>
  <message>
   <source>Compression quality</source>
   <translation>Kompressionsqualität</translation>
  </message>
  <message>
   <source>Extra</source>
   <translation>Weiteres</translation>
  </message>
  <message>
   <source>Fidelity</source>
   <translation>Treue</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Input fidelity</source>
   <translation>Eingabetreue</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Moderation</source>
   <translation>Moderation</translation>
  </message>
  <message>
   <source>Partials</source>
   <translation>Zwischenbilder</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Quality %</source>
   <translation>Qualität %</translation>
  </message>
  <message>
   <source>Response format</source>
   <translation>Antwortformat</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>User</source>
   <translation>Benutzer</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>Varianten</translation>
  </message>
  <message>
   <source>Your own id for a person</source>
   <translation>Deine eigene ID für eine Person</translation>
  </message>
  <message>
   <source>{0} does not stream</source>
   <translation>{0} streamt nicht</translation>
  </message>
  <message>
   <source>{0} does not take this</source>
   <translation>{0} nimmt das nicht</translation>
  </message>
  <message>
   <source>{0} has no quality level with {1}</source>
   <translation>{0} hat mit {1} keine Qualitätsstufe</translation>
  </message>
  <message>
   <source>{0} is not streamed</source>
   <translation>{0} wird nicht gestreamt</translation>
  </message>
  <message>
   <source>{0} makes only {1}</source>
   <translation>{0} macht nur {1}</translation>
  </message>
  <message>
   <source>{0} sends no partial images</source>
   <translation>{0} sendet keine Zwischenbilder</translation>
  </message>
 </context>
 <context>
  <name>CostLine</name>
  <message>
   <source>An estimate from the catalog's prices: about {0} tokens in, {1} out.
The actual cost follows from the answer.</source>
   <translation>Geschätzt aus den Preisen des Katalogs: etwa {0} Token hinein, {1} heraus.
Die wirklichen Kosten folgen aus der Antwort.</translation>
  </message>
  <message>
   <source>Nothing is charged.</source>
   <translation>Nichts wird berechnet.</translation>
  </message>
  <message>
   <source>Price unknown</source>
   <translation>Preis unbekannt</translation>
  </message>
  <message>
   <source>Session {0} · month {1}</source>
   <translation>Sitzung {0} · Monat {1}</translation>
  </message>
  <message>
   <source>The catalog has no price for this model.</source>
   <translation>Der Katalog hat keinen Preis für dieses Modell.</translation>
  </message>
  <message>
   <source>for {0} variants</source>
   <translation>für {0} Varianten</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} von {1}</translation>
  </message>
 </context>
 <context>
  <name>Count</name>
  <message>
   <source>1 to {0}</source>
   <translation>1 bis {0}</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>MIT licence</source>
   <translation>MIT-Lizenz</translation>
  </message>
  <message>
   <source>Paint what should change · Alt erases · [ ] size</source>
   <translation>Male, was sich ändern soll · Alt radiert · [ ] Größe</translation>
  </message>
 </context>
 <context>
  <name>DropChoice</name>
  <message>
   <source>Add as reference</source>
   <translation>Als Referenz hinzufügen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Open as new picture</source>
   <translation>Als neues Bild öffnen</translation>
  </message>
  <message>
   <source>Use as mask</source>
   <translation>Als Maske verwenden</translation>
  </message>
 </context>
 <context>
  <name>EditsButton</name>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Edits {0}</source>
   <translation>Änderungen {0}</translation>
  </message>
  <message>
   <source>Merged edits</source>
   <translation>Vereinte Änderungen</translation>
  </message>
  <message>
   <source>Show, hide, order, merge or remove accepted edits</source>
   <translation>Angenommene Änderungen zeigen, verbergen, ordnen, vereinen oder entfernen</translation>
  </message>
 </context>
 <context>
  <name>EditsPopup</name>
  <message>
   <source>Accepted edits</source>
   <translation>Angenommene Änderungen</translation>
  </message>
  <message>
   <source>Edit opacity</source>
   <translation>Deckkraft der Änderung</translation>
  </message>
  <message>
   <source>Edits</source>
   <translation>Änderungen</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>Verbergen</translation>
  </message>
  <message>
   <source>Merge visible edits</source>
   <translation>Sichtbare Änderungen vereinen</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Deckkraft</translation>
  </message>
  <message>
   <source>Remove edit</source>
   <translation>Änderung entfernen</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>The source below them is never touched.</source>
   <translation>Die Quelle darunter wird nie berührt.</translation>
  </message>
 </context>
 <context>
  <name>EmptyState</name>
  <message>
   <source>Connect an API key…</source>
   <translation>API-Schlüssel verbinden…</translation>
  </message>
  <message>
   <source>Drop a picture here</source>
   <translation>Bild hier ablegen</translation>
  </message>
  <message>
   <source>Local fill is ready: no key, no network, free.</source>
   <translation>Lokales Füllen ist bereit: kein Schlüssel, kein Netz, kostenlos.</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen…</translation>
  </message>
  <message>
   <source>Paint what should change, run, keep the result you like.
Everything outside your mask stays as it is, bit for bit.</source>
   <translation>Male, was sich ändern soll, starte, behalte, was dir gefällt.
Alles außerhalb deiner Maske bleibt, wie es ist, Bit für Bit.</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>Beispiel ausprobieren</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>All in one zip file</source>
   <translation>Alle in einer Zip-Datei</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Export into</source>
   <translation>Exportieren nach</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>If it exists</source>
   <translation>Falls vorhanden</translation>
  </message>
  <message>
   <source>Keep the source's EXIF data</source>
   <translation>EXIF-Daten der Quelle behalten</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Will be written as {0}</source>
   <translation>Wird als {0} geschrieben</translation>
  </message>
  <message>
   <source>Write how it was made beside it (.json)</source>
   <translation>Entstehung daneben schreiben (.json)</translation>
  </message>
  <message>
   <source>Write how it was made into the file</source>
   <translation>Entstehung in die Datei schreiben</translation>
  </message>
  <message>
   <source>about {0}</source>
   <translation>etwa {0}</translation>
  </message>
  <message>
   <source>{0} files, the first as {1}</source>
   <translation>{0} Dateien, die erste als {1}</translation>
  </message>
 </context>
 <context>
  <name>Exporting</name>
  <message>
   <source>Exported {0}</source>
   <translation>{0} exportiert</translation>
  </message>
  <message>
   <source>Exported {0} files</source>
   <translation>{0} Dateien exportiert</translation>
  </message>
  <message>
   <source>Exporting {0} of {1}</source>
   <translation>{0} von {1} wird exportiert</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stopped. {0} files were written</source>
   <translation>Gestoppt. {0} Dateien wurden geschrieben</translation>
  </message>
  <message>
   <source>These cards hold no result yet</source>
   <translation>Diese Karten haben noch kein Ergebnis</translation>
  </message>
  <message>
   <source>{0} could not be exported</source>
   <translation>{0} konnte nicht exportiert werden</translation>
  </message>
 </context>
 <context>
  <name>ExtraEdit</name>
  <message>
   <source>Extra fields as JSON</source>
   <translation>Weitere Felder als JSON</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Any model</source>
   <translation>Jedes Modell</translation>
  </message>
  <message>
   <source>Back to the picture (G)</source>
   <translation>Zurück zum Bild (G)</translation>
  </message>
  <message>
   <source>Compare the selected results (C)</source>
   <translation>Ausgewählte Ergebnisse vergleichen (C)</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Export the selected results</source>
   <translation>Ausgewählte Ergebnisse exportieren</translation>
  </message>
  <message>
   <source>Open the gallery (G)</source>
   <translation>Galerie öffnen (G)</translation>
  </message>
  <message>
   <source>Search prompts</source>
   <translation>Prompts suchen</translation>
  </message>
  <message>
   <source>This picture</source>
   <translation>Dieses Bild</translation>
  </message>
  <message>
   <source>Three stars and more</source>
   <translation>Drei Sterne und mehr</translation>
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
   <translation>Eine Maske ohne Wirkung hat keine Polarität.</translation>
  </message>
  <message>
   <source>A stream was asked for; one answer came after {seconds} s.</source>
   <translation>Ein Strom war verlangt; eine Antwort kam nach {seconds} s.</translation>
  </message>
  <message>
   <source>All were taken: {fields}.</source>
   <translation>Alle wurden angenommen: {fields}.</translation>
  </message>
  <message>
   <source>An edit was accepted with this key.</source>
   <translation>Eine Änderung wurde mit diesem Schlüssel angenommen.</translation>
  </message>
  <message>
   <source>An edit was accepted without a key.</source>
   <translation>Eine Änderung wurde ohne Schlüssel angenommen.</translation>
  </message>
  <message>
   <source>Events came as a stream, the last after {seconds} s.</source>
   <translation>Ereignisse kamen als Strom, das letzte nach {seconds} s.</translation>
  </message>
  <message>
   <source>It answered in {ms} ms and lists {count} models.</source>
   <translation>Er antwortete in {ms} ms und nennt {count} Modelle.</translation>
  </message>
  <message>
   <source>It answered in {ms} ms.</source>
   <translation>Er antwortete in {ms} ms.</translation>
  </message>
  <message>
   <source>It answered in {ms} ms; it lists no models.</source>
   <translation>Er antwortete in {ms} ms; Modelle nennt er nicht.</translation>
  </message>
  <message>
   <source>It answered.</source>
   <translation>Er antwortete.</translation>
  </message>
  <message>
   <source>It changes what should be kept; masks are sent inverted from now on.</source>
   <translation>Er ändert, was bleiben soll; Masken gehen von nun an umgekehrt hinaus.</translation>
  </message>
  <message>
   <source>None of {asked} asked for came.</source>
   <translation>Keines von {asked} verlangten kam.</translation>
  </message>
  <message>
   <source>None was refused, but {wanted} was asked for and {got} came.</source>
   <translation>Keines wurde abgelehnt, doch {wanted} war verlangt und {got} kam.</translation>
  </message>
  <message>
   <source>Nothing changed, so nothing is proved.</source>
   <translation>Nichts änderte sich, also ist nichts bewiesen.</translation>
  </message>
  <message>
   <source>Partial images need a stream.</source>
   <translation>Zwischenbilder brauchen einen Strom.</translation>
  </message>
  <message>
   <source>Plain white = edit is read right; a mask with transparency had no effect.</source>
   <translation>Reines Weiß = ändern wird richtig gelesen; eine Maske mit Transparenz wirkte nicht.</translation>
  </message>
  <message>
   <source>Refused: {fields}. The edit was accepted without.</source>
   <translation>Abgelehnt: {fields}. Ohne sie wurde die Änderung angenommen.</translation>
  </message>
  <message>
   <source>Streaming is off in this profile, so it was not asked for.</source>
   <translation>Der Strom ist in diesem Profil aus und wurde nicht verlangt.</translation>
  </message>
  <message>
   <source>The inverted mask is read right.</source>
   <translation>Die umgekehrte Maske wird richtig gelesen.</translation>
  </message>
  <message>
   <source>The mask as it is sent, transparent and white = edit, is read right.</source>
   <translation>Die Maske, wie sie gesendet wird, durchsichtig und weiß = ändern, wird richtig gelesen.</translation>
  </message>
  <message>
   <source>{asked} was asked for and came.</source>
   <translation>{asked} war verlangt und kam.</translation>
  </message>
  <message>
   <source>{asked} was asked for, {got} came. Results are scaled to fit.</source>
   <translation>{asked} war verlangt, {got} kam. Ergebnisse werden eingepasst.</translation>
  </message>
  <message>
   <source>{got} of {asked} asked for came, the first after {seconds} s.</source>
   <translation>{got} von {asked} verlangten kamen, das erste nach {seconds} s.</translation>
  </message>
  <message>
   <source>{inside} of the masked pixels changed and {outside} of the others.</source>
   <translation>{inside} der maskierten Pixel änderten sich und {outside} der anderen.</translation>
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
   <translation>Felder angenommen</translation>
  </message>
  <message>
   <source>Key accepted</source>
   <translation>Schlüssel angenommen</translation>
  </message>
  <message>
   <source>Mask honoured</source>
   <translation>Maske beachtet</translation>
  </message>
  <message>
   <source>Mask the right way round</source>
   <translation>Maske richtig herum</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Not tested</source>
   <translation>Nicht geprüft</translation>
  </message>
  <message>
   <source>Partial images</source>
   <translation>Zwischenbilder</translation>
  </message>
  <message>
   <source>Partly</source>
   <translation>Teilweise</translation>
  </message>
  <message>
   <source>Reachable</source>
   <translation>Erreichbar</translation>
  </message>
  <message>
   <source>Size kept to</source>
   <translation>Größe eingehalten</translation>
  </message>
  <message>
   <source>Streams</source>
   <translation>Streamt</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
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
   <translation>Wählen: {0}</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>Wählen…</translation>
  </message>
 </context>
 <context>
  <name>FrameOptions</name>
  <message>
   <source>Follow the mask</source>
   <translation>Der Maske folgen</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Frei</translation>
  </message>
  <message>
   <source>Ratio</source>
   <translation>Verhältnis</translation>
  </message>
  <message>
   <source>Shift keeps the ratio the frame has</source>
   <translation>Umschalt hält das Verhältnis des Rahmens</translation>
  </message>
  <message>
   <source>The frame is chosen from the mask (Shift+B)</source>
   <translation>Der Rahmen folgt aus der Maske (Umschalt+B)</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>Ganzes Bild</translation>
  </message>
 </context>
 <context>
  <name>GalleryDesk</name>
  <message>
   <source>Nothing was made from this result yet</source>
   <translation>Aus diesem Ergebnis wurde noch nichts gemacht</translation>
  </message>
  <message>
   <source>This run began with a picture of its own</source>
   <translation>Dieser Lauf begann mit einem eigenen Bild</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>{0} moved to the trash</source>
   <translation>{0} in den Papierkorb gelegt</translation>
  </message>
 </context>
 <context>
  <name>GalleryPage</name>
  <message>
   <source>Clean up the history</source>
   <translation>Verlauf aufräumen</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>Galerie</translation>
  </message>
  <message>
   <source>Go to a date</source>
   <translation>Zu einem Datum gehen</translation>
  </message>
  <message>
   <source>Nothing in the history is like this. Take a filter away to see more.</source>
   <translation>Nichts im Verlauf ist so. Nimm einen Filter weg, um mehr zu sehen.</translation>
  </message>
  <message>
   <source>What the history takes on the disk. Clean up…</source>
   <translation>Was der Verlauf auf der Platte belegt. Aufräumen…</translation>
  </message>
  <message>
   <source>{0} results</source>
   <translation>{0} Ergebnisse</translation>
  </message>
 </context>
 <context>
  <name>HistoryStrip</name>
  <message>
   <source>Every run is kept here by itself.</source>
   <translation>Jeder Lauf wird hier von selbst aufgehoben.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Nothing in the history is like this. Take a filter away to see more.</source>
   <translation>Nichts im Verlauf ist so. Nimm einen Filter weg, um mehr zu sehen.</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source> · {0} requests alike</source>
   <translation> · {0} gleiche Anfragen</translation>
  </message>
  <message>
   <source>Copied as {0}. It reads the key from {1}.</source>
   <translation>Als {0} kopiert. Der Schlüssel wird aus {1} gelesen.</translation>
  </message>
  <message>
   <source>Copies read the key from {0}.</source>
   <translation>Kopien lesen den Schlüssel aus {0}.</translation>
  </message>
  <message>
   <source>Copy as Python</source>
   <translation>Als Python kopieren</translation>
  </message>
  <message>
   <source>Copy as curl</source>
   <translation>Als curl kopieren</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Felder</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>What is sent</source>
   <translation>Was gesendet wird</translation>
  </message>
 </context>
 <context>
  <name>KeyField</name>
  <message>
   <source>API key</source>
   <translation>API-Schlüssel</translation>
  </message>
  <message>
   <source>Asking the keyring…</source>
   <translation>Der Schlüsselbund wird gefragt…</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>It is sent to {0} only.</source>
   <translation>Er wird nur an {0} gesendet.</translation>
  </message>
  <message>
   <source>Keep it in a file only I may read</source>
   <translation>In einer Datei aufheben, die nur ich lesen darf</translation>
  </message>
  <message>
   <source>Keep key</source>
   <translation>Schlüssel aufheben</translation>
  </message>
  <message>
   <source>Looking for a key…</source>
   <translation>Ein Schlüssel wird gesucht…</translation>
  </message>
  <message>
   <source>No key yet. It will be sent to {0} only.</source>
   <translation>Noch kein Schlüssel. Er wird nur an {0} gesendet.</translation>
  </message>
  <message>
   <source>Paste another to replace it</source>
   <translation>Einen anderen einfügen, um ihn zu ersetzen</translation>
  </message>
  <message>
   <source>Paste your key</source>
   <translation>Füge deinen Schlüssel ein</translation>
  </message>
  <message>
   <source>This profile sends no key.</source>
   <translation>Dieses Profil sendet keinen Schlüssel.</translation>
  </message>
  <message>
   <source>this address</source>
   <translation>diese Adresse</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>100 %</source>
   <translation>100 %</translation>
  </message>
  <message>
   <source>About Inpaint Studio</source>
   <translation>Über Inpaint Studio</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>Change shortcuts…</source>
   <translation>Tastenkürzel ändern…</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Connect an API key…</source>
   <translation>API-Schlüssel verbinden…</translation>
  </message>
  <message>
   <source>Copy picture</source>
   <translation>Bild kopieren</translation>
  </message>
  <message>
   <source>Copy shown result</source>
   <translation>Gezeigtes Ergebnis kopieren</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Ellipse</source>
   <translation>Ellipse</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Radierer</translation>
  </message>
  <message>
   <source>Export again</source>
   <translation>Erneut exportieren</translation>
  </message>
  <message>
   <source>Export as transparency…</source>
   <translation>Als Transparenz exportieren…</translation>
  </message>
  <message>
   <source>Export exactly what is sent…</source>
   <translation>Genau das Gesendete exportieren…</translation>
  </message>
  <message>
   <source>Export in black and white…</source>
   <translation>Schwarzweiß exportieren…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Feather…</source>
   <translation>Weiche Kante…</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Löcher füllen</translation>
  </message>
  <message>
   <source>Fill what is enclosed</source>
   <translation>Umschlossenes füllen</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Follow the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Frame follows the mask</source>
   <translation>Rahmen folgt der Maske</translation>
  </message>
  <message>
   <source>Frame: what is sent</source>
   <translation>Rahmen: was gesendet wird</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>Galerie</translation>
  </message>
  <message>
   <source>Grow by 4 px</source>
   <translation>Um 4 px wachsen</translation>
  </message>
  <message>
   <source>Hand: drag to pan</source>
   <translation>Hand: ziehen verschiebt</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Hide overlay</source>
   <translation>Overlay verbergen</translation>
  </message>
  <message>
   <source>Hide panels</source>
   <translation>Leisten verbergen</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Import mask…</source>
   <translation>Maske importieren…</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>Umkehren</translation>
  </message>
  <message>
   <source>Lasso</source>
   <translation>Lasso</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Local fill</source>
   <translation>Lokales Füllen</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>Maske</translation>
  </message>
  <message>
   <source>Mask everything</source>
   <translation>Alles maskieren</translation>
  </message>
  <message>
   <source>Neutral grey</source>
   <translation>Neutrales Grau</translation>
  </message>
  <message>
   <source>Next overlay</source>
   <translation>Nächstes Overlay</translation>
  </message>
  <message>
   <source>Next variant</source>
   <translation>Nächste Variante</translation>
  </message>
  <message>
   <source>Open the gallery</source>
   <translation>Galerie öffnen</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen…</translation>
  </message>
  <message>
   <source>Paste as new picture</source>
   <translation>Als neues Bild einfügen</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>Vieleck</translation>
  </message>
  <message>
   <source>Previous variant</source>
   <translation>Vorige Variante</translation>
  </message>
  <message>
   <source>Profiles…</source>
   <translation>Profile…</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Rectangle</source>
   <translation>Rechteck</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>Anfrage</translation>
  </message>
  <message>
   <source>Reset brush and eraser</source>
   <translation>Pinsel und Radierer zurücksetzen</translation>
  </message>
  <message>
   <source>Reset layout</source>
   <translation>Anordnung zurücksetzen</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Save project</source>
   <translation>Projekt speichern</translation>
  </message>
  <message>
   <source>Save project as…</source>
   <translation>Projekt speichern als…</translation>
  </message>
  <message>
   <source>Search prompts</source>
   <translation>Prompts suchen</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen…</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Shrink by 4 px</source>
   <translation>Um 4 px schrumpfen</translation>
  </message>
  <message>
   <source>Smooth…</source>
   <translation>Glätten…</translation>
  </message>
  <message>
   <source>Stop all</source>
   <translation>Alle stoppen</translation>
  </message>
  <message>
   <source>Stop the shown variant</source>
   <translation>Gezeigte Variante stoppen</translation>
  </message>
  <message>
   <source>Swap brush and eraser</source>
   <translation>Pinsel und Radierer tauschen</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Werkzeuge</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>Beispiel ausprobieren</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Variant 1</source>
   <translation>Variante 1</translation>
  </message>
  <message>
   <source>Variant 2</source>
   <translation>Variante 2</translation>
  </message>
  <message>
   <source>Variant 3</source>
   <translation>Variante 3</translation>
  </message>
  <message>
   <source>Variant 4</source>
   <translation>Variante 4</translation>
  </message>
  <message>
   <source>Variant 5</source>
   <translation>Variante 5</translation>
  </message>
  <message>
   <source>Variant 6</source>
   <translation>Variante 6</translation>
  </message>
  <message>
   <source>Variant 7</source>
   <translation>Variante 7</translation>
  </message>
  <message>
   <source>Variant 8</source>
   <translation>Variante 8</translation>
  </message>
  <message>
   <source>Variant 9</source>
   <translation>Variante 9</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <source>Wand: select what is alike</source>
   <translation>Zauberstab: Ähnliches wählen</translation>
  </message>
  <message>
   <source>Write the prompt</source>
   <translation>Prompt schreiben</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>Zoom: click in, Alt+click out</source>
   <translation>Zoom: Klick hinein, Alt+Klick heraus</translation>
  </message>
  <message>
   <source>works offline, free</source>
   <translation>ohne Netz, kostenlos</translation>
  </message>
  <message>
   <source>{0} · local</source>
   <translation>{0} · lokal</translation>
  </message>
 </context>
 <context>
  <name>MaskImportDialog</name>
  <message>
   <source>Black</source>
   <translation>Schwarz</translation>
  </message>
  <message>
   <source>Edited is what is</source>
   <translation>Geändert wird, was ist</translation>
  </message>
  <message>
   <source>Import mask</source>
   <translation>Maske importieren</translation>
  </message>
  <message>
   <source>Resize the mask from {0} to {1}</source>
   <translation>Maske von {0} auf {1} ändern</translation>
  </message>
  <message>
   <source>Transparent</source>
   <translation>Durchsichtig</translation>
  </message>
  <message>
   <source>Use as mask</source>
   <translation>Als Maske verwenden</translation>
  </message>
  <message>
   <source>White</source>
   <translation>Weiß</translation>
  </message>
 </context>
 <context>
  <name>MaskOptions</name>
  <message>
   <source>Apply</source>
   <translation>Anwenden</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Clear the mask (Ctrl+D)</source>
   <translation>Maske leeren (Strg+D)</translation>
  </message>
  <message>
   <source>Exchange what is edited and kept</source>
   <translation>Tauschen, was geändert und was behalten wird</translation>
  </message>
  <message>
   <source>Feather</source>
   <translation>Weich</translation>
  </message>
  <message>
   <source>Grow</source>
   <translation>Wachsen</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>Umkehren</translation>
  </message>
  <message>
   <source>Keep what is shown (Enter)</source>
   <translation>Gezeigtes behalten (Eingabe)</translation>
  </message>
  <message>
   <source>Smooth</source>
   <translation>Glätten</translation>
  </message>
  <message>
   <source>The mask as it was (Esc)</source>
   <translation>Die Maske, wie sie war (Esc)</translation>
  </message>
  <message>
   <source>{0} the mask by pixels</source>
   <translation>{0}: Maske in Pixeln</translation>
  </message>
 </context>
 <context>
  <name>Masking</name>
  <message>
   <source>Export the mask</source>
   <translation>Maske exportieren</translation>
  </message>
  <message>
   <source>Exported {0}</source>
   <translation>{0} exportiert</translation>
  </message>
  <message>
   <source>Import a mask</source>
   <translation>Maske importieren</translation>
  </message>
  <message>
   <source>PNG (*.png)</source>
   <translation>PNG (*.png)</translation>
  </message>
  <message>
   <source>The file cannot be written.</source>
   <translation>Die Datei kann nicht geschrieben werden.</translation>
  </message>
  <message>
   <source>The mask was not saved</source>
   <translation>Die Maske wurde nicht gespeichert</translation>
  </message>
 </context>
 <context>
  <name>ModelBox</name>
  <message>
   <source>Known models</source>
   <translation>Bekannte Modelle</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Model id</source>
   <translation>Modell-ID</translation>
  </message>
  <message>
   <source>Not in the catalog</source>
   <translation>Nicht im Katalog</translation>
  </message>
 </context>
 <context>
  <name>More</name>
  <message>
   <source>Less</source>
   <translation>Weniger</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Mehr</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Vorlagen</translation>
  </message>
  <message>
   <source>The exact pictures and fields, to read or to copy</source>
   <translation>Die genauen Bilder und Felder, zum Lesen oder Kopieren</translation>
  </message>
  <message>
   <source>Use, save and manage sets of choices</source>
   <translation>Auswahlen verwenden, speichern und verwalten</translation>
  </message>
  <message>
   <source>What is sent</source>
   <translation>Was gesendet wird</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <source>Copy details</source>
   <translation>Einzelheiten kopieren</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Ausblenden</translation>
  </message>
 </context>
 <context>
  <name>Opening</name>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Copy one in another program, then paste again.</source>
   <translation>Kopiere eines in einem anderen Programm und füge dann wieder ein.</translation>
  </message>
  <message>
   <source>Open a picture</source>
   <translation>Bild öffnen</translation>
  </message>
  <message>
   <source>Pasted picture</source>
   <translation>Eingefügtes Bild</translation>
  </message>
  <message>
   <source>Pictures ({0})</source>
   <translation>Bilder ({0})</translation>
  </message>
  <message>
   <source>There is no picture on the clipboard</source>
   <translation>In der Zwischenablage ist kein Bild</translation>
  </message>
 </context>
 <context>
  <name>OptionsBar</name>
  <message>
   <source>Adds · Alt takes away · Shift+Alt intersects · Shift: regular</source>
   <translation>Fügt hinzu · Alt nimmt weg · Umschalt+Alt schneidet · Umschalt: regelmäßig</translation>
  </message>
  <message>
   <source>Adds · Alt takes away · Shift+Alt intersects · Space pans</source>
   <translation>Fügt hinzu · Alt nimmt weg · Umschalt+Alt schneidet · Leertaste verschiebt</translation>
  </message>
  <message>
   <source>Click corners · Enter closes · Backspace takes one back</source>
   <translation>Ecken klicken · Eingabe schließt · Rücktaste nimmt eine zurück</translation>
  </message>
  <message>
   <source>Click in · Alt+click out · Ctrl+0 fits · Ctrl+1 is 100 %</source>
   <translation>Klick hinein · Alt+Klick heraus · Strg+0 passt ein · Strg+1 ist 100 %</translation>
  </message>
  <message>
   <source>Drag to pan · Ctrl+0 fits · Ctrl+1 is 100 %</source>
   <translation>Ziehen verschiebt · Strg+0 passt ein · Strg+1 ist 100 %</translation>
  </message>
  <message>
   <source>Fills what is enclosed · Alt takes a painted area away</source>
   <translation>Füllt Umschlossenes · Alt nimmt Gemaltes weg</translation>
  </message>
 </context>
 <context>
  <name>Percent</name>
  <message>
   <source>{0} in percent</source>
   <translation>{0} in Prozent</translation>
  </message>
 </context>
 <context>
  <name>PresetsDialog</name>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importieren…</translation>
  </message>
  <message>
   <source>Name for the panel's choices as they are now</source>
   <translation>Name für die jetzige Auswahl</translation>
  </message>
  <message>
   <source>Name of a new preset</source>
   <translation>Name einer neuen Vorlage</translation>
  </message>
  <message>
   <source>Presets</source>
   <translation>Vorlagen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Verwenden</translation>
  </message>
  <message>
   <source>Written to {0}</source>
   <translation>Nach {0} geschrieben</translation>
  </message>
 </context>
 <context>
  <name>PresetsMenu</name>
  <message>
   <source>Save as a preset…</source>
   <translation>Als Vorlage speichern…</translation>
  </message>
  <message>
   <source>Save or manage presets…</source>
   <translation>Vorlagen speichern oder verwalten…</translation>
  </message>
 </context>
 <context>
  <name>ProblemList</name>
  <message>
   <source>Use {0}</source>
   <translation>{0} verwenden</translation>
  </message>
  <message>
   <source>What keeps Run from running</source>
   <translation>Was den Start hindert</translation>
  </message>
 </context>
 <context>
  <name>Profile</name>
  <message>
   <source>Local fill</source>
   <translation>Lokales Füllen</translation>
  </message>
  <message>
   <source>cloud · {0}</source>
   <translation>Cloud · {0}</translation>
  </message>
  <message>
   <source>local · {0}</source>
   <translation>lokal · {0}</translation>
  </message>
  <message>
   <source>works offline, free</source>
   <translation>ohne Netz, kostenlos</translation>
  </message>
  <message>
   <source>{0} · cloud</source>
   <translation>{0} · Cloud</translation>
  </message>
  <message>
   <source>{0} · local</source>
   <translation>{0} · lokal</translation>
  </message>
 </context>
 <context>
  <name>ProfileChip</name>
  <message>
   <source>Choose whom runs are sent to</source>
   <translation>Wählen, wohin Läufe gehen</translation>
  </message>
  <message>
   <source>Profile: {0}, {1}</source>
   <translation>Profil: {0}, {1}</translation>
  </message>
 </context>
 <context>
  <name>ProfileForm</name>
  <message>
   <source>A key does not belong into the address; it has a field of its own.</source>
   <translation>Ein Schlüssel gehört nicht in die Adresse; er hat ein eigenes Feld.</translation>
  </message>
  <message>
   <source>A path begins with a slash, as in /images/edits.</source>
   <translation>Ein Pfad beginnt mit einem Schrägstrich, wie /images/edits.</translation>
  </message>
  <message>
   <source>A profile needs a name.</source>
   <translation>Ein Profil braucht einen Namen.</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Any reader</source>
   <translation>Für jeden Leser</translation>
  </message>
  <message>
   <source>As the model</source>
   <translation>Wie das Modell</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Connect within</source>
   <translation>Verbinden binnen</translation>
  </message>
  <message>
   <source>Extra fields</source>
   <translation>Weitere Felder</translation>
  </message>
  <message>
   <source>Extra headers</source>
   <translation>Weitere Kopfzeilen</translation>
  </message>
  <message>
   <source>Extra query</source>
   <translation>Weitere URL-Parameter</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Further models</source>
   <translation>Weitere Modelle</translation>
  </message>
  <message>
   <source>Ids, commas</source>
   <translation>IDs, mit Kommas</translation>
  </message>
  <message>
   <source>Image field</source>
   <translation>Bildfeld</translation>
  </message>
  <message>
   <source>Images a request</source>
   <translation>Bilder je Anfrage</translation>
  </message>
  <message>
   <source>Images a request while streaming</source>
   <translation>Bilder je Anfrage im Strom</translation>
  </message>
  <message>
   <source>In all at most</source>
   <translation>Insgesamt höchstens</translation>
  </message>
  <message>
   <source>Inverted</source>
   <translation>Umgekehrt</translation>
  </message>
  <message>
   <source>Its id, where the catalog does not know it</source>
   <translation>Seine ID, falls der Katalog es nicht kennt</translation>
  </message>
  <message>
   <source>Keeps to the mask</source>
   <translation>Hält sich an die Maske</translation>
  </message>
  <message>
   <source>Keeps to the size</source>
   <translation>Hält sich an die Größe</translation>
  </message>
  <message>
   <source>Key is sent as</source>
   <translation>Schlüssel wird gesendet als</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>Maske</translation>
  </message>
  <message>
   <source>Mask field</source>
   <translation>Maskenfeld</translation>
  </message>
  <message>
   <source>Mask is sent as</source>
   <translation>Maske wird gesendet als</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nein</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keiner</translation>
  </message>
  <message>
   <source>None; names, commas</source>
   <translation>Keine; Namen, mit Kommas</translation>
  </message>
  <message>
   <source>Not asked for</source>
   <translation>Nicht verlangt</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Partial images</source>
   <translation>Zwischenbilder</translation>
  </message>
  <message>
   <source>Path of edits</source>
   <translation>Pfad für Änderungen</translation>
  </message>
  <message>
   <source>Refused fields</source>
   <translation>Abgelehnte Felder</translation>
  </message>
  <message>
   <source>Response format</source>
   <translation>Antwortformat</translation>
  </message>
  <message>
   <source>Send the key unencrypted: others on the way can read it</source>
   <translation>Schlüssel unverschlüsselt senden: andere unterwegs können ihn lesen</translation>
  </message>
  <message>
   <source>Silence at most</source>
   <translation>Stille höchstens</translation>
  </message>
  <message>
   <source>Streaming</source>
   <translation>Strom</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>This is no address such as https://api.example.com/v1.</source>
   <translation>Das ist keine Adresse wie https://api.example.com/v1.</translation>
  </message>
  <message>
   <source>White only</source>
   <translation>Nur Weiß</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>name: value, one on each line</source>
   <translation>Name: Wert, je Zeile einer</translation>
  </message>
  <message>
   <source>s</source>
   <translation>s</translation>
  </message>
  <message>
   <source>{0} holds characters that cannot be sent.</source>
   <translation>{0} enthält Zeichen, die nicht gesendet werden können.</translation>
  </message>
  <message>
   <source>… while streaming</source>
   <translation>… im Strom</translation>
  </message>
 </context>
 <context>
  <name>ProfilePage</name>
  <message>
   <source>API key</source>
   <translation>API-Schlüssel</translation>
  </message>
  <message>
   <source>Connection</source>
   <translation>Verbindung</translation>
  </message>
  <message>
   <source>Fills the mask from the picture around it, on this computer. No key, no network, no cost; prompts are ignored.</source>
   <translation>Füllt die Maske aus dem Bild darum herum, auf diesem Rechner. Kein Schlüssel, kein Netz, keine Kosten; Prompts werden nicht beachtet.</translation>
  </message>
  <message>
   <source>How it is spoken to</source>
   <translation>Wie mit ihm gesprochen wird</translation>
  </message>
  <message>
   <source>Local fill</source>
   <translation>Lokales Füllen</translation>
  </message>
  <message>
   <source>Not tested yet.</source>
   <translation>Noch nicht geprüft.</translation>
  </message>
  <message>
   <source>Tested on {0}. You may correct what it found.</source>
   <translation>Geprüft am {0}. Du kannst das Gefundene berichtigen.</translation>
  </message>
  <message>
   <source>What the test found</source>
   <translation>Was die Prüfung fand</translation>
  </message>
 </context>
 <context>
  <name>ProfilesDialog</name>
  <message>
   <source>Add a profile</source>
   <translation>Profil hinzufügen</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <source>Local fill is always there, and always first.</source>
   <translation>Lokales Füllen ist immer da und immer zuerst.</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>Nach unten</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>Nach oben</translation>
  </message>
  <message>
   <source>Profiles</source>
   <translation>Profile</translation>
  </message>
  <message>
   <source>Put it back</source>
   <translation>Zurückholen</translation>
  </message>
  <message>
   <source>Use this profile</source>
   <translation>Dieses Profil verwenden</translation>
  </message>
  <message>
   <source>{0} was deleted.</source>
   <translation>{0} wurde gelöscht.</translation>
  </message>
  <message>
   <source>{0} · in use</source>
   <translation>{0} · in Gebrauch</translation>
  </message>
  <message>
   <source>{0}, from the environment</source>
   <translation>{0}, aus der Umgebung</translation>
  </message>
 </context>
 <context>
  <name>PromptEdit</name>
  <message>
   <source>Prompt</source>
   <translation>Prompt</translation>
  </message>
 </context>
 <context>
  <name>PromptField</name>
  <message>
   <source>Alt ↑↓ history</source>
   <translation>Alt ↑↓ Verlauf</translation>
  </message>
  <message>
   <source>Former prompts</source>
   <translation>Frühere Prompts</translation>
  </message>
  <message>
   <source>Former prompts (Alt+Up, Alt+Down)</source>
   <translation>Frühere Prompts (Alt+Auf, Alt+Ab)</translation>
  </message>
  <message>
   <source>Local fill ignores this text</source>
   <translation>Lokales Füllen beachtet diesen Text nicht</translation>
  </message>
  <message>
   <source>Not needed: local fill continues what surrounds your mask.</source>
   <translation>Nicht nötig: lokales Füllen setzt fort, was deine Maske umgibt.</translation>
  </message>
  <message>
   <source>What should be there instead?</source>
   <translation>Was soll stattdessen dort sein?</translation>
  </message>
 </context>
 <context>
  <name>PromptsDialog</name>
  <message>
   <source>Forget</source>
   <translation>Vergessen</translation>
  </message>
  <message>
   <source>Former prompts</source>
   <translation>Frühere Prompts</translation>
  </message>
  <message>
   <source>No former prompt has these words.</source>
   <translation>Kein früherer Prompt hat diese Wörter.</translation>
  </message>
  <message>
   <source>Prompts appear here once they have been run.</source>
   <translation>Prompts erscheinen hier, sobald sie gelaufen sind.</translation>
  </message>
  <message>
   <source>Remove star</source>
   <translation>Stern entfernen</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Search former prompts</source>
   <translation>Frühere Prompts suchen</translation>
  </message>
  <message>
   <source>Star</source>
   <translation>Stern</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Verwenden</translation>
  </message>
 </context>
 <context>
  <name>Recall</name>
  <message>
   <source>Open the picture first</source>
   <translation>Öffne zuerst das Bild</translation>
  </message>
  <message>
   <source>The file of this mask has gone</source>
   <translation>Die Datei dieser Maske ist fort</translation>
  </message>
  <message>
   <source>The file of this picture has gone</source>
   <translation>Die Datei dieses Bildes ist fort</translation>
  </message>
  <message>
   <source>The open picture is too small for it</source>
   <translation>Das offene Bild ist dafür zu klein</translation>
  </message>
  <message>
   <source>The picture of this run was not kept</source>
   <translation>Das Bild dieses Laufs wurde nicht behalten</translation>
  </message>
  <message>
   <source>Use mask again</source>
   <translation>Maske erneut verwenden</translation>
  </message>
 </context>
 <context>
  <name>ReferenceTray</name>
  <message>
   <source>Add a picture for the model to look at</source>
   <translation>Ein Bild hinzufügen, das das Modell ansehen soll</translation>
  </message>
  <message>
   <source>Add a reference</source>
   <translation>Referenz hinzufügen</translation>
  </message>
  <message>
   <source>References</source>
   <translation>Referenzen</translation>
  </message>
  <message>
   <source>The model takes {0} references</source>
   <translation>Das Modell nimmt {0} Referenzen</translation>
  </message>
 </context>
 <context>
  <name>Referencing</name>
  <message>
   <source>Add references</source>
   <translation>Referenzen hinzufügen</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>Öffne zuerst ein Bild</translation>
  </message>
  <message>
   <source>{0} takes no references</source>
   <translation>{0} nimmt keine Referenzen</translation>
  </message>
 </context>
 <context>
  <name>RequestPanel</name>
  <message>
   <source>Fill locally, free</source>
   <translation>Lokal füllen, kostenlos</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Starten</translation>
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
   <translation>Starten (Strg+Eingabe)</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop everything that runs (Ctrl+Shift+.)</source>
   <translation>Alles Laufende stoppen (Strg+Umschalt+.)</translation>
  </message>
  <message>
   <source>Stop {0}</source>
   <translation>{0} stoppen</translation>
  </message>
 </context>
 <context>
  <name>Saving</name>
  <message>
   <source>Project, opens in Krita and GIMP too ({0})</source>
   <translation>Projekt, öffnet sich auch in Krita und GIMP ({0})</translation>
  </message>
  <message>
   <source>Save project</source>
   <translation>Projekt speichern</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>Always</source>
   <translation>Immer</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>By the catalog's prices; a run that might pass it is not sent. 0 is no limit.</source>
   <translation>Nach den Preisen des Katalogs; ein Lauf, der darüber gehen könnte, wird nicht gesendet. 0 ist keine Grenze.</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Empty keeps it with the application's own data. Takes effect at the next start.</source>
   <translation>Leer liegt er bei den eigenen Daten des Programms. Gilt ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>Empty takes the theme's own.</source>
   <translation>Leer nimmt die Farbe des Themas.</translation>
  </message>
  <message>
   <source>For local fill and new profiles; each profile has its own.</source>
   <translation>Für lokales Füllen und neue Profile; jedes Profil hat eigene.</translation>
  </message>
  <message>
   <source>Give up after silence, in seconds</source>
   <translation>Aufgeben nach Stille, in Sekunden</translation>
  </message>
  <message>
   <source>Give up altogether, in seconds</source>
   <translation>Ganz aufgeben nach, in Sekunden</translation>
  </message>
  <message>
   <source>Hatch the overlay</source>
   <translation>Overlay schraffieren</translation>
  </message>
  <message>
   <source>Hidden</source>
   <translation>Verborgen</translation>
  </message>
  <message>
   <source>History folder</source>
   <translation>Ordner des Verlaufs</translation>
  </message>
  <message>
   <source>How many requests run side by side.</source>
   <translation>Wie viele Anfragen nebeneinander laufen.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>Maske</translation>
  </message>
  <message>
   <source>Mask only</source>
   <translation>Nur die Maske</translation>
  </message>
  <message>
   <source>Memory and storage</source>
   <translation>Speicher und Ablage</translation>
  </message>
  <message>
   <source>Memory for undo, in MB</source>
   <translation>Speicher für Rückgängig, in MB</translation>
  </message>
  <message>
   <source>Neutral grey</source>
   <translation>Neutrales Grau</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>On top of the system's own. Text follows at once, everything at the next start.</source>
   <translation>Zusätzlich zur Skalierung des Systems. Text folgt sofort, alles andere beim nächsten Start.</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Umriss</translation>
  </message>
  <message>
   <source>Overlay at start</source>
   <translation>Overlay beim Start</translation>
  </message>
  <message>
   <source>Overlay colour</source>
   <translation>Farbe des Overlays</translation>
  </message>
  <message>
   <source>Partial images replace each other without a cross-fade.</source>
   <translation>Zwischenbilder lösen einander ohne Überblendung ab.</translation>
  </message>
  <message>
   <source>Reduce motion</source>
   <translation>Bewegung verringern</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <source>Scale of the interface</source>
   <translation>Größe der Oberfläche</translation>
  </message>
  <message>
   <source>Spend at most, in US dollars a month</source>
   <translation>Höchstens ausgeben, in US-Dollar im Monat</translation>
  </message>
  <message>
   <source>Takes effect at the next start.</source>
   <translation>Gilt ab dem nächsten Start.</translation>
  </message>
  <message>
   <source>Tells the mask from the picture without colour.</source>
   <translation>Unterscheidet die Maske ohne Farbe vom Bild.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Thema</translation>
  </message>
  <message>
   <source>Tint</source>
   <translation>Tönung</translation>
  </message>
  <message>
   <source>Variants at once</source>
   <translation>Varianten zugleich</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
 </context>
 <context>
  <name>ShortcutEditor</name>
  <message>
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>Add as another</source>
   <translation>Zusätzlich belegen</translation>
  </message>
  <message>
   <source>Back to the preset</source>
   <translation>Zurück zur Vorlage</translation>
  </message>
  <message>
   <source>Click the field below and press a key. • marks your own.</source>
   <translation>Klicke in das Feld unten und drücke eine Taste. • kennzeichnet eigene.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>New key</source>
   <translation>Neue Taste</translation>
  </message>
  <message>
   <source>No key</source>
   <translation>Keine Taste</translation>
  </message>
  <message>
   <source>Preset</source>
   <translation>Vorlage</translation>
  </message>
  <message>
   <source>Search actions and keys</source>
   <translation>Aktionen und Tasten suchen</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Use this key</source>
   <translation>Diese Taste verwenden</translation>
  </message>
  <message>
   <source>{0} belongs to “{1}”, which will lose it.</source>
   <translation>{0} gehört zu „{1}“ und geht dort verloren.</translation>
  </message>
  <message>
   <source>{0} is free.</source>
   <translation>{0} ist frei.</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>1 to 9</source>
   <translation>1 bis 9</translation>
  </message>
  <message>
   <source>A variant by its number</source>
   <translation>Eine Variante nach ihrer Nummer</translation>
  </message>
  <message>
   <source>Alt+right drag</source>
   <translation>Alt+Ziehen rechts</translation>
  </message>
  <message>
   <source>Brush size</source>
   <translation>Pinselgröße</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Hardness</source>
   <translation>Härte</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>Auf der Leinwand</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>See the original</source>
   <translation>Das Original sehen</translation>
  </message>
  <message>
   <source>Shift+[ and ]</source>
   <translation>Umschalt+[ und ]</translation>
  </message>
  <message>
   <source>Shift+click</source>
   <translation>Umschalt+Klick</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Size and hardness by hand</source>
   <translation>Größe und Härte von Hand</translation>
  </message>
  <message>
   <source>Straight line</source>
   <translation>Gerade Linie</translation>
  </message>
  <message>
   <source>The opposite of brush or eraser</source>
   <translation>Das Gegenteil von Pinsel oder Radierer</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Werkzeuge</translation>
  </message>
  <message>
   <source>Zoom at the pointer</source>
   <translation>Am Zeiger zoomen</translation>
  </message>
  <message>
   <source>[ and ], Shift+wheel</source>
   <translation>[ und ], Umschalt+Rad</translation>
  </message>
  <message>
   <source>hold Alt</source>
   <translation>Alt halten</translation>
  </message>
  <message>
   <source>hold Space, middle drag</source>
   <translation>Leertaste halten, Ziehen Mitte</translation>
  </message>
  <message>
   <source>hold \</source>
   <translation>\ halten</translation>
  </message>
  <message>
   <source>wheel</source>
   <translation>Rad</translation>
  </message>
 </context>
 <context>
  <name>SizeBox</name>
  <message>
   <source>Frame · {0}</source>
   <translation>Rahmen · {0}</translation>
  </message>
  <message>
   <source>From frame</source>
   <translation>Vom Rahmen</translation>
  </message>
  <message>
   <source>From the frame, or WIDTHxHEIGHT in pixels</source>
   <translation>Vom Rahmen, oder BREITExHÖHE in Pixeln</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Size with ratio {0}</source>
   <translation>Größe im Verhältnis {0}</translation>
  </message>
  <message>
   <source>{0} makes no such size</source>
   <translation>{0} macht keine solche Größe</translation>
  </message>
  <message>
   <source>{0} · experimental</source>
   <translation>{0} · experimentell</translation>
  </message>
 </context>
 <context>
  <name>Staging</name>
  <message>
   <source>Spill {0}</source>
   <translation>Übergriff {0}</translation>
  </message>
  <message>
   <source>moved {0}</source>
   <translation>verschoben {0}</translation>
  </message>
  <message>
   <source>seam {0}</source>
   <translation>Naht {0}</translation>
  </message>
  <message>
   <source>the mask seems to have been ignored</source>
   <translation>die Maske scheint nicht beachtet worden zu sein</translation>
  </message>
  <message>
   <source>the mask seems to have been inverted</source>
   <translation>die Maske scheint umgekehrt worden zu sein</translation>
  </message>
 </context>
 <context>
  <name>StagingBar</name>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Blend</source>
   <translation>Mischen</translation>
  </message>
  <message>
   <source>Colour match, seam and mask, without a new request</source>
   <translation>Farbabgleich, Naht und Maske, ohne neue Anfrage</translation>
  </message>
  <message>
   <source>Composite</source>
   <translation>Zusammengesetzt</translation>
  </message>
  <message>
   <source>Composite: only what your mask lets through. Raw: all the model returned. Seam: where both mix.</source>
   <translation>Zusammengesetzt: nur was deine Maske durchlässt. Roh: alles, was das Modell lieferte. Naht: wo beides sich mischt.</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Hold to see the picture without it</source>
   <translation>Halten, um das Bild ohne sie zu sehen</translation>
  </message>
  <message>
   <source>Keep this partial</source>
   <translation>Diesen Zwischenstand behalten</translation>
  </message>
  <message>
   <source>Next variant (→)</source>
   <translation>Nächste Variante (→)</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Previous variant (←)</source>
   <translation>Vorige Variante (←)</translation>
  </message>
  <message>
   <source>Put it into the picture (Enter)</source>
   <translation>In das Bild legen (Eingabe)</translation>
  </message>
  <message>
   <source>Raw</source>
   <translation>Roh</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Nochmals</translation>
  </message>
  <message>
   <source>Seam</source>
   <translation>Naht</translation>
  </message>
  <message>
   <source>Send the same request once more; it may be charged again</source>
   <translation>Dieselbe Anfrage noch einmal senden; sie kann erneut berechnet werden</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop this variant (Ctrl+.)</source>
   <translation>Diese Variante stoppen (Strg+.)</translation>
  </message>
  <message>
   <source>Take it off the canvas; it stays in the history (Backspace)</source>
   <translation>Von der Leinwand nehmen; im Verlauf bleibt es (Rücktaste)</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>Mask share</source>
   <translation>Maskenanteil</translation>
  </message>
  <message>
   <source>Picture size</source>
   <translation>Bildgröße</translation>
  </message>
  <message>
   <source>Pointer</source>
   <translation>Zeiger</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Bereit</translation>
  </message>
  <message>
   <source>Runs</source>
   <translation>Läufe</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>leer</translation>
  </message>
  <message>
   <source>mask {0}</source>
   <translation>Maske {0}</translation>
  </message>
  <message>
   <source>{0} streaming</source>
   <translation>{0} im Strom</translation>
  </message>
  <message>
   <source>{0} waiting</source>
   <translation>{0} wartend</translation>
  </message>
 </context>
 <context>
  <name>Switching</name>
  <message>
   <source>Connect an API key…</source>
   <translation>API-Schlüssel verbinden…</translation>
  </message>
  <message>
   <source>Profiles…</source>
   <translation>Profile…</translation>
  </message>
  <message>
   <source>Set up {0} from the environment…</source>
   <translation>{0} aus der Umgebung einrichten…</translation>
  </message>
  <message>
   <source>{0} · in use</source>
   <translation>{0} · in Gebrauch</translation>
  </message>
 </context>
 <context>
  <name>Tooling</name>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
 </context>
 <context>
  <name>Trial</name>
  <message>
   <source>One drawn picture of {0} with {1}, two at most: {2}.</source>
   <translation>Ein gezeichnetes Bild von {0} mit {1}, höchstens zwei: {2}.</translation>
  </message>
  <message>
   <source>Stop the test</source>
   <translation>Prüfung stoppen</translation>
  </message>
  <message>
   <source>Stopped. What was sent may have been charged.</source>
   <translation>Gestoppt. Gesendetes kann berechnet worden sein.</translation>
  </message>
  <message>
   <source>Test this endpoint</source>
   <translation>Diesen Endpunkt prüfen</translation>
  </message>
  <message>
   <source>free</source>
   <translation>kostenlos</translation>
  </message>
  <message>
   <source>price not known</source>
   <translation>Preis unbekannt</translation>
  </message>
  <message>
   <source>≈ ${0} each</source>
   <translation>je ≈ {0} $</translation>
  </message>
 </context>
 <context>
  <name>WandOptions</name>
  <message>
   <source>Contiguous</source>
   <translation>Zusammenhängend</translation>
  </message>
  <message>
   <source>Only what touches the place that is clicked</source>
   <translation>Nur was die geklickte Stelle berührt</translation>
  </message>
  <message>
   <source>Tolerance</source>
   <translation>Toleranz</translation>
  </message>
 </context>
 <context>
  <name>_SourceTile</name>
  <message>
   <source>Picture 1 is what is on the canvas</source>
   <translation>Bild 1 ist, was auf der Leinwand ist</translation>
  </message>
  <message>
   <source>Picture 1: the canvas</source>
   <translation>Bild 1: die Leinwand</translation>
  </message>
 </context>
 <context>
  <name>_Tile</name>
  <message>
   <source>
Delete removes it, Ctrl+arrow moves it</source>
   <translation>
Entf entfernt es, Strg+Pfeil verschiebt es</translation>
  </message>
  <message>
   <source> (not sent: the model takes fewer)</source>
   <translation> (nicht gesendet: das Modell nimmt weniger)</translation>
  </message>
  <message>
   <source>Picture {0}: {1}</source>
   <translation>Bild {0}: {1}</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
 </context>
</TS>