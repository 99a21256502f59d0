#!/usr/bin/env python3
"""Runs the tasks of one training job on a Ray cluster, as the driver of a Ray job.

    python aerie_driver.py PLAN.json

Every report is one line on standard output: "AERIE " and a JSON object with "event":
    started  {tasks, cluster_cpus}
    task     {id, attempt, state: submitted|succeeded|failed|retrying, host, pid, seconds, error, code}
    log      {id, attempt, text}                      the task's output, at most plan.log_bytes of its end
    artifact {id, sha256, bytes, path}                written below plan.artifacts.directory, or
             {id, sha256, bytes, part, parts, data}   a piece of the archive in base64
    finished {succeeded, failed, cancelled}
Everything else on standard output is for people. Exit: 0 all succeeded, 1 some failed, 2 the plan is wrong.

The plan: {"tasks": [{"id", "command": [...], "cpus", "memory", "variables": {}}], "max_in_flight", "retries",
"backoff_seconds", "timeout_seconds", "log_bytes", "artifacts": {"directory", "log_limit"}}. Tasks start in the order
given. "{output_dir}" in a command becomes a fresh directory on the task's host; what is in it when the command
succeeds is the artifact, a .tar.gz. Commands are argument vectors and meet no shell.

Needs nothing but Python 3.9 and ray.
"""
import base64
import hashlib
import json
import os
import signal
import sys
import time

PART = 9000  # bytes of an artifact in one line: Ray cuts log lines near 20,000 characters


class PlanError(Exception):
    pass


