"""The three sides of the training bench. Each runs a list of commands, two at a time, and tells how that went."""

import csv
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent / "serving"))
from stack import PYTHON, Failed, Stack, descendants  # noqa: E402  (the processes of both benches are started alike)

SLOTS = 2
TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(roots):
    """Of processes, their children, and the children that they waited for."""
    total = 0
    for pid in {p for root in roots for p in descendants(root)}:
        try:
            fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # ended meanwhile: its parent's figures have it
        total += sum(int(field) for field in fields[11:15])
    return total / TICKS


def machine_busy():
    """(busy, all) seconds of all processors since boot."""
    fields = [int(f) for f in pathlib.Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / TICKS, sum(fields) / TICKS


class Measured:
    """Of one run: wall seconds, from the first start to the last end, processor seconds of the side, of the machine."""

    def __init__(self, roots):
        self.roots = roots
        self.cpu, (self.busy, self.all), self.began = cpu_seconds(roots), machine_busy(), time.time()

    def end(self, tasks, first, last, wall=None):
        wall = time.time() - self.began if wall is None else wall
        busy, everything = machine_busy()
        own = (cpu_seconds(self.roots) - self.cpu) / (wall * os.cpu_count())
        machine = (busy - self.busy) / max(everything - self.all, 1e-9)
        return {"tasks": tasks, "wall": wall, "span": last - first, "per_second": tasks / max(last - first, 1e-9),
                "end_to_end": tasks / wall, "own_share": own, "others_share": max(machine - own, 0.0),
                # Of what others left: a core that somebody else has is not idle, nor is it to be had.
                "used_share": own / max(own + 1 - machine, 1e-9)}


class Aerie:
    name = "aerie local"

    def __init__(self, processes):
        self.stack = processes
        self.jobs = 0
        self.address_file = processes.directory / "aerie-training.address"
        self.start()

    def start(self):
        self.address_file.unlink(missing_ok=True)
        self.pid = self.stack.start("aerie-training", [
            self.stack.bin / "aerie-training", "--state-dir", self.stack.directory / "training", "--listen", "127.0.0.1:0",
            "--address-file", self.address_file, "--metrics-listen", "127.0.0.1:0"])
        self.address = self.stack.address("aerie-training")

    def stop(self):
        process = next(p for name, p in reversed(self.stack.processes) if name == "aerie-training")
        process.terminate()
        process.wait(timeout=30)
        self.stack.processes = [(n, p) for n, p in self.stack.processes if p is not process]

    def restart(self):
        self.stop()
        self.start()

    def ctl(self, *arguments, check=True):
        done = subprocess.run([self.stack.bin / "aeriectl", "train", "--training", self.address, "-o", "json", *map(str, arguments)],
                              capture_output=True, text=True)
        if check and done.returncode != 0:
            raise Failed(f"aeriectl train {' '.join(map(str, arguments))} exited with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def job_file(self, count, command, name="bench", more=""):
        """A job of `count` times the same command; `command` may name {n}."""
        self.jobs += 1
        folder = self.stack.directory / f"job-{self.jobs}"
        folder.mkdir()
        with open(folder / "n.csv", "w") as file:
            csv.writer(file).writerows([["n"], *([i] for i in range(count))])
        (folder / "job.yaml").write_text(
            f"application: {name}\ncluster: {{engine: local, cpus_per_host: {SLOTS}, idle_timeout: 10m}}\n"
            f"tasks: {{each: {{n: n.csv}}, command: {json.dumps([str(word) for word in command])}}}\n"
            f"resources: {{cpus: 1}}\nlimits: {{retries: 0}}\norder: as_listed\n{more}")
        return folder / "job.yaml"

    def run_file(self, file, *arguments):
        measured = Measured([self.pid, os.getpid()])
        out = self.ctl("submit", file, "--wait", *arguments)
        wall = time.time() - measured.began
        job = json.loads(out.splitlines()[-1])
        counts = job["tasks"]
        tasks = counts["succeeded"]
        if counts["failed"] or counts["cancelled"]:
            raise Failed(f"aerie: {counts} of job {job['id']}: {job['message']}")
        result = measured.end(tasks, int(job["started_unix_ms"]) / 1e3, int(job["ended_unix_ms"]) / 1e3, wall)
        result["job"] = job["id"]
        return result

    def run(self, count, command):
        return self.run_file(self.job_file(count, command))


class Celery:
    name = "celery + redis"

    def __init__(self, processes):
        import redis
        self.stack = processes
        socket = processes.redis()
        os.environ["PEER_BROKER"] = f"redis+socket://{socket}?virtual_host=0"
        os.environ["PEER_RESULTS"] = f"redis+socket://{socket}?virtual_host=1"
        sys.path.insert(0, str(HERE))
        import peer_tasks
        self.tasks = peer_tasks
        self.results = redis.Redis(unix_socket_path=str(socket), db=1)
        self.redis_pid = processes.processes[-1][1].pid
        self.pid = processes.start("celery", [PYTHON, "-m", "celery", "-A", "peer_tasks", "worker", "--pool", "prefork",
                                              "-c", SLOTS, "--loglevel", "warning", "--without-gossip", "--without-mingle"],
                                   env={"PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1", "C_FORCE_ROOT": "1"})
        if self.tasks.nothing.delay().get(timeout=60)[2] != 0:
            raise Failed("celery does not answer")

    def collect(self, count, measured):
        while self.results.dbsize() < count:
            time.sleep(0.005)
        wall = time.time() - measured.began
        done = [json.loads(text)["result"] for text in self.results.mget(self.results.keys())]
        if len(done) != count or any(code != 0 for _, _, code in done):
            raise Failed(f"celery: {sum(code != 0 for _, _, code in done)} of {count} commands failed")
        return measured.end(count, min(d[0] for d in done), max(d[1] for d in done), wall)

    def run_each(self, signatures):
        self.results.flushdb()
        measured = Measured([self.pid, self.redis_pid, os.getpid()])
        with self.tasks.app.producer_pool.acquire(block=True) as producer:
            for task, arguments in signatures:
                task.apply_async(arguments, producer=producer)
        return self.collect(len(signatures), measured)

    def run(self, count, command):
        return self.run_each([(self.tasks.run, ([str(word) for word in command],))] * count)

    def run_nothing(self, count):
        return self.run_each([(self.tasks.nothing, ())] * count)


class Ray:
    name = "ray"

    def __init__(self, processes, home):
        # Ray's sockets need a short path.
        temp = pathlib.Path("/tmp") / f"rb{os.getpid()}"
        self.temp = temp
        self.process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", home / "bin/python", HERE / "ray_peer.py", temp],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                        env={**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "PYTHONDONTWRITEBYTECODE": "1"})
        processes.processes.append(("ray", self.process))
        line = self.process.stdout.readline()
        if not line:
            raise Failed("ray did not start")
        self.version = json.loads(line)["version"]

    def run(self, count, command):
        measured = Measured([self.process.pid])
        self.process.stdin.write(json.dumps([[str(word) for word in command]] * count) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        done = answer["results"]
        if any(code != 0 for _, _, code in done):
            raise Failed(f"ray: {sum(code != 0 for _, _, code in done)} of {count} commands failed")
        return measured.end(count, min(d[0] for d in done), max(d[1] for d in done), answer["wall"])


def raw(count, command):
    """What the machine can do: the same command from a loop of posix_spawn and wait, two at a time."""
    done = subprocess.run([PYTHON, HERE / "sides.py", str(count), *map(str, command)], capture_output=True, text=True, check=True)
    seconds = float(done.stdout)
    return {"tasks": count, "wall": seconds, "span": seconds, "per_second": count / seconds, "end_to_end": count / seconds}


def spawn_loop(count, arguments):
    began = time.time()
    started = running = 0
    for _ in range(count):
        while running < SLOTS and started < count:
            os.posix_spawnp(arguments[0], arguments, os.environ)
            started, running = started + 1, running + 1
        os.wait()
        running -= 1
    return time.time() - began


if __name__ == "__main__":
    print(spawn_loop(int(sys.argv[1]), sys.argv[2:]))
