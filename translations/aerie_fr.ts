<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
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
        <translation>%1 (phase)</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation>Échec du rollout</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>En rollout</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Dégradé</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Pas prêt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivée</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log loss</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Sert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Suit</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Réplica</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>retenu</translation>
    </message>
    <message>
        <source>The proxies do not know this replica</source>
        <translation>Les proxies ne connaissent pas ce réplica</translation>
    </message>
    <message>
        <source>Every proxy sends to it</source>
        <translation>Tous les proxies lui envoient du trafic</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Relances</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Appliqué</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Note</translation>
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
        <translation>%1 j %2 h</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>il y a %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>il y a %1 jours</translation>
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
        <translation>Clé</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, puis %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Layer bucket</source>
        <translation>Bucket de couche</translation>
    </message>
    <message>
        <source>Hash input</source>
        <translation>Entrée du hash</translation>
    </message>
    <message>
        <source>FNV-1a</source>
        <translation>FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a (32 bit) of the hash input</source>
        <translation>FNV-1a (32 bits) de l&apos;entrée du hash</translation>
    </message>
    <message>
        <source>FNV-1a again</source>
        <translation>FNV-1a à nouveau</translation>
    </message>
    <message>
        <source>FNV-1a of the digits before; modulo 10,000 it is the bucket</source>
        <translation>FNV-1a des chiffres précédents&#xa0;; modulo 10&#xa0;000, c&apos;est le bucket</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Endpoint after</source>
        <translation>Endpoint après</translation>
    </message>
    <message>
        <source>With the staged changes</source>
        <translation>Avec les modifications préparées</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Cas d&apos;usage</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>non routé</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarré</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>ready, no traffic</source>
        <translation>prêt, sans trafic</translation>
    </message>
    <message>
        <source>stage %1, which had none</source>
        <translation>phase %1, qui n&apos;en avait aucune</translation>
    </message>
    <message>
        <source>stage %1, before: version %2</source>
        <translation>phase %1, avant&#xa0;: version %2</translation>
    </message>
    <message>
        <source>relaunches %1</source>
        <translation>relance %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 in stage %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 en phase %2, %n réplica</numerusform>
            <numerusform>%1 en phase %2, %n réplicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 version %2, %n réplica</numerusform>
            <numerusform>%1 version %2, %n réplicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>revision %1, default endpoint %2, %n experiment(s)</source>
        <translation>
            <numerusform>révision %1, endpoint par défaut %2, %n expérience</numerusform>
            <numerusform>révision %1, endpoint par défaut %2, %n expériences</numerusform>
        </translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>couverture %1</translation>
    </message>
    <message>
        <source>digest %1, not signed</source>
        <translation>empreinte %1, non signée</translation>
    </message>
    <message>
        <source>digest %1, signed by %2</source>
        <translation>empreinte %1, signée par %2</translation>
    </message>
    <message>
        <source>its log says why</source>
        <translation>son journal dit pourquoi</translation>
    </message>
    <message>
        <source>No other replica serves</source>
        <translation>Aucun autre réplica ne sert</translation>
    </message>
    <message numerus="yes">
        <source>to %n replica(s)</source>
        <translation>
            <numerusform>à %n réplica</numerusform>
            <numerusform>à %n réplicas</numerusform>
        </translation>
    </message>
    <message>
        <source>to version %1</source>
        <translation>vers la version %1</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>Waits for a retry</source>
        <translation>Attend un nouvel essai</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Lost with its host</source>
        <translation>Perdu avec son hôte</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Délai dépassé</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Mémoire épuisée</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Job %1 of %2</source>
        <translation>Job %1 de %2</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Soumis</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tâches finies</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
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
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU utilisé</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fini</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactif</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Disparu</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>succès</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>délai dépassé</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>mémoire épuisée</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdue</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>starts now</source>
        <translation>démarre maintenant</translation>
    </message>
    <message>
        <source>the cluster or its environment is being made</source>
        <translation>le cluster ou son environnement est en création</translation>
    </message>
    <message>
        <source>the pause before the next attempt</source>
        <translation>la pause avant la prochaine tentative</translation>
    </message>
    <message>
        <source>the job&apos;s own limit of tasks at a time is reached</source>
        <translation>la limite de tâches simultanées du job est atteinte</translation>
    </message>
    <message>
        <source>the cluster&apos;s share of the machine is in use</source>
        <translation>la part de la machine du cluster est occupée</translation>
    </message>
    <message>
        <source>no host is ready</source>
        <translation>aucun hôte n&apos;est prêt</translation>
    </message>
    <message>
        <source>too large for every host</source>
        <translation>trop grande pour tous les hôtes</translation>
    </message>
    <message>
        <source>no CPU is free</source>
        <translation>aucun CPU n&apos;est libre</translation>
    </message>
    <message>
        <source>no memory is free</source>
        <translation>aucune mémoire n&apos;est libre</translation>
    </message>
    <message>
        <source>a host is kept free for a larger task</source>
        <translation>un hôte reste libre pour une tâche plus grande</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) wait: %1</source>
        <extracomment>%1 is why they wait: &quot;no CPU is free&quot;</extracomment>
        <translation>
            <numerusform>%Ln tâche attend&#xa0;: %1</numerusform>
            <numerusform>%Ln tâches attendent&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPU</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPUs</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>cette machine</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulé</translation>
    </message>
    <message>
        <source>From %1 to %2 over the runs; the first task starts after %3</source>
        <translation>De %1 à %2 selon les exécutions&#xa0;; la première tâche démarre après %3</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 non finies</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 en échec</translation>
    </message>
    <message>
        <source>Nothing faster and cheaper</source>
        <translation>Rien de plus rapide et moins cher</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>Comme listé</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Plus longues d&apos;abord</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Plus courtes d&apos;abord</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Au hasard</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>CPU par tâche</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>Prix par heure d&apos;hôte</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>Tâches à la fois</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Rows trained on</source>
        <translation>Lignes d&apos;entraînement</translation>
    </message>
    <message>
        <source>Rows tested on</source>
        <translation>Lignes de test</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Parties</translation>
    </message>
    <message>
        <source>Parts left out</source>
        <translation>Parties omises</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses %2: ask for %3</source>
        <translation>Une tâche demande %1 et utilise %2 : demander %3</translation>
    </message>
    <message>
        <source>A task uses all of its %1: a run with more may be faster</source>
        <translation>Une tâche utilise la totalité de ses %1 : une exécution avec plus serait peut-être plus rapide</translation>
    </message>
    <message>
        <source>A task asks for no memory and uses up to %1: ask for %2</source>
        <translation>Une tâche ne demande pas de mémoire et utilise jusqu&apos;à %1 : demander %2</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses at most %2: ask for %3</source>
        <translation>Une tâche demande %1 et utilise au plus %2 : demander %3</translation>
    </message>
    <message>
        <source>%1, model of all zones</source>
        <extracomment>%1 is a metric of a zone&apos;s part; here that of the model of all zones, on the same rows</extracomment>
        <translation>%1, modèle de toutes les zones</translation>
    </message>
</context>
<context>
    <name>aerie::models::ProfileStore</name>
    <message>
        <source>Local simulation</source>
        <translation>Simulation locale</translation>
    </message>
    <message>
        <source>There is a context named &quot;%1&quot; already; choose another name.</source>
        <translation>Un contexte nommé «&#xa0;%1&#xa0;» existe déjà&#xa0;; choisir un autre nom.</translation>
    </message>
</context>
<context>
    <name>aerie::models::TrainingTaskModel</name>
    <message>
        <source>Task</source>
        <translation>Tâche</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Hôte</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>CPUs used</source>
        <translation>CPU utilisés</translation>
    </message>
    <message>
        <source>Memory peak</source>
        <translation>Pic mémoire</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernière exécution</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>cores that were used of those that were asked for</extracomment>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>aerie::pages</name>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Ciel</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Rouille</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Ready to register</source>
        <translation>Prêt à enregistrer</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifeste</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Empreintes</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
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
        <translation>Plus anciens</translation>
    </message>
    <message>
        <source>Ask for four times as many entries</source>
        <translation>Demander quatre fois plus d&apos;entrées</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>Exporter CSV...</translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation>Écrire les entrées affichées dans un fichier</translation>
    </message>
    <message>
        <source>Whose entries are shown</source>
        <translation>Auteur des entrées affichées</translation>
    </message>
    <message>
        <source>Which kind of action is shown</source>
        <translation>Type d&apos;action affiché</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Entrées d&apos;audit</translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation>Rechercher des entrées</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Aucune modification pour l&apos;instant</translation>
    </message>
    <message>
        <source>Every change is recorded here, with who made it.</source>
        <translation>Chaque modification est consignée ici, avec son auteur.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entrées</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Hash (SHA-256 over this entry and the hash before)</source>
        <translation>Hash (SHA-256 de cette entrée et du hash précédent)</translation>
    </message>
    <message>
        <source>All actors</source>
        <translation>Tous les auteurs</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Toutes les actions</translation>
    </message>
    <message>
        <source>Each entry&apos;s hash covers the hash of the entry before: a changed, removed or inserted entry would show. Checked here over the loaded entries.</source>
        <translation>Le hash de chaque entrée couvre celui de l&apos;entrée précédente&#xa0;: une entrée modifiée, supprimée ou insérée se verrait. Vérifié ici sur les entrées chargées.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln modification</numerusform>
            <numerusform>%Ln modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>All entries are loaded</source>
        <translation>Toutes les entrées sont chargées</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>Il n&apos;y a rien à exporter</translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation>Le journal d&apos;audit n&apos;a pas pu être lu</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation>Choisir une entrée pour la voir en entier.</translation>
    </message>
    <message>
        <source>(no detail)</source>
        <translation>(aucun détail)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Exporter le journal d&apos;audit</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>The audit log was not exported</source>
        <translation>Le journal d&apos;audit n&apos;a pas été exporté</translation>
    </message>
    <message>
        <source>%1: %2. Choose another place.</source>
        <translation>%1&#xa0;: %2. Choisir un autre emplacement.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries to %1</source>
        <translation>
            <numerusform>%Ln entrée exportée vers %1</numerusform>
            <numerusform>%Ln entrées exportées vers %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
</context>
<context>
    <name>aerie::pages::BuildDialog</name>
    <message>
        <source>Build a bundle from %1</source>
        <translation>Créer un bundle à partir de %1</translation>
    </message>
    <message>
        <source>Takes the model, the self-test and the statistics as they are, and puts the edited configs beside them. The model is not run here: if the configs change what it gets, its self-test fails when the first worker loads it, and nothing is served.</source>
        <translation>Reprend tels quels le modèle, l&apos;auto-test et les statistiques, et y joint les configs modifiées. Le modèle n&apos;est pas exécuté ici&#xa0;: si les configs changent ce qu&apos;il reçoit, son auto-test échoue quand le premier worker le charge, et rien n&apos;est servi.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Numbered by the registry</source>
        <translation>Numérotée par le registre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Clé de signature</translation>
    </message>
    <message>
        <source>Ed25519 private key (PEM)</source>
        <translation>Clé privée Ed25519 (PEM)</translation>
    </message>
    <message>
        <source>Bundle file</source>
        <translation>Fichier bundle</translation>
    </message>
    <message>
        <source>Check it for registration afterwards</source>
        <translation>Le vérifier ensuite pour l&apos;enregistrement</translation>
    </message>
    <message>
        <source>Build bundle</source>
        <translation>Créer le bundle</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Choisir %1</translation>
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
        <translation>Couverts</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Not covered, to %1: %2</source>
        <translation>Non couverts, vers %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 vers %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>, intended %1</source>
        <translation>, prévu %1</translation>
    </message>
    <message>
        <source>, actual %1</source>
        <translation>, réel %1</translation>
    </message>
    <message>
        <source>, failed %1</source>
        <translation>, échecs %1</translation>
    </message>
    <message>
        <source>, none failed</source>
        <translation>, aucun échec</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>, not deployed</source>
        <translation>, non déployé</translation>
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
        <translation>Les deux versions</translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation>Comparer les versions de %1</translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation>Version de gauche</translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation>Version de droite</translation>
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
        <translation>Permuter les côtés</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Différence précédente (Shift+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Différence suivante (F8)</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Objet de la comparaison</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>Sources des features</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Prétraitement</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The versions were not loaded</source>
        <translation>Les versions n&apos;ont pas été chargées</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Loading both versions</source>
        <translation>Chargement des deux versions</translation>
    </message>
    <message>
        <source>%1 (same)</source>
        <translation>%1 (identique)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Auto-test</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ConfigDialog</name>
    <message>
        <source>Configs of %1</source>
        <translation>Configs de %1</translation>
    </message>
    <message>
        <source>A version never changes. What you edit here is checked as you type, and becomes files or a new bundle with a new signature.</source>
        <translation>Une version ne change jamais. Les modifications sont vérifiées pendant la saisie et deviennent des fichiers ou un nouveau bundle avec une nouvelle signature.</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>Sources des features</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Prétraitement</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>Graphe des features, des étapes et des entrées du modèle</translation>
    </message>
    <message>
        <source>No step can be read yet</source>
        <translation>Aucune étape lisible pour l&apos;instant</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Build Bundle...</source>
        <translation>Créer un bundle...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Discard Edits</source>
        <translation>Annuler l&apos;édition</translation>
    </message>
    <message>
        <source>Export Files...</source>
        <translation>Exporter...</translation>
    </message>
    <message>
        <source>Write features.yaml and preprocessor.yaml, for aeriectl model pack</source>
        <translation>Écrire features.yaml et preprocessor.yaml, pour aeriectl model pack</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, ligne %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problème</numerusform>
            <numerusform>%n problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Aucun problème</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n feature</numerusform>
            <numerusform>%n features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model input(s)</source>
        <translation>
            <numerusform>%n entrée du modèle</numerusform>
            <numerusform>%n entrées du modèle</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to what the version has</source>
        <translation>Revenir au contenu de la version</translation>
    </message>
    <message>
        <source>Nothing is edited yet</source>
        <translation>Rien n&apos;est encore modifié</translation>
    </message>
    <message>
        <source>Sign a copy of the bundle with these configs</source>
        <translation>Signer une copie du bundle avec ces configs</translation>
    </message>
    <message>
        <source>Export both configs to a folder</source>
        <translation>Exporter les deux configs dans un dossier</translation>
    </message>
    <message>
        <source>Close without your edits?</source>
        <translation>Fermer sans les modifications&#xa0;?</translation>
    </message>
    <message>
        <source>They are neither in a file nor in a bundle yet, unless you wrote one.</source>
        <translation>Elles ne sont encore ni dans un fichier ni dans un bundle, sauf si l&apos;un d&apos;eux a été écrit.</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>Fermer sans modifier</translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeployDialog</name>
    <message>
        <source>Deploy a model version</source>
        <translation>Déployer une version de modèle</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Déployer</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Version or stage</source>
        <translation>Version ou phase</translation>
    </message>
    <message>
        <source>Worker endpoint</source>
        <translation>Endpoint du worker</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Réplicas</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>local (the control plane&apos;s machine)</source>
        <translation>local (la machine du plan de contrôle)</translation>
    </message>
    <message>
        <source>CPUs of a replica</source>
        <translation>CPU d&apos;un réplica</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Whole CPUs: a fraction is rounded up</source>
        <translation>CPU entiers&#xa0;: une fraction est arrondie au supérieur</translation>
    </message>
    <message>
        <source>Memory of a replica in MiB</source>
        <translation>Mémoire d&apos;un réplica en MiB</translation>
    </message>
    <message>
        <source>A replica that uses more is ended and started anew</source>
        <translation>Un réplica qui dépasse est arrêté puis relancé</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Sidecar (own process)</source>
        <translation>Sidecar (processus propre)</translation>
    </message>
    <message>
        <source>Embedded (in the worker)</source>
        <translation>Embarqué (dans le worker)</translation>
    </message>
    <message>
        <source>OIP v2 server of yours</source>
        <translation>Serveur OIP v2 existant</translation>
    </message>
    <message>
        <source>TensorFlow Serving of yours</source>
        <translation>TensorFlow Serving existant</translation>
    </message>
    <message>
        <source>Rows of a worker request</source>
        <translation>Lignes d&apos;une requête au worker</translation>
    </message>
    <message>
        <source>Default (128)</source>
        <translation>Défaut (128)</translation>
    </message>
    <message>
        <source>Timeout in milliseconds</source>
        <translation>Délai maximal en millisecondes</translation>
    </message>
    <message>
        <source>Default (1000)</source>
        <translation>Défaut (1000)</translation>
    </message>
    <message>
        <source>Ask a second replica after milliseconds</source>
        <translation>Interroger un second réplica après (ms)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>CPUs each</source>
        <translation>CPU chacun</translation>
    </message>
    <message>
        <source>Memory each, MiB</source>
        <translation>Mémoire chacun, Mio</translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation>Lignes par requête</translation>
    </message>
    <message>
        <source>Timeout, ms</source>
        <translation>Timeout, ms</translation>
    </message>
    <message>
        <source>Hedge after, ms</source>
        <translation>Hedging après, ms</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Ce qui sera créé</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Follow stage %1 (now version %2)</source>
        <translation>Suivre la phase %1 (version %2 actuellement)</translation>
    </message>
    <message numerus="yes">
        <source>Nothing yet. Look at %n field(s) first.</source>
        <translation>
            <numerusform>Rien pour l&apos;instant. Vérifier d&apos;abord %n champ.</numerusform>
            <numerusform>Rien pour l&apos;instant. Vérifier d&apos;abord %n champs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>Déploiements</translation>
    </message>
    <message>
        <source>Search deployments</source>
        <translation>Rechercher des déploiements</translation>
    </message>
    <message>
        <source>Nothing is deployed</source>
        <translation>Rien n&apos;est déployé</translation>
    </message>
    <message>
        <source>Deploy a registered model version to give it an endpoint.</source>
        <translation>Déployer une version de modèle enregistrée pour lui donner un endpoint.</translation>
    </message>
    <message>
        <source>Deploy a version</source>
        <translation>Déployer une version</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoints</translation>
    </message>
    <message>
        <source>Nothing can be deployed yet.</source>
        <translation>Rien ne peut encore être déployé.</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>Déployer...</translation>
    </message>
    <message>
        <source>Give a model version an endpoint</source>
        <translation>Donner un endpoint à une version de modèle</translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation>Ajuster...</translation>
    </message>
    <message>
        <source>Change the number of replicas</source>
        <translation>Changer le nombre de réplicas</translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation>Redémarrer...</translation>
    </message>
    <message>
        <source>Replace all replicas one by one</source>
        <translation>Remplacer tous les réplicas un par un</translation>
    </message>
    <message>
        <source>Roll Back...</source>
        <translation>Revenir...</translation>
    </message>
    <message>
        <source>Serve the version before again</source>
        <translation>Servir de nouveau la version précédente</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Supprimer...</translation>
    </message>
    <message>
        <source>Drain and remove the endpoint</source>
        <translation>Vider et supprimer l&apos;endpoint</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Réplicas</translation>
    </message>
    <message>
        <source>Search replicas</source>
        <translation>Rechercher des réplicas</translation>
    </message>
    <message>
        <source>No replica runs</source>
        <translation>Aucun réplica en cours</translation>
    </message>
    <message>
        <source>The control plane starts one as soon as it can.</source>
        <translation>Le plan de contrôle en démarre un dès que possible.</translation>
    </message>
    <message>
        <source>Select an endpoint first</source>
        <translation>Sélectionner d&apos;abord un endpoint</translation>
    </message>
    <message>
        <source>The model has no other version to go back to</source>
        <translation>Le modèle n&apos;a pas d&apos;autre version à laquelle revenir</translation>
    </message>
    <message>
        <source>Register a model version first</source>
        <translation>Enregistrer d&apos;abord une version de modèle</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) ready</source>
        <translation>
            <numerusform>%1 endpoint prêt sur %n</numerusform>
            <numerusform>%1 endpoints prêts sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, nothing serves yet</source>
        <translation>%1, rien ne sert encore</translation>
    </message>
    <message>
        <source>Serves %1@%2</source>
        <translation>Sert %1@%2</translation>
    </message>
    <message>
        <source>follows stage %1</source>
        <translation>suit la phase %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) ready</source>
        <translation>
            <numerusform>%1 réplica prêt sur %n</numerusform>
            <numerusform>%1 réplicas prêts sur %n</numerusform>
        </translation>
    </message>
    <message>
        <source>before: version %1</source>
        <translation>avant&#xa0;: version %1</translation>
    </message>
    <message>
        <source>last switch mixed versions for %1</source>
        <translation>la dernière bascule a mêlé les versions pendant %1</translation>
    </message>
    <message>
        <source>Began at %1</source>
        <translation>Début à %1</translation>
    </message>
    <message>
        <source>Rollout of %1, took %2</source>
        <translation>Rollout de %1, durée %2</translation>
    </message>
    <message>
        <source>Rollout under way for %1</source>
        <translation>Rollout en cours depuis %1</translation>
    </message>
    <message>
        <source>The rollout failed in step &quot;%1&quot;</source>
        <translation>Le rollout a échoué à l&apos;étape «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1
