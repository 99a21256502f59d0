<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ExperimentDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>aerie::models</name>
    <message>
        <source>%1 (stage)</source>
        <translation>%1 (Stage)</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation>Rollout fehlgeschlagen</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>Rollout läuft</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log Loss</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>The proxies do not know this replica</source>
        <translation>Die Proxys kennen dieses Replikat nicht</translation>
    </message>
    <message>
        <source>Every proxy sends to it</source>
        <translation>Jeder Proxy sendet dorthin</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfig</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewendet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0,1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>items per second</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <extracomment>a span of time: from - to</extracomment>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Layer bucket</source>
        <translation>Layer-Bucket</translation>
    </message>
    <message>
        <source>Hash input</source>
        <translation>Hash-Eingabe</translation>
    </message>
    <message>
        <source>FNV-1a</source>
        <translation>FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a (32 bit) of the hash input</source>
        <translation>FNV-1a (32 Bit) der Hash-Eingabe</translation>
    </message>
    <message>
        <source>FNV-1a again</source>
        <translation>Nochmals FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a of the digits before; modulo 10,000 it is the bucket</source>
        <translation>FNV-1a der Ziffern davor; modulo 10.000 ergibt den Bucket</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Endpoint after</source>
        <translation>Endpoint danach</translation>
    </message>
    <message>
        <source>With the staged changes</source>
        <translation>Mit den vorgemerkten Änderungen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Use Case</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>nicht geroutet</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>ready, no traffic</source>
        <translation>bereit, kein Traffic</translation>
    </message>
    <message>
        <source>stage %1, which had none</source>
        <translation>Stage %1, die keine hatte</translation>
    </message>
    <message>
        <source>stage %1, before: version %2</source>
        <translation>Stage %1, vorher: Version %2</translation>
    </message>
    <message>
        <source>relaunches %1</source>
        <translation>startet %1 neu</translation>
    </message>
    <message numerus="yes">
        <source>%1 in stage %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 in Stage %2, %n Replikat</numerusform>
            <numerusform>%1 in Stage %2, %n Replikate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 Version %2, %n Replikat</numerusform>
            <numerusform>%1 Version %2, %n Replikate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>revision %1, default endpoint %2, %n experiment(s)</source>
        <translation>
            <numerusform>Revision %1, Standard-Endpoint %2, %n Experiment</numerusform>
            <numerusform>Revision %1, Standard-Endpoint %2, %n Experimente</numerusform>
        </translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>Abdeckung %1</translation>
    </message>
    <message>
        <source>digest %1, not signed</source>
        <translation>Digest %1, nicht signiert</translation>
    </message>
    <message>
        <source>digest %1, signed by %2</source>
        <translation>Digest %1, signiert von %2</translation>
    </message>
    <message>
        <source>its log says why</source>
        <translation>sein Log sagt, warum</translation>
    </message>
    <message>
        <source>No other replica serves</source>
        <translation>Kein anderes Replikat antwortet</translation>
    </message>
    <message numerus="yes">
        <source>to %n replica(s)</source>
        <translation>
            <numerusform>auf %n Replikat</numerusform>
            <numerusform>auf %n Replikate</numerusform>
        </translation>
    </message>
    <message>
        <source>to version %1</source>
        <translation>auf Version %1</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>Waits for a retry</source>
        <translation>Wartet auf Wiederholung</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Lost with its host</source>
        <translation>Mit dem Host verloren</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Speicher erschöpft</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Job %1 of %2</source>
        <translation>Job %1 von %2</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tasks fertig</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU genutzt</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Speicher genutzt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Veröffentlicht gerade</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Bricht ab</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ohne Arbeit</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>Speicher erschöpft</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>starts now</source>
        <translation>startet jetzt</translation>
    </message>
    <message>
        <source>the cluster or its environment is being made</source>
        <translation>Cluster oder Umgebung entstehen gerade</translation>
    </message>
    <message>
        <source>the pause before the next attempt</source>
        <translation>die Pause vor dem nächsten Versuch</translation>
    </message>
    <message>
        <source>the job&apos;s own limit of tasks at a time is reached</source>
        <translation>die eigene Grenze des Jobs für gleichzeitige Tasks ist erreicht</translation>
    </message>
    <message>
        <source>the cluster&apos;s share of the machine is in use</source>
        <translation>der Anteil des Clusters an der Maschine ist belegt</translation>
    </message>
    <message>
        <source>no host is ready</source>
        <translation>kein Host ist bereit</translation>
    </message>
    <message>
        <source>too large for every host</source>
        <translation>zu groß für jeden Host</translation>
    </message>
    <message>
        <source>no CPU is free</source>
        <translation>keine CPU ist frei</translation>
    </message>
    <message>
        <source>no memory is free</source>
        <translation>kein Speicher ist frei</translation>
    </message>
    <message>
        <source>a host is kept free for a larger task</source>
        <translation>ein Host bleibt für eine größere Task frei</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) wait: %1</source>
        <extracomment>%1 is why they wait: &quot;no CPU is free&quot;</extracomment>
        <translation>
            <numerusform>%Ln Task wartet: %1</numerusform>
            <numerusform>%Ln Tasks warten: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>%1 CPUs</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>diese Maschine</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>From %1 to %2 over the runs; the first task starts after %3</source>
        <translation>Von %1 bis %2 über die Läufe; die erste Task startet nach %3</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 nicht fertig</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing faster and cheaper</source>
        <translation>Nichts schneller und billiger</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>Wie aufgeführt</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Längste zuerst</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Kürzeste zuerst</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>CPUs je Task</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>Preis je Host-Stunde</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>Tasks zugleich</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Rows trained on</source>
        <translation>Trainingszeilen</translation>
    </message>
    <message>
        <source>Rows tested on</source>
        <translation>Testzeilen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Parts left out</source>
        <translation>Ausgelassene Teile</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses %2: ask for %3</source>
        <translation>Eine Task fordert %1 und nutzt %2: %3 anfordern</translation>
    </message>
    <message>
        <source>A task uses all of its %1: a run with more may be faster</source>
        <translation>Eine Task nutzt alle ihre %1: Mit mehr könnte ein Lauf schneller sein</translation>
    </message>
    <message>
        <source>A task asks for no memory and uses up to %1: ask for %2</source>
        <translation>Eine Task fordert keinen Speicher und nutzt bis zu %1: %2 anfordern</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses at most %2: ask for %3</source>
        <translation>Eine Task fordert %1 und nutzt höchstens %2: %3 anfordern</translation>
    </message>
    <message>
        <source>%1, model of all zones</source>
        <extracomment>%1 is a metric of a zone&apos;s part; here that of the model of all zones, on the same rows</extracomment>
        <translation>%1, Modell aller Zonen</translation>
    </message>
</context>
<context>
    <name>aerie::models::ProfileStore</name>
    <message>
        <source>Local simulation</source>
        <translation>Lokale Simulation</translation>
    </message>
    <message>
        <source>There is a context named &quot;%1&quot; already; choose another name.</source>
        <translation>Ein Kontext namens „%1“ existiert bereits; bitte einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>aerie::models::TrainingTaskModel</name>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>CPUs used</source>
        <translation>CPUs genutzt</translation>
    </message>
    <message>
        <source>Memory peak</source>
        <translation>Speicherspitze</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>cores that were used of those that were asked for</extracomment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>aerie::pages</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Hellblau</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Rost</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Ready to register</source>
        <translation>Bereit zum Registrieren</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Nicht registriert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Digests</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>aerie::pages::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Load Older</source>
        <translation>Ältere laden</translation>
    </message>
    <message>
        <source>Ask for four times as many entries</source>
        <translation>Viermal so viele Einträge abfragen</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>CSV exportieren...</translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation>Die angezeigten Einträge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Whose entries are shown</source>
        <translation>Wessen Einträge angezeigt werden</translation>
    </message>
    <message>
        <source>Which kind of action is shown</source>
        <translation>Welche Art von Aktion angezeigt wird</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Audit-Einträge</translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation>Einträge suchen</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch keine Änderungen</translation>
    </message>
    <message>
        <source>Every change is recorded here, with who made it.</source>
        <translation>Jede Änderung wird hier mit ihrem Urheber aufgezeichnet.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Hash (SHA-256 over this entry and the hash before)</source>
        <translation>Hash (SHA-256 über diesen Eintrag und den Hash davor)</translation>
    </message>
    <message>
        <source>All actors</source>
        <translation>Alle Akteure</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>Each entry&apos;s hash covers the hash of the entry before: a changed, removed or inserted entry would show. Checked here over the loaded entries.</source>
        <translation>Der Hash jedes Eintrags deckt den Hash des vorherigen ab: Ein geänderter, entfernter oder eingefügter Eintrag würde auffallen. Hier über die geladenen Einträge geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>All entries are loaded</source>
        <translation>Alle Einträge sind geladen</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>Nichts zu exportieren</translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation>Das Audit-Log konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation>Einen Eintrag auswählen, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>(no detail)</source>
        <translation>(keine Details)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Audit-Log exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>The audit log was not exported</source>
        <translation>Das Audit-Log wurde nicht exportiert</translation>
    </message>
    <message>
        <source>%1: %2. Choose another place.</source>
        <translation>%1: %2. Bitte einen anderen Ort wählen.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries to %1</source>
        <translation>
            <numerusform>%Ln Eintrag nach %1 exportiert</numerusform>
            <numerusform>%Ln Einträge nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>aerie::pages::BuildDialog</name>
    <message>
        <source>Build a bundle from %1</source>
        <translation>Bundle aus %1 bauen</translation>
    </message>
    <message>
        <source>Takes the model, the self-test and the statistics as they are, and puts the edited configs beside them. The model is not run here: if the configs change what it gets, its self-test fails when the first worker loads it, and nothing is served.</source>
        <translation>Übernimmt Modell, Selbsttest und Statistiken unverändert und legt die bearbeiteten Konfigs daneben. Das Modell wird hier nicht ausgeführt: Ändern die Konfigs seine Eingaben, schlägt der Selbsttest beim Laden durch den ersten Worker fehl und nichts wird bereitgestellt.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Numbered by the registry</source>
        <translation>Von der Registry nummeriert</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Ed25519 private key (PEM)</source>
        <translation>Privater Ed25519-Schlüssel (PEM)</translation>
    </message>
    <message>
        <source>Bundle file</source>
        <translation>Bundle-Datei</translation>
    </message>
    <message>
        <source>Check it for registration afterwards</source>
        <translation>Danach für die Registrierung prüfen</translation>
    </message>
    <message>
        <source>Build bundle</source>
        <translation>Bundle bauen</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::Builder</name>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Abgedeckt</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Not covered, to %1: %2</source>
        <translation>Nicht abgedeckt, an %1: %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 an %2: %3</translation>
    </message>
    <message>
        <source>, intended %1</source>
        <translation>, geplant %1</translation>
    </message>
    <message>
        <source>, actual %1</source>
        <translation>, tatsächlich %1</translation>
    </message>
    <message>
        <source>, failed %1</source>
        <translation>, fehlgeschlagen %1</translation>
    </message>
    <message>
        <source>, none failed</source>
        <translation>, keine Fehler</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>, not deployed</source>
        <translation>, nicht deployt</translation>
    </message>
    <message>
        <source>, v%1</source>
        <extracomment>version of a model, after a rate</extracomment>
        <translation>, v%1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::CompareDialog</name>
    <message>
        <source>Both versions</source>
        <translation>Beide Versionen</translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation>Versionen von %1 vergleichen</translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation>Linke Version</translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation>Rechte Version</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Version %1 (%2)</source>
        <translation>Version %1 (%2)</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Vorheriger Unterschied (Shift+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Nächster Unterschied (F8)</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>Feature-Orte</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The versions were not loaded</source>
        <translation>Die Versionen wurden nicht geladen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Loading both versions</source>
        <translation>Beide Versionen werden geladen</translation>
    </message>
    <message>
        <source>%1 (same)</source>
        <translation>%1 (gleich)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ConfigDialog</name>
    <message>
        <source>Configs of %1</source>
        <translation>Konfigs von %1</translation>
    </message>
    <message>
        <source>A version never changes. What you edit here is checked as you type, and becomes files or a new bundle with a new signature.</source>
        <translation>Eine Version ändert sich nie. Was hier bearbeitet wird, wird bei der Eingabe geprüft und zu Dateien oder einem neuen Bundle mit neuer Signatur.</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>Feature-Orte</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>Graph der Features, Schritte und Modelleingaben</translation>
    </message>
    <message>
        <source>No step can be read yet</source>
        <translation>Noch kein Schritt lesbar</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Build Bundle...</source>
        <translation>Bundle bauen...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Discard Edits</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Export Files...</source>
        <translation>Dateien exportieren...</translation>
    </message>
    <message>
        <source>Write features.yaml and preprocessor.yaml, for aeriectl model pack</source>
        <translation>features.yaml und preprocessor.yaml für aeriectl model pack schreiben</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Kein Problem</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n Feature</numerusform>
            <numerusform>%n Features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model input(s)</source>
        <translation>
            <numerusform>%n Modelleingabe</numerusform>
            <numerusform>%n Modelleingaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to what the version has</source>
        <translation>Zurück zum Stand der Version</translation>
    </message>
    <message>
        <source>Nothing is edited yet</source>
        <translation>Noch nichts bearbeitet</translation>
    </message>
    <message>
        <source>Sign a copy of the bundle with these configs</source>
        <translation>Eine Kopie des Bundles mit diesen Konfigs signieren</translation>
    </message>
    <message>
        <source>Export both configs to a folder</source>
        <translation>Beide Konfigs in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Close without your edits?</source>
        <translation>Ohne die Bearbeitungen schließen?</translation>
    </message>
    <message>
        <source>They are neither in a file nor in a bundle yet, unless you wrote one.</source>
        <translation>Sie sind noch weder in einer Datei noch in einem Bundle, sofern keines geschrieben wurde.</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>Ohne Bearbeitungen schließen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeployDialog</name>
    <message>
        <source>Deploy a model version</source>
        <translation>Modellversion deployen</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Deployen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Version or stage</source>
        <translation>Version oder Stage</translation>
    </message>
    <message>
        <source>Worker endpoint</source>
        <translation>Worker-Endpoint</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>local (the control plane&apos;s machine)</source>
        <translation>local (der Rechner der Control Plane)</translation>
    </message>
    <message>
        <source>CPUs of a replica</source>
        <translation>CPUs eines Replikats</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>Whole CPUs: a fraction is rounded up</source>
        <translation>Ganze CPUs: Bruchteile werden aufgerundet</translation>
    </message>
    <message>
        <source>Memory of a replica in MiB</source>
        <translation>Speicher eines Replikats in MiB</translation>
    </message>
    <message>
        <source>A replica that uses more is ended and started anew</source>
        <translation>Ein Replikat, das mehr verbraucht, wird beendet und neu gestartet</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Sidecar (own process)</source>
        <translation>Sidecar (eigener Prozess)</translation>
    </message>
    <message>
        <source>Embedded (in the worker)</source>
        <translation>Eingebettet (im Worker)</translation>
    </message>
    <message>
        <source>OIP v2 server of yours</source>
        <translation>Eigener OIP-v2-Server</translation>
    </message>
    <message>
        <source>TensorFlow Serving of yours</source>
        <translation>Eigenes TensorFlow Serving</translation>
    </message>
    <message>
        <source>Rows of a worker request</source>
        <translation>Zeilen einer Worker-Anfrage</translation>
    </message>
    <message>
        <source>Default (128)</source>
        <translation>Standard (128)</translation>
    </message>
    <message>
        <source>Timeout in milliseconds</source>
        <translation>Timeout in Millisekunden</translation>
    </message>
    <message>
        <source>Default (1000)</source>
        <translation>Standard (1000)</translation>
    </message>
    <message>
        <source>Ask a second replica after milliseconds</source>
        <translation>Zweites Replikat anfragen nach Millisekunden</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>CPUs each</source>
        <translation>CPUs je Replikat</translation>
    </message>
    <message>
        <source>Memory each, MiB</source>
        <translation>Speicher je, MiB</translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation>Zeilen je Anfrage</translation>
    </message>
    <message>
        <source>Timeout, ms</source>
        <translation>Timeout, ms</translation>
    </message>
    <message>
        <source>Hedge after, ms</source>
        <translation>Hedge nach, ms</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Was angelegt wird</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Follow stage %1 (now version %2)</source>
        <translation>Stage %1 folgen (jetzt Version %2)</translation>
    </message>
    <message numerus="yes">
        <source>Nothing yet. Look at %n field(s) first.</source>
        <translation>
            <numerusform>Noch nichts. Zuerst %n Feld prüfen.</numerusform>
            <numerusform>Noch nichts. Zuerst %n Felder prüfen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>Deployments</translation>
    </message>
    <message>
        <source>Search deployments</source>
        <translation>Deployments suchen</translation>
    </message>
    <message>
        <source>Nothing is deployed</source>
        <translation>Nichts deployt</translation>
    </message>
    <message>
        <source>Deploy a registered model version to give it an endpoint.</source>
        <translation>Eine registrierte Modellversion deployen, um ihr einen Endpoint zu geben.</translation>
    </message>
    <message>
        <source>Deploy a version</source>
        <translation>Version deployen</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoints</translation>
    </message>
    <message>
        <source>Nothing can be deployed yet.</source>
        <translation>Noch kann nichts deployt werden.</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>Deployen...</translation>
    </message>
    <message>
        <source>Give a model version an endpoint</source>
        <translation>Einer Modellversion einen Endpoint geben</translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation>Skalieren...</translation>
    </message>
    <message>
        <source>Change the number of replicas</source>
        <translation>Die Anzahl der Replikate ändern</translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation>Neustart...</translation>
    </message>
    <message>
        <source>Replace all replicas one by one</source>
        <translation>Alle Replikate nacheinander ersetzen</translation>
    </message>
    <message>
        <source>Roll Back...</source>
        <translation>Zurückrollen...</translation>
    </message>
    <message>
        <source>Serve the version before again</source>
        <translation>Wieder die vorherige Version bereitstellen</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Löschen...</translation>
    </message>
    <message>
        <source>Drain and remove the endpoint</source>
        <translation>Endpoint leerlaufen lassen und entfernen</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Search replicas</source>
        <translation>Replikate suchen</translation>
    </message>
    <message>
        <source>No replica runs</source>
        <translation>Kein Replikat läuft</translation>
    </message>
    <message>
        <source>The control plane starts one as soon as it can.</source>
        <translation>Die Control Plane startet eines, sobald sie kann.</translation>
    </message>
    <message>
        <source>Select an endpoint first</source>
        <translation>Zuerst einen Endpoint auswählen</translation>
    </message>
    <message>
        <source>The model has no other version to go back to</source>
        <translation>Das Modell hat keine andere Version, zu der zurückgerollt werden kann</translation>
    </message>
    <message>
        <source>Register a model version first</source>
        <translation>Zuerst eine Modellversion registrieren</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) ready</source>
        <translation>
            <numerusform>%1 von %n Endpoint bereit</numerusform>
            <numerusform>%1 von %n Endpoints bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, nothing serves yet</source>
        <translation>%1, noch nichts aktiv</translation>
    </message>
    <message>
        <source>Serves %1@%2</source>
        <translation>Bedient %1@%2</translation>
    </message>
    <message>
        <source>follows stage %1</source>
        <translation>folgt Stage %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) ready</source>
        <translation>
            <numerusform>%1 von %n Replikat bereit</numerusform>
            <numerusform>%1 von %n Replikaten bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>before: version %1</source>
        <translation>davor: Version %1</translation>
    </message>
    <message>
        <source>last switch mixed versions for %1</source>
        <translation>letzter Wechsel mischte Versionen für %1</translation>
    </message>
    <message>
        <source>Began at %1</source>
        <translation>Begann um %1</translation>
    </message>
    <message>
        <source>Rollout of %1, took %2</source>
        <translation>Rollout von %1, dauerte %2</translation>
    </message>
    <message>
        <source>Rollout under way for %1</source>
        <translation>Rollout läuft seit %1</translation>
    </message>
    <message>
        <source>The rollout failed in step &quot;%1&quot;</source>
        <translation>Der Rollout ist in Schritt „%1“ fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1
