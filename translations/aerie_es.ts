<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
        <translation>%1 (etapa)</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Eliminando</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation>Rollout fallido</translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation>En rollout</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Degradado</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>No listo</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivada</translation>
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
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrado</translation>
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
        <translation>Estado</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Sirve</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Sigue a</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Réplica</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>retenida</translation>
    </message>
    <message>
        <source>The proxies do not know this replica</source>
        <translation>Los proxies no conocen esta réplica</translation>
    </message>
    <message>
        <source>Every proxy sends to it</source>
        <translation>Todos los proxies le envían</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Nota</translation>
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
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>hace %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>hace %1 días</translation>
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
        <translation>Clave</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Brazo</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, luego %2</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Layer bucket</source>
        <translation>Bucket de capa</translation>
    </message>
    <message>
        <source>Hash input</source>
        <translation>Entrada del hash</translation>
    </message>
    <message>
        <source>FNV-1a</source>
        <translation>FNV-1a</translation>
    </message>
    <message>
        <source>FNV-1a (32 bit) of the hash input</source>
        <translation>FNV-1a (32 bits) de la entrada del hash</translation>
    </message>
    <message>
        <source>FNV-1a again</source>
        <translation>FNV-1a otra vez</translation>
    </message>
    <message>
        <source>FNV-1a of the digits before; modulo 10,000 it is the bucket</source>
        <translation>FNV-1a de los dígitos anteriores; módulo 10.000 es el bucket</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Endpoint after</source>
        <translation>Endpoint después</translation>
    </message>
    <message>
        <source>With the staged changes</source>
        <translation>Con los cambios preparados</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Caso de uso</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>sin enrutar</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Brazos</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Salud</translation>
    </message>
    <message>
        <source>ready, no traffic</source>
        <translation>listo, sin tráfico</translation>
    </message>
    <message>
        <source>stage %1, which had none</source>
        <translation>etapa %1, que no tenía ninguna</translation>
    </message>
    <message>
        <source>stage %1, before: version %2</source>
        <translation>etapa %1, antes: versión %2</translation>
    </message>
    <message>
        <source>relaunches %1</source>
        <translation>relanza %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 in stage %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 en la etapa %2, %n réplica</numerusform>
            <numerusform>%1 en la etapa %2, %n réplicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version %2, %n replica(s)</source>
        <translation>
            <numerusform>%1 versión %2, %n réplica</numerusform>
            <numerusform>%1 versión %2, %n réplicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>revision %1, default endpoint %2, %n experiment(s)</source>
        <translation>
            <numerusform>revisión %1, endpoint predeterminado %2, %n experimento</numerusform>
            <numerusform>revisión %1, endpoint predeterminado %2, %n experimentos</numerusform>
        </translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>cobertura %1</translation>
    </message>
    <message>
        <source>digest %1, not signed</source>
        <translation>digest %1, sin firma</translation>
    </message>
    <message>
        <source>digest %1, signed by %2</source>
        <translation>digest %1, firmado por %2</translation>
    </message>
    <message>
        <source>its log says why</source>
        <translation>su log dice por qué</translation>
    </message>
    <message>
        <source>No other replica serves</source>
        <translation>Ninguna otra réplica sirve</translation>
    </message>
    <message numerus="yes">
        <source>to %n replica(s)</source>
        <translation>
            <numerusform>a %n réplica</numerusform>
            <numerusform>a %n réplicas</numerusform>
        </translation>
    </message>
    <message>
        <source>to version %1</source>
        <translation>a la versión %1</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>Waits for a retry</source>
        <translation>Espera un reintento</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Con éxito</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Lost with its host</source>
        <translation>Perdido con su host</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Tiempo agotado</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Sin memoria</translation>
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
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tareas hechas</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU usada</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Memoria usada</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Publicando</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Cancelando</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>con éxito</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tiempo agotado</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>sin memoria</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdida</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>starts now</source>
        <translation>empieza ahora</translation>
    </message>
    <message>
        <source>the cluster or its environment is being made</source>
        <translation>se está creando el clúster o su entorno</translation>
    </message>
    <message>
        <source>the pause before the next attempt</source>
        <translation>la pausa antes del siguiente intento</translation>
    </message>
    <message>
        <source>the job&apos;s own limit of tasks at a time is reached</source>
        <translation>se alcanzó el límite de tareas simultáneas del propio job</translation>
    </message>
    <message>
        <source>the cluster&apos;s share of the machine is in use</source>
        <translation>la parte de la máquina que toca al clúster está en uso</translation>
    </message>
    <message>
        <source>no host is ready</source>
        <translation>ningún host está listo</translation>
    </message>
    <message>
        <source>too large for every host</source>
        <translation>demasiado grande para cualquier host</translation>
    </message>
    <message>
        <source>no CPU is free</source>
        <translation>no hay CPU libre</translation>
    </message>
    <message>
        <source>no memory is free</source>
        <translation>no hay memoria libre</translation>
    </message>
    <message>
        <source>a host is kept free for a larger task</source>
        <translation>se reserva un host para una tarea mayor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) wait: %1</source>
        <extracomment>%1 is why they wait: &quot;no CPU is free&quot;</extracomment>
        <translation>
            <numerusform>%Ln tarea espera: %1</numerusform>
            <numerusform>%Ln tareas esperan: %1</numerusform>
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
        <translation>esta máquina</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulado</translation>
    </message>
    <message>
        <source>From %1 to %2 over the runs; the first task starts after %3</source>
        <translation>De %1 a %2 entre las ejecuciones; la primera tarea empieza tras %3</translation>
    </message>
    <message>
        <source>%1 not finished</source>
        <translation>%1 sin terminar</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 con fallo</translation>
    </message>
    <message>
        <source>Nothing faster and cheaper</source>
        <translation>Nada más rápido y barato</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>Según la lista</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Más largas primero</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Más cortas primero</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>CPU por tarea</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>Precio por hora de host</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>Tareas a la vez</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Rows trained on</source>
        <translation>Filas de entrenamiento</translation>
    </message>
    <message>
        <source>Rows tested on</source>
        <translation>Filas de prueba</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Parts left out</source>
        <translation>Partes omitidas</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses %2: ask for %3</source>
        <translation>Una tarea pide %1 y usa %2: pida %3</translation>
    </message>
    <message>
        <source>A task uses all of its %1: a run with more may be faster</source>
        <translation>Una tarea usa todas sus %1: con más, la ejecución podría ser más rápida</translation>
    </message>
    <message>
        <source>A task asks for no memory and uses up to %1: ask for %2</source>
        <translation>Una tarea no pide memoria y usa hasta %1: pida %2</translation>
    </message>
    <message>
        <source>A task asks for %1 and uses at most %2: ask for %3</source>
        <translation>Una tarea pide %1 y usa como máximo %2: pida %3</translation>
    </message>
    <message>
        <source>%1, model of all zones</source>
        <extracomment>%1 is a metric of a zone&apos;s part; here that of the model of all zones, on the same rows</extracomment>
        <translation>%1, modelo de todas las zonas</translation>
    </message>
</context>
<context>
    <name>aerie::models::ProfileStore</name>
    <message>
        <source>Local simulation</source>
        <translation>Simulación local</translation>
    </message>
    <message>
        <source>There is a context named &quot;%1&quot; already; choose another name.</source>
        <translation>Ya existe un contexto llamado &quot;%1&quot;; elija otro nombre.</translation>
    </message>
</context>
<context>
    <name>aerie::models::TrainingTaskModel</name>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>CPUs used</source>
        <translation>CPU usadas</translation>
    </message>
    <message>
        <source>Memory peak</source>
        <translation>Pico de memoria</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última ejecución</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>cores that were used of those that were asked for</extracomment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>aerie::pages</name>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Celeste</translation>
    </message>
    <message>
        <source>Rust</source>
        <translation>Óxido</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Ready to register</source>
        <translation>Listo para registrar</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>No registrado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifiesto</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>Digests</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
</context>
<context>
    <name>aerie::pages::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Load Older</source>
        <translation>Cargar anteriores</translation>
    </message>
    <message>
        <source>Ask for four times as many entries</source>
        <translation>Pedir cuatro veces más entradas</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>Exportar CSV...</translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation>Escribir en un archivo las entradas mostradas</translation>
    </message>
    <message>
        <source>Whose entries are shown</source>
        <translation>De quién son las entradas mostradas</translation>
    </message>
    <message>
        <source>Which kind of action is shown</source>
        <translation>Qué tipo de acción se muestra</translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation>Entradas de auditoría</translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation>Buscar entradas</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Aún no se ha cambiado nada</translation>
    </message>
    <message>
        <source>Every change is recorded here, with who made it.</source>
        <translation>Aquí se registra cada cambio y quién lo hizo.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Hash (SHA-256 over this entry and the hash before)</source>
        <translation>Hash (SHA-256 de esta entrada y del hash anterior)</translation>
    </message>
    <message>
        <source>All actors</source>
        <translation>Todos los actores</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Todas las acciones</translation>
    </message>
    <message>
        <source>Each entry&apos;s hash covers the hash of the entry before: a changed, removed or inserted entry would show. Checked here over the loaded entries.</source>
        <translation>El hash de cada entrada cubre el hash de la anterior: una entrada cambiada, eliminada o insertada se notaría. Se comprueba aquí sobre las entradas cargadas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln cambio</numerusform>
            <numerusform>%Ln cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>All entries are loaded</source>
        <translation>Todas las entradas están cargadas</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>No hay nada que exportar</translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation>No se pudo leer el registro de auditoría</translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation>Elija una entrada para verla completa.</translation>
    </message>
    <message>
        <source>(no detail)</source>
        <translation>(sin detalle)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Exportar el registro de auditoría</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valores separados por comas (*.csv)</translation>
    </message>
    <message>
        <source>The audit log was not exported</source>
        <translation>No se exportó el registro de auditoría</translation>
    </message>
    <message>
        <source>%1: %2. Choose another place.</source>
        <translation>%1: %2. Elija otro lugar.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln entries to %1</source>
        <translation>
            <numerusform>%Ln entrada exportada a %1</numerusform>
            <numerusform>%Ln entradas exportadas a %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>aerie::pages::BuildDialog</name>
    <message>
        <source>Build a bundle from %1</source>
        <translation>Crear un paquete a partir de %1</translation>
    </message>
    <message>
        <source>Takes the model, the self-test and the statistics as they are, and puts the edited configs beside them. The model is not run here: if the configs change what it gets, its self-test fails when the first worker loads it, and nothing is served.</source>
        <translation>Toma el modelo, la autoprueba y las estadísticas tal como están y les añade las configuraciones editadas. El modelo no se ejecuta aquí: si las configuraciones cambian lo que recibe, su autoprueba falla cuando lo carga el primer worker, y no se sirve nada.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Numbered by the registry</source>
        <translation>La numera el registro</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation>Clave de firma</translation>
    </message>
    <message>
        <source>Ed25519 private key (PEM)</source>
        <translation>Clave privada Ed25519 (PEM)</translation>
    </message>
    <message>
        <source>Bundle file</source>
        <translation>Archivo del paquete</translation>
    </message>
    <message>
        <source>Check it for registration afterwards</source>
        <translation>Comprobarlo después para el registro</translation>
    </message>
    <message>
        <source>Build bundle</source>
        <translation>Crear paquete</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Elegir %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::Builder</name>
    <message>
        <source>Items</source>
        <translation>Ítems</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Cubierto</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Brazo</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Not covered, to %1: %2</source>
        <translation>Sin cubrir, a %1: %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 a %2: %3</translation>
    </message>
    <message>
        <source>, intended %1</source>
        <translation>, previsto %1</translation>
    </message>
    <message>
        <source>, actual %1</source>
        <translation>, real %1</translation>
    </message>
    <message>
        <source>, failed %1</source>
        <translation>, fallidos %1</translation>
    </message>
    <message>
        <source>, none failed</source>
        <translation>, ninguno fallido</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>, not deployed</source>
        <translation>, no desplegado</translation>
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
        <translation>Ambas versiones</translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation>Comparar versiones de %1</translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation>Versión de la izquierda</translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation>Versión de la derecha</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Version %1 (%2)</source>
        <translation>Versión %1 (%2)</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>Intercambiar los lados</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Diferencia anterior (Mayús+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Diferencia siguiente (F8)</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Qué se compara</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>Ubicación de features</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Preprocesado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The versions were not loaded</source>
        <translation>No se cargaron las versiones</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Loading both versions</source>
        <translation>Cargando ambas versiones</translation>
    </message>
    <message>
        <source>%1 (same)</source>
        <translation>%1 (igual)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Autoprueba</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ConfigDialog</name>
    <message>
        <source>Configs of %1</source>
        <translation>Configuraciones de %1</translation>
    </message>
    <message>
        <source>A version never changes. What you edit here is checked as you type, and becomes files or a new bundle with a new signature.</source>
        <translation>Una versión nunca cambia. Lo que se edita aquí se comprueba al escribir y se convierte en archivos o en un paquete nuevo con una firma nueva.</translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation>Ubicación de features</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Preprocesado</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>Grafo de features, pasos y entradas del modelo</translation>
    </message>
    <message>
        <source>No step can be read yet</source>
        <translation>Aún no se puede leer ningún paso</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Build Bundle...</source>
        <translation>Crear paquete...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Discard Edits</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Export Files...</source>
        <translation>Exportar...</translation>
    </message>
    <message>
        <source>Write features.yaml and preprocessor.yaml, for aeriectl model pack</source>
        <translation>Escribir features.yaml y preprocessor.yaml, para aeriectl model pack</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, línea %2: %3</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Sin problemas</translation>
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
            <numerusform>%n paso</numerusform>
            <numerusform>%n pasos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model input(s)</source>
        <translation>
            <numerusform>%n entrada del modelo</numerusform>
            <numerusform>%n entradas del modelo</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to what the version has</source>
        <translation>Volver a lo que tiene la versión</translation>
    </message>
    <message>
        <source>Nothing is edited yet</source>
        <translation>Aún no se ha editado nada</translation>
    </message>
    <message>
        <source>Sign a copy of the bundle with these configs</source>
        <translation>Firmar una copia del paquete con estas configuraciones</translation>
    </message>
    <message>
        <source>Export both configs to a folder</source>
        <translation>Exportar ambas configuraciones a una carpeta</translation>
    </message>
    <message>
        <source>Close without your edits?</source>
        <translation>¿Cerrar sin las ediciones?</translation>
    </message>
    <message>
        <source>They are neither in a file nor in a bundle yet, unless you wrote one.</source>
        <translation>Aún no están ni en un archivo ni en un paquete, salvo que se haya escrito uno.</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>Cerrar sin ediciones</translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeployDialog</name>
    <message>
        <source>Deploy a model version</source>
        <translation>Desplegar una versión de modelo</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Version or stage</source>
        <translation>Versión o etapa</translation>
    </message>
    <message>
        <source>Worker endpoint</source>
        <translation>Endpoint de workers</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Réplicas</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>local (the control plane&apos;s machine)</source>
        <translation>local (la máquina del plano de control)</translation>
    </message>
    <message>
        <source>CPUs of a replica</source>
        <translation>CPU de una réplica</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Whole CPUs: a fraction is rounded up</source>
        <translation>CPU enteras: las fracciones se redondean hacia arriba</translation>
    </message>
    <message>
        <source>Memory of a replica in MiB</source>
        <translation>Memoria de una réplica en MiB</translation>
    </message>
    <message>
        <source>A replica that uses more is ended and started anew</source>
        <translation>La réplica que usa más se termina y se inicia de nuevo</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Sidecar (own process)</source>
        <translation>Sidecar (proceso propio)</translation>
    </message>
    <message>
        <source>Embedded (in the worker)</source>
        <translation>Integrado (en el worker)</translation>
    </message>
    <message>
        <source>OIP v2 server of yours</source>
        <translation>Servidor OIP v2 propio</translation>
    </message>
    <message>
        <source>TensorFlow Serving of yours</source>
        <translation>TensorFlow Serving propio</translation>
    </message>
    <message>
        <source>Rows of a worker request</source>
        <translation>Filas de una petición al worker</translation>
    </message>
    <message>
        <source>Default (128)</source>
        <translation>Predet. (128)</translation>
    </message>
    <message>
        <source>Timeout in milliseconds</source>
        <translation>Tiempo de espera en milisegundos</translation>
    </message>
    <message>
        <source>Default (1000)</source>
        <translation>Predet. (1000)</translation>
    </message>
    <message>
        <source>Ask a second replica after milliseconds</source>
        <translation>Preguntar a otra réplica tras milisegundos</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>CPUs each</source>
        <translation>CPU por réplica</translation>
    </message>
    <message>
        <source>Memory each, MiB</source>
        <translation>MiB por réplica</translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation>Filas por petición</translation>
    </message>
    <message>
        <source>Timeout, ms</source>
        <translation>Timeout, ms</translation>
    </message>
    <message>
        <source>Hedge after, ms</source>
        <translation>Hedge tras, ms</translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation>Qué se creará</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>Follow stage %1 (now version %2)</source>
        <translation>Seguir la etapa %1 (ahora versión %2)</translation>
    </message>
    <message numerus="yes">
        <source>Nothing yet. Look at %n field(s) first.</source>
        <translation>
            <numerusform>Aún nada. Revise antes %n campo.</numerusform>
            <numerusform>Aún nada. Revise antes %n campos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeploymentsPage</name>
    <message>
        <source>Deployments</source>
        <translation>Despliegues</translation>
    </message>
    <message>
        <source>Search deployments</source>
        <translation>Buscar despliegues</translation>
    </message>
    <message>
        <source>Nothing is deployed</source>
        <translation>No hay nada desplegado</translation>
    </message>
    <message>
        <source>Deploy a registered model version to give it an endpoint.</source>
        <translation>Despliegue una versión registrada de un modelo para darle un endpoint.</translation>
    </message>
    <message>
        <source>Deploy a version</source>
        <translation>Desplegar una versión</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Endpoints</translation>
    </message>
    <message>
        <source>Nothing can be deployed yet.</source>
        <translation>Aún no se puede desplegar nada.</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>Desplegar...</translation>
    </message>
    <message>
        <source>Give a model version an endpoint</source>
        <translation>Dar un endpoint a una versión de modelo</translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation>Escalar...</translation>
    </message>
    <message>
        <source>Change the number of replicas</source>
        <translation>Cambiar el número de réplicas</translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation>Reiniciar...</translation>
    </message>
    <message>
        <source>Replace all replicas one by one</source>
        <translation>Sustituir todas las réplicas una a una</translation>
    </message>
    <message>
        <source>Roll Back...</source>
        <translation>Revertir...</translation>
    </message>
    <message>
        <source>Serve the version before again</source>
        <translation>Volver a servir la versión anterior</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Eliminar...</translation>
    </message>
    <message>
        <source>Drain and remove the endpoint</source>
        <translation>Drenar y eliminar el endpoint</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Réplicas</translation>
    </message>
    <message>
        <source>Search replicas</source>
        <translation>Buscar réplicas</translation>
    </message>
    <message>
        <source>No replica runs</source>
        <translation>Sin réplicas en marcha</translation>
    </message>
    <message>
        <source>The control plane starts one as soon as it can.</source>
        <translation>El plano de control inicia una en cuanto puede.</translation>
    </message>
    <message>
        <source>Select an endpoint first</source>
        <translation>Seleccione antes un endpoint</translation>
    </message>
    <message>
        <source>The model has no other version to go back to</source>
        <translation>El modelo no tiene otra versión a la que volver</translation>
    </message>
    <message>
        <source>Register a model version first</source>
        <translation>Registre antes una versión de modelo</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) ready</source>
        <translation>
            <numerusform>%1 de %n endpoint listo</numerusform>
            <numerusform>%1 de %n endpoints listos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, nothing serves yet</source>
        <translation>%1, aún no sirve nada</translation>
    </message>
    <message>
        <source>Serves %1@%2</source>
        <translation>Sirve %1@%2</translation>
    </message>
    <message>
        <source>follows stage %1</source>
        <translation>sigue la etapa %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) ready</source>
        <translation>
            <numerusform>%1 de %n réplica lista</numerusform>
            <numerusform>%1 de %n réplicas listas</numerusform>
        </translation>
    </message>
    <message>
        <source>before: version %1</source>
        <translation>antes: versión %1</translation>
    </message>
    <message>
        <source>last switch mixed versions for %1</source>
        <translation>el último cambio mezcló versiones durante %1</translation>
    </message>
    <message>
        <source>Began at %1</source>
        <translation>Comenzó a las %1</translation>
    </message>
    <message>
        <source>Rollout of %1, took %2</source>
        <translation>Rollout de %1, duró %2</translation>
    </message>
    <message>
        <source>Rollout under way for %1</source>
        <translation>Rollout en curso desde hace %1</translation>
    </message>
    <message>
        <source>The rollout failed in step &quot;%1&quot;</source>
        <translation>El rollout falló en el paso &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1