Version %2 keeps serving.</source>
        <translation>%1
La version %2 continue de servir.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Replicas of %1</source>
        <translation>Réplicas de %1</translation>
    </message>
    <message numerus="yes">
        <source>Restart %n replica(s)?</source>
        <translation>
            <numerusform>Redémarrer %n réplica&#xa0;?</numerusform>
            <numerusform>Redémarrer %n réplicas&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>New replicas take over before the old ones drain; no request is lost.</source>
        <translation>De nouveaux réplicas prennent le relais avant que les anciens se vident&#xa0;; aucune requête n&apos;est perdue.</translation>
    </message>
    <message>
        <source>Restart endpoint</source>
        <translation>Redémarrer l&apos;endpoint</translation>
    </message>
    <message>
        <source>Delete endpoint %1?</source>
        <translation>Supprimer l&apos;endpoint %1&#xa0;?</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>Supprimer l&apos;endpoint</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n replica(s)</source>
        <translation>
            <numerusform>%1, %n réplica</numerusform>
            <numerusform>%1, %n réplicas</numerusform>
        </translation>
    </message>
    <message>
        <source>They drain and stop. Nothing routes to this endpoint.</source>
        <translation>Ils se vident et s&apos;arrêtent. Rien n&apos;est routé vers cet endpoint.</translation>
    </message>
    <message>
        <source>These send items to it. Change their routing first, or the control plane will refuse.</source>
        <translation>Ceux-ci lui envoient des items. Modifier d&apos;abord leur routage, sinon le plan de contrôle refusera.</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>actif depuis %1</translation>
    </message>
    <message>
        <source>The rollout is tried again</source>
        <translation>Le rollout est retenté</translation>
    </message>
    <message>
        <source>No version has become ready yet</source>
        <translation>Aucune version n&apos;est encore prête</translation>
    </message>
    <message>
        <source>Replicas are missing</source>
        <translation>Il manque des réplicas</translation>
    </message>
    <message>
        <source>Replicas crashed and are started again</source>
        <translation>Des réplicas ont planté et redémarrent</translation>
    </message>
    <message>
        <source>It is being deleted</source>
        <translation>En cours de suppression</translation>
    </message>
    <message>
        <source>These send items to it; change their routing first: %1</source>
        <translation>Ceux-ci lui envoient des items ; modifier d&apos;abord leur routage : %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentDialog</name>
    <message>
        <source>New Experiment</source>
        <translation>Nouvelle expérience</translation>
    </message>
    <message>
        <source>Edit Experiment</source>
        <translation>Modifier l&apos;expérience</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nouvelle expérience</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>It splits keys between arms. Traffic follows when it runs and a routing config names it.</source>
        <translation>Elle répartit les clés entre des bras. Le trafic suit quand elle est en cours et qu&apos;une config de routage la nomme.</translation>
    </message>
    <message>
        <source>The change is staged with a preview of the keys that move; nothing is live before you apply it.</source>
        <translation>La modification est préparée avec un aperçu des clés qui bougent&#xa0;; rien n&apos;est actif avant l&apos;application.</translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation>Démarrer aussitôt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Create experiment</source>
        <translation>Créer l&apos;expérience</translation>
    </message>
    <message>
        <source>Stage the change</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Experiments of one layer never share a key</source>
        <translation>Les expériences d&apos;une même couche ne partagent jamais une clé</translation>
    </message>
    <message>
        <source>a layer of its own</source>
        <translation>sa propre couche</translation>
    </message>
    <message>
        <source>Share of the layer in percent</source>
        <translation>Part de la couche en pour cent</translation>
    </message>
    <message>
        <source>The part of the layer&apos;s keys that it takes</source>
        <translation>La part des clés de la couche qu&apos;elle prend</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>Couverture en pour cent</translation>
    </message>
    <message>
        <source>Share of its keys that take part; the others go to the default endpoint</source>
        <translation>Part de ses clés qui participent&#xa0;; les autres vont à l&apos;endpoint par défaut</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>le nom</translation>
    </message>
    <message>
        <source>Of the hash that chooses the arm; another seed shuffles the keys anew</source>
        <translation>Du hash qui choisit le bras&#xa0;; une autre graine redistribue les clés</translation>
    </message>
    <message>
        <source>Share of the layer</source>
        <translation>Part de la couche</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation>Parts égales</translation>
    </message>
    <message>
        <source>Add arm</source>
        <translation>Ajouter un bras</translation>
    </message>
    <message>
        <source>Name of arm %1</source>
        <translation>Nom du bras %1</translation>
    </message>
    <message>
        <source>Share of arm %1 in percent</source>
        <translation>Part du bras %1 en pour cent</translation>
    </message>
    <message>
        <source>The others share the rest as they did</source>
        <translation>Les autres se partagent le reste comme avant</translation>
    </message>
    <message>
        <source>Remove arm %1</source>
        <translation>Retirer le bras %1</translation>
    </message>
    <message>
        <source>%1 of this layer is free</source>
        <translation>%1 de cette couche est libre</translation>
    </message>
    <message>
        <source>It assigns keys at once; traffic changes where a routing config names it.</source>
        <translation>Elle affecte des clés aussitôt&#xa0;; le trafic change là où une config de routage la nomme.</translation>
    </message>
    <message>
        <source>As a draft it holds its share of the layer and assigns nothing.</source>
        <translation>En brouillon, elle garde sa part de la couche et n&apos;affecte rien.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentsPage</name>
    <message>
        <source>Experiments</source>
        <translation>Expériences</translation>
    </message>
    <message>
        <source>Next Ramp Step</source>
        <translation>Palier suivant</translation>
    </message>
    <message>
        <source>Stage the next step of coverage: 5, 20, 50, 100 %</source>
        <translation>Préparer le palier de couverture suivant&#xa0;: 5, 20, 50, 100 %</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Modifier...</translation>
    </message>
    <message>
        <source>Other weights or another coverage, staged</source>
        <translation>Autres poids ou autre couverture, à préparer</translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation>Arrêter...</translation>
    </message>
    <message>
        <source>End the experiment for good</source>
        <translation>Terminer l&apos;expérience définitivement</translation>
    </message>
    <message>
        <source>Start...</source>
        <translation>Démarrer...</translation>
    </message>
    <message>
        <source>Let it assign keys</source>
        <translation>La laisser affecter des clés</translation>
    </message>
    <message>
        <source>New Experiment...</source>
        <translation>Nouvelle expérience...</translation>
    </message>
    <message>
        <source>Arms, layer and coverage of a new experiment</source>
        <translation>Bras, couche et couverture d&apos;une nouvelle expérience</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Chercher une expérience</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>Aucune expérience</translation>
    </message>
    <message>
        <source>An experiment splits traffic between the endpoints of a use case.</source>
        <translation>Une expérience répartit le trafic entre les endpoints d&apos;un cas d&apos;usage.</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nouvelle expérience</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>Outcome metric</source>
        <translation>Métrique</translation>
    </message>
    <message>
        <source>The outcome that the arms are compared by</source>
        <translation>Le résultat selon lequel les bras sont comparés</translation>
    </message>
    <message>
        <source>Arms and their results</source>
        <translation>Les bras et leurs résultats</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Montée</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stage a coverage of %1</source>
        <translation>Préparer une couverture de %1</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>Une modification est en cours</translation>
    </message>
    <message>
        <source>Compare two versions on live traffic: create an experiment, then name it in a routing config.</source>
        <translation>Comparer deux versions sur du trafic réel&#xa0;: créer une expérience, puis la nommer dans une config de routage.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>non routé</translation>
    </message>
    <message>
        <source>use case %1</source>
        <translation>cas d&apos;usage %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>couche %1</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>couverture %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>Whether the keys fell to the arms as the weights say; below p = 0.001 the results are not to be trusted. %1</source>
        <translation>Indique si les clés se répartissent entre les bras selon les poids ; sous p = 0,001, les résultats ne sont pas fiables. %1</translation>
    </message>
    <message>
        <source>%1, not routed</source>
        <translation>%1, non routé</translation>
    </message>
    <message>
        <source>%1, served by %2</source>
        <translation>%1, servi par %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed item(s)</source>
        <translation>
            <numerusform>%Ln item en échec</numerusform>
            <numerusform>%Ln items en échec</numerusform>
        </translation>
    </message>
    <message>
        <source>No outcome was reported yet</source>
        <translation>Aucun résultat rapporté pour l&apos;instant</translation>
    </message>
    <message>
        <source>%1 of %2 item(s)</source>
        <translation>%1 item(s) sur %2</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message>
        <source>%1, 95 % interval; p %2: %3</source>
        <translation>%1, intervalle à 95 %&#xa0;; p %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>the arms differ</source>
        <translation>les bras diffèrent</translation>
    </message>
    <message>
        <source>no difference is shown so far</source>
        <translation>aucun écart démontré à ce stade</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>pas encore de résultat</translation>
    </message>
    <message>
        <source>too few outcomes</source>
        <translation>trop peu de résultats</translation>
    </message>
    <message>
        <source>Everything is covered already</source>
        <translation>Tout est déjà couvert</translation>
    </message>
    <message>
        <source>%1 of its keys take part now. A step is staged first; the map shows whom it moves.</source>
        <translation>%1 de ses clés participent. Un palier est d&apos;abord préparé&#xa0;; la carte montre qui il déplace.</translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation>Démarrer %1&#xa0;?</translation>
    </message>
    <message>
        <source>Start experiment</source>
        <translation>Démarrer l&apos;expérience</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>Arrêter %1&#xa0;?</translation>
    </message>
    <message>
        <source>Stop experiment</source>
        <translation>Arrêter l&apos;expérience</translation>
    </message>
    <message>
        <source>Intended / actual</source>
        <translation>Prévu / réel</translation>
    </message>
    <message>
        <source>p50 / p99</source>
        <translation>p50 / p99</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun encore</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Intended %1, actual %2</source>
        <translation>Prévu %1, réel %2</translation>
    </message>
    <message>
        <source>Of %1, over the last 15 minutes</source>
        <translation>Sur %1, au cours des 15 dernières minutes</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>la référence</translation>
    </message>
    <message>
        <source>%1 of the keys move</source>
        <translation>%1 des clés bougent</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 entrent</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 sortent</translation>
    </message>
    <message>
        <source>Staged: coverage %1 to %2; %3.</source>
        <translation>Préparé&#xa0;: couverture de %1 à %2&#xa0;; %3.</translation>
    </message>
    <message>
        <source>nobody moves</source>
        <translation>aucune clé ne bouge</translation>
    </message>
    <message>
        <source>Difference over time</source>
        <translation>Différence dans le temps</translation>
    </message>
    <message>
        <source>It begins with the first outcomes of both arms.</source>
        <translation>Elle commence avec les premiers résultats des deux bras.</translation>
    </message>
    <message>
        <source>%1, to the first arm, 95 % interval</source>
        <translation>%1, par rapport au premier bras, intervalle à 95&#xa0;%</translation>
    </message>
    <message>
        <source>Against the first arm</source>
        <translation>Face au premier bras</translation>
    </message>
</context>
<context>
    <name>aerie::pages::FaultRow</name>
    <message>
        <source>Strike</source>
        <translation>Injecter</translation>
    </message>
    <message>
        <source>Strike: %1</source>
        <translation>Injecter&#xa0;: %1</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Voir %1</translation>
    </message>
    <message>
        <source>See the effect of &quot;%1&quot; on %2</source>
        <translation>Voir l&apos;effet de «&#xa0;%1&#xa0;» sur %2</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time: what was seen</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Host that is shown</source>
        <translation>Hôte affiché</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Ask for the hosts now</source>
        <translation>Interroger les hôtes maintenant</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU utilisé</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Mémoire utilisée</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>Disque utilisé</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Processes of Aerie</source>
        <translation>Processus d&apos;Aerie</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Search processes</source>
        <translation>Rechercher des processus</translation>
    </message>
    <message>
        <source>No process of Aerie runs here</source>
        <translation>Aucun processus d&apos;Aerie ici</translation>
    </message>
    <message>
        <source>Workers appear when something is deployed to this host.</source>
        <translation>Des workers apparaissent quand un déploiement vise cet hôte.</translation>
    </message>
    <message>
        <source>The hosts could not be read</source>
        <translation>Les hôtes n&apos;ont pas pu être lus</translation>
    </message>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation>
            <numerusform>sur %n cœur</numerusform>
            <numerusform>sur %n cœurs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>runnable, mean of a minute</source>
        <translation>exécutables, moy. 1 min</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs %n program(s) of Aerie</source>
        <translation>
            <numerusform>%1 exécute %n programme d&apos;Aerie</numerusform>
            <numerusform>%1 exécute %n programmes d&apos;Aerie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::InspectorPanel</name>
    <message>
        <source>Keys to inspect</source>
        <translation>Clés à inspecter</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copier en CSV</translation>
    </message>
    <message>
        <source>All steps of all keys, with a header line</source>
        <translation>Toutes les étapes de toutes les clés, avec une ligne d&apos;en-tête</translation>
    </message>
    <message>
        <source>Inspected keys</source>
        <translation>Clés inspectées</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Rechercher dans les clés</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Aucune clé</translation>
    </message>
    <message>
        <source>Type or paste keys on the left: one in each line.</source>
        <translation>Saisir ou coller des clés à gauche&#xa0;: une par ligne.</translation>
    </message>
    <message>
        <source>f1
f2</source>
        <translation>f1
f2</translation>
    </message>
    <message>
        <source>Layer %1: bucket %2</source>
        <translation>Couche %1&#xa0;: bucket %2</translation>
    </message>
    <message>
        <source>fnv1a(&quot;%1&quot;) = %2, fnv1a of that = %3, mod 10,000 = bucket %4; layer bucket %5</source>
        <extracomment>the steps of the hash: %1 what is hashed, %2 and %3 numbers, %4 and %5 buckets</extracomment>
        <translation>fnv1a(&quot;%1&quot;) = %2, fnv1a du résultat = %3, mod 10&#xa0;000 = bucket %4&#xa0;; bucket de couche %5</translation>
    </message>
</context>
<context>
    <name>aerie::pages::KeyEditor</name>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>Rechercher commandes ou touches</translation>
    </message>
    <message>
        <source>No command</source>
        <translation>Aucune commande</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>Choisir une commande</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>Nouvelles touches&#xa0;: les presser</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Définir</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Sans touches</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout par défaut</translation>
    </message>
    <message>
        <source>%1 runs &quot;%2&quot; already: choose other keys, or take them from that command first.</source>
        <translation>%1 lance déjà «&#xa0;%2&#xa0;»&#xa0;: choisir d&apos;autres touches, ou les retirer d&apos;abord à cette commande.</translation>
    </message>
    <message>
        <source>every page</source>
        <translation>toutes les pages</translation>
    </message>
</context>
<context>
    <name>aerie::pages::MonitoringPage</name>
    <message>
        <source>Monitoring</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>Pause or Go Live</source>
        <translation>Pause ou direct</translation>
    </message>
    <message>
        <source>Hold the charts still, or follow the clock again</source>
        <translation>Figer les graphiques, ou suivre de nouveau l&apos;heure</translation>
    </message>
    <message>
        <source>Show All Endpoints</source>
        <translation>Tous les endpoints</translation>
    </message>
    <message>
        <source>Clear the filters of the charts</source>
        <translation>Effacer les filtres des graphiques</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Cas d&apos;usage</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Réplica</translation>
    </message>
    <message>
        <source>What a line stands for</source>
        <translation>Ce que représente une courbe</translation>
    </message>
    <message>
        <source>One line per endpoint</source>
        <translation>Une courbe par endpoint</translation>
    </message>
    <message>
        <source>One line per replica</source>
        <translation>Une courbe par réplica</translation>
    </message>
    <message>
        <source>All in one line</source>
        <translation>Tout en une courbe</translation>
    </message>
    <message>
        <source>Shown lines</source>
        <translation>Courbes affichées</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 enregistré</translation>
    </message>
    <message>
        <source>Scores by arm</source>
        <translation>Scores par bras</translation>
    </message>
    <message>
        <source>All use cases</source>
        <translation>Tous les cas d&apos;usage</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Tous les endpoints</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>Tous les réplicas</translation>
    </message>
    <message>
        <source>Choose an endpoint first</source>
        <translation>Choisir d&apos;abord un endpoint</translation>
    </message>
    <message numerus="yes">
        <source>%n more; choose one to see it</source>
        <translation>
            <numerusform>%n de plus&#xa0;; en choisir un pour le voir</numerusform>
            <numerusform>%n de plus&#xa0;; en choisir un pour le voir</numerusform>
        </translation>
    </message>
    <message>
        <source>No scores in this time</source>
        <translation>Aucun score sur cette période</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>The history is on its way.</source>
        <translation>L&apos;historique arrive.</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>L&apos;historique n&apos;est pas arrivé</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>Rien n&apos;a encore été mesuré</translation>
    </message>
    <message>
        <source>The control plane measures its proxies and workers every few seconds. Deploy a version and send it traffic.</source>
        <translation>Le plan de contrôle mesure ses proxies et ses workers toutes les quelques secondes. Déployer une version et lui envoyer du trafic.</translation>
    </message>
    <message>
        <source>Go to deployments</source>
        <translation>Voir les déploiements</translation>
    </message>
    <message>
        <source>Nothing of this was measured in this time</source>
        <translation>Rien de tel n&apos;a été mesuré sur cette période</translation>
    </message>
    <message>
        <source>Other endpoints, or another time, may have data.</source>
        <translation>D&apos;autres endpoints ou une autre période peuvent avoir des données.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
