"""The Ray side of the training bench: reads one JSON list of commands a line, runs them two at a time, answers with one line.

Runs under the Python of Ray's virtual environment: ray_peer.py TEMP_DIR
"""

import json
import subprocess
import sys
import time

import ray


@ray.remote(num_cpus=1, max_retries=0)
def run(arguments):
    began = time.time()
    done = subprocess.run(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return [began, time.time(), done.returncode]


def main():
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error", _temp_dir=sys.argv[1])
    print(json.dumps({"version": ray.__version__}), flush=True)
    for line in sys.stdin:
        commands = json.loads(line)
        began = time.time()
        results = ray.get([run.remote(command) for command in commands])
        print(json.dumps({"wall": time.time() - began, "results": results}), flush=True)


main()
