// The tables of the training room; the migration set "training". Append only.
#pragma once

#include <string_view>

namespace aerie::training {

inline constexpr std::string_view kTrainingMigrations[] = {
    // `spec` is the job as JSON, with all values of its lists: tasks are made from it again, so their rows
    // hold only what happened to them.
    "CREATE TABLE training_job("
    " id INTEGER PRIMARY KEY AUTOINCREMENT, request_id TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,"
    " application TEXT NOT NULL, cluster TEXT NOT NULL, engine TEXT NOT NULL, state TEXT NOT NULL,"
    " message TEXT NOT NULL, priority INTEGER NOT NULL, spec TEXT NOT NULL, job_file TEXT NOT NULL,"
    " submitted_by TEXT NOT NULL, submitted_ms INTEGER NOT NULL, started_ms INTEGER NOT NULL DEFAULT 0,"
    " ended_ms INTEGER NOT NULL DEFAULT 0, published_version TEXT NOT NULL DEFAULT '',"
    " publication_request TEXT NOT NULL DEFAULT '', compacted INTEGER NOT NULL DEFAULT 0,"
    " pending INTEGER NOT NULL DEFAULT 0, running INTEGER NOT NULL DEFAULT 0,"
    " succeeded INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,"
    " cancelled INTEGER NOT NULL DEFAULT 0, revision INTEGER NOT NULL) STRICT;"
    "CREATE TABLE training_task("
    " job INTEGER NOT NULL REFERENCES training_job(id) ON DELETE CASCADE, number INTEGER NOT NULL,"
    " id TEXT NOT NULL, state TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0,"
    " lost INTEGER NOT NULL DEFAULT 0, attempt INTEGER NOT NULL DEFAULT 0, ready_ms INTEGER NOT NULL,"
    " cpu_millis INTEGER NOT NULL, memory_bytes INTEGER NOT NULL, host TEXT NOT NULL DEFAULT '',"
    " lane INTEGER NOT NULL DEFAULT 0, handle TEXT NOT NULL DEFAULT '', started_ms INTEGER NOT NULL DEFAULT "
    "0,"
    " ended_ms INTEGER NOT NULL DEFAULT 0, cpu_ms INTEGER NOT NULL DEFAULT 0,"
    " memory_peak INTEGER NOT NULL DEFAULT 0, outcome TEXT NOT NULL DEFAULT '',"
    " message TEXT NOT NULL DEFAULT '', revision INTEGER NOT NULL, PRIMARY KEY(job, number)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX training_task_open ON training_task(job, state) WHERE state IN ('pending', 'running');"
    // Attempts that ended. An attempt is in here once: this is what makes its end count once.
    "CREATE TABLE training_bar("
    " job INTEGER NOT NULL REFERENCES training_job(id) ON DELETE CASCADE, task INTEGER NOT NULL,"
    " attempt INTEGER NOT NULL, host TEXT NOT NULL, lane INTEGER NOT NULL, queued_ms INTEGER NOT NULL,"
    " started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, outcome TEXT NOT NULL, merged INTEGER NOT NULL,"
    " PRIMARY KEY(job, task, attempt)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE training_duration("
    " application TEXT NOT NULL, task TEXT NOT NULL, duration_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL,"
    " PRIMARY KEY(application, task)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE training_cluster("
    " name TEXT PRIMARY KEY, application TEXT NOT NULL, engine TEXT NOT NULL, state TEXT NOT NULL,"
    " message TEXT NOT NULL, limits TEXT NOT NULL, hosts INTEGER NOT NULL, price REAL NOT NULL,"
    " idle_timeout_ms INTEGER NOT NULL, created_ms INTEGER NOT NULL, since_ms INTEGER NOT NULL,"
    " ended_ms INTEGER NOT NULL, handle TEXT NOT NULL, revision INTEGER NOT NULL) STRICT;"
    "CREATE TABLE training_sample("
    " step_ms INTEGER NOT NULL, cluster TEXT NOT NULL, host TEXT NOT NULL, time_ms INTEGER NOT NULL,"
    " capacity REAL NOT NULL, slots REAL NOT NULL, busy REAL NOT NULL, running REAL NOT NULL,"
    " pending REAL NOT NULL, memory REAL NOT NULL, weight REAL NOT NULL,"
    " PRIMARY KEY(step_ms, cluster, host, time_ms)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE training_request(id TEXT PRIMARY KEY, job INTEGER NOT NULL, time_ms INTEGER NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE training_revision(one INTEGER PRIMARY KEY CHECK(one = 1), value INTEGER NOT NULL) STRICT;"
    "INSERT INTO training_revision VALUES(1, 0);",
    // What an engine that takes whole jobs calls one.
    "CREATE TABLE training_engine_job(job INTEGER PRIMARY KEY REFERENCES training_job(id) ON DELETE CASCADE,"
    " handle TEXT NOT NULL) STRICT;"
    "CREATE INDEX training_task_revision ON training_task(job, revision);",
    // What is long and never changes stands by itself: each step of a job writes its whole row.
    "CREATE TABLE training_text(job INTEGER PRIMARY KEY REFERENCES training_job(id) ON DELETE CASCADE,"
    " spec TEXT NOT NULL, job_file TEXT NOT NULL) STRICT;"
    "INSERT INTO training_text SELECT id, spec, job_file FROM training_job;"
    "ALTER TABLE training_job DROP COLUMN spec;"
    "ALTER TABLE training_job DROP COLUMN job_file;",
};

}  // namespace aerie::training