Version %2 keeps serving.</source>
        <translation>%1
Version %2 bleibt aktiv.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>Replicas of %1</source>
        <translation>Replikate von %1</translation>
    </message>
    <message numerus="yes">
        <source>Restart %n replica(s)?</source>
        <translation>
            <numerusform>%n Replikat neu starten?</numerusform>
            <numerusform>%n Replikate neu starten?</numerusform>
        </translation>
    </message>
    <message>
        <source>New replicas take over before the old ones drain; no request is lost.</source>
        <translation>Neue Replikate übernehmen, bevor die alten leerlaufen; keine Anfrage geht verloren.</translation>
    </message>
    <message>
        <source>Restart endpoint</source>
        <translation>Endpoint neu starten</translation>
    </message>
    <message>
        <source>Delete endpoint %1?</source>
        <translation>Endpoint %1 löschen?</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>Endpoint löschen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n replica(s)</source>
        <translation>
            <numerusform>%1, %n Replikat</numerusform>
            <numerusform>%1, %n Replikate</numerusform>
        </translation>
    </message>
    <message>
        <source>They drain and stop. Nothing routes to this endpoint.</source>
        <translation>Sie laufen leer und stoppen. Nichts routet zu diesem Endpoint.</translation>
    </message>
    <message>
        <source>These send items to it. Change their routing first, or the control plane will refuse.</source>
        <translation>Diese senden Items dorthin. Zuerst deren Routing ändern, sonst lehnt die Control Plane ab.</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>läuft %1</translation>
    </message>
    <message>
        <source>The rollout is tried again</source>
        <translation>Der Rollout wird erneut versucht</translation>
    </message>
    <message>
        <source>No version has become ready yet</source>
        <translation>Noch ist keine Version bereit</translation>
    </message>
    <message>
        <source>Replicas are missing</source>
        <translation>Es fehlen Replikate</translation>
    </message>
    <message>
        <source>Replicas crashed and are started again</source>
        <translation>Replikate sind abgestürzt und starten neu</translation>
    </message>
    <message>
        <source>It is being deleted</source>
        <translation>Es wird gelöscht</translation>
    </message>
    <message>
        <source>These send items to it; change their routing first: %1</source>
        <translation>Diese senden Items dorthin; zuerst deren Routing ändern: %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentDialog</name>
    <message>
        <source>New Experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Edit Experiment</source>
        <translation>Experiment bearbeiten</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>It splits keys between arms. Traffic follows when it runs and a routing config names it.</source>
        <translation>Es teilt Keys auf Arme auf. Traffic folgt, wenn es läuft und eine Routing-Konfig es nennt.</translation>
    </message>
    <message>
        <source>The change is staged with a preview of the keys that move; nothing is live before you apply it.</source>
        <translation>Die Änderung wird mit einer Vorschau der wechselnden Keys vorgemerkt; vor dem Anwenden ist nichts live.</translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation>Sofort starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create experiment</source>
        <translation>Experiment anlegen</translation>
    </message>
    <message>
        <source>Stage the change</source>
        <translation>Änderung vormerken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Experiments of one layer never share a key</source>
        <translation>Experimente eines Layers teilen sich nie einen Key</translation>
    </message>
    <message>
        <source>a layer of its own</source>
        <translation>ein eigener Layer</translation>
    </message>
    <message>
        <source>Share of the layer in percent</source>
        <translation>Anteil am Layer in Prozent</translation>
    </message>
    <message>
        <source>The part of the layer&apos;s keys that it takes</source>
        <translation>Der Teil der Layer-Keys, den es belegt</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>Abdeckung in Prozent</translation>
    </message>
    <message>
        <source>Share of its keys that take part; the others go to the default endpoint</source>
        <translation>Anteil der teilnehmenden Keys; die übrigen gehen an den Standard-Endpoint</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <source>Of the hash that chooses the arm; another seed shuffles the keys anew</source>
        <translation>Für den Hash, der den Arm wählt; ein anderer Seed mischt die Keys neu</translation>
    </message>
    <message>
        <source>Share of the layer</source>
        <translation>Anteil am Layer</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation>Gleich verteilen</translation>
    </message>
    <message>
        <source>Add arm</source>
        <translation>Neuer Arm</translation>
    </message>
    <message>
        <source>Name of arm %1</source>
        <translation>Name von Arm %1</translation>
    </message>
    <message>
        <source>Share of arm %1 in percent</source>
        <translation>Anteil von Arm %1 in Prozent</translation>
    </message>
    <message>
        <source>The others share the rest as they did</source>
        <translation>Die anderen teilen sich den Rest wie zuvor</translation>
    </message>
    <message>
        <source>Remove arm %1</source>
        <translation>Arm %1 entfernen</translation>
    </message>
    <message>
        <source>%1 of this layer is free</source>
        <translation>%1 dieses Layers sind frei</translation>
    </message>
    <message>
        <source>It assigns keys at once; traffic changes where a routing config names it.</source>
        <translation>Es weist Keys sofort zu; Traffic ändert sich dort, wo eine Routing-Konfig es nennt.</translation>
    </message>
    <message>
        <source>As a draft it holds its share of the layer and assigns nothing.</source>
        <translation>Als Entwurf hält es seinen Anteil am Layer und weist nichts zu.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentsPage</name>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Next Ramp Step</source>
        <translation>Nächste Stufe</translation>
    </message>
    <message>
        <source>Stage the next step of coverage: 5, 20, 50, 100 %</source>
        <translation>Die nächste Abdeckungsstufe vormerken: 5, 20, 50, 100 %</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Bearbeiten...</translation>
    </message>
    <message>
        <source>Other weights or another coverage, staged</source>
        <translation>Andere Gewichte oder andere Abdeckung, vorgemerkt</translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation>Stoppen...</translation>
    </message>
    <message>
        <source>End the experiment for good</source>
        <translation>Das Experiment endgültig beenden</translation>
    </message>
    <message>
        <source>Start...</source>
        <translation>Starten...</translation>
    </message>
    <message>
        <source>Let it assign keys</source>
        <translation>Keys zuweisen lassen</translation>
    </message>
    <message>
        <source>New Experiment...</source>
        <translation>Neues Experiment...</translation>
    </message>
    <message>
        <source>Arms, layer and coverage of a new experiment</source>
        <translation>Arme, Layer und Abdeckung eines neuen Experiments</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Experimente suchen</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>Noch kein Experiment</translation>
    </message>
    <message>
        <source>An experiment splits traffic between the endpoints of a use case.</source>
        <translation>Ein Experiment verteilt Traffic auf die Endpoints eines Use Case.</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Neues Experiment</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <source>Outcome metric</source>
        <translation>Ergebnismetrik</translation>
    </message>
    <message>
        <source>The outcome that the arms are compared by</source>
        <translation>Das Ergebnis, an dem die Arme verglichen werden</translation>
    </message>
    <message>
        <source>Arms and their results</source>
        <translation>Arme und ihre Ergebnisse</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stage a coverage of %1</source>
        <translation>Abdeckung von %1 vormerken</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>Eine Änderung läuft</translation>
    </message>
    <message>
        <source>Compare two versions on live traffic: create an experiment, then name it in a routing config.</source>
        <translation>Zwei Versionen mit Live-Traffic vergleichen: ein Experiment anlegen und in einer Routing-Konfig nennen.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>nicht geroutet</translation>
    </message>
    <message>
        <source>use case %1</source>
        <translation>Use Case %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Layer %1</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>Abdeckung %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Whether the keys fell to the arms as the weights say; below p = 0.001 the results are not to be trusted. %1</source>
        <translation>Ob die Keys gemäß den Gewichten auf die Arme fielen; unter p = 0,001 ist den Ergebnissen nicht zu trauen. %1</translation>
    </message>
    <message>
        <source>%1, not routed</source>
        <translation>%1, nicht geroutet</translation>
    </message>
    <message>
        <source>%1, served by %2</source>
        <translation>%1, bedient von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed item(s)</source>
        <translation>
            <numerusform>%Ln fehlgeschlagenes Item</numerusform>
            <numerusform>%Ln fehlgeschlagene Items</numerusform>
        </translation>
    </message>
    <message>
        <source>No outcome was reported yet</source>
        <translation>Noch kein Ergebnis gemeldet</translation>
    </message>
    <message>
        <source>%1 of %2 item(s)</source>
        <translation>%1 von %2 Items</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message>
        <source>%1, 95 % interval; p %2: %3</source>
        <translation>%1, 95-%-Intervall; p %2: %3</translation>
    </message>
    <message>
        <source>the arms differ</source>
        <translation>die Arme unterscheiden sich</translation>
    </message>
    <message>
        <source>no difference is shown so far</source>
        <translation>bisher kein Unterschied erkennbar</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>noch kein Ergebnis</translation>
    </message>
    <message>
        <source>too few outcomes</source>
        <translation>zu wenige Ergebnisse</translation>
    </message>
    <message>
        <source>Everything is covered already</source>
        <translation>Alles ist bereits abgedeckt</translation>
    </message>
    <message>
        <source>%1 of its keys take part now. A step is staged first; the map shows whom it moves.</source>
        <translation>%1 der Keys nehmen jetzt teil. Eine Stufe wird zuerst vorgemerkt; die Karte zeigt, wer wechselt.</translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation>%1 starten?</translation>
    </message>
    <message>
        <source>Start experiment</source>
        <translation>Experiment starten</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 stoppen?</translation>
    </message>
    <message>
        <source>Stop experiment</source>
        <translation>Experiment stoppen</translation>
    </message>
    <message>
        <source>Intended / actual</source>
        <translation>Soll / Ist</translation>
    </message>
    <message>
        <source>p50 / p99</source>
        <translation>p50 / p99</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Intended %1, actual %2</source>
        <translation>Soll %1, Ist %2</translation>
    </message>
    <message>
        <source>Of %1, over the last 15 minutes</source>
        <translation>Von %1, in den letzten 15 Minuten</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>die Referenz</translation>
    </message>
    <message>
        <source>%1 of the keys move</source>
        <translation>%1 der Keys wechseln</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 kommen hinzu</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 scheiden aus</translation>
    </message>
    <message>
        <source>Staged: coverage %1 to %2; %3.</source>
        <translation>Vorgemerkt: Abdeckung %1 auf %2; %3.</translation>
    </message>
    <message>
        <source>nobody moves</source>
        <translation>niemand wechselt</translation>
    </message>
    <message>
        <source>Difference over time</source>
        <translation>Unterschied über die Zeit</translation>
    </message>
    <message>
        <source>It begins with the first outcomes of both arms.</source>
        <translation>Er beginnt mit den ersten Ergebnissen beider Arme.</translation>
    </message>
    <message>
        <source>%1, to the first arm, 95 % interval</source>
        <translation>%1, zum ersten Arm, 95-%-Intervall</translation>
    </message>
    <message>
        <source>Against the first arm</source>
        <translation>Gegen den ersten Arm</translation>
    </message>
</context>
<context>
    <name>aerie::pages::FaultRow</name>
    <message>
        <source>Strike</source>
        <translation>Auslösen</translation>
    </message>
    <message>
        <source>Strike: %1</source>
        <translation>Auslösen: %1</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Siehe %1</translation>
    </message>
    <message>
        <source>See the effect of &quot;%1&quot; on %2</source>
        <translation>Wirkung von „%1“ auf %2 ansehen</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time: what was seen</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Host that is shown</source>
        <translation>Angezeigter Host</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Ask for the hosts now</source>
        <translation>Die Hosts jetzt abfragen</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU belegt</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Speicher belegt</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>Disk belegt</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Processes of Aerie</source>
        <translation>Aerie-Prozesse</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Search processes</source>
        <translation>Prozesse suchen</translation>
    </message>
    <message>
        <source>No process of Aerie runs here</source>
        <translation>Hier läuft kein Aerie-Prozess</translation>
    </message>
    <message>
        <source>Workers appear when something is deployed to this host.</source>
        <translation>Worker erscheinen, wenn auf diesem Host etwas deployt wird.</translation>
    </message>
    <message>
        <source>The hosts could not be read</source>
        <translation>Die Hosts konnten nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation>
            <numerusform>von %n Kern</numerusform>
            <numerusform>von %n Kernen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>runnable, mean of a minute</source>
        <translation>lauffähig, 1-min-Mittel</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs %n program(s) of Aerie</source>
        <translation>
            <numerusform>%1 führt %n Aerie-Programm aus</numerusform>
            <numerusform>%1 führt %n Aerie-Programme aus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::InspectorPanel</name>
    <message>
        <source>Keys to inspect</source>
        <translation>Zu prüfende Keys</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>All steps of all keys, with a header line</source>
        <translation>Alle Schritte aller Keys, mit Kopfzeile</translation>
    </message>
    <message>
        <source>Inspected keys</source>
        <translation>Geprüfte Keys</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Keys durchsuchen</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Noch kein Key</translation>
    </message>
    <message>
        <source>Type or paste keys on the left: one in each line.</source>
        <translation>Links Keys eingeben oder einfügen: einen je Zeile.</translation>
    </message>
    <message>
        <source>f1
f2</source>
        <translation>f1
f2</translation>
    </message>
    <message>
        <source>Layer %1: bucket %2</source>
        <translation>Layer %1: Bucket %2</translation>
    </message>
    <message>
        <source>fnv1a(&quot;%1&quot;) = %2, fnv1a of that = %3, mod 10,000 = bucket %4; layer bucket %5</source>
        <extracomment>the steps of the hash: %1 what is hashed, %2 and %3 numbers, %4 and %5 buckets</extracomment>
        <translation>fnv1a(&quot;%1&quot;) = %2, fnv1a davon = %3, mod 10.000 = Bucket %4; Layer-Bucket %5</translation>
    </message>
</context>
<context>
    <name>aerie::pages::KeyEditor</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>Befehle oder Tasten suchen</translation>
    </message>
    <message>
        <source>No command</source>
        <translation>Kein Befehl</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>Einen Befehl auswählen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>Neue Tasten: bitte drücken</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>%1 runs &quot;%2&quot; already: choose other keys, or take them from that command first.</source>
        <translation>%1 führt bereits „%2“ aus: andere Tasten wählen oder sie zuerst jenem Befehl entziehen.</translation>
    </message>
    <message>
        <source>every page</source>
        <translation>alle Seiten</translation>
    </message>
</context>
<context>
    <name>aerie::pages::MonitoringPage</name>
    <message>
        <source>Monitoring</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Pause or Go Live</source>
        <translation>Anhalten oder Live</translation>
    </message>
    <message>
        <source>Hold the charts still, or follow the clock again</source>
        <translation>Die Diagramme anhalten oder wieder der Uhr folgen</translation>
    </message>
    <message>
        <source>Show All Endpoints</source>
        <translation>Alle Endpoints zeigen</translation>
    </message>
    <message>
        <source>Clear the filters of the charts</source>
        <translation>Die Filter der Diagramme löschen</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Use Case</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>What a line stands for</source>
        <translation>Wofür eine Linie steht</translation>
    </message>
    <message>
        <source>One line per endpoint</source>
        <translation>Eine Linie je Endpoint</translation>
    </message>
    <message>
        <source>One line per replica</source>
        <translation>Eine Linie je Replikat</translation>
    </message>
    <message>
        <source>All in one line</source>
        <translation>Alles in einer Linie</translation>
    </message>
    <message>
        <source>Shown lines</source>
        <translation>Angezeigte Linien</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Scores by arm</source>
        <translation>Scores je Arm</translation>
    </message>
    <message>
        <source>All use cases</source>
        <translation>Alle Use Cases</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Alle Endpoints</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>Alle Replikate</translation>
    </message>
    <message>
        <source>Choose an endpoint first</source>
        <translation>Zuerst einen Endpoint wählen</translation>
    </message>
    <message numerus="yes">
        <source>%n more; choose one to see it</source>
        <translation>
            <numerusform>%n weiterer; zum Ansehen auswählen</numerusform>
            <numerusform>%n weitere; zum Ansehen einen auswählen</numerusform>
        </translation>
    </message>
    <message>
        <source>No scores in this time</source>
        <translation>Keine Scores in dieser Zeit</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>The history is on its way.</source>
        <translation>Der Verlauf wird geladen.</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>Der Verlauf kam nicht an</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>The control plane measures its proxies and workers every few seconds. Deploy a version and send it traffic.</source>
        <translation>Die Control Plane misst ihre Proxys und Worker alle paar Sekunden. Eine Version deployen und ihr Traffic senden.</translation>
    </message>
    <message>
        <source>Go to deployments</source>
        <translation>Zu den Deployments</translation>
    </message>
    <message>
        <source>Nothing of this was measured in this time</source>
        <translation>In dieser Zeit wurde hiervon nichts gemessen</translation>
    </message>
    <message>
        <source>Other endpoints, or another time, may have data.</source>
        <translation>Andere Endpoints oder eine andere Zeit können Daten haben.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Put the cursor into the list of alerts</source>
        <translation>Den Cursor in die Alarmliste setzen</translation>
    </message>
    <message>
        <source>Go to the Topology</source>
        <translation>Zur Topologie</translation>
    </message>
    <message>
        <source>Walk over it with the arrow keys; Enter opens what is chosen</source>
        <translation>Mit den Pfeiltasten bewegen; Enter öffnet die Auswahl</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Items answered per second; opens Monitoring</source>
        <translation>Beantwortete Items pro Sekunde; öffnet Monitoring</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>99 of 100 requests are answered faster; of the slowest use case. Opens Monitoring</source>
        <translation>99 von 100 Anfragen werden schneller beantwortet; des langsamsten Use Case. Öffnet Monitoring</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Item-Fehler</translation>
    </message>
    <message>
        <source>Share of the last seconds; opens Monitoring</source>
        <translation>Anteil der letzten Sekunden; öffnet Monitoring</translation>
    </message>
    <message>
        <source>Workers ready</source>
        <translation>Worker bereit</translation>
    </message>
    <message>
        <source>Ready replicas of those wanted; opens Deployments</source>
        <translation>Bereite von gewünschten Replikaten; öffnet Deployments</translation>
    </message>
    <message>
        <source>Alerts and unhealthy parts; goes to the list</source>
        <translation>Alarme und gestörte Teile; springt zur Liste</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>width: items per second, colour and sign: health</source>
        <translation>Breite: Items pro Sekunde, Farbe und Zeichen: Zustand</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Letzte Änderungen</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch keine Änderungen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>The first state of the system is on its way.</source>
        <translation>Der erste Systemzustand wird geladen.</translation>
    </message>
    <message>
        <source>Nothing is here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>Register a model, deploy one of its versions, and route a use case to it: then this page shows how they are.</source>
        <translation>Ein Modell registrieren, eine seiner Versionen deployen und einen Use Case dorthin routen: Dann zeigt diese Seite deren Zustand.</translation>
    </message>
    <message>
        <source>Go to the registry</source>
        <translation>Zur Registry</translation>
    </message>
    <message>
        <source>Alerts and history are not up to date</source>
        <translation>Alarme und Verlauf sind nicht aktuell</translation>
    </message>
    <message>
        <source>steady over 15 min</source>
        <translation>stabil über 15 min</translation>
    </message>
    <message>
        <source>%1 % in 15 min</source>
        <translation>%1 % in 15 min</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Proxys</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoints</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>Feature Store</translation>
    </message>
    <message>
        <source>Go to Alerts</source>
        <translation>Zu den Alarmen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alerts, by urgency</source>
        <translation>Alarme nach Dringlichkeit</translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>Kein Alarm</translation>
    </message>
    <message>
        <source>Nothing fires and every part is healthy.</source>
        <translation>Kein Alarm ist aktiv und jeder Teil ist gesund.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ProfileDialog</name>
    <message>
        <source>Add a control plane</source>
        <translation>Control Plane hinzufügen</translation>
    </message>
    <message>
        <source>Edit &quot;%1&quot;</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Berlin production</source>
        <translation>Berlin Produktion</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>ml.example.org:7700 or unix:/path</source>
        <translation>ml.example.org:7700 oder unix:/path</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Local or test</source>
        <translation>Lokal oder Test</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production: asks before every change</source>
        <translation>Produktion: fragt vor jeder Änderung</translation>
    </message>
    <message>
        <source>Colour of the strip</source>
        <translation>Farbe des Streifens</translation>
    </message>
    <message>
        <source>That of its kind</source>
        <translation>Wie die Art</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <source>PEM file; needed for other machines</source>
        <translation>PEM-Datei; für andere Rechner nötig</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Eigenes Zertifikat</translation>
    </message>
    <message>
        <source>PEM file; for mutual TLS</source>
        <translation>PEM-Datei; für gegenseitiges TLS</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>Eigener Schlüssel</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM-Datei</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>Token-Datei</translation>
    </message>
    <message>
        <source>one line, readable by you only (0600)</source>
        <translation>eine Zeile, nur selbst lesbar (0600)</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <extracomment>%1 is what the file holds, such as &quot;Own key&quot;</extracomment>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>Trainings-Daemon</translation>
    </message>
    <message>
        <source>As the control plane says</source>
        <translation>Wie die Control Plane sagt</translation>
    </message>
    <message>
        <source>host:port or unix:/path; only where it is reached another way than the control plane says</source>
        <translation>Host:Port oder unix:/Pfad; nur, wenn er anders erreicht wird, als die Control Plane sagt</translation>
    </message>
