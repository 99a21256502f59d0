"""The processes of the serving bench: everything on unix sockets in one temporary directory, or on free loopback ports."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"  # Debian's packages
START_SECONDS = 60


class Failed(Exception):
    pass


def listening_socket():
    """A free loopback port, already listening: handed to a server, so that nobody else can take it."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    listener.listen(511)
    listener.set_inheritable(True)
    return listener, "127.0.0.1:%d" % listener.getsockname()[1]


def descendants(pid):
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += descendants(int(child))
    return found


def memory_mib(pids):
    """Proportional set size of the processes and their children: shared pages are counted once."""
    total = 0
    for pid in [p for root in pids for p in descendants(root)]:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


class Stack:
    """Starts servers and stops them all at the end, in reverse order."""

    def __init__(self, directory, build):
        self.directory = directory
        self.bin = build / "bin"
        self.bench = build / "bench" / "aerie-bench-serving"
        self.processes = []  # (name, Popen)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for _, process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for name, process in reversed(self.processes):
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                print(f"bench: {name} did not stop and is killed", flush=True)
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def log(self, name):
        return self.directory / f"{name}.log"

    def start(self, name, command, env=None, pass_fds=()):
        # Ends with this script, however that ends.
        command = ["setpriv", "--pdeathsig", "TERM", *map(str, command)]
        with open(self.log(name), "w") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                       env={**os.environ, **(env or {})}, pass_fds=pass_fds, start_new_session=True)
        self.processes.append((name, process))
        return process.pid

    def wait_for(self, name, done):
        process = next(p for n, p in self.processes if n == name)
        end = time.monotonic() + START_SECONDS
        while not done():
            if process.poll() is not None or time.monotonic() > end:
                raise Failed(f"{name} did not start:\n{self.log(name).read_text()[-2000:]}")
            time.sleep(0.02)

    def address(self, name, count=1):
        """The addresses that a program of ours wrote to its address file."""
        path = self.directory / f"{name}.address"
        self.wait_for(name, path.exists)
        lines = path.read_text().split()
        return lines[0] if count == 1 else lines

    def driver(self, *arguments):
        done = subprocess.run([str(self.bench), *map(str, arguments)], capture_output=True, text=True)
        if done.returncode != 0:
            ended = [f"\n{name} has ended:\n{self.log(name).read_text()[-2000:]}" for name, p in self.processes if p.poll() is not None]
            raise Failed(f"aerie-bench-serving {' '.join(map(str, arguments[:3]))}: {done.stderr.strip()}{''.join(ended)}")
        return done.stdout

    def redis(self):
        path = self.directory / "redis.sock"
        self.start("redis", ["redis-server", "--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no",
                             "--dir", self.directory])
        self.wait_for("redis", path.exists)
        return path

    def gunicorn(self, name, redis, arguments):
        listener, address = listening_socket()
        with listener:
            pid = self.start(name, [PYTHON, "/usr/bin/gunicorn", "--workers", "2", *arguments, "--bind", f"fd://{listener.fileno()}",
                                    "--chdir", HERE, "--log-level", "warning", "peer_app:app"],
                             env={"PEER_REDIS": f"unix://{redis}", "PEER_MODEL": str(self.directory / "model.ubj"),
                                  "PYTHONDONTWRITEBYTECODE": "1"},
                             pass_fds=[listener.fileno()])
        return pid, address

    def worker(self, endpoint, redis, arguments):
        address_file = self.directory / f"{endpoint}.address"
        pid = self.start(endpoint, [self.bin / "aerie-worker", "--listen", f"unix:{self.directory}/{endpoint}.sock",
                                    "--endpoint", endpoint, "--bundle", self.directory / "model.aerie",
                                    "--trusted-keys", self.directory / "trusted_keys", "--feature-store", f"unix://{redis}",
                                    "--work-dir", self.directory / "work", "--address-file", address_file, *arguments])
        address = self.address(endpoint)
        self.driver("wait", "--worker", address)
        return pid, address

    def echo(self):
        """A worker that does no work, on loopback and on two unix sockets."""
        unix = [f"unix:{self.directory}/echo_{arm}.sock" for arm in "ab"]
        self.start("echo", [self.bench, "echo", "--listen", "127.0.0.1:0", *unix, "--address-file", self.directory / "echo.address"])
        return self.address("echo", 3)

    def proxy(self, config):
        (self.directory / "proxy.yaml").write_text(config)
        pid = self.start("proxy", [self.bin / "aerie-proxy", "--listen", "127.0.0.1:0", "--metrics-listen", "127.0.0.1:0",
                                   "--config-file", self.directory / "proxy.yaml", "--address-file", self.directory / "proxy.address"])
        return pid, self.address("proxy")

    def nginx(self, upstream):
        listener, address = listening_socket()
        # Started by root, its workers would become another user, who may not use our socket.
        user = "user root;" if os.getuid() == 0 else ""
        (self.directory / "nginx.conf").write_text(NGINX_CONFIG.format(user=user, directory=self.directory, address=address,
                                                                       upstream=upstream))
        with listener:
            # nginx takes over the sockets that this variable names, as in its own upgrade.
            pid = self.start("nginx", [shutil.which("nginx") or "/usr/sbin/nginx", "-c", self.directory / "nginx.conf",
                                       "-e", self.directory / "nginx.error", "-p", self.directory],
                             env={"NGINX": f"{listener.fileno()};"}, pass_fds=[listener.fileno()])
        self.wait_for("nginx", (self.directory / "nginx.pid").exists)
        return pid, address


NGINX_CONFIG = """
{user}
daemon off;
worker_processes 2;
pid {directory}/nginx.pid;
error_log {directory}/nginx.error warn;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {directory}/nginx_body;
  proxy_temp_path {directory}/nginx_proxy;
  fastcgi_temp_path {directory}/nginx_fastcgi;
  uwsgi_temp_path {directory}/nginx_uwsgi;
  scgi_temp_path {directory}/nginx_scgi;
  keepalive_requests 1000000000;
  upstream worker {{
    server {upstream};
    keepalive 64;
    keepalive_requests 1000000000;
  }}
  server {{
    listen {address} http2;
    http2_max_requests 1000000000;
    client_body_buffer_size 1m;
    location / {{ grpc_pass grpc://worker; }}
  }}
}}
"""