Version %2 keeps serving.</source>
        <translation>%1
La versión %2 sigue sirviendo.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escalar</translation>
    </message>
    <message>
        <source>Replicas of %1</source>
        <translation>Réplicas de %1</translation>
    </message>
    <message numerus="yes">
        <source>Restart %n replica(s)?</source>
        <translation>
            <numerusform>¿Reiniciar %n réplica?</numerusform>
            <numerusform>¿Reiniciar %n réplicas?</numerusform>
        </translation>
    </message>
    <message>
        <source>New replicas take over before the old ones drain; no request is lost.</source>
        <translation>Las réplicas nuevas toman el relevo antes de que las antiguas se drenen; no se pierde ninguna petición.</translation>
    </message>
    <message>
        <source>Restart endpoint</source>
        <translation>Reiniciar endpoint</translation>
    </message>
    <message>
        <source>Delete endpoint %1?</source>
        <translation>¿Eliminar el endpoint %1?</translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation>Eliminar endpoint</translation>
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
        <translation>Se drenan y se detienen. Nada se enruta a este endpoint.</translation>
    </message>
    <message>
        <source>These send items to it. Change their routing first, or the control plane will refuse.</source>
        <translation>Estos le envían ítems. Cambie antes su enrutado o el plano de control lo rechazará.</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>en marcha %1</translation>
    </message>
    <message>
        <source>The rollout is tried again</source>
        <translation>El rollout se intenta de nuevo</translation>
    </message>
    <message>
        <source>No version has become ready yet</source>
        <translation>Aún no hay ninguna versión lista</translation>
    </message>
    <message>
        <source>Replicas are missing</source>
        <translation>Faltan réplicas</translation>
    </message>
    <message>
        <source>Replicas crashed and are started again</source>
        <translation>Han caído réplicas y se inician de nuevo</translation>
    </message>
    <message>
        <source>It is being deleted</source>
        <translation>Se está eliminando</translation>
    </message>
    <message>
        <source>These send items to it; change their routing first: %1</source>
        <translation>Estos le envían ítems; cambie antes su enrutado: %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentDialog</name>
    <message>
        <source>New Experiment</source>
        <translation>Nuevo experimento</translation>
    </message>
    <message>
        <source>Edit Experiment</source>
        <translation>Editar experimento</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nuevo experimento</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Editar %1</translation>
    </message>
    <message>
        <source>It splits keys between arms. Traffic follows when it runs and a routing config names it.</source>
        <translation>Reparte las claves entre brazos. El tráfico lo sigue cuando está en marcha y una configuración de enrutado lo nombra.</translation>
    </message>
    <message>
        <source>The change is staged with a preview of the keys that move; nothing is live before you apply it.</source>
        <translation>El cambio se prepara con una vista previa de las claves que se mueven; nada entra en vigor hasta aplicarlo.</translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation>Iniciar ya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Create experiment</source>
        <translation>Crear experimento</translation>
    </message>
    <message>
        <source>Stage the change</source>
        <translation>Preparar el cambio</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Experiments of one layer never share a key</source>
        <translation>Los experimentos de una misma capa nunca comparten una clave</translation>
    </message>
    <message>
        <source>a layer of its own</source>
        <translation>una capa propia</translation>
    </message>
    <message>
        <source>Share of the layer in percent</source>
        <translation>Cuota de la capa en porcentaje</translation>
    </message>
    <message>
        <source>The part of the layer&apos;s keys that it takes</source>
        <translation>La parte de las claves de la capa que toma</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>Cobertura en porcentaje</translation>
    </message>
    <message>
        <source>Share of its keys that take part; the others go to the default endpoint</source>
        <translation>Cuota de sus claves que participa; las demás van al endpoint predeterminado</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>el nombre</translation>
    </message>
    <message>
        <source>Of the hash that chooses the arm; another seed shuffles the keys anew</source>
        <translation>Del hash que elige el brazo; otra semilla vuelve a mezclar las claves</translation>
    </message>
    <message>
        <source>Share of the layer</source>
        <translation>Cuota de la capa</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Brazos</translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation>Cuotas iguales</translation>
    </message>
    <message>
        <source>Add arm</source>
        <translation>Añadir brazo</translation>
    </message>
    <message>
        <source>Name of arm %1</source>
        <translation>Nombre del brazo %1</translation>
    </message>
    <message>
        <source>Share of arm %1 in percent</source>
        <translation>Cuota del brazo %1 en porcentaje</translation>
    </message>
    <message>
        <source>The others share the rest as they did</source>
        <translation>Los demás se reparten el resto como antes</translation>
    </message>
    <message>
        <source>Remove arm %1</source>
        <translation>Quitar el brazo %1</translation>
    </message>
    <message>
        <source>%1 of this layer is free</source>
        <translation>%1 de esta capa está libre</translation>
    </message>
    <message>
        <source>It assigns keys at once; traffic changes where a routing config names it.</source>
        <translation>Asigna claves de inmediato; el tráfico cambia donde lo nombra una configuración de enrutado.</translation>
    </message>
    <message>
        <source>As a draft it holds its share of the layer and assigns nothing.</source>
        <translation>Como borrador conserva su cuota de la capa y no asigna nada.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentsPage</name>
    <message>
        <source>Experiments</source>
        <translation>Experimentos</translation>
    </message>
    <message>
        <source>Next Ramp Step</source>
        <translation>Siguiente paso</translation>
    </message>
    <message>
        <source>Stage the next step of coverage: 5, 20, 50, 100 %</source>
        <translation>Preparar el siguiente paso de cobertura: 5, 20, 50, 100 %</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Editar...</translation>
    </message>
    <message>
        <source>Other weights or another coverage, staged</source>
        <translation>Otros pesos u otra cobertura, como cambio preparado</translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation>Detener...</translation>
    </message>
    <message>
        <source>End the experiment for good</source>
        <translation>Terminar el experimento definitivamente</translation>
    </message>
    <message>
        <source>Start...</source>
        <translation>Iniciar...</translation>
    </message>
    <message>
        <source>Let it assign keys</source>
        <translation>Permitir que asigne claves</translation>
    </message>
    <message>
        <source>New Experiment...</source>
        <translation>Nuevo experimento...</translation>
    </message>
    <message>
        <source>Arms, layer and coverage of a new experiment</source>
        <translation>Brazos, capa y cobertura de un experimento nuevo</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Buscar experimentos</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>Aún no hay experimentos</translation>
    </message>
    <message>
        <source>An experiment splits traffic between the endpoints of a use case.</source>
        <translation>Un experimento reparte el tráfico entre los endpoints de un caso de uso.</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nuevo experimento</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Brazos</translation>
    </message>
    <message>
        <source>Outcome metric</source>
        <translation>Métrica de resultado</translation>
    </message>
    <message>
        <source>The outcome that the arms are compared by</source>
        <translation>El resultado con el que se comparan los brazos</translation>
    </message>
    <message>
        <source>Arms and their results</source>
        <translation>Los brazos y sus resultados</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Brazo</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Ítems</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>Rampa</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Stage a coverage of %1</source>
        <translation>Preparar una cobertura de %1</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>Hay un cambio en curso</translation>
    </message>
    <message>
        <source>Compare two versions on live traffic: create an experiment, then name it in a routing config.</source>
        <translation>Compare dos versiones con tráfico real: cree un experimento y nómbrelo después en una configuración de enrutado.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>not routed</source>
        <translation>sin enrutar</translation>
    </message>
    <message>
        <source>use case %1</source>
        <translation>caso de uso %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>capa %1</translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation>cobertura %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>Whether the keys fell to the arms as the weights say; below p = 0.001 the results are not to be trusted. %1</source>
        <translation>Si las claves se repartieron entre los brazos según los pesos; por debajo de p = 0,001 los resultados no son fiables. %1</translation>
    </message>
    <message>
        <source>%1, not routed</source>
        <translation>%1, sin enrutar</translation>
    </message>
    <message>
        <source>%1, served by %2</source>
        <translation>%1, servido por %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed item(s)</source>
        <translation>
            <numerusform>%Ln ítem fallido</numerusform>
            <numerusform>%Ln ítems fallidos</numerusform>
        </translation>
    </message>
    <message>
        <source>No outcome was reported yet</source>
        <translation>Aún no se ha notificado ningún resultado</translation>
    </message>
    <message>
        <source>%1 of %2 item(s)</source>
        <translation>%1 de %2 ítems</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message>
        <source>%1, 95 % interval; p %2: %3</source>
        <translation>%1, intervalo del 95 %; p %2: %3</translation>
    </message>
    <message>
        <source>the arms differ</source>
        <translation>los brazos difieren</translation>
    </message>
    <message>
        <source>no difference is shown so far</source>
        <translation>sin diferencia demostrada por ahora</translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation>aún sin resultados</translation>
    </message>
    <message>
        <source>too few outcomes</source>
        <translation>muy pocos resultados</translation>
    </message>
    <message>
        <source>Everything is covered already</source>
        <translation>Ya está todo cubierto</translation>
    </message>
    <message>
        <source>%1 of its keys take part now. A step is staged first; the map shows whom it moves.</source>
        <translation>Ahora participa %1 de sus claves. Un paso se prepara primero; el mapa muestra a quién mueve.</translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation>¿Iniciar %1?</translation>
    </message>
    <message>
        <source>Start experiment</source>
        <translation>Iniciar experimento</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>¿Detener %1?</translation>
    </message>
    <message>
        <source>Stop experiment</source>
        <translation>Detener experimento</translation>
    </message>
    <message>
        <source>Intended / actual</source>
        <translation>Previsto / real</translation>
    </message>
    <message>
        <source>p50 / p99</source>
        <translation>p50 / p99</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno aún</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Intended %1, actual %2</source>
        <translation>Previsto %1, real %2</translation>
    </message>
    <message>
        <source>Of %1, over the last 15 minutes</source>
        <translation>De %1, en los últimos 15 minutos</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>la referencia</translation>
    </message>
    <message>
        <source>%1 of the keys move</source>
        <translation>%1 de las claves se mueve</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 entra</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 sale</translation>
    </message>
    <message>
        <source>Staged: coverage %1 to %2; %3.</source>
        <translation>Preparado: cobertura de %1 a %2; %3.</translation>
    </message>
    <message>
        <source>nobody moves</source>
        <translation>nada se mueve</translation>
    </message>
    <message>
        <source>Difference over time</source>
        <translation>Diferencia en el tiempo</translation>
    </message>
    <message>
        <source>It begins with the first outcomes of both arms.</source>
        <translation>Empieza con los primeros resultados de ambos brazos.</translation>
    </message>
    <message>
        <source>%1, to the first arm, 95 % interval</source>
        <translation>%1, respecto al primer brazo, intervalo del 95 %</translation>
    </message>
    <message>
        <source>Against the first arm</source>
        <translation>Frente al primer brazo</translation>
    </message>
</context>
<context>
    <name>aerie::pages::FaultRow</name>
    <message>
        <source>Strike</source>
        <translation>Provocar</translation>
    </message>
    <message>
        <source>Strike: %1</source>
        <translation>Provocar: %1</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Ver %1</translation>
    </message>
    <message>
        <source>See the effect of &quot;%1&quot; on %2</source>
        <translation>Ver el efecto de &quot;%1&quot; en %2</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time: what was seen</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Desde %1</translation>
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
        <translation>Host mostrado</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Ask for the hosts now</source>
        <translation>Pedir los hosts ahora</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU en uso</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Memoria en uso</translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation>Disco en uso</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Carga</translation>
    </message>
    <message>
        <source>Processes of Aerie</source>
        <translation>Procesos de Aerie</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Search processes</source>
        <translation>Buscar procesos</translation>
    </message>
    <message>
        <source>No process of Aerie runs here</source>
        <translation>Aquí no se ejecuta ningún proceso de Aerie</translation>
    </message>
    <message>
        <source>Workers appear when something is deployed to this host.</source>
        <translation>Los workers aparecen cuando se despliega algo en este host.</translation>
    </message>
    <message>
        <source>The hosts could not be read</source>
        <translation>No se pudieron leer los hosts</translation>
    </message>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation>
            <numerusform>de %n núcleo</numerusform>
            <numerusform>de %n núcleos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>runnable, mean of a minute</source>
        <translation>ejecutables, media 1 min</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs %n program(s) of Aerie</source>
        <translation>
            <numerusform>%1 ejecuta %n programa de Aerie</numerusform>
            <numerusform>%1 ejecuta %n programas de Aerie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::InspectorPanel</name>
    <message>
        <source>Keys to inspect</source>
        <translation>Claves que inspeccionar</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>All steps of all keys, with a header line</source>
        <translation>Todos los pasos de todas las claves, con una línea de cabecera</translation>
    </message>
    <message>
        <source>Inspected keys</source>
        <translation>Claves inspeccionadas</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Buscar en las claves</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Aún no hay claves</translation>
    </message>
    <message>
        <source>Type or paste keys on the left: one in each line.</source>
        <translation>Escriba o pegue claves a la izquierda: una por línea.</translation>
    </message>
    <message>
        <source>f1
f2</source>
        <translation>f1
f2</translation>
    </message>
    <message>
        <source>Layer %1: bucket %2</source>
        <translation>Capa %1: bucket %2</translation>
    </message>
    <message>
        <source>fnv1a(&quot;%1&quot;) = %2, fnv1a of that = %3, mod 10,000 = bucket %4; layer bucket %5</source>
        <extracomment>the steps of the hash: %1 what is hashed, %2 and %3 numbers, %4 and %5 buckets</extracomment>
        <translation>fnv1a(&quot;%1&quot;) = %2, fnv1a de eso = %3, mod 10.000 = bucket %4; bucket de capa %5</translation>
    </message>
</context>
<context>
    <name>aerie::pages::KeyEditor</name>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation>Buscar comandos o atajos</translation>
    </message>
    <message>
        <source>No command</source>
        <translation>Ningún comando</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>Elija un comando</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nuevo atajo</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>Nuevo atajo: pulse las teclas</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>%1 runs &quot;%2&quot; already: choose other keys, or take them from that command first.</source>
        <translation>%1 ya ejecuta &quot;%2&quot;: elija otro atajo o quíteselo antes a ese comando.</translation>
    </message>
    <message>
        <source>every page</source>
        <translation>todas las páginas</translation>
    </message>
</context>
<context>
    <name>aerie::pages::MonitoringPage</name>
    <message>
        <source>Monitoring</source>
        <translation>Monitorización</translation>
    </message>
    <message>
        <source>Pause or Go Live</source>
        <translation>Pausa o en vivo</translation>
    </message>
    <message>
        <source>Hold the charts still, or follow the clock again</source>
        <translation>Detener los gráficos o volver a seguir el reloj</translation>
    </message>
    <message>
        <source>Show All Endpoints</source>
        <translation>Mostrar todos los endpoints</translation>
    </message>
    <message>
        <source>Clear the filters of the charts</source>
        <translation>Quitar los filtros de los gráficos</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Caso de uso</translation>
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
        <translation>Qué representa una línea</translation>
    </message>
    <message>
        <source>One line per endpoint</source>
        <translation>Una línea por endpoint</translation>
    </message>
    <message>
        <source>One line per replica</source>
        <translation>Una línea por réplica</translation>
    </message>
    <message>
        <source>All in one line</source>
        <translation>Todo en una línea</translation>
    </message>
    <message>
        <source>Shown lines</source>
        <translation>Líneas mostradas</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Scores by arm</source>
        <translation>Scores por brazo</translation>
    </message>
    <message>
        <source>All use cases</source>
        <translation>Todos los casos de uso</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Todos los endpoints</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>Todas las réplicas</translation>
    </message>
    <message>
        <source>Choose an endpoint first</source>
        <translation>Elija antes un endpoint</translation>
    </message>
    <message numerus="yes">
        <source>%n more; choose one to see it</source>
        <translation>
            <numerusform>%n más; elija uno para verlo</numerusform>
            <numerusform>%n más; elija uno para verlo</numerusform>
        </translation>
    </message>
    <message>
        <source>No scores in this time</source>
        <translation>Sin scores en este periodo</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>The history is on its way.</source>
        <translation>El historial está en camino.</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>El historial no llegó</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>Aún no se ha medido nada</translation>
    </message>
    <message>
        <source>The control plane measures its proxies and workers every few seconds. Deploy a version and send it traffic.</source>
        <translation>El plano de control mide sus proxies y workers cada pocos segundos. Despliegue una versión y envíele tráfico.</translation>
    </message>
    <message>
        <source>Go to deployments</source>
        <translation>Ir a despliegues</translation>
    </message>
    <message>
        <source>Nothing of this was measured in this time</source>
        <translation>No se midió nada de esto en este periodo</translation>
    </message>
    <message>
        <source>Other endpoints, or another time, may have data.</source>
        <translation>Otros endpoints u otro periodo pueden tener datos.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