</context>
<context>
    <name>aerie::pages::PromoteDialog</name>
    <message>
        <source>Promote</source>
        <translation>Hochstufen</translation>
    </message>
    <message>
        <source>Promote %1@%2</source>
        <translation>%1@%2 hochstufen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is %1 already.</source>
        <translation>Es ist bereits %1.</translation>
    </message>
    <message>
        <source>%1 moves from version %2 to version %3.</source>
        <translation>%1 wechselt von Version %2 zu Version %3.</translation>
    </message>
    <message>
        <source>No deployment follows this stage, so nothing is relaunched.</source>
        <translation>Kein Deployment folgt dieser Stage, daher wird nichts neu gestartet.</translation>
    </message>
    <message>
        <source>Relaunched without losing a request: %1.</source>
        <translation>Neu gestartet ohne Anfrageverlust: %1.</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>Auf %1 hochstufen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegisterDialog</name>
    <message>
        <source>Register bundles</source>
        <translation>Bundles registrieren</translation>
    </message>
    <message>
        <source>Every file is checked here before it is sent. The registry checks it again, and that it trusts the signer.</source>
        <translation>Jede Datei wird hier vor dem Senden geprüft. Die Registry prüft sie erneut und auch, ob sie dem Signierenden vertraut.</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Bundles</translation>
    </message>
    <message>
        <source>Drop .aerie files here, or add them with the button below.</source>
        <translation>.aerie-Dateien hier ablegen oder mit der Schaltfläche unten hinzufügen.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add Files...</source>
        <translation>Dateien hinzufügen...</translation>
    </message>
    <message>
        <source>Drop to check</source>
        <translation>Zum Prüfen ablegen</translation>
    </message>
    <message>
        <source>Add bundles</source>
        <translation>Bundles hinzufügen</translation>
    </message>
    <message>
        <source>Aerie bundles (*.aerie);;All files (*)</source>
        <translation>Aerie-Bundles (*.aerie);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation>
            <numerusform>%n in Prüfung</numerusform>
            <numerusform>%n in Prüfung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n wird gesendet</numerusform>
            <numerusform>%n werden gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>%n mit Problem</numerusform>
            <numerusform>%n mit Problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n bundle(s)</source>
        <translation>
            <numerusform>%n Bundle registrieren</numerusform>
            <numerusform>%n Bundles registrieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what has passed its checks (Return)</source>
        <translation>Senden, was die Prüfungen bestanden hat (Return)</translation>
    </message>
    <message>
        <source>No file has passed its checks</source>
        <translation>Keine Datei hat die Prüfungen bestanden</translation>
    </message>
    <message>
        <source>What is being sent goes on (Esc)</source>
        <translation>Laufende Übertragungen gehen weiter (Esc)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistrationRow</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>Take the file out of the list</source>
        <translation>Die Datei aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>%1, numbered by the registry</source>
        <translation>%1, von der Registry nummeriert</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>signiert von %1</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>noun: the file</comment>
        <translation>Archiv</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistryPage</name>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <source>Drop to check and register</source>
        <translation>Zum Prüfen und Registrieren ablegen</translation>
    </message>
    <message>
        <source>Register...</source>
        <translation>Registrieren...</translation>
    </message>
    <message>
        <source>Upload a bundle as a new model version</source>
        <translation>Ein Bundle als neue Modellversion hochladen</translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation>Hochstufen...</translation>
    </message>
    <message>
        <source>Move a stage to the selected version</source>
        <translation>Eine Stage auf die ausgewählte Version setzen</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>Vergleichen...</translation>
    </message>
    <message>
        <source>Two versions side by side: metrics, self-test, configs</source>
        <translation>Zwei Versionen nebeneinander: Metriken, Selbsttest, Konfigs</translation>
    </message>
    <message>
        <source>Edit Configs...</source>
        <translation>Konfigs bearbeiten...</translation>
    </message>
    <message>
        <source>Feature locations and preprocessing, with their graph</source>
        <translation>Feature-Orte und Vorverarbeitung mit ihrem Graphen</translation>
    </message>
    <message>
        <source>Copy Digest</source>
        <translation>Digest kopieren</translation>
    </message>
    <message>
        <source>Put the digest of the selected version on the clipboard</source>
        <translation>Den Digest der ausgewählten Version in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Download...</source>
        <translation>Herunterladen...</translation>
    </message>
    <message>
        <source>Save the selected version&apos;s bundle</source>
        <translation>Das Bundle der ausgewählten Version speichern</translation>
    </message>
    <message>
        <source>Archive...</source>
        <translation>Archivieren...</translation>
    </message>
    <message>
        <source>Take the selected version out of use, or back</source>
        <translation>Die ausgewählte Version außer Betrieb nehmen oder zurückholen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Register a bundle: drop a .aerie file here or choose one.</source>
        <translation>Ein Bundle registrieren: eine .aerie-Datei hier ablegen oder wählen.</translation>
    </message>
    <message>
        <source>Register a bundle</source>
        <translation>Bundle registrieren</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Search versions</source>
        <translation>Versionen suchen</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>Keine Version</translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation>Links ein Modell auswählen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n Version</numerusform>
            <numerusform>%n Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a version first</source>
        <translation>Zuerst eine Version auswählen</translation>
    </message>
    <message>
        <source>An archived version cannot be promoted; restore it first</source>
        <translation>Eine archivierte Version kann nicht hochgestuft werden; zuerst wiederherstellen</translation>
    </message>
    <message>
        <source>The configs are being loaded</source>
        <translation>Die Konfigs werden geladen</translation>
    </message>
    <message>
        <source>The model has one version only</source>
        <translation>Das Modell hat nur eine Version</translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation>Zuerst ein Modell auswählen</translation>
    </message>
    <message>
        <source>A version that holds a stage cannot be archived; promote another one first</source>
        <translation>Eine Version mit Stage kann nicht archiviert werden; zuerst eine andere hochstufen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Aerie bundles (*%1)</source>
        <translation>Aerie-Bundles (*%1)</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
    <message>
        <source>Digest of %1 copied</source>
        <translation>Digest von %1 kopiert</translation>
    </message>
    <message>
        <source>Archive this version?</source>
        <translation>Diese Version archivieren?</translation>
    </message>
    <message>
        <source>It cannot be deployed or promoted any more. It stays in the registry and can be restored.</source>
        <translation>Sie kann nicht mehr deployt oder hochgestuft werden. Sie bleibt in der Registry und kann wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Archive version</source>
        <translation>Version archivieren</translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation>Bundle speichern</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>Deployen...</translation>
    </message>
    <message>
        <source>Give the selected version an endpoint</source>
        <translation>Der ausgewählten Version einen Endpoint geben</translation>
    </message>
    <message>
        <source>More actions of the version</source>
        <translation>Weitere Aktionen der Version</translation>
    </message>
    <message>
        <source>An archived version cannot be deployed; restore it first</source>
        <translation>Eine archivierte Version kann nicht deployt werden; zuerst wiederherstellen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RollbackDialog</name>
    <message>
        <source>Roll back %1</source>
        <translation>%1 zurückrollen</translation>
    </message>
    <message>
        <source>Version to go back to</source>
        <translation>Version, zu der zurückgerollt wird</translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation>Zurück zu</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Version %1 serves.</source>
        <translation>Version %1 ist aktiv.</translation>
    </message>
    <message>
        <source>Version %1 starts, takes the traffic when it is ready, and version %2 drains. No request is lost.</source>
        <translation>Version %1 startet, übernimmt den Traffic, sobald sie bereit ist, und Version %2 läuft leer. Keine Anfrage geht verloren.</translation>
    </message>
    <message>
        <source>The stage %1 moves to version %2, too, and every deployment that follows it.</source>
        <translation>Auch die Stage %1 wechselt zu Version %2, ebenso jedes Deployment, das ihr folgt.</translation>
    </message>
    <message>
        <source>Served with it: %1.</source>
        <translation>Damit bedient: %1.</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>Auf Version %1 zurückrollen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RouteDialog</name>
    <message>
        <source>Route a Use Case</source>
        <translation>Use Case routen</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>Use Case routen</translation>
    </message>
    <message>
        <source>Applications ask for the use case by its name. All of its items go to this endpoint until you add experiments.</source>
        <translation>Anwendungen fragen den Use Case mit seinem Namen an. Alle seine Items gehen an diesen Endpoint, bis Experimente hinzukommen.</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Use Case</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>Standard-Endpoint</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Route use case</source>
        <translation>Use Case routen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingConfigForm</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>Standard-Endpoint</translation>
    </message>
    <message>
        <source>Serves the items that no experiment takes</source>
        <translation>Bedient die Items, die kein Experiment übernimmt</translation>
    </message>
    <message>
        <source>When a worker fails</source>
        <translation>Bei Worker-Ausfall</translation>
    </message>
    <message>
        <source>fail its rows</source>
        <translation>Zeilen als Fehler</translation>
    </message>
    <message>
        <source>An item goes to the first experiment that takes it</source>
        <translation>Ein Item geht an das erste Experiment, das es übernimmt</translation>
    </message>
    <message>
        <source>Splitting key of %1</source>
        <translation>Split-Key von %1</translation>
    </message>
    <message>
        <source>The column whose value is hashed</source>
        <translation>Die Spalte, deren Wert gehasht wird</translation>
    </message>
    <message>
        <source>Splitting key</source>
        <translation>Split-Key</translation>
    </message>
    <message>
        <source>Endpoint of arm %1 of %2</source>
        <translation>Endpoint von Arm %1 von %2</translation>
    </message>
    <message>
        <source>Shadow endpoint</source>
        <translation>Shadow-Endpoint</translation>
    </message>
    <message>
        <source>Sample in percent</source>
        <translation>Stichprobe in Prozent</translation>
    </message>
    <message>
        <source>Share of the requests that are copied to it; its answers are thrown away</source>
        <translation>Anteil der Anfragen, die dorthin kopiert werden; die Antworten werden verworfen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>the shadow</source>
        <translation>der Shadow</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Experiment to add</source>
        <translation>Hinzuzufügendes Experiment</translation>
    </message>
    <message>
        <source>Add experiment</source>
        <translation>Experiment hinzufügen</translation>
    </message>
    <message>
        <source>Route the chosen experiment; all its arms begin at the default endpoint</source>
        <translation>Das gewählte Experiment routen; alle Arme beginnen beim Standard-Endpoint</translation>
    </message>
    <message>
        <source>Every experiment is routed here already; create one on the Experiments page</source>
        <translation>Jedes Experiment ist hier bereits geroutet; ein neues auf der Seite Experimente anlegen</translation>
    </message>
    <message>
        <source>Add shadow</source>
        <translation>Shadow hinzufügen</translation>
    </message>
    <message>
        <source>Copy a share of the requests to another endpoint, without using its answers</source>
        <translation>Einen Teil der Anfragen an einen anderen Endpoint kopieren, ohne seine Antworten zu nutzen</translation>
    </message>
    <message>
        <source>use the default endpoint</source>
        <translation>Standard-Endpoint nutzen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) copied as CSV.</source>
        <translation>
            <numerusform>%n Key als CSV kopiert.</numerusform>
            <numerusform>%n Keys als CSV kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage This Revision</source>
        <translation>Revision vormerken</translation>
    </message>
    <message>
        <source>Stage the config of the chosen revision; it becomes live when you apply it</source>
        <translation>Die Konfig der gewählten Revision vormerken; sie wird beim Anwenden live</translation>
    </message>
    <message>
        <source>Inspect Keys</source>
        <translation>Keys prüfen</translation>
    </message>
    <message>
        <source>Type or paste keys to see where they go and why</source>
        <translation>Keys eingeben oder einfügen, um zu sehen, wohin sie gehen und warum</translation>
    </message>
    <message>
        <source>Edit the Config</source>
        <translation>Konfig bearbeiten</translation>
    </message>
    <message>
        <source>Default endpoint, arms, shadows, worker failure</source>
        <translation>Standard-Endpoint, Arme, Shadows, Worker-Ausfall</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Use Case</translation>
    </message>
    <message>
        <source>The use case that is shown</source>
        <translation>Der angezeigte Use Case</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Nicht abgedeckt</translation>
    </message>
    <message>
        <source>Items that no experiment took; they go to the default endpoint</source>
        <translation>Items, die kein Experiment übernahm; sie gehen an den Standard-Endpoint</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Item-Fehler</translation>
    </message>
    <message>
        <source>Live flow</source>
        <translation>Live-Fluss</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfig</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Shares of the arms</source>
        <translation>Anteile der Arme</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>Kein Verlauf</translation>
    </message>
    <message>
        <source>Applied configs are listed here.</source>
        <translation>Angewendete Konfigs werden hier aufgelistet.</translation>
    </message>
    <message>
        <source>The config is being checked</source>
        <translation>Die Konfig wird geprüft</translation>
    </message>
    <message>
        <source>The config is refused: %1</source>
        <translation>Die Konfig wird abgelehnt: %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No use case is routed</source>
        <translation>Kein Use Case ist geroutet</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 Anfragen/s</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 without key</source>
        <translation>%1 ohne Key</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>kein Experiment</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>Der Verlauf kam nicht an</translation>
    </message>
    <message>
        <source>This revision runs</source>
        <translation>Diese Revision ist aktiv</translation>
    </message>
    <message>
        <source>Choose a revision of the history</source>
        <translation>Eine Revision aus dem Verlauf wählen</translation>
    </message>
    <message>
        <source>Revision %1 is staged; nothing is live before you apply it.</source>
        <translation>Revision %1 ist vorgemerkt; vor dem Anwenden ist nichts live.</translation>
    </message>
    <message>
        <source>Revision %1 is what runs; there is nothing to stage.</source>
        <translation>Revision %1 ist bereits aktiv; nichts vorzumerken.</translation>
    </message>
    <message>
        <source>Route a Use Case...</source>
        <translation>Use Case routen...</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case that has no routing yet</source>
        <translation>Festlegen, welcher Endpoint einen noch nicht gerouteten Use Case bedient</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case; experiments come later.</source>
        <translation>Festlegen, welcher Endpoint einen Use Case bedient; Experimente folgen später.</translation>
    </message>
    <message>
        <source>Routing sends a use case&apos;s items to endpoints. Deploy a model first, on the Deployments page.</source>
        <translation>Routing sendet die Items eines Use Case an Endpoints. Zuerst auf der Seite Deployments ein Modell deployen.</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>Use Case routen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Every change counts at once</source>
        <translation>Jede Änderung gilt sofort</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Kontexte</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Reduce motion: nothing slides or spins</source>
        <translation>Weniger Bewegung: nichts gleitet oder dreht sich</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>Ask before ordinary changes, such as a restart</source>
        <translation>Vor gewöhnlichen Änderungen fragen, etwa einem Neustart</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>What destroys something, and every change in production, is asked always.</source>
        <translation>Vor dem Zerstören und vor jeder Änderung in Produktion wird immer gefragt.</translation>
    </message>
    <message>
        <source>Start the local simulation with the window</source>
        <translation>Die lokale Simulation mit dem Fenster starten</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Lines that the log keeps</source>
        <translation>Zeilen, die das Log behält</translation>
    </message>
    <message>
        <source>Lines in the log</source>
        <translation>Zeilen im Log</translation>
    </message>
    <message>
        <source>What this desktop can show and control</source>
        <translation>Was diese Anwendung zeigen und steuern kann</translation>
    </message>
    <message>
        <source>Add a control plane...</source>
        <translation>Control Plane hinzufügen...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Bearbeiten...</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Entfernen...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Tokens are read from files that only you can read, and are never shown or stored. Removing a context forgets how to reach it; nothing happens to the control plane.</source>
        <translation>Tokens werden aus Dateien gelesen, die nur der eigene Benutzer lesen kann, und nie angezeigt oder gespeichert. Das Entfernen eines Kontexts vergisst nur den Zugang; an der Control Plane ändert sich nichts.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1 (offen)</translation>
    </message>
    <message>
        <source>Remove the context &quot;%1&quot;?</source>
        <translation>Den Kontext „%1“ entfernen?</translation>
    </message>
    <message>
        <source>This desktop forgets how to reach it. Nothing happens to the control plane.</source>
        <translation>Diese Anwendung vergisst den Zugang. An der Control Plane ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove context</source>
        <translation>Kontext entfernen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SimulationPage</name>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Stop Traffic</source>
        <translation>Traffic stoppen</translation>
    </message>
    <message>
        <source>Stop or start the simulation&apos;s requests</source>
        <translation>Die Anfragen der Simulation stoppen oder starten</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>Labels joined</source>
        <translation>Labels ergänzt</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Traffic</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Speed of the world</source>
        <translation>Tempo der Welt</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>1 hour per minute</source>
        <translation>1 Stunde pro Minute</translation>
    </message>
    <message>
        <source>6 hours per minute</source>
        <translation>6 Stunden pro Minute</translation>
    </message>
    <message>
        <source>1 day per minute</source>
        <translation>1 Tag pro Minute</translation>
    </message>
    <message>
        <source>3 days per minute</source>
        <translation>3 Tage pro Minute</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>What came true</source>
        <translation>Was eintrat</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log Loss</translation>
    </message>
    <message>
        <source>Flights land after they were predicted; each label is joined when it is known and reported as an outcome of the experiment.</source>
        <translation>Flüge landen nach ihrer Vorhersage; jedes Label wird ergänzt, sobald es bekannt ist, und als Ergebnis des Experiments gemeldet.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Each is seen on another page</source>
        <translation>Jede ist auf einer anderen Seite zu sehen</translation>
    </message>
    <message>
        <source>No simulation runs</source>
        <translation>Keine Simulation läuft</translation>
    </message>
    <message>
        <source>The local simulation runs real daemons on this machine with real flights of 2001. It takes a few seconds to start and touches nothing else.</source>
        <translation>Die lokale Simulation führt echte Daemons auf diesem Rechner mit echten Flügen von 2001 aus. Sie startet in wenigen Sekunden und berührt sonst nichts.</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>Lokale Simulation starten</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>Lokale Simulation startet</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>Die lokale Simulation ist nicht gestartet</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <source>This window shows %1</source>
        <translation>Dieses Fenster zeigt %1</translation>
    </message>
    <message>
        <source>The simulator turns the local simulation only, which runs beside it.</source>
        <translation>Der Simulator steuert nur die lokale Simulation, die daneben läuft.</translation>
    </message>
    <message>
        <source>Switch to the simulation</source>
        <translation>Zur Simulation wechseln</translation>
    </message>
    <message>
        <source>Asking the simulation</source>
        <translation>Simulation wird abgefragt</translation>
    </message>
    <message>
        <source>The simulation does not answer.</source>
        <translation>Die Simulation antwortet nicht.</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Siehe %1</translation>
    </message>
    <message>
        <source>Start the local simulation first</source>
        <translation>Zuerst die lokale Simulation starten</translation>
    </message>
    <message>
        <source>Start Traffic</source>
        <translation>Traffic starten</translation>
    </message>
    <message>
        <source>%1 - traffic is stopped and the world stands still</source>
        <translation>%1 - der Traffic ist gestoppt und die Welt steht still</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>%1 times real time</source>
        <translation>%1-fache Echtzeit</translation>
    </message>
    <message>
        <source>Now: %1 /s.</source>
        <translation>Jetzt: %1 /s.</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>Sides of the simulator</source>
        <translation>Seiten des Simulators</translation>
    </message>
    <message>
        <source>Live simulation</source>
        <translation>Live-Simulation</translation>
    </message>
    <message>
        <source>Cluster what-if</source>
        <translation>Cluster-Was-wäre-wenn</translation>
    </message>
    <message>
        <source>Real daemons with simulated traffic</source>
        <translation>Echte Daemons mit simulierten Anfragen</translation>
    </message>
    <message>
        <source>What a training job would take on other clusters</source>
        <translation>Was ein Trainingsjob auf anderen Clustern brauchte</translation>
    </message>
    <message>
        <source>Cluster What-If</source>
        <translation>Cluster-Was-wäre-wenn</translation>
    </message>
    <message>
        <source>Clusters and their work, calculated on this machine</source>
        <translation>Cluster und ihre Arbeit, auf dieser Maschine berechnet</translation>
    </message>
    <message>
        <source>The traffic of %1 is not started by this window</source>
        <translation>Der Verkehr von %1 wird nicht von diesem Fenster gestartet</translation>
    </message>
    <message>
        <source>Its rate and its faults are set where it was started. This page turns the local simulation: real daemons on this machine with real flights of 2001. It takes a few seconds to start, runs beside %1 and touches nothing of it.</source>
        <translation>Seine Rate und seine Störungen werden dort eingestellt, wo er gestartet wurde. Diese Seite steuert die lokale Simulation: echte Daemons auf diesem Rechner mit echten Flügen von 2001. Sie startet in wenigen Sekunden, läuft neben %1 und lässt es unberührt.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>The experiment whose split is shown</source>
        <translation>Das Experiment, dessen Split angezeigt wird</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>Abdeckung in Prozent</translation>
    </message>
    <message>
        <source>Share of the keys that take part in the experiment</source>
        <translation>Anteil der Keys, die am Experiment teilnehmen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>No experiment: every item goes to the default endpoint.</source>
        <translation>Kein Experiment: Jedes Item geht an den Standard-Endpoint.</translation>
    </message>
    <message>
        <source>Somebody changed this experiment meanwhile: discard your change or stage it again.</source>
        <translation>Dieses Experiment wurde inzwischen von jemand anderem geändert: Änderung verwerfen oder erneut vormerken.</translation>
    </message>
    <message>
        <source>Stopped: every item goes to the default endpoint.</source>
        <translation>Gestoppt: Jedes Item geht an den Standard-Endpoint.</translation>
    </message>
    <message>
        <source>Runs as shown. Move a border to see which keys would move.</source>
        <translation>Läuft wie gezeigt. Eine Grenze verschieben, um zu sehen, welche Keys wechseln würden.</translation>
    </message>
    <message>
        <source>%1 of the keys would move</source>
        <translation>%1 der Keys würden wechseln</translation>
    </message>
    <message>
        <source>%1 would leave</source>
        <translation>%1 würden ausscheiden</translation>
    </message>
    <message>
        <source>%1 would join</source>
        <translation>%1 würden hinzukommen</translation>
    </message>
    <message>
        <source>Staged: %1. Nothing is live yet.</source>
        <translation>Vorgemerkt: %1. Noch ist nichts live.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::StagedSheet</name>
    <message>
        <source>No key that takes part changes its arm.</source>
        <translation>Kein teilnehmender Key wechselt den Arm.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10,000 buckets move: %1 of the keys get another arm.</source>
        <translation>
            <numerusform>%Ln von 10.000 Buckets wechselt: %1 der Keys erhalten einen anderen Arm.</numerusform>
            <numerusform>%Ln von 10.000 Buckets wechseln: %1 der Keys erhalten einen anderen Arm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) join.</source>
        <translation>
            <numerusform>%Ln Bucket kommt hinzu.</numerusform>
            <numerusform>%Ln Buckets kommen hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent one after the other; a refusal stops there. Live traffic follows within a second.</source>
        <translation>Sie werden nacheinander gesendet; eine Ablehnung hält dort an. Live-Traffic folgt innerhalb einer Sekunde.</translation>
    </message>
    <message>
        <source>This is production: type %1 to confirm</source>
        <translation>Dies ist Produktion: zum Bestätigen %1 eingeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard this</source>
        <translation>Dies verwerfen</translation>
    </message>
    <message>
        <source>Discard: %1</source>
        <translation>Verwerfen: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Somebody changed this since you staged it; it would be refused.</source>
        <translation>Dies wurde seit dem Vormerken von jemand anderem geändert; es würde abgelehnt.</translation>
    </message>
    <message>
        <source>Stage it on the new state</source>
        <translation>Auf dem neuen Stand vormerken</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n staged change(s)?</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung anwenden?</numerusform>
            <numerusform>%n vorgemerkte Änderungen anwenden?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was changed meanwhile: discard it or stage it again</source>
        <translation>Etwas wurde inzwischen geändert: verwerfen oder erneut vormerken</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SubmitJobDialog</name>
    <message>
        <source>Submit a training job</source>
        <translation>Trainingsjob einreichen</translation>
    </message>
    <message>
        <source>A cluster of its own is made for it and goes away when the work is done. Nothing is started before you submit.</source>
        <translation>Er bekommt einen eigenen Cluster, der nach getaner Arbeit verschwindet. Vor dem Einreichen startet nichts.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Einreichen</translation>
    </message>
    <message>
        <source>Choose File...</source>
        <translation>Datei wählen...</translation>
    </message>
    <message>
        <source>Open a job file; it may also be dropped here</source>
        <translation>Jobdatei öffnen; sie kann auch hier abgelegt werden</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen ablegen</translation>
    </message>
    <message>
        <source>Job file</source>
        <translation>Jobdatei</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Folder of its files</source>
        <translation>Ordner der Dateien</translation>
    </message>
    <message>
        <source>needed only when the job names lists, requirements or a working directory</source>
        <translation>nur nötig, wenn der Job Listen, Anforderungen oder ein Arbeitsverzeichnis nennt</translation>
    </message>
    <message>
        <source>Lists, requirements and the working directory are looked for here</source>
        <translation>Listen, Anforderungen und das Arbeitsverzeichnis werden hier gesucht</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Choose the folder of its files</source>
        <translation>Ordner der Dateien wählen</translation>
    </message>
    <message>
        <source>%1, a copy of job %2</source>
        <translation>%1, eine Kopie von Job %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Kein Plan</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>Erst ansehen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Make its cluster and start</source>
        <translation>Cluster erstellen und starten</translation>
    </message>
    <message>
        <source>What the daemon would do stands here as soon as the file has no problem.</source>
        <translation>Was der Daemon täte, steht hier, sobald die Datei kein Problem hat.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, detail</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>Jobdatei öffnen</translation>
    </message>
    <message>
        <source>Job files (*.yaml *.yml);;All files (*)</source>
        <translation>Jobdateien (*.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder of the job&apos;s files</source>
        <translation>Ordner der Dateien des Jobs</translation>
    </message>
    <message>
        <source>Close without submitting?</source>
        <translation>Ohne Einreichen schließen?</translation>
    </message>
    <message>
        <source>Your edits of the job file are kept nowhere else.</source>
        <translation>Die Änderungen an der Jobdatei sind sonst nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>Ohne Änderungen schließen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Cancel upload</source>
        <translation>Übertragung abbrechen</translation>
    </message>
    <message>
        <source>Stop sending; nothing is submitted</source>
        <translation>Das Senden abbrechen; nichts wird eingereicht</translation>
    </message>
    <message>
        <source>The working directory is being packed</source>
        <translation>Das Arbeitsverzeichnis wird gepackt</translation>
    </message>
    <message>
        <source>%1 of %2 of the working directory were sent</source>
        <translation>%1 von %2 des Arbeitsverzeichnisses sind gesendet</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrafficPage</name>
    <message>
        <source>Apply...</source>
        <translation>Anwenden...</translation>
    </message>
    <message>
        <source>Review the staged changes and make them live</source>
        <translation>Die vorgemerkten Änderungen prüfen und live schalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Forget all staged changes</source>
        <translation>Alle vorgemerkten Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last edit, or stage the way back from what was applied</source>
        <translation>Die letzte Bearbeitung zurücknehmen oder den Rückweg vom Angewendeten vormerken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>Die zurückgenommene Bearbeitung erneut ausführen</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
    <message>
        <source>The changes are being applied</source>
        <translation>Die Änderungen werden angewendet</translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation>Nichts vorgemerkt</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Nichts wurde zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung</numerusform>
            <numerusform>%n vorgemerkte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Wird angewendet</translation>
    </message>
    <message>
        <source>: %1 of the keys move</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that move</extracomment>
        <translation>: %1 der Keys wechseln</translation>
    </message>
    <message>
        <source> (changed by somebody else meanwhile)</source>
        <translation> (inzwischen von jemand anderem geändert)</translation>
    </message>
    <message>
        <source>Undo stages the way back from what was applied.</source>
        <translation>„Rückgängig“ merkt den Rückweg vom Angewendeten vor.</translation>
    </message>
    <message>
        <source>: %1 of the keys join</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that begin to take part</extracomment>
        <translation>: %1 der Keys kommen hinzu</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingClusterPanel</name>
    <message>
        <source>Hosts now</source>
        <translation>Hosts jetzt</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Search hosts</source>
        <translation>Hosts suchen</translation>
    </message>
    <message>
        <source>No host</source>
        <translation>Kein Host</translation>
    </message>
    <message>
        <source>The cluster has none yet, or has given them back.</source>
        <translation>Der Cluster hat noch keine oder hat sie zurückgegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) with %1</source>
        <extracomment>hosts and their CPUs together</extracomment>
        <translation>
            <numerusform>%n Host mit %1</numerusform>
            <numerusform>%n Hosts mit %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>beendet seit %1</translation>
    </message>
    <message>
        <source>goes away in %1</source>
        <translation>verschwindet in %1</translation>
    </message>
    <message>
        <source>goes away now</source>
        <translation>verschwindet jetzt</translation>
    </message>
    <message>
        <source>goes away after %1 without work</source>
        <translation>verschwindet nach %1 ohne Arbeit</translation>
    </message>
    <message>
        <source>limits are enforced by %1</source>
        <translation>Grenzen setzt %1 durch</translation>
    </message>
    <message>
        <source>cost %1 at %2 for a host&apos;s hour</source>
        <translation>Kosten %1 bei %2 je Host-Stunde</translation>
    </message>
    <message>
        <source>The cluster failed</source>
        <translation>Der Cluster ist fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingJobPanel</name>
    <message>
        <source>Views of the job</source>
        <translation>Ansichten des Jobs</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Tasks and logs</source>
        <translation>Tasks und Logs</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>The run to compare with</source>
        <translation>Der Lauf, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>No other run</source>
        <translation>Kein anderer Lauf</translation>
    </message>
    <message>
        <source>The other run: its curves begin at the same time 0</source>
        <translation>Der andere Lauf: seine Kurven beginnen bei derselben Zeit 0</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation>eingereicht %1</translation>
    </message>
    <message>
        <source>submitted %1 by %2</source>
        <translation>eingereicht %1 von %2</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>will publish %1</source>
        <translation>wird %1 veröffentlichen</translation>
    </message>
    <message>
        <source>Published as %1; show it in the registry</source>
        <translation>Veröffentlicht als %1; in der Registry zeigen</translation>
    </message>
    <message>
        <source>Published; show it in the registry</source>
        <translation>Veröffentlicht; in der Registry zeigen</translation>
    </message>
    <message>
        <source>Published with stage %1; show it in the registry</source>
        <translation>Veröffentlicht mit Stage %1; in der Registry zeigen</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Show cluster %1</source>
        <translation>Cluster %1 zeigen</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>Der Job ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing was published</source>
        <translation>Nichts wurde veröffentlicht</translation>
    </message>
    <message>
        <source>Nothing of the job runs</source>
        <translation>Nichts vom Job läuft</translation>
    </message>
    <message>
        <source>No task has started yet</source>
        <translation>Noch hat keine Task begonnen</translation>
    </message>
    <message>
        <source>There is no other run</source>
        <translation>Es gibt keinen anderen Lauf</translation>
    </message>
    <message>
        <source>Submit the job again to compare two runs.</source>
        <translation>Zum Vergleich zweier Läufe den Job erneut einreichen.</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>Die Läufe sind nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>Nichts wurde gemessen</translation>
    </message>
    <message>
        <source>Utilisation of these runs is not kept any more.</source>
        <translation>Die Auslastung dieser Läufe ist nicht mehr gespeichert.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingLoadView</name>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Busy share of each host over time</source>
        <translation>Genutzter Anteil jedes Hosts über die Zeit</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>Noch wurde nichts gemessen</translation>
    </message>
    <message>
        <source>The tasks cannot be read</source>
        <translation>Die Tasks sind nicht lesbar</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Keine Tasks</translation>
    </message>
    <message>
        <source>They appear as soon as the job is accepted.</source>
        <translation>Sie erscheinen, sobald der Job angenommen ist.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Drop a job file to look at its plan</source>
        <translation>Jobdatei ablegen, um ihren Plan zu sehen</translation>
    </message>
    <message>
        <source>No job can be submitted now.</source>
        <translation>Jetzt kann kein Job eingereicht werden.</translation>
    </message>
    <message>
        <source>Submit Job...</source>
        <translation>Job einreichen...</translation>
    </message>
    <message>
        <source>Write or choose a job file and look at its plan</source>
        <translation>Jobdatei schreiben oder wählen und ihren Plan ansehen</translation>
    </message>
    <message>
        <source>Clone...</source>
        <translation>Klonen...</translation>
    </message>
    <message>
        <source>Edit the job&apos;s file and submit it again</source>
        <translation>Die Datei des Jobs bearbeiten und erneut einreichen</translation>
    </message>
    <message>
        <source>Retry...</source>
        <translation>Wiederholen...</translation>
    </message>
    <message>
        <source>Run the tasks again that failed or were cancelled</source>
        <translation>Fehlgeschlagene und abgebrochene Tasks erneut ausführen</translation>
    </message>
    <message>
        <source>Cancel Job...</source>
        <translation>Job abbrechen...</translation>
    </message>
    <message>
        <source>Stop what runs and start no more</source>
        <translation>Laufendes stoppen und nichts mehr starten</translation>
    </message>
    <message>
        <source>Cancel Task</source>
        <translation>Task abbrechen</translation>
    </message>
    <message>
        <source>Stop the chosen task</source>
        <translation>Die gewählte Task stoppen</translation>
    </message>
    <message>
        <source>Retry Task</source>
        <translation>Task wiederholen</translation>
    </message>
    <message>
        <source>Run the chosen task again</source>
        <translation>Die gewählte Task erneut ausführen</translation>
    </message>
    <message>
        <source>Delete Cluster...</source>
        <translation>Cluster löschen...</translation>
    </message>
    <message>
        <source>Give the cluster&apos;s hosts back now</source>
        <translation>Die Hosts des Clusters jetzt zurückgeben</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU genutzt</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>Slots belegt</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tasks fertig</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Jobs suchen</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>Noch kein Job</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away afterwards.</source>
        <translation>Reichen Sie einen ein: er bekommt einen Cluster, der danach verschwindet.</translation>
    </message>
    <message>
        <source>Submit a job</source>
        <translation>Job einreichen</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>Cluster suchen</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>Kein Cluster</translation>
    </message>
    <message>
        <source>A job makes one when it is submitted.</source>
        <translation>Ein eingereichter Job erstellt einen.</translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>Kein Job ist gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Wählen Sie einen in der Liste.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
    <message>
        <source>The training daemon does not answer; this is what was seen last</source>
        <translation>Der Trainings-Daemon antwortet nicht; das wurde zuletzt gesehen</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt wiederholen</translation>
    </message>
    <message>
        <source>This environment has no training daemon</source>
        <translation>Diese Umgebung hat keinen Trainings-Daemon</translation>
    </message>
    <message>
        <source>Start aerie-training on the machine that shall train, and the control plane with --training and its address. If it runs already, name its address in the context (Settings, Contexts). The local simulation brings one along.</source>
        <translation>Starten Sie aerie-training auf der Maschine, die trainieren soll, und die Control Plane mit --training und seiner Adresse. Läuft er schon, tragen Sie seine Adresse im Kontext ein (Einstellungen, Kontexte). Die lokale Simulation bringt einen mit.</translation>
    </message>
    <message>
        <source>How to start it</source>
        <translation>Wie man ihn startet</translation>
    </message>
    <message>
        <source>The training daemon does not answer</source>
        <translation>Der Trainings-Daemon antwortet nicht</translation>
    </message>
    <message>
        <source>%1
