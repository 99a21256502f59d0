"""The driver against a stand-in for ray: no cluster, no waiting."""
import base64
import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../resources/ray"))
import aerie_driver  # noqa: E402


class NodeDiedError(Exception):
    pass


class FakeRay:
    """Runs a task when it is waited for; `lost` of the first runs raise as a lost node would."""

    def __init__(self, lost=0, newest_first=False):
        self.lost, self.newest_first = lost, newest_first
        self.options_seen, self.most, self.results, self.cancelled = [], 0, {}, []
        self.on_wait = None

    def remote(self, function):
        ray = self

        class Remote:
            def options(self, **options):
                ray.options_seen.append(options)
                return self

            def remote(self, *arguments):
                ref = object()
                ray.results[ref] = (function, arguments)
                ray.most = max(ray.most, len(ray.results))
                return ref
        return Remote()

    def put(self, value):
        return value

    def cluster_resources(self):
        return {"CPU": 4.0}

    def wait(self, refs, num_returns, timeout):
        if self.on_wait:
            self.on_wait()
        return ([refs[-1 if self.newest_first else 0]], []) if num_returns == 1 else ([], refs)

    def get(self, ref):
        function, arguments = self.results.pop(ref)
        if self.lost > 0:
            self.lost -= 1
            raise NodeDiedError("the node died\nlong story")
        return function(*arguments)

    def cancel(self, ref, force):
        self.cancelled.append(ref)


def drive(plan, ray=None, driver_hook=None, cancelled=lambda: []):
    ray = ray or FakeRay()
    now = [0.0]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        driver = aerie_driver.Driver(ray, aerie_driver.checked_plan(plan), clock=lambda: now[0],
                                     sleep=lambda s: now.__setitem__(0, now[0] + s + 0.001), cancelled=cancelled)
        if driver_hook:
            driver_hook(driver)
        code = driver.run()
    events = [json.loads(line[6:]) for line in out.getvalue().splitlines()]
    return code, events, ray


def states(events, task_id):
    return [e["state"] for e in events if e["event"] == "task" and e["id"] == task_id]


def task(name, *command, **more):
    return dict({"id": name, "command": list(command)}, **more)


def wait_until(there, seconds=30):
    end = time.monotonic() + seconds
    while not there():
        if time.monotonic() > end:
            raise AssertionError("it did not happen within %d s" % seconds)
        time.sleep(0.02)


def make_shared(directory, probe):
    for folder in ("logs", "incoming"):
        os.makedirs(os.path.join(directory, folder))
    open(os.path.join(directory, probe), "w", encoding="utf-8").close()


