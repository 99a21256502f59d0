"""The Celery side of the training bench: a task that runs one command, and one that does nothing."""

import os
import subprocess
import time

from celery import Celery

app = Celery("peer_tasks", broker=os.environ["PEER_BROKER"], backend=os.environ["PEER_RESULTS"])
app.conf.update(result_expires=None, task_serializer="json", result_serializer="json", accept_content=["json"],
                broker_connection_retry_on_startup=True)


@app.task
def run(arguments, variables=None, directory=None):
    began = time.time()
    if directory:
        os.makedirs(directory)
    done = subprocess.run(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          env={**os.environ, **variables} if variables else None)
    return [began, time.time(), done.returncode]


@app.task
def nothing():
    now = time.time()
    return [now, now, 0]