It is asked at %2.</source>
        <translation>%1
Gefragt wird bei %2.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away when the work is done.</source>
        <translation>Reichen Sie einen ein: er bekommt einen Cluster, der nach getaner Arbeit verschwindet.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>There is no training daemon</source>
        <translation>Es gibt keinen Trainings-Daemon</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>Erst einen Job wählen</translation>
    </message>
    <message>
        <source>Cancel job %1?</source>
        <translation>Job %1 abbrechen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running task(s) are ended; what they did so far is lost. Nothing is published.</source>
        <translation>
            <numerusform>%Ln laufende Task wird beendet; was sie bisher tat, ist verloren. Nichts wird veröffentlicht.</numerusform>
            <numerusform>%Ln laufende Tasks werden beendet; was sie bisher taten, ist verloren. Nichts wird veröffentlicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln task(s) left</source>
        <translation>
            <numerusform>%1, %Ln Task übrig</numerusform>
            <numerusform>%1, %Ln Tasks übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Job abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln task(s) again?</source>
        <translation>
            <numerusform>%Ln Task erneut ausführen?</numerusform>
            <numerusform>%Ln Tasks erneut ausführen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They start anew with all their attempts; what succeeded stays as it is.</source>
        <translation>Sie beginnen neu mit allen Versuchen; was erfolgreich war, bleibt.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel task %1?</source>
        <translation>Task %1 abbrechen?</translation>
    </message>
    <message>
        <source>The other tasks of the job go on. A cancelled task can be tried again.</source>
        <translation>Die anderen Tasks des Jobs laufen weiter. Eine abgebrochene Task lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Task abbrechen</translation>
    </message>
    <message>
        <source>Delete cluster %1?</source>
        <translation>Cluster %1 löschen?</translation>
    </message>
    <message>
        <source>Delete cluster</source>
        <translation>Cluster löschen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n host(s)</source>
        <translation>
            <numerusform>%1, %n Host</numerusform>
            <numerusform>%1, %n Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Its hosts are given back now. History, logs and timeline stay.</source>
        <translation>Seine Hosts werden jetzt zurückgegeben. Verlauf, Logs und Zeitachse bleiben.</translation>
    </message>
    <message>
        <source>These jobs are cancelled with it. History, logs and timeline stay.</source>
        <translation>Diese Jobs werden mit abgebrochen. Verlauf, Logs und Zeitachse bleiben.</translation>
    </message>
    <message>
        <source>Cancel jobs and delete</source>
        <translation>Jobs abbrechen und löschen</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingTasksView</name>
    <message>
        <source>State of the tasks that are shown</source>
        <translation>Zustand der gezeigten Tasks</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>Welche Tasks gezeigt werden</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Search tasks</source>
        <translation>Tasks suchen</translation>
    </message>
    <message>
        <source>No task is in this state</source>
        <translation>Keine Task ist in diesem Zustand</translation>
    </message>
    <message>
        <source>Other tasks of the job are.</source>
        <translation>Andere Tasks des Jobs sind es nicht.</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Alle Tasks zeigen</translation>
    </message>
    <message>
        <source>Attempt whose log is shown</source>
        <translation>Versuch, dessen Log gezeigt wird</translation>
    </message>
    <message>
        <source>Whose log is shown</source>
        <translation>Wessen Log gezeigt wird</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>Log des Jobs</translation>
    </message>
    <message>
        <source>Latest attempt</source>
        <translation>Letzter Versuch</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::VersionDetails</name>
    <message>
        <source>Parts of the version</source>
        <translation>Teile der Version</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>Vorverarbeitungsschritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>Graph der Features, Schritte und Modelleingaben</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>Trainiert von</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with expected outputs</source>
        <translation>
            <numerusform>%Ln Zeile mit erwarteten Ausgaben</numerusform>
            <numerusform>%Ln Zeilen mit erwarteten Ausgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>Features (%1)</source>
        <translation>Features (%1)</translation>
    </message>
    <message>
        <source>Steps (%1)</source>
        <translation>Schritte (%1)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>A cluster and its work to begin with</source>
        <translation>Ein Cluster und seine Arbeit als Ausgangspunkt</translation>
    </message>
    <message>
        <source>Simulated on this machine: nothing runs, and no connection is needed.</source>
        <translation>Auf dieser Maschine simuliert: nichts läuft, keine Verbindung nötig.</translation>
    </message>
    <message>
        <source>Progress of the calculation</source>
        <translation>Fortschritt der Berechnung</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>Calculate the clusters</source>
        <translation>Die Cluster berechnen</translation>
    </message>
    <message>
        <source>Simulate every combination (Enter in a field)</source>
        <translation>Jede Kombination simulieren (Eingabe in einem Feld)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the calculation</source>
        <translation>Die Berechnung abbrechen</translation>
    </message>
    <message>
        <source>Stop; the last answer stays</source>
        <translation>Stoppen; die letzte Antwort bleibt</translation>
    </message>
    <message>
        <source>Several values with spaces between them; every combination is a row</source>
        <translation>Mehrere Werte mit Leerzeichen dazwischen; jede Kombination ist eine Zeile</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>CPUs je Task</translation>
    </message>
    <message>
        <source>A fixed number of tasks runs on each host here, whatever they ask for.</source>
        <translation>Hier läuft eine feste Zahl von Tasks auf jedem Host, was immer sie anfordern.</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>Preis je Host-Stunde</translation>
    </message>
    <message>
        <source>Order of the tasks</source>
        <translation>Reihenfolge der Tasks</translation>
    </message>
    <message>
        <source>Tasks that are submitted together enter the queue in this order</source>
        <translation>Zusammen eingereichte Tasks kommen in dieser Reihenfolge in die Warteschlange</translation>
    </message>
    <message>
        <source>Runs of each combination</source>
        <translation>Läufe je Kombination</translation>
    </message>
    <message>
        <source>Each with other random numbers: more make the means surer and take longer</source>
        <translation>Jeder mit anderen Zufallszahlen: mehr machen die Mittelwerte sicherer und dauern länger</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU genutzt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>Cluster suchen</translation>
    </message>
    <message>
        <source>Nothing was calculated yet</source>
        <translation>Noch wurde nichts berechnet</translation>
    </message>
    <message>
        <source>Choose what varies and calculate.</source>
        <translation>Wählen, was variiert, und berechnen.</translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>The values have changed. Calculate to see their answer.</source>
        <translation>Die Werte haben sich geändert. Berechnen zeigt die Antwort.</translation>
    </message>
    <message>
        <source>by hosts</source>
        <translation>nach Hosts</translation>
    </message>
    <message>
        <source>by CPUs per task</source>
        <translation>nach CPUs je Task</translation>
    </message>