</context>
<context>
    <name>aerie::pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Put the cursor into the list of alerts</source>
        <translation>Poner el cursor en la lista de alertas</translation>
    </message>
    <message>
        <source>Go to the Topology</source>
        <translation>Ir a la topología</translation>
    </message>
    <message>
        <source>Walk over it with the arrow keys; Enter opens what is chosen</source>
        <translation>Recorrerla con las flechas; Intro abre lo elegido</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Ítems</translation>
    </message>
    <message>
        <source>Items answered per second; opens Monitoring</source>
        <translation>Ítems respondidos por segundo; abre Monitorización</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latencia p99</translation>
    </message>
    <message>
        <source>99 of 100 requests are answered faster; of the slowest use case. Opens Monitoring</source>
        <translation>99 de cada 100 peticiones se responden más rápido; del caso de uso más lento. Abre Monitorización</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Ítems fallidos</translation>
    </message>
    <message>
        <source>Share of the last seconds; opens Monitoring</source>
        <translation>Cuota de los últimos segundos; abre Monitorización</translation>
    </message>
    <message>
        <source>Workers ready</source>
        <translation>Workers listos</translation>
    </message>
    <message>
        <source>Ready replicas of those wanted; opens Deployments</source>
        <translation>Réplicas listas de las deseadas; abre Despliegues</translation>
    </message>
    <message>
        <source>Alerts and unhealthy parts; goes to the list</source>
        <translation>Alertas y partes con problemas; va a la lista</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topología</translation>
    </message>
    <message>
        <source>width: items per second, colour and sign: health</source>
        <translation>ancho: ítems por segundo; color y signo: salud</translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation>Cambios recientes</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Aún no se ha cambiado nada</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>The first state of the system is on its way.</source>
        <translation>El primer estado del sistema está en camino.</translation>
    </message>
    <message>
        <source>Nothing is here yet</source>
        <translation>Aún no hay nada aquí</translation>
    </message>
    <message>
        <source>Register a model, deploy one of its versions, and route a use case to it: then this page shows how they are.</source>
        <translation>Registre un modelo, despliegue una de sus versiones y enrute a ella un caso de uso: entonces esta página muestra cómo están.</translation>
    </message>
    <message>
        <source>Go to the registry</source>
        <translation>Ir al registro</translation>
    </message>
    <message>
        <source>Alerts and history are not up to date</source>
        <translation>Las alertas y el historial no están al día</translation>
    </message>
    <message>
        <source>steady over 15 min</source>
        <translation>estable, 15 min</translation>
    </message>
    <message>
        <source>%1 % in 15 min</source>
        <translation>%1 % en 15 min</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>Aplicaciones</translation>
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
        <translation>Ir a alertas</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Alerts, by urgency</source>
        <translation>Alertas, por urgencia</translation>
    </message>
    <message>
        <source>No alert</source>
        <translation>Sin alertas</translation>
    </message>
    <message>
        <source>Nothing fires and every part is healthy.</source>
        <translation>No hay alertas activas y todas las partes están sanas.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::ProfileDialog</name>
    <message>
        <source>Add a control plane</source>
        <translation>Añadir un plano de control</translation>
    </message>
    <message>
        <source>Edit &quot;%1&quot;</source>
        <translation>Editar &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Berlin production</source>
        <translation>Producción Berlín</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>ml.example.org:7700 or unix:/path</source>
        <translation>ml.example.org:7700 o unix:/path</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Local or test</source>
        <translation>Local o prueba</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production: asks before every change</source>
        <translation>Producción: pregunta antes de cada cambio</translation>
    </message>
    <message>
        <source>Colour of the strip</source>
        <translation>Color de la franja</translation>
    </message>
    <message>
        <source>That of its kind</source>
        <translation>El de su tipo</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>Autoridad (CA)</translation>
    </message>
    <message>
        <source>PEM file; needed for other machines</source>
        <translation>Archivo PEM; necesario para otras máquinas</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Certificado propio</translation>
    </message>
    <message>
        <source>PEM file; for mutual TLS</source>
        <translation>Archivo PEM; para TLS mutuo</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>Clave propia</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>Archivo PEM</translation>
    </message>
    <message>
        <source>Token file</source>
        <translation>Archivo de token</translation>
    </message>
    <message>
        <source>one line, readable by you only (0600)</source>
        <translation>una línea, legible solo por su dueño (0600)</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar conexión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <extracomment>%1 is what the file holds, such as &quot;Own key&quot;</extracomment>
        <translation>Elegir el archivo: %1</translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>Daemon de entrenamiento</translation>
    </message>
    <message>
        <source>As the control plane says</source>
        <translation>Como indica el plano de control</translation>
    </message>
    <message>
        <source>host:port or unix:/path; only where it is reached another way than the control plane says</source>
        <translation>host:puerto o unix:/ruta; solo si se llega a él de otro modo que el que indica el plano de control</translation>
    </message>
</context>
<context>
    <name>aerie::pages::PromoteDialog</name>
    <message>
        <source>Promote</source>
        <translation>Promover</translation>
    </message>
    <message>
        <source>Promote %1@%2</source>
        <translation>Promover %1@%2</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>It is %1 already.</source>
        <translation>Ya es %1.</translation>
    </message>
    <message>
        <source>%1 moves from version %2 to version %3.</source>
        <translation>%1 pasa de la versión %2 a la versión %3.</translation>
    </message>
    <message>
        <source>No deployment follows this stage, so nothing is relaunched.</source>
        <translation>Ningún despliegue sigue esta etapa, así que no se relanza nada.</translation>
    </message>
    <message>
        <source>Relaunched without losing a request: %1.</source>
        <translation>Se relanza sin perder ninguna petición: %1.</translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation>Promover a %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegisterDialog</name>
    <message>
        <source>Register bundles</source>
        <translation>Registrar paquetes</translation>
    </message>
    <message>
        <source>Every file is checked here before it is sent. The registry checks it again, and that it trusts the signer.</source>
        <translation>Cada archivo se comprueba aquí antes de enviarlo. El registro vuelve a comprobarlo, y también que confía en el firmante.</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Drop .aerie files here, or add them with the button below.</source>
        <translation>Suelte aquí archivos .aerie o añádalos con el botón de abajo.</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Add Files...</source>
        <translation>Añadir...</translation>
    </message>
    <message>
        <source>Drop to check</source>
        <translation>Soltar para comprobar</translation>
    </message>
    <message>
        <source>Add bundles</source>
        <translation>Añadir paquetes</translation>
    </message>
    <message>
        <source>Aerie bundles (*.aerie);;All files (*)</source>
        <translation>Paquetes de Aerie (*.aerie);;Todos los archivos (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation>
            <numerusform>%n en comprobación</numerusform>
            <numerusform>%n en comprobación</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n en envío</numerusform>
            <numerusform>%n en envío</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation>
            <numerusform>%n con un problema</numerusform>
            <numerusform>%n con problemas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n bundle(s)</source>
        <translation>
            <numerusform>Registrar %n paquete</numerusform>
            <numerusform>Registrar %n paquetes</numerusform>
        </translation>
    </message>
    <message>
        <source>Send what has passed its checks (Return)</source>
        <translation>Enviar lo que ha superado las comprobaciones (Intro)</translation>
    </message>
    <message>
        <source>No file has passed its checks</source>
        <translation>Ningún archivo ha superado las comprobaciones</translation>
    </message>
    <message>
        <source>What is being sent goes on (Esc)</source>
        <translation>Lo que se está enviando continúa (Esc)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistrationRow</name>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>comprobando</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>no alcanzado</translation>
    </message>
    <message>
        <source>Take the file out of the list</source>
        <translation>Quitar el archivo de la lista</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Controles</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>%1, numbered by the registry</source>
        <translation>%1, numerada por el registro</translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation>firmado por %1</translation>
    </message>
    <message>
        <source>Archive</source>
        <comment>noun: the file</comment>
        <translation>Archivo</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistryPage</name>
    <message>
        <source>Registry</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 copiado</translation>
    </message>
    <message>
        <source>Drop to check and register</source>
        <translation>Soltar para comprobar y registrar</translation>
    </message>
    <message>
        <source>Register...</source>
        <translation>Registrar...</translation>
    </message>
    <message>
        <source>Upload a bundle as a new model version</source>
        <translation>Subir un paquete como nueva versión de modelo</translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation>Promover...</translation>
    </message>
    <message>
        <source>Move a stage to the selected version</source>
        <translation>Mover una etapa a la versión seleccionada</translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation>Comparar...</translation>
    </message>
    <message>
        <source>Two versions side by side: metrics, self-test, configs</source>
        <translation>Dos versiones lado a lado: métricas, autoprueba, configuraciones</translation>
    </message>
    <message>
        <source>Edit Configs...</source>
        <translation>Editar config...</translation>
    </message>
    <message>
        <source>Feature locations and preprocessing, with their graph</source>
        <translation>Ubicación de features y preprocesado, con su grafo</translation>
    </message>
    <message>
        <source>Copy Digest</source>
        <translation>Copiar digest</translation>
    </message>
    <message>
        <source>Put the digest of the selected version on the clipboard</source>
        <translation>Copiar al portapapeles el digest de la versión seleccionada</translation>
    </message>
    <message>
        <source>Download...</source>
        <translation>Descargar...</translation>
    </message>
    <message>
        <source>Save the selected version&apos;s bundle</source>
        <translation>Guardar el paquete de la versión seleccionada</translation>
    </message>
    <message>
        <source>Archive...</source>
        <translation>Archivar...</translation>
    </message>
    <message>
        <source>Take the selected version out of use, or back</source>
        <translation>Retirar del uso la versión seleccionada, o recuperarla</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Buscar modelos</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Aún no hay modelos</translation>
    </message>
    <message>
        <source>Register a bundle: drop a .aerie file here or choose one.</source>
        <translation>Registre un paquete: suelte aquí un archivo .aerie o elija uno.</translation>
    </message>
    <message>
        <source>Register a bundle</source>
        <translation>Registrar un paquete</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Search versions</source>
        <translation>Buscar versiones</translation>
    </message>
    <message>
        <source>No version</source>
        <translation>Ninguna versión</translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation>Elija un modelo a la izquierda.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n versión</numerusform>
            <numerusform>%n versiones</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a version first</source>
        <translation>Seleccione antes una versión</translation>
    </message>
    <message>
        <source>An archived version cannot be promoted; restore it first</source>
        <translation>Una versión archivada no se puede promover; restáurela antes</translation>
    </message>
    <message>
        <source>The configs are being loaded</source>
        <translation>Se están cargando las configuraciones</translation>
    </message>
    <message>
        <source>The model has one version only</source>
        <translation>El modelo solo tiene una versión</translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation>Seleccione antes un modelo</translation>
    </message>
    <message>
        <source>A version that holds a stage cannot be archived; promote another one first</source>
        <translation>Una versión que ocupa una etapa no se puede archivar; promueva antes otra</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Aerie bundles (*%1)</source>
        <translation>Paquetes de Aerie (*%1)</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Aún sin conexión</translation>
    </message>
    <message>
        <source>Digest of %1 copied</source>
        <translation>Digest de %1 copiado</translation>
    </message>
    <message>
        <source>Archive this version?</source>
        <translation>¿Archivar esta versión?</translation>
    </message>
    <message>
        <source>It cannot be deployed or promoted any more. It stays in the registry and can be restored.</source>
        <translation>Ya no se podrá desplegar ni promover. Permanece en el registro y se puede restaurar.</translation>
    </message>
    <message>
        <source>Archive version</source>
        <translation>Archivar versión</translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation>Guardar paquete</translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation>Desplegar...</translation>
    </message>
    <message>
        <source>Give the selected version an endpoint</source>
        <translation>Dar un endpoint a la versión seleccionada</translation>
    </message>
    <message>
        <source>More actions of the version</source>
        <translation>Más acciones de la versión</translation>
    </message>
    <message>
        <source>An archived version cannot be deployed; restore it first</source>
        <translation>Una versión archivada no se puede desplegar; restáurela antes</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RollbackDialog</name>
    <message>
        <source>Roll back %1</source>
        <translation>Revertir %1</translation>
    </message>
    <message>
        <source>Version to go back to</source>
        <translation>Versión a la que volver</translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation>Volver a</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Version %1 serves.</source>
        <translation>Sirve la versión %1.</translation>
    </message>
    <message>
        <source>Version %1 starts, takes the traffic when it is ready, and version %2 drains. No request is lost.</source>
        <translation>La versión %1 se inicia, toma el tráfico cuando está lista y la versión %2 se drena. No se pierde ninguna petición.</translation>
    </message>
    <message>
        <source>The stage %1 moves to version %2, too, and every deployment that follows it.</source>
        <translation>La etapa %1 también pasa a la versión %2, y con ella cada despliegue que la sigue.</translation>
    </message>
    <message>
        <source>Served with it: %1.</source>
        <translation>Servido con ella: %1.</translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation>Revertir a la versión %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RouteDialog</name>
    <message>
        <source>Route a Use Case</source>
        <translation>Enrutar caso de uso</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>Enrutar un caso de uso</translation>
    </message>
    <message>
        <source>Applications ask for the use case by its name. All of its items go to this endpoint until you add experiments.</source>
        <translation>Las aplicaciones piden el caso de uso por su nombre. Todos sus ítems van a este endpoint hasta que se añadan experimentos.</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Caso de uso</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>Endpoint predeterminado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Route use case</source>
        <translation>Enrutar</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingConfigForm</name>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation>Endpoint predeterminado</translation>
    </message>
    <message>
        <source>Serves the items that no experiment takes</source>
        <translation>Sirve los ítems que no toma ningún experimento</translation>
    </message>
    <message>
        <source>When a worker fails</source>
        <translation>Si falla un worker</translation>
    </message>
    <message>
        <source>fail its rows</source>
        <translation>fallar sus filas</translation>
    </message>
    <message>
        <source>An item goes to the first experiment that takes it</source>
        <translation>Un ítem va al primer experimento que lo toma</translation>
    </message>
    <message>
        <source>Splitting key of %1</source>
        <translation>Clave de reparto de %1</translation>
    </message>
    <message>
        <source>The column whose value is hashed</source>
        <translation>La columna cuyo valor se usa en el hash</translation>
    </message>
    <message>
        <source>Splitting key</source>
        <translation>Clave de reparto</translation>
    </message>
    <message>
        <source>Endpoint of arm %1 of %2</source>
        <translation>Endpoint del brazo %1 de %2</translation>
    </message>
    <message>
        <source>Shadow endpoint</source>
        <translation>Endpoint sombra</translation>
    </message>
    <message>
        <source>Sample in percent</source>
        <translation>Muestra en porcentaje</translation>
    </message>
    <message>
        <source>Share of the requests that are copied to it; its answers are thrown away</source>
        <translation>Cuota de las peticiones que se le copia; sus respuestas se descartan</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>the shadow</source>
        <translation>la sombra</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>Sombra</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Experiment to add</source>
        <translation>Experimento que añadir</translation>
    </message>
    <message>
        <source>Add experiment</source>
        <translation>Añadir experimento</translation>
    </message>
    <message>
        <source>Route the chosen experiment; all its arms begin at the default endpoint</source>
        <translation>Enrutar el experimento elegido; todos sus brazos empiezan en el endpoint predeterminado</translation>
    </message>
    <message>
        <source>Every experiment is routed here already; create one on the Experiments page</source>
        <translation>Todos los experimentos ya están enrutados aquí; cree uno en la página Experimentos</translation>
    </message>
    <message>
        <source>Add shadow</source>
        <translation>Añadir sombra</translation>
    </message>
    <message>
        <source>Copy a share of the requests to another endpoint, without using its answers</source>
        <translation>Copiar una parte de las peticiones a otro endpoint, sin usar sus respuestas</translation>
    </message>
    <message>
        <source>use the default endpoint</source>
        <translation>usar el predeterminado</translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation>Enrutado</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) copied as CSV.</source>
        <translation>
            <numerusform>%n clave copiada como CSV.</numerusform>
            <numerusform>%n claves copiadas como CSV.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage This Revision</source>
        <translation>Preparar revisión</translation>
    </message>
    <message>
        <source>Stage the config of the chosen revision; it becomes live when you apply it</source>
        <translation>Preparar la configuración de la revisión elegida; entra en vigor al aplicarla</translation>
    </message>
    <message>
        <source>Inspect Keys</source>
        <translation>Inspeccionar claves</translation>
    </message>
    <message>
        <source>Type or paste keys to see where they go and why</source>
        <translation>Escribir o pegar claves para ver adónde van y por qué</translation>
    </message>
    <message>
        <source>Edit the Config</source>
        <translation>Editar config</translation>
    </message>
    <message>
        <source>Default endpoint, arms, shadows, worker failure</source>
        <translation>Endpoint predeterminado, brazos, sombras, fallo de worker</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Caso de uso</translation>
    </message>
    <message>
        <source>The use case that is shown</source>
        <translation>El caso de uso mostrado</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Ítems</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latencia p99</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Sin cubrir</translation>
    </message>
    <message>
        <source>Items that no experiment took; they go to the default endpoint</source>
        <translation>Ítems que no tomó ningún experimento; van al endpoint predeterminado</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Ítems fallidos</translation>
    </message>
    <message>
        <source>Live flow</source>
        <translation>Flujo en vivo</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Cuotas</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Shares of the arms</source>
        <translation>Cuotas de los brazos</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Brazo</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>Previsto</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Buscar en el historial</translation>
    </message>
    <message>
        <source>No history</source>
        <translation>Sin historial</translation>
    </message>
    <message>
        <source>Applied configs are listed here.</source>
        <translation>Aquí se listan las configuraciones aplicadas.</translation>
    </message>
    <message>
        <source>The config is being checked</source>
        <translation>Se está comprobando la configuración</translation>
    </message>
    <message>
        <source>The config is refused: %1</source>
        <translation>La configuración se rechaza: %1</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>No use case is routed</source>
        <translation>Ningún caso de uso enrutado</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 peticiones/s</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 without key</source>
        <translation>%1 sin clave</translation>
    </message>
    <message>
        <source>default</source>
        <translation>predeterminado</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>ningún experimento</translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation>El historial no llegó</translation>
    </message>
    <message>
        <source>This revision runs</source>
        <translation>Esta revisión está en vigor</translation>
    </message>
    <message>
        <source>Choose a revision of the history</source>
        <translation>Elija una revisión del historial</translation>
    </message>
    <message>
        <source>Revision %1 is staged; nothing is live before you apply it.</source>
        <translation>La revisión %1 está preparada; nada entra en vigor hasta aplicarla.</translation>
    </message>
    <message>
        <source>Revision %1 is what runs; there is nothing to stage.</source>
        <translation>La revisión %1 es la vigente; no hay nada que preparar.</translation>
    </message>
    <message>
        <source>Route a Use Case...</source>
        <translation>Enrutar caso de uso...</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case that has no routing yet</source>
        <translation>Indicar qué endpoint sirve un caso de uso que aún no tiene enrutado</translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case; experiments come later.</source>
        <translation>Indique qué endpoint sirve un caso de uso; los experimentos vienen después.</translation>
    </message>
    <message>
        <source>Routing sends a use case&apos;s items to endpoints. Deploy a model first, on the Deployments page.</source>
        <translation>El enrutado envía los ítems de un caso de uso a los endpoints. Despliegue antes un modelo, en la página Despliegues.</translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation>Enrutar un caso de uso</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Every change counts at once</source>
        <translation>Cada cambio se aplica al momento</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation>Contextos</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Reduce motion: nothing slides or spins</source>
        <translation>Reducir el movimiento: nada se desliza ni gira</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Comportamiento</translation>
    </message>
    <message>
        <source>Ask before ordinary changes, such as a restart</source>
        <translation>Preguntar antes de cambios corrientes, como un reinicio</translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation>Confirmaciones</translation>
    </message>
    <message>
        <source>What destroys something, and every change in production, is asked always.</source>
        <translation>Lo que destruye algo, y cada cambio en producción, se pregunta siempre.</translation>
    </message>
    <message>
        <source>Start the local simulation with the window</source>
        <translation>Iniciar la simulación local con la ventana</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulación</translation>
    </message>
    <message>
        <source>Lines that the log keeps</source>
        <translation>Líneas que conserva el log</translation>
    </message>
    <message>
        <source>Lines in the log</source>
        <translation>Líneas del log</translation>
    </message>
    <message>
        <source>What this desktop can show and control</source>
        <translation>Lo que este escritorio puede mostrar y controlar</translation>
    </message>
    <message>
        <source>Add a control plane...</source>
        <translation>Añadir un plano de control...</translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation>Editar...</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Quitar...</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Tokens are read from files that only you can read, and are never shown or stored. Removing a context forgets how to reach it; nothing happens to the control plane.</source>
        <translation>Los tokens se leen de archivos que solo su dueño puede leer, y nunca se muestran ni se guardan. Quitar un contexto olvida cómo llegar a él; al plano de control no le pasa nada.</translation>
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
        <translation>%1 (abierto)</translation>
    </message>
    <message>
        <source>Remove the context &quot;%1&quot;?</source>
        <translation>¿Quitar el contexto &quot;%1&quot;?</translation>
    </message>
    <message>
        <source>This desktop forgets how to reach it. Nothing happens to the control plane.</source>
        <translation>Este escritorio olvida cómo llegar a él. Al plano de control no le pasa nada.</translation>
    </message>
    <message>
        <source>Remove context</source>
        <translation>Quitar contexto</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SimulationPage</name>
    <message>
        <source>Simulator</source>
        <translation>Simulador</translation>
    </message>
    <message>
        <source>Stop Traffic</source>
        <translation>Detener tráfico</translation>
    </message>
    <message>
        <source>Stop or start the simulation&apos;s requests</source>
        <translation>Detener o iniciar las peticiones de la simulación</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Peticiones enviadas</translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation>Peticiones fallidas</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latencia p99</translation>
    </message>
    <message>
        <source>Labels joined</source>
        <translation>Etiquetas unidas</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Tráfico</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Peticiones por segundo</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Speed of the world</source>
        <translation>Velocidad del mundo</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Tiempo real</translation>
    </message>
    <message>
        <source>1 hour per minute</source>
        <translation>1 hora por minuto</translation>
    </message>
    <message>
        <source>6 hours per minute</source>
        <translation>6 horas por minuto</translation>
    </message>
    <message>
        <source>1 day per minute</source>
        <translation>1 día por minuto</translation>
    </message>
    <message>
        <source>3 days per minute</source>
        <translation>3 días por minuto</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>What came true</source>
        <translation>Qué se cumplió</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Brazo</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Log loss</translation>
    </message>
    <message>
        <source>Flights land after they were predicted; each label is joined when it is known and reported as an outcome of the experiment.</source>
        <translation>Los vuelos aterrizan después de su predicción; cada etiqueta se une cuando se conoce y se notifica como resultado del experimento.</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Each is seen on another page</source>
        <translation>Cada uno se ve en otra página</translation>
    </message>
    <message>
        <source>No simulation runs</source>
        <translation>Ninguna simulación en marcha</translation>
    </message>
    <message>
        <source>The local simulation runs real daemons on this machine with real flights of 2001. It takes a few seconds to start and touches nothing else.</source>
        <translation>La simulación local ejecuta daemons reales en esta máquina con vuelos reales de 2001. Tarda unos segundos en iniciarse y no toca nada más.</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>Iniciar la simulación local</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>Iniciando la simulación local</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>La simulación local no se inició</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Iniciar de nuevo</translation>
    </message>
    <message>
        <source>This window shows %1</source>
        <translation>Esta ventana muestra %1</translation>
    </message>
    <message>
        <source>The simulator turns the local simulation only, which runs beside it.</source>
        <translation>El simulador maneja solo la simulación local, que se ejecuta al lado.</translation>
    </message>
    <message>
        <source>Switch to the simulation</source>
        <translation>Cambiar a la simulación</translation>
    </message>
    <message>
        <source>Asking the simulation</source>
        <translation>Consultando la simulación</translation>
    </message>
    <message>
        <source>The simulation does not answer.</source>
        <translation>La simulación no responde.</translation>
    </message>
    <message>
        <source>See %1</source>
        <translation>Ver %1</translation>
    </message>
    <message>
        <source>Start the local simulation first</source>
        <translation>Inicie antes la simulación local</translation>
    </message>
    <message>
        <source>Start Traffic</source>
        <translation>Iniciar tráfico</translation>
    </message>
    <message>
        <source>%1 - traffic is stopped and the world stands still</source>
        <translation>%1 - el tráfico está detenido y el mundo está parado</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 en total</translation>
    </message>
    <message>
        <source>%1 times real time</source>
        <translation>%1 veces el tiempo real</translation>
    </message>
    <message>
        <source>Now: %1 /s.</source>
        <translation>Ahora: %1 /s.</translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation>p50 %1</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>Sides of the simulator</source>
        <translation>Lados del simulador</translation>
    </message>
    <message>
        <source>Live simulation</source>
        <translation>Simulación en vivo</translation>
    </message>
    <message>
        <source>Cluster what-if</source>
        <translation>Hipótesis de clúster</translation>
    </message>
    <message>
        <source>Real daemons with simulated traffic</source>
        <translation>Daemons reales con tráfico simulado</translation>
    </message>
    <message>
        <source>What a training job would take on other clusters</source>
        <translation>Qué necesitaría un job de entrenamiento en otros clústeres</translation>
    </message>
    <message>
        <source>Cluster What-If</source>
        <translation>Hipótesis de clúster</translation>
    </message>
    <message>
        <source>Clusters and their work, calculated on this machine</source>
        <translation>Los clústeres y su trabajo, calculados en esta máquina</translation>
    </message>
    <message>
        <source>The traffic of %1 is not started by this window</source>
        <translation>Esta ventana no inicia el tráfico de %1</translation>
    </message>
    <message>
        <source>Its rate and its faults are set where it was started. This page turns the local simulation: real daemons on this machine with real flights of 2001. It takes a few seconds to start, runs beside %1 and touches nothing of it.</source>
        <translation>Su ritmo y sus fallos se ajustan donde se inició. Esta página maneja la simulación local: daemons reales en este equipo con vuelos reales de 2001. Tarda unos segundos en iniciarse, funciona junto a %1 y no lo modifica.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>The experiment whose split is shown</source>
        <translation>El experimento cuyo reparto se muestra</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Cobertura</translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation>Cobertura en porcentaje</translation>
    </message>
    <message>
        <source>Share of the keys that take part in the experiment</source>
        <translation>Cuota de las claves que participa en el experimento</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>No experiment: every item goes to the default endpoint.</source>
        <translation>Sin experimento: cada ítem va al endpoint predeterminado.</translation>
    </message>
    <message>
        <source>Somebody changed this experiment meanwhile: discard your change or stage it again.</source>
        <translation>Alguien cambió este experimento entretanto: descarte el cambio o prepárelo de nuevo.</translation>
    </message>
    <message>
        <source>Stopped: every item goes to the default endpoint.</source>
        <translation>Detenido: cada ítem va al endpoint predeterminado.</translation>
    </message>
    <message>
        <source>Runs as shown. Move a border to see which keys would move.</source>
        <translation>En marcha como se muestra. Mueva un límite para ver qué claves se moverían.</translation>
    </message>
    <message>
        <source>%1 of the keys would move</source>
        <translation>%1 de las claves se movería</translation>
    </message>
    <message>
        <source>%1 would leave</source>
        <translation>%1 saldría</translation>
    </message>
    <message>
        <source>%1 would join</source>
        <translation>%1 entraría</translation>
    </message>
    <message>
        <source>Staged: %1. Nothing is live yet.</source>
        <translation>Preparado: %1. Aún no hay nada en vigor.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::StagedSheet</name>
    <message>
        <source>No key that takes part changes its arm.</source>
        <translation>Ninguna clave que participa cambia de brazo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10,000 buckets move: %1 of the keys get another arm.</source>
        <translation>
            <numerusform>%Ln de 10.000 buckets se mueve: %1 de las claves recibe otro brazo.</numerusform>
            <numerusform>%Ln de 10.000 buckets se mueven: %1 de las claves recibe otro brazo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) join.</source>
        <translation>
            <numerusform>%Ln bucket entra.</numerusform>
            <numerusform>%Ln buckets entran.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent one after the other; a refusal stops there. Live traffic follows within a second.</source>
        <translation>Se envían uno tras otro; un rechazo detiene el envío. El tráfico real los sigue en un segundo.</translation>
    </message>
    <message>
        <source>This is production: type %1 to confirm</source>
        <translation>Esto es producción: escriba %1 para confirmar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Discard this</source>
        <translation>Descartar esto</translation>
    </message>
    <message>
        <source>Discard: %1</source>
        <translation>Descartar: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Somebody changed this since you staged it; it would be refused.</source>
        <translation>Alguien cambió esto después de prepararlo; se rechazaría.</translation>
    </message>
    <message>
        <source>Stage it on the new state</source>
        <translation>Prepararlo sobre el nuevo estado</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n staged change(s)?</source>
        <translation>
            <numerusform>¿Aplicar %n cambio preparado?</numerusform>
            <numerusform>¿Aplicar %n cambios preparados?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Aplicar %n cambio</numerusform>
            <numerusform>Aplicar %n cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was changed meanwhile: discard it or stage it again</source>
        <translation>Algo cambió entretanto: descártelo o prepárelo de nuevo</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Cambios preparados</translation>
    </message>
