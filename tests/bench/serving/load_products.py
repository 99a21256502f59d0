"""load_products.py CSV REDIS_URL: stores the rows of the CSV as Redis hashes product:<id>, as the peer reads them."""

import csv
import sys

import redis

store = redis.Redis.from_url(sys.argv[2])
with open(sys.argv[1], newline="") as file:
    pipeline = store.pipeline(transaction=False)
    for number, row in enumerate(csv.DictReader(file)):
        pipeline.hset("product:" + row.pop("product_id"), mapping=row)
        if number % 1000 == 999:
            pipeline.execute()
    pipeline.execute()