</context>
<context>
    <name>aerie::presenters</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Self-test rows</source>
        <translation>Selbsttest-Zeilen</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>Vorverarbeitungsschritte</translation>
    </message>
    <message>
        <source>Model inputs</source>
        <translation>Modelleingaben</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stages</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>Trainiert von</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>The control plane cannot be reached. Try again when it is connected.</source>
        <translation>Die Control Plane ist nicht erreichbar. Erneut versuchen, sobald sie verbunden ist.</translation>
    </message>
    <message>
        <source>No answer came in time, so the outcome is not known. Look at the current state before repeating it.</source>
        <translation>Es kam rechtzeitig keine Antwort, daher ist der Ausgang unbekannt. Vor dem Wiederholen den aktuellen Stand prüfen.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. The page shows the new state; try again.</source>
        <translation>Jemand hat es inzwischen geändert. Die Seite zeigt den neuen Stand; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>Die eigene Rolle erlaubt dies nicht. Bitte die Administration fragen.</translation>
    </message>
    <message>
        <source>Free some space or try again later.</source>
        <translation>Speicherplatz freigeben oder später erneut versuchen.</translation>
    </message>
    <message>
        <source>This is a defect of Aerie. The control plane&apos;s log has the details.</source>
        <translation>Dies ist ein Fehler in Aerie. Das Log der Control Plane enthält die Details.</translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation>Control Plane</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation>Sidecar</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Dringlichkeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>default endpoint</source>
        <translation>Standard-Endpoint</translation>
    </message>
    <message>
        <source>on worker failure</source>
        <translation>bei Worker-Ausfall</translation>
    </message>
    <message>
        <source>%1, splitting key</source>
        <translation>%1, Split-Key</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1, Arm %2</translation>
    </message>
    <message>
        <source>shadow %1</source>
        <translation>Shadow %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>Stichprobe %1</translation>
    </message>
    <message>
        <source>order of experiments</source>
        <translation>Reihenfolge der Experimente</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>Trainings-Daemon</translation>
    </message>
    <message>
        <source>Key %1 of column %2 falls into bucket %3 of experiment %4, which arm %5 owns; endpoint %6 serves that arm.</source>
        <translation>Key %1 der Spalte %2 fällt in Bucket %3 des Experiments %4, der zu Arm %5 gehört; Endpoint %6 bedient diesen Arm.</translation>
    </message>
    <message>
        <source>Bucket %1 of layer %2 is outside the share of experiment %3.</source>
        <translation>Bucket %1 des Layers %2 liegt außerhalb des Anteils von Experiment %3.</translation>
    </message>
    <message>
        <source>The item has no value in column %1, which splits the traffic of experiment %2.</source>
        <translation>Das Item hat keinen Wert in Spalte %1, die den Traffic des Experiments %2 aufteilt.</translation>
    </message>
    <message>
        <source>No experiment is routed.</source>
        <translation>Kein Experiment ist geroutet.</translation>
    </message>
    <message>
        <source>The default endpoint %1 serves the item.</source>
        <translation>Der Standard-Endpoint %1 bedient das Item.</translation>
    </message>
    <message>
        <source>Bucket %1 of experiment %2 belongs to no arm: coverage is %3.</source>
        <translation>Bucket %1 des Experiments %2 gehört zu keinem Arm: Die Abdeckung ist %3.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::AuditPresenter</name>
    <message>
        <source>Chain broken at entry %1</source>
        <translation>Kette bei Eintrag %1 gebrochen</translation>
    </message>
    <message>
        <source>Hash chain intact</source>
        <translation>Hash-Kette intakt</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ComparePresenter</name>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConfigPresenter</name>
    <message>
        <source>Nothing is edited yet</source>
        <translation>Noch nichts bearbeitet</translation>
    </message>
    <message>
        <source>The configs are being checked</source>
        <translation>Die Konfigs werden geprüft</translation>
    </message>
    <message>
        <source>Solve the problems first</source>
        <translation>Zuerst die Probleme beheben</translation>
    </message>
    <message>
        <source>Version %1 exists; give another one, or none.</source>
        <translation>Version %1 existiert; eine andere oder keine angeben.</translation>
    </message>
    <message>
        <source>Choose the key that signs the bundle.</source>
        <translation>Den Schlüssel wählen, der das Bundle signiert.</translation>
    </message>
    <message>
        <source>There is no key file %1.</source>
        <translation>Es gibt keine Schlüsseldatei %1.</translation>
    </message>
    <message>
        <source>Choose where to write the bundle.</source>
        <translation>Wählen, wohin das Bundle geschrieben wird.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>The configs were not exported.</source>
        <translation>Die Konfigs wurden nicht exportiert.</translation>
    </message>
    <message>
        <source>%1: %2. Choose another folder.</source>
        <translation>%1: %2. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>features.yaml and preprocessor.yaml written to %1.</source>
        <translation>features.yaml und preprocessor.yaml nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Build a bundle from %1</source>
        <translation>Bundle aus %1 bauen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The bundle of &quot;%1&quot; was not downloaded.</source>
        <translation>Das Bundle von „%1“ wurde nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>No bundle was built.</source>
        <translation>Kein Bundle wurde gebaut.</translation>
    </message>
    <message>
        <source>%1 written (%2), signed by %3.</source>
        <translation>%1 geschrieben (%2), signiert von %3.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConnectionPresenter</name>
    <message>
        <source>Connected %1</source>
        <translation>Verbunden %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Neuverbindung</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>%1, retry in %2 s</source>
        <extracomment>%1 is a state such as &quot;Connection lost&quot;, %2 a number of seconds</extracomment>
        <translation>%1, neuer Versuch in %2 s</translation>
    </message>
    <message>
        <source>Control plane: %1</source>
        <translation>Control Plane: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Workers and proxies keep serving meanwhile; this window tries again by itself.</source>
        <translation>Worker und Proxys arbeiten inzwischen weiter; dieses Fenster versucht es selbst erneut.</translation>
    </message>
    <message>
        <source>The connection to %1 is lost. What you see is from %2.</source>
        <translation>Die Verbindung zu %1 ist verloren. Angezeigt wird der Stand von %2.</translation>
    </message>
    <message>
        <source>Not possible while the control plane is not connected</source>
        <translation>Nicht möglich, solange die Control Plane nicht verbunden ist</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation>Vor %1 s aktualisiert</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ContextsPresenter</name>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Did not start</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>%1 wird abgefragt...</translation>
    </message>
    <message>
        <source>Aerie %1, environment %2, answered in %3</source>
        <translation>Aerie %1, Umgebung %2, Antwort in %3</translation>
    </message>
    <message>
        <source>%1 did not answer. %2</source>
        <translation>%1 hat nicht geantwortet. %2</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::DeploymentsPresenter</name>
    <message>
        <source>%1 sends nothing to it: %2</source>
        <translation>%1 sendet nichts dorthin: %2</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>Das Log ist beendet.</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>Das Log stoppte: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Give the endpoint a name.</source>
        <translation>Dem Endpoint einen Namen geben.</translation>
    </message>
    <message>
        <source>An endpoint &quot;%1&quot; exists already.</source>
        <translation>Ein Endpoint „%1“ existiert bereits.</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Ein Modell wählen.</translation>
    </message>
    <message>
        <source>Choose a version or a stage.</source>
        <translation>Eine Version oder Stage wählen.</translation>
    </message>
    <message>
        <source>Replicas must be between 1 and %1.</source>
        <translation>Replikate müssen zwischen 1 und %1 liegen.</translation>
    </message>
    <message>
        <source>CPUs must be between 0 and %1.</source>
        <translation>CPUs müssen zwischen 0 und %1 liegen.</translation>
    </message>
    <message>
        <source>At most %1 rows fit one request.</source>
        <translation>Höchstens %1 Zeilen passen in eine Anfrage.</translation>
    </message>
    <message>
        <source>The longest timeout is %1 ms.</source>
        <translation>Der längste Timeout ist %1 ms.</translation>
    </message>
    <message>
        <source>A second replica must be asked before the timeout of %1 ms.</source>
        <translation>Ein zweites Replikat muss vor dem Timeout von %1 ms angefragt werden.</translation>
    </message>
    <message>
        <source>one process each</source>
        <translation>je ein Prozess</translation>
    </message>
    <message>
        <source>a worker and its sidecar each</source>
        <translation>je ein Worker und sein Sidecar</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of %1 on %2, %3.</source>
        <translation>
            <numerusform>%n Replikat von %1 auf %2, %3.</numerusform>
            <numerusform>%n Replikate von %1 auf %2, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>Together at most %1 of memory.</source>
        <translation>Zusammen höchstens %1 Speicher.</translation>
    </message>
    <message>
        <source>Each may use %1; one that uses more memory is ended and started anew.</source>
        <translation>Jedes darf %1 nutzen; eines mit mehr Speicherverbrauch wird beendet und neu gestartet.</translation>
    </message>
    <message>
        <source>A worker config %1: at most %2 rows and %3 ms for each request.</source>
        <translation>Eine Worker-Konfig %1: höchstens %2 Zeilen und %3 ms je Anfrage.</translation>
    </message>
    <message>
        <source>Metrics and alert rules for %1.</source>
        <translation>Metriken und Alarmregeln für %1.</translation>
    </message>
    <message>
        <source>It follows %1: a promotion replaces its replicas without losing a request.</source>
        <translation>Es folgt %1: Ein Hochstufen ersetzt seine Replikate ohne Anfrageverlust.</translation>
    </message>
    <message>
        <source>No traffic yet: routing decides that.</source>
        <translation>Noch kein Traffic: darüber entscheidet das Routing.</translation>
    </message>
    <message>
        <source>Deploy %1 as %2</source>
        <translation>%1 als %2 deployen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deployed.</source>
        <translation>„%1“ wurde nicht deployt.</translation>
    </message>
    <message>
        <source>%1 is being deployed as %2.</source>
        <translation>%1 wird als %2 deployt.</translation>
    </message>
    <message numerus="yes">
        <source>Scale %1 to %n replica(s)</source>
        <translation>
            <numerusform>%1 auf %n Replikat skalieren</numerusform>
            <numerusform>%1 auf %n Replikate skalieren</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not scaled.</source>
        <translation>„%1“ wurde nicht skaliert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is scaling to %n replica(s).</source>
        <translation>
            <numerusform>%1 wird auf %n Replikat skaliert.</numerusform>
            <numerusform>%1 wird auf %n Replikate skaliert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation>„%1“ wurde nicht neu gestartet.</translation>
    </message>
    <message>
        <source>%1 is restarting, replica by replica.</source>
        <translation>%1 startet neu, Replikat für Replikat.</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>%1 zurückrollen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not rolled back.</source>
        <translation>„%1“ wurde nicht zurückgerollt.</translation>
    </message>
    <message>
        <source>%1 is rolling back.</source>
        <translation>%1 wird zurückgerollt.</translation>
    </message>
    <message>
        <source>%1 is rolling back to version %2.</source>
        <translation>%1 wird auf Version %2 zurückgerollt.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deleted.</source>
        <translation>„%1“ wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>%1 is draining and will be gone.</source>
        <translation>%1 läuft leer und wird entfernt.</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1, Arm %2</translation>
    </message>
    <message>
        <source>Version %1, serves until the rollout is done</source>
        <translation>Version %1, aktiv bis zum Ende des Rollouts</translation>
    </message>
    <message>
        <source>Version %1, served before</source>
        <translation>Version %1, zuvor aktiv</translation>
    </message>
    <message>
        <source>Version %1, never served here</source>
        <translation>Version %1, hier nie aktiv</translation>
    </message>
    <message>
        <source>No worker runs with less than %1. Give more, or 0 for no limit.</source>
        <translation>Kein Worker läuft mit weniger als %1. Mehr angeben, oder 0 für kein Limit.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::EndpointUsers</name>
    <message>
        <source>use case %1 (its default endpoint)</source>
        <translation>Use Case %1 (sein Standard-Endpoint)</translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation>Experiment %1</translation>
    </message>
    <message>
        <source>use case %1 (shadow traffic)</source>
        <translation>Use Case %1 (Shadow-Traffic)</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ExperimentsPresenter</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation>Dem Experiment einen Namen geben.</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>Bis zu 128 Buchstaben ohne Akzente, Ziffern, „_“, „-“ und „.“, zuerst ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>This name is taken. Names are not used again, so that history stays readable.</source>
        <translation>Dieser Name ist vergeben. Namen werden nicht wiederverwendet, damit der Verlauf lesbar bleibt.</translation>
    </message>
    <message>
        <source>Take more than 0 % and at most 100 % of the layer.</source>
        <translation>Mehr als 0 % und höchstens 100 % des Layers angeben.</translation>
    </message>
    <message>
        <source>Only %1 of this layer is free. Take less, stop another experiment or use another layer.</source>
        <translation>Nur %1 dieses Layers sind frei. Weniger belegen, ein anderes Experiment stoppen oder einen anderen Layer nutzen.</translation>
    </message>
    <message>
        <source>Coverage is between 0 and 100 %.</source>
        <translation>Die Abdeckung liegt zwischen 0 und 100 %.</translation>
    </message>
    <message>
        <source>An experiment compares at least two arms.</source>
        <translation>Ein Experiment vergleicht mindestens zwei Arme.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n arm(s).</source>
        <translation>
            <numerusform>Höchstens %n Arm.</numerusform>
            <numerusform>Höchstens %n Arme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name every arm.</source>
        <translation>Jeden Arm benennen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an arm: use letters without accents, digits and &quot;_&quot;.</source>
        <translation>„%1“ ist kein Name für einen Arm: Buchstaben ohne Akzente, Ziffern und „_“ verwenden.</translation>
    </message>
    <message>
        <source>Two arms are called &quot;%1&quot;.</source>
        <translation>Zwei Arme heißen „%1“.</translation>
    </message>
    <message>
        <source>The weights add up to %1, not to 100 %.</source>
        <translation>Die Gewichte ergeben %1, nicht 100 %.</translation>
    </message>
    <message>
        <source>%1 is created and runs.</source>
        <translation>%1 ist angelegt und läuft.</translation>
    </message>
    <message>
        <source>%1 is created as a draft.</source>
        <translation>%1 ist als Entwurf angelegt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not created.</source>
        <translation>„%1“ wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>Ein Experiment auswählen</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>Eine Änderung läuft</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>Es läuft bereits</translation>
    </message>
    <message>
        <source>Stopped experiments do not start again; create a new one</source>
        <translation>Gestoppte Experimente starten nicht erneut; ein neues anlegen</translation>
    </message>
    <message>
        <source>It is stopped already</source>
        <translation>Es ist bereits gestoppt</translation>
    </message>
    <message>
        <source>A stopped experiment cannot be changed</source>
        <translation>Ein gestopptes Experiment kann nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <extracomment>%1 is a number such as &quot;5.6k&quot;</extracomment>
        <translation>%1 Items/s</translation>
    </message>
    <message>
        <source>No routing config names this experiment yet, so no traffic changes until one does.</source>
        <translation>Noch nennt keine Routing-Konfig dieses Experiment; bis dahin ändert sich kein Traffic.</translation>
    </message>
    <message>
        <source>%1 of the keys of %2 that go to %3 now are split between %4 within a second.</source>
        <translation>%1 der Keys von %2, die jetzt an %3 gehen, werden innerhalb einer Sekunde auf %4 aufgeteilt.</translation>
    </message>
    <message>
        <source>It does not start again, and its share of layer %1 becomes free.</source>
        <translation>Es startet nicht erneut, und sein Anteil an Layer %1 wird frei.</translation>
    </message>
    <message>
        <source>No traffic goes through it now.</source>
        <translation>Derzeit läuft kein Traffic hindurch.</translation>
    </message>
    <message>
        <source>About %1 that its arms share now go to %2 within a second.</source>
        <translation>Etwa %1, die sich seine Arme jetzt teilen, gehen innerhalb einer Sekunde an %2.</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 läuft.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation>„%1“ wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>%1 is stopped.</source>
        <translation>%1 ist gestoppt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not stopped.</source>
        <translation>„%1“ wurde nicht gestoppt.</translation>
    </message>
    <message>
        <source>Split as intended</source>
        <translation>Split wie geplant</translation>
    </message>
    <message>
        <source>Split is suspect</source>
        <translation>Split ist verdächtig</translation>
    </message>
    <message>
        <source>Split is not as intended</source>
        <translation>Split ist nicht wie geplant</translation>
    </message>
    <message>
        <source>Too few keys to check the split</source>
        <translation>Zu wenige Keys, um den Split zu prüfen</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>chi-squared %1, p %2, %3 keys</source>
        <translation>Chi-Quadrat %1, p %2, %3 Keys</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::HostsPresenter</name>
    <message>
        <source>%1 %</source>
        <extracomment>percent of one core</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::LogPresenter</name>
    <message>
        <source>%1, all replicas</source>
        <translation>%1, alle Replikate</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>Daemons</translation>
    </message>
    <message>
        <source>This replica is gone; its last lines stay here.</source>
        <translation>Dieses Replikat ist weg; seine letzten Zeilen bleiben hier.</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>Das Log ist beendet.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1, only its sidecar</source>
        <translation>%1, nur sein Sidecar</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::MonitoringPresenter</name>
    <message>
        <source>Items per second</source>
        <translation>Items pro Sekunde</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Item-Fehler</translation>
    </message>
    <message>
        <source>Batch fill</source>
        <translation>Batch-Füllung</translation>
    </message>
    <message>
        <source>Feature store latency</source>
        <translation>Feature-Store-Latenz</translation>
    </message>
    <message>
        <source>Feature cache hits</source>
        <translation>Feature-Cache-Treffer</translation>
    </message>
    <message>
        <source>CPU, of one core</source>
        <translation>CPU, eines Kerns</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The charts are not up to date.</source>
        <translation>Die Diagramme sind nicht aktuell.</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Alle Endpoints</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>kein Experiment</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 Items/s</translation>
    </message>
    <message>
        <source>%1 items/s, p99 up to %2</source>
        <extracomment>%1 such as 12.4k, %2 such as 4.4 ms</extracomment>
        <translation>%1 Items/s, p99 bis zu %2</translation>
    </message>
    <message>
        <source>Workers know no use case: choose one line per endpoint</source>
        <translation>Worker kennen keinen Use Case: eine Linie je Endpoint wählen</translation>
    </message>
    <message>
        <source>No worker keeps a feature cache: features are read from the store</source>
        <translation>Kein Worker hat einen Feature-Cache: Features kommen aus dem Store</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::OverviewPresenter</name>
    <message>
        <source>%1 at step %2: %3</source>
        <translation>%1 in Schritt %2: %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 replicas</source>
        <translation>%1, %2 von %3 Replikaten</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>lehnte Konfig #%1 ab: %2</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Proxys</translation>
    </message>
    <message>
        <source>none is connected, so nothing is served. Start aerie-proxy</source>
        <translation>keiner verbunden, daher wird nichts bedient. aerie-proxy starten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0,1 %</translation>
    </message>
    <message>
        <source>of all items</source>
        <translation>aller Items</translation>
    </message>
    <message>
        <source>all ready</source>
        <translation>alle bereit</translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n nicht bereit</numerusform>
            <numerusform>%n nicht bereit</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>ruhig</translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n kritisch</numerusform>
            <numerusform>%n kritisch</numerusform>
        </translation>
    </message>
    <message>
        <source>no critical one</source>
        <translation>keiner kritisch</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n Punkt zu prüfen</numerusform>
            <numerusform>%n Punkte zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is routed yet</source>
        <translation>Noch nichts geroutet</translation>
    </message>
    <message>
        <source>All is ready; no traffic flows</source>
        <translation>Alles bereit; kein Traffic</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>%1 items/s over %2, %3 of them failed</source>
        <translation>%1 Items/s über %2, davon %3 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpoint</numerusform>
            <numerusform>%n Endpoints</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 items/s over %2, none failed</source>
        <extracomment>%1 such as 12.4k, %2 such as &quot;2 endpoints&quot;</extracomment>
        <translation>%1 Items/s über %2, keine Fehler</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistrationPresenter</name>
    <message>
        <source>%1 is registered already with other content, and a version never changes. Give the bundle another version and pack it again.</source>
        <translation>%1 ist bereits mit anderem Inhalt registriert, und eine Version ändert sich nie. Dem Bundle eine andere Version geben und neu packen.</translation>
    </message>
    <message>
        <source>The first version of a new model.</source>
        <translation>Die erste Version eines neuen Modells.</translation>
    </message>
    <message>
        <source>The same content is registered as %1; nothing will change.</source>
        <translation>Derselbe Inhalt ist als %1 registriert; nichts ändert sich.</translation>
    </message>
    <message>
        <source>No version of this model was signed with this key so far. The registry accepts trusted keys only.</source>
        <translation>Bisher wurde keine Version dieses Modells mit diesem Schlüssel signiert. Die Registry akzeptiert nur vertrauenswürdige Schlüssel.</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>%1 registrieren</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1 ist registriert.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistryPresenter</name>
    <message>
        <source>The configs of &quot;%1@%2&quot; were not loaded.</source>
        <translation>Die Konfigs von „%1@%2“ wurden nicht geladen.</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message numerus="yes">
        <source>verified; the key also signed %n other version(s)</source>
        <translation>
            <numerusform>verifiziert; der Schlüssel signierte auch %n andere Version</numerusform>
            <numerusform>verifiziert; der Schlüssel signierte auch %n andere Versionen</numerusform>
        </translation>
    </message>
    <message>
        <source>verified; the only version of this model with this key</source>
        <translation>verifiziert; die einzige Version dieses Modells mit diesem Schlüssel</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verifiziert</translation>
    </message>
    <message>
        <source>Promote %1 to %2</source>
        <translation>%1 auf %2 hochstufen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not promoted to %2.</source>
        <translation>„%1“ wurde nicht auf %2 hochgestuft.</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>%1 archivieren</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not archived.</source>
        <translation>„%1“ wurde nicht archiviert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restored.</source>
        <translation>„%1“ wurde nicht wiederhergestellt.</translation>
    </message>
    <message>
        <source>%1 is archived.</source>
        <translation>%1 ist archiviert.</translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation>%1 ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not downloaded.</source>
        <translation>„%1“ wurde nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 nach %2 geschrieben.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RoutingPresenter</name>
    <message>
        <source>Proxy %1 refused the newest config: %2</source>
        <translation>Proxy %1 lehnte die neueste Konfig ab: %2</translation>
    </message>
    <message>
        <source>Config #%1</source>
        <translation>Konfig #%1</translation>
    </message>
    <message>
        <source>%1; no proxy is connected</source>
        <translation>%1; kein Proxy ist verbunden</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs on %n proxy instance(s)</source>
        <extracomment>%1 is &quot;Config #14&quot;</extracomment>
        <translation>
            <numerusform>%1 läuft auf %n Proxy-Instanz</numerusform>
            <numerusform>%1 läuft auf %n Proxy-Instanzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation>Zurück zu Revision %1</translation>
    </message>
    <message>
        <source>This use case has no experiment</source>
        <translation>Dieser Use Case hat kein Experiment</translation>
    </message>
    <message>
        <source>One %1 per line</source>
        <translation>Ein %1 je Zeile</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) are shown.</source>
        <translation>
            <numerusform>Nur der erste %Ln Key wird angezeigt.</numerusform>
            <numerusform>Nur die ersten %Ln Keys werden angezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no endpoint yet: deploy a model first.</source>
        <translation>Es gibt noch keinen Endpoint: zuerst ein Modell deployen.</translation>
    </message>
    <message>
        <source>Give the use case a name.</source>
        <translation>Dem Use Case einen Namen geben.</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>Bis zu 128 Buchstaben ohne Akzente, Ziffern, „_“, „-“ und „.“, zuerst ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is routed already; change its config instead.</source>
        <translation>„%1“ ist bereits geroutet; stattdessen seine Konfig ändern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint that is deployed.</source>
        <translation>„%1“ ist kein deployter Endpoint.</translation>
    </message>
    <message>
        <source>%1 is routed to %2.</source>
        <translation>%1 wird an %2 geroutet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not routed.</source>
        <translation>„%1“ wurde nicht geroutet.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SimulationPresenter</name>
    <message>
        <source>Kill a worker</source>
        <translation>Worker abschießen</translation>
    </message>
    <message>
        <source>Restart the proxy</source>
        <translation>Proxy neu starten</translation>
    </message>
    <message>
        <source>Pause a model server</source>
        <translation>Modellserver anhalten</translation>
    </message>
    <message>
        <source>Slow a model server</source>
        <translation>Modellserver bremsen</translation>
    </message>
    <message>
        <source>Cut the control plane</source>
        <translation>Control Plane kappen</translation>
    </message>
    <message>
        <source>Feature store down</source>
        <translation>Feature Store aus</translation>
    </message>
    <message>
        <source>Feature drift</source>
        <translation>Feature-Drift</translation>
    </message>
    <message>
        <source>Malformed requests</source>
        <translation>Fehlerhafte Anfragen</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>The same rate all the time.</source>
        <translation>Durchgehend dieselbe Rate.</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Tag und Nacht</translation>
    </message>
    <message>
        <source>The rate follows the hour of the world: busy by day, a fifth of it by night.</source>
        <translation>Die Rate folgt der Stunde der Welt: tagsüber viel, nachts ein Fünftel davon.</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Bursts</translation>
    </message>
    <message>
        <source>Four times the rate for ten seconds of every minute.</source>
        <translation>Die vierfache Rate für zehn Sekunden jeder Minute.</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>Ein schlechter Tag</translation>
    </message>
    <message>
        <source>A steady rate, and one fault after another strikes by itself.</source>
        <translation>Gleichmäßige Rate, und eine Störung nach der anderen tritt von selbst auf.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The simulation closed the connection.</source>
        <translation>Die Simulation hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>Traffic was not started.</source>
        <translation>Der Traffic wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>Traffic was not stopped.</source>
        <translation>Der Traffic wurde nicht gestoppt.</translation>
    </message>
    <message>
        <source>The rate was not changed.</source>
        <translation>Die Rate wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The speed was not changed.</source>
        <translation>Das Tempo wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The scenario was not changed.</source>
        <translation>Das Szenario wurde nicht geändert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not strike.</source>
        <translation>„%1“ wurde nicht ausgelöst.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not undone.</source>
        <translation>„%1“ wurde nicht rückgängig gemacht.</translation>
    </message>
    <message>
        <source>One worker of the candidate is killed. Its neighbour takes the load until a new one serves.</source>
        <translation>Ein Worker des Kandidaten wird abgeschossen. Sein Nachbar übernimmt die Last, bis ein neuer bereit ist.</translation>
    </message>
    <message>
        <source>It stops and starts again. Requests in between fail; it serves from its last good config.</source>
        <translation>Er stoppt und startet neu. Anfragen dazwischen scheitern; er nutzt seine letzte gute Konfig.</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s stands still. Its worker leaves the rotation; calls go elsewhere.</source>
        <translation>Einer des Kandidaten steht still. Sein Worker verlässt die Rotation; Aufrufe gehen woandershin.</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s gets a third of its time. Latency rises; nothing fails.</source>
        <translation>Einer des Kandidaten erhält ein Drittel seiner Zeit. Die Latenz steigt; nichts scheitert.</translation>
    </message>
    <message>
        <source>It is killed. Traffic goes on; this window is not connected until it is back.</source>
        <translation>Sie wird abgeschossen. Der Traffic läuft weiter; dieses Fenster ist bis zu ihrer Rückkehr nicht verbunden.</translation>
    </message>
    <message>
        <source>Reads of stored features fail. Workers use what they remember for a minute, then defaults.</source>
        <translation>Lesen gespeicherter Features scheitert. Worker nutzen eine Minute lang ihren Cache, dann Standardwerte.</translation>
    </message>
    <message>
        <source>Stored late rates are turned around. Version 2 uses them and gets worse within a minute.</source>
        <translation>Gespeicherte Verspätungsraten werden umgekehrt. Version 2 nutzt sie und wird binnen einer Minute schlechter.</translation>
    </message>
    <message>
        <source>Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.</source>
        <translation>Falsche Typen, fehlende Spalten, eine Million Zeilen unter den guten. Jede erhält eine klare Antwort.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::StagedChanges</name>
    <message>
        <source>Routing of %1</source>
        <translation>Routing von %1</translation>
    </message>
    <message>
        <source>Split of %1</source>
        <translation>Split von %1</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before it were applied.</source>
        <translation>
            <numerusform>%n Änderung davor wurde angewendet.</numerusform>
            <numerusform>%n Änderungen davor wurden angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not changed; it stays staged.</source>
        <translation>%1 wurde nicht geändert; es bleibt vorgemerkt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) moved.</source>
        <translation>
            <numerusform>%Ln Bucket gewechselt.</numerusform>
            <numerusform>%Ln Buckets gewechselt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation>%1 ist angewendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are applied.</source>
        <translation>
            <numerusform>%n Änderung ist angewendet.</numerusform>
            <numerusform>%n Änderungen sind angewendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was applied.</source>
        <translation>Nichts wurde angewendet.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SubmissionPresenter</name>
    <message>
        <source>%1 was not opened.</source>
        <translation>%1 wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>It has %1; a job file has at most %2. Choose the job&apos;s YAML file.</source>
        <translation>Sie hat %1; eine Jobdatei hat höchstens %2. Wählen Sie die YAML-Datei des Jobs.</translation>
    </message>
    <message>
        <source>%1: %2. Choose a file that can be read.</source>
        <translation>%1: %2. Wählen Sie eine lesbare Datei.</translation>
    </message>
    <message>
        <source>The file of job %1 could not be read.</source>
        <translation>Die Datei von Job %1 war nicht lesbar.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message numerus="yes">
        <source>%n have run before</source>
        <translation>
            <numerusform>%n lief schon</numerusform>
            <numerusform>%n liefen schon</numerusform>
        </translation>
    </message>
    <message>
        <source>none has run before</source>
        <translation>keine lief schon</translation>
    </message>
    <message>
        <source>as many as the CPUs take</source>
        <translation>so viele, wie die CPUs fassen</translation>
    </message>
    <message>
        <source>as many as the memory takes</source>
        <translation>so viele, wie der Speicher fasst</translation>
    </message>
    <message>
        <source>the job&apos;s own limit</source>
        <translation>die eigene Grenze des Jobs</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>Each asks for</source>
        <translation>Jede fordert</translation>
    </message>
    <message>
        <source>no limit of memory</source>
        <translation>keine Speichergrenze</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>The file is being read</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>It is being submitted</source>
        <translation>Wird eingereicht</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>Die Datei wird geprüft</translation>
    </message>
    <message>
        <source>Solve the problem first</source>
        <translation>Erst das Problem lösen</translation>
    </message>
    <message>
        <source>The daemon is planning</source>
        <translation>Der Daemon plant</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>Es gibt noch keinen Plan</translation>
    </message>
    <message>
        <source>Submit %1</source>
        <translation>%1 einreichen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 was not submitted.</source>
        <translation>%1 wurde nicht eingereicht.</translation>
    </message>
    <message>
        <source>Job %1 of %2 was submitted.</source>
        <translation>Job %1 von %2 wurde eingereicht.</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Arbeitsverzeichnis</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), packed and sent when you submit</source>
        <translation>
            <numerusform>%n Datei, wird beim Einreichen gepackt und gesendet</numerusform>
            <numerusform>%n Dateien, werden beim Einreichen gepackt und gesendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::T</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TopologyBuilder</name>
    <message>
        <source>no traffic</source>
        <translation>kein Traffic</translation>
    </message>
    <message>
        <source>%1, p99 %2</source>
        <translation>%1, p99 %2</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>lehnte Konfig #%1 ab: %2</translation>
    </message>
    <message>
        <source>%1 of the items fail</source>
        <translation>%1 der Items schlagen fehl</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 von %2 bereit</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>Feature Store</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 Anfragen/s</translation>
    </message>
    <message>
        <source>%1, %2 cached</source>
        <translation>%1, %2 gecacht</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingComparePresenter</name>
    <message>
        <source>%1, %2</source>
        <comment>application, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %Ln task(s)</source>
        <comment>application, time</comment>
        <translation>
            <numerusform>%1, %2, %Ln Task</numerusform>
            <numerusform>%1, %2, %Ln Tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingJobPresenter</name>
    <message>
        <source>It has not started yet.</source>
        <translation>Sie hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>Das Log ist zu Ende.</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>Das Log brach ab: %1</translation>
    </message>
    <message>
        <source>... lines before this are left out ...</source>
        <translation>... Zeilen davor sind ausgelassen ...</translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>Der Trainings-Daemon hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>Select a task first</source>
        <translation>Erst eine Task wählen</translation>
    </message>
    <message>
        <source>The task is over</source>
        <translation>Die Task ist vorbei</translation>
    </message>
    <message>
        <source>Only tasks that failed or were cancelled can be tried again</source>
        <translation>Nur fehlgeschlagene oder abgebrochene Tasks lassen sich wiederholen</translation>
    </message>
    <message>
        <source>attempt %1 on %2</source>
        <translation>Versuch %1 auf %2</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>begonnen %1</translation>
    </message>
    <message>
        <source>runs for %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>last run %1</source>
        <translation>letzter Lauf %1</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <translation>fordert %1</translation>
    </message>
    <message>
        <source>asks for %1 and %2</source>
        <translation>fordert %1 und %2</translation>
    </message>
    <message>
        <source>used %1 and %2</source>
        <extracomment>what a task used: CPUs, then memory</extracomment>
        <translation>nutzte %1 und %2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>tasks done, of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/min</source>
        <extracomment>tasks per minute</extracomment>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>bald</translation>
    </message>
    <message>
        <source>later than expected</source>
        <translation>später als erwartet</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingPresenter</name>
    <message numerus="yes">
        <source>%n job(s), none runs</source>
        <translation>
            <numerusform>%n Job, keiner läuft</numerusform>
            <numerusform>%n Jobs, keiner läuft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running, %1 of %2 tasks done</source>
        <translation>
            <numerusform>%n Job läuft, %1 von %2 Tasks fertig</numerusform>
            <numerusform>%n Jobs laufen, %1 von %2 Tasks fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>Der Trainings-Daemon hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>Erst einen Job wählen</translation>
    </message>
    <message>
        <source>The job is over</source>
        <translation>Der Job ist vorbei</translation>
    </message>
    <message>
        <source>It is being cancelled already</source>
        <translation>Er wird schon abgebrochen</translation>
    </message>
    <message>
        <source>No task failed or was cancelled</source>
        <translation>Keine Task ist fehlgeschlagen oder abgebrochen</translation>
    </message>
    <message>
        <source>Wait until it is cancelled</source>
        <translation>Warten, bis er abgebrochen ist</translation>
    </message>
    <message>
        <source>Select a cluster first</source>
        <translation>Erst einen Cluster wählen</translation>
    </message>
    <message>
        <source>The cluster is gone; its history stays</source>
        <translation>Der Cluster ist beendet; sein Verlauf bleibt</translation>
    </message>
    <message>
        <source>It is being stopped already</source>
        <translation>Er wird schon gestoppt</translation>
    </message>
    <message numerus="yes">
        <source>job %1 of %2, %Ln task(s) left</source>
        <translation>
            <numerusform>Job %1 von %2, %Ln Task übrig</numerusform>
            <numerusform>Job %1 von %2, %Ln Tasks übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job %1</source>
        <translation>Job %1 abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln task(s) of %1</source>
        <translation>
            <numerusform>%Ln Task von %1 abbrechen</numerusform>
            <numerusform>%Ln Tasks von %1 abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Job %1 was not cancelled.</source>
        <translation>Job %1 wurde nicht abgebrochen.</translation>
    </message>
    <message>
        <source>Job %1 is being cancelled.</source>
        <translation>Job %1 wird abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 are being cancelled.</source>
        <translation>
            <numerusform>%Ln Task von Job %1 wird abgebrochen.</numerusform>
            <numerusform>%Ln Tasks von Job %1 werden abgebrochen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry job %1</source>
        <translation>Job %1 wiederholen</translation>
    </message>
    <message>
        <source>Job %1 was not tried again.</source>
        <translation>Job %1 wurde nicht wiederholt.</translation>
    </message>
    <message>
        <source>The results of job %1 are published again.</source>
        <translation>Die Ergebnisse von Job %1 werden erneut veröffentlicht.</translation>
    </message>
    <message>
        <source>All failed tasks of job %1 run again.</source>
        <translation>Alle fehlgeschlagenen Tasks von Job %1 laufen erneut.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 run again.</source>
        <translation>
            <numerusform>%Ln Task von Job %1 läuft erneut.</numerusform>
            <numerusform>%Ln Tasks von Job %1 laufen erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete cluster %1</source>
        <translation>Cluster %1 löschen</translation>
    </message>
    <message>
        <source>Cluster %1 was not deleted.</source>
        <translation>Cluster %1 wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>Cluster %1 is being stopped.</source>
        <translation>Cluster %1 wird gestoppt.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingRoom</name>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>mean %1 %</source>
        <translation>Mittel %1 %</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>Spitze %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>cores that tasks asked for, of all</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::WhatIfPresenter</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>Preis %1</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>One shared queue with a task on each host, against a cluster made for the job, with slots of the CPUs that a task needs: 1,500 tasks on the same ten hosts.</source>
        <translation>Eine gemeinsame Warteschlange mit einer Task je Host, gegen einen Cluster für den Job mit Slots so groß, wie eine Task sie braucht: 1.500 Tasks auf denselben zehn Hosts.</translation>
    </message>
    <message>
        <source>Right-sized cluster</source>
        <translation>Passender Cluster</translation>
    </message>
    <message>
        <source>A cluster for this job alone, 2 CPUs for each task, the longest tasks first.</source>
        <translation>Ein Cluster nur für diesen Job, 2 CPUs je Task, die längsten Tasks zuerst.</translation>
    </message>
    <message>
        <source>Shared queue</source>
        <translation>Gemeinsame Warteschlange</translation>
    </message>
    <message>
        <source>One shared queue, one task at a time on each host, behind a backlog of other applications.</source>
        <translation>Eine gemeinsame Warteschlange, eine Task zugleich je Host, hinter einem Rückstau anderer Anwendungen.</translation>
    </message>
    <message>
        <source>A quiet day</source>
        <translation>Ein ruhiger Tag</translation>
    </message>
    <message>
        <source>A quiet day of the shared queue, whose hosts are paid around the clock.</source>
        <translation>Ein ruhiger Tag der gemeinsamen Warteschlange, deren Hosts rund um die Uhr bezahlt werden.</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>Ein schlechter Tag</translation>
    </message>
    <message>
        <source>Right-sized, with slow starts, lost hosts, failing attempts and tasks that outgrow their memory.</source>
        <translation>Passend bemessen, mit langsamen Starts, verlorenen Hosts, scheiternden Versuchen und Tasks, die ihrem Speicher entwachsen.</translation>
    </message>
    <message>
        <source>Whole numbers from %1 to %2 with spaces between them.</source>
        <translation>Ganze Zahlen von %1 bis %2 mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>Numbers from %1 to %2 with spaces between them.</source>
        <translation>Zahlen von %1 bis %2 mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>Choose at least one order.</source>
        <translation>Wählen Sie mindestens eine Reihenfolge.</translation>
    </message>
    <message>
        <source>The clusters were not calculated.</source>
        <translation>Die Cluster wurden nicht berechnet.</translation>
    </message>
    <message>
        <source>Fastest: %1 in %2. Cheapest: %3 for %4.</source>
        <translation>Am schnellsten: %1 in %2. Am billigsten: %3 für %4.</translation>
    </message>
    <message>
        <source>Before: shared queue</source>
        <translation>Vorher: gemeinsame Warteschlange</translation>
    </message>
    <message>
        <source>After: right-sized</source>
        <translation>Nachher: passend bemessen</translation>
    </message>
    <message>
        <source>The same tasks on the same hosts take %1 instead of %2, at %3 of the CPUs instead of %4.</source>
        <translation>Dieselben Tasks auf denselben Hosts dauern %1 statt %2, bei %3 der CPUs statt %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s), %1 for each task, %2</source>
        <extracomment>a cluster: hosts, CPUs per task, order of the tasks</extracomment>
        <translation>
            <numerusform>%n Host, %1 je Task, %2</numerusform>
            <numerusform>%n Hosts, %1 je Task, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::rpc</name>
    <message>
        <source>Give the context a name.</source>
        <translation>Dem Kontext einen Namen geben.</translation>
    </message>
    <message>
        <source>Give the address of its control plane: host:port or unix:/path.</source>
        <translation>Die Adresse der Control Plane angeben: host:port oder unix:/path.</translation>
    </message>
    <message>
        <source>The address needs a port from 1 to 65535: host:port, for example ml.example.org:7700.</source>
        <translation>Die Adresse braucht einen Port von 1 bis 65535: host:port, zum Beispiel ml.example.org:7700.</translation>
    </message>
    <message>
        <source>A certificate and its key belong together: give both, or neither.</source>
        <translation>Ein Zertifikat und sein Schlüssel gehören zusammen: beide oder keines angeben.</translation>
    </message>
    <message>
        <source>Other machines are reached through TLS only: give the file of the authority (CA) that signed the control plane&apos;s certificate.</source>
        <translation>Andere Rechner sind nur über TLS erreichbar: die Datei der Zertifizierungsstelle (CA) angeben, die das Zertifikat der Control Plane signiert hat.</translation>
    </message>
    <message>
        <source>The training daemon&apos;s address needs a port from 1 to 65535, or leave it empty.</source>
        <translation>Die Adresse des Trainings-Daemons braucht einen Port von 1 bis 65535, oder lassen Sie sie leer.</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::Connection</name>
    <message>
        <source>The control plane closed the connection.</source>
        <translation>Die Control Plane hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The control plane stopped answering: %1</source>
        <translation>Die Control Plane antwortet nicht mehr: %1</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::SimulationHost</name>
    <message>
        <source>%1 is missing. Install Aerie whole, or build it with packaging/build.</source>
        <translation>%1 fehlt. Aerie vollständig installieren oder mit packaging/build bauen.</translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the rights of the folder above it, or set AERIE_HOME.</source>
        <translation>%1 kann nicht angelegt werden. Die Rechte des übergeordneten Ordners prüfen oder AERIE_HOME setzen.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>The simulation was ended from outside or crashed.</source>
        <translation>Die Simulation wurde von außen beendet oder ist abgestürzt.</translation>
    </message>
    <message>
        <source>The simulation ended with code %1.</source>
        <translation>Die Simulation endete mit Code %1.</translation>
    </message>
    <message>
        <source>The simulation that ran here was ended by somebody else.</source>
        <translation>Die hier laufende Simulation wurde von jemand anderem beendet.</translation>
    </message>