</context>
<context>
    <name>aerie::pages::SubmitJobDialog</name>
    <message>
        <source>Submit a training job</source>
        <translation>Enviar un job de entrenamiento</translation>
    </message>
    <message>
        <source>A cluster of its own is made for it and goes away when the work is done. Nothing is started before you submit.</source>
        <translation>Se crea un clúster propio para él, que desaparece al acabar el trabajo. Nada se inicia antes de enviarlo.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Choose File...</source>
        <translation>Elegir archivo...</translation>
    </message>
    <message>
        <source>Open a job file; it may also be dropped here</source>
        <translation>Abrir un archivo de job; también se puede soltar aquí</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>Soltar para abrir</translation>
    </message>
    <message>
        <source>Job file</source>
        <translation>Archivo de job</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Folder of its files</source>
        <translation>Carpeta de sus archivos</translation>
    </message>
    <message>
        <source>needed only when the job names lists, requirements or a working directory</source>
        <translation>solo hace falta si el job nombra listas, requisitos o un directorio de trabajo</translation>
    </message>
    <message>
        <source>Lists, requirements and the working directory are looked for here</source>
        <translation>Las listas, los requisitos y el directorio de trabajo se buscan aquí</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>Choose the folder of its files</source>
        <translation>Elegir la carpeta de sus archivos</translation>
    </message>
    <message>
        <source>%1, a copy of job %2</source>
        <translation>%1, una copia del job %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Leyendo</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Sin plan</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>Revisar antes</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Make its cluster and start</source>
        <translation>Crear su clúster e iniciar</translation>
    </message>
    <message>
        <source>What the daemon would do stands here as soon as the file has no problem.</source>
        <translation>Lo que haría el daemon aparece aquí en cuanto el archivo no tenga problemas.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>sentence, detail</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Open a job file</source>
        <translation>Abrir un archivo de job</translation>
    </message>
    <message>
        <source>Job files (*.yaml *.yml);;All files (*)</source>
        <translation>Archivos de job (*.yaml *.yml);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Folder of the job&apos;s files</source>
        <translation>Carpeta de los archivos del job</translation>
    </message>
    <message>
        <source>Close without submitting?</source>
        <translation>¿Cerrar sin enviar?</translation>
    </message>
    <message>
        <source>Your edits of the job file are kept nowhere else.</source>
        <translation>Sus cambios en el archivo de job no se guardan en ningún otro lugar.</translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation>Cerrar sin los cambios</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Cancel upload</source>
        <translation>Cancelar el envío</translation>
    </message>
    <message>
        <source>Stop sending; nothing is submitted</source>
        <translation>Dejar de enviar; no se envía ningún trabajo</translation>
    </message>
    <message>
        <source>The working directory is being packed</source>
        <translation>Se está empaquetando el directorio de trabajo</translation>
    </message>
    <message>
        <source>%1 of %2 of the working directory were sent</source>
        <translation>Se han enviado %1 de %2 del directorio de trabajo</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrafficPage</name>
    <message>
        <source>Apply...</source>
        <translation>Aplicar...</translation>
    </message>
    <message>
        <source>Review the staged changes and make them live</source>
        <translation>Revisar los cambios preparados y ponerlos en vigor</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Forget all staged changes</source>
        <translation>Olvidar todos los cambios preparados</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take back the last edit, or stage the way back from what was applied</source>
        <translation>Deshacer la última edición, o preparar la vuelta atrás de lo aplicado</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation>Hacer otra vez la edición deshecha</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Cambios preparados</translation>
    </message>
    <message>
        <source>The changes are being applied</source>
        <translation>Se están aplicando los cambios</translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation>No hay nada preparado</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>No hay nada que deshacer</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>No se ha deshecho nada</translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation>
            <numerusform>%n cambio preparado</numerusform>
            <numerusform>%n cambios preparados</numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Aplicando</translation>
    </message>
    <message>
        <source>: %1 of the keys move</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that move</extracomment>
        <translation>: %1 de las claves se mueve</translation>
    </message>
    <message>
        <source> (changed by somebody else meanwhile)</source>
        <translation> (cambiado entretanto por otra persona)</translation>
    </message>
    <message>
        <source>Undo stages the way back from what was applied.</source>
        <translation>Deshacer prepara la vuelta atrás de lo aplicado.</translation>
    </message>
    <message>
        <source>: %1 of the keys join</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that begin to take part</extracomment>
        <translation>: %1 de las claves entra</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingClusterPanel</name>
    <message>
        <source>Hosts now</source>
        <translation>Hosts ahora</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Search hosts</source>
        <translation>Buscar hosts</translation>
    </message>
    <message>
        <source>No host</source>
        <translation>Ningún host</translation>
    </message>
    <message>
        <source>The cluster has none yet, or has given them back.</source>
        <translation>El clúster aún no tiene ninguno o los ha devuelto.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) with %1</source>
        <extracomment>hosts and their CPUs together</extracomment>
        <translation>
            <numerusform>%n host con %1</numerusform>
            <numerusform>%n hosts con %1</numerusform>
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
        <translation>creado %1</translation>
    </message>
    <message>
        <source>gone since %1</source>
        <translation>terminado desde %1</translation>
    </message>
    <message>
        <source>goes away in %1</source>
        <translation>desaparece en %1</translation>
    </message>
    <message>
        <source>goes away now</source>
        <translation>desaparece ahora</translation>
    </message>
    <message>
        <source>goes away after %1 without work</source>
        <translation>desaparece tras %1 sin trabajo</translation>
    </message>
    <message>
        <source>limits are enforced by %1</source>
        <translation>los límites los impone %1</translation>
    </message>
    <message>
        <source>cost %1 at %2 for a host&apos;s hour</source>
        <translation>coste %1 a %2 por hora de host</translation>
    </message>
    <message>
        <source>The cluster failed</source>
        <translation>El clúster falló</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingJobPanel</name>
    <message>
        <source>Views of the job</source>
        <translation>Vistas del job</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Utilización</translation>
    </message>
    <message>
        <source>Tasks and logs</source>
        <translation>Tareas y logs</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>The run to compare with</source>
        <translation>La ejecución con la que se compara</translation>
    </message>
    <message>
        <source>No other run</source>
        <translation>Ninguna otra ejecución</translation>
    </message>
    <message>
        <source>The other run: its curves begin at the same time 0</source>
        <translation>La otra ejecución: sus curvas empiezan en el mismo tiempo 0</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>job %1</translation>
    </message>
    <message>
        <source>submitted %1</source>
        <translation>enviado %1</translation>
    </message>
    <message>
        <source>submitted %1 by %2</source>
        <translation>enviado %1 por %2</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>prioridad %1</translation>
    </message>
    <message>
        <source>will publish %1</source>
        <translation>publicará %1</translation>
    </message>
    <message>
        <source>Published as %1; show it in the registry</source>
        <translation>Publicado como %1; mostrarlo en el registro</translation>
    </message>
    <message>
        <source>Published; show it in the registry</source>
        <translation>Publicado; mostrarlo en el registro</translation>
    </message>
    <message>
        <source>Published with stage %1; show it in the registry</source>
        <translation>Publicado con la etapa %1; mostrarlo en el registro</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Show cluster %1</source>
        <translation>Mostrar el clúster %1</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>El job falló</translation>
    </message>
    <message>
        <source>Nothing was published</source>
        <translation>No se publicó nada</translation>
    </message>
    <message>
        <source>Nothing of the job runs</source>
        <translation>No se ejecuta nada del job</translation>
    </message>
    <message>
        <source>No task has started yet</source>
        <translation>Aún no ha empezado ninguna tarea</translation>
    </message>
    <message>
        <source>There is no other run</source>
        <translation>No hay otra ejecución</translation>
    </message>
    <message>
        <source>Submit the job again to compare two runs.</source>
        <translation>Envíe el job de nuevo para comparar dos ejecuciones.</translation>
    </message>
    <message>
        <source>The runs cannot be read</source>
        <translation>No se pueden leer las ejecuciones</translation>
    </message>
    <message>
        <source>Nothing was measured</source>
        <translation>No se midió nada</translation>
    </message>
    <message>
        <source>Utilisation of these runs is not kept any more.</source>
        <translation>La utilización de estas ejecuciones ya no se conserva.</translation>
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
        <translation>Parte ocupada de cada host en el tiempo</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation>Aún no se midió nada</translation>
    </message>
    <message>
        <source>The tasks cannot be read</source>
        <translation>No se pueden leer las tareas</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Sin tareas</translation>
    </message>
    <message>
        <source>They appear as soon as the job is accepted.</source>
        <translation>Aparecen en cuanto se acepta el job.</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Drop a job file to look at its plan</source>
        <translation>Suelte un archivo de job para ver su plan</translation>
    </message>
    <message>
        <source>No job can be submitted now.</source>
        <translation>Ahora no se puede enviar ningún job.</translation>
    </message>
    <message>
        <source>Submit Job...</source>
        <translation>Enviar job...</translation>
    </message>
    <message>
        <source>Write or choose a job file and look at its plan</source>
        <translation>Escribir o elegir un archivo de job y ver su plan</translation>
    </message>
    <message>
        <source>Clone...</source>
        <translation>Clonar...</translation>
    </message>
    <message>
        <source>Edit the job&apos;s file and submit it again</source>
        <translation>Editar el archivo del job y enviarlo de nuevo</translation>
    </message>
    <message>
        <source>Retry...</source>
        <translation>Reintentar...</translation>
    </message>
    <message>
        <source>Run the tasks again that failed or were cancelled</source>
        <translation>Ejecutar de nuevo las tareas fallidas o canceladas</translation>
    </message>
    <message>
        <source>Cancel Job...</source>
        <translation>Cancelar job...</translation>
    </message>
    <message>
        <source>Stop what runs and start no more</source>
        <translation>Detener lo que se ejecuta y no iniciar más</translation>
    </message>
    <message>
        <source>Cancel Task</source>
        <translation>Cancelar tarea</translation>
    </message>
    <message>
        <source>Stop the chosen task</source>
        <translation>Detener la tarea elegida</translation>
    </message>
    <message>
        <source>Retry Task</source>
        <translation>Reintentar tarea</translation>
    </message>
    <message>
        <source>Run the chosen task again</source>
        <translation>Ejecutar de nuevo la tarea elegida</translation>
    </message>
    <message>
        <source>Delete Cluster...</source>
        <translation>Eliminar clúster...</translation>
    </message>
    <message>
        <source>Give the cluster&apos;s hosts back now</source>
        <translation>Devolver ahora los hosts del clúster</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU usada</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>Slots en uso</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Tareas hechas</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Rendimiento</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Buscar jobs</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>Aún no hay jobs</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away afterwards.</source>
        <translation>Envíe uno: se crea un clúster para él, que después desaparece.</translation>
    </message>
    <message>
        <source>Submit a job</source>
        <translation>Enviar un job</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clústeres</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>Buscar clústeres</translation>
    </message>
    <message>
        <source>No cluster</source>
        <translation>Ningún clúster</translation>
    </message>
    <message>
        <source>A job makes one when it is submitted.</source>
        <translation>Un job crea uno al enviarse.</translation>
    </message>
    <message>
        <source>No job is chosen</source>
        <translation>No hay ningún job elegido</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Elija uno en la lista.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>Se escribió %1.</translation>
    </message>
    <message>
        <source>The training daemon does not answer; this is what was seen last</source>
        <translation>El daemon de entrenamiento no responde; esto es lo último que se vio</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>This environment has no training daemon</source>
        <translation>Este entorno no tiene daemon de entrenamiento</translation>
    </message>
    <message>
        <source>Start aerie-training on the machine that shall train, and the control plane with --training and its address. If it runs already, name its address in the context (Settings, Contexts). The local simulation brings one along.</source>
        <translation>Inicie aerie-training en la máquina que deba entrenar, y el plano de control con --training y su dirección. Si ya se ejecuta, indique su dirección en el contexto (Ajustes, Contextos). La simulación local trae uno.</translation>
    </message>
    <message>
        <source>How to start it</source>
        <translation>Cómo iniciarlo</translation>
    </message>
    <message>
        <source>The training daemon does not answer</source>
        <translation>El daemon de entrenamiento no responde</translation>
    </message>
    <message>
        <source>%1
It is asked at %2.</source>
        <translation>%1