</context>
<context>
    <name>aerie::pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Put the cursor into the list of alerts</source>
        <translation>Placer le curseur dans la liste des alertes</translation>
    </message>
    <message>
        <source>Go to the Topology</source>
        <translation>Aller à la topologie</translation>
    </message>
    <message>
        <source>Walk over it with the arrow keys; Enter opens what is chosen</source>
        <translation>La parcourir avec les flèches&#xa0;; Entrée ouvre l&apos;élément choisi</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Items answered per second; opens Monitoring</source>
        <translation>Items traités par seconde&#xa0;; ouvre la supervision</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latence p99</translation>
    </message>
    <message>
        <source>99 of 100 requests are answered faster; of the slowest use case. Opens Monitoring</source>
        <translation>99 requêtes sur 100 sont plus rapides&#xa0;; du cas d&apos;usage le plus lent. Ouvre la supervision</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Items en échec</translation>
    </message>
    <message>
        <source>Share of the last seconds; opens Monitoring</source>
        <translation>Part des dernières secondes&#xa0;; ouvre la supervision</translation>
    </message>
    <message>
        <source>Workers ready</source>
        <translation>Workers prêts</translation>
    </message>
    <message>
        <source>Ready replicas of those wanted; opens Deployments</source>
        <translation>Réplicas prêts sur ceux voulus&#xa0;; ouvre les déploiements</translation>
    </message>
    <message>
        <source>Alerts and unhealthy parts; goes to the list</source>
        <translation>Alertes et éléments défaillants&#xa0;; va à la liste</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>width: items per second, colour and sign: health</source>
        <translation>largeur&#xa0;: items par seconde, couleur et signe&#xa0;: santé</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Dernières modifications</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Aucune modification pour l&apos;instant</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>The first state of the system is on its way.</source>
        <translation>Le premier état du système arrive.</translation>
    </message>
    <message>
        <source>Nothing is here yet</source>
        <translation>Rien ici pour l&apos;instant</translation>
    </message>
    <message>
        <source>Register a model, deploy one of its versions, and route a use case to it: then this page shows how they are.</source>
        <translation>Enregistrer un modèle, déployer une de ses versions et router un cas d&apos;usage vers elle&#xa0;: cette page montre alors leur état.</translation>
    </message>
    <message>
        <source>Go to the registry</source>
        <translation>Voir le registre</translation>
    </message>
    <message>
        <source>Alerts and history are not up to date</source>
        <translation>Alertes et historique ne sont pas à jour</translation>
    </message>
    <message>
        <source>steady over 15 min</source>
        <translation>stable sur 15 min</translation>
    </message>
    <message>
        <source>%1 % in 15 min</source>
        <translation>%1 % en 15 min</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Applications</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Proxies</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoints</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>Feature store</translation>
    </message>
    <message>
        <source>Go to Alerts</source>
        <translation>Aller aux alertes</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Alerts, by urgency</source>
        <translation>Alertes, par urgence</translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>Aucune alerte</translation>
    </message>
    <message>
        <source>Nothing fires and every part is healthy.</source>
        <translation>Rien ne se déclenche et tous les éléments sont sains.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ProfileDialog</name>
    <message>
        <source>Add a control plane</source>
        <translation>Ajouter un plan de contrôle</translation>
    </message>
    <message>
        <source>Edit &quot;%1&quot;</source>
        <translation>Modifier «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Berlin production</source>
        <translation>Production Berlin</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>ml.example.org:7700 or unix:/path</source>
        <translation>ml.example.org:7700 ou unix:/path</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Local or test</source>
        <translation>Local ou test</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production: asks before every change</source>
        <translation>Production&#xa0;: demande avant chaque modification</translation>
    </message>
    <message>
        <source>Colour of the strip</source>
        <translation>Couleur du bandeau</translation>
    </message>
    <message>
        <source>That of its kind</source>
        <translation>Celle de son type</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>Autorité (CA)</translation>
    </message>
    <message>
        <source>PEM file; needed for other machines</source>
        <translation>Fichier PEM&#xa0;; pour d&apos;autres machines</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Certificat propre</translation>
    </message>
    <message>
        <source>PEM file; for mutual TLS</source>
        <translation>Fichier PEM&#xa0;; pour TLS mutuel</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>Clé propre</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>Fichier PEM</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>Fichier de jeton</translation>
    </message>
    <message>
        <source>one line, readable by you only (0600)</source>
        <translation>une ligne, lisible par vous seul (0600)</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <extracomment>%1 is what the file holds, such as &quot;Own key&quot;</extracomment>
        <translation>Choisir le fichier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>Daemon d&apos;entraînement</translation>
    </message>
    <message>
        <source>As the control plane says</source>
        <translation>Selon le plan de contrôle</translation>
    </message>
    <message>
        <source>host:port or unix:/path; only where it is reached another way than the control plane says</source>
        <translation>hôte:port ou unix:/chemin&#xa0;; seulement s&apos;il est joint autrement que ne le dit le plan de contrôle</translation>
    </message>