def say(event, **fields):
    fields["event"] = event
    # One write: tasks' own output on the same pipe must not cut a report in two.
    sys.stdout.write("AERIE " + json.dumps(fields, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def number(value, what, least, integer=False):
    kinds = (int,) if integer else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not least <= value < 1e15:
        raise PlanError("%s must be a number of at least %s" % (what, least))
    return value


def checked_task(task, seen):
    if not isinstance(task, dict) or not isinstance(task.get("id"), str) or not task["id"]:
        raise PlanError("every task needs an id")
    name = task["id"]
    if name in seen:
        raise PlanError("task '%s' is there twice" % name)
    seen.add(name)
    command = task.get("command")
    if not isinstance(command, list) or not command or not all(isinstance(word, str) for word in command):
        raise PlanError("task '%s': command must be a list of strings" % name)
    if any("\0" in word for word in command):
        raise PlanError("task '%s': command contains a NUL byte" % name)
    variables = task.get("variables", {})
    if not isinstance(variables, dict) or not all(isinstance(v, str) for v in variables.values()):
        raise PlanError("task '%s': variables must be strings" % name)
    number(task.get("cpus", 1), "task '%s': cpus" % name, 0)
    number(task.get("memory", 0), "task '%s': memory" % name, 0, integer=True)
    unknown = set(task) - {"id", "command", "cpus", "memory", "variables"}
    if unknown:
        raise PlanError("task '%s': unknown field '%s'" % (name, sorted(unknown)[0]))


def checked_plan(plan):
    """The plan with its defaults, or PlanError."""
    if not isinstance(plan, dict) or not isinstance(plan.get("tasks"), list):
        raise PlanError("the plan needs a list of tasks")
    known = {"tasks", "max_in_flight", "retries", "backoff_seconds", "timeout_seconds", "log_bytes", "artifacts"}
    unknown = set(plan) - known
    if unknown:
        raise PlanError("unknown field '%s'" % sorted(unknown)[0])
    seen = set()
    for task in plan["tasks"]:
        checked_task(task, seen)
    artifacts = plan.get("artifacts", {})
    directory = artifacts.get("directory", "")
    if directory and not os.path.isabs(directory):
        raise PlanError("artifacts.directory must be an absolute path that all hosts share")
    return {
        "tasks": plan["tasks"],
        "max_in_flight": number(plan.get("max_in_flight", 100), "max_in_flight", 1, integer=True),
        "retries": number(plan.get("retries", 0), "retries", 0, integer=True),
        "backoff_seconds": number(plan.get("backoff_seconds", 1.0), "backoff_seconds", 0),
        "timeout_seconds": number(plan.get("timeout_seconds", 0), "timeout_seconds", 0),
        "log_bytes": number(plan.get("log_bytes", 65536), "log_bytes", 0, integer=True),
        "directory": directory,
        "log_limit": number(artifacts.get("log_limit", 1 << 20), "artifacts.log_limit", 0, integer=True),
    }


def run_task(command, variables, timeout_seconds, log_bytes):
    """On the task's host. Self-contained: Ray ships it by value."""
    import io
    import os
    import shutil
    import signal
    import socket
    import subprocess
    import tarfile
    import tempfile
    import time

    work = tempfile.mkdtemp(prefix="aerie-task-")
    output_dir = os.path.join(work, "out")
    os.mkdir(output_dir)
    started = time.time()
    result = {"host": socket.gethostname(), "pid": os.getpid(), "code": None, "error": "", "archive": b""}
    child = None
    try:
        with open(os.path.join(work, "log"), "w+b") as log:
            words = [word.replace("{output_dir}", output_dir) for word in command]
            environment = dict(os.environ, **variables)
            try:
                # Its own process group: what it starts ends with it.
                child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                         env=environment, start_new_session=True)
                result["code"] = child.wait(timeout_seconds or None)
            except OSError as problem:
                result["error"] = "cannot start '%s': %s" % (words[0], problem.strerror)
            except subprocess.TimeoutExpired:
                result["error"] = "took longer than %g s" % timeout_seconds
            size = log.seek(0, os.SEEK_END)
            log.seek(max(0, size - log_bytes))
            result["log"] = log.read(log_bytes).decode("utf-8", "replace")
        if result["code"] is not None and result["code"] < 0:
            result["error"] = "killed by signal %d" % -result["code"]
        elif result["code"]:
            result["error"] = "exited with %d" % result["code"]
        elif not result["error"] and os.listdir(output_dir):
            archive = io.BytesIO()
            with tarfile.open(fileobj=archive, mode="w:gz") as tar:
                for name in sorted(os.listdir(output_dir)):
                    tar.add(os.path.join(output_dir, name), arcname=name)
            result["archive"] = archive.getvalue()
    finally:
        if child is not None:
            try:
                os.killpg(child.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            child.wait()
        shutil.rmtree(work, ignore_errors=True)
    result["seconds"] = time.time() - started
    return result


def file_name(task_id):
    """A file name that no task id can lead out of the directory with."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in task_id)[:80]
    return "%s-%s.tar.gz" % (plain, hashlib.sha256(task_id.encode()).hexdigest()[:12])


def deliver(plan, task_id, archive):
    """Reports the artifact; a text when that is not possible."""
    if not archive:
        return ""
    digest = hashlib.sha256(archive).hexdigest()
    if plan["directory"]:
        path = os.path.join(plan["directory"], file_name(task_id))
        try:
            os.makedirs(plan["directory"], exist_ok=True)
            with open(path + ".part", "wb") as out:
                out.write(archive)
                out.flush()
                os.fsync(out.fileno())
            os.replace(path + ".part", path)
        except OSError as problem:
            return "the artifact cannot be written to %s: %s" % (path, problem.strerror)
        say("artifact", id=task_id, sha256=digest, bytes=len(archive), path=path)
        return ""
    if len(archive) > plan["log_limit"]:
        return ("the artifact has %d bytes where %d may travel in the log: set artifacts.directory to a folder that "
                "all hosts share" % (len(archive), plan["log_limit"]))
    parts = (len(archive) + PART - 1) // PART
    for part in range(parts):
        data = base64.b64encode(archive[part * PART:(part + 1) * PART]).decode()
        say("artifact", id=task_id, sha256=digest, bytes=len(archive), part=part, parts=parts, data=data)
    return ""


class Driver:
    def __init__(self, ray, plan, clock=time.monotonic, sleep=time.sleep):
        self.ray, self.plan, self.clock, self.sleep = ray, plan, clock, sleep
        self.waiting = list(reversed(plan["tasks"]))  # the next one is last
        self.later = []      # (not before, task, attempt)
        self.running = {}    # ref -> (task, attempt)
        self.succeeded = 0
        self.failed = 0
        self.stopping = False
        self.remote = ray.remote(run_task)

    def stop(self, *_):
        self.stopping = True

    def start(self, task, attempt):
        options = {"num_cpus": task.get("cpus", 1), "max_retries": 0, "name": task["id"]}
        if task.get("memory"):
            options["memory"] = task["memory"]
        ref = self.remote.options(**options).remote(task["command"], task.get("variables", {}),
                                                    self.plan["timeout_seconds"], self.plan["log_bytes"])
        self.running[ref] = (task, attempt)
        say("task", id=task["id"], attempt=attempt, state="submitted")

    def fill(self):
        now = self.clock()
        due = [entry for entry in self.later if entry[0] <= now]
        self.later = [entry for entry in self.later if entry[0] > now]
        while len(self.running) < self.plan["max_in_flight"] and (due or self.waiting):
            if due:
                _, task, attempt = due.pop(0)
                self.start(task, attempt)
            else:
                self.start(self.waiting.pop(), 0)
        self.later.extend(due)

    def finish(self, ref):
        task, attempt = self.running.pop(ref)
        fields = {"id": task["id"], "attempt": attempt}
        try:
            result = self.ray.get(ref)
        except Exception as problem:  # a lost node, out of memory, a worker that died: Ray has many classes
            lines = str(problem).strip().splitlines()
            fields["error"] = "%s: %s" % (type(problem).__name__, lines[0][:300] if lines else "")
        else:
            for name in ("host", "pid", "seconds", "code", "error"):
                fields[name] = result[name]
            if result.get("log"):
                say("log", id=task["id"], attempt=attempt, text=result["log"])
            if not fields["error"]:
                fields["error"] = deliver(self.plan, task["id"], result["archive"])
        if not fields["error"]:
            self.succeeded += 1
            say("task", state="succeeded", **fields)
        elif attempt < self.plan["retries"] and not self.stopping:
            wait = self.plan["backoff_seconds"] * 2 ** min(attempt, 10)
            self.later.append((self.clock() + wait, task, attempt + 1))
            say("task", state="retrying", **fields)
        else:
            self.failed += 1
            say("task", state="failed", **fields)

    def run(self):
        total = len(self.plan["tasks"])
        say("started", tasks=total, cluster_cpus=self.ray.cluster_resources().get("CPU", 0))
        while not self.stopping and (self.waiting or self.later or self.running):
            self.fill()
            if not self.running:
                self.sleep(max(0.0, min(entry[0] for entry in self.later) - self.clock()))
                continue
            refs = list(self.running)
            # Not for ever: back-offs end, and a stop must be seen.
            ready, _ = self.ray.wait(refs, num_returns=1, timeout=0.5)
            if ready:
                more, _ = self.ray.wait(refs, num_returns=len(refs), timeout=0)
                for ref in more or ready:
                    self.finish(ref)
        for ref in list(self.running):
            self.ray.cancel(ref, force=True)
        say("finished", succeeded=self.succeeded, failed=self.failed, cancelled=total - self.succeeded - self.failed)
        return 0 if self.succeeded == total else 1


def main(arguments):
    if len(arguments) != 2:
        sys.stderr.write("usage: aerie_driver.py PLAN.json\n")
        return 2
    try:
        with open(arguments[1], encoding="utf-8") as file:
            plan = checked_plan(json.load(file))
    except (OSError, ValueError, PlanError) as problem:
        sys.stderr.write("aerie_driver: %s: %s\n" % (arguments[1], problem))
        return 2
    import ray
    ray.init(log_to_driver=False)
    driver = Driver(ray, plan)
    signal.signal(signal.SIGTERM, driver.stop)
    return driver.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