Se le consulta en %2.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Submit one: a cluster is made for it and goes away when the work is done.</source>
        <translation>Envíe uno: se crea un clúster para él, que desaparece al acabar el trabajo.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>There is no training daemon</source>
        <translation>No hay daemon de entrenamiento</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>Elija antes un job</translation>
    </message>
    <message>
        <source>Cancel job %1?</source>
        <translation>¿Cancelar el job %1?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running task(s) are ended; what they did so far is lost. Nothing is published.</source>
        <translation>
            <numerusform>Se termina %Ln tarea en ejecución; lo que ha hecho hasta ahora se pierde. No se publica nada.</numerusform>
            <numerusform>Se terminan %Ln tareas en ejecución; lo que han hecho hasta ahora se pierde. No se publica nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln task(s) left</source>
        <translation>
            <numerusform>%1, queda %Ln tarea</numerusform>
            <numerusform>%1, quedan %Ln tareas</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Cancelar job</translation>
    </message>
    <message numerus="yes">
        <source>Run %Ln task(s) again?</source>
        <translation>
            <numerusform>¿Ejecutar de nuevo %Ln tarea?</numerusform>
            <numerusform>¿Ejecutar de nuevo %Ln tareas?</numerusform>
        </translation>
    </message>
    <message>
        <source>They start anew with all their attempts; what succeeded stays as it is.</source>
        <translation>Empiezan de cero con todos sus intentos; lo que terminó con éxito queda como está.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Cancel task %1?</source>
        <translation>¿Cancelar la tarea %1?</translation>
    </message>
    <message>
        <source>The other tasks of the job go on. A cancelled task can be tried again.</source>
        <translation>Las demás tareas del job continúan. Una tarea cancelada se puede reintentar.</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Cancelar tarea</translation>
    </message>
    <message>
        <source>Delete cluster %1?</source>
        <translation>¿Eliminar el clúster %1?</translation>
    </message>
    <message>
        <source>Delete cluster</source>
        <translation>Eliminar clúster</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n host(s)</source>
        <translation>
            <numerusform>%1, %n host</numerusform>
            <numerusform>%1, %n hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Its hosts are given back now. History, logs and timeline stay.</source>
        <translation>Sus hosts se devuelven ahora. El historial, los logs y la cronología se conservan.</translation>
    </message>
    <message>
        <source>These jobs are cancelled with it. History, logs and timeline stay.</source>
        <translation>Estos jobs se cancelan con él. El historial, los logs y la cronología se conservan.</translation>
    </message>
    <message>
        <source>Cancel jobs and delete</source>
        <translation>Cancelar jobs y eliminar</translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrainingTasksView</name>
    <message>
        <source>State of the tasks that are shown</source>
        <translation>Estado de las tareas que se muestran</translation>
    </message>
    <message>
        <source>Which tasks are shown</source>
        <translation>Qué tareas se muestran</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Todos los estados</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Search tasks</source>
        <translation>Buscar tareas</translation>
    </message>
    <message>
        <source>No task is in this state</source>
        <translation>Ninguna tarea está en este estado</translation>
    </message>
    <message>
        <source>Other tasks of the job are.</source>
        <translation>Otras tareas del job no lo están.</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>Mostrar todas las tareas</translation>
    </message>
    <message>
        <source>Attempt whose log is shown</source>
        <translation>Intento cuyo log se muestra</translation>
    </message>
    <message>
        <source>Whose log is shown</source>
        <translation>De quién es el log que se muestra</translation>
    </message>
    <message>
        <source>Log of the job</source>
        <translation>Log del job</translation>
    </message>
    <message>
        <source>Latest attempt</source>
        <translation>Último intento</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Intento %1</translation>
    </message>
</context>
<context>
    <name>aerie::pages::VersionDetails</name>
    <message>
        <source>Parts of the version</source>
        <translation>Partes de la versión</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
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
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predet.</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>Pasos de preprocesado</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation>Grafo de features, pasos y entradas del modelo</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivada</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>Entrenado por</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation>Autoprueba</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) with expected outputs</source>
        <translation>
            <numerusform>%Ln fila con salidas esperadas</numerusform>
            <numerusform>%Ln filas con salidas esperadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
    <message>
        <source>Features (%1)</source>
        <translation>Features (%1)</translation>
    </message>
    <message>
        <source>Steps (%1)</source>
        <translation>Pasos (%1)</translation>
    </message>
</context>
<context>
    <name>aerie::pages::WhatIfPanel</name>
    <message>
        <source>What if</source>
        <translation>Hipótesis</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Escenario</translation>
    </message>
    <message>
        <source>A cluster and its work to begin with</source>
        <translation>Un clúster y su trabajo como punto de partida</translation>
    </message>
    <message>
        <source>Simulated on this machine: nothing runs, and no connection is needed.</source>
        <translation>Simulado en esta máquina: no se ejecuta nada ni hace falta conexión.</translation>
    </message>
    <message>
        <source>Progress of the calculation</source>
        <translation>Progreso del cálculo</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Calcular</translation>
    </message>
    <message>
        <source>Calculate the clusters</source>
        <translation>Calcular los clústeres</translation>
    </message>
    <message>
        <source>Simulate every combination (Enter in a field)</source>
        <translation>Simular todas las combinaciones (Intro en un campo)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the calculation</source>
        <translation>Cancelar el cálculo</translation>
    </message>
    <message>
        <source>Stop; the last answer stays</source>
        <translation>Detener; la última respuesta se conserva</translation>
    </message>
    <message>
        <source>Several values with spaces between them; every combination is a row</source>
        <translation>Varios valores separados por espacios; cada combinación es una fila</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>CPUs per task</source>
        <translation>CPU por tarea</translation>
    </message>
    <message>
        <source>A fixed number of tasks runs on each host here, whatever they ask for.</source>
        <translation>Aquí se ejecuta un número fijo de tareas en cada host, pidan lo que pidan.</translation>
    </message>
    <message>
        <source>Price per host hour</source>
        <translation>Precio por hora de host</translation>
    </message>
    <message>
        <source>Order of the tasks</source>
        <translation>Orden de las tareas</translation>
    </message>
    <message>
        <source>Tasks that are submitted together enter the queue in this order</source>
        <translation>Las tareas que se envían juntas entran en la cola en este orden</translation>
    </message>
    <message>
        <source>Runs of each combination</source>
        <translation>Ejecuciones de cada combinación</translation>
    </message>
    <message>
        <source>Each with other random numbers: more make the means surer and take longer</source>
        <translation>Cada una con otros números aleatorios: cuantas más, más seguras las medias y más tardan</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU usada</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Clústeres</translation>
    </message>
    <message>
        <source>Search clusters</source>
        <translation>Buscar clústeres</translation>
    </message>
    <message>
        <source>Nothing was calculated yet</source>
        <translation>Aún no se ha calculado nada</translation>
    </message>
    <message>
        <source>Choose what varies and calculate.</source>
        <translation>Elija qué varía y calcule.</translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation>Calculando</translation>
    </message>
    <message>
        <source>The values have changed. Calculate to see their answer.</source>
        <translation>Los valores han cambiado. Calcule para ver su respuesta.</translation>
    </message>
    <message>
        <source>by hosts</source>
        <translation>por hosts</translation>
    </message>
    <message>
        <source>by CPUs per task</source>
        <translation>por CPU por tarea</translation>
    </message>