</context>
<context>
    <name>aerie::pages::PromoteDialog</name>
    <message>
        <source>Promote</source>
        <translation>Promouvoir</translation>
    </message>
    <message>
        <source>Promote %1@%2</source>
        <translation>Promouvoir %1@%2</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It is %1 already.</source>
        <translation>C&apos;est déjà %1.</translation>
    </message>
    <message>
        <source>%1 moves from version %2 to version %3.</source>
        <translation>%1 passe de la version %2 à la version %3.</translation>
    </message>
    <message>
        <source>No deployment follows this stage, so nothing is relaunched.</source>
        <translation>Aucun déploiement ne suit cette phase, rien n&apos;est donc relancé.</translation>
    </message>
    <message>
        <source>Relaunched without losing a request: %1.</source>
        <translation>Relancés sans perdre de requête&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>Promouvoir en %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegisterDialog</name>
    <message>
        <source>Register bundles</source>
        <translation>Enregistrer des bundles</translation>
    </message>
    <message>
        <source>Every file is checked here before it is sent. The registry checks it again, and that it trusts the signer.</source>
        <translation>Chaque fichier est vérifié ici avant l&apos;envoi. Le registre le vérifie à nouveau, ainsi que sa confiance dans le signataire.</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Bundles</translation>
    </message>
    <message>
        <source>Drop .aerie files here, or add them with the button below.</source>
        <translation>Déposer ici des fichiers .aerie, ou les ajouter avec le bouton ci-dessous.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Add Files...</source>
        <translation>Ajouter...</translation>
    </message>
    <message>
        <source>Drop to check</source>
        <translation>Déposer pour vérifier</translation>
    </message>
    <message>
        <source>Add bundles</source>
        <translation>Ajouter des bundles</translation>
    </message>
    <message>
        <source>Aerie bundles (*.aerie);;All files (*)</source>
        <translation>Bundles Aerie (*.aerie);;Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation>
            <numerusform>%n en vérification</numerusform>
            <numerusform>%n en vérification</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n en envoi</numerusform>
            <numerusform>%n en envoi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>%n avec un problème</numerusform>
            <numerusform>%n avec un problème</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n bundle(s)</source>
        <translation>
            <numerusform>Enregistrer %n bundle</numerusform>
            <numerusform>Enregistrer %n bundles</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what has passed its checks (Return)</source>
        <translation>Envoyer ce qui a passé ses vérifications (Retour)</translation>
    </message>
    <message>
        <source>No file has passed its checks</source>
        <translation>Aucun fichier n&apos;a passé ses vérifications</translation>
    </message>
    <message>
        <source>What is being sent goes on (Esc)</source>
        <translation>Les envois en cours continuent (Esc)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistrationRow</name>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>vérification</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteint</translation>
    </message>
    <message>
        <source>Take the file out of the list</source>
        <translation>Retirer le fichier de la liste</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>%1, numbered by the registry</source>
        <translation>%1, numérotée par le registre</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>signé par %1</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>noun: the file</comment>
        <translation>Archive</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistryPage</name>
    <message>
        <source>Registry</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 copié</translation>
    </message>
    <message>
        <source>Drop to check and register</source>
        <translation>Déposer pour vérifier et enregistrer</translation>
    </message>
    <message>
        <source>Register...</source>
        <translation>Enregistrer...</translation>
    </message>
    <message>
        <source>Upload a bundle as a new model version</source>
        <translation>Envoyer un bundle comme nouvelle version de modèle</translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation>Promouvoir...</translation>
    </message>
    <message>
        <source>Move a stage to the selected version</source>
        <translation>Déplacer une phase vers la version sélectionnée</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>Comparer...</translation>
    </message>
    <message>
        <source>Two versions side by side: metrics, self-test, configs</source>
        <translation>Deux versions côte à côte&#xa0;: métriques, auto-test, configs</translation>
    </message>
    <message>
        <source>Edit Configs...</source>
        <translation>Modifier les configs...</translation>
    </message>
    <message>
        <source>Feature locations and preprocessing, with their graph</source>
        <translation>Sources des features et prétraitement, avec leur graphe</translation>
    </message>
    <message>
        <source>Copy Digest</source>
        <translation>Copier l&apos;empreinte</translation>
    </message>
    <message>
        <source>Put the digest of the selected version on the clipboard</source>
        <translation>Copier l&apos;empreinte de la version sélectionnée dans le presse-papiers</translation>
    </message>
    <message>
        <source>Download...</source>
        <translation>Télécharger...</translation>
    </message>
    <message>
        <source>Save the selected version&apos;s bundle</source>
        <translation>Sauvegarder le bundle de la version sélectionnée</translation>
    </message>
    <message>
        <source>Archive...</source>
        <translation>Archiver...</translation>
    </message>
    <message>
        <source>Take the selected version out of use, or back</source>
        <translation>Retirer la version sélectionnée de l&apos;usage, ou l&apos;y remettre</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Chercher un modèle</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Aucun modèle</translation>
    </message>
    <message>
        <source>Register a bundle: drop a .aerie file here or choose one.</source>
        <translation>Enregistrer un bundle&#xa0;: déposer ici un fichier .aerie ou en choisir un.</translation>
    </message>
    <message>
        <source>Register a bundle</source>
        <translation>Enregistrer un bundle</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Search versions</source>
        <translation>Rechercher des versions</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>Aucune version</translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation>Choisir un modèle à gauche.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a version first</source>
        <translation>Sélectionner d&apos;abord une version</translation>
    </message>
    <message>
        <source>An archived version cannot be promoted; restore it first</source>
        <translation>Une version archivée ne peut pas être promue&#xa0;; la restaurer d&apos;abord</translation>
    </message>
    <message>
        <source>The configs are being loaded</source>
        <translation>Les configs sont en cours de chargement</translation>
    </message>
    <message>
        <source>The model has one version only</source>
        <translation>Le modèle n&apos;a qu&apos;une version</translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation>Sélectionner d&apos;abord un modèle</translation>
    </message>
    <message>
        <source>A version that holds a stage cannot be archived; promote another one first</source>
        <translation>Une version qui occupe une phase ne peut pas être archivée&#xa0;; en promouvoir d&apos;abord une autre</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Aerie bundles (*%1)</source>
        <translation>Bundles Aerie (*%1)</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Pas encore connecté</translation>
    </message>
    <message>
        <source>Digest of %1 copied</source>
        <translation>Empreinte de %1 copiée</translation>
    </message>
    <message>
        <source>Archive this version?</source>
        <translation>Archiver cette version&#xa0;?</translation>
    </message>
    <message>
        <source>It cannot be deployed or promoted any more. It stays in the registry and can be restored.</source>
        <translation>Elle ne pourra plus être déployée ni promue. Elle reste dans le registre et peut être restaurée.</translation>
    </message>
    <message>
        <source>Archive version</source>
        <translation>Archiver la version</translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation>Sauvegarder le bundle</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>Déployer...</translation>
    </message>
    <message>
        <source>Give the selected version an endpoint</source>
        <translation>Donner un endpoint à la version sélectionnée</translation>
    </message>
    <message>
        <source>More actions of the version</source>
        <translation>Autres actions de la version</translation>
    </message>
    <message>
        <source>An archived version cannot be deployed; restore it first</source>
        <translation>Une version archivée ne peut pas être déployée&#xa0;; la restaurer d&apos;abord</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RollbackDialog</name>
    <message>
        <source>Roll back %1</source>
        <translation>Revenir en arrière : %1</translation>
    </message>
    <message>
        <source>Version to go back to</source>
        <translation>Version à laquelle revenir</translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation>Revenir à</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Version %1 serves.</source>
        <translation>La version %1 sert.</translation>
    </message>
    <message>
        <source>Version %1 starts, takes the traffic when it is ready, and version %2 drains. No request is lost.</source>
        <translation>La version %1 démarre, prend le trafic quand elle est prête, et la version %2 se vide. Aucune requête n&apos;est perdue.</translation>
    </message>
    <message>
        <source>The stage %1 moves to version %2, too, and every deployment that follows it.</source>
        <translation>La phase %1 passe aussi à la version %2, ainsi que chaque déploiement qui la suit.</translation>
    </message>
    <message>
        <source>Served with it: %1.</source>
        <translation>Servis avec elle&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>Revenir à la version %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RouteDialog</name>
    <message>
        <source>Route a Use Case</source>
        <translation>Router un cas d&apos;usage</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>Router un cas d&apos;usage</translation>
    </message>
    <message>
        <source>Applications ask for the use case by its name. All of its items go to this endpoint until you add experiments.</source>
        <translation>Les applications demandent le cas d&apos;usage par son nom. Tous ses items vont à cet endpoint jusqu&apos;à l&apos;ajout d&apos;expériences.</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Cas d&apos;usage</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>Endpoint par défaut</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Route use case</source>
        <translation>Router le cas d&apos;usage</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingConfigForm</name>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>Endpoint par défaut</translation>
    </message>
    <message>
        <source>Serves the items that no experiment takes</source>
        <translation>Sert les items qu&apos;aucune expérience ne prend</translation>
    </message>
    <message>
        <source>When a worker fails</source>
        <translation>Si un worker échoue</translation>
    </message>
    <message>
        <source>fail its rows</source>
        <translation>mettre ses lignes en échec</translation>
    </message>
    <message>
        <source>An item goes to the first experiment that takes it</source>
        <translation>Un item va à la première expérience qui le prend</translation>
    </message>
    <message>
        <source>Splitting key of %1</source>
        <translation>Clé de répartition de %1</translation>
    </message>
    <message>
        <source>The column whose value is hashed</source>
        <translation>La colonne dont la valeur est hachée</translation>
    </message>
    <message>
        <source>Splitting key</source>
        <translation>Clé de répartition</translation>
    </message>
    <message>
        <source>Endpoint of arm %1 of %2</source>
        <translation>Endpoint du bras %1 de %2</translation>
    </message>
    <message>
        <source>Shadow endpoint</source>
        <translation>Endpoint shadow</translation>
    </message>
    <message>
        <source>Sample in percent</source>
        <translation>Échantillon en pour cent</translation>
    </message>
    <message>
        <source>Share of the requests that are copied to it; its answers are thrown away</source>
        <translation>Part des requêtes qui lui est copiée&#xa0;; ses réponses sont jetées</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>the shadow</source>
        <translation>le shadow</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Shadow</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Échantillon</translation>
    </message>
    <message>
        <source>Experiment to add</source>
        <translation>Expérience à ajouter</translation>
    </message>
    <message>
        <source>Add experiment</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Route the chosen experiment; all its arms begin at the default endpoint</source>
        <translation>Router l&apos;expérience choisie&#xa0;; tous ses bras partent de l&apos;endpoint par défaut</translation>
    </message>
    <message>
        <source>Every experiment is routed here already; create one on the Experiments page</source>
        <translation>Toutes les expériences sont déjà routées ici&#xa0;; en créer une sur la page Expériences</translation>
    </message>
    <message>
        <source>Add shadow</source>
        <translation>Ajouter un shadow</translation>
    </message>
    <message>
        <source>Copy a share of the requests to another endpoint, without using its answers</source>
        <translation>Copier une part des requêtes vers un autre endpoint, sans utiliser ses réponses</translation>
    </message>
    <message>
        <source>use the default endpoint</source>
        <translation>utiliser l&apos;endpoint par défaut</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>Routage</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) copied as CSV.</source>
        <translation>
            <numerusform>%n clé copiée en CSV.</numerusform>
            <numerusform>%n clés copiées en CSV.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage This Revision</source>
        <translation>Préparer cette révision</translation>
    </message>
    <message>
        <source>Stage the config of the chosen revision; it becomes live when you apply it</source>
        <translation>Préparer la config de la révision choisie&#xa0;; elle devient active à l&apos;application</translation>
    </message>
    <message>
        <source>Inspect Keys</source>
        <translation>Inspecter des clés</translation>
    </message>
    <message>
        <source>Type or paste keys to see where they go and why</source>
        <translation>Saisir ou coller des clés pour voir où elles vont et pourquoi</translation>
    </message>
    <message>
        <source>Edit the Config</source>
        <translation>Modifier la config</translation>
    </message>
    <message>
        <source>Default endpoint, arms, shadows, worker failure</source>
        <translation>Endpoint par défaut, bras, shadows, échec de worker</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Cas d&apos;usage</translation>
    </message>
    <message>
        <source>The use case that is shown</source>
        <translation>Le cas d&apos;usage affiché</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latence p99</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Non couverts</translation>
    </message>
    <message>
        <source>Items that no experiment took; they go to the default endpoint</source>
        <translation>Items qu&apos;aucune expérience n&apos;a pris&#xa0;; ils vont à l&apos;endpoint par défaut</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Items en échec</translation>
    </message>
    <message>
        <source>Live flow</source>
        <translation>Flux en direct</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Shares of the arms</source>
        <translation>Parts des bras</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
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
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Réel</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Rechercher dans l&apos;historique</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>Aucun historique</translation>
    </message>
    <message>
        <source>Applied configs are listed here.</source>
        <translation>Les configs appliquées sont listées ici.</translation>
    </message>
    <message>
        <source>The config is being checked</source>
        <translation>La config est en cours de vérification</translation>
    </message>
    <message>
        <source>The config is refused: %1</source>
        <translation>La config est refusée&#xa0;: %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>No use case is routed</source>
        <translation>Aucun cas d&apos;usage n&apos;est routé</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 requêtes/s</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 without key</source>
        <translation>%1 sans clé</translation>
    </message>
    <message>
        <source>default</source>
        <translation>défaut</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>aucune expérience</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>L&apos;historique n&apos;est pas arrivé</translation>
    </message>
    <message>
        <source>This revision runs</source>
        <translation>Cette révision est active</translation>
    </message>
    <message>
        <source>Choose a revision of the history</source>
        <translation>Choisir une révision de l&apos;historique</translation>
    </message>
    <message>
        <source>Revision %1 is staged; nothing is live before you apply it.</source>
        <translation>La révision %1 est préparée&#xa0;; rien n&apos;est actif avant l&apos;application.</translation>
    </message>
    <message>
        <source>Revision %1 is what runs; there is nothing to stage.</source>
        <translation>La révision %1 est déjà active&#xa0;; il n&apos;y a rien à préparer.</translation>
    </message>
    <message>
        <source>Route a Use Case...</source>
        <translation>Router un cas d&apos;usage...</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case that has no routing yet</source>
        <translation>Indiquer quel endpoint sert un cas d&apos;usage qui n&apos;a pas encore de routage</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case; experiments come later.</source>
        <translation>Indiquer quel endpoint sert un cas d&apos;usage&#xa0;; les expériences viennent ensuite.</translation>
    </message>
    <message>
        <source>Routing sends a use case&apos;s items to endpoints. Deploy a model first, on the Deployments page.</source>
        <translation>Le routage envoie les items d&apos;un cas d&apos;usage aux endpoints. Déployer d&apos;abord un modèle, sur la page Déploiements.</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>Router un cas d&apos;usage</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Every change counts at once</source>
        <translation>Chaque modification prend effet aussitôt</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Contextes</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Reduce motion: nothing slides or spins</source>
        <translation>Réduire les animations&#xa0;: rien ne glisse ni ne tourne</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Comportement</translation>
    </message>
    <message>
        <source>Ask before ordinary changes, such as a restart</source>
        <translation>Demander avant les modifications ordinaires, comme un redémarrage</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Confirmations</translation>
    </message>
    <message>
        <source>What destroys something, and every change in production, is asked always.</source>
        <translation>Toute action destructrice et toute modification en production sont toujours à confirmer.</translation>
    </message>
    <message>
        <source>Start the local simulation with the window</source>
        <translation>Démarrer la simulation locale avec la fenêtre</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Lines that the log keeps</source>
        <translation>Lignes conservées dans le journal</translation>
    </message>
    <message>
        <source>Lines in the log</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <source>What this desktop can show and control</source>
        <translation>Ce que ce poste peut afficher et contrôler</translation>
    </message>
    <message>
        <source>Add a control plane...</source>
        <translation>Ajouter un plan de contrôle...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Modifier...</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Retirer...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Tokens are read from files that only you can read, and are never shown or stored. Removing a context forgets how to reach it; nothing happens to the control plane.</source>
        <translation>Les jetons sont lus dans des fichiers lisibles par vous seul&#xa0;; ils ne sont jamais affichés ni stockés. Retirer un contexte fait oublier comment le joindre&#xa0;; rien n&apos;arrive au plan de contrôle.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1&#xa0;: %2, %3</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1 (ouvert)</translation>
    </message>
    <message>
        <source>Remove the context &quot;%1&quot;?</source>
        <translation>Retirer le contexte «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>This desktop forgets how to reach it. Nothing happens to the control plane.</source>
        <translation>Ce poste oublie comment le joindre. Rien n&apos;arrive au plan de contrôle.</translation>
    </message>
    <message>
        <source>Remove context</source>
        <translation>Retirer le contexte</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SimulationPage</name>
    <message>
        <source>Simulator</source>
        <translation>Simulateur</translation>
    </message>
    <message>
        <source>Stop Traffic</source>
        <translation>Arrêter le trafic</translation>
    </message>
    <message>
        <source>Stop or start the simulation&apos;s requests</source>
        <translation>Arrêter ou démarrer les requêtes de la simulation</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Envoyées</translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latence p99</translation>
    </message>
    <message>
        <source>Labels joined</source>
        <translation>Labels joints</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Trafic</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Requêtes par seconde</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Speed of the world</source>
        <translation>Vitesse du monde</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Temps réel</translation>
    </message>
    <message>
        <source>1 hour per minute</source>
        <translation>1 heure par minute</translation>
    </message>
    <message>
        <source>6 hours per minute</source>
        <translation>6 heures par minute</translation>
    </message>
    <message>
        <source>1 day per minute</source>
        <translation>1 jour par minute</translation>
    </message>
    <message>
        <source>3 days per minute</source>
        <translation>3 jours par minute</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>What came true</source>
        <translation>Ce qui s&apos;est réalisé</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Bras</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log loss</translation>
    </message>
    <message>
        <source>Flights land after they were predicted; each label is joined when it is known and reported as an outcome of the experiment.</source>
        <translation>Les vols atterrissent après leur prédiction&#xa0;; chaque label est joint quand il est connu et rapporté comme résultat de l&apos;expérience.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Pannes</translation>
    </message>
    <message>
        <source>Each is seen on another page</source>
        <translation>Chacune se voit sur une autre page</translation>
    </message>
    <message>
        <source>No simulation runs</source>
        <translation>Aucune simulation en cours</translation>
    </message>
    <message>
        <source>The local simulation runs real daemons on this machine with real flights of 2001. It takes a few seconds to start and touches nothing else.</source>
        <translation>La simulation locale exécute de vrais daemons sur cette machine avec de vrais vols de 2001. Elle démarre en quelques secondes et ne touche à rien d&apos;autre.</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>Démarrer la simulation locale</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>Démarrage de la simulation locale</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>La simulation locale n&apos;a pas démarré</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>This window shows %1</source>
        <translation>Cette fenêtre affiche %1</translation>
    </message>
    <message>
        <source>The simulator turns the local simulation only, which runs beside it.</source>
        <translation>Le simulateur n&apos;agit que sur la simulation locale, qui tourne à côté.</translation>
    </message>
    <message>
        <source>Switch to the simulation</source>
        <translation>Basculer vers la simulation</translation>
    </message>
    <message>
        <source>Asking the simulation</source>
        <translation>Interrogation de la simulation</translation>
    </message>
    <message>
        <source>The simulation does not answer.</source>
        <translation>La simulation ne répond pas.</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Voir %1</translation>
    </message>
    <message>
        <source>Start the local simulation first</source>
        <translation>Démarrer d&apos;abord la simulation locale</translation>
    </message>
    <message>
        <source>Start Traffic</source>
        <translation>Démarrer le trafic</translation>
    </message>
    <message>
        <source>%1 - traffic is stopped and the world stands still</source>
        <translation>%1 - le trafic est arrêté et le monde immobile</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 au total</translation>
    </message>
    <message>
        <source>%1 times real time</source>
        <translation>%1 fois le temps réel</translation>
    </message>
    <message>
        <source>Now: %1 /s.</source>
        <translation>Maintenant&#xa0;: %1 /s.</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en attente</translation>
    </message>
    <message>
        <source>Sides of the simulator</source>
        <translation>Volets du simulateur</translation>
    </message>
    <message>
        <source>Live simulation</source>
        <translation>Simulation en direct</translation>
    </message>
    <message>
        <source>Cluster what-if</source>
        <translation>Hypothèses de cluster</translation>
    </message>
    <message>
        <source>Real daemons with simulated traffic</source>
        <translation>De vrais daemons avec un trafic simulé</translation>
    </message>
    <message>
        <source>What a training job would take on other clusters</source>
        <translation>Ce qu&apos;un job d&apos;entraînement demanderait sur d&apos;autres clusters</translation>
    </message>
    <message>
        <source>Cluster What-If</source>
        <translation>Hypothèses de cluster</translation>
    </message>
    <message>
        <source>Clusters and their work, calculated on this machine</source>
        <translation>Des clusters et leur travail, calculés sur cette machine</translation>
    </message>
    <message>
        <source>The traffic of %1 is not started by this window</source>
        <translation>Le trafic de %1 n’est pas lancé par cette fenêtre</translation>
    </message>
    <message>
        <source>Its rate and its faults are set where it was started. This page turns the local simulation: real daemons on this machine with real flights of 2001. It takes a few seconds to start, runs beside %1 and touches nothing of it.</source>
        <translation>Son débit et ses pannes se règlent là où il a été lancé. Cette page pilote la simulation locale : de vrais daemons sur cette machine avec de vrais vols de 2001. Elle démarre en quelques secondes, tourne à côté de %1 et n’y touche pas.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Expérience</translation>
    </message>
    <message>
        <source>The experiment whose split is shown</source>
        <translation>L&apos;expérience dont la répartition est affichée</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Couverture</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>Couverture en pour cent</translation>
    </message>
    <message>
        <source>Share of the keys that take part in the experiment</source>
        <translation>Part des clés qui participent à l&apos;expérience</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>No experiment: every item goes to the default endpoint.</source>
        <translation>Aucune expérience&#xa0;: tous les items vont à l&apos;endpoint par défaut.</translation>
    </message>
    <message>
        <source>Somebody changed this experiment meanwhile: discard your change or stage it again.</source>
        <translation>Cette expérience a été modifiée entre-temps&#xa0;: abandonner la modification ou la préparer de nouveau.</translation>
    </message>
    <message>
        <source>Stopped: every item goes to the default endpoint.</source>
        <translation>Arrêtée&#xa0;: tous les items vont à l&apos;endpoint par défaut.</translation>
    </message>
    <message>
        <source>Runs as shown. Move a border to see which keys would move.</source>
        <translation>Active telle qu&apos;affichée. Déplacer une limite pour voir quelles clés bougeraient.</translation>
    </message>
    <message>
        <source>%1 of the keys would move</source>
        <translation>%1 des clés bougeraient</translation>
    </message>
    <message>
        <source>%1 would leave</source>
        <translation>%1 sortiraient</translation>
    </message>
    <message>
        <source>%1 would join</source>
        <translation>%1 entreraient</translation>
    </message>
    <message>
        <source>Staged: %1. Nothing is live yet.</source>
        <translation>Préparé&#xa0;: %1. Rien n&apos;est encore actif.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::StagedSheet</name>
    <message>
        <source>No key that takes part changes its arm.</source>
        <translation>Aucune clé participante ne change de bras.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10,000 buckets move: %1 of the keys get another arm.</source>
        <translation>
            <numerusform>%Ln bucket sur 10&#xa0;000 bouge&#xa0;: %1 des clés changent de bras.</numerusform>
            <numerusform>%Ln buckets sur 10&#xa0;000 bougent&#xa0;: %1 des clés changent de bras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) join.</source>
        <translation>
            <numerusform>%Ln bucket entre.</numerusform>
            <numerusform>%Ln buckets entrent.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent one after the other; a refusal stops there. Live traffic follows within a second.</source>
        <translation>Elles sont envoyées l&apos;une après l&apos;autre&#xa0;; un refus interrompt la suite. Le trafic réel suit en moins d&apos;une seconde.</translation>
    </message>
    <message>
        <source>This is production: type %1 to confirm</source>
        <translation>Ceci est la production&#xa0;: saisir %1 pour confirmer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Discard this</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Discard: %1</source>
        <translation>Abandonner&#xa0;: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Somebody changed this since you staged it; it would be refused.</source>
        <translation>L&apos;état a été modifié depuis la préparation&#xa0;; ce serait refusé.</translation>
    </message>
    <message>
        <source>Stage it on the new state</source>
        <translation>Préparer sur le nouvel état</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n staged change(s)?</source>
        <translation>
            <numerusform>Appliquer %n modification préparée&#xa0;?</numerusform>
            <numerusform>Appliquer %n modifications préparées&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Appliquer %n modification</numerusform>
            <numerusform>Appliquer %n modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was changed meanwhile: discard it or stage it again</source>
        <translation>Une modification a eu lieu entre-temps&#xa0;: l&apos;abandonner ou la préparer de nouveau</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Modifications préparées</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SubmitJobDialog</name>
    <message>
        <source>Submit a training job</source>
        <translation>Soumettre un job d&apos;entraînement</translation>
    </message>
    <message>
        <source>A cluster of its own is made for it and goes away when the work is done. Nothing is started before you submit.</source>
        <translation>Un cluster est créé pour lui et disparaît une fois le travail fini. Rien ne démarre avant la soumission.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Soumettre</translation>
    </message>
    <message>
        <source>Choose File...</source>
        <translation>Choisir un fichier...</translation>
    </message>
    <message>
        <source>Open a job file; it may also be dropped here</source>
        <translation>Ouvrir un fichier de job&#xa0;; il peut aussi être déposé ici</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Déposer pour ouvrir</translation>
    </message>
    <message>
        <source>Job file</source>
        <translation>Fichier de job</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Folder of its files</source>
        <translation>Dossier de ses fichiers</translation>
    </message>
    <message>
        <source>needed only when the job names lists, requirements or a working directory</source>
        <translation>utile seulement si le job nomme des listes, des dépendances ou un répertoire de travail</translation>
    </message>
    <message>
        <source>Lists, requirements and the working directory are looked for here</source>
        <translation>Les listes, les dépendances et le répertoire de travail sont cherchés ici</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Choose the folder of its files</source>
        <translation>Choisir le dossier de ses fichiers</translation>
    </message>
    <message>
        <source>%1, a copy of job %2</source>
        <translation>%1, une copie du job %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Aucun plan</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>À vérifier d&apos;abord</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Make its cluster and start</source>
        <translation>Créer son cluster et démarrer</translation>
    </message>
    <message>
        <source>What the daemon would do stands here as soon as the file has no problem.</source>
        <translation>Ce que ferait le daemon s&apos;affiche ici dès que le fichier n&apos;a plus de problème.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, detail</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>Ouvrir un fichier de job</translation>
    </message>
    <message>
        <source>Job files (*.yaml *.yml);;All files (*)</source>
        <translation>Fichiers de job (*.yaml *.yml);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Folder of the job&apos;s files</source>
        <translation>Dossier des fichiers du job</translation>
    </message>
    <message>
        <source>Close without submitting?</source>
        <translation>Fermer sans soumettre&#xa0;?</translation>
    </message>
    <message>
        <source>Your edits of the job file are kept nowhere else.</source>
        <translation>Les modifications du fichier de job ne sont conservées nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>Fermer sans modifications</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Cancel upload</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>Stop sending; nothing is submitted</source>
        <translation>Arrêter l’envoi ; rien n’est soumis</translation>
    </message>
    <message>
        <source>The working directory is being packed</source>
        <translation>Le répertoire de travail est en cours d’empaquetage</translation>
    </message>
    <message>
        <source>%1 of %2 of the working directory were sent</source>
        <translation>%1 sur %2 du répertoire de travail envoyés</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrafficPage</name>
    <message>
        <source>Apply...</source>
        <translation>Appliquer...</translation>
    </message>
    <message>
        <source>Review the staged changes and make them live</source>
        <translation>Revoir les modifications préparées et les activer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Forget all staged changes</source>
        <translation>Oublier toutes les modifications préparées</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take back the last edit, or stage the way back from what was applied</source>
        <translation>Annuler la dernière édition, ou préparer le retour de ce qui a été appliqué</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>Refaire l&apos;édition qui a été annulée</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Modifications préparées</translation>
    </message>
    <message>
        <source>The changes are being applied</source>
        <translation>Les modifications sont en cours d&apos;application</translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation>Rien n&apos;est préparé</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Il n&apos;y a rien à annuler</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Rien n&apos;a été annulé</translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation>
            <numerusform>%n modification préparée</numerusform>
            <numerusform>%n modifications préparées</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>: %1 of the keys move</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that move</extracomment>
        <translation>: %1 des clés bougent</translation>
    </message>
    <message>
        <source> (changed by somebody else meanwhile)</source>
        <translation> (modifié entre-temps par quelqu&apos;un d&apos;autre)</translation>
    </message>
    <message>
        <source>Undo stages the way back from what was applied.</source>
        <translation>Annuler prépare le retour de ce qui a été appliqué.</translation>
    </message>
    <message>
        <source>: %1 of the keys join</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that begin to take part</extracomment>
        <translation>: %1 des clés entrent</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingClusterPanel</name>
    <message>
        <source>Hosts now</source>
        <translation>Hôtes actuels</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Search hosts</source>
        <translation>Rechercher des hôtes</translation>
    </message>
    <message>
        <source>No host</source>
        <translation>Aucun hôte</translation>
    </message>
    <message>
        <source>The cluster has none yet, or has given them back.</source>
        <translation>Le cluster n&apos;en a pas encore, ou les a rendus.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) with %1</source>
        <extracomment>hosts and their CPUs together</extracomment>
        <translation>
            <numerusform>%n hôte avec %1</numerusform>
            <numerusform>%n hôtes avec %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>créé %1</translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>disparu depuis %1</translation>
    </message>
    <message>
        <source>goes away in %1</source>
        <translation>disparaît dans %1</translation>
    </message>
    <message>
        <source>goes away now</source>
        <translation>disparaît maintenant</translation>
    </message>
    <message>
        <source>goes away after %1 without work</source>
        <translation>disparaît après %1 sans travail</translation>
    </message>
    <message>
        <source>limits are enforced by %1</source>
        <translation>limites appliquées par %1</translation>
    </message>
    <message>
        <source>cost %1 at %2 for a host&apos;s hour</source>
        <translation>coût %1 à %2 l&apos;heure d&apos;hôte</translation>
    </message>
    <message>
        <source>The cluster failed</source>
        <translation>Le cluster a échoué</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingJobPanel</name>
    <message>
        <source>Views of the job</source>
        <translation>Vues du job</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Tasks and logs</source>
        <translation>Tâches et journaux</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>The run to compare with</source>
        <translation>L&apos;exécution à comparer</translation>
    </message>
    <message>
        <source>No other run</source>
        <translation>Aucune autre exécution</translation>
    </message>
    <message>
        <source>The other run: its curves begin at the same time 0</source>
        <translation>L&apos;autre exécution&#xa0;: ses courbes commencent au même temps 0</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>job %1</translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation>soumis %1</translation>
    </message>
    <message>
        <source>submitted %1 by %2</source>
        <translation>soumis %1 par %2</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>priorité %1</translation>
    </message>
    <message>
        <source>will publish %1</source>
        <translation>publiera %1</translation>
    </message>
    <message>
        <source>Published as %1; show it in the registry</source>
        <translation>Publié comme %1&#xa0;; l&apos;afficher dans le registre</translation>
    </message>
    <message>
        <source>Published; show it in the registry</source>
        <translation>Publié&#xa0;; l&apos;afficher dans le registre</translation>
    </message>
    <message>
        <source>Published with stage %1; show it in the registry</source>
        <translation>Publié avec la phase %1&#xa0;; l&apos;afficher dans le registre</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Show cluster %1</source>
        <translation>Afficher le cluster %1</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>Le job a échoué</translation>
    </message>
    <message>
        <source>Nothing was published</source>
        <translation>Rien n&apos;a été publié</translation>
    </message>
    <message>
        <source>Nothing of the job runs</source>
        <translation>Rien du job ne s&apos;exécute</translation>
    </message>
    <message>
        <source>No task has started yet</source>
        <translation>Aucune tâche n&apos;a encore démarré</translation>
    </message>
    <message>
        <source>There is no other run</source>
        <translation>Il n&apos;y a pas d&apos;autre exécution</translation>
    </message>
    <message>
        <source>Submit the job again to compare two runs.</source>
        <translation>Soumettre à nouveau le job pour comparer deux exécutions.</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>Les exécutions ne peuvent pas être lues</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>Rien n&apos;a été mesuré</translation>
    </message>
    <message>
        <source>Utilisation of these runs is not kept any more.</source>
        <translation>L&apos;utilisation de ces exécutions n&apos;est plus conservée.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingLoadView</name>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>Busy share of each host over time</source>
        <translation>Part occupée de chaque hôte dans le temps</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>Rien n&apos;a encore été mesuré</translation>
    </message>
    <message>
        <source>The tasks cannot be read</source>
        <translation>Les tâches ne peuvent pas être lues</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Aucune tâche</translation>
    </message>
    <message>
        <source>They appear as soon as the job is accepted.</source>
        <translation>Elles apparaissent dès que le job est accepté.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Drop a job file to look at its plan</source>
        <translation>Déposer un fichier de job pour voir son plan</translation>
    </message>
    <message>
        <source>No job can be submitted now.</source>
        <translation>Aucun job ne peut être soumis maintenant.</translation>
    </message>
    <message>
        <source>Submit Job...</source>
        <translation>Soumettre un job...</translation>
    </message>
    <message>
        <source>Write or choose a job file and look at its plan</source>
        <translation>Écrire ou choisir un fichier de job et voir son plan</translation>
    </message>
    <message>
        <source>Clone...</source>
        <translation>Cloner...</translation>
    </message>
    <message>
        <source>Edit the job&apos;s file and submit it again</source>
        <translation>Modifier le fichier du job et le soumettre à nouveau</translation>
    </message>
    <message>
        <source>Retry...</source>
        <translation>Relancer...</translation>
    </message>
    <message>
        <source>Run the tasks again that failed or were cancelled</source>
        <translation>Relancer les tâches échouées ou annulées</translation>
    </message>
    <message>
        <source>Cancel Job...</source>
        <translation>Annuler le job...</translation>
    </message>
    <message>
        <source>Stop what runs and start no more</source>
        <translation>Arrêter ce qui s&apos;exécute et ne plus rien démarrer</translation>
    </message>
    <message>
        <source>Cancel Task</source>
        <translation>Annuler la tâche</translation>
    </message>
    <message>
        <source>Stop the chosen task</source>
        <translation>Arrêter la tâche choisie</translation>
    </message>
    <message>
        <source>Retry Task</source>
        <translation>Relancer la tâche</translation>
    </message>
    <message>
        <source>Run the chosen task again</source>
        <translation>Exécuter à nouveau la tâche choisie</translation>
    </message>
    <message>
        <source>Delete Cluster...</source>
        <translation>Supprimer le cluster...</translation>
    </message>
    <message>
        <source>Give the cluster&apos;s hosts back now</source>
        <translation>Rendre maintenant les hôtes du cluster</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU utilisé</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>Slots utilisés</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tâches finies</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps restant</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Rechercher des jobs</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>Aucun job</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away afterwards.</source>
        <translation>En soumettre un&#xa0;: un cluster est créé pour lui et disparaît ensuite.</translation>
    </message>
    <message>
        <source>Submit a job</source>
        <translation>Soumettre un job</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>Rechercher des clusters</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>Aucun cluster</translation>
    </message>
    <message>
        <source>A job makes one when it is submitted.</source>
        <translation>Un job en crée un quand il est soumis.</translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>Aucun job choisi</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>En choisir un dans la liste.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 a été écrit.</translation>
    </message>
    <message>
        <source>The training daemon does not answer; this is what was seen last</source>
        <translation>Le daemon d&apos;entraînement ne répond pas&#xa0;; voici ce qui a été vu en dernier</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>This environment has no training daemon</source>
        <translation>Cet environnement n&apos;a pas de daemon d&apos;entraînement</translation>
    </message>
    <message>
        <source>Start aerie-training on the machine that shall train, and the control plane with --training and its address. If it runs already, name its address in the context (Settings, Contexts). The local simulation brings one along.</source>
        <translation>Démarrer aerie-training sur la machine qui doit entraîner, et le plan de contrôle avec --training et son adresse. S&apos;il tourne déjà, indiquer son adresse dans le contexte (Paramètres, Contextes). La simulation locale en fournit un.</translation>
    </message>
    <message>
        <source>How to start it</source>
        <translation>Comment le démarrer</translation>
    </message>
    <message>
        <source>The training daemon does not answer</source>
        <translation>Le daemon d&apos;entraînement ne répond pas</translation>
    </message>
    <message>
        <source>%1
It is asked at %2.</source>
        <translation>%1
