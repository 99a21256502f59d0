<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ExperimentDialog</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::models</name>
    <message>
        <source>%1 (stage)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolling out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxies do not know this replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every proxy sends to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>items per second</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <extracomment>a span of time: from - to</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNV-1a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNV-1a (32 bit) of the hash input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNV-1a again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FNV-1a of the digits before; modulo 10,000 it is the bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the staged changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not routed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready, no traffic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::models::ProfileStore</name>
    <message>
        <source>Local simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a context named &quot;%1&quot; already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load Older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for four times as many entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the entries that are shown to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose entries are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of action is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change is recorded here, with who made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash (SHA-256 over this entry and the hash before)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each entry&apos;s hash covers the hash of the entry before: a changed, removed or inserted entry would show. Checked here over the loaded entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All entries are loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry to see all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no detail)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log was not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exported %n entries to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::BuildDialog</name>
    <message>
        <source>Build a bundle from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the model, the self-test and the statistics as they are, and puts the edited configs beside them. The model is not run here: if the configs change what it gets, its self-test fails when the first worker loads it, and nothing is served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbered by the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ed25519 private key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundle file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it for registration afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::Builder</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered, to %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, intended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, actual %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, failed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, none failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, not deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, v%1</source>
        <extracomment>version of a model, after a rate</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::CompareDialog</name>
    <message>
        <source>Both versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare versions of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The versions were not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading both versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (same)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::ConfigDialog</name>
    <message>
        <source>Configs of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version never changes. What you edit here is checked as you type, and becomes files or a new bundle with a new signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature locations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step can be read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build Bundle...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard Edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write features.yaml and preprocessor.yaml, for aeriectl model pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model input(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back to what the version has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is edited yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign a copy of the bundle with these configs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export both configs to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without your edits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are neither in a file nor in a bundle yet, unless you wrote one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeployDialog</name>
    <message>
        <source>Deploy a model version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version or stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local (the control plane&apos;s machine)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPUs of a replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole CPUs: a fraction is rounded up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of a replica in MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A replica that uses more is ended and started anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidecar (own process)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedded (in the worker)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OIP v2 server of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow Serving of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of a worker request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default (128)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout in milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default (1000)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a second replica after milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPUs each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory each, MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedge after, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow stage %1 (now version %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Nothing yet. Look at %n field(s) first.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::DeploymentsPage</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is deployed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy a registered model version to give it an endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be deployed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a model version an endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the number of replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all replicas one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll Back...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serve the version before again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drain and remove the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replica runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control plane starts one as soon as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an endpoint first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no other version to go back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a model version first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n endpoint(s) ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, nothing serves yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves %1@%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows stage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n replica(s) ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>before: version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last switch mixed versions for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout of %1, took %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rollout under way for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rollout failed in step &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Version %2 keeps serving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restart %n replica(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New replicas take over before the old ones drain; no request is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete endpoint %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n replica(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They drain and stop. Nothing routes to this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These send items to it. Change their routing first, or the control plane will refuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentDialog</name>
    <message>
        <source>New Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It splits keys between arms. Traffic follows when it runs and a routing config names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change is staged with a preview of the keys that move; nothing is live before you apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments of one layer never share a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the layer in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the layer&apos;s keys that it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of its keys that take part; the others go to the default endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the hash that chooses the arm; another seed shuffles the keys anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of arm %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of arm %1 in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The others share the rest as they did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove arm %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of this layer is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It assigns keys at once; traffic changes where a routing config names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a draft it holds its share of the layer and assigns nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::ExperimentsPage</name>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Ramp Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage the next step of coverage: 5, 20, 50, 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other weights or another coverage, staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the experiment for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it assign keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Experiment...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms, layer and coverage of a new experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An experiment splits traffic between the endpoints of a use case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome that the arms are compared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms and their results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to the first arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage a coverage of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two versions on live traffic: create an experiment, then name it in a routing config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not routed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the items fell to the arms as the weights say; below p = 0.001 the results are not to be trusted. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not routed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, served by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No outcome was reported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 item(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 95 % interval; p %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the arms differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference is shown so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no outcome yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is covered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of its keys take part now. A step is staged first; the map shows whom it moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended / actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 / p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended %1, actual %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1, over the last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the keys move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged: coverage %1 to %2; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody moves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::FaultRow</name>
    <message>
        <source>Strike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strike: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the effect of &quot;%1&quot; on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>time: what was seen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::HostsPage</name>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the hosts now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes of Aerie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No process of Aerie runs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers appear when something is deployed to this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hosts could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>of %n core(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runnable, mean of a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 runs %n program(s) of Aerie</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::pages::InspectorPanel</name>
    <message>
        <source>Keys to inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps of all keys, with a header line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspected keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste keys on the left: one in each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f1
f2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: bucket %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fnv1a(&quot;%1&quot;) = %2, fnv1a of that = %3, mod 10,000 = bucket %4; layer bucket %5</source>
        <extracomment>the steps of the hash: %1 what is hashed, %2 and %3 numbers, %4 and %5 buckets</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::KeyEditor</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs &quot;%2&quot; already: choose other keys, or take them from that command first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::MonitoringPage</name>
    <message>
        <source>Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or Go Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the charts still, or follow the clock again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show All Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters of the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a line stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line per endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line per replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores by arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All use cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an endpoint first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more; choose one to see it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No scores in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control plane measures its proxies and workers every few seconds. Deploy a version and send it traffic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this was measured in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other endpoints, or another time, may have data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor into the list of alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk over it with the arrow keys; Enter opens what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items answered per second; opens Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 of 100 requests are answered faster; of the slowest use case. Opens Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the last seconds; opens Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready replicas of those wanted; opens Deployments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts and unhealthy parts; goes to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width: items per second, colour and sign: health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first state of the system is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a model, deploy one of its versions, and route a use case to it: then this page shows how they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts and history are not up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steady over 15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % in 15 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts, by urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fires and every part is healthy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::ProfileDialog</name>
    <message>
        <source>Add a control plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berlin production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ml.example.org:7700 or unix:/path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local or test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production: asks before every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That of its kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file; needed for other machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file; for mutual TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one line, readable by you only (0600)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <extracomment>%1 is what the file holds, such as &quot;Own key&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::PromoteDialog</name>
    <message>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote %1@%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moves from version %2 to version %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deployment follows this stage, so nothing is relaunched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relaunched without losing a request: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegisterDialog</name>
    <message>
        <source>Register bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file is checked here before it is sent. The registry checks it again, and that it trusts the signer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop .aerie files here, or add them with the button below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add bundles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aerie bundles (*.aerie);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a problem</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Register %n bundle(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Send what has passed its checks (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file has passed its checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being sent goes on (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistrationRow</name>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, numbered by the registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::RegistryPage</name>
    <message>
        <source>Registry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to check and register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upload a bundle as a new model version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a stage to the selected version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions side by side: metrics, self-test, configs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Configs...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature locations and preprocessing, with their graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the digest of the selected version on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the selected version&apos;s bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected version out of use, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a bundle: drop a .aerie file here or choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Select a version first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archived version cannot be promoted; restore it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configs are being loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has one version only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version that holds a stage cannot be archived; promote another one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aerie bundles (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of %1 copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive this version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be deployed or promoted any more. It stays in the registry and can be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected version an endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions of the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An archived version cannot be deployed; restore it first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::RollbackDialog</name>
    <message>
        <source>Roll back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version to go back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 starts, takes the traffic when it is ready, and version %2 drains. No request is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage %1 moves to version %2, too, and every deployment that follows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served with it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back to version %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::RouteDialog</name>
    <message>
        <source>Route a Use Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications ask for the use case by its name. All of its items go to this endpoint until you add experiments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route use case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingConfigForm</name>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves the items that no experiment takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a worker fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the default endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fail its rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item goes to the first experiment that takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splitting key of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column whose value is hashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splitting key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint of arm %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the requests that are copied to it; its answers are thrown away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shadow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route the chosen experiment; all its arms begin at the default endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every experiment is routed here already; create one on the Experiments page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add shadow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a share of the requests to another endpoint, without using its answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::RoutingPage</name>
    <message>
        <source>Routing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) copied as CSV.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stage This Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage the config of the chosen revision; it becomes live when you apply it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste keys to see where they go and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the Config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default endpoint, arms, shadows, worker failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The use case that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items that no experiment took; they go to the default endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live flow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied configs are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config is being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config is refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No use case is routed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history did not come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a revision of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 is staged; nothing is live before you apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1 is what runs; there is nothing to stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route a Use Case...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case that has no routing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which endpoint serves a use case; experiments come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routing sends a use case&apos;s items to endpoints. Deploy a model first, on the Deployments page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route a use case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change counts at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion: nothing slides or spins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before ordinary changes, such as a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What destroys something, and every change in production, is asked always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the local simulation with the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that the log keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this desktop can show and control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a control plane...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens are read from files that only you can read, and are never shown or stored. Removing a context forgets how to reach it; nothing happens to the control plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the context &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop forgets how to reach it. Nothing happens to the control plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove context</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::SimulationPage</name>
    <message>
        <source>Simulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop or start the simulation&apos;s requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the world</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 hours per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 days per minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flights land after they were predicted; each label is joined when it is known and reported as an outcome of the experiment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is seen on another page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No simulation runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local simulation runs real daemons on this machine with real flights of 2001. It takes a few seconds to start and touches nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window shows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulator turns the local simulation only, which runs beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to the simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulation does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the local simulation first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - traffic is stopped and the world stands still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: %1 /s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::SplitPanel</name>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment whose split is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the keys that take part in the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No experiment: every item goes to the default endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this experiment meanwhile: discard your change or stage it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: every item goes to the default endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs as shown. Move a border to see which keys would move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the keys would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged: %1. Nothing is live yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::StagedSheet</name>
    <message>
        <source>No key that takes part changes its arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10,000 buckets move: %1 of the keys get another arm.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) join.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>They are sent one after the other; a refusal stops there. Live traffic follows within a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is production: type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this since you staged it; it would be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage it on the new state</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n staged change(s)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Something was changed meanwhile: discard it or stage it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::TrafficPage</name>
    <message>
        <source>Apply...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the staged changes and make them live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all staged changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last edit, or stage the way back from what was applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the edit again that was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes are being applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Applying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: %1 of the keys move</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that move</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (changed by somebody else meanwhile)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo stages the way back from what was applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: %1 of the keys join</source>
        <extracomment>appended to &quot;Split of x&quot;: the share of the keys that begin to take part</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::pages::VersionDetails</name>
    <message>
        <source>Parts of the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph of features, steps and model inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with expected outputs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preprocessing steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control plane cannot be reached. Try again when it is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time, so the outcome is not known. Look at the current state before repeating it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed it meanwhile. The page shows the new state; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a defect of Aerie. The control plane&apos;s log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidecar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on worker failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, splitting key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shadow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::AuditPresenter</name>
    <message>
        <source>Chain broken at entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash chain intact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ComparePresenter</name>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConfigPresenter</name>
    <message>
        <source>Nothing is edited yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configs are being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solve the problems first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 exists; give another one, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the key that signs the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where to write the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configs were not exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features.yaml and preprocessor.yaml written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build a bundle from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle of &quot;%1&quot; was not downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bundle was built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written (%2), signed by %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ConnectionPresenter</name>
    <message>
        <source>Connected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, retry in %2 s</source>
        <extracomment>%1 is a state such as &quot;Connection lost&quot;, %2 a number of seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control plane: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers and proxies keep serving meanwhile; this window tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 is lost. What you see is from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible while the control plane is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated %1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ContextsPresenter</name>
    <message>
        <source>Not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aerie %1, environment %2, answered in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::DeploymentsPresenter</name>
    <message>
        <source>%1 sends nothing to it: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the endpoint a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An endpoint &quot;%1&quot; exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a version or a stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas must be between 1 and %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPUs must be between 0 and %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 rows fit one request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest timeout is %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second replica must be asked before the timeout of %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one process each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a worker and its sidecar each</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) of %1 on %2, %3.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together at most %1 of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each may use %1; one that uses more memory is ended and started anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A worker config %1: at most %2 rows and %3 ms for each request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics and alert rules for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows %1: a promotion replaces its replicas without losing a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No traffic yet: routing decides that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy %1 as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deployed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being deployed as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Scale %1 to %n replica(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not scaled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is scaling to %n replica(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is restarting, replica by replica.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not rolled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is rolling back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is rolling back to version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is draining and will be gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, arm %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, serves until the rollout is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, served before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, never served here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No worker runs with less than %1. Give more, or 0 for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::EndpointUsers</name>
    <message>
        <source>use case %1 (its default endpoint)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use case %1 (shadow traffic)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::ExperimentsPresenter</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is taken. Names are not used again, so that history stays readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take more than 0 % and at most 100 % of the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of this layer is free. Take less, stop another experiment or use another layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage is between 0 and 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An experiment compares at least two arms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At most %n arm(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name every arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an arm: use letters without accents, digits and &quot;_&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arms are called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights add up to %1, not to 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is created and runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is created as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped experiments do not start again; create a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is stopped already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stopped experiment cannot be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items</source>
        <extracomment>%1 is a rate such as &quot;5.6k/s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No routing config names this experiment yet, so no traffic changes until one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the keys of %2 that go to %3 now are split between %4 within a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not start again, and its share of layer %1 becomes free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No traffic goes through it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 that its arms share now go to %2 within a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split as intended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split is suspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split is not as intended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few items to check the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chi-squared %1, p %2, %3 items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::HostsPresenter</name>
    <message>
        <source>%1 %</source>
        <extracomment>percent of one core</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::LogPresenter</name>
    <message>
        <source>%1, all replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This replica is gone; its last lines stay here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::MonitoringPresenter</name>
    <message>
        <source>Items per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature store latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature cache hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU, of one core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The charts are not up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items, p99 up to %2</source>
        <extracomment>%1 such as 12.4k/s, %2 such as 4.4 ms</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers know no use case: choose one line per endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cached feature was looked up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::OverviewPresenter</name>
    <message>
        <source>%1 at step %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3 replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is connected, so nothing is served. Start aerie-proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n critical</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no critical one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is routed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is ready; no traffic flows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items over %2, %3 of them failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 items over %2, none failed</source>
        <extracomment>%1 such as 12.4k/s, %2 such as &quot;2 endpoints&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistrationPresenter</name>
    <message>
        <source>%1 is registered already with other content, and a version never changes. Give the bundle another version and pack it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first version of a new model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same content is registered as %1; nothing will change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No version of this model was signed with this key so far. The registry accepts trusted keys only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RegistryPresenter</name>
    <message>
        <source>The configs of &quot;%1@%2&quot; were not loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>verified; the key also signed %n other version(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>verified; the only version of this model with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not promoted to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::RoutingPresenter</name>
    <message>
        <source>Proxy %1 refused the newest config: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; no proxy is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 runs on %n proxy instance(s)</source>
        <extracomment>%1 is &quot;Config #14&quot;</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back to revision %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This use case has no experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One %1 per line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln key(s) are shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no endpoint yet: deploy a model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the use case a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use up to 128 letters without accents, digits, &quot;_&quot;, &quot;-&quot; and &quot;.&quot;, first a letter or digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is routed already; change its config instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no endpoint that is deployed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is routed to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not routed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::SimulationPresenter</name>
    <message>
        <source>Kill a worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause a model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow a model server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the control plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature store down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Malformed requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same rate all the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate follows the hour of the world: busy by day, a fifth of it by night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four times the rate for ten seconds of every minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bad day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A steady rate, and one fault after another strikes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulation closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic was not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traffic was not stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speed was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scenario was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not strike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One worker of the candidate is killed. Its neighbour takes the load until a new one serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops and starts again. Requests in between fail; it serves from its last good config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the candidate&apos;s stands still. Its worker leaves the rotation; calls go elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the candidate&apos;s gets a third of its time. Latency rises; nothing fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is killed. Traffic goes on; this window is not connected until it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads of stored features fail. Workers use what they remember for a minute, then defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored late rates are turned around. Version 2 uses them and gets worse within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong types, missing columns, a million rows among the good ones. Each gets a clear answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::StagedChanges</name>
    <message>
        <source>Routing of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) before it were applied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not changed; it stays staged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln bucket(s) moved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are applied.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::presenters::T</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::presenters::TopologyBuilder</name>
    <message>
        <source>no traffic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, p99 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused config #%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the items fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 cached</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::rpc</name>
    <message>
        <source>Give the context a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address of its control plane: host:port or unix:/path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address needs a port from 1 to 65535: host:port, for example ml.example.org:7700.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate and its key belong together: give both, or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other machines are reached through TLS only: give the file of the authority (CA) that signed the control plane&apos;s certificate.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::rpc::Connection</name>
    <message>
        <source>The control plane closed the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control plane stopped answering: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::rpc::SimulationHost</name>
    <message>
        <source>%1 is missing. Install Aerie whole, or build it with packaging/build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the rights of the folder above it, or set AERIE_HOME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulation was ended from outside or crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulation ended with code %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulation that ran here was ended by somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell</name>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deployment, %1</source>
        <extracomment>%1 is a state such as &quot;Ready&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::AboutDialog</name>
    <message>
        <source>About Aerie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aerie %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop control plane for machine-learning serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aerie&apos;s own source is under the Apache License 2.0. Qt Charts exists under GPL-3.0 only, so this program, linked with it, is distributed under GPL-3.0. The daemons and aeriectl use no Qt: SQLite, XGBoost, libarchive, Zstandard, hiredis, libcurl and others are named in the README.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::AppMenu</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::Application</name>
    <message>
        <source>&quot;%1&quot; cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::CommandPalette</name>
    <message>
        <source>Search or run a command; &gt; for commands, @ for things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::Deployments</name>
    <message>
        <source>Deploy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the number of replicas to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart all replicas?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the deployment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::Experiments</name>
    <message>
        <source>Create the experiment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the experiment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the experiment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the split?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::Header</name>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control plane of Aerie %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context: %1, %2</source>
        <extracomment>%1 is the name of a context, %2 local, staging or production</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::HelpWindow</name>
    <message>
        <source>Aerie guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::LogDock</name>
    <message>
        <source>Whose log is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is deployed yet, so there is no log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::MainWindow</name>
    <message>
        <source>Aerie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Aerie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - %2 - Aerie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to &quot;%1&quot; now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) of this window end unfinished.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or Run a Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light, dark, or as the system is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the log at the foot of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What succeeded and what failed so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands, by subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch Context...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what this window shows and controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Control Plane...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another control plane to connect to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage Contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, edit and remove contexts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the Local Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the whole system on this machine and show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the Local Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End its daemons; its state is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry the Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect now instead of waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window and end what it started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected text or rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor into the page&apos;s search field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log and put the cursor into its search field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Next in the Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next line that has the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Previous in the Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the line before that has the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chapter about what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the guide at its contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See and change the keys of all commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Aerie...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finds everything, %2 helps</source>
        <extracomment>%1 and %2 are keys</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) end unfinished.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is being done, with Cancel, and what was done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::NavRail</name>
    <message>
        <source>Unfold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the navigation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::NotificationPanel</name>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to tell yet.
What succeeds and what fails is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::Registry</name>
    <message>
        <source>Register a bundle?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the stage %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive a version?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::RoutingGuard</name>
    <message>
        <source>Change the routing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::Screenshots</name>
    <message>
        <source>No data came within %1 s; is the control plane running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written; choose another directory.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::shell::StartPage</name>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a control plane...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the local simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real daemons with real flight data on this machine. Live traffic appears in a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the local simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its daemons finish what they have begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local simulation did not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Aerie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See it at work first: the local simulation runs the whole system on this machine, with two versions of a model that predicts flight delays, an experiment between them and live traffic. It needs no network, and ends with this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the local simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local simulation is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its state is kept; starting it takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No control plane answers at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1

This window tries again by itself. Is aerie-control running there, and is the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::BucketMap</name>
    <message>
        <source>Bucket map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (moves)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (joins)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket %1: %2 now, %3 after (leaves)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket %1: %2, stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n bucket(s) change</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in no arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover or use the arrow keys to ask for a bucket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bucket changes. Hover or use the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartCard</name>
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart as a picture or a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Picture (PNG)...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Table (CSV)...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the Chart as a Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the Chart as a Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ChartPlot</name>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ConfirmSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the production context &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DagView</name>
    <message>
        <source>Nothing to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>with a cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::DiffView</name>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>aerie::widgets::EmptyState</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::FilterTable</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden by the search.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LegendBar</name>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: click shows or hides it, Ctrl+click shows it alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replica whose log is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest level that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter finds the next line, Shift+Enter the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest line again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to a file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::MessageBar</name>
    <message>
        <source>Dismiss message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::RolloutSteps</name>
    <message>
        <source>Rollout steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rollout yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SankeyView</name>
    <message>
        <source>Flow of items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover or use the arrow keys: intended and actual share of a way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitBar</name>
    <message>
        <source>Border between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 | %2: drag, or Left and Right for 1 %, with Ctrl 0.1 %, Page Up and Page Down for 10 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::SplitEditor</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of %1 in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of %1; the others share the rest as they did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskPanel</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TaskStrip</name>
    <message>
        <source>Progress of the newest task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the newest task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TimeRangeBar</name>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown: %1. Go back to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The piece that was picked in a chart; click to go back to the last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the clock again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the charts still (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the clock again (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::ToggleSwitch</name>
    <message>
        <source>...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::TopologyView</name>
    <message>
        <source>Topology</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aerie::widgets::YamlEditor</name>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>contexts</name>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>Registered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deployed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaled %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolled back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed the routing of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed the split of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