</context>
<context>
    <name>aerie::presenters</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Actor</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Self-test rows</source>
        <translation>Filas de autoprueba</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation>Pasos de preprocesado</translation>
    </message>
    <message>
        <source>Model inputs</source>
        <translation>Entradas del modelo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation>Entrenado por</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>The control plane cannot be reached. Try again when it is connected.</source>
        <translation>No se puede llegar al plano de control. Inténtelo de nuevo cuando haya conexión.</translation>
    </message>
    <message>
        <source>No answer came in time, so the outcome is not known. Look at the current state before repeating it.</source>
        <translation>No llegó respuesta a tiempo, así que no se conoce el resultado. Mire el estado actual antes de repetirlo.</translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. The page shows the new state; try again.</source>
        <translation>Alguien lo cambió entretanto. La página muestra el nuevo estado; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>Su rol no lo permite. Consulte a un administrador.</translation>
    </message>
    <message>
        <source>Free some space or try again later.</source>
        <translation>Libere espacio o inténtelo más tarde.</translation>
    </message>
    <message>
        <source>This is a defect of Aerie. The control plane&apos;s log has the details.</source>
        <translation>Es un defecto de Aerie. El log del plano de control tiene los detalles.</translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation>Plano de control</translation>
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
        <translation>Simulación</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Crítico</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>default endpoint</source>
        <translation>endpoint predeterminado</translation>
    </message>
    <message>
        <source>on worker failure</source>
        <translation>si falla un worker</translation>
    </message>
    <message>
        <source>%1, splitting key</source>
        <translation>%1, clave de reparto</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1, brazo %2</translation>
    </message>
    <message>
        <source>shadow %1</source>
        <translation>sombra %1</translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation>muestra %1</translation>
    </message>
    <message>
        <source>order of experiments</source>
        <translation>orden de los experimentos</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Training daemon</source>
        <translation>Daemon de entrenamiento</translation>
    </message>
    <message>
        <source>Key %1 of column %2 falls into bucket %3 of experiment %4, which arm %5 owns; endpoint %6 serves that arm.</source>
        <translation>La clave %1 de la columna %2 cae en el bucket %3 del experimento %4, que pertenece al brazo %5; el endpoint %6 sirve ese brazo.</translation>
    </message>
    <message>
        <source>Bucket %1 of layer %2 is outside the share of experiment %3.</source>
        <translation>El bucket %1 de la capa %2 está fuera de la parte del experimento %3.</translation>
    </message>
    <message>
        <source>The item has no value in column %1, which splits the traffic of experiment %2.</source>
        <translation>El ítem no tiene valor en la columna %1, que reparte el tráfico del experimento %2.</translation>
    </message>
    <message>
        <source>No experiment is routed.</source>
        <translation>No hay ningún experimento enrutado.</translation>
    </message>
    <message>
        <source>The default endpoint %1 serves the item.</source>
        <translation>El endpoint predeterminado %1 sirve el ítem.</translation>
    </message>
    <message>
        <source>Bucket %1 of experiment %2 belongs to no arm: coverage is %3.</source>
        <translation>El bucket %1 del experimento %2 no pertenece a ningún brazo: la cobertura es %3.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::AuditPresenter</name>
    <message>
        <source>Chain broken at entry %1</source>
        <translation>Cadena rota en la entrada %1</translation>
    </message>
    <message>
        <source>Hash chain intact</source>
        <translation>Cadena de hashes intacta</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ComparePresenter</name>
    <message>
        <source>differs</source>
        <translation>difiere</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConfigPresenter</name>
    <message>
        <source>Nothing is edited yet</source>
        <translation>Aún no se ha editado nada</translation>
    </message>
    <message>
        <source>The configs are being checked</source>
        <translation>Se están comprobando las configuraciones</translation>
    </message>
    <message>
        <source>Solve the problems first</source>
        <translation>Resuelva antes los problemas</translation>
    </message>
    <message>
        <source>Version %1 exists; give another one, or none.</source>
        <translation>La versión %1 existe; indique otra o ninguna.</translation>
    </message>
    <message>
        <source>Choose the key that signs the bundle.</source>
        <translation>Elija la clave que firma el paquete.</translation>
    </message>
    <message>
        <source>There is no key file %1.</source>
        <translation>No hay ningún archivo de clave %1.</translation>
    </message>
    <message>
        <source>Choose where to write the bundle.</source>
        <translation>Elija dónde escribir el paquete.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>No hay ninguna carpeta %1.</translation>
    </message>
    <message>
        <source>The configs were not exported.</source>
        <translation>No se exportaron las configuraciones.</translation>
    </message>
    <message>
        <source>%1: %2. Choose another folder.</source>
        <translation>%1: %2. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>features.yaml and preprocessor.yaml written to %1.</source>
        <translation>features.yaml y preprocessor.yaml escritos en %1.</translation>
    </message>
    <message>
        <source>Build a bundle from %1</source>
        <translation>Crear un paquete a partir de %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>The bundle of &quot;%1&quot; was not downloaded.</source>
        <translation>No se descargó el paquete de &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>No bundle was built.</source>
        <translation>No se creó ningún paquete.</translation>
    </message>
    <message>
        <source>%1 written (%2), signed by %3.</source>
        <translation>%1 escrito (%2), firmado por %3.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConnectionPresenter</name>
    <message>
        <source>Connected %1</source>
        <translation>Conectado %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Reconectando</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Conexión perdida</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>%1, retry in %2 s</source>
        <extracomment>%1 is a state such as &quot;Connection lost&quot;, %2 a number of seconds</extracomment>
        <translation>%1, reintento en %2 s</translation>
    </message>
    <message>
        <source>Control plane: %1</source>
        <translation>Plano de control: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Motivo: %1</translation>
    </message>
    <message>
        <source>Workers and proxies keep serving meanwhile; this window tries again by itself.</source>
        <translation>Los workers y proxies siguen sirviendo entretanto; esta ventana vuelve a intentarlo por sí misma.</translation>
    </message>
    <message>
        <source>The connection to %1 is lost. What you see is from %2.</source>
        <translation>Se perdió la conexión con %1. Lo que se ve es de %2.</translation>
    </message>
    <message>
        <source>Not possible while the control plane is not connected</source>
        <translation>No es posible sin conexión con el plano de control</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Aún sin datos</translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation>Actualizado hace %1 s</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ContextsPresenter</name>
    <message>
        <source>Not running</source>
        <translation>No en marcha</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>Did not start</source>
        <translation>No se inició</translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation>Consultando %1...</translation>
    </message>
    <message>
        <source>Aerie %1, environment %2, answered in %3</source>
        <translation>Aerie %1, entorno %2, respondió en %3</translation>
    </message>
    <message>
        <source>%1 did not answer. %2</source>
        <translation>%1 no respondió. %2</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::DeploymentsPresenter</name>
    <message>
        <source>%1 sends nothing to it: %2</source>
        <translation>%1 no le envía nada: %2</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>El log ha terminado.</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>El log se detuvo: %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Give the endpoint a name.</source>
        <translation>Dé un nombre al endpoint.</translation>
    </message>
    <message>
        <source>An endpoint &quot;%1&quot; exists already.</source>
        <translation>Ya existe un endpoint &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Elija un modelo.</translation>
    </message>
    <message>
        <source>Choose a version or a stage.</source>
        <translation>Elija una versión o una etapa.</translation>
    </message>
    <message>
        <source>Replicas must be between 1 and %1.</source>
        <translation>Las réplicas deben estar entre 1 y %1.</translation>
    </message>
    <message>
        <source>CPUs must be between 0 and %1.</source>
        <translation>Las CPU deben estar entre 0 y %1.</translation>
    </message>
    <message>
        <source>At most %1 rows fit one request.</source>
        <translation>En una petición caben como máximo %1 filas.</translation>
    </message>
    <message>
        <source>The longest timeout is %1 ms.</source>
        <translation>El tiempo de espera máximo es %1 ms.</translation>
    </message>
    <message>
        <source>A second replica must be asked before the timeout of %1 ms.</source>
        <translation>A una segunda réplica hay que preguntarle antes del tiempo de espera de %1 ms.</translation>
    </message>
    <message>
        <source>one process each</source>
        <translation>un proceso cada una</translation>
    </message>
    <message>
        <source>a worker and its sidecar each</source>
        <translation>un worker y su sidecar cada una</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of %1 on %2, %3.</source>
        <translation>
            <numerusform>%n réplica de %1 en %2, %3.</numerusform>
            <numerusform>%n réplicas de %1 en %2, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>Together at most %1 of memory.</source>
        <translation>En total, como máximo %1 de memoria.</translation>
    </message>
    <message>
        <source>Each may use %1; one that uses more memory is ended and started anew.</source>
        <translation>Cada una puede usar %1; la que usa más memoria se termina y se inicia de nuevo.</translation>
    </message>
    <message>
        <source>A worker config %1: at most %2 rows and %3 ms for each request.</source>
        <translation>Una configuración de worker %1: como máximo %2 filas y %3 ms por petición.</translation>
    </message>
    <message>
        <source>Metrics and alert rules for %1.</source>
        <translation>Métricas y reglas de alerta para %1.</translation>
    </message>
    <message>
        <source>It follows %1: a promotion replaces its replicas without losing a request.</source>
        <translation>Sigue a %1: una promoción sustituye sus réplicas sin perder ninguna petición.</translation>
    </message>
    <message>
        <source>No traffic yet: routing decides that.</source>
        <translation>Aún sin tráfico: eso lo decide el enrutado.</translation>
    </message>
    <message>
        <source>Deploy %1 as %2</source>
        <translation>Desplegar %1 como %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deployed.</source>
        <translation>No se desplegó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 is being deployed as %2.</source>
        <translation>%1 se está desplegando como %2.</translation>
    </message>
    <message numerus="yes">
        <source>Scale %1 to %n replica(s)</source>
        <translation>
            <numerusform>Escalar %1 a %n réplica</numerusform>
            <numerusform>Escalar %1 a %n réplicas</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not scaled.</source>
        <translation>No se escaló &quot;%1&quot;.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is scaling to %n replica(s).</source>
        <translation>
            <numerusform>%1 se está escalando a %n réplica.</numerusform>
            <numerusform>%1 se está escalando a %n réplicas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>Reiniciar %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation>No se reinició &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 is restarting, replica by replica.</source>
        <translation>%1 se está reiniciando, réplica a réplica.</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>Revertir %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not rolled back.</source>
        <translation>No se revirtió &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 is rolling back.</source>
        <translation>%1 se está revirtiendo.</translation>
    </message>
    <message>
        <source>%1 is rolling back to version %2.</source>
        <translation>%1 se está revirtiendo a la versión %2.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deleted.</source>
        <translation>No se eliminó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 is draining and will be gone.</source>
        <translation>%1 se está drenando y desaparecerá.</translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation>%1, brazo %2</translation>
    </message>
    <message>
        <source>Version %1, serves until the rollout is done</source>
        <translation>Versión %1, sirve hasta que termine el rollout</translation>
    </message>
    <message>
        <source>Version %1, served before</source>
        <translation>Versión %1, sirvió antes</translation>
    </message>
    <message>
        <source>Version %1, never served here</source>
        <translation>Versión %1, nunca ha servido aquí</translation>
    </message>
    <message>
        <source>No worker runs with less than %1. Give more, or 0 for no limit.</source>
        <translation>Ningún worker funciona con menos de %1. Indique más, o 0 para no tener límite.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::EndpointUsers</name>
    <message>
        <source>use case %1 (its default endpoint)</source>
        <translation>caso de uso %1 (su endpoint predeterminado)</translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation>experimento %1</translation>
    </message>
    <message>
        <source>use case %1 (shadow traffic)</source>
        <translation>caso de uso %1 (tráfico sombra)</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ExperimentsPresenter</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation>Dé un nombre al experimento.</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>Use hasta 128 letras sin acentos, dígitos, &quot;_&quot;, &quot;-&quot; y &quot;.&quot;, empezando por una letra o un dígito.</translation>
    </message>
    <message>
        <source>This name is taken. Names are not used again, so that history stays readable.</source>
        <translation>Este nombre ya está en uso. Los nombres no se reutilizan, para que el historial siga siendo legible.</translation>
    </message>
    <message>
        <source>Take more than 0 % and at most 100 % of the layer.</source>
        <translation>Tome más del 0 % y como máximo el 100 % de la capa.</translation>
    </message>
    <message>
        <source>Only %1 of this layer is free. Take less, stop another experiment or use another layer.</source>
        <translation>Solo %1 de esta capa está libre. Tome menos, detenga otro experimento o use otra capa.</translation>
    </message>
    <message>
        <source>Coverage is between 0 and 100 %.</source>
        <translation>La cobertura está entre 0 y 100 %.</translation>
    </message>
    <message>
        <source>An experiment compares at least two arms.</source>
        <translation>Un experimento compara al menos dos brazos.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n arm(s).</source>
        <translation>
            <numerusform>Como máximo %n brazo.</numerusform>
            <numerusform>Como máximo %n brazos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name every arm.</source>
        <translation>Dé un nombre a cada brazo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an arm: use letters without accents, digits and &quot;_&quot;.</source>
        <translation>&quot;%1&quot; no es un nombre de brazo: use letras sin acentos, dígitos y &quot;_&quot;.</translation>
    </message>
    <message>
        <source>Two arms are called &quot;%1&quot;.</source>
        <translation>Dos brazos se llaman &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>The weights add up to %1, not to 100 %.</source>
        <translation>Los pesos suman %1, no 100 %.</translation>
    </message>
    <message>
        <source>%1 is created and runs.</source>
        <translation>%1 se ha creado y está en marcha.</translation>
    </message>
    <message>
        <source>%1 is created as a draft.</source>
        <translation>%1 se ha creado como borrador.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not created.</source>
        <translation>No se creó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>Elija un experimento</translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation>Hay un cambio en curso</translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation>Ya está en marcha</translation>
    </message>
    <message>
        <source>Stopped experiments do not start again; create a new one</source>
        <translation>Los experimentos detenidos no vuelven a iniciarse; cree uno nuevo</translation>
    </message>
    <message>
        <source>It is stopped already</source>
        <translation>Ya está detenido</translation>
    </message>
    <message>
        <source>A stopped experiment cannot be changed</source>
        <translation>Un experimento detenido no se puede cambiar</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <extracomment>%1 is a number such as &quot;5.6k&quot;</extracomment>
        <translation>%1 ítems/s</translation>
    </message>
    <message>
        <source>No routing config names this experiment yet, so no traffic changes until one does.</source>
        <translation>Ninguna configuración de enrutado nombra aún este experimento, así que el tráfico no cambia hasta que una lo haga.</translation>
    </message>
    <message>
        <source>%1 of the keys of %2 that go to %3 now are split between %4 within a second.</source>
        <translation>%1 de las claves de %2 que ahora van a %3 se reparte entre %4 en un segundo.</translation>
    </message>
    <message>
        <source>It does not start again, and its share of layer %1 becomes free.</source>
        <translation>No vuelve a iniciarse, y su cuota de la capa %1 queda libre.</translation>
    </message>
    <message>
        <source>No traffic goes through it now.</source>
        <translation>Ahora no pasa tráfico por él.</translation>
    </message>
    <message>
        <source>About %1 that its arms share now go to %2 within a second.</source>
        <translation>Cerca de %1 que comparten sus brazos va ahora a %2 en un segundo.</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 está en marcha.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation>No se inició &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 is stopped.</source>
        <translation>%1 está detenido.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not stopped.</source>
        <translation>No se detuvo &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Split as intended</source>
        <translation>Reparto según lo previsto</translation>
    </message>
    <message>
        <source>Split is suspect</source>
        <translation>Reparto sospechoso</translation>
    </message>
    <message>
        <source>Split is not as intended</source>
        <translation>Reparto distinto de lo previsto</translation>
    </message>
    <message>
        <source>Too few keys to check the split</source>
        <translation>Muy pocas claves para comprobar el reparto</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>inferior a %1</translation>
    </message>
    <message>
        <source>chi-squared %1, p %2, %3 keys</source>
        <translation>chi cuadrado %1, p %2, %3 claves</translation>
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
        <translation>%1, todas las réplicas</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>Daemons</translation>
    </message>
    <message>
        <source>This replica is gone; its last lines stay here.</source>
        <translation>Esta réplica ya no existe; sus últimas líneas permanecen aquí.</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>El log ha terminado.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 no se puede leer: %2</translation>
    </message>
    <message>
        <source>%1, only its sidecar</source>
        <translation>%1, solo su sidecar</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en directo</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::MonitoringPresenter</name>
    <message>
        <source>Items per second</source>
        <translation>Ítems por segundo</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latencia</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>Ítems fallidos</translation>
    </message>
    <message>
        <source>Batch fill</source>
        <translation>Llenado de lotes</translation>
    </message>
    <message>
        <source>Feature store latency</source>
        <translation>Latencia del feature store</translation>
    </message>
    <message>
        <source>Feature cache hits</source>
        <translation>Aciertos de caché de features</translation>
    </message>
    <message>
        <source>CPU, of one core</source>
        <translation>CPU, de un núcleo</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>The charts are not up to date.</source>
        <translation>Los gráficos no están al día.</translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation>Todos los endpoints</translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation>ningún experimento</translation>
    </message>
    <message>
        <source>%1 items/s</source>
        <translation>%1 ítems/s</translation>
    </message>
    <message>
        <source>%1 items/s, p99 up to %2</source>
        <extracomment>%1 such as 12.4k, %2 such as 4.4 ms</extracomment>
        <translation>%1 ítems/s, p99 hasta %2</translation>
    </message>
    <message>
        <source>Workers know no use case: choose one line per endpoint</source>
        <translation>Los workers no conocen casos de uso: elija una línea por endpoint</translation>
    </message>
    <message>
        <source>No worker keeps a feature cache: features are read from the store</source>
        <translation>Ningún worker tiene caché de features: las features se leen del store</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::OverviewPresenter</name>
    <message>
        <source>%1 at step %2: %3</source>
        <translation>%1 en el paso %2: %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 replicas</source>
        <translation>%1, %2 de %3 réplicas</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>rechazó la config. #%1: %2</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Proxies</translation>
    </message>
    <message>
        <source>none is connected, so nothing is served. Start aerie-proxy</source>
        <translation>ninguno está conectado, así que no se sirve nada. Inicie aerie-proxy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0,1 %</translation>
    </message>
    <message>
        <source>of all items</source>
        <translation>de todos los ítems</translation>
    </message>
    <message>
        <source>all ready</source>
        <translation>todos listos</translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n no listo</numerusform>
            <numerusform>%n no listos</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>en calma</translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation>
            <numerusform>%n crítica</numerusform>
            <numerusform>%n críticas</numerusform>
        </translation>
    </message>
    <message>
        <source>no critical one</source>
        <translation>ninguna crítica</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n asunto que revisar</numerusform>
            <numerusform>%n asuntos que revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is routed yet</source>
        <translation>Aún no hay nada enrutado</translation>
    </message>
    <message>
        <source>All is ready; no traffic flows</source>
        <translation>Todo está listo; no circula tráfico</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Todo va bien</translation>
    </message>
    <message>
        <source>%1 items/s over %2, %3 of them failed</source>
        <translation>%1 ítems/s en %2, %3 de ellos fallidos</translation>
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
        <translation>%1 ítems/s en %2, ninguno fallido</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistrationPresenter</name>
    <message>
        <source>%1 is registered already with other content, and a version never changes. Give the bundle another version and pack it again.</source>
        <translation>%1 ya está registrado con otro contenido, y una versión nunca cambia. Dé otra versión al paquete y vuelva a empaquetarlo.</translation>
    </message>
    <message>
        <source>The first version of a new model.</source>
        <translation>La primera versión de un modelo nuevo.</translation>
    </message>
    <message>
        <source>The same content is registered as %1; nothing will change.</source>
        <translation>El mismo contenido está registrado como %1; no cambiará nada.</translation>
    </message>
    <message>
        <source>No version of this model was signed with this key so far. The registry accepts trusted keys only.</source>
        <translation>Hasta ahora no se ha firmado con esta clave ninguna versión de este modelo. El registro solo acepta claves de confianza.</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>Registrar %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>%1 está registrado.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistryPresenter</name>
    <message>
        <source>The configs of &quot;%1@%2&quot; were not loaded.</source>
        <translation>No se cargaron las configuraciones de &quot;%1@%2&quot;.</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firma</translation>
    </message>
    <message numerus="yes">
        <source>verified; the key also signed %n other version(s)</source>
        <translation>
            <numerusform>verificado; la clave también firmó %n versión más</numerusform>
            <numerusform>verificado; la clave también firmó %n versiones más</numerusform>
        </translation>
    </message>
    <message>
        <source>verified; the only version of this model with this key</source>
        <translation>verificado; la única versión de este modelo con esta clave</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificado</translation>
    </message>
    <message>
        <source>Promote %1 to %2</source>
        <translation>Promover %1 a %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not promoted to %2.</source>
        <translation>No se promovió &quot;%1&quot; a %2.</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 es ahora %2.</translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation>Archivar %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restaurar %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not archived.</source>
        <translation>No se archivó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restored.</source>
        <translation>No se restauró &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 is archived.</source>
        <translation>%1 está archivada.</translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation>%1 está restaurada.</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>Descargar %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not downloaded.</source>
        <translation>No se descargó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 escrito en %2.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RoutingPresenter</name>
    <message>
        <source>Proxy %1 refused the newest config: %2</source>
        <translation>El proxy %1 rechazó la configuración más reciente: %2</translation>
    </message>
    <message>
        <source>Config #%1</source>
        <translation>Config. #%1</translation>
    </message>
    <message>
        <source>%1; no proxy is connected</source>
        <translation>%1; ningún proxy está conectado</translation>
    </message>
    <message numerus="yes">
        <source>%1 runs on %n proxy instance(s)</source>
        <extracomment>%1 is &quot;Config #14&quot;</extracomment>
        <translation>
            <numerusform>%1 está en vigor en %n instancia de proxy</numerusform>
            <numerusform>%1 está en vigor en %n instancias de proxy</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation>Volver a la revisión %1</translation>
    </message>
    <message>
        <source>This use case has no experiment</source>
        <translation>Este caso de uso no tiene experimentos</translation>
    </message>
    <message>
        <source>One %1 per line</source>
        <translation>Un valor de %1 por línea</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) are shown.</source>
        <translation>
            <numerusform>Solo se muestra la primera %Ln clave.</numerusform>
            <numerusform>Solo se muestran las primeras %Ln claves.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no endpoint yet: deploy a model first.</source>
        <translation>Aún no hay ningún endpoint: despliegue antes un modelo.</translation>
    </message>
    <message>
        <source>Give the use case a name.</source>
        <translation>Dé un nombre al caso de uso.</translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation>Use hasta 128 letras sin acentos, dígitos, &quot;_&quot;, &quot;-&quot; y &quot;.&quot;, empezando por una letra o un dígito.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is routed already; change its config instead.</source>
        <translation>&quot;%1&quot; ya está enrutado; cambie su configuración.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint that is deployed.</source>
        <translation>&quot;%1&quot; no es un endpoint desplegado.</translation>
    </message>
    <message>
        <source>%1 is routed to %2.</source>
        <translation>%1 está enrutado a %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not routed.</source>
        <translation>No se enrutó &quot;%1&quot;.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SimulationPresenter</name>
    <message>
        <source>Kill a worker</source>
        <translation>Matar un worker</translation>
    </message>
    <message>
        <source>Restart the proxy</source>
        <translation>Reiniciar el proxy</translation>
    </message>
    <message>
        <source>Pause a model server</source>
        <translation>Pausar un servidor</translation>
    </message>
    <message>
        <source>Slow a model server</source>
        <translation>Ralentizar un servidor</translation>
    </message>
    <message>
        <source>Cut the control plane</source>
        <translation>Cortar plano de control</translation>
    </message>
    <message>
        <source>Feature store down</source>
        <translation>Feature store caído</translation>
    </message>
    <message>
        <source>Feature drift</source>
        <translation>Deriva de features</translation>
    </message>
    <message>
        <source>Malformed requests</source>
        <translation>Peticiones mal formadas</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>The same rate all the time.</source>
        <translation>La misma tasa todo el tiempo.</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Día y noche</translation>
    </message>
    <message>
        <source>The rate follows the hour of the world: busy by day, a fifth of it by night.</source>
        <translation>La tasa sigue la hora del mundo: alta de día, una quinta parte de noche.</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Ráfagas</translation>
    </message>
    <message>
        <source>Four times the rate for ten seconds of every minute.</source>
        <translation>Cuatro veces la tasa durante diez segundos de cada minuto.</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>Un mal día</translation>
    </message>
    <message>
        <source>A steady rate, and one fault after another strikes by itself.</source>
        <translation>Una tasa constante, y un fallo tras otro ocurre por sí solo.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The simulation closed the connection.</source>
        <translation>La simulación cerró la conexión.</translation>
    </message>
    <message>
        <source>Traffic was not started.</source>
        <translation>No se inició el tráfico.</translation>
    </message>
    <message>
        <source>Traffic was not stopped.</source>
        <translation>No se detuvo el tráfico.</translation>
    </message>
    <message>
        <source>The rate was not changed.</source>
        <translation>No se cambió la tasa.</translation>
    </message>
    <message>
        <source>The speed was not changed.</source>
        <translation>No se cambió la velocidad.</translation>
    </message>
    <message>
        <source>The scenario was not changed.</source>
        <translation>No se cambió el escenario.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not strike.</source>
        <translation>No se provocó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not undone.</source>
        <translation>No se deshizo &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>One worker of the candidate is killed. Its neighbour takes the load until a new one serves.</source>
        <translation>Se mata un worker del candidato. Su vecino toma la carga hasta que sirve uno nuevo.</translation>
    </message>
    <message>
        <source>It stops and starts again. Requests in between fail; it serves from its last good config.</source>
        <translation>Se detiene y vuelve a iniciarse. Entretanto fallan peticiones; sirve con su última configuración válida.</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s stands still. Its worker leaves the rotation; calls go elsewhere.</source>
        <translation>Uno del candidato se queda parado. Su worker sale de la rotación; las llamadas van a otros.</translation>
    </message>
    <message>
        <source>One of the candidate&apos;s gets a third of its time. Latency rises; nothing fails.</source>
        <translation>Uno del candidato recibe un tercio de su tiempo. La latencia sube; nada falla.</translation>
    </message>
    <message>
        <source>It is killed. Traffic goes on; this window is not connected until it is back.</source>
        <translation>Se mata. El tráfico continúa; esta ventana queda sin conexión hasta que vuelve.</translation>
    </message>
    <message>
        <source>Reads of stored features fail. Workers use what they remember for a minute, then defaults.</source>
        <translation>Fallan las lecturas de features guardadas. Los workers usan lo que recuerdan durante un minuto; luego, valores predeterminados.</translation>
    </message>
    <message>
        <source>Stored late rates are turned around. Version 2 uses them and gets worse within a minute.</source>
        <translation>Se invierten las tasas de retraso guardadas. La versión 2 las usa y empeora en un minuto.</translation>
    </message>
    <message>
        <source>Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.</source>
        <translation>Tipos erróneos, columnas ausentes, un millón de filas entre las buenas. Cada una recibe una respuesta clara.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::StagedChanges</name>
    <message>
        <source>Routing of %1</source>
        <translation>Enrutado de %1</translation>
    </message>
    <message>
        <source>Split of %1</source>
        <translation>Reparto de %1</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>cobertura</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before it were applied.</source>
        <translation>
            <numerusform>%n cambio anterior se aplicó.</numerusform>
            <numerusform>%n cambios anteriores se aplicaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not changed; it stays staged.</source>
        <translation>%1 no se cambió; sigue preparado.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) moved.</source>
        <translation>
            <numerusform>%Ln bucket movido.</numerusform>
            <numerusform>%Ln buckets movidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation>%1 está aplicado.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are applied.</source>
        <translation>
            <numerusform>%n cambio está aplicado.</numerusform>
            <numerusform>%n cambios están aplicados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was applied.</source>
        <translation>No se aplicó nada.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SubmissionPresenter</name>
    <message>
        <source>%1 was not opened.</source>
        <translation>No se abrió %1.</translation>
    </message>
    <message>
        <source>It has %1; a job file has at most %2. Choose the job&apos;s YAML file.</source>
        <translation>Tiene %1; un archivo de job tiene como máximo %2. Elija el archivo YAML del job.</translation>
    </message>
    <message>
        <source>%1: %2. Choose a file that can be read.</source>
        <translation>%1: %2. Elija un archivo que se pueda leer.</translation>
    </message>
    <message>
        <source>The file of job %1 could not be read.</source>
        <translation>No se pudo leer el archivo del job %1.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message numerus="yes">
        <source>%n have run before</source>
        <translation>
            <numerusform>%n ya se ejecutó antes</numerusform>
            <numerusform>%n ya se ejecutaron antes</numerusform>
        </translation>
    </message>
    <message>
        <source>none has run before</source>
        <translation>ninguna se ejecutó antes</translation>
    </message>
    <message>
        <source>as many as the CPUs take</source>
        <translation>tantas como admiten las CPU</translation>
    </message>
    <message>
        <source>as many as the memory takes</source>
        <translation>tantas como admite la memoria</translation>
    </message>
    <message>
        <source>the job&apos;s own limit</source>
        <translation>el límite del propio job</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>A la vez</translation>
    </message>
    <message>
        <source>Each asks for</source>
        <translation>Cada una pide</translation>
    </message>
    <message>
        <source>no limit of memory</source>
        <translation>sin límite de memoria</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>The file is being read</source>
        <translation>Se está leyendo el archivo</translation>
    </message>
    <message>
        <source>It is being submitted</source>
        <translation>Se está enviando</translation>
    </message>
    <message>
        <source>The file is being checked</source>
        <translation>Se está comprobando el archivo</translation>
    </message>
    <message>
        <source>Solve the problem first</source>
        <translation>Resuelva antes el problema</translation>
    </message>
    <message>
        <source>The daemon is planning</source>
        <translation>El daemon está planificando</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>Aún no hay plan</translation>
    </message>
    <message>
        <source>Submit %1</source>
        <translation>Enviar %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>%1 was not submitted.</source>
        <translation>No se envió %1.</translation>
    </message>
    <message>
        <source>Job %1 of %2 was submitted.</source>
        <translation>Se envió el job %1 de %2.</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Directorio de trabajo</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), packed and sent when you submit</source>
        <translation>
            <numerusform>%n archivo, se empaqueta y se envía con el trabajo</numerusform>
            <numerusform>%n archivos, se empaquetan y se envían con el trabajo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::T</name>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TopologyBuilder</name>
    <message>
        <source>no traffic</source>
        <translation>sin tráfico</translation>
    </message>
    <message>
        <source>%1, p99 %2</source>
        <translation>%1, p99 %2</translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation>rechazó la config. #%1: %2</translation>
    </message>
    <message>
        <source>%1 of the items fail</source>
        <translation>%1 de los ítems falla</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%1 de %2 listos</translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation>Feature store</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 peticiones/s</translation>
    </message>
    <message>
        <source>%1, %2 cached</source>
        <translation>%1, %2 en caché</translation>
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
            <numerusform>%1, %2, %Ln tarea</numerusform>
            <numerusform>%1, %2, %Ln tareas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingJobPresenter</name>
    <message>
        <source>It has not started yet.</source>
        <translation>Aún no ha empezado.</translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation>El log ha terminado.</translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation>El log se detuvo: %1</translation>
    </message>
    <message>
        <source>... lines before this are left out ...</source>
        <translation>... se omiten las líneas anteriores ...</translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>El daemon de entrenamiento cerró la conexión.</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>intento %1</translation>
    </message>
    <message>
        <source>Select a task first</source>
        <translation>Elija antes una tarea</translation>
    </message>
    <message>
        <source>The task is over</source>
        <translation>La tarea ha terminado</translation>
    </message>
    <message>
        <source>Only tasks that failed or were cancelled can be tried again</source>
        <translation>Solo se pueden reintentar las tareas fallidas o canceladas</translation>
    </message>
    <message>
        <source>attempt %1 on %2</source>
        <translation>intento %1 en %2</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>empezó %1</translation>
    </message>
    <message>
        <source>runs for %1</source>
        <translation>en ejecución desde hace %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>duró %1</translation>
    </message>
    <message>
        <source>last run %1</source>
        <translation>última ejecución %1</translation>
    </message>
    <message>
        <source>asks for %1</source>
        <translation>pide %1</translation>
    </message>
    <message>
        <source>asks for %1 and %2</source>
        <translation>pide %1 y %2</translation>
    </message>
    <message>
        <source>used %1 and %2</source>
        <extracomment>what a task used: CPUs, then memory</extracomment>
        <translation>usó %1 y %2</translation>
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
            <numerusform>%Ln fallida</numerusform>
            <numerusform>%Ln fallidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run</source>
        <comment>tasks</comment>
        <translation>
            <numerusform>%Ln en ejecución</numerusform>
            <numerusform>%Ln en ejecución</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/min</source>
        <extracomment>tasks per minute</extracomment>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>pronto</translation>
    </message>
    <message>
        <source>later than expected</source>
        <translation>más tarde de lo previsto</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sin precio</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en directo</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingPresenter</name>
    <message numerus="yes">
        <source>%n job(s), none runs</source>
        <translation>
            <numerusform>%n job, ninguno en ejecución</numerusform>
            <numerusform>%n jobs, ninguno en ejecución</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running, %1 of %2 tasks done</source>
        <translation>
            <numerusform>%n job en ejecución, %1 de %2 tareas hechas</numerusform>
            <numerusform>%n jobs en ejecución, %1 de %2 tareas hechas</numerusform>
        </translation>
    </message>
    <message>
        <source>The training daemon closed the connection.</source>
        <translation>El daemon de entrenamiento cerró la conexión.</translation>
    </message>
    <message>
        <source>Select a job first</source>
        <translation>Elija antes un job</translation>
    </message>
    <message>
        <source>The job is over</source>
        <translation>El job ha terminado</translation>
    </message>
    <message>
        <source>It is being cancelled already</source>
        <translation>Ya se está cancelando</translation>
    </message>
    <message>
        <source>No task failed or was cancelled</source>
        <translation>Ninguna tarea falló ni se canceló</translation>
    </message>
    <message>
        <source>Wait until it is cancelled</source>
        <translation>Espere a que se cancele</translation>
    </message>
    <message>
        <source>Select a cluster first</source>
        <translation>Elija antes un clúster</translation>
    </message>
    <message>
        <source>The cluster is gone; its history stays</source>
        <translation>El clúster ha terminado; su historial se conserva</translation>
    </message>
    <message>
        <source>It is being stopped already</source>
        <translation>Ya se está deteniendo</translation>
    </message>
    <message numerus="yes">
        <source>job %1 of %2, %Ln task(s) left</source>
        <translation>
            <numerusform>job %1 de %2, queda %Ln tarea</numerusform>
            <numerusform>job %1 de %2, quedan %Ln tareas</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel job %1</source>
        <translation>Cancelar el job %1</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln task(s) of %1</source>
        <translation>
            <numerusform>Cancelar %Ln tarea de %1</numerusform>
            <numerusform>Cancelar %Ln tareas de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Job %1 was not cancelled.</source>
        <translation>No se canceló el job %1.</translation>
    </message>
    <message>
        <source>Job %1 is being cancelled.</source>
        <translation>El job %1 se está cancelando.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 are being cancelled.</source>
        <translation>
            <numerusform>Se está cancelando %Ln tarea del job %1.</numerusform>
            <numerusform>Se están cancelando %Ln tareas del job %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry job %1</source>
        <translation>Reintentar el job %1</translation>
    </message>
    <message>
        <source>Job %1 was not tried again.</source>
        <translation>No se reintentó el job %1.</translation>
    </message>
    <message>
        <source>The results of job %1 are published again.</source>
        <translation>Los resultados del job %1 se publican de nuevo.</translation>
    </message>
    <message>
        <source>All failed tasks of job %1 run again.</source>
        <translation>Todas las tareas fallidas del job %1 se ejecutan de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) of job %1 run again.</source>
        <translation>
            <numerusform>%Ln tarea del job %1 se ejecuta de nuevo.</numerusform>
            <numerusform>%Ln tareas del job %1 se ejecutan de nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete cluster %1</source>
        <translation>Eliminar el clúster %1</translation>
    </message>
    <message>
        <source>Cluster %1 was not deleted.</source>
        <translation>No se eliminó el clúster %1.</translation>
    </message>
    <message>
        <source>Cluster %1 is being stopped.</source>
        <translation>El clúster %1 se está deteniendo.</translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TrainingRoom</name>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>mean %1 %</source>
        <translation>media %1 %</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>pico %1</translation>
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
            <numerusform>%Ln en ejecución</numerusform>
            <numerusform>%Ln en ejecución</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::WhatIfPresenter</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>price %1</source>
        <translation>precio %1</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>One shared queue with a task on each host, against a cluster made for the job, with slots of the CPUs that a task needs: 1,500 tasks on the same ten hosts.</source>
        <translation>Una cola compartida con una tarea por host, frente a un clúster creado para el job con slots de las CPU que necesita una tarea: 1500 tareas en los mismos diez hosts.</translation>
    </message>
    <message>
        <source>Right-sized cluster</source>
        <translation>Clúster a medida</translation>
    </message>
    <message>
        <source>A cluster for this job alone, 2 CPUs for each task, the longest tasks first.</source>
        <translation>Un clúster solo para este job, 2 CPU por tarea, las tareas más largas primero.</translation>
    </message>
    <message>
        <source>Shared queue</source>
        <translation>Cola compartida</translation>
    </message>
    <message>
        <source>One shared queue, one task at a time on each host, behind a backlog of other applications.</source>
        <translation>Una cola compartida, una tarea a la vez en cada host, tras el trabajo atrasado de otras aplicaciones.</translation>
    </message>
    <message>
        <source>A quiet day</source>
        <translation>Un día tranquilo</translation>
    </message>
    <message>
        <source>A quiet day of the shared queue, whose hosts are paid around the clock.</source>
        <translation>Un día tranquilo de la cola compartida, cuyos hosts se pagan las 24 horas.</translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation>Un mal día</translation>
    </message>
    <message>
        <source>Right-sized, with slow starts, lost hosts, failing attempts and tasks that outgrow their memory.</source>
        <translation>A medida, con inicios lentos, hosts perdidos, intentos fallidos y tareas que superan su memoria.</translation>
    </message>
    <message>
        <source>Whole numbers from %1 to %2 with spaces between them.</source>
        <translation>Números enteros de %1 a %2 separados por espacios.</translation>
    </message>
    <message>
        <source>Numbers from %1 to %2 with spaces between them.</source>
        <translation>Números de %1 a %2 separados por espacios.</translation>
    </message>
    <message>
        <source>Choose at least one order.</source>
        <translation>Elija al menos un orden.</translation>
    </message>
    <message>
        <source>The clusters were not calculated.</source>
        <translation>No se calcularon los clústeres.</translation>
    </message>
    <message>
        <source>Fastest: %1 in %2. Cheapest: %3 for %4.</source>
        <translation>Más rápido: %1 en %2. Más barato: %3 por %4.</translation>
    </message>
    <message>
        <source>Before: shared queue</source>
        <translation>Antes: cola compartida</translation>
    </message>
    <message>
        <source>After: right-sized</source>
        <translation>Después: a medida</translation>
    </message>
    <message>
        <source>The same tasks on the same hosts take %1 instead of %2, at %3 of the CPUs instead of %4.</source>
        <translation>Las mismas tareas en los mismos hosts tardan %1 en lugar de %2, con el %3 de las CPU en lugar del %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s), %1 for each task, %2</source>
        <extracomment>a cluster: hosts, CPUs per task, order of the tasks</extracomment>
        <translation>
            <numerusform>%n host, %1 por tarea, %2</numerusform>
            <numerusform>%n hosts, %1 por tarea, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::rpc</name>
    <message>
        <source>Give the context a name.</source>
        <translation>Dé un nombre al contexto.</translation>
    </message>
    <message>
        <source>Give the address of its control plane: host:port or unix:/path.</source>
        <translation>Indique la dirección de su plano de control: host:port o unix:/path.</translation>
    </message>
    <message>
        <source>The address needs a port from 1 to 65535: host:port, for example ml.example.org:7700.</source>
        <translation>La dirección necesita un puerto de 1 a 65535: host:port, por ejemplo ml.example.org:7700.</translation>
    </message>
    <message>
        <source>A certificate and its key belong together: give both, or neither.</source>
        <translation>Un certificado y su clave van juntos: indique ambos o ninguno.</translation>
    </message>
    <message>
        <source>Other machines are reached through TLS only: give the file of the authority (CA) that signed the control plane&apos;s certificate.</source>
        <translation>A otras máquinas se llega solo por TLS: indique el archivo de la autoridad (CA) que firmó el certificado del plano de control.</translation>
    </message>
    <message>
        <source>The training daemon&apos;s address needs a port from 1 to 65535, or leave it empty.</source>
        <translation>La dirección del daemon de entrenamiento necesita un puerto de 1 a 65535; si no, déjela vacía.</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::Connection</name>
    <message>
        <source>The control plane closed the connection.</source>
        <translation>El plano de control cerró la conexión.</translation>
    </message>
    <message>
        <source>The control plane stopped answering: %1</source>
        <translation>El plano de control dejó de responder: %1</translation>
    </message>