Il est interrogé à %2.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away when the work is done.</source>
        <translation>En soumettre un&#xa0;: un cluster est créé pour lui et disparaît une fois le travail fini.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>There is no training daemon</source>
        <translation>Il n&apos;y a pas de daemon d&apos;entraînement</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>Choisir d&apos;abord un job</translation>
    </message>
    <message>
        <source>Cancel job %1?</source>
        <translation>Annuler le job %1&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running task(s) are ended; what they did so far is lost. Nothing is published.</source>
        <translation>
            <numerusform>%Ln tâche en cours est arrêtée&#xa0;; ce qu&apos;elle a fait est perdu. Rien n&apos;est publié.</numerusform>
            <numerusform>%Ln tâches en cours sont arrêtées&#xa0;; ce qu&apos;elles ont fait est perdu. Rien n&apos;est publié.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln task(s) left</source>
        <translation>
            <numerusform>%1, %Ln tâche restante</numerusform>
            <numerusform>%1, %Ln tâches restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Annuler le job</translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln task(s) again?</source>
        <translation>
            <numerusform>Relancer %Ln tâche&#xa0;?</numerusform>
            <numerusform>Relancer %Ln tâches&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>They start anew with all their attempts; what succeeded stays as it is.</source>
        <translation>Elles repartent de zéro avec toutes leurs tentatives&#xa0;; ce qui a réussi reste tel quel.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Cancel task %1?</source>
        <translation>Annuler la tâche %1&#xa0;?</translation>
    </message>
    <message>
        <source>The other tasks of the job go on. A cancelled task can be tried again.</source>
        <translation>Les autres tâches du job continuent. Une tâche annulée peut être relancée.</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Annuler la tâche</translation>
    </message>
    <message>
        <source>Delete cluster %1?</source>
        <translation>Supprimer le cluster %1&#xa0;?</translation>
    </message>
    <message>
        <source>Delete cluster</source>
        <translation>Supprimer le cluster</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n host(s)</source>
        <translation>
            <numerusform>%1, %n hôte</numerusform>
            <numerusform>%1, %n hôtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Its hosts are given back now. History, logs and timeline stay.</source>
        <translation>Ses hôtes sont rendus maintenant. L&apos;historique, les journaux et la chronologie restent.</translation>
    </message>
    <message>
        <source>These jobs are cancelled with it. History, logs and timeline stay.</source>
        <translation>Ces jobs sont annulés avec lui. L&apos;historique, les journaux et la chronologie restent.</translation>
    </message>
    <message>
        <source>Cancel jobs and delete</source>
        <translation>Annuler les jobs et supprimer</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingTasksView</name>
    <message>
        <source>State of the tasks that are shown</source>
        <translation>État des tâches affichées</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>Tâches affichées</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Search tasks</source>
        <translation>Rechercher des tâches</translation>
    </message>
    <message>
        <source>No task is in this state</source>
        <translation>Aucune tâche n&apos;est dans cet état</translation>
    </message>
    <message>
        <source>Other tasks of the job are.</source>
        <translation>D&apos;autres tâches du job ne le sont pas.</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Afficher toutes les tâches</translation>
    </message>
    <message>
        <source>Attempt whose log is shown</source>
        <translation>Tentative dont le journal est affiché</translation>
    </message>
    <message>
        <source>Whose log is shown</source>
        <translation>Source du journal affiché</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>Journal du job</translation>
    </message>
    <message>
        <source>Latest attempt</source>
        <translation>Dernier essai</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Tentative %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::VersionDetails</name>
    <message>
        <source>Parts of the version</source>
        <translation>Parties de la version</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
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
        <translation>Type</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Défaut</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>Étapes de prétraitement</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>Graphe des features, des étapes et des entrées du modèle</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivée</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>Entraîné par</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
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
        <translation>Sorties</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Auto-test</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with expected outputs</source>
        <translation>
            <numerusform>%Ln ligne avec sorties attendues</numerusform>
            <numerusform>%Ln lignes avec sorties attendues</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>requis</translation>
    </message>
    <message>
        <source>Features (%1)</source>
        <translation>Features (%1)</translation>
    </message>
    <message>
        <source>Steps (%1)</source>
        <translation>Étapes (%1)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>Hypothèses</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>A cluster and its work to begin with</source>
        <translation>Un cluster et son travail comme point de départ</translation>
    </message>
    <message>
        <source>Simulated on this machine: nothing runs, and no connection is needed.</source>
        <translation>Simulé sur cette machine&#xa0;: rien ne s&apos;exécute, aucune connexion n&apos;est nécessaire.</translation>
    </message>
    <message>
        <source>Progress of the calculation</source>
        <translation>Avancement du calcul</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Calculer</translation>
    </message>
    <message>
        <source>Calculate the clusters</source>
        <translation>Calculer les clusters</translation>
    </message>
    <message>
        <source>Simulate every combination (Enter in a field)</source>
        <translation>Simuler chaque combinaison (Entrée dans un champ)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the calculation</source>
        <translation>Annuler le calcul</translation>
    </message>
    <message>
        <source>Stop; the last answer stays</source>
        <translation>Arrêter&#xa0;; la dernière réponse reste</translation>
    </message>
    <message>
        <source>Several values with spaces between them; every combination is a row</source>
        <translation>Plusieurs valeurs séparées par des espaces&#xa0;; chaque combinaison est une ligne</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hôtes</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>CPU par tâche</translation>
    </message>
    <message>
        <source>A fixed number of tasks runs on each host here, whatever they ask for.</source>
        <translation>Ici, un nombre fixe de tâches s&apos;exécute sur chaque hôte, quoi qu&apos;elles demandent.</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>Prix par heure d&apos;hôte</translation>
    </message>
    <message>
        <source>Order of the tasks</source>
        <translation>Ordre des tâches</translation>
    </message>
    <message>
        <source>Tasks that are submitted together enter the queue in this order</source>
        <translation>Les tâches soumises ensemble entrent dans la file dans cet ordre</translation>
    </message>
    <message>
        <source>Runs of each combination</source>
        <translation>Exécutions par combinaison</translation>
    </message>
    <message>
        <source>Each with other random numbers: more make the means surer and take longer</source>
        <translation>Chacune avec d&apos;autres nombres aléatoires&#xa0;: plus il y en a, plus les moyennes sont sûres et plus c&apos;est long</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU utilisé</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>Rechercher des clusters</translation>
    </message>
    <message>
        <source>Nothing was calculated yet</source>
        <translation>Rien n&apos;a encore été calculé</translation>
    </message>
    <message>
        <source>Choose what varies and calculate.</source>
        <translation>Choisir ce qui varie, puis calculer.</translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation>Calcul en cours</translation>
    </message>
    <message>
        <source>The values have changed. Calculate to see their answer.</source>
        <translation>Les valeurs ont changé. Calculer pour voir leur réponse.</translation>
    </message>
    <message>
        <source>by hosts</source>
        <translation>par hôtes</translation>
    </message>
    <message>
        <source>by CPUs per task</source>
        <translation>par CPU par tâche</translation>
    </message>