def group_exists(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


class DriverTest(unittest.TestCase):
    def test_tasks_start_in_order_and_report(self):
        code, events, ray = drive({"tasks": [task("b", "true"), task("a", "true"), task("c", "true")]})
        self.assertEqual(code, 0)
        started = [e["id"] for e in events if e.get("state") == "submitted"]
        self.assertEqual(started, ["b", "a", "c"])
        self.assertEqual(events[0]["cluster_cpus"], 4.0)
        self.assertEqual(events[-1], {"event": "finished", "succeeded": 3, "failed": 0, "cancelled": 0})

    def test_resources_reach_ray(self):
        _, _, ray = drive({"tasks": [task("a", "true", cpus=0.5, memory=1 << 20)]})
        self.assertEqual(ray.options_seen, [{"num_cpus": 0.5, "max_retries": 0, "name": "a#1", "memory": 1 << 20}])

    def test_no_more_in_flight_than_allowed(self):
        _, _, ray = drive({"tasks": [task(str(i), "true") for i in range(20)], "max_in_flight": 3})
        self.assertEqual(ray.most, 3)

    def test_a_failed_task_is_retried_then_reported(self):
        code, events, _ = drive({"tasks": [task("a", "sh", "-c", "echo why; exit 3")], "retries": 2})
        self.assertEqual(code, 1)
        self.assertEqual(states(events, "a"), ["submitted", "retrying", "submitted", "retrying", "submitted", "failed"])
        last = [e for e in events if e["event"] == "task"][-1]
        self.assertEqual((last["error"], last["code"], last["attempt"]), ("exited with 3", 3, 3))
        self.assertEqual([e["text"] for e in events if e["event"] == "log"], ["why\n"] * 3)

    def test_a_lost_node_is_no_fault_of_the_task(self):
        code, events, _ = drive({"tasks": [task("a", "true")], "retries": 0}, FakeRay(lost=1))
        self.assertEqual(code, 0)
        retrying = [e for e in events if e.get("state") == "retrying"][0]
        self.assertEqual((retrying["error"], retrying["outcome"]), ("NodeDiedError: the node died", "lost"))
        code, events, _ = drive({"tasks": [task("a", "true", lost=8)]}, FakeRay(lost=9))
        self.assertEqual((code, states(events, "a")[-1]), (1, "failed"))

    def test_attempts_go_on_from_earlier_ones(self):
        _, events, _ = drive({"tasks": [task("a", "false", attempt=4, failures=1)], "retries": 2,
                              "backoff_seconds": 0})
        self.assertEqual([e["attempt"] for e in events if e.get("state") in ("retrying", "failed")], [5, 6])

    def test_more_memory_is_asked_for_after_out_of_memory(self):
        class OutOfMemoryError(Exception):
            pass

        class Hungry(FakeRay):
            def get(self, ref):
                if len(self.options_seen) < 4:
                    self.results.pop(ref)
                    raise OutOfMemoryError("killed")
                return super().get(ref)
        ray = Hungry()
        code, events, _ = drive({"tasks": [task("a", "true", memory=100)], "retries": 3, "memory_growth": 2,
                                 "memory_limit": 300}, ray)
        self.assertEqual((code, [o["memory"] for o in ray.options_seen]), (0, [100, 200, 300, 300]))
        self.assertEqual([e["outcome"] for e in events if e.get("state") == "retrying"], ["out_of_memory"] * 3)

    def test_single_tasks_are_cancelled_also_while_they_run(self):
        class Cancellable(FakeRay):
            def get(self, ref):
                if ref in self.cancelled:
                    self.results.pop(ref)
                    raise RuntimeError("cancelled")
                return super().get(ref)
        asked = []
        ray = Cancellable()
        ray.on_wait = lambda: asked.__setitem__(slice(None), ["0", "3"])
        code, events, _ = drive({"tasks": [task(str(i), "true") for i in range(4)], "max_in_flight": 2,
                                 "retries": 5}, ray, lambda d: setattr(d, "clock", lambda c=[0.0]: (
                                     c.__setitem__(0, c[0] + 2), c[0])[1]), cancelled=lambda: asked)
        self.assertEqual(code, 1)
        self.assertEqual(states(events, "3")[-1], "cancelled")
        self.assertEqual(states(events, "1")[-1], "succeeded")
        self.assertNotIn("retrying", states(events, "0"))

    def test_a_missing_output_fails_the_attempt(self):
        plan = {"tasks": [task("a", "touch", "{output_dir}/other", outputs=["model"])]}
        code, events, _ = drive(plan)
        self.assertEqual(code, 1)
        self.assertIn("did not write its output 'model'", events[-2]["error"])

    def test_programs_are_found_in_the_plans_path(self):
        with tempfile.TemporaryDirectory() as directory:
            program = os.path.join(directory, "aerie-test-program")
            with open(program, "w", encoding="utf-8") as file:
                file.write("#!/bin/sh\necho found\n")
            os.chmod(program, 0o755)
            _, events, _ = drive({"tasks": [task("a", "aerie-test-program")], "path": ["/none", directory]})
        self.assertEqual([e["text"] for e in events if e["event"] == "log"], ["found\n"])

    def test_use_is_measured(self):
        _, events, _ = drive({"tasks": [task("a", "sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done")]})
        end = [e for e in events if e.get("state") == "succeeded"][0]
        self.assertGreater(end["cpu_seconds"], 0)
        self.assertGreater(end["memory_peak"], 100000)
        self.assertLess(end["memory_peak"], 8 << 20)  # the shell's own, not that of this process
        self.assertGreater(end["started"], 1e9)

    def test_a_killed_worker_takes_its_task_along(self):
        script = ("import sys; sys.path.insert(0, %r); import aerie_driver as d; "
                  "p = d.checked_plan({'tasks': []}); d.run_task(p, {'id': 'a', 'command': "
                  "['sh', '-c', 'sleep 0.3; echo $$ > %s; sleep 600 & sleep 600']}, 1)")
        with tempfile.TemporaryDirectory() as directory:
            mark = os.path.join(directory, "pid")
            worker = subprocess.Popen([sys.executable, "-c", script % (os.path.dirname(aerie_driver.__file__), mark)])
            wait_until(lambda: os.path.exists(mark) and os.path.getsize(mark))
            with open(mark, encoding="utf-8") as file:
                group = int(file.read())
            worker.kill()
            worker.wait()
            wait_until(lambda: not group_exists(group))

    def test_back_off_doubles(self):
        seen = []
        drive({"tasks": [task("a", "false")], "retries": 3, "backoff_seconds": 2},
              driver_hook=lambda d: seen.append(d) or setattr(
                  d, "sleep", (lambda inner: lambda s: (seen.append(round(s)), inner(s)))(d.sleep)))
        self.assertEqual(sum(seen[1:]), 2 + 4 + 8)

    def test_a_task_that_takes_too_long_ends_with_all_it_started(self):
        code, events, _ = drive({"tasks": [task("a", "sh", "-c", "sleep 60 & sleep 60")], "timeout_seconds": 0.2})
        self.assertEqual(code, 1)
        failed = [e for e in events if e.get("state") == "failed"][0]
        self.assertEqual((failed["error"], failed["outcome"]), ("took longer than 0.2 s", "timed_out"))

    def test_an_unknown_program_is_named(self):
        _, events, _ = drive({"tasks": [task("a", "no-such-program")]})
        self.assertIn("cannot start 'no-such-program'", [e for e in events if e.get("state") == "failed"][0]["error"])

    def test_shell_metacharacters_are_arguments(self):
        _, events, _ = drive({"tasks": [task("a;rm -rf /", "printf", "%s", "$(id) `id` ; & |")]})
        self.assertEqual([e["text"] for e in events if e["event"] == "log"], ["$(id) `id` ; & |"])

    def test_variables_reach_the_task(self):
        _, events, _ = drive({"tasks": [task("a", "sh", "-c", "printf %s \"$ZONE\"", variables={"ZONE": "é x"})]})
        self.assertEqual([e["text"] for e in events if e["event"] == "log"], ["é x"])

    def test_artifacts_travel_in_the_log(self):
        script = "head -c 20000 /dev/urandom > \"$1/model\""
        code, events, _ = drive({"tasks": [task("a", "sh", "-c", script, "sh", "{output_dir}")]})
        self.assertEqual(code, 0)
        parts = [e for e in events if e["event"] == "artifact"]
        self.assertGreater(len(parts), 1)
        archive = b"".join(base64.b64decode(e["data"]) for e in parts)
        self.assertEqual(hashlib.sha256(archive).hexdigest(), parts[0]["sha256"])
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            self.assertEqual([(m.name, m.size) for m in tar], [("model", 20000)])

    def test_artifacts_go_to_a_shared_directory(self):
        with tempfile.TemporaryDirectory() as directory:
            make_shared(directory, "probe")
            plan = {"tasks": [task("a.7", "sh", "-c", "echo hi; touch $0/f", "{output_dir}")],
                    "shared": {"directory": directory, "probe": "probe"}}
            code, events, _ = drive(plan)
            self.assertEqual(code, 0)
            artifact = [e for e in events if e["event"] == "artifact"][0]
            self.assertEqual(artifact["file"], "a.7.1.tar.gz")
            with open(os.path.join(directory, "incoming", artifact["file"]), "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), artifact["sha256"])
            with open(os.path.join(directory, "logs", "a.7.1.log"), encoding="utf-8") as file:
                self.assertEqual(file.read(), "hi\n")
            self.assertEqual(os.listdir(os.path.join(directory, "incoming")), ["a.7.1.tar.gz"])
            self.assertEqual([e for e in events if e["event"] == "log"], [])

    def test_a_host_that_does_not_see_the_folder_uses_the_log(self):
        with tempfile.TemporaryDirectory() as directory:
            plan = {"tasks": [task("a", "touch", "{output_dir}/f"), task("../../x", "touch", "{output_dir}/f")],
                    "shared": {"directory": directory, "probe": "not-there"}}
            code, events, _ = drive(plan)
            self.assertEqual((code, os.listdir(directory)), (0, []))
            self.assertEqual([e["parts"] for e in events if e["event"] == "artifact"], [1, 1])

    def test_a_name_that_leads_out_is_never_a_file(self):
        with tempfile.TemporaryDirectory() as directory:
            make_shared(os.path.join(directory, "in"), "p")
            plan = {"tasks": [task("../x", "touch", "{output_dir}/f")],
                    "shared": {"directory": os.path.join(directory, "in"), "probe": "p"}}
            drive(plan)
            self.assertEqual(sorted(name for _, _, names in os.walk(directory) for name in names), ["p"])

    def test_a_log_without_end_is_cut(self):
        with tempfile.TemporaryDirectory() as directory:
            make_shared(directory, "p")
            plan = {"tasks": [task("a", "sh", "-c", "head -c 3000000 /dev/zero")], "log_limit": 1000,
                    "shared": {"directory": directory, "probe": "p"}}
            drive(plan)
            self.assertLess(os.path.getsize(os.path.join(directory, "logs", "a.1.log")), 1100)

    def test_a_log_on_a_full_disk_neither_stops_the_task_nor_loses_its_end(self):
        with tempfile.TemporaryDirectory() as directory:
            make_shared(directory, "p")
            os.symlink("/dev/full", os.path.join(directory, "logs", "a.1.log"))
            plan = {"tasks": [task("a", "sh", "-c", "head -c 3000000 /dev/zero; echo the end")], "log_bytes": 100,
                    "timeout_seconds": 60, "shared": {"directory": directory, "probe": "p"}}
            code, events, _ = drive(plan)
            self.assertEqual(code, 0)
            log = [e["text"] for e in events if e["event"] == "log"][0]
            self.assertIn("No space left on device; this is the end of the output]", log)
            self.assertTrue(log.endswith("the end\n"))

    def test_an_artifact_too_large_for_the_log_fails_with_the_remedy(self):
        plan = {"tasks": [task("a", "sh", "-c", "head -c 5000 /dev/urandom > \"$1/m\"", "sh", "{output_dir}")],
                "artifact_limit": 1000}
        code, events, _ = drive(plan)
        self.assertEqual(code, 1)
        self.assertIn("let the hosts share a folder", [e for e in events if e.get("state") == "failed"][0]["error"])

    def test_a_stop_cancels_what_runs(self):
        ray = FakeRay()
        code, events, _ = drive({"tasks": [task(str(i), "true") for i in range(5)], "max_in_flight": 2}, ray,
                                lambda d: setattr(ray, "on_wait", d.stop))
        self.assertEqual(code, 1)
        self.assertEqual(len(ray.cancelled), 1)
        self.assertEqual(events[-1], {"event": "finished", "succeeded": 1, "failed": 0, "cancelled": 4})

    def test_wrong_plans_are_refused(self):
        good = task("a", "true")
        for plan, problem in [
            ([], "needs a list of tasks"), ({"tasks": [{}]}, "needs an id"),
            ({"tasks": [good, good]}, "is there twice"), ({"tasks": [{"id": "a", "command": "rm -rf /"}]}, "list of"),
            ({"tasks": [task("a")]}, "list of strings"), ({"tasks": [task("a", "x\0y")]}, "NUL"),
            ({"tasks": [dict(good, cpus=-1)]}, "cpus"), ({"tasks": [dict(good, cpus=float("nan"))]}, "cpus"),
            ({"tasks": [dict(good, gpu=1)]}, "unknown field 'gpu'"), ({"tasks": [], "retry": 1}, "unknown field"),
            ({"tasks": [], "max_in_flight": -1}, "max_in_flight"), ({"tasks": [], "retries": True}, "retries"),
            ({"tasks": [], "shared": {"directory": "out"}}, "absolute path"),
            ({"tasks": [], "path": "x"}, "list of strings"), ({"tasks": [dict(good, outputs=[1])]}, "list of strings"),
        ]:
            with self.subTest(problem=problem), self.assertRaisesRegex(aerie_driver.PlanError, problem):
                aerie_driver.checked_plan(plan)


if __name__ == "__main__":
    unittest.main()