</context>
<context>
    <name>aerie::shell</name>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>version, %1</source>
        <translation>Version, %1</translation>
    </message>
    <message>
        <source>deployment, %1</source>
        <extracomment>%1 is a state such as &quot;Ready&quot;</extracomment>
        <translation>Deployment, %1</translation>
    </message>
    <message>
        <source>use case</source>
        <translation>Use Case</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>training job, %1, %2</source>
        <extracomment>a state such as &quot;Running&quot;, and when it was submitted</extracomment>
        <translation>Trainingsjob, %1, %2</translation>
    </message>
    <message>
        <source>training cluster, %1</source>
        <translation>Trainingscluster, %1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AboutDialog</name>
    <message>
        <source>About Aerie</source>
        <translation>Über Aerie</translation>
    </message>
    <message>
        <source>Aerie %1</source>
        <translation>Aerie %1</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Libraries, their versions and licences</source>
        <translation>Bibliotheken, ihre Versionen und Lizenzen</translation>
    </message>
    <message>
        <source>Aerie&apos;s own source is under the Apache License 2.0. Qt Charts exists under GPL-3.0 only, so this program, linked with it, is distributed under GPL-3.0. The daemons and aeriectl use no Qt; the libraries that only they use are listed here, too.</source>
        <translation>Aeries eigener Quellcode steht unter der Apache License 2.0. Qt Charts gibt es nur unter GPL-3.0, daher wird dieses damit gelinkte Programm unter GPL-3.0 verbreitet. Die Daemons und aeriectl nutzen kein Qt; auch die Bibliotheken, die nur sie nutzen, stehen hier.</translation>
    </message>
    <message>
        <source>Desktop control plane for machine-learning serving and training</source>
        <translation>Desktop-Control-Plane für Machine-Learning-Serving und ‑Training</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AppMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Application</name>
    <message>
        <source>&quot;%1&quot; cannot be opened</source>
        <translation>„%1“ kann nicht geöffnet werden</translation>
    </message>