</context>
<context>
    <name>aerie::presenters</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Self-test rows</source>
        <translation>Lignes d&apos;auto-test</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Sorties</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>Étapes de prétraitement</translation>
    </message>
    <message>
        <source>Model inputs</source>
        <translation>Entrées du modèle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Phases</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>Entraîné par</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>The control plane cannot be reached. Try again when it is connected.</source>
        <translation>Le plan de contrôle est injoignable. Réessayer une fois connecté.</translation>
    </message>
    <message>
        <source>No answer came in time, so the outcome is not known. Look at the current state before repeating it.</source>
        <translation>Aucune réponse n&apos;est arrivée à temps, le résultat est donc inconnu. Vérifier l&apos;état actuel avant de répéter.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. The page shows the new state; try again.</source>
        <translation>Une modification a eu lieu entre-temps. La page montre le nouvel état&#xa0;; réessayer.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>Votre rôle ne le permet pas. S&apos;adresser à un administrateur.</translation>
    </message>
    <message>
        <source>Free some space or try again later.</source>
        <translation>Libérer de l&apos;espace ou réessayer plus tard.</translation>
    </message>
    <message>
        <source>This is a defect of Aerie. The control plane&apos;s log has the details.</source>
        <translation>C&apos;est un défaut d&apos;Aerie. Le journal du plan de contrôle donne les détails.</translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation>Plan de contrôle</translation>
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
        <translation>Processus</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarré</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>default endpoint</source>
        <translation>endpoint par défaut</translation>
    </message>
    <message>
        <source>on worker failure</source>
        <translation>en cas d&apos;échec de worker</translation>
    </message>
    <message>
        <source>%1, splitting key</source>
        <translation>%1, clé de répartition</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1, bras %2</translation>
    </message>
    <message>
        <source>shadow %1</source>
        <translation>shadow %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>échantillon %1</translation>
    </message>
    <message>
        <source>order of experiments</source>
        <translation>ordre des expériences</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>Daemon d&apos;entraînement</translation>
    </message>
    <message>
        <source>Key %1 of column %2 falls into bucket %3 of experiment %4, which arm %5 owns; endpoint %6 serves that arm.</source>
        <translation>La clé %1 de la colonne %2 tombe dans le bucket %3 de l&apos;expérience %4, qui appartient au bras %5 ; l&apos;endpoint %6 sert ce bras.</translation>
    </message>
    <message>
        <source>Bucket %1 of layer %2 is outside the share of experiment %3.</source>
        <translation>Le bucket %1 de la couche %2 est hors de la part de l&apos;expérience %3.</translation>
    </message>
    <message>
        <source>The item has no value in column %1, which splits the traffic of experiment %2.</source>
        <translation>L&apos;item n&apos;a pas de valeur dans la colonne %1, qui répartit le trafic de l&apos;expérience %2.</translation>
    </message>
    <message>
        <source>No experiment is routed.</source>
        <translation>Aucune expérience n&apos;est routée.</translation>
    </message>
    <message>
        <source>The default endpoint %1 serves the item.</source>
        <translation>L&apos;endpoint par défaut %1 sert l&apos;item.</translation>
    </message>
    <message>
        <source>Bucket %1 of experiment %2 belongs to no arm: coverage is %3.</source>
        <translation>Le bucket %1 de l&apos;expérience %2 n&apos;appartient à aucun bras : la couverture est de %3.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::AuditPresenter</name>
    <message>
        <source>Chain broken at entry %1</source>
        <translation>Chaîne rompue à l&apos;entrée %1</translation>
    </message>
    <message>
        <source>Hash chain intact</source>
        <translation>Chaîne de hash intacte</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ComparePresenter</name>
    <message>
        <source>differs</source>
        <translation>diffère</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConfigPresenter</name>
    <message>
        <source>Nothing is edited yet</source>
        <translation>Rien n&apos;est encore modifié</translation>
    </message>
    <message>
        <source>The configs are being checked</source>
        <translation>Les configs sont en cours de vérification</translation>
    </message>
    <message>
        <source>Solve the problems first</source>
        <translation>Résoudre d&apos;abord les problèmes</translation>
    </message>
    <message>
        <source>Version %1 exists; give another one, or none.</source>
        <translation>La version %1 existe&#xa0;; en indiquer une autre, ou aucune.</translation>
    </message>
    <message>
        <source>Choose the key that signs the bundle.</source>
        <translation>Choisir la clé qui signe le bundle.</translation>
    </message>
    <message>
        <source>There is no key file %1.</source>
        <translation>Il n&apos;y a pas de fichier de clé %1.</translation>
    </message>
    <message>
        <source>Choose where to write the bundle.</source>
        <translation>Choisir où écrire le bundle.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Il n&apos;y a pas de dossier %1.</translation>
    </message>
    <message>
        <source>The configs were not exported.</source>
        <translation>Les configs n&apos;ont pas été exportées.</translation>
    </message>
    <message>
        <source>%1: %2. Choose another folder.</source>
        <translation>%1&#xa0;: %2. Choisir un autre dossier.</translation>
    </message>
    <message>
        <source>features.yaml and preprocessor.yaml written to %1.</source>
        <translation>features.yaml et preprocessor.yaml écrits dans %1.</translation>
    </message>
    <message>
        <source>Build a bundle from %1</source>
        <translation>Créer un bundle à partir de %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>The bundle of &quot;%1&quot; was not downloaded.</source>
        <translation>Le bundle de «&#xa0;%1&#xa0;» n&apos;a pas été téléchargé.</translation>
    </message>
    <message>
        <source>No bundle was built.</source>
        <translation>Aucun bundle n&apos;a été créé.</translation>
    </message>
    <message>
        <source>%1 written (%2), signed by %3.</source>
        <translation>%1 écrit (%2), signé par %3.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConnectionPresenter</name>
    <message>
        <source>Connected %1</source>
        <translation>Connecté %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconnexion</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connexion perdue</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>%1, retry in %2 s</source>
        <extracomment>%1 is a state such as &quot;Connection lost&quot;, %2 a number of seconds</extracomment>
        <translation>%1, nouvel essai dans %2 s</translation>
    </message>
    <message>
        <source>Control plane: %1</source>
        <translation>Plan de contrôle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Raison&#xa0;: %1</translation>
    </message>
    <message>
        <source>Workers and proxies keep serving meanwhile; this window tries again by itself.</source>
        <translation>Les workers et les proxies continuent de servir&#xa0;; cette fenêtre réessaie d&apos;elle-même.</translation>
    </message>
    <message>
        <source>The connection to %1 is lost. What you see is from %2.</source>
        <translation>La connexion à %1 est perdue. L&apos;affichage date de %2.</translation>
    </message>
    <message>
        <source>Not possible while the control plane is not connected</source>
        <translation>Impossible tant que le plan de contrôle n&apos;est pas connecté</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Sans données</translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation>Actualisé il y a %1 s</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ContextsPresenter</name>
    <message>
        <source>Not running</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Arrêt</translation>
    </message>
    <message>
        <source>Did not start</source>
        <translation>Non démarrée</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>Interrogation de %1...</translation>
    </message>
    <message>
        <source>Aerie %1, environment %2, answered in %3</source>
        <translation>Aerie %1, environnement %2, réponse en %3</translation>
    </message>
    <message>
        <source>%1 did not answer. %2</source>
        <translation>%1 n&apos;a pas répondu. %2</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::DeploymentsPresenter</name>
    <message>
        <source>%1 sends nothing to it: %2</source>
        <translation>%1 ne lui envoie rien&#xa0;: %2</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>Le journal est terminé.</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>Le journal s&apos;est arrêté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Give the endpoint a name.</source>
        <translation>Donner un nom à l&apos;endpoint.</translation>
    </message>
    <message>
        <source>An endpoint &quot;%1&quot; exists already.</source>
        <translation>Un endpoint «&#xa0;%1&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Choisir un modèle.</translation>
    </message>
    <message>
        <source>Choose a version or a stage.</source>
        <translation>Choisir une version ou une phase.</translation>
    </message>
    <message>
        <source>Replicas must be between 1 and %1.</source>
        <translation>Le nombre de réplicas doit être entre 1 et %1.</translation>
    </message>
    <message>
        <source>CPUs must be between 0 and %1.</source>
        <translation>Le nombre de CPU doit être entre 0 et %1.</translation>
    </message>
    <message>
        <source>At most %1 rows fit one request.</source>
        <translation>Une requête contient au plus %1 lignes.</translation>
    </message>
    <message>
        <source>The longest timeout is %1 ms.</source>
        <translation>Le délai maximal est de %1 ms.</translation>
    </message>
    <message>
        <source>A second replica must be asked before the timeout of %1 ms.</source>
        <translation>Un second réplica doit être interrogé avant le délai maximal de %1 ms.</translation>
    </message>
    <message>
        <source>one process each</source>
        <translation>un processus chacun</translation>
    </message>
    <message>
        <source>a worker and its sidecar each</source>
        <translation>un worker et son sidecar chacun</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of %1 on %2, %3.</source>
        <translation>
            <numerusform>%n réplica de %1 sur %2, %3.</numerusform>
            <numerusform>%n réplicas de %1 sur %2, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>Together at most %1 of memory.</source>
        <translation>Ensemble, au plus %1 de mémoire.</translation>
    </message>
    <message>
        <source>Each may use %1; one that uses more memory is ended and started anew.</source>
        <translation>Chacun peut utiliser %1&#xa0;; celui qui dépasse la mémoire est arrêté puis relancé.</translation>
    </message>
    <message>
        <source>A worker config %1: at most %2 rows and %3 ms for each request.</source>
        <translation>Une config de worker %1&#xa0;: au plus %2 lignes et %3 ms par requête.</translation>
    </message>
    <message>
        <source>Metrics and alert rules for %1.</source>
        <translation>Métriques et règles d&apos;alerte pour %1.</translation>
    </message>
    <message>
        <source>It follows %1: a promotion replaces its replicas without losing a request.</source>
        <translation>Il suit %1&#xa0;: une promotion remplace ses réplicas sans perdre de requête.</translation>
    </message>
    <message>
        <source>No traffic yet: routing decides that.</source>
        <translation>Pas encore de trafic&#xa0;: le routage en décide.</translation>
    </message>
    <message>
        <source>Deploy %1 as %2</source>
        <translation>Déployer %1 comme %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deployed.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été déployé.</translation>
    </message>
    <message>
        <source>%1 is being deployed as %2.</source>
        <translation>%1 est en cours de déploiement comme %2.</translation>
    </message>
    <message numerus="yes">
        <source>Scale %1 to %n replica(s)</source>
        <translation>
            <numerusform>Mettre %1 à %n réplica</numerusform>
            <numerusform>Mettre %1 à %n réplicas</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not scaled.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été ajusté.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is scaling to %n replica(s).</source>
        <translation>
            <numerusform>%1 passe à %n réplica.</numerusform>
            <numerusform>%1 passe à %n réplicas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Redémarrer %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été redémarré.</translation>
    </message>
    <message>
        <source>%1 is restarting, replica by replica.</source>
        <translation>%1 redémarre, réplica par réplica.</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>Revenir en arrière : %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not rolled back.</source>
        <translation>Le rollback de «&#xa0;%1&#xa0;» n&apos;a pas eu lieu.</translation>
    </message>
    <message>
        <source>%1 is rolling back.</source>
        <translation>Rollback de %1 en cours.</translation>
    </message>
    <message>
        <source>%1 is rolling back to version %2.</source>
        <translation>Rollback de %1 vers la version %2 en cours.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deleted.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été supprimé.</translation>
    </message>
    <message>
        <source>%1 is draining and will be gone.</source>
        <translation>%1 se vide et va disparaître.</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1, bras %2</translation>
    </message>
    <message>
        <source>Version %1, serves until the rollout is done</source>
        <translation>Version %1, sert jusqu&apos;à la fin du rollout</translation>
    </message>
    <message>
        <source>Version %1, served before</source>
        <translation>Version %1, servie avant</translation>
    </message>
    <message>
        <source>Version %1, never served here</source>
        <translation>Version %1, jamais servie ici</translation>
    </message>
    <message>
        <source>No worker runs with less than %1. Give more, or 0 for no limit.</source>
        <translation>Aucun worker ne fonctionne avec moins de %1. Donner plus, ou 0 pour aucune limite.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::EndpointUsers</name>
    <message>
        <source>use case %1 (its default endpoint)</source>
        <translation>cas d&apos;usage %1 (son endpoint par défaut)</translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation>expérience %1</translation>
    </message>
    <message>
        <source>use case %1 (shadow traffic)</source>
        <translation>cas d&apos;usage %1 (trafic shadow)</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ExperimentsPresenter</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation>Donner un nom à l&apos;expérience.</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>Utiliser jusqu&apos;à 128 lettres sans accents, chiffres, «&#xa0;_&#xa0;», «&#xa0;-&#xa0;» et «&#xa0;.&#xa0;», en commençant par une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>This name is taken. Names are not used again, so that history stays readable.</source>
        <translation>Ce nom est pris. Les noms ne sont pas réutilisés, pour que l&apos;historique reste lisible.</translation>
    </message>
    <message>
        <source>Take more than 0 % and at most 100 % of the layer.</source>
        <translation>Prendre plus de 0 % et au plus 100 % de la couche.</translation>
    </message>
    <message>
        <source>Only %1 of this layer is free. Take less, stop another experiment or use another layer.</source>
        <translation>Seul %1 de cette couche est libre. Prendre moins, arrêter une autre expérience ou utiliser une autre couche.</translation>
    </message>
    <message>
        <source>Coverage is between 0 and 100 %.</source>
        <translation>La couverture est entre 0 et 100 %.</translation>
    </message>
    <message>
        <source>An experiment compares at least two arms.</source>
        <translation>Une expérience compare au moins deux bras.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n arm(s).</source>
        <translation>
            <numerusform>Au plus %n bras.</numerusform>
            <numerusform>Au plus %n bras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name every arm.</source>
        <translation>Nommer chaque bras.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an arm: use letters without accents, digits and &quot;_&quot;.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un nom de bras&#xa0;: utiliser des lettres sans accents, des chiffres et «&#xa0;_&#xa0;».</translation>
    </message>
    <message>
        <source>Two arms are called &quot;%1&quot;.</source>
        <translation>Deux bras s&apos;appellent «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>The weights add up to %1, not to 100 %.</source>
        <translation>La somme des poids est %1, et non 100 %.</translation>
    </message>
    <message>
        <source>%1 is created and runs.</source>
        <translation>%1 est créée et active.</translation>
    </message>
    <message>
        <source>%1 is created as a draft.</source>
        <translation>%1 est créée en brouillon.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not created.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été créée.</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>Choisir une expérience</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>Une modification est en cours</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>Elle est déjà en cours</translation>
    </message>
    <message>
        <source>Stopped experiments do not start again; create a new one</source>
        <translation>Une expérience arrêtée ne redémarre pas&#xa0;; en créer une nouvelle</translation>
    </message>
    <message>
        <source>It is stopped already</source>
        <translation>Elle est déjà arrêtée</translation>
    </message>
    <message>
        <source>A stopped experiment cannot be changed</source>
        <translation>Une expérience arrêtée ne peut pas être modifiée</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <extracomment>%1 is a number such as &quot;5.6k&quot;</extracomment>
        <translation>%1 items/s</translation>
    </message>
    <message>
        <source>No routing config names this experiment yet, so no traffic changes until one does.</source>
        <translation>Aucune config de routage ne nomme encore cette expérience&#xa0;; le trafic ne change donc pas d&apos;ici là.</translation>
    </message>
    <message>
        <source>%1 of the keys of %2 that go to %3 now are split between %4 within a second.</source>
        <translation>%1 des clés de %2 qui vont actuellement à %3 sont réparties entre %4 en moins d&apos;une seconde.</translation>
    </message>
    <message>
        <source>It does not start again, and its share of layer %1 becomes free.</source>
        <translation>Elle ne redémarre pas, et sa part de la couche %1 se libère.</translation>
    </message>
    <message>
        <source>No traffic goes through it now.</source>
        <translation>Aucun trafic n&apos;y passe actuellement.</translation>
    </message>
    <message>
        <source>About %1 that its arms share now go to %2 within a second.</source>
        <translation>Environ %1, que ses bras se partagent, vont désormais à %2 en moins d&apos;une seconde.</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 est en cours.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été démarrée.</translation>
    </message>
    <message>
        <source>%1 is stopped.</source>
        <translation>%1 est arrêtée.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not stopped.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été arrêtée.</translation>
    </message>
    <message>
        <source>Split as intended</source>
        <translation>Répartition conforme</translation>
    </message>
    <message>
        <source>Split is suspect</source>
        <translation>Répartition suspecte</translation>
    </message>
    <message>
        <source>Split is not as intended</source>
        <translation>Répartition non conforme</translation>
    </message>
    <message>
        <source>Too few keys to check the split</source>
        <translation>Trop peu de clés pour vérifier la répartition</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>moins de %1</translation>
    </message>
    <message>
        <source>chi-squared %1, p %2, %3 keys</source>
        <translation>khi-deux %1, p %2, %3 clés</translation>
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
        <translation>%1, tous les réplicas</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>Daemons</translation>
    </message>
    <message>
        <source>This replica is gone; its last lines stay here.</source>
        <translation>Ce réplica a disparu&#xa0;; ses dernières lignes restent ici.</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>Le journal est terminé.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ne peut pas être lu&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, only its sidecar</source>
        <translation>%1, seulement son sidecar</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::MonitoringPresenter</name>
    <message>
        <source>Items per second</source>
        <translation>Items par seconde</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Items en échec</translation>
    </message>
    <message>
        <source>Batch fill</source>
        <translation>Taux de lot</translation>
    </message>
    <message>
        <source>Feature store latency</source>
        <translation>Latence du feature store</translation>
    </message>
    <message>
        <source>Feature cache hits</source>
        <translation>Hits du cache de features</translation>
    </message>
    <message>
        <source>CPU, of one core</source>
        <translation>CPU, d&apos;un cœur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>The charts are not up to date.</source>
        <translation>Les graphiques ne sont pas à jour.</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Tous les endpoints</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>aucune expérience</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 items/s</translation>
    </message>
    <message>
        <source>%1 items/s, p99 up to %2</source>
        <extracomment>%1 such as 12.4k, %2 such as 4.4 ms</extracomment>
        <translation>%1 items/s, p99 jusqu&apos;à %2</translation>
    </message>
    <message>
        <source>Workers know no use case: choose one line per endpoint</source>
        <translation>Les workers ignorent les cas d&apos;usage&#xa0;: choisir une courbe par endpoint</translation>
    </message>
    <message>
        <source>No worker keeps a feature cache: features are read from the store</source>
        <translation>Aucun worker n&apos;a de cache de features&#xa0;: elles sont lues dans le store</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::OverviewPresenter</name>
    <message>
        <source>%1 at step %2: %3</source>
        <translation>%1 à l&apos;étape %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 replicas</source>
        <translation>%1, %2 réplicas sur %3</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>a refusé la config #%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Proxies</translation>
    </message>
    <message>
        <source>none is connected, so nothing is served. Start aerie-proxy</source>
        <translation>aucun n&apos;est connecté, rien n&apos;est donc servi. Démarrer aerie-proxy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0,1 %</translation>
    </message>
    <message>
        <source>of all items</source>
        <translation>de tous les items</translation>
    </message>
    <message>
        <source>all ready</source>
        <translation>tous prêts</translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n pas prêt</numerusform>
            <numerusform>%n pas prêts</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>calme</translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n critique</numerusform>
            <numerusform>%n critiques</numerusform>
        </translation>
    </message>
    <message>
        <source>no critical one</source>
        <translation>aucune critique</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n point à examiner</numerusform>
            <numerusform>%n points à examiner</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is routed yet</source>
        <translation>Rien n&apos;est encore routé</translation>
    </message>
    <message>
        <source>All is ready; no traffic flows</source>
        <translation>Tout est prêt&#xa0;; aucun trafic</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>%1 items/s over %2, %3 of them failed</source>
        <translation>%1 items/s sur %2, dont %3 en échec</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 items/s over %2, none failed</source>
        <extracomment>%1 such as 12.4k, %2 such as &quot;2 endpoints&quot;</extracomment>
        <translation>%1 items/s sur %2, aucun échec</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistrationPresenter</name>
    <message>
        <source>%1 is registered already with other content, and a version never changes. Give the bundle another version and pack it again.</source>
        <translation>%1 est déjà enregistrée avec un autre contenu, et une version ne change jamais. Donner une autre version au bundle et le recréer.</translation>
    </message>
    <message>
        <source>The first version of a new model.</source>
        <translation>La première version d&apos;un nouveau modèle.</translation>
    </message>
    <message>
        <source>The same content is registered as %1; nothing will change.</source>
        <translation>Le même contenu est enregistré comme %1&#xa0;; rien ne changera.</translation>
    </message>
    <message>
        <source>No version of this model was signed with this key so far. The registry accepts trusted keys only.</source>
        <translation>Aucune version de ce modèle n&apos;a encore été signée avec cette clé. Le registre n&apos;accepte que les clés de confiance.</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Enregistrer %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1 est enregistrée.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistryPresenter</name>
    <message>
        <source>The configs of &quot;%1@%2&quot; were not loaded.</source>
        <translation>Les configs de «&#xa0;%1@%2&#xa0;» n&apos;ont pas été chargées.</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>non signé</translation>
    </message>
    <message numerus="yes">
        <source>verified; the key also signed %n other version(s)</source>
        <translation>
            <numerusform>vérifié&#xa0;; la clé a aussi signé %n autre version</numerusform>
            <numerusform>vérifié&#xa0;; la clé a aussi signé %n autres versions</numerusform>
        </translation>
    </message>
    <message>
        <source>verified; the only version of this model with this key</source>
        <translation>vérifié&#xa0;; seule version de ce modèle avec cette clé</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vérifié</translation>
    </message>
    <message>
        <source>Promote %1 to %2</source>
        <translation>Promouvoir %1 en %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not promoted to %2.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été promue en %2.</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 est désormais %2.</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>Archiver %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurer %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not archived.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été archivée.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restored.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été restaurée.</translation>
    </message>
    <message>
        <source>%1 is archived.</source>
        <translation>%1 est archivée.</translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation>%1 est restaurée.</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>Télécharger %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not downloaded.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été téléchargée.</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 écrit dans %2.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RoutingPresenter</name>
    <message>
        <source>Proxy %1 refused the newest config: %2</source>
        <translation>Le proxy %1 a refusé la dernière config&#xa0;: %2</translation>
    </message>
    <message>
        <source>Config #%1</source>
        <translation>Config #%1</translation>
    </message>
    <message>
        <source>%1; no proxy is connected</source>
        <translation>%1&#xa0;; aucun proxy n&apos;est connecté</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs on %n proxy instance(s)</source>
        <extracomment>%1 is &quot;Config #14&quot;</extracomment>
        <translation>
            <numerusform>%1 active sur %n instance de proxy</numerusform>
            <numerusform>%1 active sur %n instances de proxy</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation>Retour à la révision %1</translation>
    </message>
    <message>
        <source>This use case has no experiment</source>
        <translation>Ce cas d&apos;usage n&apos;a pas d&apos;expérience</translation>
    </message>
    <message>
        <source>One %1 per line</source>
        <translation>%1&#xa0;: une valeur par ligne</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) are shown.</source>
        <translation>
            <numerusform>Seule la première clé (%Ln) est affichée.</numerusform>
            <numerusform>Seules les %Ln premières clés sont affichées.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no endpoint yet: deploy a model first.</source>
        <translation>Aucun endpoint pour l&apos;instant&#xa0;: déployer d&apos;abord un modèle.</translation>
    </message>
    <message>
        <source>Give the use case a name.</source>
        <translation>Donner un nom au cas d&apos;usage.</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>Utiliser jusqu&apos;à 128 lettres sans accents, chiffres, «&#xa0;_&#xa0;», «&#xa0;-&#xa0;» et «&#xa0;.&#xa0;», en commençant par une lettre ou un chiffre.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is routed already; change its config instead.</source>
        <translation>«&#xa0;%1&#xa0;» est déjà routé&#xa0;; modifier plutôt sa config.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint that is deployed.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas un endpoint déployé.</translation>
    </message>
    <message>
        <source>%1 is routed to %2.</source>
        <translation>%1 est routé vers %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not routed.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été routé.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SimulationPresenter</name>
    <message>
        <source>Kill a worker</source>
        <translation>Tuer un worker</translation>
    </message>
    <message>
        <source>Restart the proxy</source>
        <translation>Redémarrer le proxy</translation>
    </message>
    <message>
        <source>Pause a model server</source>
        <translation>Suspendre un serveur</translation>
    </message>
    <message>
        <source>Slow a model server</source>
        <translation>Ralentir un serveur</translation>
    </message>
    <message>
        <source>Cut the control plane</source>
        <translation>Couper le contrôle</translation>
    </message>
    <message>
        <source>Feature store down</source>
        <translation>Feature store coupé</translation>
    </message>
    <message>
        <source>Feature drift</source>
        <translation>Dérive des features</translation>
    </message>
    <message>
        <source>Malformed requests</source>
        <translation>Requêtes invalides</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Constant</translation>
    </message>
    <message>
        <source>The same rate all the time.</source>
        <translation>Le même débit en permanence.</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Jour et nuit</translation>
    </message>
    <message>
        <source>The rate follows the hour of the world: busy by day, a fifth of it by night.</source>
        <translation>Le débit suit l&apos;heure du monde&#xa0;: intense le jour, un cinquième la nuit.</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Rafales</translation>
    </message>
    <message>
        <source>Four times the rate for ten seconds of every minute.</source>
        <translation>Quatre fois le débit pendant dix secondes de chaque minute.</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>Mauvais jour</translation>
    </message>
    <message>
        <source>A steady rate, and one fault after another strikes by itself.</source>
        <translation>Un débit constant, et les pannes surviennent d&apos;elles-mêmes l&apos;une après l&apos;autre.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The simulation closed the connection.</source>
        <translation>La simulation a fermé la connexion.</translation>
    </message>
    <message>
        <source>Traffic was not started.</source>
        <translation>Le trafic n&apos;a pas été démarré.</translation>
    </message>
    <message>
        <source>Traffic was not stopped.</source>
        <translation>Le trafic n&apos;a pas été arrêté.</translation>
    </message>
    <message>
        <source>The rate was not changed.</source>
        <translation>Le débit n&apos;a pas été modifié.</translation>
    </message>
    <message>
        <source>The speed was not changed.</source>
        <translation>La vitesse n&apos;a pas été modifiée.</translation>
    </message>
    <message>
        <source>The scenario was not changed.</source>
        <translation>Le scénario n&apos;a pas été modifié.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not strike.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été injecté.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not undone.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été annulé.</translation>
    </message>
    <message>
        <source>One worker of the candidate is killed. Its neighbour takes the load until a new one serves.</source>
        <translation>Un worker du candidat est tué. Son voisin prend la charge jusqu&apos;à ce qu&apos;un nouveau serve.</translation>
    </message>
    <message>
        <source>It stops and starts again. Requests in between fail; it serves from its last good config.</source>
        <translation>Il s&apos;arrête et redémarre. Les requêtes entre-temps échouent&#xa0;; il sert sa dernière bonne config.</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s stands still. Its worker leaves the rotation; calls go elsewhere.</source>
        <translation>L&apos;un de ceux du candidat se fige. Son worker sort de la rotation&#xa0;; les appels vont ailleurs.</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s gets a third of its time. Latency rises; nothing fails.</source>
        <translation>L&apos;un de ceux du candidat reçoit un tiers de son temps. La latence monte&#xa0;; rien n&apos;échoue.</translation>
    </message>
    <message>
        <source>It is killed. Traffic goes on; this window is not connected until it is back.</source>
        <translation>Il est tué. Le trafic continue&#xa0;; cette fenêtre est déconnectée jusqu&apos;à son retour.</translation>
    </message>
    <message>
        <source>Reads of stored features fail. Workers use what they remember for a minute, then defaults.</source>
        <translation>Les lectures de features échouent. Les workers usent de leur mémoire une minute, puis des défauts.</translation>
    </message>
    <message>
        <source>Stored late rates are turned around. Version 2 uses them and gets worse within a minute.</source>
        <translation>Les taux de retard stockés sont inversés. La version 2 s&apos;en sert et se dégrade en une minute.</translation>
    </message>
    <message>
        <source>Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.</source>
        <translation>Mauvais types, colonnes absentes, un million de lignes parmi les bonnes. Chacune a une réponse claire.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::StagedChanges</name>
    <message>
        <source>Routing of %1</source>
        <translation>Routage de %1</translation>
    </message>
    <message>
        <source>Split of %1</source>
        <translation>Répartition de %1</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>couverture</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before it were applied.</source>
        <translation>
            <numerusform>%n modification précédente a été appliquée.</numerusform>
            <numerusform>%n modifications précédentes ont été appliquées.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not changed; it stays staged.</source>
        <translation>%1 n&apos;a pas été modifié&#xa0;; la modification reste préparée.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) moved.</source>
        <translation>
            <numerusform>%Ln bucket déplacé.</numerusform>
            <numerusform>%Ln buckets déplacés.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation>%1&#xa0;: appliqué.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are applied.</source>
        <translation>
            <numerusform>%n modification appliquée.</numerusform>
            <numerusform>%n modifications appliquées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was applied.</source>
        <translation>Rien n&apos;a été appliqué.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SubmissionPresenter</name>
    <message>
        <source>%1 was not opened.</source>
        <translation>%1 n&apos;a pas été ouvert.</translation>
    </message>
    <message>
        <source>It has %1; a job file has at most %2. Choose the job&apos;s YAML file.</source>
        <translation>Il fait %1&#xa0;; un fichier de job a au plus %2. Choisir le fichier YAML du job.</translation>
    </message>
    <message>
        <source>%1: %2. Choose a file that can be read.</source>
        <translation>%1&#xa0;: %2. Choisir un fichier lisible.</translation>
    </message>
    <message>
        <source>The file of job %1 could not be read.</source>
        <translation>Le fichier du job %1 n&apos;a pas pu être lu.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message numerus="yes">
        <source>%n have run before</source>
        <translation>
            <numerusform>%n a déjà été exécutée</numerusform>
            <numerusform>%n ont déjà été exécutées</numerusform>
        </translation>
    </message>
    <message>
        <source>none has run before</source>
        <translation>aucune n&apos;a encore été exécutée</translation>
    </message>
    <message>
        <source>as many as the CPUs take</source>
        <translation>autant que les CPU le permettent</translation>
    </message>
    <message>
        <source>as many as the memory takes</source>
        <translation>autant que la mémoire le permet</translation>
    </message>
    <message>
        <source>the job&apos;s own limit</source>
        <translation>la limite propre au job</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>toutes</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>À la fois</translation>
    </message>
    <message>
        <source>Each asks for</source>
        <translation>Chacune demande</translation>
    </message>
    <message>
        <source>no limit of memory</source>
        <translation>pas de limite de mémoire</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>The file is being read</source>
        <translation>Le fichier est en cours de lecture</translation>
    </message>
    <message>
        <source>It is being submitted</source>
        <translation>Soumission en cours</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>Le fichier est en cours de vérification</translation>
    </message>
    <message>
        <source>Solve the problem first</source>
        <translation>Résoudre d&apos;abord le problème</translation>
    </message>
    <message>
        <source>The daemon is planning</source>
        <translation>Le daemon planifie</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>Il n&apos;y a pas encore de plan</translation>
    </message>
    <message>
        <source>Submit %1</source>
        <translation>Soumettre %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>%1 was not submitted.</source>
        <translation>%1 n&apos;a pas été soumis.</translation>
    </message>
    <message>
        <source>Job %1 of %2 was submitted.</source>
        <translation>Le job %1 de %2 a été soumis.</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Répertoire de travail</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), packed and sent when you submit</source>
        <translation>
            <numerusform>%n fichier, empaqueté et envoyé à la soumission</numerusform>
            <numerusform>%n fichiers, empaquetés et envoyés à la soumission</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::T</name>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TopologyBuilder</name>
    <message>
        <source>no traffic</source>
        <translation>aucun trafic</translation>
    </message>
    <message>
        <source>%1, p99 %2</source>
        <translation>%1, p99 %2</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>a refusé la config #%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 of the items fail</source>
        <translation>%1 des items échouent</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 prêts sur %2</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>Feature store</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 requêtes/s</translation>
    </message>
    <message>
        <source>%1, %2 cached</source>
        <translation>%1, %2 en cache</translation>
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
            <numerusform>%1, %2, %Ln tâche</numerusform>
            <numerusform>%1, %2, %Ln tâches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingJobPresenter</name>
    <message>
        <source>It has not started yet.</source>
        <translation>Pas encore démarrée.</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>Le journal est terminé.</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>Le journal s&apos;est interrompu&#xa0;: %1</translation>
    </message>
    <message>
        <source>... lines before this are left out ...</source>
        <translation>... les lignes précédentes sont omises ...</translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>Le daemon d&apos;entraînement a fermé la connexion.</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>tentative %1</translation>
    </message>
    <message>
        <source>Select a task first</source>
        <translation>Choisir d&apos;abord une tâche</translation>
    </message>
    <message>
        <source>The task is over</source>
        <translation>La tâche est terminée</translation>
    </message>
    <message>
        <source>Only tasks that failed or were cancelled can be tried again</source>
        <translation>Seules les tâches échouées ou annulées peuvent être relancées</translation>
    </message>
    <message>
        <source>attempt %1 on %2</source>
        <translation>tentative %1 sur %2</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>démarrée %1</translation>
    </message>
    <message>
        <source>runs for %1</source>
        <translation>en cours depuis %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>durée %1</translation>
    </message>
    <message>
        <source>last run %1</source>
        <translation>dernière exécution %1</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <translation>demande %1</translation>
    </message>
    <message>
        <source>asks for %1 and %2</source>
        <translation>demande %1 et %2</translation>
    </message>
    <message>
        <source>used %1 and %2</source>
        <extracomment>what a task used: CPUs, then memory</extracomment>
        <translation>a utilisé %1 et %2</translation>
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
            <numerusform>%Ln échouée</numerusform>
            <numerusform>%Ln échouées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln en cours</numerusform>
            <numerusform>%Ln en cours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/min</source>
        <extracomment>tasks per minute</extracomment>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>bientôt</translation>
    </message>
    <message>
        <source>later than expected</source>
        <translation>plus tard que prévu</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>aucun prix</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingPresenter</name>
    <message numerus="yes">
        <source>%n job(s), none runs</source>
        <translation>
            <numerusform>%n job, aucun en cours</numerusform>
            <numerusform>%n jobs, aucun en cours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running, %1 of %2 tasks done</source>
        <translation>
            <numerusform>%n job en cours, %1 tâches finies sur %2</numerusform>
            <numerusform>%n jobs en cours, %1 tâches finies sur %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>Le daemon d&apos;entraînement a fermé la connexion.</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>Choisir d&apos;abord un job</translation>
    </message>
    <message>
        <source>The job is over</source>
        <translation>Le job est terminé</translation>
    </message>
    <message>
        <source>It is being cancelled already</source>
        <translation>Il est déjà en cours d&apos;annulation</translation>
    </message>
    <message>
        <source>No task failed or was cancelled</source>
        <translation>Aucune tâche n&apos;a échoué ni été annulée</translation>
    </message>
    <message>
        <source>Wait until it is cancelled</source>
        <translation>Attendre qu&apos;il soit annulé</translation>
    </message>
    <message>
        <source>Select a cluster first</source>
        <translation>Choisir d&apos;abord un cluster</translation>
    </message>
    <message>
        <source>The cluster is gone; its history stays</source>
        <translation>Le cluster a disparu&#xa0;; son historique reste</translation>
    </message>
    <message>
        <source>It is being stopped already</source>
        <translation>Il est déjà en cours d&apos;arrêt</translation>
    </message>
    <message numerus="yes">
        <source>job %1 of %2, %Ln task(s) left</source>
        <translation>
            <numerusform>job %1 de %2, %Ln tâche restante</numerusform>
            <numerusform>job %1 de %2, %Ln tâches restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job %1</source>
        <translation>Annuler le job %1</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln task(s) of %1</source>
        <translation>
            <numerusform>Annuler %Ln tâche de %1</numerusform>
            <numerusform>Annuler %Ln tâches de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Job %1 was not cancelled.</source>
        <translation>Le job %1 n&apos;a pas été annulé.</translation>
    </message>
    <message>
        <source>Job %1 is being cancelled.</source>
        <translation>Le job %1 est en cours d&apos;annulation.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 are being cancelled.</source>
        <translation>
            <numerusform>%Ln tâche du job %1 est en cours d&apos;annulation.</numerusform>
            <numerusform>%Ln tâches du job %1 sont en cours d&apos;annulation.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry job %1</source>
        <translation>Relancer le job %1</translation>
    </message>
    <message>
        <source>Job %1 was not tried again.</source>
        <translation>Le job %1 n&apos;a pas été relancé.</translation>
    </message>
    <message>
        <source>The results of job %1 are published again.</source>
        <translation>Les résultats du job %1 sont publiés à nouveau.</translation>
    </message>
    <message>
        <source>All failed tasks of job %1 run again.</source>
        <translation>Toutes les tâches échouées du job %1 sont relancées.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 run again.</source>
        <translation>
            <numerusform>%Ln tâche du job %1 est relancée.</numerusform>
            <numerusform>%Ln tâches du job %1 sont relancées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete cluster %1</source>
        <translation>Supprimer le cluster %1</translation>
    </message>
    <message>
        <source>Cluster %1 was not deleted.</source>
        <translation>Le cluster %1 n&apos;a pas été supprimé.</translation>
    </message>
    <message>
        <source>Cluster %1 is being stopped.</source>
        <translation>Le cluster %1 est en cours d&apos;arrêt.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingRoom</name>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>mean %1 %</source>
        <translation>moyenne %1&#xa0;%</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>pic %1</translation>
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
            <numerusform>%Ln en cours</numerusform>
            <numerusform>%Ln en cours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::WhatIfPresenter</name>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>prix %1</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>One shared queue with a task on each host, against a cluster made for the job, with slots of the CPUs that a task needs: 1,500 tasks on the same ten hosts.</source>
        <translation>Une file partagée avec une tâche par hôte, face à un cluster créé pour le job, avec des slots du nombre de CPU nécessaire à une tâche&#xa0;: 1&#xa0;500 tâches sur les dix mêmes hôtes.</translation>
    </message>
    <message>
        <source>Right-sized cluster</source>
        <translation>Cluster bien dimensionné</translation>
    </message>
    <message>
        <source>A cluster for this job alone, 2 CPUs for each task, the longest tasks first.</source>
        <translation>Un cluster pour ce seul job, 2 CPU par tâche, les tâches les plus longues d&apos;abord.</translation>
    </message>
    <message>
        <source>Shared queue</source>
        <translation>File partagée</translation>
    </message>
    <message>
        <source>One shared queue, one task at a time on each host, behind a backlog of other applications.</source>
        <translation>Une file partagée, une tâche à la fois par hôte, derrière un arriéré d&apos;autres applications.</translation>
    </message>
    <message>
        <source>A quiet day</source>
        <translation>Un jour calme</translation>
    </message>
    <message>
        <source>A quiet day of the shared queue, whose hosts are paid around the clock.</source>
        <translation>Un jour calme de la file partagée, dont les hôtes sont payés jour et nuit.</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>Un mauvais jour</translation>
    </message>
    <message>
        <source>Right-sized, with slow starts, lost hosts, failing attempts and tasks that outgrow their memory.</source>
        <translation>Bien dimensionné, avec des démarrages lents, des hôtes perdus, des tentatives en échec et des tâches qui dépassent leur mémoire.</translation>
    </message>
    <message>
        <source>Whole numbers from %1 to %2 with spaces between them.</source>
        <translation>Nombres entiers de %1 à %2 séparés par des espaces.</translation>
    </message>
    <message>
        <source>Numbers from %1 to %2 with spaces between them.</source>
        <translation>Nombres de %1 à %2 séparés par des espaces.</translation>
    </message>
    <message>
        <source>Choose at least one order.</source>
        <translation>Choisir au moins un ordre.</translation>
    </message>
    <message>
        <source>The clusters were not calculated.</source>
        <translation>Les clusters n&apos;ont pas été calculés.</translation>
    </message>
    <message>
        <source>Fastest: %1 in %2. Cheapest: %3 for %4.</source>
        <translation>Le plus rapide&#xa0;: %1 en %2. Le moins cher&#xa0;: %3 pour %4.</translation>
    </message>
    <message>
        <source>Before: shared queue</source>
        <translation>Avant&#xa0;: file partagée</translation>
    </message>
    <message>
        <source>After: right-sized</source>
        <translation>Après&#xa0;: bien dimensionné</translation>
    </message>
    <message>
        <source>The same tasks on the same hosts take %1 instead of %2, at %3 of the CPUs instead of %4.</source>
        <translation>Les mêmes tâches sur les mêmes hôtes prennent %1 au lieu de %2, à %3 des CPU au lieu de %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s), %1 for each task, %2</source>
        <extracomment>a cluster: hosts, CPUs per task, order of the tasks</extracomment>
        <translation>
            <numerusform>%n hôte, %1 par tâche, %2</numerusform>
            <numerusform>%n hôtes, %1 par tâche, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::rpc</name>
    <message>
        <source>Give the context a name.</source>
        <translation>Donner un nom au contexte.</translation>
    </message>
    <message>
        <source>Give the address of its control plane: host:port or unix:/path.</source>
        <translation>Donner l&apos;adresse de son plan de contrôle&#xa0;: host:port ou unix:/path.</translation>
    </message>
    <message>
        <source>The address needs a port from 1 to 65535: host:port, for example ml.example.org:7700.</source>
        <translation>L&apos;adresse exige un port de 1 à 65535&#xa0;: host:port, par exemple ml.example.org:7700.</translation>
    </message>
    <message>
        <source>A certificate and its key belong together: give both, or neither.</source>
        <translation>Un certificat et sa clé vont ensemble&#xa0;: donner les deux, ou aucun.</translation>
    </message>
    <message>
        <source>Other machines are reached through TLS only: give the file of the authority (CA) that signed the control plane&apos;s certificate.</source>
        <translation>Les autres machines ne sont joignables que par TLS&#xa0;: donner le fichier de l&apos;autorité (CA) qui a signé le certificat du plan de contrôle.</translation>
    </message>
    <message>
        <source>The training daemon&apos;s address needs a port from 1 to 65535, or leave it empty.</source>
        <translation>L&apos;adresse du daemon d&apos;entraînement exige un port de 1 à 65535&#xa0;; sinon, la laisser vide.</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::Connection</name>
    <message>
        <source>The control plane closed the connection.</source>
        <translation>Le plan de contrôle a fermé la connexion.</translation>
    </message>
    <message>
        <source>The control plane stopped answering: %1</source>
        <translation>Le plan de contrôle ne répond plus&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::SimulationHost</name>
    <message>
        <source>%1 is missing. Install Aerie whole, or build it with packaging/build.</source>
        <translation>%1 est introuvable. Installer Aerie en entier, ou le compiler avec packaging/build.</translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the rights of the folder above it, or set AERIE_HOME.</source>
        <translation>%1 ne peut pas être créé. Vérifier les droits du dossier parent, ou définir AERIE_HOME.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 n&apos;a pas pu être démarré&#xa0;: %2</translation>
    </message>
    <message>
        <source>The simulation was ended from outside or crashed.</source>
        <translation>La simulation a été arrêtée de l&apos;extérieur ou a planté.</translation>
    </message>
    <message>
        <source>The simulation ended with code %1.</source>
        <translation>La simulation s&apos;est terminée avec le code %1.</translation>
    </message>
    <message>
        <source>The simulation that ran here was ended by somebody else.</source>
        <translation>La simulation qui tournait ici a été arrêtée par quelqu&apos;un d&apos;autre.</translation>
    </message>
