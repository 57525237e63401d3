<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>Action</name>
  <message>
   <source>100 %</source>
   <translation>100 %</translation>
  </message>
  <message>
   <source>A variant by its number</source>
   <translation>Eine Variante nach ihrer Nummer</translation>
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
   <source>Accept the picture looked at</source>
   <translation>Das betrachtete Bild annehmen</translation>
  </message>
  <message>
   <source>All of it, with its picture</source>
   <translation>Alles, mit seinem Bild</translation>
  </message>
  <message>
   <source>As a tree…</source>
   <translation>Als Baum…</translation>
  </message>
  <message>
   <source>Back to the picture</source>
   <translation>Zurück zum Bild</translation>
  </message>
  <message>
   <source>Brush</source>
   <translation>Pinsel</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Karte</translation>
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
   <source>Close picture</source>
   <translation>Bild schließen</translation>
  </message>
  <message>
   <source>Close the comparison</source>
   <translation>Vergleich schließen</translation>
  </message>
  <message>
   <source>Close the film strip</source>
   <translation>Filmstreifen schließen</translation>
  </message>
  <message>
   <source>Close the others</source>
   <translation>Die anderen schließen</translation>
  </message>
  <message>
   <source>Close the polygon, apply the adjustment</source>
   <translation>Vieleck schließen, Anpassung anwenden</translation>
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
   <source>Details…</source>
   <translation>Einzelheiten…</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Drop what is under way</source>
   <translation>Angefangenes verwerfen</translation>
  </message>
  <message>
   <source>Edit this result</source>
   <translation>Dieses Ergebnis bearbeiten</translation>
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
   <source>Export original bytes…</source>
   <translation>Originaldatei exportieren…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren…</translation>
  </message>
  <message>
   <source>Extend the picture…</source>
   <translation>Bild erweitern…</translation>
  </message>
  <message>
   <source>Feather…</source>
   <translation>Weiche Kante…</translation>
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
   <source>Film strip</source>
   <translation>Filmstreifen</translation>
  </message>
  <message>
   <source>Find a command…</source>
   <translation>Befehl suchen…</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>Wechsel</translation>
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
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Go back to the picture first</source>
   <translation>Zuerst zurück zum Bild</translation>
  </message>
  <message>
   <source>Go on to the next after judging</source>
   <translation>Nach dem Bewerten weiter zum Nächsten</translation>
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
   <source>Harder brush</source>
   <translation>Härterer Pinsel</translation>
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
   <source>Hide what made which</source>
   <translation>Verbergen, was woher kommt</translation>
  </message>
  <message>
   <source>Import mask…</source>
   <translation>Maske importieren…</translation>
  </message>
  <message>
   <source>In the comparison</source>
   <translation>Im Vergleich</translation>
  </message>
  <message>
   <source>In the film strip</source>
   <translation>Im Filmstreifen</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>Umkehren</translation>
  </message>
  <message>
   <source>Its frame</source>
   <translation>Seinen Rahmen</translation>
  </message>
  <message>
   <source>Its mask</source>
   <translation>Seine Maske</translation>
  </message>
  <message>
   <source>Its prompt</source>
   <translation>Seinen Prompt</translation>
  </message>
  <message>
   <source>Its settings</source>
   <translation>Seine Einstellungen</translation>
  </message>
  <message>
   <source>Keep this partial</source>
   <translation>Dieses Zwischenbild behalten</translation>
  </message>
  <message>
   <source>Larger brush</source>
   <translation>Größerer Pinsel</translation>
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
   <source>Lineage</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>Look at it large</source>
   <translation>Groß ansehen</translation>
  </message>
  <message>
   <source>Mask everything</source>
   <translation>Alles maskieren</translation>
  </message>
  <message>
   <source>Move the picture while held</source>
   <translation>Bild verschieben, solange gehalten</translation>
  </message>
  <message>
   <source>Move to the left</source>
   <translation>Nach links</translation>
  </message>
  <message>
   <source>Move to the right</source>
   <translation>Nach rechts</translation>
  </message>
  <message>
   <source>Move to trash</source>
   <translation>In den Papierkorb</translation>
  </message>
  <message>
   <source>Needs a picture in view</source>
   <translation>Braucht ein Bild in Sicht</translation>
  </message>
  <message>
   <source>Neither</source>
   <translation>Keines von beiden</translation>
  </message>
  <message>
   <source>Neutral grey</source>
   <translation>Neutrales Grau</translation>
  </message>
  <message>
   <source>New mask</source>
   <translation>Neue Maske</translation>
  </message>
  <message>
   <source>Next mode</source>
   <translation>Nächste Ansicht</translation>
  </message>
  <message>
   <source>Next overlay</source>
   <translation>Nächstes Overlay</translation>
  </message>
  <message>
   <source>Next picture</source>
   <translation>Nächstes Bild</translation>
  </message>
  <message>
   <source>Next result</source>
   <translation>Nächstes Ergebnis</translation>
  </message>
  <message>
   <source>Next variant</source>
   <translation>Nächste Variante</translation>
  </message>
  <message>
   <source>No finished result is shown</source>
   <translation>Kein fertiges Ergebnis wird gezeigt</translation>
  </message>
  <message>
   <source>No partial is shown</source>
   <translation>Kein Zwischenbild wird gezeigt</translation>
  </message>
  <message>
   <source>No result is shown</source>
   <translation>Kein Ergebnis wird gezeigt</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keiner</translation>
  </message>
  <message>
   <source>Nothing is running</source>
   <translation>Nichts läuft</translation>
  </message>
  <message>
   <source>Nothing to redo</source>
   <translation>Nichts zu wiederholen</translation>
  </message>
  <message>
   <source>Nothing to undo</source>
   <translation>Nichts rückgängig zu machen</translation>
  </message>
  <message>
   <source>On a reference</source>
   <translation>Auf einer Referenz</translation>
  </message>
  <message>
   <source>On the canvas</source>
   <translation>Auf der Leinwand</translation>
  </message>
  <message>
   <source>On the cards of the history</source>
   <translation>Auf den Karten des Verlaufs</translation>
  </message>
  <message>
   <source>Onion</source>
   <translation>Überlagern</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>Öffnen Sie zuerst ein Bild</translation>
  </message>
  <message>
   <source>Open another picture first</source>
   <translation>Öffnen Sie zuerst ein weiteres Bild</translation>
  </message>
  <message>
   <source>Open or close the gallery</source>
   <translation>Galerie öffnen oder schließen</translation>
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
   <source>Paint a mask first</source>
   <translation>Zuerst eine Maske malen</translation>
  </message>
  <message>
   <source>Paste</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <source>Pick</source>
   <translation>Auswählen</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>Vieleck</translation>
  </message>
  <message>
   <source>Previous picture</source>
   <translation>Vorheriges Bild</translation>
  </message>
  <message>
   <source>Previous result</source>
   <translation>Voriges Ergebnis</translation>
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
   <source>Prompt at the mask</source>
   <translation>Prompt an der Maske</translation>
  </message>
  <message>
   <source>Put back what was removed last</source>
   <translation>Zuletzt Entferntes zurückholen</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Raw results or composites</source>
   <translation>Rohe oder zusammengesetzte Ergebnisse</translation>
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
   <source>Reject</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
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
   <source>Restore from trash</source>
   <translation>Aus dem Papierkorb holen</translation>
  </message>
  <message>
   <source>Revert catalog</source>
   <translation>Katalog zurücksetzen</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Run before all that wait</source>
   <translation>Vor allen Wartenden starten</translation>
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
   <source>See the original while held</source>
   <translation>Original sehen, solange gehalten</translation>
  </message>
  <message>
   <source>See the original, or the results again</source>
   <translation>Original sehen, oder wieder die Ergebnisse</translation>
  </message>
  <message>
   <source>Select a card first</source>
   <translation>Zuerst eine Karte auswählen</translation>
  </message>
  <message>
   <source>Select a card in the trash first</source>
   <translation>Zuerst eine Karte im Papierkorb auswählen</translation>
  </message>
  <message>
   <source>Select a card with a picture first</source>
   <translation>Zuerst eine Karte mit Bild auswählen</translation>
  </message>
  <message>
   <source>Select a card with a prompt first</source>
   <translation>Zuerst eine Karte mit Prompt auswählen</translation>
  </message>
  <message>
   <source>Select a finished result first</source>
   <translation>Zuerst ein fertiges Ergebnis auswählen</translation>
  </message>
  <message>
   <source>Select a running card first</source>
   <translation>Zuerst eine laufende Karte auswählen</translation>
  </message>
  <message>
   <source>Select a waiting card first</source>
   <translation>Zuerst eine wartende Karte auswählen</translation>
  </message>
  <message>
   <source>Select all</source>
   <translation>Alles auswählen</translation>
  </message>
  <message>
   <source>Select one card first</source>
   <translation>Zuerst eine Karte auswählen</translation>
  </message>
  <message>
   <source>Select one card that kept its inputs</source>
   <translation>Eine Karte auswählen, deren Eingaben erhalten sind</translation>
  </message>
  <message>
   <source>Select one card with partials first</source>
   <translation>Zuerst eine Karte mit Zwischenständen auswählen</translation>
  </message>
  <message>
   <source>Send now</source>
   <translation>Jetzt senden</translation>
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
   <source>Show on the canvas</source>
   <translation>Auf der Leinwand zeigen</translation>
  </message>
  <message>
   <source>Show or fold the history</source>
   <translation>Verlauf zeigen oder einklappen</translation>
  </message>
  <message>
   <source>Shrink by 4 px</source>
   <translation>Um 4 px schrumpfen</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>Nebeneinander</translation>
  </message>
  <message>
   <source>Smaller brush</source>
   <translation>Kleinerer Pinsel</translation>
  </message>
  <message>
   <source>Smooth…</source>
   <translation>Glätten…</translation>
  </message>
  <message>
   <source>Softer brush</source>
   <translation>Weicherer Pinsel</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop all</source>
   <translation>Alle stoppen</translation>
  </message>
  <message>
   <source>Stop all and run this</source>
   <translation>Alle stoppen und dies starten</translation>
  </message>
  <message>
   <source>Stop the shown variant</source>
   <translation>Gezeigte Variante stoppen</translation>
  </message>
  <message>
   <source>Stop the whole run</source>
   <translation>Ganzen Lauf stoppen</translation>
  </message>
  <message>
   <source>Stop this run</source>
   <translation>Diesen Lauf stoppen</translation>
  </message>
  <message>
   <source>Swap brush and eraser</source>
   <translation>Pinsel und Radierer tauschen</translation>
  </message>
  <message>
   <source>Take the last corner back</source>
   <translation>Letzte Ecke zurücknehmen</translation>
  </message>
  <message>
   <source>The result it was made from</source>
   <translation>Das Ergebnis, aus dem es entstand</translation>
  </message>
  <message>
   <source>The shown run is not running</source>
   <translation>Der gezeigte Lauf läuft nicht</translation>
  </message>
  <message>
   <source>The shown variant is not running</source>
   <translation>Die gezeigte Variante läuft nicht</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Design</translation>
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
   <source>Undo the last change to cards</source>
   <translation>Letzte Änderung an Karten rückgängig</translation>
  </message>
  <message>
   <source>Unsaved pictures…</source>
   <translation>Ungespeicherte Bilder…</translation>
  </message>
  <message>
   <source>Use again</source>
   <translation>Wieder verwenden</translation>
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
   <source>Wand: select what is alike</source>
   <translation>Zauberstab: Ähnliches wählen</translation>
  </message>
  <message>
   <source>What was made from it</source>
   <translation>Was daraus entstand</translation>
  </message>
  <message>
   <source>While drawing or adjusting</source>
   <translation>Beim Zeichnen und Anpassen</translation>
  </message>
  <message>
   <source>While one result is large</source>
   <translation>Solange ein Ergebnis groß ist</translation>
  </message>
  <message>
   <source>Whole picture or 100 %</source>
   <translation>Ganzes Bild oder 100 %</translation>
  </message>
  <message>
   <source>Wipe</source>
   <translation>Wischen</translation>
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
 </context>
 <context>
  <name>AddressOffer</name>
  <message>
   <source>Use this address</source>
   <translation>Diese Adresse nehmen</translation>
  </message>
  <message>
   <source>{0} answers.</source>
   <translation>{0} antwortet.</translation>
  </message>
 </context>
 <context>
  <name>BlendPopup</name>
  <message>
   <source>As it was painted when this result was asked for</source>
   <translation>Wie sie gemalt war, als dieses Ergebnis verlangt wurde</translation>
  </message>
  <message>
   <source>Blend</source>
   <translation>Mischen</translation>
  </message>
  <message>
   <source>Blend through the mask as it is now</source>
   <translation>Durch die jetzige Maske mischen</translation>
  </message>
  <message>
   <source>Blend through the mask of its run</source>
   <translation>Durch die Maske seines Laufs mischen</translation>
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
   <translation>Malen Sie zuerst eine andere Maske; das Ergebnis bleibt</translation>
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
   <translation>Stiftdruck</translation>
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
   <source>Brush and eraser as they came</source>
   <translation>Pinsel und Radierer wie anfangs</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Radierer</translation>
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
   <source>Tool</source>
   <translation>Werkzeug</translation>
  </message>
  <message>
   <source>{0} {1} size · {2} {3} hardness · Alt+right-drag both</source>
   <translation>{0} {1} Größe · {2} {3} Härte · Alt+Ziehen rechts beides</translation>
  </message>
 </context>
 <context>
  <name>BugReporter</name>
  <message>
   <source>Inpaint Studio crashed the last time</source>
   <translation>Inpaint Studio ist beim letzten Mal abgestürzt</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>Etwas Unerwartetes ist geschehen</translation>
  </message>
  <message>
   <source>What you did is kept. The details help to mend it: copy and report them.</source>
   <translation>Was Sie getan haben, ist erhalten. Die Einzelheiten helfen, den Fehler zu beheben: Kopieren und melden Sie sie.</translation>
  </message>
  <message>
   <source>Your picture is safe; save or export it, then report the details.</source>
   <translation>Ihr Bild ist sicher; speichern oder exportieren Sie es und melden Sie dann die Einzelheiten.</translation>
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
 </context>
 <context>
  <name>CardButton</name>
  <message>
   <source>Send now</source>
   <translation>Jetzt senden</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
 </context>
 <context>
  <name>CatalogUpdateController</name>
  <message>
   <source>Restart now</source>
   <translation>Jetzt neu starten</translation>
  </message>
  <message>
   <source>The catalog is the one that came with the program</source>
   <translation>Der Katalog ist der, der mit dem Programm kam</translation>
  </message>
  <message>
   <source>The former catalog holds from the next start</source>
   <translation>Der vorige Katalog gilt ab dem nächsten Start</translation>
  </message>
  <message>
   <source>The new catalog holds from the next start</source>
   <translation>Der neue Katalog gilt ab dem nächsten Start</translation>
  </message>
  <message>
   <source>This catalog changes nothing</source>
   <translation>Dieser Katalog ändert nichts</translation>
  </message>
  <message>
   <source>This catalog is no newer</source>
   <translation>Dieser Katalog ist nicht neuer</translation>
  </message>
 </context>
 <context>
  <name>CatalogUpdateDialog</name>
  <message>
   <source>Update the catalog</source>
   <translation>Katalog aktualisieren</translation>
  </message>
  <message>
   <source>Use this catalog</source>
   <translation>Diesen Katalog nehmen</translation>
  </message>
  <message>
   <source>With the catalog of {0}, from the next start:</source>
   <translation>Mit dem Katalog vom {0}, ab dem nächsten Start:</translation>
  </message>
 </context>
 <context>
  <name>CentralArea</name>
  <message>
   <source>Pixels outside the mask are kept, bit for bit</source>
   <translation>Pixel außerhalb der Maske bleiben, Bit für Bit</translation>
  </message>
 </context>
 <context>
  <name>CheckResult</name>
  <message>
   <source>A mask without effect has no polarity.</source>
   <translation>Eine Maske ohne Wirkung hat keine Polarität.</translation>
  </message>
  <message>
   <source>A stream was asked for; one answer came after {seconds} s.</source>
   <translation>Streaming war verlangt; eine Antwort kam nach {seconds} s.</translation>
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
   <translation>Ereignisse kamen als Stream, das letzte nach {seconds} s.</translation>
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
   <translation>Zwischenbilder brauchen Streaming.</translation>
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
   <translation>Streaming ist in diesem Profil aus und wurde nicht verlangt.</translation>
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
  <name>CloseController</name>
  <message numerus="yes">
   <source>%n picture(s) are not saved</source>
   <translation>
    <numerusform>%n Bild ist nicht gespeichert</numerusform>
    <numerusform>%n Bilder sind nicht gespeichert</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: a restart stops them, and they may be charged.</source>
   <translation>
    <numerusform>%n Ergebnis kommt noch: ein Neustart stoppt es, und es wird vielleicht berechnet.</numerusform>
    <numerusform>%n Ergebnisse kommen noch: ein Neustart stoppt sie, und sie werden vielleicht berechnet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: a restart stops them.</source>
   <translation>
    <numerusform>%n Ergebnis kommt noch: Ein Neustart stoppt es.</numerusform>
    <numerusform>%n Ergebnisse kommen noch: Ein Neustart stoppt sie.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: closing stops them, and they may be charged.</source>
   <translation>
    <numerusform>%n Ergebnis kommt noch: Schließen stoppt es, und es wird vielleicht berechnet.</numerusform>
    <numerusform>%n Ergebnisse kommen noch: Schließen stoppt sie, und sie werden vielleicht berechnet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming: closing stops them.</source>
   <translation>
    <numerusform>%n Ergebnis kommt noch: Schließen stoppt es.</numerusform>
    <numerusform>%n Ergebnisse kommen noch: Schließen stoppt sie.</numerusform>
   </translation>
  </message>
  <message>
   <source>Close without saving</source>
   <translation>Schließen ohne Speichern</translation>
  </message>
  <message>
   <source>Keep working</source>
   <translation>Weiterarbeiten</translation>
  </message>
  <message>
   <source>Save all and close</source>
   <translation>Alle speichern und schließen</translation>
  </message>
  <message>
   <source>Save and close</source>
   <translation>Speichern und schließen</translation>
  </message>
  <message>
   <source>Stop them and close</source>
   <translation>Stoppen und schließen</translation>
  </message>
  <message>
   <source>Stop them and restart</source>
   <translation>Stoppen und neu starten</translation>
  </message>
  <message>
   <source>{0} is not saved.</source>
   <translation>{0} ist nicht gespeichert.</translation>
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
   <translation>Schreiben Sie eine Farbe wie #e5484d.</translation>
  </message>
 </context>
 <context>
  <name>CompareController</name>
  <message>
   <source>None of these has brought a picture</source>
   <translation>Keines davon brachte ein Bild</translation>
  </message>
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
   <source>Blind</source>
   <translation>Blind</translation>
  </message>
  <message>
   <source>Close the comparison</source>
   <translation>Vergleich schließen</translation>
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
   <source>Hide which model made what until you have chosen</source>
   <translation>Bis zur Wahl verbergen, welches Modell was machte</translation>
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
   <source>Speed</source>
   <translation>Tempo</translation>
  </message>
  <message>
   <source>What the models returned, in place of what the mask lets through</source>
   <translation>Was die Modelle geliefert haben, statt dessen, was die Maske durchlässt</translation>
  </message>
  <message>
   <source>Whole picture or 100 % at the pointer</source>
   <translation>Ganzes Bild oder 100 % am Zeiger</translation>
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
   <source>Extra</source>
   <translation>Weiteres</translation>
  </message>
  <message>
   <source>Further fields of the request, as JSON</source>
   <translation>Weitere Felder der Anfrage, als JSON</translation>
  </message>
  <message>
   <source>Optional</source>
   <translation>Optional</translation>
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
   <source>{0} has no compression level with {1}</source>
   <translation>{0} hat bei {1} keine Kompressionsstufe</translation>
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
  <name>DetailsDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopiert</translation>
  </message>
  <message>
   <source>Copy all</source>
   <translation>Alles kopieren</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>The endpoint's own words</source>
   <translation>Die Worte des Endpunkts</translation>
  </message>
 </context>
 <context>
  <name>Docks</name>
  <message>
   <source>Show or fold the history</source>
   <translation>Verlauf zeigen oder einklappen</translation>
  </message>
 </context>
 <context>
  <name>DropChoice</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
 </context>
 <context>
  <name>DropController</name>
  <message>
   <source>Add all as references</source>
   <translation>Alle als Referenzen hinzufügen</translation>
  </message>
  <message>
   <source>Add as reference</source>
   <translation>Als Referenz hinzufügen</translation>
  </message>
  <message>
   <source>Fetch and open</source>
   <translation>Holen und öffnen</translation>
  </message>
  <message>
   <source>Fetch as mask</source>
   <translation>Als Maske holen</translation>
  </message>
  <message>
   <source>Fetch as reference</source>
   <translation>Als Referenz holen</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>Öffnen Sie zuerst ein Bild</translation>
  </message>
  <message>
   <source>Open all</source>
   <translation>Alle öffnen</translation>
  </message>
  <message>
   <source>Open as new picture</source>
   <translation>Als neues Bild öffnen</translation>
  </message>
  <message>
   <source>Open the first, add the others as references</source>
   <translation>Das erste öffnen, die anderen als Referenzen hinzufügen</translation>
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
   <source>Opening the picture…</source>
   <translation>Bild wird geöffnet …</translation>
  </message>
  <message>
   <source>Open…</source>
   <translation>Öffnen…</translation>
  </message>
  <message>
   <source>Paint what should change, run, keep the result you like.