</context>
<context>
    <name>aerie::rpc::SimulationHost</name>
    <message>
        <source>%1 is missing. Install Aerie whole, or build it with packaging/build.</source>
        <translation>Falta %1. Instale Aerie completo o compílelo con packaging/build.</translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the rights of the folder above it, or set AERIE_HOME.</source>
        <translation>No se puede crear %1. Compruebe los permisos de la carpeta superior o defina AERIE_HOME.</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>No se pudo iniciar %1: %2</translation>
    </message>
    <message>
        <source>The simulation was ended from outside or crashed.</source>
        <translation>La simulación se terminó desde fuera o se bloqueó.</translation>
    </message>
    <message>
        <source>The simulation ended with code %1.</source>
        <translation>La simulación terminó con el código %1.</translation>
    </message>
    <message>
        <source>The simulation that ran here was ended by somebody else.</source>
        <translation>La simulación que se ejecutaba aquí la terminó otra persona.</translation>
    </message>
</context>
<context>
    <name>aerie::shell</name>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>version, %1</source>
        <translation>versión, %1</translation>
    </message>
    <message>
        <source>deployment, %1</source>
        <extracomment>%1 is a state such as &quot;Ready&quot;</extracomment>
        <translation>despliegue, %1</translation>
    </message>
    <message>
        <source>use case</source>
        <translation>caso de uso</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>experimento</translation>
    </message>
    <message>
        <source>training job, %1, %2</source>
        <extracomment>a state such as &quot;Running&quot;, and when it was submitted</extracomment>
        <translation>job de entrenamiento, %1, %2</translation>
    </message>
    <message>
        <source>training cluster, %1</source>
        <translation>clúster de entrenamiento, %1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AboutDialog</name>
    <message>
        <source>About Aerie</source>
        <translation>Acerca de Aerie</translation>
    </message>
    <message>
        <source>Aerie %1</source>
        <translation>Aerie %1</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Copiar versiones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Libraries, their versions and licences</source>
        <translation>Bibliotecas, sus versiones y licencias</translation>
    </message>
    <message>
        <source>Aerie&apos;s own source is under the Apache License 2.0. Qt Charts exists under GPL-3.0 only, so this program, linked with it, is distributed under GPL-3.0. The daemons and aeriectl use no Qt; the libraries that only they use are listed here, too.</source>
        <translation>El código propio de Aerie está bajo la licencia Apache 2.0. Qt Charts existe solo bajo GPL-3.0, por lo que este programa, enlazado con él, se distribuye bajo GPL-3.0. Los daemons y aeriectl no usan Qt; las bibliotecas que solo ellos usan también figuran aquí.</translation>
    </message>
    <message>
        <source>Desktop control plane for machine-learning serving and training</source>
        <translation>Plano de control de escritorio para servir y entrenar machine learning</translation>
    </message>
</context>
<context>
    <name>aerie::shell::AppMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Application</name>
    <message>
        <source>&quot;%1&quot; cannot be opened</source>
        <translation>&quot;%1&quot; no se puede abrir</translation>
    </message>
</context>
<context>
    <name>aerie::shell::CommandPalette</name>
    <message>
        <source>Search or run a command; &gt; for commands, @ for things</source>
        <translation>Buscar o ejecutar un comando; &gt; para comandos, @ para objetos</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Commands and things</source>
        <translation>Comandos y objetos</translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot;</source>
        <translation>Nada se llama &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Deployments</name>
    <message>
        <source>Deploy?</source>
        <translation>¿Desplegar?</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Change the number of replicas to %1?</source>
        <translation>¿Cambiar el número de réplicas a %1?</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escalar</translation>
    </message>
    <message>
        <source>Restart all replicas?</source>
        <translation>¿Reiniciar todas las réplicas?</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Roll back?</source>
        <translation>¿Revertir?</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Delete the deployment?</source>
        <translation>¿Eliminar el despliegue?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Experiments</name>
    <message>
        <source>Create the experiment?</source>
        <translation>¿Crear el experimento?</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Start the experiment?</source>
        <translation>¿Iniciar el experimento?</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Stop the experiment?</source>
        <translation>¿Detener el experimento?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Change the split?</source>
        <translation>¿Cambiar el reparto?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Header</name>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>Detener la simulación local</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>Iniciar la simulación local</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>Añadir un plano de control...</translation>
    </message>
    <message>
        <source>Control plane of Aerie %1</source>
        <translation>Plano de control de Aerie %1</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>Sin contexto</translation>
    </message>
    <message>
        <source>Context: %1, %2</source>
        <extracomment>%1 is the name of a context, %2 local, staging or production</extracomment>
        <translation>Contexto: %1, %2</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>Elegir lo que esta ventana muestra y controla</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Conexión: %1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notificaciones, %n nueva</numerusform>
            <numerusform>Notificaciones, %n nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>aerie::shell::HelpWindow</name>
    <message>
        <source>Aerie guide</source>
        <translation>Guía de Aerie</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Capítulo</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Atrás (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Adelante (Alt+Derecha)</translation>
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
        <translation>De quién es el log mostrado</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Ocultar el log</translation>
    </message>
    <message>
        <source>Nothing is deployed yet, so there is no log.</source>
        <translation>Aún no hay nada desplegado, así que no hay log.</translation>
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
        <translation>Ir a %1</translation>
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
        <translation>Conectado a %1</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>Se perdió la conexión con %1</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Switch to &quot;%1&quot; now?</source>
        <translation>¿Cambiar a &quot;%1&quot; ahora?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of this window end unfinished.</source>
        <translation>
            <numerusform>%n tarea de esta ventana queda sin terminar.</numerusform>
            <numerusform>%n tareas de esta ventana quedan sin terminar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Search or Run a Command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Find anything by name</source>
        <translation>Encontrar cualquier cosa por su nombre</translation>
    </message>
    <message>
        <source>Switch Theme</source>
        <translation>Cambiar tema</translation>
    </message>
    <message>
        <source>Light, dark, or as the system is</source>
        <translation>Claro, oscuro o como el sistema</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>Plegar o desplegar la navegación</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Show or hide the log at the foot of the window</source>
        <translation>Mostrar u ocultar el log al pie de la ventana</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>What succeeded and what failed so far</source>
        <translation>Lo que ha salido bien y lo que ha fallado hasta ahora</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>All commands, by subject</source>
        <translation>Todos los comandos, por tema</translation>
    </message>
    <message>
        <source>Switch Context...</source>
        <translation>Cambiar contexto...</translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation>Elegir lo que esta ventana muestra y controla</translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation>Añadir un plano de control...</translation>
    </message>
    <message>
        <source>Name another control plane to connect to</source>
        <translation>Indicar otro plano de control al que conectarse</translation>
    </message>
    <message>
        <source>Manage Contexts</source>
        <translation>Gestionar contextos</translation>
    </message>
    <message>
        <source>Add, edit and remove contexts</source>
        <translation>Añadir, editar y quitar contextos</translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation>Iniciar la simulación local</translation>
    </message>
    <message>
        <source>Run the whole system on this machine and show it</source>
        <translation>Ejecutar todo el sistema en esta máquina y mostrarlo</translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation>Detener la simulación local</translation>
    </message>
    <message>
        <source>End its daemons; its state is kept</source>
        <translation>Terminar sus daemons; su estado se conserva</translation>
    </message>
    <message>
        <source>Retry the Connection</source>
        <translation>Reintentar la conexión</translation>
    </message>
    <message>
        <source>Connect now instead of waiting</source>
        <translation>Conectar ahora en lugar de esperar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close the window and end what it started</source>
        <translation>Cerrar la ventana y terminar lo que inició</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the selected text or rows</source>
        <translation>Copiar el texto o las filas seleccionadas</translation>
    </message>
    <message>
        <source>Find on This Page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Put the cursor into the page&apos;s search field</source>
        <translation>Poner el cursor en el campo de búsqueda de la página</translation>
    </message>
    <message>
        <source>Find in the Log</source>
        <translation>Buscar en el log</translation>
    </message>
    <message>
        <source>Show the log and put the cursor into its search field</source>
        <translation>Mostrar el log y poner el cursor en su campo de búsqueda</translation>
    </message>
    <message>
        <source>Find Next in the Log</source>
        <translation>Buscar siguiente en el log</translation>
    </message>
    <message>
        <source>Go to the next line that has the text</source>
        <translation>Ir a la siguiente línea que tiene el texto</translation>
    </message>
    <message>
        <source>Find Previous in the Log</source>
        <translation>Buscar anterior en el log</translation>
    </message>
    <message>
        <source>Go to the line before that has the text</source>
        <translation>Ir a la línea anterior que tiene el texto</translation>
    </message>
    <message>
        <source>Help on This Page</source>
        <translation>Ayuda de esta página</translation>
    </message>
    <message>
        <source>Open the chapter about what is shown</source>
        <translation>Abrir el capítulo sobre lo que se muestra</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Open the guide at its contents</source>
        <translation>Abrir la guía por su índice</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>See and change the keys of all commands</source>
        <translation>Ver y cambiar los atajos de todos los comandos</translation>
    </message>
    <message>
        <source>About Aerie...</source>
        <translation>Acerca de Aerie...</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versiones y licencias</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>Tema: como el sistema</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>Tema: claro</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>Tema: oscuro</translation>
    </message>
    <message>
        <source>%1 finds everything, %2 helps</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation>%1 lo encuentra todo, %2 ayuda</translation>
    </message>
    <message>
        <source>Close the window now?</source>
        <translation>¿Cerrar la ventana ahora?</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) end unfinished.</source>
        <translation>
            <numerusform>%n tarea queda sin terminar.</numerusform>
            <numerusform>%n tareas quedan sin terminar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>What is being done, with Cancel, and what was done</source>
        <translation>Lo que está en curso, con Cancelar, y lo que se ha hecho</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NavRail</name>
    <message>
        <source>Unfold the navigation</source>
        <translation>Desplegar la navegación</translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation>Plegar la navegación</translation>
    </message>
</context>
<context>
    <name>aerie::shell::NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation>Borrar todas las notificaciones</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation>Notificaciones, primero las nuevas</translation>
    </message>
    <message>
        <source>Nothing to tell yet.
What succeeds and what fails is kept here.</source>
        <translation>Aún no hay novedades.
Aquí se guarda lo que sale bien y lo que falla.</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Registry</name>
    <message>
        <source>Register a bundle?</source>
        <translation>¿Registrar un paquete?</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Move the stage %1?</source>
        <translation>¿Mover la etapa %1?</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Promover</translation>
    </message>
    <message>
        <source>Restore a version?</source>
        <translation>¿Restaurar una versión?</translation>
    </message>
    <message>
        <source>Archive a version?</source>
        <translation>¿Archivar una versión?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivar</translation>
    </message>
</context>
<context>
    <name>aerie::shell::RoutingGuard</name>
    <message>
        <source>Change the routing?</source>
        <translation>¿Cambiar el enrutado?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Screenshots</name>
    <message>
        <source>No data came within %1 s; is the control plane running?</source>
        <translation>No llegaron datos en %1 s; ¿está en marcha el plano de control?</translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another directory.</source>
        <translation>No se puede escribir en %1; elija otro directorio.</translation>
    </message>
    <message>
        <source>Pictures are missing: %1</source>
        <translation>Faltan imágenes: %1</translation>
    </message>
