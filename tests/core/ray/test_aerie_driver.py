"""The driver against a stand-in for ray: no cluster, no waiting."""
import base64
import contextlib
import hashlib
import io
import json
import os
import sys
import tarfile
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../resources/ray"))
import aerie_driver  # noqa: E402


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
            raise RuntimeError("the node died\nlong story")
        return function(*arguments)

    def cancel(self, ref, force):
        self.cancelled.append(ref)


def drive(plan, ray=None, driver_hook=None):
    ray = ray or FakeRay()
    now = [0.0]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        driver = aerie_driver.Driver(ray, aerie_driver.checked_plan(plan), clock=lambda: now[0],
                                     sleep=lambda s: now.__setitem__(0, now[0] + s + 0.001))
        if driver_hook:
            driver_hook(driver)
        code = driver.run()
    events = [json.loads(line[6:]) for line in out.getvalue().splitlines()]
    return code, events, ray


def states(events, task_id):
    return [e["state"] for e in events if e["event"] == "task" and e["id"] == task_id]


def task(name, *command, **more):
    return dict({"id": name, "command": list(command)}, **more)


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
        self.assertEqual(ray.options_seen, [{"num_cpus": 0.5, "max_retries": 0, "name": "a", "memory": 1 << 20}])

    def test_no_more_in_flight_than_allowed(self):
        _, _, ray = drive({"tasks": [task(str(i), "true") for i in range(20)], "max_in_flight": 3})
        self.assertEqual(ray.most, 3)

    def test_a_failed_task_is_retried_then_reported(self):
        code, events, _ = drive({"tasks": [task("a", "sh", "-c", "echo why; exit 3")], "retries": 2})
        self.assertEqual(code, 1)
        self.assertEqual(states(events, "a"), ["submitted", "retrying", "submitted", "retrying", "submitted", "failed"])
        last = [e for e in events if e["event"] == "task"][-1]
        self.assertEqual((last["error"], last["code"], last["attempt"]), ("exited with 3", 3, 2))
        self.assertEqual([e["text"] for e in events if e["event"] == "log"], ["why\n"] * 3)

    def test_a_lost_node_counts_as_an_attempt(self):
        code, events, _ = drive({"tasks": [task("a", "true")], "retries": 1}, FakeRay(lost=1))
        self.assertEqual(code, 0)
        retrying = [e for e in events if e.get("state") == "retrying"][0]
        self.assertEqual(retrying["error"], "RuntimeError: the node died")

    def test_back_off_doubles(self):
        seen = []
        drive({"tasks": [task("a", "false")], "retries": 3, "backoff_seconds": 2},
              driver_hook=lambda d: seen.append(d) or setattr(
                  d, "sleep", (lambda inner: lambda s: (seen.append(round(s)), inner(s)))(d.sleep)))
        self.assertEqual(seen[1:], [2, 4, 8])

    def test_a_task_that_takes_too_long_ends_with_all_it_started(self):
        code, events, _ = drive({"tasks": [task("a", "sh", "-c", "sleep 60 & sleep 60")], "timeout_seconds": 0.2})
        self.assertEqual(code, 1)
        self.assertEqual([e for e in events if e.get("state") == "failed"][0]["error"], "took longer than 0.2 s")

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
            plan = {"tasks": [task("../../etc/x", "touch", "{output_dir}/f")], "artifacts": {"directory": directory}}
            code, events, _ = drive(plan)
            self.assertEqual(code, 0)
            path = [e for e in events if e["event"] == "artifact"][0]["path"]
            self.assertEqual(os.path.dirname(path), directory)
            self.assertEqual(os.listdir(directory), [os.path.basename(path)])

    def test_an_artifact_too_large_for_the_log_fails_with_the_remedy(self):
        plan = {"tasks": [task("a", "sh", "-c", "head -c 5000 /dev/urandom > \"$1/m\"", "sh", "{output_dir}")],
                "artifacts": {"log_limit": 1000}}
        code, events, _ = drive(plan)
        self.assertEqual(code, 1)
        self.assertIn("set artifacts.directory", [e for e in events if e.get("state") == "failed"][0]["error"])

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
            ({"tasks": [], "max_in_flight": 0}, "max_in_flight"), ({"tasks": [], "retries": True}, "retries"),
            ({"tasks": [], "artifacts": {"directory": "out"}}, "absolute path"),
        ]:
            with self.subTest(problem=problem), self.assertRaisesRegex(aerie_driver.PlanError, problem):
                aerie_driver.checked_plan(plan)


if __name__ == "__main__":
    unittest.main()