</context>
<context>
    <name>aerie::shell</name>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>version, %1</source>
        <translation>version, %1</translation>
    </message>
    <message>
        <source>deployment, %1</source>
        <extracomment>%1 is a state such as &quot;Ready&quot;</extracomment>
        <translation>déploiement, %1</translation>
    </message>
    <message>
        <source>use case</source>
        <translation>cas d&apos;usage</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>expérience</translation>
    </message>
    <message>
        <source>training job, %1, %2</source>
        <extracomment>a state such as &quot;Running&quot;, and when it was submitted</extracomment>
        <translation>job d&apos;entraînement, %1, %2</translation>
    </message>
    <message>
        <source>training cluster, %1</source>
        <translation>cluster d&apos;entraînement, %1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AboutDialog</name>
    <message>
        <source>About Aerie</source>
        <translation>À propos d&apos;Aerie</translation>
    </message>
    <message>
        <source>Aerie %1</source>
        <translation>Aerie %1</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copier les versions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Libraries, their versions and licences</source>
        <translation>Bibliothèques, leurs versions et licences</translation>
    </message>
    <message>
        <source>Aerie&apos;s own source is under the Apache License 2.0. Qt Charts exists under GPL-3.0 only, so this program, linked with it, is distributed under GPL-3.0. The daemons and aeriectl use no Qt; the libraries that only they use are listed here, too.</source>
        <translation>Le code source propre à Aerie est sous licence Apache 2.0. Qt Charts n&apos;existe que sous GPL-3.0 ; ce programme, lié à lui, est donc distribué sous GPL-3.0. Les daemons et aeriectl n&apos;utilisent pas Qt ; les bibliothèques qu&apos;eux seuls utilisent figurent aussi ici.</translation>
    </message>
    <message>
        <source>Desktop control plane for machine-learning serving and training</source>
        <translation>Plan de contrôle de bureau pour servir et entraîner des modèles de machine learning</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AppMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Application</name>
    <message>
        <source>&quot;%1&quot; cannot be opened</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être ouvert</translation>
    </message>
</context>
<context>
    <name>aerie::shell::CommandPalette</name>
    <message>
        <source>Search or run a command; &gt; for commands, @ for things</source>
        <translation>Rechercher ou lancer une commande&#xa0;; &gt; pour les commandes, @ pour les objets</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Rechercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Commands and things</source>
        <translation>Commandes et objets</translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot;</source>
        <translation>Rien ne s&apos;appelle «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Deployments</name>
    <message>
        <source>Deploy?</source>
        <translation>Déployer&#xa0;?</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Déployer</translation>
    </message>
    <message>
        <source>Change the number of replicas to %1?</source>
        <translation>Passer le nombre de réplicas à %1&#xa0;?</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Restart all replicas?</source>
        <translation>Redémarrer tous les réplicas&#xa0;?</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Roll back?</source>
        <translation>Revenir en arrière ?</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Delete the deployment?</source>
        <translation>Supprimer le déploiement&#xa0;?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Experiments</name>
    <message>
        <source>Create the experiment?</source>
        <translation>Créer l&apos;expérience&#xa0;?</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Start the experiment?</source>
        <translation>Démarrer l&apos;expérience&#xa0;?</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Stop the experiment?</source>
        <translation>Arrêter l&apos;expérience&#xa0;?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Change the split?</source>
        <translation>Modifier la répartition&#xa0;?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Header</name>
    <message>
        <source>Search or run a command</source>
        <translation>Rechercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>Arrêter la simulation locale</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>Démarrer la simulation locale</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>Ajouter un plan de contrôle...</translation>
    </message>
    <message>
        <source>Control plane of Aerie %1</source>
        <translation>Plan de contrôle d&apos;Aerie %1</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>Aucun contexte</translation>
    </message>
    <message>
        <source>Context: %1, %2</source>
        <extracomment>%1 is the name of a context, %2 local, staging or production</extracomment>
        <translation>Contexte&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>Choisir ce que cette fenêtre affiche et contrôle</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Connexion&#xa0;: %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n nouvelle</numerusform>
            <numerusform>Notifications, %n nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>aerie::shell::HelpWindow</name>
    <message>
        <source>Aerie guide</source>
        <translation>Guide d&apos;Aerie</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Chapitre</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Rechercher dans le guide</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Précédent (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Suivant (Alt+Right)</translation>
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
        <translation>Source du journal affiché</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Masquer le journal</translation>
    </message>
    <message>
        <source>Nothing is deployed yet, so there is no log.</source>
        <translation>Rien n&apos;est encore déployé, il n&apos;y a donc pas de journal.</translation>
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
        <translation>Aller à %1</translation>
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
        <translation>Connecté à %1</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>La connexion à %1 a été perdue</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Switch to &quot;%1&quot; now?</source>
        <translation>Basculer vers «&#xa0;%1&#xa0;» maintenant&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of this window end unfinished.</source>
        <translation>
            <numerusform>%n tâche de cette fenêtre restera inachevée.</numerusform>
            <numerusform>%n tâches de cette fenêtre resteront inachevées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Basculer</translation>
    </message>
    <message>
        <source>Search or Run a Command</source>
        <translation>Rechercher ou lancer une commande</translation>
    </message>
    <message>
        <source>Find anything by name</source>
        <translation>Trouver tout par son nom</translation>
    </message>
    <message>
        <source>Switch Theme</source>
        <translation>Changer de thème</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is</source>
        <translation>Clair, sombre ou comme le système</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>Replier ou déplier la navigation</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Show or hide the log at the foot of the window</source>
        <translation>Afficher ou masquer le journal en bas de la fenêtre</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>What succeeded and what failed so far</source>
        <translation>Ce qui a réussi et échoué jusqu&apos;ici</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>All commands, by subject</source>
        <translation>Toutes les commandes, par thème</translation>
    </message>
    <message>
        <source>Switch Context...</source>
        <translation>Changer de contexte...</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>Choisir ce que cette fenêtre affiche et contrôle</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>Ajouter un plan de contrôle...</translation>
    </message>
    <message>
        <source>Name another control plane to connect to</source>
        <translation>Choisir un autre plan de contrôle auquel se connecter</translation>
    </message>
    <message>
        <source>Manage Contexts</source>
        <translation>Gérer les contextes</translation>
    </message>
    <message>
        <source>Add, edit and remove contexts</source>
        <translation>Ajouter, modifier et retirer des contextes</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>Démarrer la simulation locale</translation>
    </message>
    <message>
        <source>Run the whole system on this machine and show it</source>
        <translation>Exécuter tout le système sur cette machine et l&apos;afficher</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>Arrêter la simulation locale</translation>
    </message>
    <message>
        <source>End its daemons; its state is kept</source>
        <translation>Arrêter ses daemons&#xa0;; son état est conservé</translation>
    </message>
    <message>
        <source>Retry the Connection</source>
        <translation>Réessayer la connexion</translation>
    </message>
    <message>
        <source>Connect now instead of waiting</source>
        <translation>Se connecter maintenant au lieu d&apos;attendre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Close the window and end what it started</source>
        <translation>Fermer la fenêtre et arrêter ce qu&apos;elle a démarré</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the selected text or rows</source>
        <translation>Copier le texte ou les lignes sélectionnés</translation>
    </message>
    <message>
        <source>Find on This Page</source>
        <translation>Rechercher dans la page</translation>
    </message>
    <message>
        <source>Put the cursor into the page&apos;s search field</source>
        <translation>Placer le curseur dans le champ de recherche de la page</translation>
    </message>
    <message>
        <source>Find in the Log</source>
        <translation>Rechercher dans le journal</translation>
    </message>
    <message>
        <source>Show the log and put the cursor into its search field</source>
        <translation>Afficher le journal et placer le curseur dans son champ de recherche</translation>
    </message>
    <message>
        <source>Find Next in the Log</source>
        <translation>Occurrence suivante du journal</translation>
    </message>
    <message>
        <source>Go to the next line that has the text</source>
        <translation>Aller à la ligne suivante qui contient le texte</translation>
    </message>
    <message>
        <source>Find Previous in the Log</source>
        <translation>Occurrence précédente du journal</translation>
    </message>
    <message>
        <source>Go to the line before that has the text</source>
        <translation>Aller à la ligne précédente qui contient le texte</translation>
    </message>
    <message>
        <source>Help on This Page</source>
        <translation>Aide sur cette page</translation>
    </message>
    <message>
        <source>Open the chapter about what is shown</source>
        <translation>Ouvrir le chapitre sur ce qui est affiché</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Open the guide at its contents</source>
        <translation>Ouvrir le guide au sommaire</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>See and change the keys of all commands</source>
        <translation>Voir et modifier les raccourcis de toutes les commandes</translation>
    </message>
    <message>
        <source>About Aerie...</source>
        <translation>À propos d&apos;Aerie...</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versions et licences</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Thème&#xa0;: comme le système</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Thème&#xa0;: clair</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Thème&#xa0;: sombre</translation>
    </message>
    <message>
        <source>%1 finds everything, %2 helps</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation>%1 trouve tout, %2 aide</translation>
    </message>
    <message>
        <source>Close the window now?</source>
        <translation>Fermer la fenêtre maintenant&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) end unfinished.</source>
        <translation>
            <numerusform>%n tâche restera inachevée.</numerusform>
            <numerusform>%n tâches resteront inachevées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>What is being done, with Cancel, and what was done</source>
        <translation>Ce qui est en cours, avec Annuler, et ce qui a été fait</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NavRail</name>
    <message>
        <source>Unfold the navigation</source>
        <translation>Déplier la navigation</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>Replier la navigation</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation>Effacer toutes les notifications</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation>Notifications, les plus récentes d&apos;abord</translation>
    </message>
    <message>
        <source>Nothing to tell yet.
What succeeds and what fails is kept here.</source>
        <translation>Rien à signaler pour l&apos;instant.
Les réussites et les échecs sont conservés ici.</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Registry</name>
    <message>
        <source>Register a bundle?</source>
        <translation>Enregistrer un bundle&#xa0;?</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Move the stage %1?</source>
        <translation>Déplacer la phase %1&#xa0;?</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Promouvoir</translation>
    </message>
    <message>
        <source>Restore a version?</source>
        <translation>Restaurer une version&#xa0;?</translation>
    </message>
    <message>
        <source>Archive a version?</source>
        <translation>Archiver une version&#xa0;?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
</context>
<context>
    <name>aerie::shell::RoutingGuard</name>
    <message>
        <source>Change the routing?</source>
        <translation>Modifier le routage&#xa0;?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Screenshots</name>
    <message>
        <source>No data came within %1 s; is the control plane running?</source>
        <translation>Aucune donnée en %1 s&#xa0;; le plan de contrôle est-il démarré&#xa0;?</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another directory.</source>
        <translation>Impossible d&apos;écrire dans %1&#xa0;; choisir un autre dossier.</translation>
    </message>
    <message>
        <source>Pictures are missing: %1</source>
        <translation>Il manque des images : %1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::StartPage</name>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Connect to a control plane...</source>
        <translation>Se connecter à un plan de contrôle...</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>Démarrage de la simulation locale</translation>
    </message>
    <message>
        <source>Real daemons with real flight data on this machine. Live traffic appears in a few seconds.</source>
        <translation>De vrais daemons avec de vraies données de vols sur cette machine. Le trafic apparaît en quelques secondes.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopping the local simulation</source>
        <translation>Arrêt de la simulation locale</translation>
    </message>
    <message>
        <source>Its daemons finish what they have begun.</source>
        <translation>Ses daemons terminent ce qu&apos;ils ont commencé.</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>La simulation locale n&apos;a pas démarré</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Welcome to Aerie</source>
        <translation>Bienvenue dans Aerie</translation>
    </message>
    <message>
        <source>See it at work first: the local simulation runs the whole system on this machine, with two versions of a model that predicts flight delays, an experiment between them and live traffic. It needs no network, and ends with this window.</source>
        <translation>Pour le voir d&apos;abord à l&apos;œuvre&#xa0;: la simulation locale exécute tout le système sur cette machine, avec deux versions d&apos;un modèle qui prédit les retards de vols, une expérience entre elles et du trafic réel. Elle n&apos;a pas besoin de réseau et se termine avec cette fenêtre.</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>Démarrer la simulation locale</translation>
    </message>
    <message>
        <source>The local simulation is not running</source>
        <translation>La simulation locale n&apos;est pas démarrée</translation>
    </message>
    <message>
        <source>Its state is kept; starting it takes a few seconds.</source>
        <translation>Son état est conservé&#xa0;; elle démarre en quelques secondes.</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Connexion à %1</translation>
    </message>
    <message>
        <source>No control plane answers at %1</source>
        <translation>Aucun plan de contrôle ne répond à %1</translation>
    </message>
    <message>
        <source>%1