</context>
<context>
    <name>aerie::shell::CommandPalette</name>
    <message>
        <source>Search or run a command; &gt; for commands, @ for things</source>
        <translation>Suchen oder Befehl ausführen; &gt; für Befehle, @ für Objekte</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Commands and things</source>
        <translation>Befehle und Objekte</translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot;</source>
        <translation>Nichts heißt „%1“</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Deployments</name>
    <message>
        <source>Deploy?</source>
        <translation>Deployen?</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Deployen</translation>
    </message>
    <message>
        <source>Change the number of replicas to %1?</source>
        <translation>Die Anzahl der Replikate auf %1 ändern?</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>Restart all replicas?</source>
        <translation>Alle Replikate neu starten?</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Roll back?</source>
        <translation>Zurückrollen?</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Delete the deployment?</source>
        <translation>Das Deployment löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Experiments</name>
    <message>
        <source>Create the experiment?</source>
        <translation>Das Experiment anlegen?</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Start the experiment?</source>
        <translation>Das Experiment starten?</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop the experiment?</source>
        <translation>Das Experiment stoppen?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Change the split?</source>
        <translation>Den Split ändern?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Header</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>Lokale Simulation stoppen</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>Lokale Simulation starten</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>Control Plane hinzufügen...</translation>
    </message>
    <message>
        <source>Control plane of Aerie %1</source>
        <translation>Control Plane von Aerie %1</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>Kein Kontext</translation>
    </message>
    <message>
        <source>Context: %1, %2</source>
        <extracomment>%1 is the name of a context, %2 local, staging or production</extracomment>
        <translation>Kontext: %1, %2</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>Wählen, was dieses Fenster zeigt und steuert</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Meldungen, %n neue</numerusform>
            <numerusform>Meldungen, %n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>aerie::shell::HelpWindow</name>
    <message>
        <source>Aerie guide</source>
        <translation>Aerie-Handbuch</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Right)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>aerie::shell::LogDock</name>
    <message>
        <source>Whose log is shown</source>
        <translation>Wessen Log angezeigt wird</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Log ausblenden</translation>
    </message>
    <message>
        <source>Nothing is deployed yet, so there is no log.</source>
        <translation>Noch nichts deployt, daher gibt es kein Log.</translation>
    </message>
</context>
<context>
    <name>aerie::shell::MainWindow</name>
    <message>
        <source>Aerie</source>
        <translation>Aerie</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>%1 - Aerie</source>
        <translation>%1 - Aerie</translation>
    </message>
    <message>
        <source>%1 - %2 - Aerie</source>
        <translation>%1 - %2 - Aerie</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Mit %1 verbunden</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>Die Verbindung zu %1 ging verloren</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Switch to &quot;%1&quot; now?</source>
        <translation>Jetzt zu „%1“ wechseln?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of this window end unfinished.</source>
        <translation>
            <numerusform>%n Aufgabe dieses Fensters endet unvollendet.</numerusform>
            <numerusform>%n Aufgaben dieses Fensters enden unvollendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Search or Run a Command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>Find anything by name</source>
        <translation>Alles nach Namen finden</translation>
    </message>
    <message>
        <source>Switch Theme</source>
        <translation>Design wechseln</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is</source>
        <translation>Hell, dunkel oder wie das System</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>Die Navigation ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Show or hide the log at the foot of the window</source>
        <translation>Das Log am unteren Fensterrand ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>What succeeded and what failed so far</source>
        <translation>Was bisher gelang und was fehlschlug</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>All commands, by subject</source>
        <translation>Alle Befehle nach Thema</translation>
    </message>
    <message>
        <source>Switch Context...</source>
        <translation>Kontext wechseln...</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>Wählen, was dieses Fenster zeigt und steuert</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>Control Plane hinzufügen...</translation>
    </message>
    <message>
        <source>Name another control plane to connect to</source>
        <translation>Eine andere Control Plane zum Verbinden nennen</translation>
    </message>
    <message>
        <source>Manage Contexts</source>
        <translation>Kontexte verwalten</translation>
    </message>
    <message>
        <source>Add, edit and remove contexts</source>
        <translation>Kontexte hinzufügen, bearbeiten und entfernen</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>Lokale Simulation starten</translation>
    </message>
    <message>
        <source>Run the whole system on this machine and show it</source>
        <translation>Das ganze System auf diesem Rechner ausführen und zeigen</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>Lokale Simulation stoppen</translation>
    </message>
    <message>
        <source>End its daemons; its state is kept</source>
        <translation>Die Daemons beenden; der Zustand bleibt erhalten</translation>
    </message>
    <message>
        <source>Retry the Connection</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connect now instead of waiting</source>
        <translation>Jetzt verbinden statt zu warten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window and end what it started</source>
        <translation>Das Fenster schließen und beenden, was es gestartet hat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text or rows</source>
        <translation>Den ausgewählten Text oder die Zeilen kopieren</translation>
    </message>
    <message>
        <source>Find on This Page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Put the cursor into the page&apos;s search field</source>
        <translation>Den Cursor in das Suchfeld der Seite setzen</translation>
    </message>
    <message>
        <source>Find in the Log</source>
        <translation>Im Log suchen</translation>
    </message>
    <message>
        <source>Show the log and put the cursor into its search field</source>
        <translation>Das Log zeigen und den Cursor in sein Suchfeld setzen</translation>
    </message>
    <message>
        <source>Find Next in the Log</source>
        <translation>Im Log weitersuchen</translation>
    </message>
    <message>
        <source>Go to the next line that has the text</source>
        <translation>Zur nächsten Zeile mit dem Text</translation>
    </message>
    <message>
        <source>Find Previous in the Log</source>
        <translation>Im Log rückwärts suchen</translation>
    </message>
    <message>
        <source>Go to the line before that has the text</source>
        <translation>Zur vorherigen Zeile mit dem Text</translation>
    </message>
    <message>
        <source>Help on This Page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Open the chapter about what is shown</source>
        <translation>Das Kapitel zum Angezeigten öffnen</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Open the guide at its contents</source>
        <translation>Das Handbuch beim Inhalt öffnen</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>See and change the keys of all commands</source>
        <translation>Die Tasten aller Befehle ansehen und ändern</translation>
    </message>
    <message>
        <source>About Aerie...</source>
        <translation>Über Aerie...</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versionen und Lizenzen</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Design: wie das System</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Design: hell</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Design: dunkel</translation>
    </message>
    <message>
        <source>%1 finds everything, %2 helps</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation>%1 findet alles, %2 hilft</translation>
    </message>
    <message>
        <source>Close the window now?</source>
        <translation>Das Fenster jetzt schließen?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) end unfinished.</source>
        <translation>
            <numerusform>%n Aufgabe endet unvollendet.</numerusform>
            <numerusform>%n Aufgaben enden unvollendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>What is being done, with Cancel, and what was done</source>
        <translation>Was gerade läuft, mit Abbrechen, und was erledigt ist</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NavRail</name>
    <message>
        <source>Unfold the navigation</source>
        <translation>Die Navigation ausklappen</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>Die Navigation einklappen</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation>Alle Meldungen löschen</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation>Meldungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing to tell yet.
What succeeds and what fails is kept here.</source>
        <translation>Noch nichts zu melden.
Was gelingt und was fehlschlägt, wird hier aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Registry</name>
    <message>
        <source>Register a bundle?</source>
        <translation>Ein Bundle registrieren?</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Move the stage %1?</source>
        <translation>Die Stage %1 verschieben?</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Hochstufen</translation>
    </message>
    <message>
        <source>Restore a version?</source>
        <translation>Eine Version wiederherstellen?</translation>
    </message>
    <message>
        <source>Archive a version?</source>
        <translation>Eine Version archivieren?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
