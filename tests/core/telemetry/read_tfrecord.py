#!/usr/bin/env python3
"""Reads a segment of the feature log without any of Aerie's code and prints one JSON object a line.

Independent on purpose: TFRecord framing, CRC-32C and the wire format of tf.train.Example are written here from their
public descriptions; zstd is the `zstd` program. Usage: read_tfrecord.py SEGMENT.tfrecord.zst
"""
import json
import struct
import subprocess
import sys


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def records(data):
    at = 0
    while at < len(data):
        header = data[at:at + 8]
        length, = struct.unpack("<Q", header)
        assert struct.unpack("<I", data[at + 8:at + 12])[0] == masked(header), f"length sum at {at}"
        body = data[at + 12:at + 12 + length]
        assert len(body) == length, f"cut off at {at}"
        assert struct.unpack("<I", data[at + 12 + length:at + 16 + length])[0] == masked(body), f"data sum at {at}"
        yield body
        at += 16 + length


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        number, kind = tag >> 3, tag & 7
        if kind == 2:
            size, at = varint(data, at)
            yield number, data[at:at + size]
            at += size
        elif kind == 0:
            value, at = varint(data, at)
            yield number, value
        elif kind == 5:
            yield number, data[at:at + 4]
            at += 4
        else:
            raise ValueError(f"wire type {kind}")


def feature(data):
    for kind, body in fields(data):
        values = []
        for _, value in fields(body):
            if kind == 1:
                values.append(value.decode("utf-8"))
            elif kind == 2:
                values.extend(struct.unpack(f"<{len(value) // 4}f", value))
            elif kind == 3 and isinstance(value, int):
                values.append(value)
            else:
                at = 0
                while at < len(value):
                    number, at = varint(value, at)
                    values.append(number - (1 << 64) if number >= 1 << 63 else number)
        return values
    return []


def example(data):
    result = {}
    for _, features in fields(data):
        for _, entry in fields(features):
            pair = dict(fields(entry))
            result[pair[1].decode("utf-8")] = feature(pair.get(2, b""))
    return result


def main():
    plain = subprocess.run(["zstd", "-d", "-c", "-q", sys.argv[1]], check=True, capture_output=True).stdout
    for record in records(plain):
        print(json.dumps(example(record), sort_keys=True))


main()