This window tries again by itself. Is aerie-control running there, and is the address right?</source>
        <translation>%1

Cette fenêtre réessaie d&apos;elle-même. aerie-control y est-il démarré, et l&apos;adresse est-elle correcte&#xa0;?</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Training</name>
    <message>
        <source>Submit the training job?</source>
        <translation>Soumettre le job d&apos;entraînement&#xa0;?</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Soumettre</translation>
    </message>
    <message>
        <source>Cancel the job?</source>
        <translation>Annuler le job&#xa0;?</translation>
    </message>
    <message>
        <source>Cancel tasks?</source>
        <translation>Annuler des tâches&#xa0;?</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Annuler le job</translation>
    </message>
    <message>
        <source>Cancel tasks</source>
        <translation>Annuler les tâches</translation>
    </message>
    <message>
        <source>Run tasks again?</source>
        <translation>Relancer des tâches&#xa0;?</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Delete the cluster?</source>
        <translation>Supprimer le cluster&#xa0;?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::BucketMap</name>
    <message>
        <source>Bucket map</source>
        <translation>Carte des buckets</translation>
    </message>
    <message>
        <source>no arm</source>
        <translation>aucun bras</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (moves)</source>
        <translation>Bucket %1&#xa0;: %2 maintenant, %3 après (bouge)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (joins)</source>
        <translation>Bucket %1&#xa0;: %2 maintenant, %3 après (entre)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (leaves)</source>
        <translation>Bucket %1&#xa0;: %2 maintenant, %3 après (sort)</translation>
    </message>
    <message>
        <source>Bucket %1: %2, stays</source>
        <translation>Bucket %1&#xa0;: %2, reste</translation>
    </message>
    <message numerus="yes">
        <source>%n bucket(s) change</source>
        <translation>
            <numerusform>%n bucket change</numerusform>
            <numerusform>%n buckets changent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 move</source>
        <translation>%1 bougent</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 entrent</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 sortent</translation>
    </message>
    <message>
        <source>%1 in no arm</source>
        <translation>%1 sans bras</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys to ask for a bucket.</source>
        <translation>Survoler ou utiliser les flèches pour interroger un bucket.</translation>
    </message>
    <message>
        <source>No bucket changes. Hover or use the arrow keys.</source>
        <translation>Aucun bucket ne change. Survoler ou utiliser les flèches.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::CellGrid</name>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>(%1 of its expected time)</source>
        <translation>(%1 de sa durée prévue)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln tâche</numerusform>
            <numerusform>%Ln tâches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartCard</name>
    <message>
        <source>Chart: %1</source>
        <translation>Graphique&#xa0;: %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exporter %1</translation>
    </message>
    <message>
        <source>Save the chart as a picture or a table</source>
        <translation>Enregistrer le graphique comme image ou tableau</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>Enregistrer l&apos;image (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>Enregistrer le tableau (CSV)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>No data in this time</source>
        <translation>Aucune donnée sur cette période</translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation>Vide depuis %1</translation>
    </message>
    <message>
        <source>Save the Chart as a Picture</source>
        <translation>Enregistrer le graphique comme image</translation>
    </message>
    <message>
        <source>Save the Chart as a Table</source>
        <translation>Enregistrer le graphique comme tableau</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été enregistré.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>Impossible d&apos;écrire dans %1. Choisir un autre dossier.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartPlot</name>
    <message>
        <source>no data</source>
        <translation>aucune donnée</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ConfirmSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Saisir %1 pour confirmer</translation>
    </message>
    <message>
        <source>This is the production context &quot;%1&quot;.</source>
        <translation>Ceci est le contexte de production «&#xa0;%1&#xa0;».</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DagView</name>
    <message>
        <source>Nothing to draw</source>
        <translation>Rien à dessiner</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>Ajuster le graphe</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n nœud</numerusform>
            <numerusform>%n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>with a cycle</source>
        <translation>avec un cycle</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problème</numerusform>
            <numerusform>%n problèmes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>%1 and %2 are the same</source>
        <translation>%1 et %2 sont identiques</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n différence</numerusform>
            <numerusform>%n différences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EffectChart</name>
    <message>
        <source>Cumulative difference to the first arm</source>
        <translation>Différence cumulée avec le premier bras</translation>
    </message>
    <message>
        <source>%1 %2 [%3, %4], %5 outcomes</source>
        <extracomment>an arm, its difference, the interval, how many outcomes</extracomment>
        <translation>%1 %2 [%3, %4], %5 résultats</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EmptyState</name>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::FilterTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>Rien ne correspond à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) hidden by the search.</source>
        <translation>
            <numerusform>%Ln ligne masquée par la recherche.</numerusform>
            <numerusform>%Ln lignes masquées par la recherche.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::HostHeatMap</name>
    <message>
        <source>Busy cores by host</source>
        <translation>Cœurs occupés par hôte</translation>
    </message>
    <message>
        <source>%1, core %2</source>
        <translation>%1, cœur %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 à %3</translation>
    </message>
    <message>
        <source>%1: not ready, or not measured</source>
        <translation>%1&#xa0;: pas prêt, ou non mesuré</translation>
    </message>
    <message>
        <source>%1: %2 busy</source>
        <translation>%1&#xa0;: %2 occupé</translation>
    </message>
    <message>
        <source>%1: %2 busy, %3 of %4 cores, %5 in slots</source>
        <translation>%1&#xa0;: %2 occupé, %3 cœurs sur %4, %5 en slots</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n hôte</numerusform>
            <numerusform>%n hôtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>No host was measured in this time</source>
        <translation>Aucun hôte n&apos;a été mesuré pendant ce temps</translation>
    </message>
    <message>
        <source>%1 of the cores busy</source>
        <translation>%1 des cœurs occupés</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>pas prêt</translation>
    </message>
    <message>
        <source>Arrow keys move; Space opens a host into its cores.</source>
        <translation>Flèches pour se déplacer ; Espace ouvre les cœurs d&apos;un hôte.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LegendBar</name>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>%1: click shows or hides it, Ctrl+click shows it alone</source>
        <translation>%1&#xa0;: un clic l&apos;affiche ou la masque, Ctrl+clic l&apos;affiche seule</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Replica whose log is shown</source>
        <translation>Réplica dont le journal est affiché</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>Tous les réplicas</translation>
    </message>
    <message>
        <source>Lowest level that is shown</source>
        <translation>Niveau le plus bas affiché</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Tous les niveaux</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info et plus</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Dès avert.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Rechercher dans le journal</translation>
    </message>
    <message>
        <source>Enter finds the next line, Shift+Enter the one before</source>
        <translation>Entrée va à la ligne suivante, Shift+Entrée à la précédente</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>Au plus récent</translation>
    </message>
    <message>
        <source>Follow the newest line again</source>
        <translation>Suivre de nouveau la ligne la plus récente</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Trouver la précédente</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Trouver la suivante</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>Copier les lignes sélectionnées, ou toutes</translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation>Enregistrer sous...</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the log</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;est pas dans le journal</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 n&apos;a pas été écrit&#xa0;: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Enregistré dans %1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RolloutSteps</name>
    <message>
        <source>Rollout steps</source>
        <translation>Étapes du rollout</translation>
    </message>
    <message>
        <source>No rollout yet</source>
        <translation>Aucun rollout</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RunComparison</name>
    <message>
        <source>Busy share of the cores</source>
        <translation>Part occupée des cœurs</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>Tâches à la fois</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Ce qui a changé</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Rien à comparer</translation>
    </message>
    <message>
        <source>%1 times as many</source>
        <translation>%1 fois plus</translation>
    </message>
    <message>
        <source>%1 times fewer</source>
        <translation>%1 fois moins</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1 fois plus rapide</translation>
    </message>
    <message>
        <source>%1 times as long</source>
        <translation>%1 fois plus long</translation>
    </message>
    <message>
        <source>CPU really used</source>
        <translation>CPU vraiment utilisé</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference of two percentages</extracomment>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>Maximum à la fois</translation>
    </message>
    <message>
        <source>Core hours</source>
        <translation>Heures-cœur</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <extracomment>from one value to another</extracomment>
        <translation>%1 de %2 à %3</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SankeyView</name>
    <message>
        <source>Flow of items</source>
        <translation>Flux d&apos;items</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys: intended and actual share of a way</source>
        <translation>Survoler ou utiliser les flèches&#xa0;: part prévue et réelle d&apos;une voie</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitBar</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation>Limite entre %1 et %2</translation>
    </message>
    <message>
        <source>%1 | %2: drag, or Left and Right for 1 %, with Ctrl 0.1 %, Page Up and Page Down for 10 %</source>
        <translation>%1 | %2&#xa0;: glisser, ou Gauche et Droite pour 1 %, avec Ctrl 0,1 %, Page préc. et Page suiv. pour 10 %</translation>
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
        <translation>Part de %1 en pour cent</translation>
    </message>
    <message>
        <source>Share of %1; the others share the rest as they did</source>
        <translation>Part de %1&#xa0;; les autres se partagent le reste comme avant</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>actuel %1</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskPanel</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Effacer terminées</translation>
    </message>
    <message>
        <source>Clear finished tasks</source>
        <translation>Effacer les tâches terminées</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Rien n&apos;a encore été fait.</translation>
    </message>
    <message>
        <source>Progress of &quot;%1&quot;</source>
        <translation>Progression de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;</source>
        <translation>Annuler «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskStrip</name>
    <message>
        <source>Progress of the newest task</source>
        <translation>Progression de la dernière tâche</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel the newest task</source>
        <translation>Annuler la dernière tâche</translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation>Tâches (%1)</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tâches</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimeRangeBar</name>
    <message>
        <source>Time range</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Les derniers %1</translation>
    </message>
    <message>
        <source>Shown: %1. Go back to live</source>
        <translation>Affiché&#xa0;: %1. Revenir au direct</translation>
    </message>
    <message>
        <source>The piece that was picked in a chart; click to go back to the last %1</source>
        <translation>La plage choisie dans un graphique&#xa0;; cliquer pour revenir aux derniers %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Pause the charts</source>
        <translation>Figer les graphiques</translation>
    </message>
    <message>
        <source>Follow the clock again</source>
        <translation>Suivre de nouveau l&apos;heure</translation>
    </message>
    <message>
        <source>Hold the charts still (Ctrl+P)</source>
        <translation>Figer les graphiques (Ctrl+P)</translation>
    </message>
    <message>
        <source>Follow the clock again (Ctrl+P)</source>
        <translation>Suivre de nouveau l&apos;heure (Ctrl+P)</translation>
    </message>
    <message>
        <source>Go back to live</source>
        <translation>Revenir au direct</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of tasks</source>
        <translation>Chronologie des tâches</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 from %4, attempt %5, %6 slot %7</source>
        <translation>%1&#xa0;: %2, %3 depuis %4, tentative %5, %6 slot %7</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>a attendu %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln tentative</numerusform>
            <numerusform>%Ln tentatives</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a bar, or use the arrow keys. The wheel, + and - zoom, 0 shows everything.</source>
        <translation>Pointer une barre ou utiliser les flèches. La molette, + et - zooment, 0 affiche tout.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineView</name>
    <message>
        <source>Show more time</source>
        <translation>Afficher plus de temps</translation>
    </message>
    <message>
        <source>-</source>
        <translation>-</translation>
    </message>
    <message>
        <source>Show more detail</source>
        <translation>Afficher plus de détails</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>%1 (key %2 in the timeline)</source>
        <extracomment>tool tip of a button: what it does (its key, in the timeline)</extracomment>
        <translation>%1 (touche %2 dans la chronologie)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exporter %1</translation>
    </message>
    <message>
        <source>Save the timeline as a picture, a table or a trace</source>
        <translation>Enregistrer la chronologie en image, table ou trace</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>Enregistrer en image (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>Enregistrer en table (CSV)...</translation>
    </message>
    <message>
        <source>Save as Chrome Trace (JSON)...</source>
        <translation>Enregistrer en trace Chrome (JSON)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Rien n&apos;a encore été exécuté</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln tentative</numerusform>
            <numerusform>%Ln tentatives</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, short neighbours merged</source>
        <translation>%1, voisins courts fusionnés</translation>
    </message>
    <message>
        <source>Save the Timeline as a Picture</source>
        <translation>Enregistrer la chronologie en image</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Table</source>
        <translation>Enregistrer la chronologie en table</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Trace</source>
        <translation>Enregistrer la chronologie en trace</translation>
    </message>
    <message>
        <source>Trace (*.json)</source>
        <translation>Trace (*.json)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>«&#xa0;%1&#xa0;» n&apos;a pas été enregistré.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>%1 ne peut pas être écrit. Choisir un autre dossier.</translation>
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
        <translation>Actif</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inactif</translation>
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
        <translation>Gaspillé</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactif</translation>
    </message>
    <message>
        <source>Use of the capacity</source>
        <translation>Usage de la capacité</translation>
    </message>
    <message>
        <source>Capacity, slots and busy cores</source>
        <translation>Capacité, slots et cœurs occupés</translation>
    </message>
    <message>
        <source>Capacity (cores)</source>
        <translation>Capacité (cœurs)</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>Slots utilisés</translation>
    </message>
    <message>
        <source>Cores really busy</source>
        <translation>Cœurs vraiment occupés</translation>
    </message>
    <message>
        <source>Busy %1 of the capacity, waste %2 (%3 core hours), idle %4 (%5 core hours)</source>
        <translation>%1 de la capacité occupé, %2 gaspillé (%3 heures-cœur), %4 inactif (%5 heures-cœur)</translation>
    </message>
    <message>
        <source>Busy %1</source>
        <translation>Occupé %1</translation>
    </message>
    <message>
        <source>Waste %1: asked for and not used</source>
        <translation>Gaspillé %1&#xa0;: demandé et non utilisé</translation>
    </message>
    <message>
        <source>Idle %1: not asked for</source>
        <translation>Inactif %1&#xa0;: non demandé</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::YamlEditor</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Aucun problème</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ZoneMatrix</name>
    <message>
        <source>Find tasks</source>
        <translation>Rechercher des tâches</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Aucune tâche</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Afficher %1</translation>
    </message>
    <message>
        <source>%1: click dims or shows them</source>
        <translation>%1&#xa0;: un clic les estompe ou les affiche</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln task(s) match</source>
        <translation>
            <numerusform>%1 tâche sur %Ln correspond</numerusform>
            <numerusform>%1 tâches sur %Ln correspondent</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys; with Ctrl to failures.</source>
        <translation>Flèches ; avec Ctrl, aux échecs.</translation>
    </message>
</context>
<context>
    <name>contexts</name>
    <message>
        <source>local</source>
        <translation>local</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>staging</translation>
    </message>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
</context>
<context>
    <name>control_words</name>
    <message>
        <source>starting</source>
        <translation>démarre</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>charge</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>auto-test</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>échauffement</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>se vide</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>start</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <source>load</source>
        <translation>chargement</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>bascule</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>vidage</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fini</translation>
    </message>
    <message>
        <source>Registered %1</source>
        <translation>Enregistrement de %1</translation>
    </message>
    <message>
        <source>Promoted %1</source>
        <translation>Promotion de %1</translation>
    </message>
    <message>
        <source>Archived %1</source>
        <translation>Archivage de %1</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>Restauration de %1</translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation>Déploiement de %1</translation>
    </message>
    <message>
        <source>Scaled %1</source>
        <translation>Mise à l&apos;échelle de %1</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>Redémarrage de %1</translation>
    </message>
    <message>
        <source>Rolled back %1</source>
        <translation>Rollback de %1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>Suppression de %1</translation>
    </message>
    <message>
        <source>Changed the routing of %1</source>
        <translation>Routage de %1 modifié</translation>
    </message>
    <message>
        <source>Created experiment %1</source>
        <translation>Expérience %1 créée</translation>
    </message>
    <message>
        <source>Started experiment %1</source>
        <translation>Expérience %1 démarrée</translation>
    </message>
    <message>
        <source>Stopped experiment %1</source>
        <translation>Expérience %1 arrêtée</translation>
    </message>
    <message>
        <source>Changed the split of %1</source>
        <translation>Répartition de %1 modifiée</translation>
    </message>
    <message>
        <source>Proxy %1 has no stream to the control plane and serves its last config. Look at its log, or start it again</source>
        <translation>Le proxy %1 n&apos;a pas de flux vers le plan de contrôle et sert sa dernière configuration. Consulter son journal, ou le redémarrer</translation>
    </message>
    <message>
        <source>Proxy %1 refused the newest config and serves the one before: %2</source>
        <translation>Le proxy %1 a refusé la dernière configuration et sert la précédente&#xa0;: %2</translation>
    </message>
    <message>
        <source>Proxy %1 has no config and refuses every request: apply a routing</source>
        <translation>Le proxy %1 n&apos;a pas de configuration et refuse toute requête&#xa0;: appliquer un routage</translation>
    </message>
    <message>
        <source>%2 of the items of %1 fail. Routing shows which endpoint</source>
        <translation>%2 des items de %1 échouent. Le routage montre sur quel endpoint</translation>
    </message>
    <message>
        <source>The p99 latency of %1 is %2, over half of its timeout: scale it, or look at its feature store</source>
        <translation>La latence p99 de %1 est de %2, plus de la moitié de son délai&#xa0;: le mettre à l&apos;échelle, ou examiner son feature store</translation>
    </message>
    <message>
        <source>%2 of the rows of %1 fail: its log says why</source>
        <translation>%2 des lignes de %1 échouent&#xa0;: son journal dit pourquoi</translation>
    </message>
    <message>
        <source>%1 does not reach its feature store and answers with defaults</source>
        <translation>%1 n&apos;atteint pas son feature store et répond avec des valeurs par défaut</translation>
    </message>
    <message>
        <source>%1 lost %2 records of its feature log in 15 minutes: is its disk full or slow?</source>
        <translation>%1 a perdu %2 entrées de son journal de features en 15 minutes&#xa0;: son disque est-il plein ou lent&#xa0;?</translation>
    </message>
    <message>
        <source>%1 does not answer at its metrics address: charts have a gap</source>
        <translation>%1 ne répond pas à son adresse de métriques&#xa0;: les graphiques ont un trou</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is down: %3</source>
        <translation>Le réplica %2 de %1 est hors service&#xa0;: %3</translation>
    </message>
    <message>
        <source>Replica %2 of %1 ended unexpectedly and was started again: its log says why</source>
        <translation>Le réplica %2 de %1 s&apos;est terminé de façon inattendue et a été redémarré&#xa0;: son journal dit pourquoi</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is not ready: %3</source>
        <translation>Le réplica %2 de %1 n&apos;est pas prêt&#xa0;: %3</translation>
    </message>
    <message>
        <source>Replicas of %1 answer with %2 different versions</source>
        <translation>Les réplicas de %1 répondent avec %2 versions différentes</translation>
    </message>
    <message>
        <source>The rollout of %1 failed: %2. Deploy another version or roll back</source>
        <translation>Le rollout de %1 a échoué&#xa0;: %2. Déployer une autre version ou revenir en arrière</translation>
    </message>
    <message>
        <source>%1 gets no requests: does a routing name it?</source>
        <translation>%1 ne reçoit aucune requête&#xa0;: un routage le nomme-t-il&#xa0;?</translation>
    </message>
    <message>
        <source>Feature %3 of %1 falls back to its default in %2 of the rows</source>
        <translation>La feature %3 de %1 prend sa valeur par défaut dans %2 des lignes</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
</context>
</TS>