</context>
<context>
    <name>aerie::shell::RoutingGuard</name>
    <message>
        <source>Change the routing?</source>
        <translation>Das Routing ändern?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Screenshots</name>
    <message>
        <source>No data came within %1 s; is the control plane running?</source>
        <translation>Innerhalb von %1 s kamen keine Daten; läuft die Control Plane?</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another directory.</source>
        <translation>%1 kann nicht geschrieben werden; bitte ein anderes Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>Pictures are missing: %1</source>
        <translation>Es fehlen Bilder: %1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::StartPage</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Connect to a control plane...</source>
        <translation>Mit Control Plane verbinden...</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>Lokale Simulation startet</translation>
    </message>
    <message>
        <source>Real daemons with real flight data on this machine. Live traffic appears in a few seconds.</source>
        <translation>Echte Daemons mit echten Flugdaten auf diesem Rechner. Live-Traffic erscheint in wenigen Sekunden.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stopping the local simulation</source>
        <translation>Lokale Simulation stoppt</translation>
    </message>
    <message>
        <source>Its daemons finish what they have begun.</source>
        <translation>Ihre Daemons beenden, was sie begonnen haben.</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>Die lokale Simulation ist nicht gestartet</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Welcome to Aerie</source>
        <translation>Willkommen bei Aerie</translation>
    </message>
    <message>
        <source>See it at work first: the local simulation runs the whole system on this machine, with two versions of a model that predicts flight delays, an experiment between them and live traffic. It needs no network, and ends with this window.</source>
        <translation>Zuerst in Aktion sehen: Die lokale Simulation führt das ganze System auf diesem Rechner aus, mit zwei Versionen eines Modells, das Flugverspätungen vorhersagt, einem Experiment dazwischen und Live-Traffic. Sie braucht kein Netzwerk und endet mit diesem Fenster.</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>Lokale Simulation starten</translation>
    </message>
    <message>
        <source>The local simulation is not running</source>
        <translation>Die lokale Simulation läuft nicht</translation>
    </message>
    <message>
        <source>Its state is kept; starting it takes a few seconds.</source>
        <translation>Ihr Zustand bleibt erhalten; der Start dauert wenige Sekunden.</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindung zu %1</translation>
    </message>
    <message>
        <source>No control plane answers at %1</source>
        <translation>Keine Control Plane antwortet unter %1</translation>
    </message>
    <message>
        <source>%1

This window tries again by itself. Is aerie-control running there, and is the address right?</source>
        <translation>%1

Dieses Fenster versucht es selbst erneut. Läuft aerie-control dort, und stimmt die Adresse?</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Training</name>
    <message>
        <source>Submit the training job?</source>
        <translation>Trainingsjob einreichen?</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Einreichen</translation>
    </message>
    <message>
        <source>Cancel the job?</source>
        <translation>Den Job abbrechen?</translation>
    </message>
    <message>
        <source>Cancel tasks?</source>
        <translation>Tasks abbrechen?</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Job abbrechen</translation>
    </message>
    <message>
        <source>Cancel tasks</source>
        <translation>Tasks abbrechen</translation>
    </message>
    <message>
        <source>Run tasks again?</source>
        <translation>Tasks erneut ausführen?</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Delete the cluster?</source>
        <translation>Den Cluster löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::BucketMap</name>
    <message>
        <source>Bucket map</source>
        <translation>Bucket-Karte</translation>
    </message>
    <message>
        <source>no arm</source>
        <translation>kein Arm</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (moves)</source>
        <translation>Bucket %1: jetzt %2, danach %3 (wechselt)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (joins)</source>
        <translation>Bucket %1: jetzt %2, danach %3 (kommt hinzu)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (leaves)</source>
        <translation>Bucket %1: jetzt %2, danach %3 (scheidet aus)</translation>
    </message>
    <message>
        <source>Bucket %1: %2, stays</source>
        <translation>Bucket %1: %2, bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%n bucket(s) change</source>
        <translation>
            <numerusform>%n Bucket ändert sich</numerusform>
            <numerusform>%n Buckets ändern sich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 move</source>
        <translation>%1 wechseln</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 kommen hinzu</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 scheiden aus</translation>
    </message>
    <message>
        <source>%1 in no arm</source>
        <translation>%1 in keinem Arm</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys to ask for a bucket.</source>
        <translation>Zeigen oder Pfeiltasten nutzen, um einen Bucket abzufragen.</translation>
    </message>
    <message>
        <source>No bucket changes. Hover or use the arrow keys.</source>
        <translation>Kein Bucket ändert sich. Zeigen oder Pfeiltasten nutzen.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::CellGrid</name>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>(%1 of its expected time)</source>
        <translation>(%1 der erwarteten Zeit)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln Task</numerusform>
            <numerusform>%Ln Tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartCard</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Save the chart as a picture or a table</source>
        <translation>Das Diagramm als Bild oder Tabelle speichern</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>Als Bild speichern (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>Als Tabelle speichern (CSV)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No data in this time</source>
        <translation>Keine Daten in dieser Zeit</translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation>Leer seit %1</translation>
    </message>
    <message>
        <source>Save the Chart as a Picture</source>
        <translation>Diagramm als Bild speichern</translation>
    </message>
    <message>
        <source>Save the Chart as a Table</source>
        <translation>Diagramm als Tabelle speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>„%1“ wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden. Bitte einen anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartPlot</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ConfirmSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zum Bestätigen %1 eingeben</translation>
    </message>
    <message>
        <source>This is the production context &quot;%1&quot;.</source>
        <translation>Dies ist der Produktionskontext „%1“.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DagView</name>
    <message>
        <source>Nothing to draw</source>
        <translation>Nichts zu zeichnen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
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
        <source>Fit the graph</source>
        <translation>Graph einpassen</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message>
        <source>with a cycle</source>
        <translation>mit einem Zyklus</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>%1 and %2 are the same</source>
        <translation>%1 und %2 sind gleich</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EffectChart</name>
    <message>
        <source>Cumulative difference to the first arm</source>
        <translation>Kumulierter Unterschied zum ersten Arm</translation>
    </message>
    <message>
        <source>%1 %2 [%3, %4], %5 outcomes</source>
        <extracomment>an arm, its difference, the interval, how many outcomes</extracomment>
        <translation>%1 %2 [%3, %4], %5 Ergebnisse</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EmptyState</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::FilterTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>Kein Treffer für „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) hidden by the search.</source>
        <translation>
            <numerusform>%Ln Zeile durch die Suche ausgeblendet.</numerusform>
            <numerusform>%Ln Zeilen durch die Suche ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::HostHeatMap</name>
    <message>
        <source>Busy cores by host</source>
        <translation>Genutzte Kerne je Host</translation>
    </message>
    <message>
        <source>%1, core %2</source>
        <translation>%1, Kern %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1: not ready, or not measured</source>
        <translation>%1: nicht bereit oder nicht gemessen</translation>
    </message>
    <message>
        <source>%1: %2 busy</source>
        <translation>%1: %2 genutzt</translation>
    </message>
    <message>
        <source>%1: %2 busy, %3 of %4 cores, %5 in slots</source>
        <translation>%1: %2 genutzt, %3 von %4 Kernen, %5 in Slots</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n Host</numerusform>
            <numerusform>%n Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No host was measured in this time</source>
        <translation>In dieser Zeit wurde kein Host gemessen</translation>
    </message>
    <message>
        <source>%1 of the cores busy</source>
        <translation>%1 der Kerne genutzt</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>nicht bereit</translation>
    </message>
    <message>
        <source>Arrow keys move; Space opens a host into its cores.</source>
        <translation>Pfeiltasten bewegen; Leertaste öffnet die Kerne eines Hosts.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LegendBar</name>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>%1: click shows or hides it, Ctrl+click shows it alone</source>
        <translation>%1: Klick blendet ein oder aus, Ctrl+Klick zeigt nur dies</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Replica whose log is shown</source>
        <translation>Replikat, dessen Log angezeigt wird</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>Alle Replikate</translation>
    </message>
    <message>
        <source>Lowest level that is shown</source>
        <translation>Niedrigste angezeigte Stufe</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info und höher</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Ab Warnung</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Log suchen</translation>
    </message>
    <message>
        <source>Enter finds the next line, Shift+Enter the one before</source>
        <translation>Enter findet die nächste Zeile, Shift+Enter die vorherige</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>Zum Neuesten</translation>
    </message>
    <message>
        <source>Follow the newest line again</source>
        <translation>Wieder der neuesten Zeile folgen</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Vorherige finden</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Nächste finden</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>Die ausgewählten Zeilen oder alle kopieren</translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation>In Datei speichern...</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the log</source>
        <translation>„%1“ ist nicht im Log</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Log speichern</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>In %1 gespeichert</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RolloutSteps</name>
    <message>
        <source>Rollout steps</source>
        <translation>Rollout-Schritte</translation>
    </message>
    <message>
        <source>No rollout yet</source>
        <translation>Noch kein Rollout</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RunComparison</name>
    <message>
        <source>Busy share of the cores</source>
        <translation>Genutzter Anteil der Kerne</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>Tasks zugleich</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>%1 times as many</source>
        <translation>%1-mal so viele</translation>
    </message>
    <message>
        <source>%1 times fewer</source>
        <translation>%1-mal weniger</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1-mal so schnell</translation>
    </message>
    <message>
        <source>%1 times as long</source>
        <translation>%1-mal so lange</translation>
    </message>
    <message>
        <source>CPU really used</source>
        <translation>CPU wirklich genutzt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference of two percentages</extracomment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>Höchstens zugleich</translation>
    </message>
    <message>
        <source>Core hours</source>
        <translation>Kernstunden</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <extracomment>from one value to another</extracomment>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SankeyView</name>
    <message>
        <source>Flow of items</source>
        <translation>Fluss der Items</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys: intended and actual share of a way</source>
        <translation>Zeigen oder Pfeiltasten nutzen: Soll- und Ist-Anteil eines Wegs</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitBar</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation>Grenze zwischen %1 und %2</translation>
    </message>
    <message>
        <source>%1 | %2: drag, or Left and Right for 1 %, with Ctrl 0.1 %, Page Up and Page Down for 10 %</source>
        <translation>%1 | %2: ziehen, oder Left und Right für 1 %, mit Ctrl 0,1 %, Page Up und Page Down für 10 %</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitEditor</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of %1 in percent</source>
        <translation>Anteil von %1 in Prozent</translation>
    </message>
    <message>
        <source>Share of %1; the others share the rest as they did</source>
        <translation>Anteil von %1; die anderen teilen sich den Rest wie zuvor</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskPanel</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige leeren</translation>
    </message>
    <message>
        <source>Clear finished tasks</source>
        <translation>Fertige Aufgaben leeren</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Noch nichts erledigt.</translation>
    </message>
    <message>
        <source>Progress of &quot;%1&quot;</source>
        <translation>Fortschritt von „%1“</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;</source>
        <translation>„%1“ abbrechen</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskStrip</name>
    <message>
        <source>Progress of the newest task</source>
        <translation>Fortschritt der neuesten Aufgabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the newest task</source>
        <translation>Die neueste Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation>Aufgaben (%1)</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimeRangeBar</name>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>Shown: %1. Go back to live</source>
        <translation>Gezeigt: %1. Zurück zu Live</translation>
    </message>
    <message>
        <source>The piece that was picked in a chart; click to go back to the last %1</source>
        <translation>Der im Diagramm gewählte Abschnitt; Klick führt zurück zu den letzten %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Pause the charts</source>
        <translation>Diagramme anhalten</translation>
    </message>
    <message>
        <source>Follow the clock again</source>
        <translation>Wieder der Uhr folgen</translation>
    </message>
    <message>
        <source>Hold the charts still (Ctrl+P)</source>
        <translation>Die Diagramme anhalten (Ctrl+P)</translation>
    </message>
    <message>
        <source>Follow the clock again (Ctrl+P)</source>
        <translation>Wieder der Uhr folgen (Ctrl+P)</translation>
    </message>
    <message>
        <source>Go back to live</source>
        <translation>Zurück zu Live</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of tasks</source>
        <translation>Zeitachse der Tasks</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 from %4, attempt %5, %6 slot %7</source>
        <translation>%1: %2, %3 ab %4, Versuch %5, %6 Slot %7</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>wartete %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a bar, or use the arrow keys. The wheel, + and - zoom, 0 shows everything.</source>
        <translation>Zeigen Sie auf einen Balken, oder nutzen Sie die Pfeiltasten. Rad, + und - zoomen, 0 zeigt alles.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineView</name>
    <message>
        <source>Show more time</source>
        <translation>Mehr Zeit zeigen</translation>
    </message>
    <message>
        <source>-</source>
        <translation>-</translation>
    </message>
    <message>
        <source>Show more detail</source>
        <translation>Mehr Details zeigen</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>%1 (key %2 in the timeline)</source>
        <extracomment>tool tip of a button: what it does (its key, in the timeline)</extracomment>
        <translation>%1 (Taste %2 in der Zeitachse)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Save the timeline as a picture, a table or a trace</source>
        <translation>Die Zeitachse als Bild, Tabelle oder Trace speichern</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>Als Bild speichern (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>Als Tabelle speichern (CSV)...</translation>
    </message>
    <message>
        <source>Save as Chrome Trace (JSON)...</source>
        <translation>Als Chrome-Trace speichern (JSON)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Noch lief nichts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, short neighbours merged</source>
        <translation>%1, kurze Nachbarn zusammengefasst</translation>
    </message>
    <message>
        <source>Save the Timeline as a Picture</source>
        <translation>Zeitachse als Bild speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Table</source>
        <translation>Zeitachse als Tabelle speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Trace</source>
        <translation>Zeitachse als Trace speichern</translation>
    </message>
    <message>
        <source>Trace (*.json)</source>
        <translation>Trace (*.json)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>„%1“ wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 ist nicht schreibbar. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ToggleSwitch</name>
    <message>
        <source>...</source>
        <translation>...</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TopologyView</name>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::UtilisationChart</name>
    <message>
        <source>Waste</source>
        <translation>Verschwendet</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ohne Arbeit</translation>
    </message>
    <message>
        <source>Use of the capacity</source>
        <translation>Nutzung der Kapazität</translation>
    </message>
    <message>
        <source>Capacity, slots and busy cores</source>
        <translation>Kapazität, Slots und genutzte Kerne</translation>
    </message>
    <message>
        <source>Capacity (cores)</source>
        <translation>Kapazität (Kerne)</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>Slots belegt</translation>
    </message>
    <message>
        <source>Cores really busy</source>
        <translation>Kerne wirklich genutzt</translation>
    </message>
    <message>
        <source>Busy %1 of the capacity, waste %2 (%3 core hours), idle %4 (%5 core hours)</source>
        <translation>%1 der Kapazität genutzt, %2 verschwendet (%3 Kernstunden), %4 brach (%5 Kernstunden)</translation>
    </message>
    <message>
        <source>Busy %1</source>
        <translation>Genutzt %1</translation>
    </message>
    <message>
        <source>Waste %1: asked for and not used</source>
        <translation>Verschwendet %1: angefordert und nicht genutzt</translation>
    </message>
    <message>
        <source>Idle %1: not asked for</source>
        <translation>Brach %1: nicht angefordert</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::YamlEditor</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Kein Problem</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ZoneMatrix</name>
    <message>
        <source>Find tasks</source>
        <translation>Tasks suchen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Keine Tasks</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>%1: click dims or shows them</source>
        <translation>%1: ein Klick dämpft oder zeigt sie</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln task(s) match</source>
        <translation>
            <numerusform>%1 von %Ln Task passt</numerusform>
            <numerusform>%1 von %Ln Tasks passen</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys; with Ctrl to failures.</source>
        <translation>Pfeiltasten; mit Strg zu Fehlschlägen.</translation>
    </message>
</context>
<context>
    <name>contexts</name>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>control_words</name>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Warmlauf</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>läuft leer</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>Leerlauf</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Registered %1</source>
        <translation>%1 registriert</translation>
    </message>
    <message>
        <source>Promoted %1</source>
        <translation>%1 befördert</translation>
    </message>
    <message>
        <source>Archived %1</source>
        <translation>%1 archiviert</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation>%1 deployt</translation>
    </message>
    <message>
        <source>Scaled %1</source>
        <translation>%1 skaliert</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>%1 neu gestartet</translation>
    </message>
    <message>
        <source>Rolled back %1</source>
        <translation>%1 zurückgerollt</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Changed the routing of %1</source>
        <translation>Routing von %1 geändert</translation>
    </message>
    <message>
        <source>Created experiment %1</source>
        <translation>Experiment %1 erstellt</translation>
    </message>
    <message>
        <source>Started experiment %1</source>
        <translation>Experiment %1 gestartet</translation>
    </message>
    <message>
        <source>Stopped experiment %1</source>
        <translation>Experiment %1 gestoppt</translation>
    </message>
    <message>
        <source>Changed the split of %1</source>
        <translation>Aufteilung von %1 geändert</translation>
    </message>
    <message>
        <source>Proxy %1 has no stream to the control plane and serves its last config. Look at its log, or start it again</source>
        <translation>Proxy %1 hat keinen Stream zur Control Plane und arbeitet mit seiner letzten Konfiguration. Sehen Sie in sein Log, oder starten Sie ihn neu</translation>
    </message>
    <message>
        <source>Proxy %1 refused the newest config and serves the one before: %2</source>
        <translation>Proxy %1 hat die neueste Konfiguration abgelehnt und arbeitet mit der davor: %2</translation>
    </message>
    <message>
        <source>Proxy %1 has no config and refuses every request: apply a routing</source>
        <translation>Proxy %1 hat keine Konfiguration und lehnt jede Anfrage ab: wenden Sie ein Routing an</translation>
    </message>
    <message>
        <source>%2 of the items of %1 fail. Routing shows which endpoint</source>
        <translation>%2 der Items von %1 schlagen fehl. Routing zeigt, an welchem Endpoint</translation>
    </message>
    <message>
        <source>The p99 latency of %1 is %2, over half of its timeout: scale it, or look at its feature store</source>
        <translation>Die p99-Latenz von %1 ist %2, mehr als die Hälfte des Timeouts: skalieren Sie, oder sehen Sie nach dem Feature Store</translation>
    </message>
    <message>
        <source>%2 of the rows of %1 fail: its log says why</source>
        <translation>%2 der Zeilen von %1 schlagen fehl: das Log sagt, warum</translation>
    </message>
    <message>
        <source>%1 does not reach its feature store and answers with defaults</source>
        <translation>%1 erreicht seinen Feature Store nicht und antwortet mit Standardwerten</translation>
    </message>
    <message>
        <source>%1 lost %2 records of its feature log in 15 minutes: is its disk full or slow?</source>
        <translation>%1 verlor in 15 Minuten %2 Einträge des Feature-Logs: ist die Platte voll oder langsam?</translation>
    </message>
    <message>
        <source>%1 does not answer at its metrics address: charts have a gap</source>
        <translation>%1 antwortet nicht an der Metrik-Adresse: die Diagramme haben eine Lücke</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is down: %3</source>
        <translation>Replikat %2 von %1 ist ausgefallen: %3</translation>
    </message>
    <message>
        <source>Replica %2 of %1 ended unexpectedly and was started again: its log says why</source>
        <translation>Replikat %2 von %1 endete unerwartet und wurde neu gestartet: sein Log sagt, warum</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is not ready: %3</source>
        <translation>Replikat %2 von %1 ist nicht bereit: %3</translation>
    </message>
    <message>
        <source>Replicas of %1 answer with %2 different versions</source>
        <translation>Replikate von %1 antworten mit %2 verschiedenen Versionen</translation>
    </message>
    <message>
        <source>The rollout of %1 failed: %2. Deploy another version or roll back</source>
        <translation>Der Rollout von %1 ist gescheitert: %2. Deployen Sie eine andere Version, oder rollen Sie zurück</translation>
    </message>
    <message>
        <source>%1 gets no requests: does a routing name it?</source>
        <translation>%1 bekommt keine Anfragen: nennt ein Routing diesen Endpoint?</translation>
    </message>
    <message>
        <source>Feature %3 of %1 falls back to its default in %2 of the rows</source>
        <translation>Feature %3 von %1 hat in %2 der Zeilen seinen Standardwert</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
</TS>