</context>
<context>
    <name>aerie::shell::StartPage</name>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Connect to a control plane...</source>
        <translation>Conectar a un plano de control...</translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation>Iniciando la simulación local</translation>
    </message>
    <message>
        <source>Real daemons with real flight data on this machine. Live traffic appears in a few seconds.</source>
        <translation>Daemons reales con datos reales de vuelos en esta máquina. El tráfico en vivo aparece en unos segundos.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stopping the local simulation</source>
        <translation>Deteniendo la simulación local</translation>
    </message>
    <message>
        <source>Its daemons finish what they have begun.</source>
        <translation>Sus daemons terminan lo que han empezado.</translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation>La simulación local no se inició</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Welcome to Aerie</source>
        <translation>Bienvenida a Aerie</translation>
    </message>
    <message>
        <source>See it at work first: the local simulation runs the whole system on this machine, with two versions of a model that predicts flight delays, an experiment between them and live traffic. It needs no network, and ends with this window.</source>
        <translation>Véalo primero en acción: la simulación local ejecuta todo el sistema en esta máquina, con dos versiones de un modelo que predice retrasos de vuelos, un experimento entre ellas y tráfico en vivo. No necesita red y termina con esta ventana.</translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation>Iniciar la simulación local</translation>
    </message>
    <message>
        <source>The local simulation is not running</source>
        <translation>La simulación local no está en marcha</translation>
    </message>
    <message>
        <source>Its state is kept; starting it takes a few seconds.</source>
        <translation>Su estado se conserva; iniciarla lleva unos segundos.</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Conectando a %1</translation>
    </message>
    <message>
        <source>No control plane answers at %1</source>
        <translation>Ningún plano de control responde en %1</translation>
    </message>
    <message>
        <source>%1

This window tries again by itself. Is aerie-control running there, and is the address right?</source>
        <translation>%1

Esta ventana vuelve a intentarlo por sí misma. ¿Está aerie-control en marcha allí y es correcta la dirección?</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>aerie::shell::Training</name>
    <message>
        <source>Submit the training job?</source>
        <translation>¿Enviar el job de entrenamiento?</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Cancel the job?</source>
        <translation>¿Cancelar el job?</translation>
    </message>
    <message>
        <source>Cancel tasks?</source>
        <translation>¿Cancelar tareas?</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Cancelar job</translation>
    </message>
    <message>
        <source>Cancel tasks</source>
        <translation>Cancelar tareas</translation>
    </message>
    <message>
        <source>Run tasks again?</source>
        <translation>¿Ejecutar tareas de nuevo?</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Delete the cluster?</source>
        <translation>¿Eliminar el clúster?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::BucketMap</name>
    <message>
        <source>Bucket map</source>
        <translation>Mapa de buckets</translation>
    </message>
    <message>
        <source>no arm</source>
        <translation>sin brazo</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (moves)</source>
        <translation>Bucket %1: %2 ahora, %3 después (se mueve)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (joins)</source>
        <translation>Bucket %1: %2 ahora, %3 después (entra)</translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (leaves)</source>
        <translation>Bucket %1: %2 ahora, %3 después (sale)</translation>
    </message>
    <message>
        <source>Bucket %1: %2, stays</source>
        <translation>Bucket %1: %2, se queda</translation>
    </message>
    <message numerus="yes">
        <source>%n bucket(s) change</source>
        <translation>
            <numerusform>%n bucket cambia</numerusform>
            <numerusform>%n buckets cambian</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 move</source>
        <translation>%1 se mueve</translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation>%1 entra</translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation>%1 sale</translation>
    </message>
    <message>
        <source>%1 in no arm</source>
        <translation>%1 en ningún brazo</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys to ask for a bucket.</source>
        <translation>Señale con el ratón o use las flechas para consultar un bucket.</translation>
    </message>
    <message>
        <source>No bucket changes. Hover or use the arrow keys.</source>
        <translation>Ningún bucket cambia. Señale con el ratón o use las flechas.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::CellGrid</name>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>(%1 of its expected time)</source>
        <translation>(%1 de su tiempo previsto)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln tarea</numerusform>
            <numerusform>%Ln tareas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartCard</name>
    <message>
        <source>Chart: %1</source>
        <translation>Gráfico: %1</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>Save the chart as a picture or a table</source>
        <translation>Guardar el gráfico como imagen o tabla</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>Guardar como imagen (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>Guardar como tabla (CSV)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>No data in this time</source>
        <translation>Sin datos en este periodo</translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation>Vacío desde %1</translation>
    </message>
    <message>
        <source>Save the Chart as a Picture</source>
        <translation>Guardar el gráfico como imagen</translation>
    </message>
    <message>
        <source>Save the Chart as a Table</source>
        <translation>Guardar el gráfico como tabla</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>No se guardó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>No se puede escribir %1. Elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartPlot</name>
    <message>
        <source>no data</source>
        <translation>sin datos</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ConfirmSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Escriba %1 para confirmar</translation>
    </message>
    <message>
        <source>This is the production context &quot;%1&quot;.</source>
        <translation>Este es el contexto de producción &quot;%1&quot;.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DagView</name>
    <message>
        <source>Nothing to draw</source>
        <translation>Nada que dibujar</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Grafo</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation>Ajustar el grafo</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n nodo</numerusform>
            <numerusform>%n nodos</numerusform>
        </translation>
    </message>
    <message>
        <source>with a cycle</source>
        <translation>con un ciclo</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>%1 and %2 are the same</source>
        <translation>%1 y %2 son iguales</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n diferencia</numerusform>
            <numerusform>%n diferencias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EffectChart</name>
    <message>
        <source>Cumulative difference to the first arm</source>
        <translation>Diferencia acumulada con el primer brazo</translation>
    </message>
    <message>
        <source>%1 %2 [%3, %4], %5 outcomes</source>
        <extracomment>an arm, its difference, the interval, how many outcomes</extracomment>
        <translation>%1 %2 [%3, %4], %5 resultados</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EmptyState</name>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::FilterTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation>Nada coincide con &quot;%1&quot;</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) hidden by the search.</source>
        <translation>
            <numerusform>%Ln fila oculta por la búsqueda.</numerusform>
            <numerusform>%Ln filas ocultas por la búsqueda.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar búsqueda</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::HostHeatMap</name>
    <message>
        <source>Busy cores by host</source>
        <translation>Núcleos ocupados por host</translation>
    </message>
    <message>
        <source>%1, core %2</source>
        <translation>%1, núcleo %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 a %3</translation>
    </message>
    <message>
        <source>%1: not ready, or not measured</source>
        <translation>%1: no listo o no medido</translation>
    </message>
    <message>
        <source>%1: %2 busy</source>
        <translation>%1: %2 ocupado</translation>
    </message>
    <message>
        <source>%1: %2 busy, %3 of %4 cores, %5 in slots</source>
        <translation>%1: %2 ocupado, %3 de %4 núcleos, %5 en slots</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>No host was measured in this time</source>
        <translation>No se midió ningún host en este tiempo</translation>
    </message>
    <message>
        <source>%1 of the cores busy</source>
        <translation>%1 de los núcleos ocupados</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>no listo</translation>
    </message>
    <message>
        <source>Arrow keys move; Space opens a host into its cores.</source>
        <translation>Flechas para moverse; Espacio abre los núcleos de un host.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LegendBar</name>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>%1: click shows or hides it, Ctrl+click shows it alone</source>
        <translation>%1: clic la muestra u oculta, Ctrl+clic la muestra sola</translation>
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
        <translation>Réplica cuyo log se muestra</translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation>Todas las réplicas</translation>
    </message>
    <message>
        <source>Lowest level that is shown</source>
        <translation>Nivel mínimo mostrado</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation>Info y superior</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Desde aviso</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Buscar en el log</translation>
    </message>
    <message>
        <source>Enter finds the next line, Shift+Enter the one before</source>
        <translation>Intro busca la línea siguiente, Mayús+Intro la anterior</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>A lo último</translation>
    </message>
    <message>
        <source>Follow the newest line again</source>
        <translation>Volver a seguir la última línea</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Buscar la anterior</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Buscar la siguiente</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation>Copiar las líneas seleccionadas, o todas</translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation>Guardar en archivo...</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the log</source>
        <translation>&quot;%1&quot; no está en el log</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Guardar el log</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>No se escribió %1: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Guardado en %1</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Ocultar mensaje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RolloutSteps</name>
    <message>
        <source>Rollout steps</source>
        <translation>Pasos del rollout</translation>
    </message>
    <message>
        <source>No rollout yet</source>
        <translation>Aún sin rollout</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RunComparison</name>
    <message>
        <source>Busy share of the cores</source>
        <translation>Parte ocupada de los núcleos</translation>
    </message>
    <message>
        <source>Tasks at once</source>
        <translation>Tareas a la vez</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nada que comparar</translation>
    </message>
    <message>
        <source>%1 times as many</source>
        <translation>%1 veces la cantidad</translation>
    </message>
    <message>
        <source>%1 times fewer</source>
        <translation>%1 veces menos</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1 veces la velocidad</translation>
    </message>
    <message>
        <source>%1 times as long</source>
        <translation>%1 veces la duración</translation>
    </message>
    <message>
        <source>CPU really used</source>
        <translation>CPU realmente usada</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a difference of two percentages</extracomment>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>Máximo a la vez</translation>
    </message>
    <message>
        <source>Core hours</source>
        <translation>Horas de núcleo</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <extracomment>from one value to another</extracomment>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SankeyView</name>
    <message>
        <source>Flow of items</source>
        <translation>Flujo de ítems</translation>
    </message>
    <message>
        <source>Hover or use the arrow keys: intended and actual share of a way</source>
        <translation>Señale con el ratón o use las flechas: cuota prevista y real de un camino</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitBar</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation>Límite entre %1 y %2</translation>
    </message>
    <message>
        <source>%1 | %2: drag, or Left and Right for 1 %, with Ctrl 0.1 %, Page Up and Page Down for 10 %</source>
        <translation>%1 | %2: arrastre, o Izquierda y Derecha para 1 %, con Ctrl 0,1 %, RePág y AvPág para 10 %</translation>
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
        <translation>Cuota de %1 en porcentaje</translation>
    </message>
    <message>
        <source>Share of %1; the others share the rest as they did</source>
        <translation>Cuota de %1; los demás se reparten el resto como antes</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>ahora %1</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskPanel</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Borrar hechas</translation>
    </message>
    <message>
        <source>Clear finished tasks</source>
        <translation>Borrar las tareas terminadas</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Aún no se ha hecho nada.</translation>
    </message>
    <message>
        <source>Progress of &quot;%1&quot;</source>
        <translation>Progreso de &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;</source>
        <translation>Cancelar &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskStrip</name>
    <message>
        <source>Progress of the newest task</source>
        <translation>Progreso de la última tarea</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the newest task</source>
        <translation>Cancelar la última tarea</translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation>Tareas (%1)</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimeRangeBar</name>
    <message>
        <source>Time range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Últimos %1</translation>
    </message>
    <message>
        <source>Shown: %1. Go back to live</source>
        <translation>Mostrado: %1. Volver al directo</translation>
    </message>
    <message>
        <source>The piece that was picked in a chart; click to go back to the last %1</source>
        <translation>El tramo elegido en un gráfico; clic para volver a los últimos %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Pause the charts</source>
        <translation>Pausar los gráficos</translation>
    </message>
    <message>
        <source>Follow the clock again</source>
        <translation>Volver a seguir el reloj</translation>
    </message>
    <message>
        <source>Hold the charts still (Ctrl+P)</source>
        <translation>Detener los gráficos (Ctrl+P)</translation>
    </message>
    <message>
        <source>Follow the clock again (Ctrl+P)</source>
        <translation>Volver a seguir el reloj (Ctrl+P)</translation>
    </message>
    <message>
        <source>Go back to live</source>
        <translation>Volver al directo</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineCanvas</name>
    <message>
        <source>Timeline of tasks</source>
        <translation>Cronología de tareas</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 from %4, attempt %5, %6 slot %7</source>
        <translation>%1: %2, %3 desde %4, intento %5, %6 slot %7</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>esperó %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln intento</numerusform>
            <numerusform>%Ln intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Point at a bar, or use the arrow keys. The wheel, + and - zoom, 0 shows everything.</source>
        <translation>Señale una barra o use las flechas. La rueda, + y - amplían o reducen, 0 lo muestra todo.</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimelineView</name>
    <message>
        <source>Show more time</source>
        <translation>Mostrar más tiempo</translation>
    </message>
    <message>
        <source>-</source>
        <translation>-</translation>
    </message>
    <message>
        <source>Show more detail</source>
        <translation>Mostrar más detalle</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>%1 (key %2 in the timeline)</source>
        <extracomment>tool tip of a button: what it does (its key, in the timeline)</extracomment>
        <translation>%1 (tecla %2 en la cronología)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>Save the timeline as a picture, a table or a trace</source>
        <translation>Guardar la cronología como imagen, tabla o traza</translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation>Guardar como imagen (PNG)...</translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation>Guardar como tabla (CSV)...</translation>
    </message>
    <message>
        <source>Save as Chrome Trace (JSON)...</source>
        <translation>Guardar como traza de Chrome (JSON)...</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Aún no se ha ejecutado nada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln intento</numerusform>
            <numerusform>%Ln intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, short neighbours merged</source>
        <translation>%1, vecinas cortas agrupadas</translation>
    </message>
    <message>
        <source>Save the Timeline as a Picture</source>
        <translation>Guardar la cronología como imagen</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Imagen (*.png)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Table</source>
        <translation>Guardar la cronología como tabla</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Save the Timeline as a Trace</source>
        <translation>Guardar la cronología como traza</translation>
    </message>
    <message>
        <source>Trace (*.json)</source>
        <translation>Traza (*.json)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation>No se guardó &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>No se puede escribir %1. Elija otra carpeta.</translation>
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
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TopologyView</name>
    <message>
        <source>Topology</source>
        <translation>Topología</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::UtilisationChart</name>
    <message>
        <source>Waste</source>
        <translation>Desperdicio</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Use of the capacity</source>
        <translation>Uso de la capacidad</translation>
    </message>
    <message>
        <source>Capacity, slots and busy cores</source>
        <translation>Capacidad, slots y núcleos ocupados</translation>
    </message>
    <message>
        <source>Capacity (cores)</source>
        <translation>Capacidad (núcleos)</translation>
    </message>
    <message>
        <source>Slots in use</source>
        <translation>Slots en uso</translation>
    </message>
    <message>
        <source>Cores really busy</source>
        <translation>Núcleos realmente ocupados</translation>
    </message>
    <message>
        <source>Busy %1 of the capacity, waste %2 (%3 core hours), idle %4 (%5 core hours)</source>
        <translation>Ocupado %1 de la capacidad, desperdicio %2 (%3 horas de núcleo), inactivo %4 (%5 horas de núcleo)</translation>
    </message>
    <message>
        <source>Busy %1</source>
        <translation>Ocupado %1</translation>
    </message>
    <message>
        <source>Waste %1: asked for and not used</source>
        <translation>Desperdicio %1: pedido y no usado</translation>
    </message>
    <message>
        <source>Idle %1: not asked for</source>
        <translation>Inactivo %1: no pedido</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::YamlEditor</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Sin problemas</translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ZoneMatrix</name>
    <message>
        <source>Find tasks</source>
        <translation>Buscar tareas</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>No tasks</source>
        <translation>Sin tareas</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>%1: click dims or shows them</source>
        <translation>%1: un clic las atenúa o las muestra</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln task(s) match</source>
        <translation>
            <numerusform>%1 de %Ln tarea coincide</numerusform>
            <numerusform>%1 de %Ln tareas coinciden</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys; with Ctrl to failures.</source>
        <translation>Flechas; con Ctrl, a las fallidas.</translation>
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
        <translation>producción</translation>
    </message>
</context>
<context>
    <name>control_words</name>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>self-test</source>
        <translation>autoprueba</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>calentamiento</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>lista</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>drenando</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>start</source>
        <translation>inicio</translation>
    </message>
    <message>
        <source>load</source>
        <translation>carga</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>cambio</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>drenado</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>Registered %1</source>
        <translation>Se registró %1</translation>
    </message>
    <message>
        <source>Promoted %1</source>
        <translation>Se promovió %1</translation>
    </message>
    <message>
        <source>Archived %1</source>
        <translation>Se archivó %1</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>Se restauró %1</translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation>Se desplegó %1</translation>
    </message>
    <message>
        <source>Scaled %1</source>
        <translation>Se escaló %1</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>Se reinició %1</translation>
    </message>
    <message>
        <source>Rolled back %1</source>
        <translation>Se revirtió %1</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>Se eliminó %1</translation>
    </message>
    <message>
        <source>Changed the routing of %1</source>
        <translation>Se cambió el enrutado de %1</translation>
    </message>
    <message>
        <source>Created experiment %1</source>
        <translation>Se creó el experimento %1</translation>
    </message>
    <message>
        <source>Started experiment %1</source>
        <translation>Se inició el experimento %1</translation>
    </message>
    <message>
        <source>Stopped experiment %1</source>
        <translation>Se detuvo el experimento %1</translation>
    </message>
    <message>
        <source>Changed the split of %1</source>
        <translation>Se cambió el reparto de %1</translation>
    </message>
    <message>
        <source>Proxy %1 has no stream to the control plane and serves its last config. Look at its log, or start it again</source>
        <translation>El proxy %1 no tiene stream con el plano de control y sirve su última configuración. Mire su log o inícielo de nuevo</translation>
    </message>
    <message>
        <source>Proxy %1 refused the newest config and serves the one before: %2</source>
        <translation>El proxy %1 rechazó la configuración más reciente y sirve la anterior: %2</translation>
    </message>
    <message>
        <source>Proxy %1 has no config and refuses every request: apply a routing</source>
        <translation>El proxy %1 no tiene configuración y rechaza todas las peticiones: aplique un enrutado</translation>
    </message>
    <message>
        <source>%2 of the items of %1 fail. Routing shows which endpoint</source>
        <translation>Falla el %2 de los ítems de %1. Enrutado muestra en qué endpoint</translation>
    </message>
    <message>
        <source>The p99 latency of %1 is %2, over half of its timeout: scale it, or look at its feature store</source>
        <translation>La latencia p99 de %1 es %2, más de la mitad de su timeout: escálelo o revise su feature store</translation>
    </message>
    <message>
        <source>%2 of the rows of %1 fail: its log says why</source>
        <translation>Falla el %2 de las filas de %1: su log dice por qué</translation>
    </message>
    <message>
        <source>%1 does not reach its feature store and answers with defaults</source>
        <translation>%1 no llega a su feature store y responde con valores predeterminados</translation>
    </message>
    <message>
        <source>%1 lost %2 records of its feature log in 15 minutes: is its disk full or slow?</source>
        <translation>%1 perdió %2 registros de su log de features en 15 minutos: ¿está su disco lleno o lento?</translation>
    </message>
    <message>
        <source>%1 does not answer at its metrics address: charts have a gap</source>
        <translation>%1 no responde en su dirección de métricas: los gráficos tienen un hueco</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is down: %3</source>
        <translation>La réplica %2 de %1 está caída: %3</translation>
    </message>
    <message>
        <source>Replica %2 of %1 ended unexpectedly and was started again: its log says why</source>
        <translation>La réplica %2 de %1 terminó de forma inesperada y se inició de nuevo: su log dice por qué</translation>
    </message>
    <message>
        <source>Replica %2 of %1 is not ready: %3</source>
        <translation>La réplica %2 de %1 no está lista: %3</translation>
    </message>
    <message>
        <source>Replicas of %1 answer with %2 different versions</source>
        <translation>Las réplicas de %1 responden con %2 versiones distintas</translation>
    </message>
    <message>
        <source>The rollout of %1 failed: %2. Deploy another version or roll back</source>
        <translation>El rollout de %1 falló: %2. Despliegue otra versión o revierta</translation>
    </message>
    <message>
        <source>%1 gets no requests: does a routing name it?</source>
        <translation>%1 no recibe peticiones: ¿lo nombra algún enrutado?</translation>
    </message>
    <message>
        <source>Feature %3 of %1 falls back to its default in %2 of the rows</source>
        <translation>La feature %3 de %1 usa su valor predeterminado en el %2 de las filas</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
</TS>