Everything outside your mask stays as it is, bit for bit.</source>
   <translation>Malen, was sich ändern soll, starten, das beste Ergebnis behalten.
Alles außerhalb Ihrer Maske bleibt, wie es ist, Bit für Bit.</translation>
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
  <name>ExportController</name>
  <message>
   <source>Accepted picture</source>
   <translation>Angenommenes Bild</translation>
  </message>
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
   <source>Selected cards: {0}</source>
   <translation>Ausgewählte Karten: {0}</translation>
  </message>
  <message>
   <source>Show in folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <source>Shown result</source>
   <translation>Gezeigtes Ergebnis</translation>
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
   <source>Keep its XMP, IPTC and resolution</source>
   <translation>Ihre XMP-, IPTC-Daten und Auflösung behalten</translation>
  </message>
  <message>
   <source>Keep the source's EXIF data: camera, date, place</source>
   <translation>EXIF-Daten der Quelle behalten: Kamera, Datum, Ort</translation>
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
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>What is written</source>
   <translation>Was geschrieben wird</translation>
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
   <source>Write prompt and settings into the file</source>
   <translation>Prompt und Einstellungen in die Datei schreiben</translation>
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
  <name>ExtendPopup</name>
  <message>
   <source>Becomes {0}</source>
   <translation>Wird {0}</translation>
  </message>
  <message>
   <source>Bottom</source>
   <translation>Unten</translation>
  </message>
  <message>
   <source>Do not extend</source>
   <translation>Nicht erweitern</translation>
  </message>
  <message>
   <source>Extend the picture</source>
   <translation>Bild erweitern</translation>
  </message>
  <message>
   <source>Extend to {0}</source>
   <translation>Auf {0} erweitern</translation>
  </message>
  <message>
   <source>Keeps its size</source>
   <translation>Behält seine Größe</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Left, top</source>
   <translation>Links, oben</translation>
  </message>
  <message>
   <source>Middle</source>
   <translation>Mitte</translation>
  </message>
  <message>
   <source>Right</source>
   <translation>Rechts</translation>
  </message>
  <message>
   <source>Right, bottom</source>
   <translation>Rechts, unten</translation>
  </message>
  <message>
   <source>The picture keeps its size</source>
   <translation>Das Bild behält seine Größe</translation>
  </message>
  <message>
   <source>The picture lies</source>
   <translation>Das Bild liegt</translation>
  </message>
  <message>
   <source>The picture then lies</source>
   <translation>Das Bild liegt dann</translation>
  </message>
  <message>
   <source>To a ratio</source>
   <translation>Auf ein Verhältnis</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Oben</translation>
  </message>
  <message>
   <source>Unit</source>
   <translation>Einheit</translation>
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
  <name>FilmController</name>
  <message>
   <source>Partial {0}</source>
   <translation>Zwischenbild {0}</translation>
  </message>
  <message>
   <source>Result</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>There is one picture only; the film will stand still</source>
   <translation>Es gibt nur ein Bild; der Film steht still</translation>
  </message>
 </context>
 <context>
  <name>FilmDialog</name>
  <message>
   <source>Content</source>
   <translation>Inhalt</translation>
  </message>
  <message>
   <source>Each picture</source>
   <translation>Jedes Bild</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportieren</translation>
  </message>
  <message>
   <source>Export the film strip</source>
   <translation>Filmstreifen exportieren</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Raw result</source>
   <translation>Rohes Ergebnis</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>Ganzes Bild</translation>
  </message>
  <message>
   <source>Will be written as {0}, an animated WebP; the last picture stays longest</source>
   <translation>Wird als {0} geschrieben, ein animiertes WebP; das letzte Bild bleibt am längsten</translation>
  </message>
 </context>
 <context>
  <name>FilmStripBar</name>
  <message>
   <source>All of them as one animated WebP</source>
   <translation>Alle als ein animiertes WebP</translation>
  </message>
  <message>
   <source>Close the film strip</source>
   <translation>Filmstreifen schließen</translation>
  </message>
  <message>
   <source>Export strip…</source>
   <translation>Streifen exportieren…</translation>
  </message>
  <message>
   <source>Go on from this picture; it remembers where it came from</source>
   <translation>Mit diesem Bild weiterarbeiten; es weiß, woher es kam</translation>
  </message>
  <message>
   <source>Open as source</source>
   <translation>Als Quelle öffnen</translation>
  </message>
 </context>
 <context>
  <name>FilterBar</name>
  <message>
   <source>Any model</source>
   <translation>Jedes Modell</translation>
  </message>
  <message>
   <source>Any profile</source>
   <translation>Jedes Profil</translation>
  </message>
  <message>
   <source>Back to the picture</source>
   <translation>Zurück zum Bild</translation>
  </message>
  <message>
   <source>Compare the selected results</source>
   <translation>Ausgewählte Ergebnisse vergleichen</translation>
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
   <source>Open the gallery</source>
   <translation>Galerie öffnen</translation>
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
  <name>FrameLabel</name>
  <message>
   <source>becomes {0}</source>
   <translation>wird {0}</translation>
  </message>
  <message>
   <source>first of {0} parts</source>
   <translation>erster von {0} Teilen</translation>
  </message>
  <message>
   <source>{0} context</source>
   <translation>{0} Umgebung</translation>
  </message>
  <message>
   <source>{0} sent</source>
   <translation>{0} gesendet</translation>
  </message>
 </context>
 <context>
  <name>FrameOptions</name>
  <message>
   <source>Extend…</source>
   <translation>Erweitern…</translation>
  </message>
  <message>
   <source>Follow the mask</source>
   <translation>Der Maske folgen</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Frei</translation>
  </message>
  <message>
   <source>Let the picture grow; dragging the frame past its edge does the same</source>
   <translation>Das Bild wachsen lassen; den Rahmen über den Rand zu ziehen tut dasselbe</translation>
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
   <source>The frame is chosen from the mask</source>
   <translation>Der Rahmen folgt aus der Maske</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>Ganzes Bild</translation>
  </message>
 </context>
 <context>
  <name>GalleryController</name>
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
  <message numerus="yes">
   <source>%n result(s)</source>
   <translation>
    <numerusform>%n Ergebnis</numerusform>
    <numerusform>%n Ergebnisse</numerusform>
   </translation>
  </message>
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
   <translation>Nichts im Verlauf ist so. Weniger Filter zeigen mehr.</translation>
  </message>
  <message>
   <source>Size of the cards</source>
   <translation>Größe der Karten</translation>
  </message>
  <message>
   <source>What the history takes on the disk. Clean up…</source>
   <translation>Was der Verlauf auf der Platte belegt. Aufräumen…</translation>
  </message>
  <message>
   <source>{0} on disk</source>
   <translation>{0} belegt</translation>
  </message>
 </context>
 <context>
  <name>HistoryPlaceController</name>
  <message>
   <source>A folder for the history</source>
   <translation>Ein Ordner für den Verlauf</translation>
  </message>
  <message>
   <source>Choose another folder…</source>
   <translation>Anderen Ordner wählen …</translation>
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
   <translation>Nichts im Verlauf ist so. Weniger Filter zeigen mehr.</translation>
  </message>
 </context>
 <context>
  <name>Inspector</name>
  <message>
   <source> · {0} requests alike</source>
   <translation> · {0} gleiche Anfragen</translation>
  </message>
  <message>
   <source> · {0} requests alike but for the seed</source>
   <translation> · {0} bis auf den Seed gleiche Anfragen</translation>
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
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Preparing what would be sent…</source>
   <translation>Was gesendet würde, wird vorbereitet…</translation>
  </message>
  <message>
   <source>Show it large</source>
   <translation>Groß zeigen</translation>
  </message>
  <message>
   <source>What is sent</source>
   <translation>Was gesendet wird</translation>
  </message>
 </context>
 <context>
  <name>Journals</name>
  <message>
   <source>An unsaved picture cannot be brought back</source>
   <translation>Ein ungespeichertes Bild lässt sich nicht wiederherstellen</translation>
  </message>
  <message>
   <source>What was kept of it is damaged. You find it in {0}.</source>
   <translation>Was davon aufbewahrt wurde, ist beschädigt. Es liegt in {0}.</translation>
  </message>
  <message>
   <source>What you do is kept on disk again</source>
   <translation>Was Sie tun, wird wieder auf dem Datenträger gesichert</translation>
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
   <source>It is sent to {0} only.</source>
   <translation>Er wird nur an {0} gesendet.</translation>
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
   <translation>Schlüssel einfügen</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Save it in a file only I may read</source>
   <translation>In einer Datei speichern, die nur ich lesen darf</translation>
  </message>
  <message>
   <source>Save key</source>
   <translation>Schlüssel speichern</translation>
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
  <name>LargeResult</name>
  <message>
   <source>There is no picture yet</source>
   <translation>Noch kein Bild</translation>
  </message>
 </context>
 <context>
  <name>LineageController</name>
  <message>
   <source>Nothing was made from this result yet</source>
   <translation>Aus diesem Ergebnis wurde noch nichts gemacht</translation>
  </message>
  <message>
   <source>This run began with a picture of its own</source>
   <translation>Dieser Lauf begann mit einem eigenen Bild</translation>
  </message>
 </context>
 <context>
  <name>LineageDialog</name>
  <message>
   <source>Lineage</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>This is the picture all began with; choose one of its results</source>
   <translation>Mit diesem Bild begann alles; wählen Sie eines seiner Ergebnisse</translation>
  </message>
  <message>
   <source>{0} shows a result on the canvas, {1} edits it.</source>
   <translation>{0} zeigt ein Ergebnis auf der Leinwand, {1} bearbeitet es.</translation>
  </message>
 </context>
 <context>
  <name>LineageTree</name>
  <message>
   <source>Lineage</source>
   <translation>Herkunft</translation>
  </message>
  <message>
   <source>The picture all began with</source>
   <translation>Das Bild, mit dem alles begann</translation>
  </message>
 </context>
 <context>
  <name>Loupe</name>
  <message>
   <source>One result, large</source>
   <translation>Ein Ergebnis, groß</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>Galerie</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <source>Local fill</source>
   <translation>Lokales Füllen</translation>
  </message>
  <message>
   <source>MIT licence</source>
   <translation>MIT-Lizenz</translation>
  </message>
  <message>
   <source>Mask</source>
   <translation>Maske</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>Anfrage</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Werkzeuge</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
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
  <name>MaskController</name>
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
   <source>Import mask</source>
   <translation>Maske importieren</translation>
  </message>
  <message>
   <source>PNG (*.png)</source>
   <translation>PNG (*.png)</translation>
  </message>
  <message>
   <source>The mask was not saved</source>
   <translation>Die Maske wurde nicht gespeichert</translation>
  </message>
 </context>
 <context>
  <name>MaskFixController</name>
  <message>
   <source>Before each run it is said that {0} ignores masks</source>
   <translation>Vor jedem Lauf wird gesagt, dass {0} Masken ignoriert</translation>
  </message>
  <message>
   <source>Remember that {0} ignores masks, and say so beside Run</source>
   <translation>Merken, dass {0} Masken ignoriert, und es neben „Starten“ sagen</translation>
  </message>
  <message>
   <source>Run again</source>
   <translation>Erneut starten</translation>
  </message>
  <message>
   <source>Send masks inverted</source>
   <translation>Masken invertiert senden</translation>
  </message>
  <message>
   <source>Send masks upright</source>
   <translation>Masken nicht invertiert senden</translation>
  </message>
  <message>
   <source>Send plain masks</source>
   <translation>Einfache Masken senden</translation>
  </message>
  <message>
   <source>Send the same request with the mask as the profile has it now</source>
   <translation>Dieselbe Anfrage senden, mit der Maske, wie das Profil sie jetzt vorgibt</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Warn before running</source>
   <translation>Vor dem Lauf warnen</translation>
  </message>
  <message>
   <source>{0} gets its masks inverted from now on</source>
   <translation>{0} bekommt Masken ab jetzt invertiert</translation>
  </message>
  <message>
   <source>{0} gets its masks upright from now on</source>
   <translation>{0} bekommt Masken ab jetzt nicht invertiert</translation>
  </message>
  <message>
   <source>{0} gets masks as white on black, without transparency, from now on; nothing is sent again</source>
   <translation>{0} bekommt Masken ab jetzt weiß auf schwarz, ohne Transparenz; nichts wird erneut gesendet</translation>
  </message>
  <message>
   <source>{0} gets masks the other way round from now on; nothing is sent again</source>
   <translation>{0} bekommt Masken ab jetzt andersherum; nichts wird erneut gesendet</translation>
  </message>
  <message>
   <source>{0} gets plain masks, white on black, from now on</source>
   <translation>{0} bekommt ab jetzt einfache Masken, weiß auf schwarz</translation>
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
   <source>Not background</source>
   <translation>Nicht Hintergrund</translation>
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
   <source>Clear the mask</source>
   <translation>Maske leeren</translation>
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
  <name>ModelBox</name>
  <message>
   <source>Dated ids</source>
   <translation>Kennungen mit Datum</translation>
  </message>
  <message>
   <source>Dated ids…</source>
   <translation>Kennungen mit Datum …</translation>
  </message>
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
  <name>NameValueTable</name>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
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
  <name>OpenController</name>
  <message>
   <source>All files (*)</source>
   <translation>Alle Dateien (*)</translation>
  </message>
  <message>
   <source>Copy one in another program, then paste again.</source>
   <translation>Kopiere eines in einem anderen Programm und füge dann wieder ein.</translation>
  </message>
  <message>
   <source>Dropped picture</source>
   <translation>Abgelegtes Bild</translation>
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
   <source>Save it as a file, and drop that.</source>
   <translation>Speichern Sie es als Datei und legen Sie diese ab.</translation>
  </message>
  <message>
   <source>There is no picture in what was dropped</source>
   <translation>Im Abgelegten ist kein Bild</translation>
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
   <source>Adds · Alt takes away · Shift+Alt intersects · {0} pans</source>
   <translation>Fügt hinzu · Alt nimmt weg · Umschalt+Alt schneidet · {0} verschiebt</translation>
  </message>
  <message>
   <source>Click corners · {0} closes · {1} takes one back</source>
   <translation>Ecken klicken · {0} schließt · {1} nimmt eine zurück</translation>
  </message>
  <message>
   <source>Click in · Alt+click out · {0} fits · {1} is 100 %</source>
   <translation>Klick hinein · Alt+Klick heraus · {0} passt ein · {1} ist 100 %</translation>
  </message>
  <message>
   <source>Drag to pan · {0} fits · {1} is 100 %</source>
   <translation>Ziehen verschiebt · {0} passt ein · {1} ist 100 %</translation>
  </message>
  <message>
   <source>Fills what is enclosed · Alt takes a painted area away</source>
   <translation>Füllt Umschlossenes · Alt nimmt Gemaltes weg</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <source>Find a command</source>
   <translation>Befehl suchen</translation>
  </message>
  <message>
   <source>Find an action, a setting or a picture</source>
   <translation>Aktion, Einstellung oder Bild suchen</translation>
  </message>
  <message>
   <source>Nothing is called so.</source>
   <translation>Nichts heißt so.</translation>
  </message>
 </context>
 <context>
  <name>PaletteController</name>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Open {0}</source>
   <translation>{0} öffnen</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>PaneStops</name>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop {0}</source>
   <translation>{0} stoppen</translation>
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
  <name>Phrase</name>
  <message>
   <source>'{address}' is not an address such as https://api.example.com/v1.</source>
   <translation>'{address}' ist keine Adresse wie https://api.example.com/v1.</translation>
  </message>
  <message>
   <source>3 months</source>
   <translation>3 Monate</translation>
  </message>
  <message>
   <source>A catalog could not be read</source>
   <translation>Ein Katalog ließ sich nicht lesen</translation>
  </message>
  <message>
   <source>A few of its pixels are a little transparent, which means nothing here.</source>
   <translation>Einige ihrer Pixel sind ein wenig durchsichtig; das bedeutet hier nichts.</translation>
  </message>
  <message>
   <source>A header cannot be sent</source>
   <translation>Eine Kopfzeile lässt sich nicht senden</translation>
  </message>
  <message>
   <source>A key has no spaces, line breaks or accented letters. Copy it again from the provider's page.</source>
   <translation>Ein Schlüssel enthält keine Leerzeichen, Zeilenumbrüche oder Umlaute. Kopieren Sie ihn noch einmal von der Seite des Anbieters.</translation>
  </message>
  <message>
   <source>A month</source>
   <translation>Ein Monat</translation>
  </message>
  <message>
   <source>A part of the program is missing or broken. Install it anew, then run again.</source>
   <translation>Ein Teil des Programms fehlt oder ist beschädigt. Installieren Sie es neu und starten Sie den Lauf erneut.</translation>
  </message>
  <message>
   <source>A preset needs a name</source>
   <translation>Eine Vorlage braucht einen Namen</translation>
  </message>
  <message>
   <source>A profile needs a name</source>
   <translation>Ein Profil braucht einen Namen</translation>
  </message>
  <message>
   <source>A server on the way gave up waiting</source>
   <translation>Ein Server auf dem Weg hat nicht länger gewartet</translation>
  </message>
  <message>
   <source>A size is WIDTHxHEIGHT or auto.</source>
   <translation>Eine Größe ist BREITExHÖHE oder auto.</translation>
  </message>
  <message>
   <source>A spending limit is reached</source>
   <translation>Ein Ausgabenlimit ist erreicht</translation>
  </message>
  <message>
   <source>A stored profile cannot be used</source>
   <translation>Ein gespeichertes Profil ist unbrauchbar</translation>
  </message>
  <message>
   <source>A week</source>
   <translation>Eine Woche</translation>
  </message>
  <message>
   <source>A year</source>
   <translation>Ein Jahr</translation>
  </message>
  <message>
   <source>AVIF cannot be written on this machine</source>
   <translation>AVIF kann auf diesem Rechner nicht geschrieben werden</translation>
  </message>
  <message>
   <source>Accept edit</source>
   <translation>Bearbeitung übernehmen</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Übernommen</translation>
  </message>
  <message>
   <source>Adjust mask</source>
   <translation>Maske anpassen</translation>
  </message>
  <message>
   <source>Allow writing to {folder}, or choose another history folder in the settings.</source>
   <translation>Erlauben Sie das Schreiben in {folder}, oder wählen Sie in den Einstellungen einen anderen Verlaufsordner.</translation>
  </message>
  <message>
   <source>Another Inpaint Studio has it open. Close that and start again: what can be read of {folder} is then carried into a new one.</source>
   <translation>Ein anderes Inpaint Studio hat ihn geöffnet. Schließen Sie es und starten Sie noch einmal: Was sich in {folder} lesen lässt, wird dann in einen neuen übernommen.</translation>
  </message>
  <message>
   <source>Another program has held {folder} for too long. Close other Inpaint Studio windows and try again.</source>
   <translation>Ein anderes Programm hält {folder} zu lange. Schließen Sie andere Fenster von Inpaint Studio und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Any size of the size rule; always works at high input fidelity.</source>
   <translation>Jede Größe der Größenregel; arbeitet immer mit hoher Eingabetreue.</translation>
  </message>
  <message>
   <source>Auto</source>
   <translation>Auto</translation>
  </message>
  <message>
   <source>Background</source>
   <translation>Hintergrund</translation>
  </message>
  <message>
   <source>Before this run</source>
   <translation>Vor diesem Lauf</translation>
  </message>
  <message>
   <source>Blocked</source>
   <translation>Blockiert</translation>
  </message>
  <message>
   <source>Blocked by the safety system</source>
   <translation>Vom Sicherheitssystem abgelehnt</translation>
  </message>
  <message>
   <source>Brush stroke</source>
   <translation>Pinselstrich</translation>
  </message>
  <message>
   <source>Change what it names and run again.</source>
   <translation>Ändern Sie, was er nennt, und starten Sie noch einmal.</translation>
  </message>
  <message>
   <source>Check that {folder} exists and may be written to, or choose another history folder in the settings.</source>
   <translation>Prüfen Sie, ob es {folder} gibt und dort geschrieben werden darf, oder wählen Sie in den Einstellungen einen anderen Verlaufsordner.</translation>
  </message>
  <message>
   <source>Check the key in its profile.</source>
   <translation>Prüfen Sie den Schlüssel im Profil.</translation>
  </message>
  <message>
   <source>Check the name and the folder.</source>
   <translation>Prüfen Sie Namen und Ordner.</translation>
  </message>
  <message>
   <source>Check the profile's base URL and path.</source>
   <translation>Prüfen Sie Basisadresse und Pfad des Profils.</translation>
  </message>
  <message>
   <source>Choose WebP or PNG instead.</source>
   <translation>Nehmen Sie stattdessen WebP oder PNG.</translation>
  </message>
  <message>
   <source>Choose a model the endpoint offers.</source>
   <translation>Wählen Sie ein Modell, das der Endpunkt anbietet.</translation>
  </message>
  <message>
   <source>Choose a model.</source>
   <translation>Wählen Sie ein Modell.</translation>
  </message>
  <message>
   <source>Choose another file.</source>
   <translation>Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>Choose another format, or leave the metadata out, and try again.</source>
   <translation>Wählen Sie ein anderes Format oder lassen Sie die Metadaten weg und versuchen Sie es erneut.</translation>
  </message>
  <message>
   <source>Choose another format, or leave the metadata out.</source>
   <translation>Wählen Sie ein anderes Format, oder lassen Sie die Metadaten weg.</translation>
  </message>
  <message>
   <source>Choose another than {new}.</source>
   <translation>Wählen Sie einen anderen als {new}.</translation>
  </message>
  <message>
   <source>Choose lengths of 0 or more.</source>
   <translation>Wählen Sie Längen ab 0.</translation>
  </message>
  <message>
   <source>Choose one nearer to a square, or another model.</source>
   <translation>Wählen Sie eine, die einem Quadrat näher kommt, oder ein anderes Modell.</translation>
  </message>
  <message>
   <source>Choose {formats}.</source>
   <translation>Wählen Sie {formats}.</translation>
  </message>
  <message>
   <source>Clear mask</source>
   <translation>Maske löschen</translation>
  </message>
  <message>
   <source>Close other pictures or programs and open it again.</source>
   <translation>Schließen Sie andere Bilder oder Programme und öffnen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Close other programs and try again.</source>
   <translation>Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Close other programs or choose a smaller frame, then run again.</source>
   <translation>Schließen Sie andere Programme oder wählen Sie einen kleineren Rahmen und starten Sie den Lauf erneut.</translation>
  </message>
  <message>
   <source>Compression</source>
   <translation>Kompression</translation>
  </message>
  <message>
   <source>Correct '{name}' in the profile's extra headers.</source>
   <translation>Berichtigen Sie '{name}' in den weiteren Kopfzeilen des Profils.</translation>
  </message>
  <message>
   <source>Cut off, maybe charged</source>
   <translation>Abgerissen, evtl. berechnet</translation>
  </message>
  <message>
   <source>Default</source>
   <translation>Standard</translation>
  </message>
  <message>
   <source>Defaults are used for {names}.</source>
   <translation>Für {names} gelten die Standardwerte.</translation>
  </message>
  <message>
   <source>Defaults are used for {names}; correct them in the settings.</source>
   <translation>Für {names} gelten die Vorgaben; berichtigen Sie sie in den Einstellungen.</translation>
  </message>
  <message>
   <source>Defaults are used; the file is kept as {kept}.</source>
   <translation>Es gelten die Vorgaben; die Datei liegt als {kept} bereit.</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Differenz</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Drawings (SVG) cannot be edited. {convert}</source>
   <translation>Zeichnungen (SVG) lassen sich nicht bearbeiten. {convert}</translation>
  </message>
  <message>
   <source>Ellipse</source>
   <translation>Ellipse</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>Radieren</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Alles</translation>
  </message>
  <message>
   <source>Export another one.</source>
   <translation>Exportieren Sie ein anderes.</translation>
  </message>
  <message>
   <source>Export the result itself.</source>
   <translation>Exportieren Sie das Ergebnis selbst.</translation>
  </message>
  <message>
   <source>Export the whole picture, or this once it is kept.</source>
   <translation>Exportieren Sie das ganze Bild oder dies, sobald es aufgenommen ist.</translation>
  </message>
  <message>
   <source>Extend picture</source>
   <translation>Bild erweitern</translation>
  </message>
  <message>
   <source>Extra high</source>
   <translation>Sehr hoch</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Fehlgeschlagen</translation>
  </message>
  <message>
   <source>Feather mask</source>
   <translation>Maske weichzeichnen</translation>
  </message>
  <message>
   <source>Fetch or export the file again: it is damaged or incomplete.</source>
   <translation>Laden oder exportieren Sie die Datei noch einmal: Sie ist beschädigt oder unvollständig.</translation>
  </message>
  <message>
   <source>Fidelity</source>
   <translation>Treue</translation>
  </message>
  <message>
   <source>File missing</source>
   <translation>Datei fehlt</translation>
  </message>
  <message>
   <source>Files up to {limit} MB can be opened. {convert}</source>
   <translation>Dateien bis {limit} MB lassen sich öffnen. {convert}</translation>
  </message>
  <message>
   <source>Fill holes</source>
   <translation>Löcher füllen</translation>
  </message>
  <message>
   <source>Flicker</source>
   <translation>Wechsel</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Free</source>
   <translation>Frei</translation>
  </message>
  <message>
   <source>From 1 to {limit} variants.</source>
   <translation>1 bis {limit} Varianten.</translation>
  </message>
  <message>
   <source>From {least} to {most}.</source>
   <translation>Von {least} bis {most}.</translation>
  </message>
  <message>
   <source>Grow mask</source>
   <translation>Maske vergrößern</translation>
  </message>
  <message>
   <source>HEIC pictures need an extra</source>
   <translation>HEIC-Bilder brauchen ein Zusatzpaket</translation>
  </message>
  <message>
   <source>HTTP {status} without a text.</source>
   <translation>HTTP {status} ohne Text.</translation>
  </message>
  <message>
   <source>High</source>
   <translation>Hoch</translation>
  </message>
  <message>
   <source>How closely the result keeps to details of the pictures sent, as of faces</source>
   <translation>Wie genau sich das Ergebnis an Einzelheiten der gesendeten Bilder hält, etwa an Gesichter</translation>
  </message>
  <message>
   <source>How pictures come back: within the response, or as links it names</source>
   <translation>Wie Bilder zurückkommen: in der Antwort selbst oder als Links darin</translation>
  </message>
  <message>
   <source>How strictly the endpoint filters what it makes</source>
   <translation>Wie streng der Endpunkt filtert, was er erzeugt</translation>
  </message>
  <message>
   <source>In the trash since</source>
   <translation>Im Papierkorb seit</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before local fill had made it. Run again.</source>
   <translation>Inpaint Studio endete, bevor lokales Füllen fertig war. Starten Sie den Lauf erneut.</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before the answer came. It may have been charged.</source>
   <translation>Inpaint Studio endete, bevor die Antwort kam. Sie wurde vielleicht berechnet.</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before this was sent. Nothing was charged.</source>
   <translation>Inpaint Studio endete, bevor dies gesendet wurde. Nichts wurde berechnet.</translation>
  </message>
  <message>
   <source>Input fidelity</source>
   <translation>Eingabetreue</translation>
  </message>
  <message>
   <source>Install it with: pip install inpaint-studio[psd]</source>
   <translation>Installieren Sie es mit: pip install inpaint-studio[psd]</translation>
  </message>
  <message>
   <source>Install the "heic" extra (pip install "inpaint-studio[heic]")</source>
   <translation>Installieren Sie das Zusatzpaket „heic“ (pip install "inpaint-studio[heic]")</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>Invert mask</source>
   <translation>Maske umkehren</translation>
  </message>
  <message>
   <source>Is it still there? Open it again.</source>
   <translation>Ist sie noch da? Öffnen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>It answered with {kind}: {said}. Check the base URL and path.</source>
   <translation>Er antwortete mit {kind}: {said}. Prüfen Sie Basisadresse und Pfad.</translation>
  </message>
  <message>
   <source>It declares a DTD, which no OpenRaster file needs.</source>
   <translation>Sie enthält eine DTD, die keine OpenRaster-Datei braucht.</translation>
  </message>
  <message>
   <source>It ended, or took too long, before the picture was there. Run again.</source>
   <translation>Es endete oder brauchte zu lange, bevor das Bild da war. Starten Sie den Lauf erneut.</translation>
  </message>
  <message>
   <source>It had not been sent.</source>
   <translation>Es war noch nicht gesendet.</translation>
  </message>
  <message>
   <source>It has another ratio and would be distorted in the picture. Open it as a picture of its own, or choose a size that this server keeps to.</source>
   <translation>Es hat ein anderes Seitenverhältnis und würde im Bild verzerrt. Öffnen Sie es als eigenes Bild, oder wählen Sie eine Größe, an die sich dieser Server hält.</translation>
  </message>
  <message>
   <source>It has no address.</source>
   <translation>Es hat keine Adresse.</translation>
  </message>
  <message>
   <source>It has too many entries</source>
   <translation>Sie hat zu viele Einträge</translation>
  </message>
  <message>
   <source>It holds characters no key has. Copy it again, alone.</source>
   <translation>Er enthält Zeichen, die kein Schlüssel hat. Kopieren Sie ihn noch einmal, allein.</translation>
  </message>
  <message>
   <source>It holds {count} labels beside its background, and nothing says which is meant.</source>
   <translation>Sie enthält neben dem Hintergrund {count} Kennungen, und nichts sagt, welche gemeint ist.</translation>
  </message>
  <message>
   <source>It is a Photoshop file, but its kind of pixels ({bits} bits, colour mode {mode}) cannot be read, or it is damaged. {convert}</source>
   <translation>Es ist eine Photoshop-Datei, doch ihre Art von Pixeln ({bits} Bit, Farbmodus {mode}) kann nicht gelesen werden, oder sie ist beschädigt. {convert}</translation>
  </message>
  <message>
   <source>It is a TIFF, but its kind of pixels ({bits} bits, colour scheme {scheme}) cannot be read, or it is damaged. {convert}</source>
   <translation>Es ist ein TIFF, aber seine Art von Pixeln ({bits} Bit, Farbschema {scheme}) kann nicht gelesen werden, oder es ist beschädigt. {convert}</translation>
  </message>
  <message>
   <source>It is a camera's raw file, in which only a small preview is a picture. Develop it in another program and open what that saves.</source>
   <translation>Es ist eine Rohdatei einer Kamera, in der nur eine kleine Vorschau ein Bild ist. Entwickeln Sie sie in einem anderen Programm und öffnen Sie, was dieses speichert.</translation>
  </message>
  <message>
   <source>It is a large Photoshop document (PSB). {convert}</source>
   <translation>Es ist ein großes Photoshop-Dokument (PSB). {convert}</translation>
  </message>
  <message>
   <source>It is at {scheme}://{host}, but {reason}. Save it in the browser and open the file.</source>
   <translation>Es liegt unter {scheme}://{host}, aber {reason}. Speichern Sie es im Browser und öffnen Sie die Datei.</translation>
  </message>
  <message>
   <source>It is encrypted</source>
   <translation>Sie ist verschlüsselt</translation>
  </message>
  <message>
   <source>It is not a PNG, JPEG, WebP, TIFF, BMP, GIF, AVIF, JPEG 2000 or PSD picture, or it is damaged. {convert}</source>
   <translation>Es ist kein PNG-, JPEG-, WebP-, TIFF-, BMP-, GIF-, AVIF-, JPEG-2000- oder PSD-Bild, oder es ist beschädigt. {convert}</translation>
  </message>
  <message>
   <source>It is not a whole archive</source>
   <translation>Sie ist kein vollständiges Archiv</translation>
  </message>
  <message>
   <source>It is not an OpenRaster file.</source>
   <translation>Sie ist keine OpenRaster-Datei.</translation>
  </message>
  <message>
   <source>It is not valid HTTP: {error}.</source>
   <translation>Sie ist kein gültiges HTTP: {error}.</translation>
  </message>
  <message>
   <source>It is packed in a way this program does not read</source>
   <translation>Sie ist auf eine Weise gepackt, die dieses Programm nicht liest</translation>
  </message>
  <message>
   <source>It is {result_width}×{result_height}, its place in the picture {width}×{height}. Open the result as a picture of its own, or run again.</source>
   <translation>Es misst {result_width}×{result_height}, sein Platz im Bild {width}×{height}. Öffnen Sie das Ergebnis als eigenes Bild, oder starten Sie noch einmal.</translation>
  </message>
  <message>
   <source>It may have been charged.</source>
   <translation>Es wurde vielleicht berechnet.</translation>
  </message>
  <message>
   <source>It may have been charged; retry when you like.</source>
   <translation>Es wurde vielleicht berechnet; wiederholen Sie es, wann Sie möchten.</translation>
  </message>
  <message>
   <source>It may have been deleted in another window.</source>
   <translation>Vielleicht wurde er in einem anderen Fenster gelöscht.</translation>
  </message>
  <message>
   <source>It unpacks to more than this program opens</source>
   <translation>Sie wird entpackt größer, als dieses Programm öffnet</translation>
  </message>
  <message>
   <source>It was in {folder}, and has left the list.</source>
   <translation>Die Datei lag in {folder} und steht nicht mehr auf der Liste.</translation>
  </message>
  <message>
   <source>It was left out: {names}.</source>
   <translation>Weggelassen wurde: {names}.</translation>
  </message>
  <message>
   <source>Its list of layers is damaged.</source>
   <translation>Ihre Ebenenliste ist beschädigt.</translation>
  </message>
  <message>
   <source>Its mask is of another size.</source>
   <translation>Ihre Maske hat eine andere Größe.</translation>
  </message>
  <message>
   <source>Its pictures come back as “Found in the history folder”, if their files are still there.</source>
   <translation>Seine Bilder kommen als „Found in the history folder“ wieder, falls ihre Dateien noch da sind.</translation>
  </message>
  <message>
   <source>Its pictures take more than {limit} GB of memory.</source>
   <translation>Ihre Bilder belegen mehr als {limit} GB Arbeitsspeicher.</translation>
  </message>
  <message>
   <source>Its {name} makes no sense. Set the profile up again.</source>
   <translation>Sein Feld {name} ergibt keinen Sinn. Richten Sie das Profil neu ein.</translation>
  </message>
  <message>
   <source>JPEG XL files cannot be read. {convert}</source>
   <translation>JPEG-XL-Dateien lassen sich nicht lesen. {convert}</translation>
  </message>
  <message>
   <source>Judging goes on to the next result</source>
   <translation>Bewerten führt weiter zum nächsten Ergebnis</translation>
  </message>
  <message>
   <source>Judging stays where it is</source>
   <translation>Bewerten bleibt beim Ergebnis</translation>
  </message>
  <message>
   <source>Key refused</source>
   <translation>Schlüssel abgelehnt</translation>
  </message>
  <message>
   <source>Lasso</source>
   <translation>Lasso</translation>
  </message>
  <message>
   <source>Line {line}: {reason} Correct the file and try again.</source>
   <translation>Zeile {line}: {reason} Berichtigen Sie die Datei und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Local fill brought no picture.</source>
   <translation>Lokales Füllen brachte kein Bild.</translation>
  </message>
  <message>
   <source>Local fill cannot start</source>
   <translation>Lokales Füllen kann nicht starten</translation>
  </message>
  <message>
   <source>Local fill costs nothing.</source>
   <translation>Lokales Füllen kostet nichts.</translation>
  </message>
  <message>
   <source>Local fill failed</source>
   <translation>Lokales Füllen ist fehlgeschlagen</translation>
  </message>
  <message>
   <source>Local fill ran out of memory</source>
   <translation>Lokalem Füllen ging der Speicher aus</translation>
  </message>
  <message>
   <source>Local fill stopped</source>
   <translation>Lokales Füllen ist stehen geblieben</translation>
  </message>
  <message>
   <source>Lost with the damaged history</source>
   <translation>Mit dem beschädigten Verlauf verloren</translation>
  </message>
  <message>
   <source>Low</source>
   <translation>Niedrig</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Entstanden</translation>
  </message>
  <message>
   <source>Mask all</source>
   <translation>Alles maskieren</translation>
  </message>
  <message>
   <source>Max</source>
   <translation>Max.</translation>
  </message>
  <message>
   <source>Med</source>
   <translation>Mittel</translation>
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
   <source>More pictures came than one request may ask for</source>
   <translation>Es kamen mehr Bilder, als eine Anfrage verlangen kann</translation>
  </message>
  <message>
   <source>More pictures came than were asked for</source>
   <translation>Es kamen mehr Bilder als verlangt</translation>
  </message>
  <message>
   <source>Move the frame over the mask, or let it follow the mask (Shift+B).</source>
   <translation>Schieben Sie den Rahmen über die Maske, oder lassen Sie ihn der Maske folgen (Umschalt+B).</translation>
  </message>
  <message>
   <source>No result came</source>
   <translation>Es kam kein Ergebnis</translation>
  </message>
  <message>
   <source>No size near {width}x{height} can be sent</source>
   <translation>Keine Größe nahe {width}x{height} lässt sich senden</translation>
  </message>
  <message>
   <source>Not yet judged</source>
   <translation>Noch nicht beurteilt</translation>
  </message>
  <message>
   <source>Nothing of it is white or transparent.</source>
   <translation>Nichts davon ist weiß oder durchsichtig.</translation>
  </message>
  <message>
   <source>Nothing of it is white, so what differs from its background is edited.</source>
   <translation>Nichts davon ist weiß; bearbeitet wird, was sich vom Hintergrund unterscheidet.</translation>
  </message>
  <message>
   <source>Of JPEG and WebP: at 100 % the picture keeps most, below files are smaller</source>
   <translation>Von JPEG und WebP: Bei 100 % bleibt vom Bild am meisten, darunter werden Dateien kleiner</translation>
  </message>
  <message>
   <source>One event of the stream exceeds {megabytes} MB. Ask for a smaller size.</source>
   <translation>Ein Ereignis des Streams überschreitet {megabytes} MB. Wählen Sie eine kleinere Größe.</translation>
  </message>
  <message>
   <source>One of its edits has no place.</source>
   <translation>Eine ihrer Bearbeitungen hat keinen Platz.</translation>
  </message>
  <message>
   <source>One square PNG under 4 MB.</source>
   <translation>Ein quadratisches PNG unter 4 MB.</translation>
  </message>
  <message>
   <source>One variant only.</source>
   <translation>Nur eine Variante.</translation>
  </message>
  <message>
   <source>Onion</source>
   <translation>Überlagern</translation>
  </message>
  <message>
   <source>Opaque</source>
   <translation>Deckend</translation>
  </message>
  <message>
   <source>Open a picture file.</source>
   <translation>Öffnen Sie eine Bilddatei.</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>Öffnen Sie zuerst ein Bild</translation>
  </message>
  <message>
   <source>Open a picture first.</source>
   <translation>Öffnen Sie zuerst ein Bild.</translation>
  </message>
  <message>
   <source>Open it again.</source>
   <translation>Öffnen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Open one of the pictures in it.</source>
   <translation>Öffnen Sie eines der Bilder darin.</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Original bytes</source>
   <translation>Originaldatei</translation>
  </message>
  <message>
   <source>Output compression</source>
   <translation>Kompression der Ausgabe</translation>
  </message>
  <message>
   <source>PSD needs an extra</source>
   <translation>PSD braucht ein Zusatzpaket</translation>
  </message>
  <message>
   <source>PSD, layered</source>
   <translation>PSD mit Ebenen</translation>
  </message>
  <message>
   <source>Paint it again.</source>
   <translation>Malen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>Paint over what should change, then run.</source>
   <translation>Übermalen Sie, was sich ändern soll, und starten Sie dann.</translation>
  </message>
  <message>
   <source>Paint over what should change.</source>
   <translation>Übermalen Sie, was sich ändern soll.</translation>
  </message>
  <message>
   <source>Partial images need streaming.</source>
   <translation>Zwischenbilder brauchen Streaming.</translation>
  </message>
  <message>
   <source>Partial {got} of {asked}</source>
   <translation>Zwischenbild {got} von {asked}</translation>
  </message>
  <message>
   <source>Partial {number}</source>
   <translation>Zwischenbild {number}</translation>
  </message>
  <message>
   <source>Partials</source>
   <translation>Zwischenbilder</translation>
  </message>
  <message>
   <source>Parts of the picture's EXIF data are damaged and have been left out.</source>
   <translation>Teile der EXIF-Daten des Bildes sind beschädigt und wurden weggelassen.</translation>
  </message>
  <message>
   <source>Paste it in its profile, or choose there that none is sent.</source>
   <translation>Fügen Sie ihn im Profil ein, oder wählen Sie dort, dass keiner gesendet wird.</translation>
  </message>
  <message>
   <source>Picked</source>
   <translation>Ausgewählt</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <source>Pictures cannot be cropped by extending</source>
   <translation>Erweitern kann Bilder nicht beschneiden</translation>
  </message>
  <message>
   <source>Pictures {limits} can be opened. Reduce it in another program first.</source>
   <translation>Bilder {limits} lassen sich öffnen. Verkleinern Sie es zuerst in einem anderen Programm.</translation>
  </message>
  <message>
   <source>Polygon</source>
   <translation>Vieleck</translation>
  </message>
  <message>
   <source>Preparing</source>
   <translation>Wird vorbereitet</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>Profil</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Qualität</translation>
  </message>
  <message>
   <source>Rate limit</source>
   <translation>Anfragelimit</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Raw result</source>
   <translation>Rohes Ergebnis</translation>
  </message>
  <message>
   <source>Rectangle</source>
   <translation>Rechteck</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <source>Replace</source>
   <translation>Ersetzen</translation>
  </message>
  <message>
   <source>Request refused</source>
   <translation>Anfrage abgelehnt</translation>
  </message>
  <message>
   <source>Response</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Response format</source>
   <translation>Antwortformat</translation>
  </message>
  <message>
   <source>Restart Inpaint Studio: the damaged file in {folder} is then kept aside and a new history begun.</source>
   <translation>Starten Sie Inpaint Studio neu: Die beschädigte Datei in {folder} wird dann beiseitegelegt und ein neuer Verlauf begonnen.</translation>
  </message>
  <message>
   <source>Restore the history folder from a backup.</source>
   <translation>Stellen Sie den Verlaufsordner aus einer Sicherung wieder her.</translation>
  </message>
  <message>
   <source>Revised: {prompt}</source>
   <translation>Geändert zu: {prompt}</translation>
  </message>
  <message>
   <source>Reword the prompt or paint another mask.</source>
   <translation>Formulieren Sie den Prompt um, oder malen Sie eine andere Maske.</translation>
  </message>
  <message>
   <source>Run again.</source>
   <translation>Starten Sie noch einmal.</translation>
  </message>
  <message>
   <source>Run again; if it fails once more, paint another mask.</source>
   <translation>Starten Sie den Lauf erneut; schlägt er wieder fehl, malen Sie eine andere Maske.</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Läuft</translation>
  </message>
  <message>
   <source>Runs on this machine, free, without a network. It continues what surrounds the mask and ignores the prompt.</source>
   <translation>Läuft auf diesem Rechner, kostenlos, ohne Netz. Es setzt fort, was die Maske umgibt, und beachtet den Prompt nicht.</translation>
  </message>
  <message>
   <source>Save a project (.ora) instead.</source>
   <translation>Speichern Sie stattdessen ein Projekt (.ora).</translation>
  </message>
  <message>
   <source>Save it as PNG or JPEG in another program and open that file.</source>
   <translation>Speichern Sie es in einem anderen Programm als PNG oder JPEG und öffnen Sie diese Datei.</translation>
  </message>
  <message>
   <source>Save it with maximised compatibility, which Photoshop asks for, or as PNG, and open that file.</source>
   <translation>Speichern Sie sie mit maximaler Kompatibilität, wonach Photoshop fragt, oder als PNG und öffnen Sie diese Datei.</translation>
  </message>
  <message>
   <source>Save it, then close Inpaint Studio and start it again.</source>
   <translation>Speichern Sie es, schließen Sie dann Inpaint Studio und starten Sie es wieder.</translation>
  </message>
  <message>
   <source>Saved {file}</source>
   <translation>{file} gespeichert</translation>
  </message>
  <message>
   <source>Say what the masked area should become.</source>
   <translation>Sagen Sie, was aus der maskierten Fläche werden soll.</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Seed</translation>
  </message>
  <message>
   <source>Seed {seed}</source>
   <translation>Seed {seed}</translation>
  </message>
  <message>
   <source>Send a mask or markup, not both.</source>
   <translation>Senden Sie Maske oder Markierung, nicht beides.</translation>
  </message>
  <message>
   <source>Send a smaller frame, or JPEG.</source>
   <translation>Senden Sie einen kleineren Rahmen oder JPEG.</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>Sent again in {delay}</source>
   <translation>Neuer Versuch in {delay}</translation>
  </message>
  <message>
   <source>Server failed</source>
   <translation>Serverfehler</translation>
  </message>
  <message>
   <source>Set it up again, or run with another one.</source>
   <translation>Richten Sie es neu ein, oder starten Sie mit einem anderen.</translation>
  </message>
  <message>
   <source>Set up again: {names}.</source>
   <translation>Neu einzurichten: {names}.</translation>
  </message>
  <message>
   <source>Shorten the naming template.</source>
   <translation>Kürzen Sie die Namensvorlage.</translation>
  </message>
  <message>
   <source>Shrink mask</source>
   <translation>Maske verkleinern</translation>
  </message>
  <message>
   <source>Side</source>
   <translation>Nebeneinander</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>Smooth mask</source>
   <translation>Maske glätten</translation>
  </message>
  <message>
   <source>Some of its files are damaged ({fault}). They are kept in {folder}.</source>
   <translation>Einige seiner Dateien sind beschädigt ({fault}). Sie liegen in {folder}.</translation>
  </message>
  <message>
   <source>Some of the window's state was not understood</source>
   <translation>Ein Teil des Fensterzustands war nicht zu verstehen</translation>
  </message>
  <message>
   <source>Some of what the project tells of its runs made no sense</source>
   <translation>Manches, was das Projekt über seine Läufe sagt, ergab keinen Sinn</translation>
  </message>
  <message>
   <source>Some of what was kept of this made no sense</source>
   <translation>Manches, was hiervon aufbewahrt war, ergab keinen Sinn</translation>
  </message>
  <message>
   <source>Some profiles could not be used</source>
   <translation>Einige Profile sind unbrauchbar</translation>
  </message>
  <message>
   <source>Some settings were not understood</source>
   <translation>Einige Einstellungen sind unverständlich</translation>
  </message>
  <message>
   <source>Some {what} were not understood</source>
   <translation>Einige {what} waren nicht zu verstehen</translation>
  </message>
  <message>
   <source>Something unexpected happened</source>
   <translation>Etwas Unerwartetes ist geschehen</translation>
  </message>
  <message>
   <source>Spending limit</source>
   <translation>Ausgabenlimit</translation>
  </message>
  <message>
   <source>Start what writes into it first, or open a picture file.</source>
   <translation>Starten Sie zuerst, was hineinschreibt, oder öffnen Sie eine Bilddatei.</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Gestoppt</translation>
  </message>
  <message>
   <source>Stopped at partial {number}</source>
   <translation>Gestoppt bei Zwischenbild {number}</translation>
  </message>
  <message>
   <source>Take the next number</source>
   <translation>Nächste Nummer nehmen</translation>
  </message>
  <message>
   <source>Takes painted markup and makes transparent backgrounds.</source>
   <translation>Nimmt gemalte Markierungen und macht durchsichtige Hintergründe.</translation>
  </message>
  <message>
   <source>Ten at most are kept; all may have been charged.</source>
   <translation>Höchstens zehn bleiben erhalten; alle wurden vielleicht berechnet.</translation>
  </message>
  <message>
   <source>The Photoshop file holds no merged picture</source>
   <translation>Die Photoshop-Datei enthält kein zusammengefügtes Bild</translation>
  </message>
  <message>
   <source>The answer cannot be read</source>
   <translation>Die Antwort ist nicht lesbar</translation>
  </message>
  <message>
   <source>The answer holds no picture</source>
   <translation>Die Antwort enthält kein Bild</translation>
  </message>
  <message>
   <source>The answer is compressed</source>
   <translation>Die Antwort ist komprimiert</translation>
  </message>
  <message>
   <source>The answer is too large</source>
   <translation>Die Antwort ist zu groß</translation>
  </message>
  <message>
   <source>The catalog could not be kept</source>
   <translation>Der Katalog ließ sich nicht speichern</translation>
  </message>
  <message>
   <source>The catalog does not know {shown} {value}; the endpoint decides.</source>
   <translation>Der Katalog kennt {shown} {value} nicht; der Endpunkt entscheidet.</translation>
  </message>
  <message>
   <source>The catalog has no price for this model: your monthly cap cannot watch it.</source>
   <translation>Der Katalog kennt keinen Preis für dieses Modell: Ihr Monatslimit kann es nicht überwachen.</translation>
  </message>
  <message>
   <source>The catalog in use is of {date}.</source>
   <translation>Der jetzige Katalog ist vom {date}.</translation>
  </message>
  <message>
   <source>The catalog update cannot be used</source>
   <translation>Dieser Katalog kann nicht verwendet werden</translation>
  </message>
  <message>
   <source>The colour profile could not be applied and has been dropped.</source>
   <translation>Das Farbprofil ließ sich nicht anwenden und wurde verworfen.</translation>
  </message>
  <message>
   <source>The colour profile does not fit the picture and has been dropped.</source>
   <translation>Das Farbprofil passt nicht zum Bild und wurde verworfen.</translation>
  </message>
  <message>
   <source>The colour profile is damaged; the picture is treated as sRGB.</source>
   <translation>Das Farbprofil ist beschädigt; das Bild gilt als sRGB.</translation>
  </message>
  <message>
   <source>The colour profile is too large; the picture is treated as sRGB.</source>
   <translation>Das Farbprofil ist zu groß; das Bild gilt als sRGB.</translation>
  </message>
  <message>
   <source>The connection was lost</source>
   <translation>Die Verbindung brach ab</translation>
  </message>
  <message>
   <source>The disk failed</source>
   <translation>Der Datenträger hat versagt</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>Der Datenträger ist voll</translation>
  </message>
  <message>
   <source>The disk of {place} failed. Check it, and keep copies elsewhere.</source>
   <translation>Der Datenträger von {place} ist fehlerhaft. Prüfen Sie ihn, und bewahren Sie Kopien woanders auf.</translation>
  </message>
  <message>
   <source>The disk of {place} is full. Free some space there.</source>
   <translation>Der Datenträger von {place} ist voll. Schaffen Sie dort Platz.</translation>
  </message>
  <message>
   <source>The disk of {place} is read-only. Make it writable.</source>
   <translation>Der Datenträger von {place} ist schreibgeschützt. Heben Sie den Schreibschutz auf.</translation>
  </message>
  <message>
   <source>The disk of {place} takes no file this large. Free some space, or keep less.</source>
   <translation>Der Datenträger von {place} nimmt keine so große Datei an. Schaffen Sie Platz, oder behalten Sie weniger.</translation>
  </message>
  <message>
   <source>The endpoint cannot be reached</source>
   <translation>Der Endpunkt ist nicht erreichbar</translation>
  </message>
  <message>
   <source>The endpoint does not speak this contract</source>
   <translation>Der Endpunkt spricht diese Schnittstelle nicht</translation>
  </message>
  <message>
   <source>The endpoint ended without an image.</source>
   <translation>Der Endpunkt endete ohne Bild.</translation>
  </message>
  <message>
   <source>The endpoint failed</source>
   <translation>Der Endpunkt ist gescheitert</translation>
  </message>
  <message>
   <source>The endpoint had refused it so far, so nothing was charged.</source>
   <translation>Der Endpunkt hatte bisher abgelehnt, also wurde nichts berechnet.</translation>
  </message>
  <message>
   <source>The endpoint keeps it at {scheme}://{host}, but {reason}. Set the profile's response format to b64_json. The run may have been charged.</source>
   <translation>Der Endpunkt hält es unter {scheme}://{host} bereit, aber {reason}. Stellen Sie das Antwortformat auf b64_json. Der Lauf wurde vielleicht berechnet.</translation>
  </message>
  <message>
   <source>The endpoint lists no models</source>
   <translation>Der Endpunkt nennt keine Modelle</translation>
  </message>
  <message>
   <source>The endpoint points elsewhere</source>
   <translation>Der Endpunkt verweist woandershin</translation>
  </message>
  <message>
   <source>The endpoint refused the key</source>
   <translation>Der Endpunkt hat den Schlüssel abgelehnt</translation>
  </message>
  <message>
   <source>The endpoint refused the request</source>
   <translation>Der Endpunkt hat die Anfrage abgelehnt</translation>
  </message>
  <message>
   <source>The endpoint reported success without a picture. Try again, or another model.</source>
   <translation>Der Endpunkt meldete Erfolg ohne Bild. Versuchen Sie es noch einmal, oder mit einem anderen Modell.</translation>
  </message>
  <message>
   <source>The endpoint sent JSON that is broken or cut off.</source>
   <translation>Der Endpunkt sandte beschädigtes oder abgeschnittenes JSON.</translation>
  </message>
  <message>
   <source>The endpoint sent a picture that is not valid base64.</source>
   <translation>Der Endpunkt sandte ein Bild, das kein gültiges Base64 ist.</translation>
  </message>
  <message>
   <source>The endpoint sent an empty file. It may have been charged.</source>
   <translation>Der Endpunkt hat eine leere Datei gesendet. Der Lauf wurde vielleicht berechnet.</translation>
  </message>
  <message>
   <source>The endpoint took too long</source>
   <translation>Der Endpunkt brauchte zu lange</translation>
  </message>
  <message>
   <source>The endpoint's JSON is not an object.</source>
   <translation>Das JSON des Endpunkts ist kein Objekt.</translation>
  </message>
  <message>
   <source>The endpoint's certificate is not trusted</source>
   <translation>Das Zertifikat des Endpunkts ist nicht vertrauenswürdig</translation>
  </message>
  <message>
   <source>The extra field {name} overrides the control of that name.</source>
   <translation>Das weitere Feld {name} ersetzt das Bedienelement dieses Namens.</translation>
  </message>
  <message>
   <source>The extra fields are not JSON: {error}.</source>
   <translation>Die weiteren Felder sind kein JSON: {error}.</translation>
  </message>
  <message>
   <source>The faster of the two 2.5 models.</source>
   <translation>Das schnellere der beiden 2.5-Modelle.</translation>
  </message>
  <message>
   <source>The faster of the two newest models.</source>
   <translation>Das schnellere der beiden neuesten Modelle.</translation>
  </message>
  <message>
   <source>The file holds several pages; the first was opened.</source>
   <translation>Die Datei enthält mehrere Seiten; die erste wurde geöffnet.</translation>
  </message>
  <message>
   <source>The file is damaged beside its pixels; left out: {parts}.</source>
   <translation>Die Datei ist neben ihren Pixeln beschädigt; weggelassen: {parts}.</translation>
  </message>
  <message>
   <source>The file is kept as {kept}.</source>
   <translation>Die Datei liegt als {kept} bereit.</translation>
  </message>
  <message>
   <source>The file name is too long</source>
   <translation>Der Dateiname ist zu lang</translation>
  </message>
  <message>
   <source>The file of this result has gone</source>
   <translation>Die Datei dieses Ergebnisses ist fort</translation>
  </message>
  <message>
   <source>The file of this result has gone. Restore it from a backup, or put it in the trash.</source>
   <translation>Die Datei dieses Ergebnisses ist fort. Holen Sie sie aus einer Sicherung, oder legen Sie es in den Papierkorb.</translation>
  </message>
  <message>
   <source>The file was written without the picture's EXIF, XMP and IPTC data, which did not fit.</source>
   <translation>Die Datei wurde ohne die EXIF-, XMP- und IPTC-Daten des Bildes geschrieben, die nicht hineinpassten.</translation>
  </message>
  <message>
   <source>The file was written without the picture's metadata, which did not fit.</source>
   <translation>Die Datei wurde ohne die Metadaten des Bildes geschrieben, die nicht hineinpassten.</translation>
  </message>
  <message>
   <source>The file's end marker is missing; the picture is whole.</source>
   <translation>Der Datei fehlt die Endmarke; das Bild ist vollständig.</translation>
  </message>
  <message>
   <source>The files of {count} results have gone</source>
   <translation>Die Dateien von {count} Ergebnissen sind fort</translation>
  </message>
  <message>
   <source>The history cannot be opened</source>
   <translation>Der Verlauf lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>The history could not be written. Free some space on the disk of {folder} and try again.</source>
   <translation>Der Verlauf ließ sich nicht schreiben. Schaffen Sie Platz auf dem Datenträger von {folder} und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The history failed</source>
   <translation>Der Verlauf hat versagt</translation>
  </message>
  <message>
   <source>The history has not taken this result's file yet</source>
   <translation>Der Verlauf hat die Datei dieses Ergebnisses noch nicht aufgenommen</translation>
  </message>
  <message>
   <source>The history in {folder} could not be read or written: {fault}. Check the disk, and export what you need.</source>
   <translation>Der Verlauf in {folder} ließ sich nicht lesen oder schreiben: {fault}. Prüfen Sie den Datenträger und exportieren Sie, was Sie brauchen.</translation>
  </message>
  <message>
   <source>The history is damaged</source>
   <translation>Der Verlauf ist beschädigt</translation>
  </message>
  <message>
   <source>The history is from a newer version</source>
   <translation>Der Verlauf stammt von einer neueren Version</translation>
  </message>
  <message>
   <source>The history is in use</source>
   <translation>Der Verlauf ist in Gebrauch</translation>
  </message>
  <message>
   <source>The history is in {folder} now</source>
   <translation>Der Verlauf liegt jetzt in {folder}</translation>
  </message>
  <message>
   <source>The history is read-only</source>
   <translation>Der Verlauf ist schreibgeschützt</translation>
  </message>
  <message>
   <source>The history was damaged. It is kept as {kept} in {folder}, and a new one was begun with the {count} runs that could be read. No picture was deleted.</source>
   <translation>Der Verlauf war beschädigt. Er liegt als {kept} in {folder} bereit, und ein neuer wurde mit den {count} lesbaren Läufen begonnen. Kein Bild wurde gelöscht.</translation>
  </message>
  <message>
   <source>The image the server sent</source>
   <translation>Das Bild vom Server</translation>
  </message>
  <message>
   <source>The key cannot be sent</source>
   <translation>Der Schlüssel lässt sich nicht senden</translation>
  </message>
  <message>
   <source>The key comes from the environment variable {variable}.</source>
   <translation>Der Schlüssel kommt aus der Umgebungsvariablen {variable}.</translation>
  </message>
  <message>
   <source>The key comes from this computer's keyring.</source>
   <translation>Der Schlüssel kommt aus dem Schlüsselbund dieses Rechners.</translation>
  </message>
  <message>
   <source>The key could not be kept in a file</source>
   <translation>Der Schlüssel ließ sich nicht in einer Datei aufbewahren</translation>
  </message>
  <message>
   <source>The key is kept in this computer's keyring.</source>
   <translation>Der Schlüssel liegt im Schlüsselbund dieses Rechners.</translation>
  </message>
  <message>
   <source>The key is kept in {file}, which only you may read.</source>
   <translation>Der Schlüssel liegt in {file}, was nur Sie lesen dürfen.</translation>
  </message>
  <message>
   <source>The key is not accepted</source>
   <translation>Der Schlüssel wird nicht angenommen</translation>
  </message>
  <message>
   <source>The key was not sent</source>
   <translation>Der Schlüssel wurde nicht gesendet</translation>
  </message>
  <message>
   <source>The limit is {megapixels} megapixels and {edge} pixels an edge. Extend it by less.</source>
   <translation>Die Grenze sind {megapixels} Megapixel und {edge} Pixel je Kante. Erweitern Sie um weniger.</translation>
  </message>
  <message>
   <source>The mask cannot be written</source>
   <translation>Die Maske lässt sich nicht schreiben</translation>
  </message>
  <message>
   <source>The mask is empty</source>
   <translation>Die Maske ist leer</translation>
  </message>
  <message>
   <source>The mask lies outside the frame</source>
   <translation>Die Maske liegt außerhalb des Rahmens</translation>
  </message>
  <message>
   <source>The model does not exist here</source>
   <translation>Das Modell gibt es hier nicht</translation>
  </message>
  <message>
   <source>The name is taken</source>
   <translation>Der Name ist vergeben</translation>
  </message>
  <message>
   <source>The name {host} is not known.</source>
   <translation>Der Name {host} ist unbekannt.</translation>
  </message>
  <message>
   <source>The name {host} is not known. Check the spelling and the network.</source>
   <translation>Der Name {host} ist unbekannt. Prüfen Sie Schreibweise und Netz.</translation>
  </message>
  <message>
   <source>The naming template cannot use {{{field}}} so</source>
   <translation>Die Namensvorlage kann {{{field}}} so nicht verwenden</translation>
  </message>
  <message>
   <source>The naming template has an unpaired brace</source>
   <translation>Die Namensvorlage hat eine einzelne geschweifte Klammer</translation>
  </message>
  <message>
   <source>The newest and most careful model. Also takes complexity low, medium or high as an extra field.</source>
   <translation>Das neueste und sorgfältigste Modell. Nimmt auch complexity low, medium oder high als weiteres Feld.</translation>
  </message>
  <message>
   <source>The official package has no file field {field} of this kind.</source>
   <translation>Das offizielle Paket hat kein solches Dateifeld {field}.</translation>
  </message>
  <message>
   <source>The official package posts to {official} only, not to {path}.</source>
   <translation>Das offizielle Paket sendet nur an {official}, nicht an {path}.</translation>
  </message>
  <message>
   <source>The organisation is not verified</source>
   <translation>Die Organisation ist nicht verifiziert</translation>
  </message>
  <message>
   <source>The original is no longer there</source>
   <translation>Das Original ist nicht mehr da</translation>
  </message>
  <message>
   <source>The original with the edits accepted by then</source>
   <translation>Das Original mit den bis dahin übernommenen Bearbeitungen</translation>
  </message>
  <message>
   <source>The picture cannot be fetched</source>
   <translation>Das Bild kann nicht geholt werden</translation>
  </message>
  <message>
   <source>The picture cannot be read</source>
   <translation>Das Bild ist nicht lesbar</translation>
  </message>
  <message>
   <source>The picture cannot be written as {file_format}</source>
   <translation>Das Bild lässt sich nicht als {file_format} schreiben</translation>
  </message>
  <message>
   <source>The picture could not be kept for the restart</source>
   <translation>Das Bild ließ sich für den Neustart nicht sichern</translation>
  </message>
  <message>
   <source>The picture had a colour palette and has been converted to RGB.</source>
   <translation>Das Bild hatte eine Farbpalette und wurde in RGB umgewandelt.</translation>
  </message>
  <message>
   <source>The picture had more than 8 bits per channel and has been reduced to 8.</source>
   <translation>Das Bild hatte mehr als 8 Bit je Kanal und wurde auf 8 verringert.</translation>
  </message>
  <message>
   <source>The picture is HDR: what is brighter than white is shown as white.</source>
   <translation>Das Bild ist HDR: Was heller als Weiß ist, wird als Weiß gezeigt.</translation>
  </message>
  <message>
   <source>The picture is animated; its first frame was opened.</source>
   <translation>Das Bild ist animiert; sein erstes Einzelbild wurde geöffnet.</translation>
  </message>
  <message>
   <source>The picture is too large for PSD</source>
   <translation>Das Bild ist zu groß für PSD</translation>
  </message>
  <message>
   <source>The picture is too large for this format</source>
   <translation>Das Bild ist zu groß für dieses Format</translation>
  </message>
  <message>
   <source>The picture of this run was not kept</source>
   <translation>Das Bild dieses Laufs wurde nicht behalten</translation>
  </message>
  <message>
   <source>The picture reads back as another</source>
   <translation>Das Bild liest sich anders zurück</translation>
  </message>
  <message>
   <source>The picture was CMYK and has been converted to RGB.</source>
   <translation>Das Bild war CMYK und wurde in RGB umgewandelt.</translation>
  </message>
  <message>
   <source>The picture was Lab and has been converted to RGB.</source>
   <translation>Das Bild war Lab und wurde in RGB umgewandelt.</translation>
  </message>
  <message>
   <source>The picture was black and white only and has been converted to RGB.</source>
   <translation>Das Bild war nur schwarz-weiß und wurde in RGB umgewandelt.</translation>
  </message>
  <message>
   <source>The picture was opened without them.</source>
   <translation>Das Bild wurde ohne sie geöffnet.</translation>
  </message>
  <message>
   <source>The picture would become {width}×{height} pixels</source>
   <translation>Das Bild würde {width}×{height} Pixel groß</translation>
  </message>
  <message>
   <source>The picture's EXIF data is damaged and has been left out.</source>
   <translation>Die EXIF-Daten des Bildes sind beschädigt und wurden weggelassen.</translation>
  </message>
  <message>
   <source>The picture's EXIF data is too large and has been left out.</source>
   <translation>Die EXIF-Daten des Bildes sind zu groß und wurden weggelassen.</translation>
  </message>
  <message>
   <source>The picture's XMP data is damaged and has been left out.</source>
   <translation>Die XMP-Daten des Bildes sind beschädigt und wurden weggelassen.</translation>
  </message>
  <message>
   <source>The picture's colour space is not known here; it is treated as sRGB.</source>
   <translation>Der Farbraum des Bildes ist hier nicht bekannt; es wird als sRGB behandelt.</translation>
  </message>
  <message>
   <source>The picture's values have no fixed range and were stretched to 8 bits.</source>
   <translation>Die Werte des Bildes haben keinen festen Bereich und wurden auf 8 Bit gestreckt.</translation>
  </message>
  <message>
   <source>The picture's {kind} data is too large and has been left out.</source>
   <translation>Die {kind}-Daten des Bildes sind zu groß und wurden weggelassen.</translation>
  </message>
  <message>
   <source>The pictures could not be written</source>
   <translation>Die Bilder ließen sich nicht schreiben</translation>
  </message>
  <message>
   <source>The presets could not be written</source>
   <translation>Die Vorlagen ließen sich nicht schreiben</translation>
  </message>
  <message>
   <source>The profile of this run has gone</source>
   <translation>Das Profil dieses Laufs gibt es nicht mehr</translation>
  </message>
  <message>
   <source>The profile's base URL is not valid</source>
   <translation>Die Basisadresse des Profils ist ungültig</translation>
  </message>
  <message>
   <source>The prompt has {length:,} characters; {model} takes {max_prompt:,}.</source>
   <translation>Der Prompt hat {length:,} Zeichen; {model} nimmt {max_prompt:,}.</translation>
  </message>
  <message>
   <source>The proxy does not let through to {host} ({error}).</source>
   <translation>Der Proxy lässt nicht zu {host} durch ({error}).</translation>
  </message>
  <message>
   <source>The proxy or the certificates cannot be used</source>
   <translation>Der Proxy oder die Zertifikate sind nicht verwendbar</translation>
  </message>
  <message>
   <source>The request could not be sent</source>
   <translation>Die Anfrage ließ sich nicht senden</translation>
  </message>
  <message>
   <source>The request is too large for this endpoint</source>
   <translation>Die Anfrage ist zu groß für diesen Endpunkt</translation>
  </message>
  <message>
   <source>The result cannot be fetched</source>
   <translation>Das Ergebnis lässt sich nicht abholen</translation>
  </message>
  <message>
   <source>The result does not fit</source>
   <translation>Das Ergebnis passt nicht</translation>
  </message>
  <message>
   <source>The result is {width}×{height}, the frame {frame_width}×{frame_height}</source>
   <translation>Das Ergebnis misst {width}×{height}, der Rahmen {frame_width}×{frame_height}</translation>
  </message>
  <message>
   <source>The runs in this project are damaged</source>
   <translation>Die Läufe in diesem Projekt sind beschädigt</translation>
  </message>
  <message>
   <source>The server returned {width}×{height} instead of {frame_width}×{frame_height}; it was resized.</source>
   <translation>Der Server lieferte {width}×{height} statt {frame_width}×{frame_height}; es wurde umgerechnet.</translation>
  </message>
  <message>
   <source>The settings could not be read</source>
   <translation>Die Einstellungen sind nicht lesbar</translation>
  </message>
  <message>
   <source>The settings could not be saved</source>
   <translation>Die Einstellungen ließen sich nicht speichern</translation>
  </message>
  <message>
   <source>The settings were unreadable</source>
   <translation>Die Einstellungen waren unlesbar</translation>
  </message>
  <message>
   <source>The stream ended early</source>
   <translation>Der Stream endete zu früh</translation>
  </message>
  <message>
   <source>The upload stalled</source>
   <translation>Das Hochladen blieb stehen</translation>
  </message>
  <message>
   <source>The {name} is {size}, the first picture {under}.</source>
   <translation>{name} misst {size}, das erste Bild {under}.</translation>
  </message>
  <message>
   <source>The {what} could not be read</source>
   <translation>Nicht lesbar: {what}</translation>
  </message>
  <message>
   <source>The {what} could not be saved</source>
   <translation>Nicht gespeichert: {what}</translation>
  </message>
  <message>
   <source>The {what} were unreadable</source>
   <translation>Unlesbar: {what}</translation>
  </message>
  <message>
   <source>Their cards say so. Restore the history folder from a backup, or trash the cards.</source>
   <translation>Ihre Karten sagen es. Stellen Sie den Verlaufsordner aus einer Sicherung wieder her, oder legen Sie die Karten in den Papierkorb.</translation>
  </message>
  <message>
   <source>Then paint what should change.</source>
   <translation>Malen Sie dann, was sich ändern soll.</translation>
  </message>
  <message>
   <source>There are no edits at this address</source>
   <translation>Unter dieser Adresse gibt es keine Bearbeitungen</translation>
  </message>
  <message>
   <source>There is a profile {name} already.</source>
   <translation>Ein Profil {name} gibt es schon.</translation>
  </message>
  <message>
   <source>There is no draft</source>
   <translation>Es gibt keinen Entwurf</translation>
  </message>
  <message>
   <source>There is no film strip</source>
   <translation>Es gibt keinen Filmstreifen</translation>
  </message>
  <message>
   <source>There is no picture</source>
   <translation>Es gibt kein Bild</translation>
  </message>
  <message>
   <source>There is not enough memory for {name}</source>
   <translation>Der Speicher reicht nicht für {name}</translation>
  </message>
  <message>
   <source>They are in the history now, as “Found in the history folder”.</source>
   <translation>Sie stehen jetzt im Verlauf, als „Found in the history folder“.</translation>
  </message>
  <message>
   <source>They are with their runs. One of no known run has a run of its own.</source>
   <translation>Sie stehen bei ihren Läufen. Was zu keinem bekannten Lauf gehört, hat einen eigenen.</translation>
  </message>
  <message>
   <source>This computer's keyring cannot be used, so the key is kept only until Inpaint Studio is closed. To keep it, set the environment variable {variable}.</source>
   <translation>Der Schlüsselbund dieses Rechners ist nicht nutzbar, deshalb bleibt der Schlüssel nur, bis Inpaint Studio geschlossen wird. Um ihn zu behalten, setzen Sie die Umgebungsvariable {variable}.</translation>
  </message>
  <message>
   <source>This endpoint has refused {shown} {value} with {model} before: it is a preview.</source>
   <translation>Dieser Endpunkt hat {shown} {value} mit {model} schon einmal abgelehnt: Es ist eine Vorschau.</translation>
  </message>
  <message>
   <source>This endpoint ignored the mask when it was tested; only your composite keeps it.</source>
   <translation>Dieser Endpunkt missachtete beim Test die Maske; nur Ihre Montage hält sie ein.</translation>
  </message>
  <message>
   <source>This file cannot be opened</source>
   <translation>Diese Datei lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>This file holds no presets</source>
   <translation>Diese Datei enthält keine Vorlagen</translation>
  </message>
  <message>
   <source>This is not an API key</source>
   <translation>Das ist kein API-Schlüssel</translation>
  </message>
  <message>
   <source>This mask has no place</source>
   <translation>Diese Maske hat keinen Platz</translation>
  </message>
  <message>
   <source>This may have been charged. Retry when you like.</source>
   <translation>Dies wurde vielleicht berechnet. Wiederholen Sie es, wann Sie möchten.</translation>
  </message>
  <message>
   <source>This may have been charged. With streaming on, long edits are not cut off.</source>
   <translation>Dies wurde vielleicht berechnet. Mit Streaming werden lange Bearbeitungen nicht abgeschnitten.</translation>
  </message>
  <message>
   <source>This name is taken</source>
   <translation>Dieser Name ist vergeben</translation>
  </message>
  <message>
   <source>This project cannot be opened</source>
   <translation>Dieses Projekt lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>This project is from a newer version</source>
   <translation>Dieses Projekt stammt von einer neueren Version</translation>
  </message>
  <message>
   <source>This result lies outside its picture</source>
   <translation>Dieses Ergebnis liegt außerhalb seines Bildes</translation>
  </message>
  <message>
   <source>This run is no longer in the history</source>
   <translation>Dieser Lauf steht nicht mehr im Verlauf</translation>
  </message>
  <message>
   <source>This run may cost {cost}. With {spent} spent this month it would pass your cap of {cap}; raise it in the settings.</source>
   <translation>Dieser Lauf kostet vielleicht {cost}. Mit {spent} in diesem Monat würde er Ihr Limit von {cap} überschreiten; erhöhen Sie es in den Einstellungen.</translation>
  </message>
  <message>
   <source>This variant brought no picture.</source>
   <translation>Diese Variante brachte kein Bild.</translation>
  </message>
  <message>
   <source>This variant brought no result</source>
   <translation>Diese Variante brachte kein Ergebnis</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>Tokens</source>
   <translation>Token</translation>
  </message>
  <message>
   <source>Too many requests</source>
   <translation>Zu viele Anfragen</translation>
  </message>
  <message>
   <source>Took</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <source>Transp.</source>
   <translation>Transp.</translation>
  </message>
  <message>
   <source>Trash</source>
   <translation>Papierkorb</translation>
  </message>
  <message>
   <source>Try again later.</source>
   <translation>Versuchen Sie es später noch einmal.</translation>
  </message>
  <message>
   <source>Two of its entries have one name</source>
   <translation>Zwei ihrer Einträge haben denselben Namen</translation>
  </message>
  <message>
   <source>Type one.</source>
   <translation>Geben Sie einen ein.</translation>
  </message>
  <message>
   <source>Type the model's id; it may work all the same.</source>
   <translation>Geben Sie die Kennung des Modells ein; es geht vielleicht trotzdem.</translation>
  </message>
  <message>
   <source>Update Inpaint Studio, or choose another history folder in the settings. Nothing was changed.</source>
   <translation>Aktualisieren Sie Inpaint Studio, oder wählen Sie in den Einstellungen einen anderen Verlaufsordner. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>Update Inpaint Studio.</source>
   <translation>Aktualisieren Sie Inpaint Studio.</translation>
  </message>
  <message>
   <source>Use {source}, {prompt:30}, {model}, {n:02} or {date:%Y-%m-%d}.</source>
   <translation>Verwenden Sie {source}, {prompt:30}, {model}, {n:02} oder {date:%Y-%m-%d}.</translation>
  </message>
  <message>
   <source>User ID</source>
   <translation>Nutzer-ID</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>Varianten</translation>
  </message>
  <message>
   <source>Verify it with the vendor; that takes up to 15 minutes to count.</source>
   <translation>Verifizieren Sie sie beim Anbieter; es dauert bis zu 15 Minuten, bis das zählt.</translation>
  </message>
  <message>
   <source>Wait a little, then run again.</source>
   <translation>Warten Sie ein wenig, dann starten Sie noch einmal.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Wartet</translation>
  </message>
  <message>
   <source>Waiting does not help; check the billing page.</source>
   <translation>Warten hilft nicht; sehen Sie auf der Abrechnungsseite nach.</translation>
  </message>
  <message>
   <source>What Inpaint Studio wrote into it is damaged. Open it in Krita or GIMP.</source>
   <translation>Was Inpaint Studio hineingeschrieben hat, ist beschädigt. Öffnen Sie sie in Krita oder GIMP.</translation>
  </message>
  <message>
   <source>What could not be kept before is in the history now</source>
   <translation>Was vorher nicht aufbewahrt werden konnte, steht jetzt im Verlauf</translation>
  </message>
  <message>
   <source>What formats can do changes</source>
   <translation>Was Formate können, ändert sich</translation>
  </message>
  <message>
   <source>What was done last cannot be read.</source>
   <translation>Was zuletzt getan wurde, ist nicht lesbar.</translation>
  </message>
  <message>
   <source>What was sent</source>
   <translation>Was gesendet wurde</translation>
  </message>
  <message>
   <source>What was written</source>
   <translation>Was geschrieben wurde</translation>
  </message>
  <message>
   <source>What you do is not being kept on disk</source>
   <translation>Was Sie tun, wird nicht auf dem Datenträger gesichert</translation>
  </message>
  <message>
   <source>Whole picture</source>
   <translation>Ganzes Bild</translation>
  </message>
  <message>
   <source>Wipe</source>
   <translation>Wischen</translation>
  </message>
  <message>
   <source>Write one that tells what it is for.</source>
   <translation>Schreiben Sie einen, der sagt, wofür sie ist.</translation>
  </message>
  <message>
   <source>Write {{ for a brace in the name.</source>
   <translation>Schreiben Sie {{ für eine Klammer im Namen.</translation>
  </message>
  <message>
   <source>Writing to {place} is not allowed. Change its permissions.</source>
   <translation>In {place} darf nicht geschrieben werden. Ändern Sie die Zugriffsrechte.</translation>
  </message>
  <message>
   <source>Yesterday</source>
   <translation>Gestern</translation>
  </message>
  <message>
   <source>Your own ID for the person who asks, by which the endpoint can tell misuse</source>
   <translation>Ihre eigene ID für die Person, die anfragt: Der Endpunkt erkennt daran Missbrauch</translation>
  </message>
  <message>
   <source>Your own catalog cannot be used</source>
   <translation>Ihr eigener Katalog ist unbrauchbar</translation>
  </message>
  <message>
   <source>Your quota on the disk of {place} is used up. Delete something there.</source>
   <translation>Ihr Speicherkontingent auf dem Datenträger von {place} ist erschöpft. Löschen Sie dort etwas.</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>übernommen</translation>
  </message>
  <message>
   <source>former prompts</source>
   <translation>frühere Prompts</translation>
  </message>
  <message>
   <source>http:// would show it to everybody between here and {host}. Use https:// or allow it in the profile.</source>
   <translation>http:// würde ihn allen zwischen hier und {host} zeigen. Verwenden Sie https://, oder erlauben Sie es im Profil.</translation>
  </message>
  <message>
   <source>it answers HTTP {status}</source>
   <translation>dort antwortet HTTP {status}</translation>
  </message>
  <message>
   <source>it is no address</source>
   <translation>das ist keine Adresse</translation>
  </message>
  <message>
   <source>it lies in a private network</source>
   <translation>das liegt in einem privaten Netz</translation>
  </message>
  <message>
   <source>it redirects in circles</source>
   <translation>es leitet im Kreis um</translation>
  </message>
  <message>
   <source>nothing said of its kind</source>
   <translation>ohne Angabe der Art</translation>
  </message>
  <message>
   <source>off</source>
   <translation>aus</translation>
  </message>
  <message>
   <source>on</source>
   <translation>ein</translation>
  </message>
  <message>
   <source>only https, or the endpoint's own host, is trusted</source>
   <translation>nur https oder der eigene Host des Endpunkts gilt als sicher</translation>
  </message>
  <message>
   <source>presets</source>
   <translation>Vorlagen</translation>
  </message>
  <message>
   <source>the file cannot be read</source>
   <translation>die Datei ist nicht lesbar</translation>
  </message>
  <message>
   <source>up to {megapixels} megapixels and {edge} pixels an edge</source>
   <translation>bis {megapixels} Megapixel und {edge} Pixel je Kante</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{advice} The endpoint says: {said}</source>
   <translation>{advice} Der Endpunkt sagt: {said}</translation>
  </message>
  <message>
   <source>{advice} and open it again, or save it as JPEG.</source>
   <translation>{advice} und öffnen Sie es noch einmal, oder speichern Sie es als JPEG.</translation>
  </message>
  <message>
   <source>{bare} is a picture; it cannot be an extra field.</source>
   <translation>{bare} ist ein Bild; es kann kein weiteres Feld sein.</translation>
  </message>
  <message>
   <source>{charged} Its partials are kept.</source>
   <translation>{charged} Die Zwischenbilder bleiben erhalten.</translation>
  </message>
  <message>
   <source>{count} edits are missing.</source>
   <translation>{count} Bearbeitungen fehlen.</translation>
  </message>
  <message>
   <source>{count} pictures were found that no run knew</source>
   <translation>{count} Bilder gefunden, die kein Lauf kannte</translation>
  </message>
  <message>
   <source>{count} references are missing.</source>
   <translation>{count} Referenzen fehlen.</translation>
  </message>
  <message>
   <source>{count} results that could not be kept before are in the history</source>
   <translation>{count} Ergebnisse, die zuvor nicht aufgenommen werden konnten, stehen jetzt im Verlauf</translation>
  </message>
  <message>
   <source>{count} stars</source>
   <translation>{count} Sterne</translation>
  </message>
  <message>
   <source>{count} were not kept; all may have been charged.</source>
   <translation>{count} wurden nicht behalten; alle wurden vielleicht berechnet.</translation>
  </message>
  <message>
   <source>{elapsed} of ≈ {usual}</source>
   <translation>{elapsed} von ≈ {usual}</translation>
  </message>
  <message>
   <source>{error}. Correct HTTPS_PROXY and ALL_PROXY (http://… or socks5://…) or SSL_CERT_FILE in the environment.</source>
   <translation>{error}. Korrigieren Sie HTTPS_PROXY und ALL_PROXY (http://… oder socks5://…) oder SSL_CERT_FILE in der Umgebung.</translation>
  </message>
  <message>
   <source>{fault}. Check the folder {folder} and try again.</source>
   <translation>{fault}. Prüfen Sie den Ordner {folder} und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>{fault}. The file as it was is kept as {kept}.</source>
   <translation>{fault}. Die Datei, wie sie war, ist als {kept} aufbewahrt.</translation>
  </message>
  <message>
   <source>{file_format} files cannot be written</source>
   <translation>{file_format}-Dateien lassen sich nicht schreiben</translation>
  </message>
  <message>
   <source>{file_format} holds at most {edge} pixels an edge</source>
   <translation>{file_format} fasst höchstens {edge} Pixel je Kante</translation>
  </message>
  <message>
   <source>{file} cannot be read</source>
   <translation>{file} ist nicht lesbar</translation>
  </message>
  <message>
   <source>{file} changed while it was sent</source>
   <translation>{file} änderte sich beim Senden</translation>
  </message>
  <message>
   <source>{file} could not be saved</source>
   <translation>{file} ließ sich nicht speichern</translation>
  </message>
  <message>
   <source>{file} could not be written</source>
   <translation>{file} ließ sich nicht schreiben</translation>
  </message>
  <message>
   <source>{file} has {have:.1f} MB; it must stay under {most:g} MB.</source>
   <translation>{file} hat {have:.1f} MB; es müssen unter {most:g} MB sein.</translation>
  </message>
  <message>
   <source>{file} is no longer there.</source>
   <translation>{file} ist nicht mehr da.</translation>
  </message>
  <message>
   <source>{file} is not a PNG file.</source>
   <translation>{file} ist keine PNG-Datei.</translation>
  </message>
  <message>
   <source>{file} is not there any more</source>
   <translation>{file} ist nicht mehr da</translation>
  </message>
  <message>
   <source>{file} is {media_type}; {model} takes {kinds}.</source>
   <translation>{file} ist {media_type}; {model} nimmt {kinds}.</translation>
  </message>
  <message>
   <source>{file} is {size}; {model} takes squares only.</source>
   <translation>{file} misst {size}; {model} nimmt nur Quadrate.</translation>
  </message>
  <message>
   <source>{file} was not made here, or changed since: its layers were merged</source>
   <translation>{file} entstand nicht hier oder wurde seither geändert: Die Ebenen wurden vereint</translation>
  </message>
  <message>
   <source>{host} cannot prove who it is ({reason}).</source>
   <translation>{host} kann sich nicht ausweisen ({reason}).</translation>
  </message>
  <message>
   <source>{host} compresses answers although it is asked not to. Switch that off there, or use another address.</source>
   <translation>{host} komprimiert Antworten, obwohl darum gebeten wird, es nicht zu tun. Schalten Sie das dort ab oder verwenden Sie eine andere Adresse.</translation>
  </message>
  <message>
   <source>{host} did not answer in time. Check the address and the network.</source>
   <translation>{host} antwortete nicht rechtzeitig. Prüfen Sie Adresse und Netz.</translation>
  </message>
  <message>
   <source>{host} does not speak https, or an outdated one. Check the address and the port.</source>
   <translation>{host} spricht kein https, oder ein veraltetes. Prüfen Sie Adresse und Port.</translation>
  </message>
  <message>
   <source>{host} ended the stream before the picture was there. {charged}</source>
   <translation>{host} beendete den Stream, bevor das Bild da war. {charged}</translation>
  </message>
  <message>
   <source>{host} hung up before the answer was there.</source>
   <translation>{host} legte auf, bevor die Antwort da war.</translation>
  </message>
  <message>
   <source>{host} hung up or was too slow.</source>
   <translation>{host} hat aufgelegt oder war zu langsam.</translation>
  </message>
  <message>
   <source>{host} redirects to {target}, which is not followed. If that is right, make it the profile's base URL.</source>
   <translation>{host} leitet zu {target} um; dem wird nicht gefolgt. Ist das richtig, machen Sie es zur Basisadresse des Profils.</translation>
  </message>
  <message>
   <source>{host} refused the connection. Is the server running?</source>
   <translation>{host} lehnte die Verbindung ab. Läuft der Server?</translation>
  </message>
  <message>
   <source>{host} sent more than {megabytes} MB.</source>
   <translation>{host} sandte mehr als {megabytes} MB.</translation>
  </message>
  <message>
   <source>{host} stopped taking the pictures. Nothing was generated.</source>
   <translation>{host} nahm die Bilder nicht weiter an. Nichts wurde erzeugt.</translation>
  </message>
  <message>
   <source>{host} was silent or too slow.</source>
   <translation>{host} schwieg oder war zu langsam.</translation>
  </message>
  <message>
   <source>{kind} files cannot be read. {convert}</source>
   <translation>{kind}-Dateien können nicht gelesen werden. {convert}</translation>
  </message>
  <message>
   <source>{limit}: choose PNG or TIFF.</source>
   <translation>{limit}: Nehmen Sie PNG oder TIFF.</translation>
  </message>
  <message>
   <source>{losses} The damaged journal is kept in {folder}.</source>
   <translation>{losses} Das beschädigte Journal liegt in {folder}.</translation>
  </message>
  <message>
   <source>{message} Check the address and the clock.</source>
   <translation>{message} Prüfen Sie Adresse und Uhr.</translation>
  </message>
  <message>
   <source>{message} The result is written into the history as soon as that is possible.</source>
   <translation>{message} Das Ergebnis wird in den Verlauf geschrieben, sobald das möglich ist.</translation>
  </message>
  <message>
   <source>{message} What you run now is kept in {aside}.</source>
   <translation>{message} Was Sie jetzt starten, liegt in {aside}.</translation>
  </message>
  <message>
   <source>{model} becomes the default</source>
   <translation>{model} wird zur Vorgabe</translation>
  </message>
  <message>
   <source>{model} comes in</source>
   <translation>{model} kommt hinzu</translation>
  </message>
  <message>
   <source>{model} does not make {size}. {advice}</source>
   <translation>{model} macht kein {size}. {advice}</translation>
  </message>
  <message>
   <source>{model} does not make {size}; the nearest it makes is {fix}.</source>
   <translation>{model} macht kein {size}; am nächsten kommt {fix}.</translation>
  </message>
  <message>
   <source>{model} does not offer {shown} {value}.</source>
   <translation>{model} bietet {shown} {value} nicht an.</translation>
  </message>
  <message>
   <source>{model} does not stream {output_format}.</source>
   <translation>{model} streamt kein {output_format}.</translation>
  </message>
  <message>
   <source>{model} ends at another time</source>
   <translation>{model} endet zu einer anderen Zeit</translation>
  </message>
  <message>
   <source>{model} goes</source>
   <translation>{model} fällt weg</translation>
  </message>
  <message>
   <source>{model} has no field {name} for this output.</source>
   <translation>{model} hat für diese Ausgabe kein Feld {name}.</translation>
  </message>
  <message>
   <source>{model} has other prices</source>
   <translation>{model} hat andere Preise</translation>
  </message>
  <message>
   <source>{model} is described otherwise</source>
   <translation>{model} wird anders beschrieben</translation>
  </message>
  <message>
   <source>{model} is not in the catalog; the endpoint decides what it takes.</source>
   <translation>{model} steht nicht im Katalog; der Endpunkt entscheidet, was er nimmt.</translation>
  </message>
  <message>
   <source>{model} is retired; only compatible servers still offer it.</source>
   <translation>{model} ist eingestellt; nur kompatible Server bieten es noch an.</translation>
  </message>
  <message>
   <source>{model} needs a size.</source>
   <translation>{model} braucht eine Größe.</translation>
  </message>
  <message>
   <source>{model} offers {shown} {value} as a preview: some accounts may use it.</source>
   <translation>{model} bietet {shown} {value} als Vorschau an: Nur manche Konten dürfen es nutzen.</translation>
  </message>
  <message>
   <source>{model} sends 0 to {max_partials} partial images.</source>
   <translation>{model} sendet 0 bis {max_partials} Zwischenbilder.</translation>
  </message>
  <message>
   <source>{model} stops on {date}; after that only compatible servers offer it.</source>
   <translation>{model} endet am {date}; danach bieten es nur kompatible Server an.</translation>
  </message>
  <message>
   <source>{model} takes no markup.</source>
   <translation>{model} nimmt keine Markierung.</translation>
  </message>
  <message>
   <source>{model} takes no mask for this output.</source>
   <translation>{model} nimmt für diese Ausgabe keine Maske.</translation>
  </message>
  <message>
   <source>{model} takes something else: {fields}</source>
   <translation>{model} nimmt anderes an: {fields}</translation>
  </message>
  <message>
   <source>{model} takes {max_images} pictures, not {count}.</source>
   <translation>{model} nimmt {max_images} Bilder, nicht {count}.</translation>
  </message>
  <message>
   <source>{model} was retired on {date}; only compatible servers still offer it.</source>
   <translation>{model} wurde am {date} eingestellt; nur kompatible Server bieten es noch an.</translation>
  </message>
  <message>
   <source>{name} cannot be opened</source>
   <translation>{name} lässt sich nicht öffnen</translation>
  </message>
  <message>
   <source>{name} cannot be read to its end</source>
   <translation>{name} ist nicht bis zum Ende lesbar</translation>
  </message>
  <message>
   <source>{name} cannot be restored</source>
   <translation>{name} lässt sich nicht wiederherstellen</translation>
  </message>
  <message>
   <source>{name} cannot be {value}; it takes {rule}.</source>
   <translation>{name} kann nicht {value} sein; möglich ist {rule}.</translation>
  </message>
  <message>
   <source>{name} could not be restored completely</source>
   <translation>{name} konnte nicht ganz wiederhergestellt werden</translation>
  </message>
  <message>
   <source>{name} is a folder</source>
   <translation>{name} ist ein Ordner</translation>
  </message>
  <message>
   <source>{name} is a pipe that nothing comes out of</source>
   <translation>{name} ist eine Pipe, aus der nichts kommt</translation>
  </message>
  <message>
   <source>{name} is damaged</source>
   <translation>{name} ist beschädigt</translation>
  </message>
  <message>
   <source>{name} is empty</source>
   <translation>{name} ist leer</translation>
  </message>
  <message>
   <source>{name} is larger than this program opens</source>
   <translation>{name} ist größer, als dieses Programm öffnet</translation>
  </message>
  <message>
   <source>{name} is missing in it</source>
   <translation>{name} fehlt darin</translation>
  </message>
  <message>
   <source>{name} is no file</source>
   <translation>{name} ist keine Datei</translation>
  </message>
  <message>
   <source>{name} is not there</source>
   <translation>{name} ist nicht da</translation>
  </message>
  <message>
   <source>{name} is too large</source>
   <translation>{name} ist zu groß</translation>
  </message>
  <message>
   <source>{name} is too large{size}</source>
   <translation>{name} ist zu groß{size}</translation>
  </message>
  <message>
   <source>{one} {more}</source>
   <translation>{one} {more}</translation>
  </message>
  <message>
   <source>{output_format} can be neither shown nor put into the picture here; choose {fix}.</source>
   <translation>{output_format} lässt sich hier weder zeigen noch ins Bild setzen; wählen Sie {fix}.</translation>
  </message>
  <message>
   <source>{output_format} cannot be transparent; choose {fix}.</source>
   <translation>{output_format} kann nicht transparent sein; nehmen Sie {fix}.</translation>
  </message>
  <message>
   <source>{output_format} has no compression level with {model}.</source>
   <translation>{output_format} hat bei {model} keine Kompressionsstufe.</translation>
  </message>
  <message>
   <source>{path} is far too large.</source>
   <translation>{path} ist viel zu groß.</translation>
  </message>
  <message>
   <source>{place} has gone. Bring it back.</source>
   <translation>{place} ist verschwunden. Stellen Sie es wieder bereit.</translation>
  </message>
  <message>
   <source>{place} is a file where a folder is needed. Move it away.</source>
   <translation>{place} ist eine Datei, wo ein Ordner gebraucht wird. Verschieben Sie sie.</translation>
  </message>
  <message>
   <source>{profile} has no key</source>
   <translation>{profile} hat keinen Schlüssel</translation>
  </message>
  <message>
   <source>{profile} has no key.</source>
   <translation>{profile} hat keinen Schlüssel.</translation>
  </message>
  <message>
   <source>{reason} Save it in the browser and open the file.</source>
   <translation>{reason} Speichern Sie es im Browser und öffnen Sie die Datei.</translation>
  </message>
  <message>
   <source>{reason} The run may have been charged.</source>
   <translation>{reason} Der Lauf wurde vielleicht berechnet.</translation>
  </message>
  <message>
   <source>{reason}. Check its permissions.</source>
   <translation>{reason}. Prüfen Sie die Rechte.</translation>
  </message>
  <message>
   <source>{reason}. Defaults are used; check that {path} may be read.</source>
   <translation>{reason}. Es gelten die Vorgaben; prüfen Sie, ob {path} gelesen werden darf.</translation>
  </message>
  <message>
   <source>{reason}. Look at {path}.</source>
   <translation>{reason}. Sehen Sie nach {path}.</translation>
  </message>
  <message>
   <source>{reason}. Save it anew where it was made.</source>
   <translation>{reason}. Speichern Sie sie dort neu, wo sie entstand.</translation>
  </message>
  <message>
   <source>{reason}: {place}.</source>
   <translation>{reason}: {place}.</translation>
  </message>
  <message>
   <source>{said} Run again; if it fails once more, restart the program.</source>
   <translation>{said} Starten Sie den Lauf erneut; schlägt er wieder fehl, starten Sie das Programm neu.</translation>
  </message>
  <message>
   <source>{size} is experimental for {model}.</source>
   <translation>{size} ist bei {model} experimentell.</translation>
  </message>
  <message>
   <source>{title}. Save it in the browser and open the file.</source>
   <translation>{title}. Speichern Sie es im Browser und öffnen Sie die Datei.</translation>
  </message>
  <message>
   <source>{title}: {message} Nothing of it is lost meanwhile.</source>
   <translation>{title}: {message} Bis dahin geht nichts davon verloren.</translation>
  </message>
  <message>
   <source>{why} Or choose another folder.</source>
   <translation>{why} Oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>{why} Or choose another history folder in the settings.</source>
   <translation>{why} Oder wählen Sie in den Einstellungen einen anderen Verlaufsordner.</translation>
  </message>
  <message>
   <source>{why} Or save it elsewhere; nothing of it is lost meanwhile.</source>
   <translation>{why} Oder speichern Sie woanders; inzwischen geht nichts verloren.</translation>
  </message>
  <message>
   <source>{why} They hold until Inpaint Studio is closed.</source>
   <translation>{why} Sie gelten, bis Inpaint Studio geschlossen wird.</translation>
  </message>
  <message>
   <source>{why} You can go on, but a crash would lose it. Or save the project elsewhere.</source>
   <translation>{why} Sie können weiterarbeiten, doch ein Absturz würde es verlieren. Oder speichern Sie das Projekt woanders.</translation>
  </message>
  <message>
   <source>{words} More is in {log}</source>
   <translation>{words} Mehr steht in {log}</translation>
  </message>
  <message>
   <source>{words} The file as it was is kept as {kept}.</source>
   <translation>{words} Die Datei, wie sie war, liegt als {kept} bereit.</translation>
  </message>
  <message>
   <source>{words} The settings as they were are kept as {kept}.</source>
   <translation>{words} Die Einstellungen, wie sie waren, liegen als {kept} bereit.</translation>
  </message>
  <message>
   <source>{words} Until then it is kept as {copy}.</source>
   <translation>{words} Bis dahin liegt es als {copy} bereit.</translation>
  </message>
  <message>
   <source>{words} Until then it is on no disk: export it.</source>
   <translation>{words} Bis dahin liegt es auf keinem Datenträger: Exportieren Sie es.</translation>
  </message>
  <message>
   <source>{words} {charged}</source>
   <translation>{words} {charged}</translation>
  </message>
  <message>
   <source>{words} {count} runs could not be read.</source>
   <translation>{words} {count} Läufe ließen sich nicht lesen.</translation>
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
  <name>ProbeReportList</name>
  <message>
   <source>Fields accepted</source>
   <translation>Felder angenommen</translation>
  </message>
  <message>
   <source>Key accepted</source>
   <translation>Schlüssel angenommen</translation>
  </message>
  <message>
   <source>Mask polarity</source>
   <translation>Maskenpolarität</translation>
  </message>
  <message>
   <source>Mask respected</source>
   <translation>Maske eingehalten</translation>
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
   <source>Size respected</source>
   <translation>Größe eingehalten</translation>
  </message>
  <message>
   <source>Streaming</source>
   <translation>Streaming</translation>
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
  <name>ProbeSection</name>
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
   <source>{0} each</source>
   <translation>je {0}</translation>
  </message>
 </context>
 <context>
  <name>ProblemList</name>
  <message>
   <source>Open profile</source>
   <translation>Profil öffnen</translation>
  </message>
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
   <source>Alpha</source>
   <translation>Alpha</translation>
  </message>
  <message>
   <source>Always the same</source>
   <translation>Immer derselbe</translation>
  </message>
  <message>
   <source>As the model</source>
   <translation>Wie das Modell</translation>
  </message>
  <message>
   <source>Authentication</source>
   <translation>Anmeldung</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Connect timeout</source>
   <translation>Zeitlimit: Verbinden</translation>
  </message>
  <message>
   <source>Edits path</source>
   <translation>Pfad für Bearbeitung</translation>
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
   <source>Idle timeout</source>
   <translation>Zeitlimit: Stille</translation>
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
   <source>Images per request</source>
   <translation>Bilder je Anfrage</translation>
  </message>
  <message>
   <source>Images per request while streaming</source>
   <translation>Bilder je Anfrage beim Streamen</translation>
  </message>
  <message>
   <source>Inverted</source>
   <translation>Umgekehrt</translation>
  </message>
  <message>
   <source>It has none</source>
   <translation>Es gibt keines</translation>
  </message>
  <message>
   <source>Its id, where the catalog does not know it</source>
   <translation>Seine ID, falls der Katalog es nicht kennt</translation>
  </message>
  <message>
   <source>Luminance</source>
   <translation>Luminanz</translation>
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
   <source>Mask respected</source>
   <translation>Maske eingehalten</translation>
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
   <source>Previews</source>
   <translation>Vorschauen</translation>
  </message>
  <message>
   <source>Random</source>
   <translation>Zufällig</translation>
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
   <source>Seed field</source>
   <translation>Feld des Seeds</translation>
  </message>
  <message>
   <source>Send the key unencrypted: others on the way can read it</source>
   <translation>Schlüssel unverschlüsselt senden: andere unterwegs können ihn lesen</translation>
  </message>
  <message>
   <source>Size respected</source>
   <translation>Größe eingehalten</translation>
  </message>
  <message>
   <source>Streaming</source>
   <translation>Streaming</translation>
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
   <source>Total timeout</source>
   <translation>Zeitlimit: gesamt</translation>
  </message>
  <message>
   <source>Without a seed</source>
   <translation>Ohne Seed</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
  <message>
   <source>model field=value: accepted or refused</source>
   <translation>Modell Feld=Wert: accepted oder refused</translation>
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
   <translation>… im Stream</translation>
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
   <source>Local fill</source>
   <translation>Lokales Füllen</translation>
  </message>
  <message>
   <source>Not tested yet.</source>
   <translation>Noch nicht geprüft.</translation>
  </message>
  <message>
   <source>Request format</source>
   <translation>Format der Anfrage</translation>
  </message>
  <message>
   <source>Test results</source>
   <translation>Testergebnisse</translation>
  </message>
  <message>
   <source>Tested on {0}. You may correct what it found.</source>
   <translation>Geprüft am {0}. Das Gefundene lässt sich berichtigen.</translation>
  </message>
 </context>
 <context>
  <name>ProfilesController</name>
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
   <translation>{0} · aktiv</translation>
  </message>
 </context>
 <context>
  <name>ProfilesDialog</name>
  <message>
   <source>Add a profile</source>
   <translation>Profil hinzufügen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
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
   <translation>{0} · aktiv</translation>
  </message>
  <message>
   <source>{0}, from the environment</source>
   <translation>{0}, aus der Umgebung</translation>
  </message>
 </context>
 <context>
  <name>PromptBar</name>
  <message>
   <source>Hide the prompt at the mask</source>
   <translation>Prompt an der Maske ausblenden</translation>
  </message>
  <message>
   <source>Variants</source>
   <translation>Varianten</translation>
  </message>
 </context>
 <context>
  <name>PromptBarController</name>
  <message>
   <source>Run</source>
   <translation>Starten</translation>
  </message>
 </context>
 <context>
  <name>PromptEdit</name>
  <message>
   <source>Not needed: local fill continues what surrounds your mask.</source>
   <translation>Nicht nötig: Lokales Füllen setzt fort, was Ihre Maske umgibt.</translation>
  </message>
  <message>
   <source>Prompt</source>
   <translation>Prompt</translation>
  </message>
  <message>
   <source>What should be there instead?</source>
   <translation>Was soll stattdessen dort sein?</translation>
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
   <translation>Öffnen Sie zuerst das Bild</translation>
  </message>
  <message>
   <source>The file of this mask has gone</source>
   <translation>Die Datei dieser Maske ist fort</translation>
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
  <name>RecentMenu</name>
  <message>
   <source>Clear this list</source>
   <translation>Liste leeren</translation>
  </message>
  <message>
   <source>Open recent</source>
   <translation>Zuletzt geöffnet</translation>
  </message>
 </context>
 <context>
  <name>RecoveryDialog</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Inpaint Studio ended before these were saved. Mask, edits, undo and the panel come back with them.</source>
   <translation>Inpaint Studio endete, bevor diese gespeichert waren. Maske, Bearbeitungen, Rückgängig und die Anfrage kommen mit ihnen zurück.</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Später</translation>
  </message>
  <message>
   <source>Nothing is waiting: every picture is saved or still open.</source>
   <translation>Nichts wartet: Jedes Bild ist gespeichert oder noch offen.</translation>
  </message>
  <message>
   <source>Restore all</source>
   <translation>Alle wiederherstellen</translation>
  </message>
  <message>
   <source>These were not saved. They are kept for 30 days.</source>
   <translation>Diese wurden nicht gespeichert. Sie bleiben 30 Tage erhalten.</translation>
  </message>
  <message>
   <source>Unsaved pictures</source>
   <translation>Ungespeicherte Bilder</translation>
  </message>
 </context>
 <context>
  <name>RecoveryRow</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n Änderung</numerusform>
    <numerusform>%n Änderungen</numerusform>
   </translation>
  </message>
  <message>
   <source>Deleted when you close this window</source>
   <translation>Wird gelöscht, wenn Sie dieses Fenster schließen</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Discard {0}</source>
   <translation>{0} verwerfen</translation>
  </message>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Restore {0}</source>
   <translation>{0} wiederherstellen</translation>
  </message>
  <message>
   <source>What was done last cannot be read.</source>
   <translation>Was zuletzt getan wurde, ist nicht lesbar.</translation>
  </message>
 </context>
 <context>
  <name>ReferenceTile</name>
  <message>
   <source>
A click shows it large. {0} removes it, {1} and {2} move it</source>
   <translation>
Ein Klick zeigt es groß. {0} entfernt es, {1} und {2} verschieben es</translation>
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
  <message>
   <source>Remove ({0})</source>
   <translation>Entfernen ({0})</translation>
  </message>
  <message>
   <source>Remove picture {0}</source>
   <translation>Bild {0} entfernen</translation>
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
  <name>ReferencesController</name>
  <message>
   <source>Add references</source>
   <translation>Referenzen hinzufügen</translation>
  </message>
  <message>
   <source>Dropped picture</source>
   <translation>Abgelegtes Bild</translation>
  </message>
  <message>
   <source>Open a picture first</source>
   <translation>Öffnen Sie zuerst ein Bild</translation>
  </message>
  <message>
   <source>Picture 1: the canvas</source>
   <translation>Bild 1: die Leinwand</translation>
  </message>
  <message>
   <source>Picture {0}: {1}</source>
   <translation>Bild {0}: {1}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>{0} is no longer a reference</source>
   <translation>{0} ist keine Referenz mehr</translation>
  </message>
  <message>
   <source>{0} takes no references</source>
   <translation>{0} nimmt keine Referenzen</translation>
  </message>
 </context>
 <context>
  <name>RequestPanel</name>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
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
   <translation>Lokal füllen, kostenlos</translation>
  </message>
  <message>
   <source>Price unknown</source>
   <translation>Preis unbekannt</translation>
  </message>
  <message>
   <source>Run</source>
   <translation>Starten</translation>
  </message>
 </context>
 <context>
  <name>RunBlock</name>
  <message>
   <source>Run</source>
   <translation>Starten</translation>
  </message>
  <message>
   <source>Run in another turn</source>
   <translation>In anderer Reihenfolge starten</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop everything that runs</source>
   <translation>Alles Laufende stoppen</translation>
  </message>
  <message>
   <source>Stop {0}</source>
   <translation>{0} stoppen</translation>
  </message>
 </context>
 <context>
  <name>RunNotices</name>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Edit prompt</source>
   <translation>Prompt ändern</translation>
  </message>
  <message>
   <source>Open profile</source>
   <translation>Profil öffnen</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Nochmals</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
 </context>
 <context>
  <name>SaveController</name>
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
   <source>A bar below the mask with the prompt, the variants, the price and Run.</source>
   <translation>Eine Leiste unter der Maske mit Prompt, Varianten, Preis und Start.</translation>
  </message>
  <message>
   <source>Accepting a result clears the mask; one undo takes back both.</source>
   <translation>Ein Ergebnis zu übernehmen leert die Maske; ein Rückgängig nimmt beides zurück.</translation>
  </message>
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
   <translation>Leer nimmt die Farbe des Designs.</translation>
  </message>
  <message>
   <source>For local fill and new profiles; each profile has its own.</source>
   <translation>Für lokales Füllen und neue Profile; jedes Profil hat eigene.</translation>
  </message>
  <message>
   <source>Gallery</source>
   <translation>Galerie</translation>
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
   <source>Go on to the next after judging</source>
   <translation>Nach dem Bewerten weiter zum Nächsten</translation>
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
   <source>Instant draft</source>
   <translation>Sofortiger Entwurf</translation>
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
   <source>New mask after Accept</source>
   <translation>Neue Maske nach dem Übernehmen</translation>
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
   <source>Prompt at the mask</source>
   <translation>Prompt an der Maske</translation>
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
   <source>Stars, Pick and Reject select the next card or pane. The key A turns it on and off.</source>
   <translation>Sterne, Auswählen und Ablehnen gehen zur nächsten Karte oder Fläche. Die Taste A schaltet das ein und aus.</translation>
  </message>
  <message>
   <source>Tells the mask from the picture without colour.</source>
   <translation>Unterscheidet die Maske ohne Farbe vom Bild.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>Tint</source>
   <translation>Tönung</translation>
  </message>
  <message>
   <source>Variants at once</source>
   <translation>Varianten zugleich</translation>
  </message>
  <message>
   <source>While another endpoint works, local fill shows what it would do. It is free, is replaced by the first picture and never kept.</source>
   <translation>Während ein anderer Endpunkt arbeitet, zeigt lokales Füllen, was es täte. Das ist kostenlos, weicht dem ersten Bild und wird nie behalten.</translation>
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
   <source>Restart now</source>
   <translation>Jetzt neu starten</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>What is open stays open</source>
   <translation>Was offen ist, bleibt offen</translation>
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
   <translation>Klicken Sie in das Feld unten und drücken Sie eine Taste. • kennzeichnet eigene.</translation>
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
   <source>{0} is free here. It also means: {1}</source>
   <translation>{0} ist hier frei. Anderswo bedeutet es: {1}</translation>
  </message>
  <message>
   <source>{0} is free.</source>
   <translation>{0} ist frei.</translation>
  </message>
  <message>
   <source>“{0}” ({1})</source>
   <translation>„{0}“ ({1})</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Alt+right drag</source>
   <translation>Alt+Ziehen rechts</translation>
  </message>
  <message>
   <source>Apply a number to the mask</source>
   <translation>Eine Zahl auf die Maske anwenden</translation>
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
   <source>Former prompts, in the prompt</source>
   <translation>Frühere Prompts, im Prompt</translation>
  </message>
  <message>
   <source>From the prompt to the canvas</source>
   <translation>Vom Prompt zur Leinwand</translation>
  </message>
  <message>
   <source>In fields</source>
   <translation>In Feldern</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>Shift+click</source>
   <translation>Umschalt+Klick</translation>
  </message>
  <message>
   <source>Shift+wheel</source>
   <translation>Umschalt+Rad</translation>
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
   <source>The mask as it was</source>
   <translation>Die Maske, wie sie war</translation>
  </message>
  <message>
   <source>The opposite of brush or eraser</source>
   <translation>Das Gegenteil von Pinsel oder Radierer</translation>
  </message>
  <message>
   <source>With the mouse</source>
   <translation>Mit der Maus</translation>
  </message>
  <message>
   <source>Zoom at the pointer</source>
   <translation>Am Zeiger zoomen</translation>
  </message>
  <message>
   <source>hold Alt</source>
   <translation>Alt halten</translation>
  </message>
  <message>
   <source>middle drag</source>
   <translation>Ziehen Mitte</translation>
  </message>
  <message>
   <source>wheel</source>
   <translation>Rad</translation>
  </message>
 </context>
 <context>
  <name>ShownDocument</name>
  <message>
   <source>Paint what should change · Alt erases · {0} {1} size</source>
   <translation>Malen Sie, was sich ändern soll · Alt radiert · {0} {1} Größe</translation>
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
  <name>SourceTile</name>
  <message>
   <source>Picture 1 is what is on the canvas: always sent first, never removed</source>
   <translation>Bild 1 ist, was auf der Leinwand liegt: Es wird immer als Erstes gesendet und nie entfernt</translation>
  </message>
  <message>
   <source>Picture 1: the canvas</source>
   <translation>Bild 1: die Leinwand</translation>
  </message>
 </context>
 <context>
  <name>StagingBar</name>
  <message>
   <source>Accept</source>
   <translation>Annehmen</translation>
  </message>
  <message>
   <source>Accept whole frame</source>
   <translation>Ganzen Rahmen annehmen</translation>
  </message>
  <message>
   <source>All variants of this run side by side</source>
   <translation>Alle Varianten dieses Laufs nebeneinander</translation>
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
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Composite</source>
   <translation>Zusammengesetzt</translation>
  </message>
  <message>
   <source>Composite: only what your mask lets through. Raw: all the model returned, and so it is accepted. Seam: where both mix.</source>
   <translation>Montage: nur was Ihre Maske durchlässt. Roh: alles, was das Modell zurückgab, und so wird es angenommen. Naht: wo sich beides mischt.</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Verwerfen</translation>
  </message>
  <message>
   <source>Do not wait any longer; nothing was charged so far</source>
   <translation>Nicht länger warten; bisher wurde nichts berechnet</translation>
  </message>
  <message>
   <source>Film strip: every picture on the way</source>
   <translation>Filmstreifen: jedes Bild auf dem Weg</translation>
  </message>
  <message>
   <source>Hold to see the picture without it</source>
   <translation>Halten, um das Bild ohne sie zu sehen</translation>
  </message>
  <message>
   <source>Keep partial</source>
   <translation>Zwischenbild behalten</translation>
  </message>
  <message>
   <source>Next variant</source>
   <translation>Nächste Variante</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>Previous variant</source>
   <translation>Vorige Variante</translation>
  </message>
  <message>
   <source>Put it into the picture ({0}). A partial ends its stream ({1})</source>
   <translation>Ins Bild übernehmen ({0}). Ein Zwischenbild beendet seinen Strom ({1})</translation>
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
   <source>Send now</source>
   <translation>Jetzt senden</translation>
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
   <source>Show how it stands and the ways to look at it</source>
   <translation>Zeigen, wie es steht, und die Ansichten</translation>
  </message>
  <message>
   <source>Show only what is decided here</source>
   <translation>Nur zeigen, was hier entschieden wird</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stopp</translation>
  </message>
  <message>
   <source>Stop this variant</source>
   <translation>Diese Variante stoppen</translation>
  </message>
  <message>
   <source>Take it off the canvas; it stays in the history</source>
   <translation>Von der Leinwand nehmen; im Verlauf bleibt es</translation>
  </message>
 </context>
 <context>
  <name>StagingController</name>
  <message>
   <source>Changed beyond the mask (spill {0})</source>
   <translation>Über die Maske hinaus verändert (Übergriff {0})</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Entwurf</translation>
  </message>
  <message>
   <source>Draft by local fill, until the first picture comes</source>
   <translation>Entwurf durch lokales Füllen, bis das erste Bild kommt</translation>
  </message>
  <message>
   <source>Mask respected (spill {0})</source>
   <translation>Maske eingehalten (Übergriff {0})</translation>
  </message>
  <message>
   <source>Mask seems ignored (spill {0})</source>
   <translation>Maske wohl missachtet (Übergriff {0})</translation>
  </message>
  <message>
   <source>Mask seems inverted (spill {0})</source>
   <translation>Maske wohl verkehrt verstanden (Übergriff {0})</translation>
  </message>
  <message>
   <source>asked {0}, got {1}</source>
   <translation>{0} verlangt, {1} erhalten</translation>
  </message>
  <message>
   <source>background: asked {0}, got {1}</source>
   <translation>Hintergrund: {0} verlangt, {1} erhalten</translation>
  </message>
  <message>
   <source>moved {0}</source>
   <translation>verschoben {0}</translation>
  </message>
  <message>
   <source>pictures: asked {0}, got {1}</source>
   <translation>Bilder: {0} verlangt, {1} erhalten</translation>
  </message>
  <message>
   <source>quality: asked {0}, got {1}</source>
   <translation>Qualität: {0} verlangt, {1} erhalten</translation>
  </message>
  <message>
   <source>seam blurred ({0})</source>
   <translation>Naht unscharf ({0})</translation>
  </message>
  <message>
   <source>seam clean ({0})</source>
   <translation>Naht sauber ({0})</translation>
  </message>
  <message>
   <source>seam visible ({0})</source>
   <translation>Naht sichtbar ({0})</translation>
  </message>
  <message>
   <source>{0}. Sent again in {1}</source>
   <translation>{0}. Neuer Versuch in {1}</translation>
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
   <translation>{0} im Stream</translation>
  </message>
  <message>
   <source>{0} waiting</source>
   <translation>{0} wartend</translation>
  </message>
 </context>
 <context>
  <name>Stills</name>
  <message>
   <source>Pictures on the way</source>
   <translation>Bilder auf dem Weg</translation>
  </message>
 </context>
 <context>
  <name>StoredResultsController</name>
  <message>
   <source>Go to {0} to see it there, and to accept it.</source>
   <translation>Gehen Sie zu {0}, um es dort zu sehen und zu übernehmen.</translation>
  </message>
  <message>
   <source>Open it</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <source>Open {0} to show it there.</source>
   <translation>Öffnen Sie {0}, um es dort zu zeigen.</translation>
  </message>
  <message>
   <source>Show it</source>
   <translation>Zeigen</translation>
  </message>
  <message>
   <source>That was not kept. Edit this result, or export it.</source>
   <translation>Das wurde nicht behalten. Bearbeiten oder exportieren Sie dieses Ergebnis.</translation>
  </message>
  <message>
   <source>This result belongs to another picture</source>
   <translation>Dieses Ergebnis gehört zu einem anderen Bild</translation>
  </message>
 </context>
 <context>
  <name>TabBar</name>
  <message>
   <source>Close picture</source>
   <translation>Bild schließen</translation>
  </message>
  <message>
   <source>Open pictures</source>
   <translation>Offene Bilder</translation>
  </message>
 </context>
 <context>
  <name>TabsController</name>
  <message numerus="yes">
   <source>%n new result(s)</source>
   <translation>
    <numerusform>%n neues Ergebnis</numerusform>
    <numerusform>%n neue Ergebnisse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming</source>
   <translation>
    <numerusform>%n Ergebnis kommt noch</numerusform>
    <numerusform>%n Ergebnisse kommen noch</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n result(s) still coming go into the history.</source>
   <translation>
    <numerusform>%n Ergebnis, das noch kommt, geht in den Verlauf.</numerusform>
    <numerusform>%n Ergebnisse, die noch kommen, gehen in den Verlauf.</numerusform>
   </translation>
  </message>
  <message>
   <source>Close without saving</source>
   <translation>Schließen ohne Speichern</translation>
  </message>
  <message>
   <source>Keep working</source>
   <translation>Weiterarbeiten</translation>
  </message>
  <message>
   <source>Not saved</source>
   <translation>Nicht gespeichert</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>Wieder öffnen</translation>
  </message>
  <message>
   <source>Save project as…</source>
   <translation>Projekt speichern als…</translation>
  </message>
  <message>
   <source>What you did to it is kept: File → Unsaved pictures…</source>
   <translation>Was Sie daran taten, ist erhalten: Datei → Ungespeicherte Bilder…</translation>
  </message>
  <message>
   <source>{0} is not saved, and the disk does not take what was done to it.</source>
   <translation>{0} ist nicht gespeichert, und der Datenträger nimmt nicht an, was daran getan wurde.</translation>
  </message>
  <message>
   <source>{0} was closed</source>
   <translation>{0} wurde geschlossen</translation>
  </message>
  <message>
   <source>{0} was not saved</source>
   <translation>{0} wurde nicht gespeichert</translation>
  </message>
 </context>
 <context>
  <name>ToolsController</name>
  <message>
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Redo {0}</source>
   <translation>Wiederholen: {0}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Undo {0}</source>
   <translation>Rückgängig: {0}</translation>
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
</TS>