#!/usr/bin/env python3
"""Runs the tasks of one training job on a Ray cluster, as the driver of a Ray job.

    python aerie_driver.py PLAN.json
    python aerie_driver.py --cancel CANCEL.json      as a Ray job of its own: {"control": "...", "tasks": [ids]}

Every report is one line on standard output: "AERIE " and a JSON object with "event":
    started  {tasks, cluster_cpus}
    task     {id, attempt, state: submitted|succeeded|failed|retrying|cancelled, outcome, host, node, pid, started,
              seconds, cpu_seconds, memory_peak, error, code}; outcome: succeeded|failed|timed_out|out_of_memory|lost|
              cancelled; times in seconds since 1970, memory in bytes
    log      {id, attempt, text}        the task's output, at most plan.log_bytes of its end; not when it is shared
    artifact {id, attempt, sha256, bytes, file}          written to the shared folder, or
             {id, attempt, sha256, bytes, part, parts, data}   a piece of the archive in base64
    finished {succeeded, failed, cancelled}
Everything else on standard output is for people. Exit: 0 all succeeded, 1 some failed, 2 the plan is wrong.

The plan: {"tasks": [{"id", "command": [...], "cpus", "memory", "variables": {}, "outputs": [...], "attempt",
"failures", "lost"}], "variables", "path", "control", "max_in_flight", "retries", "lost_retries", "backoff_seconds",
"backoff_limit_seconds", "memory_growth", "memory_limit", "timeout_seconds", "log_bytes", "log_limit", "artifact_limit",
"shared": {"directory", "probe"}}. Tasks start in the order given; attempts are counted from "attempt" + 1, and
"failures" and "lost" say what was used up before. An attempt that fails is repeated `retries` times, with a back-off
that doubles; one that is lost with its host, `lost_retries` times. "{output_dir}" in a command becomes a fresh
directory on the task's host; what is in it when the command succeeds, with all of "outputs", is the artifact, a
.tar.gz. "path" are folders that are searched for programs after PATH. A host that finds the file `probe` in the shared
directory writes there: logs/ID.ATTEMPT.log and incoming/ID.ATTEMPT.tar.gz; others send both through Ray. Commands are
argument vectors and meet no shell.

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
LOST = {"WorkerCrashedError", "NodeDiedError", "ObjectLostError", "OwnerDiedError", "LocalRayletDiedError",
        "ObjectFetchTimedOutError", "ReferenceCountingAssertionError", "ActorDiedError"}


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


def strings(value, what):
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise PlanError("%s must be a list of strings" % what)
    return value


def string_map(value, what):
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise PlanError("%s must be strings" % what)
    return value


TASK_FIELDS = {"id", "command", "cpus", "memory", "variables", "outputs", "attempt", "failures", "lost"}
PLAN_FIELDS = {"tasks", "variables", "path", "control", "max_in_flight", "retries", "lost_retries", "backoff_seconds",
               "backoff_limit_seconds", "memory_growth", "memory_limit", "timeout_seconds", "log_bytes", "log_limit",
               "artifact_limit", "shared"}


def checked_task(task, seen):
    if not isinstance(task, dict) or not isinstance(task.get("id"), str) or not task["id"]:
        raise PlanError("every task needs an id")
    name = task["id"]
    if name in seen:
        raise PlanError("task '%s' is there twice" % name)
    seen.add(name)
    what = "task '%s': " % name
    command = strings(task.get("command"), what + "command")
    if not command:
        raise PlanError(what + "command must be a list of strings")
    if any("\0" in word for word in command):
        raise PlanError(what + "command contains a NUL byte")
    string_map(task.get("variables", {}), what + "variables")
    strings(task.get("outputs", []), what + "outputs")
    number(task.get("cpus", 1), what + "cpus", 0)
    for field in ("memory", "attempt", "failures", "lost"):
        number(task.get(field, 0), what + field, 0, integer=True)
    unknown = set(task) - TASK_FIELDS
    if unknown:
        raise PlanError("%sunknown field '%s'" % (what, sorted(unknown)[0]))


def checked_plan(plan):
    """The plan with its defaults, or PlanError."""
    if not isinstance(plan, dict) or not isinstance(plan.get("tasks"), list):
        raise PlanError("the plan needs a list of tasks")
    unknown = set(plan) - PLAN_FIELDS
    if unknown:
        raise PlanError("unknown field '%s'" % sorted(unknown)[0])
    seen = set()
    for task in plan["tasks"]:
        checked_task(task, seen)
    shared = string_map(plan.get("shared", {}), "shared")
    if shared.get("directory") and not os.path.isabs(shared["directory"]):
        raise PlanError("shared.directory must be an absolute path")
    if not isinstance(plan.get("control", ""), str):
        raise PlanError("control must be a string")

    def integer(field, default, least=0):
        return number(plan.get(field, default), field, least, integer=True)

    def real(field, default, least=0):
        return number(plan.get(field, default), field, least)
    return {
        "tasks": plan["tasks"],
        "variables": string_map(plan.get("variables", {}), "variables"),
        "path": strings(plan.get("path", []), "path"),
        "control": plan.get("control", ""),
        "max_in_flight": integer("max_in_flight", 0),
        "retries": integer("retries", 0),
        "lost_retries": integer("lost_retries", 10),
        "backoff_seconds": real("backoff_seconds", 1.0),
        "backoff_limit_seconds": real("backoff_limit_seconds", 3600.0),
        "memory_growth": real("memory_growth", 1.0, 1),
        "memory_limit": integer("memory_limit", 0),
        "timeout_seconds": real("timeout_seconds", 0),
        "log_bytes": integer("log_bytes", 65536),
        "log_limit": integer("log_limit", 16 << 20),
        "artifact_limit": integer("artifact_limit", 1 << 20),
        "directory": shared.get("directory", ""),
        "probe": shared.get("probe", ""),
    }


def run_task(job, task, attempt):
    """On the task's host. Self-contained: Ray ships it by value. What `job` holds is the same for all tasks."""
    import hashlib
    import io
    import os
    import resource
    import shutil
    import signal
    import socket
    import subprocess
    import sys
    import tarfile
    import tempfile
    import threading
    import time

    name = "%s.%d" % (task["id"], attempt)
    output_dir = tempfile.mkdtemp(prefix="aerie-task-")
    shared = ""
    if job["directory"] and "/" not in name and not name.startswith("."):
        if os.path.isfile(os.path.join(job["directory"], job["probe"])):
            shared = job["directory"]
    begun = time.monotonic()  # how long it took; a clock may be put meanwhile
    result = {"host": socket.gethostname(), "node": "", "pid": 0, "code": None, "error": "", "outcome": "failed",
              "archive": b"", "stored": None, "log": "", "started": time.time(), "cpu_seconds": 0.0, "memory_peak": 0}
    try:
        import ray
        result["node"] = ray.get_runtime_context().get_node_id()
    except Exception:
        pass
    child = None
    timed_out, ended = threading.Event(), threading.Event()
    unwritten = []  # why the shared log lacks what came later

    def tell_guard(group):
        """The guard ends this process group when this process is killed. One serves all tasks of a worker."""
        for _ in range(2):
            pipe = getattr(sys, "aerie_guard", None)
            try:
                if pipe is None:
                    reading, pipe = os.pipe()
                    sys.aerie_guard = pipe
                    # It must be nobody's child: Ray kills the children of a worker one by one.
                    script = ("exec 3<&0; (group=0; while read -r next <&3; do group=$next; done; "
                              "[ \"$group\" = 0 ] || kill -9 -\"$group\") &")
                    subprocess.run(["/bin/sh", "-c", script], stdin=reading, check=False, start_new_session=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    os.close(reading)
                os.write(pipe, b"%d\n" % group)
                return
            except BrokenPipeError:  # somebody has killed the guard
                os.close(pipe)
                sys.aerie_guard = None

    def kill_all():
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass

    def look_at_memory():
        # wait4() counts what this process had before the command began; the kernel's own peak of it does not.
        try:
            with open("/proc/%d/status" % child.pid, encoding="ascii", errors="replace") as status:
                for line in status:
                    if line.startswith("VmHWM:"):
                        result["memory_peak"] = max(result["memory_peak"], int(line.split()[1]) * 1024)
        except (OSError, ValueError):
            pass

    def watch_memory():
        while not ended.wait(0.2):
            look_at_memory()

    def too_long():
        timed_out.set()
        kill_all()

    def pump(source, log, left):
        # The end of the output is kept in memory, its beginning in the log: neither grows without bounds. Whatever
        # becomes of the log, the output is read to its end: a task would wait at a full pipe for ever.
        tail, mark = b"", b"\n[the log's limit is reached; the rest is dropped]\n"
        while True:
            block = source.read1(1 << 16)
            if not block:
                break
            tail = (tail + block)[-max(1, job["log_bytes"]):]
            if left > 0:
                try:
                    log.write(block[:left])
                    left -= len(block)
                    if left <= 0:
                        log.write(mark)
                except OSError as problem:
                    left = 0
                    unwritten.append(problem.strerror or "an error without a name")
        result["log"] = tail.decode("utf-8", "replace") if job["log_bytes"] else ""

    try:
        log = None
        if shared:
            try:
                log = open(os.path.join(shared, "logs", name + ".log"), "wb", buffering=0)
            except OSError:
                shared = ""
        if log is None:
            log = open(os.devnull, "wb")
        with log:
            words = [word.replace("{output_dir}", output_dir) for word in task["command"]]
            environment = dict(os.environ, **job["variables"])
            environment.update(task.get("variables", {}))
            there = [folder for folder in job["path"] if os.path.isdir(folder)]
            environment["PATH"] = os.pathsep.join([environment.get("PATH", os.defpath)] + there)
            program = shutil.which(words[0], path=environment["PATH"]) or words[0]
            timer = None
            tell_guard(0)  # it must be there before what it guards
            try:
                # Its own process group: what it starts ends with it.
                child = subprocess.Popen(words, executable=program, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                         stderr=subprocess.STDOUT, env=environment, start_new_session=True)
            except OSError as problem:
                result["error"] = "cannot start '%s': %s" % (words[0], problem.strerror)
            if child is not None:
                result["pid"] = child.pid
                tell_guard(child.pid)
                look_at_memory()
                pumping = threading.Thread(target=pump, args=(child.stdout, log, job["log_limit"]), daemon=True)
                pumping.start()
                watching = threading.Thread(target=watch_memory, daemon=True)
                watching.start()
                if job["timeout_seconds"]:
                    timer = threading.Timer(job["timeout_seconds"], too_long)
                    timer.start()
                _, status, usage = os.wait4(child.pid, 0)
                child.returncode = result["code"] = os.waitstatus_to_exitcode(status)
                result["cpu_seconds"] = usage.ru_utime + usage.ru_stime
                ended.set()
                watching.join(10)
                if usage.ru_maxrss > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1.1:
                    result["memory_peak"] = usage.ru_maxrss * 1024
                if timer is not None:
                    timer.cancel()
                kill_all()
                pumping.join(10)
                child.stdout.close()
        missing = [path for path in task.get("outputs", []) if not os.path.exists(os.path.join(output_dir, path))]
        if timed_out.is_set():
            result["error"], result["outcome"] = "took longer than %g s" % job["timeout_seconds"], "timed_out"
        elif result["code"] is not None and result["code"] < 0:
            result["error"] = "killed by signal %d" % -result["code"]
        elif result["code"]:
            result["error"] = "exited with %d" % result["code"]
        elif not result["error"] and missing:
            result["error"] = "did not write its output '%s'" % missing[0]
        elif not result["error"] and os.listdir(output_dir):
            archive = io.BytesIO()
            with tarfile.open(fileobj=archive, mode="w:gz", compresslevel=1) as tar:
                for entry in sorted(os.listdir(output_dir)):
                    tar.add(os.path.join(output_dir, entry), arcname=entry)
            result["archive"] = archive.getvalue()
            if shared:
                path = os.path.join(shared, "incoming", name + ".tar.gz")
                try:
                    with open(path + ".part", "wb") as out:  # its reader checks the digest, so it is not synced
                        out.write(result["archive"])
                    os.replace(path + ".part", path)
                    result["stored"] = {"file": name + ".tar.gz", "bytes": len(result["archive"]),
                                        "sha256": hashlib.sha256(result["archive"]).hexdigest()}
                    result["archive"] = b""
                except OSError as problem:
                    result["error"] = "the artifact cannot be written to %s: %s" % (path, problem.strerror)
        if not result["error"]:
            result["outcome"] = "succeeded"
        if unwritten:
            result["log"] = ("[the log cannot be written to %s: %s; this is the end of the output]\n%s"
                             % (os.path.join(shared, "logs"), unwritten[0], result["log"]))
        elif shared:
            result["log"] = ""
    finally:
        if child is not None:
            tell_guard(0)
        shutil.rmtree(output_dir, ignore_errors=True)
    result["seconds"] = time.monotonic() - begun
    return result


def deliver(plan, task_id, attempt, result):
    """Reports the artifact; a text when that is not possible."""
    if result["stored"]:
        say("artifact", id=task_id, attempt=attempt, **result["stored"])
        return ""
    archive = result["archive"]
    if not archive:
        return ""
    digest = hashlib.sha256(archive).hexdigest()
    if len(archive) > plan["artifact_limit"]:
        return ("the artifact has %d bytes where %d may travel in the log: let the hosts share a folder with the "
                "training daemon" % (len(archive), plan["artifact_limit"]))
    parts = (len(archive) + PART - 1) // PART
    for part in range(parts):
        data = base64.b64encode(archive[part * PART:(part + 1) * PART]).decode()
        say("artifact", id=task_id, attempt=attempt, sha256=digest, bytes=len(archive), part=part, parts=parts,
            data=data)
    return ""


def control_key(control):
    return ("aerie:cancel:" + control).encode()


def cancelled_in_store(control):
    """The tasks that somebody wants cancelled, from Ray's own store; none where this Ray has no such store."""
    try:
        from ray.experimental.internal_kv import _internal_kv_get
        text = _internal_kv_get(control_key(control))
        return json.loads(text) if text else []
    except Exception:
        return []


def ask_to_cancel(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        wanted = json.load(file)
    import ray
    from ray.experimental.internal_kv import _internal_kv_put
    ray.init(log_to_driver=False)
    names = sorted(set(strings(wanted["tasks"], "tasks")) | set(cancelled_in_store(wanted["control"])))
    _internal_kv_put(control_key(wanted["control"]), json.dumps(names).encode(), overwrite=True)
    print("asked to cancel %d tasks" % len(wanted["tasks"]))
    return 0


class Progress:
    """What a task has used up."""

    def __init__(self, task):
        self.attempt = task.get("attempt", 0)
        self.failures = task.get("failures", 0)
        self.lost = task.get("lost", 0)
        self.memory = task.get("memory", 0)


class Driver:
    def __init__(self, ray, plan, clock=time.monotonic, sleep=time.sleep, cancelled=None):
        self.ray, self.plan, self.clock, self.sleep = ray, plan, clock, sleep
        self.asked = cancelled or (lambda: cancelled_in_store(plan["control"]) if plan["control"] else [])
        self.waiting = list(reversed(plan["tasks"]))  # the next one is last
        self.later = []      # (not before, task)
        self.running = {}    # ref -> task
        self.progress = {task["id"]: Progress(task) for task in plan["tasks"]}
        self.unwanted = set()
        self.succeeded = self.failed = self.cancelled = 0
        self.stopping = False
        self.remote = ray.remote(run_task)
        self.job = {key: plan[key] for key in ("variables", "path", "directory", "probe", "timeout_seconds",
                                               "log_bytes", "log_limit")}  # small: it travels with each task
        self.limit, self.limit_until, self.asked_at = 0, None, None

    def stop(self, *_):
        self.stopping = True

    def in_flight_limit(self):
        """Enough that no CPU waits for us; the rest keeps its order here."""
        if self.plan["max_in_flight"]:
            return self.plan["max_in_flight"]
        if self.limit_until is None or self.clock() >= self.limit_until:
            least = min([task.get("cpus", 1) for task in self.plan["tasks"]] or [1]) or 0.1
            slots = self.ray.cluster_resources().get("CPU", 0) / least
            self.limit, self.limit_until = max(4, min(5000, int(slots * 1.25) + 2)), self.clock() + 5
        return self.limit

    def start(self, task):
        progress = self.progress[task["id"]]
        progress.attempt += 1
        options = {"num_cpus": task.get("cpus", 1), "max_retries": 0,
                   "name": "%s#%d" % (task["id"], progress.attempt)}
        if progress.memory:
            options["memory"] = progress.memory
        self.running[self.remote.options(**options).remote(self.job, task, progress.attempt)] = task
        say("task", id=task["id"], attempt=progress.attempt, state="submitted")

    def fill(self):
        now = self.clock()
        due = [entry for entry in self.later if entry[0] <= now]
        self.later = [entry for entry in self.later if entry[0] > now]
        limit = self.in_flight_limit()
        while len(self.running) < limit and (due or self.waiting):
            self.start(due.pop(0)[1] if due else self.waiting.pop())
        self.later.extend(due)

    def drop_unwanted(self):
        now = self.clock()
        if self.asked_at is not None and now < self.asked_at + 1:
            return
        self.asked_at = now
        fresh = set(self.asked()) - self.unwanted
        if not fresh:
            return
        self.unwanted |= fresh
        for task in [t for t in self.waiting if t["id"] in fresh] + [e[1] for e in self.later if e[1]["id"] in fresh]:
            self.cancelled += 1
            say("task", id=task["id"], attempt=self.progress[task["id"]].attempt, state="cancelled",
                outcome="cancelled", error="")
        self.waiting = [task for task in self.waiting if task["id"] not in fresh]
        self.later = [entry for entry in self.later if entry[1]["id"] not in fresh]
        for ref, task in self.running.items():
            if task["id"] in fresh:
                self.ray.cancel(ref, force=True)

    def outcome_of(self, ref, fields):
        try:
            result = self.ray.get(ref)
        except Exception as problem:  # a lost node, out of memory, a worker that died: Ray has many classes
            lines = str(problem).strip().splitlines()
            kind = type(problem).__name__
            fields["error"] = "%s: %s" % (kind, lines[0][:300] if lines else "")
            if kind == "OutOfMemoryError":
                return "out_of_memory"
            return "lost" if kind in LOST else "failed"
        for name in ("host", "node", "pid", "started", "seconds", "cpu_seconds", "memory_peak", "code", "error"):
            fields[name] = result[name]
        if result["log"]:
            say("log", id=fields["id"], attempt=fields["attempt"], text=result["log"])
        if result["outcome"] != "succeeded":
            return result["outcome"]
        fields["error"] = deliver(self.plan, fields["id"], fields["attempt"], result)
        return "failed" if fields["error"] else "succeeded"

    def delay(self, progress, outcome):
        """Seconds until the next attempt; None when there is none."""
        if outcome == "lost":
            progress.lost += 1
            return 0.0 if progress.lost <= self.plan["lost_retries"] else None
        progress.failures += 1
        if progress.failures > self.plan["retries"]:
            return None
        growth, limit = self.plan["memory_growth"], self.plan["memory_limit"]
        if outcome == "out_of_memory" and growth > 1:
            wanted = int(progress.memory * growth)
            progress.memory = max(progress.memory, min(wanted, limit) if limit else wanted)
        return min(self.plan["backoff_seconds"] * 2 ** min(progress.failures - 1, 40),
                   self.plan["backoff_limit_seconds"])

    def finish(self, ref):
        task = self.running.pop(ref)
        progress = self.progress[task["id"]]
        fields = {"id": task["id"], "attempt": progress.attempt, "error": ""}
        outcome = self.outcome_of(ref, fields)
        if task["id"] in self.unwanted and outcome != "succeeded":
            self.cancelled += 1
            fields["error"] = ""
            say("task", state="cancelled", outcome="cancelled", **fields)
            return
        if outcome == "succeeded":
            self.succeeded += 1
            say("task", state="succeeded", outcome=outcome, **fields)
            return
        wait = None if self.stopping else self.delay(progress, outcome)
        if wait is None:
            self.failed += 1
            say("task", state="failed", outcome=outcome, **fields)
        else:
            self.later.append((self.clock() + wait, task))
            say("task", state="retrying", outcome=outcome, **fields)

    def run(self):
        total = len(self.plan["tasks"])
        say("started", tasks=total, cluster_cpus=self.ray.cluster_resources().get("CPU", 0))
        while not self.stopping and (self.waiting or self.later or self.running):
            self.drop_unwanted()
            self.fill()
            if not self.running:
                if self.later:
                    self.sleep(max(0.0, min(1.0, min(entry[0] for entry in self.later) - self.clock())))
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
    if len(arguments) == 3 and arguments[1] == "--cancel":
        return ask_to_cancel(arguments[2:])
    if len(arguments) != 2:
        sys.stderr.write("usage: aerie_driver.py PLAN.json | --cancel CANCEL.json\n")
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
