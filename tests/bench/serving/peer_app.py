"""The peer: what an engineer would write with Flask, Redis and XGBoost, served by Gunicorn."""

import os

import flask
import numpy
import redis
import xgboost

STORED = [f"stored_{i}" for i in range(16)]
REQUEST = [f"item_{i}" for i in range(4)]

app = flask.Flask(__name__)
store = redis.Redis.from_url(os.environ["PEER_REDIS"])  # a pool of kept connections
booster = xgboost.Booster({"nthread": 1}, model_file=os.environ["PEER_MODEL"])


@app.post("/predict")
def predict():
    items = flask.request.get_json()["items"]
    pipeline = store.pipeline(transaction=False)
    for item in items:
        pipeline.hmget("product:" + item["product_id"], STORED)
    matrix = numpy.empty((len(items), len(STORED) + len(REQUEST)), dtype=numpy.float32)
    matrix[:, : len(STORED)] = pipeline.execute()
    matrix[:, len(STORED) :] = [[item[name] for name in REQUEST] for item in items]
    return flask.jsonify(scores=booster.inplace_predict(matrix).tolist())
